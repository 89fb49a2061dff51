"""Rows of the matrix: what docenten and hoofdrolspelers have of their own."""

from tests.toegang.rij import EIGEN_VAN_DOCENT, EIGEN_VAN_MENS, INGELOGD, PORTAAL, Rij

MENSEN = [
    # --- the docent and the hoofdrolspeler
    Rij("mijn/", "/mijn/", INGELOGD),
    Rij("mijn/<int:aanvraag_id>/", "/mijn/{aanvraag}/", EIGEN_VAN_DOCENT),
    Rij(
        "mijn/<int:aanvraag_id>/intrekken/",
        "/mijn/{aanvraag}/intrekken/",
        EIGEN_VAN_DOCENT,
        post="i 302 404 404 404 404 404 404 404",
    ),
    Rij("uitnodiging/<str:token>/", "/uitnodiging/{token}/", "200", post="400"),
    Rij("uitnodiging/<str:token>/", "/uitnodiging/verzonnen/", "404", post="404"),
    Rij("mijn/agenda/", "/mijn/agenda/", "i 200 200 200 200 200 200 200 200"),
    *[
        Rij(
            f"mijn/agenda/<int:contact_id>/<str:soort>/{act}/",
            f"/mijn/agenda/{{contactpersoon}}/site/{act}/",
            "i 405 405 405 405 405 405 405 405",
            post=f"i {goed} 404 404 404 404 404 404 404",
        )
        for act, goed in (("maken", 200), ("stoppen", 302))
    ],
    Rij("antwoord/<str:token>/", "/antwoord/{antwoordtoken}/", "200", post="302"),
    Rij("antwoord/<str:token>/", "/antwoord/verzonnen/", "404", post="404"),
    *[
        Rij(f"hoofdrolspeler/agendas/{pad}", f"/hoofdrolspeler/agendas/{pad}", PORTAAL)
        for pad in ("", "koppelen/", "bestand/")
    ],
    *[
        Rij(
            f"hoofdrolspeler/agendas/<int:agenda_id>/{pad}",
            f"/hoofdrolspeler/agendas/{{{agenda}}}/{pad}",
            EIGEN_VAN_MENS,
            post=f"i 404 404 {post} 404 404 404 404 404",
        )
        for agenda, pad, post in [
            ("agenda", "", 200),
            ("agendabestand", "bestand/", 200),
            ("agenda", "ontkoppelen/", 302),
        ]
    ],
    Rij(
        "hoofdrolspeler/agendas/<int:agenda_id>/vernieuwen/",
        "/hoofdrolspeler/agendas/{agenda}/vernieuwen/",
        "i 404 404 405 405 404 404 404 404",
        post="i 404 404 302 404 404 404 404 404",
    ),
    Rij("hoofdrolspeler/", "/hoofdrolspeler/", PORTAAL),
    Rij("agenda/<str:geheim>.ics", "/agenda/{feed}.ics", "200"),
    Rij("agenda/<str:geheim>.ics", "/agenda/verzonnen.ics", "404"),
    Rij(
        "hoofdrolspeler/lessen/<int:inzet_id>/",
        "/hoofdrolspeler/lessen/{inzet}/",
        "i 404 404 200 404 404 404 404 404",
        post="i 404 404 400 404 404 404 404 404",
    ),
    Rij(
        "hoofdrolspeler/gegevens/",
        "/hoofdrolspeler/gegevens/",
        PORTAAL,
        post="i 404 404 400 400 404 404 404 404",
    ),
    Rij("hoofdrolspeler/agendalink/", "/hoofdrolspeler/agendalink/", PORTAAL),
    *[
        Rij(
            f"hoofdrolspeler/agendalink/{act}/",
            f"/hoofdrolspeler/agendalink/{act}/",
            "i 404 404 405 405 404 404 404 404",
            post=f"i 404 404 {code} {code} 404 404 404 404",
        )
        for act, code in (("maken", 400), ("detail", 400), ("stoppen", 302))
    ],
    Rij("hoofdrolspeler/jaar/", "/hoofdrolspeler/jaar/", PORTAAL),
    Rij("hoofdrolspeler/jaar/verklaring/", "/hoofdrolspeler/jaar/verklaring/", PORTAAL),
    Rij(
        "hoofdrolspeler/beschikbaarheid/",
        "/hoofdrolspeler/beschikbaarheid/",
        PORTAAL,
    ),
    *[
        Rij(
            f"hoofdrolspeler/beschikbaarheid/{wat}/",
            f"/hoofdrolspeler/beschikbaarheid/{wat}/",
            PORTAAL,
            post="i 404 404 400 400 404 404 404 404",
        )
        for wat in ("uitzondering", "week", "grenzen")
    ],
    *[
        Rij(
            f"hoofdrolspeler/beschikbaarheid/{wat}/",
            f"/hoofdrolspeler/beschikbaarheid/{wat}/",
            "i 404 404 405 405 404 404 404 404",
            post="i 404 404 302 302 404 404 404 404",
        )
        for wat in ("vak", "klopt")
    ],
    Rij(
        "hoofdrolspeler/beschikbaarheid/uitzondering/<int:uitzondering_id>/weg/",
        "/hoofdrolspeler/beschikbaarheid/uitzondering/{uitzondering}/weg/",
        "i 404 404 405 405 404 404 404 404",
        post="i 404 404 302 302 404 404 404 404",
    ),
]
