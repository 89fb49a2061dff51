"""What the tests of the desk share."""

from http import HTTPStatus

from django.contrib.messages import get_messages


def melding(response):
    """Return what was said to the coördinator by this response."""
    return [str(bericht) for bericht in get_messages(response.wsgi_request)]


def assert_geweigerd(response, *, fout, getypt=""):
    """Hold that a refusal is shown on a page of the desk, with what was typed."""
    assert response.status_code == HTTPStatus.CONFLICT
    assert fout in response.content.decode()
    assert getypt in response.content.decode()
