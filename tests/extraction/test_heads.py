"""Who stands at the head of a source: the place or the body behind it is not the speaker."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract

pytestmark = pytest.mark.slow

CASES = [
    ("en", "The prosecutor’s office in Lorne said it was looking into the matter.", "prosecutor"),
    (
        "en",
        "Nordline has run ferries for years. The company serving islands around the city of Lorne denied having hidden a report.",
        "nordline",
    ),
    ("en", "Ann Lee, head of the Lorne Institute of Technology, said the bridge was safe.", "ann-lee"),
    ("en", "Engineer Ann Lee of the Lorne Institute of Technology said the bridge was safe.", "ann-lee"),
    ("en", "A nurse from Lorne said she had waited for hours.", "nurse"),
    ("en", "The police in Lorne said the man had fled.", "police"),
    ("en", "The mayor of Lorne said the bridge was safe.", "mayor"),
    ("en", "A lawyer for the passengers’ group Pro Rail said the apology changed nothing.", "pro-rail"),
    (
        "en",
        "The Lorne Herald reported that the bridge had cracks. The paper said that the mayor knew of them.",
        "lorne-herald",
    ),
    (
        "de",
        "Die Fachfrau Ute Sommer von der Technischen Universität Lorne sagte, die Brücke sei sicher.",
        "ute-sommer",
    ),
    (
        "de",
        "Der Brückenexperte Olaf Brandis von der Fachhochschule Lorne sagte, die Brücke sei sicher.",
        "olaf-brandis",
    ),
    ("de", "Eine Lehrerin aus Lorne sagte, sie habe lange gewartet.", "lehrerin"),
    ("de", "Die Staatsanwaltschaft Lorne teilte mit, sie prüfe eine Anzeige.", "staatsanwaltschaft"),
    ("de", "Die Polizei in Lorne teilte mit, der Mann sei geflohen.", "polizei"),
    (
        "de",
        "Die Brücke hat Risse, berichtet der «Lorner Bote». Demnach wusste die Stadt seit Jahren davon.",
        "lorner-bote",
    ),
    (
        "de",
        "Der «Lorner Bote» berichtet, die Brücke habe Risse. Das Blatt schreibt, die Stadt wisse davon.",
        "lorner-bote",
    ),
    (
        "de",
        "Die Nordwerft AG weist die Vorwürfe zurück. Das Unternehmen erklärte, die Fähren seien sicher.",
        "nordwerft",
    ),
    ("de", "Die Bürgermeisterin von Lorne sagte, die Brücke sei sicher.", "burgermeisterin"),
    (
        "de",
        "Verkehrsministerin Ina Kolb versprach Aufklärung. Die Ministerin sagte, die Brücke werde geprüft.",
        "ina-kolb",
    ),
    (
        "de",
        "Der Ingenieur Jan Petersen hat die Brücke geprüft. Der Professor sagte, sie sei sicher.",
        "jan-petersen",
    ),
    ("de", "Der Betriebsrat der Nordwerft sagte, man habe lange gewarnt.", "betriebsrat"),
    ("fr", "Le parquet de Lorne a indiqué qu’il examinait une plainte.", "parquet"),
    ("fr", "Une infirmière de Lorne raconte avoir attendu des heures.", "infirmiere"),
    ("fr", "La police de Lorne affirme que l’homme a fui.", "police"),
    (
        "fr",
        "La compagnie Nordligne a rejeté ces accusations. L’entreprise affirme que ses ferries Mouette sont sûrs.",
        "nordligne",
    ),
    (
        "fr",
        "Les ferries Mouette de Nordligne seraient dangereux, selon un syndicat. L’entreprise affirme qu’ils sont sûrs.",
        "nordligne",
    ),
    (
        "fr",
        "La présidente de Nordligne, Jeanne Morel, a présenté ses excuses. Elle affirme que la direction ignorait tout.",
        "jeanne-morel",
    ),
    (
        "fr",
        "Jeanne Morel, qui préside Nordligne, a présenté ses excuses. Elle affirme que la direction ignorait tout.",
        "jeanne-morel",
    ),
    ("fr", "Son directeur, Luc Perrin, a affirmé que le pont était sûr.", "luc-perrin"),
    ("fr", "Le maire de Lorne a déclaré que le pont était sûr.", "maire"),
    ("en", "Asked about the draft, Mr Hale said he was not going to discuss letters.", "hale"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_the_last_saying_is_credited_to_whom_the_article_means(
    language: str, text: str, speaker: str
) -> None:
    found = extract(text, language=language)[-1].speaker

    assert found is not None
    assert found.slug.startswith(speaker)
