"""Entrance for a web server process; production unless DEBUG says otherwise."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lesaanbod.config.settings")
os.environ.setdefault("DEBUG", "off")

application = get_wsgi_application()

# All that was loaded stays. Going through it again and again would cost a tenth of every page.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
