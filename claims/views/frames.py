"""What another site puts into its own page to show a story or a claim of ours."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.models import Story
from claims.templatetags.citing import disputing, in_full, told_by
from claims.timeline import ClaimLine

STORY_WIDTH, STORY_HEIGHT = 720, 640  # pixels
CARD_WIDTH = 560
# What a card is made of, in pixels: all but its words, and a line of each kind of them. The server cannot measure, so
# letters of a line are counted, with room to spare; where that is not enough the card scrolls under its foot.
CARD_BARE, CARD_MOST = 150, 700
HEADLINE, ANSWER, OUTLETS = (28, 42), (25, 62), (20, 56)  # pixels, letters


@dataclass(frozen=True, slots=True)
class Frame:
    """`width` and `height` are pixels; `source` is the address of what it shows."""

    title: str
    source: str
    width: int
    height: int

    @property
    def html(self) -> str:
        return format_html(
            '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" frameborder="0"'
            ' style="max-width:100%"></iframe>',
            self.source,
            self.width,
            self.height,
            self.title,
        )


def frame_of_story(request: HttpRequest, story: Story) -> Frame:
    source = request.build_absolute_uri(reverse("embed", args=[story.slug]))
    return Frame(story.title, source, STORY_WIDTH, STORY_HEIGHT)


def frame_of_claim(request: HttpRequest, story: Story, claim: ClaimLine) -> Frame:
    source = request.build_absolute_uri(reverse("embed-claim", args=[story.slug, claim.id]))
    return Frame(in_full(claim) or story.title, source, CARD_WIDTH, _card_height(claim))


def _card_height(claim: ClaimLine) -> int:
    outlets = "".join(f"{one.outlet} {one.language}, " for one in told_by(claim).names)
    answers = (f"{link.how}{link.speaker}{link.headline[:90]}" for link in disputing(claim))
    height = CARD_BARE + _room(claim.headline, HEADLINE) + _room(outlets, OUTLETS)
    return min(CARD_MOST, height + sum(_room(words, ANSWER) for words in answers))


def _room(words: str, line: tuple[int, int]) -> int:
    pixels, letters = line
    return pixels * -(-len(words) // letters)
