"""What tells one kind of question from another: rows of a kind, a weight, and what is looked for.

The patterns are held against a question as `spelling.canonical` writes it: `<due>` is any of the
words for it, `p_1` a part that was named, `s_1` a section, `t_1` days, `r_1` a case's reference,
and `@it` any way of pointing at the case. Weights of one kind add up; a kind is meant from
LEAST on.
"""

import re

from assistant.domain.chat.cues_of_case import OF_CASE
from assistant.domain.chat.cues_of_law import OF_LAW
from assistant.domain.chat.cues_of_people import OF_PEOPLE
from assistant.domain.chat.kinds import Kind

LEAST = 4
# A kind that is ahead by less than this is not surely the one that is meant.
AHEAD = 1
_IT = r"(?:it|this|that|the <case>|this <case>|the <request>|this <request>|<case>|<request>|r_1)"
CUES: tuple[tuple[Kind, int, re.Pattern[str]], ...] = tuple(
    (kind, weight, re.compile(pattern.replace("@it", _IT)))
    for kind, weight, pattern in (*OF_CASE, *OF_PEOPLE, *OF_LAW)
)
# What nobody can read off a record: what ought to be decided, what somebody will do or intends.
_NOT_OURS = (
    (
        r"(?:<must>|\bshould|\bshall) (?:we|i|you|it|this|p_1|they)(?: be)? (?:<refuse>|<release>|"
        r"<use>|<transfer>|believe|trust|<decide>)"
    ),
    (
        r"\b(?:do|would|what do) you (?:think|reckon|believe|advise|suggest|recommend)|your "
        r"(?:view|opinion|advice)"
    ),
    r"\bwill (?:the )?(?:ico|commissioner|tribunal|court|judge|<requester>|they)\b",
    (
        r"\b(?:is|are|was) (?:the )?(?:<requester>|they|he|she) (?:a |an )?(?:journalist|lawyer|"
        r"criminal|mad|lying|genuine|troublemaker|activist|competitor)"
    ),
    (
        r"\b(?:ignore|forget|disregard) (?:all |your |the |any |previous |prior |<before> )"
        r"*(?:instructions?|rules?|prompt|instruction)"
    ),
    r"\b(?:password|secret key|api key|system prompt)\b",
    r"^(?:please |can you |just )*(?:delete|destroy|erase|wipe|shred)\b",
    (
        r"(?:<send>|<draft>|<release>|<address>).* (?:everyone|everybody|all <requester>|the press|"
        r"media)\b"
    ),
    r"\b(?:motive|motives|intention|intentions|real reason)\b",
)
NOT_OURS: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for pattern in _NOT_OURS)
