"""The wording by which machines give themselves away, in the languages that reach the UK.

Every form here was chosen so that a person asking for information does not write it: a subject
form is anchored at the start, so that an answer to an automatic reply ("Re: Automatic reply")
stays a person's. Forms that a person might write after all count only in a text that asks nothing.
"""

import re

_TAG = r"\s*(?:\[[^\]]{1,40}\]\s*)?"

# Surely automatic: the form and then a colon, a bracket, or a word no English sentence goes on with.
AUTOMATIC_SUBJECT = re.compile(
    _TAG + r"(?:"
    r"(?:automatic|automated|auto)[- ]?(?:reply|response|acknowledge?ment|answer|notification)\b"
    r"\s*[:(\[-]"
    r"|out[- ]of[- ](?:the[- ])?office(?: ?(?:auto-?\s?reply|reply|message|notification|response|"
    r"assistant))?\s*[:(]|out of office (?:auto-?\s?reply|assistant)|oo[of]\s?:|auto:"
    r"|i am (?:currently )?out of (?:the )?office"
    r"|(?:away from (?:my )?(?:the )?(?:office|desk|mail))\s*:|vacation (?:reply|message)\b"
    r"|(?:ateb|ymateb|neges) awtomatig|allan o['\u2019]r swyddfa|i ffwrdd o['\u2019]r swyddfa"
    r"|automatische (?:antwort|abwesenheits|empfangs|eingangs|r(?:\u00fc|ue)ckmeldung|reply)"
    r"|autom\. antwort|abwesenheits(?:notiz|nachricht|assistent|meldung)|abwesenheit\s*:"
    r"|au(?:\u00df|ss)er haus\s*:|eingangsbest(?:\u00e4|ae)tigung\s*:"
    r"|r[\u00e9e]ponse automatique|absence du bureau|absente? du bureau|message d['\u2019]absence"
    r"|absence\s:|accus[\u00e9e] de r[\u00e9e]ception automatique"
    r"|respuesta autom[\u00e1a]tica|fuera de (?:la )?oficina|ausente? de (?:la )?oficina"
    r"|risposta automatica|fuori sede|fuori ufficio"
    r"|automatisch (?:antwoord|bericht)|afwezigheid|afwezig\s*:|niet aanwezig\s*:"
    r"|autosvar|automatiskt svar|automatisk svar|fr\u00e5nvaro"
    r"|odpowied[\u017az] automatyczna|automatyczna odpowied[\u017az]|autoodpowied[\u017az]"
    r"|poza biurem|nieobecno[\u015bs][\u0107c]"
    r"|resposta autom[\u00e1a]tica"
    r"|\u81ea\u52a8\u56de\u590d"
    r"|\u81ea\u52d5\u5fdc\u7b54|\u0430\u0432\u0442\u043e\u043e\u0442\u0432\u0435\u0442"
    r")",
    re.IGNORECASE,
)
# Automatic where the text asks for nothing: a request may be about automated responses.
PERHAPS_AUTOMATIC_SUBJECT = re.compile(
    _TAG + r"(?:"
    r"(?:automatic|automated|auto)[- ]?(?:reply|response|acknowledge?ment|answer|notification)"
    r"(?:\s*$| (?:from|to|re)\b)"
    r"|out[- ]of[- ](?:the[- ])?office(?: ?(?:reply|message|notification|response))?\s*$"
    r"|(?:away from (?:my )?(?:the )?(?:office|desk|mail))\s*$"
    r"|[^?]{2,80} (?:is|will be) out of (?:the )?office\b"
    r"|.{0,200}\((?:out of (?:the )?office|auto(?:matic|mated)?[- ]?(?:reply|response)|return receipt)\)\s*$"
    r"|return receipt\b|message status\b|(?:christmas|easter|bank holiday|office|summer) clos(?:ure|ed)\b"
    r"|(?:we have|we've) (?:received )?your (?:message|e-?mail|enquiry|request)\b"
    r"|(?:annual|maternity|sick) leave\s*[:.-]|(?:currently )?on (?:annual )?leave\b"
    r"|(?:read|gelesen|lu|le\u00eddo|gelezen|not read|deleted)\s?:"
    r")",
    re.IGNORECASE,
)

FAILURE_SUBJECT = re.compile(
    r"\s*(?:\*+\s?)?(?:undeliver(?:able|ed)\b|mail (?:delivery )?(?:failed|failure|system error)"
    r"|delivery (?:status notification|failure|failed|delayed|has (?:failed|been delayed)|report)"
    r"|delayed (?:mail|delivery|message)\b|.{2,40}\bblocked (?:a|your) (?:message|e-?mail)\b"
    r"|(?:your )?(?:message|e-?mail) (?:was|has been) (?:blocked|rejected|quarantined)"
    r"|message (?:delivery )?(?:delayed|failure|not delivered|undeliverable)|returned mail\b"
    r"|failure notice|failed mail|non[- ]?deliver(?:y|able)|mail could not be delivered"
    r"|warning: (?:message .{1,40} delayed|could not send message)|returned to sender"
    r"|unzustellbar|nicht zustellbar|zustellung|non remis|[\u00e9e]chec de (?:la )?(?:remise|livraison)"
    r"|no se puede entregar|no se pudo entregar|onbestelbaar|niet bezorgd|nie dostarczono"
    r"|niedostarczon|n\u00e9lk\u00fcli"
    r"|rejected (?:posting|mail|message)\b|delivery notification\b|could not deliver|bounce[d]?:"
    r"|methu anfon|heb ei ddosbarthu)",
    re.IGNORECASE,
)

FAILURE_WORDS = re.compile(
    r"could(?:n't| not) be delivered|(?:was|were) not delivered|wasn't delivered"
    r"|not be delivered to|did not reach|cannot be reached|account does not exist"
    r"|blocked (?:an?|your) (?:e-?mail|message)|message (?:was )?deleted"
    r"|delivery (?:to|of|has|attempt|failed|status|failure|error)|undeliver(?:able|ed)"
    r"|permanent (?:error|failure|fatal errors)|unrouteable|user unknown|unknown user"
    r"|(?:mailbox|quota|inbox).{0,30}(?:full|exceeded|unavailable)|no such (?:user|mailbox|address)"
    r"|recipient.{0,40}(?:rejected|not found|unknown|invalid|failed)"
    r"|failed recipients?"
    r"|address(?:es)? (?:failed|not found|rejected|couldn't be found)|mail loop"
    r"|\b[45]\.\d\.\d{1,2}\b"
    r"|returned (?:to sender|mail)|unable to deliver|cannot be delivered|following address"
    r"|message (?:has )?(?:been )?(?:blocked|rejected|delayed)|retry timeout exceeded"
    r"|nicht zugestellt|konnte nicht|wurde nicht|non remis|n'a pas pu [\u00ea]tre remis"
    r"|no se ha podido entregar|niet (?:worden )?bezorgd|nie zosta\u0142a dostarczona",
    re.IGNORECASE,
)

# What servers alone write: codes and the names of their faults.
SERVERS_WORDS = re.compile(
    r"\b[45]\.\d\.\d{1,2}\b|\b55\d\b|user unknown|unknown user|no such (?:user|mailbox|address)"
    r"|(?:mailbox|quota|inbox).{0,30}(?:full|exceeded|unavailable)|intended recipients?"
    r"|recipient.{0,40}(?:rejected|not found|unknown|invalid|failed)|could not be delivered to"
    r"|permanent (?:error|failure|fatal errors)|unrouteable|undeliver(?:able|ed) (?:mail|message)",
    re.IGNORECASE,
)
DAEMON = re.compile(
    r"\b(?:mailer[-_.]?daemon|postmaster|mail[-_.]?daemon|mdaemon|bounces?|mail delivery (?:sub)?"
    r"system|mail administrator|microsoftexchange\w{8,}|mail service)\b",
    re.IGNORECASE,
)

NO_REPLY = re.compile(
    r"\b(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|donotreply|auto[-_.]?(?:reply|response|mail"
    r"|confirm)|notifications?|alerts?|newsletters?|dimatebo|unmonitored)\b",
    re.IGNORECASE,
)

# A text that is about the writer's own absence.
ABSENT = re.compile(
    r"^(?:sorry,? )?(?:(?:currently |now )?(?:away|out of (?:the )?office|on leave|on holiday)"
    r" (?:until|till|from)|back (?:on|in))\b"
    r"|\bi(?: am|'m) driving\b"
    r"|\bi(?: am|'m| will be| shall be|'ll be| have been)?(?: currently| now| presently| away and)? "
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
    r"|\b(?:the|our|this) offices? (?:(?:is|are|will be) (?:now |currently )?closed (?:until|from|for)"
    r"|(?:will )?close(?:s)? (?:at|on|for|from)\b)"
    r"|\bmy (?:e-?mail )?address has changed\b|\b(?:i have|i've) (?:left|moved|retired)\b"
    r"|\bthank(?:s| you) for your (?:e-?mail|message|enquiry)[.,!\s-]{1,6}(?:i am|i'm|i will be) "
    r"(?:\w+ ){0,3}(?:away|out of|on leave|on annual|absent)"
    r"|\brwyf (?:i )?(?:allan o'r swyddfa|ar (?:fy )?(?:wyliau|gwyliau|absenoldeb))"
    r"|\brydw i (?:allan o'r swyddfa|ar (?:fy )?(?:wyliau|ngwyliau))"
    r"|\b(?:nid wyf|dydw i ddim) yn y swyddfa|\bbyddaf (?:allan o'r swyddfa|i ffwrdd|yn \u00f4l)"
    r"|\bich bin (?:\S+ ){0,8}(?:nicht (?:im (?:b\u00fcro|haus)|erreichbar)|abwesend|im urlaub"
    r"|au(?:\u00df|ss)er haus)|\bich befinde mich (?:\S+ ){0,6}im urlaub"
    r"|\bje (?:suis|serai) (?:\S+ ){0,4}(?:absente?|en cong[\u00e9e]s?|en vacances|en d\u00e9placement)"
    r"|\bik ben (?:\S+ ){0,6}(?:afwezig|niet op kantoor|met vakantie|op vakantie|vrij)\b"
    r"|\b(?:estoy|estar\u00e9|me encuentro) (?:\S+ ){0,4}(?:fuera de (?:la )?oficina|de vacaciones"
    r"|ausente|de baja)"
    r"|\b(?:jestem|b\u0119d\u0119|przebywam) (?:\S+ ){0,4}(?:nieobecn\w*|na urlopie|poza biurem)",
    re.IGNORECASE,
)
# What only a person says who answers a letter, whatever is said of leave and holidays beside it.
ANSWERS = re.compile(
    r"\bmy (?:\w+ ){0,2}(?:request|complaint|appeal|question|case|foi|eir|sar)\b|\bthe information\b"
    r"|\bthe records\b|\byour (?:\w+ ){0,2}(?:letter|response|reply|answer|question|clarification"
    r"|decision|acknowledge?ment|refusal)\b|\byou (?:asked|wrote|said|told)\b|\bas requested\b"
    r"|\bi(?:'m| am)? (?:confirm|attach|enclose|mean|meant|refer|withdraw|am happy|'m happy|happy"
    r"|complain)\b|\binternal review\b|\bcommissioner\b",
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
    r"|\b(?:do not|don't) reply (?:directly )?to this (?:e-?mail|message|address)"
    r"|\b(?:this|the) (?:mailbox|inbox|e-?mail address|address|account) is (?:not|un|no longer)\s?"
    r"(?:monitored|attended|read|in use|checked)"
    r"|\breplies to this (?:e-?mail|message|address|mailbox) (?:are|will) not (?:be )?"
    r"(?:read|monitored|answered)"
    r"|\b(?:neges|ateb|ymateb) awtomatig\b|\bpeidiwch ag ateb\b"
    r"|\b(?:message|r[\u00e9e]ponse|courriel|e-?mail) (?:est |g[\u00e9e]n[\u00e9e]r[\u00e9e]e? )?"
    r"automatique(?:ment)?\b|\bmerci de ne pas r[\u00e9e]pondre\b|\bne pas r[\u00e9e]pondre [\u00e0a] ce"
    r"|\bautomatisch (?:generierte|erstellte|erzeugte|versandte)|\bautomatische (?:antwort|nachricht"
    r"|e-?mail|best\u00e4tigung)|\bbitte antworten sie nicht\b"
    r"|\bautomatisch (?:gegenereerd|bericht|antwoord)|\bniet beantwoorden\b"
    r"|\b(?:mensaje|respuesta|correo) (?:generad[oa] )?autom[\u00e1a]tic[oa](?:mente)?\b"
    r"|\bno responda a este\b"
    r"|\bwygenerowan[ya] automatycznie\b|\bautomatyczna (?:odpowied\u017a|wiadomo\u015b\u0107)"
    r"|\bpros(?:imy|z\u0119) nie odpowiada\u0107\b",
    re.IGNORECASE,
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
TAKES_NOTE = re.compile(
    r"\bthank you for (?:your (?:e-?mail|enquiry|message|contact|recent)|contacting|writing"
    r"|getting in touch|e-?mailing)\b|\bwe (?:have|'ve) (?:received )?your\b"
    r"|\byour (?:e-?mail|enquiry|message|request|case|ticket) (?:has (?:been|arrived)|was)\b"
    r"|\b(?:we |hereby )?acknowledges? (?:the )?receipt\b|\backnowledgement\b"
    r"|\b(?:ticket|case|enquiry|request) (?:\S+ )?(?:received|created|logged|raised|opened|registered)\b"
    r"|\bhas been (?:raised|logged|created|opened|registered)\b",
    re.IGNORECASE,
)
WORKS_SO = re.compile(
    r"\bticket\b|\btracking (?:token|number|id)\b|\b(?:case|reference|enquiry|ticket|job) (?:number"
    r"|id|no\b|ref)|\breference:|\bunder reference\b|\bits number is\b|#\w*\d{3,}"
    r"|\bwithin (?:\w+ )?(?:\d+|two|three|five|ten|twenty) (?:working |business )?(?:days|hours)\b"
    r"|\b\d+ working days\b|\bby the end of the next working day\b|\bwhat happens next\b"
    r"|\bgenerated by\b|\bcase system\b|\bread our inbox\b|\boffice hours\b|\bopening hours\b"
    r"|\bin an emergency\b|\bif (?:it|your \w+) (?:is|contains) (?:urgent|a request)\b"
    r"|\bhas been notified\b|\b(?:student|customer|online) portal\b|\bdo not reply\b",
    re.IGNORECASE,
)
OF_MAIL = re.compile(
    r"\b(?:your (?:e-?mail|mail|message|document)|(?:message|e-?mail) (?:that |which )?(?:you|from you)"
    r"|was opened|return receipt|(?:e-?mail )?address (?:has )?change|new (?:e-?mail )?address"
    r"|secure message|on hold|held messages|read (?:my )?mail|out of (?:the )?office|mailbox)\b",
    re.IGNORECASE,
)

# What a person writes who wants something: where it stands, a body is not called automatic.
ASKS = re.compile(
    r"\b(?:please|can|could|would|will) you (?:please |kindly )?(?:provide|supply|send"
    r"|confirm|tell|let|give|list"
    r"|advise|explain|clarify|disclose|state)\b"
    r"|\bplease (?:can|could|would|may) (?:you|i)\b|\bmay i (?:please )?(?:have|see|ask)\b"
    r"|\bplease (?:also )?(?:provide|supply|confirm|disclose|state|list|find my|treat|accept|explain"
    r"|clarify|release|send (?:me|us|the following)|give me|tell me|let me (?:know|have))\b"
    r"|\bi(?: am|'m)? (?:would like|wish|want|request(?:ing)?|am writing|write) to\b"
    r"|\bi (?:ask|want|need|seek)\b"
    r"|\bi(?:'d| would) like\b|\bunder the (?:freedom|environmental)"
    r"|\bhow (?:many|much)\b|\bmy (?:foi |freedom of information |original )?request\b"
    r"|\bi (?:am |would like to |want to |hereby )?request(?:ing)?\b"
    r"|\banswer (?:the|my|these) questions?\b"
    r"|\bhoffwn\b|\ba (?:allwch|fedrwch|fyddech) (?:chi)?\b|\bfaint o\b|\b(?:yn|rwy'n) gofyn am\b"
    r"|\bje (?:souhaite|demande|voudrais|sollicite|vous prie)\b|\bpourriez-vous\b|\bveuillez m"
    r"|\bich (?:beantrage|bitte um|m\u00f6chte|ersuche)\b|\bbitte (?:\u00fcber)?(?:senden|mitteilen)\b"
    r"|\bik (?:verzoek|vraag|wil graag)\b|\bgraag ontvang\b"
    r"|\b(?:solicito|quisiera|le ruego)\b|\bpros(?:z\u0119|imy) o\b|\bwnosz\u0119 o\b|\bchcia\u0142",
    re.IGNORECASE,
)
# What a person asks for himself: an automatic reply tells others what to do, and wants nothing.
ASKS_FOR_ITSELF = re.compile(
    r"\b(?:can|could|would) you (?:please |kindly )?(?:tell|send|confirm|provide|explain|let) ?(?:me)?\b"
    r"|\bplease (?:tell|send|give) me\b|\bmay i (?:please )?(?:have|see|ask)\b"
    r"|\bi (?:would like|'d like|ask|want|request|wish)\b|\bhow (?:many|much)\b"
    r"|\bmy (?:foi |freedom of information |original )?request\b|\bunder the (?:freedom|environmental)"
    r"|\bje (?:souhaite|demande|voudrais)\b|\bich (?:beantrage|bitte um|m\u00f6chte)\b",
    re.IGNORECASE,
)
ABOUT_INFORMATION = re.compile(
    r"\bfreedom of information\b|\bfoi(?:a)?\b|\benvironmental information\b|\beir\b"
    r"|\bsubject access\b|\bdata protection act\b|\brequest(?:ing)? (?:for )?(?:the )?information\b"
    r"|\brhyddid gwybodaeth\b",
    re.IGNORECASE,
)
