"""Where the reports of one story disagree: who said it, on which day, and what was said.

Each conflict names both sides with the wordings that stand for them, and no winner. Precise before complete: a
conflict that is none costs a reader's trust in all the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claims.extraction.records import Speaker
from claims.extraction.when import When
from claims.matching import grammar
from claims.matching.alignment import Alignment, align
from claims.matching.conflicts import conflicts
from claims.matching.credits import credited_words
from claims.matching.days import time_of, times_told
from claims.matching.quotes import quoted
from claims.matching.reading import Reading, Unit, read
from claims.matching.reasons import Reason, because
from claims.matching.relations import compared
from claims.matching.reported import ReportedClaim, ReportedWording, are_apart, in_order, names, overlap
from claims.matching.themes import common_themes
from claims.matching.words import tokens

ConflictKind = Literal["who", "when", "what"]

# Two quotations that are one, though credited to two speakers: all but a word or two, and enough words that chance
# or a common phrase is no answer. Chosen on the tests' stories.
QUOTED_ALIKE = 0.85
QUOTED_WEIGHT = 3.0
# Two wordings by one speaker that exclude each other must be about the same thing to be two reports of one saying.
ABOUT_ONE_THING = 0.7
THEMES = 2.0
MOST_COMPARED = 12  # wordings of a claim whose quotations are compared with another claim's
WITHOUT = frozenset({"ohne", "sans", "without"})
CREDITED, WORDS, RELAYED, QUOTED, DATED = 0.9, 0.85, 0.6, 0.8, 0.9


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """What one side has it to be: ``value`` (a speaker's slug, an ISO day, words), and the keys of its wordings."""

    value: str
    label: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Reports disagree about ``claim``; ``other`` is the claim of the second side where that is another one."""

    kind: ConflictKind
    claim: str
    other: str
    sides: tuple[Side, ...]
    score: float
    reason: Reason


def disputes(claims: Sequence[ReportedClaim]) -> tuple[Dispute, ...]:
    """All conflicts between the reports of one story, at most one of a kind about a claim or a pair of claims."""
    ordered = in_order(claims)
    quoting = {claim.key: _with_quotations(claim) for claim in ordered}
    speakers = {one.slug: one for claim in ordered for one in _speakers_of(claim)}
    told = times_told(ordered)
    found: list[Dispute] = []
    for claim in ordered:
        found += [*_who(claim, speakers), *_when(claim, told), *_what(claim)]
    found += _between(ordered, quoting)
    best: dict[tuple[str, str, str], Dispute] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.reason.key, one.sides)):
        best.setdefault((one.kind, one.claim, one.other), one)
    return tuple(best[key] for key in sorted(best))


def _speakers_of(claim: ReportedClaim) -> Iterator[Speaker]:
    yield from (one for wording in claim.wordings for one in (wording.speaker, wording.via) if one)
    if claim.speaker:
        yield claim.speaker


def _who(claim: ReportedClaim, speakers: dict[str, Speaker]) -> Iterator[Dispute]:
    """Whom the reports credit with one saying; the one of most reports is named first, as no more than that."""
    if claim.speaker is None:
        return
    own = [w for w in claim.wordings if w.speaker and not are_apart(w.speaker, claim.speaker)]
    for slug, wordings in _others(claim, speakers).items():
        other = speakers[slug]
        kind = _how_credited(claim.speaker, other, wordings)
        rest = [w for w in own if w not in wordings]
        if rest:
            reason = because(
                f"who.{kind}", one=claim.speaker.name, other=other.name, words=wordings[0].content
            )
            score = {"credited": CREDITED, "words": WORDS, "relayed": RELAYED}[kind]
            yield Dispute(
                "who",
                claim.key,
                "",
                (_side(claim.speaker.slug, claim.speaker.name, rest), _side(slug, other.name, wordings)),
                score,
                reason,
            )


def _others(claim: ReportedClaim, speakers: dict[str, Speaker]) -> dict[str, list[ReportedWording]]:
    """The wordings that credit somebody else than the claim's speaker, in so many words or by their author."""
    found: dict[str, list[ReportedWording]] = defaultdict(list)
    for wording in claim.wordings:
        if wording.speaker and are_apart(wording.speaker, claim.speaker):
            if claim.speaker and names([wording], claim.speaker) and wording.type != "direct":
                continue  # who reports that the speaker said it agrees on who said it
            found[wording.speaker.slug].append(wording)
            continue
        author = credited_words(wording, speakers.values())
        if author and are_apart(author, claim.speaker):
            found[author.slug].append(wording)
    return dict(sorted(found.items()))


def _how_credited(
    speaker: Speaker, other: Speaker, wordings: Sequence[ReportedWording]
) -> Literal["credited", "words", "relayed"]:
    if any(w.speaker and w.speaker.slug == other.slug and not w.via for w in wordings):
        return "credited"
    if any(w.speaker and w.speaker.slug == other.slug for w in wordings):
        return "relayed" if all(w.via and w.via.slug == speaker.slug for w in wordings) else "credited"
    return "words"


def _side(value: str, label: str, wordings: Iterable[ReportedWording]) -> Side:
    return Side(value, label, tuple(sorted(wording.key for wording in wordings)))


def _when(claim: ReportedClaim, told: Mapping[str, When]) -> Iterator[Dispute]:
    """Two reports that have no time of saying in common; a report that has several days tells of several sayings.

    A month that leaves room for the day of another report takes no side.
    """
    times: dict[str, set[When]] = defaultdict(set)
    by_time: dict[When, list[ReportedWording]] = defaultdict(list)
    for wording in (one for one in claim.wordings if one.key in told):
        times[wording.article].add(told[wording.key])
        by_time[told[wording.key]].append(wording)
    given = {frozenset(own) for own in times.values()}  # hundreds of reports give a few times
    if all(_may_be_one(own, theirs) for own in given for theirs in given):
        return
    taken = [when for when in by_time if not any(when != other and when.holds(other) for other in by_time)]
    ranked = sorted(taken, key=lambda when: (-len({w.article for w in by_time[when]}), when))
    sides = tuple(_side(str(when), str(when), by_time[when]) for when in ranked)
    reason = because("when", one=str(ranked[0]), other=str(ranked[1]))
    yield Dispute("when", claim.key, "", sides, DATED, reason)


def _may_be_one(one: Iterable[When], other: Iterable[When]) -> bool:
    return any(a.meets(b) for a in one for b in other)


def _what(claim: ReportedClaim) -> Iterator[Dispute]:
    """Numbers, names or a negation on which two reports' wordings of one claim exclude each other."""
    shown = sorted(
        (w for w in claim.wordings if not w.continuation), key=lambda w: (-w.reading.weight, w.key)
    )
    for one in shown[:3]:
        for other in shown:
            if other.article == one.article:
                continue
            first, second = sorted((one, other), key=lambda w: w.key)
            if (found := differing(first, second)) is not None:
                yield _about_what(claim.key, first, "", second, found)
                return


def _about_what(
    claim: str, x: ReportedWording, other: str, y: ReportedWording, found: tuple[str, str, str, float]
) -> Dispute:
    ground, left, right, score = found
    reason = because(f"what.{ground}", one=left, other=right)
    return Dispute("what", claim, other, (_side(left, left, [x]), _side(right, right, [y])), score, reason)


def differing(x: ReportedWording, y: ReportedWording) -> tuple[str, str, str, float] | None:
    """Ground, words of both sides and score, where two wordings of one thing exclude each other for certain.

    A negation counts within one language: what one denies (*sans scrupule*), another has a word for.
    """
    a, b = x.reading, y.reading
    alignment = align(a, b)
    if alignment.containment < ABOUT_ONE_THING or common_themes(a, b, alignment) < THEMES:
        return None
    score = round(min(0.95, alignment.containment), 2)
    for conflict in conflicts(a, b, alignment):
        if conflict.ground == "number" and _count_the_same(a, b, alignment):
            return "number", _with_next(a, conflict.a), _with_next(b, conflict.b), score
        if conflict.ground == "negation" and a.language == b.language and is_denied(x) != is_denied(y):
            return "negation", conflict.a, conflict.b, score
    named = _names_changed(a, b, alignment)
    return ("name", *named, score) if named else None


def is_denied(wording: ReportedWording) -> bool:
    """Whether a wording has a negation that turns a verb, not only one that takes a thing away."""
    found = {token.text.casefold() for token in tokens(wording.content, wording.language)}
    return bool(found & (grammar.words("negation", wording.language) - WITHOUT))


def _left(reading: Reading, paired: set[int], kind: str) -> list[Unit]:
    return [unit for unit in reading.units if unit.kind == kind and unit.place not in paired]


def _count_the_same(a: Reading, b: Reading, alignment: Alignment) -> bool:
    """One number is left on each side, and what stands next to it is the same: *12 dead*, *15 dead*."""
    left = _left(a, {i for i, _, _ in alignment.pairs}, "number")
    right = _left(b, {j for _, j, _ in alignment.pairs}, "number")
    if len(left) != 1 or len(right) != 1:
        return False
    near = {(left[0].place + step, right[0].place + other) for step in (-1, 1) for other in (-1, 1)}
    return any((i, j) in near for i, j, worth in alignment.pairs if worth >= 1)


def _with_next(reading: Reading, printed: str) -> str:
    for unit, following in zip(reading.units, reading.units[1:], strict=False):
        if unit.printed == printed:
            return f"{printed} {following.printed}"
    return printed


def _names_changed(a: Reading, b: Reading, alignment: Alignment) -> tuple[str, str] | None:
    """One name is left on each side of two wordings in one language that otherwise say the same."""
    if a.language != b.language or alignment.likeness < ABOUT_ONE_THING:
        return None
    left = _left(a, {i for i, _, _ in alignment.pairs}, "name")
    right = _left(b, {j for _, j, _ in alignment.pairs}, "name")
    if len(left) != 1 or len(right) != 1:
        return None
    return left[0].printed, right[0].printed


def _between(
    ordered: Sequence[ReportedClaim], quoting: dict[str, list[ReportedWording]]
) -> Iterator[Dispute]:
    """Two claims that are two reports of one saying: a quotation with two speakers, or one speaker's two numbers."""
    for a, x, b, y in compared(ordered):
        if a.key > b.key:
            a, x, b, y = b, y, a, x
        if a.stance != b.stance or a.articles & b.articles or a.stance not in {"asserts", "denies"}:
            continue
        if are_apart(a.speaker, b.speaker):
            yield from _quoted_twice(a, b, quoting)
        elif a.speaker and b.speaker and a.speaker.slug == b.speaker.slug and _same_day(a, b):
            found = differing(x, y)
            if found:
                yield _about_what(a.key, x, b.key, y, found)


def _same_day(a: ReportedClaim, b: ReportedClaim) -> bool:
    """Nothing speaks against one day: a toll that rises from day to day is no conflict."""
    times = [{when for w in claim.wordings if (when := time_of(w))} for claim in (a, b)]
    return not times[0] or not times[1] or _may_be_one(*times)


def _quoted_twice(
    a: ReportedClaim, b: ReportedClaim, quoting: dict[str, list[ReportedWording]]
) -> Iterator[Dispute]:
    for x in quoting[a.key]:
        for y in quoting[b.key]:
            if not (x.speaker and y.speaker) or overlap(x, y) or _passes_on(x, y) or _passes_on(y, x):
                continue
            if any(_is_one_quotation(one, x, two, y) for one in quoted(x) for two in quoted(y)):
                reason = because("who.quoted", one=x.speaker.name, other=y.speaker.name)
                sides = (
                    _side(x.speaker.slug, x.speaker.name, [x]),
                    _side(y.speaker.slug, y.speaker.name, [y]),
                )
                yield Dispute("who", a.key, b.key, sides, QUOTED, reason)
                return


def _with_quotations(claim: ReportedClaim) -> list[ReportedWording]:
    """A few of those that quote, each text once: what hundreds repeat is compared no more often than that."""
    texts = {wording.content: wording for wording in reversed(claim.wordings) if quoted(wording)}
    return sorted(texts.values(), key=lambda wording: wording.key)[:MOST_COMPARED]


def _passes_on(outer: ReportedWording, inner: ReportedWording) -> bool:
    """Whether one only reports that the other's speaker said it."""
    if inner.via and outer.speaker and inner.via.slug == outer.speaker.slug:
        return True
    return inner.speaker is not None and names([outer], inner.speaker) and not names([inner], inner.speaker)


def _is_one_quotation(one: str, x: ReportedWording, two: str, y: ReportedWording) -> bool:
    first, second = read(one, x.language), read(two, y.language)
    if min(first.weight, second.weight) < QUOTED_WEIGHT:
        return False
    return align(first, second).likeness >= QUOTED_ALIKE
