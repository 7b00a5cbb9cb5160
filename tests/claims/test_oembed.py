"""A story or a claim in the frame of another site, and how that site gets to know of it."""

from __future__ import annotations

import json
import logging
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client

from claims.models import Attribution, Claim, Link
from claims.services import give_verdict
from tests.claims.browsing import page, queries
from tests.claims.telling import Told, editor, report, say

pytestmark = pytest.mark.django_db

STORY = "http://testserver/s/harbour/"


def claim_address(claim: Claim) -> str:
    return f"{STORY}claims/{claim.pk}-harbour-brandt-denies/"


def card(client: Client, claim: Claim, language: str = "en") -> str:
    return unescape(page(client, f"/embed/harbour/claims/{claim.pk}/", language))


def test_every_link_of_an_embed_leaves_its_frame(client: Client, told: Told) -> None:
    html = page(client, "/embed/harbour/")
    assert html.count("<a ") == html.count('target="_blank"') > 3
    assert 'class="said"' in html
    html = card(client, told.denial)
    assert html.count("<a ") == html.count('target="_blank"') >= 2


def test_the_card_of_a_claim_tells_who_says_it_in_what_words_and_where(client: Client, told: Told) -> None:
    Link.objects.create(claim=told.denial, target=told.allegation, kind="denies", score=0.9)
    give_verdict(claim=told.denial, editor=editor(), about="attribution", status="verified")
    html = card(client, told.denial)
    for words in ("Ida Brandt", "denies", "Not a drop of it is ours", "Port Gazette", "Küstenblatt"):
        assert words in html
    assert 'class="verdict verified"' in html
    assert "a ship of the Nordlinie had let out waste oil twice" in html
    assert f'href="{claim_address(told.denial)}"' in html
    html = card(client, told.allegation)
    assert "Denied by" in html
    assert "Ida Brandt" in html


@pytest.mark.parametrize(
    ("language", "act", "words"),
    [("de", "bestreitet", "Kein Tropfen stammt von uns"), ("fr", "dément", "Kein Tropfen stammt von uns")],
)
def test_the_card_speaks_the_readers_language_and_leaves_the_words_in_theirs(
    client: Client, told: Told, language: str, act: str, words: str
) -> None:
    html = card(client, told.denial, language)
    assert act in html
    assert words in html


def test_a_card_names_the_first_outlets_and_counts_the_others(client: Client, told: Told) -> None:
    for number in range(9):
        article = report(told.story, "Not ours, she said.", "en", outlet=f"Paper {number}")
        say(article, told.denial, "Not ours", cue="said")
    few = queries(client, f"/embed/harbour/claims/{told.allegation.pk}/")
    html = card(client, told.denial)
    assert "and 5 more" in html
    assert html.count("Paper ") == 4
    assert queries(client, f"/embed/harbour/claims/{told.denial.pk}/") <= few + 1


def test_the_card_of_a_claim_that_no_report_carries_says_so(client: Client, told: Told) -> None:
    Attribution.objects.filter(claim=told.denial).update(state="retired")
    Claim.objects.filter(pk=told.denial.pk).update(retired_at="2025-03-09T08:00:00Z")
    assert "No report carries this claim any more" in card(client, told.denial)


def test_an_embed_of_a_claim_that_is_not_there_is_not_there(client: Client, told: Told) -> None:
    page(client, "/embed/harbour/claims/999999/", status=404)
    page(client, f"/embed/elsewhere/claims/{told.denial.pk}/", status=404)


def test_oembed_gives_the_frame_of_a_storys_address(client: Client, told: Told) -> None:
    response = client.get(f"/oembed?url={STORY}&maxwidth=500")
    answer = json.loads(response.content)
    assert answer["type"] == "rich"
    assert answer["width"] == 500
    assert 'src="http://testserver/embed/harbour/"' in answer["html"]
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", [claim_address, lambda claim: f"{STORY}claims/{claim.pk}/"])
def test_oembed_gives_the_frame_of_the_claim_that_has_the_address(
    client: Client, told: Told, address: object
) -> None:
    answer = client.get("/oembed", {"url": address(told.denial)}).json()  # type: ignore[operator]
    assert f'src="http://testserver/embed/harbour/claims/{told.denial.pk}/"' in answer["html"]
    assert answer["title"] == "Ida Brandt denies: Not a drop of it is ours"
    assert answer["height"] < client.get(f"/oembed?url={STORY}").json()["height"]


def test_oembed_keeps_to_the_room_that_it_is_given(client: Client, told: Told) -> None:
    for address in (STORY, claim_address(told.denial)):
        answer = client.get("/oembed", {"url": address, "maxwidth": "200", "maxheight": "100"}).json()
        assert (answer["width"], answer["height"]) == (200, 100)


def test_oembed_keeps_the_language_of_the_address(client: Client, told: Told) -> None:
    answer = client.get("/oembed", {"url": f"{claim_address(told.denial)}?lang=de"}).json()
    assert f"/claims/{told.denial.pk}/?lang=de" in answer["html"]
    assert answer["title"].startswith("Ida Brandt bestreitet")


@pytest.mark.parametrize("language", ["xx", "de&x=<b>"])
def test_oembed_knows_no_other_languages(client: Client, told: Told, language: str) -> None:
    assert "lang=" not in client.get("/oembed", {"url": f"{STORY}?lang=xx"}).json()["html"]


def test_oembed_answers_in_xml_too_and_logs_nothing(
    client: Client, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    told.story.title = "Oil & <water>"
    told.story.save()
    with caplog.at_level(logging.WARNING):
        response = client.get("/oembed", {"url": STORY, "format": "xml"})
    assert response.status_code == 200
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    answer = {one.tag: one.text for one in ElementTree.fromstring(response.content)}
    asked = client.get("/oembed", {"url": STORY}).json()
    assert answer == {name: str(value) for name, value in asked.items()}
    assert not caplog.records


def test_characters_that_no_xml_may_hold_are_left_out(client: Client, told: Told) -> None:
    told.story.title = "Oil \x01\ufffe in the harbour"
    told.story.save()
    response = client.get("/oembed", {"url": STORY, "format": "xml"})
    assert ElementTree.fromstring(response.content).findtext("title") == "Oil  in the harbour"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 404),
        ("url=http://elsewhere/s/harbour/", 404),
        ("url=http://testserver/about/", 404),
        ("url=http://testserver/s/harbour/claims/999999/", 404),
        ("url=http://testserver/s/nothing/", 404),
        ("url=http://[", 404),
        ("format=yaml&url=http://testserver/s/harbour/", 501),
    ],
)
def test_oembed_says_what_it_cannot_answer(client: Client, told: Told, query: str, status: int) -> None:
    response = client.get(f"/oembed?{query}")
    assert response.status_code == status
    assert "error" in json.loads(response.content)


def test_a_format_that_nobody_offers_is_no_fault_of_ours(
    client: Client, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/oembed", {"url": STORY, "format": "yaml"})
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_pages_of_stories_and_claims_tell_of_their_frames(client: Client, told: Told) -> None:
    for address in (STORY, claim_address(told.denial)):
        html = page(client, urlsplit(address).path)
        for form in ("json", "xml"):
            start = html.index(f'type="{"application" if form == "json" else "text"}/{form}+oembed"')
            link = unescape(html[start:].split('href="')[1].split('"')[0])
            asked = urlsplit(link)
            assert asked.netloc == "testserver"
            assert parse_qs(asked.query)["url"] == [address]
            assert client.get(f"{asked.path}?{asked.query}").status_code == 200


def test_a_claims_page_gives_the_lines_that_put_it_into_another_page(client: Client, told: Told) -> None:
    html = unescape(page(client, urlsplit(claim_address(told.denial)).path))
    assert f'<iframe src="http://testserver/embed/harbour/claims/{told.denial.pk}/"' in html
