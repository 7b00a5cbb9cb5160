"""Finds the words that leave a saying open: *allegedly*, *mutmaßlich*, *soll … haben*, *présumé*, *fournirait*.

They stand in the content or, where the report doubts the saying itself, in or beside its cue. A future told in the
past, Konjunktiv I, a wish and what is denied (*could not*) hedge nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import simplemma

from claims.extraction.found import Found
from claims.extraction.lexicon import load_language
from claims.extraction.reading import Sentence
from claims.extraction.records import Span, Spans

TELLING = frozenset(
    {"asserts", "denies"}
)  # the stances that may hedge; who had no comment leaves nothing open
# A capital is part of a name or another word (the month of May, zum Wohl) but where a sentence may begin.
OPENS = re.compile(r"(?:^|[.!?:…«»„“”\"(\[—])\s*$")
# Words that look like a hedge and are none where they stand.
NONE_BEHIND = {
    "de": re.compile(r"(?!)"),
    "en": re.compile(r"could\s+not\b|may\s+\d", re.I),
    "fr": re.compile(r"(?!)"),
}
# *Soll* tells hearsay where a perfect or *sein* closes the clause, else a plan: *das Museum soll 2027 öffnen*.
HEARSAY = re.compile(r"soll(?:en)?\b[^.;:!?,\n]{0,200}\b(?:haben|sein)\b", re.I)
HEARSAY_LAST = re.compile(r"\b(?:haben|sein)\s+$", re.I)

CONDITIONAL = re.compile(
    r"(?<![\w’'-])(?:[dlmnstj]['’]|qu['’])?(?P<verb>[^\W\d_]+r(?:ait|aient))(?![\w-])", re.I
)
# Stems that are no infinitive.
IRREGULAR = frozenset(
    [
        "aur",
        "ser",
        "pourr",
        "devr",
        "fer",
        "verr",
        "viendr",
        "tiendr",
        "saur",
        "enverr",
        "ir",
        "obtiendr",
        "deviendr",
        "maintiendr",
    ]
)
# *Devrait* tells what ought to be or is planned; *faudrait*, *voudrait* and their like a need or a wish.
WISHES = frozenset(["devr", "faudr", "voudr", "aimer", "souhaiter", "préférer", "vaudr"])
AUXILIARIES = frozenset({"aur", "ser"})
IF = re.compile(r"(?<!\w)s(?:i|['’]ils?)(?!\w)", re.I)
NE = re.compile(r"(?<!\w)n(?:e\s+|['’])$", re.I)
SENTENCE = re.compile(r"[.!?…\n]")
NEAR = 300  # characters: a longer sentence has its condition closer by


def find_hedges(found: Found, text: str, sentence: Sentence, code: str, *, is_quoted: bool) -> Spans:
    """Hedging words of an attribution's content, its cue and the words beside the cue, in the order of the text."""
    is_past = code == "fr" and not is_quoted and _is_told_in_past(found, sentence)
    spans = {span for piece in found.content for span in hedging_words(text, code, piece, is_past=is_past)}
    for cue in found.cue:
        near = _with_neighbours(text, cue, sentence)
        spans.update(hedging_words(text, code, near))
    return tuple(sorted(spans))


def hedging_words(text: str, code: str, within: Span | None = None, *, is_past: bool = False) -> Spans:
    """Hedging words in a stretch of a text, by its words alone.

    ``is_past``: a verb in the past tells it, so that a French conditional is the future of then.
    """
    piece = within or (0, len(text))
    found = set(_listed(text, code, piece))
    if code == "fr":
        found.update(_conditionals(text, piece, is_past))
    return tuple(sorted(found))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = sorted(load_language(code).words["hedges"], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in words)})(?![\w-])", re.IGNORECASE)


def _listed(text: str, code: str, piece: Span) -> Iterator[Span]:
    start, end = piece
    for match in _pattern(code).finditer(text, start, end):
        first = match.start()
        if match.group()[0].isupper() and first > start and not OPENS.search(text[max(0, first - 3) : first]):
            continue
        if NONE_BEHIND[code].match(text, first, end):
            continue
        if code == "de" and match.group().lower() in ("soll", "sollen") and not _is_hearsay(text, match):
            continue
        yield match.span()


def _is_hearsay(text: str, match: re.Match[str]) -> bool:
    first = match.start()
    return bool(HEARSAY.match(text, first) or HEARSAY_LAST.search(text, max(0, first - 8), first))


def _conditionals(text: str, piece: Span, is_past: bool) -> Iterator[Span]:
    start, end = piece
    for match in CONDITIONAL.finditer(text, start, end):
        stem = _stem(match["verb"].lower())
        if not stem or stem in WISHES or is_past and stem not in AUXILIARIES:
            continue
        if NE.search(text, start, match.start("verb")) and stem not in AUXILIARIES:
            continue
        if not _is_on_condition(text, match):
            yield match.span("verb")


def _is_on_condition(text: str, match: re.Match[str]) -> bool:
    """*S'il pleuvait, il resterait*: within one sentence, which a content may have only a part of."""
    before = SENTENCE.split(text[max(0, match.start() - NEAR) : match.start()])[-1]
    behind = SENTENCE.split(text[match.end() : match.end() + NEAR], maxsplit=1)[0]
    return bool(IF.search(before) or IF.search(behind))


@lru_cache(maxsize=20_000)
def _stem(verb: str) -> str:
    """What a conditional is made of; "" for another word, the past of *préparer* or *montrer* among them."""
    stem = verb.removesuffix("aient").removesuffix("ait")
    if stem in IRREGULAR or stem in WISHES:
        return stem
    if simplemma.is_known(stem + "er", lang="fr"):
        return ""
    infinitive = stem if stem[-2:] in {"er", "ir"} else stem + "e"
    is_verb = (
        simplemma.is_known(infinitive, lang="fr") and simplemma.lemmatize(infinitive, lang="fr") == infinitive
    )
    return stem if is_verb else ""


def _is_told_in_past(found: Found, sentence: Sentence) -> bool:
    """Whether the cue is a verb in the past before indirect speech: *il a dit qu'il viendrait*."""
    return any(
        unit.tense in ("Past", "Imp")
        for unit in sentence.units
        if any(start <= unit.start < end for start, end in found.cue)
    )


def _with_neighbours(text: str, cue: Span, sentence: Sentence) -> Span:
    """A cue with the word before and behind it, as far as its sentence goes."""
    before = re.search(r"[\w-]+\s+$", text[sentence.start : cue[0]]) if cue[0] > sentence.start else None
    behind = re.match(r"\s+[\w-]+", text[cue[1] : sentence.end])
    return (
        sentence.start + before.start() if before else cue[0],
        cue[1] + behind.end() if behind else cue[1],
    )
