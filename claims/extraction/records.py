"""What extraction hands out: frozen records with code-point offsets, free of spaCy and Django.

Every span is ``(start, end)``, half open, in Unicode code points of the text that was handed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from claims.extraction.when import Precision, When, when

Span = tuple[int, int]
Spans = tuple[Span, ...]

Type = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "declines-to-comment", "cannot-verify"]
Kind = Literal["person", "organisation", "publication", "document", "government", "group", "unknown"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is meant, as far as one article tells.

    ``slug`` is made from ``name`` and is the same for all mentions of one speaker in an article;
    ``name`` is the clearest name the article gives (``Alibaba``, ``Lin Jian``, ``Maison-Blanche``).
    Extraction leaves the rest empty. Editors may know more: other names by which reports know the same speaker, and
    the slugs of those who are certainly somebody else, however alike their names are, or for whom it stands.
    """

    slug: str
    name: str
    kind: Kind = "unknown"
    other_names: tuple[str, ...] = ()
    parted_from: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where somebody is said to say something; the fields are those of the annotation guide.

    ``source`` is empty when the text names nobody. ``rule`` names the rule that fired and
    ``confidence`` is its estimated chance (0 to 1) of being right. ``hedges`` are the words in or beside
    content and cue that leave it open (*allegedly*, *soll*, *aurait*). ``said_on`` is the first day of the
    time of saying, which is known to ``said_on_precision``; both are None when the text gives none.
    """

    content: Spans
    cue: Spans
    source: Spans
    type: Type
    stance: Stance
    rule: str
    confidence: float
    speaker: Speaker | None = None
    said_on: date | None = None
    said_on_precision: Precision | None = None
    to: str = ""
    medium: str = ""
    via: Speaker | None = None
    based_on: str = ""
    nested: bool = False
    continuation: bool = False
    hedges: Spans = ()

    @property
    def when(self) -> When | None:
        """The time of saying as one value."""
        return when(self.said_on, self.said_on_precision)

    @property
    def day(self) -> date | None:
        """The day of saying where it is known to the day: what can be compared day by day."""
        return self.said_on if self.said_on_precision == "day" else None
