"""What a short text opens with and who signs it: a machine's note or a person's mail."""

import re

# A full stop behind a number ends no sentence: "bis zum 4. Mai".
_SENTENCE = re.compile(r"(?:[^.!?\n]|(?<=\d)\.)+[.!?]*")
_GREETING = re.compile(
    r"\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|to whom|greetings|season|sir\b"
    r"|helo|annwyl|shwmae|prynhawn da|bore da|bonjour|madame|monsieur|guten tag|hallo|sehr geehrte"
    r"|liebe|beste|geachte|goedendag|hola|estimad|buenos|dzie\u0144 dobry|szanown|witam"
    r"|auto(?:matic|mated)?[ -]?(?:reply|response|message)|out of (?:the )?office|ateb awtomatig"
    r"|please note|please be advised|sorry|apologies)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\s*(?:(?:many )?thank(?:s| you)(?: very much| so much)? for (?:your|the|getting|contacting"
    r"|e-?mailing|writing|taking)|diolch (?:yn fawr )?am|merci (?:beaucoup )?(?:pour|de)"
    r"|vielen dank f|danke f|bedankt voor|dank (?:u )?voor|gracias por|dzi\u0119kuj\u0119 za"
    r"|your (?:e-?mail|message|enquiry) (?:has been|was) received|(?:we"
    r"|i) (?:have )?received your)",
    re.IGNORECASE,
)
_QUOTATION = re.compile(r"[\"\u201c][^\"\u201c\u201d\n]{3,400}[\"\u201d]")
_LONGEST_GREETING = 60
_SIGNATURE = 8
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Prof|Rev)\.? )?"
    r"(?:[A-Z][a-z'\u2019][\w'\u2019-]*(?: [A-Z]\.?)?(?: [A-Z][\w'\u2019-]+){1,2}"
    r"|[A-Z]\.? [A-Z][a-z][\w'\u2019-]*|[A-Z]{2,} [A-Z'-]{2,})(?:[,(|-] ?.{0,40})?"
)
_OFFICE = re.compile(
    r"\b(?:team|office|council|services?|department|unit|support|care|trust|association|university"
    r"|college|school|customers?|contact|centre|center|authority|ltd|limited|plc|partners|group"
    r"|police|hospital|housing|commission|committee|governance|records|revenues|society|charity"
    r"|voice|court|agency|ministry|foi|enquiries|helpdesk|desk|bureau|case|ticket|message|mail"
    r"|regards|wishes|thanks|sincerely|faithfully|act|request|reference|information|system)\b",
    re.IGNORECASE,
)


def opening(text: str) -> str:
    """Return the first sentence of substance: past a greeting and thanks for the message."""
    for found in _SENTENCE.finditer(text[:1500]):
        sentence = found.group().strip(" \t*_-\u2013>")
        if not re.search(r"\w", sentence):
            continue
        if _GREETING.match(sentence) and len(sentence) <= _LONGEST_GREETING:
            # "Sorry, I am away" greets and says it at once.
            rest = sentence.partition(",")[2].strip()
            if len(rest.split()) > 2:  # noqa: PLR2004 - more than a name follows
                return rest
            continue
        if _THANKS.match(sentence):
            halves = re.split(r"[,;\u2013-]\s+", sentence, maxsplit=1)
            if len(halves) > 1 and len(halves[1].split()) > 2:  # noqa: PLR2004 - more than a name
                return halves[1]
            continue
        return sentence
    return ""


def spoken(text: str) -> str:
    """Return a text on one line without what it quotes of others: a person may quote a machine."""
    straightened = " ".join(text.replace("\u2019", "'").split())
    return _QUOTATION.sub(" ", straightened)


def signed_by_person(text: str) -> bool:
    """Say whether a name of two or three words, and of no office, stands among the last lines."""
    lines = [line.strip(" *_|") for line in text.strip().split("\n") if line.strip()]
    return any(names_a_person(line) for line in lines[1:][-_SIGNATURE:])


def names_a_person(words: str) -> bool:
    """Say whether some words are a person's name as far as one can tell."""
    return bool(_NAME.fullmatch(words)) and not _OFFICE.search(words)
