"""The health page, for a monitor."""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lesaanbod.services.gezondheid import get_gezondheid


@never_cache
@require_safe
def gezond(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when everything works, else 503; the body names what does not. Anybody may ask."""
    gezondheid = get_gezondheid(nu=timezone.now())
    delen = {naam: getattr(gezondheid, naam) for naam in ("database", "werker", "berichten")}
    woorden = {naam: "goed" if is_goed else "fout" for naam, is_goed in delen.items()}
    return JsonResponse(woorden, status=200 if gezondheid.is_gezond else 503)
