"""Why two claims are linked, why reports disagree and what a wording changed, in words.

A reason is a key and the words that fill its sentence, so that an interface can say it in its own language. The
sentences stand here in English; whoever shows them translates them.
"""

from __future__ import annotations

from dataclasses import dataclass


def _(message: str) -> str:
    """Mark a sentence for translation."""
    return message


SENTENCES: dict[str, str] = {
    # links
    "denies.nested": _("The denial itself repeats what it denies: “%(words)s”"),
    "denies.content": _("It denies what the other says: “%(denial)s” against “%(claim)s”"),
    "denies.named": _("“%(words)s” means what %(speaker)s says about %(denier)s"),
    "denies.pointing": _("“%(words)s” means what the same reports have others say about %(denier)s"),
    "supports.same": _("Another speaker says the same: “%(one)s” – “%(other)s”"),
    "contradicts.negation": _("One denies what the other says: “%(one)s” – “%(other)s”"),
    "contradicts.number": _("Another number: “%(one)s” – “%(other)s”"),
    "contradicts.opposite": _("The opposite: “%(one)s” – “%(other)s”"),
    "contradicts.day": _("Another day: “%(one)s” – “%(other)s”"),
    "relies-on.document": _("A report says that it relies on “%(document)s”"),
    "relies-on.relay": _("Reports know it from %(speaker)s through %(relay)s"),
    # conflicts
    "who.credited": _("Reports credit different speakers: %(one)s or %(other)s"),
    "who.words": _("One report gives the words to %(other)s: “%(words)s”; others give them to %(one)s"),
    "who.relayed": _("Some reports have %(one)s say it, others %(other)s, known through %(one)s"),
    "who.quoted": _("The same quotation is credited to %(one)s and to %(other)s"),
    "when": _("Reports give different days: %(one)s or %(other)s"),
    "what.negation": _("One report denies what another affirms: “%(one)s” – “%(other)s”"),
    "what.number": _("Reports give different numbers: “%(one)s” – “%(other)s”"),
    "what.name": _("Reports give different names: “%(one)s” – “%(other)s”"),
    # drift
    "drift.adds": _("Adds “%(words)s”"),
    "drift.omits": _("Leaves out “%(words)s”"),
    "drift.hedged": _("Hedges: “%(words)s”"),
    "drift.stronger": _("States as a fact what others hedge: “%(words)s”"),
    "drift.number": _("Another number: “%(words)s” for “%(other)s”"),
    "drift.negation": _("Turned round: “%(words)s” for “%(other)s”"),
    "drift.actor": _("Somebody else acts: “%(words)s” for “%(other)s”"),
    "drift.name": _("Another name: “%(words)s” for “%(other)s”"),
    "drift.quote": _("Quotes other words: “%(words)s” for “%(other)s”"),
    "drift.reworded": _("Says something else: “%(words)s” for “%(other)s”"),
    # stories that a report may belong to
    "suggested.shared": _("Both tell of: %(words)s"),
    "suggested.same-day": _("It appeared on the day of one of its reports"),
    "suggested.day": _("It appeared a day before or after the nearest of its reports"),
    "suggested.days": _("It appeared %(days)s days before or after the nearest of its reports"),
}
LONGEST = 90  # characters of a wording that a reason repeats


@dataclass(frozen=True, slots=True)
class Reason:
    """``words``: name and value of each placeholder of the sentence ``key``."""

    key: str
    words: tuple[tuple[str, str], ...] = ()

    @property
    def in_english(self) -> str:
        return SENTENCES[self.key] % dict(self.words)


def because(key: str, **words: str) -> Reason:
    """A reason whose words are cut to what a reader can take in."""
    return Reason(key, tuple((name, shortened(value)) for name, value in words.items()))


def shortened(text: str) -> str:
    """The beginning of a text, whole words only."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + "…"
