"""One thing in which a wording departs from its claim's reference wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claims.extraction.records import Spans
from claims.matching.places import places_of, stretch
from claims.matching.reading import Unit
from claims.matching.reasons import Reason
from claims.matching.reported import ReportedWording

DepartureKind = Literal[
    "adds", "omits", "modality", "number", "negation", "actor", "name", "quote", "reworded"
]


@dataclass(frozen=True, slots=True)
class Departure:
    """``pieces``: half-open stretches of the wording's content; ``reference_pieces`` of the reference's."""

    wording: str
    reference: str
    kind: DepartureKind
    reason: Reason
    pieces: Spans = ()
    reference_pieces: Spans = ()


def spans_of(wording: ReportedWording, units: Sequence[Unit]) -> Spans:
    """One stretch from the first to the last of neighbouring units."""
    places = places_of(wording.content, wording.language)
    return (stretch(places[unit.place] for unit in units),)


def text_at(wording: ReportedWording, pieces: Spans) -> str:
    return " … ".join(wording.content[start:end] for start, end in pieces)
