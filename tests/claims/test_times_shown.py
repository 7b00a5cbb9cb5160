"""A time that is known to the week, month or year only, wherever a page tells it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from claims.models import Claim
from claims.templatetags.words import side_label
from claims.timeline.filtering import Filters, select
from tests.claims.browsing import page
from tests.claims.lines import claim_of
from tests.claims.telling import Told, told_story

MONTH = {"said_on": date(2025, 3, 1), "said_on_precision": "month"}
WORDS = {
    "en": ("in March 2025", "in the week of 3 Mar 2025", "in 2025", "said"),
    "de": ("im März 2025", "in der Woche vom 3. Mär 2025", "im Jahr 2025", "gesagt"),
    "fr": ("en mars 2025", "dans la semaine du 3 mars 2025", "en 2025", "dit"),
}


@pytest.fixture
def in_march(db: None) -> Told:
    """The denial is known to the month only, in all its reports."""
    told = told_story()
    Claim.objects.filter(pk=told.denial.pk).update(**MONTH)
    told.denial.attributions.update(**MONTH)
    return told


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_claim_page_says_the_month_and_no_day(client: Client, in_march: Told, language: str) -> None:
    html = page(client, f"/s/harbour/claims/{in_march.denial.pk}-harbour-brandt-denies/", language)
    month, _, _, said = WORDS[language]
    assert f'<time datetime="2025-03">{month}</time></p>' in html
    assert f'<span>{said} <time datetime="2025-03">{month}</time></span>' in html
    assert f"”, {month}. " in html, "the line to cite"
    assert "2025-03-01" not in html


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize(
    ("first", "precision", "written", "place"),
    [(3, "week", "2025-W10", 1), (1, "month", "2025-03", 0), (None, "year", "2025", 2)],
)
def test_the_list_and_the_chart_have_a_heading_of_their_own_for_it(
    client: Client, in_march: Told, language: str, first: int | None, precision: str, written: str, place: int
) -> None:
    day = date(2025, 3, first) if first else date(2025, 1, 1)
    Claim.objects.filter(pk=in_march.denial.pk).update(said_on=day, said_on_precision=precision)
    html = page(client, "/s/harbour/", language)
    words = WORDS[language][place]
    heading = f'<time datetime="{written}"><b class="period">{words[0].upper()}{words[1:]}</b></time>'
    assert html.count(heading) == 1
    assert f"<tspan>{words}</tspan>" in html, "the band of the chart"
    assert f"<td>{words}</td>" in html, "the chart as a table"
    assert f'datetime="{day}"' not in html


@pytest.mark.parametrize(
    "address", ["/", "/?q=ours", "/speakers/{}/", "/embed/harbour/", "/s/harbour/compare/"]
)
def test_no_page_takes_the_month_for_its_first_day(client: Client, in_march: Told, address: str) -> None:
    speaker = in_march.denial.speaker
    html = page(client, address.format(f"{speaker.pk}-{speaker.slug}"))
    assert "1 Mar" not in html
    assert "2025-03-01" not in html
    assert "compare" in address or "in March 2025" in html or "In March 2025" in html


def test_a_month_passes_a_filter_that_holds_all_of_it() -> None:
    november = claim_of(1, day=date(2025, 11, 1), said_on_precision="month")
    for until, found in ((date(2025, 11, 30), 1), (date(2025, 11, 29), 0)):
        assert len(select([november], Filters(since=date(2025, 11, 1), until=until)).claims) == found


@pytest.mark.django_db
def test_a_mark_that_sums_up_a_band_says_so(client: Client, in_march: Told) -> None:
    for _ in range(70):
        Claim.objects.create(story=in_march.story, speaker=in_march.denial.speaker, stance="asserts", **MONTH)
    for claim in Claim.objects.filter(attributions=None):
        row = in_march.denial.attributions.first()
        row.pk, row.claim, row.key = None, claim, f"key of {claim.pk}"
        row.save()
    html = page(client, "/s/harbour/")
    assert "70 claims, asserts, in March 2025" in html
    assert "since=2025-03-01&amp;until=2025-03-31" in html


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-03-04", "Tue 4 Mar 2025"),
        ("2025-03", "in March 2025"),
        ("2025", "2025"),
        ("12 dead", "12 dead"),
    ],
)
def test_the_side_of_a_conflict_is_named_by_its_time_and_a_number_stays_one(value: str, words: str) -> None:
    assert side_label(value) == words
