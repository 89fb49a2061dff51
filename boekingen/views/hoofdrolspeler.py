"""The portal of a hoofdrolspeler: what is asked, and what comes."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from boekingen.selectors.inzetten import list_eigen_lessen
from hoofdrolspelers.selectors import get_hoofdrolspeler_voor, list_weekritme


@never_cache
@login_required
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """Show the open invitations and the coming lessons of the person who is logged in."""
    hoofdrolspeler = get_hoofdrolspeler_voor(request.user)
    if hoofdrolspeler is None:
        raise Http404
    lessen = list_eigen_lessen(request.user, nu=timezone.now())
    context = {
        "hoofdrolspeler": hoofdrolspeler,
        "gevraagd": [les for les in lessen if les.is_gevraagd],
        "komend": [les for les in lessen if not les.is_gevraagd],
        "weekritme": list_weekritme(hoofdrolspeler),
    }
    return render(request, "boekingen/hoofdrolspeler/overzicht.html", context)
