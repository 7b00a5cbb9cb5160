"""The two pictures. Everything is drawn at twice its size and then halved, which smooths the edges."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from django.utils.translation import gettext, ngettext
from PIL import Image, ImageDraw

from claims.pictures.lettering import SANS, SANS_BOLD, SERIF, font, lines_of, one_line
from claims.pictures.seating import Seat, Seating, in_columns, seating
from claims.templatetags.words import day_full, day_short, language_name, said_when, stance_word
from claims.timeline import ClaimLine, Timeline

WIDTH, HEIGHT, SCALE = 1200, 630, 2  # pixels; how much larger it is drawn
EDGE = 56
NAMES = 250  # width of the lanes' names
PAPER, WASH, INK, SOFT, HAIR = "#fdfdfb", "#f1f1ec", "#16181b", "#43474d", "#dcdcd6"
COLOURS = {"asserts": "#1b5ea8", "denies": "#b93a06"}
NEUTRAL = "#5a5e64"
PALE = {"#1b5ea8": "#b4cae3", "#b93a06": "#e8bda8", NEUTRAL: "#cbcccd"}
COLOURS_KEPT = 128  # of the palette; flat grounds and four inks need no more


class Canvas:
    """A drawing board in pixels of the finished picture."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def text(self, x: float, y: float, words: str, path: str, size: int, colour: str = INK) -> float:
        """Write words with their baseline at `y`; gives the place behind them."""
        own = font(path, size * SCALE)
        self._draw.text((x * SCALE, y * SCALE), words, fill=colour, font=own, anchor="ls")
        return x + own.getlength(words) / SCALE

    def middle(self, x: float, y: float, words: str, size: int, colour: str) -> None:
        own = font(SANS_BOLD, size * SCALE)
        self._draw.text((x * SCALE, y * SCALE), words, fill=colour, font=own, anchor="mm")

    def block(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._draw.rectangle(
            (x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1), fill=colour
        )

    def line(self, points: list[tuple[float, float]], width: float, colour: str) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def polygon(self, points: list[tuple[float, float]], fill: str, outline: str, width: float = 0) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.polygon(scaled, fill=fill, outline=outline, width=round(width * SCALE))

    def circle(self, x: float, y: float, r: float, colour: str) -> None:
        self._draw.circle((x * SCALE, y * SCALE), r * SCALE, fill=colour)

    def png(self) -> bytes:
        small = self._image.reduce(SCALE).quantize(COLOURS_KEPT, dither=Image.Dither.NONE)
        out = BytesIO()
        small.save(out, "PNG", optimize=True)
        return out.getvalue()


def story_picture(timeline: Timeline) -> bytes:
    """A story: its title, what it counts, and its chart."""
    canvas = _begun()
    days = timeline.known_days
    _at_the_right(canvas, " – ".join(dict.fromkeys(day_full(day) for day in (days[:1] + days[-1:]))))
    y = _headline(canvas, timeline.story.title, 112, ((60, 2), (48, 2)))
    canvas.text(EDGE, y + 4, _one(_counts(timeline), SANS, 30), SANS, 30, SOFT)
    _chart(canvas, seating(timeline.claims, lanes=5), y + 36)
    return canvas.png()


def claim_picture(claim: ClaimLine, timeline: Timeline) -> bytes:
    """A claim: who says it and how, its words, and where it stands in its story's chart."""
    canvas = _begun()
    _at_the_right(canvas, timeline.story.title)
    colour = COLOURS.get(claim.stance, NEUTRAL)
    _mark(canvas, claim.stance, EDGE + 13, 101, 13, colour)
    name = one_line(
        claim.speaker.name if claim.speaker else gettext("Nobody named"), font(SANS_BOLD, 32), 640
    )
    x = canvas.text(EDGE + 40, 112, name, SANS_BOLD, 32)
    x = canvas.text(x + 10, 112, stance_word(claim.stance), SANS, 32, colour)
    if claim.when:
        canvas.text(x + 18, 112, said_when(claim.when), SANS, 28, SOFT)
    y = _headline(canvas, claim.headline or gettext("Without words"), 176, ((52, 3), (42, 3)))
    canvas.text(EDGE, y + 4, _one(_carried(claim), SANS, 28), SANS, 28, SOFT)
    _chart(canvas, seating(timeline.claims, lanes=3, of=claim), y + 32)
    return canvas.png()


def _begun() -> Canvas:
    canvas = Canvas()
    canvas.block(0, 0, WIDTH, 10, INK)
    canvas.text(EDGE, 56, "Newsclaims", SERIF, 30)
    return canvas


def _at_the_right(canvas: Canvas, words: str) -> None:
    words = _one(words, SANS, 24, width=720)
    canvas.text(WIDTH - EDGE - font(SANS, 24).getlength(words), 54, words, SANS, 24, SOFT)


def _one(words: str, path: str, size: int, width: float = WIDTH - 2 * EDGE) -> str:
    return one_line(words, font(path, size), width)


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


# ---------------------------------------------------------------- the chart


def _chart(canvas: Canvas, own: Seating, top: float) -> None:
    if not own.lanes:
        return
    left, right, bottom = EDGE + NAMES, WIDTH - EDGE, HEIGHT - 28
    width = (right - left) / len(own.columns)
    rows = top + 40
    height = min(72.0, (bottom - rows) / len(own.lanes))
    for at, span in enumerate(own.columns):
        x = left + width * at
        if span.first is None or span.band:
            canvas.block(x, rows, width, height * len(own.lanes), WASH)
        words = said_when(span.band) or day_short(span.first) or gettext("Day unknown")
        canvas.text(x + 12, rows - 12, _one(words, SANS, 22, width - 16), SANS, 22, SOFT)
        canvas.line([(x, top + 8), (x, rows + height * len(own.lanes))], 1, HAIR)
    canvas.line([(EDGE, rows), (right, rows)], 1.5, INK)
    for at, speaker in enumerate(own.lanes):
        y = rows + height * at
        name = _one(speaker.name if speaker else gettext("Nobody named"), SANS_BOLD, 24, NAMES - 16)
        canvas.text(EDGE, y + height / 2 + 8, name, SANS_BOLD, 24)
        canvas.line([(EDGE, y + height), (right, y + height)], 1, HAIR)
    places = _places(own, left, width, rows, height)
    for source, target in own.arcs:
        _arc(canvas, places[source], places[target])
    for seat, (x, y, r) in places.items():
        colour = COLOURS.get(seat[2], NEUTRAL)
        if own.chosen and seat not in own.chosen:
            colour = PALE[colour]
        _mark(canvas, seat[2], x, y, r, colour, own.marks[seat])


def _places(
    own: Seating, left: float, width: float, rows: float, height: float
) -> Mapping[Seat, tuple[float, float, float]]:
    """The middle of each mark, and its radius."""
    places = {}
    for (lane, column), seats in in_columns(own.marks).items():
        step = min(58.0, (width - 24) / len(seats))
        for at, seat in enumerate(seats):
            r = min(height * 0.32, step * 0.42, 15 + 1.2 * min(own.marks[seat], 6))
            places[seat] = (left + width * column + 40 + step * at, rows + height * (lane + 0.5), r)
    return places


def _mark(canvas: Canvas, stance: str, x: float, y: float, r: float, colour: str, number: int = 0) -> None:
    """Circle, diamond, square or triangle, as on the pages; the latter two are open."""
    is_open = stance not in COLOURS
    if stance == "asserts":
        canvas.circle(x, y, r, colour)
    elif stance == "denies":
        d = 1.2 * r
        canvas.polygon([(x, y - d), (x + d, y), (x, y + d), (x - d, y)], colour, colour)
    elif stance == "declines-to-comment":
        s = 0.85 * r
        canvas.polygon([(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)], PAPER, colour, 3)
    else:
        canvas.polygon(
            [(x, y - 1.1 * r), (x + 1.15 * r, y + 0.9 * r), (x - 1.15 * r, y + 0.9 * r)], PAPER, colour, 3
        )
    if number > 1 and r >= 10:
        low = 0.25 * r if stance == "cannot-verify" else 0
        canvas.middle(x, y + low, str(number), round(r), colour if is_open else PAPER)


def _arc(canvas: Canvas, source: tuple[float, float, float], target: tuple[float, float, float]) -> None:
    """From the left of a denial to the left of what it denies, with a head."""
    (x1, y1, r1), (x2, y2, r2) = source, target
    x1, x2 = x1 - 1.2 * r1, x2 - r2 - 3
    out = min(x1, x2) - 26 - 0.16 * abs(y2 - y1)
    points = []
    for step in range(33):
        t = step / 32
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x1 + b * out + c * out + d * (x2 - 8), (a + b) * y1 + (c + d) * y2))
    canvas.line(points, 2.5, COLOURS["denies"])
    canvas.polygon([(x2, y2), (x2 - 12, y2 - 6), (x2 - 12, y2 + 6)], COLOURS["denies"], COLOURS["denies"])
