"""Links between the claims of one story: a claim denies, supports, contradicts or relies on another.

Candidates come through indexes: what is denied stands inside the denial, shares its things and acts, or is what
the report means by *these accusations*. Each link carries a score and its reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from claims.matching.alignment import align
from claims.matching.candidates import candidates
from claims.matching.compare import SURE_GROUNDS, relate
from claims.matching.conflicts import conflicts
from claims.matching.denials import Target, allegations, denied_by
from claims.matching.profiles import profile
from claims.matching.reasons import Reason, because
from claims.matching.reported import (
    ReportedClaim,
    ReportedWording,
    are_apart,
    exemplars,
    in_order,
    item_of,
    overlap,
)
from claims.matching.themes import common_themes

LinkKind = Literal["denies", "supports", "contradicts", "relies-on"]
SYMMETRIC: frozenset[LinkKind] = frozenset({"supports", "contradicts"})

# Two speakers who say the same, or the contrary, in so many words. Both are what a reader takes for it on the sample
# story and the tests' stories; lower, two sayings on one event come in.
SUPPORTING = 0.6
CONTRADICTING = 0.7
THEMES = 2.0  # things and acts that both must be about
NESTED, RELAYED, STATED = 0.95, 0.6, 0.8


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """``source`` and ``target`` are keys of claims; of a symmetric kind the lesser key is the source."""

    kind: LinkKind
    source: str
    target: str
    score: float
    reason: Reason


Pair = tuple[ReportedClaim, ReportedWording, ReportedClaim, ReportedWording]


def link_claims(claims: Sequence[ReportedClaim]) -> tuple[ClaimLink, ...]:
    """All links of one story, each kind once between two claims; independent of the order of the claims."""
    ordered = in_order(claims)
    pairs = list(compared(ordered))
    found = [*_denials(ordered, pairs), *_relying(ordered, pairs)]
    linked = {frozenset((link.source, link.target)) for link in found}
    for link in _by_comparison(pairs):
        if frozenset((link.source, link.target)) not in linked:
            found.append(link)
    return _best(found)


def compared(ordered: Sequence[ReportedClaim]) -> Iterator[Pair]:
    """Pairs of different claims that share something rare, with the wordings that do; about as many as claims."""
    shown = [(claim, wording) for claim in ordered for wording in exemplars(claim)]
    for i, j in candidates([item_of(claim, wording) for claim, wording in shown]):
        (a, x), (b, y) = shown[i], shown[j]
        if a.key != b.key:
            yield a, x, b, y


def _best(links: Iterable[ClaimLink]) -> tuple[ClaimLink, ...]:
    """Of several reasons for one link the surest."""
    best: dict[tuple[str, str, str], ClaimLink] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.reason.key, one.reason.words)):
        best.setdefault((link.kind, link.source, link.target), link)
    return tuple(best[key] for key in sorted(best))


def _denials(ordered: Sequence[ReportedClaim], pairs: Sequence[Pair]) -> Iterator[ClaimLink]:
    denials = [claim for claim in ordered if claim.stance == "denies"]
    alleged = allegations(ordered)
    partners: dict[str, list[tuple[ReportedWording, ReportedClaim, ReportedWording]]] = defaultdict(list)
    for a, x, b, y in pairs:
        if a.stance == "denies" and b.stance == "asserts":
            partners[a.key].append((x, b, y))
        if b.stance == "denies" and a.stance == "asserts":
            partners[b.key].append((y, a, x))
    for denial in denials:
        for target in denied_by(denial, alleged, partners[denial.key]):
            yield _denies(denial, target)


def _denies(denial: ReportedClaim, target: Target) -> ClaimLink:
    return ClaimLink("denies", denial.key, target.claim.key, target.score, target.reason)


def _by_comparison(pairs: Iterable[Pair]) -> Iterator[ClaimLink]:
    for a, x, b, y in pairs:
        if a.stance != b.stance or a.stance not in {"asserts", "denies"} or not _are_two_voices(a, b):
            continue
        alignment = align(x.reading, y.reading)
        if common_themes(x.reading, y.reading, alignment) < THEMES or overlap(x, y):
            continue
        relation = relate(x.reading, y.reading, alignment)
        source, target, one, other = (a, b, x, y) if a.key < b.key else (b, a, y, x)
        if relation == "same" and alignment.likeness >= SUPPORTING:
            reason = because("supports.same", one=one.content, other=other.content)
            yield ClaimLink("supports", source.key, target.key, round(alignment.likeness, 2), reason)
        elif relation == "contradicts" and alignment.containment >= CONTRADICTING and a.stance == "asserts":
            yield from _contradicts(source, one, target, other)


def _contradicts(
    a: ReportedClaim, x: ReportedWording, b: ReportedClaim, y: ReportedWording
) -> Iterator[ClaimLink]:
    alignment = align(x.reading, y.reading)
    for conflict in conflicts(x.reading, y.reading, alignment):
        if conflict.ground in SURE_GROUNDS:
            reason = because(f"contradicts.{conflict.ground}", one=x.content, other=y.content)
            yield ClaimLink("contradicts", a.key, b.key, round(alignment.containment, 2), reason)
            return


def _are_two_voices(a: ReportedClaim, b: ReportedClaim) -> bool:
    """Different speakers, and neither known only through the other: who passes a saying on does not support it."""
    if not are_apart(a.speaker, b.speaker):
        return False
    relays = {w.via.slug for claim in (a, b) for w in claim.wordings if w.via}
    return not relays & {one.slug for one in (a.speaker, b.speaker) if one}


def _relying(ordered: Sequence[ReportedClaim], pairs: Iterable[Pair]) -> Iterator[ClaimLink]:
    """Who says that they go by a document rely on what its author says through them."""
    relayed: dict[tuple[str, str], list[ReportedClaim]] = defaultdict(list)
    for claim in ordered:
        for speaker, relay in sorted(_relays(claim)):
            relayed[speaker, relay].append(claim)
    for claim in (one for one in ordered if one.stance == "asserts"):
        own = claim.speaker.slug if claim.speaker else ""
        for document, author in sorted(_documents(claim, {speaker for speaker, _ in relayed})):
            for other in relayed.get((author, own), ()):
                if other.key != claim.key:
                    reason = because("relies-on.document", document=document)
                    yield ClaimLink("relies-on", claim.key, other.key, STATED, reason)
    yield from _same_through(pairs)


def _relays(claim: ReportedClaim) -> set[tuple[str, str]]:
    """Author and relay of wordings that are known through somebody else."""
    return {
        (wording.speaker.slug, wording.via.slug)
        for wording in claim.wordings
        if wording.speaker and wording.via and wording.speaker == claim.speaker
    }


def _documents(claim: ReportedClaim, authors: set[str]) -> set[tuple[str, str]]:
    """Documents that a claim's speaker is said to go by, with their author where the story knows them."""
    return {
        (wording.based_on, author)
        for wording in claim.wordings
        if wording.based_on and (author := profile(wording.based_on, wording.language).institution) in authors
    }


def _same_through(pairs: Iterable[Pair]) -> Iterator[ClaimLink]:
    """The paper says what the ministry says through the paper: it relies on the ministry."""
    for a, x, b, y in pairs:
        for claim, wording, other, known in ((a, x, b, y), (b, y, a, x)):
            if not (claim.speaker and known.via and known.speaker and claim.stance == other.stance):
                continue
            if known.via.slug != claim.speaker.slug or not are_apart(known.speaker, claim.speaker):
                continue
            alignment = align(wording.reading, known.reading)
            is_same = relate(wording.reading, known.reading, alignment) == "same"
            if is_same and common_themes(wording.reading, known.reading, alignment) >= THEMES:
                reason = because("relies-on.relay", speaker=known.speaker.name, relay=known.via.name)
                yield ClaimLink("relies-on", claim.key, other.key, RELAYED, reason)
