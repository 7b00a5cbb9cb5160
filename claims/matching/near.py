"""Concepts that two reporters may choose for one fact though they are not the same: *danger* and *risk*.

``near.tsv`` holds them, a group a line. Words of one group are worth less to a likeness than one concept is.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from claims.matching.concepts import Concepts


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """The groups of concept ids, as they stand in the file."""
    lines = (files(__package__) / "near.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split(",")) for line in lines if line and not line.startswith("#"))


@cache
def _by_concept() -> dict[str, frozenset[int]]:
    found = defaultdict[str, set[int]](set)
    for number, group in enumerate(groups()):
        for concept in group:
            found[concept].add(number)
    return {concept: frozenset(numbers) for concept, numbers in found.items()}


@lru_cache(maxsize=50_000)
def groups_of(concepts: Concepts) -> frozenset[int]:
    """The numbers of the groups that any of some concepts is in."""
    found = _by_concept()
    return frozenset(number for concept in concepts for number in found.get(concept, ()))


def are_near(some: Concepts, others: Concepts) -> bool:
    return not groups_of(some).isdisjoint(groups_of(others))
