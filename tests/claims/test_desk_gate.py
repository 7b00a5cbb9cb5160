"""Who gets to the desk, and that nobody else does."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims import services
from claims.matching import linking
from claims.models import Decision
from tests.claims.browsing import page
from tests.claims.desk import as_told, at
from tests.claims.telling import Told

pytestmark = pytest.mark.django_db


def addresses(told: Told) -> list[str]:
    return [
        at(told.denial),
        at(told.denial, "wordings"),
        at(told.denial, "merge"),
        at(told.denial, "links", 1),
        at(told.denial, "conflicts", 1),
        "/s/harbour/decisions/",
        "/decisions/1/undo/",
        f"/speakers/{told.denial.speaker_id}/edit/",
        f"/speakers/{told.denial.speaker_id}/edit/merge/",
    ]


def test_who_is_not_signed_in_is_led_to_the_sign_in_and_back(client: Client, told: Told) -> None:
    for address in addresses(told):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"] == f"/sign-in/?next={address}"
        refused = client.post(address, {"do": "reject"})
        assert refused.status_code == 403
        assert f'name="next" value="{address}"' in refused.content.decode()
    assert not Decision.objects.exists()


def test_who_is_no_editor_is_refused(client: Client, told: Told) -> None:
    client.force_login(User.objects.create_user("reader"))
    for address in addresses(told):
        for response in (client.get(address), client.post(address, {"do": "reject"})):
            assert response.status_code == 403
    assert "Edit this claim" not in page(client, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")


def test_readers_see_none_of_the_controls(
    client: Client, told: Told, petra: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "link", as_told(told.story))
    services.reject_wording(attribution=told.denial.attributions.all()[0], editor=petra, note="A caption.")
    html = page(client, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert "A caption." in html  # what was decided is for everybody to read
    assert "Edit this claim" not in html
    assert "/undo/" not in html
    assert "/decisions/" not in page(client, "/s/harbour/")


def test_an_editor_comes_from_the_claim_to_its_desk(desk: Client, told: Told) -> None:
    html = page(desk, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert at(told.denial) in html
    assert "Kein Tropfen stammt von uns" in page(desk, at(told.denial))
    assert "no-store" in desk.get(at(told.denial))["Cache-Control"]


def test_a_form_without_its_token_is_refused(told: Told, petra: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(petra)
    for address in addresses(told):
        response = client.post(address, {"do": "reject"})
        assert response.status_code == 302, address
        assert response["Location"] == f"{address}#refused"  # to be looked at and sent anew
    assert not Decision.objects.exists()
