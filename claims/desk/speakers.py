"""A speaker at the desk: name, kind, other names, for whom it stands, and who else it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from claims import services
from claims.desk.forms import (
    AliasesForm,
    AliasForm,
    KindForm,
    OtherSpeakerForm,
    Reason,
    RenameForm,
    SplitSpeakerForm,
)
from claims.desk.gate import for_editors, problem_of, refused_status
from claims.models import Affiliation, Speaker
from claims.timeline import decisions_of_speaker
from claims.views.keeping import words_sent

PURPOSES = ("merge", "stands-for")
MOST_OTHERS = 20  # offered at once; for others there is the search


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk of one speaker; `do` names the form that was sent."""
    speaker = get_object_or_404(Speaker, pk=pk)
    if speaker.merged_into_id:
        return redirect("speaker-edit", speaker.merged_into_id)
    sent = words_sent(request)
    if sent is None:
        return _edit_page(request, speaker)
    do = sent.get("do", "")
    if do not in _DEEDS:
        return _edit_page(request, speaker, problems=[_("Choose what is to be done.")])
    make, deed = _DEEDS[do]
    form = make(sent, speaker)
    if not form.is_valid():
        return _edit_page(request, speaker, problems=form.complaints)
    problem = problem_of(request, lambda: deed(request, speaker, form.cleaned_data))
    if problem:
        return _edit_page(request, speaker, problems=[problem])
    return _done(request, speaker)


def _rename(request: HttpRequest, speaker: Speaker, given: dict[str, Any]) -> None:
    services.rename_speaker(speaker=speaker, editor=request.user, **given)


def _set_kind(request: HttpRequest, speaker: Speaker, given: dict[str, Any]) -> None:
    services.set_kind(speaker=speaker, editor=request.user, **given)


def _add_alias(request: HttpRequest, speaker: Speaker, given: dict[str, Any]) -> None:
    services.add_alias(speaker=speaker, editor=request.user, **given)


@transaction.atomic
def _remove_aliases(request: HttpRequest, speaker: Speaker, given: dict[str, Any]) -> None:
    for alias in given["alias"]:
        services.remove_alias(alias=alias, editor=request.user, note=given["note"])


def _split(request: HttpRequest, speaker: Speaker, given: dict[str, Any]) -> None:
    names = [(alias.name, alias.language) for alias in given.pop("alias")]
    into = given.pop("into")
    if into is not None:
        services.hand_over_names(
            speaker=speaker, names=names, into=into, editor=request.user, note=given["note"]
        )
        return
    services.split_speaker(speaker=speaker, names=names, editor=request.user, **given)


# What a form of the page asks for: how it is read, and what is done.
_DEEDS: dict[str, tuple[Callable[[Any, Speaker], Reason], Callable[[HttpRequest, Speaker, Any], None]]] = {
    "rename": (lambda data, speaker: RenameForm(data), _rename),
    "kind": (lambda data, speaker: KindForm(data), _set_kind),
    "add-name": (lambda data, speaker: AliasForm(data), _add_alias),
    "remove-names": (AliasesForm, _remove_aliases),
    "split": (SplitSpeakerForm, _split),
}


_NAMING = ("rename", "split")  # deeds that give a speaker a name, which another one may bear


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def other(request: HttpRequest, pk: int, purpose: str) -> HttpResponse:
    """Choose another speaker, and make the two one or note that this one stands for the other."""
    speaker = get_object_or_404(Speaker, pk=pk)
    if purpose not in PURPOSES:
        raise Http404
    if speaker.merged_into_id:
        return redirect("speaker-other", speaker.merged_into_id, purpose)
    sent = words_sent(request)
    if sent is None:
        return _other_page(request, speaker, purpose, request.GET)
    form = OtherSpeakerForm(sent, speaker, purpose)
    if not form.is_valid():
        return _other_page(request, speaker, purpose, sent, problems=form.complaints)
    given = form.cleaned_data
    problem = problem_of(request, lambda: _do_with_other(purpose, request, speaker, given))
    if problem:
        return _other_page(request, speaker, purpose, sent, problems=[problem])
    return _done(request, given["other"] if purpose == "merge" else speaker)


def _do_with_other(purpose: str, request: HttpRequest, speaker: Speaker, given: dict[str, Any]) -> object:
    if purpose == "merge":
        return services.merge_speakers(
            speaker=speaker, into=given["other"], editor=request.user, note=given["note"]
        )
    return services.affiliate(
        speaker=speaker, of=given["other"], role=given["role"], editor=request.user, note=given["note"]
    )


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def disaffiliate(request: HttpRequest, pk: int, affiliation_pk: int) -> HttpResponse:
    speaker = get_object_or_404(Speaker, pk=pk)
    sent = words_sent(request)
    if sent is None:
        return redirect("speaker-edit", pk)
    form = Reason(sent)
    row = speaker.affiliations.select_related("speaker").filter(pk=affiliation_pk).first()
    if row is None:
        return _edit_page(request, speaker, problems=[_("That was taken back before.")])
    if not form.is_valid():
        return _edit_page(request, speaker, problems=form.complaints)
    note = form.cleaned_data["note"]
    problem = problem_of(
        request, lambda: services.disaffiliate(affiliation=row, editor=request.user, note=note)
    )
    return _edit_page(request, speaker, problems=[problem]) if problem else _done(request, speaker)


def _done(request: HttpRequest, speaker: Speaker) -> HttpResponse:
    messages.success(request, _("Your decision is kept, with your name and the time. You can undo it below."))
    return redirect("speaker-edit", speaker.pk)


def _edit_page(request: HttpRequest, speaker: Speaker, *, problems: Sequence[str] = ()) -> HttpResponse:
    """With problems the form that was sent comes back with what was typed."""
    given = words_sent(request) or QueryDict()
    do = given.get("do", "")
    context = {
        "speaker": speaker,
        "aliases": sorted(
            speaker.aliases.filter(is_hidden=False), key=lambda one: (one.language, one.name.casefold())
        ),
        "affiliations": speaker.affiliations.select_related("of").order_by("role", "of__name"),
        "kinds": Speaker.Kind.values,
        "history": decisions_of_speaker(speaker),
        "at": do if do in _DEEDS else "",
        "namesake": services.namesake_of(speaker, given.get("name", "")) if do in _NAMING else None,
        "given": given,
        "chosen": given.getlist("alias"),
        "problems": problems,
    }
    return render(request, "claims/desk/speaker.html", context, status=refused_status(request, problems))


def _other_page(
    request: HttpRequest, speaker: Speaker, purpose: str, given: QueryDict, *, problems: Sequence[str] = ()
) -> HttpResponse:
    words = " ".join(given.get("q", "").replace("\0", "").split())[:200]
    number = given.get("other", "")
    possible = Speaker.objects.filter(merged_into=None).exclude(pk=speaker.pk)
    is_number = number.isascii() and number.isdigit() and len(number) < 19
    context = {
        "speaker": speaker,
        "purpose": purpose,
        "words": words,
        "others": _others(speaker, words),
        "other": possible.filter(pk=number).first() if is_number else None,
        "roles": Affiliation.Role.values,
        "given": given,
        "problems": problems,
    }
    return render(
        request, "claims/desk/other_speaker.html", context, status=refused_status(request, problems)
    )


def _others(speaker: Speaker, words: str) -> list[Speaker]:
    """Those whose names hold all words; without words, those of the same stories. Most claims first."""
    rows = Speaker.objects.filter(merged_into=None).exclude(pk=speaker.pk)
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word) | Q(pk__in=Speaker.objects.filter(aliases__name__icontains=word))
        )
    if not words:
        stories = speaker.claims.values("story")
        rows = rows.filter(pk__in=Speaker.objects.filter(claims__story__in=stories))
    counted = rows.annotate(said=Count("claims", filter=Q(claims__retired_at=None)))
    return list(counted.order_by("-said", "name")[:MOST_OTHERS])
