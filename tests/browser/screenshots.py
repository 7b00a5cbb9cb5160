"""Draws the README's picture from the sample story: `pytest tests/browser/screenshots.py`. No test, so not collected."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import call_command
from playwright.sync_api import Page

from articles.models import Story
from claims.models import Claim
from claims.services import give_verdict
from claims.timeline import story_timeline
from newsclaims.places import ROOT
from tests.claims.telling import editor

SAMPLE = "alibaba-sample"


@pytest.mark.django_db(transaction=True)
def test_the_readme_gets_its_picture(open_page: Callable[..., Page]) -> None:
    call_command("ingest", str(ROOT / "samples"), story=SAMPLE)
    story = Story.objects.get(slug=SAMPLE)
    first = Claim.objects.get(pk=story_timeline(story, language="en").claims[0].id)
    give_verdict(claim=first, editor=editor(), about="attribution", status="verified")
    page = open_page(f"/s/{SAMPLE}/?claim={first.pk}", width=1200)
    page.set_viewport_size({"width": 1200, "height": 1000})
    (ROOT / "docs").mkdir(exist_ok=True)
    page.screenshot(path=ROOT / "docs" / "story.png")
