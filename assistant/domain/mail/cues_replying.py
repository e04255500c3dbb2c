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
            r"\bto answer your\b|\b(?:as )?(?:for|to) your (?:\w+ )?(?:questions?|points?)\b"
            r"|\b(?:in (?:response|answer|reply|relation) to|regarding|re|answering|following"
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
        "says yes or no",
        (
            r"^\W*(?:yes|no|correct|that's right|that is right|indeed)[,.]|^\W*(?:only|just"
            r"|all) (?:the |those |of )?\w[^?]{0,80}$"
        ),
    ),
    (
        4,
        "gives nothing but a time",
        (
            r"^\W*(?:(?:from|between|for|the|period|calendar|financial|academic|years?)\W+)*"
            r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:\w{3,9} )?(?:19|20)\d\d\b(?:.{1,30}\b(?:19|20)\d\d"
            r"|/\d\d)?"
            r"(?:,? (?:please|thanks|thank you|inclusive))*\W*$"
        ),
    ),
    (
        3,
        "says what would do",
        (
            r"\b(?:i|we)(?: would|'d)? (?:prefer|be happy with|be content with|only (?:need|require"
            r"|want))\b|\bideally\b|\beither (?:is|would be|one|will)\b|\bboth (?:figures"
            r"|sets|would"
            r"|please|are)\b|\b(?:either|any|whichever|that|this|both|format|years?|figures?"
            r"|estimates?|totals?|averages?)(?: \w+){0,4}"
            r" (?:would|will|is|are) (?:all )?(?:be )?(?:fine|ok|okay|acceptable|sufficient)\b"
            r"|\bwhich(?:ever)? is (?:easier|easiest|simpler|simplest|quicker)\b|\bthat (?:would"
            r"|will) (?:be fine|suffice|do)\b|\bif (?:it is|that is"
            r"|that's)? ?not possible\b"
        ),
    ),
    (
        3,
        "gives the scope or period",
        (
            r"\b(?:the|this) (?:period|time ?(?:frame|period)|date range|dates?|scope|years?"
            r"|area)(?: \w+){0,5} (?:is|are|would be|should be)\b|\b(?:i (?:would like"
            r"|require|want)|i(?: am|'m| was)(?: \w+ly| just)? (?:interested in|looking for|after"
            r"|referring to"
            r"|talking about|thinking of|asking (?:for|about)|requesting|seeking))\b(?! to (?:take"
            r"|thank|say|express|make"
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
            r"\b(?:apolog(?:ies|ise)|sorry)\b.{0,60}\b(?:did ?n[o']t|unclear|realise|omission"
            r"|confusion"
            r"|not clear|not being|vague|ambigu\w+|typo)\b|\bas (?:you )?(?:requested|asked)\b"
            r"|\bsure thing\b"
        ),
    ),
    (
        2,
        "answers with a definition",
        r"\bthis means\b|\bdefin(?:ed|ition)\b|\b(?:i|we) define\b|\bwith the term\b|\bby this\b",
    ),
    (
        4,
        "gives identification",
        (
            r"\b(?:proof|copy|copies|scan|photo|picture) of (?:my )?(?:photo )?(?:id|identity"
            r"|identification|address|passport|driving licen[cs]e|utility bill|bank statement)\b"
            r"|\bmy (?:\w+ ){0,2}(?:date of birth"
            r"|address|postcode) is\b"
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
