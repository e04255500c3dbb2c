"""The wording by which a sentence is known: it asks, it leads in, it narrows, it is a list.

Each table is a tuple of patterns; a sentence is of the kind when one of them is found in it. All
repetition in them is bounded, so that reading stays linear in the length of the text.
"""

import re
from functools import lru_cache
from itertools import islice

from assistant.domain.phrases import Phrases, plain
from assistant.domain.request.answers import is_answer, is_years

_VERB = (
    r"(?:provide|supply|send|forward|confirm|tell|inform|advise|list|state|give|disclose|release"
    r"|explain|detail|specify|identify|include|indicate|share|furnish|describe|outline|clarify|show"
    r"|name|quantify|estimate|summari[sz]e|publish|attach|enclose|set\sout|let\s(?:me|us)\s(?:know"
    r"|have|see)|make\savailable|say|define|answer|break\sdown|capture|point\sme|direct\sme|help"
    r"|elaborate|complete|fill|fulfil|calculate|produce|email|copy|recount|update|comment|report"
    r"|separate|verify)"
)
_INTERROGATIVE = (
    r"(?:how\s(?:many|much|often|long|far|frequently|is|are|was|were|do|does|did|has|have|can|will"
    r"|would|old|large|big|soon|might|could|should)|what|what's|(?:when"
    r"|where)\b(?![^?]{0,200},[^?]{0,300}\.$)|which|who|whom|whose|why"
    r"|do\s(?:you|the|they|we|any|all|your)|does|did|is\s(?:there|the|it|this|any|your|a)|are\s"
    r"(?:there|the|any|all|you|these|they|your)|has|have|was|were|can\s(?:you|the|we|i)|will"
    r"|could|would|should|faint|sawl|pryd|pwy|pam|ble|beth|sut|oes|ydy|a\s(?:oes|yw|wnewch"
    r"|ydych|allwch|fyddech|ellwch))"
)

# A request that is put as a request, wherever it stands in the sentence.
ASKS = Phrases(
    r"\?\W{0,4}$",
    r"\b(?:please|kindly|pls|plz)\b[^.?!]{0,40}\b" + _VERB + r"\b",
    r"\bplease,?\s(?:all|any|a\scopy|copies|the\s(?:number|total|names?|dates?|cost))\b",
    r"\b(?:can|could|would|will|may)\s(?:you|the\s\w{1,20}|i|we)\b[^.?!]{0,50}\b" + _VERB + r"\b",
    r"\b(?:can|could|may|might)\s(?:i|we)\s(?:please\s|also\s|kindly\s|then\s)?(?:have|see|request"
    r"|ask|get|obtain|receive|be\s)",
    r"\b(?:i|we)\s(?:(?!submitted|made|sent|asked|wrote|received|had\b|an?\b|my\b|the\b"
    r"|foi\b)\w{1,12}\s){0,3}(?:request|seek|require|want|ask)\b(?!\sthat\syou\s(?:consider"
    r"|treat|acknowledge|respond|reply))",
    r"\b(?:i|we)(?:\sam|\sare|'m|’m|'re|’re)\s(?:\w{1,12}\s){0,3}(?:request|seek|ask|look|inquir"
    r"|enquir|want|requir)ing\b",
    r"\b(?:i|we)(?:\swould|'d|’d|\sshould|\swish)\s(?:\w{1,12}\s){0,2}(?:like|love|appreciate"
    r"|to\s(?:know|see|request|obtain|receive|ask|have)|be\s(?:\w{1,12}\s)?(?:grateful|interested"
    r"|obliged|keen|pleased))",
    r"\b(?:i|we)\s(?:am|are|would\sbe)\s(?:\w{1,14}\s)?(?:interested|keen)\s(?:in|to)\b",
    r"\b(?:i|we)\s(?:wish|need)\s(?:to\s(?:know|understand|see|request|obtain|receive|ask|find"
    r"|apply|make)|the"
    r"|a|all|any|copies|details)\b",
    r"\bto\s(?:formally\s)?request\b(?!\sthat\syou\s(?:consider|treat|acknowledge))",
    r"\b(?:following|below)\s(?:\w{1,14}\s){0,2}(?:information|questions?|details|data"
    r"|documents?)\W{0,4}$",
    r"\b(?:request[eo]r|applicant)\s(?:is\s(?:seeking|asking)|would\slike|wishes|seeks|asks)\b",
    r"\b(?:council|group|committee|members|residents|association|clients?|company|society|charity"
    r"|union|trust)\s(?:\w{1,12}\s)?(?:would\slike"
    r"(?!\syou)|wish(?:es)?\sto\s(?:know|see|request|have|obtain)|(?:is|are)\s(?:requesting"
    r"|asking\sfor|seeking))\b",
    r"\bwonder(?:ed|ing)?\s(?:if|whether)\b|\b(?:grateful|appreciate\sit|obliged)\sif\syou\b",
    r"\bwould\sit\sbe\spossible\b|\bis\sit\spossible\sto\b|\bmay\si\srequest\b",
    r"^\W{0,3}(?:(?:also|and|then|finally|additionally|lastly),?\s)?(?:provide|supply|send|confirm"
    r"|list|state|give|disclose|specify|explain|describe"
    r"|identify|detail|include|indicate|tell|outline)\s",
    r"^\W{0,3}(?:request|application)\s(?:for|to\ssee)\b",
    r"\b(?:hoffwn|dymunaf|rwyf\syn\sgofyn|rhowch|anfonwch|darparwch|dywedwch|nodwch"
    r"|rydym\syn\sgofyn"
    r"|a\s(?:wnewch|allwch|fyddech|ellwch)\schi|os\sgwelwch\syn\sdda)\b",
)
_QUESTION = (
    r"\W{0,3}(?:and\s|also,?\s|finally,?\s|lastly,?\s|second(?:ly)?,?\s|third(?:ly)?,?\s"
    r"|first(?:ly)?,?\s|if\s(?:so|yes|no|not|applicable|available|possible),?\s|of\s(?:these|those"
    r"|this|them),?\s|so,?\s|then,?\s)?" + _INTERROGATIVE + r"\b"
)
# A sentence that begins as a question, whether or not its mark was typed.
QUESTION = Phrases(
    r"^" + _QUESTION,
    r"(?::\s|\n)" + _QUESTION,
    r"\b(?:how\smany|how\smuch|faint\so|sawl)\b",
)
_SOUGHT = (
    r"(?:number|numbers|amount|amounts|sums?|total|totals|cost|costs|cop(?:y|ies)|details?|lists?"
    r"|names?"
    r"|dates?|breakdown|values?|percentages?|proportion|rates?|figures?|reasons?|minutes|records?"
    r"|correspondence|e-?mails?|reports?|documents?|documentation|polic(?:y|ies)|information|data"
    r"|descriptions?|statistics|spend|spending|expenditure|budgets?|contracts?|salar(?:y|ies)|job\s"
    r"titles?|locations?|address(?:es)?|types?|length|duration|ages?|results?|outcomes?|evidence"
    r"|contact|chart|structure|guidance|procedures?|process(?:es)?|criteria|agreements?|agenda"
    r"|assessments?|surveys?|maps?|plans?|invoices?|payments?|income|revenue|fees?|charges?|times?"
    r"|hours|rank(?:ing)?|quantity|level|levels|size|volume|proposals?|letters?|communications?"
    r"|summary|summaries|ethnicity|gender|supplier|suppliers|provider|providers|start|end|expiry"
    r"|renewal|range|average|vacanc(?:y|ies)|posts?|staff|headcount|fte|notes?|references?"
    r"|references|grounds|applications?|complaints?|incidents?|inspections?|tenders?|instances"
    r"|cases|occasions"
    r"|requests?|claims?|orders?|fines?|notices?|projects?|meetings?|decisions?|vehicles?"
    r"|properties|remit|brand|version"
    r"|arrangements|terms|nifer|copi|copïau|manylion|rhestr|cost|gwariant)"
)
SOUGHT = Phrases(
    r"^\W{0,3}(?:(?:and|also|plus)\s)?(?:(?:the|a|an|any|all|full|each|your|our|both|of\s\S{1,14}"
    r"|of\s\S{1,14}\s\S{1,14}|their|its|current|latest|most|recent|average|annual|"
    r"approximate|estimated|total|overall|further|complete|specific|actual|monthly|yearly|relevant"
    r"|related|internal|external|other|main|first|last|maximum|minimum|gross|net|exact|current|"
    r"every|combined|written|financial|quarterly|contractual|y"
    r"|yr),?\s){0,5}(?:[\w’'/&-]{1,18}\s){0,3}" + _SOUGHT + r"\b",
)
# What is asked for is only announced here; the questions themselves follow.
ANNOUNCES = Phrases(
    r"\b(?:the|these|my|our|a\sfew|some|few|any|with|\d{1,2}|such|as|questions?|information|to|by"
    r"|on|for|on\sthe|as)\s(?:following|below)\b",
    r"\bthe\s(?:details|information|data|documents)\s(?:that\s)?(?:i|we)\s(?:\w{1,10}\s)?(?:require"
    r"|need|want|am\srequesting|are\srequesting|request|seek)",
    r"\b(?:following|below)\s(?:\w{1,14}\s){0,2}(?:information|questions?|details|data|points?"
    r"|documents?|items?|queries|points)\b",
    r"\b(?:few|some|several|number\sof)\squestions?\b",
    r"\bbelow\W{0,3}$",
    r"\bas\s(?:follows|below|set\sout|listed|outlined)\b",
    r"\bi\s(?:hope|wonder)\b[^.?!]{0,30}\bhelp\b",
    r"\b(?:canlynol|isod)\b",
    r"\binformation\s(?:i|we)(?:\sam|\sare)?\s(?:\w{1,10}\s)?(?:request(?:ing)?|seek(?:ing)?"
    r"|require)",
)
# What is wanted is named only in general terms, so that a list after it says what it is.
GENERAL = Phrases(
    r"\b(?:provide|supply|send|request(?:ing|s)?|seek(?:ing)?|obtain|receive|have|give|like|require"
    r"|know|see|with|in|for|wanting|access|disclose|answer|ask|me"
    r"|us)[\s,]\s?(?:[\w,]{1,12}\s){0,7}(?:information"
    r"|details?|data|questions?|answers?|help|request|some|response|documents?)\b",
    r"\bfreedom\sof\sinformation\s(?:act\s)?(?:\d{4}\s)?request\b|\bfoi\srequest\b"
    r"|\bfoia\srequest\b",
    r"^\W{0,3}(?:i|we)\s(?:am|are|would|wish)\b[^.?!]{0,60}\b(?:request|information)\b",
    r"\btell\s(?:me|us)\s(?:the\s)?about\b",
)
# Words that every request is wrapped in; a sentence made of nothing else asks for nothing.
_FORMULA = frozenset(
    """
    i we am are would like wish want writing to make making submit submitting request
    requests requesting formal formally hereby please kindly could can you provide me us
    with send answer under the freedom of information act acts regulation regulations
    environmental foi foia eir eirs data protection following below question questions for
    access this is a an in accordance terms and or as my your council authority ask obtain
    receive get some held that be grateful if it see seek seeking entitled by on behalf
    all any have few also number pursuant relation line part detail details require
    required requirement requirements general wonder wondering was hoping may help
    regarding requested yr wybodaeth
    """.split()  # noqa: SIM905 - a list of quoted words would fill a page
)
_A_YEAR = 4
_WORD = re.compile(r"\w{2,}")
# "Please confirm the title and answer the following questions": what stands before it is asked.
TAIL = Phrases(
    r",?\s(?:and|then)\s(?:also\s|then\s|please\s)?(?:answer|respond\sto|provide|supply|send)\s"
    r"(?:me\s(?:with\s)?|us\s(?:with\s)?)?(?:the|these|my|some)\s(?:\w{1,12}\s){0,2}(?:questions?"
    r"|queries|following)",
)
# A narrative begins like this, an item of a list never does.
NARRATES = re.compile(
    r"\W{0,3}(?:i|we|you|he|she|they|it|this|that|these|those|there|my|as|if|please|since|while"
    r"|when"
    r"|however|although|because|in\s(?:view|light)|having|given|so|but)\b",
    re.IGNORECASE,
)
# "A breach is ..." defines; "The number of breaches" asks.
DEFINES = re.compile(r"(?:\S{1,30}\s){1,3}(?:is|are|was|were|means?)\b[^?]*\.$", re.IGNORECASE)
STATES = re.compile(
    r"(?:\S{1,30}\s){0,6}(?:is|are|was|were|has|have|had|will|am|be|been|need|needs|sent|sends)\b",
    re.IGNORECASE,
)
# Under such a title stands the story, however it is numbered.
STORY = Phrases(
    r"\W{0,4}(?:background|context|introduction|my\sreasons|reasons\sfor|sources?|references"
    r"|definitions?"
    r"|cefndir)\b[^.?!]{0,60}$",
)
NARROWS = re.compile(
    r"\W{0,3}(?:more\s)?(?:specifically|particularly|in\sparticular|to\sbe\s(?:more\s)?(?:specific"
    r"|exact)|ideally)\b",
    re.IGNORECASE,
)
# In one paragraph, this goes on with the question before it.
CONTINUES = re.compile(r"\W{0,3}(?:and\s)?(?:if\s(?:so|yes|not|no)|or|os\sfelly)\b", re.IGNORECASE)
# One sentence may ask two things: "What was spent on X, and what is planned for Y?"
SPLITS = re.compile(r",\s(?:and\s)?(?=(?:what|how\s(?:many|much))\s)", re.IGNORECASE)
WH = re.compile(r"\b(?:what|how\smany|how\smuch|which)\s\w", re.IGNORECASE)
REUSE = Phrases(
    r"\bre-?us(?:e|ing)\b",
)
ILLUSTRATES = Phrases(
    r"\b(?:includ(?:ing|e|es)|such\sas|for\sexample|e\.?g\.?|i\.?e\.?|namely|broken\sdown(?:\sby"
    r"|\sas\sfollows)?)"
    r"\W{0,4}$",
)
_LISTED = re.compile(r"[:;]\s{1,3}\w")
STRONG = Phrases(
    r"^\W{0,3}(?:(?:and|by|in|to|at|on|under|from|of|for|with)\s)?(?:how|what|what's|which|who"
    r"|whom|whose"
    r"|why|does|did|faint|sawl|pryd|pwy|beth|(?:when|where)\b(?![^?]{0,200},[^?]{0,300}\.$))\b",
    r"^(?!\W{0,3}(?:if|where|should|in\s(?:the\s)?(?:event|case|instance)|please\snote"
    r"|note)\b)[^?]{0,200}"
    r"\b(?:how\s(?:many|much|often)|(?:the|total)\snumber\sof|what\s(?:percentage|proportion))\b",
)
_PARTICULAR = Phrases(
    r"\b(?:information|details?|data)\s(?:on|about|of|regarding|concerning|relating\sto|as\sto"
    r"|for)\s"
    r"(?:the\s|any\s|all\s|a\s|your\s)?(?:\w{1,14}\s)?"
    + _SOUGHT
    + r"\b|\bhow\s(?:many|much|is|are|was|were|does|do|did)\b|\bwhat\s(?:is|are|was|were)\s(?:the"
    r"|your|these|those)\b"
    r"|\b(?:all|any)\s(?:the\s)?(?:information|data|documents?|recorded)\b|\blist\sof\b|\bcop(?:y"
    r"|ies)\sof\b"
    r"|\b(?:any|all)\s(?:\w{1,14}\s){0,2}(?:maps?|plans?|reports?|e-?mails?|correspondence|minutes"
    r"|records?"
    r"|policies|contracts?|letters?|complaints?|communications?|notes?|files?|documents?)\b",
)
# A request for information about a subject is only made known; what is wanted of it may follow.
_PERFORMS = Phrases(
    r"\b(?:make|making|issue|issuing|submit|submitting|raise|lodge"
    r"|put(?:ting)?\sin)\s(?:\w{1,12}\s){0,5}request\s(?:\w{1,12}\s){0,2}"
    r"information\s(?:relating|regarding|about|on|concerning|in\srelation|in\srespect)\b",
)
LEADS = re.compile(r"[:;]\W{0,4}$|[-–—]\s{0,2}$|…$")
# The list under these gives the columns of one answer, not questions.
COLUMNS = Phrases(
    r"\b(?:following|these|below)\s(?:\w{1,12}\s){0,2}(?:headings?|columns?|fields?|categories)\b"
    r"|\bin\sthe\sfollowing"
    r"\s(?:\w{1,12}\s)?(?:format|order|table)\b",
)
_TABLE = Phrases(
    r"\b(?:this|it|these|them|the\s(?:data|information|response|answers?|report))\b[^.?!]{0,80}"
    r"\b(?:excel|spreadsheet|format|csv|table)\b",
)
# The sentence goes on in the list under it.
OPEN_END = Phrases(
    r"[:–—]\W{0,3}$",
    r"-\s{0,2}$",
    r"\b(?:following|below|of|in|for|by|from|to|were|was|is|are|and|or|the|that|with|per|at"
    r"|how\smany"
    r"|under|as|between|on|either|whether|about|any|into|regarding|including|you|provide|state"
    r"|confirm|include)[\s:;,–-]{0,3}$",
    r"\b(?:following|below)\W{0,3}$",
    r"\bfollowing\s(?:\w{1,20}\s){0,6}\w{1,20}\W{0,3}$",
    r"\bfollowing\b[^.?!:]{0,120}[^.?!]?$",
)
# A list under these belongs to the question above it.
ENUMERATES = Phrases(
    r"\b(?:including|includes?|such\sas|for\sexample|e\.?g\.?|i\.?e\.?|namely|broken\sdown|break"
    r"\sdown|categor(?:y|ies)|options?|columns?|fields?|headings?|format|years?|tick|select|choose"
    r"|these\sare|could\sinclude|models?\sbelow|as\sappropriate|types?)\b",
)

# The part just asked for is to be set out in some way; nothing new is asked.
BREAKDOWN = Phrases(
    r"^[^?]{0,120}\bseparately\b",
    r"\b(?:break|broken|split|breaking)\s?(?:it|this|that|these|them|the\s\w{1,14}|your\s\w{1,14})?"
    r"\s?(?:down|up)?\s?(?:\w{1,14}\s){0,6}(?:by|into|per|for\seach)\b",
    r"\bbreakdown\s(?:\w{1,14}\s){0,4}(?:by|per|for\seach|of\sthis|of\sthese)\b",
    r"\b(?:please|can|could|if)\b[^.?!]{0,60}\b(?:separate|group|categori[sz]e|sort|order|arrange"
    r"|disaggregate|split|itemi[sz]e|present)\b",
    r"^\W{0,3}(?:please\s)?(?:provide\s)?(?:(?:this|these)\s)?for\s(?:each|the\s(?:last|past"
    r"|previous)|all)"
    r"\s(?:\w{1,12}\s){0,3}(?:years?|months?|quarters?)\W{0,3}$",
    r"\b(?:dadansodd|fesul\sblwyddyn|fesul\smis)",
)
# A breakdown that also wants something new is a part of its own.
MORE_THAN_BREAKDOWN = Phrases(
    r"\b(?:if\sso|if\syes|os\sfelly|(?:if|where)\s(?:this|that)\sis\s(?:the\scase|so))\b",
    r"\b(?:number|cost|amount|value|copy|copies|reasons?|names?"
    r"|outcomes?)\b[^.?!]{0,80}\band\s(?:then\s)?"
    r"(?:break|split)",
    r"\bhow\s(?:many|much)\b",
    r"\balso\b[^.?!]{0,40}\b(?:number|cost|amount|value|copy|copies|reasons?|names?|outcomes?)\b",
)
# What follows explains the part above it.
EXPLAINS = Phrases(
    r"^\W{0,3}(?:e\.?g\b|i\.?e\b|for\s(?:example|instance|clarity|the\spurposes)|this\s(?:includes?"
    r"|could|would|may|should|can|is\sto)|these\s(?:may|could|include|can|should|are)|to\sclarify"
    r"|note\b|n\.?b\b|where\s['‘“\"]|by\s['‘“\"]|the\sinformation\si\sneed|specifically"
    r"|in\sparticular"
    r"|examples?|please\s(?:note|reply|answer|include|exclude|tick|state\sif|only|use)|excluding"
    r"|including|not\sincluding|broken|by\s(?:year|month|quarter)|as\sper\b|such\sas|\(|from\s\d"
    r"|between\s\d|since\s|i\sam\s(?:also\s)?interested|where\s(?:available|possible)|other\s?\()",
)
REFERS_BACK = Phrases(
    r"^\W{0,3}(?:(?:if|where|should)\s(?:so|yes|no|not|any|the\sanswer|(?:this|that|it)(?:\sis"
    r"|\sbe)?\s(?:the\scase|so)"
    r"|they\s(?:have|are|do))|of\s(?:these|those|this|them)|for\seach|in\s"
    r"(?:relation|respect|regard)s?\sto\s(?:the\s)?(?:question|above|this|that|these|point)"
    r"|in\seach"
    r"|regarding\s(?:question|the\sabove)|os\sfelly|if\spossible)",
)

# Words left when the formula is taken away; words of a labelled heading and of a bare title.
_FEWEST_WORDS = 2
_LONGEST_HEADING = 14
_LONGEST_TITLE = 8


# A request is gone through twice: for its questions, and for the law that they fall under.
@lru_cache(maxsize=1024)
def asks(sentence: str) -> bool:
    """Say whether a sentence puts a request or a question."""
    return ASKS.occur_in(sentence) or QUESTION.occur_in(sentence)


def is_formula(sentence: str) -> bool:
    """Say whether a sentence only says that this is a request, and not for what."""
    words = (word for word in _WORD.findall(plain(sentence)) if word not in _FORMULA)
    other = (word for word in words if not (len(word) == _A_YEAR and word.isdecimal()))
    return sum(1 for _ in islice(other, _FEWEST_WORDS)) < _FEWEST_WORDS


def announces(sentence: str) -> bool:
    """Say whether a sentence announces the questions that follow, and asks nothing itself."""
    if LEADS.search(sentence) is not None:
        return True
    found = ANNOUNCES.search(sentence)
    # "The following firms: A and B" has its list already.
    return found is not None and _LISTED.search(sentence, found.end()) is None


def is_general(sentence: str) -> bool:
    """Say whether a sentence wants "information" about a subject without saying which."""
    if _PERFORMS.occur_in(sentence):
        return True
    if _PARTICULAR.occur_in(sentence) or REUSE.occur_in(sentence):
        return False
    return GENERAL.occur_in(sentence)


def is_breakdown(sentence: str) -> bool:
    """Say whether a sentence only wants what was asked for set out by year, ward and so on."""
    if SOUGHT.occur_in(sentence) and not BREAKDOWN.match(sentence):
        return False
    return BREAKDOWN.occur_in(sentence) and not MORE_THAN_BREAKDOWN.occur_in(sentence)


def is_heading(words: str) -> bool:
    """Say whether a label's words are a title, and neither ask nor end as a sentence does."""
    return len(words.split()) <= _LONGEST_HEADING and words[-1:] not in ".?!" and not asks(words)


def is_title(words: str) -> bool:
    """Say whether a line reads as the title of what follows it: short, capital first, no stop."""
    short = (
        len(words.split()) <= _LONGEST_TITLE and words[:1].isupper() and words[-1:] not in ".?!,;)"
    )
    if not short or is_answer(words) or asks(words):
        return False
    return not EXPLAINS.occur_in(words)


def is_told(words: str) -> bool:
    """Say whether a sentence tells or defines something, and so is no item of a list."""
    return NARRATES.match(words) is not None or DEFINES.match(words) is not None


def is_bare(words: str) -> bool:
    """Say whether words only name a thing that people ask for, and state nothing about it."""
    if NARRATES.match(words) is not None or is_formula(words):
        return False
    return SOUGHT.occur_in(words) and STATES.match(words) is None


def leaves_open(words: str) -> bool:
    """Say whether words lead into the list under them rather than ending."""
    return OPEN_END.occur_in(words)


def ends_leading(words: str) -> bool:
    """Say whether words announce questions, and break off with a colon before them."""
    return LEADS.search(words) is not None and announces(words)


def names_columns(words: str) -> bool:
    """Say whether the list under these words names the columns of one answer."""
    if LEADS.search(words) is None:
        return False
    return COLUMNS.occur_in(words) or (_TABLE.occur_in(words) and not ANNOUNCES.occur_in(words))


def belongs(words: str, *, labelled: bool) -> bool:
    """Say whether a sentence only narrows or sets out what was asked before it.

    `labelled` says that what was asked carries a label: it is narrowed in its own words only.
    """
    if is_years(words) or is_breakdown(words):
        return True
    return not labelled and NARROWS.match(words) is not None and not announces(words)
