"""What a denial denies: a saying that stands inside it, one about the same things, or what it only points at.

*Ces accusations*, *the claims in the article* and *einen Bericht der FT* say nothing by themselves. They mean
what that speaker, or others in the same reports, are said to claim about whoever denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.matching.alignment import align
from claims.matching.concepts import concept_set
from claims.matching.reading import Reading, Unit
from claims.matching.reasons import Reason, because
from claims.matching.reported import (
    ReportedClaim,
    ReportedWording,
    are_apart,
    is_another,
    is_inside,
    marks_in,
    marks_of,
)
from claims.matching.themes import common_themes, is_theme

NESTED = 0.95
NAMED, POINTING = 0.8, 0.7
# Things and acts that a denial must share with what it denies. With one, every saying about data would be denied
# by whoever speaks of data; with three, half of the true ones are lost (measured on the sample story).
THEMES = 2.0
WHOLE = 0.9  # or the shorter of the two is all about one thing that both are about
BESIDE_NESTED = (
    0.5  # containment from which a denial that repeats one saying is taken to deny another one too
)
MOST = 8  # targets of one denial that only points: a reader is not helped by more


@dataclass(frozen=True, slots=True)
class Target:
    claim: ReportedClaim
    score: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Allegations:
    """What is asserted in a story, by whom it speaks of and by where it stands."""

    about: dict[str, list[ReportedClaim]]  # by the marks of whoever is named in a wording
    in_article: dict[str, list[tuple[ReportedClaim, ReportedWording]]]  # nested wordings


Partner = tuple[
    ReportedWording, ReportedClaim, ReportedWording
]  # a denial's wording, a claim and its wording


def allegations(ordered: Sequence[ReportedClaim]) -> Allegations:
    about: dict[str, list[ReportedClaim]] = defaultdict(list)
    nested: dict[str, list[tuple[ReportedClaim, ReportedWording]]] = defaultdict(list)
    for claim in ordered:
        if claim.stance != "asserts":
            continue
        for mark in sorted({mark for one in claim.wordings for mark in marks_in(one.reading)}):
            about[mark].append(claim)
        for wording in claim.wordings:
            nested[wording.article].append((claim, wording))
    return Allegations(dict(about), dict(nested))


def denied_by(denial: ReportedClaim, alleged: Allegations, partners: Iterable[Partner]) -> list[Target]:
    """What a denial denies; where any of its wordings tells, those that only point add nothing."""
    inside = list(_inside(denial, alleged))
    by_content = list(_by_content(denial, partners, least=BESIDE_NESTED if inside else 0.0))
    return [*inside, *by_content] or list(_pointed_at(denial, alleged))


def _inside(denial: ReportedClaim, alleged: Allegations) -> Iterator[Target]:
    for wording in denial.wordings:
        for claim, inner in alleged.in_article.get(wording.article, ()):
            if is_inside(inner, wording) and _may_deny(denial, claim, wording):
                yield Target(claim, NESTED, because("denies.nested", words=inner.content))


def _by_content(denial: ReportedClaim, partners: Iterable[Partner], *, least: float) -> Iterator[Target]:
    """``least``: the share of the better covered side that must have a partner."""
    for wording, claim, other in partners:
        if not _may_deny(denial, claim, wording) or _is_negated(other.reading, wording.reading):
            continue
        alignment = align(wording.reading, other.reading)
        themes = common_themes(wording.reading, other.reading, alignment)
        if alignment.containment < least:
            continue
        if themes >= THEMES or (themes >= 1 and alignment.containment >= WHOLE):
            score = round(min(0.9, 0.4 + 0.1 * themes + 0.2 * alignment.containment), 2)
            reason = because("denies.content", denial=wording.content, claim=other.content)
            yield Target(claim, score, reason)


def _is_negated(alleged: Reading, denied: Reading) -> bool:
    return bool(alleged.negations) and not denied.negations


def _pointed_at(denial: ReportedClaim, alleged: Allegations) -> Iterator[Target]:
    denier = denial.speaker
    pointing = [wording for wording in denial.wordings if points(wording.reading)]
    if denier is None or not pointing:
        return
    meant = {mark for wording in pointing for mark in marks_in(wording.reading)}
    articles = {wording.article for wording in pointing}
    found = {
        claim.key: claim
        for mark in marks_of(denier)
        for claim in alleged.about.get(mark, ())
        if is_another(denier, claim.speaker) and articles & claim.articles
    }
    accusers = [claim for claim in found.values() if claim.speaker and meant & marks_of(claim.speaker)]
    chosen = accusers or _of_papers(found.values()) or list(found.values())
    chosen.sort(key=lambda claim: (-len(claim.articles & articles), claim.key))
    words = min((wording.content for wording in pointing), key=lambda text: (len(text), text))
    for claim in chosen[:MOST]:
        speaker = claim.speaker.name if claim.speaker else ""
        if accusers:
            yield Target(
                claim, NAMED, because("denies.named", words=words, speaker=speaker, denier=denier.name)
            )
        else:
            yield Target(claim, POINTING, because("denies.pointing", words=words, denier=denier.name))


def _of_papers(claims: Iterable[ReportedClaim]) -> list[ReportedClaim]:
    """Where a paper or a document accuses, *the accusations* are theirs rather than what others add."""
    kinds = {"publication", "document"}
    return [claim for claim in claims if claim.speaker and claim.speaker.kind in kinds]


def _may_deny(denial: ReportedClaim, claim: ReportedClaim, wording: ReportedWording) -> bool:
    """Nobody denies what they say themselves, nor, in saying what was never done, what their own body does."""
    if not is_another(denial.speaker, claim.speaker):
        return False
    return are_apart(denial.speaker, claim.speaker) or not wording.reading.negations


def points(reading: Reading) -> bool:
    """Whether a wording begins with a report or a judgement and says little more: *ces accusations*, *tout*."""
    heavy = [unit for unit in reading.units if not _is_aside(unit)]
    if not heavy:
        return True
    own = [unit for unit in heavy if is_theme(unit) and not unit.concepts & concept_set("judgement")]
    return bool(heavy[0].concepts & concept_set("on-report")) and 2 * len(own) <= len(heavy)


def _is_aside(unit: Unit) -> bool:
    return unit.weight < 0.5 or unit.kind == "name" or bool(unit.concepts & concept_set("emphasis"))
