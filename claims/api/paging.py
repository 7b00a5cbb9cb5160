"""Pages that lose and repeat no row while others are added: each begins after the id that the last one ended with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

PAGE_SIZE = 50
# A claim with its evidence is about 5 kB: a full page stays near 1 MB.
LARGEST_PAGE = 200
LARGEST_ID = 2**63 - 1


class AfterId(BasePagination):
    """`?after=ID&page_size=N`, oldest first. New rows get higher ids, so they can only appear on pages still to come."""

    parameters = {"after": (0, LARGEST_ID), "page_size": (1, LARGEST_PAGE)}

    def paginate_queryset(self, queryset: Any, request: Request, view: APIView | None = None) -> list[Any]:
        self.request = request
        after = self._whole_number("after", default=0)
        size = self._whole_number("page_size", default=PAGE_SIZE)
        rows = list(queryset.filter(pk__gt=after).order_by("pk")[: size + 1])
        self.page, self.has_next = rows[:size], len(rows) > size
        return self.page

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"next": self._next_address(), "results": data})

    def get_paginated_response_schema(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {
                "next": {
                    "type": "string",
                    "format": "uri",
                    "nullable": True,
                    "description": "null on the last page",
                },
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        return [
            _parameter("after", "Begin after this id; take it from `next`.", 0, LARGEST_ID, 0),
            _parameter("page_size", "How many rows a page holds.", 1, LARGEST_PAGE, PAGE_SIZE),
        ]

    def _whole_number(self, name: str, *, default: int) -> int:
        text = self.request.query_params.get(name)
        if text is None:
            return default
        lowest, highest = self.parameters[name]
        # 19 digits hold every id; a longer number is not worth parsing.
        if not (text.isascii() and text.isdigit() and len(text) <= 19 and lowest <= int(text) <= highest):
            raise ValidationError({name: [f"“{text[:40]}” is no whole number from {lowest} to {highest}."]})
        return int(text)

    def _next_address(self) -> str | None:
        if not self.has_next:
            return None
        return replace_query_param(self.request.build_absolute_uri(), "after", str(self.page[-1].pk))


def _parameter(name: str, description: str, lowest: int, highest: int, default: int) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": lowest, "maximum": highest, "default": default}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
