"""The page of one claim: permanent, complete, and citable."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from claims.matching import linking
from claims.models import Claim, Conflict, Speaker
from claims.services import give_verdict, reject_wording
from tests.claims.browsing import page, queries
from tests.claims.desk import as_told
from tests.claims.telling import Told, editor, pieces, report, say, told_story

pytestmark = pytest.mark.django_db


def address(claim: Claim) -> str:
    return f"/s/harbour/claims/{claim.pk}-harbour-brandt-denies/"


@pytest.mark.parametrize("wrong", ["", "-something-else", "-harbour-brandt-says"])
def test_any_other_name_behind_the_number_leads_to_the_right_one(
    client: Client, told: Told, wrong: str
) -> None:
    response = client.get(f"/s/harbour/claims/{told.denial.pk}{wrong}/")
    assert (response.status_code, response["Location"]) == (302, address(told.denial))


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_the_address_is_the_same_in_every_language(client: Client, told: Told, language: str) -> None:
    assert f"http://testserver{address(told.denial)}" in page(client, address(told.denial), language)


def test_a_claim_of_another_story_is_a_404(client: Client, told: Told) -> None:
    other = told_story("other")
    page(client, f"/s/harbour/claims/{other.denial.pk}/", status=404)


def test_it_shows_every_wording_in_a_row_of_its_own_and_in_its_sentence(client: Client, told: Told) -> None:
    html = page(client, address(told.denial))
    assert html.count("Kein Tropfen stammt von uns") >= 2
    assert '<mark class="content">Kein Tropfen stammt von uns</mark>' in html
    assert "Küstenblatt" in html
    assert 'lang="de"' in html


@pytest.mark.parametrize(
    ("language", "named"), [("en", "hedged: "), ("de", "abgeschwächt: "), ("fr", "nuancé\u202f: ")]
)
def test_words_that_leave_it_open_are_marked_and_named(
    client: Client, told: Told, language: str, named: str
) -> None:
    text = "The port reportedly said that a ship had allegedly let out oil."
    say(
        report(told.story, text, "en", outlet="Echo"),
        told.allegation,
        "a ship had allegedly let out oil",
        cue="said",
        source="The port",
        hedges=pieces(text, "reportedly") + pieces(text, "allegedly"),
    )
    html = page(client, f"/s/harbour/claims/{told.allegation.pk}-harbour-port-says/", language)
    assert '<mark class="hedge">reportedly</mark>' in html
    assert '<mark class="content">a ship had </mark><mark class="content hedge">allegedly</mark>' in html
    assert f'{named}<q dir="auto" lang="en">reportedly</q>, <q dir="auto" lang="en">allegedly</q>' in html


def test_it_draws_through_whom_the_claim_is_known(client: Client, told: Told) -> None:
    claim = told.undated
    article = report(told.story, "According to AFP, the port said it stank.", "en", outlet="Echo")
    say(article, claim, "it stank", cue="said", source="the port", via_name="AFP", based_on="a memo")
    html = page(client, f"/s/harbour/claims/{claim.pk}-harbour-port-says/")
    assert html.count("AFP") >= 2
    assert "a memo" in html


def test_a_retired_claim_keeps_its_address_and_says_so(client: Client, told: Told) -> None:
    told.denial.attributions.update(claim=told.allegation)
    Claim.objects.filter(pk=told.denial.pk).update(retired_at="2025-03-07T00:00Z")
    assert "Its address stays good" in page(client, address(told.denial))


def test_many_wordings_take_as_many_queries_as_few(client: Client, told: Told) -> None:
    few = queries(client, address(told.denial))
    for number in range(8):
        article = report(told.story, f"{number}: not ours, she said.", "en", outlet=f"Outlet {number}")
        say(article, told.denial, "not ours", cue="said", source="she")
    assert queries(client, address(told.denial)) == few


def test_a_speaker_page_holds_what_was_said_in_all_stories(client: Client, told: Told) -> None:
    other = told_story("other")
    port = Speaker.objects.get(slug="harbour-port")
    Claim.objects.filter(pk=other.allegation.pk).update(speaker=port)
    port.aliases.create(name="Hafenbehörde", language="de")
    response = client.get(f"/speakers/{port.pk}/")
    assert response["Location"] == f"/speakers/{port.pk}-harbour-port/"
    html = page(client, response["Location"])
    assert f"/s/other/claims/{other.allegation.pk}-" in html
    assert f"/s/harbour/claims/{told.allegation.pk}-" in html
    assert "Hafenbehörde" in html
    assert f'href="/speakers/{port.pk}-harbour-port/"' in page(client, "/speakers/")


def test_compare_shows_how_each_report_tells_a_claim_and_what_it_leaves_out(
    client: Client, told: Told
) -> None:
    html = page(client, "/s/harbour/compare/")
    assert html.count('class="absent"') == 4
    assert "Kein Tropfen stammt von uns" in html
    assert html.count("</details></td>") == 5
    assert "5 of 9 places are filled" in html


def test_the_about_page_tells_the_measured_figures(client: Client) -> None:
    html = page(client, "/about/")
    assert "How often it is right" in html
    assert "<td>–</td>" in html or "%" not in html


@pytest.mark.parametrize(
    ("language", "told_so"),
    [
        ("en", "Ida Brandt denies: Not a drop of it is ours"),
        ("de", "Ida Brandt bestreitet: Kein Tropfen stammt von uns"),
    ],
)
def test_a_denial_is_one_in_its_title_and_wherever_a_link_shows_it(
    client: Client, told: Told, language: str, told_so: str
) -> None:
    html = page(client, address(told.denial), language)
    assert f"<title>{told_so}" in html
    assert f'<meta property="og:title" content="{told_so}">' in html
    assert f'<meta property="og:image:alt" content="{told_so}">' in html


def cited(html: str) -> str:
    (line, *_) = re.findall(r"<textarea readonly[^>]*>(.*?)</textarea>", html)
    return str(line)


def test_a_denial_is_cited_as_one(client: Client, told: Told) -> None:
    html = page(client, address(told.denial))
    told_so = "Ida Brandt denies: “Not a drop of it is ours”, Tue 4 Mar 2025. Port Gazette, Küstenblatt. "
    assert cited(html) == f"{told_so}Newsclaims, http://testserver{address(told.denial)}"


def test_a_citation_has_no_gap_where_day_and_outlet_are_unknown(client: Client, told: Told) -> None:
    article = report(told.story, "The berth is closed, the port said.", "en")
    claim = Claim.objects.create(story=told.story, speaker=told.allegation.speaker, stance="asserts")
    say(article, claim, "The berth is closed", cue="said")
    at = f"/s/harbour/claims/{claim.pk}-harbour-port-says/"
    assert (
        cited(page(client, at)) == f"“The berth is closed” Port authority. Newsclaims, http://testserver{at}"
    )


def test_a_verified_denial_is_counted_as_one(client: Client, told: Told) -> None:
    give_verdict(claim=told.denial, editor=editor(), about="content", status="verified")
    assert "sayings verified as true, 1 of them a denial" in page(client, "/s/harbour/")


def test_a_claim_whose_words_an_editor_took_out_says_so_and_can_be_neither_judged_nor_cited(
    client: Client, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "link", as_told(told.story))
    petra = editor()
    client.force_login(petra)
    assert "Give this verdict" in page(client, address(told.denial))
    for wording in told.denial.attributions.all():
        reject_wording(attribution=wording, editor=petra)
    Claim.objects.filter(pk=told.denial.pk).update(retired_at="2025-03-07T00:00Z")
    html = page(client, address(told.denial))
    assert "An editor took the words of this claim out" in html
    assert "a newer reading" not in html
    assert "Give this verdict" not in html
    assert "Cite this claim" not in html


def test_a_conflict_over_who_said_it_shows_whom_each_report_credits(client: Client, told: Told) -> None:
    rows = told.allegation.attributions.order_by("pk")
    sides = [
        {"value": "a", "label": "Port authority", "attributions": [rows[0].pk]},
        {"value": "b", "label": "Harbour police", "attributions": [rows[1].pk]},
    ]
    Conflict.objects.create(claim=told.allegation, kind="who", sides=sides, score=0.8)
    html = page(client, f"/s/harbour/claims/{told.allegation.pk}-harbour-port-says/")
    (box,) = re.findall(r'<section class="conflicts".*?</section>', html, re.S)
    assert '<mark class="source">The port authority</mark> <mark class="cue">said</mark>' in box
    assert '<mark class="source">Die Hafenbehörde</mark>' in box


def test_paper_gets_the_citation_as_text(client: Client, told: Told) -> None:
    html = page(client, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/")
    (cited,) = re.findall(r'<p class="on-paper said" dir="auto">(.*?)</p>', html)
    assert "Not a drop of it is ours" in cited
