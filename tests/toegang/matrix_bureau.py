"""Rows of the matrix: the desk of the coördinator."""

from tests.toegang.rij import BUREAU, BUREAU_KNOP, Rij

BUREAURIJEN = [
    # --- the desk of the coördinator
    Rij("planning/", "/planning/", BUREAU),
    Rij(
        "planning/berichten/<int:bericht_id>/opnieuw/",
        "/planning/berichten/{bericht}/opnieuw/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 409 403",
    ),
    Rij("planning/post/", "/planning/post/", BUREAU),
    Rij("planning/post/<int:poststuk_id>/", "/planning/post/{poststuk}/", BUREAU),
    Rij(
        "planning/post/<int:poststuk_id>/afgehandeld/",
        "/planning/post/{poststuk}/afgehandeld/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij(
        "planning/uitnodigingen/<int:uitnodiging_id>/opnieuw/",
        "/planning/uitnodigingen/{uitnodiging}/opnieuw/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij("planning/boekingen/<int:boeking_id>/", "/planning/boekingen/{boeking}/", BUREAU),
    Rij(
        "planning/boekingen/<int:boeking_id>/moment/",
        "/planning/boekingen/{boeking}/moment/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij(
        "planning/boekingen/<int:boeking_id>/herstel/",
        "/planning/boekingen/{boeking}/herstel/",
        BUREAU,
    ),
    *[
        Rij(
            f"planning/boekingen/<int:boeking_id>/herstel/{act}/",
            f"/planning/boekingen/{{boeking}}/herstel/{act}/",
            BUREAU_KNOP,
            post="i 403 403 403 403 403 403 409 403",
        )
        for act in ("toepassen", "planner")
    ],
    *[
        Rij(
            f"planning/boekingen/<int:boeking_id>/{act}/",
            f"/planning/boekingen/{{boeking}}/{act}/",
            BUREAU,
            post="i 403 403 403 403 403 403 400 403",
        )
        for act in (
            "verzetten",
            "plaats",
            "opgeven",
            "annuleren",
            "niet-doorgegaan",
            "toch-gegeven",
        )
    ],
    Rij(
        "planning/plekken/<int:plek_id>/uitnodigen/",
        "/planning/plekken/{plek}/uitnodigen/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 409 403",
    ),
    Rij(
        "planning/inzetten/<int:inzet_id>/intrekken/",
        "/planning/inzetten/{inzet}/intrekken/",
        BUREAU,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij("planning/aanvragen/", "/planning/aanvragen/", BUREAU),
    Rij("planning/aanvragen/<int:aanvraag_id>/", "/planning/aanvragen/{aanvraag}/", BUREAU),
    Rij(
        "planning/aanvragen/<int:aanvraag_id>/afwijzen/",
        "/planning/aanvragen/{aanvraag}/afwijzen/",
        BUREAU,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij(
        "planning/aanvragen/<int:aanvraag_id>/wachtlijst/",
        "/planning/aanvragen/{aanvraag}/wachtlijst/",
        BUREAU,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij("planning/contactpersonen/", "/planning/contactpersonen/", BUREAU),
    Rij(
        "planning/contactpersonen/<int:contactpersoon_id>/",
        "/planning/contactpersonen/{contactpersoon}/",
        BUREAU,
    ),
    *[
        Rij(
            f"planning/contactpersonen/<int:contactpersoon_id>/{act}/",
            f"/planning/contactpersonen/{{contactpersoon}}/{act}/",
            BUREAU_KNOP,
            post="i 403 403 403 403 403 403 400 403",
        )
        for act in ("toelaten", "weigeren")
    ],
    Rij(
        "planning/plekken/<int:plek_id>/ronde/",
        "/planning/plekken/{plek}/ronde/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij(
        "planning/rondes/<int:ronde_id>/stoppen/",
        "/planning/rondes/{ronde}/stoppen/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij("planning/lessen/", "/planning/lessen/", BUREAU),
    Rij(
        "planning/lessen/<int:les_id>/vraagwijze/",
        "/planning/lessen/{gevraagde_les}/vraagwijze/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 409 403",
    ),
    Rij("planning/mensen/", "/planning/mensen/", BUREAU),
    Rij("planning/mensen/nieuw/", "/planning/mensen/nieuw/", BUREAU),
    Rij(
        "planning/mensen/<int:mens_id>/inzet/",
        "/planning/mensen/{mens}/inzet/",
        BUREAU,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij(
        "planning/mensen/<int:mens_id>/",
        "/planning/mensen/{mens}/",
        BUREAU,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij(
        "planning/mensen/<int:mens_id>/scholen/",
        "/planning/mensen/{mens}/scholen/?q=school",
        BUREAU,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij(
        "planning/mensen/<int:mens_id>/scholen/<int:school_id>/vrijgeven/",
        "/planning/mensen/{mens}/scholen/1/vrijgeven/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij(
        "planning/mensen/<int:mens_id>/pauze/",
        "/planning/mensen/{mens}/pauze/",
        BUREAU,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij(
        "planning/mensen/<int:mens_id>/hervatten/",
        "/planning/mensen/{mens}/hervatten/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij(
        "planning/mensen/<int:mens_id>/vertrek/",
        "/planning/mensen/{mens}/vertrek/",
        BUREAU,
        post="i 403 403 403 403 403 403 302 403",
    ),
    *[
        Rij(
            f"planning/tegenvoorstellen/<int:voorstel_id>/{act}/",
            f"/planning/tegenvoorstellen/{{voorstel}}/{act}/",
            BUREAU,
            post="i 403 403 403 403 403 403 400 403",
        )
        for act in ("aannemen", "afwijzen")
    ],
    Rij("planning/seizoen/", "/planning/seizoen/", BUREAU),
    Rij(
        "planning/seizoen/wanneer/",
        "/planning/seizoen/wanneer/",
        BUREAU,
        post="i 403 403 403 403 403 403 400 403",
    ),
    Rij(
        "planning/seizoen/starten/",
        "/planning/seizoen/starten/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 409 403",
    ),
    Rij(
        "planning/seizoen/<int:plan_id>/stoppen/",
        "/planning/seizoen/{seizoensplan}/stoppen/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 409 403",
    ),
    Rij(
        "planning/seizoen/<int:plan_id>/toepassen/",
        "/planning/seizoen/{seizoensplan}/toepassen/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 302 403",
    ),
    Rij("planning/scholen/", "/planning/scholen/", BUREAU),
    Rij("planning/scholen/nieuw/", "/planning/scholen/nieuw/", BUREAU),
    Rij("planning/scholen/<int:school_id>/", "/planning/scholen/{school}/", BUREAU),
    Rij("planning/scholen/<int:school_id>/wijk/", "/planning/scholen/{register}/wijk/", BUREAU),
]
