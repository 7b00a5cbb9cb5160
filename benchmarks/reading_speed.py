"""How fast texts are read: words a second of ``extract``, and against spaCy's blank pipeline on the same text."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from functools import partial

import spacy

from claims.extraction.pipeline import extract
from newsclaims.places import ROOT

BESIDE = ROOT.parent / "shared" / "eval"
LANGUAGES = ("de", "en", "fr")
WORDS = 20_000  # read at least so many a language
ROUNDS = 3  # the best one counts: the others were disturbed


def lines() -> Iterator[str]:
    yield f"{'language':<10}{'words':>8}{'words/s':>10}{'blank words/s':>16}{'ratio':>8}   text"
    for language in LANGUAGES:
        texts, name = _texts(language)
        words = sum(len(text.split()) for text in texts)
        ours = words / _best(texts, partial(extract, language=language))
        theirs = words / _best(texts, spacy.blank(language))
        yield f"{language:<10}{words:>8}{ours:>10.0f}{theirs:>16.0f}{ours / theirs:>8.3f}   {name}"


def _best(texts: list[str], read: Callable[[str], object]) -> float:
    """Seconds of the fastest round; a first text, unmeasured, loads what has to be loaded."""
    read(texts[0])
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for text in texts:
            read(text)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def _texts(language: str) -> tuple[list[str], str]:
    """News of one language: the development set beside the repository, else the sample story over and over."""
    dev = BESIDE / f"{language}_dev.jsonl"
    if dev.exists():
        rows = [json.loads(line) for line in dev.read_text(encoding="utf-8").splitlines()]
        texts = [row["text"] for row in rows]
    else:
        rows = [json.loads(line) for line in (ROOT / "samples" / "gold.jsonl").read_text().splitlines()]
        texts = [row["text"] for row in rows if row["lang"] == language]
    kept: list[str] = []
    total = 0
    while total < WORDS:
        text = texts[len(kept) % len(texts)]
        kept.append(text)
        total += len(text.split())
    return kept, dev.name if dev.exists() else "sample story"
