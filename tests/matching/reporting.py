"""Claims as reports tell them, for the tests of links, conflicts and drift; and those of a file of gold."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from claims.extraction.hedges import TELLING, hedging_words
from claims.extraction.records import Kind, Speaker, Stance
from claims.matching.reported import ReportedClaim, ReportedWording

FIRM = Speaker("nordwind", "Nordwind", "organisation")
PAPER = Speaker("morgenblatt", "Morgenblatt", "publication")
MINISTRY = Speaker("verkehrsministerium", "Verkehrsministerium", "government")
MAYOR = Speaker("ines-kolb", "Ines Kolb", "person")
RIVAL = Speaker("jan-petersen", "Jan Petersen", "person")
DAY = date(2025, 3, 4)
KEYS = count()
KINDS: dict[str, Kind] = {
    "alibaba": "organisation",
    "anthropic": "organisation",
    "financial-times": "publication",
    "white-house": "government",
    "chinese-government": "government",
    "liu-pengyu": "person",
    "lin-jian": "person",
}


def wording(content: str, speaker: Speaker | None, language: str = "en", **fields: Any) -> ReportedWording:
    """One wording in an article of its own, partly quoted where it has quotation marks."""
    key = fields.pop("key", f"w{next(KEYS):05d}")
    defaults: dict[str, Any] = {
        "article": f"a-{key}",
        "stance": "asserts",
        "type": "mixed" if re.search("[“„«]", content) else "indirect",
        **_hedges(content, language, fields.get("stance", "asserts")),
    }
    return ReportedWording(key=key, language=language, content=content, speaker=speaker, **defaults | fields)


def _hedges(content: str, language: str, stance: Stance) -> dict[str, Any]:
    """As extraction finds them in the content."""
    pieces = hedging_words(content, language) if stance in TELLING else ()
    return {"hedges": tuple(content[start:end] for start, end in pieces), "hedge_pieces": pieces}


def claim(*wordings: ReportedWording, key: str = "", stance: Stance = "asserts") -> ReportedClaim:
    """The speaker is the one whom most of the reports credit."""
    speakers = Counter(one.speaker for one in wordings if one.speaker)
    speaker = speakers.most_common(1)[0][0] if speakers else None
    return ReportedClaim(key or wordings[0].key, speaker, stance, tuple(wordings))


def denial(*contents: str, speaker: Speaker = FIRM, key: str = "denial", **fields: Any) -> ReportedClaim:
    return claim(
        *(wording(one, speaker, stance="denies", **fields) for one in contents), key=key, stance="denies"
    )


def of_gold(path: Path) -> tuple[ReportedClaim, ...]:
    """The claims of annotated reports: their own slugs for claims and speakers."""
    wordings: dict[str, list[ReportedWording]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        for number, row in enumerate(report["attributions"]):
            wordings.setdefault(row["claim"], []).append(_of_row(report, number, row))
    return tuple(
        claim(*members, key=slug, stance=members[0].stance) for slug, members in sorted(wordings.items())
    )


def _of_row(report: dict[str, Any], number: int, row: dict[str, Any]) -> ReportedWording:
    text, spans = report["text"], tuple((start, end) for start, end in row["content"])
    rest = text[spans[-1][1] :]
    end = re.search(r"[.!?\n]", rest)
    content = " ".join(text[start:end] for start, end in spans)
    return ReportedWording(
        key=f"{report['id']}:{number:03}",
        article=report["id"],
        language=report["lang"],
        content=content,
        stance=row["stance"],
        type=row["type"],
        speaker=_speaker(row["speaker"]),
        spans=spans,
        after=rest[: end.start()] if end else rest,
        via=_speaker(row.get("via", "")),
        based_on=row.get("based_on", ""),
        said_on=date.fromisoformat(row["said_on"]) if row.get("said_on") else None,
        published=date.fromisoformat(report["published"]),
        nested=row.get("nested", False),
        continuation=row.get("continuation", False),
        **_hedges(content, report["lang"], row["stance"]),
    )


def _speaker(slug: str) -> Speaker | None:
    return Speaker(slug, slug.replace("-", " ").title(), KINDS.get(slug, "unknown")) if slug else None
