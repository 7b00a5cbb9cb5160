"""A drawing board. Everything is drawn at twice its size and then halved, which smooths the edges."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from claims.pictures.lettering import SANS_BOLD, font, one_line

WIDTH, HEIGHT, SCALE = 1200, 630, 2  # pixels; how much larger it is drawn
EDGE = 56
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

    def line(self, points: Sequence[tuple[float, float]], width: float, colour: str) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * SCALE), joint="curve")

    def polygon(
        self, points: Sequence[tuple[float, float]], fill: str, outline: str, width: float = 0
    ) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.polygon(scaled, fill=fill, outline=outline, width=round(width * SCALE))

    def circle(self, x: float, y: float, r: float, colour: str) -> None:
        self._draw.circle((x * SCALE, y * SCALE), r * SCALE, fill=colour)

    def png(self) -> bytes:
        small = self._image.reduce(SCALE).quantize(COLOURS_KEPT, dither=Image.Dither.NONE)
        out = BytesIO()
        small.save(out, "PNG", optimize=True)
        return out.getvalue()


def mark(canvas: Canvas, stance: str, x: float, y: float, r: float, colour: str, number: int = 0) -> None:
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


def fitting(words: str, path: str, size: int, width: float = WIDTH - 2 * EDGE) -> str:
    """What of some words finds room in one line."""
    return one_line(words, font(path, size), width)
