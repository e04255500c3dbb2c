"""The wording of notes that machines send: absence, acknowledgements, words about mail itself.

Every form was chosen so that a person asking for information does not write it, or counts only in
a text that asks nothing.
"""

import re

from assistant.domain.phrases import Phrases

# A text that is about the writer's own absence.
ABSENT = Phrases(
    r"^(?:sorry,? )?(?:(?:currently |now )?(?:away|out of (?:the )?office|on leave|on holiday)"
    r" (?:until|till|from)|back (?:on|in))\b"
    r"|\bi(?: am|'m) driving\b"
    r"|\bi(?: am|'m| will be| shall be|'ll be| have been)?(?: currently| now| presently"
    r"| away and)? "
    r"?(?:out of (?:the |my )?office|on (?:annual |maternity |paternity |sick |extended |study "
    r"|compassionate |parental |long[- ]term )?leave|off sick"
    r"|on (?:a )?(?:holiday|vacation|secondment|sabbatical)|on (?:jury service|a training course)"
    r"|away (?:from|at) (?:the |my |a )?(?:office|desk|conference)|away (?:until|till|from|on)\b"
    r"|not (?:in the office|working|at work)|out (?:until|till)\b|unavailable (?:until|till|from)"
    r"|no longer (?:work|employed|with)\w*)"
    r"|\bi(?: am|'m)? (?:do not|don't) work (?:on )?(?:mon|tues|wednes|thurs|fri)days?"
    r"|\bmy (?:normal |usual )?working (?:days|hours) are\b"
    r"|\b(?:currently|now) (?:out of (?:the )?office|on (?:annual )?leave)\b"
    r"|\bi(?: will|'ll) (?:return|be back)(?: \w+){0,3} (?:on|to|in)\b"
    r"|\b(?:\w+ ){1,3}(?:has left|no longer works (?:for|at|here))\b"
    r"|\b(?:the|our|this) offices? (?:(?:is|are|will be) (?:now |currently )?closed (?:until"
    r"|from|for)"
    r"|(?:will )?close(?:s)? (?:at|on|for|from)\b)"
    r"|\bmy (?:e-?mail )?address has changed\b|\b(?:i have|i've) (?:left|moved|retired)\b"
    r"|\bthank(?:s| you) for your (?:e-?mail|message|enquiry)[.,!\s-]{1,6}(?:i am|i'm|i will be) "
    r"(?:\w+ ){0,3}(?:away|out of|on leave|on annual|absent)"
    r"|\brwyf (?:i )?(?:allan o'r swyddfa|ar (?:fy )?(?:wyliau|gwyliau|absenoldeb))"
    r"|\brydw i (?:allan o'r swyddfa|ar (?:fy )?(?:wyliau|ngwyliau))"
    r"|\b(?:nid wyf|dydw i ddim) yn y swyddfa|\bbyddaf (?:allan o'r swyddfa|i ffwrdd|yn \u00f4l)"
    r"|\bich bin (?:\S+ ){0,8}(?:nicht (?:im (?:b\u00fcro|haus)|erreichbar)|abwesend|im urlaub"
    r"|au(?:\u00df|ss)er haus)|\bich befinde mich (?:\S+ ){0,6}im urlaub"
    r"|\bje (?:suis|serai) (?:\S+ ){0,4}(?:absente?|en cong[\u00e9e]s?|en vacances"
    r"|en d\u00e9placement)"
    r"|\bik ben (?:\S+ ){0,6}(?:afwezig|niet op kantoor|met vakantie|op vakantie|vrij)\b"
    r"|\b(?:estoy|estar\u00e9|me encuentro) (?:\S+ ){0,4}(?:fuera de (?:la )?oficina|de vacaciones"
    r"|ausente|de baja)"
    r"|\b(?:jestem|b\u0119d\u0119|przebywam) (?:\S+ ){0,4}(?:nieobecn\w*|na urlopie|poza biurem)",
)
# What only a person says who answers a letter, whatever is said of leave and holidays beside it.
ANSWERS = Phrases(
    r"\bmy (?:\w+ ){0,2}(?:request|complaint|appeal|question|case|foi|eir|sar)\b"
    r"|\bthe information\b"
    r"|\bthe records\b|\byour (?:\w+ ){0,2}(?:letter|response|reply|answer|question|clarification"
    r"|decision|acknowledge?ment|refusal)\b|\byou (?:asked|wrote|said|told)\b|\bas requested\b"
    r"|\bi(?:'m| am)? (?:confirm|attach|enclose|mean|meant|refer|withdraw|am happy|'m happy|happy"
    r"|complain)\b|\binternal review\b|\bcommissioner\b",
)
CALLS_ITSELF_AUTOMATIC = Phrases(
    r"\bthis (?:is|e-?mail (?:is|was|has been)|message (?:is|was|has been)|response (?:is|was)"
    r"|mailbox is) (?:an |a )?(?:system[- ])?(?:auto(?:matic(?:ally)?|mated)?[- ]?)"
    r"(?:generated|created|sent|reply|response|acknowledge?ment|e-?mail|message|confirmation"
    r"|receipt|notification)?"
    r"|\bautomat(?:ed|ic) (?:acknowledge?ment|confirmation|response|reply|receipt)\b"
    r"|\b(?:auto-?reply|auto-?response|autoresponder)\b"
    r"|\bplease do not (?:reply|respond) to this (?:e-?mail|message|address)"
    r"|\b(?:do not|don't) reply (?:directly )?to this (?:e-?mail|message|address)"
    r"|\b(?:this|the) (?:mailbox|inbox|e-?mail address|address|account) is (?:not|un|no longer)\s?"
    r"(?:monitored|attended|read|in use|checked)"
    r"|\breplies to this (?:e-?mail|message|address|mailbox) (?:are|will) not (?:be )?"
    r"(?:read|monitored|answered)"
    r"|\b(?:neges|ateb|ymateb) awtomatig\b|\bpeidiwch ag ateb\b"
    r"|\b(?:message|r[\u00e9e]ponse|courriel|e-?mail) (?:est |g[\u00e9e]n[\u00e9e]r[\u00e9e]e? )?"
    r"automatique(?:ment)?\b|\bmerci de ne pas r[\u00e9e]pondre\b"
    r"|\bne pas r[\u00e9e]pondre [\u00e0a] ce"
    r"|\bautomatisch (?:generierte|erstellte|erzeugte|versandte)|\bautomatische (?:antwort"
    r"|nachricht"
    r"|e-?mail|best\u00e4tigung)|\bbitte antworten sie nicht\b"
    r"|\bautomatisch (?:gegenereerd|bericht|antwoord)|\bniet beantwoorden\b"
    r"|\b(?:mensaje|respuesta|correo) (?:generad[oa] )?autom[\u00e1a]tic[oa](?:mente)?\b"
    r"|\bno responda a este\b"
    r"|\bwygenerowan[ya] automatycznie\b|\bautomatyczna (?:odpowied\u017a|wiadomo\u015b\u0107)"
    r"|\bpros(?:imy|z\u0119) nie odpowiada\u0107\b",
)
ACKNOWLEDGES = re.compile(
    r"\bthank you for (?:your (?:e-?mail|enquiry|message|request|recent)|contacting"
    r"|getting in touch"
    r"|e-?mailing)\b|\bwe (?:have|'ve) received your\b|\byour (?:e-?mail|enquiry|message|request) "
    r"(?:has been|was) (?:received|logged|forwarded|passed)\b|\bwe (?:aim|will endeavour) to "
    r"(?:respond|reply|answer)\b|\bwe are currently processing\b|\bour reference\b"
    r"|\backnowledges? (?:the )?receipt\b|\bhas accepted your\b",
    re.IGNORECASE,
)
# How an office's system takes note of a message, and how such systems tell that they are systems.
TAKES_NOTE = Phrases(
    r"\bthank you for (?:your (?:e-?mail|enquiry|message|contact|recent)|contacting|writing"
    r"|getting in touch|e-?mailing)\b|\bwe (?:have|'ve) (?:received )?your\b"
    r"|\byour (?:e-?mail|enquiry|message|request|case|ticket) (?:has (?:been|arrived)|was)\b"
    r"|\b(?:we |hereby )?acknowledges? (?:the )?receipt\b|\backnowledgement\b"
    r"|\b(?:ticket|case|enquiry|request) (?:\S+ )?(?:received|created|logged|raised|opened"
    r"|registered)\b"
    r"|\bhas been (?:raised|logged|created|opened|registered)\b",
)
WORKS_SO = Phrases(
    r"\bticket\b|\btracking (?:token|number|id)\b|\b(?:case|reference|enquiry|ticket|job) (?:number"
    r"|id|no\b|ref)|\breference:|\bunder reference\b|\bits number is\b|#\w*\d{3,}"
    r"|\bwithin (?:\w+ )?(?:\d+|two|three|five|ten|twenty) (?:working |business )?(?:days|hours)\b"
    r"|\b\d+ working days\b|\bby the end of the next working day\b|\bwhat happens next\b"
    r"|\bgenerated by\b|\bcase system\b|\bread our inbox\b|\boffice hours\b|\bopening hours\b"
    r"|\bin an emergency\b|\bif (?:it|your \w+) (?:is|contains) (?:urgent|a request)\b"
    r"|\bhas been notified\b|\b(?:student|customer|online) portal\b|\bdo not reply\b",
)
OF_MAIL = Phrases(
    r"\b(?:your (?:e-?mail|mail|message|document)|(?:message|e-?mail) (?:that |which )?(?:you"
    r"|from you)"
    r"|was opened|return receipt|(?:e-?mail )?address (?:has )?change|new (?:e-?mail )?address"
    r"|secure message|on hold|held messages|read (?:my )?mail|out of (?:the )?office|mailbox)\b",
)
