"""What a saying does: asserts, denies, declines to comment, could not verify."""

import pytest

from claims.extraction.found import Found
from claims.extraction.lexicon import load_language
from claims.extraction.stance import find_stance


def stance(
    language: str, before: str, content: str, lemma: str, rule: str = "complementizer", negated: bool = False
) -> str:
    """The stance of ``content`` after ``before``, whose last word is the cue and whose first is the source."""
    text = f"{before} {content}"
    cue = before.split()[-1]
    data = load_language(language)
    verb = next(
        (form.verb for forms in data.forms.values() for form in forms if form.verb.lemma == lemma), None
    )
    found = Found(
        rule,
        ((len(before) + 1, len(text)),),
        ((len(before) - len(cue), len(before)),),
        ((0, len(before.split()[0])),),
        verb=verb,
        is_negated=negated,
    )
    return find_stance(found, text, data)


@pytest.mark.parametrize(
    ("language", "before", "content", "lemma", "expected"),
    [
        ("en", "Nordline denied", "that it had dumped oil", "deny", "denies"),
        ("en", "Nordline said", "the claims were completely false", "say", "denies"),
        ("en", "Nordline said", "it could not independently verify the figures", "say", "cannot-verify"),
        ("en", "Nordline said", "it was not familiar with the matter", "say", "declines-to-comment"),
        ("en", "Nordline said", "the harbour would reopen on Monday", "say", "asserts"),
        ("en", "Nordline said", "it does not store passenger data", "say", "denies"),
        ("en", "Nordline said", "it will not run again", "say", "asserts"),
        ("fr", "Nordline dément", "un article sur ses navires", "démentir", "denies"),
        (
            "fr",
            "Nordline affirme",
            "ne pas être en mesure de vérifier ces chiffres",
            "affirmer",
            "cannot-verify",
        ),
        ("fr", "Nordline dit", "n'avoir pas connaissance du dossier", "dire", "declines-to-comment"),
        ("fr", "Nordline dit", "que ces accusations sont sans fondement", "dire", "denies"),
        ("fr", "Nordline dit", "que le port rouvrira lundi", "dire", "asserts"),
        ("de", "Nordline erklärte", "die Vorwürfe seien haltlos", "erklären", "denies"),
        (
            "de",
            "Nordline erklärte",
            "sie könne die Angaben nicht unabhängig überprüfen",
            "erklären",
            "cannot-verify",
        ),
        ("de", "Nordline erklärte", "sie sei mit dem Fall nicht vertraut", "erklären", "declines-to-comment"),
        ("de", "Nordline erklärte", "der Hafen öffne am Montag", "erklären", "asserts"),
    ],
)
def test_stance_follows_cue_and_content(language, before, content, lemma, expected):
    assert stance(language, before, content, lemma) == expected


def test_negated_denial_is_no_denial():
    assert stance("en", "Nordline denied", "the report", "deny", "noun-phrase", negated=True) == "asserts"
