"""French: what somebody is said to have announced inside a noun phrase, *une hausse annoncée par X*, *l'annonce par X d'une hausse*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.extraction.found import Found, span_of
from claims.extraction.lexicon import Form, Language, Verb
from claims.extraction.phrase_starts import phrase_start
from claims.extraction.phrases import Range, is_comma, phrase_end
from claims.extraction.reading import Sentence, Unit, is_finite
from claims.extraction.records import Span

# Participles that tell their noun; *cité* or *publié* tell where it stands, *attribué* who is blamed.
TELLING = frozenset({"annoncer", "révéler", "évoquer", "affirmer", "mentionner", "dénoncer", "réclamer", "promettre", "avancer", "redouter", "préconiser", "dévoiler", "souligner", "exiger"})  # fmt: skip
# Units between a participle and its *par*: when and where.
LONGEST_WAY = 7


def announced(sentence: Sentence, language: Language) -> Iterator[Found]:
    """Nouns that a participle or a noun of announcing gives to a teller behind *par*."""
    if language.code != "fr":
        return
    units = sentence.units
    for at, unit in enumerate(units):
        if unit.kind != "word" or at + 3 >= len(units):
            continue
        found = _of_participle(units, at, language) or _of_noun(units, at, language)
        if found:
            yield found


def _of_participle(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """*une hausse annoncée lundi par le ministre*, *ces hausses, dénoncées par X, …*: the phrase before the participle."""
    verb = _telling(units, at, language)
    end = at - is_comma(units[at - 1]) if at else at
    start = phrase_start(units, end, 0, language) if verb and at else at
    if verb is None or start >= at or units[start - 1].lower in ("est", "sont", "été") and start:
        return None
    head = next((unit for unit in units[start:end] if unit.pos == "NOUN"), None)
    if head is None or language.has("claim_nouns", head.lower) or language.has("documents", head.lower):
        return None
    agent = _agent(units, at + 1, language)
    if agent is None or at - start < 2 or agent[1] < len(units) and units[agent[1]].text == ":":
        return None  # Raisons avancées par X : « … »
    return _found(units, (start, end), (at, at + 1), agent, verb)


NOMINAL_ENDS = frozenset({"NOUN", "ADJ", "PROPN", "SYM"})


def _telling(units: Sequence[Unit], at: int, language: Language) -> Verb | None:
    before = units[at - 2] if at > 1 and is_comma(units[at - 1]) else units[at - 1]
    if not units[at].lower.endswith(("é", "ée", "és", "ées")) or before.pos not in NOMINAL_ENDS:
        return None
    forms: Sequence[Form] = language.forms.get(units[at].lower, ())
    return next((f.verb for f in forms if f.verb.lemma in TELLING and "participle" in f.readings), None)


def _agent(units: Sequence[Unit], start: int, language: Language) -> Range | None:
    for index in range(start, min(len(units) - 1, start + LONGEST_WAY)):
        if units[index].lower == "par":
            end = phrase_end(units, index + 1, len(units), language)
            return (index + 1, end) if end > index + 1 else None
        if is_finite(units[index], language) or is_comma(units[index]):
            return None
    return None


def _of_noun(units: Sequence[Unit], at: int, language: Language) -> Found | None:
    """*l'annonce par Jean Rey d'une hausse*: the phrase behind the *de* that follows the name."""
    if units[at].lower not in NOUNS or not at or units[at - 1].pos != "DET" or units[at + 1].lower != "par":
        return None
    agent = _agent(units, at + 1, language)
    of = _behind_name(units, agent) if agent else -1
    if agent is None or of < 0:
        return None
    end = phrase_end(units, of + 1, len(units), language)
    name = (agent[0], min(agent[1], of))
    return _found(units, (of + 1, end), (at, at + 1), name, None) if end > of + 1 else None


NOUNS = frozenset({"annonce", "dénonciation", "promesse", "révélation"})
OF = frozenset({"de", "d'", "du", "des"})


def _behind_name(units: Sequence[Unit], agent: Range) -> int:
    """Index of the *de* behind a name, or behind what stands between commas beside it; -1 when there is none."""
    for index in range(agent[0] + 1, min(len(units) - 1, agent[1] + 1)):
        before = units[index - 1]
        if units[index].lower in OF and (before.pos == "PROPN" or before.lower in ("lui-même", "elle-même")):
            return index
    if agent[1] >= len(units) or not is_comma(units[agent[1]]):
        return -1
    close = next(
        (i for i in range(agent[1] + 1, min(len(units) - 1, agent[1] + 12)) if is_comma(units[i])), -1
    )
    return close + 1 if close > 0 and units[close + 1].lower in OF else -1


def _found(
    units: Sequence[Unit], content: Range, cue: Range, source: Range, verb: Verb | None
) -> Found | None:
    spans: list[Span | None] = [span_of(units, *each) for each in (content, cue, source)]
    told, said, who = spans
    return Found("nominal", (told,), (said,), (who,), verb=verb) if told and said and who else None
