"""Words that tell a person from an authority, a place or a plain sentence: tables, no logic.

Every word stands in lower case. A new word is a new entry, with a letter in the tests.
"""


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a table."""
    return frozenset(text.split())


# Titles that stand before a name; what follows them is a person.
TITLES = words(
    """
    mr mrs ms miss mx dr doctor prof professor rev revd reverend cllr councillor alderman sir
    dame lady lord pc wpc dc ds di dci dsu dch pcso sgt sergeant insp inspector supt
    superintendent constable detective ch det cpl corporal capt captain lt lieutenant maj col
    colonel fr imam rabbi canon master nurse messrs mister mme mlle herr frau pastor sheikh alhaji
    brigadier archdeacon firefighter cdr cmdr sqn flt ldr wg madame hhj misses commander admiral
    general sr so sister sc
    """
)
# Of these, the ones that say what kind of person: "Mr Smith" is not "Mrs Smith".
MALE, FEMALE = words("mr sir lord mister fr"), words("mrs ms miss dame lady madame")
# Ranks before a rank, and words of an office before a title.
RANKS = words(
    """
    detective chief superintendent inspector sergeant constable police special acting temporary
    assistant deputy det ch t/ps insp supt sgt pc dc di ds dci dsu pcso
    """
)
# The ranks and titles that carry a collar number: "PC 1234".
NUMBERED = words("pc wpc dc ds di sgt ps pcso constable sergeant officer sc")
PARTICLES = words(
    """
    de da das dos del della den der di du la le van von ter ten bin bint ibn al el ul ur y e ap
    ab zu graf freiherr ferch mac nic ní ni ó o st san santa abu umm binti binte ui ua mhic
    """
)
MONTHS = words(
    """
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec ionawr chwefror mawrth ebrill mai mehefin
    gorffennaf awst medi hydref tachwedd rhagfyr easter christmas
    """
)
DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu"
    " thur thurs fri sat sun"
)

# Words of an organisation's or an office's name: a phrase with one of them is no person.
ORGANISATION = words(
    """
    academy academies accounts administration adult agency alliance ambulance archive archives
    army assembly association assurance audit authority authorities bank benefits board borough
    branch brigade building bureau business cabinet care caseworker casework castle cathedral
    central centre chamber chambers charity children's church city civic civil clinic club
    college command commercial commission commissioner commissioner's commissioners committee
    community company complaints compliance confederation constabulary consortium consultancy
    consulting contact contracts coroner coroner's corporate corporation corporation's council
    council's councils county court courts crown customer customers data democratic department
    departments dept development directorate disclosure district division dpo education
    electoral emergency employment enforcement england enquiries environment environmental
    equality estates eir executive federation finance fire foi foia force forces forum
    foundation freedom general gmbh governance government governors group groups guild
    headquarters health heritage highways holdings home homes hospice hospital hospitals hotel
    hotels housing hq human hub inc industries information infirmary infrastructure inspectorate
    institute institution insurance intelligence international investigation investigations
    ireland joint justice kingdom laboratory legal legislation library licensing limited llp
    local london ltd magistrates maternity management manor medical member members metropolitan
    mental ministry mobile monitoring motors museum national neighbourhood network networks nhs
    northern nursery office offices ofsted operations ombudsman online organisation parish
    parking parks parliament parliamentary partners partnership partnerships pensions people
    performance permits personnel petitions planning plc police policing policy pool practice
    press primary prison probation procurement property protection public publications
    publishing recording records recruitment recycling region regional registry regulator
    regulatory reception rescue research resources response revenue revenues review reviews
    rights road roads royal rugby rural safeguarding school schools scotland scottish secondary
    secretariat section security senior service services shared shire social society solicitors
    solutions south southern staff standards state states station statistics street strategic
    strategy studio studios subject support surgery survey systems task taskforce tax team teams
    technologies technology theatre town trade trading traffic training transparency transport
    treasury tribunal tribunals trust trustees trusts union unit united units university unitary
    vehicle vehicles victims waste watch water wales welsh welfare west western wing women works
    yard youth system box po bar cafe café carpark pub restaurant takeaway level floor
    independent mainstream tracking mailbox inbox pennaeth addysg ysgol ysgolion comisiynydd
    gwybodaeth rhyddid ffordd llywodraeth heddlu cyngor swyddog swyddfa museums
    """
)
# Words of a post: "Head of Legal Services", "Information Officer".
JOBS = words(
    """
    accountant adjudicator administrator advisor adviser advocate analyst apprentice architect
    archivist assistant associate auditor barrister caseworker chair chairman chairperson
    chairwoman chaplain chief clerk clinician commander commissioner consultant controller
    convenor coordinator co-ordinator coroner curator custodian deputy designer developer
    director ecologist editor engineer examiner executive governor guardian handler head
    headteacher inspector investigator lawyer lead leader lecturer librarian manager matron
    mayor midwife minister nurse officer officers operator owner paralegal partner pharmacist
    physiotherapist planner practitioner president principal prosecutor receptionist registrar
    representative reviewer scientist secretary solicitor specialist spokesman spokesperson
    spokeswoman steward superintendent supervisor surveyor teacher technician treasurer trustee
    vice warden worker
    """
)
# What a letter may be addressed to, or signed by, that is nobody by name.
NOBODY = words(
    """
    sir sirs madam madams all applicant colleague colleagues enquirer correspondent customer
    requester requestor resident residents editor reader occupier occupant homeowner parent
    parents carer guardian member members sender whom concern it may team everyone friend
    friends folks there both complainant claimant appellant redacted anonymous name supplied
    withheld data councillors councillor officer officers taxpayer user subscriber chief
    constable tenant tenants neighbour constituent student students chair chairman chairwoman
    minister secretary syr fadam cyfeillion gyfeillion
    """
)
# Words that begin sentences and headings, or join names: none of them is part of a name.
PLAIN = words(
    """
    a about above according act acts additional additionally address adults after all also
    although am amount an and annex annexe annual any apologies apology appeal appendix
    application are article as at attached attachment attachments attendees background balance
    based because before being below best between both bundle but by can case cases cc chapter
    chart class clause closing code comments conclusion confidential confirm consideration
    contents copy copies cost costs could crime current currently date dated dear decision
    declined did direct do document documents does draft due during duty each either email
    e-mail emails enclosed enclosure enclosures equally evidence exemption exemptions
    explanation extension factors favour fax fee fees figure figures file files finally first
    firstly following for forms from full further gdpr given good grounds guidance had harm has
    have having he held hello help hence her here hi his how however i if in include included
    including indeed initial interest internal interview is it its item items kind last later
    latest letter line list lists log main many material meeting meetings mention message
    meanwhile minutes moreover more most much my name narrative neither new next no nobody none
    nor not note notes notice notification notwithstanding now number numbers obligation of
    offence offences official on once one only open opening or original other others otherwise
    our outcome output overall page pages paper paragraph part parts party pay per period
    personal phone pit please point post practice prejudice present previous price prior private
    proposal provided qualified quantity quarter question questions quote re reason reasons
    receipt received recent record records ref reference refusal refused regarding regards
    regulation regulations relevant report reports request requested requests respect response
    responses result results return right same schedule scope search second secondly secret see
    sent sensitive several she should signed since sincerely so some statement subject
    subsequently such sum summary table tel telephone terms thank thanks that the their them
    then there therefore these they third this those though through throughout thus time title
    to total trial type under unfortunately unless until update upon urgent us use value version
    very via view warm was we website were what whatever when where whereas whether which while
    who whom whose why will wishes with within without witness would written year years yes yet
    you your yours yourself faithfully truly morning afternoon evening day today tomorrow
    yesterday reply-to in-reply-to mp mps msp qc kc obe mbe cbe vc jp phd rip frcs bsc msc ba ma
    llb
    """
)
# Given names and surnames that are words of letters, too: alone they are not taken for a person.
ORDINARY = words(
    """
    abbott amber april archer art august austin bailey baker banks barber barker baron bass
    battle bay beach bean love angel tone misty dakota hermes wilson peterson whitney adelaide
    alexa angus apollo arran asia athena clare devon durham ed florence harris hector india iona
    israel juno kerry kit lancaster lewis lincoln madison max mercedes ram ross skye stafford
    tyrone virgin bell berry best bill bird bishop black blessing bliss block bloom blue bolt
    bond book booth bowl bowman boy bradford branch bread brewer bridge bridges brook brooks
    brown buck bull burn burns bush butcher butler canon carpenter carter case cash castle
    chance chapel chapman charity chase chelsea chester church city clay clark cliff close coach
    cole collier combe cook cooper coral corner cotton cox craft crane cross crystal dale daisy
    date day dean dear deacon dell don draper drew drive drummer duke dyer dusk earl east eagle
    eden england english faith farmer farrow fell fern ferry field fields finch fish fisher
    flint flood flora flower flowers ford forest forester forrest foster fountain fowler fox
    frank freedom french frost gale gardener gardner garland gates gene georgia german glass
    glen glover gold good goods grace grant grave graves gray green grey griffin grove guest
    gunner guy hall hand hardy harper harmony hart haven hawk hay hazel head heath heather herd
    hill hills holly holiday holland holt home hook hope house hunt hunter hurst iris irish ivy
    jack jade jasmine jay jewel joiner jolly joy judge june kemp key king kitchen knight lake
    lamb lance land lane law lawn lawyer leaf lee leigh lily little lock london long lord low
    major man march mark marks marsh marshall mason masters may mead mercer mercy merry miles
    mill miller mills mood moody moon moor moore moss mount myrtle new newman noble norfolk
    norman north nurse oak olive page paige pages paris park parker parks parson pat patience
    pay payne peace peak pearl penny perry person piper pitt place plant plumb pole pool poole
    pope poppy porter potter power powers precious preston price prince prior prudence quick
    rain ray read reader reed reeve reeves rich ridge ring rivers rob robin rock rocky root rose
    ruby rule rush sage sailor sales salmon sandy savage saw sawyer scholar scott self sharp
    shepherd short silver singer skinner slater small smart smith snow sparks spencer spring
    stamp star steel sterling stock stone storm street strong stern sue summer summers sutton
    swan swift taylor temple thatcher thorn thorne tony tower town trainer trinity tucker turner
    underwood usher vale van verity victoria violet virginia waite wall walker waller ward
    warden warren washington waters weaver webb weeks well wells west wheeler white whitehead
    wild will wills winter winters wise wolf wood woods worth wren wright york young yard
    """
)
# What follows a name where the whole names a place, a firm, a law or a work, and no person.
AFTER_A_NAME = ORGANISATION | words(
    """
    act avenue ave award awards bridge brook brothers bros case close co common copse cottage
    cottages crescent cup dam day drive estate fair farm fell festival field fields gallery
    garden gardens gate green grove hall heights hill house inn inquest inquiry island isle
    judgment lake lane law lodge mall market meadow meadows memorial mews mill model moor mosque
    mount opera order park pavilion place plain playground prize principle programme protocol
    pub quay quarter rectory reform report reservoir river road roundabout row rule scheme
    screening side sons square stadium street strategy synagogue temple terrace test tower
    trophy tunnel valley view viaduct village villas walk warehouse way wharf wood woods ward
    session medal fund lawn associates associate reports ltd cyf room rooms lecture theatre ph
    arms
    """
)
# Countries, as they end an address.
COUNTRIES = words(
    """
    england scotland wales ireland france germany spain portugal italy poland netherlands belgium
    austria switzerland usa canada australia zealand india pakistan bangladesh nigeria ghana kenya
    somalia eire cymru alba kingdom uk romania hungary sweden norway denmark finland greece turkey
    """
)
FIRMS = words(
    """
    thornton wimpey sindall stanley beatty macdonald lewis young whinney cook crick curie
    nightingale walters rose
    """
)
