"""How login differs from what django-allauth does by itself."""

import logging
from functools import partial
from typing import Any, ClassVar

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest
from django.template.loader import render_to_string

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import respond_429
from allauth.mfa.adapter import DefaultMFAAdapter

logger = logging.getLogger(__name__)
TE_VAAK = frozenset({"too_many_login_attempts", "rate_limited"})


def send_login_mail(template_prefix: str, email: str, code: str) -> None:
    """Render and send one login mail; a failure is logged, as the answer has gone already."""
    texts = {"code": code, "site_url": settings.SITE_URL, "site_naam": settings.WAGTAIL_SITE_NAME}
    subject = render_to_string(f"{template_prefix}_subject.txt", texts).strip()
    body = render_to_string(f"{template_prefix}_message.txt", texts).strip() + "\n"
    try:
        EmailMultiAlternatives(subject, body, to=[email]).send()
    except OSError:  # SMTPException is one too
        logger.exception("A login code could not be mailed")


FOUTEN = {
    "incorrect_code": "Deze code klopt niet. Kijk de cijfers nog eens na.",
}


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up, login mail leaves after the answer, too many tries get a 429."""

    error_messages: ClassVar[dict[str, Any]] = {**DefaultAccountAdapter.error_messages, **FOUTEN}

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Return False: people are made by the site, never by themselves."""
        return False

    def add_message(self, *args: object, **kwargs: object) -> None:
        """Say nothing: the pages themselves say what happened."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Leave the mail for ``lesaanbod.middleware.after_response``."""
        request = context["request"]
        send = partial(send_login_mail, template_prefix, email, str(context["code"]))
        request.after_response.append(send)

    def validation_error(self, code: str, *args: object) -> Exception:
        """Answer too many tries with the 429 page instead of a sentence in the form."""
        if code in TE_VAAK:
            raise ImmediateHttpResponse(respond_429(context.request))
        return super().validation_error(code, *args)


class TweedeStapAdapter(DefaultMFAAdapter):
    """Our words where a code from the app is wrong."""

    error_messages: ClassVar[dict[str, Any]] = {**DefaultMFAAdapter.error_messages, **FOUTEN}
