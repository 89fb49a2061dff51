"""All settings of the site, read from the environment (README, "Settings").

Without ``SECRET_KEY`` this is a development site on loopback. With it, or behind ``wsgi.py``,
it is production: everything without a safe default must then be set, or nothing starts.
"""

from email.utils import formataddr
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

import environ
from csp.constants import NONE, SELF

from lesaanbod.services.eigen_bestanden import maak_datamap, maak_eigen_bestand

from .omgeving import (
    check_keys,
    env_bool,
    env_cache,
    env_database,
    env_digits,
    env_domain,
    env_dotted,
    env_email,
    env_hosts,
    env_imap,
    env_int,
    env_level,
    env_list,
    env_path,
    env_smtp,
    env_str,
    env_url,
    get_host,
    get_port,
    is_loopback,
)

BASE_DIR = Path(__file__).resolve().parents[2]

# --- The kind of site ---------------------------------------------------------------------------

DEVELOPMENT_KEY = "only-for-development-and-tests-never-for-a-real-site"
SECRET_KEY = env_str("SECRET_KEY", DEVELOPMENT_KEY)
HAS_OWN_KEY = SECRET_KEY != DEVELOPMENT_KEY
DEBUG = env_bool("DEBUG", default=not HAS_OWN_KEY)
DEMO = env_bool("DEMO", default=False)

# Keys of before: links and diary addresses made with one of them keep working.
SECRET_KEY_FALLBACKS = env_list("SECRET_KEY_FALLBACKS")
if not DEBUG:
    check_keys("SECRET_KEY", [SECRET_KEY], public=DEVELOPMENT_KEY)
    check_keys("SECRET_KEY_FALLBACKS", SECRET_KEY_FALLBACKS, public=DEVELOPMENT_KEY)

ALLOWED_HOSTS = env_hosts("ALLOWED_HOSTS", "127.0.0.1,[::1],localhost" if DEBUG else None)
SITE_URL = env_url("SITE_URL", "http://127.0.0.1:8000" if DEBUG else None)
ELSEWHERE = [host for host in (*ALLOWED_HOSTS, get_host(SITE_URL)) if not is_loopback(host)]
if ELSEWHERE and not HAS_OWN_KEY:
    message = (
        f"SECRET_KEY is not set, and {ELSEWHERE[0]} is not on loopback. Everybody knows the key of "
        "a development site: set SECRET_KEY, or keep ALLOWED_HOSTS and SITE_URL on 127.0.0.1."
    )
    raise ImproperlyConfigured(message)
if DEMO and (ELSEWHERE or not DEBUG):
    message = "DEMO=on lets anybody in: it needs DEBUG=on, ALLOWED_HOSTS and SITE_URL on loopback."
    raise ImproperlyConfigured(message)

if not (DEBUG or SITE_URL.startswith("https://")):
    message = "SITE_URL must begin with https:// on a real site."
    raise ImproperlyConfigured(message)

DATA_DIR = env_path("DATA_DIR", BASE_DIR / "var")

# --- Safety -------------------------------------------------------------------------------------

# How many proxies of our own stand in front; they set X-Forwarded-For and X-Forwarded-Proto.
TRUSTED_PROXIES = env_int("TRUSTED_PROXIES", default=0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
TWO_YEARS = 2 * 365 * 24 * 3600
SECURE_SSL_REDIRECT = not DEBUG
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_HSTS_SECONDS = 0 if DEBUG else TWO_YEARS
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEBUG
SECURE_HSTS_PRELOAD = not DEBUG
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A browser accepts a cookie named __Host- only over https, for this host alone. It does not tell
# ports apart: two development sites side by side would end each other's sessions.
COOKIE_PREFIX = "" if DEBUG else "__Host-"
COOKIE_SUFFIX = f"-{get_port(SITE_URL)}" if DEBUG and get_port(SITE_URL) else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessie{COOKIE_SUFFIX}"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrf{COOKIE_SUFFIX}"
CSRF_COOKIE_AGE = None
CSRF_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "lesaanbod.views.toegang.formulier_verlopen"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# --- Rooms --------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "boekingen",
    "hoofdrolspelers",
    "lesaanbod",
    "lesaanbod.config.apps.BeheerUsersConfig",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.api.v2",
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
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "lesaanbod.paginacache.paginacache",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "lesaanbod.middleware.security_headers",
    "lesaanbod.middleware.after_response",
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
    *(["lesaanbod.middleware.OwnNotFound"] if DEMO else []),
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
DATABASE = env_database("DATABASE_URL", f"sqlite:///{DATA_DIR / 'lesaanbod.sqlite3'}")
if str(DATABASE["ENGINE"]).endswith("sqlite3"):
    if DATABASE["NAME"] != ":memory:":
        maak_datamap(Path(DATABASE["NAME"]).parent)
        maak_eigen_bestand(Path(DATABASE["NAME"]))
    DATABASE["OPTIONS"] = SQLITE_OPTIONS
else:
    DATABASE["CONN_HEALTH_CHECKS"] = True
DATABASES = {"default": DATABASE | {"CONN_MAX_AGE": 60}}

CACHE_URL = env_cache("CACHE_URL", "locmemcache://")
CACHES = {"default": environ.Env.cache_url_config(CACHE_URL)}
if "redis" in CACHE_URL:
    CACHES["default"]["BACKEND"] = "lesaanbod.cache.MildRedisCache"
    CACHES["default"]["OPTIONS"] = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}
# Public pages (lesaanbod.paginacache): of their own, so that they never push out a rate limit.
CACHES["paginas"] = {**CACHES["default"], "KEY_PREFIX": "paginas"}
if "locmem" in CACHE_URL:
    CACHES["paginas"] |= {"LOCATION": "paginas", "OPTIONS": {"MAX_ENTRIES": 500}}
OPENBARE_VIEWS = {"boekingen:kans"}
if not DEBUG and env_int("WEB_PROCESSES", default=1, minimum=1) > 1 and "redis" not in CACHE_URL:
    message = "WEB_PROCESSES is over 1: rate limits then need a shared CACHE_URL (redis://…)."
    raise ImproperlyConfigured(message)

STATIC_URL = "/static/"
STATIC_ROOT = env_path("STATIC_ROOT", BASE_DIR / "static-verzameld")
# Of the library of Utrecht only what we use: all of it is 400 kB, on every page.
UTRECHT = [
    *("form-field", "form-field-description", "form-field-error-message", "form-fieldset"),
    *("link", "select", "skip-link", "textarea", "textbox"),
]
STATICFILES_DIRS = [
    (package.rpartition("/")[2], BASE_DIR / "node_modules" / package / folder)
    for package, folder in [
        *((f"@utrecht/{component}-css", "dist") for component in UTRECHT),
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
        else "lesaanbod.statisch.VasteAdressenStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# --- Language and time --------------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

# --- Place --------------------------------------------------------------------------------------

# The municipality whose wijken we know, by its code of the CBS; 0344 is Utrecht.
GEMEENTECODE = env_digits("GEMEENTECODE", "0344", length=4)

# --- People -------------------------------------------------------------------------------------

AUTH_USER_MODEL = "lesaanbod.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/account/verder/"
LOGOUT_REDIRECT_URL = "/"
# Whose places are tried in turn after a login (lesaanbod.selectors.bestemmingen).
INLOG_BESTEMMINGEN = [
    "boekingen.bestemmingen.get_planning",
    "hoofdrolspelers.bestemmingen.get_portaal",
    "lesaanbod.selectors.bestemmingen.get_beheer",
    "boekingen.bestemmingen.get_mijn",
]

ACCOUNT_ADAPTER = "lesaanbod.toegang.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # without password1 there is no password field at login
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_RATE_LIMITS = {"login": "20/h/ip", "request_login_code": "5/h/key"}
ACCOUNT_FORMS = {
    "login": "lesaanbod.inlogformulieren.InlogForm",
    "confirm_login_code": "lesaanbod.inlogformulieren.CodeForm",
}
MFA_ADAPTER = "lesaanbod.toegang.TweedeStapAdapter"
MFA_FORMS = {
    "authenticate": "lesaanbod.inlogformulieren.TweedeStapForm",
    "reauthenticate": "lesaanbod.inlogformulieren.TweedeStapOpnieuwForm",
    "activate_totp": "lesaanbod.inlogformulieren.TweedeStapInstellenForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Kapot Sterk & lesaanbod"
MFA_TOTP_TOLERANCE = 1

# --- Mail ---------------------------------------------------------------------------------------

AFZENDER = env_email("AFZENDER", "lesaanbod@kapotsterk.example" if DEBUG else None)
AFZENDER_NAAM = env_str("AFZENDER_NAAM", "Kapot Sterk & lesaanbod")
# Where mail comes back: a mailbox that takes name+anything and lands in that of IMAP_URL.
RETOURADRES = env_email("RETOURADRES", "") if env_str("RETOURADRES", "") else ""
DEFAULT_FROM_EMAIL = formataddr((AFZENDER_NAAM, AFZENDER))
SERVER_EMAIL = AFZENDER
UID_DOMEIN = env_domain("UID_DOMEIN", AFZENDER.rpartition("@")[2])
EMAIL_URL = env_smtp("EMAIL_URL", "")
MAIL_MAP = DATA_DIR / "mail"
if EMAIL_URL:
    vars().update(environ.Env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "lesaanbod.postvak.EmlBackend"
EMAIL_TIMEOUT = 20
# How many mails leave for one mail domain in a minute; 0 is no limit.
MAIL_TEMPO = env_int("MAIL_TEMPO", default=120)
# The mailbox of AFZENDER, and the name under which its server writes Authentication-Results.
IMAP_URL = env_imap("IMAP_URL", "")
AUTHSERV_ID = env_str("AUTHSERV_ID", "")
# Where each app declares its letters (lesaanbod.emails.briefsoorten).
BRIEVEN = [
    "boekingen.emails.mailteksten.list_brieven",
    "hoofdrolspelers.emails.mailteksten.list_brieven",
]

# --- Wagtail ------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Kapot Sterk & lesaanbod"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_LOGIN_URL = "/beheer/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_EXTENSIONS = ["jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "lesaanbod.forms.afbeeldingen.SchoneAfbeeldingForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # every document is a download
WAGTAILDOCS_DOCUMENT_FORM_BASE = "lesaanbod.forms.documenten.GecontroleerdDocumentForm"
# Dotted path of a function that looks at every uploaded document, such as a virus scanner.
DOCUMENTCONTROLE = env_dotted("DOCUMENTCONTROLE", "")
WAGTAILDOCS_EXTENSIONS = ["docx", "odt", "pdf", "pptx", "xlsx", "zip"]

# The public API (lesaanbod.views.api): by its own list, without login, no more than this at once.
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_BASE_URL = SITE_URL

# --- Log ----------------------------------------------------------------------------------------

# Only one handler, so that no line leaves without the mask of lesaanbod.geheimen.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "kort": {
            "()": "lesaanbod.geheimen.MaskedFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"scherm": {"class": "logging.StreamHandler", "formatter": "kort"}},
    "root": {"handlers": ["scherm"], "level": env_level("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        # Wagtail tells every page it touches, and every task it runs at once.
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
