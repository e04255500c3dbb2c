"""What must not be left in a letter: gaps, placeholders, and what a word processor left behind."""

import re
from textwrap import shorten

from assistant.domain.letters.checks.framework import Found, Rule
from assistant.domain.letters.checks.reading import Reading

# So much of a gap is said in a finding, in whole words.
LONGEST_GAP = 120
_GAP = re.compile(
    r"\[[^\[\]\n]{0,60}\b(?:officer to|to supply|to be (?:supplied|confirmed|completed|added)"
    r"|please (?:complete|confirm|check|advise)|delete as|tbc|check|confirm|query|ask \w+|add"
    r"|complete|chase|awaiting|para|waiting|what|who|is this)\b"
    r"[^\[\]]{0,400}\]|\[\s*\?+\s*\]|\?\?+|\b(?:TBC|TBA|TBD)\b|(?-i:\b(?:[A-Z][a-z]+|HR|Legal"
    r"|IT)) to (?:confirm|check|supply|advise|add|complete)\b(?! (?:or deny|that|whether|receipt))"
    r"|\((?-i:[A-Z])\w+, [^()\n]{1,60}\?\)|\bto be written (?:once|when|by|after)\b"
    r"|\bchased (?:on )?\d{1,2} (?-i:[A-Z])|\bneed them to confirm\b|\bbefore this goes out\b"
    r"|\(need \w+[^()\n]{0,40}\)|\((?:ask|check with|chase"
    r"|query) [^()\n]{1,40}\)|\bto follow from\b|\bstill need(?:s)? to (?:tell|give|send"
    r"|confirm)\b|\((?:\w+ ){1,3}to (?:give|supply|confirm|check|provide|advise)\b[^()\n]{0,60}\)"
    r"|\bcheck with [A-Z]?\w+ (?:team|before)|[£$]?_{3,}|(?<!\.)\.{6,}(?![\s.]*[\d£])|…{2,}",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\[(?!\d{4}\])(?![Ss]ic\])(?!…\])(?!\.\.\.\])(?!redacted\])(?![a-z]{1,3}\])[^\[\]\n]{1,80}\]"
)
_PLACEHOLDER: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?<![A-Za-z0-9])[£$]?(?:XX+|xx{2,}|#{3,}(?! ?[A-Z]))(?:/XX+)*(?![A-Za-z0-9])"),
    re.compile(r"\b(?:DD|dd)/(?:MM|mm)/(?:YY|yy)+\b"),
    re.compile(
        r"<<?\s*(?:insert|enter|name|date|ref|number|add|requester|address|figure|title|reference"
        r"|amount)\b[^<>\n]{0,60}>>?",
        re.IGNORECASE,
    ),
    re.compile(
        r"<<[^<>\n]{1,60}>>|«[^«»\n]{1,60}»|\{\{[^{}\n]{0,60}\}\}|\{(?!\s*(?:MERGE|HYPER|PAGE|DOC"
        r"|TOC|REF|SEQ))[A-Za-z_ .]{1,40}\}|%[A-Z_]{3,30}%|\$\{[^}\n]{1,40}\}"
    ),
    re.compile(
        r"\b(?:insert|enter) (?:name|date|figure|number|reference|text|address|amount|title"
        r"|paragraph|department) (?:here|below)?\b",
        re.IGNORECASE,
    ),
    re.compile(r"\((?:insert|add|include|delete|amend|enter)\b[^()\n]{0,80}\)", re.IGNORECASE),
    re.compile(r"\blorem ipsum\b", re.IGNORECASE),
)
_TRACKED = re.compile(
    r"\[(?:deleted|inserted|formatted|comment(?:ed)?|moved)\b[^\n]{0,80}\]?"
    r"|\bComment \[[A-Z]{1,4}\d+\]|</?(?:ins|del|w:ins|w:del)\b[^>\n]{0,80}>"
    r"|\[[A-Z]{2,4}\d{1,3}(?:\]:?|:[^\]\n]{0,160}\]?)|~~[^~\n]{1,80}~~|\{(?:\+\+|--)[^}\n]{1,80}\}"
    r"|\{(?-i:[A-Z]{2,4}): [^}\n]{1,160}\}|\[-[^\]\n]{1,80}-\]|\{\+[^}\n]{1,80}\+\}"
    r"|\b(?:Deleted|Inserted|Formatted): ",
    re.IGNORECASE,
)
_WORD: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\[(?:bookmark|image|cid|embedded|endif|if )\b[^\]\n]{0,80}\]?|<!\[endif\]",
            re.IGNORECASE,
        ),
        "a bookmark",
    ),
    (re.compile(r"\b_(?:Hlk|Toc|Ref|GoBack)\w*"), "a bookmark"),
    (re.compile(r"Error! [^\n.]{0,60}", re.IGNORECASE), "a broken reference"),
    (
        re.compile(
            r"\{?[ \t]*\b(?:MERGEFIELD|HYPERLINK \"|HYPERLINK\b|PAGEREF|DOCPROPERTY|FORMTEXT"
            r"|FORMCHECKBOX|INCLUDEPICTURE|SEQ Table|TOC \\)[^}\n]{0,60}\}?"
        ),
        "a field code",
    ),
    (
        re.compile(
            r"</?(?:o:p|w:\w+|span|font|st1:\w+|p|br|b|i|u|div|strong|em)\b[^>\n]{0,120}>"
            r"|\bmso-[\w-]+"
            r"|&(?:nbsp|amp|rsquo|lsquo|quot|ldquo|rdquo|ndash);|\bClass=Mso\w+|\\(?:par|rtf1"
            r"|pard)\b",
            re.IGNORECASE,
        ),
        "markup of a word processor",
    ),
    (
        re.compile(r"[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f]|â€[™œ“\x9d]?|Ã©|Â£"),
        "a character that was lost",
    ),
)
_LABELLED = re.compile(r"^[ \t>]*(?:Q(?:uestion)?\s?)?\(?(\d{1,2})[.):][ \t]+\S", re.MULTILINE)
_FAR = 1200
_LINK_WORD = re.compile(r"\bhere\b|link|click|url\b|web ?address|web ?page|website", re.IGNORECASE)
_LINK_LABEL = re.compile(
    r"\bclick(?:ing)? (?:here|on (?:the|this) link|this link|below)\b|\(link\)|\[link\]|\b(?:see"
    r"|at|via|using|follow(?:ing)?|on|through|visit|open) (?:the|this) (?:following |attached "
    r"|below )?(?:link|web ?link|URL|web ?address|hyperlink)\b|\b(?:available|found|find (?:it"
    r"|this|them)|published|read|see|seen|access(?:ed|ible)?|downloaded?) here\b"
    r"|\b(?:the )?following (?:link|web ?page|website|web address|URL)\s*:|\bhere\s*:\s*(?:\.|$)"
    r"|\blink below\b",
    re.IGNORECASE | re.MULTILINE,
)
_URL = re.compile(
    r"https?://|\bwww\.|\b[\w-]+\.(?:gov|org|ac|nhs|police|co|com|example|uk)\b", re.IGNORECASE
)
_BEHIND = 160


def _gap_matches(reading: Reading) -> tuple[re.Match[str], ...]:
    """Return what looks like a gap."""
    return tuple(_GAP.finditer(reading.own))


def _tracked_matches(reading: Reading) -> tuple[re.Match[str], ...]:
    """Return what looks like a tracked change or a comment."""
    return tuple(_TRACKED.finditer(reading.own))


def _gaps(reading: Reading) -> Found:
    """Find what only an officer can supply and nobody has."""
    tracked = [match.span() for match in reading.once(_tracked_matches)]
    for match in reading.once(_gap_matches):
        if any(start <= match.start() < end for start, end in tracked):
            continue
        words = shorten(match[0], LONGEST_GAP, placeholder=" …")
        yield f"This is still to be supplied: {words}", match.start(), match.end()


def _placeholders(reading: Reading) -> Found:
    """Find slots that nobody filled."""
    taken = [match.span() for match in reading.once(_gap_matches)]
    taken += [match.span() for match in reading.once(_tracked_matches)]
    taken += [match.span() for pattern, _ in _WORD for match in pattern.finditer(reading.own)]
    for pattern in (_BRACKET, *_PLACEHOLDER):
        for match in pattern.finditer(reading.own):
            if any(
                start <= match.start() < end or match.start() <= start < match.end()
                for start, end in taken
            ):
                continue
            if pattern is _BRACKET and _is_quotation(reading, match):
                continue
            taken.append(match.span())
            yield f"“{match[0].strip()}” looks like a placeholder.", match.start(), match.end()


def _is_quotation(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether brackets stand in a neutral citation or hold an address, a link or a figure."""
    inside = match[0][1:-1]
    after = reading.own[match.end() : match.end() + 8]
    return bool(
        re.match(r"\s*(?:UK|EW|AC|QB|WLR|All|EWCA|Ch|1|2)", after) and inside[:1].isdigit()
    ) or bool(re.search(r"@|://|^\d[\d,.]*$", inside))


def _tracked(reading: Reading) -> Found:
    """Find tracked changes and a reviewer's comments."""
    for match in reading.once(_tracked_matches):
        yield f"“{match[0].strip()}” is a tracked change or a comment.", match.start(), match.end()


def _residue(reading: Reading) -> Found:
    """Find what a word processor left behind."""
    taken: list[tuple[int, int]] = []
    for pattern, what in _WORD:
        for match in pattern.finditer(reading.text):
            if any(start <= match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            yield f"“{match[0].strip()}” looks like {what}.", match.start(), match.end()


def _numbering(reading: Reading) -> Found:
    """Find a numbered list that lost its numbers: 1, 1, 1, or the same number twice."""
    labels = [(m.start(), m.end(), int(m[1])) for m in _LABELLED.finditer(reading.text)]
    for place in range(len(labels) - 1):
        (start, end, one), (next_start, _, other) = labels[place], labels[place + 1]
        if other != one or next_start - end > _FAR:
            continue
        third = labels[place + 2][2] if place + 2 < len(labels) else None
        if one > 1 or third == one:
            yield f"The entries of this list are numbered {one} again and again.", start, end
            return


def _stands_below(following: str) -> bool:
    """Tell whether the link stands in one of the next two lines, behind a mark or none."""
    lines = [line.strip() for line in following.split("\n") if line.strip()][:2]
    return any(_URL.match(line.lstrip("[]0123456789 -•*(<")) for line in lines) or (
        bool(lines) and lines[0].startswith("[") and _URL.search(" ".join(lines)) is not None
    )


def _link_label(reading: Reading) -> Found:
    """Find a link's label that has lost its link."""
    if not _LINK_WORD.search(reading.flat):
        return
    for match in _LINK_LABEL.finditer(reading.flat):
        behind = reading.flat[match.end() : match.end() + _BEHIND]
        before = reading.flat[max(0, match.start() - 60) : match.start()].rpartition("\n")[2]
        same, _, following = behind.partition("\n")
        near = re.sub(r"\S+@\S+", "", same)
        if not (_URL.search(near) or _stands_below(following) or _URL.search(before)):
            yield f"“{match[0].strip()}” has no link.", match.start(), match.end()


RULES = (
    Rule("gap", "s.17(1) FOIA", "error", _gaps),
    Rule("placeholder", "house rule", "error", _placeholders),
    Rule("tracked-change", "house rule", "error", _tracked),
    Rule("word-residue", "house rule", "error", _residue),
    Rule("broken-numbering", "house rule", "error", _numbering),
    Rule("link-label-without-link", "s.16 FOIA", "error", _link_label),
)
