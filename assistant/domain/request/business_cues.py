"""The turns of phrase of ordinary business: something is wanted done, told, booked or sold.

Nobody's right to recorded information is used there, so no statutory clock runs (FOIA section 8(1)
wants a description of information). Where recorded information is asked for beside it, the request
stays one.
"""

from assistant.domain.law.acts import Regime
from assistant.domain.phrases import Phrases
from assistant.domain.request.regime_cues import Cue, cue

COMPLAINT = cue(
    Regime.BAU,
    2,
    "complains or argues rather than asking for recorded information",
    r"(?:i|we)\s(?:would\slike|wish|want|am\swriting|are\swriting)\sto\s(?:make\sa\s(?:formal\s)?)?complain\w{0,2}\b|(?:this\sis|make|making|lodge|raise|raising)\sa\s(?:formal\s)?complaint"
    r"|(?:acted|acting|behaved)\s(?:totally\s)?(?:illegally|unlawfully|improperly)|collusion|legal\saction\sagainst|years\sof\sfrustration|disgust\w{0,4}",
)
_DO = (
    r"(?:fix|repair|mend|remove|collect|replace|clean|clear|empty|fill|install|cut|stop|cancel|arrange|investigate|deal|call|ring|phone|refund|book|register|amend|update|change"
    r"|deliver|attend|come|look\sinto|sort|contact|apologi[sz]e|allocate|waive|drop|reinstate|renew|transfer|delete|unsubscribe|take\s(?:me|my\s\w{1,10}|us)\s|postpone|put\s\w{1,10}\son\shold"
    r"|speak|help|chase|visit|get\sback\sto|return\s(?:my|her|his|our)|write\sback|fill\sin|send\s(?:someone|somebody|(?:the|your)\s(?:crew|team|lorry|van|man|men|people)|an?\s(?:officer|engineer|inspector|form|new|replacement))|give\s(?:her|him|us|me)\sa\s(?:date|call|ring))\b"
)
# Something is reported, complained of or wanted done; no recorded information is asked for.
BUSINESS: tuple[Cue, ...] = (
    cue(
        Regime.BAU,
        2,
        "reports a fault or asks for something to be done, which no recorded information answers",
        r"(?:i|we)\s(?:would\slike\s|wish\s|want\s|am\swriting\s|need\s)?to\sreport\b|reporting\s(?:a|an|that|the)\b",
        r"please\s(?:can|could|will|would)?\s?(?:you\s|someone\s|somebody\s)?(?:(?:in|from|at)\s\w{1,14}\s)?(?:(?:also|kindly|just|urgently|then|either|now|be)\s)?"
        + _DO,
        r"(?:can|could|will|would)\s(?:you|they|it|someone|somebody|one\sof\s[\w\s]{1,30}|anyone|(?:someone|somebody)\s(?:in|from|at)\s[\w\s]{1,30})\s(?:please\s|be\s|kindly\s)?"
        + _DO,
        r"(?:could|can)\s(?:they|it|this|these)\s(?:please\s)?be\s(?:fix|repair|mend|remov|empti|clean|clear|replac|sort|collect|look)\w{1,4}",
        r"needs?\s(?:to\sbe\s)?(?:fix|repair|remov|empty|emptied|clean|clear|mend|sort|look)\w{0,5}|get\s(?:it|this|them)\s(?:\w{1,8}\s)?(?:shifted|fixed|sorted|mended|moved|done|cleared|collected)",
        r"(?:would|i['’]d|should)\s(?:like|want|love|appreciate)\s(?:an?\s(?:apology|refund|appointment|call|visit|meeting|reply|response\sto\smy)|someone|somebody|(?:[\w’']{1,12}\s){1,4}refunded|[\w\s]{1,40}on,\slive)"
        r"|what\s(?:can|could)\s(?:you|be|the\scouncil)\s(?:do|done)\b|anything\s(?:you|i|we)\scan\sdo|next\ssteps|look\sinto\s(?:the|this|my|his|her)\smatter|would\slook\sinto|keep\s(?:me|him|her)\sinformed|copy\sme\sin",
    ),
    COMPLAINT,
    cue(
        Regime.BAU,
        2,
        "asks for a service, a form or advice on what to do: ordinary business",
        r"how\s(?:do|can|would|could|might|should)\s(?:i|we|my|one|they)\b|how\sis\sa\scomplaint|(?:who|whom|where)\s(?:do|should|can|could)\si"
        r"\s(?:\w{1,12}\s)?(?:contact|write|speak|send|go|apply|complain|get)|(?:i|we)\s(?:would\slike|wish|want)\sto\s(?:apply|book|renew|pay"
        r"|register|appeal|join|hire|rent|buy|arrange|cancel|update\smy)\b|application\sform|am\si\s(?:able|entitled|allowed|eligible)|is\smy"
        r"\s|will\smy\s|my\schild\sis\sdue|as\sa\sresident\b|update\smy\s|(?:when|what\stime|where)\s(?:is|are|will|does|do|can)\s(?:my|i|your\soffices?|the\soffices?)\b|opening\s(?:hours"
        r"|times)|(?:i|we)\s(?:wish\sto\s)?object\sto\b|convert\sto\s(?:outlook|my)",
        r"who['’]?s?\s(?:is\s)?best\sto|what\stime\sdo(?:es)?\s(?:it|you|the|they)\b|(?:is|are)\s(?:the|your)\s[\w\s’'-]{1,40}\s(?:open|free|available|shut|closed)\b[^.?!]{0,30}\b(?:on|from|at|this|today|tomorrow|over|for|boxing|christmas|sunday|saturday|bank)\b"
        r"|do\syou\s(?:also\s)?(?:take|accept|sell|offer|hire|do)\s\w{1,12}\W{0,2}$|can\s(?:i|we)\s(?:\w{1,8}\s)?(?:use|bring|take|pay|order|change|park|get|book|hire|come|drop|still)\b|may\s(?:i|we)\sbring"
        r"|must\si\b|(?:which|what)\sday\b|do\s(?:i|we)\s(?:need|have)\sto\b|do\syou\sneed\sto\b|(?:do|would)\si\sneed\b|how\smuch\s(?:is\s(?:it|that)\b|do\si\b|have\si\b|i\s(?:have|owe)\b|i['’]ve\b)|what\sdoes\sit\scost|can\sit\sbe\sdone|what\sare\syour\s(?:charges|prices|fees|rates)\b"
        r"|when\sdo\s(?:we|i)\s(?:find|hear|get)\b|is\sthere\sa\s(?:form|discount|charge)|is\sit\s(?:full|part)\s?-?time|closing\sdate|left\sto\spay|change\smy\s(?:date|payment|direct)|confirm\sthat\syou\shave\s(?:everything|received|got)"
        r"|(?:did|has)\s(?:anyone|anybody|someone|somebody)\s(?:hand|found|find|turned)\w{0,5}|hand(?:ed)?\s(?:it\s)?in\b|i\s(?:have\s)?lost\b|left\smy\b",
    ),
    cue(
        Regime.BAU,
        2,
        "asks the authority to confirm a view, not for what it has recorded",
        r"(?:your|the\scouncil['’]?s)\sunderstanding\s(?:of|is)|do\syou\s(?:agree|accept|think|believe)\b|confirm\sor\s(?:disprove|deny"
        r"\sthat\sany)|interested\sto\sknow\swhether\b[^.?!]{0,80}\bfollowing\b",
    ),
    cue(
        Regime.BAU,
        2,
        "sends, invites or comments, and asks for no recorded information",
        r"please\sfind\s(?:attached|enclosed)\s(?:a|an|our|my|the)\b|please\saccept\s(?:the|this|my|our)\b|pleasure\sof\syour\scompany|r\.?\s?s\.?\s?v\.?\s?p\b|able\sto\sattend"
        r"|my\s(?:cv|application\sfor)\b|i\s(?:strongly\s)?(?:object|support|oppose)\s(?:to\s)?(?:this|the)\s(?:application|proposal|plan)|urge\sthe\s(?:committee|council|panel)|my\sconstituent"
        r"|(?:statement|copy)\sof\saccount\b|invoices?\s(?:no\.?\s)?\d|our\sinvoice|expect\spayment|credit\scontrol|our\sterms\sare|take\smy\s(?:name|email|details)\s|mailing\slists?\b|unsubscribe"
        r"|(?:line|quote|comment|statement)\sfrom\s(?:the|your|a)\b|press\s(?:query|team|office|enquiry)|we\swould\slove\sto\shave|questionnaire\b|survey\sattached|spare\s(?:me\s)?(?:five|ten|a\sfew|\d+)\sminutes|i\swish\sto\schallenge\s(?:this|the)\s(?:penalty|charge|notice|pcn|ticket)",
    ),
    cue(
        Regime.BAU,
        3,
        "offers goods or services: a business approach",
        r"(?:i|we)\s(?:would\slike|wish|want)\sto\sintroduce\b|special\soffer|our\s(?:products|price\slist)|would\syou\sbe\sinterested\sin"
        r"\s(?:our|a)|book\sa\sdemo|invoice\s(?:attached|is\sattached)|free\s(?:trial|quote|demo)",
    ),
)
# Two of these make an offer of what otherwise might be a request.
SELLING: tuple[Phrases, ...] = tuple(
    Phrases(pattern, before=r"\b")
    for pattern in (
        r"(?:free|quick|short)\s(?:demo|trial|call|chat|webinar|consultation)|book\sa\s(?:demo|slot|call|meeting)",
        r"(?:helps?|helped|works?\swith|trusted\sby|saves?)\s(?:over|more\sthan|up\sto|hundreds|dozens|\d+)\b|save\s(?:you\s)?up\sto",
        r"(?:fifteen|ten|15|10|20|twenty|thirty|30)\s?-?\s?min(?:ute)?s\b[^.?!]{0,40}|would\s(?:tuesday|monday|wednesday|thursday|friday|next\sweek)",
        r"right\sperson|prefer\snot\sto\shear|opt\sout\sof|reply\s(?:yes|stop)",
        r"business\sdevelopment|account\s(?:executive|manager)|sales\s(?:team|director|manager)|head\sof\s(?:sales|growth|partnerships)",
        r"our\s(?:solution|platform|product|software|service|clients|customers|award)|looking\sto\s(?:cut|save|reduce|improve)",
    )
)
SOLD = "offers goods or services: a business approach"
# An explanation is wanted; beside other questions, what is recorded answers it as far as it can.
EXPLANATION = Cue(
    Regime.BAU,
    1,
    Phrases(
        r"^\W{0,4}(?:[\w’' &/-]{0,80}:\s)?(?:and\s"
        r"|(?:can|could|please|would)\s(?:you\s)?(?:please\s)?(?:tell\s(?:me|us)|explain"
        r"|let\sme\sknow|advise)\s)?why\b",
    ),
    "asks for an explanation, not for what is recorded",
)
# Recorded information is asked for in so many words.
RECORDED = Phrases(
    r"cop(?:y|ies)\sof(?!\s(?:an?\s|my\s|the\s)?(?:birth|marriage|death)\s)|records?\b|documents?\b|documentation|correspondence|e-?mails\b|minutes\b|reports\b|(?:a|the|any|your|inspection|survey|audit)\sreport\b|how\s(?:many|often)|how\smuch(?!\s(?:is\sit|do\si|have\si|i\b|i['’]))"
    r"|number\sof|details\sof|list\sof|freedom\sof\sinformation|foi\b|foia\b|environmental\sinformation|breakdown|statistics|data\b"
    r"|policy\b|policies\b|contract|cost\b|spent\b|spend\b|information\s(?:on|about|regarding|relating|held|you|to)",
    before=r"\b",
)
# Results, papers and figures that are asked for without naming them information.
SOUGHT_AFTER = Phrases(
    r"results\b|amounts?\b|totals?\b|expenditure|spending|names\sof|(?:i|we)(?:\sam|\sare|['’]m)\sinterested\sin\b|readings\b|measure(?:s|ments)\b|papers\b|plans\b|drawings?|assessments?\b|surveys?\b|figures\b|guidance|rules\b|dates\s(?:of|on|when|the|that)\b|reasons\b|(?<!to\s)reports?\b|minutes\b|files?\b",
    before=r"\b",
)
# What was done is a matter of record; what will be done for the writer is not.
PAST_FACT = Phrases(
    r"(?:when|who|what|which|where|how)\s(?:\w{1,12}\s){0,2}(?:was|were|did|had)\b", before=r"\b"
)
# The Act is used, and not only threatened or spoken of.
INVOKES = Phrases(
    r"(?:under|using|per|pursuant\sto|in\saccordance\swith|invoke|within|make\sa|making\sa|make\san|making\san|submit\san?|this\sis\san?|my|following|formal)\s(?:the\s|a\s|an\s)?"
    r"(?:freedom\sof\sinformation|foia?\b|eirs?\b|environmental\sinformation|public\sinformation)|(?:foia?|freedom\sof\sinformation|eir)\s(?:act\s(?:\d{4}\s)?)?(?:request|enquiry)\s(?:for|on|about|regarding|re|to|concerning|relating)\b"
    r"|(?:my|our|this|following)\s(?:\w{1,12}\s)?(?:foia?\b|freedom\sof|eir\b|request\sfor\b)|(?:i|we)\s(?:\w{1,10}\s)?request(?:ing)?\s(?:information|the\b|all\b|any\b)|information\s(?:needed|required|requested|i\s(?:need|require|seek|request|want))",
    before=r"\b",
)
