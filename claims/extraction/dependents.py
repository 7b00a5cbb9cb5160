"""The parse's word on who speaks, asked where the shallow reading found no subject.

A parse from small pipelines may hold a cycle; every walk is bounded.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.phrases import Range
from claims.extraction.reading import Unit

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Dependents that a source leaves out: far relative clauses, parentheses, what else hangs on its head.
LEFT_OUT = frozenset({"acl:relcl", "parataxis", "punct", "cc", "discourse", "advcl"})
LONGEST_WALK = 12


def subject_by_parse(units: Sequence[Unit], verb: int) -> Range | None:
    """The subject of the verb, or of the verbs above it (*a dit, ajoutant que …*), as a range of units."""
    at = verb
    for _ in range(LONGEST_WALK):
        for index, unit in enumerate(units):
            if unit.head == at and unit.relation in SUBJECTS and unit.kind == "word":
                return subtree(units, index)
        if units[at].relation not in ("advcl", "conj", "xcomp", "acl", "aux", "cop", "parataxis", "ccomp"):
            return None
        at = units[at].head
        if at < 0:
            return None
    return None


def subtree(units: Sequence[Unit], head: int) -> Range:
    """The unbroken run of units around ``head`` that hang on it."""
    start, end = head, head + 1
    while start > 0 and _hangs_on(units, start - 1, head):
        start -= 1
    while end < len(units) and _hangs_on(units, end, head):
        end += 1
    return start, end


def _hangs_on(units: Sequence[Unit], at: int, head: int) -> bool:
    for _ in range(LONGEST_WALK):
        if at == head:
            return True
        if at < 0 or units[at].relation in LEFT_OUT:
            return False
        at = units[at].head
    return False
