"""What reads as written for a machine: a table of kinds, each with its patterns.

Each row is a kind of wording, never a sentence that was seen somewhere. Honest mail speaks of
instructions, systems and artificial intelligence as well, because it asks about them: so a row
needs an order together with whom it is given to, or what it is about.
"""

import re
from dataclasses import dataclass, field

# What reading took out that cannot come about by an editor's or a translator's doing.
HIDING = ("Unicode tag characters",)

_MACHINE = (
    r"(?:AI|A\.I\.|assistant|chat ?bot|bot|language model|LLM|GPT|model|software|system|program"
    r"|drafting (?:system|software|tool|program)|parser|automaton|machine)"
)
_ORDER = (
    r"(?:add|append|answer|approve|attach|begin|change|confirm|copy|delete|disclose|do not"
    r"|enclose|fetch|forward|ignore|include|insert|list|load|must|omit|open|print|put|quote|record"
    r"|release|repeat|replace|reply|reveal|say|send|set|shall|should|sign|state|stop|tell|use|will"
    r"|write|is to|has to)"
)
_LETTER = r"(?:letter|reply|response|answer|acknowledg\w+|draft)"


@dataclass(frozen=True)
class Cue:
    """A kind of wording, what an officer is told of it, and how it is known."""

    id: str
    what: str
    patterns: tuple[str, ...]
    flags: re.RegexFlag = re.IGNORECASE
    _compiled: list[re.Pattern[str]] = field(default_factory=list, compare=False, repr=False)

    def search(self, text: str) -> re.Match[str] | None:
        """Return where a text has such words first, in the order of the patterns."""
        if not self._compiled:
            self._compiled.extend(re.compile(each, self.flags) for each in self.patterns)
        found = (pattern.search(text) for pattern in self._compiled)
        return next((match for match in found if match), None)


CUES: tuple[Cue, ...] = (
    Cue(
        "template-tokens",
        "signs that control a language model",
        (
            r"<\|[a-z_ ]{2,40}\|>|<[｜|][^<>\n]{2,40}[｜|]>",
            r"\[/?INST\]|<</?SYS>>|<(?:bos|eos|s)>\s*\[",
            r"<(?:start|end)_of_turn>|<\|?(?:eot|eom|im)_(?:id|start|end)\|?>",
            (
                r"</?(?:tool_call|function_call|function_calls|invoke|tool_response|antml\w*|think"
                r"|scratchpad|system_prompt|user_query)\b[^<>\n]{0,80}>"
            ),
            r"^[ \t]{0,8}#{2,4} ?(?:instruction|system|response|input|human|assistant)s?\b:?\s*$",
            (
                r"^[ \t]{0,8}(?:human|user|assistant|system)[ \t]?:.{0,400}\n(?:.{0,400}\n){0,4}?"
                r"[ \t]{0,8}(?:human|user|assistant|system)[ \t]?:"
            ),
            (
                r"[\"'](?:role|kind|tool|tool_calls?|function|action)[\"']\s*:\s*[\"']?"
                r"(?:system|assistant|generated|wording|quote|send|approve|function)\b"
            ),
        ),
        re.IGNORECASE | re.MULTILINE,
    ),
    Cue(
        "forged-boundary",
        "a boundary that pretends that the message ends there",
        (
            (
                r"</?(?:e-?mail|untrusted|trusted|message|data|document|request|user|content|quote"
                r"|context|officer|supervisor)(?:[ _-]\w+)?(?:\s+\w+=[^<>\n]{0,60})?>\s*"
                r"(?:</|<\w|\S[^<>\n]{3,})"
            ),
            (
                r"[\[(<{=*-][ \t]{0,4}(?:end|begin|start)[ _-]+(?:of[ _-]+)?(?:the[ _-]+)?"
                r"(?:untrusted|trusted|e-?mail|user|request|message|data|officer\w*|system|quoted?"
                r"|instructions?|input|prompt)\b[^\n]{0,30}[\])>}=*-]"
            ),
            r"\b(?:e-?mail|untrusted|input|data|message|request)[_ ](?:end|start)s?\b\s*[\]>)]",
            r"\b(?:untrusted|trusted) (?:part|text|section|input|data|content|zone|block)\b",
            r"^---\s*\n(?:[a-z_]{2,20}:[^\n]{0,120}\n){1,10}---\s*$",
        ),
        re.IGNORECASE | re.MULTILINE,
    ),
    Cue(
        "earlier-instructions",
        "an order to forget instructions",
        (
            (
                r"\b(?:ignore|disregard|forget|override|bypass|set aside|drop)\b(?:\W+\w+){0,4}?\W+"
                r"(?:previous|prior|above|earlier|preceding|existing|your|all|any|system|"
                r"these|those"
                r"|the)\W+(?:\w+\W+){0,3}?(?:instructions?|prompts?|rules?|guidelines?|guardrails?"
                r"|programming|constraints?)\b"
            ),
            r"\b(?:system|hidden|initial|secret) (?:prompt|instructions?)\b",
            (
                r"\b(?:reveal|repeat|print|show|summari[sz]e|list|output|quote)\b[^.\n]{0,40}"
                r"\byour (?:\w+ )?(?:instructions|prompt|system message)\b"
            ),
            (
                r"\b(?:anwybydd\w+|ignorez|oublie[rz]|ignorier\w+|vergiss\w*|vergessen sie|"
                r"zignoruj\w*"
                r"|pomi[ńn]\w*|ignor[ae]\w*|olvid[ae]\w*|игнорир\w+|забудь\w*)\b[^.\n]{0,60}"
                r"\b(?:cyfarwydd\w+|consignes?|instructions?|anweisung\w*|vorgaben?|regeln?"
                r"|polece[ńn]\w*|instrukcj\w*|instruccion\w*|инструкц\w*|указани\w*|правил\w*)"
            ),
            r"(?:忽略|无视|忘记)[^。\n]{0,20}(?:指令|指示|说明|规则|提示)",
            r"(?:نظر ?انداز|تجاهل)[^۔\n]{0,40}(?:ہدایات|تعليمات)|ہدایات[^۔\n]{0,20}نظر ?انداز",
        ),
    ),
    Cue(
        "order-to-a-machine",
        "words that give a machine an order",
        (
            (
                rf"(?:^|[\[(<{{*_.;!?\"“]|\bto (?:the|any|this)|\bnote to"
                rf"|\binstructions? (?:to|for))[ \t]{{0,8}}"
                rf"(?:the |this |any |your |dear )?{_MACHINE}\b(?:\s*[:;,]|\s+[—–-]\s)"
            ),
            (
                rf"\b(?:note|notice|instructions?|message|hint|direction|command)s? (?:for|to) "
                rf"(?:the |any |this |your |all |whatever )?(?:\w+ )?{_MACHINE}\b"
            ),
            (
                rf"\b(?:the|this|your|any|dear) (?:\w+ )?{_MACHINE}\b (?:\w+ )?"
                r"(?:must|shall|should|will|is to|has to|may|need(?:s)? to)\b(?: \w+){0,2}? "
                rf"(?:now )?{_ORDER}\b[^.\n]{{0,80}}\b(?:{_LETTER}|instruction|sentence|words?|text"
                r"|case|officer|signature|outcome|request)\b"
            ),
            rf"^[ \t]{{0,8}}{_MACHINE}[ \t]?:[ \t]{{0,8}}\S",
            (
                rf"\b(?:for|to) (?:the|any|an|this|whatever) (?:\w+ )?{_MACHINE}\s*(?::|"
                rf"\bthat reads\b"
                r"|\breading\b)"
            ),
            rf"\bif you are (?:an?|the) (?:\w+ )?(?:{_MACHINE}|computer|robot)\b",
            (
                r"\b(?:pretend|imagine|suppose|assume) (?:that )?(?:you are|you were|my "
                r"address|i am the"
                r"|i were the|today were)\b"
            ),
            (
                r"\bmaintenance mode\b|\b(?:let us|let[’']s) play a game\b|\bsystem override\b"
                r"|\bsystem (?:note|notice|message)\b"
            ),
            (
                r"\b(?:you are (?:now |no longer )?(?:an? )?(?:\w+ )?(?:AI|assistant|language model"
                r"|chatbot|bot|model|DAN|officer without)|act as (?:an? )?(?:\w+ )?(?:AI|assistant"
                r"|model|supervisor|administrator)|(?:enter|switch to|enable|in) (?:\w+ )"
                r"?(?:developer|debug"
                r"|god|jailbreak|unrestricted) mode\b|jailbreak|prompt injection)"
            ),
            (
                r"\b(?:cyfarwyddyd|neges|nodyn)\w* i['’]?r? (?:system|cynorthwyydd|peiriant|"
                r"meddalwedd)"
                r"|\bi['’]r (?:cynorthwyydd|system|peiriant)\s*:"
            ),
            (
                r"\b(?:instruction|consigne|note|message)s? (?:au|à l[’']|pour (?:le|l[’'])) ?"
                r"(?:syst[èe]me|assistant|mod[èe]le|logiciel)|\bassistant\s*:"
            ),
            (
                r"\b(?:anweisung|hinweis|nachricht|befehl)\w* (?:an|für) (?:das|den|die) "
                r"(?:system|assistent\w*|modell|programm|software|ki)\b"
            ),
            (
                r"\b(?:polecenie|instrukcja|uwaga|wiadomość) dla "
                r"(?:systemu|asystenta|modelu|programu)"
            ),
            (
                r"\b(?:instrucci[óo]n\w*|nota|mensaje|orden) (?:para|al) (?:el |la )?"
                r"(?:sistema|asistente|modelo|programa)"
            ),
            (
                r"(?:инструкция|указание|сообщение|команда) (?:для )?"
                r"(?:систем\w*|помощник\w*|ассистент\w*|модел\w*|программ\w*)"
            ),
            r"(?:系统|助手|助理|模型|程序)[^。\n]{0,6}[：:]|(?:给|对)(?:系统|助手|助理|模型)",
            r"(?:نظام|سسٹم|معاون|ماڈل)[^۔\n]{0,12}[:：]|(?:سسٹم|نظام|معاون) (?:کے لیے|کو) ہدایت",
        ),
        re.IGNORECASE | re.MULTILINE,
    ),
    Cue(
        "writes-the-letter",
        "words that say what our letter is to say",
        (
            (
                rf"\b(?:the|your|this|each|every|any|that) {_LETTER}s? (?:to this (?:request|"
                rf"mail) )?"
                r"(?:must|shall|will|has to|have to|is to|should) (?:now )?(?:say|state|"
                r"contain|begin"
                r"|end|close|read|go(?:es)? to|be sent to|consist|include the (?:words?|"
                r"sentence))\b"
            ),
            (
                rf"\b(?:begin|end|close|finish)s? (?:the|your|this|each|every) {_LETTER}\b"
                rf"|\b{_LETTER}s? (?:now )?(?:consists? of|ends? with|begins? with|says?)"
                rf"\b\s*[:\"“]"
            ),
            (
                r"\b(?:you|we|they) must (?:state|say|include|write|add)\b[^.\n]{0,80}\bin (?:each"
                r"|every|any|all) (?:refusals?|letters?|responses?|answers?)\b"
            ),
            (
                r"\b(?:approved|agreed|settled) wording\b[^.\n]{0,40}[:,)]|\bignore (?:the|your)"
                r" (?:\w+ )?(?:wording|template)s?\b"
            ),
            (
                r"\b(?:kept|used|stored|keep|use) (?:this |it |this letter )?as an? (?:precedent|"
                r"example|template)\b"
            ),
            (
                r"\b(?:repeat|state|say|confirm) in (?:your|the) (?:answer|response|reply|letter)\b"
                r"[^.\n]{0,60}[\"“:]"
            ),
            (
                rf"\b(?:begin|end|start|finish|open|close) (?:the|your|this|each) {_LETTER} "
                r"(?:with|by)\b"
            ),
            (
                rf"\b(?:add|append|insert|write|paste)\b[^.\n]{{0,80}}?"
                rf"\b(?:in|into|at the (?:end|top|start|beginning|foot) of|to|below|under|before) "
                rf"(?:the|your|this|each|every) (?:\w+ )?(?:{_LETTER}|signature|subject of)\b"
            ),
            (
                rf"\b(?:put|include|copy|place) (?:the (?:words?|sentence|phrase|line|"
                rf"following)|this"
                rf" (?:line|sentence))\b[^.\n]{{0,100}}\b{_LETTER}\b"
            ),
            (
                r"\b(?:word for word|verbatim|without quotation marks|in your own words)"
                r"\b[^.\n]{0,40}"
                rf"\b{_LETTER}\b|\b{_LETTER}\b[^.\n]{{0,40}}\bword for word\b"
            ),
            (
                r"\bdo not (?:mention|tell|say|show)\b[^.\n]{0,40}\b(?:officer|supervisor|"
                r"this (?:note"
                r"|instruction|line|comment))\b"
            ),
        ),
    ),
    Cue(
        "another-address",
        "words that ask for the answer to go to another address",
        (
            (
                r"\b(?:reply|answer|response|letter|correspondence|acknowledgement|copy|cc)\b"
                r"[^.\n]{0,60}\b(?:to|at|is|in copy to|address)\b[^.\n]{0,30}?\s[<(]?"
                r"[\w.+-]+@[\w-]+\.[\w.-]+[^\n]{0,30}\b(?:only|and not|instead|alone|in its "
                r"place)\b"
            ),
            (
                r"\b(?:change|replace|overwrite|correct|correction of|change of|new|remove|"
                r"delete|drop)"
                r"\b[^.\n]{0,40}\b(?:recipient|reply address|return address|correspondence address"
                r"|sender[’']?s? address|my address|address of this case)\b"
            ),
            r"\breplies? (?:must |has to |have to |should |shall )?go(?:es)? to\b",
            r"\b(?:reply[_-]to|recipient|bcc|cc)\s*[:=]\s*[\w.+-]+@",
        ),
    ),
    Cue(
        "sets-the-clock",
        "words that say how our clock is to be set",
        (
            (
                r"\b(?:set|record|change|correct|move|reset|overwrite)"
                r"\b[^.\n]{0,30}\b(?:date of receipt"
                r"|received date|due date|receipt date|clock)\b"
            ),
            r"\bstop the clock\b|\b(?:due_on|received_on)\b\s*[:=]",
            (
                r"\b(?:time limit|twenty (?:working )?days|20 (?:working )?days|clock|date "
                r"of receipt)\b"
                r"[^.\n]{0,40}\b(?:is|are|be) counted from\b[^.\n]{0,20}\d"
            ),
            r"\bextend the time limit to\b",
        ),
    ),
    Cue(
        "claimed-agreement",
        "words that claim that somebody here has agreed",
        (
            (
                r"\bas (?:was |were |already |previously )?(?:agreed|promised|confirmed|arranged"
                r"|authori[sz]ed|approved)\b[^.\n]{0,30}\b(?:with|by) (?:the|your|an?|our) "
                r"(?:\w+ )?"
                r"(?:officer|supervisor|manager|colleague|team|department|chief|head|lawyers?)\b"
            ),
            (
                r"\bas your (?:\w+ )?(?:officer|supervisor|manager|colleague|lawyers?) "
                r"(?:has |have )?(?:already )?(?:agreed|confirmed|promised|approved|said)\b"
            ),
            (
                r"\b(?:response|letter|reply|answer|disclosure|release|message) (?:is|was|"
                r"has been|were)"
                r" (?:already |now )?(?:pre-?)?approved\b|\bapproved\s*=\s*(?:true|yes|1)\b"
                r"|\bapprove\s*=|\bset the state of the\b"
            ),
            (
                r"\bas (?:the|your) (?:officer|supervisor) (?:agreed|proposed|confirmed|told|"
                r"said)\b"
                r"|\byour (?:officer|supervisor|colleague) (?:has )?(?:already )?(?:agreed|"
                r"confirmed"
                r"|approved|authori[sz]ed|asked me to (?:remind|tell))\b"
            ),
            (
                r"\b(?:need|needs|without|skip) (?:no |any |all )?(?:approval|checks|review|"
                r"second person)"
                r"\b[^.\n]{0,40}"
            ),
            r"\b(?:may|can) go out without\b|\bcleared for release\b",
            (
                r"\b(?:approved|authori[sz]ed|signed off|cleared) by (?:the |a |your |my )"
                r"?(?:\w+ )?"
                r"(?:supervisor|officer|chief constable|head of|monitoring officer|ico|"
                r"commissioner)\b"
                r"[^.\n]{0,40}\b(?:code|ref|reference|number|send|release|id)\b"
            ),
            r"\b(?:approval|authori[sz]ation|release) (?:code|number|token|id)\b\W{0,4}\S",
            (
                r"\bsend (?:the |your |this )?(?:response|letter|reply|answer)? ?"
                r"(?:now|at once|immediately|without (?:approval|review|checking|an? officer))\b"
            ),
        ),
    ),
    Cue(
        "loads-something",
        "a picture or link that would fetch something where a program shows it",
        (
            r"!\[[^\]\n]{0,80}\](?:\([^)\s]{4,}|\[)",
            (
                r"<(?:img|iframe|script|object|embed|link|form|style|meta|svg|video|audio|base)\b"
                r"[^<>\n]{0,200}(?:https?:|//|url\()"
            ),
            (
                r"\b(?:fetch|load|retrieve|download|visit|open|call|request|ping)\b[^.\n]{0,20}"
                r"\bhttps?://\S+[^.\n]{0,40}\b(?:before|first|and (?:add|include|use|insert|"
                r"follow))\b"
            ),
        ),
    ),
)
