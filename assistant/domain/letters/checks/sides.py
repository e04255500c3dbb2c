"""The words that tell for which side a clause of the public interest test speaks."""

import re

_OPEN = (
    r"(?:disclos|releas|publish|publication|giv(?:e|ing)|provid|open|transparen|confirm(?!ing nor)"
    r"|answer|suppl"
    r"|communicat|making|letting|access|saying|tell)"
)
_SHUT = (
    r"(?:maintain|withh|non-?disclos|non-?releas|not (?:to )?(?:disclos|releas|publish|confirm|giv"
    r"|say)|neither|keep|refus|wait|delay|later"
    r"|hold(?:ing)? (?:\w+ )?(?:back|to)|exempt|exception|exclu|NCND|confidential|secre)"
)
_SIDE = (
    r"(?:favour(?:s|ing|ed)?|support(?:s|ing|ive)?(?: of)?|arguments?|factors?|considerations?"
    r"|reasons?"
    r"|case|points?|these|those|weigh\w*|interests?|side)"
)
_SEES = (
    r"(?:know|underst|transparen|open|accountab|see|being|debate|how|whether|what|disclos|scrutin"
    r"|ensuring|releas|the public|"
    r"people|such information|inform|learn|hear|the (?:\w+ )?risk|trust|having|knowledge)"
)
_PEOPLE = (
    r"(?:public|people|residents?|patients?|parents?|families|taxpayers?|those|voters?|communit\w+"
    r"|users?|students?|pupils|tenants"
    r"|applicants?|customers?|businesses|firms|drivers?|neighbours|villagers|everyone|anyone"
    r"|members|staff|ratepayers|citizens?)"
)
# A clause that names its side, by a heading of its own or in so many words.
_NAMES_FOR = re.compile(
    rf"\b(?:favour(?:s|ing|ed)?|support(?:s|ing|ive)?)\b[^.;:]{{0,24}}?(?<!non-)(?<!not )"
    rf"(?<!against )\b{_OPEN}"
    rf"|\bfor(?=:)|\b(?:said|counts?|speaks?) (?:for|in favour of) (?:the )?(?<!non-){_OPEN}"
    rf"|\bon your side\b|\bin your favour\b"
    rf"|\binterest in favour\b|\bin favour(?=[:,])"
    rf"|\b{_SIDE}\b[ ,:–-]{{1,3}}(?:\w+ ){{0,3}}(?:for|in favour of|of|to|in|towards) (?:the |its "
    rf"|their |such )?(?:\w+ )?(?<!non-)(?<!not )(?<!against )\b{_OPEN}"
    rf"|^\W*(?:factors?\s+|arguments?\s+|considerations?\s+|points?\s+|reasons?\s+)?(?:for"
    rf"|in favour|pro)\b(?![^.:]{{0,30}}\b{_SHUT})"
    r"|\bon (?:the )?one (?:hand|side)\b",
    re.IGNORECASE,
)
_NAMES_AGAINST = re.compile(
    rf"\bagainst\b|\b{_SIDE}\b[^.;:]{{0,40}}?\b(?:of |for |to |in )?(?:the )?{_SHUT}"
    rf"|^\W*(?:and |but )?(?:these |those |factors?\s+|arguments?\s+|considerations?\s+"
    rf"|reasons?\s+)?(?:for|in favour)\b[^.:]{{0,14}}\b{_SHUT}"
    r"|^\W*the other way\b|\bon the (?:other|opposite)\b|\b(?:other|opposite|opposing) (?:side|pan"
    r"|scale)\b"
    r"|\b(?:conversely|by contrast|set against"
    r"|weighed against|countervailing|contrary)\b"
    r"|\b(?:interest|another) in (?:an? )?(?:orderly|being able to (?:think|speak|swap))"
    r"|\bpublic interest in (?:\w+ly )?(?:protect|prevent|safeguard|preserv|avoid|maintain|allow"
    r"|ensur|not |keeping|effective|witness|offi|police|commercial|good|sound|fair)"
    r"|\bnot (?:be )?in the public interest\b",
    re.IGNORECASE,
)
# A clause that speaks for a side by what it says: whom disclosure would serve or harm.
_SERVES = re.compile(
    rf"\b{_PEOPLE}\b[^.;]{{0,50}}?\b(?:has|have|had|feel|would have) (?:an?|every|some|the"
    rf"|much) (?:\w+ ){{0,2}}(?:interest|right|reason|call|stake)"
    rf"|\b{_PEOPLE}\b[^.;]{{0,30}}?\b(?:want|wish|wants|wishes|ought to|should be able|is entitled"
    rf"|are entitled|may (?:properly )?wish|should (?:know|see)|would (?:gain|like)|expects?"
    rf"|deserves?) (?:to )?"
    rf"|\b(?:interest|right|value|benefit|merit|curiosity|concern) (?:of the public )?(?:in|to"
    rf"|about) (?:\w+ly )?(?:the (?:way|manner) )?{_SEES}"
    r"|\bthere (?:is|was) (?:\w+ ){0,3}(?:value|merit|weight) in\b|\bvalue in it\b"
    r"|\bto the good that\b|\bin the public interest (?:for|that|to)\b[^.;]{0,60}\b(?:open|scrutin"
    r"|transparen|know|see|debate|understand|account|inform)"
    r"|\b(?:disclos(?:ure|ing)|releas(?:e|ing)|publi(?:cation|shing)|an? (?:answer|reply)|openness"
    r"|transparency|it|they|doing so|that|which|this|confirming or denying|information|figures"
    r"|numbers|documents|emails|e-mails|to confirm or deny)\b[^.;]{0,60}?"
    r"\b(?:would|could|might) (?:also |\w+ly )?(?:promote|increase|improve|enable"
    r"|allow (?!criminals|offenders|those)|inform|help (?:people|the public|residents|us all|them"
    r"|parents|patients|it|those (?:who|affected))|add to|reassure|show|let (?:people|the public"
    r"|residents|them)|contribute|further|serve|demonstrate|strengthen|build|encourage (?:public"
    r"|debate|better)|assist (?:public|people)|give (?:people|the public|confidence)|shed"
    r"|make (?:\w+ )?(?:more accountable|answerable)|spare)"
    r"|\b(?:promotes?|increases?|furthers?|makes? for) (?:\w+ )?(?:accountab|transparen|openness"
    r"|trust|public)|\bpublic (?:money|funds|purse|debate|confidence|understanding"
    r"|scrutiny)\b(?=[^.;]*\b(?:spent|account|judge|see|informed|would|is entitled))"
    r"|\baccountab\w+",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"^\W*(?:however|but|yet|although|though|even so|nevertheless|that said)\b", re.IGNORECASE
)
# After the first side of a prose weighing "it is also good that" turns to the second.
ALSO = re.compile(
    r"^\W*(?:it|there) (?:is|are) (?:also|equally)\b|^\W*(?:equally|at the same time|that said)\b",
    re.IGNORECASE,
)
# What disclosure would do that nobody wants; it turns the side where no word has told one.
ILL = re.compile(
    r"\b(?:would|could|might|may|will)\b[^.;]{0,30}\b(?:discourag|deter|undermin|weaken|harm|damag"
    r"|mislead|suffer|at risk|endanger|jeopardis|inhibit|expos|warn|lost|less (?:willing|frank"
    r"|candid|able|likely)|disrupt|hinder|prejudic|distress|unfair|loss\\b|rise\\b|threaten"
    r"|intimidat|stop (?:giving|telling|coming)|reluctan|exploit|evade|avoid)"
    r"|\bless (?:willing|frank|candid|ready)\b|\bchill\b|\bsafe space\b|\bneeds? (?:a |some |room"
    r"|space|to be able)\b",
    re.IGNORECASE,
)


def side_of(clause: str) -> str:
    """Return which side a clause or a heading speaks for: "for", "against" or neither ("")."""
    return named_side(clause) or _spoken_side(clause)


def named_side(clause: str) -> str:
    """Return the side that a clause names in so many words, the first where it names both."""
    against, favour = _NAMES_AGAINST.search(clause), _NAMES_FOR.search(clause)
    if against and favour:
        return "against" if against.start() <= favour.start() else "for"
    if against:
        return "against"
    return "for" if favour else ""


def serves(clause: str) -> bool:
    """Tell whether a clause says whom disclosure would serve, or names that side."""
    return bool(_SERVES.search(clause) or _NAMES_FOR.search(clause))


def _spoken_side(clause: str) -> str:
    """Return the side that a clause speaks for without naming it."""
    if _TURNS.search(clause):
        return "against"
    return "for" if _SERVES.search(clause) else ""


def turned(clause: str, side: str, *, named: bool) -> tuple[str, bool]:
    """Return the side that a clause speaks for after one for `side`, and whether it was named.

    A side that was named goes on until the other is; where nothing names them, prose turns by what
    it says.
    """
    told = named_side(clause)
    if told:
        return told, True
    if named:
        # "However, ..." after the first side begins the second, whether it is named or not.
        turns = side == "for" and _TURNS.search(clause)
        return ("against" if turns else side), True
    if side == "for" and ALSO.search(clause):
        return "against", False
    spoken = _spoken_side(clause)
    if spoken:
        return spoken, False
    return ("against" if ILL.search(clause) else side), False
