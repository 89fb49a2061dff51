"""All addresses of the site (design.md, section 7)."""

from django.conf import settings
from django.urls import include, path

from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from lesaanbod.views import demo
from lesaanbod.views.beheer import eigen_instellingen, geen_pagina
from lesaanbod.views.gezond import gezond
from lesaanbod.views.toegang import beheer_inloggen

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
    path("_util/login/", beheer_inloggen),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/", include(wagtaildocs_urls)),
    path("gezond/", gezond, name="gezond"),
    path("", include("boekingen.urls")),
    path("", include(wagtail_urls)),
]
