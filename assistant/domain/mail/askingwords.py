"""What people write who want something, for themselves or under an Act of information."""

from assistant.domain.phrases import Phrases

# What a person writes who wants something: where it stands, a body is not called automatic.
ASKS = Phrases(
    r"\b(?:please|can|could|would|will) you (?:please |kindly )?(?:provide|supply|send"
    r"|confirm|tell|let|give|list"
    r"|advise|explain|clarify|disclose|state)\b"
    r"|\bplease (?:can|could|would|may) (?:you|i)\b|\bmay i (?:please )?(?:have|see|ask)\b"
    r"|\bplease (?:also )?(?:provide|supply|confirm|disclose|state|list|find my|treat|accept"
    r"|explain"
    r"|clarify|release|send (?:me|us|the following)|give me|tell me|let me (?:know|have))\b"
    r"|\bi(?: am|'m)? (?:would like|wish|want|request(?:ing)?|am writing|write) to\b"
    r"|\bi (?:ask|want|need|seek)\b|\band (?:want|ask for)\b"
    r"|\bi(?:'d| would) like\b|\bunder the (?:freedom|environmental)"
    r"|\bhow (?:many|much)\b|\bmy (?:foi |freedom of information |original )?request\b"
    r"|\bi (?:am |would like to |want to |hereby )?request(?:ing)?\b"
    r"|\banswer (?:the|my|these) questions?\b"
    r"|\bhoffwn\b|\ba (?:allwch|fedrwch|fyddech) (?:chi)?\b|\bfaint o\b|\b(?:yn|rwy'n) gofyn am\b"
    r"|\bje (?:souhaite|demande|voudrais|sollicite|vous prie)\b|\bpourriez-vous\b|\bveuillez m"
    r"|\bich (?:beantrage|bitte um|m\u00f6chte|ersuche)\b|\bbitte (?:\u00fcber)?(?:senden"
    r"|mitteilen)\b"
    r"|\bik (?:verzoek|vraag|wil graag)\b|\bgraag ontvang\b"
    r"|\b(?:solicito|quisiera|le ruego)\b|\bpros(?:z\u0119|imy) o\b|\bwnosz\u0119 o\b"
    r"|\bchcia\u0142",
)
# What a person asks for himself: an automatic reply tells others what to do, and wants nothing.
ASKS_FOR_ITSELF = Phrases(
    r"\b(?:can|could|would) you (?:please |kindly )?(?:tell|send|confirm|provide|explain"
    r"|let) ?(?:me)?\b"
    r"|\bplease (?:tell|send|give) me\b|\bmay i (?:please )?(?:have|see|ask)\b"
    r"|\bi (?:would like|'d like|ask|want|request|wish)\b|\bhow (?:many|much)\b"
    r"|\bmy (?:foi |freedom of information |original )?request\b|\bunder the (?:freedom"
    r"|environmental)"
    r"|\bje (?:souhaite|demande|voudrais)\b|\bich (?:beantrage|bitte um|m\u00f6chte)\b",
)
ABOUT_INFORMATION = Phrases(
    r"\bfreedom of information\b|\bfoi(?:a)?\b|\benvironmental information\b|\beir\b"
    r"|\bsubject access\b|\bdata protection act\b|\brequest(?:ing)? (?:for )?(?:the )?information\b"
    r"|\brhyddid gwybodaeth\b",
)
