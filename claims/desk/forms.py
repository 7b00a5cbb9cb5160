"""What the desk lets in. Every decision takes a reason, and none asks for one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Language
from claims.forms import Prose
from claims.models import Affiliation, Alias, Attribution, Claim, Link, Speaker
from claims.services import LONGEST_NAME, LONGEST_NOTE, LONGEST_SUMMARY, LONGEST_TITLE

LINK_HOWS = [*Link.Kind.values, "denied-by", "relied-on-by"]
TURNED = {"denied-by": Link.Kind.DENIES, "relied-on-by": Link.Kind.RELIES_ON}  # seen from the other end


def _text(most: int = LONGEST_NOTE, **fields: Any) -> Prose:
    messages = {
        "required": _("This is empty. Type something."),
        "max_length": _(
            "This is too long: %(show_value)d characters, at most %(limit_value)d are kept. Shorten it."
        ),
        "null_characters_not_allowed": _("This holds a character that cannot be kept. Type it again."),
    }
    return Prose(max_length=most, error_messages=messages, **fields)


def _choice(values: list[str], message: Any, **fields: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=[(value, value) for value in values],
        error_messages={"required": message, "invalid_choice": message},
        **fields,
    )


def _row(message: Any, **fields: Any) -> forms.ModelChoiceField[Any]:
    return forms.ModelChoiceField(
        queryset=Claim.objects.none(),
        error_messages={"required": message, "invalid_choice": message},
        **fields,
    )


class Reason(forms.Form):
    note = _text(required=False)

    @property
    def complaints(self) -> list[str]:
        return [str(error) for errors in self.errors.values() for error in errors]


class WordingsForm(Reason):
    """Some of a claim's wordings, and what becomes of them."""

    do = _choice(
        ["split", "move", "reject", "headline", "clear"],
        _("Choose what is to become of the wordings."),
    )
    wording = forms.ModelMultipleChoiceField(
        queryset=Attribution.objects.none(),
        error_messages={
            "required": _("Choose at least one wording."),
            "invalid_choice": _("One of these wordings has gone to another claim meanwhile. Choose again."),
            "invalid_pk_value": _("Choose at least one wording."),
        },
    )

    def __init__(self, data: Any, wordings: QuerySet[Attribution]) -> None:
        super().__init__(data)
        self.fields["wording"].queryset = wordings  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        is_one = cleaned.get("do") in ("headline", "clear")
        if is_one and len(cleaned.get("wording", ())) > 1:
            self.add_error("wording", _("Choose one wording only: a claim has one headline in a language."))
        return cleaned


class OtherClaimForm(Reason):
    """Another claim of the story; to link it, how; to move wordings there, which."""

    other = _row(_("Choose the other claim. It must be one of this story that a report still carries."))
    how = _choice(LINK_HOWS, _("Choose how the two claims are linked."), required=False)
    wording = forms.ModelMultipleChoiceField(
        queryset=Attribution.objects.none(),
        required=False,
        error_messages={
            "invalid_choice": _("One of these wordings has gone to another claim meanwhile. Choose again."),
            "invalid_pk_value": _("Choose at least one wording."),
        },
    )

    def __init__(self, data: Any, claim: Claim, purpose: str) -> None:
        super().__init__(data)
        others = Claim.objects.filter(story=claim.story, retired_at=None).exclude(pk=claim.pk)
        self.fields["other"].queryset = others  # type: ignore[attr-defined]
        self.fields["wording"].queryset = claim.attributions.all()  # type: ignore[attr-defined]
        self.fields["how"].required = purpose == "link"
        if purpose == "move":
            self.fields["wording"].required = True
            self.fields["wording"].error_messages["required"] = _("Choose at least one wording.")


class StoryForm(Reason):
    title = _text(LONGEST_TITLE)
    summary = _text(LONGEST_SUMMARY, required=False)


class LinkForm(Reason):
    do = _choice(["confirm", "remove", "put-back"], _("Choose what is to become of the link."))


class ConflictForm(Reason):
    do = _choice(["reject", "settle", "reopen"], _("Choose what is to become of the conflict."))
    settlement = _text(required=False)


class NameForm(Reason):
    name = _text(LONGEST_NAME)


class RenameForm(NameForm):
    """A speaker's new name; one that another speaker bears is taken only when the editor insists."""

    insists = forms.BooleanField(required=False)


class KindForm(Reason):
    kind = _choice(Speaker.Kind.values, _("There is no such kind of speaker. Choose one from the list."))


class AliasForm(NameForm):
    language = _choice(Language.values, _("A name is German, English or French. Choose one from the list."))


class AliasesForm(Reason):
    """Some of a speaker's names."""

    alias = forms.ModelMultipleChoiceField(
        queryset=Alias.objects.none(),
        error_messages={
            "required": _("Choose at least one name."),
            "invalid_choice": _("One of these names has gone to another speaker meanwhile. Choose again."),
            "invalid_pk_value": _("Choose at least one name."),
        },
    )

    def __init__(self, data: Any, speaker: Speaker) -> None:
        super().__init__(data)
        self.fields["alias"].queryset = speaker.aliases.filter(is_hidden=False)  # type: ignore[attr-defined]


class SplitSpeakerForm(AliasesForm):
    """Whose the names are: a new speaker's, or with `into` one's whom there is already."""

    name = _text(LONGEST_NAME)
    insists = forms.BooleanField(required=False)
    into = forms.ModelChoiceField(
        queryset=Speaker.objects.filter(merged_into=None),
        required=False,
        error_messages={"invalid_choice": _("Choose the other speaker.")},
    )
    kind = _choice(Speaker.Kind.values, _("There is no such kind of speaker. Choose one from the list."))


class OtherSpeakerForm(Reason):
    other = _row(_("Choose the other speaker."))
    role = _choice(Affiliation.Role.values, _("Choose what the speaker is to the other one."), required=False)

    def __init__(self, data: Any, speaker: Speaker, purpose: str) -> None:
        super().__init__(data)
        self.fields["other"].queryset = Speaker.objects.filter(merged_into=None).exclude(pk=speaker.pk)  # type: ignore[attr-defined]
        self.fields["role"].required = purpose == "stands-for"
