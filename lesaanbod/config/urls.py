"""All addresses of the site (design.md, section 7)."""

from django.conf import settings
from django.urls import include, path, re_path

from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from lesaanbod.views import demo, machines, mailteksten
from lesaanbod.views.api import api_router
from lesaanbod.views.beheer import eigen_instellingen, geen_pagina, goedkeuring
from lesaanbod.views.gezond import gezond
from lesaanbod.views.nakijken import nakijken, nakijken_resultaten
from lesaanbod.views.paginas import toon_pagina
from lesaanbod.views.toegang import beheer_inloggen

handler500 = "lesaanbod.views.fouten.server_fout"
handler429 = "lesaanbod.views.toegang.te_vaak"  # read by allauth

DEMO = [
    path("demo/", demo.overzicht, name="demo"),
    path("demo/word/<int:gebruiker_id>/", demo.word, name="demo_word"),
    path("demo/mail/<str:naam>/", demo.mail, name="demo_mail"),
    path("demo/mail/<str:naam>/html/", demo.mail_html, name="demo_mail_html"),
    path("demo/mail/<str:naam>/bestand/", demo.mail_bestand, name="demo_mail_bestand"),
]

urlpatterns = [
    *(DEMO if settings.DEMO else []),
    path("account/", include("lesaanbod.urls")),
    # Before Wagtail's own: its login takes a password, its bulk actions reach everybody.
    path("beheer/login/", beheer_inloggen),
    path("beheer/account/", eigen_instellingen),
    path("beheer/bulk/lesaanbod/gebruiker/<str:action>/", geen_pagina),
    path("beheer/failwhale/", geen_pagina),
    path(
        "beheer/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        goedkeuring,
    ),
    path("_util/login/", beheer_inloggen),
    path("beheer/reports/nakijken/", nakijken, name="nakijken"),
    path("beheer/reports/nakijken/results/", nakijken_resultaten, name="nakijken_resultaten"),
    path("beheer/mailteksten/", mailteksten.overzicht, name="mailteksten"),
    path("beheer/mailteksten/<slug:sleutel>/", mailteksten.bewerken, name="mailtekst"),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("gezond/", gezond, name="gezond"),
    path("api/v2/", api_router.urls),
    path("nieuw.atom", machines.NieuwFeed(), name="nieuw"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("", include("hoofdrolspelers.urls")),
    path("", include("boekingen.urls")),
    re_path(wagtail_urls.serve_pattern, toon_pagina, name="wagtail_serve"),
    path("", include(wagtail_urls)),
]
