"""What the first merger or search of a process would wait for, loaded while nobody waits.

Matching reads its vocabulary of three languages when it is first asked, which takes one to two seconds of processor.
A web server's process does so in the background as it starts; commands leave it until they need it.
"""

from __future__ import annotations

from threading import Timer

from claims.extraction.records import Speaker
from claims.matching.linking import Saying, link

FIRST_PAGES = 5.0  # seconds: who has just started the server waits for a page, and would wait twice as long

_PORT = Speaker("port", "Port authority", "organisation")
_TOLD = {
    "en": "a ship did not let out oil twice",
    "fr": "un navire n’a pas rejeté deux fois de l’huile",
    "de": "ein Schiff habe nicht zweimal Öl abgelassen",
}


def warm_up() -> None:
    """Have matching read all of its vocabulary, by linking one saying in each language."""
    link([_saying(language, words) for language, words in _TOLD.items()])


def _saying(language: str, words: str) -> Saying:
    return Saying(
        key=language,
        article=language,
        language=language,
        content=words,
        stance="asserts",
        type="indirect",
        speaker=_PORT,
    )


def warm_up_in_background(after: float = FIRST_PAGES) -> Timer:
    """Begin with it in some seconds, and give the thread, which ends with the process at the latest."""
    thread = Timer(after, warm_up)
    thread.daemon = True
    thread.start()
    return thread
