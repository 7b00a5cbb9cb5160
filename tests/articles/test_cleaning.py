"""Page furniture and second copies go; everything else stays where it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import Cleaned, clean, to_source

FIRST = "La société a rejeté vendredi les reproches du journal, qu’elle juge infondés."
SECOND = "« Nous n’avons rien livré à personne », a dit sa porte-parole à la radio locale."

FURNITURE = [
    # counters and labels
    "Vues:",
    "Vues :",
    "Date:",
    "Vues: 1 204",
    "74 Listeners",
    "12 commentaires",
    "(3) Kommentare",
    "1.2K views",
    "66 ratings",
    "74 Listeners 338 Listeners24 Listeners",
    "12 comments | 3 shares",
    "Tags: Hafen, Politik",
    "Aufrufe: 88",
    "Schlagwörter:",
    # share bars
    "PARTAGER:",
    "Partager sur Facebook Twitter WhatsApp",
    "Partagez cet article",
    "Share this article on Facebook, X and LinkedIn",
    "Share this:",
    "Tweet",
    "Teilen Twittern Drucken",
    "Diesen Artikel teilen",
    # comment forms
    "LAISSER UN COMMENTAIRE",
    "Laissez un commentaire",
    "Leave a Reply",
    "Les commentaires sont fermés.",
    "Soyez le premier à commenter",
    "Kommentar hinterlassen",
    "Schreiben Sie einen Kommentar",
    "S'il vous plaît entrez votre commentaire!",
    "S’il vous plaît entrez votre nom ici",
    "Please enter your name here",
    "Bitte geben Sie Ihren Kommentar ein!",
    "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
    "Your email address will not be published.",
    "Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire.",
    # signing up
    "Sign up to save your podcasts",
    "ODER ANMELDEN MIT",
    "Ou se connecter avec",
    "Or sign in with",
    "Inscrivez-vous à notre newsletter !",
    "Abonnez-vous pour lire la suite",
    "Jetzt Newsletter abonnieren",
    "Melden Sie sich hier für unseren Newsletter an.",
    "Subscribe to our newsletter",
    "Déjà abonné ? Connectez-vous",
    "Passwort vergessen?",
    # cookies
    "Nous utilisons des cookies pour améliorer votre expérience.",
    "Wir verwenden Cookies, um Inhalte zu personalisieren.",
    "We use cookies to improve this site. By continuing you agree.",
    "Tout accepter",
    "Alle akzeptieren",
    # elsewhere
    "À lire aussi : Le port fermé pour la semaine",
    "A LIRE AUSSI",
    "Lire aussi",
    "Lesen Sie auch: Hafen bleibt eine Woche zu",
    "Mehr zum Thema",
    "Read also: Harbour closed for a week",
    "READ MORE: Harbour closed for a week",
    "Related articles",
    "Toute l’Actu est ici",
    "Alle Nachrichten finden Sie hier",
    "La source de cet article se trouve sur ce site",
    "Suivez-nous sur Facebook",
    "Follow Ann Nobody on Twitter @nobody.",
    "Cliquez ici pour en savoir plus",
    # notices
    "Dieser Artikel wurde mithilfe von digitalen Werkzeugen übersetzt.",
    "Cet article a été traduit automatiquement.",
    "This article was translated by a machine and checked by an editor.",
    "Hébergé par Acast. Visitez acast.com/privacy pour plus d'informations.",
    "Hosted on Acast. See acast.com/privacy for more information.",
    "Gehostet von Podigee.",
    "Bei Fragen wenden Sie sich bitte per E-Mail an post@zeitung.example",
    "© 2025 Der Bote. Alle Rechte vorbehalten.",
    "Publicité",
    "[Anzeige]",
    "Advertisement",
    "Aller au contenu principal",
    "Temps de lecture : 3 minutes",
    "Publié le 15 novembre 2025 à 10h12",
    "Veröffentlicht am 15.11.2025",
    # pictures
    "spot_img",
    "spot_imgspot_img",
]

PROSE = [
    "« Abonnez-vous à notre journal », a lancé le ministre.",
    "Facebook und Twitter haben die Konten gesperrt",
    "Cookies are served at the party.",
    "Er sagte:",
    "Trump said:",
    "Reaktionen:",
    "Alle Hoffnung ruht hier",
    "The share fell by 12 percent.",
    "Der Kommentar des Sprechers fiel knapp aus.",
    "Cet article publié samedi accuse le groupe d’aider l’armée.",
    "This article says that the firm was machine-like in its efficiency.",
    "Die Zeitung nutzt Künstliche Intelligenz, um Artikel zu übersetzen.",
    "Cyberespionnage à base d’IA",
    "3 Tote",
    "Visitez Paris, dit le maire.",
    "Get real: the bureau has 650,000 of them, he said.",
    "Von der Leyen",
    "By Saturday evening nothing had happened.",
]

BODY = "\n".join(
    [
        "Der Konzern wies den Bericht am Freitag zurück. Die Vorwürfe seien „frei erfunden“, sagte eine Sprecherin.",
        "Das Ministerium wollte sich nicht äußern. Es verwies auf die laufenden Gespräche in der kommenden Woche.",
        "Nach Angaben der Zeitung liegt das Papier seit Mai vor; prüfen ließ es sich nicht unabhängig.",
        "Die Opposition verlangte Auskunft noch in dieser Woche, und zwar „ohne Wenn und Aber“.",
    ]
)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs_is_left_out(line: str) -> None:
    assert clean(f"{FIRST}\n\n{line}\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_at_the_ends_is_left_out(line: str) -> None:
    assert clean(f"{line}\n{FIRST}\n{SECOND}\n{line}\n").text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_only_looks_like_furniture_stays(line: str) -> None:
    text = f"{FIRST}\n\n{line}\n\n{SECOND}"
    assert clean(text).text == text


def test_a_clean_text_stays_as_it_is() -> None:
    text = f"Überschrift ohne Punkt\n{BODY}\n\n\nEin Absatz nach zwei leeren Zeilen."
    assert clean(text) == Cleaned(text, ((0, len(text)),))


@pytest.mark.parametrize("source", ["", " \n\t ", "Vues:\n\nDate:", "spot_img"])
def test_nothing_left_is_an_empty_text_without_runs(source: str) -> None:
    assert clean(source) == Cleaned("", ())


def test_placeholders_glued_to_a_sentence_are_cut_off() -> None:
    assert clean(f"spot_imgspot_img{FIRST}").text == FIRST
    assert clean(f"{FIRST}spot_img\nspot_img {SECOND}").text == f"{FIRST}\n{SECOND}"
    assert clean("Eins. spot_img Zwei.").text == "Eins. Zwei."


def test_a_notice_glued_to_the_last_sentence_is_cut_off() -> None:
    assert (
        clean(f"{FIRST} Hébergé par Acast. Visitez acast.com/privacy pour plus d'informations.").text == FIRST
    )


def test_an_unknown_counter_is_known_by_its_repetition() -> None:
    counters = "\n\n".join(f"{count} Zaubergäste" for count in (74, 338, 24))
    assert clean(f"{FIRST}\n\n{counters}").text == FIRST
    twice = f"{FIRST}\n\n74 Zaubergäste\n\n338 Zaubergäste"
    assert clean(twice).text == twice


def test_labels_with_nothing_below_them_go_with_the_furniture_below() -> None:
    assert clean(f"{FIRST}\n\nThemenkreis:\n\nTeilen:\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"


def test_what_stands_below_the_first_furniture_after_the_text_goes() -> None:
    tail = "LAISSER UN COMMENTAIRE\n\nPseudonyme\n\nValider\n\nUne autre affaire au port"
    assert clean(f"{FIRST}\n\n{SECOND}\n\n{tail}").text == f"{FIRST}\n\n{SECOND}"


def test_a_heading_between_furniture_and_text_stays() -> None:
    source = (
        f"Menu\nDas Hafenpapier\nTeilen\n{FIRST}\n\nAdvertisement\n\nWas nun geschieht\n\nTweet\n\n{SECOND}"
    )
    assert clean(source).text == f"Das Hafenpapier\n{FIRST}\n\nWas nun geschieht\n\n{SECOND}"


def test_a_notice_of_several_sentences_goes_beside_another_notice_only() -> None:
    notice = (
        "Der Bote nutzt Künstliche Intelligenz, um Artikel schneller zu übersetzen. Das hilft unseren Leserinnen. "
        "Fragen beantwortet post@bote.example gern."
    )
    alone = f"{FIRST}\n{notice}\n{SECOND}"
    assert clean(alone).text == alone
    assert clean(f"{FIRST}\nDieser Artikel wurde maschinell übersetzt.\n{notice}").text == FIRST


def test_a_doubled_body_is_kept_once() -> None:
    cleaned = clean(f"{BODY}\n{BODY}")
    assert cleaned == Cleaned(BODY, ((0, len(BODY)),))


@pytest.mark.parametrize(
    "second",
    [
        "  " + BODY.replace("\n", "\n\n").replace(" ", "  "),
        BODY.replace("\n", " "),
        "Von Anna Niemand\n" + BODY,
        "By Der Bote5\n66 ratings\n" + BODY,
        "PARTAGER:\n\n" + BODY + "\n\n12 Kommentare",
    ],
    ids=["other blanks", "one line", "byline", "byline with counter", "furniture around"],
)
def test_a_second_copy_goes_whatever_its_blanks_and_its_byline(second: str) -> None:
    assert clean(f"{BODY}\n\n{second}").text == BODY


def test_a_second_copy_glued_to_the_first_goes() -> None:
    assert clean(BODY + " " + BODY).text == BODY
    assert clean(BODY + BODY).text == BODY


def test_a_second_copy_takes_its_title_with_it() -> None:
    title = "Konzern weist Bericht zurück"
    source = f"{title}\nTeilen\n{BODY}\n\n{title}\nVon Anna Niemand\n{BODY}"
    assert clean(source).text == f"{title}\n{BODY}"


def test_three_copies_are_kept_once() -> None:
    assert clean("\n\n".join([BODY] * 3)).text == BODY


def test_what_only_the_second_copy_has_stays() -> None:
    more = "Am Abend meldete sich auch der Betriebsrat zu Wort."
    assert clean(f"{BODY}\n{BODY}\n{more}").text == f"{BODY}\n{more}"


def test_a_short_doubled_report_is_kept_once() -> None:
    assert clean(f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}").text == f"{FIRST}\n{SECOND}"


def test_a_sentence_quoted_twice_stays() -> None:
    text = f"{SECOND}\n{BODY}\n{SECOND}"
    assert clean(text).text == text


def test_a_span_is_mapped_to_its_pieces_in_the_source() -> None:
    source = f"Vues:\n{FIRST}\nTweet\n{SECOND}"
    cleaned = clean(source)
    end = len(cleaned.text)
    assert cleaned.runs == ((6, 7 + len(FIRST)), (len(source) - len(SECOND), len(source)))
    assert to_source(cleaned.runs, 0, end) == cleaned.runs
    assert to_source(cleaned.runs, 3, 9) == ((9, 15),)
    pieces = to_source(cleaned.runs, len(FIRST) - 9, len(FIRST) + 5)
    assert "".join(source[a:b] for a, b in pieces) == cleaned.text[len(FIRST) - 9 : len(FIRST) + 5]
    assert len(pieces) == 2
    assert to_source([list(run) for run in cleaned.runs], 5, 5) == ()


lines = st.one_of(
    st.sampled_from([*FURNITURE, *PROSE, FIRST, SECOND, BODY, "Or", "3", "", " ", "Von Anna"]),
    st.text(max_size=20),
)
pages = st.lists(
    st.tuples(lines, st.sampled_from(["\n", "\n\n", "\r\n", " ", "", "\u2028", "\t\n"])), max_size=14
).map(lambda pieces: "".join(line + end for line, end in pieces))
anything = st.text(st.characters(), max_size=200)  # surrogates, NUL and unassigned included


@given(st.one_of(pages, anything))
def test_every_kept_character_has_its_place_in_the_source(source: str) -> None:
    cleaned = clean(source)
    assert "".join(source[start:end] for start, end in cleaned.runs) == cleaned.text
    edges = [edge for run in cleaned.runs for edge in run]
    assert edges == sorted(set(edges))
    assert cleaned.text == cleaned.text.strip()


@given(st.one_of(pages, anything))
def test_cleaning_twice_is_cleaning_once(source: str) -> None:
    once = clean(source).text
    assert clean(once) == Cleaned(once, ((0, len(once)),) if once else ())


@given(pages, st.data())
def test_every_span_of_the_clean_text_is_found_in_the_source(source: str, data: st.DataObject) -> None:
    cleaned = clean(source)
    start = data.draw(st.integers(0, len(cleaned.text)))
    end = data.draw(st.integers(start, len(cleaned.text)))
    assert "".join(source[a:b] for a, b in to_source(cleaned.runs, start, end)) == cleaned.text[start:end]
