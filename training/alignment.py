"""Carry a treebank's annotation over to the tokens spaCy makes of the same text.

At run time the pipelines see spaCy's tokens, so they learn from them: one token for "du" or "zum", two for "Maison"
and "-" of a hyphenated word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example

from training.treebank import Sentence, Word

_NAMES_AND_NUMBERS = ("NOUN", "PROPN", "NUM", "X", "SYM", "ADJ")

Span = tuple[int, int]  # characters
Annotation = tuple[str, str, int, str]  # UPOS, features, head counted from the start of the document, label


def make_example(nlp: Language, sentences: Sequence[Sentence]) -> Example | None:
    """Return one example over one or more sentences with their boundaries given, or nothing if a tree breaks."""
    text, spans = "", []
    for sentence in sentences:
        text, own = _lay_out(sentence, text)
        spans.append(own)
    predicted = nlp.make_doc(text)
    bounds = _token_bounds(predicted, [own[-1][1] for own in spans])
    annotated: list[Annotation] = []
    starts: list[bool] = []
    for sentence, own, (first, last) in zip(sentences, spans, bounds, strict=True):
        tokens = _align(predicted, (first, last), sentence, own)
        if tokens is None:
            return None
        annotated += tokens
        starts += [True] + [False] * (last - first - 1)
    for token, is_start in zip(predicted, starts, strict=True):
        token.is_sent_start = is_start
    return Example(predicted, _reference(predicted, annotated))


def _lay_out(sentence: Sentence, text: str) -> tuple[str, list[Span]]:
    """Append the sentence and a space to the text; return it with the characters each word covers."""
    spans = [(0, 0)] * len(sentence.words)
    for surface in sentence.surfaces:
        start, end = len(text), len(text) + len(surface.text)
        lengths = [len(sentence.words[i].form) for i in surface.words]
        is_plain = sum(lengths) == len(surface.text)
        for i, length in zip(surface.words, lengths, strict=True):
            spans[i] = (start, start + length) if is_plain else (start, end)
            start += length if is_plain else 0
        text += surface.text + (" " if surface.space_after else "")
    return text.rstrip(" ") + " ", spans


def _token_bounds(doc: Doc, ends: Sequence[int]) -> list[Span]:
    bounds: list[Span] = []
    for end in ends:
        first = bounds[-1][1] if bounds else 0
        last = next((token.i for token in doc[first:] if token.idx >= end), len(doc))
        bounds.append((first, last))
    return bounds


def _align(doc: Doc, bounds: Span, sentence: Sentence, spans: list[Span]) -> list[Annotation] | None:
    word_of, token_of = _match(doc, bounds, sentence, spans)
    if len(token_of) < len(sentence.words):
        return None
    tokens = [
        _annotate(doc[i], word_of[i], token_of, sentence.words) if i in word_of else _space(i, bounds[0])
        for i in range(*bounds)
    ]
    return tokens if _is_tree([head - bounds[0] for _, _, head, _ in tokens]) else None


def _match(
    doc: Doc, bounds: Span, sentence: Sentence, spans: list[Span]
) -> tuple[dict[int, int], dict[int, int]]:
    """Return the word each token stands for, and the token that stands for each word."""
    word_of: dict[int, int] = {}
    token_of: dict[int, int] = {}
    for token in doc[slice(*bounds)]:
        start, end = token.idx, token.idx + len(token)
        inside = [i for i, (first, last) in enumerate(spans) if first < end and start < last]
        if token.is_space or not inside:
            continue
        word_of[token.i] = _leading_word(inside, sentence.words)
        for i in inside:
            if i not in token_of or sentence.words[i].form.startswith("-t-"):
                token_of[i] = token.i
    return word_of, token_of


def _leading_word(inside: list[int], words: Sequence[Word]) -> int:
    """Choose the first word that hangs from outside the token: the preposition of "du", the pronoun of "auxquels"."""
    leading = (i for i in inside if words[i].head == i or words[i].head not in inside)
    return next(leading, inside[0])


def _annotate(token: Token, word_index: int, token_of: dict[int, int], words: Sequence[Word]) -> Annotation:
    word = words[word_index]
    if token_of[word_index] != token.i:
        return _annotate_rest(token, word, token_of[word_index])
    while word.head != word_index and token_of[word.head] == token.i:
        word_index, word = word.head, replace(word, head=words[word.head].head, label=words[word.head].label)
    head = token_of[word.head]
    return word.upos, word.morph, head, "ROOT" if head == token.i else word.label


def _annotate_rest(token: Token, word: Word, head: int) -> Annotation:
    """Hang the further pieces of a word that spaCy splits from its first piece."""
    if not any(character.isalnum() for character in token.text):
        return "PUNCT", "", head, "punct"
    if token.lower_ == "-t":
        return "PART", "", head, "dep"
    return word.upos, word.morph, head, "flat" if word.upos in _NAMES_AND_NUMBERS else "fixed"


def _space(position: int, first: int) -> Annotation:
    return "SPACE", "", position - 1 if position > first else position + 1, "dep"


def _is_tree(heads: list[int]) -> bool:
    """Tell whether all heads lead to one root, so that no later walk up the tree can run for ever."""
    roots = [i for i, head in enumerate(heads) if i == head]
    for i in range(len(heads)):
        steps, place = 0, i
        while heads[place] != place and steps <= len(heads):
            steps, place = steps + 1, heads[place]
        if steps > len(heads):
            return False
    return len(roots) == 1


def _reference(predicted: Doc, annotated: list[Annotation]) -> Doc:
    return Doc(
        predicted.vocab,
        words=[token.text for token in predicted],
        spaces=[bool(token.whitespace_) for token in predicted],
        pos=[upos for upos, _, _, _ in annotated],
        morphs=[features for _, features, _, _ in annotated],
        heads=[head for _, _, head, _ in annotated],
        deps=[label for _, _, _, label in annotated],
    )
