"""The comparison in a browser: many reports, on a wide screen and on a phone, and words that can be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from claims.models import Conflict, Drift
from tests.browser.conftest import is_as_wide_as_its_window
from tests.browser.test_looks import assert_accessible
from tests.claims.telling import Told, report, say, told_story

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def departing_story(more_reports: int = 0) -> Told:
    """The small story with a conflict and a drift, and some more reports that carry its allegation."""
    told = told_story()
    english, german = told.allegation.attributions.order_by("pk")
    Drift.objects.create(
        attribution=german,
        reference=english,
        kind="modality",
        reason="Hedges: “habe”",
        reason_key="drift.hedged",
        reason_words={"words": "habe"},
    )
    sides = [
        {"value": one, "label": one, "attributions": [row.pk]}
        for one, row in (("Port", english), ("Mole", german))
    ]
    Conflict.objects.create(claim=told.allegation, kind="who", score=0.9, sides=sides)
    for number in range(more_reports):
        article = report(
            told.story,
            f"The port said that oil was let out, {number}.",
            "en",
            outlet=f"Harbour Herald {number}",
            published=date(2025, 3, 7) + timedelta(number),
        )
        say(article, told.allegation, "oil was let out", cue="said", source="The port")
    return told


# The contrast of a cell's words against every ground that they may stand on, hatching included.
CONTRAST = """table => {
  const light = rgb => rgb.map(one => one / 255)
    .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [.2126, .7152, .0722][at], 0);
  const colour = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const resolve = name => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`; document.body.append(probe);
    const found = colour(getComputedStyle(probe).color); probe.remove(); return found;
  };
  const grounds = cell => {
    const own = getComputedStyle(cell).backgroundColor;
    if (own !== 'rgba(0, 0, 0, 0)') return [colour(own)];
    return cell.matches('.absent') ? [resolve('--paper'), resolve('--wash')] : [resolve('--paper')];
  };
  const worst = [];
  for (const cell of table.querySelectorAll('th, td'))
    for (const one of [cell, ...cell.querySelectorAll('*')])
      if ([...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        for (const ground of grounds(cell)) {
          const [a, b] = [light(colour(getComputedStyle(one).color)), light(ground)].sort((x, y) => y - x);
          worst.push((a + .05) / (b + .05));
        }
  return Math.min(...worst);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_words_of_every_cell_stand_out_from_its_ground(
    open_page: Callable[..., Page], width: int, scheme: str
) -> None:
    departing_story()
    page = open_page("/s/harbour/compare/", width=width, scheme=scheme)
    for cell in page.locator(".matrix summary").all():
        cell.click()
    expect(page.locator(".clash details[open]")).to_be_visible()
    assert page.locator(".matrix").evaluate(CONTRAST) >= 4.5
    assert_accessible(page)


def test_twelve_reports_scroll_beside_the_claims_which_stay(open_page: Callable[..., Page]) -> None:
    departing_story(12)
    page = open_page("/s/harbour/compare/")
    expect(page.get_by_text("5 reports that tell fewer of these are not shown")).to_be_visible()
    page.get_by_text("Choose reports (10 of 15 shown)").click()
    for box in page.locator("input[name=report]").all()[:12]:
        box.check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".matrix thead th")).to_have_count(13)
    assert is_as_wide_as_its_window(page)
    box = page.get_by_role("group", name="Table of claims and reports")
    assert box.evaluate("element => element.scrollWidth > element.clientWidth")
    claim = page.locator(".matrix tbody tr:not(.sp) th").first
    before = claim.bounding_box()
    box.focus()
    box.evaluate("element => element.scrollLeft = 600")
    after = claim.bounding_box()
    assert before and after
    assert after["x"] == before["x"]
    assert_accessible(page)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_on_a_phone_departures_alone_are_asked_for_with_one_box(
    open_page: Callable[..., Page], javascript: bool
) -> None:
    departing_story(12)
    page = open_page("/s/harbour/compare/", width=390, java_script_enabled=javascript)
    expect(page.locator(".matrix tbody tr:not(.sp)")).to_have_count(3)
    page.get_by_label("Departures only").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".matrix tbody tr:not(.sp)")).to_have_count(1)
    expect(page.get_by_text("conflict: who said it")).to_be_visible()
    assert is_as_wide_as_its_window(page)
    page.get_by_role("link", name="Departures only (take this filter away)").click()
    expect(page.locator(".matrix tbody tr:not(.sp)")).to_have_count(3)


@pytest.mark.parametrize("width", [1440, 768, 390])
def test_the_reports_to_choose_from_can_be_read(open_page: Callable[..., Page], width: int) -> None:
    departing_story(12)
    page = open_page("/s/harbour/compare/", width=width)
    page.get_by_text("Choose reports (10 of 15 shown)").click()
    widths = page.locator(".choices label").evaluate_all("all => all.map(one => one.offsetWidth)")
    assert len(widths) == 15
    assert min(widths) > 200  # pixels; an outlet's name fits into them
    assert is_as_wide_as_its_window(page)


def test_on_a_phone_reports_of_one_outlet_are_told_apart_and_no_name_is_cut(
    open_page: Callable[..., Page],
) -> None:
    told = departing_story()
    for title in ("Line denies everything", "Port insists on its charge"):
        article = report(
            told.story,
            "The port said that oil was let out.",
            "en",
            outlet="The Evening Messenger of the Northern Coast",
            title=title,
            published=date(2025, 3, 9),
        )
        say(article, told.allegation, "oil was let out", cue="said", source="The port")
    page = open_page("/s/harbour/compare/", width=390)
    for row in page.locator(".matrix tbody tr:not(.sp)").all():
        names = [name.strip() for name in row.locator("td > .column").all_inner_texts()]
        assert len(set(names)) == len(names) == 5
    for name in page.locator(".matrix .column").all():
        assert name.evaluate("one => one.scrollWidth <= one.clientWidth")
        assert name.evaluate("one => getComputedStyle(one).textOverflow") != "ellipsis"
    assert is_as_wide_as_its_window(page)
    assert_accessible(page)


def test_on_a_phone_what_a_report_leaves_out_is_seen_at_a_glance(open_page: Callable[..., Page]) -> None:
    departing_story()
    page = open_page("/s/harbour/compare/", width=390)
    row = page.locator(".matrix tbody tr.asserts").first
    expect(row.get_by_text("told by 2 of 3 reports")).to_be_visible()
    absent = row.locator(".absent")
    expect(absent).to_contain_text("Journal du port")
    told_box, left_out = row.locator("td:not(.absent)").last.bounding_box(), absent.bounding_box()
    assert told_box and left_out
    assert left_out["y"] > told_box["y"]  # below those that tell it, whatever the order of the columns
    label = row.evaluate("one => getComputedStyle(one, '::after').content")
    assert label == '"left out by"'
    assert "gradient" in absent.evaluate("one => getComputedStyle(one).backgroundImage")


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "fr-FR"])
def test_no_word_of_the_reports_table_breaks_inside_on_a_phone(
    open_page: Callable[..., Page], locale: str
) -> None:
    departing_story()
    page = open_page("/s/harbour/", width=390, locale=locale)
    lines = """cell => {
      const range = document.createRange(), node = cell.firstChild.nodeType === 3 ? cell.firstChild : cell.firstChild.firstChild;
      return node.data.trim().split(/\\s+/).map(word => {
        const start = node.data.indexOf(word);
        range.setStart(node, start); range.setEnd(node, start + word.length);
        return new Set([...range.getClientRects()].map(box => box.top)).size;
      });
    }"""
    for cell in page.locator(".reports td").all():
        assert set(cell.evaluate(lines)) == {1}, cell.inner_text()
    assert is_as_wide_as_its_window(page)


def test_on_paper_the_comparison_stays_a_table_with_its_heads(open_page: Callable[..., Page]) -> None:
    departing_story(3)
    page = open_page("/s/harbour/compare/", width=680)  # what an A4 sheet has between its margins
    page.emulate_media(media="print")
    heads = page.locator(".matrix thead th")
    expect(heads).to_have_count(7)
    boxes = [head.bounding_box() for head in heads.all()]
    assert all(box and box["height"] > 10 and box["x"] + box["width"] <= 680 for box in boxes)
    expect(page.locator(".matrix td").first).to_have_css("display", "table-cell")
    assert is_as_wide_as_its_window(page)
