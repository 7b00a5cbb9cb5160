"""Finds whose saying a French infinitive is: *permet au maire de rappeler que …*, *je crois que nous devons exiger …*."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.antecedents import antecedent
from claims.extraction.clauses.french_subject import all_clitics, before_clitics
from claims.extraction.lexicon import Language
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import Range, is_comma, phrase_end
from claims.extraction.reading import Unit, is_finite
from claims.extraction.subjects import subject_left

# How the forms of verbs begin that leave an infinitive to the person behind *à*.
TO_SOMEBODY = ("permet", "permis", "recommand", "conseil", "ordonn", "interdi", "enjoi", "impos", "reproch", "demand", "suggér", "appartien", "revien")  # fmt: skip
# … and of those that leave it to their object.
SOMEBODY = ("autoris", "invit", "incit", "pouss", "oblig", "contrain", "exhort", "somm", "pri", "persuad", "empêch", "forç", "forc", "charg", "encourag", "accus", "soupçonn")  # fmt: skip
TO = frozenset({"à", "au", "aux"})
MAKES = frozenset({"fait", "faisait", "fera", "ferait", "laisse", "laissait"})


def controller(units: Sequence[Unit], infinitive: int, language: Language) -> Range | None:
    """The phrase that an infinitive whose group begins at ``infinitive`` belongs to; None when another rule must tell."""
    if infinitive and units[infinitive - 1].lower in MAKES:
        return _behind(units, infinitive + 1, language)
    return _addressee(units, infinitive, language) or _nearest_subject(units, infinitive, language)


def _behind(units: Sequence[Unit], at: int, language: Language) -> Range | None:
    """*fait dire à cet observateur : …*: who is made to say it stands behind the infinitive."""
    if at + 1 >= len(units) or units[at].lower not in TO:
        return None
    end = phrase_end(units, at + 1, len(units), language)
    return (at + 1, end) if end > at + 1 else None


def _addressee(units: Sequence[Unit], infinitive: int, language: Language) -> Range | None:
    """*recommande aux maires de dire …*, *invite le maire à dire …*: who is to say it."""
    link = infinitive - 1
    if link < 2 or units[link].lower not in ("de", "d'", "à"):
        return None
    start = phrase_start(units, link, 0, language)
    if not 1 < start < link:
        return None
    is_dative = units[start - 1].lower in TO
    verb = start - 1 - is_dative
    while verb > 0 and units[verb].pos == "ADV":
        verb -= 1
    begins = TO_SOMEBODY if is_dative else SOMEBODY
    is_verb = units[verb].pos in ("VERB", "AUX") and units[verb].lower.startswith(begins)
    return (start, link) if is_verb else None


def _nearest_subject(units: Sequence[Unit], infinitive: int, language: Language) -> Range | None:
    """*… que nous devons exiger …*: the subject of the finite verb that no comma parts from the infinitive."""
    for verb in range(infinitive - 1, 0, -1):
        if is_comma(units[verb]) or units[verb].text in (";", ":") or units[verb].kind == "quote":
            return None
        if not is_finite(units[verb], language):
            continue
        if is_finite(units[verb - 1], language):
            continue
        first = before_clitics(units, verb, language)
        if first and units[first - 1].lower == "qui":
            return antecedent(units, first - 1, verb, language)
        subject = subject_left(units, first, 0, language)
        if subject is None or all_clitics(units, subject, language) or units[subject[0]].lower in NOBODY:
            return None
        if units[subject[0]].lower == "il" and units[verb].lower in IMPERSONAL:
            return None
        return subject
    return None


# Subjects that say nothing: *c'est dire*, *il faut dire*.
NOBODY = frozenset({"c'", "ce", "cela", "ça", "que", "qu'"})
IMPERSONAL = frozenset({"faut", "fallait", "faudra", "convient", "est", "était", "sera", "serait", "reste", "suffit", "importe", "agit", "agissait"})  # fmt: skip
