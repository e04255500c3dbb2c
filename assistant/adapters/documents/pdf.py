"""The words of a PDF, page by page; the one user of pypdf in the program."""

import io

import pypdf.filters  # noqa: F401 - pypdf would load it late, for each document again
from pypdf import PdfReader
from pypdf.errors import PdfReadError

from assistant.adapters.documents.archive import DAMAGED
from assistant.adapters.documents.found import Budget, CannotBeReadError, Found

_MOST_PAGES = 2_000
_LOCKED = (
    "The PDF is encrypted. Ask the requester to send one that opens without a password, or its "
    "text in an e-mail."
)
_SCAN = "The PDF holds pictures of pages and no text, as scans do. Read it yourself."
_CUT = "Only the first {read} of {pages} pages were read. Read the rest yourself."
_PARTLY = "Some pages of the PDF could not be read. Compare the text with the PDF."


def read_pdf(content: bytes, budget: Budget) -> Found:
    """Return the text of a PDF, pages divided by a blank line, then what was typed into its form.

    Raises CannotBeReadError where it is encrypted or damaged.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        opens = not reader.is_encrypted or bool(reader.decrypt(""))
        pages = len(reader.pages) if opens else 0
    except (NotImplementedError, ImportError) as error:
        raise CannotBeReadError(_LOCKED) from error
    except (PdfReadError, ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise CannotBeReadError(DAMAGED) from error
    if not opens:
        raise CannotBeReadError(_LOCKED)
    texts, broken = _texts(reader, min(pages, _MOST_PAGES), budget)
    texts.extend(_form(reader) if budget.left else [])
    text = "\n\n".join(each for each in texts if each.strip())
    read = min(len(texts), pages)
    problem = _CUT.format(read=read, pages=pages) if read < pages else _PARTLY if broken else ""
    return Found(text, problem or ("" if text else _SCAN), pages)


def _texts(reader: PdfReader, pages: int, budget: Budget) -> tuple[list[str], bool]:
    """Return the text of each page as far as the budget goes, and whether some page failed."""
    texts: list[str] = []
    broken = False
    for number in range(pages):
        try:
            text = reader.pages[number].extract_text()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - pypdf raises whatever a broken page makes it meet
            text, broken = "", True
        texts.extend(budget.take(iter((text,))))
        if not budget.left:
            break
    return texts, broken


def _form(reader: PdfReader) -> list[str]:
    """Return the fields of a form that somebody has filled in, a line each."""
    try:
        fields = reader.get_form_text_fields() or {}
        return ["\n".join(f"{name}: {value}" for name, value in fields.items() if value)]
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as for pages: a form that cannot be read has no fields
        return []
