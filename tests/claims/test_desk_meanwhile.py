"""What comes of a form when another editor, or another tab, decided meanwhile."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.models import Claim, Conflict, Decision
from tests.claims.desk import at, make_conflict, post, rows
from tests.claims.telling import Told, editor, say

pytestmark = pytest.mark.django_db


def test_a_claim_that_was_merged_meanwhile_is_told_and_nothing_changed(desk: Client, told: Told) -> None:
    other = Claim.objects.create(story=told.story, stance="asserts")
    say(told.english, other, "Anglers saw a film on the water")
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    response = post(desk, at(told.undated, "merge"), other=other.pk, note="The same film.")
    html = response.content.decode()
    assert response.status_code == 400
    assert f"Claim {told.undated.pk} was merged into claim {told.allegation.pk} meanwhile" in html
    assert "The same film.</textarea>" in html
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("form", ["wordings", "links/1", "conflicts/1", "move", "link"])
def test_whatever_is_decided_on_a_merged_claim_is_told(desk: Client, told: Told, form: str) -> None:
    (row,) = rows(told.undated)
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    sent = {"do": "reject", "wording": row, "other": told.denial.pk, "how": "denies", "note": "Typed."}
    response = post(desk, at(told.undated, form), **sent)
    assert response.status_code == 400
    assert "meanwhile. Nothing was changed." in response.content.decode()
    assert "Typed.</textarea>" in response.content.decode()


@pytest.mark.parametrize("form", ["wordings", "merge", "move", "link"])
def test_a_claim_whose_only_wording_was_taken_out_meanwhile_is_told(
    desk: Client, told: Told, form: str
) -> None:
    (row,) = rows(told.undated)
    sent = {"do": "reject", "wording": row, "other": told.allegation.pk, "how": "denies", "note": "Typed."}
    post(desk, at(told.undated, "wordings"), **sent)
    response = post(desk, at(told.undated, form), **sent)
    assert response.status_code == 400
    assert "were taken out or moved meanwhile" in response.content.decode()
    assert "Typed.</textarea>" in response.content.decode()
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("do", ["settle", "reject"])
def test_a_conflict_that_was_settled_meanwhile_is_told_with_who_and_how(
    desk: Client, told: Told, do: str
) -> None:
    address = at(told.denial, "conflicts", make_conflict(told).pk)
    post(desk, address, do="settle", settlement="The office says Tuesday.")
    desk.force_login(editor("quirin"))
    response = post(desk, address, do=do, settlement="It was Monday.", note="I phoned them.")
    html = response.content.decode()
    assert response.status_code == 400
    assert "petra settled this conflict meanwhile: “The office says Tuesday.”" in html
    assert "It was Monday.</textarea>" in html
    assert "I phoned them.</textarea>" in html
    assert Conflict.objects.get().settlement == "The office says Tuesday."


def test_what_was_found_to_be_no_conflict_meanwhile_is_not_settled(desk: Client, told: Told) -> None:
    address = at(told.denial, "conflicts", make_conflict(told).pk)
    post(desk, address, do="reject")
    response = post(desk, address, do="settle", settlement="It was Monday.", note="I phoned them.")
    html = response.content.decode()
    assert response.status_code == 400
    assert "petra found meanwhile that this is no conflict" in html
    assert "It was Monday.\nI phoned them.</textarea>" in html
    assert Conflict.objects.get().rejected_at is not None
