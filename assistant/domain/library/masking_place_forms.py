"""What postal addresses and their parts look like in print: tables and patterns, no logic.

Postcodes are those of Royal Mail's Postcode Address File, as BS 7666 writes them; people mistype
the last two letters, so that with a blank any will do.
"""

import re

POSTCODE = re.compile(
    r"(?<![\w/.@-])(?:[A-Z]{1,2}\d[A-Z\d]?(?: {0,2}|(?-i:(?<=[A-Z\d]) ?\n"
    r" {0,8}))\d[ABD-HJLNP-UW-Z]{2}|GIR ?0AA"
    r"|(?-i:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})"
    # Eircodes (Eircode Product Guide, section 2): a routing key and an identifier of both sorts.
    r"|(?-i:(?:[AC-FHKNPRTV-Y]\d\d"
    r"|D6W) (?=\d{0,3}[A-Z])(?=[A-Z]{0,3}\d)[AC-FHKNPRTV-Y\d]{4}))(?![\w/@]|-\w)",
    re.IGNORECASE,
)
CAP = r"[A-Z\u00c0-\u00de][\w'-]{0,30}\.?"
PLACE = r"(?:St\.|[A-Z\u00c0-\u00de][\w'-]{0,30})"
STREETS = (
    "Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Crescent|Cres|Drive|Gardens|Gdns"
    "|Grove|Hill|Court|Ct|Place|Pl"
    "|Terrace|Tce|Ter|Way|Walk|Row|Square|Sq|Mews|Park|Parade|Rise|View|Green|Wharf"
    "|Quay|Yard|Croft|Dale|Fold"
    "|Gate|Mount|Vale|Bank|Broadway|Meadows?|Path|Lea|End|Chase|Heights|Garth|Wynd"
    "|Brae|Loan|Villas|Cottages"
    "|Orchard|Copse|Fields?|Side|Bridge|Drove|Hey|Nook|Ridge|Spinney|Crest|Circus"
    "|Approach|Esplanade|Promenade"
    "|Passage|Alley|Cl|Dr|Cr|Glade|Glebe|Holt|Hollow|Dene|Dell|Common|Corner|Crossing"
    "|Bypass|Boulevard|Ffordd"
    "|Heol|Stryd|Lon|Maes|Gill|Hythe|Leas|Leys|Link|Loke|Moor|Oval|Paddock|Pastures"
    "|Pightle|Reach|Retreat"
    "|Rookery|Steps|Strand|Thwaite|Top|Turn|Twitten|Warren|Wells|Wood|Woods"
)
HOUSES = (
    "Cottage|House|Farm|Farmhouse|Lodge|Barn|Villa|Court|Hall|Mill|Rectory|Vicarage"
    "|Manor|Bungalow|Grange|Croft"
    "|Mansions?|Towers?|Point|Heights|Flats|Apartments|Bungalows|Stables|Oast|Forge"
    "|Smithy|Chapel|Schoolhouse"
    "|Parsonage|Priory|Gatehouse|Coach House|Residence|Place|Lodgings|Caravan Park"
    "|Marina|Works|Maltings"
)
UNITS = (
    r"(?:(?:(?:Basement|Ground|First|Second|Third|Fourth|Top|Upper|Lower|Garden"
    r"|Attic)[ -](?:Floor )?(?:Flat|Floor|Maisonette))(?: (?:Left|Right|Front"
    r"|Back))?,? "
    r"|(?:Number|No\.?|Croft|Block|Appt|Caravan|Berth|Mooring|Lot|House)"
    r" ?[A-Z]?\d{1,4}[A-Z]?,? |(?:Flat|Apartment|Apt|Room|Plot|Pitch|Unit|Studio"
    r"|Maisonette|Bedsit|Suite)\b\.? ?[A-Z]?\d{0,3}[A-Z]?(?:/\d{1,2})?,? )"
)
NUMBER = r"\d{1,4} ?[A-Za-z]?(?: ?[-/&] ?\d{1,4}[A-Za-z]?)?,? "
WELSH = "Heol|Ffordd|Stryd|Lon|Lôn|Maes|Clos|Cwrt|Rhodfa|Bryn|Parc|Rhes|Tan|Pen|Rue|Via|Calle"
STREET = re.compile(
    rf"(?<![\w/.:£$-])(?:{UNITS})?(?:{CAP} ){{0,3}}?{NUMBER}(?:(?:{CAP}|of|the|le) ){{0,4}}?"
    rf"(?:{CAP} (?:{STREETS}|{STREETS.upper()})|[A-Z][a-z]{{2,12}}(?:gate|garth)"
    rf"|(?:{WELSH})(?: y| yr| de| du)?"
    rf" {CAP})\b(?:\.(?=,))?(?! ?-?[a-z]*ing\b)"
)
FLAT = re.compile(rf"(?<![\w/.:-])(?:{UNITS})(?:{CAP} ){{1,3}}(?:{HOUSES})\b")
HOUSE_AND_STREET = re.compile(
    rf"\b(?:The )?(?:{CAP} ){{1,3}}(?:{HOUSES}),\s{{1,3}}(?:{NUMBER})?(?:{CAP}"
    rf" ){{1,3}}(?:{STREETS})\b"
)
HOME = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing|ents?)|home|my|his|her|their|your"
    r"|our|tenant|occup\w*|flat|lodg\w*"
    r"|moved|address(?:ed)?|house|householder|neighbour\w*|family|staying|visited"
    r"|attended)\b[^\n.;]{0,40}$",
    re.IGNORECASE,
)
# What makes a house in a sentence the subject of a letter, and nobody's home.
SUBJECT = re.compile(
    r"\b(?:planning|application|site|sites|premises|land|development|car ?park"
    r"|junction|licen[cs]\w+|stores?"
    r"|shops?|branch|works|closure|bus stops?|cameras?|crossing|assets?|depot|outside"
    r"|near|opposite|between"
    r"|building|buildings|pub|restaurant|takeaway|unit|warehouse|hall|project|scheme"
    r"|tree|trees|properties"
    r"|section|sections|regulation|regulations|paragraph|part|chapter|article"
    r"|clause|act)\b[^\n.;]{0,40}$",
    re.IGNORECASE,
)
# Lists of planning applications are of a public register.
PLANNING = re.compile(r"\b\d\d/\d{4,5}/[A-Z]{2,5}\b")
HOUSE_BEFORE = re.compile(
    rf"(?:^|[\s(:])((?i:{UNITS})|\"[^\"\n]{{2,30}}\",? |(?<=at )(?:{CAP}"
    rf" ){{0,2}}{CAP}, |(?<=of )(?:{CAP} ){{0,2}}{CAP}, )$"
)
YEAR = re.compile(r"(?:19|20)\d\d,? ")
MONTH = re.compile(
    r"\d{1,2},? (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b(?! (?:Street|St|Road|Rd|Lane|Avenue|Close|Terrace|Grove"
    r"|Place|Gardens|Court|Walk|Way))"
)
LOCALITY = re.compile(
    rf"(?:(?:,| ,|\n| \n|,\n| -) {{0,2}}(?:{PLACE}(?:(?:-| )(?:{PLACE}|upon|on|in|le"
    rf"|the|under|by|of|next|super)){{0,4}}))"
)
SHORT = re.compile(r"[A-Z\d][\w'., /&()-]{1,48},?\.?\Z")
LOWER = re.compile(
    r"(?<![\w'-])(?!(?:upon|on|in|le|the|under|by|of|next|super|and|cum|y|yr|an|na|nan|nam|ar|t)\b)[a-z]{2,}"
)
SEGMENT = re.compile(
    rf"(?:{UNITS}|{NUMBER})?(?:(?:{CAP}|upon|on|in|le|the|under|by|of|super|y|yr|an|na|nan|nam|t)"
    r"[ -]?){1,7}\Z"
)
# A figure behind a word, as in tables; none but a flat's number stands so in an address.
FIGURE = re.compile(
    r"(?<!flat)(?<!unit)(?<!apt)(?<!room)(?<!plot)(?<!apartment)(?<!block)(?<!suite)(?<=\w) -? ?\d",
    re.IGNORECASE,
)
DATED = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}/\d{1,2}/")
HOUSE_LINE = re.compile(rf"\b(?:{HOUSES}|{STREETS})\b|^(?:The |Flat|Apartment|\d)", re.IGNORECASE)
WHOLE_STREET = re.compile(
    rf"(?:(?:{UNITS})?(?:[\w'-]+ ){{0,3}}?{NUMBER}(?:[\w'-]+"
    rf" ){{1,4}}(?:{STREETS})\b\.?|{UNITS}[\w' ,-]{{2,30}})",
    re.IGNORECASE,
)
# A scan sets letters apart: only a line of its own, or a field of a form, can be read like that.
SCANNED = re.compile(
    r"(?:^ {0,60}|[Pp]ost ?code:? {1,20})([A-Z](?: ?[A-Z])? ?\d(?: ?[A-Z\d])? {1,4}\d"
    r" ?[A-Z] ?[A-Z])(?= {0,9}$|  )",
    re.MULTILINE,
)
