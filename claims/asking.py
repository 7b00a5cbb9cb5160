"""What the address of a story's page or export asks for. What is not understood is named, with what is allowed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from articles.models import Language
from claims.models import Stance
from claims.timeline import Filters, Timeline, comparable
from claims.timeline.comparing import MOST_CHOSEN
from claims.timeline.filtering import STATUSES

MOST_NAMED = 30  # values that a refusal lists; more are no help
LONGEST_NAMED = 60  # letters of a value that is repeated in a refusal
FLAGS = {"1": True, "0": False}

UNKNOWN = "unknown"  # the code of an error: a value that is on no list
# Filters with a list to choose from.
_UNKNOWN = {
    "speaker": _("There is no speaker “%(value)s” in this story."),
    "stance": _("There is no stance “%(value)s”."),
    "status": _("There is no status “%(value)s”."),
    "outlet": _("There is no outlet “%(value)s” in this story."),
    "language": _("No report is in the language “%(value)s”."),
    "report": _("There is no report “%(value)s” in this story that could be compared."),
}


def _flag(message: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        required=False,
        choices=[(value, value) for value in FLAGS],
        coerce=FLAGS.__getitem__,
        empty_value="",
        error_messages={"invalid_choice": message},
    )


def _day(message: Any) -> forms.DateField:
    return forms.DateField(required=False, input_formats=["%Y-%m-%d"], error_messages={"invalid": message})


class FilterForm(forms.Form):
    """Which claims of a story are wanted. What cannot be understood is left out of `filters`, the rest stands."""

    q = forms.CharField(
        required=False,
        max_length=200,
        error_messages={"max_length": _("Too many words to look for: leave some out.")},
    )
    speaker = forms.CharField(required=False)
    stance = forms.CharField(required=False)
    status = forms.CharField(required=False)
    outlet = forms.CharField(required=False)
    language = forms.CharField(required=False)
    conflicts = _flag(_("Conflicts only: “%(value)s” is neither yes (1) nor no (0)."))
    since = _day(_("The first day is no day: write it as 2025-11-15."))
    until = _day(_("The last day is no day: write it as 2025-11-15."))

    def __init__(self, query: QueryDict, timeline: Timeline) -> None:
        super().__init__(query)
        self.query, self.timeline = query, timeline

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name in FilterForm.base_fields:
            if name in _UNKNOWN and given.get(name) and given[name] not in self.allowed(name):
                self._refuse(name, given[name])
        since, until = given.get("since"), given.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last day lies before the first: exchange them, or leave one out."))
            del given["since"]
        return given

    def filters(self) -> Filters:
        """What could be understood; what could not stands in the form's errors."""
        known = self.understood
        given = {name: known[name] for name in FilterForm.base_fields if known.get(name)}
        return Filters(words=given.pop("q", ""), **given)

    @property
    def understood(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data

    def allowed(self, name: str) -> list[str]:
        """The values that a filter with a list may have in this story."""
        if name == "speaker":
            return sorted({claim.speaker.slug for claim in self.timeline.claims if claim.speaker})
        if name == "outlet":
            return sorted({report.outlet for report in self.timeline.reports if report.outlet})
        if name == "language":
            return sorted({*Language.values, *filter(None, dict(self.timeline.languages))})
        if name == "report":
            return [str(report.article_id) for report in comparable(self.timeline)]
        return {"stance": Stance.values, "status": list(STATUSES)}[name]

    def complaints(self) -> list[str]:
        """What was not understood, for people, who see the lists."""
        hint = now("Choose one from the list.")
        return [
            f"{error} {hint}" if is_unknown else error
            for errors in self._told().values()
            for error, is_unknown in errors
        ]

    def refusals(self) -> dict[str, list[str]]:
        """What was not understood, by name and with what is allowed, for programs."""
        return {
            name: [
                f"{error} {self._told_allowed(name)}" if is_unknown else error for error, is_unknown in errors
            ]
            for name, errors in self._told().items()
        }

    def _told(self) -> dict[str, list[tuple[str, bool]]]:
        """What was not understood, by name, and whether it is because no list has it."""
        return {
            name: [(message, error.code == UNKNOWN) for error in errors for message in error.messages]
            for name, errors in self.errors.as_data().items()
        }

    def _told_allowed(self, name: str) -> str:
        values = self.allowed(name)
        more = ["…"] if len(values) > MOST_NAMED else []
        return now("Allowed: %(values)s.") % {"values": ", ".join([*values[:MOST_NAMED], *more])}

    def _refuse(self, name: str, value: str) -> None:
        shown = Truncator(value).chars(LONGEST_NAMED)
        self.add_error(name, ValidationError(_UNKNOWN[name], code=UNKNOWN, params={"value": shown}))


class ComparisonForm(FilterForm):
    """The same for the comparison of reports: which are columns, and whether only claims that one tells otherwise."""

    report = forms.CharField(required=False)  # the ids of articles, as often as one likes
    departures = _flag(_("Departures only: “%(value)s” is neither yes (1) nor no (0)."))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        allowed = self.allowed("report")
        asked = list(dict.fromkeys(one for one in self.query.getlist("report") if one))
        known = [one for one in asked if one in allowed]
        if len(known) < len(asked):
            self._refuse("report", ", ".join(one for one in asked if one not in allowed))
        if len(known) > MOST_CHOSEN:
            message = _("At most %(n)s reports stand side by side: the first of those chosen are shown.")
            self.add_error("report", ValidationError(message, params={"n": MOST_CHOSEN}))
        return {**given, "chosen": frozenset(map(int, known[:MOST_CHOSEN]))}

    @property
    def chosen(self) -> frozenset[int]:
        """The articles that are to be columns, of those that can be."""
        return frozenset(self.understood["chosen"])

    @property
    def departures_only(self) -> bool:
        return bool(self.understood.get("departures"))
