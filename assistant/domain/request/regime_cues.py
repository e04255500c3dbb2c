"""The subjects and turns of phrase that tell which law answers a request, with their grounds.

A cue is one row: how much it weighs, what it looks for, and the sentence an officer is shown. All
patterns are bounded, so that reading stays linear in the length of the text.
"""

from dataclasses import dataclass

from assistant.domain.law.acts import Regime
from assistant.domain.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of a table: `found` in a sentence weighs `weight` for `regime`, because of `reason`."""

    regime: Regime
    weight: float
    found: Phrases
    reason: str


def cue(regime: Regime, weight: float, reason: str, *patterns: str) -> Cue:
    """Return a cue from its patterns, each of which begins where a word does."""
    return Cue(regime, weight, Phrases(*patterns, before=r"\b"), reason)


def _eir(weight: float, limb: str, subject: str, *patterns: str) -> Cue:
    return cue(Regime.EIR, weight, f"asks about {subject}, EIR reg 2(1){limb}", *patterns)


_ROAD = r"(?:roads?|highways?|carriageways?|footways?|pavements?|streets?|lanes?|footpaths?)"

# Regulation 2(1)(a)-(f) of the Environmental Information Regulations 2004, read widely: "any
# information on" the elements, the factors, and the measures that affect either.
ENVIRONMENT: tuple[Cue, ...] = (
    _eir(
        2,
        "(c)",
        "the condition and upkeep of the highway: a measure affecting land and landscape",
        r"pot\s?-?holes?\b|road-?works\b|craters?\sin\s|resurfac\w{1,5}\b|re-surfac|tarmac|asphalt\b"
        r"|surface\sdressing|cattle\sgrids?\b",
        _ROAD + r"(?:\W{1,3}\w{1,14}){0,3}\W{1,3}(?:maint[ae]n\w{0,6}|repairs?|defects?|conditions?"
        r"|surfaces?|surfacing|works?\b|inspect\w{1,5}|improvements?|clos(?:ed|ure|ures)\b|schemes?"
        r"|diversion)",
        r"(?:maint[ae]n\w{0,6}|repairs?|repairing|defects?|inspect\w{1,5}|re-?open(?:ing)?)"
        r"(?:\W{1,3}\w{1,14}){0,5}\W{1,3}" + _ROAD + r"\b",
        r"(?:conditions?|surface|works?|clos(?:ed|ure))(?:\W{1,3}(?:of|to|on|the|in|a|for|our|your|this"
        r"|these|any|all|local|council|public|road|\w{1,14}ed)){0,4}\W{1,3}" + _ROAD + r"\b",
        r"hole\sin\s(?:the\s)?" + _ROAD,
        r"(?:carriageway|highways?)\s(?:safety\s)?(?:inspection|maint|defect|drain)",
    ),
    _eir(
        2,
        "(c)",
        "building or changing roads: a measure affecting land and landscape",
        r"by-?pass\b|link\sroad|relief\sroad|cycle\s?(?:lanes?|ways?|paths?|routes?)\b|road\s(?:widening|schemes?|layout)"
        r"|traffic\scalming|pedestrian\scrossing|roundabout|new\sroad\b|adopted\sroads?|unadopted|low\straffic"
        r"\sneighbourhood|junction\simprovement|road\snarrowing",
    ),
    _eir(
        1.5,
        "(b),(c)",
        "traffic, its speed or salting: a factor and a measure",
        r"traffic\s(?:counts?|surveys?|data|flows?|volumes?|levels?|census|speeds?|lights?)\b|speed\s(?:limits?|surveys?|data"
        r"|assessments?|humps?|checks?|reduction)|vehicle\sspeeds?|(?:road\s)?gritting|\bgritters?|\bsalting\b|salt\sstock"
        r"|winter\s(?:maintenance|service)|lorr(?:y|ies)\b|number\sof\svehicles\susing|hgvs?\b|20\s?mph|bus\sgate",
    ),
    _eir(
        2,
        "(a),(c)",
        "trees, verges, wildlife or open land: elements of the environment",
        r"(?:grass\s|road\s|roadside\s)?verges?\b|grass\s(?:cutting|verge)|(?<!family\s)trees?\b|hedge(?:s|rows?)?\b|woodlands?\b|forestry"
        r"\b|forests?\b|wildlife|habitats?|biodiversity|ecolog\w{1,6}|badgers?\b|\bbats?\b|nesting|species|japanese\sknotweed"
        r"|landscap\w{1,5}|green\s?belt|(?:green|open)\sspaces?|amenity\sland|public\sparks?|allotments?|village\sgreen|common\sland|moorland|gardens\b|meadows?"
        r"|nature\sreserves?|conservation\sarea|soils?\b|acreage|public\srights?\sof\sway|bridleways?|definitive\smap"
        r"|environmental\s(?:monitoring|impact|assessment|survey|report|permit)|parkland|playing\sfields?",
    ),
    _eir(
        2,
        "(a),(c)",
        "water, drains or flooding: an element of the environment",
        r"flood(?:s|ed|ing)?\b|drains?\b|drainage|gull(?:y|ies)\b|culverts?|watercourses?|water\squality|rivers?\b"
        r"|sewage|sewers?\b|suds\b|coastal|marine\b|groundwater|reservoirs?|fountains?|streams?\sand|\bbeach(?:es)?\b|sea\swall"
        r"|bathing\swater|septic",
    ),
    _eir(
        2,
        "(c)",
        "planning or the use of land: a measure affecting land and landscape",
        r"approved\s(?:drawings?|plans?)|daylight\sassessment|neighbour(?:s|ing)?\b[^.?!]{0,60}\b(?:extension|building)|planning\s(?:applications?|permissions?|consents?|conditions?|decisions?|appeals?|enforcement|obligations?"
        r"|gain|polic(?:y|ies)|officers?|committees?|inspect\w{1,6}|breach|matters?|department|use\sclass)"
        r"|permitted\sdevelopment|change\sof\suse|local\splan\b|development\splan|neighbourhood\splan|land\suse"
        r"|(?:section|s\.?)\s?(?:106|278)\b|(?:section|s\.?)\s?38\b(?!\()|community\sinfrastructure\slevy|\bcil\b|brownfield|rezoning"
        r"|listed\sbuilding|building\scontrol|building\sregulations?|site\sallocation|land\ssupply|strategic\shousing\sland"
        r"|housing\sdevelopment|construction\sof\sthe|tree\spreservation|compulsory\spurchase",
    ),
    _eir(
        2,
        "(b),(c)",
        "waste, litter or recycling: a factor and a measure",
        r"(?:household|domestic|municipal|food|garden|kerbside|clinical|commercial|trade|green|residual|illegal|hazardous)"
        r"\s(?:\w{1,12}\s)?(?:waste|recycling)|waste\s(?:collection|disposal|management|contract|incidents|site|centre|recept"
        r"|bins?)|recycl\w{1,6}\b|landfill|incinerat\w{1,4}|refuse\s(?:collection|bins?)|fly-?\s?tip\w{0,5}|litter\w{0,3}\b"
        r"|wheel(?:ie|ed|y)\s?bins?|bin\scollections?|street\scleans\w{1,3}|dog\sfouling|tonnage|composting|energy\sfrom\swaste",
    ),
    _eir(
        2,
        "(b)",
        "noise, quarrying or nuisance: a factor affecting the elements",
        r"nois(?:e|y)\b|quarr(?:y|ies|ying)|mineral\s(?:extraction|workings?|planning)|vibration|odour|statutory\snuisance"
        r"|nuisance\sfrom|fracking|landfill\sgas|light\spollution",
    ),
    _eir(
        2,
        "(b)",
        "emissions, pollution or contamination: a factor affecting the elements",
        r"air\s(?:quality|pollution)|pollut\w{1,5}\b|emissions?\b|carbon\b|greenhouse|climate|net\szero|clean\sair|nitrogen"
        r"\sdioxide|contaminat\w{1,4}\b|asbestos|\braac\b|radon|radiation|(?:mobile|phone|telecoms?|radio|5g)\s(?:phone\s)?(?:masts?|towers?)|pesticides?|glyphosate|weed\s?killer|herbicides?"
        r"|chemicals?\sused|lead\spipes|particulates?|idling|mould\b|crematori(?:um|a)\semission",
    ),
    _eir(
        2,
        "(b),(c)",
        "energy or street lighting: a factor and a measure",
        r"(?:street|road|part-?\s?night)\s?-?light(?:s|ing)?\b|partial\snight|lamp\s(?:posts?|columns?)|energy\s(?:efficien|use|"
        r"consumption|performance)|solar\b|wind\s(?:farms?|turbines?)|renewable|biomass|heat\s(?:networks?|pumps?)|district"
        r"\sheating|electric\svehicle|ev\scharg|charg(?:ing|e)\s?points?|smart\s(?:energy\s)?meters?|insulation|\bepcs?\b|fuel\suse|biodiesel",
    ),
    _eir(
        1.5,
        "(f)",
        "the state of buildings and cultural sites as the environment affects them",
        r"cladding|heritage\s(?:site|asset)|archaeolog\w{1,5}|historic\senvironment|conditions?\sof\shuman\slife",
    ),
    _eir(
        1,
        "",
        "what it calls environmental information itself",
        r"(?:under|using|per|pursuant\sto|in\saccordance\swith)\s(?:the\s)?(?:[\w./]{1,14}\s){0,7}(?:environmental\sinformation|eirs?\b)",
    ),
)

# The link between these and the environment is too remote, whatever they concern.
REMOTE: tuple[Cue, ...] = (
    # Campaigns are named after rivers, woods and climate; what is asked is about people.
    cue(
        Regime.FOI,
        2,
        "asks about people, protest or policing, and not about the state of the environment",
        r"terroris\w{1,3}\b|extremis\w{1,3}\b|radicali\w{2,7}\b|(?:to|under|on)\sprevent\b|prevent\s(?:referr|strategy|duty"
        r"|programme)|channel\spanel|activis(?:m|ts?)\b|protest(?:s|ers?|ors?)?\b|campaign(?:ers?|\sgroups?)\b|arrest(?:s|ed)?\b"
        r"|any\sof\sthe\s(?:following|these)\s(?:groups?|organi[sz]ations?)\b",
    ),
    cue(
        Regime.FOI,
        2,
        "asks about claims and payments, which are too remote from the environment for the EIR",
        r"claims?\b(?!\s(?:that|to\sbe|made\sby\sthe\scouncil\sregarding))|compensat\w{1,5}\b|insur(?:ance|ers?)\b|damage\sto"
        r"\s(?:\w{1,10}\s){0,2}(?:vehicles?|cars?|tyres?)|pay-?\s?outs?\b|vehicle\sdamage|settlements?\b",
    ),
    cue(
        Regime.FOI,
        2,
        "asks about parking, penalties or their income, which are too remote from the environment",
        r"parking\b|penalty\scharge|\bpcns?\b|speed\scameras?|civil\senforcement|\bceos?\b|yellow\slines?|traffic\s(?:regulation"
        r"\s)?orders?\b|\btros?\b|bus\slanes?|blue\sbadge|moving\straffic|fixed\spenalt|congestion\scharg|traffic\senforcement",
    ),
    cue(
        Regime.FOI,
        2,
        "asks about accidents or casualties, which are too remote from the environment",
        r"accidents?\b|collisions?\b|casualt(?:y|ies)|fatalit(?:y|ies)|\bcrash(?:es)?\b|injur(?:y|ies|ed)\b|tripp?(?:ed|ing|s)\b",
    ),
    cue(
        Regime.FOI,
        2,
        "asks what the authority charges, which is too remote from the environment",
        r"(?:your\s)?(?:fees?|charges?)\sfor\b|feasibility/design\scharges?|business\srates|council\stax|loans?\b|levy\sand"
        r"|interest\s(?:rate|payments?|payable)",
    ),
    cue(
        Regime.FOI,
        2,
        "asks about legal proceedings or advice, which are too remote from the environment",
        r"privileged?\b|injunctions?\b|court\s(?:case|proceedings|action)|litigation|apolog(?:y|ies|ised?)\b|campaigners"
        r"|protest(?:s|ers)?\b|legal\sadvice|retention\s(?:policy|schedules?)",
    ),
    cue(
        Regime.FOI,
        2,
        "asks how information rights are handled, not for environmental information",
        r"(?:number|how\smany|total|statistics|volume|percentage)\b[^.?!]{0,80}\b(?:subject\saccess|freedom\sof\sinformation"
        r"|foi|dsar|sar|information)\s?\w{0,12}\srequests?",
        r"re-?use\sof\spublic\ssector|data\s(?:breach|loss|protection\spolicy)\w{0,3}|loss\sof\s(?:personal\s)?data|breach(?:es)?"
        r"\sof\s(?:the\s)?(?:data|security|dpa|gdpr)",
    ),
)

SUBJECT_ACCESS = cue(
    Regime.SAR,
    2,
    "makes a subject access request, UK GDPR Article 15",
    r"(?:i|we)\s(?:\w{1,14}\s){0,7}(?:subject\saccess|dsar\b|sar\b)|this\sis\s(?:a|my)\s(?:\w{1,12}\s){0,3}(?:subject\saccess|dsar\b"
    r"|sar\b)|subject\saccess\srequest(?:\s(?:for|under|on|in\srespect|by)\b|\W{0,3}$)|my\sright\sof\saccess|my\s(?:dsar|sar)\b",
)
# The requester's own personal data (section 40(1) FOIA; Article 15 UK GDPR).
OWN_DATA: tuple[Cue, ...] = (
    cue(
        Regime.SAR,
        3,
        "asks for the requester's own personal data, FOIA s40(1): UK GDPR Article 15 answers it",
        r"(?:information|data|records?|documents?|documentation|files?|notes?|everything|anything|all|e-?mails|correspondence"
        r"|details|held|hold|holds|recorded|reports?|letters?|footage|recordings?)\b"
        # No further without "me" or "my" in the sentence: most have neither.
        r"(?=[^.?!]{0,200}\bm[ey])[^.?!]{0,110}\b(?:about|on|of|concerning"
        r"|regarding|relating\sto|relates\sto|relate\sto|in\srelation\sto|mentioning|naming|with\sregards?\sto|in\srespect"
        r"\sof|pertaining\sto|which\smentions?|that\smentions?|referring\sto)\s(?:\w{1,12}\s(?:and|or|and/or)\s)?(?:me\b|myself|my\s"
        r"(?:self|family|child(?:ren)?|son|daughter|own|case|name|complaint|claim|application|husband|wife|mother|father"
        r"|tenancy|employment|care|account|client|partner))",
        r"(?:personal|own)\s(?:data|information|records?|files?)\b[^.?!]{0,60}\b(?:you|council|authority|force|hold|held)\b"
        r"[^.?!]{0,40}\b(?:me|my|myself)\b",
        r"my\s(?:(?:own|full|complete|entire|personal|social|medical|adoption|care|case|school|employment|personnel|police"
        r"|housing|client|childhood|council|tax|file|hr|services?|work|tenancy|custody|criminal)\s){0,4}(?:file|files|records?"
        r"|data|case\snotes|notes|history|assessments?|information)\b",
        r"(?:copy|copies)\sof\s(?:all\s)?my\s(?!(?:\w{1,12}\s)?(?:requests?|foi|question|complaint\sto|local|mp|ward|road"
        r"|street|area|town|village|council|councillor|school)\b)",
        r"my\s(?:son|daughter|child|children|mother|father|husband|wife|partner)(?:['’]?s)?\s(?:\w{1,12}\s){0,2}(?:records?"
        r"|files?|notes|data|assessments?|ehcp?|care\splan)\b",
        r"(?:time|when)\si\swas\s(?:in\s(?:care|foster|the\scare)|a\s(?:child|foster))",
    ),
    cue(
        Regime.SAR,
        2,
        "asks for personal data under data protection law, UK GDPR Article 15",
        r"under\s(?:the\s)?(?:uk\s)?(?:data\sprotection|gdpr|article\s15)\b[^.?!]{0,160}\b(?:my|myself|about\sme|on\sme|of\sme)\b",
    ),
    SUBJECT_ACCESS,
)
# The dead have no personal data: their records are asked for under FOIA.
DEAD = Phrases(
    r"deceased|(?:the|my)\slate\s(?:\w{1,12}\W{1,2}){0,1}(?:mr|mrs|miss|ms|mother|father|husband|wife|son|daughter|brother"
    r"|sister|uncle|aunt|partner|grand\w{1,8}|\[)|passed\saway|(?:has|who|had|she|he|mother|father|husband|wife|\])\s(?:since\s)?died"
    r"|died\s(?:on\s|in\s)?\d|until\s(?:she|he|they)\sdied|\w+['’]s\sdeath\b|inquest|death\scertificate|date\sof\sdeath|(?:mother|father|husband|wife|\])['’]?s?\sdeath|executor\w{0,3}|probate|estate\sof|post\smortem|public"
    r"\shealth\s(?:act\s)?funerals?|next\sof\skin|coroner",
    before=r"\b",
)
DEAD_REASON = "concerns someone who has died: the dead have no personal data, so FOIA"
