"""All settings of the site, read from the environment (README, "Settings").

Without ``SECRET_KEY`` this is a development site on loopback. With it, or behind ``wsgi.py``,
it is production: everything without a safe default must then be set, or nothing starts.
"""

from email.utils import formataddr
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

import environ

from .omgeving import env_bool, env_email, env_int, env_list, env_path, env_str, env_url

BASE_DIR = Path(__file__).resolve().parents[2]

# --- The kind of site ---------------------------------------------------------------------------

SECRET_KEY = env_str("SECRET_KEY", "")
DEBUG = env_bool("DEBUG", default=not SECRET_KEY)
DEMO = env_bool("DEMO", default=False)
LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}

if DEBUG:
    SECRET_KEY = SECRET_KEY or "only-for-development-and-tests-never-for-a-real-site"
elif len(SECRET_KEY) < (shortest := 50):
    message = f"SECRET_KEY is missing or shorter than {shortest} characters. Set a random text."
    raise ImproperlyConfigured(message)

ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", ",".join(sorted(LOOPBACK)) if DEBUG else None)
SITE_URL = env_url("SITE_URL", "http://127.0.0.1:8000" if DEBUG else None)
if DEMO and not (DEBUG and LOOPBACK.issuperset(ALLOWED_HOSTS)):
    message = "DEMO=on lets anybody in: it needs DEBUG=on and ALLOWED_HOSTS on loopback only."
    raise ImproperlyConfigured(message)

DATA_DIR = env_path("DATA_DIR", BASE_DIR / "var")

# --- Rooms --------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "boekingen",
    "hoofdrolspelers",
    "lesaanbod",
    "lesaanbod.config.apps.BeheerUsersConfig",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_filters",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "lesaanbod.middleware.second_factor",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "lesaanbod.config.urls"
WSGI_APPLICATION = "lesaanbod.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEST_RUNNER = "django.test.runner.DiscoverRunner"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    }
]

# --- Data ---------------------------------------------------------------------------------------

SQLITE_OPTIONS = {
    # IMMEDIATE takes the write lock when a transaction begins, so that check-then-write is safe.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def read_database() -> dict[str, object]:
    """Return Django's database settings for ``DATABASE_URL`` (default SQLite in ``DATA_DIR``)."""
    url = env_str("DATABASE_URL", f"sqlite:///{DATA_DIR / 'lesaanbod.sqlite3'}")
    try:
        database = environ.Env.db_url_config(url)
    except (ValueError, KeyError) as error:
        message = "DATABASE_URL is not a database address, like postgres://user:word@host/name."
        raise ImproperlyConfigured(message) from error
    engine = str(database.get("ENGINE", "")).rpartition(".")[2]
    if engine not in {"sqlite3", "postgresql"}:
        message = "DATABASE_URL must begin with sqlite:// or postgres://."
        raise ImproperlyConfigured(message)
    if engine == "sqlite3":
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        database["OPTIONS"] = SQLITE_OPTIONS
    else:
        database["CONN_HEALTH_CHECKS"] = True
        database["CONN_MAX_AGE"] = 60
    return database


DATABASES = {"default": read_database()}

CACHE_URL = env_str("CACHE_URL", "locmemcache://")
CACHES = {"default": environ.Env.cache_url_config(CACHE_URL)}
if not DEBUG and env_int("WEB_PROCESSES", default=1, minimum=1) > 1 and "redis" not in CACHE_URL:
    message = "WEB_PROCESSES is over 1: rate limits then need a shared CACHE_URL (redis://…)."
    raise ImproperlyConfigured(message)

STATIC_URL = "/static/"
STATIC_ROOT = env_path("STATIC_ROOT", BASE_DIR / "static-verzameld")
STATICFILES_DIRS = [
    (package.rpartition("/")[2], BASE_DIR / "node_modules" / package / folder)
    for package, folder in [
        ("@utrecht/component-library-css", "dist"),
        ("@utrecht/card-css", "dist"),
        ("@nl-design-system-candidate/button-css", "dist"),
        ("@nl-design-system-candidate/data-badge-css", "dist"),
        ("@nl-design-system-unstable/voorbeeld-design-tokens", "dist"),
        ("@fontsource-variable/noto-sans", "files"),
    ]
]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# --- Language and time --------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

# --- People -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "lesaanbod.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/account/verder/"
LOGOUT_REDIRECT_URL = "/"

# --- Mail ---------------------------------------------------------------------------------------

AFZENDER = env_email("AFZENDER", "lesaanbod@kapotsterk.example" if DEBUG else None)
AFZENDER_NAAM = env_str("AFZENDER_NAAM", "Kapot Sterk & lesaanbod")
DEFAULT_FROM_EMAIL = formataddr((AFZENDER_NAAM, AFZENDER))
SERVER_EMAIL = AFZENDER
UID_DOMEIN = env_str("UID_DOMEIN", AFZENDER.rpartition("@")[2])
EMAIL_URL = env_str("EMAIL_URL", "")
MAIL_MAP = DATA_DIR / "mail"
if EMAIL_URL:
    vars().update(environ.Env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "lesaanbod.postvak.EmlBackend"
EMAIL_TIMEOUT = 20

# --- Wagtail ------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Kapot Sterk & lesaanbod"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILDOCS_EXTENSIONS = ["docx", "odt", "pdf", "pptx", "xlsx", "zip"]

# --- Log ----------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kort": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"scherm": {"class": "logging.StreamHandler", "formatter": "kort"}},
    "root": {"handlers": ["scherm"], "level": env_str("LOG_LEVEL", "INFO").upper()},
}
