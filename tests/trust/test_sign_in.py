"""The door of the studio: who comes in, for how long, and how somebody who guesses is slowed down."""

import asyncio
import unicodedata
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from dajeong.storage import open_storage
from dajeong.trust.passwords import SHORTEST, Passwords, WeakPassword, check_password, random_password
from dajeong.trust.sign_in import (
    IDLE,
    MOST_OF_ADDRESS,
    MOST_OF_NAME,
    WHOLE,
    SignIn,
    UnfitName,
    WrongNameOrPassword,
)
from dajeong.trust.tries import WINDOW, TooManyTries, Tries, address_tries, name_tries, token_tries

RIGHT = "한 문장이면 외우기도 쉬워요"
HERE = "192.0.2.7"


def hashing(rounds: int = 1) -> PasswordHash:
    """Argon2id as always, and cheap."""
    return PasswordHash((Argon2Hasher(time_cost=rounds, memory_cost=64, parallelism=1),))


class Door:
    """A door with an owner, and a clock in hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)

    def over(self, storage, rounds: int = 1) -> SignIn:  # type: ignore[no-untyped-def]
        numbers = count(1)
        tries = Tries(storage.tries, lambda: self.now)
        return SignIn(
            storage.teammates,
            tries,
            clock=lambda: self.now,
            new_token=lambda: f"token-{next(numbers)}-{rounds}",
            passwords=Passwords(hashing(rounds)),
        )


@pytest.fixture
def time() -> Door:
    return Door()


@pytest.fixture
async def storage(tmp_path: Path):  # type: ignore[no-untyped-def]
    async with open_storage(f"sqlite:///{tmp_path}/door.db") as opened:
        yield opened


@pytest.fixture
async def door(storage, time: Door) -> AsyncIterator[SignIn]:  # type: ignore[no-untyped-def]
    opened = time.over(storage)
    await opened.keep_owner("소라", RIGHT, id="t1")
    yield opened


async def refused(
    door: SignIn, name: str = "소라", password: str = "틀린 비밀번호예요, 아마도", address: str = HERE
) -> str:
    """How a try is refused."""
    with pytest.raises((WrongNameOrPassword, TooManyTries)) as problem:
        await door.sign_in(name, password, address=address)
    return problem.value.code


async def test_the_right_password_opens_and_the_token_says_who_it_is(door: SignIn) -> None:
    teammate, token = await door.sign_in("소라", RIGHT, address=HERE)
    assert (teammate.id, teammate.name, teammate.role) == ("t1", "소라", "owner")
    assert await door.who(token) == teammate
    assert await door.who("") is None and await door.who(token + "x") is None


async def test_blanks_case_and_how_letters_are_composed_make_no_difference(door: SignIn) -> None:
    await door.keep_owner("Sora Kim", RIGHT, id="t1")
    pieces = unicodedata.normalize("NFD", RIGHT)
    assert pieces != RIGHT
    teammate, _ = await door.sign_in("  sora  KIM ", pieces, address=HERE)
    assert teammate.name == "Sora Kim"


async def test_a_wrong_password_and_an_unknown_name_are_told_alike(door: SignIn) -> None:
    said = []
    for name in ("소라", "누구지"):
        with pytest.raises(WrongNameOrPassword) as problem:
            await door.sign_in(name, "틀린 비밀번호예요, 아마도", address=HERE)
        said.append((problem.value.code, problem.value.status, problem.value.message))
    assert said[0] == said[1]


async def test_an_unknown_name_is_compared_with_a_hash_too_so_that_the_time_tells_nothing(
    storage, time: Door, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    door = time.over(storage)
    await door.keep_owner("소라", RIGHT, id="t1")
    compared = []
    real = PasswordHash.verify_and_update

    def watched(self: PasswordHash, password: str, kept: str) -> tuple[bool, str | None]:
        compared.append(kept.split("$")[:4])
        return real(self, password, kept)

    monkeypatch.setattr(PasswordHash, "verify_and_update", watched)
    await refused(door, "소라")
    await refused(door, "누구지")
    assert len(compared) == 2 and compared[0] == compared[1]


async def test_after_too_many_wrong_passwords_the_right_one_waits_too_and_then_opens(door: SignIn, time: Door) -> None:
    for n in range(MOST_OF_NAME):
        assert await refused(door, address=f"198.51.100.{n}") == "wrong_name_or_password"
    with pytest.raises(TooManyTries) as problem:
        await door.sign_in("소라", RIGHT, address=HERE)
    assert problem.value.retry_after == WINDOW.total_seconds()
    time.now += WINDOW - timedelta(seconds=30)
    with pytest.raises(TooManyTries) as problem:
        await door.sign_in("소라", RIGHT, address=HERE)
    assert problem.value.retry_after == 30, "trying on does not make it longer"
    time.now += timedelta(seconds=30)
    assert (await door.sign_in("소라", RIGHT, address=HERE))[0].id == "t1"


async def test_an_address_that_tries_many_names_waits_and_others_do_not(door: SignIn) -> None:
    for n in range(MOST_OF_ADDRESS):
        assert await refused(door, f"누구 {n}") == "wrong_name_or_password"
    assert await refused(door) == "too_many_tries"
    assert (await door.sign_in("소라", RIGHT, address="203.0.113.9"))[0].id == "t1"


async def test_a_restart_forgets_no_failed_try(door: SignIn, storage, time: Door) -> None:  # type: ignore[no-untyped-def]
    for _ in range(MOST_OF_NAME):
        await refused(door)
    assert await refused(time.over(storage), password=RIGHT) == "too_many_tries"


async def test_guesses_at_the_same_moment_are_no_way_around(door: SignIn) -> None:
    codes = await asyncio.gather(*(refused(door) for _ in range(MOST_OF_NAME + 5)))
    assert sorted(set(codes)) == ["too_many_tries", "wrong_name_or_password"]
    assert codes.count("wrong_name_or_password") == MOST_OF_NAME


async def test_signing_in_rightly_uses_up_no_tries(door: SignIn) -> None:
    for _ in range(MOST_OF_NAME + 2):
        await door.sign_in("소라", RIGHT, address=HERE)


async def test_a_session_that_is_not_used_ends_after_twelve_hours(door: SignIn, time: Door) -> None:
    assert timedelta(hours=12) == IDLE
    _, token = await door.sign_in("소라", RIGHT, address=HERE)
    time.now += IDLE - timedelta(seconds=1)
    assert await door.who(token), "and looking counts as use"
    time.now += IDLE - timedelta(seconds=1)
    assert await door.who(token)
    time.now += IDLE
    assert await door.who(token) is None


async def test_a_session_ends_after_seven_days_however_much_it_is_used(door: SignIn, time: Door) -> None:
    assert timedelta(days=7) == WHOLE
    _, token = await door.sign_in("소라", RIGHT, address=HERE)
    for _ in range(7 * 3 - 1):
        time.now += timedelta(hours=8)
        assert await door.who(token)
    time.now += timedelta(hours=8)
    assert await door.who(token) is None


async def test_signing_out_ends_one_browser_or_all_of_them(door: SignIn) -> None:
    tokens = [(await door.sign_in("소라", RIGHT, address=HERE))[1] for _ in range(3)]
    await door.sign_out(tokens[0])
    assert [bool(await door.who(each)) for each in tokens] == [False, True, True]
    await door.sign_out(tokens[0], everywhere=True)
    assert [bool(await door.who(each)) for each in tokens] == [False, True, True], "a dead token ends nothing"
    await door.sign_out(tokens[1], everywhere=True)
    assert not any([await door.who(each) for each in tokens])


async def test_signing_in_again_ends_the_session_the_browser_had(door: SignIn) -> None:
    _, first = await door.sign_in("소라", RIGHT, address=HERE)
    _, second = await door.sign_in("소라", RIGHT, address=HERE, before=first)
    assert first != second and await door.who(first) is None and await door.who(second)


async def test_a_new_password_signs_out_everywhere_and_ends_the_wait_of_its_name(door: SignIn) -> None:
    _, token = await door.sign_in("소라", RIGHT, address=HERE)
    for _ in range(MOST_OF_NAME + 1):
        await refused(door)
    await door.keep_owner("소라", "이번에는 또 다른 문장으로 바꿨어요", id="t9")
    assert await door.who(token) is None
    assert await refused(door, password=RIGHT) == "wrong_name_or_password"
    assert (await door.sign_in("소라", "이번에는 또 다른 문장으로 바꿨어요", address=HERE))[0].id == "t1"


async def test_a_hash_of_cheaper_times_is_made_anew_when_its_owner_signs_in(door: SignIn, storage, time: Door) -> None:  # type: ignore[no-untyped-def]
    costlier = time.over(storage, rounds=2)
    await costlier.sign_in("소라", RIGHT, address=HERE)
    kept = await storage.teammates.owner()
    assert ",t=2," in kept.password
    assert (await costlier.sign_in("소라", RIGHT, address=HERE))[0].id == "t1"


async def test_neither_password_nor_token_is_kept_or_shown(door: SignIn, storage) -> None:  # type: ignore[no-untyped-def]
    teammate, token = await door.sign_in("소라", RIGHT, address=HERE)
    assert teammate.password.startswith("$argon2id$") and RIGHT not in teammate.password
    assert teammate.password not in repr(teammate)
    assert await storage.teammates.signed_in(token) is None, "only its digest is there"


@pytest.mark.parametrize(
    "weak", ["짧아요", "가" * (SHORTEST - 1), "ab" * 20, "x" * 300, "소라" * 8, "소라 소라 소라 소라 소라 소라"]
)
def test_a_password_that_would_be_guessed_is_refused_with_what_to_do(weak: str) -> None:
    with pytest.raises(WeakPassword) as problem:
        check_password(weak, "소라")
    assert weak not in problem.value.message


def test_random_passwords_pass_and_never_repeat() -> None:
    made = {random_password() for _ in range(50)}
    assert len(made) == 50
    for each in made:
        check_password(each, "owner")


@pytest.mark.parametrize("name", ["", "   ", "가" * 65, "a\x07b"])
async def test_a_name_nobody_could_type_is_refused(door: SignIn, name: str) -> None:
    with pytest.raises(UnfitName):
        await door.keep_owner(name, RIGHT, id="t1")


def test_tries_are_counted_by_household_and_without_the_name_or_address_itself() -> None:
    assert address_tries("2001:db8::1") == address_tries("2001:db8::ffff:2") != address_tries("2001:db8:0:1::1")
    assert address_tries("::ffff:192.0.2.7") == address_tries("192.0.2.7") != token_tries("192.0.2.7")
    assert "192.0.2.7" not in address_tries("192.0.2.7") and "sora" not in name_tries("sora")
