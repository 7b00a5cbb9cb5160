"""Finds the verb groups that tell of a saying: *a immédiatement contesté*, *gab … bekannt*, *has said*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.cues.cue import Cue, clause_around
from claims.extraction.cues.german import german_group
from claims.extraction.cues.grouped import verb_group
from claims.extraction.lexicon import Form, Language
from claims.extraction.phrases import is_comma
from claims.extraction.reading import Unit, is_finite


def find_cues(units: Sequence[Unit], language: Language) -> Iterator[Cue]:
    """Cues of a sentence from left to right, outside quotations."""
    words = {unit.lower for unit in units}
    for at, unit in enumerate(units):
        if unit.kind != "word" or unit.lower not in language.forms:
            continue
        for form in language.forms[unit.lower]:
            if not form.is_joined and not words.issuperset(form.verb.particles):
                continue
            if _is_noun(units, at, form, language):
                continue
            cue = (
                german_group(units, at, form, language)
                if language.code == "de"
                else verb_group(units, at, form, language)
            )
            if cue:
                yield cue
                break


def _is_noun(units: Sequence[Unit], at: int, form: Form, language: Language) -> bool:
    unit = units[at]
    if language.code == "de":
        if unit.text[0].isupper() and at > 0 and units[at - 1].kind != "quote":
            return True
        return unit.pos in ("NOUN", "PROPN") and unit.text[0].isupper()
    before = units[at - 1] if at else None
    if language.code == "en" and (_is_compound(units, at) or _is_adjective(units, at, form)):
        return True
    if language.code == "fr" and _is_second_person(units, at, form):
        return True
    if unit.pos in ("VERB", "AUX"):
        return False
    if language.code == "fr" and before is not None and (before.lower.startswith("-") or before.pos == "AUX"):
        return False  # a-t-on ajouté: nothing but a verb follows an auxiliary
    if (
        language.code == "fr"
        and before is not None
        and (is_comma(before) or before.kind == "quote")
        and "finite" in form.readings
    ):
        return False  # « … », note un dirigeant
    if language.code == "en" and (_lacks_verb(units, at, form, language) or _must_be_verb(units, at, form)):
        return False
    if form.verb.takes("N") or unit.pos == "PROPN" and unit.text[0].isupper():
        return True
    if before is not None and (
        language.has("determiners", before.lower) and before.pos == "DET" or before.pos == "ADP"
    ):
        return True
    return unit.pos == "NOUN" and not is_comma(units[at - 1]) if at else unit.pos == "NOUN"


PREFIXES = frozenset({"re", "de", "pre", "co"})


def _is_compound(units: Sequence[Unit], at: int) -> bool:
    """*self-described*, *Lee-backing*: an adjective, and not *re-affirmed*."""
    if at + 1 < len(units) and units[at + 1].text == "-" and units[at + 1].start == units[at].end:
        return True  # hate-filled
    if at < 2 or units[at - 1].text != "-" or units[at - 1].end != units[at].start:
        return False
    return units[at - 2].end == units[at - 1].start and units[at - 2].lower not in PREFIXES


def _is_adjective(units: Sequence[Unit], at: int, form: Form) -> bool:
    """*a pressing matter*: between an article and a noun."""
    if "gerund" not in form.readings or at == 0 or at + 1 >= len(units):
        return False
    return units[at - 1].pos == "DET" and units[at + 1].pos == "NOUN"


def _is_second_person(units: Sequence[Unit], at: int, form: Form) -> bool:
    """French *des indications précises*: the form that goes with *tu* is an adjective or a noun without it."""
    lower = units[at].lower
    is_familiar = (
        form.readings == {"finite"} and lower.endswith("es") and form.verb.lemma.split()[0].endswith("er")
    )
    return is_familiar and not any(
        unit.lower in ("tu", "-tu", "t'") for unit in units[max(0, at - 3) : at + 2]
    )


def _lacks_verb(units: Sequence[Unit], at: int, form: Form, language: Language) -> bool:
    """*The town plans to build*: no finite verb around a finite form, so the form is the verb whatever its tag."""
    if at == 0 or at + 1 >= len(units) or "finite" not in form.readings:
        return False
    before, after = units[at - 1], units[at + 1]
    is_title = _is_title(units)
    is_clause = _opens_clause(units, at + 1, form, language)
    if units[at].lower == form.verb.lemma and not (is_clause and _follows_many(units, at, language)):
        return False
    leads = after.lower in ("to", "that") or after.pos in ("DET", "PRON") or after.kind == "quote"
    leads = leads or is_title and after.pos in ("ADJ", "NOUN", "PROPN", "NUM")
    if is_comma(after):  # states, according to X, that …
        leads = any(
            is_comma(units[i]) and units[i + 1].lower == "that"
            for i in range(at + 2, min(len(units) - 1, at + 12))
        )
    if not leads or before.pos not in ("NOUN", "PROPN", "PRON", "ADV", "QUOTE") and not is_clause:
        return False
    if units[at].text[0].isupper() and not is_title:
        return False
    low, high = clause_around(units, at)
    if is_title or is_clause:
        high = at  # what is told has verbs of its own
    return not any(is_finite(unit, language) for unit in units[low:high])


def _opens_clause(units: Sequence[Unit], at: int, form: Form, language: Language) -> bool:
    """Whether a clause begins at ``at`` that no noun could have before it, relative clauses least of all."""
    word = units[at - 1].lower
    if word in language.nouns or language.has("nominal_cues", word):
        return False
    if units[at].lower == "that":
        return at + 1 < len(units) and not is_finite(units[at + 1], language) and word not in MOSTLY_NOUNS
    return units[at].lower in ("they", "he", "she", "we") and not form.verb.takes("N")


# Forms that are nouns before *that* more often than not.
MOSTLY_NOUNS = frozenset(
    {"rules", "rule", "contest", "contests", "ads", "posts", "post", "attacks", "attack"}
)


def _follows_many(units: Sequence[Unit], at: int, language: Language) -> bool:
    """*One in five say that …*, *data show that …*: a base form behind a number or a plural."""
    low, _ = clause_around(units, at)
    return any(
        unit.pos == "NUM" or unit.number == "Plur" or unit.lower in ("data", "third", "half", "majority")
        for unit in units[low:at]
    )


def _is_title(units: Sequence[Unit]) -> bool:
    """A headline with capitals throughout, where a capital says nothing of a word."""
    longer = [unit for unit in units if unit.kind == "word" and len(unit.text) > 3]
    return len(longer) > 2 and all(not unit.text[0].islower() for unit in longer)


def _must_be_verb(units: Sequence[Unit], at: int, form: Form) -> bool:
    """*is promising to help*, *to assail the deal*, *Lee notes they met*: the words beside it leave no other reading."""
    if at == 0 or at + 1 >= len(units) or form.verb.takes("j"):
        return False
    before, after = units[at - 1], units[at + 1]
    if "gerund" in form.readings:
        return before.pos == "AUX" and (after.lower in ("to", "that") or after.pos in ("DET", "PRON"))
    if before.lower == "to" and units[at].lower == form.verb.lemma:
        return before.pos == "PART" or after.pos in ("DET", "PRON", "PROPN") and not form.verb.takes("N")
    return (
        "finite" in form.readings
        and units[at].lower != form.verb.lemma
        and before.pos in ("PROPN", "PRON")
        and after.lower in ("he", "she", "they", "we", "i")
    )
