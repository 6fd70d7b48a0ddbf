"""The load client, a process of its own: conversations over HTTP, each turn timed from the request to its reply."""

import asyncio
import json
import resource
import sys
import time
from collections.abc import AsyncIterator
from itertools import count

import httpx2

# About 30 characters in the median, as customers write.
MESSAGES = (
    "제 택배가 오늘까지 안 와서 너무 걱정돼요 ㅠㅠ",
    "상담 시간이 어떻게 되는지 알려 주세요",
    "아니 도대체 언제쯤 도착하는 건지 모르겠네요",
    "적립금은 어디에서 볼 수 있어요?",
    "교환은 며칠 안에 신청해야 하나요?",
    "배송비가 얼마인지 궁금해서 연락드렸어요",
    "이거 왜 이렇게 늦어요? 정말 답답하네요",
    "현금영수증도 받을 수 있을까요?",
)

# A reply that takes longer than this (seconds) is an error.
PATIENCE = 10.0


async def converse(client: httpx2.AsyncClient, turns: int, took: list[float], errors: list[str]) -> None:
    """Hold one conversation of ``turns`` messages, following its own stream."""
    opened = (await client.post("/api/chat/conversations", json={"playbook": "parcel"})).json()
    conversation, headers = opened["conversation"], {"Authorization": f"Bearer {opened['token']}"}
    numbers = count(1)
    async with client.stream(
        "GET",
        f"/api/chat/conversations/{conversation}/events",
        headers=headers,
        params={"after": opened["events"][-1]["position"]},
    ) as stream:
        lines = stream.aiter_lines()
        for turn in range(turns):
            body = {"message": f"m{next(numbers)}", "text": MESSAGES[turn % len(MESSAGES)]}
            began = time.perf_counter()
            sent = await client.post(f"/api/chat/conversations/{conversation}/messages", json=body, headers=headers)
            if sent.status_code != 202:
                errors.append(f"{sent.status_code}")
                return
            try:
                async with asyncio.timeout(PATIENCE):
                    await reply_on(lines)
            except TimeoutError:
                errors.append("no reply")
                return
            took.append(time.perf_counter() - began)


async def reply_on(lines: AsyncIterator[str]) -> None:
    """Return once the stream shows a reply of the assistant."""
    async for line in lines:
        if line.startswith("data:"):
            event = json.loads(line[5:])
            if event["kind"] == "message" and event["by"] == "assistant":
                return


async def main(address: str, conversations: int, turns: int) -> None:
    """Hold the conversations side by side and print what was measured as one JSON object."""
    took: list[float] = []
    errors: list[str] = []
    limits = httpx2.Limits(max_connections=4 * conversations, max_keepalive_connections=4 * conversations)
    async with httpx2.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        began, cpu = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
        await asyncio.gather(*(converse(client, turns, took, errors) for _ in range(conversations)))
        wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    used = (after.ru_utime + after.ru_stime) - (cpu.ru_utime + cpu.ru_stime)
    print(json.dumps({"took": took, "wall": wall, "client_cpu": used, "errors": errors}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
