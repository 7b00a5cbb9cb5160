from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from claims.errors import ClaimGone, InvalidVerdict, NotAnEditor
from claims.models import Claim, Verdict
from claims.services import LONGEST_NOTE, give_verdict, is_editor
from tests.factories import history_of, make_article, make_attribution, make_claim, make_editor, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    claim = make_claim()
    make_attribution(make_article(story=claim.story), claim=claim)
    return claim


def verdict(claim: Claim, **given: Any) -> Verdict:
    defaults: dict[str, Any] = {"editor": make_editor(), "about": "content", "status": "verified"}
    return give_verdict(**{"claim": claim} | defaults | given)


def test_an_editors_verdict_is_kept_with_who_and_when(claim: Claim) -> None:
    editor = make_editor()
    given = verdict(claim, editor=editor, about="attribution", status="unverified", note="  Seen\r\nby us. ")
    kept = Verdict.objects.get()
    assert kept == given
    assert (kept.claim, kept.editor, kept.about, kept.status) == (claim, editor, "attribution", "unverified")
    assert kept.note == "Seen\nby us."
    assert kept.created_at is not None


def test_a_second_verdict_does_not_replace_the_first(claim: Claim) -> None:
    verdict(claim), verdict(claim, status="unverified")
    assert [one.status for one in claim.verdicts.all()] == ["unverified", "verified"]
    assert history_of("verdict").count() == 2


@pytest.mark.parametrize("who", ["stranger", "nobody", "former editor"])
def test_others_give_no_verdict(claim: Claim, who: str) -> None:
    people: dict[str, Any] = {
        "stranger": make_user,
        "nobody": AnonymousUser,
        "former editor": lambda: make_editor(is_active=False),
    }
    with pytest.raises(NotAnEditor, match="Editors"):
        verdict(claim, editor=people[who]())
    assert not Verdict.objects.exists()


def test_a_superuser_is_an_editor() -> None:
    assert is_editor(make_user(is_superuser=True))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"about": "tone"}, "attribution, content"),
        ({"status": "maybe"}, "verified, unverified"),
        ({"note": "x" * (LONGEST_NOTE + 1)}, "shorten"),
        ({"note": "a\0b"}, "NUL"),
    ],
)
def test_a_verdict_that_cannot_be_kept_is_refused_in_words(claim: Claim, given: Any, message: str) -> None:
    with pytest.raises(InvalidVerdict, match=message):
        verdict(claim, **given)
    assert not Verdict.objects.exists()


def test_the_longest_note_is_kept(claim: Claim) -> None:
    assert len(verdict(claim, note="ß" * LONGEST_NOTE).note) == LONGEST_NOTE


def test_a_claim_that_lost_its_wordings_to_another_is_not_judged() -> None:
    with pytest.raises(ClaimGone, match="Open the story again"):
        verdict(make_claim())
