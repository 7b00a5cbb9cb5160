"""Stories, outlets and articles for those who keep house. What evidence stands on cannot be changed here."""

from __future__ import annotations

from django.contrib import admin

from articles.models import Article, Outlet, Story


@admin.register(Story)
class StoryAdmin(admin.ModelAdmin[Story]):
    list_display = ["title", "slug", "created_at"]
    search_fields = ["title", "slug"]
    prepopulated_fields = {"slug": ["title"]}


@admin.register(Outlet)
class OutletAdmin(admin.ModelAdmin[Outlet]):
    search_fields = ["name"]


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin[Article]):
    list_display = ["title", "outlet", "published", "language", "story"]
    list_filter = ["story", "language"]
    list_select_related = ["outlet", "story"]
    search_fields = ["title", "url", "source_name"]
    autocomplete_fields = ["story", "outlet"]
    # The offsets of all evidence count in the text, which ``intake`` makes from the source.
    readonly_fields = [
        "source",
        "text",
        "runs",
        "text_hash",
        "canonical_url",
        "language_probability",
        "source_name",
    ]

    def has_add_permission(self, request: object) -> bool:
        return False  # ``manage.py ingest`` cleans, finds the language and stores once
