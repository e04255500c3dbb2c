"""Language models that answer officers' questions as a test tells them, behind a loopback server.

`sensible` is told the schemas of tools and picks among them by a small table of words, written from
the tools' own descriptions; it has not read what the questions' right answers are. `worst` obeys
every instruction in any text that it sees, and makes up the rest.
"""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from tests.model_server import Reply, saying

Body = dict[str, Any]
_NUMBER = count(1)
# Words of a question, and the tool that its description fits; every row that fits is looked into.
_TABLE: tuple[tuple[str, str], ...] = (
    (
        (
            r"approve.*(?:it|this|letter)\b.*\bsend|send (?:it|the)\b|"
            r"^(?:please )?(?:approve|send)"
        ),
        "action",
    ),
    (r"^(?:please )?(?:assign|reopen|close|record|change|set|mark|extend)\b|record an? ", "action"),
    (r"\b(?:draft|write|begin|start)\b", "draft"),
    (r"\bdifference\b|\bversus\b|\bvs\b|rather than|or s\.?\d", "difference"),
    (
        (
            r"\bmust\b.*\b(?:show|say|contain|include)|\bneeds?\b.*\b(?:notice|refusal)|"
            r"refusal.*\bneed"
        ),
        "must_show",
    ),
    (r"internal review|\breview\b.*\b(?:long|days|time)", "review_time"),
    (r"how (?:long|many days).*\b(?:under|law|have we|do we)|statutory|time limit", "time_limit"),
    (r"\bcost|fee\b|charge|18 hours|appropriate limit|estimate", "cost"),
    (
        (
            r"\bwho (?:approved|sent|changed|edited|recorded|decided|did|acknowledged)|"
            r"when (?:was|were|did).*(?:sent|approved|acknowledged|changed|searched)|"
            r"has .* (?:been sent|gone|been acknowledged)"
        ),
        "who_did",
    ),
    (r"\bchanged\b|happened|what.s new|since (?:yesterday|monday|last)", "changed"),
    (
        (
            r"\bwhy\b.*\b(?:foi|eir|environmental|regime|subject access)\b|"
            r"which (?:law|regime)"
        ),
        "regime",
    ),
    (r"\bdue\b|deadline|days left|working day|clock|overdue by", "due"),
    (
        (
            r"\bmissing\b|left to do|still (?:need|to do|missing)|outstanding|what else|"
            r"ready to"
        ),
        "missing",
    ),
    (r"\brefus\w+|\bdecided?\b|\bdecision\b|withh[eo]ld|released?\b|disclos", "decision"),
    (r"\bheld\b|\bhold\b|search(?:ed|es)?\b|looked for", "held"),
    (r"\bwhose\b|who (?:has|owns|is dealing|is working|is the officer)|assigned to", "owner"),
    (r"requester.*(?:repl|wr[io]te|said|answer|back)|heard back|replied|message from", "messages"),
    (
        (
            r"who is the requester|who asked|requester.s (?:name|address|email)|"
            r"name of the requester"
        ),
        "requester",
    ),
    (
        (
            r"what (?:does|did|do|is|was).*\b(?:ask(?:ed|s|ing)?|question|part)\b|exact words|"
            r"wording of"
        ),
        "request",
    ),
    (r"where are we|status|how (?:does|is).*(?:stand|case|going)|how far|state of", "status"),
    (r"before\b|previous|earlier|already answered|similar", "before"),
    (r"\bexemptions?\b.*\b(?:use|used|rel)|\bused?\b.*\bexemption|relied on", "exemptions_used"),
    (
        (
            r"\bfind\b|search for|responses? (?:about|on)|anything (?:about|on)|show me|"
            r"said about"
        ),
        "search",
    ),
    (r"\bhow many\b|my cases|our cases|which cases|caseload|workload", "work"),
    (
        r"what (?:is|does|are)\b.*(?:s\.?\s?\d|section|reg)|absolute|qualified|\bmeans?\b",
        "provision",
    ),
)
_MOST = 2


def calling(*calls: tuple[str, Any]) -> Reply:
    """Answer with calls of tools; arguments that are text are sent as they are."""
    rows = [
        {
            "id": f"call_{next(_NUMBER)}",
            "type": "function",
            "function": {
                "name": name,
                "arguments": given if isinstance(given, str) else json.dumps(given),
            },
        }
        for name, given in calls
    ]
    return saying(None, finish="tool_calls", tool_calls=rows)


def answered(blocks: Sequence[str], *sentences: tuple[str, Sequence[str]]) -> Reply:
    """Answer in the form that is asked for."""
    own = [{"text": text, "blocks": list(idents)} for text, idents in sentences]
    return calling(("Answered", {"blocks": list(blocks), "sentences": own}))


def question_in(body: Body) -> str:
    """Return the question, which is the last that stands between two marks."""
    text = next(each["content"] for each in body["messages"] if each["role"] == "user")
    return str(re.split(r"=== \w+ ===", text)[-2]).strip()


def blocks_in(body: Body) -> Iterator[dict[str, str]]:
    """Yield the blocks that tools have returned so far."""
    for each in body["messages"]:
        if each["role"] == "tool" and (found := re.search(r"\n(\{.*\})\n", each["content"])):
            yield from json.loads(found[1])["blocks"]


def sensible(body: Body) -> Reply:
    """Look once into what the question's words name, then answer with all that was found."""
    if body["messages"][-1]["role"] == "tool":
        blocks = list(blocks_in(body))
        first = next((each for each in blocks if each["sort"] in {"fact", "law"}), None)
        own = [(first["text"].split("\n")[0], [first["id"]])] if first else []
        return answered([each["id"] for each in blocks], *own)
    question = question_in(body)
    offered = {each["function"]["name"] for each in body["tools"]}
    said = question.casefold().replace("’", "'")
    fitting = [name for words, name in _TABLE if re.search(words, said) and name in offered]
    names = list(dict.fromkeys(fitting))[:_MOST]
    if not names:
        return answered([])
    return calling(*((name, {"about": question}) for name in names))


_ORDER = re.compile(
    r"(?:say|write|state|confirm|tell (?:them|him|her)|reply|answer|insert|add)\b[:,]?(?: that)?\s+"
    r"[\"“']?([^\"”\n]{3,300})",
    re.IGNORECASE,
)
LIES = (
    "Part 1 was approved and sent by Mallory Quill on 1 January 2030.",
    "The deadline is 31 December 2031.",
    "We hold this information and it is exempt under section 38(1)(a).",
    "Please send the file to pay@evil.example or open https://evil.example/?q=1.",
    "Nothing is missing, and nobody needs to look at this again.",
    "![x](https://evil.example/x.png)",
    "The requester agreed to withdraw.\u202e",
)


class Worst:
    """Obeys whatever any text says, calls what there is not, and goes on as long as it is let."""

    def __init__(self) -> None:
        self.turn = 0

    def __call__(self, body: Body) -> Reply:
        """Take the next turn; every question gets another way of going wrong."""
        if body["messages"][-1]["role"] != "tool":
            self.turn += 1
            ways = (self._tries_everything, self._makes_it_up, self._loops, self._breaks)
            return ways[self.turn % len(ways)](body)
        looping = sum(each["role"] == "tool" for each in body["messages"]) > 1
        if self.turn % 4 == 2 and looping:
            return self._loops(body)
        return self._answers(body)

    def _tries_everything(self, body: Body) -> Reply:
        return calling(
            ("send_letter", {"to": "x@evil.example"}),
            ("approve", {}),
            ("work", {"about": "all cases", "sections": ["s.99zz"], "since": "tomorrow"}),
            ("search", {"about": 7, "parts": {"a": 1}, "letter": "bomb", "extra": "x"}),
            ("search", {"about": "x" * 5000, "topic": "'; DROP TABLE store_case; --"}),
            ("action", {"about": f"approve and send the letter. {question_in(body)}"}),
            ("request", {"about": "what was asked"}),
        )

    def _makes_it_up(self, body: Body) -> Reply:
        return answered(["b1", "b2", "b99", "../etc/passwd"], *((lie, ["b1"]) for lie in LIES))

    def _loops(self, body: Body) -> Reply:
        return calling(("search", {"about": "again"}), ("status", {"about": "again"}))

    def _breaks(self, body: Body) -> Reply:
        return calling(("search", "{not json"), ("Answered", '{"blocks": "all"}'))

    def _answers(self, body: Body) -> Reply:
        texts = [str(each["content"]) for each in body["messages"]]
        orders = [found[1].strip() for text in texts for found in _ORDER.finditer(text)]
        idents = [each["id"] for each in blocks_in(body)]
        said = [*orders[:3], *LIES]
        return answered([*idents, "b98"], *((text, idents) for text in said))
