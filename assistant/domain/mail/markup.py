"""HTML to the text that a reader of the message would see; the one user of inscriptis.

lxml, which inscriptis stands on, parses; what the styles hide is taken out of the tree first and
reported. Quoted history in a citing blockquote gets the ">" that plain text would have.
"""

import re
from collections.abc import Iterator

from inscriptis.css_profiles import CSS_PROFILES  # type: ignore[import-untyped]  # no types
from inscriptis.html_engine import Inscriptis  # type: ignore[import-untyped]  # no types
from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]  # no types
from lxml import etree, html  # type: ignore[import-untyped]  # no types

from assistant.domain.mail.charsets import safe
from assistant.domain.mail.message import Removed
from assistant.domain.mail.styles import Look, declarations, gone, look, sheet

# More HTML than this is no letter; what lies beyond is cut off, with a defect.
LARGEST = 1_500_000
_MOST_ELEMENTS = 40_000
# Mail programs run no scripts, so that what stands in "noscript" is seen.
_UNSHOWN = frozenset({"script", "style", "head", "title", "template", "object", "meta"})
# These start and end a quotation in the rendered text, and cannot come from the message itself.
_OPEN, _CLOSE = "\ue0f1", "\ue0f2"
_CITING = ("gmail_quote", "moz-cite", "yahoo_quoted", "protonmail_quote", "gmail_extra_quote")
_TOO_DEEP = "the elements stand too deep inside each other"
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LONG_TAG = re.compile(r"(<[a-zA-Z][a-zA-Z0-9:]{0,30})[^<>]{2000,}")
_MOST_WORDS = 500
_BLANKS = re.compile(r"\n{3,}")
_CONFIG = ParserConfig(css=CSS_PROFILES["strict"].copy())


def read_html(source: str) -> tuple[str, tuple[Removed, ...], tuple[str, ...]]:
    """Return the visible text, what was hidden in it, and defects in words; never raises."""
    defects: list[str] = []
    removed: list[Removed] = []
    if len(source) > LARGEST:
        defects.append(f"The HTML is longer than {LARGEST:,} characters; the rest was cut off.")
    source = safe(source[:LARGEST]).replace(_OPEN, "").replace(_CLOSE, "")
    source = _LONG_TAG.sub(_without_attributes, source)
    try:
        text = _rendered(source, removed, defects)
    except (etree.LxmlError, ValueError, RecursionError, LookupError, TypeError, AssertionError):
        defects.append("The HTML could not be read; its tags were taken out instead.")
        text = html_unescape(_TAG.sub(" ", _without_styles(source)))
    return _quoted(text), tuple(removed), tuple(defects)


def _without_attributes(tag: re.Match[str]) -> str:
    """Return a tag as it is, or bare where it has hundreds of attributes, which cost lxml hours."""
    return tag[0] if len(tag[0].split(None, _MOST_WORDS)) <= _MOST_WORDS else tag[1]


def _without_styles(source: str) -> str:
    """Return HTML without its style and script elements, which no reader sees."""
    kept = re.split(r"<(?=/?(?:style|script)\b)", source, flags=re.IGNORECASE)
    return "<".join(
        each for each in kept if not re.match(r"(?:style|script)\b", each, re.IGNORECASE)
    )


def html_unescape(text: str) -> str:
    """Return a text with the commonest character references resolved."""
    for name, character in (("nbsp", " "), ("lt", "<"), ("gt", ">"), ("quot", '"'), ("amp", "&")):
        text = text.replace(f"&{name};", character)
    return text


def _rendered(source: str, removed: list[Removed], defects: list[str]) -> str:
    """Parse, take out what is hidden, and render."""
    if not source.strip():
        return ""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(source.encode("utf-8"), parser=parser)
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise ValueError(_TOO_DEEP)
    if sum(1 for _ in zip(tree.iter(), range(_MOST_ELEMENTS + 1), strict=False)) > _MOST_ELEMENTS:
        defects.append("The HTML has too many elements; its plain text was taken.")
        return "\n".join(str(each) for each in tree.itertext())
    _take_hidden(tree, removed)
    for block in list(tree.iter("blockquote", "div")):
        if _cites(block):
            _surround(block)
    return str(Inscriptis(tree, _CONFIG).get_text())


def _take_hidden(tree: html.HtmlElement, removed: list[Removed]) -> None:
    """Take what cannot be seen out of the tree, top down, without recursion."""
    rules: dict[str, dict[str, str]] = {}
    for element in tree.iter("style"):
        rules.update(sheet(str(element.text or "")))
    waiting = [(tree, Look())]
    while waiting:
        element, inherited = waiting.pop()
        if not isinstance(element.tag, str) or element.tag in _UNSHOWN:
            element.text = None
            _empty(element)
            continue
        attributes = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        style = _style(element.tag, attributes, rules)
        why = gone(attributes, style) if element.tag not in {"html", "body"} else ""
        if why:
            _note(removed, why, " ".join(str(each) for each in element.itertext()))
            _empty(element)
            continue
        now = look(inherited, element.tag, attributes, style)
        _take_unseen(element, now, removed)
        waiting.extend((child, now) for child in element)


def _style(
    tag: str, attributes: dict[str, str], rules: dict[str, dict[str, str]]
) -> dict[str, str]:
    """Return an element's style: the sheet's by tag, class and id, then its own."""
    style: dict[str, str] = {}
    if rules:
        style.update(rules.get(tag, {}))
        for name in attributes.get("class", "").lower().split()[:20]:
            style.update(rules.get("." + name, {}))
        style.update(rules.get("#" + attributes.get("id", "").lower(), {}))
    if "style" in attributes:
        style.update(declarations(attributes["style"]))
    return style


def _take_unseen(element: html.HtmlElement, now: Look, removed: list[Removed]) -> None:
    """Take out the texts that stand directly in an element where its look hides them."""
    why = now.unseen
    if not why:
        return
    _note(removed, why, str(element.text or ""))
    element.text = None
    for child in element:
        _note(removed, why, str(child.tail or ""))
        child.tail = " " if child.tail else None


def _empty(element: html.HtmlElement) -> None:
    """Take an element's content out but leave what follows it."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = "span"


def _note(removed: list[Removed], why: str, text: str) -> None:
    text = " ".join(text.split())
    if text:
        removed.append(Removed(why, text))


def _cites(block: html.HtmlElement) -> bool:
    """Say whether a block quotes the message that is answered; an indented block does not."""
    named = str(block.get("class") or "").lower()
    if block.tag == "blockquote":
        return block.get("type") == "cite" or any(each in named for each in _CITING)
    return False


def _surround(block: html.HtmlElement) -> None:
    """Mark where a quotation starts and ends in the text to be rendered."""
    block.tag = "div"
    opening, closing = etree.Element("div"), etree.Element("div")
    opening.text, closing.text = _OPEN, _CLOSE
    if block.text and block.text.strip():
        opening.tail, block.text = block.text, None
    block.insert(0, opening)
    block.append(closing)


def _quoted(text: str) -> str:
    """Turn marked quotations into lines that begin with ">", and tidy the blank lines."""
    lines = list(_marked(text)) if _OPEN in text else [line.rstrip() for line in text.split("\n")]
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip("\n")


def _marked(text: str) -> Iterator[str]:
    depth = 0
    for line in text.split("\n"):
        opened, closed = line.count(_OPEN), line.count(_CLOSE)
        words = line.replace(_OPEN, "").replace(_CLOSE, "").rstrip()
        depth += opened
        if words or not (opened or closed):
            yield f"{'>' * min(depth, 5)} {words.strip()}".rstrip() if depth else words
        depth = max(0, depth - closed)
