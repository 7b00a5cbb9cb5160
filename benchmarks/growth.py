"""How the time of each step grows when its text is eight times as long: 8 is linear, 64 would be the square.

``python -m benchmarks.growth``. The texts are the worst that each step could meet, repeated.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from articles.text import clean
from claims.extraction.quotations import find_quotations
from claims.extraction.sentences import split_sentences

TIMES = 8
SIZE = 60_000  # code points of the shorter text
PIECES = {
    "prose": "The port said on Friday that the oil had come from a tanker. “We saw it,” an officer said.\n",
    "one word": "a",
    "blank lines": "\r\n",
    "furniture": "Vues:\nx.\n",
    "placeholders": "spot_img x",
    "open marks": "«“",
    "apostrophes": "'' a",
    "brackets": "(((",
    "stops": ". ",
    "ordinals": "Er kam am 3. Mai. ",
    "numbers": "1 views 1, ",
}
STEPS: dict[str, Callable[[str], object]] = {
    "cleaning": clean,
    "quotations": find_quotations,
    "sentences": lambda text: split_sentences(text, ()),
}


def lines() -> Iterator[str]:
    yield "growth of time with eight times the text (8 is linear)"
    for step, work in STEPS.items():
        worst = max(((_growth(work, piece), name) for name, piece in PIECES.items()), default=(0.0, ""))
        yield f"{step:>12}{worst[0]:>7.1f} at worst, on {worst[1]}"


def _growth(work: Callable[[str], object], piece: str) -> float:
    text = piece * (SIZE // len(piece))
    return _seconds(work, text * TIMES) / max(_seconds(work, text), 0.001)


def _seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


if __name__ == "__main__":
    for line in lines():
        print(line)
