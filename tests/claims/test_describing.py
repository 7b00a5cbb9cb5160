"""Editors say what a story is about, and take it back."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Story
from claims import services
from claims.models import Decision
from tests.claims.browsing import page
from tests.claims.telling import Told
from tests.factories import make_editor

pytestmark = pytest.mark.django_db
HERE = "/s/harbour/edit/"


@pytest.fixture
def editor(client: Client) -> User:
    somebody = make_editor()
    client.force_login(somebody)
    return somebody


def test_a_title_and_a_sentence_are_kept_with_who_wrote_them(
    client: Client, told: Told, editor: User
) -> None:
    response = client.post(
        HERE, {"title": " Oil  spill ", "summary": "Port and\r\nline disagree.", "note": "shorter"}
    )

    assert response.status_code == 302
    html = page(client, "/s/harbour/")
    assert "Oil spill</h1>" in html
    assert "Port and line disagree." in html
    decision = Decision.objects.get()
    assert (decision.verb, decision.editor, decision.note) == ("describe-story", editor, "shorter")
    assert "Port and line disagree." in page(client, "/s/harbour/decisions/")


def test_it_can_be_undone(client: Client, told: Told, editor: User) -> None:
    services.describe_story(story=told.story, title="Oil", summary="", editor=editor)

    services.undo(decision=Decision.objects.get(), editor=editor)

    story = Story.objects.get()
    assert (story.title, story.summary) == ("Oil in the harbour", "A port blames a shipping line.")
    assert "no sentence of its own" in page(client, "/s/harbour/decisions/")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"title": "", "summary": "Kept as typed"}, "This is empty"),
        ({"title": "x" * 301, "summary": "Kept as typed"}, "at most 300"),
        ({"title": "Oil", "summary": "Kept as typed" + "x" * 400}, "at most 400"),
        ({"title": "Oil in the harbour", "summary": "A port blames a shipping line."}, "already"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_typed_is_lost(
    client: Client, told: Told, editor: User, given: dict[str, str], complaint: str
) -> None:
    response = client.post(HERE, given | {"note": "my reason"})

    html = response.content.decode()
    assert response.status_code == 400
    assert complaint in html
    assert given["summary"][:13] in html
    assert "my reason" in html
    assert not Decision.objects.exists()


def test_only_editors_come_there(client: Client, told: Told) -> None:
    assert client.get(HERE).headers["Location"].startswith("/sign-in/")
    assert "/s/harbour/edit/" not in page(client, "/s/harbour/")


def test_the_form_shows_what_readers_see_without_a_sentence(client: Client, told: Told, editor: User) -> None:
    assert "Port authority asserts: “a ship of the Nordlinie" in page(client, HERE)
