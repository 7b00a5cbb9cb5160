"""Claims to take along, by the filters of the page."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.test import Client

from claims.models import Claim, Drift, Speaker
from claims.services import give_verdict
from tests.claims.browsing import page
from tests.claims.telling import Told, editor, pieces, report, say

pytestmark = pytest.mark.django_db


def rows(client: Client, query: str = "") -> list[dict[str, str]]:
    text = page(client, f"/s/harbour/claims.csv{query}")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_csv_has_a_row_a_claim_that_passes_the_filters(client: Client, told: Told) -> None:
    assert len(rows(client)) == 3
    (denial,) = rows(client, "?stance=denies")
    assert denial["speaker"] == "Ida Brandt"
    assert denial["address"].endswith(f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    assert denial["outlets"] == "Küstenblatt; Port Gazette"
    assert denial["true_verdict"] == "unreviewed"


def test_the_csv_names_the_hedges_of_all_wordings(client: Client, told: Told) -> None:
    for text in ("A ship allegedly spilled.", "A ship may have spilled. It allegedly fled."):
        own = [word for word in ("may", "allegedly") if word in text]
        article = report(told.story, text, "en")
        say(article, told.denial, text, hedges=[one for word in own for one in pieces(text, word)])
    (denial,) = rows(client, "?stance=denies")
    assert denial["hedges"] == "allegedly; may"


@pytest.mark.parametrize(
    ("first", "precision", "published"),
    [
        ("2025-03-04", "day", "2025-03-04"),
        ("2025-03-03", "week", "2025-W10"),
        ("2025-03-01", "month", "2025-03"),
        ("2025-01-01", "year", "2025"),
    ],
)
def test_exports_say_how_precisely_a_time_is_known(
    client: Client, told: Told, first: str, precision: str, published: str
) -> None:
    Claim.objects.filter(pk=told.denial.pk).update(said_on=first, said_on_precision=precision)
    (denial,) = rows(client, "?stance=denies")
    assert (denial["said_on"], denial["said_on_precision"]) == (first, precision)
    give_verdict(claim=told.denial, editor=editor(), about="content", status="verified")
    (review,) = json.loads(page(client, "/s/harbour/claimreview.json"))["@graph"]
    assert review["itemReviewed"]["datePublished"] == published


def test_no_cell_is_taken_for_a_formula(client: Client, told: Told) -> None:
    speaker = Speaker.objects.create(slug="evil", name="=HYPERLINK(1)")
    claim = Claim.objects.create(story=told.story, speaker=speaker, stance="asserts")
    say(report(told.story, "@SUM(1+1) he said.", "en"), claim, "@SUM(1+1)")
    (row,) = rows(client, "?speaker=evil")
    assert (row["speaker"], row["claim"]) == ("'=HYPERLINK(1)", "'@SUM(1+1)")


def test_the_json_is_shaped_as_the_rest_interface_shapes_it(client: Client, told: Told) -> None:
    body = json.loads(page(client, "/s/harbour/claims.json?stance=denies"))
    (claim,) = body["claims"]
    rest = json.loads(page(client, f"/api/v1/claims/{told.denial.pk}/"))
    assert claim == rest


def test_only_a_verdict_on_the_content_becomes_a_claim_review(client: Client, told: Told) -> None:
    petra = editor()
    give_verdict(claim=told.denial, editor=petra, about="attribution", status="verified")
    give_verdict(claim=told.allegation, editor=petra, about="content", status="unverified", note="No log.")
    (review,) = json.loads(page(client, "/s/harbour/claimreview.json"))["@graph"]
    assert review["claimReviewed"] == "a ship of the Nordlinie had let out waste oil twice"
    assert review["reviewRating"]["alternateName"] == "Unverified by editors: whether what they say is true"
    assert review["reviewBody"] == "No log."
    assert len(review["itemReviewed"]["appearance"]) == 2


@pytest.mark.parametrize(
    ("language", "reviewed", "rating"),
    [
        ("en", "Ida Brandt denies: Not a drop of it is ours", "Editors verified that the denial is true"),
        (
            "de",
            "Ida Brandt bestreitet: Kein Tropfen stammt von uns",
            "Die Redaktion hat bestätigt, dass das Dementi zutrifft",
        ),
    ],
)
def test_a_review_of_a_denial_says_that_it_is_one(
    client: Client, told: Told, language: str, reviewed: str, rating: str
) -> None:
    give_verdict(claim=told.denial, editor=editor(), about="content", status="verified")
    (review,) = json.loads(page(client, "/s/harbour/claimreview.json", language))["@graph"]
    assert review["claimReviewed"] == reviewed
    assert review["reviewRating"]["alternateName"] == rating
    assert review["inLanguage"] == language


def test_departures_that_the_comparison_shows_are_taken_along_and_no_more(client: Client, told: Told) -> None:
    english, german = told.allegation.attributions.order_by("pk")
    Drift.objects.create(attribution=german, reference=english, kind="modality", reason="")
    (row,) = rows(client, "?departures=1")
    assert row["id"] == str(told.allegation.pk)
    assert rows(client, f"?departures=1&report={told.french.pk}") == []
    html = page(client, "/s/harbour/compare/?departures=1")
    assert 'href="/s/harbour/claims.csv?departures=1"' in html


def test_the_page_leads_to_the_exports_with_its_filters(client: Client, told: Told) -> None:
    assert 'href="/s/harbour/claims.csv?stance=denies"' in page(client, "/s/harbour/?stance=denies")
