"""Each library of others is imported where the table says, and nowhere else.

A new library is a new row here and a new line in docs/dependencies.md: both are decisions.
"""

import sys
from collections import defaultdict
from fnmatch import fnmatch

import pytest

from tests.architecture.reading import imports, modules

# The top-level module of a library, and the files of the package that may import it.
ALLOWED: dict[str, tuple[str, ...]] = {
    # The shell: the web pages, the tables, the project, and what use cases need of a transaction.
    "django": ("project/*", "store/*", "web/*", "services/*", "bootstrap.py", "health.py",
               "keeping.py", "one_at_a_time.py", "running.py"),
    "allauth": ("project/*", "web/*", "services/reset_second_factor.py"),
    "cryptography": ("project/sign_in.py",),
    "requests": ("web/views/second_factor.py",),
    "django_tasks": ("project/*", "store/queue.py"),
    "django_tasks_db": ("project/*", "store/queue.py"),
    "django_htmx": ("web/*", "project/*"),
    "prometheus_client": ("project/figures.py",),
    "pygal": ("web/charts.py",),
    "crispy_forms": ("web/forms/*",),
    "crispy_forms_gds": ("web/forms/*",),
    "dj_database_url": ("project/settings.py",),
    "waitress": ("bootstrap.py",),
    "dotenv": ("environment.py",),
    "pydantic": ("config.py", "mail_settings.py", "model_settings.py", "sign_in_settings.py",
                 "watch_settings.py", "adapters/model_answers.py", "demo/start.py"),
    "pydantic_settings": ("config.py", "mail_settings.py"),
    # The outside world, an adapter each.
    "chromadb": ("adapters/chroma.py", "adapters/chroma_client.py", "adapters/onnx_embeddings.py"),
    "httpx": ("adapters/chroma_client.py", "adapters/oauth_web.py", "adapters/onnx_embeddings.py"),
    "onnxruntime": ("adapters/onnx_embeddings.py",),
    "tokenizers": ("adapters/onnx_embeddings.py",),
    "msal": ("adapters/oauth_microsoft.py",),
    "google": ("adapters/oauth_google.py",),
    "imapclient": ("adapters/imap_*.py",),
    "frontmatter": ("adapters/prompt_files.py", "adapters/wording_files.py",
                    "adapters/loaders/letters.py"),
    "yaml": ("adapters/prompt_files.py", "adapters/wording_files.py",
             "adapters/loaders/letters.py"),
    "sklearn": ("adapters/builtin_embeddings.py",),
    "scipy": ("adapters/builtin_embeddings.py",),
    "numpy": ("adapters/builtin_embeddings.py", "adapters/fitted_terms.py",
              "adapters/*embeddings.py", "adapters/learned_background.py", "adapters/chroma*.py"),
    "docx": ("adapters/word_*.py",),
    "pypdf": ("adapters/documents/pdf.py", "adapters/documents/hidden/pdf*.py"),
    "openpyxl": ("adapters/documents/sheets.py", "adapters/loaders/sheet_child.py"),
    "olefile": ("adapters/documents/containers.py",),
    "babel": ("adapters/catalogues.py",),
    "typst": ("adapters/pdf_document.py",),
    "stamina": ("adapters/*",),
    "langchain": ("adapters/langchain_models.py", "adapters/langchain_agent.py",
                  "adapters/langchain_embeddings.py"),
    "langchain_core": ("adapters/langchain_models.py", "adapters/langchain_agent.py"),
    "langsmith": ("adapters/langchain_models.py",),
    # The demo's own servers.
    "aiosmtpd": ("demo/*", "adapters/listener.py"),
    "pymap": ("demo/*",),
    "proxyprotocol": ("demo/*",),
    # Libraries that only compute, each in one file of a pure room.
    "holidays": ("domain/law/calendar.py",),
    "authres": ("domain/mail/authentication.py",),
    "flufl": ("domain/mail/older_bounces.py",),
    "inscriptis": ("domain/mail/markup.py",),
    "phonenumbers": ("domain/library/masking_phones.py",),
    "lxml": ("domain/mail/markup.py", "adapters/documents/archive.py",
             "adapters/documents/open_document.py"),
    "snowballstemmer": ("store/terms.py",),
    # The commands.
    "rich": ("cli.py", "cli/*"),
}  # fmt: skip

OURS = {"assistant", *sys.stdlib_module_names}


def _importers() -> dict[str, set[str]]:
    """Return, for each library of others, the files that import it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path, tree in modules().items():
        for name, _ in imports(tree):
            library = name.split(".")[0]
            if library not in OURS:
                found[library].add(path)
    return found


def test_every_library_in_use_has_a_row_in_the_table() -> None:
    assert set(_importers()) - set(ALLOWED) == set()


@pytest.mark.parametrize("library", sorted(ALLOWED))
def test_a_library_stays_where_it_belongs(library: str) -> None:
    astray = {
        path
        for path in _importers().get(library, ())
        if not any(fnmatch(path, pattern) for pattern in ALLOWED[library])
    }
    assert astray == set()
