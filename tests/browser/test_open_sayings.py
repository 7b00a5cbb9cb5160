"""What is known only half: words that leave a saying open, and months of which nobody gives the day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from claims.models import Claim
from tests.browser.conftest import is_as_wide_as_its_window
from tests.browser.test_looks import assert_accessible
from tests.claims.telling import Told, pieces, report, say, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

HEDGING = "The port reportedly said that a ship of the Nordlinie had allegedly let out waste oil twice."


def hedging_story() -> Told:
    told = told_story()
    say(
        report(told.story, HEDGING, "en", outlet="Echo", published=date(2025, 3, 6)),
        told.allegation,
        HEDGING[30:-1],
        cue="said",
        source="The port",
        hedges=pieces(HEDGING, "reportedly") + pieces(HEDGING, "allegedly"),
    )
    return told


@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 390)])
def test_hedges_are_marked_on_the_evidence_and_make_a_cell_hedged(
    open_page: Callable[..., Page], scheme: str, width: int
) -> None:
    told = hedging_story()
    page = open_page(f"/s/harbour/claims/{told.allegation.pk}/", scheme=scheme, width=width)
    card = page.locator(".wording", has_text="Echo")
    expect(card.locator("mark.hedge")).to_have_text(["reportedly", "allegedly"])
    expect(card.locator(".hedges")).to_have_text("hedged: reportedly, allegedly")
    assert_accessible(page)
    assert is_as_wide_as_its_window(page)
    page.goto("/s/harbour/compare/")
    cell = page.locator(".matrix td.shift")
    expect(cell.locator("b")).to_have_text("hedged")
    cell.locator("summary").click()
    expect(cell.get_by_text("hedged: reportedly, allegedly")).to_be_visible()
    assert_accessible(page)
    assert is_as_wide_as_its_window(page)


def story_of_a_month() -> Told:
    """The denial is known to the month only, another claim to the year."""
    told = told_story()
    Claim.objects.filter(pk=told.denial.pk).update(said_on="2025-03-01", said_on_precision="month")
    told.denial.attributions.update(said_on="2025-03-01", said_on_precision="month")
    Claim.objects.filter(pk=told.undated.pk).update(said_on="2025-01-01", said_on_precision="year")
    return told


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 768), ("dark", 390)]
)
def test_a_month_stands_in_a_band_and_under_a_heading_of_its_own(
    open_page: Callable[..., Page], scheme: str, width: int
) -> None:
    told = story_of_a_month()
    page = open_page("/s/harbour/", scheme=scheme, width=width)
    headings = page.locator(".day > h3")
    expect(headings).to_have_text(
        ["In 2025 Day unknown", "In March 2025 Day unknown", re.compile("4 Mar Tuesday, 2025")]
    )
    drawing = page.locator(".chart svg.wide" if width > 1024 else ".chart svg.tall")
    expect(drawing.locator(".day-name")).to_have_text(["in 2025", "in March 2025", "Tue 4 Mar"])
    expect(drawing.locator("rect.unknown")).to_have_count(2)
    assert_accessible(page)
    assert is_as_wide_as_its_window(page)
    page.goto(f"/s/harbour/claims/{told.denial.pk}/")
    expect(page.locator(".claim-head time")).to_have_text("in March 2025")
    expect(page.locator(".claim-head time")).to_have_attribute("datetime", "2025-03")
    expect(page.locator(".wording").first.get_by_text("said in March 2025")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("de-DE", ["im Jahr 2025", "im März 2025", "Di 4. Mär"]),
        ("fr-FR", ["en 2025", "en mars 2025", "mar 4 mars"]),
    ],
)
def test_the_names_of_neighbouring_bands_do_not_run_into_each_other(
    open_page: Callable[..., Page], locale: str, names: list[str]
) -> None:
    story_of_a_month()
    page = open_page("/s/harbour/", locale=locale)
    labels = page.locator(".chart svg.wide .day-name")
    expect(labels).to_have_text(names)
    boxes = [one.bounding_box() for one in labels.all()]
    assert all(one["x"] + one["width"] < other["x"] for one, other in zip(boxes, boxes[1:], strict=False))
