"""Entrance for a web server process; production unless DEBUG says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lesaanbod.config.settings")
os.environ.setdefault("DEBUG", "off")

application = get_wsgi_application()
