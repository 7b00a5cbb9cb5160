"""Finds to whom and where something was said, and on what document it rests, in the words around a content."""

from __future__ import annotations

import re

from claims.extraction.lexicon import Language
from claims.extraction.reading import Sentence
from claims.extraction.records import Attribution

RECIPIENT = {
    "de": r"(?:gegenüber|sagte|antwortete|erklärte|teilte)\b[^,.;]{0,60}?\b",
    "en": r"(?:\bto|\btold|\bwith)\s+(?:the\s+)?",
    "fr": r"(?:auprès de l'|auprès de |auprès d'|interrogée? par l'|à l'|à la |à |interrogée? par )",
}
MEDIUM = {
    "de": r"\b(?:auf|bei|via|über)\s+(?:der Plattform |dem Kurznachrichtendienst |dem Netzwerk )?",
    "en": r"\b(?:on|in|via)\s+(?:the platform |social media platform )?",
    "fr": r"\b(?:sur|via)\s+(?:le réseau social |le réseau |son compte )?",
}
BASIS = {
    "de": r"(?:beruft|berief|berufen)\b[^.;]{0,20}?\bauf\s+((?:einen?|die|das|den|ein)\s[^,.;]{3,60})|(?:unter Berufung|gestützt) auf\s+([^,.;]{3,60})|auf\s+((?:einen?|die|das|den|ein)\s[^,.;]{3,60}?)\s+(?:beruft|berief|stützt|stützte)|\b[Ll]aut\b[^,.;]{2,60}\b(?:steht|stehe|stand|heißt es|hieß es) in\s+((?:dem|der|einem|einer)\s[^,.;]{3,60})",
    "en": r"(?:based on|citing|relying on|relies on|cites)\s+([^,.;]{3,60})",
    "fr": r"(?:s'appuyant sur|s'appuie sur|s'appuyait sur|se fonde sur|se fondant sur|se basant sur|citant)\s+([^,.;]{3,60})",
}


def _names(language: Language, kind: str) -> str:
    return "|".join(re.escape(name) for name in sorted(language.words[kind], key=len, reverse=True))


def find_recipient(outside: str, language: Language) -> str:
    """The agency, broadcaster or audience that was told, as printed; empty when none is named."""
    plain = outside.replace("’", "'")
    match = re.search(
        RECIPIENT[language.code] + rf"({_names(language, 'agencies')})(?!\w)", plain, re.IGNORECASE
    )
    return match.group(1) if match and match.group(1)[0].isupper() else ""


def find_medium(outside: str, language: Language) -> str:
    """The network or platform it was said on, as printed; empty when none is named."""
    plain = outside.replace("’", "'")
    match = re.search(MEDIUM[language.code] + rf"({_names(language, 'media')})(?!\w)", plain, re.IGNORECASE)
    return match.group(1) if match and match.group(1)[0].isupper() else ""


def find_based_on(outside: str, language: Language) -> str:
    """The document that the source relies on, as printed; empty when none is named."""
    match = re.search(BASIS[language.code], outside.replace("’", "'"))
    return next((group.strip() for group in match.groups() if group), "") if match else ""


def find_later_basis(sentence: Sentence, text: str, last: Attribution, language: Language) -> str:
    """What a sentence adds on the basis of the saying before it: *Pour étayer cela, le journal s'appuie sur une note.*

    Only for a publication that has just spoken, and that the sentence calls by its kind (*le journal*, *the paper*).
    """
    if last.based_on or last.speaker is None or last.speaker.kind != "publication":
        return ""
    basis = find_based_on(text[sentence.start : sentence.end], language)
    if not basis or last.content[-1][1] > sentence.start:
        return ""
    is_named = any(language.has("publications", unit.lower) for unit in sentence.units)
    return basis if is_named else ""
