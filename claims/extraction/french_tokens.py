"""French for spaCy, without the two seconds that importing `spacy.lang.fr` takes.

Importing this module is what lets `spacy.load` find the class below instead of spaCy's own.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.util import registry


@registry.languages("fr")
class French(Language):  # type: ignore[no-untyped-call]
    """French as the shipped pipeline knows it: the file of its tokenizer holds all that makes it French.

    That file is written by `training.french_tokens`.
    """

    lang = "fr"
