"""What was merged keeps its old address, which leads to what it is now: pages, REST, embeds and exports."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims import services
from claims.matching import linking
from claims.models import Claim, Conflict, Decision, Speaker
from tests.claims.desk import as_told
from tests.claims.telling import Told

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged(told: Told, petra: User, monkeypatch: pytest.MonkeyPatch) -> Told:
    """The undated claim is merged into the allegation."""
    monkeypatch.setattr(linking, "link", as_told(told.story))
    services.merge_claims(claim=told.undated, into=told.allegation, editor=petra)
    return told


@pytest.fixture
def speakers(told: Told, petra: User, monkeypatch: pytest.MonkeyPatch) -> tuple[Speaker, Speaker]:
    """One that was merged, and the other that it is now."""
    monkeypatch.setattr(linking, "link", as_told(told.story))
    old, new = told.denial.speaker, told.allegation.speaker
    assert old is not None
    assert new is not None
    services.merge_speakers(speaker=old, into=new, editor=petra)
    return old, new


def undo(petra: User) -> None:
    services.undo(decision=Decision.objects.order_by("-pk")[0], editor=petra)


def claim_address(claim: Claim) -> str:
    return f"/s/harbour/claims/{claim.pk}-harbour-port-says/"


def leads(client: Client, address: str, **headers: str) -> tuple[int, str]:
    response = client.get(address, headers=headers)
    return response.status_code, response.get("Location", "")


def followed(client: Client, address: str) -> Any:
    return client.get(client.get(address)["Location"]).json()


def test_a_merged_claims_page_leads_to_the_claim_that_goes_on(client: Client, merged: Told) -> None:
    new = claim_address(merged.allegation)
    for address in (f"/s/harbour/claims/{merged.undated.pk}/", claim_address(merged.undated)):
        assert leads(client, address) == (301, new)
    assert leads(client, f"/s/harbour/claims/{merged.undated.pk}/wordings/", **{"HX-Request": "true"}) == (
        301,
        f"/s/harbour/claims/{merged.allegation.pk}/wordings/",
    )
    old = f"/s/harbour/?stance=asserts&claim={merged.undated.pk}"
    assert leads(client, old) == (301, f"/s/harbour/?stance=asserts&claim={merged.allegation.pk}")


def test_no_browser_keeps_the_way_on_for_good(client: Client, merged: Told, petra: User) -> None:
    address = claim_address(merged.undated)
    first = client.get(address)
    assert "max-age=0" in first["Cache-Control"]
    undo(petra)
    again = client.get(address, headers={"if-none-match": first.get("ETag", "")})
    assert again.status_code == 200


def test_no_program_keeps_the_way_on_for_good(client: Client, merged: Told) -> None:
    response = client.get(f"/api/v1/claims/{merged.undated.pk}/")
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_the_picture_of_a_merged_claim_is_that_of_the_claim_that_goes_on(
    client: Client, merged: Told
) -> None:
    old, new = (f"/s/harbour/claims/{one.pk}/picture.png" for one in (merged.undated, merged.allegation))
    assert leads(client, old) == (301, new)
    assert "max-age=0" in client.get(old)["Cache-Control"]


def test_rest_answers_for_a_merged_claim_with_the_new_number(
    client: Client, merged: Told, petra: User
) -> None:
    address = f"/api/v1/claims/{merged.undated.pk}/"
    response = client.get(address)
    new = merged.allegation.pk
    assert response.status_code == 301
    assert response["Location"] == f"http://testserver/api/v1/claims/{new}/"
    assert response.json() == {"detail": f"This claim was merged into claim {new}.", "merged_into": new}
    assert followed(client, address)["merged"] == [merged.undated.pk]
    undo(petra)
    assert client.get(address).status_code == 200
    assert client.get(f"/api/v1/claims/{new}/").json()["merged"] == []


def test_exports_tell_which_claims_went_into_which(client: Client, merged: Told) -> None:
    claims = client.get("/s/harbour/claims.json").json()["claims"]
    assert {claim["id"]: claim["merged"] for claim in claims}[merged.allegation.pk] == [merged.undated.pk]
    rows = csv.DictReader(io.StringIO(client.get("/s/harbour/claims.csv").content.decode("utf-8-sig")))
    assert {row["id"]: row["merged"] for row in rows}[str(merged.allegation.pk)] == str(merged.undated.pk)


def test_claims_merged_in_turn_are_all_told(client: Client, merged: Told, petra: User) -> None:
    last = services.split_claim(
        claim=merged.allegation, attributions=merged.allegation.attributions.all()[:1], editor=petra
    )
    services.merge_claims(claim=merged.allegation, into=last, editor=petra)
    told = followed(client, f"/api/v1/claims/{merged.undated.pk}/")
    assert told["id"] == last.pk
    assert sorted(told["merged"]) == sorted([merged.undated.pk, merged.allegation.pk])


def test_an_embedded_claim_of_old_goes_on_as_the_claim_that_it_was_merged_into(
    client: Client, merged: Told
) -> None:
    address = f"http://testserver{claim_address(merged.undated)}"
    new = f"/embed/harbour/claims/{merged.allegation.pk}/"
    assert f'src="http://testserver{new}"' in client.get("/oembed", {"url": address}).json()["html"]
    assert leads(client, f"/embed/harbour/claims/{merged.undated.pk}/") == (301, new)


@pytest.mark.parametrize(
    "address",
    [
        "/s/harbour/?speaker={}",
        "/s/harbour/compare/?speaker={}",
        "/s/harbour/claims.csv?speaker={}",
        "/s/harbour/claims.json?speaker={}",
        "/s/harbour/claimreview.json?speaker={}",
        "/api/v1/claims/?speaker={}",
        "/api/v1/stories/?speaker={}",
    ],
)
def test_an_address_that_asks_for_a_merged_speaker_leads_on(
    client: Client, speakers: tuple[Speaker, Speaker], petra: User, address: str
) -> None:
    old, new = speakers
    assert leads(client, address.format(old.slug)) == (301, address.format(new.slug))
    assert client.get(address.format(new.slug)).status_code == 200
    undo(petra)
    assert client.get(address.format(old.slug)).status_code == 200


def test_rest_names_whom_a_speaker_was_merged_into(client: Client, speakers: tuple[Speaker, Speaker]) -> None:
    old, new = speakers
    body = client.get(f"/api/v1/claims/?speaker={old.slug}").json()
    assert body["merged_into"] == new.slug


def test_a_settled_conflict_is_told_to_programs(client: Client, told: Told, petra: User) -> None:
    conflict = Conflict.objects.create(claim=told.denial, kind="when", score=0.5, reason="Two days.")
    services.settle_conflict(conflict=conflict, settlement="It was Tuesday.", editor=petra)
    (found,) = client.get(f"/api/v1/claims/{told.denial.pk}/").json()["conflicts"]
    assert found["settlement"] == "It was Tuesday."
    assert found["settled_at"] is not None
