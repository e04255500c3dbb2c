"""Rich Text Format to the text that a reader would see, in one pass and without recursion.

Outlook wraps HTML in RTF (MS-OXRTFEX); such a text comes back as the HTML it was. Text that is
marked hidden is left out and returned by itself.
"""

import re
from dataclasses import dataclass, field

from assistant.domain.mail.charsets import decode, safe

LARGEST = 4_000_000
_MOST_LEVELS = 10_000
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})?[ ]?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_BINARY = re.compile(rb"\\bin(\d{1,8}) ?")
# Groups whose content is no text of the document.
_UNSHOWN = frozenset(
    {
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "objdata",
        "themedata",
        "colorschememapping",
        "latentstyles",
        "datastore",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "xmlnstbl",
        "mmathpr",
        "filetbl",
        "revtbl",
        "fldinst",
        "bkmkstart",
        "bkmkend",
        "pgptbl",
        "wgrffmtfilter",
        "nonshppict",
        "template",
        "operator",
        "author",
        "title",
        "company",
        "subject",
        "keywords",
        "comment",
        "doccomm",
        "creatim",
        "revtim",
        "printim",
        "userprops",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "ftnsep",
        "ftnsepc",
        "aftnsep",
        "aftnsepc",
        "pn",
        "atnid",
        "atnauthor",
        "annotation",
    }
)
_SAID = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "softline": "\n",
    "cell": "\t",
    "nestcell": "\t",
    "nestrow": "\n",
    "tab": "\t",
    "emdash": "\u2014",
    "endash": "\u2013",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
# The charset of a font (RTF 1.9.1, \fcharset) and the code page of its letters.
_MACINTOSH = 10000
_FONT_PAGES = {
    77: _MACINTOSH,
    128: 932,
    129: 949,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
}


@dataclass(frozen=True, slots=True)
class Rich:
    """What an RTF says: its text, what in it was marked hidden, and whether the text is HTML."""

    text: str
    hidden: str
    is_html: bool


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    unshown: bool = False
    hidden: bool = False
    skip: int = 1
    page: int = 0
    fonts: bool = False


@dataclass(slots=True)
class _Reader:
    """The state of one pass."""

    from_html: bool
    state: _State = field(default_factory=_State)
    outer: list[_State] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    page: int = 1252
    font: int = 0
    pages: dict[int, int] = field(default_factory=dict)
    to_skip: int = 0
    starred: bool = False
    wrapping: bool = False


def rich_text(data: bytes) -> Rich:
    """Return the text of an RTF document, at most LARGEST bytes read; never raises."""
    source = _without_binary(data[:LARGEST]).decode("latin-1")
    reader = _Reader(from_html=bool(re.search(r"\\fromhtml1?\b", source[:1000])))
    for found in _TOKEN.finditer(source):
        kind = found.lastgroup
        if kind == "byte":
            _byte(reader, int(found["byte"], 16))
            continue
        _flush(reader)
        if kind == "text":
            _write(reader, found["text"])
        elif kind == "brace":
            _group(reader, opens=found["brace"] == "{")
        elif kind == "symbol":
            _symbol(reader, found["symbol"])
        else:
            number = found["number"]
            _word(reader, found["word"], int(number) if number else None)
    _flush(reader)
    return Rich(_whole(reader.out), _whole(reader.unseen), reader.from_html)


def _without_binary(data: bytes) -> bytes:
    r"""Return RTF without the raw bytes that \bin announces: braces in them are none."""
    kept: list[bytes] = []
    position = 0
    while found := _BINARY.search(data, position):
        kept.append(data[position : found.start()])
        position = found.end() + int(found[1])
    return b"".join([*kept, data[position:]]) if kept else data


def _whole(pieces: list[str]) -> str:
    """Join what was written; characters beyond the basic plane were written in two halves."""
    text = "".join(pieces)
    if not text.isascii():
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return safe(text)


def _write(reader: _Reader, text: str) -> None:
    r"""Write text where it is shown, after as many characters as a \u before it replaces."""
    if reader.to_skip:
        dropped = min(reader.to_skip, len(text))
        reader.to_skip -= dropped
        text = text[dropped:]
    if not text or reader.state.unshown or reader.wrapping:
        return
    (reader.unseen if reader.state.hidden else reader.out).append(text)


def _byte(reader: _Reader, value: int) -> None:
    """Keep a byte given in hexadecimal: a letter may take two."""
    if reader.to_skip:
        reader.to_skip -= 1
    else:
        reader.waiting.append(value)


def _flush(reader: _Reader) -> None:
    """Write the bytes that were waiting, in the code page of their font."""
    if reader.waiting:
        page = reader.state.page or reader.page
        name = "mac-roman" if page == _MACINTOSH else f"cp{page}"
        _write(reader, decode(bytes(reader.waiting), name)[0])
        reader.waiting.clear()


def _group(reader: _Reader, *, opens: bool) -> None:
    state = reader.state
    reader.to_skip = 0
    reader.starred = False
    if opens and len(reader.outer) < _MOST_LEVELS:
        reader.outer.append(state)
        reader.state = _State(state.unshown, state.hidden, state.skip, state.page, state.fonts)
    elif not opens and reader.outer:
        reader.state = reader.outer.pop()


def _symbol(reader: _Reader, symbol: str) -> None:
    if symbol == "*":
        reader.starred = True
    elif symbol == "~":
        _write(reader, " ")
    elif symbol == "_":
        _write(reader, "-")
    elif symbol in "\r\n":
        _write(reader, "\n")
    elif symbol in "\\{}":
        _write(reader, symbol)


def _word(reader: _Reader, word: str, number: int | None) -> None:
    """Do what a control word asks."""
    starred, reader.starred = reader.starred, False
    if starred and word == "htmltag" and reader.from_html:
        reader.state.unshown = False
    elif (starred and word != "shppict") or word in _UNSHOWN:
        reader.state.unshown = True
        reader.state.fonts = word == "fonttbl"
    elif word in _SAID:
        _write(reader, _SAID[word])
    elif word == "u" and number is not None:
        code = number % 65536
        _write(reader, chr(code))
        reader.to_skip = reader.state.skip
    elif word == "htmlrtf" and reader.from_html:
        reader.wrapping = number != 0
    else:
        _format(reader, word, number)


def _format(reader: _Reader, word: str, number: int | None) -> None:
    """Note what a control word says about the text that follows."""
    state = reader.state
    if word == "v":
        state.hidden = number != 0
    elif word == "plain":
        state.hidden = False
    elif word == "mac":
        reader.page = _MACINTOSH
    elif number is None:
        return
    elif word == "uc":
        state.skip = max(0, min(number, 20))
    elif word == "ansicpg":
        reader.page = number or reader.page
    else:
        _font(reader, word, number)


def _font(reader: _Reader, word: str, number: int) -> None:
    """Note which font follows; each has a charset of its own."""
    if word == "f":
        reader.font = number
        if not reader.state.fonts:
            reader.state.page = reader.pages.get(number, 0)
    elif word == "fcharset" and reader.state.fonts:
        reader.pages[reader.font] = _FONT_PAGES.get(number, 0)
