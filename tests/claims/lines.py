"""Claims as lines, made by hand: for tests of what is worked out without a database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from claims.timeline import ClaimLine, Evidence, LinkLine
from claims.timeline.values import SpeakerLine


def claim_of(
    pk: int, *, day: date | None = None, links: Iterable[LinkLine] = (), speaker: str = "Port", **fields: Any
) -> ClaimLine:
    values: dict[str, Any] = {
        "id": pk,
        "speaker": SpeakerLine(speaker.lower(), speaker, "person", 1),
        "stance": "asserts",
        "headline": f"claim number {pk} says what it says",
        "headline_language": "en",
        "said_on": day,
        "first_published": None,
        "reports": 1,
        "languages": (("en", 1),),
        "verdicts": (),
        "history": (),
        "evidence": (),
        "links": tuple(links),
    }
    return ClaimLine(**values | fields)


def link_of(how: Any, claim: int, **fields: Any) -> LinkLine:
    values: dict[str, Any] = {
        "how": how,
        "claim_id": claim,
        "story": "harbour",
        "speaker": "Line",
        "stance": "denies" if how == "denied-by" else "asserts",
        "headline": f"claim number {claim}",
        "headline_language": "en",
        "reports": 1,
        "origin": "machine",
        "score": 0.9,
        "reason": "",
    }
    return LinkLine(**values | fields)


def wording_of(
    pk: int, content: str, *, article: int | None = None, language: str = "en", **fields: Any
) -> Evidence:
    values: dict[str, Any] = {
        "attribution_id": pk,
        "article_id": article or pk,
        "article_title": "",
        "outlet": f"Outlet {article or pk}",
        "language": language,
        "published": None,
        "type": "indirect",
        "stance": "asserts",
        "state": "current",
        "content": content,
        "source": "",
        "cue": "",
        "before": "",
        "after": "",
        "fragments": (),
    }
    return Evidence(**values | fields)
