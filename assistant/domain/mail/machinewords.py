"""The wording by which machines give themselves away, in the languages that reach the UK.

Every form here was chosen so that a person asking for information does not write it: a subject
form is anchored at the start, so that an answer to an automatic reply ("Re: Automatic reply")
stays a person's. Forms that a person might write after all count only in a text that asks nothing.
"""

import re

from assistant.domain.phrases import Phrases

_TAG = r"\s*(?:\[[^\]]{1,40}\]\s*)?"

# Surely automatic: the form and a colon or a bracket, or a word that no English sentence goes on
# with.
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
    r"|.{0,200}\((?:out of (?:the )?office|auto(?:matic|mated)?[- ]?(?:reply|response)"
    r"|return receipt)\)\s*$"
    r"|return receipt\b|message status\b|(?:christmas|easter|bank holiday|office"
    r"|summer) clos(?:ure|ed)\b"
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
    r"|unzustellbar|nicht zustellbar|zustellung|non remis|[\u00e9e]chec de (?:la )?(?:remise"
    r"|livraison)"
    r"|no se puede entregar|no se pudo entregar|onbestelbaar|niet bezorgd|nie dostarczono"
    r"|niedostarczon|n\u00e9lk\u00fcli"
    r"|rejected (?:posting|mail|message)\b|delivery notification\b|could not deliver|bounce[d]?:"
    r"|methu anfon|heb ei ddosbarthu)",
    re.IGNORECASE,
)

FAILURE_WORDS = Phrases(
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
)

# What servers alone write: codes and the names of their faults.
SERVERS_WORDS = Phrases(
    r"\b[45]\.\d\.\d{1,2}\b|\b55\d\b|user unknown|unknown user|no such (?:user|mailbox|address)"
    r"|(?:mailbox|quota|inbox).{0,30}(?:full|exceeded|unavailable)|intended recipients?"
    r"|recipient.{0,40}(?:rejected|not found|unknown|invalid|failed)|could not be delivered to"
    r"|permanent (?:error|failure|fatal errors)|unrouteable|undeliver(?:able|ed) (?:mail|message)",
)
DAEMON = Phrases(
    r"\b(?:mailer[-_.]?daemon|postmaster|mail[-_.]?daemon|mdaemon|bounces?|mail delivery (?:sub)?"
    r"system|mail administrator|microsoftexchange\w{8,}|mail service)\b",
)

NO_REPLY = Phrases(
    r"\b(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|noreply|donotreply|auto[-_.]?(?:reply|response|mail"
    r"|confirm)|notifications?|alerts?|newsletters?|dimatebo|unmonitored)\b",
)
