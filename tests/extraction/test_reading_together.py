"""Texts are tagged together and words are remembered: neither may change what is found."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction import remembering
from claims.extraction.pipeline import Text, UnsupportedLanguage, extract, extract_each
from claims.extraction.tagging import load_pipeline

TEXTS = (
    "“The harbour is closed,” said the mayor, Ann Lee, on Friday. She added that nobody was hurt.",
    "",
    "The ministry denied that it had known of the leak: “That is false.”",
    "No saying here.",
)


@pytest.mark.slow
@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from(TEXTS), max_size=7))
def test_texts_read_together_say_what_each_says_alone(texts: list[str]) -> None:
    published = date(2025, 11, 15)
    together = list(extract_each([Text(text, published) for text in texts], language="en"))
    assert together == [extract(text, language="en", published=published) for text in texts]


@pytest.mark.slow
def test_an_unknown_language_is_refused_before_any_text() -> None:
    with pytest.raises(UnsupportedLanguage, match="de, en, fr"):
        next(extract_each([], language="it"))


@pytest.mark.slow
def test_words_are_remembered_as_they_were_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST_ROWS", 6)
    nlp = load_pipeline("en")
    encoder: Any = nlp.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    remembered = encoder.layers[0]
    docs = [nlp.make_doc(text) for text in (TEXTS[0], TEXTS[2], TEXTS[0])]
    first, second, again = remembered.predict(docs)
    assert first.shape == (len(docs[0]), 96)
    np.testing.assert_allclose(first, again)
    np.testing.assert_allclose(remembered.predict([docs[1]])[0], second, rtol=1e-4, atol=1e-6)
