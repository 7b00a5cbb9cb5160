"""The decisions of a story, and the desk in every language."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import Decision
from tests.claims.browsing import page
from tests.claims.desk import at, make_conflict, post, rows
from tests.claims.telling import Told

pytestmark = pytest.mark.django_db


def test_the_decisions_of_a_story_are_told_newest_first_and_undone(desk: Client, told: Told) -> None:
    first, _second = rows(told.denial)
    post(desk, at(told.denial, "wordings"), do="reject", wording=first, note="A caption.")
    post(desk, at(told.denial, "link"), other=told.allegation.pk, how="denies")
    html = page(desk, "/s/harbour/decisions/")
    assert html.index("Made a link") < html.index("A caption.")
    rejection = Decision.objects.get(verb="reject-wording")
    response = post(desk, f"/decisions/{rejection.pk}/undo/", next="https://evil.example/")
    assert response["Location"] == "/s/harbour/decisions/"
    html = page(desk, "/s/harbour/decisions/")
    assert "The decision is undone" in html
    assert "Took back:" in html
    assert f"/decisions/{rejection.pk}/undo/" not in html
    again = desk.post(f"/decisions/{rejection.pk}/undo/", follow=True)
    assert "was undone before" in again.content.decode()


def test_a_decision_that_a_later_one_rests_on_says_which_to_undo_first(desk: Client, told: Told) -> None:
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    merger = Decision.objects.get()
    post(
        desk,
        at(told.allegation, "wordings"),
        do="reject",
        wording=rows(told.undated) or rows(told.allegation),
    )
    again = desk.post(f"/decisions/{merger.pk}/undo/", follow=True)
    assert "Undo that one first" in again.content.decode()
    assert "petra" in again.content.decode()


def test_an_undoing_that_brings_no_words_back_is_told_with_what_is_gone(desk: Client, told: Told) -> None:
    (row,) = rows(told.undated)
    post(desk, at(told.undated, "wordings"), do="reject", wording=row)
    told.french.text = "Le port est ouvert."
    told.french.save()
    undone = desk.post(f"/decisions/{Decision.objects.get().pk}/undo/", follow=True).content.decode()
    assert "The decision is undone. No report has these words any more" in undone
    assert undone.count("a rejeté deux fois de l’huile usée") > 1
    assert "All is as it was before it" not in undone
    assert "Only the record of them is back" in page(desk, "/s/harbour/decisions/")


def test_many_decisions_come_in_pages(desk: Client, told: Told, petra: User) -> None:
    for number in range(51):
        Decision.objects.create(
            verb="merge-claims",
            editor=petra,
            note=f"number {number:02}",
            details={"stories": [told.story.pk], "claim": 1, "into": 2},
        )
    html = page(desk, "/s/harbour/decisions/")
    assert "number 50" in html
    assert "number 00" not in html
    (older,) = re.findall(r"\?before=\d+", html)
    assert "number 00" in page(desk, f"/s/harbour/decisions/{older}")


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Diese Aussage bearbeiten"), ("fr", "Modifier ce propos"), ("en", "Edit this claim")],
)
def test_the_desk_speaks_the_editors_language(desk: Client, told: Told, language: str, words: str) -> None:
    assert words in page(desk, at(told.denial), language)
    response = desk.post(
        at(told.denial, "wordings"),
        {"do": "split", "wording": rows(told.denial)},
        headers={"accept-language": language},
    )
    complaint = {"de": "nicht alle", "fr": "pas toutes", "en": "not all of them"}[language]
    assert complaint in response.content.decode()


def test_every_form_carries_its_token(desk: Client, told: Told) -> None:
    post(desk, at(told.denial, "link"), other=told.allegation.pk, how="denies")
    post(desk, at(told.denial, "wordings"), do="reject", wording=rows(told.denial)[0])
    make_conflict(told)
    for address in (
        f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/",
        at(told.denial),
        f"{at(told.denial, 'link')}?other={told.allegation.pk}",
        "/s/harbour/decisions/",
        f"/speakers/{told.denial.speaker_id}/edit/",
        f"/speakers/{told.denial.speaker_id}/edit/merge/?other={told.allegation.speaker_id}",
    ):
        forms = re.findall(r'<form[^>]*method="post".*?</form>', page(desk, address), re.S)
        assert len(forms) > 1, address
        assert all("csrfmiddlewaretoken" in form for form in forms), address
