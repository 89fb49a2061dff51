"""Pages of the site: as Wagtail serves them, in fewer queries."""

from functools import reduce
from typing import Any

from django.http import HttpResponse

from wagtail import hooks
from wagtail.views import serve, serve_chain
from wagtail.wagtail_hooks import check_view_restrictions

from lesaanbod.models.instellingen import get_site
from lesaanbod.selectors.openbaar import get_openbare_pagina


def toon_pagina(request: Any, pad: str) -> HttpResponse:
    """Show an open page found by its address at once; all else is Wagtail's own way.

    That way asks for every page above it, and then whether one of them is closed; here one query
    answers both. Other hooks run as ever.
    """
    site = get_site(request)
    pagina = None
    if site:  # lessons stand below the list, most other pages right below the home page
        pagina = get_openbare_pagina(f"{site.root_page.url_path}{pad}", is_les="/" in pad[:-1])
    if pagina is None:
        return serve(request, pad)
    for hook in hooks.get_hooks("before_serve_page"):
        antwoord = hook(pagina, request, [], {})
        if isinstance(antwoord, HttpResponse):
            return antwoord
    om_de_pagina = [
        hook for hook in hooks.get_hooks("on_serve_page") if hook is not check_view_restrictions
    ]
    toon: Any = reduce(lambda keten, hook: hook(keten), reversed(om_de_pagina), serve_chain)
    return toon(pagina, request, [], {})
