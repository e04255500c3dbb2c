"""What bears a person's name and is none: firms, statues, works, wards, ships, and the long dead.

Each is found by a word that says what it is; the name is then read before or behind that word.
"""

import re
from collections.abc import Iterator

Stretch = tuple[int, int]

# Up to four words with capital letters, and rows of them.
CAPITALS = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3}"
_MORE = rf"{CAPITALS}(?:, {CAPITALS}){{0,12}}(?:,? (?:and|&) {CAPITALS})?"
_THINGS = (
    r"(?:wards?|blocks?|houses?|buildings?|units?|rooms?|suites?|wings?|halls?|streets?|roads?"
    r"|schools?|products?|systems?|vessels?|ships?|boats?|plays?|productions?|breeds?|software"
    r"|apps?|storms?|dogs?|horses?|cats?|terriers?|spaniels?|yachts?|chatbots?|lorr(?:y|ies)"
    r"|gritters?|ploughs?)"
)
_WORKS = (
    r"(?:films?|books?|novels?|songs?|plays?|poems?|programmes?|schemes?|projects?|campaigns?"
    r"|exhibitions?|musicals?|operas?|productions?|training|run|performances?)"
)
# The name stands behind: "statue of Jane Hill", "wards: Alice and Rose", "called after …".
_BEHIND = re.compile(
    rf"\b(?:(?i:statues?|busts?|plaques?|portraits?|memorials?) (?:of|to|for) {CAPITALS}"
    rf"|(?i:novels?|poems?|books?|works?|plays?|songs?|music|run|production|performances?)"
    rf" (?:of|by) \"?{CAPITALS}"
    rf"|(?i:{_THINGS})(?: are| is| were| was)?(?:,? (?:called|named))? ?:? {_MORE}(?=[.;\n)]|$)"
    rf"|(?i:{_THINGS}),? (?:called|named) \"?{_MORE}"
    rf"|(?:named|called) (?:after|for|in (?:honour|memory) of) (?:the )?{_MORE}"
    rf"|(?i:{_WORKS})(?:,? (?:called|named|of|entitled))? \"[^\"\n]{{2,60}}\""
    r"|(?i:police (?:dog|horse)|PD|PH) [A-Z][a-z]+"
    r"|after [A-Z][\w'-]+(?=  |\n))"
)
# The name stands before, and ends where the word begins: (the word, the name).
_BEFORE = (
    (
        re.compile(
            r" (?:plc|PLC|Plc|Ltd|LTD|Limited|LLP|CIC|Cyf|GmbH|Inc|Solicitors|Lettings|Laundries"
            r"|Kitchen|& (?:Sons?|Daughters?|Co|Partners|Company))\b"
        ),
        re.compile(r"(?<![\w'])[A-Z][\w'.-]*(?: (?:& )?[A-Z][\w'.-]*){0,4}\Z"),
    ),
    (
        re.compile(
            r"(?:'s)? (?i:statue|(?:blue )?plaque|bust|portrait|memorial|bequest|foundation|prize"
            r"|scholarship|collection|building|stand|suite|ward|lecture)\b"
            r"| \((?:d\.|died|b\.|born|c\.)? ?1[0-8]\d\d\b"
            r"|'s (?i:novels?|poems?|plays?|works|books?|songs|paintings)\b"
        ),
        re.compile(rf"(?<![\w'-]){CAPITALS}\Z"),
    ),
    (
        re.compile(r" (?:wards|blocks|buildings|houses|wings|halls|rooms|units|schools)\b"),
        re.compile(rf"(?<![\w'-]){_MORE}\Z"),
    ),
    (re.compile(r" (?i:(?:mandatory )?training)\b"), re.compile(r"Oliver McGowan\Z")),
)
_REACH = 120


def namesakes(text: str) -> Iterator[Stretch]:
    """Yield where things are called by a person's name, with the word that says what they are."""
    for found in _BEHIND.finditer(text):
        yield found.span()
    for word, name in _BEFORE:
        for found in word.finditer(text):
            if named := name.search(text, max(0, found.start() - _REACH), found.start()):
                yield named.start(), found.end()
