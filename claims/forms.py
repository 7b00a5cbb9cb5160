"""What the pages let in: a verdict, and a sign-in. What an address may ask for stands in `asking`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from articles.models import Story
from claims.models import Verdict
from claims.services import LONGEST_NOTE, LONGEST_TITLE


class Prose(forms.CharField):
    """Sentences. A line ends in one character, not in the two that browsers send, so that people can count them."""

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").strip()


def _note() -> Prose:
    return Prose(
        required=False,
        max_length=LONGEST_NOTE,
        error_messages={
            "max_length": _(
                "The note is too long: %(show_value)d characters, at most %(limit_value)d are kept. Link to the document instead."
            ),
            "null_characters_not_allowed": _(
                "The note holds a character that cannot be kept. Type it again."
            ),
        },
    )


class VerdictForm(forms.Form):
    about = forms.ChoiceField(
        choices=Verdict.About.choices,
        error_messages={
            "required": _("Choose the question: did they say it, or is it true?"),
            "invalid_choice": _("Choose the question: did they say it, or is it true?"),
        },
    )
    status = forms.ChoiceField(
        choices=Verdict.Status.choices,
        error_messages={
            "required": _("Choose a verdict: verified or unverified."),
            "invalid_choice": _("Choose a verdict: verified or unverified."),
        },
    )
    note = _note()


class TakeBackForm(forms.Form):
    note = _note()


class PlaceForm(forms.Form):
    story = forms.ModelChoiceField(
        Story.objects.all(),
        error_messages={
            "required": _("Choose the story that the report belongs to."),
            "invalid_choice": _("There is no such story any more. Choose another one."),
        },
    )


class BeginStoryForm(forms.Form):
    title = forms.CharField(
        max_length=LONGEST_TITLE,
        error_messages={
            "required": _("Give the story a title."),
            "max_length": _("The title is too long: at most %(limit_value)d characters are kept."),
        },
    )
    insists = forms.BooleanField(required=False)  # on a story of its own, though one bears this title


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _(
            "This name and password do not belong together. Mind upper and lower case, then try again."
        ),
        "inactive": _("This account is closed. Ask whoever runs this site to open it."),
    }
