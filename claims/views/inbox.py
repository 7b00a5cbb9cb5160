"""Reports that came without a story: editors see which stories may be theirs and choose, or begin one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.models import Article, Story
from claims import services
from claims.forms import BeginStoryForm, PlaceForm
from claims.views.keeping import is_to_be_done, takes_words, words_sent

PAGE = 10  # reports; each is compared with a few hundred others when the page is made
MOST_OF_ONE_TITLE = 5  # stories of the title that a new one is to get; who insists on a sixth has seen enough
STORIES = 200  # that may be chosen from the list, the latest; an older one is mostly suggested if it fits


@never_cache
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not services.is_editor(request.user):
        raise PermissionDenied
    page = Paginator(waiting_articles(), PAGE).get_page(request.GET.get("page"))
    stories = stories_to_choose()
    choices = [choice_of(article, stories) for article in page]
    return render(request, "claims/inbox.html", {"page": page, "choices": choices, "at_inbox": True})


def waiting_articles() -> Any:
    """The articles without a story, the newest first."""
    return Article.objects.filter(story=None).select_related("outlet").order_by("-created_at", "-pk")


def stories_to_choose() -> list[Story]:
    """The latest stories, read once however many articles wait; without their summaries, which no list shows."""
    return list(Story.objects.defer("summary").order_by("-created_at", "-pk")[:STORIES])


def choice_of(article: Article, stories: Sequence[Story]) -> dict[str, Any]:
    """What an editor chooses from for one article."""
    return {
        "article": article,
        "suggestions": services.suggest_stories(article=article),
        "stories": stories,
    }


@takes_words
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an article into the story that an editor chose."""
    article, sent = get_object_or_404(Article, pk=pk), words_sent(request)
    if sent is None:
        return redirect("inbox")
    form = PlaceForm(sent)
    if not is_to_be_done(request, form):
        return _again(request, article, form)
    story = form.cleaned_data["story"]
    return _decide(
        request, article, lambda: services.place_article(article=article, story=story, editor=request.user)
    )


@takes_words
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a story with an article; with a title that one bears already, ask whether the report belongs there."""
    article, sent = get_object_or_404(Article, pk=pk), words_sent(request)
    if sent is None:
        return redirect("inbox")
    form = BeginStoryForm(sent)
    if not is_to_be_done(request, form):
        return _again(request, article, form)
    title = " ".join(form.cleaned_data["title"].split())
    if not form.cleaned_data["insists"]:
        same = Story.objects.filter(title__iexact=title).order_by("-created_at", "-pk")[:MOST_OF_ONE_TITLE]
        if same and article.story_id is None:
            asked = {"article": article, "title": title, "stories": same, "at_inbox": True}
            return render(request, "claims/same_title.html", asked, status=400)
    return _decide(
        request, article, lambda: services.begin_story(article=article, title=title, editor=request.user)
    )


def _again(request: HttpRequest, article: Article, form: Form) -> HttpResponse:
    """The choice for one article once more, with what was typed and what stands against it."""
    if article.story_id is not None:
        messages.error(request, _("Somebody has put this report into a story already."))
        return redirect("inbox")
    problems = [error for errors in form.errors.values() for error in errors]
    choice = choice_of(article, stories_to_choose()) | {"given": form.data, "problems": problems}
    context = {"choices": [choice], "is_alone": True, "at_inbox": True}
    return render(request, "claims/inbox.html", context, status=400 if request.method == "POST" else 200)


def _decide(request: HttpRequest, article: Article, decide: Callable[[], object]) -> HttpResponse:
    """Do as the editor says, and lead back to the inbox with a message of what came of it."""
    try:
        decide()
    except services.ClaimsError as error:
        messages.error(request, str(error))
        return redirect("inbox")
    article.refresh_from_db()
    told = {"article": article, "story": article.story}
    messages.success(request, render_to_string("claims/inbox_placed.html", told))
    return redirect("inbox")
