"""Given names that people in the UK often bear: two words that begin with one are likely a person.

The tables of names are those of the library Faker, for the languages that are spoken here; without
accents, in lower case. Names that are words of every letter as well (May, Will, Mark) stand in
masking_words.ORDINARY, too, and count only beside a surname.
"""

import re
import unicodedata
from collections.abc import Iterator

from faker.providers.person import (
    cs_CZ,
    da_DK,
    de_AT,
    en_GB,
    en_IE,
    en_IN,
    en_KE,
    en_NG,
    en_NZ,
    en_PK,
    en_US,
    es_AR,
    es_CO,
    es_MX,
    fi_FI,
    fr_CA,
    fr_CH,
    fr_FR,
    ga_IE,
    ha_NG,
    hr_HR,
    ig_NG,
    it_IT,
    lt_LT,
    lv_LV,
    nl_NL,
    no_NO,
    pl_PL,
    pt_BR,
    pt_PT,
    ro_RO,
    sk_SK,
    sl_SI,
    sv_SE,
    sw,
    tr_TR,
    tw_GH,
    vi_VN,
    yo_NG,
    zu_ZA,
)

from assistant.domain.library.masking_words import words

_TABLES = (
    cs_CZ,
    da_DK,
    de_AT,
    en_GB,
    en_IE,
    en_IN,
    en_KE,
    en_NG,
    en_NZ,
    en_PK,
    en_US,
    es_AR,
    es_CO,
    es_MX,
    fi_FI,
    fr_CA,
    fr_CH,
    fr_FR,
    ga_IE,
    ha_NG,
    hr_HR,
    ig_NG,
    it_IT,
    lt_LT,
    lv_LV,
    nl_NL,
    no_NO,
    pl_PL,
    pt_BR,
    pt_PT,
    ro_RO,
    sk_SK,
    sl_SI,
    sv_SE,
    sw,
    tr_TR,
    tw_GH,
    vi_VN,
    yo_NG,
    zu_ZA,
)
# Names that the tables lack.
_MORE = words(
    """
    abi abimbola adaobi adebayo adeola aderonke adesola adetokunbo aditi ailsa aishah ajay akiko
    akinola alasdair aled alun amarjit ameera aminata amjad ammar amrit anand ananya aneesa
    aneirin aneurin angharad anil anoushka anthea anuja aram arek arshad ashfaq ashish ashok ayo
    ayomide azadeh azhar babajide babak babatunde baljit barnaby bartosz bashir bhavesh binta
    branwen cadi caelan cai cairistiona caradoc carwyn cath ceri ceridwen cerys cheng chidi
    chidinma chike chima chimamanda chinonso chinwe chioma cressida dafydd damilola deepak
    delroy delyth dilip dilys dimitar dinesh dougal ebele edyta efua eilidh eirian eirlys eleri
    elfed elgan elspeth eluned emlyn emmeline emrys emyr esme ewen fadi fahad faisal faiza
    fareed farooq farzana fatema fatimah fatou fatoumata femi fenella ffion finlay finnian
    folake folasade fyfe gaynor geraint gethin gill glyn grahame gurdeep gurmeet gurpreet
    gwenllian gwilym gwynfor hadiya haleema hanif harjit haroon harpreet haruki hefin heledd
    hiroko homa hristo husain hussain huw hyacinth ianto ieuan ifan ifor ikechukwu iman inderjit
    innes iolo islwyn ismat jarek jaspreet jasvinder javaid javed jin jitendra jo jowita jun
    juno kajal kalpana kamaljit kanwal kasia kath kavita kehinde keiran kerensa kiran kishore
    kunle lamin lazarus lennox li lilith llinos llion lucjan madhu mahesh mahnoor mairi maisie
    mandeep manish manjeet manoj mansoor marium mbali mehreen mei meinir merfyn mhairi mirza
    misbah mohan mohsin morag morwenna mostafa mungo munira myfanwy nainoa narges narinder
    nasreen navdeep naveed nazia nerys nesta nilesh nima nimra nirmala nishat nosheen nusrat
    nyasha olabisi oladele oladipo olamide olu olufemi olukemi olumide oluseun oluwaseun
    oluwatobi oluwatoyin onyeka owain parminder parvati parveen payal perpetua piers poonam
    prakash pratibha preeti prem priti priyanka rabia rahim raj raja rajan rajesh rajinder rajiv
    rakesh ram raman ramesh ranjit ravinder razia reena rehana renu rhodri rhydian rizwan rohit
    rosamund rubina rukhsana rupinder rushi sadaf saeed safa saffron saira sajid sakshi saleem
    sameer sana sandeep sanjay sanjeev santosh saqib sariyah satnam selwyn seonaid seren shabana
    shabnam shafiq shah shahid shahida shaila shakeel shamim shamus shanthi sharmila shazia
    shelagh shereen shirin shiv shiva shruti shyam sidra simran siwan sonal steffan sufyan
    sukhdeep sukhjit sukhwinder suleman sultana sumaira suman sumit sunil sunita suresh surinder
    tahira taiwo taliesin tamsin tanvir tasneem tegwen temitope usha uzma uzoma vaishali verity
    vijay vikram vinod vivek vusi wahid waleed waqar waqas wasim wei wen wilf wioletta wyn wynne
    xanthe xiang xiaoming xin yemi yoko ysanne yuki zareen zayn zeeshan zia zubair zuleika
    zulfiqar zuzanna zygmunt
    """
)
# Names elsewhere that are words, or parts of words, in an English letter.
_NO_NAMES_HERE = words(
    """
    aba abbey addison age ake aki alf alta ama ane angel anh archer ari aru asa ase asher ati
    aud august avi awj belen bevan blair boe brodie campbell cas chi cohen columba comfort conn
    cooper cruz dag dai dakota del dev dex dom eba eda edit efe ela else ema eris esa esi eta
    ever evi evy fancy fem fletcher floor flynn forum gal gil giz gracia grayson gro gul gun hai
    harley harmony harper hemi hermes hong hope hudson huy ibn ica ige ika imam indi indie ing
    innocent isa ise iva ivo iwo ize jet jip job jos junior kaj kete kingston kiri kora lady lam
    lan lex lia lill lincoln line lis liv loic lone lot lott love loyola luc lut luz mac mad
    made mahi maj man mie mik mio misty moa nae nam nas nate naz nea nel neo nik noa nolan oba
    oda odd oge oke ole oni oto ove over owe pal par paris paw payton paz per peterson phoenix
    pim piper puk qay raf raid rik rok romain rua rui rut ryder sad sai said santa scot sem sep
    server side sil skye sol sole sos sys tai tama tan tane tea thao thi ties tola tone tor toy
    trent trinity trong tui uge ugo ulf ulu uno urban van vid vit warwick whitney wilson wur yar
    yda yen yoom yug zan zion
    """
)
_SHORTEST = 3
_BESIDE_ASCII = str.maketrans({"ł": "l", "ø": "o", "đ": "d"})


def _given_names() -> Iterator[str]:
    """Yield every given name of the tables, each word of a double one by itself."""
    for language in _TABLES:
        provider = language.Provider
        for table in (each for each in dir(provider) if each.startswith("first_name")):
            names = getattr(provider, table)
            if isinstance(names, list | tuple | dict | set):
                for name in names:
                    yield from re.split("[ -]", _plain(str(name)))


def _plain(name: str) -> str:
    """Return a name in lower case without accents."""
    apart = unicodedata.normalize("NFD", name)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.lower().translate(_BESIDE_ASCII)


GIVEN_NAMES = (
    frozenset(
        name
        for name in _given_names()
        if name.isascii() and name.isalpha() and len(name) >= _SHORTEST
    )
    | _MORE
) - _NO_NAMES_HERE
