"""The addresses of this app (design.md, section 7)."""

from django.urls import URLPattern, path

from hoofdrolspelers.views import agendas

app_name = "hoofdrolspelers"

urlpatterns: list[URLPattern] = [
    path("hoofdrolspeler/agendas/", agendas.lijst, name="agendas"),
    path("hoofdrolspeler/agendas/koppelen/", agendas.koppelen, name="agenda_koppelen"),
    path("hoofdrolspeler/agendas/bestand/", agendas.bestand, name="agenda_bestand"),
    path("hoofdrolspeler/agendas/<int:agenda_id>/", agendas.agenda, name="agenda"),
    path(
        "hoofdrolspeler/agendas/<int:agenda_id>/bestand/",
        agendas.nieuw_bestand,
        name="agenda_nieuw_bestand",
    ),
    path(
        "hoofdrolspeler/agendas/<int:agenda_id>/vernieuwen/",
        agendas.vernieuwen,
        name="agenda_vernieuwen",
    ),
    path(
        "hoofdrolspeler/agendas/<int:agenda_id>/ontkoppelen/",
        agendas.ontkoppelen,
        name="agenda_ontkoppelen",
    ),
]
