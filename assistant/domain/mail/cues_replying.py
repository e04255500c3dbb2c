"""Cues of people who answer the authority: they clarify, thank, or withdraw."""

from assistant.domain.mail.followup_kinds import IntentKind, cues

CLARIFICATION = cues(
    IntentKind.CLARIFICATION_SUPPLIED,
    (
        5,
        "gives a name",
        (
            r"\bmy (?:full |real |legal |sur|last |first |family )?\s?name (?:is|'s)\b"
            r"|\bit'?s \[?(?:requester|name)\]?\b|\b(?:full name|surname|name)\s?:"
        ),
    ),
    (
        4,
        "answers a question of clarification",
        (
            r"\b(?:in (?:response|answer|reply|relation) to|regarding|re|answering|following"
            r"|further to|with regards? to)(?: \w+){0,3} (?:your )?(?:questions?|quer(?:y|ies)"
            r"|(?:request|e-?mail) (?:for|asking) clarification|clarification"
            r"|points? of clarification)\b|\b(?:response|reply|answer) to:? \W?(?:could|can|please"
            r"|would) (?:you )?(?:please )?(?:clarify|confirm|specify)\b"
            r"|\bclarification (?:requested|as requested|below|is as follows)\b|\bplease (?:find"
            r"|see)(?: \w+){0,3} clarification\b"
        ),
    ),
    (
        4,
        "clarifies what is meant",
        (
            r"\b(?:to|i|i can|can|happy to|let me) (?:clarify|confirm)\b(?! (?:that )?(?:you"
            r"|why|what|when|how|who|the (?:council|authority)|whether|if|receipt))"
            r"(?!.{0,30}(?:your|response|answer))"
            r"|\bfor (?:the (?:sake|avoidance) of )?clar(?:ity|ification)\b(?!.{0,15}i requested)"
            r"|\bconfirming (?:that )?(?:i|we|it)\b|\bby (?:this|that|\W\w+\W?) i (?:mean|meant)\b"
            r"|\bi (?:mean|meant)\b"
        ),
    ),
    (
        3,
        "says what would do",
        (
            r"\b(?:i|we)(?: would|'d)? (?:prefer|be happy with|be content with|only (?:need|require"
            r"|want))\b|\bideally\b|\beither (?:is|would be|one|will)\b|\bboth (?:figures"
            r"|sets|would"
            r"|please|are)\b|\bthat (?:would|will) (?:be fine|suffice|do)\b|\bif (?:it is|that is"
            r"|that's)? ?not possible\b"
        ),
    ),
    (
        3,
        "gives the scope or period",
        (
            r"\b(?:the|this) (?:period|time ?(?:frame|period)|date range|dates?|scope|years?"
            r"|area)(?: \w+){0,5} (?:is|are|would be|should be)\b|\b(?:i (?:would like"
            r"|am (?:interested in|looking for|after|referring to|asking (?:for|about)|requesting"
            r"|seeking)|require|want))\b(?! to (?:take|thank|say|express|make"
            r"|know why))(?!.{0,60}(?:review|to know why|an update|you to))"
            r"|\b(?:this|it|that|they|these|which) should (?:be (?:inclusive|limited|from|for|to)"
            r"|include|cover|exclude|run from)\b"
        ),
    ),
    (
        2,
        "restates the request as an explanation",
        (
            r"\bthis request is (?:simply|just|only|about|for)\b|\bi (?:include|repeat|copy"
            r"|attach)(?: \w+){0,4} request\b(?: again)?|\brefer to my original\b"
            r"|\bmy (?:original )?request (?:is|was|relates|refers|concerns) (?:simply |only |just "
            r"|to )?(?:about|for|to)?\b"
        ),
    ),
    (
        2,
        "apologises for what was missing",
        (
            r"\bapolog(?:ies|ise)\b.{0,60}\b(?:did ?n[o']t|unclear|realise|omission|confusion"
            r"|not clear|not being)\b|\bas (?:you )?(?:requested|asked)\b|\bsure thing\b"
        ),
    ),
    (
        2,
        "answers with a definition",
        r"\bthis means\b|\bdefin(?:ed|ition)\b|\b(?:i|we) define\b|\bwith the term\b|\bby this\b",
    ),
    (
        2,
        "gives identification",
        (
            r"\b(?:proof|copy) of (?:my )?(?:id|identity|address|passport)\b|\bmy (?:date of birth"
            r"|address|postcode) is\b"
        ),
    ),
)

WITHDRAWAL = cues(
    IntentKind.WITHDRAWAL,
    (
        7,
        "withdraws the request",
        (
            r"\b(?:withdraw(?:ing)?|retract(?:ing)?|rescind) (?:it|this|that|both"
            r"|them)?\b(?! letter)"
            r"(?: ?(?:my|the|our|these|original|current|above|foi|first|second|duplicate|earlier))*"
            r" ?(?:freedom of information |information )?"
            r"(?:request|foi|enquiry|application|complaint|review|it|this|both|them)\b"
            r"|\bconsider (?:my|this|the)(?: \w+){0,3} (?:request|enquiry) (?:as )?withdrawn\b"
            r"|\bam withdrawing\b"
        ),
    ),
    (
        6,
        "closes the request",
        (
            r"\b(?:close|cancel|drop|discontinue|disregard|scrap|stop)(?: \w+){0,3} (?:request|foi"
            r"|enquiry|case|email|query)\b(?!s)"
        ),
    ),
    (
        5,
        "no longer needs it",
        (
            r"\bno longer (?:need|require|want|wish|interested)\b|\b(?:do not|don't) need (?:this"
            r"|the|it|you)\b|\bi have (?:now )?(?:found|obtained|received) (?:the|this"
            r"|what)(?: \w+){0,4} (?:elsewhere|online|myself|already)\b|\b(?:sent|wrote"
            r"|submitted)(?: \w+){0,3} (?:twice|in error|by mistake)\b"
        ),
    ),
)

THANKS = cues(
    IntentKind.THANKS,
    (
        2,
        "thanks",
        r"\bthank(?:s| you|ful)\b|\bappreciate[ds]?\b|\bgrateful\b|\bdiolch\b|\bcheers\b",
    ),
    (
        2,
        "is pleased",
        (
            r"\b(?:very|really|so|most|extremely) (?:helpful|useful|kind|good|grateful|much)\b"
            r"|\b(?:helpful|brilliant|wonderful|perfect|excellent|well done|great work)\b"
            r"|\bmuch appreciated\b"
        ),
    ),
    (
        1,
        "needs nothing more",
        r"\b(?:no further|nothing (?:else|further|more))\b|\ball i (?:need|needed)\b",
    ),
)
