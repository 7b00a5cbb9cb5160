"""What was said, for those who keep house: to look at. Names can be put right; all else has its own road."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.html import format_html_join

from articles.admin import ArticleAdmin
from articles.models import Article, Story
from claims.models import (
    Alias,
    Attribution,
    Claim,
    Conflict,
    Decision,
    Link,
    Run,
    Speaker,
    Verdict,
    Withdrawal,
)
from claims.services import link_story, suggest_stories


class LookOnly:
    """Nothing is added, changed or deleted here: extraction, linking and editors have services for that."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class AliasInline(admin.TabularInline[Alias, Speaker]):
    model = Alias
    fk_name = "speaker"
    fields = ["name", "language"]
    extra = 0


admin.site.unregister(Article)


@admin.register(Article)
class ReadArticleAdmin(ArticleAdmin):
    """As in the other app; an article without a story is told which may be its own, and is linked where it is put."""

    readonly_fields = [*ArticleAdmin.readonly_fields, "may_belong_to"]

    @admin.display(description="may belong to")
    def may_belong_to(self, article: Article) -> str:
        if article.pk is None or article.story_id is not None:
            return "-"
        found = suggest_stories(article=article)
        return (
            format_html_join(
                "",
                "<p>{} ({}): {}</p>",
                (
                    (one.story, f"{one.score:.2f}", "; ".join(reason.in_english for reason in one.reasons))
                    for one in found
                ),
            )
            or "No story tells of the same."
        )

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        before = Article.objects.filter(pk=obj.pk).values_list("story", flat=True).first()
        super().save_model(request, obj, form, change)
        if obj.story_id != before:
            touched = [pk for pk in (before, obj.story_id) if pk is not None]
            for story in Story.objects.filter(pk__in=touched).order_by("pk"):
                link_story(story=story)


@admin.register(Speaker)
class SpeakerAdmin(admin.ModelAdmin[Speaker]):
    """A speaker's name and kind may be corrected; machines leave them alone then. The slug is how linking knows them."""

    list_display = ["name", "kind", "slug"]
    list_filter = ["kind"]
    search_fields = ["name", "slug", "aliases__name"]
    readonly_fields = ["slug", "merged_into"]
    inlines = [AliasInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class WordingInline(LookOnly, admin.TabularInline[Attribution, Claim]):
    model = Attribution
    fields = ["article", "speaker_name", "type", "state", "claim_pinned"]
    extra = 0
    show_change_link = True


class LinkInline(LookOnly, admin.TabularInline[Link, Claim]):
    model = Link
    fk_name = "claim"
    fields = ["kind", "target", "origin", "score", "reason", "rejected_at"]
    extra = 0


class ConflictInline(LookOnly, admin.TabularInline[Conflict, Claim]):
    model = Conflict
    fk_name = "claim"
    fields = ["kind", "other", "origin", "score", "reason", "rejected_at"]
    extra = 0


class VerdictInline(LookOnly, admin.TabularInline[Verdict, Claim]):
    model = Verdict
    fields = ["about", "status", "note", "editor", "created_at"]
    readonly_fields = ["created_at"]
    extra = 0


@admin.register(Claim)
class ClaimAdmin(LookOnly, admin.ModelAdmin[Claim]):
    list_display = ["pk", "story", "speaker", "stance", "said_on", "said_on_precision", "retired_at"]
    list_filter = ["stance", "story"]
    list_select_related = ["story", "speaker"]
    search_fields = ["speaker__name"]
    inlines = [WordingInline, LinkInline, ConflictInline, VerdictInline]


@admin.register(Attribution)
class AttributionAdmin(LookOnly, admin.ModelAdmin[Attribution]):
    list_display = ["__str__", "article", "speaker_name", "stance", "type", "state", "rule", "confidence"]
    list_filter = ["state", "stance", "type", "rule"]
    list_select_related = ["article"]
    search_fields = ["speaker_name", "article__title"]


@admin.register(Run)
class RunAdmin(LookOnly, admin.ModelAdmin[Run]):
    list_display = ["article", "version", "attributions", "read_at"]
    list_filter = ["version"]
    list_select_related = ["article"]


@admin.register(Verdict)
class VerdictAdmin(LookOnly, admin.ModelAdmin[Verdict]):
    list_display = ["claim", "about", "status", "editor", "created_at"]
    list_filter = ["about", "status"]
    list_select_related = ["claim", "editor"]


@admin.register(Withdrawal)
class WithdrawalAdmin(LookOnly, admin.ModelAdmin[Withdrawal]):
    list_display = ["verdict", "editor", "note", "created_at"]
    list_select_related = ["verdict", "editor"]


@admin.register(Decision)
class DecisionAdmin(LookOnly, admin.ModelAdmin[Decision]):
    list_display = ["created_at", "editor", "verb", "note"]
    list_filter = ["verb"]
    list_select_related = ["editor"]
