"""What an editor decided about a claim's links and conflicts goes along when a machine joins its words with another's."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from claims import services
from claims.matching import linking
from claims.models import Claim, Conflict, Decision, Link
from tests.claims.linked import link_equal_words
from tests.claims.test_joined import BOTH, CLOSED, WAIT, claim_of, read, read_as_two
from tests.factories import make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def equal_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "link", link_equal_words)


@pytest.fixture
def editor() -> User:
    return make_editor()


def third(article: Article) -> Claim:
    """A claim of the story that nothing happens to."""
    assert article.story is not None
    return Claim.objects.create(story=article.story, stance="asserts")


def joined() -> Claim:
    return claim_of("the old port is closed and that ships wait outside the harbour")


def test_a_link_that_was_rejected_stays_so_at_the_claim_that_took_the_words(editor: User) -> None:
    article, closed, _ = read_as_two()
    target = third(article)
    link = Link.objects.create(claim=closed, target=target, kind="denies", score=0.5)
    services.reject_link(link=link, editor=editor)
    read(article, "2", BOTH)
    kept = Link.objects.get()
    assert (kept.claim, kept.target) == (joined(), target)
    assert kept.rejected_at is not None


def test_a_settled_conflict_goes_along_with_its_settlement(editor: User) -> None:
    article, closed, _ = read_as_two()
    conflict = Conflict.objects.create(claim=closed, kind="when", score=0.5)
    services.settle_conflict(conflict=conflict, settlement="The office says Monday.", editor=editor)
    read(article, "2", BOTH)
    kept = Conflict.objects.get()
    assert (kept.claim, kept.settlement) == (joined(), "The office says Monday.")


@pytest.mark.parametrize("what", ["link", "conflict"])
def test_what_went_along_is_undone_where_it_is_now(editor: User, what: str) -> None:
    article, closed, _ = read_as_two()
    target = third(article)
    if what == "link":
        link = Link.objects.create(claim=target, target=closed, kind="denies", score=0.5)
        services.reject_link(link=link, editor=editor)
    else:
        conflict = Conflict.objects.create(claim=closed, other=target, kind="what", score=0.5)
        services.settle_conflict(conflict=conflict, settlement="So.", editor=editor)
    read(article, "2", BOTH)
    services.undo(decision=Decision.objects.get(), editor=editor)
    # A machine's again: it goes, since no machine finds it.
    assert not Link.objects.exists()
    assert not Conflict.objects.exists()


def test_what_an_editor_said_of_the_two_that_were_joined_waits_for_them_to_part(editor: User) -> None:
    article, closed, wait = read_as_two()
    services.make_link(claim=closed, target=wait, kind="supports", editor=editor)
    read(article, "2", BOTH)
    assert Link.objects.count() == 1
    read(article, "3", CLOSED, WAIT)
    assert Link.objects.count() == 1


def test_what_is_decided_at_the_claim_that_took_the_words_stands(editor: User) -> None:
    article, closed, wait = read_as_two()
    for claim, settlement in ((closed, "First."), (wait, "Second.")):
        conflict = Conflict.objects.create(claim=claim, kind="when", score=0.5)
        services.settle_conflict(conflict=conflict, settlement=settlement, editor=editor)
    read(article, "2", BOTH)
    assert {one.settlement for one in Conflict.objects.all()} == {"First.", "Second."}
    assert Conflict.objects.filter(claim=joined()).count() == 1
