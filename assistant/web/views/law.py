"""The law: what the register says of every provision that a letter may cite."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from assistant.domain.law.acts import Provision, Register
from assistant.domain.law.citations import DIVISIONS, Citation, parse_citation
from assistant.web.access import OfficerRequest, authority_of
from assistant.web.forms.law import MARKS, SHOWS, LawForm, narrowed
from assistant.web.law_text import groups, in_full, in_order, shown_provision
from assistant.web.words import ACTS

PAGE = 20


@require_GET
def law(http_request: OfficerRequest) -> HttpResponse:
    """List the provisions of the register, by Act and kind, as far as they are asked for."""
    authority = authority_of(http_request)
    register = http_request.ports.register
    chosen = LawForm(http_request.GET).chosen()
    found = narrowed(register, chosen)
    present = [each for each in register if each.is_present]
    page = Paginator(in_order(found), PAGE).get_page(http_request.GET.get("page"))
    context = {
        "chosen": chosen,
        "page": page,
        "acts": (("", "Every Act"), *ACTS),
        "shows": SHOWS,
        "marks": MARKS,
        "groups": groups(page.object_list),
        "present": len(present),
        "unverified": sum(not each.verified for each in present),
        "regulator": authority.regulator_name,
    }
    return render(http_request, "web/law.html", context)


@require_GET
def provision(http_request: OfficerRequest, cited: str) -> HttpResponse:
    """Show one provision with everything that ever stood under its number, and its neighbours."""
    authority_of(http_request)
    register = http_request.ports.register
    citation = parse_citation(cited)
    limbs = () if citation is None else register.limbs_of(citation)
    found = () if citation is None else _meant(register, citation)
    if citation is None or not (found or limbs):
        raise Http404(f"“{cited}” is not in the register of provisions.")
    shown = found[0].citation if found else citation
    context = {
        "heading": in_full(shown),
        "asked": "" if shown == citation else in_full(citation),
        "versions": [shown_provision(each) for each in found],
        "others": [shown_provision(each) for each in limbs if each not in found],
        "section": f"{DIVISIONS[citation.act].word.capitalize()} {citation.section}",
    }
    return render(http_request, "web/provision.html", context)


def _meant(register: Register, citation: Citation) -> tuple[Provision, ...]:
    """Return what stands, or stood, under a number or the nearest above it; the newest first."""
    covering = register.covering(citation)
    return () if covering is None else register.versions(covering.citation)[::-1]
