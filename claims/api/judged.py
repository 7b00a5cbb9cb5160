"""What editors found of a claim, as programs read it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.models import Verdict


class WithdrawnSerializer(serializers.Serializer[Any]):
    editor = serializers.CharField()
    at = serializers.DateTimeField()
    note = serializers.CharField()


class VerdictSerializer(serializers.Serializer[Any]):
    about = serializers.ChoiceField(Verdict.About.choices)
    status = serializers.ChoiceField(Verdict.Status.choices)
    note = serializers.CharField()
    editor = serializers.CharField()
    given_at = serializers.DateTimeField()
    withdrawn = WithdrawnSerializer(
        allow_null=True, help_text="who took it back, when and why; null while it stands"
    )


class VerdictsSerializer(serializers.Serializer[Any]):
    """The latest verdict on each question that nobody took back; the two are never folded into one."""

    attribution = VerdictSerializer(
        allow_null=True, source="verdict_on_attribution", help_text="did they say it?"
    )
    content = VerdictSerializer(allow_null=True, source="verdict_on_content", help_text="is it true?")
