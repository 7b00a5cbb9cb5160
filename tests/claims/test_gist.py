"""A story in a sentence: from claims made by hand, on the pages, and in an editor's own words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from articles.models import Story
from claims.models import Link
from claims.templatetags.gist import gist_words
from claims.timeline import Gist, gist_of
from tests.claims.browsing import page, queries
from tests.claims.lines import claim_of, link_of
from tests.claims.telling import Told, say, told_story


def test_a_story_turns_on_what_most_others_deny() -> None:
    claims = [
        claim_of(1, reports=9),
        claim_of(2, reports=2, links=[link_of("denied-by", 3), link_of("denied-by", 4)]),
        claim_of(3, reports=9, stance="denies", links=[link_of("denies", 2)]),
    ]

    gist = gist_of(claims)

    assert gist is not None
    assert gist.claim.id == 2


def test_without_denials_it_turns_on_what_most_reports_say() -> None:
    gist = gist_of([claim_of(1, reports=1), claim_of(2, reports=3), claim_of(3, reports=3)])

    assert gist is not None
    assert (gist.claim.id, gist.deniers) == (2, ())


def test_nothing_that_stands_asserted_is_no_gist() -> None:
    assert gist_of([]) is None
    assert (
        gist_of([claim_of(1, stance="denies"), claim_of(2, retired=True), claim_of(3, headline="")]) is None
    )


def test_a_gist_names_each_who_denies_once_and_those_of_most_reports_first() -> None:
    links = [
        link_of("denied-by", 2, speaker="Line", reports=1),
        link_of("denied-by", 3, speaker="Port", reports=4),
        link_of("denied-by", 4, speaker="Line", reports=2),
        link_of("relies-on", 5, speaker="memo"),
    ]

    gist = gist_of([claim_of(1, links=links)])

    assert gist is not None
    assert (gist.deniers, gist.relies_on) == (("Port", "Line"), ("memo",))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Port asserts: “the basin is full”. Relies on: memo. Denied by: Line, Nobody named."),
        (
            "de",
            "Port behauptet: „the basin is full“. Stützt sich auf: memo. Bestritten von: Line, Niemand genannt.",
        ),
        (
            "fr",
            "Port affirme\u00a0: «\u00a0the basin is full\u00a0». S’appuie sur\u00a0: memo. Démenti par\u00a0: Line, Personne de nommé.",
        ),
    ],
)
def test_a_gist_is_told_in_the_language_of_the_interface(language: str, told: str) -> None:
    gist = Gist(claim_of(1, headline="the basin is full"), ("Line", ""), ("memo",))

    with translation.override(language):
        assert gist_words(gist) == told


@pytest.mark.django_db
def test_pages_tell_the_gist_where_no_editor_wrote_a_sentence(client: Client, told: Told) -> None:
    Link.objects.create(claim=told.denial, target=told.allegation, kind="denies", score=1)
    Story.objects.update(summary="")
    opening, rest = "Port authority asserts:", "Denied by: Ida Brandt."

    story, front = page(client, "/s/harbour/"), page(client, "/")

    for html in (story, front):
        assert opening in html
        assert "“a ship of the Nordlinie had let out waste oil twice”" in html
        assert rest in html
    assert f'content="{opening} “a ship of the Nordlinie had let out waste oil twice”. {rest}"' in story


@pytest.mark.django_db
def test_an_editors_sentence_stands_before_the_gist(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/")

    assert "A port blames a shipping line." in html
    assert "gist" not in html


@pytest.mark.django_db
def test_the_front_page_asks_no_more_for_many_gists_than_for_one(client: Client, told: Told) -> None:
    Story.objects.update(summary="")
    few = queries(client, "/")
    for number in range(4):
        told_story(f"another-{number}")
    Story.objects.update(summary="")

    assert queries(client, "/") == few


@pytest.mark.django_db
def test_stories_and_front_page_turn_on_the_same_claim(client: Client, told: Told) -> None:
    say(told.french, told.undated, "rejeté deux fois", cue="Selon", source="les autorités du port")
    Link.objects.create(claim=told.denial, target=told.undated, kind="denies", score=1)
    Story.objects.update(summary="")
    wording = "un navire de la Nordlinie a rejeté deux fois de l’huile usée"

    assert f"“{wording}”" in page(client, "/s/harbour/")
    assert f"“{wording}”" in page(client, "/")
