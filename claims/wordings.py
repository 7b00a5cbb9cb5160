"""Attributions as the wordings that links, conflicts and drift are read from.

Django-free, because both the database's road (`claims.services`) and the road without one (`manage.py analyze`)
lead through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claims.extraction.dates import days_from_last
from claims.extraction.records import Attribution, Spans, Speaker
from claims.matching.departure import DepartureKind
from claims.matching.disputes import Dispute, Side, disputes
from claims.matching.drift import departures
from claims.matching.reported import ReportedClaim, ReportedWording
from claims.sayings import JOINT, Keyed

SENTENCE_END = re.compile(r"[.!?…\n]")
AFTER = 120  # code points behind a content that may still tell whose words it has
# Fuller or shorter is no change of meaning.
CHANGING: frozenset[DepartureKind] = frozenset(
    {"modality", "number", "negation", "actor", "name", "quote", "reworded"}
)


@dataclass(frozen=True, slots=True)
class Source:
    """The article that a wording stands in; `text` is what its spans count in."""

    article: str
    language: str
    text: str
    published: date | None


def wording_of(
    keyed: Keyed, source: Source, *, speaker: Speaker | None, via: Speaker | None
) -> ReportedWording:
    """An attribution with the speakers that linking gave it across the story."""
    one = keyed.attribution
    return ReportedWording(
        key=keyed.key,
        article=source.article,
        language=source.language,
        content=keyed.content,
        stance=one.stance,
        type=one.type,
        speaker=speaker,
        spans=one.content,
        after=_rest_of_sentence(source.text, one.content),
        via=via,
        based_on=one.based_on,
        said_on=one.day,
        said_in=None if one.day else one.when,
        days_from_last=_days_from_last(source, one),
        published=source.published,
        nested=one.nested,
        continuation=one.continuation,
        hedges=tuple(source.text[start:end] for start, end in one.hedges),
        hedge_pieces=stretches_of(one.content, one.hedges),
    )


def stretches_of(content: Spans, pieces: Spans) -> Spans:
    """Pieces of an article as stretches of a content, joined as one text; those outside it are left out."""
    found = []
    offset = 0
    for start, end in content:
        inside = ((first, last) for first, last in pieces if start <= first and last <= end)
        found += [(offset + first - start, offset + last - start) for first, last in inside]
        offset += end - start + len(JOINT)
    return tuple(found)


def _rest_of_sentence(text: str, content: Spans) -> str:
    rest = text[content[-1][1] : content[-1][1] + AFTER]
    end = SENTENCE_END.search(rest)
    return rest[: end.start()] if end else rest


def _days_from_last(source: Source, one: Attribution) -> int | None:
    """What the sentence's words outside the content say of the day, where they name none: *on the same day*."""
    if one.said_on or one.nested or one.continuation or not one.cue:
        return None
    spans = sorted((*one.content, *one.cue))
    before = source.text[max(0, spans[0][0] - AFTER) : spans[0][0]]
    pieces = [SENTENCE_END.split(before)[-1], _rest_of_sentence(source.text, (spans[-1],))]
    between = zip(spans, spans[1:], strict=False)
    pieces += [source.text[end:start] for (_, end), (start, _) in between]
    pieces += [source.text[start:end] for start, end in one.cue]
    return days_from_last(" | ".join(pieces), language=source.language)


def conflict_notes(claims: Sequence[ReportedClaim]) -> dict[str, str]:
    """Where reports disagree, in words, by the key of each wording that departs from what most reports have."""
    notes: dict[str, str] = {}
    for dispute in disputes(claims):
        for key in (key for side in _departing(dispute) for key in side.wordings):
            notes[key] = "; ".join(filter(None, (notes.get(key), dispute.reason.in_english)))
    return notes


def _departing(dispute: Dispute) -> Iterable[Side]:
    """Who and when name the side of most reports first; of two claims, or two wordings, neither is the odd one."""
    return dispute.sides if dispute.other or dispute.kind == "what" else dispute.sides[1:]


def drift_notes(claims: Iterable[ReportedClaim]) -> dict[str, str]:
    """What wordings changed of their claims' meaning, in words, by their keys."""
    notes: dict[str, str] = {}
    for one in (departure for claim in claims for departure in departures(claim)):
        if one.kind in CHANGING:
            notes[one.wording] = "; ".join(filter(None, (notes.get(one.wording), one.reason.in_english)))
    return notes
