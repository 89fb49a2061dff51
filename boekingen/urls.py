"""The addresses of this app (design.md, section 7)."""

from django.urls import URLPattern, path

from boekingen.views import (
    aanvragen,
    feed,
    hoofdrolspeler,
    kans,
    mijn,
    mijn_agenda,
    planning_aanvragen,
    planning_blokkades,
    planning_boekingen,
    planning_contactpersonen,
    planning_herstel,
    planning_inzet,
    planning_inzetten,
    planning_mensen,
    planning_post,
    planning_rondes,
    planning_scholen,
    planning_seizoen,
    planning_tegenvoorstellen,
    planning_vandaag,
    planning_wijzigen,
    portaal_gegevens,
    portaal_jaar,
    uitnodiging,
)

app_name = "boekingen"

urlpatterns: list[URLPattern] = [
    path("aanvragen/scholen/", aanvragen.scholen_zoeken, name="scholen_zoeken"),
    path("aanvragen/<int:les_id>-<slug:slug>/", aanvragen.aanvraag, name="aanvraag"),
    path("kans/<int:les_id>-<slug:slug>/", kans.kans, name="kans"),
    path(
        "aanvragen/<int:les_id>-<slug:slug>/<str:sleutel>/<str:stap>/",
        aanvragen.aanvraag_stap,
        name="aanvraag_stap",
    ),
    path("mijn/", mijn.mijn, name="mijn"),
    path("mijn/agenda/", mijn_agenda.mijn_agenda, name="mijn_agenda"),
    path(
        "mijn/agenda/<int:contact_id>/<str:soort>/maken/",
        mijn_agenda.mijn_agenda_maken,
        name="mijn_agenda_maken",
    ),
    path(
        "mijn/agenda/<int:contact_id>/<str:soort>/stoppen/",
        mijn_agenda.mijn_agenda_stoppen,
        name="mijn_agenda_stoppen",
    ),
    path("mijn/<int:aanvraag_id>/", mijn.mijn_aanvraag, name="mijn_aanvraag"),
    path("mijn/<int:aanvraag_id>/intrekken/", mijn.mijn_intrekken, name="mijn_intrekken"),
    path("uitnodiging/<str:token>/", uitnodiging.uitnodiging, name="uitnodiging"),
    path("antwoord/<str:token>/", uitnodiging.antwoord, name="antwoord"),
    path("agenda/<str:geheim>.ics", feed.agenda, name="agenda"),
    path("hoofdrolspeler/", hoofdrolspeler.overzicht, name="hoofdrolspeler"),
    path("hoofdrolspeler/lessen/<int:inzet_id>/", hoofdrolspeler.les, name="portaal_les"),
    path("hoofdrolspeler/gegevens/", portaal_gegevens.gegevens, name="portaal_gegevens"),
    path("hoofdrolspeler/agendalink/", portaal_gegevens.agendalink, name="agendalink"),
    path(
        "hoofdrolspeler/agendalink/maken/",
        portaal_gegevens.agendalink_maken,
        name="agendalink_maken",
    ),
    path(
        "hoofdrolspeler/agendalink/detail/",
        portaal_gegevens.agendalink_detail,
        name="agendalink_detail",
    ),
    path(
        "hoofdrolspeler/agendalink/stoppen/",
        portaal_gegevens.agendalink_stoppen,
        name="agendalink_stoppen",
    ),
    path("hoofdrolspeler/jaar/", portaal_jaar.jaar, name="portaal_jaar"),
    path("hoofdrolspeler/jaar/verklaring/", portaal_jaar.verklaring, name="portaal_verklaring"),
    path("planning/", planning_vandaag.Vandaag.as_view(), name="planning"),
    path(
        "planning/berichten/<int:bericht_id>/opnieuw/",
        planning_vandaag.BerichtOpnieuw.as_view(),
        name="planning_bericht_opnieuw",
    ),
    path("planning/post/", planning_post.Post.as_view(), name="planning_post"),
    path(
        "planning/post/<int:poststuk_id>/",
        planning_post.Poststukpagina.as_view(),
        name="planning_poststuk",
    ),
    path(
        "planning/post/<int:poststuk_id>/afgehandeld/",
        planning_post.Afgehandeld.as_view(),
        name="planning_post_afgehandeld",
    ),
    path(
        "planning/uitnodigingen/<int:uitnodiging_id>/opnieuw/",
        planning_post.UitnodigingOpnieuw.as_view(),
        name="planning_uitnodiging_opnieuw",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/",
        planning_boekingen.Boekingpagina.as_view(),
        name="planning_boeking",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/moment/",
        planning_boekingen.KiesMoment.as_view(),
        name="planning_moment",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/herstel/",
        planning_herstel.Herstelpagina.as_view(),
        name="planning_herstel",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/herstel/toepassen/",
        planning_herstel.HerstelToepassen.as_view(),
        name="planning_herstel_toepassen",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/herstel/planner/",
        planning_herstel.HerstelPlanner.as_view(),
        name="planning_herstel_planner",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/verzetten/",
        planning_wijzigen.Verzetten.as_view(),
        name="planning_verzetten",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/plaats/",
        planning_wijzigen.PlaatsWijzigen.as_view(),
        name="planning_plaats",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/opgeven/",
        planning_wijzigen.MomentOpgeven.as_view(),
        name="planning_opgeven",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/annuleren/",
        planning_wijzigen.Annuleren.as_view(),
        name="planning_annuleren",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/niet-doorgegaan/",
        planning_wijzigen.NietDoorgegaan.as_view(),
        name="planning_niet_doorgegaan",
    ),
    path(
        "planning/boekingen/<int:boeking_id>/toch-gegeven/",
        planning_wijzigen.TochGegeven.as_view(),
        name="planning_toch_gegeven",
    ),
    path(
        "planning/plekken/<int:plek_id>/uitnodigen/",
        planning_inzetten.Uitnodigen.as_view(),
        name="planning_uitnodigen",
    ),
    path(
        "planning/plekken/<int:plek_id>/ronde/",
        planning_rondes.RondeStarten.as_view(),
        name="planning_ronde_starten",
    ),
    path(
        "planning/rondes/<int:ronde_id>/stoppen/",
        planning_rondes.RondeStoppen.as_view(),
        name="planning_ronde_stoppen",
    ),
    path("planning/lessen/", planning_rondes.Vraagwijzen.as_view(), name="planning_vraagwijzen"),
    path(
        "planning/lessen/<int:les_id>/vraagwijze/",
        planning_rondes.VraagwijzeWijzigen.as_view(),
        name="planning_vraagwijze",
    ),
    path(
        "planning/inzetten/<int:inzet_id>/intrekken/",
        planning_inzetten.InzetIntrekken.as_view(),
        name="planning_inzet_intrekken",
    ),
    path("planning/aanvragen/", planning_aanvragen.Aanvragen.as_view(), name="planning_aanvragen"),
    path(
        "planning/aanvragen/<int:aanvraag_id>/",
        planning_aanvragen.Aanvraagpagina.as_view(),
        name="planning_aanvraag",
    ),
    path(
        "planning/aanvragen/<int:aanvraag_id>/afwijzen/",
        planning_aanvragen.AanvraagAfwijzen.as_view(),
        name="planning_aanvraag_afwijzen",
    ),
    path(
        "planning/aanvragen/<int:aanvraag_id>/wachtlijst/",
        planning_aanvragen.AanvraagWachtlijst.as_view(),
        name="planning_aanvraag_wachtlijst",
    ),
    path(
        "planning/contactpersonen/",
        planning_contactpersonen.Contactpersonen.as_view(),
        name="planning_contactpersonen",
    ),
    path(
        "planning/contactpersonen/<int:contactpersoon_id>/",
        planning_contactpersonen.Contactpagina.as_view(),
        name="planning_contactpersoon",
    ),
    path(
        "planning/contactpersonen/<int:contactpersoon_id>/toelaten/",
        planning_contactpersonen.Toelaten.as_view(),
        name="planning_toelaten",
    ),
    path(
        "planning/contactpersonen/<int:contactpersoon_id>/weigeren/",
        planning_contactpersonen.Weigeren.as_view(),
        name="planning_weigeren",
    ),
    path("planning/mensen/", planning_mensen.Mensen.as_view(), name="planning_mensen"),
    path("planning/mensen/nieuw/", planning_mensen.MensNieuw.as_view(), name="planning_mens_nieuw"),
    path(
        "planning/mensen/<int:mens_id>/", planning_mensen.Menspagina.as_view(), name="planning_mens"
    ),
    path(
        "planning/mensen/<int:mens_id>/scholen/",
        planning_blokkades.MensScholen.as_view(),
        name="planning_mens_scholen",
    ),
    path(
        "planning/mensen/<int:mens_id>/scholen/<int:school_id>/vrijgeven/",
        planning_blokkades.MensSchoolVrijgeven.as_view(),
        name="planning_mens_school_vrijgeven",
    ),
    path(
        "planning/mensen/<int:mens_id>/pauze/",
        planning_mensen.MensPauze.as_view(),
        name="planning_mens_pauze",
    ),
    path(
        "planning/mensen/<int:mens_id>/hervatten/",
        planning_mensen.MensHervatten.as_view(),
        name="planning_mens_hervatten",
    ),
    path(
        "planning/mensen/<int:mens_id>/vertrek/",
        planning_mensen.MensVertrek.as_view(),
        name="planning_mens_vertrek",
    ),
    path(
        "planning/tegenvoorstellen/<int:voorstel_id>/aannemen/",
        planning_tegenvoorstellen.Aannemen.as_view(),
        name="planning_voorstel_aannemen",
    ),
    path(
        "planning/tegenvoorstellen/<int:voorstel_id>/afwijzen/",
        planning_tegenvoorstellen.Afwijzen.as_view(),
        name="planning_voorstel_afwijzen",
    ),
    path(
        "planning/mensen/<int:mens_id>/inzet/",
        planning_inzet.MensInzet.as_view(),
        name="planning_mens_inzet",
    ),
    path("planning/seizoen/", planning_seizoen.Seizoenpagina.as_view(), name="planning_seizoen"),
    path(
        "planning/seizoen/wanneer/",
        planning_seizoen.SeizoenBeleid.as_view(),
        name="planning_seizoen_beleid",
    ),
    path(
        "planning/seizoen/starten/",
        planning_seizoen.SeizoenStarten.as_view(),
        name="planning_seizoen_starten",
    ),
    path(
        "planning/seizoen/<int:plan_id>/stoppen/",
        planning_seizoen.SeizoenStoppen.as_view(),
        name="planning_seizoen_stoppen",
    ),
    path(
        "planning/seizoen/<int:plan_id>/toepassen/",
        planning_seizoen.SeizoenToepassen.as_view(),
        name="planning_seizoen_toepassen",
    ),
    path("planning/scholen/", planning_scholen.Scholen.as_view(), name="planning_scholen"),
    path(
        "planning/scholen/nieuw/",
        planning_scholen.SchoolNieuw.as_view(),
        name="planning_school_nieuw",
    ),
    path(
        "planning/scholen/<int:school_id>/",
        planning_scholen.SchoolControleren.as_view(),
        name="planning_school",
    ),
    path(
        "planning/scholen/<int:school_id>/wijk/",
        planning_scholen.SchoolWijk.as_view(),
        name="planning_school_wijk",
    ),
]
