"""The attributions of one article as the sayings that linking compares.

Django-free, because both the database's road (`claims.services`) and the road without one (`manage.py analyze`)
lead through here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claims.extraction.records import Attribution, Spans, Speaker
from claims.matching.linking import Group, Saying

# Between the pieces of a split wording when it is read as one text.
JOINT = " "


@dataclass(frozen=True, slots=True)
class Keyed:
    """An attribution under the key that linking is to know it by."""

    key: str
    content: str
    attribution: Attribution


def words_at(text: str, spans: Spans) -> str:
    return JOINT.join(text[start:end] for start, end in spans)


def sayings_of(
    attributions: Sequence[Keyed], *, article: str, language: str, published: date | None
) -> tuple[Saying, ...]:
    """Turn one article's attributions, in any order, into sayings in the order of the text."""
    ordered = sorted(
        attributions, key=lambda keyed: (keyed.attribution.content, keyed.attribution.cue, keyed.key)
    )
    return tuple(
        Saying(
            key=keyed.key,
            article=article,
            language=language,
            content=keyed.content,
            stance=keyed.attribution.stance,
            type=keyed.attribution.type,
            speaker=keyed.attribution.speaker,
            via=keyed.attribution.via,
            said_on=keyed.attribution.day,
            published=published,
            nested=keyed.attribution.nested,
            continues=continued,
        )
        for keyed, continued in zip(ordered, _what_they_continue(ordered), strict=True)
    )


def _what_they_continue(ordered: Iterable[Keyed]) -> Iterator[str]:
    """Yield for each attribution the key of the saying it goes on from, or "".

    That is the nearest one before it with the same cue, else with the same speaker: a sentence that goes on
    without a cue of its own is recorded with the cue it goes on from.
    """
    before: list[Keyed] = []
    for keyed in ordered:
        yield _predecessor(keyed, before) if keyed.attribution.continuation else ""
        if not keyed.attribution.nested:
            before.append(keyed)


def _predecessor(keyed: Keyed, before: Sequence[Keyed]) -> str:
    for is_same in (_same_cue, _same_speaker):
        for other in reversed(before):
            if is_same(keyed, other):
                return other.key
    return ""


def _same_cue(one: Keyed, other: Keyed) -> bool:
    return bool(one.attribution.cue) and one.attribution.cue == other.attribution.cue


def _same_speaker(one: Keyed, other: Keyed) -> bool:
    mine, theirs = one.attribution.speaker, other.attribution.speaker
    return (mine and mine.slug) == (theirs and theirs.slug)


def canonical_speakers(groups: Iterable[Group], slugs: Mapping[str, str]) -> dict[str, Speaker]:
    """Who an article's own slug means across a story: the speaker that linking gave most sayings under it.

    `slugs` holds the article's own slug of each saying that has a speaker, by the saying's key.
    """
    counts: dict[str, Counter[Speaker]] = defaultdict(Counter)
    for group in groups:
        for key, speaker in group.credited():
            if speaker and key in slugs:
                counts[slugs[key]][speaker] += 1
    return {slug: min(given, key=lambda one: (-given[one], one.slug)) for slug, given in counts.items()}
