"""What decides an answer: cost, vexatiousness, an exemption, or that nothing is held."""

from assistant.domain.library.signals import Cue, Signal, cue, section

# What might be, or what the law allows anybody, decides nothing.
_SUPPOSED = (
    (
        r"(?:may|might|could) (?:also |then |well |potentially |still )?(?:be |not be )?"
        r"(?:exempt|withh|refus|redact|exceed|apply|engage|appl|subject|need|require)"
    ),
    (
        r"(?:if|whether|unless|in the event|should) (?:any|some|the|all|we|it|you|this|your"
        r"|that|an)\b"
        r"[^.;,]{0,80}(?:exempt|withh|refus|exceed|appl|hold|held)"
    ),
    (
        r"(?:not|n['’]t|nothing|none|nor|no information) (?:\w+ ){0,4}"
        r"(?:been )?(?:withheld|exempt|redacted|refused|vexatious)"
    ),
    r"whether (?:an? |the )?(?:section|regulation|exemption|exception)",
    r"(?:do|does|did|is|are|was|were)(?: not|n['’]t) (?:\w+ )?(?:apply|engaged|relied|exempt)\b",
    r"without (?:\w+ ){0,2}(?:redact|exempt)",
)
_HOLD = r"(?:hold|held|record|collect|keep|retain|capture|maintain|possess|store|collate|log)"
_THINGS = (
    r"(?:information|data|records?|figures|documents?|details|statistics|breakdown|list|copies|copy"
    r"|correspondence|reports?|log|database|register)"
)
_GIVE = (
    r"(?:disclos|divulg|reveal|releas|provid|suppl|shar|giv|answer|respond|fulfil|compl|publish|send"
    r"|process)"
)

CUES: tuple[Cue, ...] = (
    cue(
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
        r"(?:refus\w+|exempt\w*|appl\w+|rel(?:y|ying|ies)|engag\w+|under|invok\w+"
        r"|cit\w+)[^.;]{0,60}" + section("12") + r"(?!\(?[345])",
        section("12") + r"(?: ?\([12]\))?[^.;]{0,60}"
        r"(?:appl|engag|exempt|exceed|refus)",
        unless=(*_SUPPOSED, r"(?:regulation|reg\.?) 12"),
    ),
    cue(
        "vexatious",
        Signal.VEXATIOUS,
        "It treats the request as vexatious or repeated (section 14).",
        r"vexatious",
        section("14"),
        r"repeat(?:ed)? request",
        r"substantially similar (?:request|to)",
        unless=_SUPPOSED,
    ),
    cue(
        "neither",
        Signal.NEITHER,
        "It neither confirms nor denies that information is held.",
        r"neither (?:to )?confirm\w* (?:n?or|and) (?:to )?den",
        r"(?:not|cannot|unable to|n['’]t) (?:\w+ to )?confirm or deny",
        r"(?:refus|declin)\w+ to (?:either )?confirm or deny",
        r"duty to confirm or deny (?:does|do) not (?:arise|apply)",
    ),
    cue(
        "exempt",
        Signal.WITHHELD,
        "It withholds information under an exemption or exception.",
        r"exempt\w* (?:\w+ ){0,2}(?:from (?:disclosure|release|publication|the (?:duty|act|foi"
        r"|right)"
        r"|being|our|this)|under|by virtue|information|material|pursuant|in accordance)",
        r"(?:information|data|details|this|names?|requests?|material|records?|therefore|documents?"
        r"|figures|it) (?:\w+ ){0,6}(?:is|are|was|were|be) (?:\w+ ){0,3}exempt\b",
        r"(?:exemption|exception)s? (?:\w+ ){0,5}(?:appl|engage|under|at|contained|set out"
        r"|provided)",
        r"(?:appl(?:y|ied|ies|ying)|engag\w+|rel(?:y|ying|ied|ies) (?:up)?on|invok\w+|cit(?:ed"
        r"|ing))"
        r" (?:\w+ ){0,5}(?:exemption|exception|section|regulation)",
        r"(?:refus|withh|decline|redact|remov)\w*[^.;]{0,90}(?:section|s\.?|regulation|reg\.?) ?"
        r"(?:2[2-9]|3\d|4[0-4]|12 ?\((?:[356]|4\) ?\([b-e])|13)\b",
        r"(?:section|s\.?|regulation|reg\.?) ?(?:2[2-9]|3\d|4[0-4]|12 ?\((?:[356]|4\) ?\([b-e])"
        r"|13)\b[^.;]{0,120}"
        r"(?:appl|engag|exempt|except|refus|withh|redact)",
        unless=(
            *_SUPPOSED,
            # Section 21 sends the requester elsewhere; what it is joined to may still withhold.
            section("21") + r"(?![^.;]{0,80}\b(?:2[2-9]|3\d|4[0-4])\b)",
            (
                r"(?:reasonably )?accessible (?:to (?:you|the applicant|the requester)|by (?:\w+"
                r" )?other)"
            ),
            (
                r"exempt\w* (?:business|propert|premises|accommodation|vehicle|categor|class"
                r"|from (?:council tax|business rates|the charge|charges?|payment|paying|vat|tax))"
            ),
        ),
    ),
    cue(
        "balance",
        Signal.WITHHELD,
        "It finds that the public interest lies in withholding.",
        r"public interest[^.;]{0,120}(?:outweigh\w*|favours?|lies|in favour of)[^.;]{0,60}"
        r"(?:maintain|withhold|exempt|non-disclosure)",
        r"maintaining the (?:exemption|exception)s?[^.;]{0,60}outweigh",
        r"(?:will|shall) not (?:divulge|disclose|release)\b",
        r"(?:factors|arguments|considerations) (?:\w+ ){0,2}(?:against disclos|favou?ring"
        r" (?:non-|with"
        r"|maintain))",
        unless=(
            r"(?:not|n['’]t)\b[^.;]{0,60}outweigh",
            (
                r"(?:whether|if|must|only|unless|where|purpose|requires?|factors?|arguments?|decide"
                r"|consider\w*)\b[^.;]{0,120}(?:maintain|withhold)"
            ),
        ),
    ),
    cue(
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
    cue(
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
    cue(
        "unable",
        Signal.UNABLE,
        "It says that the authority does not provide what was asked for.",
        r"(?:unable|not able|not possible|not in a position|not appropriate|not obliged|not"
        r" required"
        rf"|decline|not permitted|not prepared) to (?:\w+ ){{0,2}}{_GIVE}",
        rf"(?:cannot|can not|can['’]t|will not|won['’]t) (?:\w+ )?{_GIVE}",
        rf"(?:cannot|can not|will not|not) be (?:\w+ )?{_GIVE}",
        unless=(r"if (?:you|we)",),
    ),
    cue(
        "not held",
        Signal.NOT_HELD,
        "It says that the information is not held.",
        rf"(?:do|does|did)(?: not|n['’]t) (?:\w+ly |also |yet |in fact |any longer"
        rf" ){{0,2}}{_HOLD}\b",
        rf"(?:is|are|was|were|been)(?: not|n['’]t) (?:\w+ly |also ){{0,2}}{_HOLD}(?:ed|d)?\b",
        r"not (?:\w+ly )?(?:held|recorded|collected|kept|captured)\b",
        rf"(?:no|nor any) (?:\w+ ){{0,3}}{_THINGS} (?:\w+ ){{0,4}}(?:held|recorded|kept|exists?"
        rf"|found"
        r"|located|identified)",
        rf"(?:holds?|held) no (?:\w+ ){{0,3}}{_THINGS}",
        r"(?:have|has|had) no (?:recorded |such |relevant |further |other )?(?:information"
        r"|records?|data)",
        r"(?:do|does|did)(?: not|n['’]t) have (?:it|them|this|that|these|those)\b",
        rf"(?:do|does|did)(?: not|n['’]t) have (?:any |a |the |this |that |such |access to |these )"
        rf"(?:\w+ ){{0,3}}{_THINGS}",
        r"no longer (?:held?|retain|available)",
        r"(?:unable|not able|not been able|failed) to (?:locate|find|identify) any",
        r"information not held",
        # The exception for what is not held is a refusal in form only.
        r"12 ?\(4\) ?\(a\)",
        r"nothing (?:is |was )?(?:held|found|recorded)",
        r"(?:returned|found|located|identified|produced) (?:no|nil)\b",
        rf"no (?:\w+ ){{0,2}}{_THINGS} (?:is |are |was |were )?(?:still |currently )?(?:held"
        rf"|recorded)",
        r"(?:is|are|was) not (?:\w+ )?(?:responsible|something (?:that )?(?:we|the))",
        unless=(
            (
                r"(?:if|whether|where|should) (?:the |a |any |it |we |your |this |that |you "
                r"|information )"
                r"(?:\w+ ){0,5}(?:do|does|is|are|was|were|has|have)(?: not|n['’]t)"
            ),
            (
                r"(?:hold|held) (?:\w+ ){0,3}(?:meetings?|events?|position|view|hearing|account"
                r"|responsib)"
            ),
        ),
    ),
)
