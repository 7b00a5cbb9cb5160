"""What is known only half: words that leave a saying open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

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
