"""Whether two bodies that are only described are one: *Landesbahnaufsicht*, *the rail inspectorate*, *l’inspection ferroviaire*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.matching.concepts import Concepts, concept_set
from claims.matching.near import are_near


def as_one(bodies: Sequence[Concepts]) -> list[int]:
    """For each of some bodies the place of the first that it is one with; every chain of likes is one."""
    home = list(range(len(bodies)))
    for i, one in enumerate(bodies):
        for j in range(i):
            if home[i] != home[j] and are_one(one, bodies[j]):
                low, high = sorted((home[i], home[j]))
                home = [low if place == high else place for place in home]
    return home


def are_one(some: Concepts, others: Concepts) -> bool:
    """Every particular concept of the one has its like in the other: all but *office*, *authority*, *region* …"""
    left, right = _particular(some), _particular(others)
    if not left or not right:
        return False
    return all(_has(one, right) for one in left) and all(_has(one, left) for one in right)


def _particular(body: Concepts) -> Concepts:
    return body - concept_set("set-aside")


def _has(concept: str, body: Concepts) -> bool:
    return concept in body or any(are_near(frozenset({concept}), frozenset({one})) for one in body)
