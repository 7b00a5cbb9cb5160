"""What one report's wording of a claim adds, leaves out or changes, measured against the claim's reference wording.

The reference is the wording most like the others, in the language of most reports. A departure is named in words
a journalist understands, with its pieces marked in the content. It says that the words differ, not who is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from claims.matching.alignment import Alignment, align
from claims.matching.concepts import concept_set
from claims.matching.conflicts import conflicts
from claims.matching.denials import points
from claims.matching.departure import Departure, DepartureKind, spans_of, text_at
from claims.matching.disputes import is_denied
from claims.matching.reading import Unit
from claims.matching.reasons import because
from claims.matching.reported import ReportedClaim, ReportedWording
from claims.matching.requoting import requoted, reworded

COMPARABLE = 0.35  # likeness from which two wordings can be laid side by side piece by piece
ALIKE = 0.6  # likeness from which a single changed piece means something
# Weight of neighbouring pieces that are worth naming: two concepts, or a name and a concept. Across languages more:
# an idiom that the lexicon takes word by word (*prêter main-forte*) weighs as much as three.
SUBSTANTIAL = 2.4
SUBSTANTIAL_ACROSS = 3.5
PARAPHRASED = 0.5  # share of a piece's weight from which pieces in its place pass for a paraphrase of it
COMPARED = 8  # wordings that each candidate for the reference is compared with


def reference_of(claim: ReportedClaim) -> ReportedWording:
    """The wording that the others are measured by: of the language of most reports, the most like all others."""
    reports = Counter(language for _, language in {(w.article, w.language) for w in claim.wordings})
    whole = [w for w in claim.wordings if not w.nested and not w.continuation and not points(w.reading)]
    chosen = whole or [w for w in claim.wordings if not w.continuation] or list(claim.wordings)
    language = min({w.language for w in chosen}, key=lambda one: (-reports[one], one))
    own = sorted((w for w in chosen if w.language == language), key=lambda w: (_day(w), w.key))
    step = max(1, len(chosen) // COMPARED)
    others = sorted(chosen, key=lambda w: w.key)[::step][:COMPARED]
    is_hedged = 2 * sum(bool(w.hedges) for w in others) > len(others)
    return min(
        own[: COMPARED * 4],
        key=lambda w: (bool(w.hedges) != is_hedged, -_centrality(w, others), _day(w), w.key),
    )


def _day(wording: ReportedWording) -> str:
    return wording.published.isoformat() if wording.published else "9999"


def _centrality(wording: ReportedWording, others: Sequence[ReportedWording]) -> float:
    """How much of the others it has, and how little besides."""
    found = [align(wording.reading, one.reading) for one in others if one.key != wording.key]
    return round(sum(alignment.covers_b + 2 * alignment.likeness for alignment in found), 3)


def departures(claim: ReportedClaim) -> tuple[Departure, ...]:
    """Where the wordings of one claim depart from its reference, in the order of their keys."""
    if len(claim.articles) < 2:
        return ()
    reference = reference_of(claim)
    by_article: dict[str, list[ReportedWording]] = defaultdict(list)
    for wording in claim.wordings:
        if wording.article != reference.article:
            by_article[wording.article].append(wording)
    found = [
        departure
        for _, own in sorted(by_article.items())
        for departure in _of_report(sorted(own, key=lambda w: w.key), reference)
    ]
    return tuple(sorted(found, key=lambda one: (one.wording, one.kind, one.pieces)))


def _of_report(own: Sequence[ReportedWording], reference: ReportedWording) -> Iterator[Departure]:
    comparable = []
    for wording in own:
        alignment = align(wording.reading, reference.reading)
        if alignment.likeness >= COMPARABLE or alignment.containment >= ALIKE:
            comparable.append(wording)
            yield from _pieces(wording, reference, alignment)
        yield from requoted(wording, reference)
        yield from reworded(wording, reference)
    if comparable:
        nearest = min(comparable, key=lambda w: (w.nested, -_likeness(w, reference), w.key))
        yield from _modality(nearest, own, reference)
        yield from _omits(nearest, own, reference)


def _likeness(wording: ReportedWording, reference: ReportedWording) -> float:
    return align(wording.reading, reference.reading).likeness


def _pieces(
    wording: ReportedWording, reference: ReportedWording, alignment: Alignment
) -> Iterator[Departure]:
    reading, other = wording.reading, reference.reading
    left = [unit for unit in reading.units if unit.place not in {i for i, _, _ in alignment.pairs}]
    missing = [unit for unit in other.units if unit.place not in {j for _, j, _ in alignment.pairs}]
    numbers = _single(left, "number"), _single(missing, "number")
    if numbers[0] and numbers[1]:
        yield _changed("number", wording, numbers[0], reference, numbers[1])
    is_one_language = wording.language == reference.language
    if is_one_language and alignment.likeness >= ALIKE:
        named = _single(left, "name"), _single(missing, "name")
        if named[0] and named[1]:
            kind: DepartureKind = "actor" if _leads(named[0]) and _leads(named[1]) else "name"
            yield _changed(kind, wording, named[0], reference, named[1])
        if is_denied(wording) != is_denied(reference):
            yield from _negation(wording, reference, alignment)
    pairs = [(i, j) for i, j, _ in alignment.pairs]
    added = _longest(left, missing, pairs, _worth_naming(wording, reference))
    if added:
        pieces = spans_of(wording, added)
        reason = because("drift.adds", words=text_at(wording, pieces))
        yield Departure(wording.key, reference.key, "adds", reason, pieces)


def _single(units: Sequence[Unit], kind: str) -> Unit | None:
    found = [unit for unit in units if unit.kind == kind]
    return found[0] if len(found) == 1 else None


def _leads(unit: Unit) -> bool:
    """Whether a name stands first, where a clause has who acts."""
    return unit.place == 0


def _changed(
    kind: DepartureKind, wording: ReportedWording, unit: Unit, reference: ReportedWording, other: Unit
) -> Departure:
    pieces, theirs = spans_of(wording, [unit]), spans_of(reference, [other])
    reason = because(f"drift.{kind}", words=text_at(wording, pieces), other=text_at(reference, theirs))
    return Departure(wording.key, reference.key, kind, reason, pieces, theirs)


def _negation(
    wording: ReportedWording, reference: ReportedWording, alignment: Alignment
) -> Iterator[Departure]:
    for conflict in conflicts(wording.reading, reference.reading, alignment):
        if conflict.ground == "negation":
            units = [unit for unit in wording.reading.units if unit.printed == conflict.a]
            others = [unit for unit in reference.reading.units if unit.printed == conflict.b]
            yield _changed("negation", wording, units[0], reference, others[0])
            return


def _modality(
    nearest: ReportedWording, own: Sequence[ReportedWording], reference: ReportedWording
) -> Iterator[Departure]:
    """One report hedges what the reference states, or states what it hedges; all of a report's wordings count."""
    hedged = [wording for wording in own if wording.hedges]
    if hedged and not reference.hedges:
        wording = hedged[0]
        reason = because("drift.hedged", words=wording.hedges[0])
        yield Departure(wording.key, reference.key, "modality", reason, wording.hedge_pieces)
    elif reference.hedges and not hedged:
        whole = ((0, len(nearest.content)),)
        reason = because("drift.stronger", words=nearest.content)
        yield Departure(nearest.key, reference.key, "modality", reason, whole, reference.hedge_pieces)


def _omits(
    nearest: ReportedWording, own: Sequence[ReportedWording], reference: ReportedWording
) -> Iterator[Departure]:
    """What none of a report's wordings has; told of the one that comes nearest."""
    covered = {j for wording in own for _, j, _ in align(wording.reading, reference.reading).pairs}
    missing = [unit for unit in reference.reading.units if unit.place not in covered]
    pairs = [(j, i) for i, j, _ in align(nearest.reading, reference.reading).pairs]
    left = [unit for unit in nearest.reading.units if unit.place not in {i for _, i in pairs}]
    left_out = _longest(missing, left, pairs, _worth_naming(nearest, reference))
    if left_out:
        pieces = spans_of(reference, left_out)
        reason = because("drift.omits", words=text_at(reference, pieces))
        yield Departure(nearest.key, reference.key, "omits", reason, (), pieces)


def _longest(
    units: Sequence[Unit], others: Sequence[Unit], pairs: Sequence[tuple[int, int]], least: float
) -> list[Unit]:
    """The weightiest run of neighbours that the other side has nothing for, if it is worth naming.

    ``others`` are the other side's pieces without a partner, ``pairs`` places here and there. Emphasis, pronouns
    and hedges are no pieces; where the other side has pieces of its own in the same gap, it says it otherwise.
    """
    runs: list[list[Unit]] = []
    for unit in units:
        if unit.weight < 0.5 or unit.concepts & concept_set("emphasis"):
            continue
        if runs and unit.place - runs[-1][-1].place <= 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    kept = [run for run in runs if PARAPHRASED * _weight(run) > _weight(_in_gap(run, others, pairs))]
    best = max(kept, key=lambda run: (_weight(run), -run[0].place), default=[])
    return best if _weight(best) >= least else []


def _worth_naming(wording: ReportedWording, reference: ReportedWording) -> float:
    return SUBSTANTIAL if wording.language == reference.language else SUBSTANTIAL_ACROSS


def _weight(units: Sequence[Unit]) -> float:
    return sum(unit.weight for unit in units)


def _in_gap(run: Sequence[Unit], others: Sequence[Unit], pairs: Sequence[tuple[int, int]]) -> list[Unit]:
    """The other side's pieces between the partners of what stands before and behind a run."""
    before = [there for here, there in sorted(pairs) if here < run[0].place]
    behind = [there for here, there in sorted(pairs) if here > run[-1].place]
    low = before[-1] if before else -1
    high = behind[0] if behind else max((unit.place for unit in others), default=0) + 1
    if low >= high:
        return list(others)
    return [unit for unit in others if low < unit.place < high]
