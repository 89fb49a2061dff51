"""Contacts at the desk: who they are, letting them in, and refusing them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

from boekingen.domain.status import ContactStatus
from boekingen.forms.planning import ContactZoekForm, RedenForm, ToelatenForm
from boekingen.models import Contactpersoon
from boekingen.selectors.logboek import list_logboek_contact, list_verzonden
from boekingen.selectors.planning_contactpersonen import (
    get_contactpersoon,
    list_aanvragen_van,
    list_contactpersonen,
)
from boekingen.services.contactpersonen import laat_toe, weiger
from boekingen.views.planning import DOEN, Bureau, Bureauformulier, Bureaupagina, get_basis

RIJEN_PER_PAGINA = 25
UITLEG_WEIGEREN = "Alleen wij lezen deze reden. Openstaande aanvragen worden afgewezen."


class Contactpersonen(Bureaupagina):
    """All contacts, those to be admitted first."""

    template_name = "boekingen/planning/contactpersonen.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return one page of the contacts for the filter in the address."""
        vraag = self.request.GET
        filters = ContactZoekForm(vraag)
        contacten = list_contactpersonen(wie=self.request.user, status=filters.get_status())
        pagina = Paginator(contacten, RIJEN_PER_PAGINA).get_page(vraag.get("pagina"))
        return super().get_context_data(
            filters=filters, pagina=pagina, basis=get_basis(vraag), **kwargs
        )


class MetContact(Bureau):
    """The page of one contact; 404 when there is none."""

    template_name = "boekingen/planning/contactpersoon.html"

    @cached_property
    def contact(self) -> Contactpersoon:
        """Return the contact with school and login."""
        contact = get_contactpersoon(
            wie=self.request.user, contactpersoon_id=self.kwargs["contactpersoon_id"]
        )
        if contact is None:
            raise Http404
        return contact

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the contact with what was asked and judged, and the two forms."""
        wie, contact = self.request.user, self.contact
        formulieren = {
            "toelaten": ToelatenForm(auto_id="toelaten_%s"),
            "weigeren": RedenForm(auto_id="weigeren_%s", uitleg=UITLEG_WEIGEREN),
        }
        return super().get_context_data(
            contact=contact,
            aanvragen=list_aanvragen_van(wie=wie, contact=contact),
            logboek=list_logboek_contact(wie=wie, contact_id=contact.pk),
            verzonden=list_verzonden(wie=wie, onderwerp=("contactpersoon", contact.pk)),
            **formulieren | kwargs,
        )

    def klaar(self, melding: str) -> HttpResponse:
        """Say what happened and go back to the contact."""
        self.meld(melding, ("contactpersoon", self.contact.pk), *self.list_onderwerpen())
        return redirect("boekingen:planning_contactpersoon", contactpersoon_id=self.contact.pk)

    def list_onderwerpen(self) -> list[tuple[str, object]]:
        """Return the requests and lessons a refusal can end."""
        aanvragen = list_aanvragen_van(wie=self.request.user, contact=self.contact)
        lessen = [boeking for aanvraag in aanvragen for boeking in aanvraag.boekingen.all()]
        return [
            *(("aanvraag", aanvraag.pk) for aanvraag in aanvragen),
            *(("boeking", boeking.pk) for boeking in lessen),
        ]


class Contactpagina(MetContact, Bureaupagina):
    """One contact, with the number of the register to call back on."""


class Toelaten(MetContact, Bureauformulier):
    """Admit a contact."""

    http_method_names = DOEN
    form_class = ToelatenForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Keep the fields of the two forms on the page apart."""
        return super().get_form_kwargs() | {"auto_id": "toelaten_%s"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show this form where it belongs."""
        return super().get_context_data(toelaten=kwargs["form"], **kwargs)

    def voer_uit(self, form: ToelatenForm) -> HttpResponse:
        """Admit."""
        was = self.contact.status
        laat_toe(
            contactpersoon_id=self.contact.pk,
            waarom=form.cleaned_data["waarom"],
            **self.wie_en_wanneer,
        )
        al = was == ContactStatus.TOEGELATEN.value
        return self.klaar(f"{self.contact.naam} is {'al ' if al else ''}toegelaten.")


class Weigeren(MetContact, Bureauformulier):
    """Refuse a contact."""

    http_method_names = DOEN
    form_class = RedenForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Keep the fields of the two forms on the page apart."""
        return super().get_form_kwargs() | {"auto_id": "weigeren_%s", "uitleg": UITLEG_WEIGEREN}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show this form where it belongs."""
        return super().get_context_data(weigeren=kwargs["form"], **kwargs)

    def voer_uit(self, form: RedenForm) -> HttpResponse:
        """Refuse; open requests are turned down."""
        weiger(
            contactpersoon_id=self.contact.pk,
            waarom=form.cleaned_data["reden"],
            **self.wie_en_wanneer,
        )
        return self.klaar(f"{self.contact.naam} is geweigerd.")
