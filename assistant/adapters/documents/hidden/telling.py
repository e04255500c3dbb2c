"""Which way a file is looked into: by how it begins, then by what it is called."""

from assistant.adapters.documents.kinds import kind_of

PLAIN_TEXT = "text"
# What there is somebody to look into; old Office files, databases and programs are not among it.
LOOKED = frozenset({"zip", "pdf", "rtf", "message", "picture"})
_SIGNS = (
    (b"PK\x03\x04", "zip"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG\r\n", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
)
_CONTROLS = frozenset(range(9)) | frozenset(range(14, 32))


def told(name: str, type_: str, content: bytes) -> str:
    """Return "zip", "pdf", "rtf", "message", "picture", "text", "item", "locked", or ""."""
    for sign, kind in _SIGNS:
        if content.startswith(sign):
            return kind
    kind = kind_of(name, type_, content)
    if kind in {"text", "calendar"} or (not kind and _is_text(content)):
        return PLAIN_TEXT
    return {
        "pdf": "pdf",
        "rtf": "rtf",
        "message": "message",
        "msg": "item",
        "locked": "locked",
    }.get(kind, "")


def _is_text(content: bytes) -> bool:
    """Say whether some bytes are text that hides nothing; marked-up text may hide something."""
    if content.lstrip().startswith(b"<") or not _CONTROLS.isdisjoint(content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
