"""What a pipeline scores on sentences it has not seen, and how fast it reads them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example

_VERB_FEATURES = ("VerbForm", "Mood", "Tense", "Person", "Number")
_READ_MOST = ("VERB", "AUX", "NOUN", "PROPN")
_LABELS = ("nsubj", "obj", "ccomp", "xcomp", "conj", "appos", "nmod", "parataxis")


@dataclass
class Tally:
    """Right, predicted and wanted counts of anything that can be scored as F1."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, wanted: str, predicted: str, *, is_right: bool = True) -> None:
        self.wanted[wanted] += 1
        self.predicted[predicted] += 1
        self.right[wanted] += wanted == predicted and is_right

    def f1(self, name: str) -> float:
        return round(200 * self.right[name] / max(1, self.wanted[name] + self.predicted[name]), 1)


def score(nlp: Language, examples: Sequence[Example]) -> dict[str, object]:
    """Score tokens other than spaces; attachment also leaves out punctuation, as is the custom."""
    parts, labels, features = Tally(), Tally(), Tally()
    counts: Counter[str] = Counter()
    for predicted, wanted in _token_pairs(nlp, examples):
        parts.add(wanted.pos_, predicted.pos_)
        counts["words"] += 1
        counts["upos"] += wanted.pos == predicted.pos
        counts["morph"] += wanted.morph == predicted.morph
        _add_verb(wanted, predicted, features, counts)
        if wanted.pos_ != "PUNCT":
            _add_arc(wanted, predicted, labels, counts)
    return {
        "upos": _percent(counts, "upos", "words"),
        "upos_f1": {name: parts.f1(name) for name in _READ_MOST},
        "morph": _percent(counts, "morph", "words"),
        "verb_morph": _percent(counts, "verb_morph", "verbs"),
        "verb_features_f1": {
            name: features.f1(name) for name in sorted(features.wanted) if "=None" not in name
        },
        "uas": _percent(counts, "uas", "arcs"),
        "las": _percent(counts, "las", "arcs"),
        "label_f1": {name: labels.f1(name) for name in _LABELS},
        "words": counts["words"],
    }


def measure_speed(nlp: Language, examples: Sequence[Example]) -> int:
    """Return words per second, the best of three, with the sentences joined into documents of some 500 words."""
    docs = _documents([example.predicted for example in examples])
    words = sum(len(doc) for doc in docs)
    return int(words / min(_time(nlp, docs) for _ in range(3)))


def _time(nlp: Language, docs: list[Doc]) -> float:
    """Time the components on fresh copies, tokenizer included."""
    started = time.process_time()
    for doc in docs:
        fresh = nlp.make_doc(doc.text)
        for token, start in zip(fresh, [t.is_sent_start for t in doc], strict=True):
            token.is_sent_start = start
        for _, component in nlp.pipeline:
            fresh = component(fresh)
    return time.process_time() - started


def _documents(docs: Iterable[Doc]) -> list[Doc]:
    groups: list[list[Doc]] = [[]]
    for doc in docs:
        groups[-1].append(doc)
        if sum(map(len, groups[-1])) > 500:
            groups.append([])
    joined = [Doc.from_docs(group, ensure_whitespace=False) for group in groups if group]
    return [doc for doc in joined if doc is not None]


def _token_pairs(nlp: Language, examples: Sequence[Example]) -> Iterable[tuple[Token, Token]]:
    for example in examples:
        doc = example.predicted.copy()
        for _, component in nlp.pipeline:
            doc = component(doc)
        yield from ((p, w) for p, w in zip(doc, example.reference, strict=True) if not w.is_space)


def _add_verb(wanted: Token, predicted: Token, features: Tally, counts: Counter[str]) -> None:
    if wanted.pos_ not in ("VERB", "AUX"):
        return
    counts["verbs"] += 1
    pairs = [(_value(wanted, name), _value(predicted, name)) for name in _VERB_FEATURES]
    counts["verb_morph"] += all(w == p for w, p in pairs)
    for w, p in pairs:
        features.add(w, p)


def _value(token: Token, name: str) -> str:
    return f"{name}={token.morph.to_dict().get(name)}"


def _add_arc(wanted: Token, predicted: Token, labels: Tally, counts: Counter[str]) -> None:
    is_right = wanted.head.i == predicted.head.i
    counts["arcs"] += 1
    counts["uas"] += is_right
    counts["las"] += is_right and wanted.dep == predicted.dep
    labels.add(wanted.dep_, predicted.dep_, is_right=is_right)


def _percent(counts: Counter[str], part: str, whole: str) -> float:
    return round(100 * counts[part] / max(1, counts[whole]), 2)
