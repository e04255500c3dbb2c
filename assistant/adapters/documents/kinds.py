"""What kind of document some bytes are: by how they begin, then by what they are called."""

from collections.abc import Mapping

# Read where they are: the domain's own readers, which read every message, bear anything.
PLAIN = frozenset({"text", "html", "calendar", "message"})

_SIGNS = ((b"%PDF-", "pdf"), (b"{\\rtf", "rtf"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_BY_SUFFIX: Mapping[str, str] = {
    "pdf": "pdf",
    "rtf": "rtf",
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "pptx": "pptx",
    "odt": "odf",
    "ods": "odf",
    "odp": "odf",
    "ott": "odf",
    "doc": "doc",
    "dot": "doc",
    "msg": "msg",
    "txt": "text",
    "text": "text",
    "md": "text",
    "log": "text",
    "csv": "text",
    "tsv": "text",
    "htm": "html",
    "html": "html",
    "ics": "calendar",
    "eml": "message",
}
_BY_TYPE: Mapping[str, str] = {
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/msword": "doc",
    "application/vnd.ms-outlook": "msg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odf",
    "application/vnd.oasis.opendocument.spreadsheet": "odf",
    "application/vnd.oasis.opendocument.presentation": "odf",
    "text/plain": "text",
    "text/csv": "text",
    "text/markdown": "text",
    "application/csv": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/calendar": "calendar",
    "message/rfc822": "message",
}
# What a container may hold; anything else in it is no document of ours.
_IN_ZIP = frozenset({"docx", "xlsx", "pptx", "odf"})
_IN_OLE = frozenset({"doc", "msg"})
# Names by which the parts of a zip tell what it is, and an Outlook item in a container.
_TELLING = (
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "odf"),
)
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_BEGINNING = 200_000
# Office files that a password protects are such containers, whatever they are called.
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def kind_of(name: str, type_: str, content: bytes) -> str:
    """Return the kind of a document, or "" where its words cannot be read here.

    How the bytes begin decides; the name's extension, then the media type, only say which of the
    kinds that begin alike it is.
    """
    for sign, kind in _SIGNS:
        if content[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(sign):
            return kind
    named = _BY_SUFFIX.get(name.lower().rpartition(".")[2]) or _BY_TYPE.get(type_.lower(), "")
    if content.startswith(_ZIP):
        return named if named in _IN_ZIP else _told(content)
    if content.startswith(_OLE):
        return _contained(named, content)
    if named in PLAIN:
        return "" if b"\x00" in content[:1000] and not _is_utf16(content) else named
    # A damaged document is still one: its reader says that it is damaged.
    return named


def _told(content: bytes) -> str:
    """Return which document a zip holds, by the names of its parts."""
    beginning = content[:_BEGINNING]
    return next((kind for sign, kind in _TELLING if sign in beginning), "")


def _contained(named: str, content: bytes) -> str:
    """Return which document a container of Microsoft's holds."""
    if ENCRYPTED_OFFICE in content:
        return "locked"
    if named in _IN_OLE:
        return named
    if _OUTLOOK in content:
        return "msg"
    return "doc" if _WORD in content else ""


def _is_utf16(content: bytes) -> bool:
    return content.startswith((b"\xff\xfe", b"\xfe\xff"))
