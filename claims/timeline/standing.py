"""How a claim stands to others and what its reports disagree on, as values; nothing here knows the database.

``reason`` is a sentence in English or an editor's own words; with ``reason_key`` and ``reason_words`` an interface
says a machine's in its own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from claims.extraction.when import When

LinkedHow = Literal[
    "denies", "denied-by", "supports", "contradicts", "relies-on", "relied-on-by"
]  # the last of each pair is the other way round; supports and contradicts are mutual


@dataclass(frozen=True, slots=True)
class LinkLine:
    """Another claim of the story, seen from this one. ``headline`` is a wording some article has."""

    how: LinkedHow
    claim_id: int
    story: str  # its slug
    speaker: str  # "" when nobody is named
    stance: str
    headline: str
    headline_language: str
    reports: int
    origin: str  # machine or editor
    score: float
    reason: str
    reason_key: str = ""
    reason_words: Mapping[str, str] = field(default_factory=dict)
    id: int = 0
    when: When | None = None  # when the other claim was said


@dataclass(frozen=True, slots=True)
class SideWording:
    """The words of one report on one side of a conflict."""

    attribution_id: int
    article_id: int
    outlet: str
    language: str
    content: str


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """``value`` is a speaker's slug, an ISO day or words; ``label`` what to show for it."""

    value: str
    label: str
    reports: int
    wordings: tuple[SideWording, ...]


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """Reports disagree; no side is chosen. ``other_claim_id`` is set when the second side is a claim of its own.

    One that an editor settled has ``settled_at``, who did it, and in their words what settled it.
    """

    id: int
    kind: str  # who, when or what
    sides: tuple[ConflictSide, ...]
    origin: str
    score: float
    reason: str
    reason_key: str = ""
    reason_words: Mapping[str, str] = field(default_factory=dict)
    other_claim_id: int | None = None
    settled_at: datetime | None = None
    settled_by: str = ""
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class DriftLine:
    """What one wording adds to, omits from or changes in the claim's reference wording.

    ``pieces`` are the exact words that depart, ``reference_pieces`` those that they depart from; ``places`` are the
    ends, half open, of the former in code points of the wording's article.
    """

    attribution_id: int
    reference_id: int
    kind: str
    outlet: str
    language: str
    pieces: tuple[str, ...]
    reference_pieces: tuple[str, ...]
    reason: str
    reason_key: str = ""
    reason_words: Mapping[str, str] = field(default_factory=dict)
    places: tuple[tuple[int, int], ...] = ()
