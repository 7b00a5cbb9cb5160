"""A placement that is undone leaves nothing behind, neither in the claims nor in the list of stories."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, Story
from claims import services
from claims.errors import InvalidDecision
from claims.matching import linking
from claims.models import Claim, Decision
from tests.claims.linked import judge, link_equal_words, say
from tests.factories import make_article, make_attribution, make_editor, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def equal_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "link", link_equal_words)


@pytest.fixture
def editor() -> User:
    return make_editor()


@pytest.fixture
def waiting() -> Article:
    article = make_article("Quay shut", story=None)
    make_attribution(article)
    return article


def undo_placing(editor: User) -> None:
    decision = Decision.objects.filter(verb=Decision.Verb.PLACE_ARTICLE).latest("pk")
    services.undo(decision=decision, editor=editor)


def test_a_report_that_is_taken_out_again_leaves_the_claim_it_shared(editor: User, waiting: Article) -> None:
    story = make_story()
    other = say(story, "Quay shut")
    services.place_article(article=waiting, story=story, editor=editor)
    claim = Claim.objects.get()
    assert claim.attributions.count() == 2
    undo_placing(editor)
    assert [row.article for row in claim.attributions.all()] == [other]
    claim.refresh_from_db()
    assert claim.retired_at is None


def test_a_report_that_is_taken_out_again_carries_no_decision_of_the_story_along(
    editor: User, waiting: Article
) -> None:
    story = make_story()
    say(story, "Quay closed")
    services.place_article(article=waiting, story=story, editor=editor)
    own, other = waiting.attributions.get().claim, Claim.objects.exclude(attributions__article=waiting).get()
    assert own is not None
    services.merge_claims(claim=own, into=other, editor=editor)
    undo_placing(editor)
    row = waiting.attributions.get()
    assert (row.claim, row.claim_pinned, row.is_headline) == (None, False, False)
    elsewhere = make_story()
    services.place_article(article=waiting, story=elsewhere, editor=editor)
    row.refresh_from_db()
    assert row.claim is not None
    assert row.claim.story == elsewhere


def test_a_story_whose_beginning_is_undone_is_gone(client: Client, editor: User, waiting: Article) -> None:
    story = services.begin_story(article=waiting, title="Quay", editor=editor)
    client.force_login(editor)
    decision = Decision.objects.get()
    response = client.post(f"/decisions/{decision.pk}/undo/", {"next": story.get_absolute_url()})
    assert response["Location"] == "/inbox/"
    waiting.refresh_from_db()
    assert waiting.story is None
    assert not Story.objects.exists()
    assert client.get("/inbox/").status_code == 200
    with pytest.raises(InvalidDecision, match="no such story"):
        services.place_article(article=waiting, story=story, editor=editor)


def test_a_story_that_others_have_used_since_stays(editor: User, waiting: Article) -> None:
    story = services.begin_story(article=waiting, title="Quay", editor=editor)
    say(story, "Pier shut")
    undo_placing(editor)
    assert Story.objects.get() == story


def test_a_story_with_a_claim_that_was_judged_stays(editor: User, waiting: Article) -> None:
    story = services.begin_story(article=waiting, title="Quay", editor=editor)
    judge(Claim.objects.get())
    undo_placing(editor)
    assert Story.objects.get() == story


def test_a_story_that_was_there_before_stays(editor: User, waiting: Article) -> None:
    story = make_story()
    services.place_article(article=waiting, story=story, editor=editor)
    undo_placing(editor)
    assert Story.objects.get() == story
