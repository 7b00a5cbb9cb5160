"""Whether what a page shows has changed since a reader last had it.

A version is a digest over the system column `xmin` of every row that the page may show: Postgres renews it with
each change, whoever makes it, bulk updates and raw SQL included. It costs one query that reads no contents.
"""

from __future__ import annotations

from functools import cache

from django.apps import apps
from django.db import connection

# Which rows of a table belong to a story; those of any other table of these apps count all.
_OF_STORY = {
    "articles_story": "id = %(story)s",
    "articles_article": "story_id = %(story)s",
    "claims_claim": "story_id = %(story)s",
    "claims_attribution": "article_id IN (SELECT id FROM articles_article WHERE story_id = %(story)s)",
    "claims_articletraits": "article_id IN (SELECT id FROM articles_article WHERE story_id = %(story)s)",
    "claims_run": "article_id IN (SELECT id FROM articles_article WHERE story_id = %(story)s)",
    "claims_verdict": "claim_id IN (SELECT id FROM claims_claim WHERE story_id = %(story)s)",
    "claims_withdrawal": "verdict_id IN (SELECT claims_verdict.id FROM claims_verdict"
    " JOIN claims_claim ON claims_claim.id = claim_id WHERE story_id = %(story)s)",
}

# The names of those who decided something; not their whole rows, which change with each sign-in.
_NAMES = (
    "SELECT 'names', count(*), coalesce(sum(hashtext(username || ' ' || first_name || ' ' || last_name)), 0)"
    " FROM auth_user WHERE id IN (SELECT editor_id FROM claims_verdict UNION SELECT editor_id FROM claims_conflict"
    " UNION SELECT editor_id FROM claims_decision UNION SELECT editor_id FROM claims_withdrawal)"
)


def story_version(slug: str) -> str | None:
    """Of all that the pages of a story show; None when there is no such story."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM articles_story WHERE slug = %s", [slug])
        row = cursor.fetchone()
    return _version(row[0]) if row else None


def article_version(pk: int) -> str | None:
    """Of an article's page: its story's, for its notes count the other reports; None when there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT story_id FROM articles_article WHERE id = %s", [pk])
        row = cursor.fetchone()
    return _version(row[0]) if row else None


def site_version() -> str:
    """Of everything."""
    return _version(None)


def _version(story: int | None) -> str:
    sums = [
        f"SELECT '{table}', count(*), coalesce(sum(xmin::text::bigint), 0) FROM {table}"
        + (f" WHERE {_OF_STORY[table]}" if story and table in _OF_STORY else "")
        for table in _tables()
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([*sums, _NAMES]), {"story": story} if story else None)
        return str(sorted(cursor.fetchall()))


@cache
def _tables() -> tuple[str, ...]:
    """The tables of what is published and said, without their history."""
    models = [
        model
        for app in ("articles", "claims")
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    return tuple(
        sorted(model._meta.db_table for model in models if not str(model._meta.model_name).endswith("event"))
    )
