"""Verdicts in words that say what was judged: that it was said or that it is true, the allegation or its denial."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.timeline import ClaimLine, VerdictLine

register = template.Library()

# What a verdict is about, as it follows "verified" and as it follows "unverified".
_SAID = {
    "asserts": (_("that they said it"), _("whether they said it")),
    "denies": (_("that they denied it"), _("whether they denied it")),
    "declines-to-comment": (
        _("that they declined to comment"),
        _("whether they declined to comment"),
    ),
    "cannot-verify": (
        _("that they said they could not verify it"),
        _("whether they said they could not verify it"),
    ),
}
_TRUE = (_("that what they say is true"), _("whether what they say is true"))
_DENIAL_TRUE = (_("that the denial is true"), _("whether the denial is true"))


@register.filter
def judged_words(claim: ClaimLine, about: str) -> str:
    """*Editors verified that the denial is true*: the verdict that counts on one question, in a sentence of its own."""
    verdict = next((one for one in claim.verdicts if one.about == about), None)
    that, whether = _clauses(about, claim.stance)
    if verdict is None:
        return gettext("Unreviewed: %(whether)s") % {"whether": whether}
    if verdict.status == "verified":
        return gettext("Editors verified %(that)s") % {"that": that}
    return gettext("Unverified by editors: %(whether)s") % {"whether": whether}


@register.filter
def found_words(verdict: VerdictLine, stance: str) -> str:
    """*Verified that the denial is true*: one verdict, beside the name of whoever gave it."""
    that, whether = _clauses(verdict.about, stance)
    if verdict.status == "verified":
        return gettext("Verified %(that)s") % {"that": that}
    return gettext("Unverified: %(whether)s") % {"whether": whether}


def _clauses(about: str, stance: str) -> tuple[str, str]:
    if about == "attribution":
        that, whether = _SAID[stance]
    else:
        that, whether = _DENIAL_TRUE if stance == "denies" else _TRUE
    return str(that), str(whether)
