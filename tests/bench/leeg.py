"""The yardstick: Django with one view of 20 kB and nothing around it."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="only-for-the-bench",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[],
)
INHOUD = b"<!doctype html>" + b"x" * 19_985


def leeg(request: HttpRequest) -> HttpResponse:
    """Return 20 kB."""
    return HttpResponse(INHOUD, headers={"Content-Length": str(len(INHOUD))})


urlpatterns = [path("", leeg)]
application = get_wsgi_application()
