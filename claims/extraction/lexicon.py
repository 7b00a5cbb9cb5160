"""Loads what a language knows: its cue verbs with all their forms, and its closed-class words.

``languages/<code>/verbs.tsv`` and ``words.toml`` are data; this module turns them into look-ups.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from claims.extraction import inflection
from claims.extraction.records import Stance

LANGUAGES = ("de", "en", "fr")
FOLDER = Path(__file__).parent / "languages"


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: what may stand as its content (``frames``, see verbs.tsv) and what its use means."""

    lemma: str
    particles: tuple[str, ...]  # words that must follow (or, in German, end the clause)
    frames: frozenset[str]
    prepositions: frozenset[str]
    stance: Stance

    def takes(self, *frames: str) -> bool:
        """Whether any of the frames is open to this verb."""
        return not self.frames.isdisjoint(frames)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of stance: how what it is about may hang on it."""

    takes_clause: bool
    takes_infinitive: bool
    prepositions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a written form."""

    verb: Verb
    readings: frozenset[inflection.Reading]
    is_joined: bool = False  # German: the particle is written with the verb


@dataclass(frozen=True)
class Language:
    """All data of one language. ``words`` holds the lists of words.toml as frozen sets."""

    code: str
    forms: Mapping[str, tuple[Form, ...]]
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    governments: Mapping[str, str]
    nouns: Mapping[str, Noun]  # by written form
    shared_slugs: Mapping[str, str]  # by name: the slug that all languages share

    @cached_property
    def tellers(self) -> frozenset[str]:
        """Finite forms of the verbs that stand beside a quotation."""
        return frozenset(
            form
            for form, entries in self.forms.items()
            if any(entry.verb.takes("q") and "finite" in entry.readings for entry in entries)
        )

    def tells_alone(self, word: str) -> bool:
        """Whether the lower-case word is a form of a cue verb that needs no particle elsewhere: *sagte*, but not *brachte*."""
        return any(form.is_joined or not form.verb.particles for form in self.forms.get(word, ()))

    @cached_property
    def openings(self) -> Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]:
        """The phrases of each kind by their first word, longest first: most words open none, and a look-up tells."""
        return {kind: _by_word(entries, 0) for kind, entries in self.phrases.items()}

    @cached_property
    def closings(self) -> Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]:
        """The phrases of each kind by their last word, longest first."""
        return {kind: _by_word(entries, -1) for kind, entries in self.phrases.items()}

    def has(self, kind: str, word: str) -> bool:
        """Whether the lower-case word is in the list of that kind."""
        return word in self.words[kind]


def _by_word(entries: Iterable[tuple[str, ...]], at: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in entries:
        if entry:
            found[entry[at]] = (*found.get(entry[at], ()), entry)
    return found


def _verbs(code: str) -> dict[str, list[Form]]:
    forms: dict[str, list[Form]] = {}
    for line in (FOLDER / code / "verbs.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, parts_text, frames_text, stance = line.split("\t")
        parts = [] if parts_text == "-" else parts_text.split()
        for form, entry in _forms_of(code, name, parts, frames_text.split(), stance):
            if not any(
                entry.verb.lemma == old.verb.lemma and entry.is_joined == old.is_joined
                for old in forms.setdefault(form, [])
            ):
                forms[form].append(entry)
    for entries in forms.values():  # the longer cue is the surer one, and "is convinced" is no passive
        entries.sort(key=lambda entry: (-len(entry.verb.particles), not entry.verb.takes("j")))
    return forms


def _forms_of(
    code: str, name: str, parts: list[str], frames: list[str], stance: Any
) -> list[tuple[str, Form]]:
    words = name.split("|")
    particles = tuple(words[:-1] if code == "de" else words[1:])
    lemma = words[-1] if code == "de" else words[0]
    plain = frozenset(frame for frame in frames if not frame.startswith("p="))
    prepositions = frozenset(frame[2:] for frame in frames if frame.startswith("p="))
    verb = Verb(
        name.replace("|", " "), particles, plain | ({"p"} if prepositions else set()), prepositions, stance
    )
    if "j" in plain:  # an adjective has one form, which needs "be" before it
        return [(lemma, Form(verb, frozenset({"participle"})))]
    if code != "de":
        inflected = inflection.INFLECT[code](lemma, parts)
        return [(form, Form(verb, frozenset(readings))) for form, readings in inflected.items()]
    bare = inflection.german(lemma, parts)
    if not particles:
        return [(form, Form(verb, frozenset(readings))) for form, readings in bare.items()]
    split = [(form, Form(verb, frozenset(readings - {"gerund"}))) for form, readings in bare.items()]
    if len(particles) > 1 or lemma in ("sein", "lassen"):  # written apart at all times
        return [entry for entry in split if entry[1].readings]
    joined = inflection.german(lemma, parts, particle="".join(particles))
    together = [
        (form, Form(verb, frozenset(readings), is_joined=True))
        for form, readings in joined.items()
        if form not in bare
    ]
    return [entry for entry in split + together if entry[1].readings]


def _nouns(code: str) -> dict[str, Noun]:
    path = FOLDER / code / "nouns.tsv"
    nouns: dict[str, Noun] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith("#"):
            continue
        singular, plural, frames_text = line.split("\t")
        frames = frames_text.split()
        prepositions = frozenset(frame[2:] for frame in frames if frame.startswith("p="))
        noun = Noun("c" in frames, "i" in frames, prepositions)
        nouns |= {form: noun for form in (singular, plural) if form != "-"}
    return nouns


@cache
def load_language(code: str) -> Language:
    """The data of one of ``LANGUAGES``; read once a process."""
    raw = tomllib.loads((FOLDER / code / "words.toml").read_text(encoding="utf-8"))
    governments = raw.pop("governments")
    slugs = raw.pop("shared_slugs", {})
    words = {kind: frozenset(entries) for kind, entries in raw.items()}
    phrases = {
        kind: tuple(
            sorted((tuple(entry.replace("'", "' ").split()) for entry in entries), key=len, reverse=True)
        )
        for kind, entries in raw.items()
    }
    forms = {form: tuple(entries) for form, entries in _verbs(code).items()}
    return Language(code, forms, words, phrases, governments, _nouns(code), slugs)
