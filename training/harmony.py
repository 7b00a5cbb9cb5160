"""Make the treebanks of one language agree: where they differ in habit, keep what the poorer one shows.

Without this a tenth of the features is noise, since PUD was annotated by other people than GSD, Sequoia and EWT. The
differences were found by comparing a pipeline's mistakes per treebank; `LOG.md` has what they cost.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from training.treebank import Sentence, Word

_GERMAN_RELATIVES = ("REL", "PRELS", "PRELAT")
_FRENCH_WITH_GENDER = {"il", "ils", "elle", "elles", "celui", "celle", "ceux", "celles", "lequel", "laquelle"}
_FRENCH_CONJUNCTIONS = {"que", "qu'", "qu’", "si", "s'", "s’", "comme", "quand", "lorsque", "puisque"}
_FRENCH_REFLEXIVES = {"se", "s'", "s’"}


def harmonise(sentence: Sentence, language: str) -> Sentence:
    repair = {"de": _repair_german, "en": _repair_english, "fr": _repair_french}[language]
    words = tuple(repair(position, sentence.words) for position in range(len(sentence.words)))
    return replace(sentence, words=words)


def _repair_german(position: int, words: tuple[Word, ...]) -> Word:
    """Fill in the verb forms that PUD leaves out and mark relative clauses as PUD does."""
    word = _with_one_pronoun_type(words[position])
    if word.upos in ("VERB", "AUX"):
        form = _german_verb_form(word)
        keep = ("Mood", "Tense", "Person", "Number") if form == "Fin" else ()
        word = _with_features(word, keep, VerbForm=form)
    if word.upos == "NUM":
        word = _with_features(word, ())
    return replace(word, label=_german_label(position, word, words))


def _german_label(position: int, word: Word, words: tuple[Word, ...]) -> str:
    if word.label == "acl" and any(o.head == position and o.xpos in _GERMAN_RELATIVES for o in words):
        return "acl:relcl"
    if word.label == "expl" and word.form.lower() == "es":
        return "nsubj"
    if word.label == "nmod:poss":
        return "det" if word.upos in ("DET", "PRON") else "nmod"
    return word.label


def _with_one_pronoun_type(word: Word) -> Word:
    """Decide between the two readings that German treebanks leave open ("Dem,Rel")."""
    given = dict(word.features)
    if "PronType" not in given:
        return word
    kind = "Rel" if word.xpos in _GERMAN_RELATIVES else given["PronType"].split(",")[0]
    return _with_features(word, given, PronType=kind)


def _german_verb_form(word: Word) -> str:
    by_tag = {"VB": "Inf", "VBN": "Part", "VBC": "Fin", "VVPP": "Part", "VAPP": "Part", "VMPP": "Part"}
    if word.has("Mood"):
        return "Fin"
    given = dict(word.features).get("VerbForm")
    return given or by_tag.get(word.xpos, "Inf" if word.xpos.endswith(("INF", "IZU")) else "Fin")


def _repair_english(position: int, words: tuple[Word, ...]) -> Word:
    """Keep person and number where the form shows them: PUD knows no others. One reading for every -ing form."""
    word = words[position]
    if word.upos == "NUM":
        return _with_features(word, ())
    if word.upos == "PRON" and word.has("Case", "Gen"):
        return _with_features(word, {"Person", "Number", "Gender", "PronType"}, Poss="Yes")
    if word.has("Number", "Ptan"):
        return _with_features(word, (), Number="Plur")
    if word.upos not in ("VERB", "AUX"):
        return word
    if word.xpos == "VBG":
        return _with_features(word, (), VerbForm="Part", Tense="Pres")
    shows_person = word.has("VerbForm", "Fin") and (word.xpos == "VBZ" or word.form.lower() == "was")
    return _with_features(
        word, {"VerbForm", "Mood", "Tense", *(("Person", "Number") if shows_person else ())}
    )


def _repair_french(position: int, words: tuple[Word, ...]) -> Word:
    word = words[position]
    is_reflexive = word.upos == "PRON" and word.form.lower() in _FRENCH_REFLEXIVES
    word = replace(word, upos=_french_part(word), label=_french_label(position, words))
    if is_reflexive:
        return replace(_with_features(word, (), Person="3", PronType="Prs", Reflex="Yes"), label="expl")
    return _with_features(word, {name for name, _ in word.features if _french_keeps(word, name)})


def _french_part(word: Word) -> str:
    if word.upos == "X" and word.form[:1].isupper():
        return "PROPN"
    if word.upos in ("ADP", "ADV") and word.label == "mark" and word.form.lower() in _FRENCH_CONJUNCTIONS:
        return "SCONJ"
    return "SYM" if word.form in ("%", "€", "$", "£") else word.upos


def _french_label(position: int, words: tuple[Word, ...]) -> str:
    """Give the by-phrase of a passive one label, and "obl" to all else: PUD tells arguments from adjuncts rarely."""
    word = words[position]
    if not word.label.startswith("obl"):
        return word.label
    has_par = any(o.head == position and o.label == "case" and o.form.lower() == "par" for o in words)
    is_passive = any(o.head == word.head and o.label == "aux:pass" for o in words)
    return "obl:agent" if word.label == "obl:agent" or (has_par and is_passive) else "obl"


def _french_keeps(word: Word, feature: str) -> bool:
    """Drop features that only some treebanks give, mostly those the form itself does not show."""
    form = word.form.lower()
    if word.upos in ("PROPN", "NUM", "SYM"):
        return False
    if word.upos == "DET":
        is_bare = word.has("Number", "Plur") or form.endswith(("'", "’")) or word.has("Poss")
        return not (feature == "Gender" and is_bare) and not (
            feature in ("PronType", "Person") and word.has("Poss")
        )
    if word.upos == "ADJ" and feature == "Gender":
        return False
    if word.upos == "PRON" and feature == "Gender":
        return form.removeprefix("-t").removeprefix("-") in _FRENCH_WITH_GENDER
    return not (word.upos == "AUX" and word.has("VerbForm", "Part") and feature in ("Gender", "Number"))


def _with_features(word: Word, keep: Collection[str], **wanted: str) -> Word:
    features = {name: value for name, value in word.features if name in keep} | wanted
    return replace(word, features=tuple(sorted(features.items())))
