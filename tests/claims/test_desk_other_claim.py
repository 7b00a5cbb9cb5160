"""Another claim at the desk: merged, linked, or given wordings."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.models import Decision, Link
from tests.claims.browsing import page
from tests.claims.desk import at, post, relink, rows
from tests.claims.telling import Told, told_story

pytestmark = pytest.mark.django_db


def test_a_claim_is_merged_into_one_that_was_looked_at_beside_it(desk: Client, told: Told) -> None:
    html = page(desk, at(told.undated, "merge"))
    assert f'name="other" value="{told.allegation.pk}"' in html
    assert f'value="{told.denial.pk}"' not in html  # a denial is never the same claim
    html = page(desk, f"{at(told.undated, 'merge')}?other={told.allegation.pk}")
    assert "Side by side" in html
    assert "ein Schiff der Nordlinie habe zweimal Altöl abgelassen" in html
    response = post(desk, at(told.undated, "merge"), other=told.allegation.pk, note="The same spill.")
    assert response["Location"] == at(told.allegation)
    relink(told.story)
    assert len(rows(told.allegation)) == 3
    assert "The same spill." in page(desk, at(told.allegation))


def test_the_claims_of_the_story_can_be_searched_in_any_language(desk: Client, told: Told) -> None:
    html = page(desk, f"{at(told.allegation, 'link')}?q=navire")
    assert f'value="{told.undated.pk}"' in html
    assert "No other claim of this story answers" in page(desk, f"{at(told.allegation, 'link')}?q=Zeppelin")


def test_wordings_are_moved_to_another_claim(desk: Client, told: Told) -> None:
    (row,) = rows(told.undated)
    response = post(desk, at(told.undated, "wordings"), do="move", wording=row, note="Same spill.")
    assert response["Location"] == f"{at(told.undated, 'move')}?wording={row}&note=Same+spill."
    html = page(desk, f"{response['Location']}&other={told.allegation.pk}")
    assert "Same spill.</textarea>" in html
    assert f'value="{row}" checked' in html
    post(desk, at(told.undated, "move"), other=told.allegation.pk, wording=row, note="Same spill.")
    relink(told.story)
    assert row in rows(told.allegation)


@pytest.mark.parametrize(
    ("how", "ends"), [("denies", "denial, allegation"), ("denied-by", "allegation, denial")]
)
def test_claims_are_linked_either_way_round(desk: Client, told: Told, how: str, ends: str) -> None:
    post(desk, at(told.denial, "link"), other=told.allegation.pk, how=how, note="She answers the port.")
    relink(told.story)
    link = Link.objects.get(origin="editor")
    wanted = [getattr(told, name) for name in ends.split(", ")]
    assert ([link.claim, link.target], link.kind) == (wanted, "denies")
    own = desk.get(f"/s/harbour/claims/{told.denial.pk}/", follow=True)
    assert "She answers the port." in own.content.decode()


@pytest.mark.parametrize(
    ("purpose", "data", "complaint"),
    [
        ("merge", {}, "Choose the other claim"),
        ("merge", {"other": "x"}, "Choose the other claim"),
        ("merge", {"other": "itself"}, "Choose the other claim"),
        ("merge", {"other": "another story's"}, "Choose the other claim"),
        ("merge", {"other": "denial"}, "A claim and its denial are never merged"),
        ("link", {"other": "denial"}, "Choose how the two claims are linked"),
        ("link", {"other": "denial", "how": "loves"}, "Choose how the two claims are linked"),
        ("move", {"other": "undated"}, "Choose at least one wording"),
        ("move", {"other": "denial", "wording": "first"}, "never belong together"),
    ],
)
def test_a_choice_that_cannot_be_comes_back_in_words(
    desk: Client, told: Told, purpose: str, data: dict[str, Any], complaint: str
) -> None:
    claims = {"itself": told.allegation, "denial": told.denial, "undated": told.undated}
    sent = dict(data)
    if sent.get("other") == "another story's":
        sent["other"] = told_story("other").allegation.pk
    elif sent.get("other") in claims:
        sent["other"] = claims[sent["other"]].pk
    if "wording" in sent:
        sent["wording"] = rows(told.allegation)[0]
    response = post(desk, at(told.allegation, purpose), note="My reason.", **sent)
    assert response.status_code == 400
    assert complaint in response.content.decode()
    assert not Decision.objects.exists()


def test_a_purpose_that_nobody_knows_is_a_404(desk: Client, told: Told) -> None:
    assert desk.get(at(told.denial, "burn")).status_code == 404
    assert desk.get("/s/harbour/claims/999999/edit/").status_code == 404


def test_the_desk_of_a_merged_claim_is_that_of_the_one_that_goes_on(desk: Client, told: Told) -> None:
    post(desk, at(told.undated, "merge"), other=told.allegation.pk)
    assert desk.get(at(told.undated))["Location"] == at(told.allegation)
    assert desk.get(at(told.undated, "merge"))["Location"] == at(told.allegation, "merge")
