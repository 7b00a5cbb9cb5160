"""How sure two sayings of one story are the same claim.

Beside what the wordings share this weighs who speaks, in which act, and in which article; a sentence on the
report itself (*ces accusations*, *no comment*) says so little that the act decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.extraction.records import Speaker, Stance
from claims.matching.alignment import Alignment, align
from claims.matching.compare import relate
from claims.matching.concepts import Concepts, concept_set
from claims.matching.reading import Reading, Unit
from claims.matching.speakers import Directory, Nearness

# Likeness from which two sayings are one, by how near their speakers are: one speaker rarely says two things so
# alike in one story, while two speakers often do. Measured on the gold attributions of five real reports (claim
# pairs P 1, R 1; from .48 on R is .95) and on 590 unrelated everyday sentences put in one speaker's mouth, where
# "same" at .38 gives P .65 and at .45 P .85.
JOIN: dict[Nearness, float] = {"same": 0.45, "near": 0.5, "apart": 0.72}
WITHIN_ARTICLE = 0.5  # the same for one speaker twice in one article, who mostly says two things
CONTAINED = (
    0.7  # what it is worth that the shorter wording is wholly part of the longer; .55 to .7 measure alike
)
SPECIFIC = 1.6  # weight from which a wording says enough for that: two concepts
# What both sides say must weigh this much, or the likeness must be greater by SCANT for each unit that lacks.
# Without it short phrases (I know, he said so) join. Chosen on two stories that were annotated blind: 37 right pairs of 47
# that are put together against 30 of 40 with 2.0 and .2, and the five reports stay whole.
ENOUGH: dict[Nearness, float] = {"same": 1.6, "near": 2.1, "apart": 4.0}
SCANT: dict[Nearness, float] = {"same": 0.12, "near": 0.12, "apart": 0.2}
SAME_ACT = (
    0.45  # two acts that say no more than that they happened: just enough to join when nothing forbids it
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to link: a saying with the sentences that take it up; ``keys`` are theirs."""

    keys: tuple[str, ...]
    article: str
    stance: Stance
    reading: Reading
    speaker: Speaker | None
    via: Speaker | None
    said_on: date | None


def likeness(a: Item, b: Item, people: Directory) -> float:
    """0 when the two are not one claim, else how sure it is (to 1); symmetric."""
    if not _may_agree(a, b):
        return 0.0
    nearness = _nearness(a, b, people)
    alignment = align(a.reading, b.reading)
    if relate(a.reading, b.reading, alignment) == "contradicts" and alignment.likeness >= JOIN["near"]:
        return 0.0
    act = _act(a, b, alignment) if nearness == "same" or _unnamed(a, b, people) else 0.0
    score = _score(a, b, alignment, nearness)
    least = _least(a, b, nearness) + SCANT[nearness] * max(0.0, ENOUGH[nearness] - _evidence(a, b, alignment))
    return max(act, score if score >= least else 0.0)


def _unnamed(a: Item, b: Item, people: Directory) -> bool:
    """Whether the one side names nobody, and so may be the other."""
    return a.article != b.article and any(people.tells_little(item.speaker) for item in (a, b))


def _least(a: Item, b: Item, nearness: Nearness) -> float:
    is_twice = nearness == "same" and a.article == b.article
    return max(JOIN[nearness], WITHIN_ARTICLE) if is_twice else JOIN[nearness]


def _evidence(a: Item, b: Item, alignment: Alignment) -> float:
    """The weight of all that both sides say: two light words in common are chance."""
    return sum(
        worth * min(a.reading.units[i].weight, b.reading.units[j].weight) for i, j, worth in alignment.pairs
    )


def _may_agree(a: Item, b: Item) -> bool:
    """A claim and its denial never do, whatever they share; nor do a judgement on a report and its bare denial."""
    if a.stance != b.stance or a.stance != "denies":
        return a.stance == b.stance
    words = concept_set("on-report") | concept_set("judgement")
    return _judges(a) == _judges(b) or not (_points(a, words) and _points(b, words))


def _nearness(a: Item, b: Item, people: Directory) -> Nearness:
    """Who a report names and through whom it knows it are two chances to mean the same speaker."""
    found = {
        people.nearness(x, y)
        for x in (a.speaker, a.via or a.speaker)
        for y in (b.speaker, b.via or b.speaker)
    }
    direct = people.nearness(a.speaker, b.speaker)
    return "near" if direct == "apart" and "same" in found else direct


def _score(a: Item, b: Item, alignment: Alignment, nearness: Nearness) -> float:
    if nearness != "same" or _evidence(a, b, alignment) < SPECIFIC:
        return alignment.likeness
    return max(alignment.likeness, CONTAINED * alignment.containment)


def _act(a: Item, b: Item, alignment: Alignment) -> float:
    """The worth of two acts of one speaker whose words only point at what is known."""
    if a.stance in {"declines-to-comment", "cannot-verify"}:
        return (
            SAME_ACT + 0.1
            if _points(a, concept_set("no-comment")) or _points(b, concept_set("no-comment"))
            else 0.0
        )
    if a.stance != "denies":
        return 0.0
    if _judges(a) and _judges(b):
        return 2 * SAME_ACT
    if _judges(a) or _judges(b) or not (_on_report(a) and _on_report(b)):
        return 0.0
    return (
        1.2 * SAME_ACT
        if _points(a, concept_set("on-report")) or _points(b, concept_set("on-report"))
        else 0.0
    )


def _points(item: Item, words: Concepts) -> bool:
    """Whether a wording has no content of its own: all its concepts are of the given kind."""
    return all(
        unit.concepts & (words | concept_set("emphasis")) or _is_light(unit) for unit in item.reading.units
    )


def _is_light(unit: Unit) -> bool:
    """A pronoun, or a name: an accuser that a report happens to mention."""
    return unit.weight < 0.5 or unit.kind == "name"


def _judges(item: Item) -> bool:
    """*The claims in the article are completely false*: a judgement on the report and nothing else."""
    return _points(item, concept_set("on-report") | concept_set("judgement")) and bool(
        item.reading.concepts & concept_set("judgement")
    )


def _on_report(item: Item) -> bool:
    """Whether a wording begins with the report that is denied: *an article accusing it of …*."""
    heavy = [unit for unit in item.reading.units if not _is_light(unit)]
    return bool(heavy) and bool(heavy[0].concepts & concept_set("on-report"))
