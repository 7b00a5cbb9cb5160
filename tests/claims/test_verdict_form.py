"""Who may tag a claim, and what becomes of the tag."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import Attribution, Claim, Verdict
from tests.claims.browsing import page
from tests.claims.telling import Told, editor, told_story

pytestmark = pytest.mark.django_db


def verdict_address(claim: Claim) -> str:
    return f"/s/{claim.story.slug}/claims/{claim.pk}/verdict/"


def claim_address(claim: Claim) -> str:
    return f"/s/{claim.story.slug}/claims/{claim.pk}-harbour-brandt-denies/"


def test_an_editor_sees_the_form_and_others_do_not(client: Client, told: Told) -> None:
    address = claim_address(told.denial)
    assert "Give this verdict" not in page(client, address)
    client.force_login(User.objects.create_user("reader"))
    assert "Give this verdict" not in page(client, address)
    client.force_login(editor())
    assert "Give this verdict" in page(client, address)


def test_an_editors_verdict_is_kept_and_shown_at_the_claim(client: Client, told: Told) -> None:
    petra = editor()
    client.force_login(petra)
    response = client.post(
        verdict_address(told.denial), {"about": "content", "status": "verified", "note": "Saw the log."}
    )
    assert (response.status_code, response["Location"]) == (302, f"{claim_address(told.denial)}#done")
    kept = Verdict.objects.get()
    assert (kept.claim, kept.editor, kept.about, kept.status, kept.note) == (
        told.denial,
        petra,
        "content",
        "verified",
        "Saw the log.",
    )
    html = page(client, response["Location"])
    assert "Your verdict is kept" in html
    assert "Editors verified that" in html


@pytest.mark.parametrize("who", ["nobody", "a reader", "a former editor"])
def test_a_verdict_of_somebody_else_is_refused(client: Client, told: Told, who: str) -> None:
    if who == "a reader":
        client.force_login(User.objects.create_user("reader"))
    if who == "a former editor":
        former = editor()
        client.force_login(former)
        former.groups.clear()
    response = client.post(verdict_address(told.denial), {"about": "content", "status": "verified"})
    assert response.status_code == 403
    words = "You are not signed in any more" if who == "nobody" else "This is for editors"
    assert words in response.content.decode()
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"status": "verified"}, "Choose the question"),
        ({"about": "content"}, "Choose a verdict"),
        ({"about": "content", "status": "perhaps"}, "Choose a verdict"),
        ({"about": "content", "status": "verified", "note": "x" * 4001}, "The note is too long"),
        ({"about": "content", "status": "verified", "note": "a\0b"}, "cannot be kept"),
    ],
)
def test_a_verdict_that_cannot_be_kept_comes_back_with_what_to_do(
    client: Client, told: Told, data: dict[str, str], complaint: str
) -> None:
    client.force_login(editor())
    response = client.post(verdict_address(told.denial), data)
    html = response.content.decode()
    assert response.status_code == 400
    assert complaint in html
    assert data.get("note", "")[:40].replace("\0", "") in html.replace("\0", "")
    assert not Verdict.objects.exists()


def test_a_verdict_on_a_claim_of_another_story_is_a_404(client: Client, told: Told) -> None:
    client.force_login(editor())
    other = told_story("other")
    address = f"/s/harbour/claims/{other.denial.pk}/verdict/"
    assert client.post(address, {"about": "content", "status": "verified"}).status_code == 404


def test_reading_the_verdict_address_leads_to_the_claim(client: Client, told: Told) -> None:
    response = client.get(verdict_address(told.denial))
    assert response["Location"] == f"/s/harbour/claims/{told.denial.pk}/"
    assert client.get(response["Location"])["Location"] == claim_address(told.denial)


def test_a_form_without_its_token_comes_back_to_be_sent_again(told: Told) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor())
    address = verdict_address(told.denial)
    response = client.post(address, {"about": "content", "status": "verified"}, follow=True)
    assert response.redirect_chain == [(f"{address}#refused", 302)]
    assert "Nothing was changed yet" in response.content.decode()
    assert not Verdict.objects.exists()


def test_a_line_break_counts_as_one_character(client: Client, told: Told) -> None:
    client.force_login(editor())
    note = "x\r\n" * 1999 + "yz"
    client.post(verdict_address(told.denial), {"about": "content", "status": "verified", "note": note})
    assert len(Verdict.objects.get().note) == 4000


@pytest.mark.parametrize(("note", "is_folded"), [("x " * 400, True), ("x\n" * 20, True), ("Seen.", False)])
def test_a_long_note_is_folded_in_the_history(client: Client, told: Told, note: str, is_folded: bool) -> None:
    client.force_login(editor())
    client.post(verdict_address(told.denial), {"about": "content", "status": "verified", "note": note})
    assert ('<details class="folded">' in page(client, claim_address(told.denial))) == is_folded


def test_a_claim_that_lost_its_wordings_meanwhile_is_not_judged(client: Client, told: Told) -> None:
    client.force_login(editor())
    told.denial.attributions.update(claim=told.allegation)
    response = client.post(
        verdict_address(told.denial), {"about": "content", "status": "verified"}, follow=True
    )
    assert "belong to other claims now" in response.content.decode()
    assert not Verdict.objects.exists()


def test_a_verdict_on_a_claim_whose_wordings_moved_away_says_so(client: Client, told: Told) -> None:
    Attribution.objects.filter(claim=told.denial).update(claim=told.allegation)
    client.force_login(editor())
    response = client.post(verdict_address(told.denial), {"about": "content", "status": "verified"})
    assert "belong to other claims now" in page(client, response["Location"])
    assert not Verdict.objects.exists()
