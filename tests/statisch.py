"""Static files of the live server as a browser gets them from a real site: joined, and kept.

Without this every page of a browser test asks for a style sheet in eighteen parts.
"""

import posixpath
from collections.abc import Iterator
from functools import cache

from django.contrib.staticfiles import handlers
from django.contrib.staticfiles.finders import get_finders
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

import pytest

from lesaanbod.statisch import Samengevoegd, voeg_samen


@cache
def map_sheets() -> dict[str, bytes]:
    """Return by name the style sheets that import others, with those in their place."""
    paden = {
        posixpath.join(getattr(storage, "prefix", None) or "", pad): (storage, pad)
        for finder in get_finders()
        for pad, storage in finder.list([])
        if pad.endswith(".css")
    }
    return {
        naam: storage.inhoud
        for naam, (storage, _) in voeg_samen(paden).items()
        if isinstance(storage, Samengevoegd)
    }


class OpDeSite(handlers.StaticFilesHandler):
    """Gives a sheet whole, and lets the browser keep what it has."""

    def serve(self, request: HttpRequest) -> HttpResponseBase:
        """Return a static file; ``Http404`` when there is none."""
        sheet = map_sheets().get(self.file_path(request.path))
        if sheet is None:
            response = super().serve(request)
        else:
            response = HttpResponse(sheet, content_type="text/css")
        response["Cache-Control"] = "max-age=600"
        return response


@pytest.fixture(scope="session")
def statisch_als_op_de_site() -> Iterator[None]:
    """Let the live server, which looks this class up when it starts, use ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handlers, "StaticFilesHandler", OpDeSite)
        yield


@pytest.fixture(scope="session")
def live_server(statisch_als_op_de_site: None, live_server: object) -> object:
    """Give pytest-django's server, with static files as on a real site."""
    return live_server
