"""The French pipeline starts without spaCy's French and still cuts its words as that does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.fr import French
from spacy.language import Language

from claims.extraction.tagging import load_pipeline
from training.french_tokens import compact_expression

ROOT = Path(__file__).parents[2]
WORDS = "anti après Franco états L' saint sous grand entr week r la de Sèvres unis midi x É 7"
PIECES = [*WORDS.split(), "-", "‑", "–", "'", "’", ".", " "]


@pytest.fixture(scope="module")
def spacys() -> Language:
    return French()


@settings(deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=7))
def test_the_compact_expression_keeps_the_same_words_whole(spacys: Language, pieces: list[str]) -> None:
    word = "".join(pieces)

    assert bool(compact_expression().match(word)) == bool(spacys.tokenizer.token_match(word))


@settings(deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_the_shipped_pipeline_cuts_words_as_spacys_french(spacys: Language, pieces: list[str]) -> None:
    text = "".join(pieces)

    assert [token.text for token in load_pipeline("fr").make_doc(text)] == [
        token.text for token in spacys.make_doc(text)
    ]


def test_reading_french_does_not_import_spacys_french() -> None:
    program = (
        "import sys; from claims.extraction.tagging import load_pipeline; load_pipeline('fr');"
        "sys.exit('spacy.lang.fr' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
