"""Who is meant by a source: names, roles, descriptions, documents and pronouns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.lexicon import load_language
from claims.extraction.pipeline import extract
from claims.extraction.speakers import Speakers, slugify
from claims.extraction.speakers.slugs import initials
from tests.docs import make_sentence


def meant(language: str, lines: list[str], source: str) -> str:
    """The slug of the speaker meant by ``source`` in the last of the sentences."""
    speakers = Speakers(load_language(language))
    offset, sentences = 0, []
    for line in lines:
        sentence, text = make_sentence(language, line)
        for unit in sentence.units:
            unit.start, unit.end = unit.start + offset, unit.end + offset
        sentence.start, sentence.end = sentence.start + offset, sentence.end + offset
        offset += len(text) + 1
        sentences.append((sentence, text))
        speakers.note_sentence(sentence)
    sentence, text = sentences[-1]
    start = sentence.start + text.index(source)
    units = [unit for unit in sentence.units if start <= unit.start < start + len(source)]
    found = speakers.resolve(units, start)
    return found.speaker.slug if found else ""


ANN = "Ann/PROPN Lee/PROPN spoke/VERB ./PUNCT"
PAPER = "The/DET Morning/PROPN Times/PROPN wrote/VERB ./PUNCT"
FIRM = "The/DET company/NOUN Acme/PROPN grew/VERB ./PUNCT"


@pytest.mark.parametrize(
    ("lines", "source", "slug"),
    [
        ([ANN, "Lee/PROPN said/VERB so/ADV ./PUNCT"], "Lee", "ann-lee"),
        ([ANN, "She/PRON said/VERB so/ADV ./PUNCT"], "She", "ann-lee"),
        ([PAPER, "The/DET MT/PROPN said/VERB so/ADV ./PUNCT"], "The MT", "morning-times"),
        ([PAPER, "The/DET daily/NOUN said/VERB so/ADV ./PUNCT"], "The daily", "morning-times"),
        ([FIRM, "The/DET company/NOUN said/VERB so/ADV ./PUNCT"], "The company", "acme"),
        ([FIRM, "An/DET Acme/PROPN spokesperson/NOUN said/VERB ./PUNCT"], "An Acme spokesperson", "acme"),
        (
            [FIRM, "A/DET report/NOUN from/ADP the/DET Ohio/PROPN company/NOUN said/VERB ./PUNCT"],
            "A report from the Ohio company",
            "acme",
        ),
        (
            [
                "Notes/NOUN from/ADP the/DET White/PROPN House/PROPN leaked/VERB ./PUNCT",
                "The/DET same/ADJ document/NOUN says/VERB so/ADV ./PUNCT",
            ],
            "The same document",
            "white-house",
        ),
        ([ANN, "A/DET spokesman/NOUN for/ADP Lee/PROPN said/VERB ./PUNCT"], "A spokesman for Lee", "ann-lee"),
        (["Some/DET angry/ADJ farmers/NOUN said/VERB ./PUNCT"], "Some angry farmers", "angry-farmers"),
        (["I/PRON said/VERB so/ADV ./PUNCT"], "I", "i"),
    ],
)
def test_an_english_source_means(lines: list[str], source: str, slug: str) -> None:
    assert meant("en", lines, source) == slug


def test_a_paper_may_be_described_before_it_is_named() -> None:
    speakers = Speakers(load_language("en"))
    first, text = make_sentence("en", "The/DET daily/NOUN said/VERB so/ADV ./PUNCT")
    later, _ = make_sentence("en", PAPER)
    for unit in later.units:
        unit.start, unit.end = unit.start + 100, unit.end + 100
    speakers.note_sentence(first)
    speakers.note_sentence(later)
    found = speakers.resolve(first.units[:2], 0)
    assert found is not None and found.name == "Morning Times"


def test_an_agency_that_was_told_is_not_who_spoke() -> None:
    lines = [FIRM, "AFP/PROPN asked/VERB ./PUNCT", "The/DET firm/NOUN said/VERB so/ADV ./PUNCT"]
    assert meant("en", lines, "The firm") == "acme"


def test_a_pronoun_finds_nobody_of_the_other_kind() -> None:
    lines = [FIRM, ANN, "It/PRON said/VERB so/ADV ./PUNCT"]
    assert meant("en", lines, "It") == "acme"


def test_the_same_body_has_one_slug_in_every_language() -> None:
    german = ["Das/DET Weiße/ADJ Haus/NOUN schweigt/VERB ./PUNCT"]
    french = ["La/DET Maison-Blanche/PROPN se/PRON tait/VERB ./PUNCT"]
    assert meant("de", german, "Das Weiße Haus") == meant("fr", french, "La Maison-Blanche") == "white-house"


def test_a_german_compound_holds_the_name_of_its_company() -> None:
    lines = [
        "Der/DET Konzern/NOUN Acme/PROPN wächst/VERB ./PUNCT",
        "Ein/DET Sprecher/NOUN des/DET Acme-Konzerns/NOUN schwieg/VERB ./PUNCT",
    ]
    assert meant("de", lines, "Ein Sprecher des Acme-Konzerns") == "acme"


def test_a_french_group_is_the_company_named_before() -> None:
    lines = [
        "L'/DET entreprise/NOUN Acme/PROPN grandit/VERB ./PUNCT",
        "Le/DET groupe/NOUN dément/VERB ./PUNCT",
    ]
    assert meant("fr", lines, "Le groupe") == "acme"


def test_initials_leave_small_words_out() -> None:
    assert initials("Bank of the West") == "BW"


@given(st.text(min_size=1))
def test_a_slug_is_never_empty_and_plain(name: str) -> None:
    slug = slugify(name)
    assert slug and slug.isascii() and len(slug) <= 80 and not slug.startswith("-")


WHARF = "Die/DET Firma/NOUN Nordwerft/PROPN baut/VERB Schiffe/NOUN ./PUNCT"
DAILY = "Die/DET Zeitung/NOUN Hafenkurier/PROPN berichtet/VERB ./PUNCT"


@pytest.mark.parametrize(
    ("lines", "source", "slug"),
    [
        ([WHARF, "Ein/DET Konzernsprecher/NOUN schwieg/VERB ./PUNCT"], "Ein Konzernsprecher", "nordwerft"),
        ([WHARF, "Angaben/NOUN der/DET Firma/NOUN fehlen/VERB ./PUNCT"], "Angaben der Firma", "nordwerft"),
        ([DAILY, "Laut/ADP dem/DET Blatt/NOUN regnet/VERB es/PRON ./PUNCT"], "dem Blatt", "hafenkurier"),
        (
            ["Ein/DET Sprecher/NOUN von/ADP Nordwerft/NOUN schwieg/VERB ./PUNCT"],
            "Ein Sprecher von Nordwerft",
            "nordwerft",
        ),
        (
            ["Botschaftssprecher/PROPN Li/PROPN Wen/PROPN schwieg/VERB ./PUNCT"],
            "Botschaftssprecher Li Wen",
            "li-wen",
        ),
        (
            ["Das/DET Urteil/NOUN des/DET Ministeriums/NOUN gilt/VERB ./PUNCT"],
            "des Ministeriums",
            "ministerium",
        ),
    ],
)
def test_a_german_source_means(lines: list[str], source: str, slug: str) -> None:
    assert meant("de", lines, source) == slug


def test_a_group_of_attackers_is_not_the_company() -> None:
    lines = [
        WHARF,
        "Die/DET Gruppe/NOUN XQ-12/PROPN griff/VERB an/ADP ./PUNCT",
        "Die/DET Firma/NOUN schwieg/VERB ./PUNCT",
    ]
    assert meant("de", lines, "Die Firma") == "nordwerft"


@pytest.mark.parametrize(
    ("language", "lines", "source", "slug"),
    [
        (
            "fr",
            [
                "Nordquai/PROPN conteste/VERB ./PUNCT",
                "Le/DET géant/NOUN de/ADP Lormont/PROPN a/AUX réagi/VERB ./PUNCT",
                "L'/DET entreprise/NOUN ajoute/VERB ./PUNCT",
            ],
            "L'entreprise",
            "nordquai",
        ),
        (
            "en",
            [
                "Acmesoft/PROPN grew/VERB ./PUNCT",
                "It/PRON sold/VERB ships/NOUN to/ADP France/PROPN and/CCONJ France/PROPN paid/VERB ./PUNCT",
                "The/DET company/NOUN said/VERB so/ADV ./PUNCT",
            ],
            "The company",
            "acmesoft",
        ),
        (
            "fr",
            [
                "Nordquai/PROPN a/AUX repéré/VERB VX-77/PROPN ./PUNCT",
                "L'/DET entreprise/NOUN ajoute/VERB ./PUNCT",
            ],
            "L'entreprise",
            "nordquai",
        ),
    ],
)
def test_towns_countries_and_code_names_are_not_the_company(
    language: str, lines: list[str], source: str, slug: str
) -> None:
    assert meant(language, lines, source) == slug


@pytest.mark.slow
def test_the_pronoun_of_an_inversion_has_a_speaker() -> None:
    text = "Le groupe Nordquai conteste la note. « Tout est faux », insiste-t-elle."
    said = [one for one in extract(text, language="fr") if "faux" in text[slice(*one.content[0])]]
    assert [one.speaker.slug for one in said if one.speaker] == ["nordquai"]


@pytest.mark.slow
def test_allegations_behind_an_agency_are_not_the_agency() -> None:
    text = "Le groupe Nordquai a contesté auprès de l’AFP des allégations l’accusant de fraude."
    sources = [text[slice(*one.source[0])] for one in extract(text, language="fr") if one.source]
    assert not any("AFP" in source for source in sources)


@pytest.mark.parametrize(
    ("language", "lines", "source"),
    [
        ("en", [FIRM, "This/DET position/NOUN underlines/VERB it/PRON ./PUNCT"], "This position"),
        ("fr", ["Cette/DET position/NOUN souligne/VERB tout/PRON ./PUNCT"], "Cette position"),
        ("fr", ["L'/DET IA/PROPN montre/VERB tout/PRON ./PUNCT"], "IA"),
        ("de", ["Er/PRON sagte/VERB viel/PRON ./PUNCT"], "Er"),
    ],
)
def test_things_topics_and_pronouns_without_a_name_are_no_speaker(
    language: str, lines: list[str], source: str
) -> None:
    assert meant(language, lines, source) == ""


def test_the_code_of_a_band_is_no_company() -> None:
    lines = [
        "La/DET société/NOUN Acme/PROPN accuse/VERB le/DET groupe/NOUN GTG-77/PROPN ./PUNCT",
        "L'/DET entreprise/NOUN parle/VERB ./PUNCT",
    ]
    assert meant("fr", lines, "L'entreprise") == "acme"


def test_the_company_is_no_place() -> None:
    lines = [
        "Acme/PROPN vend/VERB en/ADP Chine/PROPN et/CCONJ à/ADP Lyon/PROPN ./PUNCT",
        "L'/DET entreprise/NOUN grandit/VERB ./PUNCT",
    ]
    assert meant("fr", lines, "L'entreprise") == "acme"


def test_somebody_of_a_body_is_that_of_the_last_speaker() -> None:
    speakers = Speakers(load_language("fr"))
    first, _ = make_sentence("fr", "Acme/PROPN dément/VERB ./PUNCT")
    later, _ = make_sentence("fr", "un/PRON de/ADP ses/DET porte-parole/NOUN dément/VERB ./PUNCT")
    speakers.note_sentence(first)
    speakers.resolve(first.units[:1], 0)
    found = speakers.resolve(later.units[:4], 50)
    assert found is not None and found.speaker.slug == "acme"
