"""French: rarer shapes of telling, and what looks like one and tells nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.french_elisions import undo_elisions
from claims.extraction.pipeline import extract
from claims.extraction.records import Spans

pytestmark = pytest.mark.slow


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution, pieces joined by " … "."""
    found = extract(text, language="fr")
    return [(_words(text, one.source), _words(text, one.content)) for one in found]


def _words(text: str, spans: Spans) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('Le maire affirme qu\'"il faut fermer le pont".', "Le maire", "il faut fermer le pont"),
        ("Le pont sera, dit-on, fermé dès lundi.", "on", "Le pont sera … fermé dès lundi"),
        (
            "« Il est temps », a-t-il ajouté, de rouvrir le pont.",
            "il",
            "Il est temps",
        ),
        (
            "Il est impossible, estime le maire, de rouvrir le pont.",
            "le maire",
            "Il est impossible … de rouvrir le pont",
        ),
        (
            "Un tel retard, même court, explique, par exemple, M. Paul Rey, coûterait un million.",
            "M. Paul Rey",
            "Un tel retard, même court … coûterait un million",
        ),
        (
            "Les pêcheurs se plaignent du retard de ces travaux : grues, quais, tout manque.",
            "Les pêcheurs",
            "retard de ces travaux",
        ),
        (
            "Le juge a ordonné à la société Norda, filiale de Portal, de payer les pêcheurs.",
            "Le juge",
            "payer les pêcheurs",
        ),
        (
            "Il expliquait alors que le ministère ne pouvait pas payer.",
            "Il",
            "le ministère ne pouvait pas payer",
        ),
        ("On signale des retards sur le fleuve.", "On", "des retards sur le fleuve"),
        (
            "Les « sages » dénoncent « des pratiques peu claires ».",
            "Les « sages »",
            "des pratiques peu claires",
        ),
        (
            "Il a rappelé aux maires que les ponts sont vieux.",
            "Il",
            "les ponts sont vieux",
        ),
        (
            "Ces hausses, dénoncées par le syndicat dans une lettre, ont surpris.",
            "le syndicat",
            "Ces hausses",
        ),
        (
            "Les armateurs ont accepté la taxe, et même indiqué qu’ils paieraient en mai.",
            "Les armateurs",
            "ils paieraient en mai",
        ),
        (
            "Les journaux ont annoncé qu’ils fusionneront en mai (lire page 3).",
            "Les journaux",
            "ils fusionneront en mai",
        ),
        (
            "C’est le cas du port, où, constatent les pêcheurs, rien n’a bougé depuis mai.",
            "les pêcheurs",
            "rien n’a bougé depuis mai",
        ),
        (
            "Le port ferme lundi et, selon la Gazette, le pont fermera aussi.",
            "la Gazette",
            "le pont fermera aussi",
        ),
        (
            "Le syndicat réclame « un toit pour tous » et une aide de deux mois.",
            "Le syndicat",
            "« un toit pour tous » et une aide de deux mois",
        ),
        (
            "M. Rey avait, lui-même, évoqué, récemment, cette idée du « ni oui ni non ».",
            "M. Rey",
            "cette idée du « ni oui ni non »",
        ),
        (
            "Le syndicat demande de fermer le pont, après avoir constaté des fissures.",
            "Le syndicat",
            "fermer le pont",
        ),
        (
            "Le syndicat a publié une lettre réclamant la fermeture du pont.",
            "une lettre",
            "la fermeture du pont",
        ),
        (
            "Et si le maire peut se targuer d’avoir rouvert le pont, il reste beaucoup à faire.",
            "le maire",
            "avoir rouvert le pont",
        ),
    ],
)
def test_what_is_told_is_found_with_its_teller(text, source, content):
    assert (source, content) in told(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Je crois que nous devons exiger que le pont ferme.", "nous"),
        ("L’accord a permis au maire de rappeler que le pont est vieux.", "maire"),
        ("Le président a recommandé aux syndicats de ne pas réclamer une hausse.", "syndicats"),
        ("Le maire invite les pêcheurs à dénoncer les retards du chantier.", "les pêcheurs"),
        ("L’agence, citant des sources sûres, a annoncé que le pont fermait.", "L’agence"),
        (
            "Le ministre dénonce l’attitude de la mairie, qui évite de reconnaître que le pont est vieux.",
            "la mairie",
        ),
        ("C’est ce qu’a annoncé à Nice le maire, en déclarant que le pont fermait.", "le maire"),
        ("Face aux retards, Paul Rey, évoquait les risques du chantier.", "Paul Rey"),
        ("« Le pont est vieux », ne craint pas d’affirmer Anna Rey.", "Anna Rey"),
        (
            "Paul Rey, alors ministre des transports, affirme que le pont tiendra.",
            "Paul Rey, alors ministre des transports",
        ),
    ],
)
def test_who_says_it_is_found(text, source):
    assert source in [teller for teller, _ in told(text)]


def test_two_halves_of_a_quotation_stand_around_a_teller_with_a_colon():
    text = "« Quelle erreur ! », estime le maire : « Il fallait attendre mai. »"
    assert told(text) == [("le maire", "Quelle erreur ! … Il fallait attendre mai.")]


def test_what_follows_an_unnamed_source_is_the_subject_of_what_is_told():
    text = "Selon plusieurs témoignages, les voleurs, vêtus de noir, ont fui vers le port."
    assert told(text) == [("plusieurs témoignages", "les voleurs, vêtus de noir, ont fui vers le port")]


def test_words_in_marks_are_no_teller():
    text = "Le maire, élu en mai, se dit « opposé à la vente du port »."
    assert told(text) == [("Le maire, élu en mai", "opposé à la vente du port")]


def test_a_clause_before_another_subject_is_not_told():
    text = "Le pont tiendra dix ans, même si, à terme, le maire plaide pour un tunnel."
    assert told(text) == [("le maire", "un tunnel")]


def test_a_noun_before_the_verb_is_no_content_of_its_own():
    text = "Des informations indiquent qu’une start-up, Nordline, a signalé une fuite de données."
    assert told(text) == [("une start-up, Nordline", "une fuite de données")]


@pytest.mark.parametrize(
    "text",
    [
        "Rien, pour l’heure, n’est venu confirmer ni infirmer la note.",
        "L’épisode rappelle une autre affaire de la semaine.",
        "Personne n’avait prédit la fermeture du pont.",
        "Aucun responsable n’a commenté la fermeture du pont.",
        "Le prix du billet varie selon les saisons et les jours.",
        "Le maire s’est insurgé en décembre dernier.",
        "Pour le canal de Nantes, les travaux dureront un an.",
    ],
)
def test_what_nobody_says_is_not_told(text):
    assert told(text) == []


def test_a_name_that_no_dictionary_has_opens_a_sentence_as_a_name():
    [found] = extract("Nordlane, une jeune pousse canadienne, a dit avoir bloqué une fuite.", language="fr")
    assert found.speaker
    assert found.speaker.slug == "nordlane"


def test_a_company_described_by_its_country_is_none_of_another_country():
    known = "Le géant chinois du commerce en ligne Nordline a nié. Norda, une société américaine, se tait. "
    [one] = extract(known + "L’entreprise américaine affirme que le pont tiendra.", language="fr")
    [other] = extract(known + "L’entreprise chinoise affirme que le pont tiendra.", language="fr")
    assert [found.speaker.slug for found in (one, other) if found.speaker] == ["norda", "nordline"]


def test_a_company_of_a_country_that_no_named_one_is_of_stays_unnamed():
    text = "Le groupe chinois Nordline se tait. L’entreprise américaine affirme que le pont tiendra."
    [found] = extract(text, language="fr")
    assert found.speaker
    assert found.speaker.slug == "entreprise-americaine"


@given(st.text(alphabet="qudl'’\"« »a\u00a0"))
def test_undoing_elisions_moves_no_letter(text):
    mended = undo_elisions(text)
    assert len(mended) == len(text)
    assert all(old == new for old, new in zip(text, mended, strict=True) if old.isalnum())
