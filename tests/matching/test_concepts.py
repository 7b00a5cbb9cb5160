"""The data files hold together."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

from claims.matching import concepts, grammar, near
from claims.matching.institutions import institutions

SETS_OF_CONCEPTS = (
    "on-report",
    "judgement",
    "emphasis",
    "no-comment",
    "role",
    "sort",
    "day",
    "denying",
    "firm",
    "set-aside",
)


def test_there_are_at_least_2500_concepts():
    assert len(concepts.weights()) >= 2500


def test_every_concept_has_lemmas_in_all_three_languages():
    assert [row.concept for row in concepts.rows() if not all(row.lemmas.values())] == []


def test_no_table_has_a_concept_on_two_lines():
    allowed = {"China", "United States"}  # their capitals stand for them
    counted = Counter((row.table, row.concept) for row in concepts.rows() if row.concept not in allowed)
    assert [key for key, count in counted.items() if count > 1] == []


def test_antonyms_and_sets_name_concepts_that_exist():
    lines = (files("claims.matching") / "antonyms.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    named = {concept for pair in pairs for concept in pair}
    named |= {concept for name in SETS_OF_CONCEPTS for concept in concepts.concept_set(name)}
    assert sorted(named - set(concepts.weights())) == []


def test_groups_of_near_concepts_name_two_or_more_that_exist():
    named = {concept for group in near.groups() for concept in group}
    assert sorted(named - set(concepts.weights())) == []
    assert [group for group in near.groups() if len(set(group)) < 2 or len(set(group)) < len(group)] == []


def test_several_hundred_institutions_are_named_in_three_languages():
    assert len(institutions()) >= 250
    assert [one.slug for one in institutions().values() if not all(one.names)] == []


def test_an_unknown_language_has_no_words_instead_of_an_error():
    assert grammar.words("stop", "nl") == frozenset()
    assert concepts.lexicon("nl").words == {}
