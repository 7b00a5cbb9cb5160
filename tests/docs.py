"""Builds annotated Docs and units from short word lists, so that rules are tested without a trained pipeline."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from claims.extraction.lexicon import load_language
from claims.extraction.quotations import find_quotations
from claims.extraction.reading import Sentence, fold
from claims.extraction.sentences import SentenceSpan

CLOSING = set(",.;:!?)”»")
OPENING = set("(“«„")


def make_doc(language: str, words: str) -> Doc:
    """A Doc from ``word/POS`` or ``word/POS/Feature=Value|…``; words are set apart by blanks as in print."""
    texts, tags, features = [], [], []
    for item in words.split():
        text, tag, *feature = item.split("/")
        texts.append(text)
        tags.append(tag)
        features.append(feature[0] if feature else "")
    spaces = [
        not (index + 1 < len(texts) and texts[index + 1] in CLOSING or text in OPENING or text.endswith("'"))
        for index, text in enumerate(texts)
    ]
    return Doc(spacy.blank(language).vocab, words=texts, spaces=spaces, pos=tags, morphs=features)


def make_sentence(language: str, words: str) -> tuple[Sentence, str]:
    """The units of one sentence, and its text."""
    doc = make_doc(language, words)
    text = doc.text.rstrip()
    span = SentenceSpan(0, len(text), 0)
    units = fold(doc, span, text, find_quotations(text), load_language(language))
    return Sentence(0, len(text), 0, units), text
