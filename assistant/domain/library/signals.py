"""What a sentence of an answer can tell of its outcome, and the tables of phrases that tell it."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.phrases import Phrases


class Signal(StrEnum):
    """What one sentence says of the outcome of what it answers."""

    ANNOUNCED = "announced"
    ELSEWHERE = "elsewhere"
    GIVEN = "given"
    LINKED = "linked"
    ACCESSIBLE = "accessible"
    WITHHELD = "withheld"
    REFUSED = "refused"
    UNABLE = "unable"
    NOT_HELD = "not_held"
    COST = "cost"
    VEXATIOUS = "vexatious"
    NEITHER = "neither"
    UNCLEAR = "unclear"
    INVALID = "invalid"
    TRANSFERRED = "transferred"
    WAITING = "waiting"
    EXTENDED = "extended"
    DELAYED = "delayed"
    RECEIVED = "received"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Cue:
    """A table of phrases with what they tell; `unless` are phrases that take the sentence out."""

    name: str
    signal: Signal
    says: Phrases
    unless: Phrases
    because: str


def _cue(
    name: str, signal: Signal, because: str, *says: str, unless: tuple[str, ...] = ()
) -> Cue:
    return Cue(name, signal, Phrases(*says, before=r"\b"), Phrases(*unless, before=r"\b"), because)


# What might be, or what the law allows anybody, decides nothing.
_SUPPOSED = (
    r"(?:may|might|could) (?:also |then |well |potentially |still )?(?:be |not be )?"
    r"(?:exempt|withh|refus|redact|exceed|apply|engage|appl|subject|need|require)",
    r"(?:if|whether|unless|in the event|should) (?:any|some|the|all|we|it|you|this|your|that|an)\b"
    r"[^.;,]{0,80}(?:exempt|withh|refus|exceed|appl|hold|held)",
    r"(?:not|n['’]t|nothing|none|nor|no information) (?:\w+ ){0,4}"
    r"(?:been )?(?:withheld|exempt|redacted|refused|vexatious)",
    r"without (?:\w+ ){0,2}(?:redact|exempt)",
)


def _section(numbers: str) -> str:
    """Return the pattern of a section by its number, and not of a postcode ("S12 4LN")."""
    return rf"(?:sections?|sect?\.?|s\.?) ?(?:{numbers})(?!\d)(?! ?\d[a-z]{{2}}\b)"


_HOLD = r"(?:hold|held|record|collect|keep|retain|capture|maintain|possess|store|collate|log)"
_THINGS = (
    r"(?:information|data|records?|figures|documents?|details|statistics|breakdown|list|copies|copy"
    r"|correspondence|reports?|log|database|register)"
)
_GIVE = r"(?:disclos|divulg|reveal|releas|provid|suppl|shar|giv|answer|respond|fulfil|compl|publish|send|process)"

CUES: tuple[Cue, ...] = (
    _cue(
        "cost",
        Signal.COST,
        "It says that finding the information would cost more than the appropriate limit.",
        r"(?:exceed|in excess of|above|beyond|over|more than|go past|outside|greater than)"
        r"[^.;]{0,90}(?:appropriate|cost|time|statutory|fees?|18[ -]hour) (?:\w+ )?(?:limit"
        r"|threshold)",
        r"(?:exceed|in excess of|more than|over|take|longer than|greater than)[^.;]{0,60}"
        r"(?:18|24|eighteen|twenty[- ]four) hours",
        r"(?:appropriate|cost|time|fees?) (?:\w+ )?(?:limit|threshold)[^.;]{0,80}"
        r"(?:exceed|met|reached|engaged|appl)",
        r"(?:refus\w+|exempt\w*|appl\w+|rel(?:y|ying|ies)|engag\w+|under|invok\w+|cit\w+)[^.;]{0,60}"
        + _section("12") + r"(?!\(?[345])",
        _section("12") + r"(?: ?\([12]\))?[^.;]{0,60}"
        r"(?:appl|engag|exempt|exceed|refus)",
        unless=(*_SUPPOSED, r"(?:regulation|reg\.?) 12"),
    ),
    _cue(
        "vexatious",
        Signal.VEXATIOUS,
        "It treats the request as vexatious or repeated (section 14).",
        r"vexatious",
        _section("14"),
        r"repeat(?:ed)? request",
        r"substantially similar (?:request|to)",
        unless=_SUPPOSED,
    ),
    _cue(
        "neither",
        Signal.NEITHER,
        "It neither confirms nor denies that information is held.",
        r"neither (?:to )?confirm\w* (?:n?or|and) (?:to )?den",
        r"(?:not|cannot|unable to|n['’]t) (?:\w+ to )?confirm or deny",
        r"(?:refus|declin)\w+ to (?:either )?confirm or deny",
        r"duty to confirm or deny (?:does|do) not (?:arise|apply)",
    ),
    _cue(
        "exempt",
        Signal.WITHHELD,
        "It withholds information under an exemption or exception.",
        r"exempt\w* (?:\w+ ){0,2}(?:from (?:disclosure|release|publication|the (?:duty|act|foi|right)"
        r"|being|our|this)|under|by virtue|information|material|pursuant|in accordance)",
        r"(?:information|data|details|this|names?|requests?|material|records?|therefore|documents?"
        r"|figures|it) (?:\w+ ){0,6}(?:is|are|was|were|be) (?:\w+ ){0,3}exempt\b",
        r"(?:exemption|exception)s? (?:\w+ ){0,5}(?:appl|engage|under|at|contained|set out|provided)",
        r"(?:appl(?:y|ied|ies|ying)|engag\w+|rel(?:y|ying|ied|ies) (?:up)?on|invok\w+|cit(?:ed|ing))"
        r" (?:\w+ ){0,5}(?:exemption|exception|section|regulation)",
        r"(?:refus|withh|decline|redact|remov)\w*[^.;]{0,90}(?:section|s\.?|regulation|reg\.?) ?"
        r"(?:2[2-9]|3\d|4[0-4]|12 ?\((?:[356]|4\) ?\([b-e])|13)\b",
        r"(?:section|s\.?|regulation|reg\.?) ?(?:2[2-9]|3\d|4[0-4]|12 ?\((?:[356]|4\) ?\([b-e])|13)\b[^.;]{0,120}"
        r"(?:appl|engag|exempt|except|refus|withh|redact)",
        unless=(
            *_SUPPOSED,
            # Section 21 sends the requester elsewhere; what it is joined to may still withhold.
            _section("21") + r"(?![^.;]{0,80}\b(?:2[2-9]|3\d|4[0-4])\b)",
            r"(?:reasonably )?accessible (?:to (?:you|the applicant|the requester)|by (?:\w+ )?other)",
            r"exempt\w* (?:business|propert|premises|accommodation|vehicle|categor|class"
            r"|from (?:council tax|business rates|the charge|charges?|payment|paying|vat|tax))",
        ),
    ),
    _cue(
        "balance",
        Signal.WITHHELD,
        "It finds that the public interest lies in withholding.",
        r"public interest[^.;]{0,120}(?:outweigh\w*|favours?|lies|in favour of)[^.;]{0,60}"
        r"(?:maintain|withhold|exempt|non-disclosure)",
        r"maintaining the (?:exemption|exception)s?[^.;]{0,60}outweigh",
        r"(?:will|shall) not (?:divulge|disclose|release)\b",
        r"(?:factors|arguments|considerations) (?:\w+ ){0,2}(?:against disclos|favou?ring (?:non-|with"
        r"|maintain))",
        unless=(
            r"(?:not|n['’]t)\b[^.;]{0,60}outweigh",
            r"(?:whether|if|must|only|unless|where|purpose|requires?|factors?|arguments?|decide"
            r"|consider\w*)\b[^.;]{0,120}(?:maintain|withhold)",
        ),
    ),
    _cue(
        "withheld",
        Signal.WITHHELD,
        "It says that information was withheld, removed or redacted.",
        r"(?:have|has|had|been|are|is|was|were|be|being|I|we|council|authority|must) (?:\w+ ){0,3}"
        r"with(?:held|hold|holding)\b",
        r"withheld\b",
        r"redact(?:ed|ions?)",
        r"(?:names?|details|data|information|figures|addresses)[^.;]{0,40}(?:has|have) been "
        r"(?:removed|suppressed|anonymi[sz]ed)",
        r"(?:figures?|numbers?|data|counts?|cells?|values?)[^.;]{0,40}suppress",
        r"(?:not disclosed|not released)[^.;]{0,80}(?:identif|small|low|fewer|less than)",
        r"(?:fewer|less) than (?:five|5|ten|10)[^.;]{0,80}(?:identif|suppress|disclos|personal)",
        r"(?:numbers?|figures?) (?:below|under|of|between)[^.;]{0,40}(?:identif|suppress|disclos)",
        unless=_SUPPOSED,
    ),
    _cue(
        "refused",
        Signal.REFUSED,
        "It says that the request is refused.",
        r"(?:we|I|council|authority|therefore|must|hereby) (?:\w+ ){0,3}refus(?:e|es|ed|ing)\b",
        r"(?:is|are|been|being) refused",
        r"refusal notice",
        r"(?:our|a|the) refusal",
        r"(?:your|the|this) (?:information )?request (?:\w+ ){0,3}refused",
        unless=(*_SUPPOSED, r"refused (?:planning|permission|applications?|entry|admission|a )"),
    ),
    _cue(
        "unable",
        Signal.UNABLE,
        "It says that the authority does not provide what was asked for.",
        r"(?:unable|not able|not possible|not in a position|not appropriate|not obliged|not required"
        rf"|decline|not permitted|not prepared) to (?:\w+ ){{0,2}}{_GIVE}",
        rf"(?:cannot|can not|can['’]t|will not|won['’]t) (?:\w+ )?{_GIVE}",
        rf"(?:cannot|can not|will not|not) be (?:\w+ )?{_GIVE}",
        unless=(r"if (?:you|we)",),
    ),
    _cue(
        "not held",
        Signal.NOT_HELD,
        "It says that the information is not held.",
        rf"(?:do|does|did)(?: not|n['’]t) (?:\w+ly |also |yet |in fact |any longer ){{0,2}}{_HOLD}\b",
        rf"(?:is|are|was|were|been)(?: not|n['’]t) (?:\w+ly |also ){{0,2}}{_HOLD}(?:ed|d)?\b",
        rf"not (?:\w+ly )?(?:held|recorded|collected|kept|captured)\b",
        rf"(?:no|nor any) (?:\w+ ){{0,3}}{_THINGS} (?:\w+ ){{0,4}}(?:held|recorded|kept|exists?|found"
        r"|located|identified)",
        rf"(?:holds?|held) no (?:\w+ ){{0,3}}{_THINGS}",
        r"(?:have|has|had) no (?:recorded |such |relevant |further |other )?(?:information|records?|data)",
        r"(?:do|does|did)(?: not|n['’]t) have (?:it|them|this|that|these|those)\b",
        rf"(?:do|does|did)(?: not|n['’]t) have (?:any |a |the |this |that |such |access to |these )"
        rf"(?:\w+ ){{0,3}}{_THINGS}",
        r"no longer (?:held?|retain|available)",
        r"(?:unable|not able|not been able|failed) to (?:locate|find|identify) any",
        r"information not held",
        # The exception for what is not held is a refusal in form only.
        r"12 ?\(4\) ?\(a\)",
        r"nothing (?:is |was )?(?:held|found|recorded)",
        rf"(?:returned|found|located|identified|produced) (?:no|nil)\b",
        rf"no (?:\w+ ){{0,2}}{_THINGS} (?:is |are |was |were )?(?:still |currently )?(?:held|recorded)",
        r"(?:is|are|was) not (?:\w+ )?(?:responsible|something (?:that )?(?:we|the))",
        unless=(
            r"(?:if|whether|where|should) (?:the |a |any |it |we |your |this |that |you |information )"
            r"(?:\w+ ){0,5}(?:do|does|is|are|was|were|has|have)(?: not|n['’]t)",
            r"(?:hold|held) (?:\w+ ){0,3}(?:meetings?|events?|position|view|hearing|account"
            r"|responsib)",
        ),
    ),
    _cue(
        "accessible",
        Signal.ACCESSIBLE,
        "It says that the information can be had elsewhere already (section 21).",
        r"reasonably accessible",
        _section("21"),
        r"already (?:\w+ )?(?:in the public domain|available|accessible|published|been published)",
        r"(?:publicly|readily|freely) (?:available|accessible)",
        r"accessible (?:to you )?by other means",
    ),
    _cue(
        "linked",
        Signal.LINKED,
        "It says where the information is published.",
        r"(?:can|may) be (?:\w+ )?(?:found|accessed|viewed|obtained|downloaded|seen)"
        r"(?: \w+){0,5} (?:at|on|here|via|from|in|by|using|through)\b",
        r"(?:is|are) (?:\w+ )?(?:available|published|accessible) (?:\w+ ){0,4}"
        r"(?:at|on|online|here|via|from)\b",
        r"(?:following|this|below|these|attached) (?:web ?)?(?:links?|pages?|urls?|websites?)",
        r"(?:link|website|web page)s? (?:below|is|here)",
        r"https?://\S+|www\.\S+",
    ),
    _cue(
        "attached",
        Signal.GIVEN,
        "It provides the information with the letter.",
        r"(?:please|kindly) (?:\w+ )?(?:find|see) (?:\w+ ){0,4}(?:attach|enclos)",
        r"(?:is|are|have|has|been|I|we) (?:\w+ ){0,3}(?:attach(?:ed|ing|)|enclos(?:ed|ing|e))\b",
        r"(?:see|find|refer to|per) (?:\w+ ){0,4}(?:the |our )?(?:attach(?:ed|ment)"
        r"|enclosed|enclosure|spreadsheet|appendix|annex)",
        r"(?:attached|enclosed) (?:\w+ )?(?:is|are|documents?|spreadsheets?|files?|pdfs?|tables?"
        r"|schedules?|lists?|copy|copies|reports?|information|data)",
        unless=(
            r"attach\w* (?:to|conditions)",
            # The letter itself came as a file; what it says is not known here.
            r"attach\w* (?:\w+ ){0,3}(?:response|letter|reply|notice|decision|refusal|(?:copy of )?(?:my|our|the)"
            r" internal review)\b(?! to q)(?!.{0,40}\b(?:documents|documentation|files|spreadsheet))",
            r"(?:response|letter|reply|notice|decision) (?:\w+ ){0,8}(?:set out )?attach"
            r"(?!.{0,40}\b(?:documents|documentation|files|spreadsheet))", r"(?:complaint|form|request)s? (?:is )?attached",
        ),
    ),
    _cue(
        "set out",
        Signal.GIVEN,
        "It sets out the information asked for.",
        rf"(?:the |your )?(?:{_THINGS}|answers?|breakdown|table)[^.;]{{0,60}}"
        r"(?:as follows|set out below|shown below|provided below|listed below|detailed below"
        r"|outlined below|tabulated|given below|in the table)",
        r"(?:table|figures|list|breakdown|data) below",
        r"below (?:is|are) (?:\w+ ){0,3}(?:table|figures|list|breakdown|details|information)",
        r"(?:we|I|council|authority) (?:\w+ ){0,3}(?:able to|can|pleased to|happy to) (?:\w+ )?"
        r"(?:provide|disclose|release|supply)",
        r"(?:we|I) (?:are (?:\w+ )?(?:disclos|releas|provid)ing|have (?:disclosed|released))",
        unless=(
            r"(?:would|will) (?:be|then|only|not)",
            r"(?:may|might|could) (?:\w+ )?be able",
            r"(?:if|once|before|until|when|whether) (?:you|we|the)",
            r"(?:not|un)(?:able)? (?:be )?able to",
            r"response to your (?:request|enquiry)",
        ),
    ),
    _cue(
        "answer attached",
        Signal.ELSEWHERE,
        "The answer came as a file of its own, which is not read here.",
        r"attach\w* (?:\w+ ){0,3}(?:response|letter|reply|notice|decision|refusal|internal review)\b",
        r"(?:response|letter|reply|notice|decision|review) (?:\w+ ){0,8}(?:is |are |set out )?attach",
    ),
    _cue(
        "answer announced",
        Signal.ANNOUNCED,
        "It announces the answer to the request.",
        r"(?:please )?(?:find|see|below is|here is|set out|provide)\b[^:;]{0,80}\b(?:response|answer"
        r"|reply|information)s?\b",
        r"(?:our|the) (?:council['’]s )?(?:response|answer|reply)s? (?:[^:;]{0,40})(?:below|as follows"
        r"|is:|:$)",
        r"(?:response|reply|answer)[^:;]{0,40}\b(?:below|as follows)",
        r"(?:in|with) (?:response|reply|answer) to (?:your|the) (?:request|question|enquir|query)",
        unless=(r"(?:expect|will|if|when|until|before)\b",),
    ),
    _cue(
        "not a valid request",
        Signal.INVALID,
        "It says that the request was not a valid one (section 8).",
        _section("8"),
        r"(?:not|in)[ -]?(?:a )?valid (?:\w+ ){0,3}request",
        r"(?:full|real|actual|legal) name[^.;]{0,60}(?:valid|require|need|provide)",
        r"(?:require|need|provide|confirm|supply)[^.;]{0,60}(?:full|real|actual|legal) name",
        r"pseudonym",
        r"not (?:\w+ ){0,4}(?:a )?(?:request|question)s? for (?:recorded )?information",
    ),
    _cue(
        "unclear",
        Signal.UNCLEAR,
        "It asks the requester what is meant, or for more to find it by (section 1(3)).",
        r"(?:need|require|seek\w*|ask\w*|request\w*|obtain|await\w*|wait\w*|like|grateful) "
        r"(?:\w+ ){0,6}clarif",
        r"clarif(?:y|ication) (?:\w+ ){0,6}(?:request|what|which|question|following|required|needed"
        r"|sought|from you)",
        r"please (?:\w+ ){0,3}(?:clarify|specify)",
        r"(?:could|can|would) you (?:\w+ ){0,3}(?:clarify|specify|be more specific|explain what"
        r"|confirm (?:what|which|whether|if) you)",
        r"(?:not|un)[ -]?(?:\w+ )?clear (?:\w+ )?(?:what|which|from|exactly|whether)",
        _section("1") + r" ?\(3\)",
        r"(?:need|require) (?:\w+ ){0,3}(?:further|more|additional) (?:information|details?) "
        r"(?:\w+ ){0,4}(?:from you|to (?:identify|locate|process|be able|answer|deal|enable))",
        r"(?:do you mean|are you (?:asking|looking|referring|interested|requesting|seeking))",
        r"(?:once|when|until) (?:we (?:have )?receive|you (?:have )?(?:provide|clarif|respond"
        r"|confirm))",
        unless=(
            r"(?:if|should) you (?:require|need|have|would like|wish)",
            r"(?:thank|thanks)\b[^.]{0,30}clarif",
            r"(?:asked|sought|requested|wrote)\b[^.]{0,30}clarif[^.]{0,60}(?:you|received|respon)",
            r"(?:your|you have|you|following|received) clarif(?:ied|ication)",
        ),
    ),
    _cue(
        "waiting",
        Signal.WAITING,
        "It goes on only when the requester has answered.",
        r"(?:before|until|so that|in order (?:for us )?(?:to|that)) (?:\w+ ){0,5}"
        r"(?:process|proceed|deal|continue|begin|progress|take|answer)",
        r"(?:if|unless|should)[^.;]{0,60}(?:clarif|hear|receive|respon|reply)[^.;]{0,80}"
        r"(?:clos|laps|withdraw|consider|assum|cancel|treat|no longer)",
        r"(?:clock|time|period|20 working days?)[^.;]{0,60}(?:start|begin|restart|paus|stop|suspend"
        r"|hold)[^.;]{0,60}(?:clarif|receiv|receipt|respon|reply)",
        r"(?:on hold|paused|suspended)\b",
        r"(?:cannot|can['’]t|unable to|not able to|not be able to) (?:\w+ ){0,2}(?:proceed|process"
        r"|progress|take (?:\w+ )+further|continue)",
    ),
    _cue(
        "transferred",
        Signal.TRANSFERRED,
        "It says that another authority has been given the request.",
        r"(?:transferr?|forward|pass|redirect|sen[dt])\w* (?:\w+ ){0,3}(?:request|enquiry|it|this) "
        r"(?:\w+ ){0,3}to (?!(?:the|our|my|a)? ?(?:\w+ ){0,3}(?:department|team|colleague|service"
        r"|officer|section|you\b|us\b|me\b))",
        r"request (?:has been|was|is being) (?:transferred|redirected) to (?!(?:the|our)? ?"
        r"(?:\w+ ){0,3}(?:department|team|colleague|service|officer))",
        unless=(r"(?:can|could|should|may|would|might) (?:\w+ )?(?:transfer|forward|pass|redirect)",),
    ),
    _cue(
        "extended",
        Signal.EXTENDED,
        "It takes more time under section 10(3) or regulation 7.",
        r"(?:regulation|reg\.?) ?7(?: ?\(1\))?\b",
        _section("10") + r" ?\(3\)",
        r"extend(?:ing|ed)? (?:\w+ ){0,3}(?:deadline|time|period|limit|date)",
        r"not (?:yet )?(?:\w+ )?(?:reach|ma[dk]e|come to|complet|conclud)\w* (?:\w+ ){0,4}(?:decision"
        r"|conclusion|public interest)",
        unless=(r"(?:received|sent|following|further to|after|did not|our) (?:\w+ ){0,6}extension",),
    ),
    _cue(
        "delayed",
        Signal.DELAYED,
        "It says that the answer will come later than it was due.",
        r"(?:need|require|tak(?:e|ing)|extend\w*|additional|more|further|longer)[^.;]{0,50}"
        r"(?:time|deadline|period|(?:20|40|twenty|forty) working days)",
        r"(?:not|n['’]t) (?:yet |currently )?(?:been able|in a position|able) to (?:\w+ )?(?:respond"
        r"|complete|provide (?:you with )?(?:a|the|our) (?:full )?(?:response|reply))",
        r"still (?:being )?(?:working|await|collat|waiting|process|consider|gather)",
        r"currently (?:being )?(?:await|collat|waiting|gather)",
        r"(?:delay|overdue|late)\w* (?:in|with|to|and) ",
        r"(?:will|to|hope to|aim to) (?:\w+ ){0,3}(?:respond|reply|send|answer|provide)\w*[^.;]{0,60}"
        r"(?:as soon as|shortly)",
        unless=(r"(?:may|might|could) (?:also )?be (?:a |some |further )*delay",),
    ),
    _cue(
        "received",
        Signal.RECEIVED,
        "It acknowledges the request and says when it will be answered.",
        r"acknowledg\w+",
        r"(?:has been|was|is|now been) (?:\w+ )?(?:logged|registered|recorded as|allocated|received"
        r"|passed|assigned|forwarded)",
        r"(?:expect|hope) to (?:hear|receive|respond|reply)",
        r"(?:will|shall|aim to|endeavour to|must|should|required to) (?:\w+ ){0,4}(?:respon[ds]"
        r"|repl|deal|process|contact|answer|provide|consider|send)\w*[^.;]{0,60}"
        r"(?:working days|by \d|by the|within|no later|soon|in due course|shortly|under)",
        r"(?:dealing with|processing|considering|handling|looking into) (?:your|this|it)\b",
        r"within (?:20|twenty) working days",
        r"(?:response|reply|deadline|due) (?:\w+ ){0,4}(?:by|is|on|due) ",
    ),
    _cue(
        "reviewed",
        Signal.REVIEWED,
        "It is the outcome of an internal review.",
        r"(?:outcome|result|conclusion|findings?|response|completed) (?:\w+ ){0,4}internal review",
        r"internal review (?:\w+ ){0,4}(?:complete|conclud|outcome|response|attached|decision)",
        r"(?:uphold|upheld)\b",
        r"(?:I|we) have (?:now )?(?:reviewed|re-?considered) (?:\w+ ){0,4}(?:request|response|decision"
        r"|handling|case)",
    ),
)
