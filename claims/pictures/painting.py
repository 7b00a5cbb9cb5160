"""The two pictures: what stands above their charts."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from claims.pictures.board import COLOURS, EDGE, INK, NEUTRAL, SOFT, WIDTH, Canvas, fitting, mark
from claims.pictures.charting import draw_chart
from claims.pictures.lettering import SANS, SANS_BOLD, SERIF, font, lines_of, one_line
from claims.pictures.seating import seating
from claims.templatetags.words import day_full, language_name, said_when, stance_word
from claims.timeline import ClaimLine, Timeline


def story_picture(timeline: Timeline) -> bytes:
    """A story: its title, what it counts, and its chart."""
    canvas = _begun()
    days = timeline.known_days
    _at_the_right(canvas, " – ".join(dict.fromkeys(day_full(day) for day in (days[:1] + days[-1:]))))
    y = _headline(canvas, timeline.story.title, 112, ((60, 2), (48, 2)))
    canvas.text(EDGE, y + 4, fitting(_counts(timeline), SANS, 30), SANS, 30, SOFT)
    draw_chart(canvas, seating(timeline.claims, lanes=5), y + 36)
    return canvas.png()


def claim_picture(claim: ClaimLine, timeline: Timeline) -> bytes:
    """A claim: who says it and how, its words, and where it stands in its story's chart."""
    canvas = _begun()
    _at_the_right(canvas, timeline.story.title)
    colour = COLOURS.get(claim.stance, NEUTRAL)
    mark(canvas, claim.stance, EDGE + 13, 101, 13, colour)
    name = one_line(
        claim.speaker.name if claim.speaker else gettext("Nobody named"), font(SANS_BOLD, 32), 640
    )
    x = canvas.text(EDGE + 40, 112, name, SANS_BOLD, 32)
    x = canvas.text(x + 10, 112, stance_word(claim.stance), SANS, 32, colour)
    if claim.when:
        canvas.text(x + 18, 112, said_when(claim.when), SANS, 28, SOFT)
    y = _headline(canvas, claim.headline or gettext("Without words"), 176, ((52, 3), (42, 3)))
    canvas.text(EDGE, y + 4, fitting(_carried(claim), SANS, 28), SANS, 28, SOFT)
    draw_chart(canvas, seating(timeline.claims, lanes=3, of=claim), y + 32)
    return canvas.png()


def _begun() -> Canvas:
    canvas = Canvas()
    canvas.block(0, 0, WIDTH, 10, INK)
    canvas.text(EDGE, 56, "Newsclaims", SERIF, 30)
    return canvas


def _at_the_right(canvas: Canvas, words: str) -> None:
    words = fitting(words, SANS, 24, width=720)
    canvas.text(WIDTH - EDGE - font(SANS, 24).getlength(words), 54, words, SANS, 24, SOFT)


def _headline(canvas: Canvas, words: str, y: float, sizes: tuple[tuple[int, int], ...]) -> float:
    """In the largest of the sizes that has room for it within its lines; gives the baseline for what follows."""
    for size, most in sizes:
        lines = lines_of(words, font(SERIF, size), WIDTH - 2 * EDGE, most)
        if not lines or not lines[-1].endswith("…"):
            break
    for line in lines:
        canvas.text(EDGE, y + size * 0.36, line, SERIF, size)
        y += size * 1.12
    return y + 10


def _counts(timeline: Timeline) -> str:
    claims, denials, reports = timeline.claims_total, timeline.denials, len(timeline.reports)
    return " · ".join(
        [
            ngettext("%(n)s claim", "%(n)s claims", claims) % {"n": claims},
            ngettext("%(n)s denial", "%(n)s denials", denials) % {"n": denials},
            ngettext("%(n)s report", "%(n)s reports", reports) % {"n": reports},
            *(language_name(code) for code, _ in timeline.languages if code),
        ]
    )


def _carried(claim: ClaimLine) -> str:
    told = ngettext("%(n)s report", "%(n)s reports", claim.reports) % {"n": claim.reports}
    denied_by = ", ".join(dict.fromkeys(link.speaker for link in claim.denied_by if link.speaker))
    parts = [told, *(language_name(code) for code, _ in claim.languages if code)]
    return " · ".join([*parts, gettext("Denied by %(who)s") % {"who": denied_by}] if denied_by else parts)
