"""The portal of a hoofdrolspeler: my year, and the statement for the employer."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boekingen.selectors.jaar import get_jaarbeeld, list_schooljaren
from boekingen.views.toegang import PortaalVerzoek, portaal_required


@portaal_required
@require_safe
def jaar(request: PortaalVerzoek) -> HttpResponse:
    """Show the lessons, hours and pupils of one school year."""
    return render(request, "boekingen/hoofdrolspeler/jaar.html", build_context(request))


@portaal_required
@require_safe
def verklaring(request: PortaalVerzoek) -> HttpResponse:
    """Show the statement of one school year, on one A4."""
    return render(request, "boekingen/hoofdrolspeler/verklaring.html", build_context(request))


def build_context(request: PortaalVerzoek) -> dict[str, Any]:
    """Return the year in the address, this one without; 404 for one there is nothing of."""
    nu = timezone.now()
    jaren = list_schooljaren(request.hoofdrolspeler, nu=nu)
    gevraagd = request.GET.get("jaar", str(jaren[0].jaar))
    schooljaar = next((een for een in jaren if str(een.jaar) == gevraagd), None)
    if schooljaar is None:
        raise Http404
    return {
        "hoofdrolspeler": request.hoofdrolspeler,
        "jaren": jaren,
        "beeld": get_jaarbeeld(request.hoofdrolspeler, schooljaar=schooljaar),
        "nu": nu,
    }
