"""What the reports of one story say, claim by claim: what links, conflicts and drift are read from.

A wording here knows its place in its article and who that one report credits; a claim is what linking (or an
editor) joined. Keys are the caller's; nothing depends on the order in which anything is handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from claims.extraction.records import Spans, Speaker, Stance, Type
from claims.extraction.when import When
from claims.matching.concepts import LANGUAGES
from claims.matching.likeness import Item
from claims.matching.names import skeleton
from claims.matching.profiles import Profile, mentioned, profile
from claims.matching.reading import Reading, read
from claims.matching.settled import settled_nearness
from claims.matching.words import fold

EXEMPLARS = 2  # wordings a language by which a claim is compared with other claims


@dataclass(frozen=True, slots=True)
class ReportedWording:
    """One wording as one report has it.

    ``speaker`` is who this report credits, resolved across the story; ``spans`` are code points of the article's
    text; ``after`` is what follows the content there, as far as the sentence goes; ``based_on`` is as printed;
    ``said_in`` is the week, month or year of saying where the report gives no day (``said_on``);
    ``days_from_last`` says how many days after what its article told last it was said, where only that is told.
    ``hedges`` are the words with which the report leaves it open, ``hedge_pieces`` the half-open stretches of the
    content that they are; one beside the cue is none.
    """

    key: str
    article: str
    language: str
    content: str
    stance: Stance
    type: Type
    speaker: Speaker | None
    spans: Spans = ()
    after: str = ""
    via: Speaker | None = None
    based_on: str = ""
    said_on: date | None = None
    said_in: When | None = None
    days_from_last: int | None = None
    published: date | None = None
    nested: bool = False
    continuation: bool = False
    hedges: tuple[str, ...] = ()
    hedge_pieces: Spans = ()

    @property
    def reading(self) -> Reading:
        return read(self.content, self.language)


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """Wordings that are one claim, in the order of their keys."""

    key: str
    speaker: Speaker | None
    stance: Stance
    wordings: tuple[ReportedWording, ...]

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(wording.article for wording in self.wordings)

    @property
    def speakers(self) -> frozenset[str]:
        """Slugs of everybody whom a report credits with it, or through whom it is known."""
        found = {one.slug for wording in self.wordings for one in (wording.speaker, wording.via) if one}
        return frozenset(found | ({self.speaker.slug} if self.speaker else set()))


def in_order(claims: Iterable[ReportedClaim]) -> list[ReportedClaim]:
    return sorted(claims, key=lambda claim: claim.key)


def exemplars(claim: ReportedClaim) -> list[ReportedWording]:
    """The fullest wordings in each language: what a claim says is told by a few of them."""
    by_language: dict[str, list[ReportedWording]] = {}
    for wording in sorted(claim.wordings, key=lambda one: (-one.reading.weight, one.key)):
        by_language.setdefault(wording.language, []).append(wording)
    return [one for _, own in sorted(by_language.items()) for one in own[:EXEMPLARS]]


def item_of(claim: ReportedClaim, wording: ReportedWording) -> Item:
    """A wording as something that candidates are found for; its key is the claim's."""
    return Item(
        keys=(claim.key,),
        article=wording.article,
        stance=wording.stance,
        reading=wording.reading,
        speaker=wording.speaker,
        via=wording.via,
        said_on=wording.said_on,
    )


def is_inside(inner: ReportedWording, outer: ReportedWording) -> bool:
    """Whether one wording stands within the stretch that another covers in the same article."""
    if inner.article != outer.article or inner.key == outer.key or not inner.spans or not outer.spans:
        return False
    start, end = outer.spans[0][0], outer.spans[-1][1]
    return (
        start <= inner.spans[0][0]
        and inner.spans[-1][1] <= end
        and _length(inner.spans) < _length(outer.spans)
    )


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def overlap(a: ReportedWording, b: ReportedWording) -> bool:
    """Whether two wordings share words of one article."""
    return a.article == b.article and any(
        start < other_end and other_start < end
        for start, end in a.spans
        for other_start, other_end in b.spans
    )


def are_apart(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two speakers are certainly not one: both named, and neither may speak for the other."""
    if a is None or b is None or a.slug == b.slug:
        return False
    if settled := settled_nearness(a, b):
        return settled == "apart"
    one, other = profile_of(a), profile_of(b)
    if one.is_nobody or other.is_nobody or (one.institution and one.institution == other.institution):
        return False
    return not (_may_speak_for(a, other, b) or _may_speak_for(b, one, a))


def profile_of(speaker: Speaker) -> Profile:
    """Who a resolved speaker is, by the language that knows their name best; a firm's is a name in any."""
    found = [profile(name, language) for name in _names_of(speaker) for language in LANGUAGES]
    sign = -1 if speaker.kind in {"organisation", "person", "publication"} else 1
    return min(found, key=lambda one: (not one.institution, one.is_nobody, sign * len(one.names)))


def _names_of(speaker: Speaker) -> tuple[str, ...]:
    return speaker.name or speaker.slug, *speaker.other_names


def is_another(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two speakers are both known and not one, though one may speak for the other."""
    return a is not None and b is not None and a.slug != b.slug


def _may_speak_for(person: Speaker, body: Profile, what: Speaker) -> bool:
    return person.kind == "person" and not body.names and what.kind not in {"person", "publication"}


def marks_of(speaker: Speaker) -> frozenset[str]:
    """How a wording may name a speaker: an institution's concept, or the last word of a name by its sound."""
    return frozenset(mark for name in _names_of(speaker) for mark in _marks(name))


@lru_cache(maxsize=50_000)
def _marks(name: str) -> frozenset[str]:
    found = [profile(name, language) for language in LANGUAGES]
    known = frozenset(f"@{one.institution}" for one in found if one.institution)
    return known or frozenset(f"~{one.names[-1]}" for one in found if one.names)


def marks_in(reading: Reading) -> frozenset[str]:
    """Everybody whom a wording may name, as ``marks_of`` spells them."""
    institutions = {concept for concept in reading.concepts if concept.startswith("@")}
    names = {
        f"~{skeleton(fold(word))}"
        for unit in reading.units
        if unit.kind in {"name", "word"}
        for word in unit.printed.split()
    }
    return frozenset(institutions | names)


def names(wordings: Sequence[ReportedWording], speaker: Speaker) -> bool:
    """Whether any of the wordings speaks of somebody by name."""
    marks = marks_of(speaker)
    return any(
        marks & marks_in(wording.reading) or _body_in(wording.content, wording.language) in marks
        for wording in wordings
    )


@lru_cache(maxsize=50_000)
def _body_in(content: str, language: str) -> str:
    """The mark of a body of several common words (*Maison Blanche*), which a reading takes for things."""
    return f"@{mentioned(content, language)}"
