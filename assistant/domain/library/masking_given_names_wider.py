"""Given names of South Asia, Africa, Turkey and Vietnam, as people in the UK bear them.

Drawn from the tables of Faker, copyright (c) 2012 Daniele Faraglia and contributors, under the MIT
licence (the text in LICENSE); what is an ordinary word of English letters was left out.
"""

from assistant.domain.library.masking_words import words

WIDER_NAMES = words(
    """
    aaaqil aaban aabid aachal aadam aadhya aadi aadil aafiya aahana aahil aalam aalee aalim
    aamil aamir aamirah aanuoluwapo aaqil aarav aarif aarini aariz aarna aarnav aarush aaryan
    aashi aashif aashir aasif aasim aatif aatiq aaus aayan aayush aazim abaan abayomi abdalla
    abdallah abdi abdihakim abdis abdu abdulahat abdulbekir abdulcemal abdulgazi abdulhadi
    abdulkadir abdulkerim abdulmenaf abdulsamed abdulsemet abdurrahman abdurresit abebi abednego
    abeer abeiku abel abeni abha abhimanyu abhiram abid abigael abigaili abiona abiye abosede
    abubakar abuzar acar acarkan achieng acikel acilay aclan adak adal adan adasal adebiyi
    adebowale adebukola adedayo adedeji adekitan adekola adekunle adeleke adem aden adenike
    adeniyi adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua adetayo adetoke
    adetoun adeyi adhra adia adigun adila adimu adlan adunni advaith advay advik advika adviye
    adweta adwoa adya afer afia afife afolarin aftin afua agakisi agastya agbegim aggrey agmur
    ahat ahsen ahter aijuka aishani ajala ajani ajoke akalan akanmu akar akatay akay akbas
    akboga akcabay akcasu akcivan akdora akdurmus akgol akgunes akif akinal akinkunmi akinlabi
    akinwale akinyi akise akkerman akmaner akmaral akos akoth akoz aksay akshay aksogut aksoy
    aktemur akumaa akumu akver akwasi akwesi akyildiz alaaddin alabezek alade alaeddin alamu
    alanalp alattin alaz alcan alemsah algis aliabbas aliihsan aliseydi alisik aliyu alize alka
    alkor almasi almast almus alparslan alpcan alphonce alpin alpsu alsoy altinbike altincicek
    altinisin altinkaya altogan altug amac amahle amaira amani aminatu amoke amol amon amondi
    amope amos amre amri amrita amruta anamika anargul anasa anastacia anay anderson andic
    andile andwele angalia angavu anirudh anjolaoluwa anka anmol annah annak annastacia annet
    anoni ansh anusha anvi anyango apaydin aradhana aral aran arcan argu arham arifcan arike
    arikol arin arinola aripinar arisoy arkut armahan aron arpag artan arunima arusi arya aryan
    arziye asake asalet asali asani asanti asatira ashan asim asiman asir aslanhan asliye asmini
    atagun atalay atanur atasagun atatore atfat atgun atharv atheel athman athuman athumani
    atiena atieno atilgan atilhan atinuke atiyye atnan attaf auraq austine avni avsin avunc
    awadil awamil awamiri awan awani awero awesi awlya awmar awrad ayamin ayasun ayaydin aybet
    aybora aycagul aycan aydar aydinbey aydinc ayduru aygonenc aygutalp ayhan ayinde ayinke
    aykut aykutalp aylil aynilhayat aynimah ayodeji ayoka aypar aysan aysar ayseana aysema
    aysenur aysevim aysoy aysuna aytek ayten aytoz aytuna ayub ayulker ayush ayushman ayvas
    ayyaruk ayyubi azaan azad azade azban azeeb azettin azize azizi baaba baahir baaizeed baaqee
    baaqir baaree baashir baasim baasit baba babar babasola babatunji babawale baber bachittar
    badawi badegul badr bagdas bagdat baghyawati baha bahaa bahaddin bahadurjit bahari bahati
    bahittin bahtinur bairbel bakari bakhshi baki balatekin balca bale baleegh balendra balhaar
    bali balinda baljiwan balli baltas balvan balveer bambad bandile banjeet banu baqar baqir
    barak baraka barasa baris bariscan barkha barr barraq barsen basaam basay baseer basel basem
    bashaar bashaarat bashan bashar basharat basheer basheerah basim basir basok basriye bassam
    batal batirhan batool baturay baydu baykan bayman bayruhan baytal bayzettin bazam bedi
    bediriye bedri begim behiza behrem bekbay bektasi belgizar belkize bellisan bello benard
    benek bengibay benice benol benson benta beray beren berezat bergen beriye berkal berki
    berksay berran berrin besey beshte besin beste bett beyda beyhatun beyler beyzade bezek
    bhanumati bhavani bhavika bhavini bhavya bhekani bhekisisa bhekizizwe bhekokwakhe bibuwa
    bican bidayet bilaal bilay bilender bilgen bilginur bilgutay bilha bilkay bilkisu biltas
    bimala bina binay binbasar binisik birben birgul birousk birsan birsen bisar bishakha bitul
    bizhan boaz bogatimur bolatito boluwatife boma bonface boniface borahan boratas bortecin
    bosibori boynak bozbag bozerk boztas bramwel bravin brendah bridgit brijesh brinda buget
    buhari bulunc bunmi bunyamun buraid burakhan burc burcuhan bureyre busara busisiwe busra
    busranur buyrukhan cabir caga cagdan caglar caglasin cagveren cakar cakirca calim calti
    calvince camok canal canan canberk candeniz canfeza cangur cannur canseven cansin cantez
    canur capkan caren carolyne carren cavit cavuldur cebesoy cedide celem celestine celikkan
    celikyurek celilay cemalettin cemiyle cenan centrine cerci cercis cetinsu cevale cevheri
    cevikoz cevregul ceyhun cezayir chaaya chaitaly chaitanya chakradev chakradhar chakrika
    chamali chaman chameli champak chanakya chanchal chandani chandran chandresh changaz chaniya
    charan charita charlesh charo charvi chashida chasmum chatresh chatura chau chausiki chavvi
    chawish chebet chege chelangat chepkemoi chepkoech chepkorir cheragh cherotich cheruiyot
    cheusi chidimma chigozie chijioke chinelo chinyere chipukizi chizoba christabel chuki
    chukwudi cidal cihan cihandide cilga cindoruk cinerk cisem civgin cleophas cogay cokan
    colins collince collins colpan consolata copur coskun cosmas cuheyna cuman cuneyit cyrus
    daamin daanish daanyaal daawood dabbah dabir daghfal dagistan dainess daiyaan dakhil daksh
    daksha dakshesh dalaja dalan dalbir dalili dalkilic dalmas damaris dameer damife damini
    damlanur damurah damyanti dancan dancun danis danish danjuma danson darain darika darpan
    darsh dastageer daud daudi davis dawud dayamai dayar dayita dayyaan debora deger degmeer
    deha delil demilade demirbuken demiriz demirok demiryurek deniz denizalp denkel derkay
    deryanur devansh deviner dhriti dhruv dianah dickson diken dilara dilcan dilder dilfeza
    dilhus dilsat dilsitan dincer dinckol dincsu dipta dirican dirlik dismas divan divya
    doganalp dogannur dogansah doguhan dolensoy dolphine dolun doner dorcas dorcus dorine
    dorukhan doyinsola duha duke duma dumisani dumisile dundaralp dung dunia duong durab duracan
    durdali durgadin durmusali durodola durrusehvar dursadiye duruk duruoz duyen duyguhan
    eakumbu ebuakil ebuka ecegul ecemis edaviye eddah edgubay edhitha edinah eesaa eesha efil
    eflatun efser egenur ehan ehsaas eijaz eiravati ejaz ejlaal ekaja ekalinga ekani ekansh
    ekanta ekantika ekapad ekaraj ekavir ekbal ekber ekene ekiya ekmel ekow ekta ekundayo ekundu
    elaf elamiye elgin elhan eliabeth eliakimu elifnur eliud elkana elly elnur elosy elove
    elphas elvan elvis emal emanuel emilly emin emirsan emis emmaculate emmah emmy emran
    emrullah enes enfes enginiz eniola enock ensari enzi ephantus eral erastus eraycan erbay
    erbil ercihan erdemer erdibay erdogan erdursun erem erenalp erensoy ergener erginel ergonul
    ergul ergun erick erincer erkan erkilic erkinel erksoy ermutlu ernestina erogul eroz ersat
    ersec ersel ertan erten ertun ertuncay ervaniye eryildiz esenbay esengun esenturk esfandyar
    eshan eshana esim eskinalp esmanperi esna esref esupofo etizaaz eugine evaline evalyne
    evance evans evcimen evde evelyne everline everlyne evrim evrimer ewatomi eyyup ezekiel
    ezgin ezgutekin fadekemi faderera fadila fadile fahari fahmi fahrullah faisa faizan faize
    falak falan falguni fami fanaka faqid faraj faraja faras farhan farhiya farijika fariq faris
    fatigul fatih fatinur fatmanur fatuma fayize fazli fazul feden fehim fehintola fehmiye
    feisal felista felister felistus fenni ferahdiba ferat feraye feremez ferhan ferihan ferinaz
    fermuta fersan feryas ferzi festus fetullah feyha feyruz feyzin feza fibikemi fidaye fidel
    fidelis fidvi fiifi fikayomi fildan filit firdevis fitan fitnat fiyaz folashade folu frado
    francisca frankline fredrick frida fridah fugen fuzuli gabel gagan galip gambo ganga ganim
    ganiye garima gathoni gaurang gaurangi gaurav gauri gaurika gautam gautami gayathri gazel
    gbadebo gbolahan gbowoade gedion geetika gelengul gencaslan gencay geofrey geray gesare
    gethera getrude ghaalib ghaazi ghaffaar ghafoor ghaith ghalib ghanee ghanem ghannam ghasaan
    ghauth ghawth ghayoor ghazalan ghazanfar ghazanfer ghazawan ghazi ghazzal ghiyaath ghiyath
    ghufran ghulaam ghunayn ghusharib ghusun ghutayf gibson gifty gilman ginyas girik girindra
    girish gitau githinji gitonga gohar gokay gokbudun gokce gokcebalan gokcil goken goknur
    gokperi goksev gokten goli goma goncafer gonen gopal gorgunay gorklu gorsev gozel gozem
    gucal gucluer gucyeter gugu gugulethu gulab gulaga gulay gulbani gulbeyan gulbiye gulce
    gulcegun guldam gulder guldunya gulegen gulel gulenay guler gulev gulfaam gulfam gulfari
    gulfeza gulgen gulguzel gulhisar gulinaz gulkadin gulluhan gulmisal gulnaziye gulozge gulper
    gulsa gulsahin gulsalin gulselin gulseref gulseren gulsevil gulshan gulsiye gulsu gulter
    gulus gulzadiye gulzar gumustekin gunar gunaydin gunbir gunden gunduzalp gunebakan guneet
    guneri guney gungordu gungoren gunkurt gunsel gunsen gunser gunver gurarda gurcuye gurelcem
    gursal gurten guvercin guzey habiba habibe habibu haciali hacile hadija hadithi hadiza
    hadrey hafiza hafsat haiba hakikat halenur halidun halima halisi haliye haluk hami hamis
    hamisi hamiyet hamsini hanbiken hanedan hanim hanja hannabel hansultan harambee harbinaz
    hardik harinakshi harini harita hariz harnail haron harsh harshil harun hasbek hasgul
    hashiki hasret hatem hatima hatin hauwa havali havse hawa hawehindi hayali hayel hayret
    hayrunnisa hazeem hazine hazrat hekima hekime hekmet hellen hema hemal hemang hemangini
    hemani henife hesbon heva heyvetullah hezniye hezron hicsonmez hidaya hidir hifzullah
    hilayda hildah hindal hinet hiral hitesh hoang hodari hosea hoskadem hredhaan hritik huban
    huda hudavent hukumdar humaiya humeyra hunalp hung huong hurdogan hurican hurmet hurside
    huruyet huryasar husmen husnuhal huzaifa huzuri ibaad ibidapo ibraaheem ibraheem icimbike
    idik idika idiris idrees iesa ifechukwu iftikhaar iftikhar ifunanya ihab ihsaan ihsan
    ihtesham ihtiram ihtishaam ihtsham ijaya ijli ikbal ikenna ikeoluwa ikhlaas ikiz iklim
    ikraam ikramah ikrimah ikshita ilalmis ilan ilbek ildem ildes ildiz ilgi ilim ilkbahar ilkim
    ilklima ilmafer ilper ilsu ilteris imany imara imaran imge immaculate imren imrihan inancli
    inaya incifir indali indrajit inioluwa insaf intihap iretioluwa irfan irine irungu irya
    isaack isack isak isaya iscan iseoluwa ishani ishanvi ishita ishola ishwar isikay isiman
    isin islime ismael ismet ismik isra issa issack itanya ituri ivecen ivone iyabode iyadunni
    iyiyurek izaaz izel izgu jaabir jaafar jaan jabbaar jabir jabr jackline jael jafar jaffer
    jagat jagrati jagvi jahangir jahanzeb jahdami jahdari jahi jahiz jahm jairaj jairus jalaal
    jalal jalees jalia jalil jalsa jamaal janaki janani janeth jangwa jankat januja janya japhet
    japheth jaruthip jasiri jasmit jatin javan jebet jecinta jedidah jeet jeevika jelagat jelani
    jemimah jemutai jeniffer jenipher jepchirchir jepchumba jepkemoi jepkoech jepkorir jepkosgei
    jeptoo jerono jerop jerotich jeruto jesca jhalak jina joash johnson johnstone joojo joram
    josephat josiah josphat josphine joyline juma jumaane justiniani justus juwon jyoti kaamil
    kaashif kaazim kabeer kabir kabiru kachela kader kadinana kafeel kahir kaiser kajji kala
    kalbi kaleem kaleema kalgay kalpit kaluwa kamar kamau kamran kamya kanak kandef kanini
    kanpulat kaombwe kapagan karaamat karabas karaca karaer karakucak karam karama karanbay
    karani karanja karatas karcan kardelen karimi kariuki karlukhan kasam kashan kashangaki
    kashif kashish kashvi kasif kaskazi kassim katana kauthar kaver kavurt kavya kawkab kawthar
    kayagun kaygusuz kayit kayrabay kaysan kazi kazim kazime kefser keji kelami kemboi kemuma
    kemunto kenedy keneth kennedy kenter kenyangi kerime kerman kerubo keya keyaan kezban keziah
    khaalid khaan khamani khamisi khanyisile khoa kiaan kiah kiapo kiarie kibafupia kibar kibet
    kibibi kiburi kifaye kijana kijani kikelomo kilicbay kilonzo kimani kimanzi kimathi kimbilio
    kimeu kimutai kimya kinaya kinel kinubi kinuthia kinyanjui kinyua kiojah kioko kipchirchir
    kipchumba kipenzi kipepeo kipkemboi kipkemoi kipkirui kipkoech kipkorir kipkosgei kipkurui
    kiplagat kiplangat kiplimo kipngeno kipngetich kiprono kiprop kiprotich kipruto kipsang
    kiptoo kipyegon kiramettin kirat kirgiz kirui kisima kismet kitan kiume kivilcim kiwara
    kiyasi kizil kiziltunc kocabas kocak kockan koech koker koktas kolawole koldan koncagul
    kondo konguralp konradi kopan koray korede korir korkmazalp korugan kosemen kosgei
    kosisochukwu kosukhan kotuz kovu krish krisha kritika kubran kuchanua kuddusi kujoe kumral
    kuria kursad kurunzi kusiima kutay kutgun kutun kwadwo kwamboka kwamena kweku kweli kwesi
    kyalo laban labeeb labib ladli laeeq lahiah laika lailati laini laiq laith lajita lajlaj
    laksh lakshit lale lameck langalibalele langat laqeet lateef latif laureen lavanya lavender
    lawrencia layth laze ledun leela leena leke lekha lenah lere lerze levis leyli lezize liban
    libni limazah limon linah lindah linet linh lipika livingstone liyaaqat liyaqat lohit loice
    loise londisizwe londiwe loot lopa lorine luay lucky lufen luka lungile luqmaan luqman lutf
    lutfi luyanda lwandile lydiah maahir maajid maalik maanas maanav maawiya maaz maazin mabad
    macharia macide madaha madani madhav madini madiyan madoa madyan magdalene magdaline mahad
    mahali mahaz mahbeer mahboob mahbub mahdee mahdi mahdy maheen maher mahfooz mahfuj mahfuz
    mahigul mahika mahir mahja mahmud mahnaz mahsun mahter maimuna maina maingi maisha majani
    majd majdi majdy majeed makau makeen makena makini makokha makori maksude maksur makunga
    makuu maliza mamun manan manbir mandla mandlakhe mansurali manthan manya margret marini
    marjani maroof maryann maryanne masar maside masika masinde masume matunda maua maurine
    mavuno maxwel maynur mazlum mbithi mboya mbugua mburu mcebisi mecide mecit mefarettin
    mefharet megha meghana mehdiye mehmed mehmetzahir mehrigul mekhala melaha meleknur melihcan
    melikkan melul melvine memili menfeat mengi menguc menisan merba mercyline merdi merim
    mertel merva meryeme merzuk meshack meshur mestur mesude metinkaya metrine meveddet
    mevludiye mevlut meyhanim mezide micah mihin mihrab mihriye milay milcah milka milkah milton
    minenhle minibe miray mirbadin mirriam mishat misra misuli mitali mitchelle mitesh miyesser
    mizhir mkarkara mlungisi mnqobi modupe mofifoluwa mohamedi mohamud mohini mohsim mojisola
    mojisoluwa momanyi monicah monis moraa moradeke morayo moreen morenike morine morolake
    mosinmileoluwa mosunmola motunrayo moureen mourib mourine moyosore mrihani mthokozisi muarra
    mubetcel mucahit mucellib mucevher muchiri muema mueni muferrih mufide mufit mugambi mugber
    mugdha mugendi mugo muhallil muhammet muhazzim muhima muhip muhiye muhyettin muia muiruri
    mujde mukbile mukhwana mukramin mukrume muktedir mulayim mulele muli mulwa mumbi mumo
    mumtaze munene munezzer mungai munif munyao munyoki muratcan muret muriithi murimi murit
    murithi muriuki musa musafet musaffa musau musee musembi musemma musila muslum musure
    musyoka musyoki mutai mutasim muthama muthengi muthoka muthoni muthui mutie mutinda mutiso
    mutisya mutluhan mutua mutuku mutunga muturi muvaffak muvahhide muveddet muzdahir muzekker
    muzhir mwamini mwanajuma mwanamisi mwangangi mwangi mwaniki mwanzia mwasaa mwaura mwende
    mwendwa mwezi mwikali mwiti mzamo naadir naail naajy naasih naasir naathim naazhim nabeeh
    nabeel nabhan nabigh nabih nachiket nades nadhir nadir nadr naeem nafasat nafees nafesa
    nafii nafile nafis nafula nahashon naib naide nail naim najair najam najeeb najuma naki
    nakip naksh nakul nalan naliaka nandini nanjala naom naomy narhanim nashipie nasiba nasiru
    nasra nasuf nathari naveen nayfa nayil nazende nazi nazidil nazimet nazlihan nazlim ndegwa
    nderitu ndirangu nduku ndumiso ndunge ndungu nduta nebih nebiha necdat necilal necmettin
    necva neel neelima nefaret nefiye nehemiah nehip nejdet nekesa nelah nelima nelly neptun
    neriban nerim nesfe nesip neslinur nesrin netra neval nevgin nevise nevsal nevsale newton
    neyran nezengul nezihi nezize ngamia nganga ngari ngeni ngigi ngozi ngugi nhien nhlanhla
    niara nicholus nickson nicodemus nidhi nidra nigesa nigmet nihai nihal nihan niharika nilcan
    nili nilima nimakoah nimrat ninioluwa nirgul nirja nitara nitesh nixon niyazi niyilolawa
    njabulo njagi njenga njeri njeru njiru njogu njoki njoroge njozi njue njuguna nkazimulo
    nkiruka nnamdi nneka nobantu nokulunga nomagugu nomalanga noman nomasonto nomathalente
    nomathemba nomcebo nomthandazo nomusa nomvula nonhlanhla nonjabulo nonso nothando noxolo
    nozibusiso nozizwe nqobizitha ntimi nudret nuhu nula nural nurbanu nurcan nurda nurdeniz
    nuretdin nurey nurgil nurhayet nuriat nurice nuriyet nurkan nurmelek nursan nurseda nurser
    nursim nurtac nuru nurullah nurveren nuyan nwabudike nyaboke nyaga nyakundi nyamai nyambura
    nyanchama nyasi nyawira nyoka nyongesa nyoni nyota nyuki nzioka nzomo obaid obed obianuju
    ochieng odhiambo odika odkanli odongo oduor oeshi oganer ogechi oget ogooluwa ogulbas
    ogurata ogus oguzman ojas ojasvi okanay okbay okello okguclu okkas okoth okseven okturemis
    okturk okumu okyalaz oladare oladimeji olajumoke olakunle olanrewaju olansile olasunmbo olca
    oldag ololade oloo oluchi olufunke olufunmilayo olumorotimi oluoch olus oluwagbemiga
    oluwakemi oluwamumibori oluwamuyiwa oluwasanmi oluwasegun oluwole olwethu omaca omair omaja
    omeir omisha omkaar omobobola omobolanle omodunni omolabake omondi omosalewa omotara omotayo
    omotola omotoun omowumi omran omriye omur omya onat oncel ondieki onel onesmus ongay ongen
    onkar onsal onuker onurcan onursu onveer onyango onyinye opiyo opwonya oranli orcin oreofe
    orfiye orgun orik orinder ortak oruc oryurek osama osha osogo ossama osunleke otay otieno
    ouma oviya ovun owais owethu owino owuor oyenike oyindasola oymak ozakan ozalpsan ozansu
    ozaslan ozay ozbay ozbilek ozbilge ozcam ozdal ozdes ozdil ozdogdu ozel ozerdinc ozertem
    ozger ozgun ozgur ozinal ozioma ozkent ozkutlu ozlem ozlu ozokcu ozpetek ozpinar ozsozlu
    oztek ozturk ozudogru ozyurt pahal paker paksu pallavi pambe panini panya parsa parth parvez
    paskalia pavani paye peace pehlil pekkan pelaji pembesin penina peninah peren perinur peris
    permun pervaiz pesent phanice phelix philemon philis phineas phuc phuong phylis pirahmet
    piran pius popobawa praneel pranit pratyush prisca priscah priscillah prisha pumbaa purcek
    purity pushti qaadir qaasim qabeel qabil qadar qadeer qadi qadim qahtan qaim qais qamar qani
    qanit qareeb qarin qaseem qasid qasif qasim qatadah qawee qays quadir quang qudamah quddoos
    qudoos quinter qurban qusay qushi qutaybah qutb qutub raaghib raagini raahil raakin raamis
    raamiz raashid raatib rabah rabar rabb rabbaanee rabbani rabbiye rabecca rabee rabi rabiah
    rabih rabit rachana racheal rachit rachita radeke radha radhee radhika radi raed raees rael
    rafan rafay rafee rafeek rafeeq rafi rafia rafih raghav ragheb raghib rahab rahat raheel
    rahiye rahma rahmet rajab rajata rajeshri rakide raksha rama ramadan ramadhan ranbir ranveer
    rashidi rasul rayaan rayan rayla razi reagan rebihat recepali refet refik rehaan rehema
    rehime remazan rengul reshoni resulcan reva revza reyansh rezin rezzak ridhi rifkiye risalet
    risasi rishi risper riziki robinson rodah rodgers rogers rohaan rohat rojnu ronith ronke
    ronny rono roseline roselyn roselyne rotich rubani rudra ruhide ruhiu ruhsat ruhugul rukia
    ruknettin rumeysa rungo ruqayya rusen rushil rusul ruwaihim saabir saad saadat saadiq saafir
    saahir saaiq saajid saal saalih saalim saanvi saaqib saariyah sabah sabahat sabari sabbir
    sabeeh sabettin sabih sabihe sabil sabiq sabir saboor sabur saburah sachi saci sadaka sadan
    sadao sadaqat sadat sadeed sadeti sadiki sadiman sadittin sadiye safari safet safii safinaz
    safiri safiya safura sagcan sagit sahat sahdiye sahigul sahil sahinbey sahinder sahir
    sahmettin sahnuray saida saidi saim sair sairah saire sakip saksham salami sali salimet
    salkin salome salomey salurbay samahat samaksh samama samarth samesh samiha sammy samurtay
    samwel samweli sanavber sanaya sancak sancar sandile sani sanli sanur sanya saood sarabi
    sarafina sargin saricabay sarpkin sarthak sarya sathvik satia satrettin saumu saumya sauti
    savak savki savni sayan saydam saygin sayin sayrak sazime sebattin sebigul sebla secgul
    secme seda sedife sefer sefi sefiye segilola seha sehamet sehel sehreban sehza seif sejda
    sekim selaheddin selale selatin selcen selcuk seler selime selmin selvi semat semender
    semine semrin semsettin semsinisa sencar sendogan seniha senkal sennur seracettin serafeddin
    serafina serah serda seref serezli serfinaz serhatmehmet serma serman sernur serol servinaz
    sevcan sevdi sevdinar sevgen sevginur sevican sevim sevindik sevket sevketfeza sevla
    sevsevil seyda seydo seye seyfullah seyhan seyithan seyyide sezal sezen sezginbas shaban
    shadrack shamsuddeen shani shaurya shawana shehu sheilah sheilla sheillah shekoni shem shida
    shivansh shravya sibonelo sibongile sibusisiwe sidar sidki sifa sifuna sihawukele sijuade
    siku sila silan silanur silondile silvester simber similoluwa simion simisola simiyu
    simphiwe simten sinasi siper siphesihle sirap sirivan sirriye sithembiso siti sittik siya
    siyabonga siylihan skolastika sneha sohret sokmen solma somadina somtochukwu sonad songurkan
    sonnur sophy souma sowande soydaner soykan soykut soyler soyselcuk sozer sphiwe stellah
    stephene suat suayp subomi subutiye sucaettin sudi sudiksha suha suhani suheyda sukri sukufe
    suleyla sulhi sultane sumayya sumerya sumeyye sunay sunel suner sungara suphi susam susen
    suvari suzer swala swaleh sylivia taahaa taahir taaj taalib taamir taanish taariq taban
    tabassum tabish taciddin tacnur tade tadeen tafazal tagangul taha tahawwur taheem tahmaseb
    tahmeed tahmid tahoor tahseen taial taimur taisir tajammal tajammul tajudinn takatifu talal
    talayer talha talhah tali talib talibe tamam tamanna tamaydin tambika tamu tanak tanay
    tanbay tandogdu tangul tanhan tanimu tanir tanish tanmayi tanpinar tanses tansev tansig
    tanveer tanvi tanyolac tanyu tarak taranci tarfaan tartis tasar taskan tasvir tatu tawkeel
    tayaydin taygan taylak tayyibe tayyip teber tecimer teddy teerth tejas tekbay tekecan
    tekiner teknaz teksoy telim temidayo temime temirhan temizkal temucin tenvir tercan teresia
    teresiah terlan tevs teybet tezcan tezol thabani thabisa thabisile thabiti thalente
    thandazile thandeka thando thanh thembeka thembekile thembile thembisile thuo thuthukile
    ticen tigin timurtas tinal tirdad tisa tishk titus togan toker toki tokoz toktug tokunbo
    tolonbay tolulope toluwanimi tomori tomurcuk tonguc tonny topuz torel torhan tripti triveni
    triya trung tsuma tuere tufani tugcan tugce tugrulhan tugtas tukelalp tukufu tule tulin
    tulun tumer tumkurt tunahan tuncboga tunckilic tung tunguc turabi turcan turcein turgut
    turkalp turkmen turknur turvi tutkucan tutkun tuyug tuzeer tuzenur tyson ubaadah ubadah
    ubaid ubaidah ubay ubayd ubaydullah ubeydullah ubika ucan ucbeyi ucchal ucgul uche udant
    udarsh udeera udyati ufukay ugan ugur ugurkan ugurtan uhban ujamaa ujunwa ulakbey ulfat
    ulfet ulke ulkudes ulkum uludag ulugbey uluman ulutay umaarah umair umande umang ummahan
    ummahani umman ummet ummuhan umoja umray umusan umutcan unal unek unlen unnati unni unsever
    unubol upadhriti upasna upkaar upma uraltay urfettin urhan urishilla urmi urper urrab
    urvashi urvi usame ushan ushindi usiku ustun utkarsh utkucan uyanser uygun uzbay uzer uzima
    uzsoy vacibe vafir vahar vahittin vaishnavi vala valary vallary vamakshi vansha vanya
    varenya vargin varlik varsha vasana vasatika vasudha vaysal vecide veda vedant vedat vedhika
    vedika veer vefia veis velitdin velma verde verim veronicah vezat vezrife vida vidhi vihaan
    vildane vinaya viraj vitalis vivaan vrinda vrishti vritti vusumuzi vyanjana waahid waail
    waajid waceera wachira wadee wadi wadood wafa wafeeq wafi wafiq wafula wahab wahb wahban
    waheed wahhaab wahhaaj waida wainaina wairimu wakeeta wamalwa wambua wambugu wambui wamwema
    wangari wangila wangui wanja wanjala wanjiku wanjiru wanjohi wanyama wanyonyi warda warhi
    waridi warinder warjas waseme washington watika waweru wazir weddy wekesa weldon wesonga
    widisha willis willy winfred winny wishi wriddhish wridesh wuraola wycliff wycliffe xalak
    xiti xobeen xuan yaaseen yachana yadavi yadid yadigar yafi yafir yaghnam yagin yagizkurt
    yagnesh yahsi yahsikan yahvi yahyaa yakobo yalazabay yalgin yalin yaltirak yaman yamar
    yameen yamin yamini yanki yaqeen yaqoot yaqub yargi yasaar yasan yasar yasattin yaseen
    yasemen yash yashasvi yashawini yashem yashica yashoda yashodhara yashvi yasinta yasir yasti
    yatan yathrib yatin yauvani yavuz yawar yawer yayak yazan yazeed yazganalp yazgul yejide
    yekbun yekda yelesen yeneral yepelek yeraz yergha yertan yesil yesoob yetisal yigit yildir
    yildiz yilma yilmaz yochana yohana yohane yolal yonetmen yoruc yoshita yosma yucel yucelen
    yumun yunis yunt yurdanur yurdaser yureed yurtguven yurtseven yurttas yussuf yutika yuvraj
    zaafir zaahid zaahir zaakir zabir zablon zacharia zackariya zaeem zafeer zafir zafrul zahaar
    zaheer zahfer zahi zahnya zahri zahrun zahur zaib zaid zainabu zaitra zaituni zakaria zakayo
    zakhele zaliha zamir zansi zarar zarna zashil zauqi zaweel zayan zayyan zayyir zebirce
    zehaan zehranur zekayi zelha zemzem zende zennun zenzele zenzile zerafet zerdad zeride
    zevlude zewad zeynelabidin zeyno zibuyile zihni zilfa zilmil zimran zinal zinhle zinnure
    zipporah ziyaettin zohrehan zoral zuba zubeyde zufer zuheyla zuhri zulbiye zulfuye zulgarni
    zumaridi zumre zuwayhir zuwena zwatie
    """
)
