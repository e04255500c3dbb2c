"""The words by which a letter's sentences are told: who speaks, and what is only courtesy."""

import re

from assistant.domain.phrases import Phrases

# Letters made by word processors have spaces of other widths; each becomes one plain space.
SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u200e\u200f\u200b\ufeff"), " ")
# Shorter lines of a request ("Thank you") stand in many letters by chance.
FEWEST_QUOTED_WORDS = 4
LABEL = re.compile(
    r"^[\s>*•·\-–\"“]{0,4}(?:(?:(?:questions?|qu?|parts?|points?"
    r"|items?)\W{0,2}\d{0,2}[.):–-]{0,2}\s*)?"
    r"\(?(?:\d{1,2}(?:[.]?[a-h]|[.]\d{1,2})?|[a-h]|[ivx]{1,4})(?:[.):\]–-]{1,2}|(?=\s+[–-]\s))"
    r"(?:\s*[–-])?\s*|(?:questions?|qu?) ?\d{1,2}\s+|\d{1,2}\.?[a-h]\s+){0,3}",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"^\W{0,3}(?:our |the )?(?:council['’]?s? )?(?:answers?|responses?|reply|replies|a)\b"
    r"(?: to (?:questions?|q|parts?) ?\w{1,3})?(?:\s*[.:–-]+\s*|\s*$)",
    re.IGNORECASE,
)
REUSE = re.compile(
    r"\b(?:re-?us(?:e|ing)\b|open government|\bOGL\b|attribution statement|subject to copyright"
    r"|do(?:n['’]t| not) print)",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"^\W*(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) (?:regards|wishes)|regards)\b",
    re.IGNORECASE,
)
LINK_TITLE = re.compile(r"^\W*\[\d{1,3}\][^.]{0,120}$")
# How archives of mail list what was attached.
FILE = re.compile(
    r"^(?:\d+ attachments?|[^.]{1,120}\.(?:pdf|docx?|xlsx?|csv|msg|zip|pptx?|rtf|jpe?g|png"
    r"|od[ts]|eml)"
    r"(?:\s+[\d.]+ ?[KM]B?)?|[\d.]+ ?[KM]B?|download|view as html)$",
    re.IGNORECASE,
)
LABEL_ALONE = re.compile(
    r"^\W{0,3}(?:questions?|parts?|points?|items?|requests?|q)\W{0,2}\(?(?:\d{1,2}|[a-h]|one"
    r"|two|three"
    r"|four|five|six)\)?\W*$",
    re.IGNORECASE,
)
HEADING_MARK = re.compile(r"^#{1,6}(?= )", re.MULTILINE)
# A decision that stands where the Commissioner was just named is no part of the rights.
DECIDES = re.compile(
    r"^(?!.*\b(?:if|should|unhappy|dissatisfied|review|complain|appeal)\b).*"
    r"\b(?:is|are) (?:\w+ )?(?:exempt (?:from|under)|withheld|not held|refused)\b",
    re.IGNORECASE | re.DOTALL,
)
RIGHTS_BEGIN = re.compile(
    r"\b(?:unhappy|dissatisf|not (?:happy|satisfied|content)|internal review"
    r"|(?:can|may|to) complain|make (?:a|your) complaint|of complaint|complaints? (?:to|procedure"
    r"|process|about (?:this|our|the way|how))|open government|re-?use|right (?:of|to) (?:appeal"
    r"|review)|(?:ask|apply|request|entitled)\b.{0,40}\b(?:review|appeal)|your rights|disagree)",
    re.IGNORECASE,
)
ANSWER_HERE = re.compile(
    r"\bplease (?:find|see)\b.{0,80}\b(?:response|reply|answers?)\b.{0,60}(?:below|request|:|$)",
    re.IGNORECASE,
)
IS_REVIEW = re.compile(
    r"\b(?:I|we) (?:have )?(?:\w+ )?(?:carried out|conducted|completed|undertaken|concluded)"
    r"(?: \w+){0,3} (?:internal )?review\b"
    r"|\b(?:this|below|attached) is (?:\w+ ){0,3}(?:outcome|result|response) (?:\w+ ){0,4}review\b",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"\[\d{1,3}\]")
ASKS = Phrases(
    r"(?:please )?(?:can|could|would|will|may) (?:you|i|we) (?:\w+ )?(?:please|kindly|provide|tell"
    r"|confirm|supply|send|give|let|state|have|request|advise|get|list|also|detail)",
    r"(?:and |also |if so |if yes )?,? ?please (?:also |can you |could you |kindly )?(?:provide"
    r"|supply"
    r"|confirm|state|send (?:me|us)|list|advise|give|tell|detail|include|disclose|specify|break"
    r"|indicate|outline|describe|explain|share|release|forward|identify|furnish|answer|respond"
    r"|publish|name|itemise|breakdown)\b",
    r"(?:how (?:many|much|often|long|is|are|do|does|did|has|have)|what|which|who|whom|whose"
    r"|where|why|when|do you|does (?:the|your)|did (?:the|you)|has (?:the|your)|have (?:the|you)"
    r"|is there|are there|if (?:so|yes|no|not|applicable|available|possible)\b)",
    r"i (?:would (?:like|be)|['’]d like|am (?:requesting|seeking|looking|interested|writing to "
    r"(?:request|ask)|making)|want|wish to|request|hereby|seek|should like|(?:also )?ask)\b",
    r"(?:under|pursuant to|in accordance with) the freedom of information act,? (?:2000,? )?"
    r"(?:i|please|could|can)\b",
    r"for the purposes? of (?:this|my) request",
)
# A thing named without saying anything of it is asked for: "The number of fines in each year".
NAMES = Phrases(
    r"(?:for (?:each|the|every)|(?:the )?(?:total |average )?(?:number|amount|names?|dates?|value"
    r"|costs?|percentage|breakdown|details|length|location)s? of|total|a copy|copies|any (?:and"
    r" all )?"
    r"(?:correspondence|documents|emails|information|other)|all (?:correspondence|documents|emails"
    r"|information|recorded)|details of|a list|a breakdown|breakdown|list of)\b",
)
SAYS = re.compile(
    r"\b(?:is|are|was|were|has been|have been|can|cannot|could|would|will|do|does|did|we|our"
    r"|attached|below"
    r"|above|shown)\b",
    re.IGNORECASE,
)
# After these words the requester speaks, until the authority does again.
QUOTES_REQUEST = re.compile(
    r"(?:\byou (?:are|were) (?:seeking|requesting|asking)\b[^.:?]{0,60}|\byour (?:request"
    r"|question|e-?mail|letter)s?\b[^.:?]{0,60}|\byou (?:have )?(?:asked|requested"
    r"|wrote|stated|said|wanted)\b[^.:?]{0,60}|\brequested the following\b[^.:?]{0,40}"
    r"|\brequest(?:ing|ed)? (?:the following )?information\b[^.:?]{0,40})[:\-–]\s*[\"“]?$"
    r"|\brequest for information (?:concerning|about|regarding|relating to|on|as follows)\b"
    r".{0,40}\b(?:please|could you|can you|i would like|i am|under the)\b",
    re.IGNORECASE,
)
ANNOUNCES_ANSWER = re.compile(r"\b(?:response|answer|reply|below is|found)", re.IGNORECASE)
OWN_VOICE = Phrases(
    r"(?:we|our|unfortunately|having|following|in (?:response|reply|accordance|order)|the"
    r" (?:council"
    r"|authority|department|ministry|trust|force|constabulary|university|information (?:you"
    r"|requested))|i (?:am (?:dealing|writing|pleased|able|sorry|now)|have|can|confirm|attach"
    r"|will|regret)|please (?:find|see|note|contact|accept|be)|thank|(?:our |the )?(?:response"
    r"|answer|reply|decision)|on \d|under|section|as (?:you|we|your)|with regard|your request"
    r" (?:has"
    r"|is|was|will)|this (?:request|has|is|information)|if you)\b",
)
ANSWERS_AT_ONCE = re.compile(
    r"^\W{0,4}(?:[\d£]|yes\b|no\b|none\b|nil\b|n/?a\b|zero\b|not\b|we\b|the council\b|unknown\b"
    r"|please (?:see|find)\b|information\b|see\b)",
    re.IGNORECASE,
)
SHORT = 6
QUESTION = re.compile(r"\?[\s\"”’)]*$")
OWN_PLEASE = Phrases(
    r"please (?:find|see|note|contact|quote|refer|be (?:advised|aware)|accept|click|visit|follow|do"
    r"|let (?:us|me)|be|use|feel|email|write|read|remember|consult|go|call|reply|allow)\b",
    before=r"\b",
)
COURTESY = Phrases(
    r"thank(?:s| you)\b",
    r"(?:further to|with (?:reference|regards?) to|in (?:response|reply|relation) to|i refer to"
    r"|regarding|re:|ref:|reference)\b",
    r"(?:i|we) (?:am|are) (?:writing|now writing|responding|replying|able to respond)",
    r"(?:please|kindly) (?:find|see) (?:below|our response|the (?:council['’]s )?response)",
    r"(?:please (?:find|see) |our |the council['’]s |the |below )[^.:]{0,70}\b(?:response|answer"
    r"|reply)s? (?:to your (?:request|questions?|enquiry) ?)?(?:\w+ ){0,2}(?:is|are|below|as"
    r" follows"
    r"|to your|set out)",
    r"the reference number\b",
    r"(?:we|i) (?:will|look) (?:\w+ )?(?:forward|be in touch|continue)",
    r"(?:we|i) (?:kindly )?ask (?:for )?your patience",
    r"(?:therefore,? )?you (?:should|can) (?:expect|provide)",
    r"if you\b",
    r"(?:your |our |the |information )?(?:requests?|responses?|reply|answers?|decision|rights"
    r"|requested"
    r"|questions?)\W*$",
    r"the information (?:that )?you\b[^.]{0,60}:?$",
    r"should you\b",
    r"(?:note: )?(?:please )?(?:do not|don['’]t|leave|keep) (?:hesitate|edit|change|alter|the"
    r" subject"
    r"|reply)",
    r"please (?:quote|contact|remember|accept|note that (?:all|the information|under))",
    r"(?:i|we) (?:hope|trust|apologi[sz]e|am sorry|are sorry|regret)\b",
    r"(?:my |our )?apologies",
    r"(?:the information (?:you have )?(?:supplied|provided|disclosed) (?:to you )?(?:is|continues"
    r"|may))",
    r"(?:you|it) (?:may|can|could|should) (?:also )?(?:re-?use|be protected|contact|wish)\b",
    r"(?:most of|any) (?:the )?(?:information|documents?) (?:we|that we|supplied)",
    r"(?:copyright|re-?use|open government)\b",
    r"the (?:freedom|foi|act|legislation)\b",
    r"(?:your|this) (?:request|response|email|e-mail|letter|enquiry)\b",
    r"you (?:asked|requested|wrote|have asked|have requested|wanted|submitted|wished)",
    r"(?:yours|kind|best|regards|sincerely|dear|tel|telephone|email|e-mail|fax|website)\b",
    r"(?:the |this )?information (?:you )?(?:have )?requested (?:is|was)?(?: shown)?:?$",
    r"(?:freedom of information|environmental information regulations|data protection) (?:act"
    r" )?\d{4}$",
    r"(?:information|data protection) (?:governance|management|officer|team|unit|rights)",
)
REASONS = Phrases(
    r"exempt",
    r"exception",
    r"sections? \d",
    r"s\.? ?\d{2}\b",
    r"regulations? \d",
    r"public interest",
    r"disclos",
    r"prejudic",
    r"withh",
    r"redact",
    r"personal (?:data|information)",
    r"data (?:protection|subject)",
    r"third part",
    r"commercial(?:ly)? (?:interest|sensitiv)",
    r"appropriate limit",
    r"(?:cost|time) limit",
    r"\d+ (?:hours|minutes)",
    r"£(?:450|600|25)\b",
    r"manual",
    r"individual(?:ly)? (?:record|case|file)",
    r"each (?:record|case|file|document)",
    r"interrogat",
    r"vexatious",
    r"burden",
    r"unable",
    r"cannot",
    r"(?:not|n['’]t) (?:\w+ )?(?:hold|held|recorded|able|possible|required|obliged)",
    r"commissioner",
    r"decision notice",
    r"legislation",
    r"the act\b",
    r"freedom of information",
    r"fair(?:ly|ness)?\b",
    r"lawful",
    r"harm",
    r"identifi",
    r"refus",
    r"estimat",
    r"retriev",
    r"extract",
    r"locat(?:e|ing)\b",
    r"narrow",
    r"refin",
    r"reduc(?:e|ing) (?:the )?scope",
    r"clarif",
    r"search(?:ed|es|ing)?\b",
    before=r"\b",
)
