"""The story page, as a browser without JavaScript gets it."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.models import Story
from claims.models import Attribution, Claim, Speaker
from claims.services import give_verdict
from tests.claims.browsing import page, queries
from tests.claims.telling import Told, editor, report, say

pytestmark = pytest.mark.django_db


def test_the_story_page_lists_claims_by_day_with_the_unknown_day_last(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/")
    assert html.index('datetime="2025-03-04"') < html.index("Day unknown")
    assert html.index(f'id="claim-{told.denial.pk}"') < html.index(f'id="claim-{told.undated.pk}"')


def test_an_opened_claim_shows_who_says_it_where_and_in_which_words(client: Client, told: Told) -> None:
    html = page(client, f"/s/harbour/?claim={told.allegation.pk}")
    assert "<bdi>Port authority</bdi>" in html
    assert '<mark class="source">The port authority</mark>' in html
    assert '<mark class="cue">teilte am Dienstag mit</mark>' in html
    assert "Küstenblatt" in html


def test_the_wordings_of_a_closed_claim_stay_on_its_own_page(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/")
    assert "Kein Tropfen" not in html
    assert f'href="/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/"' in html


def test_htmx_fetches_the_wordings_of_one_claim(client: Client, told: Told) -> None:
    address = f"/s/harbour/claims/{told.denial.pk}/wordings/"
    html = client.get(address, headers={"hx-request": "true"}).content.decode()
    assert html.startswith(f'<details id="claim-{told.denial.pk}" open>')
    assert '<mark class="content">Kein Tropfen stammt von uns</mark>' in html
    assert client.get(address).status_code == 302


def test_a_wording_leads_to_its_place_in_the_article(client: Client, told: Told) -> None:
    attribution = told.german.attributions.earliest("pk")
    address = f"/s/harbour/?claim={attribution.claim_id}"
    assert f'href="/articles/{told.german.pk}/#a{attribution.pk}"' in page(client, address)


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "a ship of the Nordlinie had let out waste oil twice"),
        ("de", "ein Schiff der Nordlinie habe zweimal Altöl abgelassen"),
    ],
)
def test_a_headline_stands_in_the_readers_language(
    client: Client, told: Told, language: str, headline: str
) -> None:
    assert f' lang="{language}">{headline}</a></h4>' in page(client, "/s/harbour/", language)


def test_a_headline_in_another_language_is_tagged(client: Client, told: Told) -> None:
    html = page(client, "/s/harbour/", "en")
    words = html.rindex("un navire de la Nordlinie")
    assert 'lang="fr"' in html[words - 40 : words]
    assert "(in French)" in html[words : words + 300]


def test_the_lang_parameter_outweighs_the_browser_and_is_remembered(client: Client, told: Told) -> None:
    assert 'lang="de">ein Schiff' in page(client, "/s/harbour/?lang=de", "en")
    assert 'lang="de">ein Schiff' in page(client, "/s/harbour/", "en")


def test_an_unknown_language_falls_back_to_english(client: Client, told: Told) -> None:
    assert '<html lang="en">' in page(client, "/s/harbour/?lang=zz", "ja")


def test_a_deep_link_opens_its_claim_without_javascript(client: Client, told: Told) -> None:
    html = page(client, f"/s/harbour/?claim={told.denial.pk}")
    assert f'<details id="claim-{told.denial.pk}" open>' in html
    assert f'<p class="opener" id="claim-{told.allegation.pk}">' in html


@pytest.mark.parametrize(
    "claim", ["", "x", "-1", "9" * 30, "٣", "1.0", "%00", pytest.param("9" * 5000, id="5000 digits")]
)
def test_a_deep_link_to_nonsense_opens_nothing(client: Client, told: Told, claim: str) -> None:
    assert "open>" not in page(client, f"/s/harbour/?claim={claim}")


def test_verdicts_answer_two_questions_and_keep_their_history(client: Client, told: Told) -> None:
    petra = editor()
    give_verdict(
        claim=told.denial, editor=petra, about="attribution", status="unverified", note="Called the line."
    )
    give_verdict(
        claim=told.denial, editor=petra, about="attribution", status="verified", note="Heard the tape."
    )
    html = page(client, f"/s/harbour/?claim={told.denial.pk}")
    assert "Editors verified that they denied it" in html
    assert "Unreviewed: whether the denial is true" in html
    assert html.index("Heard the tape.") < html.index("Called the line.")
    assert "<bdi>petra</bdi>" in html


def test_a_story_without_reports_says_how_to_take_some_in(client: Client) -> None:
    Story.objects.create(slug="empty", title="Empty")
    assert "ingest reports/ --story empty" in page(client, "/s/empty/")


def test_a_story_without_claims_lists_its_reports_and_why_they_were_not_read(client: Client) -> None:
    story = Story.objects.create(slug="quiet", title="Quiet")
    report(story, "No hay nada.", "es", outlet="Gaceta")
    html = page(client, "/s/quiet/")
    assert "No claims in this story yet" in html
    assert "language not supported" in html


def test_an_orphaned_wording_is_shown_as_one(client: Client, told: Told) -> None:
    Attribution.objects.filter(article=told.french).update(state="orphaned")
    Claim.objects.filter(pk=told.undated.pk).update(retired_at="2025-03-07T00:00Z")
    give_verdict(claim=told.undated, editor=editor(), about="content", status="unverified")
    html = page(client, f"/s/harbour/?claim={told.undated.pk}")
    assert "no longer stand in the article" in html
    assert "No report carries this claim any more" in html


def test_an_unknown_story_is_a_404_page_that_leads_on(client: Client) -> None:
    html = page(client, "/s/nothing/", status=404)
    assert "There is nothing at this address" in html
    assert 'href="/"' in html


def test_the_story_page_makes_as_many_queries_for_many_claims_as_for_few(client: Client, told: Told) -> None:
    few = queries(client, "/s/harbour/")
    for number in range(20):
        article = report(
            told.story, f"Report {number}: the mayor said that it stank.", "en", outlet=f"Outlet {number}"
        )
        speaker = Speaker.objects.create(slug=f"mayor-{number}", name=f"Mayor {number}")
        claim = Claim.objects.create(
            story=told.story, speaker=speaker, stance="asserts", said_on="2025-03-04", said_on_precision="day"
        )
        say(article, claim, "it stank", cue="said", source="the mayor")
    assert queries(client, "/s/harbour/") == few


def test_a_long_story_comes_in_pages_and_a_deep_link_finds_its_own(client: Client, told: Told) -> None:
    claims = [
        Claim.objects.create(
            story=told.story, stance="asserts", said_on="2025-03-05", said_on_precision="day"
        )
        for _ in range(120)
    ]
    for claim in claims:
        say(told.english, claim, "Anglers saw a film on the water")
    first = page(client, "/s/harbour/")
    assert first.count('<article class="claim') == 50
    assert 'href="?page=2#list"' in first
    last = page(client, "/s/harbour/?page=99")
    assert last.count('<article class="claim') == 23
    assert f'id="claim-{told.undated.pk}"' in last
    deep = page(client, f"/s/harbour/?claim={claims[110].pk}")
    assert f'<details id="claim-{claims[110].pk}" open>' in deep


def test_a_crowded_chart_leads_to_what_a_mark_sums_up(client: Client, told: Told) -> None:
    for _ in range(70):
        claim = Claim.objects.create(
            story=told.story,
            speaker=told.denial.speaker,
            stance="asserts",
            said_on="2025-03-05",
            said_on_precision="day",
        )
        say(told.english, claim, "Anglers saw a film on the water")
    html = page(client, "/s/harbour/")
    address = "?speaker=harbour-brandt&amp;since=2025-03-05&amp;until=2025-03-05"
    assert f'href="{address}#list"' in html
    assert "<b>70</b> of 73 claims" in page(client, f"/s/harbour/{address.replace('&amp;', '&')}")
