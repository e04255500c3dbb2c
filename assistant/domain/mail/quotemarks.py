"""The lines that mail programs write around older messages, in the languages that reach the UK.

A table of forms, no logic: a new mail program is a new alternative here, with its test.
"""

import re

REPLY_SUBJECT = re.compile(
    r"\s*(?:\[[^\]]{1,30}\]\s*)?(?:re|aw|sv|vs|antw|ynt|odp|ref|r|atb|svar|rif|res)"
    r"(?:\[\d+\])?\s?:",
    re.IGNORECASE,
)
FORWARD_SUBJECT = re.compile(
    r"\s*(?:\[[^\]]{1,30}\]\s*)?(?:(?:re|aw|sv)\s?:\s*)?(?:fwd?|fw|wg|tr|vl|doorst|i|rv|enc|ymlaen)\s?:",
    re.IGNORECASE,
)

# "-----Original Message-----" and the like: what follows is a copy of an older message.
ORIGINAL_MARK = re.compile(
    r"[>*\s]*[-_=*]{2,}\s*(?:original (?:message|e-?mail|appointment|text)"
    r"|reply (?:message|above this line)|neges wreiddiol"
    r"|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|original-nachricht"
    r"|message d'origine|mensaje original|messaggio originale|mensagem original"
    r"|oorspronkelijk bericht|ursprungligt meddelande|opprinnelig melding"
    r"|oprindelig (?:besked|meddelelse)|wiadomość oryginalna|исходное сообщение"
    r"|yahoo(?:!|mail)? .{0,30})\s*[-_=*]{2,}",
    re.IGNORECASE,
)

# What follows is passed on, not answered: it may well be the request.
FORWARD_MARK = re.compile(
    r"(?:[-_=*]{2,}\s*(?:forwarded (?:message|by|e-?mail)|weitergeleitete (?:nachricht|mail)"
    r"|message (?:transféré|réexpédié)|mensaje reenviado|messaggio inoltrato"
    r"|neges wedi'i hanfon ymlaen|doorgestuurd bericht|vidarebefordrat meddelande"
    r"|start of forwarded|begin forwarded).{0,60}"
    r"|begin forwarded message:?|anfang der weitergeleiteten (?:nachricht|e-?mail):?"
    r"|début du message (?:transféré|réexpédié).{0,4}|inicio del mensaje reenviado:?"
    r"|inizio messaggio inoltrato:?)\s*$",
    re.IGNORECASE,
)

ATTRIBUTION_START = re.compile(
    r"\s*(?:[-*_]{1,5}\s?)?(?:on|le|am|el|il|em|op|den|w dniu|dnia|ar|yn|em|på|pe|em|at)\b(?!\s*:)"
    r"|\s*\d{4}[-/.年]\s?\d{1,2}[-/.月]|\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ,]"
    r"|\s*\*{0,2}(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? \d"
    r"|\s*(?:\"?[\w.' -]{2,60}\"? )?<[^<>\s]+@[^<>\s]+>\s*(?:wrote|schrieb|a écrit|writes|said)",
    re.IGNORECASE,
)
ATTRIBUTION_END = re.compile(
    r"(?:\bwrote|\bwrites|\bsaid|\bschrieb|\ba écrit|\bescribió|\bha scritto|\bescreveu|\bschreef"
    r"|\bskrev|\bnapisał(?:\(a\)|a)?|\bпишет|\bнаписал\(?а?\)?|\bysgrifennodd|\bgeschreven"
    r"|\bскрев|:写道|写道|のメール)\b[^\n]{0,30}:\s*$"
    r"|(?:\bschrieb|\bskrev|\bschreef|\bnapisał|\bysgrifennodd)\b[^\n]{0,120}:\s*$"
    r"|(?:写道|のメール)\s?[:：]\s*$"
    r"|<[^<>\s]+@[^<>\s]+>\s?(?:\S{2,12} )?:\s*$",
    re.IGNORECASE,
)

HEADER_START = re.compile(
    r"\s*\*?(?:from|von|de|da|van|från|fra|od|oddí wrth|oddi wrth|от)\s?:\*?\s*\S", re.IGNORECASE
)
HEADER_FIELD = re.compile(
    r"\s*\*?(from|sent|date|to|cc|subject|reply-to|importance|attachments"
    r"|von|gesendet|datum|an|betreff|de|envoyé|objet|à|para|enviado(?: el)?|asunto|fecha"
    r"|da|inviato|data|a|oggetto|assunto|van|verzonden|aan|onderwerp|från|skickat|till|ämne"
    r"|fra|sendt|til|emne|od|wysłano|do|temat|oddi wrth|anfonwyd|at|pwnc"
    r"|от|отправлено|дата|кому|тема)\s?:\*?(?:\s|$)",
    re.IGNORECASE,
)
DIVIDER = re.compile(r"[_\-=*]{3,}")
RULE_LINE = re.compile(r"[-_=]{15,}")

# The sentences that open what WhatDoTheyKnow and other Alaveteli sites add below a letter.
FOOTER = re.compile(
    r"please use this e-?mail address for all replies to this request"
    r"|disclaimer: this message and any reply that you make will be published on the internet"
    r"|wrong address for freedom of information requests to",
    re.IGNORECASE,
)
# Words of each of these in lower case: looking for them first costs next to nothing.
FOOTER_SIGNS = (
    "replies to this request",
    "will be published on the internet",
    "freedom of information requests to",
)

# The sender points into what stands below, or has answered inside it.
BELOW = re.compile(
    r"\b(?:my|our|see|as|answer(?:s|ed)?|comment(?:s|ed)?|response(?:s)?|repl(?:y|ies|ied)"
    r"|question(?:s)?|request(?:s)?|detailed|set out|reproduced|copied|forwarded|listed) "
    r"(?:[\w']+ ){0,2}(?:below|underneath|in-?line)\b|\bbelow[.:]?\s*$"
    r"|\bin (?:red|blue|green|bold|italics|capitals|caps)\b|\bplease find below\b"
    r"|\b(?:interleaved|interspersed)\b|\banswered in-?line\b",
    re.IGNORECASE,
)
# With few words around it, this passes on what stands below.
PASSES_ON = re.compile(
    r"\bf\.?y\.?i\b|\bfor (?:your )?(?:action|logging|info)\b|\bone for you\b|\bforwarding\b"
    r"|\b(?:log|action|deal with|process|forward|treat|handle|pick up|acknowledge)\b.{0,40}"
    r"|\bpass(?:ed|ing)? (?:this |it )?(?:on|to you)\b|\bbelow\b|\bisod\b",
    re.IGNORECASE,
)
