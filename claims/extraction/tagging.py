"""Runs the trained pipelines over sentences: parts of speech everywhere, a parse where a rule may ask for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice

import spacy
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from claims.extraction import clusters, french_tokens  # noqa: F401  register what the pipelines name
from claims.extraction.lexicon import FOLDER
from claims.extraction.remembering import remember_words

# Sentences that are encoded together: fewer leave the processor waiting for Python, more do not fit its cache.
BATCH = 64


@cache
def load_pipeline(code: str) -> Pipeline:
    """The trained pipeline of a language, which remembers words; read once a process."""
    nlp = spacy.load(FOLDER / code / "pipeline")
    encoder = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    encoder.replace_node(encoder.layers[0], remember_words(encoder.layers[0]))
    return nlp


def tag(sentences: Iterable[str], nlp: Pipeline, needs_parse: Callable[[Doc], bool]) -> Iterator[Doc]:
    """Each sentence as a Doc with tags, and with a parse where ``needs_parse`` asks for one."""
    waiting = iter(sentences)
    while batch := [_make(sentence, nlp) for sentence in islice(waiting, BATCH)]:
        for name, component in nlp.pipeline:
            chosen = [doc for doc in batch if len(doc) and needs_parse(doc)] if name == "parser" else batch
            if hasattr(component, "pipe"):
                for _ in component.pipe(iter(chosen), batch_size=BATCH):
                    pass  # a component annotates in place
            else:
                for doc in chosen:
                    component(doc)
        yield from batch


def _make(sentence: str, nlp: Pipeline) -> Doc:
    """A Doc that stays one sentence, whatever the parser thinks."""
    doc = nlp.make_doc(sentence)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc
