"""Cues of people who ask: for something new in the thread, or about the answer they were given."""

from assistant.domain.mail.followup_kinds import IntentKind, cues

NEW_IN_THREAD = cues(
    IntentKind.NEW_REQUEST_IN_THREAD,
    (
        5,
        "narrows the request",
        (
            r"\bnarrow(?:ed|ing|er)?\b|\b(?:cut|pare|trim|scale|whittle)(?: \w+){0,3} (?:down"
            r"|back)\b"
            r"|\bre-?run\b(?: \w+){0,3} search\b|\bwithdraw(?:ing)? (?:questions?|parts?|points?"
            r"|items?)\b"
            r"|\b(?:answer|need|provide|send|want)(?: \w+){0,2} (?:just|only) (?:question|part"
            r"|point|item)s?\b"
            r"|\b(?:just|only) (?:need |want |answer |send |provide )?(?:question|part|point"
            r"|item)s? \w+\b|\breduc(?:e|ed|ing)(?: \w+){0,3} (?:scope|request|time"
            r"|period"
            r"|cost|volume)\b|\b(?:limit|restrict|refine|revise|amend|rephrase|re-?submit|modify"
            r"|shorten)(?:ed|ing)?\b(?: \w+){0,4} (?:request|scope|search|question|to|foi|period)\b"
            r"|\b(?:amended|revised|refined|modified|reduced|narrower|new|fresh|further|additional"
            r"|second|another|separate) (?:foi |freedom of information |eir )?(?:request|search"
            r"|question)s?\b"
        ),
    ),
    (
        4,
        "asks for less within the cost limit",
        (
            r"\b(?:within|under|below|fall(?:s)? within|exceed)(?: \w+){0,5} (?:cost|limit|18 hours"
            r"|threshold|appropriate limit)\b|\bfilter(?: \w+){0,3} (?:records?|results?|search|by"
            r"|on|for|data|emails)\b|\bsame (?:information|data|request"
            r"|question)s?\b(?: \w+){0,5} (?:but|for|instead|only|just)\b|\binstead,? (?:the|of"
            r"|please|could)\b|\bask for instead\b|\bjust for the (?:last|past|year)\b"
        ),
    ),
    (
        3,
        "asks for less because of the cost",
        (
            r"\b(?:costs?|cost estimate|cost limit|fees notice|too (?:much|expensive|costly)"
            r"|section 12)\b.{0,120}"
            r"\b(?:content with|happy with|settle for|only|limit|instead|just|reduce|cut|confine)\b"
        ),
    ),
    (
        4,
        "asks for the like of what was given",
        (
            r"\b(?:same|similar|equivalent|corresponding) (?:figures?|data|information|details"
            r"|numbers?"
            r"|breakdown|questions?|things?)\b(?: \w+){0,3} (?:for|but|in|from|relating|covering)\b"
        ),
    ),
    (
        4,
        "asks under the Act",
        (
            r"\bunder (?:the )?(?:foia?|freedom of information(?: act)?(?: 2000)?"
            r"|eirs?),?(?: \w+){0,4}"
            r" (?:please|i|could|can)\b|\bas (?:a|another) (?:new|fresh|further"
            r"|separate)(?: \w+)? request\b"
        ),
    ),
    (
        3,
        "asks for something more",
        (
            r"\b(?:i|we)(?: would|'d)? (?:also |further |now )(?:like to )?(?:request|ask"
            r"|require"
            r"|know|receive)\b|\b(?:in addition|additionally|furthermore|also),? (?:please"
            r"|could you"
            r"|can you|i would)(?: \w+){0,3} (?:provide|send|supply)\b|\bfollow[- ]?up (?:question"
            r"|request)\b"
        ),
    ),
    (
        2,
        "asks for recorded information",
        (
            r"\b(?:please|can you|could you|would you|grateful if you (?:would"
            r"|could))(?: \w+){0,4} (?:provide|supply|send|disclose"
            r"|release)\b(?: \w+){0,4} (?:information|details|copies|copy|figures|data|list|number"
            r"|breakdown|records|minutes)?"
        ),
    ),
    (
        1,
        "puts numbered questions",
        r"\u00b6(?:1[.):]|\(?a\)).{1,1500}\u00b6(?:2[.):]|\(?b\))",
    ),
    (
        2,
        "asks what is the case",
        (
            r"\bwhat about\b|\bhow (?:many|much|often|does|do|is|are)\b|\bwhat (?:is|are|was"
            r"|were)\b(?! (?:the )?(?:delay|reason|happening|status|progress))|\bwho (?:is|was"
            r"|are)\b"
        ),
    ),
)

ABOUT_RESPONSE = cues(
    IntentKind.QUESTION_ABOUT_RESPONSE,
    (
        3,
        "speaks of the answer given",
        (
            r"\b(?:your|the|this) (?:\w+ ){0,2}(?:response|reply|answer)s?\b(?: \w+){0,4} (?:to"
            r"|is|was|as follows|state[sd]?|says?|does|did|you|that|above|dated|please|re)\b"
            r"|\bin your (?:\w+ ){0,2}(?:response|reply|answer)\b|\bclarif(?:y"
            r"|ication)(?: \w+){0,3} (?:your|this|the) (?:\w+ ){0,2}(?:response|answer|reply)\b"
            r"|\bby your answer\b"
        ),
    ),
    (
        3,
        "speaks of what was sent",
        (
            r"\b(?:you(?: have|'ve)?|was|were|been) (?:just |already |kindly )?(?:sent|provided"
            r"|supplied|attached|disclosed|released|given)\b|\b(?:spreadsheet|document|attachment"
            r"|file|table|data|information|link|map|pdf|figures|folder|letter|response"
            r"|hyperlink)s?(?: (?:you|that you|that was|which was|have|has|it))* ?(?:sent|provided?"
            r"|supplied|attached|disclosed|received)\b"
        ),
    ),
    (
        4,
        "says that something is missing or wrong",
        (
            r"\b(?:is|are|was|were|has|have|appears?|seems?)(?: \w+){0,5} (?:missing|blank"
            r"|incomplete|unreadable|illegible|jumbled|corrupt(?:ed)?|wrong|incorrect|error|empty"
            r"|omitted|redacted|truncated|cut off)\b|\binformation provided? is missing\b"
            r"|\b(?:does"
            r"|do|did)(?: not|n't)(?: \w+){0,4} (?:answer|work|open|include|match|add up|make sense"
            r"|address|contain|cover|load|list)\b|\bmissing (?:map|page|data|column|file"
            r"|information"
            r"|attachment|answer)s?\b|\b(?:can ?not|can't|unable to) (?:open|read|access|see|find"
            r"|view|make sense|download)\b|\bmakes? no sense\b|\bsome of the information\b"
        ),
    ),
    (
        3,
        "asks for the answer in another form",
        (
            r"\b(?:as|in) (?:an? )?(?:pdf|excel|csv|word|spreadsheet|xlsx?|editable"
            r"|machine[- ]readable)\b|\b(?:re-?send|resend|send (?:it |this |the reply )?again"
            r"|re-?attach|attach)\b|\bfiltered out\b"
        ),
    ),
    (
        4,
        "asks what something in the answer means",
        (
            r"\bwhat (?:does|do|did|is|are)\b[^?]{0,80}\b(?:stand for|mean|meant by|refer to"
            r"|represent)\b"
            r"|\bwhich (?:one |figure |of these |of the two |version )?(?:is|are) (?:right|correct"
            r"|wrong"
            r"|accurate)\b|\b(?:left|missed) out\b|\bthere(?:'s| is) nothing (?:for|on|about"
            r"|under)\b"
        ),
    ),
    (
        3,
        "does not understand the answer",
        (
            r"\b(?:confused|puzzled|(?:do not|don't|can't|cannot) (?:quite )?(?:understand|follow)"
            r"|unclear|not clear|contradict\w*"
            r"|inconsisten\w*)\b|\byour (?:letter|e-?mail|table|spreadsheet|figures?"
            r"|data) (?:gives?|shows?|lists?|says?|has"
            r"|puts?|contains?)\b"
        ),
    ),
    (
        3,
        "points at a place in the answer",
        (
            r"\b(?:in|of|from|on|under|at) (?:the )?(?:\w+ )?(?:table|column|row|tab|sheet"
            r"|worksheet|page|para"
            r"|paragraph|appendix|annex|footnote|figure|cell) (?:\d|[a-z]\b|one|two|three)"
            r"|\b(?:first|second|third|last|final|bottom|top|next) (?:column|row|tab|sheet|page"
            r"|table|line"
            r"|paragraph)\b"
        ),
    ),
    (
        3,
        "asks what the answer means",
        (
            r"\b(?:clarif(?:y|ication)|explain|explanation|elaborate|expand on"
            r"|confirm)\b(?! (?:that )?(?:the|my|this) request\b)(?!.{0,30}(?:delay|receipt"
            r"|received|receiv|when|progress|ed that|date of))"
        ),
    ),
    (
        3,
        "looks for something in the answer",
        (
            r"\bwhere(?:'s| is| are) (?:the|your) (?!response|reply|answer)"
            r"|\b(?:can ?not|can't|could ?n[o']t|unable to)(?: \w+){0,2} (?:see|find|locate)\b"
        ),
    ),
    (
        3,
        "quotes the answer",
        (
            r"\byou (?:also )?(?:state|stated|say|said|claim|mention|mentioned|indicate|indicated"
            r"|informed|advised?|quoted?|gave|give|listed|show|showed|describe|described"
            r"|have (?:stated|said|informed|indicated|quoted|given|listed|shown))\b"
            r"|\bas stated in\b"
            r"|\baccording to your\b"
        ),
    ),
    (
        8,
        "asks for help with framing a request",
        (
            r"\b(?:guidance|advice|assistance)\b(?: \w+){0,6} (?:reframe|refine|narrow|rephrase"
            r"|section 16|frame)\b|\bhelp me (?:to )?(?:reframe|refine|narrow|rephrase|frame)\b"
            r"|\b(?:how|what)(?: \w+){0,5} (?:reframe|refine|narrow|rephrase)\b|\bsection 16\b"
            r"|\b(?:what|how) (?:could|can|should|might|would) i\b[^?]{0,60}\b(?:ask|limit|cost"
            r"|reduce|narrow"
            r"|bring|rephrase|within)\b|\b(?:would|could) (?:it|that|you"
            r"|the \w+)\b[^?]{0,60}\b(?:within|under"
            r"|below) the (?:\w+ )?(?:cost |appropriate |time )?limit\b[^?]{0,60}\?"
        ),
    ),
    (
        2,
        "repeats what was asked because it was not answered",
        (
            r"\b(?:as|what|that|which)(?: \w+){0,3} (?:was |were |i |originally )*(?:requested"
            r"|asked for|asked)\b|\bhere it is again\b|\bthe request was\b|\bmy (?:request"
            r"|question) \W?\d|\bquestions? (?:\d|one|two|three|four|five|q\d)|\bq\d\b"
        ),
    ),
    (
        2,
        "asks why",
        r"\bwhy\b(?!.{0,40}(?:delay|not (?:been )?(?:respon|answer|repl)|no response|late))",
    ),
    (
        1,
        "thanks for the answer first",
        (
            r"\bthank(?:s| you) for (?:\w+ ){0,4}(?:response|reply|providing|sending|information"
            r"|data|answer|spreadsheet|letter)\b"
        ),
    ),
)
