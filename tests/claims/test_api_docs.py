"""The description for programs, as people read it: a page of our own, made from the schema."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from claims.api.described import Description, description
from tests.claims.browsing import page
from tests.claims.telling import Told

pytestmark = pytest.mark.django_db

DOCS = "/api/v1/docs/"


@pytest.fixture
def schema(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get(
        "/api/v1/schema/", headers={"accept": "application/vnd.oai.openapi+json"}
    ).json()
    return found


def test_every_endpoint_stands_there_with_all_that_may_be_asked(
    client: Client, schema: dict[str, Any]
) -> None:
    html = page(client, DOCS)
    for path, ways in schema["paths"].items():
        assert f"GET {path}" in html
        for parameter in ways["get"]["parameters"]:
            assert (
                f'id="{ways["get"]["operationId"]}-{parameter["name"]}" name="p.{parameter["name"]}"' in html
            )
            for value in parameter["schema"].get("enum", ()):
                assert f"<option>{value}</option>" in html


def test_every_field_that_comes_back_is_told(client: Client, schema: dict[str, Any]) -> None:
    html = page(client, DOCS)
    told = {shape.name: shape for shape in description().shapes}
    for name in ("Claim", "Evidence", "Selector", "Verdict", "Withdrawn", "Story", "Suggestion", "Conflict"):
        fields = schema["components"]["schemas"][name]["properties"]
        assert [field.name for field in told[name].fields] == list(fields)
        assert f'id="{name}"' in html
    assert not any(name.endswith("Enum") or name.startswith("Paginated") for name in told)
    for shape in told.values():
        assert all(field.type.kind or field.type.choices for field in shape.fields), shape


def test_a_form_leads_to_its_answer_and_leaves_blanks_out(client: Client, told: Told) -> None:
    response = client.get(f"{DOCS}?try=claims_list&p.stance=denies&p.language=fr&p.speaker=&p.after=")
    assert (response.status_code, response["Location"]) == (302, "/api/v1/claims/?language=fr&stance=denies")
    response = client.get(f"{DOCS}?try=claims_retrieve&p.id={told.denial.pk}&p.lang=")
    assert response["Location"] == f"/api/v1/claims/{told.denial.pk}/"
    assert client.get(response["Location"]).json()["id"] == told.denial.pk


def test_a_form_without_what_its_address_needs_says_so(client: Client) -> None:
    html = page(client, f"{DOCS}?try=claims_retrieve&p.id=+", status=400)
    assert "Fill in what the address needs" in html
    assert "Fill in" not in page(client, f"{DOCS}?try=nothing")


def test_what_is_tried_changes_no_language_of_the_pages(client: Client, told: Told) -> None:
    response = client.get(f"{DOCS}?try=claims_list&p.lang=fr", follow=True)
    assert response.request["QUERY_STRING"] == "lang=fr"
    assert "django_language" not in client.cookies
    assert 'lang="en"' in page(client, DOCS)
    page(client, "/?lang=fr")
    assert client.cookies["django_language"].value == "fr"


@given(st.text(min_size=1).filter(str.strip))
def test_whatever_is_typed_stays_in_its_part_of_the_address(typed: str) -> None:
    told: Description = description()
    one = told.endpoint("stories_retrieve")
    assert one is not None
    address = one.address({"slug": typed, "lang": typed})
    assert address is not None
    path, _, query = address.partition("?")
    assert path.startswith("/api/v1/stories/") and path.endswith("/")
    assert path.isascii() and path.count("/") == 5
    assert query.startswith("lang=") and query.count("&") == 0 and query.isascii()


def test_nothing_on_the_page_is_a_script_or_comes_from_elsewhere(client: Client) -> None:
    html = page(client, DOCS)
    assert "<script" not in html
    assert html.count("stylesheet") == 1
    assert 'src="http' not in html


@pytest.mark.parametrize(
    ("language", "words"), [("de", "Was Sie fragen können"), ("fr", "Ce que vous pouvez demander")]
)
def test_the_page_speaks_the_readers_language(client: Client, language: str, words: str) -> None:
    html = page(client, DOCS, language)
    assert words in html
    assert 'lang="en"' in html  # what the schema says
