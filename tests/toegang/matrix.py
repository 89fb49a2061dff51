"""The access matrix: what every role gets at every address (security.md, case A1).

Adding an address is one line in RIJEN:

    Rij("planning/<int:pk>/", "/planning/{boeking}/", "i 404 404 404 404 404 404 200 404"),

- first the route as the resolver has it, then the address; ``{boeking}`` is a thing of wereld.py;
- then the status of a GET for each role, in the order of ROLLEN: anoniem, docent, andere docent,
  hoofdrolspeler, andere hoofdrolspeler, schrijver, redacteur, coördinator, beheerder.
  One word stands for all nine. Words: a status; ``i`` = redirect to the login page; ``t`` =
  redirect to the page with the login of /beheer/; ``h`` = back to the home of /beheer/ (refused
  there); ``302`` = any other redirect;
- ``post=`` the same for an empty POST; left out, an anonymous POST must get what an anonymous GET
  gets, or 405; ``demo=True`` for what is there with DEMO=on only.

A route without a row fails, and so does a row without a route.
Wagtail's many addresses are grouped (GROEPEN): nobody but its editors enters, and nothing breaks.
"""

from dataclasses import dataclass

from tests.toegang.wereld import ROLLEN


@dataclass(frozen=True, slots=True)
class Rij:
    """One route with an address and what each role gets there."""

    route: str
    adres: str
    get: str
    post: str = ""
    demo: bool = False

    def is_silent_on(self, method: str) -> bool:
        """Whether the row leaves out ``method``; a view that refuses the method is then fine."""
        return method == "post" and not self.post

    def words(self, method: str) -> dict[str, str]:
        """Return the expected word per role for ``method`` («get» or «post»)."""
        line = self.get if method == "get" else self.post
        words = line.split()
        if not words:
            return {"anoniem": self.get.split()[0]}
        if len(words) == 1:
            words *= len(ROLLEN)
        return dict(zip(ROLLEN, words, strict=True))


INGELOGD = "i 200 200 200 200 200 200 200 200"
ALLEEN_BEHEERDER = "t t t t t h h t 200"
BUREAU = "i 403 403 403 403 403 403 200 403"
BUREAU_KNOP = "i 403 403 403 403 403 403 405 403"
EIGEN_VAN_DOCENT = "i 200 404 404 404 404 404 404 404"
PORTAAL = "i 404 404 200 200 404 404 404 404"
EIGEN_VAN_MENS = "i 404 404 200 404 404 404 404 404"
ALLEEN_REDACTIE = "t t t t t h 200 t h"

RIJEN = [
    # --- account: everybody may try to log in; who is logged in is sent on
    Rij("account/login/", "/account/login/", "200" + " 302" * 8, post="200" + " 302" * 8),
    Rij("account/login/code/", "/account/login/code/", "i" + " 302" * 8),
    Rij("account/logout/", "/account/logout/", "302" + " 200" * 8, post="302"),
    Rij("account/inactief/", "/account/inactief/", "200"),
    Rij("account/verder/", "/account/verder/", "i 302 302 302 302 h h 302 h"),
    Rij("account/tweede-stap/", "/account/tweede-stap/", INGELOGD),
    Rij("account/tweede-stap/code/", "/account/tweede-stap/code/", "i" + " 302" * 8),
    Rij(
        "account/tweede-stap/opnieuw/",
        "/account/tweede-stap/opnieuw/",
        "i 403 403 403 403 200 200 200 200",
    ),
    Rij(
        "account/tweede-stap/instellen/",
        "/account/tweede-stap/instellen/",
        "i 200 200 200 200 302 302 302 302",
    ),
    Rij("account/tweede-stap/qr.svg", "/account/tweede-stap/qr.svg", "i" + " 404" * 8),
    Rij(
        "account/tweede-stap/verwijderen/",
        "/account/tweede-stap/verwijderen/",
        "i 404 404 404 404 302 302 302 302",
        post="i 404 404 404 404 302 302 302 302",
    ),
    Rij("account/tweede-stap/noodcodes/", "/account/tweede-stap/noodcodes/", "i" + " 404" * 8),
    Rij(
        "account/tweede-stap/noodcodes/nieuw/",
        "/account/tweede-stap/noodcodes/nieuw/",
        "i 200 200 200 200 302 302 302 302",
        post="i 200 200 200 200 302 302 302 302",
    ),
    # --- what we put before Wagtail's own
    Rij("beheer/login/", "/beheer/login/", "i 403 403 403 403 i i 403 i"),
    Rij("_util/login/", "/_util/login/", "i 403 403 403 403 i i 403 i"),
    Rij("beheer/account/", "/beheer/account/", "t t t t t 200 200 t 200"),
    Rij(
        "beheer/bulk/lesaanbod/gebruiker/<str:action>/",
        "/beheer/bulk/lesaanbod/gebruiker/delete/?id={docent_id}",
        "404",
        post="404",
    ),
    Rij("beheer/failwhale/", "/beheer/failwhale/", "404"),
    # --- what of Wagtail's is open to everybody
    Rij("beheer/sprite/", "/beheer/sprite/", "200"),
    Rij("beheer/jsi18n/", "/beheer/jsi18n/", "200"),
    Rij("beheer/password_reset/", "/beheer/password_reset/", "404", post="404"),
    Rij("beheer/password_reset/done/", "/beheer/password_reset/done/", "404"),
    Rij(
        "beheer/password_reset/confirm/<uidb64>/<token>/",
        "/beheer/password_reset/confirm/x/x/",
        "404",
        post="404",
    ),
    Rij("beheer/password_reset/complete/", "/beheer/password_reset/complete/", "404"),
    Rij("beheer/^.*/$", "/beheer/bestaat/niet/", "t t t t t 404 404 t 404"),
    # --- people and settings: only a beheerder, and staff only
    Rij("beheer/users/", "/beheer/users/", ALLEEN_BEHEERDER),
    Rij("beheer/users/results/", "/beheer/users/results/", ALLEEN_BEHEERDER),
    Rij("beheer/users/new/", "/beheer/users/new/", ALLEEN_BEHEERDER, post=ALLEEN_BEHEERDER),
    Rij("beheer/users/edit/<int:pk>/", "/beheer/users/edit/{medewerker_id}/", ALLEEN_BEHEERDER),
    Rij(
        "beheer/users/edit/<int:pk>/",
        "/beheer/users/edit/{docent_id}/",
        "t t t t t 404 404 t 404",
        post="t t t t t 404 404 t 404",
    ),
    Rij(
        "beheer/users/delete/<int:pk>/",
        "/beheer/users/delete/{medewerker_id}/",
        "t t t t t h h t h",
        post="t t t t t h h t h",
    ),
    Rij(
        "beheer/users/delete/<int:pk>/",
        "/beheer/users/delete/{docent_id}/",
        "t t t t t 404 404 t 404",
        post="t t t t t 404 404 t 404",
    ),
    Rij(
        "beheer/users/history/<int:pk>/",
        "/beheer/users/history/{docent_id}/",
        "t t t t t 404 404 t 404",
    ),
    Rij(
        "beheer/users/history-results/<int:pk>/",
        "/beheer/users/history-results/{docent_id}/",
        "t t t t t 404 404 t 404",
    ),
    Rij(
        "beheer/users/usage/<int:pk>/",
        "/beheer/users/usage/{docent_id}/",
        "t t t t t 404 404 t 404",
    ),
    Rij("beheer/groups/", "/beheer/groups/", ALLEEN_BEHEERDER),
    Rij("beheer/groups/new/", "/beheer/groups/new/", ALLEEN_BEHEERDER, post=ALLEEN_BEHEERDER),
    Rij("beheer/sites/", "/beheer/sites/", ALLEEN_BEHEERDER),
    Rij("beheer/sites/new/", "/beheer/sites/new/", ALLEEN_BEHEERDER, post=ALLEEN_BEHEERDER),
    Rij("beheer/sites/edit/<int:pk>/", "/beheer/sites/edit/{site_id}/", ALLEEN_BEHEERDER),
    # --- the redactie
    Rij("beheer/redirects/", "/beheer/redirects/", ALLEEN_REDACTIE),
    Rij("beheer/redirects/add/", "/beheer/redirects/add/", ALLEEN_REDACTIE),
    Rij("beheer/documents/", "/beheer/documents/", "t t t t t 200 200 t h"),
    Rij("beheer/documents/add/", "/beheer/documents/add/", "t t t t t 200 200 t h"),
    Rij("beheer/images/", "/beheer/images/", "t t t t t 200 200 t h"),
    Rij("beheer/mailteksten/", "/beheer/mailteksten/", ALLEEN_REDACTIE),
    Rij(
        "beheer/mailteksten/<slug:sleutel>/",
        "/beheer/mailteksten/inzet_gevraagd/",
        ALLEEN_REDACTIE,
        post="t t t t t h 400 t h",
    ),
    Rij(
        "beheer/mailteksten/<slug:sleutel>/",
        "/beheer/mailteksten/verzonnen/",
        "t t t t t h 404 t h",
    ),
    Rij("beheer/", "/beheer/", "t t t t t 200 200 t 200"),
    # --- files and pages
    Rij("documenten/^(\\d+)/(.*)$", "/documenten/999/niets.pdf", "404"),
    Rij(
        "documenten/authenticate_with_password/<int:restriction_id>/",
        "/documenten/authenticate_with_password/999/",
        "404",
        post="404",
    ),
    Rij(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        "/_util/authenticate_with_password/999/999/",
        "404",
        post="404",
    ),
    Rij("^((?:[\\w\\-]+/)*)$", "/bestaat/niet/", "404"),
    # --- the request: the secret in the address is the permission
    Rij("aanvragen/scholen/", "/aanvragen/scholen/?q=school", "200"),
    Rij("aanvragen/<int:les_id>-<slug:slug>/", "/aanvragen/{les}/", "200", post="302"),
    Rij(
        "aanvragen/<int:les_id>-<slug:slug>/<str:sleutel>/<str:stap>/",
        "/aanvragen/{les}/{concept}/school/",
        "200",
        post="200",
    ),
    Rij(
        "aanvragen/<int:les_id>-<slug:slug>/<str:sleutel>/<str:stap>/",
        "/aanvragen/{les}/verzonnen/school/",
        "404",
        post="404",
    ),
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
    # --- the desk of the coördinator
    Rij("planning/", "/planning/", BUREAU),
    Rij(
        "planning/berichten/<int:bericht_id>/opnieuw/",
        "/planning/berichten/{bericht}/opnieuw/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 409 403",
    ),
    Rij("planning/boekingen/<int:boeking_id>/", "/planning/boekingen/{boeking}/", BUREAU),
    Rij(
        "planning/boekingen/<int:boeking_id>/moment/",
        "/planning/boekingen/{boeking}/moment/",
        BUREAU_KNOP,
        post="i 403 403 403 403 403 403 400 403",
    ),
    *[
        Rij(
            f"planning/boekingen/<int:boeking_id>/{act}/",
            f"/planning/boekingen/{{boeking}}/{act}/",
            BUREAU,
            post="i 403 403 403 403 403 403 400 403",
        )
        for act in ("verzetten", "opgeven", "annuleren", "niet-doorgegaan", "toch-gegeven")
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
    Rij("planning/scholen/", "/planning/scholen/", BUREAU),
    Rij("planning/scholen/nieuw/", "/planning/scholen/nieuw/", BUREAU),
    Rij("planning/scholen/<int:school_id>/", "/planning/scholen/{school}/", BUREAU),
    Rij("planning/scholen/<int:school_id>/wijk/", "/planning/scholen/{register}/wijk/", BUREAU),
    # --- only with DEMO=on: anybody is anybody
    Rij("demo/", "/demo/", "200", demo=True),
    Rij(
        "demo/word/<int:gebruiker_id>/",
        "/demo/word/{docent_id}/",
        "405",
        post="302",
        demo=True,
    ),
    Rij("demo/mail/<str:naam>/", "/demo/mail/niets.eml/", "404", demo=True),
    Rij("demo/mail/<str:naam>/html/", "/demo/mail/niets.eml/html/", "404", demo=True),
    Rij("demo/mail/<str:naam>/bestand/", "/demo/mail/niets.eml/bestand/", "404", demo=True),
    Rij("gezond/", "/gezond/", "503"),
    # --- for machines
    Rij("nieuw.atom", "/nieuw.atom", "200"),
    Rij("robots.txt", "/robots.txt", "200"),
    Rij("sitemap.xml", "/sitemap.xml", "200"),
    Rij(".well-known/security.txt", "/.well-known/security.txt", "200"),
    Rij("api/v2/^pages/", "/api/v2/pages/", "200"),
    Rij("api/v2/^pages/<int:pk>/", "/api/v2/pages/999999/", "404"),
    Rij("api/v2/^pages/find/", "/api/v2/pages/find/", "404"),
]

# Routes of Wagtail that no row names: anybody without its access is turned away, and no editor
# meets an error. A pattern is matched against the route.
GROEPEN = [
    r"beheer/(test404|api|pages|bulk|choose-\w+(-\w+)?|tag-autocomplete|collections)/.*",
    r"beheer/(workflows|reports|logout|dismissibles|editing-sessions|block-preview)/.*",
    r"beheer/(settings|redirects|snippets|documents|images|groups|sites)/.*",
]

# Where Wagtail 7.4 itself stumbles over an empty request of an editor who may come there; nothing
# is shown or changed. A new one fails the test, and so does one that was mended.
WAGTAIL_FAULTS = {
    ("get", "beheer/pages/<int:page_to_move_id>/set_position/"),
    ("post", "beheer/pages/<int:page_to_move_id>/set_position/"),
    ("post", "beheer/pages/<int:page_id>/lock/"),
    ("post", "beheer/pages/<int:page_id>/unlock/"),
    ("post", "beheer/choose-external-link/"),
    ("post", "beheer/redirects/import/process/"),
    *[
        ("post", f"beheer/snippets/choose/lesaanbod/{model}/create/")
        for model in ("niveau", "thema", "rol", "aanbieder", "sessie")
    ],
}
