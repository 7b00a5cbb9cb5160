"""A claim at the desk: its wordings, its links and its conflicts, and what another claim of the story has to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from claims import services
from claims.desk.forms import TURNED, ConflictForm, LinkForm, OtherClaimForm, Reason, WordingsForm
from claims.desk.gate import for_editors, problem_of, refused_status
from claims.languages import reader_language
from claims.models import Attribution, Claim, Conflict, Link
from claims.timeline import ClaimLine, claim_lines, decisions_of_claim, likely, shown_claims
from claims.views.keeping import words_sent

PURPOSES = ("merge", "move", "link")


@for_editors
@require_safe
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _edit_page(request, _claim(slug, pk))


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def wordings(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Split wordings off, take them out, choose one as headline; to move some, lead to the choice of a claim."""
    claim, sent = _claim(slug, pk), words_sent(request)
    if sent is None:
        return redirect("claim-edit", slug, pk)
    form = WordingsForm(sent, claim.attributions.select_related("article"))
    if not form.is_valid():
        return _edit_page(request, claim, at="wordings", refused=form)
    chosen, note, do = list(form.cleaned_data["wording"]), form.cleaned_data["note"], form.cleaned_data["do"]
    if do == "move":
        return _to_the_choice_of_a_claim(claim, chosen, note)
    problem = problem_of(request, lambda: _do_with_wordings(do, request, claim, chosen, note))
    if problem:
        return _edit_page(request, claim, at="wordings", refused=form, problem=problem)
    return _done(request, claim)


@transaction.atomic
def _do_with_wordings(
    do: str, request: HttpRequest, claim: Claim, chosen: Sequence[Attribution], note: str
) -> None:
    if do == "split":
        services.split_claim(claim=claim, attributions=chosen, editor=request.user, note=note)
        return
    deed = {
        "reject": services.reject_wording,
        "headline": services.choose_headline,
        "clear": services.clear_headline,
    }[do]
    for row in chosen:
        deed(attribution=row, editor=request.user, note=note)


def _to_the_choice_of_a_claim(claim: Claim, chosen: Sequence[Attribution], note: str) -> HttpResponseRedirect:
    query = QueryDict(mutable=True)
    query.setlist("wording", [str(row.pk) for row in chosen])
    if note:
        query["note"] = note
    address = reverse("claim-other", args=[claim.story.slug, claim.pk, "move"])
    return HttpResponseRedirect(f"{address}?{query.urlencode()}")


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def other(request: HttpRequest, slug: str, pk: int, purpose: str) -> HttpResponse:
    """Choose another claim of the story, see both side by side, and merge, move wordings there or link the two."""
    claim = _claim(slug, pk)
    if purpose not in PURPOSES:
        raise Http404
    sent = words_sent(request)
    if sent is None:
        return _other_page(request, claim, purpose, request.GET)
    form = OtherClaimForm(sent, claim, purpose)
    if not form.is_valid():
        return _other_page(request, claim, purpose, sent, problems=form.complaints)
    goes_on = form.cleaned_data["other"] if purpose == "merge" else claim
    problem = problem_of(request, lambda: _do_with_other(purpose, request, claim, form.cleaned_data))
    if problem:
        return _other_page(request, claim, purpose, sent, problems=[problem])
    return _done(request, goes_on)


@transaction.atomic
def _do_with_other(purpose: str, request: HttpRequest, claim: Claim, given: dict[str, Any]) -> None:
    target, note = given["other"], given["note"]
    if purpose == "merge":
        services.merge_claims(claim=claim, into=target, editor=request.user, note=note)
    elif purpose == "move":
        for row in given["wording"]:
            services.move_wording(attribution=row, to=target, editor=request.user, note=note)
    else:
        kind = TURNED.get(given["how"], given["how"])
        ends = (target, claim) if given["how"] in TURNED else (claim, target)
        services.make_link(claim=ends[0], target=ends[1], kind=kind, editor=request.user, reason=note)


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, slug: str, pk: int, link_pk: int) -> HttpResponse:
    claim, sent = _claim(slug, pk), words_sent(request)
    if sent is None:
        return redirect("claim-edit", slug, pk)
    own = Link.objects.filter(claim=claim) | Link.objects.filter(target=claim)
    found = own.select_related("claim", "target").filter(pk=link_pk).first()
    form = LinkForm(sent)
    at = f"link-{link_pk}"
    if found is None:
        problem = _("This link is gone: a newer linking no longer finds it.")
        return _edit_page(request, claim, at="gone", problem=problem, refused=form)
    if not form.is_valid():
        return _edit_page(request, claim, at=at, refused=form)
    problem = problem_of(request, lambda: _do_with_link(request, found, form))
    return (
        _edit_page(request, claim, at=at, problem=problem, refused=form) if problem else _done(request, claim)
    )


def _do_with_link(request: HttpRequest, found: Link, form: LinkForm) -> object:
    do, note = form.cleaned_data["do"], form.cleaned_data["note"]
    if do == "confirm":
        return services.confirm_link(link=found, editor=request.user, reason=note)
    if do == "remove":
        return services.reject_link(link=found, editor=request.user, reason=note)
    return services.make_link(
        claim=found.claim, target=found.target, kind=found.kind, editor=request.user, reason=note
    )


@for_editors
@require_http_methods(["GET", "HEAD", "POST"])
def conflict(request: HttpRequest, slug: str, pk: int, conflict_pk: int) -> HttpResponse:
    claim, sent = _claim(slug, pk), words_sent(request)
    if sent is None:
        return redirect("claim-edit", slug, pk)
    own = Conflict.objects.filter(claim=claim) | Conflict.objects.filter(other=claim)
    found = own.select_related("claim", "editor").filter(pk=conflict_pk).first()
    form = ConflictForm(sent)
    at = f"conflict-{conflict_pk}"
    if found is None:
        problem = _("This conflict is gone: a newer linking no longer finds it.")
        return _edit_page(request, claim, at="gone", problem=problem, refused=form)
    if not form.is_valid():
        return _edit_page(request, claim, at=at, refused=form)
    problem = problem_of(request, lambda: _do_with_conflict(request, found, form))
    return (
        _edit_page(request, claim, at=at, problem=problem, refused=form) if problem else _done(request, claim)
    )


def _do_with_conflict(request: HttpRequest, found: Conflict, form: ConflictForm) -> None:
    do, note = form.cleaned_data["do"], form.cleaned_data["note"]
    if do == "reject":
        services.check_open(found)  # the desk asks for it of an open one only
        services.reject_conflict(conflict=found, editor=request.user, reason=note)
    elif do == "settle":
        settlement = form.cleaned_data["settlement"]
        services.settle_conflict(conflict=found, settlement=settlement, editor=request.user, note=note)
    else:
        services.reopen_conflict(conflict=found, editor=request.user, note=note)


def _claim(slug: str, pk: int) -> Claim:
    claims = Claim.objects.select_related("story", "speaker", "merged_into")
    return get_object_or_404(claims, pk=pk, story__slug=slug)


def _desk(claim: Claim) -> str:
    return reverse("claim-edit", args=[claim.story.slug, claim.pk])


def _done(request: HttpRequest, claim: Claim) -> HttpResponse:
    messages.success(request, _("Your decision is kept, with your name and the time. You can undo it below."))
    return redirect(_desk(claim))


def _edit_page(
    request: HttpRequest, claim: Claim, *, at: str = "", refused: Reason | None = None, problem: str = ""
) -> HttpResponse:
    """The desk of one claim; `at` names the form that was refused, which comes back with what was typed."""
    if at:
        claim = _claim(claim.story.slug, claim.pk)  # somebody may have decided about it in between
    if claim.merged_into is not None:
        return _merged_meanwhile(request, claim) if at else redirect(_desk(claim.successor))
    complaints = [problem] if problem else refused.complaints if refused else []
    if at == "wordings" and claim.retired_at is not None:
        complaints = [_gone_meanwhile()]
    given = words_sent(request) or QueryDict()
    history = decisions_of_claim(claim)
    line = claim_lines([claim], language=reader_language())[0]
    context = {
        "claim": line,
        "story": claim.story,
        "history": history,
        "has_choice": any(one.is_headline for one in line.evidence),
        "taken_out": [one for one in history if one.verb == "reject-wording" and one.can_be_undone],
        "removed_links": _removed_links(claim),
        "no_conflicts": _no_conflicts(claim),
        "at": at if not at or at in _forms_of(line) else "gone",
        "given": given,
        "chosen": given.getlist("wording"),
        "complaints": complaints,
    }
    return render(request, "claims/desk/claim.html", context, status=refused_status(request, complaints))


def _forms_of(line: ClaimLine) -> set[str]:
    """The forms that the desk of a claim shows. What was typed into another one is told above them all."""
    wordings = set() if line.retired else {"wordings"}
    return (
        wordings | {f"link-{one.id}" for one in line.links} | {f"conflict-{one.id}" for one in line.conflicts}
    )


def _merged_meanwhile(request: HttpRequest, claim: Claim) -> HttpResponse:
    """The desk of the claim that goes on, with what was typed for one that is merged into it now."""
    told = {"claim": claim.pk, "into": claim.successor.pk}
    problem = _("Claim %(claim)s was merged into claim %(into)s meanwhile. Nothing was changed.") % told
    return _edit_page(request, claim.successor, at="gone", problem=problem)


def _gone_meanwhile() -> str:
    return _("All wordings of this claim were taken out or moved meanwhile. Nothing was changed.")


def _removed_links(claim: Claim) -> list[dict[str, Any]]:
    """Links that editors took out, with the claim at the other end."""
    own = Link.objects.filter(claim=claim) | Link.objects.filter(target=claim)
    rows = list(own.exclude(rejected_at=None).select_related("claim__speaker", "target__speaker"))
    ends = {row.pk: row.target if row.claim_id == claim.pk else row.claim for row in rows}
    lines = {line.id: line for line in claim_lines(ends.values(), language=reader_language(), brief=True)}
    living = [row for row in rows if ends[row.pk].retired_at is None]
    return [{"id": row.pk, "how": _seen_from(claim, row), "other": lines[ends[row.pk].pk]} for row in living]


def _seen_from(claim: Claim, link: Link) -> str:
    turned = {kind: how for how, kind in TURNED.items()}
    return link.kind if link.claim_id == claim.pk else turned.get(Link.Kind(link.kind), link.kind)


def _no_conflicts(claim: Claim) -> list[Conflict]:
    """What editors found to be no conflict."""
    own = Conflict.objects.filter(claim=claim) | Conflict.objects.filter(other=claim)
    return list(own.exclude(rejected_at=None).order_by("kind", "pk"))


def _other_page(
    request: HttpRequest, claim: Claim, purpose: str, given: QueryDict, *, problems: Sequence[str] = ()
) -> HttpResponse:
    """The choice of another claim; with one chosen, both side by side and the decision to take."""
    if problems:
        claim = _claim(claim.story.slug, claim.pk)  # somebody may have decided about it in between
    if problems and claim.retired_at is not None:
        return _edit_page(request, claim, at="gone", problem=_gone_meanwhile())
    if claim.merged_into is not None:
        return redirect("claim-other", claim.story.slug, claim.successor.pk, purpose)
    words = given.get("q", "").replace("\0", "").strip()[:200]
    story_lines = claim_lines(
        shown_claims().filter(story=claim.story, retired_at=None), language=reader_language(), brief=True
    )
    line = next((one for one in story_lines if one.id == claim.pk), None)
    if line is None:
        raise Http404
    chosen = next(
        (one for one in story_lines if str(one.id) == given.get("other") and one.id != claim.pk), None
    )
    context = {
        "claim": line,
        "story": claim.story,
        "purpose": purpose,
        "words": words,
        "others": likely(line, story_lines, words=words, same_stance=purpose != "link"),
        "other": chosen,
        "wordings": [one for one in line.evidence if str(one.attribution_id) in given.getlist("wording")],
        "given": given,
        "problems": problems,
    }
    return render(request, "claims/desk/other_claim.html", context, status=refused_status(request, problems))
