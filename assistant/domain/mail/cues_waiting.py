"""Cues of people who wait for an answer, or who go to the Commissioner because none came."""

from assistant.domain.mail.followup_kinds import IntentKind, cues

_REPLY = r"(?:response|reply|answer|email|e-mail|acknowledge?ment|decision|information|data)"

CHASER = cues(
    IntentKind.CHASER,
    (
        4,
        "says that an answer is overdue",
        r"\b(?:long |now |still |well |already |\w+ weeks? )?over ?due\b|\bovedue\b",
    ),
    (
        3,
        "says that nothing has come",
        (
            r"(?:\b(?:not|never|no)|n't)\b(?: \w+){0,4} (?:received|had|got|heard|seen"
            rf"|receive)\b(?: \w+){{0,6}} ?(?:{_REPLY}|back|anything|from you)?"
            r"|\b(?:no|nor any) (?:\w+ )?(?:response|reply|answer|acknowledge?ment)\b"
        ),
    ),
    (
        3,
        "is still waiting",
        (
            r"\bwithout (?:a|any|your) (?:response|reply|answer|acknowledg)|\b(?:still|am|been"
            r"|be) (?:a?waiting|without)\b|\bawait(?:ing)? (?:your|a|the|an) (?:response|reply"
            r"|answer|information)"
        ),
    ),
    (
        3,
        "asks for the answer",
        (
            r"\b(?:any chance of|(?:can|could|may|when will) i (?:please )?(?:have|get|receive)"
            r"|waiting (?:for|on)|expecting)(?: (?:a|an|the|my|your|some|initial|full|final))*"
            r" (?:response|reply|answer|acknowledge?ment|decision|timetable)\b"
            r"|\bwhere(?:'s| is) (?:my|the|your) (?:response|reply|answer)\b"
            r"|\b(?:produce|provide|send|complete|finish|issue)(?: me| us)? (?:the|my"
            r"|your) (?:\w+ )?(?:review|response|reply"
            r"|answer|decision notice)\b"
        ),
    ),
    (
        3,
        "asks for an update",
        (
            r"\b(?:update|progress|news|status|eta)\b(?: \w+){0,3} (?:on|of|to|about|regarding|for"
            r"|with|please|in)\b|\b(?:any|an|provide|send|give)(?: \w+){0,3} (?:update|progress"
            r"|news)\b|\bupdate me\b"
            r"|\bany (?:movement|sign|word|joy|luck|response|reply|answer"
            r"|developments?)\b[^.]{0,60}\?"
        ),
    ),
    (
        3,
        "asks when an answer will come",
        (
            r"\bwhen (?:can|will|may|might|could|should|do|is|are|am)(?: \w+){0,6} (?:expect"
            r"|respond|receive|reply|answer|response|available|ready|release|released|provided?"
            r"|completed?)\b|\bwhen (?:i|we) (?:can|will|may|might|should"
            r"|could)\b(?: \w+){0,4} (?:expect|hear"
            r"|receive|get|have)\b|\b(?:know|tell me|advise(?: me)?|confirm|indicate|idea) when\b"
            r"|\bdate (?:by|on|for) (?:which|when)\b|\b(?:expected|confirmed|likely|anticipated"
            r"|revised|new) (?:date"
            r"|timescale|timeline)\b"
        ),
    ),
    (
        3,
        "says that a deadline has passed",
        (
            r"\b(?:deadline|due date|time ?limit|target date|working days|statutory (?:period"
            r"|time))\b(?: [\w/]+){0,8} (?:passed|expired|elapsed|gone|exceeded|missed|lapsed"
            r"|approach\w*|reached|ended|breached)\b|\b(?:passed|exceeded|missed|beyond|past"
            r"|breach(?:ed)?|failed to meet)(?: \w+){0,4} (?:deadline|due date|working days"
            r"|time ?limit|statutory)\b|\bhas (?:now )?passed\b|\bnow reached that date\b"
        ),
    ),
    (
        3,
        "asks that the request be answered",
        (
            r"\b(?:please|can you|could you|kindly)(?: \w+){0,3} (?:respond|reply"
            r"|answer)(?: \w+){0,2} to (?:this|my|the|our)\b|\bprovide (?:a|the|my|your) (?:full "
            r"|final )?(?:response"
            r"|reply)\b"
        ),
    ),
    (
        3,
        "asks whether it was received",
        (
            r"\b(?:has|have|did|confirm|can you|was)\b(?: \w+){0,5} (?:received|receive|receipt"
            r"|reached|arrived|acknowledged?)\b(?!.{0,20}response from)"
            r"|\backnowledge (?:receipt of (?:my|this)|consideration|this|my|that you)\b"
        ),
    ),
    (
        3,
        "asks whether it has come",
        (
            r"\b(?:check(?:ing)?|confirm|whether|if|did|have"
            r"|hope)(?: \w+){0,4} you(?:'ve)?(?: \w+)?"
            r" (?:get|got|gotten|had|received?|seen)\b|n't had an? (?:acknowledge?ment|answer|reply"
            r"|response)\b"
        ),
    ),
    (
        3,
        "asks how far it has got",
        (
            r"\b(?:how|where) (?:is|are|'s|has|have)? ?(?:my|the|this|our|we|things"
            r"|it)\b(?: \w+){0,6}"
            r" (?:getting on|going|coming along|(?:has|have|'s) got to|got to|stands?|up to"
            r"|progressing"
            r"|with (?:this|my|the))\b|\bwhere (?:are we|we are|things stand)\b|\b(?:what"
            r"|which) stage\b"
            r"|\bwhat(?:'s| is| has) (?:happening|happened|going on|the position|the delay)\b"
            r"|\bhow (?:much|many more|many) (?:longer|more days|more weeks|more months)\b"
            r"|\bis (?:this|my request|it|anyone|anybody|someone"
            r"|somebody) (?:still )?(?:being (?:dealt"
            r"|looked|processed|worked)|dealing|looking|working|in hand|in progress)\b"
        ),
    ),
    (
        3,
        "brings it up again",
        (
            r"\bbump(?:ing)?\b|\btop of (?:your|the) (?:inbox|pile|list)\b|\bsilence\b"
            r"|\bgone quiet\b"
            r"|\bhold-?up\b|\bheard? nothing\b|\bslipped (?:through|your)\b|\bfallen (?:through"
            r"|off)\b"
            r"|\b(?:those|the|your|these)(?: \w+){0,3} (?:days|weeks|months) (?:are"
            r"|have) (?:now )?(?:up"
            r"|passed|gone|expired|elapsed|over)\b|\b(?:days?|weeks?|months?) late\b"
            r"|\b(?:it|this|you|request|reply|response|answer)(?: is| are|'s"
            r"|'re)(?: now)?(?: \w+){0,3} late\b"
            r"|\bstill expect(?:ing)?\b|\b(?:a month|months|weeks|\w+ (?:weeks|months)) (?:has"
            r"|have) (?:now )?"
            r"(?:gone|passed|elapsed)\b"
        ),
    ),
    (
        3,
        "reminds",
        (
            r"\b(?:a |kind |gentle |polite |friendly )*reminder\b|\bchas(?:e|ing)\b"
            r"|\bfollow(?:ing)?[- ]up (?:on|to|with) (?:my|this|the)\b(?! (?:request is|question))"
            r"|\bnudge\b|\bfurther to my (?:foi |previous |earlier |last )*(?:request|e-?mail"
            r"|message)"
        ),
    ),
    (
        2,
        "complains of delay",
        (
            r"\b(?:delay(?:s|ed|ing)?|dragging|promptly|prompt|without (?:any ?more|further) delay"
            r"|extension|extend(?:ing)? the deadline|ignor(?:ed|ing)|forgotten)\b"
        ),
    ),
    (
        3,
        "was promised an answer",
        (
            r"\b(?:told|promised|assured|said|informed)\b.{0,40}\b(?:would|will|to|should) (?:have"
            r"|get|receive|be sent|be with"
            r"|hear|be answered|be completed)\b"
        ),
    ),
    (
        2,
        "asks to be advised, or for a reply",
        (
            r"\bplease advise(?: me)?(?: \w+)?\W*$|^\W*(?:reply|answer|response|an answer|a reply"
            r"|a response),? please\b"
            r"|\bplease (?:reply|respond|answer)\b|\b(?:working|calendar"
            r"|business) days\b.{0,40}\bit(?:'s| has been| is)\b"
        ),
    ),
    (
        2,
        "asks for speed",
        (
            r"\bas soon as possible\b|\basap\b|\burgent(?:ly)?\b|\bimmediately\b|\bby (?:return"
            r"|close of|c\.?o\.?b|end of)\b|\bat your earliest\b"
        ),
    ),
    (
        2,
        "expects an answer by a date",
        (
            r"\b(?:was|were|is|are|be) due (?:on|by|to be|back|in)\b|\bexpect(?:ing"
            r"|ed)?(?: \w+){0,5} (?:reply|response|answer|by|published)\b|\b(?:would|should|was to"
            r"|were to|will) (?:be|have been) (?:with me|sent|here|ready|provided|completed"
            r"|answered|released)"
            r"(?: \w+){0,4} by\b|\baim(?:ed)? to (?:send"
            r"|respond|reply|provide)\b"
        ),
    ),
    (
        2,
        "cites the time limit",
        (
            r"\b(?:20|twenty|40|forty) (?:working |business )?days\b|\bsection 10 ?(?:\(|of the f)"
            r"|\breg(?:ulation)? 5\(2\)|\bby law\b|\bnormally have responded\b"
        ),
    ),
    (
        2,
        "says how long it has taken",
        (
            r"\b(?:\d+|one|two|three|four|five|six|several|many|few|a) (?:and a half )?(?:weeks?"
            r"|months?|years?)(?: and a half)?(?: \w+){0,4} (?:ago|old|overdue|late|without|later"
            r"|since|on)\b|\b(?:weeks|months|over a (?:year|month)) (?:ago|since|for)\b"
            r"|\boriginal(?:ly)? (?:request|submitted|sent)(?: \w+){0,3} (?:was|on) \d"
        ),
    ),
    (
        2,
        "asks whether others have answered",
        (
            r"\b(?:third part(?:y|ies)|consult\w+|chief executive"
            r"|department)\b.{0,40}\b(?:acknowledg|respond|repl|fails?)"
        ),
    ),
    (
        3,
        "threatens to go further unless answered",
        (
            r"\b(?:if|unless|otherwise|or|failing|lack of|rather not|do i|should i|before"
            r"|next steps?)\b"
            r".{0,120}\b(?:ico|information commissioner|commissioner|complain\w*|internal review)\b"
            r"|\b(?:ico|information commissioner|commissioner|complain\w*)\b.{0,60}\b(?:if"
            r"|unless)\b"
        ),
    ),
    (
        2,
        "sent this before",
        (
            r"\b(?:linked|previous|earlier|last) (?:e-?mail|message|request)(?: \w+){0,3} (?:dated"
            r"|of|sent|from)\b|\bi (?:sent|submitted|made|emailed|wrote)\b(?: \w+){0,8} (?:on|in"
            r"|ago)\b"
        ),
    ),
)
