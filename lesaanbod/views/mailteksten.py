"""The wordings of letters in /beheer/: for a redacteur, on invented examples only."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from wagtail.admin.auth import permission_required, require_admin_access

from lesaanbod.domain.mailtekst import Briefsoort, MailtekstOngeldig, Woorden, list_fouten
from lesaanbod.emails import Brief, BriefOngeldig
from lesaanbod.emails.briefsoorten import find_briefsoort, list_briefsoorten
from lesaanbod.emails.ingebouwd import get_ingebouwd, get_schat
from lesaanbod.forms.mailteksten import MailtekstForm
from lesaanbod.selectors import mailteksten as selectors
from lesaanbod.services import mailteksten as services

MAG = "lesaanbod.change_mailtekst"
KRUIMELS = [{"url": "/beheer/", "label": "Home"}]


@require_admin_access
@permission_required(MAG)
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """List every letter: to whom, when, and whose words it uses."""
    eigen = selectors.map_woorden()
    regels = [build_regel(soort, eigen.get(soort.sleutel)) for soort in list_briefsoorten()]
    return render(
        request,
        "lesaanbod/beheer/mailteksten.html",
        {
            "header_title": "Mailteksten",
            "header_icon": "mail",
            "breadcrumbs_items": [*KRUIMELS, {"url": "", "label": "Mailteksten"}],
            "regels": regels,
        },
    )


def build_regel(soort: Briefsoort, eigen: Woorden | None) -> dict[str, object]:
    """Return one row of the list; a wording the letter does not take any more is told."""
    woorden = eigen or get_ingebouwd(soort.sleutel)
    return {
        "soort": soort,
        "onderwerp": woorden.onderwerp,
        "eigen": eigen is not None,
        "kapot": eigen is not None and bool(list_fouten(eigen, get_schat(soort))),
    }


@require_admin_access
@permission_required(MAG)
@require_http_methods(["GET", "HEAD", "POST"])
def bewerken(request: Any, sleutel: str) -> HttpResponse:
    """Show a letter to word, with its example; save it, or go back to the built-in text."""
    soort = find_briefsoort(sleutel)
    if soort is None:
        raise Http404
    actie = request.POST.get("actie", "")
    if request.method == "POST" and actie == "ingebouwd":
        services.herstel_mailtekst(brief=sleutel, nu=timezone.now(), door=request.user)
        messages.success(request, "Deze brief gebruikt weer de ingebouwde tekst.")
        return redirect("mailtekst", sleutel)
    form = build_form(request, soort)
    if request.method == "POST" and form.is_valid() and actie == "bewaar":
        services.bewaar_mailtekst(
            brief=sleutel, woorden=form.woorden, nu=timezone.now(), door=request.user
        )
        messages.success(request, "Bewaard. De volgende mails krijgen deze tekst.")
        return redirect("mailtekst", sleutel)
    status = 400 if form.is_bound and not form.is_valid() else 200
    if status == 400:  # noqa: PLR2004
        messages.error(request, "Niet bewaard. Kijk bij de rode regels wat er mis is.")
    context = build_context(soort, form)
    return render(request, "lesaanbod/beheer/mailtekst.html", context, status=status)


def build_form(request: HttpRequest, soort: Briefsoort) -> MailtekstForm:
    """Return the form with what was typed, an older version, or what the letter says now."""
    schat = get_schat(soort)
    if request.method == "POST":
        return MailtekstForm(request.POST, schat=schat)
    woorden = find_versie(request, soort) or get_woorden(soort)
    velden = {"onderwerp": woorden.onderwerp, "kop": woorden.kop, "inhoud": woorden.inhoud}
    return MailtekstForm(initial=velden, schat=schat)


def get_woorden(soort: Briefsoort) -> Woorden:
    """Return what the letter says now."""
    return selectors.find_woorden(soort.sleutel) or get_ingebouwd(soort.sleutel)


def find_versie(request: HttpRequest, soort: Briefsoort) -> Woorden | None:
    """Return the older version that the address asks for, to look at and save again."""
    nummer = request.GET.get("versie", "")
    if not (nummer.isascii() and nummer.isdigit() and len(nummer) < 12):  # noqa: PLR2004
        return None
    versie = selectors.find_versie(brief=soort.sleutel, versie_id=int(nummer))
    return versie.woorden if versie and not versie.is_ingebouwd else None


def build_context(soort: Briefsoort, form: MailtekstForm) -> dict[str, Any]:
    """Return what the page of one letter shows."""
    eigen = selectors.find_woorden(soort.sleutel)
    return {
        "header_title": f"Mailtekst: {soort.wanneer}",
        "header_icon": "mail",
        "breadcrumbs_items": [
            *KRUIMELS,
            {"url": reverse("mailteksten"), "label": "Mailteksten"},
            {"url": "", "label": capfirst(soort.wanneer)},
        ],
        "soort": soort,
        "form": form,
        "eigen": eigen is not None,
        "kapot": eigen is not None and bool(list_fouten(eigen, form.schat)),
        "variabelen": form.schat.variabelen,
        "bouwstenen": form.schat.bouwstenen,
        "voorbeeld": find_voorbeeld(soort, form),
        "versies": selectors.list_versies(soort.sleutel),
    }


def find_voorbeeld(soort: Briefsoort, form: MailtekstForm) -> Brief | None:
    """Return the letter as it would arrive, or None while the wording has faults."""
    if form.is_bound and not form.is_valid():
        return None
    woorden = form.woorden if form.is_bound else Woorden(**form.initial)
    try:
        return services.build_voorbeeldbrief(brief=soort.sleutel, woorden=woorden)
    except (MailtekstOngeldig, BriefOngeldig):
        return None
