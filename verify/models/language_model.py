"""A configured language model, at any OpenAI-compatible address.

It opens no socket: the request goes through the Fetcher that it is given, as a
POST, so that pacing, limits and the guard hold for it as for any other address.
"""

from __future__ import annotations

import json
from typing import Any

from verify.errors import FetchError
from verify.ports import Fetcher
from verify.types import Reason, Request

MOST_TOKENS = 4_096


class LanguageModel:
    """`complete` one prompt into JSON of a schema."""

    def __init__(self, fetcher: Fetcher, *, address: str, model: str, key: str = "") -> None:
        self._fetcher = fetcher
        self._address = address.rstrip("/") + "/chat/completions"
        self._key = key
        self.name = model

    def request(self, system: str, user: str, schema: dict[str, Any]) -> Request:
        """The POST for one prompt; the key's header is marked secret."""
        body = {
            "model": self.name,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": schema},
            },
        }
        headers = [("content-type", "application/json"), ("accept", "application/json")]
        if self._key:
            headers.append(("authorization", f"Bearer {self._key}"))
        return Request(
            self._address,
            source="language model",
            purpose="complete",
            method="POST",
            headers=tuple(headers),
            body=json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
            secret=("authorization",),
            api=True,
        )

    async def complete(self, system: str, user: str, schema: dict[str, Any]) -> str:
        """The text of the first choice. Raises FetchError: the fetcher's reasons, or bad_answer."""
        snapshot = await self._fetcher.fetch(self.request(system, user, schema))
        try:
            choice = json.loads(snapshot.body)["choices"][0]
            text, finish = choice["message"]["content"], choice.get("finish_reason")
        except (
            ValueError,
            KeyError,
            IndexError,
            TypeError,
            AttributeError,
            RecursionError,
        ) as error:
            raise FetchError(
                Reason.BAD_ANSWER, "the language model's answer does not follow the protocol"
            ) from error
        if finish == "length" or not isinstance(text, str):
            raise FetchError(Reason.BAD_ANSWER, "the language model's answer was cut off")
        return text
