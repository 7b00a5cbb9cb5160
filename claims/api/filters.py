"""Which rows a list holds. What is not understood is refused by name, with what is allowed: a filter is never dropped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.http import QueryDict
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework.exceptions import ValidationError
from rest_framework.views import APIView

from articles.models import Article, Language, Story
from claims.models import Attribution, Claim, Speaker, Stance, Verdict

# The wordings are chosen in the reader's language, which `lang` sets (claims.middleware reads it).
LANG = "lang"
STATUSES = [*Verdict.Status.choices, ("unreviewed", "unreviewed")]


def refuse_unknown(params: QueryDict, known: Iterable[str]) -> None:
    """Raise ValidationError (400) for a parameter that is unknown, empty or given twice, under its name."""
    allowed = sorted({*known, LANG})
    problems: dict[str, list[str]] = {}
    for name, values in params.lists():
        if name not in allowed:
            problems[name] = [f"There is no filter of this name. Allowed: {', '.join(allowed)}."]
        elif len(values) > 1:
            problems[name] = ["Given more than once. Give it once."]
        elif not values[0].strip():
            problems[name] = ["Empty. Give a value, or leave it out."]
        elif name == LANG and values[0] not in Language.values:
            problems[name] = [f"“{values[0][:40]}” is not allowed. Allowed: {', '.join(Language.values)}."]
    if problems:
        raise ValidationError(problems)


class StrictFilterBackend(filters.DjangoFilterBackend):
    def filter_queryset(self, request: Any, queryset: QuerySet[Model], view: APIView) -> QuerySet[Model]:
        known = {*view.filterset_class.base_filters, *view.pagination_class.parameters}  # type: ignore[attr-defined]
        refuse_unknown(request.query_params, known)
        filtered: QuerySet[Model] = super().filter_queryset(request, queryset, view)
        return filtered


def _one_of(choices: list[tuple[str, str]], **kwargs: Any) -> filters.ChoiceFilter:
    allowed = ", ".join(value for value, _ in choices)
    message = f"“%(value)s” is not allowed. Allowed: {allowed}."
    return filters.ChoiceFilter(
        choices=choices, empty_label=None, error_messages={"invalid_choice": message}, **kwargs
    )


def _by_slug(rows: QuerySet[Any], what: str, where: str, **kwargs: Any) -> filters.ModelChoiceFilter:
    message = f"There is no {what} with this slug. The slugs stand at {where}."
    return filters.ModelChoiceFilter(
        queryset=rows, to_field_name="slug", error_messages={"invalid_choice": message}, **kwargs
    )


class StoryFilters(filters.FilterSet):
    speaker = _by_slug(
        Speaker.objects.all(),
        "speaker",
        "/api/v1/claims/",
        method="with_speaker",
        label="Slug of a speaker with a claim in it",
    )
    language = _one_of(Language.choices, method="with_language", label="Language of one of its reports")

    @extend_schema_field(OpenApiTypes.STR)
    def with_speaker(self, stories: QuerySet[Story], name: str, speaker: Speaker) -> QuerySet[Story]:
        said = Claim.objects.filter(story=OuterRef("pk"), speaker=speaker, retired_at=None)
        return stories.filter(Exists(said))

    def with_language(self, stories: QuerySet[Story], name: str, language: str) -> QuerySet[Story]:
        return stories.filter(Exists(Article.objects.filter(story=OuterRef("pk"), language=language)))


class ClaimFilters(filters.FilterSet):
    story = _by_slug(Story.objects.all(), "story", "/api/v1/stories/", label="Slug of the story")
    speaker = _by_slug(Speaker.objects.all(), "speaker", "/api/v1/claims/", label="Slug of the speaker")
    stance = _one_of(Stance.choices)
    status = _one_of(
        STATUSES,
        method="with_status",
        label="The verdict that counts on the question that `about` names; without `about`, on either question"
        " (`unreviewed`: on neither)",
    )
    about = _one_of(
        Verdict.About.choices,
        method="with_about",
        label="The question of the verdict: that the speaker did say it (`attribution`), or that it is true (`content`)."
        " Without `status`: claims with any verdict on it",
    )
    language = _one_of(
        Language.choices, method="with_language", label="Language of a report that carries the claim"
    )

    def with_status(self, claims: QuerySet[Claim], name: str, status: str) -> QuerySet[Claim]:
        about = self.form.cleaned_data["about"]
        questions = [about] if about else Verdict.About.values
        if status == "unreviewed":
            return claims.exclude(Exists(_verdicts(questions)))
        on_any = Q()
        for question in questions:
            claims = claims.annotate(
                **{f"latest_on_{question}": Subquery(_verdicts([question]).values("status")[:1])}
            )
            on_any |= Q(**{f"latest_on_{question}": status})
        return claims.filter(on_any)

    def with_about(self, claims: QuerySet[Claim], name: str, about: str) -> QuerySet[Claim]:
        return claims if self.form.cleaned_data["status"] else claims.filter(Exists(_verdicts([about])))

    def with_language(self, claims: QuerySet[Claim], name: str, language: str) -> QuerySet[Claim]:
        wordings = Attribution.objects.filter(
            claim=OuterRef("pk"), article__language=language, state=Attribution.State.CURRENT
        )
        return claims.filter(Exists(wordings))


def _verdicts(questions: list[str]) -> QuerySet[Verdict]:
    """A claim's verdicts on these questions that nobody took back, latest first."""
    standing = Verdict.objects.filter(claim=OuterRef("pk"), about__in=questions, withdrawal=None)
    return standing.order_by("-created_at", "-pk")
