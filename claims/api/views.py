"""The endpoints: choose rows, ask `claims.timeline` for their values, shape them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle
from rest_framework.viewsets import GenericViewSet

from articles.models import Article, Language, Story
from claims.api.filters import LANG, ClaimFilters, StoryFilters, StrictFilterBackend, refuse_unknown
from claims.api.paging import AfterId
from claims.api.serializers import ClaimSerializer, StorySerializer, SuggestionSerializer
from claims.languages import reader_language
from claims.models import Claim
from claims.moved import led_on
from claims.services import suggest_stories
from claims.timeline import claim_lines, merged_into, shown_claims, story_counts, successor_of, successors_of

READER_LANGUAGE = OpenApiParameter(
    LANG,
    str,
    enum=Language.values,
    description="Language of the headlines where a report has it. Without it, Accept-Language decides.",
)
SLUG = OpenApiParameter("slug", {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}, OpenApiParameter.PATH)
ID = OpenApiParameter("id", OpenApiTypes.INT64, OpenApiParameter.PATH)
REFUSED = OpenApiResponse(OpenApiTypes.OBJECT, "What was not understood, by name, and what is allowed.")
MISSING = OpenApiResponse(OpenApiTypes.OBJECT, "There is nothing at this address.")
MOVED = OpenApiResponse(
    OpenApiTypes.OBJECT,
    "What you name was merged into another, which Location leads to and `merged_into` names.",
)
THROTTLED = OpenApiResponse(
    OpenApiTypes.OBJECT, "Too many requests. Wait as long as the header Retry-After says."
)


def _described(summary: str, description: str, *more: OpenApiParameter, **responses: Any) -> Any:
    by_code = {int(code.removeprefix("on_")): response for code, response in responses.items()}
    return extend_schema(
        summary=summary,
        description=description,
        parameters=[*more, READER_LANGUAGE],
        responses={**by_code, 400: REFUSED, 429: THROTTLED},
    )


class ReadThrottle(AnonRateThrottle):
    """Ten pages a second for a minute: 2,000 of the largest pages, far more than a reader or a mirror needs."""

    scope = "read"
    rate = "600/min"


def moved(address: str, sentence: str, **told: Any) -> Response:
    """301 for programs that follow it, and the new name in words for those that do not.

    Nobody keeps it for good, for the merger may be undone.
    """
    headers = {"Location": address, "Cache-Control": "public, max-age=0, must-revalidate"}
    return Response({"detail": sentence, **told}, status=301, headers=headers)


class ReadOnly(GenericViewSet[Any]):
    """What both lists share: anybody may read, in JSON."""

    permission_classes = [AllowAny]
    # No session is looked up, so no answer depends on who asks.
    authentication_classes: list[Any] = []
    renderer_classes = [JSONRenderer]
    filter_backends = [StrictFilterBackend]
    pagination_class: type[AfterId] | None = AfterId
    throttle_classes = [ReadThrottle]
    # Any value comes in, so that a wrong one gets its 404 from here, in JSON; this tells the possible ones.
    lookup_value_regex = "[^/]+"
    possible: re.Pattern[str]

    def list(self, request: Request) -> Response:
        rows = self.filter_queryset(self.get_queryset())
        query = led_on(request.query_params)
        if query is not None:
            return moved(
                f"{request.path}?{query.urlencode()}",
                f"This speaker was merged into another, “{query['speaker']}”.",
                merged_into=query["speaker"],
            )
        page = self.paginate_queryset(rows)
        return self.get_paginated_response(self.shaped(page or []))

    def retrieve(self, request: Request, **kwargs: Any) -> Response:
        refuse_unknown(request.query_params, ())
        return Response(self.shaped([self.get_object()])[0])

    def get_object(self) -> Any:
        value = self.kwargs[self.lookup_field]
        if not self.possible.fullmatch(value):
            raise Http404
        return get_object_or_404(self.get_queryset(), **{self.lookup_field: value})

    def shaped(self, rows: Any) -> Sequence[Any]:
        raise NotImplementedError


@extend_schema_view(
    list=_described(
        "Stories",
        "With their counts, in the order in which they were begun.",
        on_200=StorySerializer(many=True),
        on_301=MOVED,
    ),
    retrieve=_described("One story", "With its counts.", SLUG, on_200=StorySerializer, on_404=MISSING),
)
class Stories(ReadOnly):
    queryset = Story.objects.all()
    filterset_class = StoryFilters
    serializer_class = StorySerializer
    lookup_field = "slug"
    possible = re.compile("[-a-zA-Z0-9_]+")

    def shaped(self, rows: Sequence[Story]) -> Sequence[Any]:
        shaped: Any = StorySerializer(
            story_counts(rows), many=True, context=self.get_serializer_context()
        ).data
        return list(shaped)


@extend_schema_view(
    list=_described(
        "Claims",
        "With verdicts and evidence, in the order in which they were found.",
        on_200=ClaimSerializer(many=True),
        on_301=MOVED,
    ),
    retrieve=_described(
        "One claim",
        "A retired one too. One that was merged into another answers 301 and names it.",
        ID,
        on_200=ClaimSerializer,
        on_301=MOVED,
        on_404=MISSING,
    ),
)
class Claims(ReadOnly):
    queryset = Claim.objects.select_related("story", "speaker")
    filterset_class = ClaimFilters
    serializer_class = ClaimSerializer
    lookup_field = "pk"
    possible = re.compile("[0-9]{1,19}")

    def retrieve(self, request: Request, **kwargs: Any) -> Response:
        refuse_unknown(request.query_params, ())
        claim = self.get_object()
        new = successor_of(claim)
        if new is None:
            return Response(self.shaped([claim])[0])
        address = request.build_absolute_uri(reverse("api-claim-detail", args=[new.pk]))
        return moved(address, f"This claim was merged into claim {new.pk}.", merged_into=new.pk)

    def get_queryset(self) -> QuerySet[Claim]:
        if self.action == "list":
            return shown_claims().filter(retired_at=None).select_related("story", "speaker")
        return super().get_queryset()

    def shaped(self, rows: Sequence[Claim]) -> Sequence[Any]:
        lines = claim_lines(rows, language=reader_language())
        context = {
            **self.get_serializer_context(),
            "stories": {row.pk: row.story.slug for row in rows},
            "merged": merged_into(row.pk for row in rows),
            "joined_into": {
                row.pk: [one.pk for one in successors_of(row) if one != row] for row in rows if row.retired_at
            },
        }
        shaped: Any = ClaimSerializer(lines, many=True, context=context).data
        return list(shaped)


@extend_schema_view(
    retrieve=_described(
        "Stories that an article may belong to",
        "The best first, with reasons; for an article that has a story, none. An editor chooses.",
        ID,
        on_200=SuggestionSerializer(many=True),
        on_404=MISSING,
    )
)
class Suggestions(ReadOnly):
    queryset = Article.objects.all()
    serializer_class = SuggestionSerializer
    pagination_class = None
    lookup_field = "pk"
    possible = re.compile("[0-9]{1,19}")

    def shaped(self, rows: Sequence[Article]) -> Sequence[Any]:
        found = [suggest_stories(article=row) if row.story_id is None else () for row in rows]
        return [
            SuggestionSerializer(one, many=True, context=self.get_serializer_context()).data for one in found
        ]
