"""Follows who is speaking from sentence to sentence: floating quotations, Konjunktiv, and what they inherit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.extraction.attribution import find_in_sentence
from claims.extraction.carrying import carry_on, refer_back
from claims.extraction.found import Found
from claims.extraction.german_according import stated_there
from claims.extraction.lexicon import Language
from claims.extraction.moods import is_reported
from claims.extraction.reading import Sentence
from claims.extraction.tellers import find_teller
from claims.extraction.verbatim import verbatim_parts

# A saying is carried on for so many sentences at the most; further away the speaker is a guess.
REACH = 5
# These tell of a whole sentence; what they find beside a Konjunktiv is not a part of an earlier saying.
OWN_TELLERS = frozenset(
    [
        "according-to",
        "so",
        "clause-left",
        "quotation-left",
        "quotation-right",
        "label",
        "as-told",
        "colon",
        "reads",
        "presented",
        "back-reference",
    ]
)


@dataclass(slots=True)
class Thread:
    """The last saying and how many sentences ago it was."""

    text: str
    language: Language
    last: Found | None = None
    age: int = 0
    previous: Sentence | None = None
    teller: Found | None = None  # whom the sentence before speaks of, when it tells nothing itself
    mood: Found | None = None  # the saying in Konjunktiv that the sentence before went on with

    def follow(self, sentence: Sentence, *, is_half: bool = False) -> tuple[list[Found], Found | None]:
        """What a sentence tells, and the finding of the sentence before that it takes in, if it does.

        ``is_half`` says that the sentence may be the second half of a quotation before it: it then carries nothing on.
        """
        back = refer_back(sentence, self.previous, self.language) or stated_there(
            sentence, self.previous, self.language
        )
        found = [back] if back else find_in_sentence(sentence, self.text, self.language)
        carried = None if is_half and not found else self._carried(sentence, found)
        taken = self.mood if carried and self.mood and self._joins(self.mood, carried) else None
        if taken and carried:
            carried = replace(carried, content=((taken.content[0][0], carried.content[-1][1]),))
        if carried:
            found = [carried, *(replace(one, nested=True) for one in found)]
        self._remember(sentence, found, carried)
        parts = [part for one in found for part in verbatim_parts(one, sentence, self.language)]
        return [*found, *parts], taken

    def _carried(self, sentence: Sentence, found: Sequence[Found]) -> Found | None:
        before = self.last if self.age < REACH else None
        if found and (before is None or not self._stands_in_mood(sentence, found)):
            return None
        carried = carry_on(sentence, before, self.language, follows=self._follows(sentence))
        if carried is None or found and carried.rule != "mood":
            return None
        if carried.rule == "mood" and self.teller and self.language.code == "de":
            return replace(carried, source=self.teller.source, cue=(), inherits=False)
        return carried

    def _follows(self, sentence: Sentence) -> bool:
        """Whether the sentence before, in the same paragraph, told something."""
        return self.age == 0 and self.previous is not None and self.previous.paragraph == sentence.paragraph

    def _stands_in_mood(self, sentence: Sentence, found: Sequence[Found]) -> bool:
        """German *So gebe es Hinweise, dass …*: the sentence goes on with a saying and holds another."""
        if self.language.code != "de" or any(one.rule in OWN_TELLERS for one in found):
            return False
        return is_reported(sentence.units, False, self.language)

    def _joins(self, before: Found, now: Found) -> bool:
        """Sentences of one paragraph that go on in Konjunktiv with one saying are one attribution."""
        goes_on = before.continuation if now.rule == "mood" else now.rule == "hearsay"
        return (
            goes_on
            and before.rule == now.rule
            and before.source == now.source
            and "\n" not in self.text[before.content[-1][1] : now.content[0][0]]
        )

    def _remember(self, sentence: Sentence, found: Sequence[Found], carried: Found | None) -> None:
        self.previous = sentence
        self.teller = None if found else find_teller(sentence, self.language)
        self.mood = carried if carried and carried.rule in ("mood", "hearsay") else None
        self.age += 1
        for one in found:
            names_nobody = one.source and one.cue and one.source[0][0] <= one.cue[0][0] < one.source[0][1]
            if names_nobody:  # der Appell, dass …: told by its own noun
                continue
            if one.source and not one.inherits and not (carried and one is not carried):
                self.last, self.age = one, 0
            elif one.inherits:
                self.age = 0
