"""All that one speaker said in all stories, drawn: a lane a story, a mark a claim."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.test import Client

from articles.models import Story
from claims.models import Claim, Speaker
from claims.services import give_verdict
from claims.timeline import claim_lines, draw, shown_claims
from claims.timeline.values import StoryLine
from tests.claims.browsing import page, queries
from tests.claims.telling import Told, editor, report, say

pytestmark = pytest.mark.django_db

MARK = re.compile(r'<a class="m (\S+)" href="([^"]*)"[^>]*><title>(.*?)</title>')


def another_story(speaker: Speaker, number: int, *, claims: int = 1) -> Story:
    story = Story.objects.create(slug=f"tale-{number}", title=f"Tale number {number} of the port")
    for at in range(claims):
        day = date(2025, 1, 1) + timedelta(days=3 * at)
        stance = "denies" if at % 3 == 0 else "asserts"
        claim = Claim.objects.create(
            story=story, speaker=speaker, stance=stance, said_on=day, said_on_precision="day"
        )
        article = report(story, f"It is so {number}-{at}.", "en", outlet=f"Paper {number}")
        say(article, claim, f"It is so {number}-{at}")
    return story


def speaker_of(told: Told) -> Speaker:
    assert told.allegation.speaker is not None
    return told.allegation.speaker


def address(speaker: Speaker) -> str:
    return f"/speakers/{speaker.pk}-{speaker.slug}/"


def marks(html: str, drawing: str) -> list[tuple[str, str, str]]:
    """Stance, address and text of each mark of the wide or the tall drawing."""
    (drawn,) = re.findall(rf'<svg class="{drawing}".*?</svg>', html, re.S)
    return [
        (stance, unescape(href), unescape(re.sub("<[^>]*>", "", title)))
        for stance, href, title in MARK.findall(drawn)
        if stance != "lane-name"
    ]


@pytest.mark.parametrize("drawing", ["wide", "tall"])
def test_every_claim_has_a_mark_that_leads_to_it_and_says_what_it_is(
    client: Client, told: Told, drawing: str
) -> None:
    speaker = speaker_of(told)
    another_story(speaker, 1)
    give_verdict(claim=told.allegation, editor=editor(), about="attribution", status="verified")
    found = marks(page(client, address(speaker)), drawing)
    assert len(found) == 3
    addresses = [href for _, href, _ in found]
    assert f"/s/harbour/claims/{told.allegation.pk}-harbour-port-says/" in addresses
    assert f"/s/harbour/claims/{told.undated.pk}-harbour-port-says/" in addresses
    for stance, href, text in found:
        assert client.get(href).status_code == 200
        assert text.startswith("Port authority denies" if stance == "denies" else "Port authority asserts")
    assert any("Day unknown" in text for _, _, text in found)
    assert any("2 reports" in text and "verified" in text for _, _, text in found)


def test_a_lane_is_a_story_and_leads_to_what_the_speaker_said_there(client: Client, told: Told) -> None:
    speaker = speaker_of(told)
    another_story(speaker, 1)
    html = unescape(page(client, address(speaker)))
    for slug, title in (("harbour", "Oil in the harbour"), ("tale-1", "Tale number 1 of the port")):
        assert f'<a class="m lane-name" href="/s/{slug}/?speaker={speaker.slug}"><title>{title}' in html


def test_lanes_come_by_stories_and_not_by_speakers(told: Told) -> None:
    speaker = speaker_of(told)
    another_story(speaker, 1)
    rows = list(shown_claims().filter(speaker=speaker).select_related("story"))
    stories = {row.pk: StoryLine(row.story.slug, row.story.title, "") for row in rows}
    lines = claim_lines(rows, language="en", brief=True)
    chart = draw(lines, lane_of=lambda line: stories[line.id])
    assert chart is not None
    assert [lane.owner.name for lane in chart.wide.lanes if lane.owner] == [
        "Oil in the harbour",
        "Tale number 1 of the port",
    ]
    assert [lane.claims for lane in chart.wide.lanes] == [2, 1]


def test_the_same_stands_in_a_table(client: Client, told: Told) -> None:
    speaker = speaker_of(told)
    another_story(speaker, 1)
    html = page(client, address(speaker))
    (table,) = re.findall(r'<details class="small as-table">.*?</details>', html, re.S)
    assert table.count("<tr>") == 4
    assert '<th scope="col">Story</th>' in table
    assert "Tale number 1 of the port" in table
    assert f'href="/s/harbour/claims/{told.allegation.pk}-harbour-port-says/"' in table


def test_a_speaker_of_many_claims_gets_marks_that_sum_them_up(client: Client, told: Told) -> None:
    speaker = speaker_of(told)
    another_story(speaker, 1, claims=70)
    html = page(client, address(speaker))
    wide, tall = marks(html, "wide"), marks(html, "tall")
    assert len(wide) < 72
    for found in (wide, tall):
        assert sum(int(re.findall(r"(\d+) claims?,", text)[0]) for _, _, text in found) == 72
    assert any(href.startswith(f"/s/tale-1/?speaker={speaker.slug}&since=") for _, href, _ in wide)
    for _, href, _ in (*wide[:3], *tall[:3]):
        assert client.get(href.split("#")[0]).status_code == 200
    (table,) = re.findall(r'<details class="small as-table">.*?</details>', html, re.S)
    assert "Tale number 1 of the port" in table


def test_a_mark_that_sums_up_leads_to_the_place_of_the_list_where_its_claims_begin(
    client: Client, told: Told
) -> None:
    speaker = speaker_of(told)
    another_story(speaker, 1, claims=70)
    tall = marks(page(client, address(speaker)), "tall")
    for _, href, _ in tall:
        (claim,) = re.findall(r"\?claim=(\d+)#claim-\1$", href)
        assert f'id="claim-{claim}"' in page(client, f"{address(speaker)}?claim={claim}")


def test_more_stories_than_lanes_share_one(client: Client, told: Told) -> None:
    speaker = speaker_of(told)
    for number in range(25):
        another_story(speaker, number, claims=1)
    html = page(client, address(speaker))
    assert "7 others" in html
    assert len(marks(html, "wide")) == 27
    for number in range(25, 70):
        another_story(speaker, number, claims=1)
    for _, href, _ in marks(page(client, address(speaker)), "wide"):
        assert client.get(href.split("#")[0]).status_code == 200


def test_the_number_of_queries_does_not_grow(client: Client, told: Told) -> None:
    speaker = speaker_of(told)
    another_story(speaker, 1, claims=3)
    few = queries(client, address(speaker))
    for number in range(2, 9):
        another_story(speaker, number, claims=11)
    assert queries(client, address(speaker)) == few


def test_one_claim_alone_needs_no_drawing(client: Client, told: Told) -> None:
    speaker = told.denial.speaker
    assert speaker is not None
    assert 'id="chart"' not in page(client, address(speaker))


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Was wann gesagt wurde"), ("fr", "Ce qui a été dit, et quand")]
)
def test_the_chart_speaks_the_readers_language(client: Client, told: Told, language: str, words: str) -> None:
    assert words in page(client, address(speaker_of(told)), language)
