"""Answers that are refused, checks that fail and rebuttals, in the turns of phrase that news has for them."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow

CASES = [
    ("en", "Nordline would not say how many ships it had checked.", "declines-to-comment"),
    ("en", "Nordline did not want to comment on the letter.", "declines-to-comment"),
    ("en", "Nordline refused to say whether it had received the letter.", "declines-to-comment"),
    ("en", "Nordline did not say when the ferry would return.", "declines-to-comment"),
    ("en", "The mayor would not discuss the letter.", "declines-to-comment"),
    ("en", "The mayor would not be drawn on the letter.", "declines-to-comment"),
    ("en", "“I am not going to discuss the letter,” said the mayor.", "declines-to-comment"),
    ("en", "“I cannot comment on that,” the mayor said.", "declines-to-comment"),
    ("en", "Nordline did not respond to a request for comment.", "declines-to-comment"),
    ("en", "The Harbour Courier has not been able to verify its contents.", "cannot-verify"),
    ("en", "The Harbour Courier could not independently confirm the letter.", "cannot-verify"),
    ("en", "The claim could not be verified.", "cannot-verify"),
    ("fr", "L’entreprise n’a pas souhaité préciser le nombre de navires contrôlés.", "declines-to-comment"),
    ("fr", "La maire n’a pas voulu dire si elle avait reçu la lettre.", "declines-to-comment"),
    ("fr", "Nordligne a refusé de commenter cette lettre.", "declines-to-comment"),
    ("fr", "Le cabinet s’est refusé à tout commentaire sur ses clients.", "declines-to-comment"),
    ("fr", "« Je ne commente pas les enquêtes en cours », a dit la ministre.", "declines-to-comment"),
    ("fr", "Contactée, l’entreprise n’a pas donné suite.", "declines-to-comment"),
    ("fr", "Nous n’avons pas pu vérifier l’authenticité de ce message.", "cannot-verify"),
    ("fr", "Ces chiffres n’ont pas pu être vérifiés de source indépendante.", "cannot-verify"),
    ("de", "Die Reederei wollte sich nicht zu Einzelheiten äußern.", "declines-to-comment"),
    ("de", "Die Reederei wollte nicht sagen, wie viele Schiffe sie geprüft hat.", "declines-to-comment"),
    ("de", "Die Bürgermeisterin ließ offen, ob sie den Brief erhalten habe.", "declines-to-comment"),
    ("de", "Die Reederei machte keine Angaben zum Zustand der Schiffe.", "declines-to-comment"),
    ("de", "Ein Sprecher lehnte eine Stellungnahme ab.", "declines-to-comment"),
    ("de", "„Dazu sage ich nichts“, sagte die Bürgermeisterin.", "declines-to-comment"),
    ("de", "Eine Anfrage ließ die Reederei unbeantwortet.", "declines-to-comment"),
    ("de", "Die Angaben ließen sich zunächst nicht unabhängig überprüfen.", "cannot-verify"),
    ("de", "Der Hafenkurier konnte die Angaben nicht unabhängig prüfen.", "cannot-verify"),
    ("en", "The paper’s account is not true, the mayor said.", "denies"),
    ("en", "The mayor dismissed the report as a fairy tale.", "denies"),
    ("en", "The report is a forgery, the mayor said.", "denies"),
    ("fr", "« C’est un faux », a dit la maire.", "denies"),
    ("de", "„Das ist frei erfunden“, sagte die Bürgermeisterin.", "denies"),
    ("de", "Die Vorwürfe seien aus der Luft gegriffen, sagte die Bürgermeisterin.", "denies"),
    ("en", "“At no point was a single ferry unsafe,” said a spokesman for Nordline.", "denies"),
    ("de", "Zu keinem Zeitpunkt seien Fähren unsicher gewesen, sagte ein Sprecher der Nordwerft.", "denies"),
    ("fr", "« À aucun moment un navire n’a été dangereux », a déclaré la maire.", "denies"),
    ("en", "Nordline said that it would not raise its prices.", "asserts"),
    ("en", "Nordline did not want to raise prices.", "asserts"),
    ("en", "The mayor would not recommend closing the bridge.", "asserts"),
    ("de", "Die Reederei will nicht ausschließen, dass die Preise steigen.", "asserts"),
]


@pytest.mark.parametrize(("language", "text", "stance"), CASES)
def test_the_stance_is_told_by_what_is_refused_or_rebutted(language: str, text: str, stance: str) -> None:
    assert stance in [found.stance for found in extract(text, language=language)]
