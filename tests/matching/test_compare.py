"""Two wordings: same, contradicting or different."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching.alignment import align
from claims.matching.compare import Wording, compare
from claims.matching.conflicts import conflicts
from claims.matching.reading import read

EVENTS = Path(__file__).parent / "events.tsv"
# Pairs of our own sentences on sixteen made-up events, every two statements of one event and every two
# languages. What they measure now; a lower floor is a change to argue for.
FLOORS = {"same": 0.9, "contradicts": 0.85, "different": 0.98}


def pairs_of_events() -> list[tuple[str, Wording, Wording]]:
    rows = [line.split("\t") for line in EVENTS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    pairs = []
    for (event, said, *a), (other_event, other, *b) in combinations(rows, 2):
        if event != other_event:
            continue
        about_one = said.rstrip("!") == other.rstrip("!")
        label = "same" if said == other else "contradicts" if about_one else "different"
        pairs.append((label, Wording(*a), Wording(*b)))
    return pairs


def test_own_sentences_are_told_apart_as_well_as_before():
    found = Counter((label, compare(a, b).relation) for label, a, b in pairs_of_events())
    for relation, floor in FLOORS.items():
        right = found[relation, relation]
        named = sum(count for (_, answer), count in found.items() if answer == relation)
        wanted = sum(count for (label, _), count in found.items() if label == relation)
        assert 2 * right / (named + wanted) >= floor, (relation, found)


wordings = st.builds(
    Wording,
    st.sampled_from(["de", "en", "fr"]),
    st.one_of(
        st.text(max_size=80),
        st.sampled_from([row.split("\t")[3] for row in EVENTS.read_text().splitlines()[1:]]),
    ),
)


@settings(max_examples=300, deadline=None)
@given(wordings, wordings)
def test_compare_is_symmetric_and_its_score_a_share(a, b):
    assert compare(a, b) == compare(b, a)
    assert 0 <= compare(a, b).score <= 1


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([row.split("\t") for row in EVENTS.read_text().splitlines()[1:]]))
def test_a_wording_is_the_same_as_itself(row):
    wording = Wording(row[2], row[3])
    assert compare(wording, wording).relation == "same"
    assert compare(wording, wording).score == 1


def test_an_empty_wording_is_different_from_all():
    assert compare(Wording("en", ""), Wording("en", "")).relation == "different"
    assert compare(Wording("en", ""), Wording("fr", "La guerre est finie.")).score == 0


@pytest.mark.parametrize(
    ("a", "b", "ground", "words"),
    [
        ("The minister knew.", "The minister did not know.", "negation", ("knew", "know")),
        ("Twelve people died.", "Thirty people died.", "number", ("Twelve", "Thirty")),
        ("Prices increased.", "Prices decreased.", "opposite", ("increased", "decreased")),
        ("The rocket starts on Monday.", "The rocket starts on Friday.", "day", ("Monday", "Friday")),
        ("The firm moves to Poland.", "The firm moves to Spain.", "place", ("Poland", "Spain")),
    ],
)
def test_a_conflict_names_its_ground_and_the_words_of_both_sides(a, b, ground, words):
    first, second = read(a, "en"), read(b, "en")
    (conflict,) = conflicts(first, second, align(first, second))
    assert (conflict.ground, (conflict.a, conflict.b)) == (ground, words)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("en", "The company paid 850m dollars."), ("fr", "L'entreprise a payé 850 millions de dollars.")),
        (("fr", "Aucun passager n'a survécu."), ("de", "Kein Passagier hat überlebt.")),
        (("en", "Nobody was hurt."), ("fr", "Il n'y a pas eu de blessés.")),
        (
            ("de", "Die Börsenaufsicht prüft den Fall."),
            ("de", "Der Fall wird von der Börsenaufsicht geprüft."),
        ),
    ],
)
def test_one_thing_said_in_two_ways_is_the_same(a, b):
    assert compare(Wording(*a), Wording(*b)).relation == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("en", "The plant is safe."), ("en", "The plant is unsafe.")),
        (("en", "The company will pay the fine."), ("en", "The company refuses to pay the fine.")),
        (("de", "Das Schiff hatte eine Genehmigung."), ("en", "The ship had no permit.")),
        (("fr", "Le parti a perdu l'élection."), ("de", "Die Partei gewann die Wahl.")),
    ],
)
def test_a_denial_contradicts(a, b):
    assert compare(Wording(*a), Wording(*b)).relation == "contradicts"
