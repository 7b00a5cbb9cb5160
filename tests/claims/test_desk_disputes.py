"""Links and conflicts at the desk: confirmed, removed, settled, opened again."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.models import Conflict, Link
from tests.claims.browsing import page
from tests.claims.desk import at, make_conflict, post, relink
from tests.claims.telling import Told

pytestmark = pytest.mark.django_db


def test_a_machines_link_is_confirmed_removed_and_put_back(desk: Client, told: Told) -> None:
    link = Link.objects.create(
        claim=told.denial, target=told.allegation, kind="denies", score=0.5, reason="It answers."
    )
    address = at(told.denial, "links", link.pk)
    post(desk, address, do="confirm")
    relink(told.story)
    assert Link.objects.get(pk=link.pk).origin == "editor"
    post(desk, address, do="remove", note="Another ship.")
    relink(told.story)
    assert Link.objects.get(pk=link.pk).rejected_at is not None
    html = page(desk, at(told.denial))
    assert "Removed links" in html
    assert "Another ship." in html
    post(desk, address, do="put-back")
    assert Link.objects.get(pk=link.pk).rejected_at is None


def test_a_conflict_is_settled_with_a_sentence_for_readers_and_opened_again(desk: Client, told: Told) -> None:
    conflict = make_conflict(told)
    address = at(told.denial, "conflicts", conflict.pk)
    response = post(desk, address, do="settle", note="Phoned.")
    assert response.status_code == 400
    assert "Say what settled the conflict" in response.content.decode()
    assert "Phoned.</textarea>" in response.content.decode()
    post(desk, address, do="settle", settlement="The office says Tuesday.", note="Phoned.")
    relink(told.story)
    own = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert "The office says Tuesday." in own
    assert "No side is chosen" not in own
    assert "in conflict: reports disagree" not in page(desk, "/s/harbour/")
    post(desk, address, do="reopen")
    assert not Conflict.objects.exclude(settled_at=None).exists()


def test_what_is_no_conflict_is_shown_to_nobody_but_the_desk(desk: Client, told: Told) -> None:
    conflict = make_conflict(told)
    post(desk, at(told.denial, "conflicts", conflict.pk), do="reject", note="One of them is a typo.")
    relink(told.story)
    assert Conflict.objects.get().rejected_at is not None
    assert "Found to be no conflicts" in page(desk, at(told.denial))
    own = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert 'class="conflicts"' not in own


@pytest.mark.parametrize("what", ["links", "conflicts"])
def test_what_the_machine_took_back_meanwhile_is_told(desk: Client, told: Told, what: str) -> None:
    response = post(desk, at(told.denial, what, 999), do="remove", note="I phoned them.")
    assert response.status_code == 400
    assert "I phoned them." in response.content.decode()
    assert "a newer linking no longer finds it" in response.content.decode()


@pytest.mark.parametrize("what", ["links", "conflicts"])
def test_reading_the_address_of_a_form_leads_to_the_desk(desk: Client, told: Told, what: str) -> None:
    assert desk.get(at(told.denial, what, 1))["Location"] == at(told.denial)
    assert desk.get(at(told.denial, "wordings"))["Location"] == at(told.denial)
