"""A story in a sentence, in the language of the interface; what was said stays in the words of its report."""

from __future__ import annotations

import re

from django import template
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from claims.templatetags.words import linked_word, names_told, stance_word
from claims.timeline import Gist

register = template.Library()

LONGEST = 200  # characters of what is said; a lead has three lines
_MARKS = re.compile('[«»“”„"]')


@register.filter
def gist_opening(gist: Gist) -> str:
    """*Financial Times asserts:*"""
    speaker = gist.claim.speaker
    words = {"who": speaker.name if speaker else _("Nobody named"), "acts": stance_word(gist.claim.stance)}
    return _("%(who)s %(acts)s:") % words


@register.filter
def in_marks(words: str) -> str:
    """Exact words in quotation marks of the interface's language; words with marks of their own stay as they are."""
    words = Truncator(words).chars(LONGEST)
    return words if _MARKS.search(words) else pgettext("quotation marks", "“%(words)s”") % {"words": words}


@register.filter
def gist_rest(gist: Gist) -> str:
    """*Relies on: White House. Denied by: Alibaba, Liu Pengyu.*; "" when there is neither."""
    told = (("relies-on", gist.relies_on), ("denied-by", gist.deniers))
    sentence = pgettext("how a claim stands to those named", "%(how)s: %(who)s.")
    return " ".join(
        sentence % {"how": linked_word(how), "who": names_told(names)} for how, names in told if names
    )


@register.filter
def gist_words(gist: Gist) -> str:
    """All of it as one line of text."""
    said = f"{gist_opening(gist)} {in_marks(gist.claim.headline)}"
    return f"{said}. {gist_rest(gist)}".strip()
