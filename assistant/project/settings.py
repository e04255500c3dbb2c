"""Django's settings, made from config.py; nothing is set here that an operator would change."""

import secrets
from pathlib import Path
from typing import Any

import dj_database_url

from assistant import bootstrap, config
from assistant.project import logs

_settings = config.current()
_package = Path(__file__).resolve().parent.parent


def _secret_key() -> str:
    """Return the key from the settings, or the one kept in the data folder (made when missing)."""
    given = _settings.secret_key.get_secret_value()
    if given:
        return given
    place = _settings.data_folder / "secret-key"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            # "x": where two processes start at once, the first to write wins.
            with place.open("x", encoding="ascii") as file:
                place.chmod(0o600)
                file.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass
    return place.read_text(encoding="ascii")


def _database() -> dict[str, Any]:
    """Return Django's DATABASES entry: SQLite in the data folder, or what DATABASE_URL names."""
    if _settings.database_url:
        return {
            **dj_database_url.parse(_settings.database_url),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _settings.data_folder / "foi-assistant.sqlite3",
        "OPTIONS": {
            # IMMEDIATE: a transaction that will write waits its turn at once instead of failing
            # half-way. FULL: what was committed survives a loss of power (RFC 5321 s. 6.1's duty).
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


SECRET_KEY = _secret_key()
DEBUG = _settings.debug
ALLOWED_HOSTS = list(_settings.allowed_hosts)
CSRF_TRUSTED_ORIGINS = list(_settings.trusted_origins)
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "store.User"
ROOT_URLCONF = "assistant.project.urls"
WSGI_APPLICATION = "assistant.project.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_forms_gds",
    "django_htmx",
    "django_tasks_db",
    "assistant.store",
    "assistant.web",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    # Before names of hosts, sessions and the database: machines ask by address, and often.
    "assistant.project.watching.RequestMiddleware",
    "assistant.project.watching.WatchingMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "assistant.project.middleware.PortsMiddleware",
    "assistant.project.sessions.SessionMiddleware",
    "assistant.project.middleware.PermissionMiddleware",
    "assistant.project.middleware.ContentSecurityMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "assistant.web.context.shown_everywhere",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["mail", "draft", "send", "library"],
    }
}

# Who builds the ports; tests name their own here and so come in by the same door.
PORTS = "assistant.bootstrap.ports"
POSTBOX = "assistant.bootstrap.postbox"
MAILBOXES = "assistant.bootstrap.mailboxes"
SENT_FOLDERS = "assistant.bootstrap.sent_folders"
# What language models may be used for: bootstrap asks here, for it knows no tables.
MODEL_ALLOWANCE = "assistant.project.wiring.model_allowance"
# What is done around a worker's tasks: its heartbeat, and what its log says of each.
WORKING = "assistant.project.working.watched"

AUTHENTICATION_BACKENDS = ["assistant.project.backends.Backend"]
LOGIN_URL = "web:sign-in"
LOGIN_REDIRECT_URL = "web:today"
LOGOUT_REDIRECT_URL = "web:sign-in"
# Failures to sign in are counted here, by all processes together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "store_sharedcache",
        # So many names tried at once that counts are thrown away is itself an attack in plain view.
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

ACCOUNT_ADAPTER = "assistant.project.sign_in.AccountAdapter"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if _settings.https else "http"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "assistant.web.forms.accounts.SignInForm",
    "reauthenticate": "assistant.web.forms.accounts.PasswordAgainForm",
    "change_password": "assistant.web.forms.accounts.ChangePasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_LOGOUT_REDIRECT_URL = "web:sign-in"
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_SIGNUP_ENABLED = False
MFA_ADAPTER = "assistant.project.sign_in.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "assistant.web.forms.second_factor.CodeForm",
    "reauthenticate": "assistant.web.forms.second_factor.CodeAgainForm",
    "activate_totp": "assistant.web.forms.second_factor.FirstCodeForm",
    "add_webauthn": "assistant.web.forms.second_factor.NewPasskeyForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# A telephone's clock may be half a minute out.
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_ADAPTER = "assistant.project.sign_in.IssuerAdapter"
# A link, not a form: the content policy lets no form lead elsewhere. What comes back is bound to
# the session by its state, and to the code's verifier (PKCE).
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "issuer",
                "name": _settings.oidc_name,
                "client_id": _settings.oidc_client_id,
                "secret": _settings.oidc_client_secret.get_secret_value(),
                "settings": {
                    "server_url": _settings.oidc_issuer,
                    "verified_email": list(_settings.oidc_verified_domains),
                },
            }
        ]
        if _settings.oidc_issuer
        else [],
    }
}

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = _settings.language
LOCALE_PATHS = bootstrap.catalogues(_settings)
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = _settings.data_folder / "static"
# Static files are served from the package itself, so that nothing has to be collected before.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = int(_settings.session_hours * 3600)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _settings.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _settings.https else None
SECURE_HSTS_SECONDS = 31_536_000 if _settings.https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# A page that takes many says at how many it stops; beyond these Django refuses in its own words.
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

LOGGING = logs.described(
    _settings.log_level,
    _settings.log_format,
    kept=[address for account in _settings.accounts for address in account.addresses],
)
