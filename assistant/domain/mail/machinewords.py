"""The wording by which machines give themselves away, in the languages that reach the UK.

Every form here was chosen so that a person asking for information does not write it: a subject
form is anchored at the start, so that an answer to an automatic reply ("Re: Automatic reply")
stays a person's.
"""

import re

AUTOMATIC_SUBJECT = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:"
    r"(?:automatic|automated|auto)[- ]?(?:reply|response|acknowledge?ment|answer|notification)\b"
    r"(?:\s*(?:[:(\[-]|$)| (?:from|to|re)\b)"
    r"|out[- ]of[- ](?:the[- ])?office(?: ?(?:auto-?\s?reply|reply|message|notification|response|"
    r"assistant))?\s*(?::|\(|$)|oo[of]\s?:|auto:|i am (?:currently )?out of (?:the )?office"
    r"|(?:away from (?:my )?(?:the )?(?:office|desk|mail))\s*(?::|$)|vacation (?:reply|message)\b"
    r"|ateb awtomatig|neges awtomatig|allan o(?:'|\u2019)r swyddfa|i ffwrdd o(?:'|\u2019)r swyddfa"
    r"|automatische (?:antwort|abwesenheits|empfangs)|abwesenheits(?:notiz|nachricht|assistent)"
    r"|abwesenheit\s*:|eingangsbest(?:\u00e4|ae)tigung|r\u00e9ponse automatique|absence du bureau"
    r"|respuesta autom\u00e1tica|fuera de (?:la )?oficina|risposta automatica|fuori sede"
    r"|automatisch antwoord|afwezigheid|autosvar|automatiskt svar|automatisk svar|fr\u00e5nvaro"
    r"|odpowied\u017a automatyczna|autoodpowied\u017a|resposta autom\u00e1tica"
    r"|\u81ea\u52a8\u56de\u590d"
    r"|\u81ea\u52d5\u5fdc\u7b54|\u0430\u0432\u0442\u043e\u043e\u0442\u0432\u0435\u0442"
    r")",
    re.IGNORECASE,
)

FAILURE_SUBJECT = re.compile(
    r"\s*(?:\*+\s?)?(?:undeliver(?:able|ed)\b|mail (?:delivery )?(?:failed|failure|system error)"
    r"|delivery (?:status notification|failure|failed|delayed|has (?:failed|been delayed)|report)"
    r"|message (?:delivery )?(?:delayed|failure|not delivered|undeliverable)|returned mail\b"
    r"|failure notice|failed mail|non[- ]?deliver(?:y|able)|mail could not be delivered"
    r"|warning: (?:message .{1,40} delayed|could not send message)|returned to sender"
    r"|unzustellbar|nicht zustellbar|zustellung|non remis|no se puede entregar|n\u00e9lk\u00fcli"
    r"|rejected (?:posting|mail|message)\b|delivery notification\b|could not deliver|bounce[d]?:"
    r"|methu anfon|heb ei ddosbarthu)",
    re.IGNORECASE,
)

FAILURE_WORDS = re.compile(
    r"could(?:n't| not) be delivered|(?:was|were) not delivered|wasn't delivered"
    r"|not be delivered to"
    r"|delivery (?:to|of|has|attempt|failed|status|failure|error)|undeliver(?:able|ed)"
    r"|permanent (?:error|failure|fatal errors)|unrouteable|user unknown|unknown user"
    r"|(?:mailbox|quota|inbox).{0,30}(?:full|exceeded|unavailable)|no such (?:user|mailbox|address)"
    r"|recipient.{0,40}(?:rejected|not found|unknown|invalid|failed)"
    r"|failed recipients?"
    r"|address(?:es)? (?:failed|not found|rejected|couldn't be found)|mail loop"
    r"|\b[45]\.\d\.\d{1,2}\b"
    r"|returned (?:to sender|mail)|unable to deliver|cannot be delivered|following address"
    r"|message (?:has )?(?:been )?(?:blocked|rejected|delayed)|retry timeout exceeded"
    r"|nicht zugestellt|konnte nicht|wurde nicht|non remis|no se ha podido entregar",
    re.IGNORECASE,
)

DAEMON = re.compile(
    r"\b(?:mailer[-_.]?daemon|postmaster|mail[-_.]?daemon|mdaemon|bounces?|mail delivery (?:sub)?"
    r"system|mail administrator|microsoftexchange\w{8,}|mail service)\b",
    re.IGNORECASE,
)

NO_REPLY = re.compile(
    r"\b(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|donotreply|auto[-_.]?(?:reply|response|mail"
    r"|confirm)|notifications?|alerts?|newsletters?|dimatebo)\b",
    re.IGNORECASE,
)

# A text that is about the writer's own absence, or that calls itself automatic.
ABSENT = re.compile(
    r"\bi(?: am|'m| will be| shall be|'ll be| have been)?(?: currently| now| presently| away and)? "
    r"?(?:out of (?:the )?office|on (?:annual |maternity |paternity |sick |extended |study )?leave"
    r"|on holiday|on vacation|away from (?:the |my )?(?:office|desk)|away (?:until|till|from|on)\b"
    r"|not in the office|out (?:until|till)\b|no longer (?:work|employed|with)\w*)"
    r"|\b(?:currently|now) (?:out of (?:the )?office|on (?:annual )?leave)\b"
    r"|\bi(?: will|'ll) (?:return|be back)(?: \w+){0,3} (?:on|to|in)\b"
    r"|\bthank(?:s| you) for your (?:e-?mail|message|enquiry)[.,!\s-]{1,6}(?:i am|i'm|i will be) "
    r"(?:\w+ ){0,3}(?:away|out of|on leave|on annual|absent)"
    r"|\brwyf (?:i )?(?:allan o'r swyddfa|ar (?:fy )?(?:wyliau|gwyliau))|\bnid wyf yn y swyddfa"
    r"|\bich bin (?:\S+ ){0,6}(?:nicht (?:im b\u00fcro|erreichbar)|abwesend)",
    re.IGNORECASE,
)
CALLS_ITSELF_AUTOMATIC = re.compile(
    r"\bthis (?:is|e-?mail (?:is|was|has been)|message (?:is|was|has been)|response (?:is|was)"
    r"|mailbox is) (?:an |a )?(?:system[- ])?(?:auto(?:matic(?:ally)?|mated)?[- ]?)"
    r"(?:generated|created|sent|reply|response|acknowledge?ment|e-?mail|message|confirmation"
    r"|receipt|notification)?"
    r"|\bautomat(?:ed|ic) (?:acknowledge?ment|confirmation|response|reply|receipt)\b"
    r"|\b(?:auto-?reply|auto-?response|autoresponder)\b"
    r"|\bplease do not (?:reply|respond) to this (?:e-?mail|message|address)"
    r"|\bthis (?:mailbox|inbox|e-?mail address|address) is (?:not|un)\s?(?:monitored|attended)"
    r"|\bneges awtomatig\b|\bateb awtomatig\b",
    re.IGNORECASE,
)
ACKNOWLEDGES = re.compile(
    r"\bthank you for (?:your (?:e-?mail|enquiry|message|request|recent)|contacting"
    r"|getting in touch"
    r"|e-?mailing)\b|\bwe (?:have|'ve) received your\b|\byour (?:e-?mail|enquiry|message|request) "
    r"(?:has been|was) (?:received|logged|forwarded|passed)\b|\bwe (?:aim|will endeavour) to "
    r"(?:respond|reply|answer)\b|\bwe are currently processing\b|\bour reference\b",
    re.IGNORECASE,
)

# What a person writes who wants something: where it stands, a body is not called automatic.
ASKS = re.compile(
    r"\b(?:please|can|could|would|will) you (?:please )?(?:provide|supply|send"
    r"|confirm|tell|let|give"
    r"|advise|explain|clarify|disclose|state)\b"
    r"|\bplease (?:provide|supply|confirm|disclose|state|find my|treat|accept)\b"
    r"|\bi(?: am|'m)? (?:would like|wish|want|request(?:ing)?|am writing|write) to\b"
    r"|\bi(?:'d| would) like\b|\bunder the (?:freedom|environmental)"
    r"|\bhow (?:many|much)\b|\bmy (?:foi |freedom of information |original )?request\b",
    re.IGNORECASE,
)
ABOUT_INFORMATION = re.compile(
    r"\bfreedom of information\b|\bfoi(?:a)?\b|\benvironmental information\b|\beir\b"
    r"|\bsubject access\b|\bdata protection act\b|\brequest(?:ing)? (?:for )?(?:the )?information\b"
    r"|\brhyddid gwybodaeth\b",
    re.IGNORECASE,
)
