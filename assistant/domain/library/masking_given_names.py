"""Given names that people in the UK often bear: two words that begin with one are likely a person.

Most stand in masking_given_names_a_b and its neighbours, which scripts/given_names.py writes; what
those lack, and what is no name here, stands below. All are in lower case and without accents. Names
that are words of every letter as well (May, Will, Mark) stand in masking_words.ORDINARY, too, and
count only beside a surname.
"""

from assistant.domain.library.masking_given_names_a_b import NAMES_A_B
from assistant.domain.library.masking_given_names_c_e import NAMES_C_E
from assistant.domain.library.masking_given_names_f_j import NAMES_F_J
from assistant.domain.library.masking_given_names_k_l import NAMES_K_L
from assistant.domain.library.masking_given_names_m_q import NAMES_M_Q
from assistant.domain.library.masking_given_names_r_s import NAMES_R_S
from assistant.domain.library.masking_given_names_t_z import NAMES_T_Z
from assistant.domain.library.masking_words import words

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
    oleksandr oleksandra oleksii volodymyr serhii andrii yuliia iryna olha nataliia kateryna
    funmi bukola segun tunde wale kemi yinka dele bayo ngozi obinna uche chukwuma amaka
    warsame liban guled mahad hodan ifrah fowsiya ayaan deeqa halimo
    kwok yuet suk ming jian xiu ying hao
    hywel gwenno tegwen lleucu mared lowri llywela gwawr eirwen bethan sioned catrin nia rhian
    rhianwen tudur trefor idris ednyfed gruffydd llyr osian macsen gwion cynan elis guto
    ruairidh coinneach torcuil aonghas calum murdo seumas domhnall iain eachann alasdair uilleam
    seonaid beathag oighrig mairead catriona morag sine peigi ishbel eilidh
    fiachra donnchadh tadhg diarmuid cathal eoghan ruairi padraig caoimhe aoife saoirse sadhbh
    blathnaid dervla grainne roisin sinead nuala orlaith clodagh eimear
    miah rokeya taslima rafiqul mizanur kamrul shafiqul aminul nurul fazlul mahbub shahnaz
    sivakumar thayaparan balachandran murugan kugan kalaivani thulasi yalini vathani meenakshi
    suganthan tharshan nirosha priyadarshini selvan karthik arun saravanan lakshmi
    xiaoling meihua jingyi weijun zhiyuan haoran xiaofeng yuxin zihan jiahao minghao lihua
    siu wai chun kin fung yee yin lai kwan
    duc minh tuan hieu quang thuy ngoc huong linh phuong lan trang bao khanh
    wael ghada siham intisar rawya hanan nizar tarek ziad bassam firas rami samer hala rima
    omolara titilayo yewande morenike olumide adewale gbenga rotimi temitayo folarin kolawole
    akosua afia adwoa kwabena kojo yaw maame kwesi ekow abena
    paramjit tarlochan gurmukh harbhajan hardev simranjit balwinder kulwant manpreet jagdeep
    crenguta smaranda costel dragos razvan bogdan ileana anca
    gulay nurcan ozlem sevgi serkan ufuk yilmaz
    rob rich miles guy ray sue pat jay will mark bev viv trish kev baz gaz daz col mo
    xanthe xiang xiaoming xin yemi yoko ysanne yuki zareen zayn zeeshan zia zubair zuleika
    zulfiqar zuzanna zygmunt
    """
)
# Names elsewhere that are words, or parts of words, in an English letter.
_NO_NAMES_HERE = words(
    """
    son rise rio melbourne sydney boston houston dallas denver memphis vienna milan valencia cairo
    kenya chad egypt rosebud
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


class _GivenNames(frozenset[str]):
    """Given names; a double one ("jean-luc", "yuet-ling") is one if its first half is."""

    def __contains__(self, name: object) -> bool:
        """Say whether a word in lower case is a given name."""
        if super().__contains__(name):
            return True
        return isinstance(name, str) and "-" in name and super().__contains__(name.split("-", 1)[0])


_TABLES = NAMES_A_B | NAMES_C_E | NAMES_F_J | NAMES_K_L | NAMES_M_Q | NAMES_R_S | NAMES_T_Z
GIVEN_NAMES = _GivenNames((_TABLES | _MORE) - _NO_NAMES_HERE)
