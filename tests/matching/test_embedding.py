"""The optional model of meanings: a tiny one is built here, none is downloaded; without it nothing changes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from model2vec import StaticModel
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

from claims.extraction.records import Speaker
from claims.matching import embedding
from claims.matching.compare import Wording, compare
from claims.matching.linking import Saying, link
from newsclaims.places import ROOT

# Words that no lexicon has, and what the tiny model takes them for.
MEANINGS = {"zwirbelt": 0, "twizzles": 0, "plomp": 1, "plumps": 1, "glum": 2, "the": 3, "der": 3}
GERMAN, ENGLISH = Wording("de", "Der Valmor zwirbelt plomp"), Wording("en", "The Valmor twizzles plumps")
STRANGE = Wording("en", "The Valmor glum")
FIRM = Speaker("nordlinie", "Nordlinie", "organisation")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of sentence-transformers' static kind: a vector for each of a few words."""
    words = ["[UNK]", "[PAD]", *MEANINGS]
    tokenizer = Tokenizer(WordLevel({word: place for place, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.normalizer = Lowercase()
    vectors = np.vstack([np.zeros((2, 4)), np.eye(4)[list(MEANINGS.values())]]).astype(np.float32)
    path = tmp_path_factory.mktemp("model")
    StaticModel(vectors, tokenizer).save_pretrained(path)
    return path


@pytest.fixture
def used(folder: Path) -> Iterator[None]:
    embedding.use_named(str(folder))
    yield
    embedding.use(None)


def test_a_model_lifts_the_likeness_of_what_the_lexicon_lacks(folder: Path) -> None:
    before = compare(GERMAN, ENGLISH)
    embedding.use_named(str(folder))
    try:
        lifted = compare(GERMAN, ENGLISH)
        assert before.score < lifted.score <= 1
        assert compare(ENGLISH, GERMAN) == lifted
    finally:
        embedding.use(None)
    assert compare(GERMAN, ENGLISH) == before, "absent, nothing changes"


def test_a_model_lowers_nothing(used: None) -> None:
    with_model = compare(GERMAN, STRANGE).score
    embedding.use(None)
    assert with_model >= compare(GERMAN, STRANGE).score


def test_words_that_the_model_does_not_know_are_no_error(used: None) -> None:
    assert 0 <= compare(Wording("fr", "Xyzzy quux"), Wording("en", "")).score <= 1


def test_what_excludes_two_wordings_still_does(used: None) -> None:
    closed = Wording("en", "The port is closed")
    assert compare(closed, Wording("en", "The port is not closed")).relation == "contradicts"


def test_the_same_interface_serves_linking(used: None) -> None:
    told = [
        Saying(str(place), f"a-{place}", one.language, one.text, "asserts", "indirect", FIRM)
        for place, one in enumerate((GERMAN, ENGLISH, STRANGE))
    ]
    assert sorted(key for group in link(told) for key in group.sayings) == ["0", "1", "2"]
    assert link(told) == link(told[::-1])


def test_a_setting_names_the_model(folder: Path) -> None:
    sides = {side: {"lang": one.language, "text": one.text} for side, one in (("a", GERMAN), ("b", ENGLISH))}
    scores = []
    for name in ("", str(folder)):
        said = subprocess.run(
            [sys.executable, "manage.py", "compare"],
            cwd=ROOT,
            env=os.environ | {"EMBEDDINGS_MODEL": name, "HF_HUB_OFFLINE": "1"},
            input=json.dumps({"id": "1", **sides}),
            capture_output=True,
            text=True,
        )
        assert said.returncode == 0, said.stderr
        scores.append(json.loads(said.stdout)["score"])
    assert scores[0] < scores[1]


def test_a_model_without_the_extra_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "find_spec", lambda name: None)
    with pytest.raises(embedding.MissingExtra, match="newsclaims.environment embeddings"):
        embedding.use_named("some/model")
    embedding.use_named("")


def test_what_is_kept_of_a_model_takes_a_few_megabytes(used: None) -> None:
    vector = embedding._vector("the plomp")
    most = embedding._vector.cache_info().maxsize or 0
    longest = 768 * vector.itemsize  # numbers a vector, as in the largest of the usual models
    assert most * longest < 20_000_000
