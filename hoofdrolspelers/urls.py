"""The addresses of this app: what a hoofdrolspeler keeps (design.md, section 7)."""

from django.urls import URLPattern, path

from hoofdrolspelers.views import agendas, beschikbaarheid

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
    path("hoofdrolspeler/beschikbaarheid/", beschikbaarheid.overzicht, name="beschikbaarheid"),
    path("hoofdrolspeler/beschikbaarheid/vak/", beschikbaarheid.vak, name="vak"),
    path(
        "hoofdrolspeler/beschikbaarheid/uitzondering/",
        beschikbaarheid.uitzondering,
        name="uitzondering",
    ),
    path(
        "hoofdrolspeler/beschikbaarheid/uitzondering/<int:uitzondering_id>/weg/",
        beschikbaarheid.uitzondering_weg,
        name="uitzondering_weg",
    ),
    path("hoofdrolspeler/beschikbaarheid/week/", beschikbaarheid.weekritme, name="weekritme"),
    path("hoofdrolspeler/beschikbaarheid/grenzen/", beschikbaarheid.grenzen, name="grenzen"),
    path("hoofdrolspeler/beschikbaarheid/klopt/", beschikbaarheid.klopt_nog, name="klopt_nog"),
]
