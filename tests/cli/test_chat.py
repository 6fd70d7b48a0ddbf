"""Talking in the terminal."""

from pathlib import Path

from tests.cli.conftest import Run


def test_the_talk_begins_with_the_notice_and_ends_with_an_empty_line(run: Run, shop_folder: Path) -> None:
    said = run("chat", str(shop_folder), typed="배송비 얼마예요?\n\n")
    assert said.code == 0
    assert said.out.index("AI 상담사") < said.out.index("배송비는 3,000원이에요.")


def test_the_end_of_the_typed_lines_ends_the_talk(run: Run, shop_folder: Path) -> None:
    assert run("chat", str(shop_folder), typed="").code == 0


def test_explain_shows_reading_mood_policy_and_step_beside_the_reply(run: Run, shop_folder: Path) -> None:
    said = run("chat", str(shop_folder), "--explain", typed="택배가 안 와서 너무 걱정돼요 ㅠㅠ\n\n")
    for part in (
        "anxiety",
        "intent parcel_late",
        "taken as matter",
        "mood -",
        "policy worried",
        "late_parcel.ask_order",
    ):
        assert part in said.out, part
    plain = run("chat", str(shop_folder), typed="택배가 안 와서 너무 걱정돼요 ㅠㅠ\n\n")
    assert "policy" not in plain.out


def test_buttons_are_numbered_and_a_number_presses_one(run: Run, shop_folder: Path) -> None:
    said = run("chat", str(shop_folder), typed="1234 환불해 주세요\n2\n1\n\n")
    assert "1) 마음이 바뀌었어요" in said.out and "2) 깨져서 왔어요" in said.out
    assert "환불을 접수했어요" in said.out and "R-7" in said.out


def test_the_customer_sees_their_own_number_and_not_a_token(run: Run, shop_folder: Path) -> None:
    said = run("chat", str(shop_folder), typed="전화 예약할게요\n010-2345-6789\n\n")
    assert "010-2345-6789(으)로" not in said.out
    assert "010-2345-6789로 전화를 예약했어요." in said.out and "[전화" not in said.out


def test_brackets_in_a_message_are_no_markup(run: Run, shop_folder: Path) -> None:
    said = run("chat", str(shop_folder), "--explain", typed="[red]환불[/nonsense] 해 주세요\n\n")
    assert said.code == 0


def test_a_message_that_is_refused_does_not_end_the_talk(run: Run, shop_folder: Path) -> None:
    said = run("chat", str(shop_folder), typed="가" * 30_000 + "\n배송비 얼마예요?\n\n")
    assert said.code == 0 and "배송비는 3,000원이에요." in said.out


def test_a_folder_that_is_not_there_is_one_clear_sentence(run: Run) -> None:
    said = run("chat", "nowhere", typed="")
    assert said.code == 1 and "nowhere" in said.err and "Traceback" not in said.err


def test_a_playbook_with_errors_is_not_played(run: Run, shop_folder: Path) -> None:
    (shop_folder / "scenarios" / "refund.yaml").write_text("steps: [ {say: 안녕, id: }", encoding="utf-8")
    said = run("chat", str(shop_folder), typed="")
    assert said.code == 1 and "dajeong check" in said.err
