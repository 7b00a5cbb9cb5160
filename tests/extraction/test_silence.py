"""Refused answers and failed checks, which have no clause to attribute."""

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("language", "text", "stance", "content", "source"),
    [
        (
            "en",
            "Nordline declined to comment on the sale.",
            "declines-to-comment",
            "to comment on the sale",
            "Nordline",
        ),
        (
            "en",
            "The harbour did not immediately respond to a request for comment.",
            "declines-to-comment",
            "to a request for comment",
            "The harbour",
        ),
        (
            "en",
            "The paper could not independently verify the figures.",
            "cannot-verify",
            "the figures",
            "The paper",
        ),
        (
            "fr",
            "Le groupe a refusé de commenter la vente.",
            "declines-to-comment",
            "de commenter la vente",
            "Le groupe",
        ),
        (
            "fr",
            "Nordline n’a pas répondu à une demande de commentaire.",
            "declines-to-comment",
            "à une demande de commentaire",
            "Nordline",
        ),
        ("fr", "Le journal n’a pas pu vérifier ces chiffres.", "cannot-verify", "ces chiffres", "Le journal"),
        ("fr", "Ces chiffres n’ont pas pu être vérifiés.", "cannot-verify", "Ces chiffres", ""),
        (
            "de",
            "Die Reederei reagierte zunächst nicht auf eine Anfrage.",
            "declines-to-comment",
            "auf eine Anfrage",
            "Die Reederei",
        ),
        ("de", "Die Angaben konnten nicht unabhängig überprüft werden.", "cannot-verify", "Die Angaben", ""),
    ],
)
def test_silence_is_kept(language, text, stance, content, source):
    found = [
        (
            one.stance,
            " … ".join(text[start:end] for start, end in one.content),
            " … ".join(text[start:end] for start, end in one.source),
        )
        for one in extract(text, language=language)
    ]
    assert (stance, content, source) in found
