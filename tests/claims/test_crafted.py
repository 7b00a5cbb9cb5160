"""What nobody types but somebody may send: it changes nothing and breaks no page."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.timeline.merged import _ends
from claims.timeline.searching import MOST_TERMS, understand
from claims.views.keeping import prose


@pytest.mark.parametrize("typed", ["[" * 100_000, '{"note": ["\\ud800"]}', '{"note": "text"}', "null", "{"])
@pytest.mark.django_db
def test_nonsense_in_place_of_typed_words_is_left_out(client: Client, typed: str) -> None:
    assert prose(typed) == []
    assert client.post("/sign-in/", {"username": "x", "password": "y", "typed": typed}).status_code == 200


def test_a_search_has_a_limited_number_of_terms() -> None:
    assert all(len(terms) <= MOST_TERMS for terms in understand(" ".join(map(str, range(90)))).readings)


def test_the_apostrophe_of_keyboards_finds_that_of_print() -> None:
    assert understand("O'Brien").matches([("Mr O’Brien said so", "en")])
    assert understand("O’Brien").matches([("Mr O'Brien said so", "en")])


def test_the_ways_of_joined_claims_are_walked_once() -> None:
    ways = {2 * n + side: [2 * n + 2, 2 * n + 3] for n in range(2000) for side in (0, 1)}

    assert sorted(_ends(0, ways)) == [4000, 4001]
    assert _ends(1, {1: [2], 2: [1]}) == []
    assert _ends(9, {}) == [9]
