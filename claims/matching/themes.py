"""What two wordings have in common beyond who is named and which report is meant: the things and acts they are about.

Weaker than likeness, which asks whether two wordings say the same: a denial and what it denies rarely do. Acts of
one kind count as common (*provide data*, *sent data*), as ``kin.tsv`` lists them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.matching.alignment import Alignment
from claims.matching.concepts import Concepts, concept_set
from claims.matching.reading import Reading, Unit

LIGHT = 0.6  # weight up to which a concept says too little to be what a saying is about
# Who acts in any political story, and words for saying who said it: no more than names.
ACTORS: Concepts = frozenset({"state", "government", "authority", "country", "person", "people", "attribute"})


@cache
def _kin() -> dict[str, frozenset[int]]:
    """The rows of ``kin.tsv`` that each concept stands in."""
    lines = (files(__package__) / "kin.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines if line and not line.startswith("#")]
    return {
        concept: frozenset(number for number, row in enumerate(rows) if concept in row)
        for row in rows
        for concept in row
    }


def is_theme(unit: Unit) -> bool:
    """Whether a unit is a thing or an act: no name, place, number, kind of company or word for a report."""
    aside = (
        ACTORS
        | concept_set("sort")
        | concept_set("on-report")
        | concept_set("emphasis")
        | concept_set("role")
    )
    if unit.kind == "word":
        return True
    kept = unit.concepts - aside
    return unit.kind == "concept" and unit.weight > LIGHT and not unit.is_place and kept == unit.concepts


def common_themes(a: Reading, b: Reading, alignment: Alignment) -> float:
    """How many things and acts both are about; one of the same kind counts as one that is the same."""
    paired = [(i, j) for i, j, _ in alignment.pairs if is_theme(a.units[i]) and is_theme(b.units[j])]
    rest_a = [unit for unit in a.units if unit.place not in {i for i, _ in paired} and is_theme(unit)]
    rest_b = [unit for unit in b.units if unit.place not in {j for _, j in paired} and is_theme(unit)]
    return len({a.units[i].text for i, _ in paired}) + len(_kinds(rest_a) & _kinds(rest_b))


def _kinds(units: list[Unit]) -> set[int]:
    return {kind for unit in units for kind in kinds_of(unit.concepts)}


def kinds_of(concepts: Concepts) -> frozenset[int]:
    return frozenset(kind for concept in concepts for kind in _kin().get(concept, ()))
