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

Rows of the desk and of people stand in matrix_bureau.py and matrix_mensen.py.
"""

from tests.toegang.matrix_bureau import BUREAURIJEN
from tests.toegang.matrix_mensen import MENSEN
from tests.toegang.rij import ALLEEN_BEHEERDER, ALLEEN_REDACTIE, INGELOGD, Rij

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
    Rij("kans/<int:les_id>-<slug:slug>/", "/kans/{les}/", "200"),
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
    *MENSEN,
    *BUREAURIJEN,
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
