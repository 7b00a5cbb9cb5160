"""Reads from cue and content whether a saying asserts, denies, declines to comment or could not verify."""

from __future__ import annotations

import re
from functools import cache

from claims.extraction.found import Found
from claims.extraction.lexicon import Language
from claims.extraction.records import Stance

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?['’]?")


# What the rules of silence.py stand for, whatever the words.
SILENT: dict[str, Stance] = {"declined": "declines-to-comment", "unverified": "cannot-verify"}


CONFIRMING = ("confirm", "confirmer", "bestätigen", "verify", "vérifier", "überprüfen")
UNABLE = re.compile(r"\b(?:could|able|unable|cannot|can't|pu|peut|peuvent|konnte|konnten|kann)\b")
UNWILLING = re.compile(
    r"\b(?:would(?:n't| not)|won't|will not|want(?:ed)?|wish(?:ed)?|voulu|souhaité|veut|souhaite|wollte|wollten|will|wollen)\b"
)

# What somebody refuses who refuses to answer; to rule out or to recommend something is no answer refused.
TELLING = re.compile(
    r"\b(?:say|tell|comment|discuss|disclose|reveal|specify|elaborate|answer|explain|confirm|identify|name"
    r"|sagen|mitteilen|nennen|verraten|kommentieren|erläutern|beantworten|äußern|bestätigen|erklären"
    r"|dire|préciser|commenter|révéler|indiquer|détailler|répondre|expliquer|communiquer|confirmer)\b"
)


def _has_phrase(text: str, phrases: frozenset[str]) -> bool:
    """Whether a phrase stands in the text; up to two words may come between its words."""
    return any(_pattern(phrase).search(text) for phrase in phrases)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    words = [re.escape(word) for word in phrase.split()]
    return re.compile(r"(?<!\w)" + r"(?:\s+\w+){0,2}?\s+".join(words) + r"(?!\w)")


def plain(text: str) -> str:
    """Lower case, straight apostrophes, single blanks; no marks of quotation."""
    text = text.lower().replace("’", "'")
    return re.sub(r"[\s«»„“”\"]+", " ", text).strip()


def find_stance(found: Found, text: str, language: Language) -> Stance:
    """The stance of an attribution, by the order: could not verify, no comment, denial, assertion."""
    if found.rule in SILENT:
        return SILENT[found.rule]
    content = plain(" ".join(text[start:end] for start, end in found.content))
    cue = plain(" ".join(text[start:end] for start, end in found.cue))
    before = plain(text[max(0, found.content[0][0] - 40) : found.content[0][0]])
    if _cannot_verify(content, language):
        return "cannot-verify"
    if _has_phrase(content, language.words["decline_contents"]) or _declines(cue, before, language):
        return "declines-to-comment"
    if found.verb and found.verb.stance == "denies" and not found.is_negated:
        return "denies"
    if found.verb and found.is_negated and found.verb.lemma in CONFIRMING:
        return "cannot-verify" if UNABLE.search(cue) else "declines-to-comment"
    if found.is_negated and _leaves_open(cue, content, language):
        return "declines-to-comment"
    if _rebuts(content, found, text, language):
        return "denies"
    return "asserts"


def _leaves_open(cue: str, content: str, language: Language) -> bool:
    """*would not say how many*, *wollte nicht sagen, ob*: who does not tell what was asked, or will not tell at all."""
    first = content.split(" ", 1)[0]
    asks = language.has("kept_complementizers", first) or first in ("whether", "if", "ob", "si")
    told = f"{cue} {' '.join(content.split(' ')[:3])}"  # did not want to comment: the telling may be in the content
    return asks or bool(UNWILLING.search(cue) and TELLING.search(told))


def _cannot_verify(content: str, language: Language) -> bool:
    stems = language.words["verify_contents"]
    words = WORD.findall(content)
    at = next((index for index, word in enumerate(words) if word.startswith(tuple(stems))), -1)
    if at < 0 or len(words) > 25:
        return False
    return any(
        word.strip("'") in {entry.strip("'") for entry in language.words["inability"]} or word.endswith("n't")
        for word in words
    )


def _declines(cue: str, before: str, language: Language) -> bool:
    near = before + " " + cue
    return _has_phrase(near, language.words["decline_cues"])


def _rebuts(content: str, found: Found, text: str, language: Language) -> bool:
    """A content that calls what others claimed false, or that swears off an act once and for all."""
    words = [word.strip("'") for word in WORD.findall(content)]
    if _has_phrase(content, language.words["falsehood"]) and len(words) <= 30:
        return any(noun.strip("'") in words for noun in language.words["claim_nouns"]) or len(words) <= 4
    if found.source and _has_phrase(content, language.words["never_at_all"]):
        return True
    negations = {entry.strip("'") for entry in language.words["negations"]}
    nevers = sum(word in language.words["never"] for word in words)
    if nevers and (
        nevers > 1
        or sum(word in negations for word in words) > 1 + ("ne" in words) + ("n" in words)
        and language.code != "fr"
        or language.code == "fr"
        and ("ni" in words)
    ):
        return True
    return _clears_itself(words, negations, found, language)


def _clears_itself(words: list[str], negations: set[str], found: Found, language: Language) -> bool:
    """*said it does not collect data*: the speaker's own conduct, negated, now or past, is a rebuttal."""
    if not words or not found.source or found.rule not in ("complementizer", "bare-clause"):
        return False
    own = (
        language.words["masculine"]
        | language.words["feminine"]
        | language.words["neuter"]
        | language.words["plural"]
    )
    if words[0] not in own:
        return False
    head = words[1:5]
    if any(word in language.words["modals_future"] for word in head):
        return False
    verbs_of_mind = {
        "know",
        "think",
        "believe",
        "want",
        "able",
        "sure",
        "see",
        "understand",
        "weiß",
        "wisse",
        "glaube",
        "können",
        "könne",
        "lage",
        "sait",
        "savait",
        "pense",
        "peut",
        "pouvait",
        "veut",
        "voulait",
        "mesure",
    }
    return any(word in negations for word in head) and not any(word in verbs_of_mind for word in words[1:7])
