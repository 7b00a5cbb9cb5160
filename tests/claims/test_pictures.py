"""The pictures that other apps show beside a link: real, small, in the reader's language, and proof against any text."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from math import dist
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image, ImageChops

from articles.models import Story
from claims.models import Claim, Link, Speaker
from claims.pictures import HEIGHT, WIDTH
from claims.pictures.board import Canvas
from claims.pictures.charting import Grid, spots_of, way
from claims.pictures.lettering import SERIF, drawable, font, lines_of
from claims.pictures.seating import MOST_COLUMNS, STANCES, Seat, Seating, seating
from tests.claims.browsing import page
from tests.claims.lines import claim_of, link_of
from tests.claims.telling import Told, report, say, told_story

MOST_BYTES = 150_000  # what the apps that show such pictures take without complaint


def picture(client: Client, address: str) -> tuple[Image.Image, int]:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    return Image.open(BytesIO(response.content)).convert("RGB"), len(response.content)


@pytest.mark.django_db
def test_a_story_and_its_claims_have_pictures_of_the_size_that_apps_expect(
    client: Client, told: Told
) -> None:
    for address in ("/s/harbour/picture.png", f"/s/harbour/claims/{told.denial.pk}/picture.png"):
        image, size = picture(client, address)
        assert image.size == (WIDTH, HEIGHT) == (1200, 630)
        assert size < MOST_BYTES


@pytest.mark.django_db
def test_the_pages_name_their_pictures(client: Client, told: Told) -> None:
    story = page(client, "/s/harbour/", "de")
    assert '<meta property="og:image" content="http://testserver/s/harbour/picture.png?lang=de">' in story
    assert '<meta name="twitter:card" content="summary_large_image">' in story
    claim = page(client, f"/s/harbour/claims/{told.denial.pk}-harbour-brandt-denies/", "fr")
    assert f'content="http://testserver/s/harbour/claims/{told.denial.pk}/picture.png?lang=fr"' in claim


@pytest.mark.django_db(transaction=True)
def test_a_picture_is_drawn_anew_when_the_story_changes_and_not_before(client: Client) -> None:
    told_story()
    first = client.get("/s/harbour/picture.png")
    assert client.get("/s/harbour/picture.png", headers={"if-none-match": first["ETag"]}).status_code == 304
    assert client.get("/s/harbour/picture.png").content == first.content
    Story.objects.update(title="Another title")
    assert client.get("/s/harbour/picture.png").content != first.content


@pytest.mark.django_db
def test_a_picture_speaks_the_readers_language(client: Client, told: Told) -> None:
    images = [picture(client, f"/s/harbour/picture.png?lang={one}")[0] for one in ("de", "en", "fr")]
    assert all(ImageChops.difference(images[0], other).getbbox() for other in images[1:])


@pytest.mark.django_db
def test_a_picture_of_nothing_is_a_404_and_one_of_an_empty_story_a_picture(
    client: Client, told: Told
) -> None:
    assert client.get("/s/nothing/picture.png").status_code == 404
    assert client.get("/s/harbour/claims/999999/picture.png").status_code == 404
    Story.objects.create(slug="empty", title="")
    assert picture(client, "/s/empty/picture.png")[1] < MOST_BYTES


HOSTILE = [
    "<script>alert(1)</script>",
    "Donaudampfschiff" * 400,
    "قالت الشركة",
    "👩🏽‍🚀🇫🇷 \u202eevil\u2066",
    "\ufdfa" * 900,
    "a\u0301" * 500,
]


@pytest.mark.django_db
@pytest.mark.parametrize("words", HOSTILE)
def test_no_text_breaks_a_picture_or_makes_it_heavy(client: Client, words: str) -> None:
    story = Story.objects.create(slug="hostile", title=words, summary=words)
    article = report(story, f"{words} said: {words} is so.", "en", outlet=words)
    target = None
    for number in range(12):
        speaker = Speaker.objects.create(slug=f"hostile-{number}", name=words)
        claim = Claim.objects.create(
            story=story,
            speaker=speaker,
            stance=("denies", "asserts")[number % 2],
            said_on=date(2025, 1, 1 + number),
            said_on_precision="day",
        )
        say(article, claim, f"{words} is so", cue="said")
        if target:
            Link.objects.create(claim=claim, target=target, kind="denies", score=1)
        target = claim
    for address in ("/s/hostile/picture.png", f"/s/hostile/claims/{claim.pk}/picture.png"):
        assert picture(client, address)[1] < MOST_BYTES


def test_german_and_french_letters_are_drawn_and_those_of_other_scripts_left_out() -> None:
    letters = "äöüßÄÖÜẞéèêëàâçîïôûùœæŒÆÉÀÇ„“”«»‚‘’–…€"
    assert drawable(letters) == letters
    assert drawable("A\u0308rger") == "Ärger"
    assert drawable("Firma 公司 AG") == "Firma … AG"
    assert drawable("\u202eevil\x00\u200b") == "evil"


@given(some.text(max_size=600), some.integers(40, 900), some.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_no_line_is_wider_than_its_room(text: str, width: int, most: int) -> None:
    own = font(SERIF, 40)
    lines = lines_of(text, own, width, most)
    assert len(lines) <= most
    assert all(own.getlength(line) <= width for line in lines)


def test_a_claims_own_dispute_has_its_lanes_before_those_who_say_most() -> None:
    busy = [claim_of(pk, speaker=f"Busy {pk % 4}") for pk in range(10, 50)]
    claim = claim_of(1, speaker="Port", links=[link_of("denied-by", 2)])
    denial = claim_of(2, speaker="Line", stance="denies", links=[link_of("denies", 1)])
    own = seating([*busy, claim, denial], lanes=3, of=claim)
    assert {"Port", "Line"} <= {speaker.name for speaker in own.lanes if speaker}
    assert len(own.arcs) == 1
    assert len(own.chosen) == 2


def test_the_picture_of_a_story_shows_who_denies_before_who_says_most() -> None:
    busy = [claim_of(pk, speaker=f"Busy {pk % 4}") for pk in range(10, 50)]
    claim = claim_of(1, speaker="Port", links=[link_of("denied-by", 2)])
    denial = claim_of(2, speaker="Line", stance="denies", links=[link_of("denies", 1)])
    own = seating([*busy, claim, denial], lanes=3)
    assert {"Port", "Line"} <= {speaker.name for speaker in own.lanes if speaker}
    assert (len(own.arcs), own.chosen) == (1, frozenset())


def test_a_long_story_shows_its_last_days() -> None:
    claims = [claim_of(pk, day=date(2025, 1, pk)) for pk in range(1, 20)]
    own = seating(claims, lanes=3)
    assert len(own.columns) == MOST_COLUMNS
    assert own.columns[-1].last == date(2025, 1, 19)
    first = seating(claims, lanes=3, of=claims[0])
    assert first.columns[0].first == date(2025, 1, 1)


def test_speakers_and_days_that_find_no_room_are_counted() -> None:
    claims = [claim_of(pk, speaker=f"Speaker {pk % 8}", day=date(2025, 1, 1 + pk % 9)) for pk in range(1, 40)]
    own = seating([*claims, claim_of(99, speaker="", day=None)], lanes=5)
    assert (len(own.lanes), own.others, own.has_more_days) == (5, 4, True)
    few = seating(claims[:3], lanes=5)
    assert (few.others, few.has_more_days) == (0, False)


@pytest.mark.django_db
def test_a_picture_says_who_else_speaks(client: Client, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    text = Canvas.text

    def note(self: Canvas, x: float, y: float, words: str, *rest: Any) -> float:
        written.append(words)
        return text(self, x, y, words, *rest)

    monkeypatch.setattr(Canvas, "text", note)
    for number in range(6):
        speaker = Speaker.objects.create(slug=f"other-{number}", name=f"Other {number}")
        say(
            told.english,
            Claim.objects.create(story=told.story, speaker=speaker, stance="asserts"),
            "waste oil",
        )
    for language, words in (
        ("en", "and 3 more speakers"),
        ("de", "und 3 weitere Sprecher"),
        ("fr", "et 3 autres locuteurs"),
    ):
        picture(client, f"/s/harbour/picture.png?lang={language}")
        assert words in written


SEATS = some.tuples(some.integers(0, 4), some.integers(0, 5), some.sampled_from(STANCES))


@given(some.lists(SEATS, min_size=2, max_size=40, unique=True), some.data())
@settings(deadline=None)
def test_no_line_of_a_picture_runs_behind_a_mark(seats: list[Seat], data: some.DataObject) -> None:
    grid = Grid(rows=270, height=64, width=140)
    own = Seating((None,) * 5, (), dict.fromkeys(seats, 9), (), frozenset())
    spots = spots_of(own, grid)
    source, target = data.draw(some.lists(some.sampled_from(seats), min_size=2, max_size=2, unique=True))
    points = way(source, target, spots, grid)
    (_, near), (_, last) = points[-2:]
    assert abs(last - spots[target].y) <= abs(near - spots[target].y)  # the head points at the mark
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        for step in range(11):
            x, y = x1 + (x2 - x1) * step / 10, y1 + (y2 - y1) * step / 10
            for seat, spot in spots.items():
                assert seat in (source, target) or dist((x, y), (spot.x, spot.y)) > spot.r
