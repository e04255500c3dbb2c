"""Bytes to text, whatever charset they claim or fail to claim.

Nothing here raises, and no answer holds a lone surrogate or a NUL: what cannot be decoded becomes
U+FFFD, which an officer can see.
"""

import codecs
import re
from functools import lru_cache

# What mail calls a charset, and the wider codec that reads it and its common abuses.
_WIDER = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-8-i": "iso-8859-8",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
}

# Python calls these codecs too, but they are no charsets of text, or run code-like escapes.
_NOT_CHARSETS = frozenset(
    {
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "rot13",
        "rot_13",
        "hex",
        "base64",
        "bz2",
        "zlib",
        "uu",
        "quopri",
        "mbcs",
        "oem",
    }
)
# These say nothing: a mailer that writes them has often sent something else.
_SAYS_NOTHING = frozenset(
    {"", "us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "unknown", "8bit", "default"}
)

# Bytes that a text may begin with to say what it is, and the codec that reads it then.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# These change their alphabet by escape sequences (ISO 2022), in seven bits.
_ESCAPING = ("iso2022_jp_ext", "iso2022_kr")

_ONE_BYTE = ("cp12", "iso8859", "koi8", "mac", "cp437", "cp85", "latin")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:()+-]{0,39}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_EAST_ASIAN = re.compile(rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe])+")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_UNSAFE = re.compile(r"[\x00\ud800-\udfff]")
_GUESS_FROM = 4000
_TWO_PAIRS = 4


@lru_cache(maxsize=1024)
def codec_of(charset: str) -> str:
    """Return the Python codec for a charset name as mail writes it, or "" where there is none."""
    name = charset.strip().strip("'\"").lower()
    if name in _SAYS_NOTHING or not _NAME.fullmatch(name):
        return ""
    name = _WIDER.get(name, name)
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        return ""
    bare = found.replace("-", "_")
    return "" if bare in _NOT_CHARSETS or bare.endswith("_codec") else found


def decode(raw: bytes, charset: str = "", hint: str = "") -> tuple[str, str]:
    """Return the text of some bytes, and a defect in words or "".

    `charset` is what the mail declares for these bytes, `hint` what it declares elsewhere. The
    declared one is believed where it fits; then UTF-8, then the hint, then a guess.
    """
    if raw.isascii() and not (charset and _shifts(charset)):
        return _plain(raw), ""
    marked = next((codec for mark, codec in _MARKS if raw.startswith(mark)), "")
    declared = marked or codec_of(charset)
    text = _strict(raw, declared) if declared else None
    if text is not None:
        return safe(text).removeprefix("\ufeff"), ""
    guess, codec = _guess(raw, declared, codec_of(hint))
    if charset and not declared and charset.strip().lower() not in _SAYS_NOTHING:
        return safe(guess), f"Unknown charset {_shown(charset)}; read as {codec}."
    if declared:
        return safe(guess), f"The text is not {_shown(charset)} as it claims; read as {codec}."
    return safe(guess), ""


def _plain(raw: bytes) -> str:
    """Return the text of ASCII bytes, which may be Japanese or Korean that nobody declared."""
    if b"\x1b" in raw:
        for codec in _ESCAPING:
            text = _strict(raw, codec)
            if text is not None and not text.isascii():
                return safe(text)
    return raw.decode("ascii").replace("\x00", "")


def safe(text: str) -> str:
    """Return a text without NUL and without lone surrogates, which no database or JSON takes."""
    if text.isascii():
        return text.replace("\x00", "")
    return _UNSAFE.sub(lambda found: "" if found.group() == "\x00" else "\ufffd", text)


def _shifts(charset: str) -> bool:
    """Say whether plain ASCII bytes mean something else in this charset (ISO 2022, UTF-7, HZ)."""
    return codec_of(charset).replace("_", "-").startswith(("iso2022", "utf-7", "utf-16", "hz"))


def _shown(charset: str) -> str:
    """Return a charset name fit to print in a defect."""
    return repr(safe(charset.strip())[:40])


def _strict(raw: bytes, codec: str) -> str | None:
    """Return the text where every byte fits the codec."""
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError, ValueError):
        return None


def _guess(raw: bytes, declared: str, hint: str) -> tuple[str, str]:
    """Return the likeliest text and the codec it was read with."""
    first = hint if hint and not hint.startswith(_ONE_BYTE) else ""
    for codec in ("utf-8", first):
        text = _strict(raw, codec) if codec else None
        if text is not None:
            return text, codec
    if declared.startswith("utf") and _mostly_utf8(raw):
        return raw.decode("utf-8", "replace"), "utf-8 with faults"
    # A one-byte charset fits any bytes, so that it proves nothing where pairs are to be seen.
    asian = _asian(raw)
    if asian:
        return raw.decode(asian, "replace"), asian
    text = _strict(raw, hint) if hint else None
    if text is not None:
        return text, hint
    if declared and declared not in {"utf-8", "cp1252"}:
        return raw.decode(declared, "replace"), f"{declared} with faults"
    # The five bytes that cp1252 leaves open are rare and never letters.
    return raw.decode("cp1252", "replace"), "cp1252"


def _mostly_utf8(raw: bytes) -> bool:
    """Say whether broken UTF-8 is still UTF-8 (cut off, or a few stray bytes)."""
    text = raw.decode("utf-8", "replace")
    beyond_ascii = sum(1 for run in _HIGH_RUN.finditer(raw[:_GUESS_FROM]) if len(run.group()) > 1)
    return text.count("\ufffd") <= max(3, len(text) // 50) and beyond_ascii > 0


def _asian(raw: bytes) -> str:
    """Return the East Asian double-byte codec that these bytes look like, or "".

    Western text has single high bytes between letters; Chinese and Japanese come in runs of
    pairs. A few hundred bytes decide; a wrong guess is visible and costs nothing but legibility.
    """
    sample = raw[:_GUESS_FROM]
    high = sum(len(run.group()) for run in _HIGH_RUN.finditer(sample))
    runs = [run.group() for run in _EAST_ASIAN.finditer(sample)]
    long_runs = sum(len(run) for run in runs if len(run) >= _TWO_PAIRS)
    if high < _TWO_PAIRS or long_runs < 0.8 * high:
        return ""
    japanese = _strict(sample, "cp932")
    if japanese is not None and len(_KANA.findall(japanese)) * 3 >= len(_HAN.findall(japanese)) > 0:
        return "cp932"
    if all(len(run.group()) % 2 == 0 for run in _HIGH_RUN.finditer(sample)):
        chinese = raw.decode("gb18030", "replace")
        if len(_HAN.findall(chinese)) * 2 >= len(_HIGH_RUN.findall(sample)):
            return "gb18030"
    if japanese is not None and _KANA.search(japanese):
        return "cp932"
    return ""
