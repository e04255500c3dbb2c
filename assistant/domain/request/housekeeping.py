"""Knows the sentences around a request that ask for no recorded information.

Limits and exemptions, advice and assistance, formats and addresses, thanks and deadlines: the
authority minds them, but none is a part of the request.
"""

from functools import lru_cache

from assistant.domain.phrases import Phrases
from assistant.domain.request.cues import QUESTION, REUSE, STRONG

_ADMIN = Phrases(
    r"\bsection\s1(?:2|4|6|7)\b|\bs\.?\s?1(?:2|6|7)\b",
    r"\b(?:advi[cs]e\sand\sassist|advise\sme\sand|reasonable\sassistance|duty\sto\s(?:advise|assist))",
    r"\bclarif(?:y|ication|ications)\b[^.?!]{0,60}\b(?:contact|need|require|let|request|hesitate|ask)",
    r"\b(?:contact|need|require|let|hesitate|ask|get\sin\stouch)\b[^.?!]{0,80}\bclarif(?:y|ication)",
    r"\b(?:hesitate\sto|please\s(?:do\s)?(?:feel\sfree\sto\s)?(?:contact|get\sin\stouch|call|ring"
    r"|phone|write\sto|email\sme|e-mail\sme|refer\sto))\b",
    r"\b(?:20|twenty|\d{1,2})\s?(?:\(\w{1,12}\)\s?)?working[\s-]days?\b[^.?!]{0,60}(?:[.!]|$)",
    r"\blook(?:ing)?\sforward\b|\bin\sadvance\b|\backnowledge\b|\bconfirm(?:ation)?\s(?:of\s)?(?:safe\s)?"
    r"receipt\b|\bthank(?:s|\syou)\b|\bmuch\sappreciated\b|\bappreciate\s(?:your|a\s(?:prompt|swift))",
    r"\bat\s(?:your|the)\searliest\b|\bas\ssoon\sas\spossible\b|\bpromptly\b|\bwithin\sthe\s(?:\w{1,12}\s)?"
    r"(?:time|statutory|period|deadline)",
    r"\b(?:cost|time|fee|appropriate|cost/time)[\s/]*(?:\w{1,10}\s)?limits?\b|\b(?:18|24|eighteen)\shours\b"
    r"|\bexceeds?\s(?:the|any)\b|\btoo\s(?:wide|broad|much|onerous|large|unclear|vague|expensive)\b",
    r"\b(?:refine|narrow(?:ing)?|reduce|restrict|(?<!the\s)limit|modify|amend|re-?scope|scale)\s(?:\w{1,12}\s){0,3}"
    r"(?:request|scope|down|it\b|search|the\s)",
    r"\b(?:refus(?:e|al|ed|ing)|withh(?:o|e)ld(?:ing)?|redact(?:ed|ing|ion|ions)?|exempt(?:ion|ions)?)\b"
    r"[^.?!]{0,140}\b(?:please|i\s(?:would|ask|expect|request)|must|should|explain|provide|rest|justif"
    r"|cite|state|remain|under)",
    r"\b(?:please|i\s(?:would|ask|expect|request))\b[^.?!]{0,100}\b(?:refus(?:e|al|ed)|withh(?:o|e)ld"
    r"|redact(?:ed|ions?|ing)?|exempt(?:ion|ions)?)\b",
    r"^\W{0,3}(?:if|where|should|in\sthe\sevent|in\scases?|in\s(?:any\s)?instances?)\b[^.?!]{0,120}\b(?:not\s(?:held|available|"
    r"possible|hold|able|appropriate|the\scorrect|the\sright)|unable|unavailable|cannot|can't|can\snot"
    r"|do(?:es)?\s(?:not|n['’]t)\s(?:hold|have)|don['’]t\s(?:hold|have)|unclear|any\squer(?:y|ies)"
    r"|any\squestions|further\sinformation|more\sinformation|additional\sinformation|you\sneed"
    r"|you\srequire|wrong\s(?:person|department)|exceed|readily|easier|elsewhere|already\s(?:available|published)|transfer|another\s(?:public"
    r"|authority|body)|any\s(?:part|element|aspect)\sof)\b",
    r"\b(?:answer|reply|respond(?:ing)?|response|responses)\b[^.?!]{0,50}\b(?:form\b|template|e-?mail"
    r"|format|spreadsheet|below|table|unknown|by\s(?:post|return)|electronically|this\saddress"
    r"|address)",
    r"\b(?:reply|respond|response|send|sent)\b.{0,80}\b(?:whatdotheyknow|what\sdo\sthey\sknow|e-?mail"
    r"\saddress)\b",
    r"\b(?:this|the|your|my|it|all|requested|these|following)\s(?:\w{1,12}\s){0,2}(?:information|data"
    r"|data\sset|dataset|response|reply|answers?|documents?|results|figures|it|material|files?|detail)?"
    r"\s?(?:\w{1,12}\s){0,8}(?:in|as|by|via|on)\s(?:\w{1,12}\s){0,3}(?:format|formats|spreadsheet|"
    r"excel|\.?csv|\.?xlsx?|electronic(?:ally)?|e-?mail|pdf|digital(?:ly)?|machine[\s-]readable|word"
    r"|attachment|hard\scopy|paper|soft\scopy|post)\b",
    r"\b(?:this|these|it|them|the\s(?:data|information|figures|results|response|answers))\b[^?]{0,140}\b(?:excel"
    r"|\.?csv|ods|spreadsheet|xlsx?|pdf|electronic(?:ally)?|machine[\s-]readable)\b",
    r"\bdata\s?set\sin\b|\b(?:prefer(?:red|ence|ably|able)?)\b[^.?!]{0,60}\b(?:format|electronic(?:ally)?"
    r"|e-?mail|spreadsheet|excel|csv|pdf|form)\b|\bformat\b[^.?!]{0,50}\b(?:suit|conveni|most|happy|fine)",
    r"^\W{0,3}(?:please\s(?:treat|regard|consider|note|be\saware|find|see|bear|remember|ensure|accept|"
    r"ignore|exclude|do\snot|don['’]t|disregard|take|quote|use|redact|refer|direct|reply|respond|answer"
    r"|be\s)|note\s?:?|n\.?b\.?\b|for\s(?:the\savoidance|clarity|ease|reference|context|information)"
    r"|to\s(?:be\sclear|clarify|confirm,)|by\s['‘“\"]\w)",
    r"^\W{0,3}(?:i|we)\s(?:understand|appreciate|realise|recognise|am\saware|believe|know|would\sremind"
    r"|remind|note\b|do\snot\s(?:want|need|require)|am\snot|don['’]t|hope|trust|assume|have\sno|reserve)",
    r"\b(?:internal\sreview|information\scommissioner|right\sof\sappeal|complain\sto)\b",
    r"\b(?:entitled|obliged|obligation|required)\s(?:\w{1,10}\s){0,3}(?:under|by|to)\b[^.?!]{0,60}\bact\b",
    r"\bthe\sact\s(?:requires|states|says|provides)\b",
    r"\bre-?direct\b|\bforward\s(?:this|it|my)\b|\bpass\s(?:this|it|my)\b|\bcorrect\s(?:person|department)",
    r"\b(?:i|we)\s(?:would\s|'d\s)?(?:welcome|be\shappy|am\shappy|can\ssend)\b",
    r"\b(?:unsubscribe|intended\srecipient|disclaimer|confidential\sand|(?:is|are|be|strictly)"
    r"\sconfidential|free\s(?:of|from)\sviruses|virus-free)\b",
    r"\b(?:same|this|similar|identical)\s(?:request|information|questions?)?\s?(?:\w{1,10}\s)?(?:from|to|of)\s(?:all|other"
    r"|every|each|a\snumber|several|many)\b|\bmaking\s(?:this|the|my)\srequest\b|\bfeel\sfree\b",
    r"\blet\s(?:me|us)\sknow\s(?:if|whether|when|as\ssoon|that|how\sto)\b",
    r"^\*{1,3}\w",
    r"\bin\s(?:\w{1,8}\s)?(?:two|three|four|\d|separate|one)\s(?:\w{1,10}\s)?(?:columns|tabs?|rows|sheets?|files?)\b",
    r"^\W{0,3}it\sis\sassumed\b|\bthe\srequested\sinformation\b",
    r"\bhelp\sme\s(?:with|in)\b[^.?!]{0,40}(?:request|enquiry|matter)",
    r"\b(?:edrych\symlaen|diolch|ugain\sdiwrnod|20\sdiwrnod|cydnabod)\b",
    r"\b(?:i|we)\s(?:would\s)?like\sto\sbe\s(?:kept|informed)|\bkeep\sme\s(?:informed|updated)",
    r"^\W{0,3}all\s(?:information|responses|answers)\s(?:should|must|to)\b",
)


# A request is gone through twice: for its questions, and for the law that they fall under.
@lru_cache(maxsize=1024)
def is_admin(sentence: str) -> bool:
    """Say whether a sentence is housekeeping.

    A plain question never is, whatever words it holds ("How many requests were refused under
    section 12?"), nor is asking leave to re-use the information.
    """
    if STRONG.occur_in(sentence):
        return False
    if REUSE.occur_in(sentence) and QUESTION.occur_in(sentence):
        return False
    return _ADMIN.occur_in(sentence)
