"""How fast texts are read on one core, what that takes, and what textacy makes of the same texts.

Time is the processor's, so that other work on the machine disturbs little. textacy's ``direct_quotations`` gets the
same pipeline, our sentences and simplemma's lemmas, without which it finds nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import simplemma
import spacy
from spacy.tokens import Doc
from textacy.constants import REPORTING_VERBS
from textacy.extract.triples import direct_quotations

from claims.extraction.lexicon import FOLDER, load_language
from claims.extraction.pipeline import Text, extract_each
from claims.extraction.quotations import find_quotations
from claims.extraction.sentences import split_sentences
from newsclaims.places import ROOT

BESIDE = ROOT.parent / "shared" / "eval"
SETS = {"de": ("de_dev",), "en": ("en_dev",), "fr": ("fr_wikinews_dev", "fr_dev")}
WORDS = 20_000  # read at least so many a language
ROUNDS = 3  # the best one counts: the others were disturbed
AGREES = 0.5  # overlap (intersection over union) from which a quotation is the one that was annotated

Contents = list[frozenset[int]]  # offsets of characters, for each finding


@dataclass(frozen=True)
class Corpus:
    """Reports of one language, each with the places of its annotated direct quotations."""

    language: str
    name: str
    texts: Sequence[str]
    quotations: Sequence[Contents]

    @property
    def words(self) -> int:
        return sum(len(text.split()) for text in self.texts)


def lines() -> Iterator[str]:
    yield f"{'language':<9}{'words':>7}{'words/s':>9}{'blank ratio':>13}{'recall of direct':>18}   text"
    for language in SETS:
        corpus = _corpus(language)
        seconds, found = _timed(corpus, _ours)
        blank, _ = _timed(corpus, _blank)
        recall, speed = _recall(corpus, found), corpus.words / seconds
        yield (
            f"{language:<9}{corpus.words:>7}{speed:>9.0f}{seconds / blank:>13.1f}{recall:>18.2f}   {corpus.name}"
        )
        if language in REPORTING_VERBS:
            seconds_theirs, theirs = _timed(corpus, _textacy)
            given_up = sum(one is None for one in theirs)
            of_theirs = _recall(corpus, [one or [] for one in theirs])
            yield (
                f"  textacy, same pipeline: {seconds_theirs / seconds:.2f} of our time, recall {of_theirs:.2f} "
                f"({of_theirs / recall if recall else 0:.2f} of ours), {given_up} of {len(theirs)} texts given up"
            )
        else:
            yield "  textacy does not know this language"
    yield from _needs()


def _timed(corpus: Corpus, read: Callable[[Corpus], list[Any]]) -> tuple[float, list[Any]]:
    """Seconds of the fastest round, and what it found; the first round loads what has to be loaded."""
    found, seconds = read(corpus), []
    for _ in range(ROUNDS):
        begun = time.process_time()
        read(corpus)
        seconds.append(time.process_time() - begun)
    return min(seconds), found


def _ours(corpus: Corpus) -> list[Contents]:
    found = extract_each(map(Text, corpus.texts), language=corpus.language)
    return [[_places(one.content) for one in each] for each in found]


def _blank(corpus: Corpus) -> list[Doc]:
    return list(spacy.blank(corpus.language).pipe(corpus.texts))


def _textacy(corpus: Corpus) -> list[Contents | None]:
    """None for a text that it gives up."""
    nlp = spacy.load(FOLDER / corpus.language / "pipeline")
    tellers = load_language(corpus.language).tellers
    found: list[Contents | None] = []
    for doc in nlp.pipe(_with_sentences(nlp.make_doc(text), tellers) for text in corpus.texts):
        for token in doc:
            if token.pos_ == "VERB":
                token.lemma_ = simplemma.lemmatize(token.text, lang=corpus.language)
        try:
            said = [one.content for one in direct_quotations(doc)]
        except ValueError:
            found.append(None)
        else:
            found.append([_places([(span.start_char, span.end_char)]) for span in said])
    return found


def _with_sentences(doc: Doc, tellers: frozenset[str]) -> Doc:
    spans = split_sentences(doc.text, find_quotations(doc.text), tellers)
    starts = {span.start for span in spans}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


def _places(spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end))


def _recall(corpus: Corpus, found: Sequence[Contents]) -> float:
    annotated = [(one, each) for gold, each in zip(corpus.quotations, found, strict=True) for one in gold]
    hits = sum(any(len(one & two) >= AGREES * len(one | two) for two in each) for one, each in annotated)
    return hits / len(annotated) if annotated else 0.0


def _corpus(language: str) -> Corpus:
    """News of one language: the development sets beside the repository, else the sample story over and over."""
    paths = [BESIDE / f"{name}.jsonl" for name in SETS[language]]
    is_there = all(path.exists() for path in paths)
    rows = [
        json.loads(line)
        for path in (paths if is_there else [ROOT / "samples" / "gold.jsonl"])
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    rows = [row for row in rows if row["lang"] == language]
    kept: list[dict[str, Any]] = []
    words = 0
    while words < WORDS:
        kept.append(rows[len(kept) % len(rows)])
        words += len(kept[-1]["text"].split())
    name = ", ".join(SETS[language]) if is_there else "sample story"
    return Corpus(language, name, [row["text"] for row in kept], [_direct(row) for row in kept])


def _direct(row: dict[str, Any]) -> Contents:
    return [_places(one["content"]) for one in row["attributions"] if one["type"] == "direct"]


ONE_EACH = {
    language: json.dumps({"id": language, "lang": language, "text": text})
    for language, text in (
        ("de", "„Der Hafen ist geschlossen“, sagte die Bürgermeisterin."),
        ("en", "“The harbour is closed,” said the mayor."),
        ("fr", "« Le port est fermé », a déclaré la maire."),
    )
}
# Linux counts the highest mark of a process anew when its program begins, unlike getrusage.
MEASURED = """
import re, runpy, sys
sys.argv = ["manage.py", "analyze"]
try:
    runpy.run_path("manage.py", run_name="__main__")
except SystemExit:
    pass
print(int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]) // 1024, file=sys.stderr)
"""


def _needs() -> Iterator[str]:
    everything = "\n".join(ONE_EACH.values())
    _analyze(everything)  # Python compiles our modules once
    for name, lines in (*ONE_EACH.items(), ("all three", everything)):
        seconds, _ = _analyze(lines)
        yield f"`analyze` of one sentence ({name}), start included: {seconds:.1f} s of processor"
    texts = [
        json.dumps({"id": f"{language}{number}", "lang": language, "text": text})
        for language in SETS
        for number, text in enumerate(_corpus(language).texts)
    ]
    seconds, megabytes = _analyze("\n".join(texts))
    yield f"`analyze` of all of the above in one process: {seconds:.1f} s of processor, {megabytes} MB at most"


def _analyze(lines: str) -> tuple[float, int]:
    before = _children()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED],
        input=lines,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return _children() - before, int(done.stderr.splitlines()[-1])


def _children() -> float:
    """Processor seconds of all finished child processes."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    for line in lines():
        print(line, flush=True)
