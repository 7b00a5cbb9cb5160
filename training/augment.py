"""Make treebank sentences look like news: the treebanks are mostly web text with typewriter quotation marks.

Each function takes a sentence and a random generator and returns a sentence with the same tree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from training.treebank import Sentence, Surface, Word

_QUOTES: dict[str, list[tuple[str, str]]] = {
    "de": [("„", "“"), ("„", "“"), ("„", "“"), ("»", "«"), ("„", "”"), ('"', '"'), ("‚", "‘")],
    "en": [("“", "”"), ("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'")],
    "fr": [("« ", " »"), ("«\xa0", "\xa0»"), ("«\u202f", "\u202f»"), ("«", "»"), ("“", "”"), ('"', '"')],
}
_ALL_QUOTES = set('„“”«»"') | {"``", "''", "‚", "‘"}


def augment(sentence: Sentence, language: str, rng: Random) -> Sentence:
    if rng.random() < 0.08:
        sentence = _quote_all(sentence)
    if rng.random() < 0.7:
        sentence = _swap_quotes(sentence, rng.choice(_QUOTES[language]))
    if rng.random() < 0.5:
        sentence = _respell(sentence, lambda text: text.replace("'", "’"))
    if rng.random() < 0.3:
        sentence = _respell(sentence, lambda text: {"-": "–", "--": "—"}.get(text, text))
    return _change_case(_cut_stop(sentence, rng), rng)


def _swap_quotes(sentence: Sentence, marks: tuple[str, str]) -> Sentence:
    """Replace the outer pairs; an odd count keeps its marks, for nobody knows which one is single."""
    places = [i for i, surface in enumerate(sentence.surfaces) if surface.text in _ALL_QUOTES]
    if len(places) % 2:
        return sentence
    surfaces = list(sentence.surfaces)
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        surfaces[opening] = replace(
            surfaces[opening], text=marks[0].strip(" "), space_after=marks[0].endswith(" ")
        )
        surfaces[closing] = replace(surfaces[closing], text=marks[1].strip(" "))
        before = surfaces[closing - 1]
        surfaces[closing - 1] = replace(before, space_after=marks[1].startswith(" "))
    return replace(sentence, surfaces=tuple(surfaces))


def _quote_all(sentence: Sentence) -> Sentence:
    """Put plain quotation marks around the sentence, both hanging from its root."""
    if any(surface.text in _ALL_QUOTES for surface in sentence.surfaces):
        return sentence
    root = next(i for i, word in enumerate(sentence.words) if word.head == i) + 1
    mark = Word('"', "PUNCT", "", (), root, "punct")
    words = (mark, *(replace(word, head=word.head + 1) for word in sentence.words), mark)
    inner = [replace(s, words=tuple(i + 1 for i in s.words)) for s in sentence.surfaces]
    inner[-1] = replace(inner[-1], space_after=False)
    ends = Surface('"', False, (0,)), Surface('"', True, (len(words) - 1,))
    return Sentence((ends[0], *inner, ends[1]), words)


def _cut_stop(sentence: Sentence, rng: Random) -> Sentence:
    """Drop the full stop now and then, as headlines and captions do."""
    last = len(sentence.words) - 1
    is_leaf = all(word.head != last for word in sentence.words)
    if sentence.surfaces[-1].text != "." or not is_leaf or rng.random() > 0.08:
        return sentence
    return Sentence(sentence.surfaces[:-1], sentence.words[:-1])


def _change_case(sentence: Sentence, rng: Random) -> Sentence:
    chance = rng.random()
    if chance < 0.015:
        return _respell(sentence, str.upper)
    if chance < 0.03:
        return _respell(sentence, lambda text: text[:1].upper() + text[1:])
    return sentence


def _respell(sentence: Sentence, spell: Callable[[str], str]) -> Sentence:
    return replace(sentence, surfaces=tuple(replace(s, text=spell(s.text)) for s in sentence.surfaces))
