"""Given names from M to Q: a table by scripts/given_names.py."""

from assistant.domain.library.masking_words import words

NAMES_M_Q = words(
    """
maahir maaike maajid maalik maanas maanav maaria maarit maarten maartje maawiya maaz maazin mabad
mabel mabell mabelle mable mabry mac macario macauley macayla mace macee macel macen maceo macey
macharia machell machelle maci macide macie maciej mackayla mackensie mackenzee mackenzi mackenzie
mackenzy mackie mackinley mackinzie macklin macon macs macy macyn mad mada madaha madai madalena
madalene madalin madalina madaline madalyn madalyne madalynn madalynne madani madara maddalena
maddalyn maddelyn maddex maddie maddilyn maddilynn maddisen maddison maddisyn maddix maddux maddyn
maddyson made madelaine madeleine madelene madelief madeliene madelin madeline madelon madelyn
madelyne madelynn madelynne madge madgie madhav madhavi madie madilyn madilynn madina madini
madisen madison madisson madisyn madiyan madlyn madoa madolyn madonna mads madyan madylin madysen
madyson mae maebell maebelle maegan maegen maeghan maelee maelyn maelynn maeson maeve mafalda
magalene magali magaly magda magdalen magdalena magdalene magdaleno magdaline magdalyn magdeline
magen maggi maggie magne magnolia magnus maha mahad mahala mahali mahalia mahayla mahaz mahbeer
mahboob mahbub mahdee mahdi mahdy mahealani maheen maher mahfooz mahfuj mahfuz mahi mahigul mahika
mahir mahja mahki mahlon mahmood mahmoud mahmud mahnaz mahnoor mahogany mahsun mahter mahulena mai
maia maiah maicol maida maighread maija maika maiken maile mailee mailyn maimuna maina maingi maira
maire mairead mairin mairtin maisey maisha maisie maison maisy maisyn maite maiya maizie maizy maj
maja majani majd majdi majdy majeed majella majesty majid majken majorie majvor makaela makai
makaila makailah makaio makala makalah makana makari makau makaya makayla makaylah makaylee makeba
makeda makeen makel makena makenna makennah makensie makenzee makenzi makenzie makenzy makhai makhi
makhia maki makia makiah makini makinley makinzie makiya makiyah makoa makokha makori maks maksim
maksimiljan maksude maksur maksymilian makunga makuu makya makyah makyla makynzie mala malachai
malachi malachy malaika malaina malak malakai malakhi malaki malana malani malanie malarie malasia
malaya malayah malayna malaysia malcolm malcom male malea maleah maleek maleena maleia maleigha
malek malena malene malerie malgorzata mali malia maliah maliek maliha malik malika malikah malikai
maliki malin malina malinda maliq malique malisa malisha malissa maliya maliyah maliza malka malky
mallary mallie mallori mallorie mallory malori malorie malory malou malte malthe malva malvin
malvina malwina malynda mamadou mame mamie mammie mamun man mana manaaki manaia manal manan manar
manav manawa manbir manca manda mandee mandel mandi mandie mandla mandlakhe mandy manford manfred
manha manie manish manisha maniya maniyah manly mannie manny manole manolo manon manpreet mans
manson mansurali mantas mante manthan manu manuel manuela manuelita manuella manus manya maple mara
maraea marah maralee maralyn maram maranda maraya marbella marc marcanthony marcantonio marcee
marcel marcela marcelene marcelina marceline marcelino marcell marcella marcelle marcelline
marcello marcellous marcellus marcelo marcelyn marcene marcey marchell marchelle marchello marcheta
marci marcia marcial marciano marcie marcile marcille marcin marcine marcio marck marco
marcoantonio marcos marcu marcus marcy mardell mardelle mardi mare marea maree mareikura marek
mareks mareli marely marelyn maren marena maresa marese maretta marga margaree margaret margareta
margarete margaretha margarett margaretta margarette margarida margarita margarite margarito
margart margaud margaux marge margeaux margene margeret margert margery marget margherita margie
margit margita margo margorie margot margoth margret margrethe margrett margretta margrette
margrieta marguerita marguerite margueritte marguita margurite margy mari maria mariadejesus
mariaelena mariafernanda mariaguadalupe mariah mariaisabel mariajose marialuisa mariam mariama
marian mariana mariane marianela mariann marianna marianne mariano maribel maribell maribella
maribelle maribeth marica maricarmen marice maricela maricella maricica maricruz marie mariea
mariel mariela marielena mariella marielle mariellen mariely marietta mariette marigold marija
marijan marijana marijane marijn marijo marika mariko marilee marilena marilin marilla marilou
marilu marily marilyn marilynn marilynne marin marina marinda marine marinela marini marinka marino
marinus mario marioara marion maris marisa marisabel marisela marisha mariska marisol marissa marit
marita marite maritsa maritta maritza mariuca marius mariusz marivel mariya mariyah mariza marja
marjaana marjan marjana marjanca marjani marjatta marjean marjeta marjie marjo marjorie marjory
marjukka marjut mark markanthony markas markayla markee markeisha markeith markel markell markese
markesha marketa marketta markia markie markis markisha markita markku marko markos markus marla
marlaina marlan marlana marland marlane marlayna marlea marlee marleen marleigh marlen marlena
marlene marleni marleny marli marlie marlin marlina marlinda marline marlis marlisa marlo marlon
marlow marlowe marly marlyce marlyn marlynn marlys marna marne marni marnie marnita marolyn maroof
maros marquan marquavious marque marquel marquell marquerite marques marquese marquetta marquette
marquice marquis marquise marquisha marquita marquitta marqus marriah marrie marrion marrisa
marrissa marsha marshae marshaun marshawn marshay marshel marshell marshelle marshon mart marta
martavious martavius marte martel martell marten martez martha marthe marti martie martika martim
martin martina martine martino martins martta martti marty martyn martynas marusa marva marvel
marvell marvella marvelle marven marvin marvina marvine marvis marwa marwan mary marya maryah
maryalice maryam maryan maryann maryanna maryanne marybel marybell marybelle marybeth marycatherine
maryclaire marye maryelizabeth maryella maryellen maryetta maryfrances marygrace maryhelen maryjane
maryjean maryjo marykate marykatherine marykay maryland marylee marylin maryln marylou marylouise
marylu marylyn marylynn marymargaret maryn maryrose marysa maryse marysol maryssa marzella masa
masako masao masar masen masiah maside masika masinde mason massiah massiel massimiliano massimo
masume masyn matan matas mataya mate matea mateen matei matej mateja mateo mateus mateusz matevz
matheo matheus mathew mathias mathieu mathijs mathilda mathilde matias matic matie matija matilda
matilde matilyn matiss matiu matjaz mato matous mats matt mattea matteo mattew matthew matthias
matthieu matthijs matti mattia mattias mattie mattison mattox matts matty mattye matunda matus
matyas maua maud maude maudie maudine mauno maura maureen maurene mauri maurice mauricia mauricio
maurilio maurine maurissa maurita maurits mauritz maurizio mauro maury maurycy maven maverick mavis
mavrick mavuno max maxcine maxfield maxie maxim maxime maximilian maximiliano maximillian
maximillion maximino maximo maximos maximus maxine maxon maxson maxton maxwel maxwell maxx may maya
mayah mayar maybell maybelle maycee mayci maycie mayda mayela mayeli mayerly maygan mayla maylee
mayleen maylen maylene maylin mayme maymie maynor maynur mayola mayra mayrin maysa maysen mayson
mayte mayzie maza mazen mazie mazin mazlum mazzy mbithi mboya mbugua mburu mcarthur mcebisi mckayla
mckaylee mckensie mckenzee mckenzi mckenzie mckenzy mckinlee mckinsey mckinzie mckynzie mea meabh
meade meagan meagen meaghan meah mearl mecca mechele mechelle mecide mecit meda medard medeja
medford medha medora meegan meena meera mees mefarettin mefharet meg megan megann megen meggan
meggie megha meghan meghana meghann meghna megumi mehdi mehdiye mehgan mehki mehmed mehmet
mehmetzahir mehrigul mei meibh meighan meika meike meilani meir meira meisha meja meka mekayla
mekenzie mekhala mekhi mel mela melaha melaina melaine melana melanee melaney melani melania
melanie melannie melanny melany melba melbourne melchor melda mele melea meleah melek meleknur
melena melenie meleny melessa melford meliah melichar melida melihcan melikkan melina melinda
melisa melisha melissa melissia melita meliza melker mell mellanie melle mellie mellisa mellissa
melodee melodi melodie melody melodye meloney melonie melony melrose melul melva melven melvia
melvin melvina melvine melvyn melwin melynda melyssa memili memphis mena menachem mendel mendi
mendy menfeat meng mengi menguc menisan mennie menno meosha meranda merari merba mercades merced
mercede mercedes mercedez merci mercy mercyline merdi mereana meredith meredyth merel merete
merethe meri meriah meriam merida merideth meridith merijn merilee merilyn merim merinda merisa
merissa merita merja merl merle merlene merlin merlinda merline merlyn merna merrell merri merrick
merrie merril merrilee merrill merrily merrilyn mert mertel mertie merton merva mervi mervin mervyn
merwin merwyn mery meryeme meryl merzuk mesa mesha meshach meshack meshur messiah mestur mesude
metinkaya metka metod metrine metro metta mette mettie meveddet mevludiye mevlut meya meyhanim
mezide mia miabella miana miangel miasia mica micael micaela micah micahel micaiah micayla miceal
micha michae michael michaela michaelangelo michaelanthony michaele michaelene michaeline michaella
michaelle michaelyn michail michal michala michale michayla micheal micheala michel michela
michelangelo michele michelene micheletto michelina micheline michell michella michelle michelotto
michial michiel michiko michon mick mickael mickayla mickeal mickel mickenzie mickey micki mickie
micky micole midge midori mie miesha mieszko migdalia migel migle mignon miguel miguelangel miha
mihael mihaela mihai mihail mihels mihin mihir mihnea mihrab mihriye miia miika mijo mik mika
mikael mikaela mikaella mikaere mikah mikai mikail mikaila mikal mikala mikalah mikayla mikaylah
mike mikeal mikel mikela mikelis mikell mikelle mikels mikenna mikenzie mikey mikhael mikhail miki
mikia mikiah mikka mikkel mikki mikko miko mikolaj mikulas mikyla mila milada milagro milagros
milah milan milana milani milania milay milburn milca milcah milda mildred mile mileena milena
miliana milica milinda milissa milka milkah milla millard mille miller millicent millie milly milo
milos miloslav miloslava milosz milota milou milton miluse mima mimi mimmi mina minda mindaugas
mindi mindy minenhle minerva minette minh minibe minna minnette minnie minodora minoru minta mio
mioara miquel mira mirabel mirabela mirabella mirabelle miracle miran miranda miray mirbadin mircea
mirco mirdza mireille mirel mirela mirella mireya miri miriah miriam miriama mirian mirja mirjam
mirjami mirjana mirka mirko mirna miro miron mirona miroslav miroslava mirriam mirsad mirta mirte
mirtha mirthe miruna miryam mirza misa misael mischa mischelle misha mishael mishat mishelle mislav
misra missie missouri missy misti mistie misty misuli mitali mitch mitchel mitchell mitchelle
mitesh mitica mitra mitrut mitsuko mitsuo mittie mitzi mitzie mitzy miya miyah miyesser miyoko
mizhir mkarkara mladen mlungisi mnqobi moa moana modena modesta modesto modris modupe moe moesha
mofifoluwa mogens mohamad mohamed mohamedi mohammad mohammed mohamud mohini mohsim moira moise
moises moishe mojca mojisola mojisoluwa mojmir mollee molli mollie molly momanyi mona monae
monalisa monay mone monet monette monica monicah monico monika monique monis monisha monita monna
monnie monserrat monserrath mont monta montae montana montanna montavious monte montel montell
montez monti montie montreal montrel montrell montrez montserrat monty monya monzerrat mora moraa
moradeke morayo mordecai mordechai moreen morelia morena morenike morgan morgana morgann morganne
morgen morghan morgyn moria moriah moric morine moritz morolake morrell morrigan morris morten
mortimer mose moses moshe mosinmileoluwa mossie mostafa mosunmola motunrayo mouhamed moureen mourib
mourine moussa moya moyosore mozell mozella mozelle mrihani mthokozisi muarra mubetcel mucahit
mucellib mucevher muchiri muema mueni muferrih mufide mufit mugambi mugber mugdha mugendi mugo
mugur mugurel muhallil muhamed muhammad muhammed muhammet muhazzim muhima muhip muhiye muhyettin
muia muireann muiruri mujde mukbile mukhwana mukramin mukrume muktedir mulayim mulele muli mulwa
mumbi mumo mumtaze muna munene munezzer mungai munif munir munyao munyoki murad muratcan murel
muret muriel muriithi murilo murimi murit murithi muriuki murl murlene murray murrel murrell
murriel murry musa musafet musaffa musau musee musembi musemma musila muslum mustafa mustapha
musure musyoka musyoki mutai muthama muthengi muthoka muthoni muthui mutie mutinda mutiso mutisya
mutluhan mutua mutuku mutunga muturi muvaffak muvahhide muveddet muzdahir muzekker muzhir mwamini
mwanajuma mwanamisi mwangangi mwangi mwaniki mwanzia mwasaa mwaura mwende mwendwa mwezi mwikali
mwiti mya myah myanna myasia mycah mychael mychal mychelle myeisha myer myesha myeshia myia myiah
myiesha myisha myka mykael mykaela mykah mykal mykala mykayla mykel mykell mykenzie mykia myla
mylah mylan mylee myleigh mylene myles mylie mylinda mylo mynor myra myracle myranda myria myriah
myriam myrka myrl myrle myrna myron myrta myrthe myrtice myrtie myrtis mysti mzamo naadir naail
naajy naaman naasih naasir naathim naazhim nabeeh nabeel nabhan nabigh nabih nabiha nabil nabila
nachiket nachman nacole nada nadav nadean nadeem nadeen nadene nader nades nadezda nadhir nadia
nadim nadin nadine nadir nadira nadirah nadiya nadiyah nadja nadr nadya nadyne nae naeem naeemah
nafasat nafees nafesa nafii nafile nafis naftali nafula naglis nahashon nahiara nahla nahom nahomi
nahomy nahshon nahuel nahum naia naiara naib naida naide naidelyn nail naila nailah nailea naim
naima naimah naimh naina nainoa naiomi nair naisha naiya naja najae najah najair najam najee najeeb
naji najla najma najuma nakai nakayla nakeisha nakesha nakeya naki nakia nakiah nakip nakisha
nakita nakiya nakiyah naksh nakul nakya nala nalah nalan nalani nalia naliaka naliyah nalleli
nallely nam namon nana nance nancee nancey nanci nancie nancy nancye nandi nandini nanette nanie
nanjala nanna nannette nanni nannie naoimh naoise naom naoma naomh naomi naomia naomie naomy
napoleon napoleone naquan nara narcis narcisa narciso narda narhanim nariah narissa nariyah nas
nasario naseem nashawn nashipie nasiba nasim nasir nasiru nasra nasser nassir nastassia nastja
nasuf nasya natacha natale natalee nataleigh nataley natali natalia natalie natalija nataliya
natallie nataly natalya natalyn natan natanael natania nataniel natanya natarsha natasa natascha
natasha natashia natasia natasja natassia natasza natavia nataya nate nath nathali nathalia
nathalie nathaly nathan nathanael nathaneal nathanel nathania nathanial nathaniel nathari nathen
nathon natia natisha natividad natosha natoya naud naudia nautica nava navaeh naveah naveed naveen
navi navid navin navy navya nawal naya nayana naydelin nayeli nayelli nayely nayfa nayibe nayil
nayla nayomi naythan naz nazareth nazario nazende nazi nazimet nazir nazlihan nazlim ndegwa nderitu
ndirangu nduku ndumiso ndunge ndungu nduta nea neal neala neale nealie neasa nebih nebiha necdat
nechama nechifor necia necilal necmettin necole necva ned neda nedas nedda nedra neel neela neelima
neely neema neena nefaret nefertiti nefiye neftali neftaly neha nehemiah nehemias nehip neida
neider neiko neil neila neill neisha neita neja nejc nejdet nekesa nekia neko nel nela nelah nelcy
nelda nele nelia nelida nelima nell nelle nellie nello nelly nelma nels nelson nelsy nelu nelva
nelwyn nely nena nenad neo neola neoma neomi neomia nephi neptun nereida nereyda neri neriah
neriban nerijus nerim neringa nerissa nery nesfe nesip neslinur nesrin nessa nestor neta nete netra
netta nettie neva nevada nevaeh nevaeha neval nevan neve neveah nevenka nevgin neville nevise
nevsal nevsale newell newt newton neyda neymar neyran neysa neza nezengul nezihi nezize ngaire
ngamia nganga ngari ngeni ngigi ngoc ngozi ngugi nhat nhi nhien nhlanhla nia niah nial niall niam
niamh niara niasia nicanor nicco niccole niccolo nichele nichelle nichifor nichol nichola nicholai
nicholas nicholaus nichole nicholes nicholette nicholis nicholle nicholos nicholus nick nickalas
nickey nicki nickie nicklas nicklaus nickolas nickolaus nickole nickson nicky niclas nico nicoara
nicodemus nicodim nicol nicola nicolae nicolai nicolaie nicolaj nicolas nicolasa nicolaus nicole
nicoleta nicoletta nicolette nicolina nicoline nicolle nicollette nicolo nicu niculina niculita
nicusor nicuta nida nidhi nidia nidra niek niel niels nienke niesha nieves nigel nigesa nigmet
nihai nihal nihan niharika niilo niina nija nijah nik nika nikau nikayla nikeya nikhil niki nikia
nikisha nikita nikiya nikki nikkia nikkie nikkita nikko nikkole niklas niklaus niko nikodem nikol
nikola nikolai nikolaj nikolajs nikolaos nikolas nikolaus nikole nikoli nikolina nikora nikos niks
niksa nila nilah nilcan nilda nile niles nili nilima nils nilsa nilson nima nimakoah nimrat nina
ninetta ninette ninfa ninioluwa nino ninthe niomi nira nirgul nirja nirvana nisa nisha nishant
nissa nita nitara nitesh nithya nitin nitya nitza nivea nives nivia nixon niya niyah niyazi
niyilolawa nizhoni njabulo njagi njenga njeri njeru njiru njogu njoki njoroge njozi njue njuguna
nkazimulo nkiruka nnamdi nneka noa noah noam noami nobantu nobuhle noe noel noelani noeleen noelia
noeline noell noella noelle noely noemi noemie noemy nohely nohemi nohora noirin nojus nokulunga
nola nolan noland nolberto noleen nolen nolia nollaig nolyn noma nomagugu nomalanga noman nomar
nomasonto nomathalente nomathemba nomcebo nomthandazo nomusa nomvula nona nonhlanhla noni nonie
nonjabulo nonnie nonso noor noora noortje nora norah norbert norberto norbey noreen norene nori
norica norine norita norma norman normand normunds norval norvel norvell norvin norwood nosson
nothando notnamed noud nour noura nout nova novah novalee novella noxolo nozibusiso nozizwe
nqobizitha ntimi nuala nubia nudret nuha nuhu nula nuno nunzio nur nura nural nurbanu nurcan nurda
nurdeniz nuretdin nurey nurgil nurhayet nuri nuria nuriat nurice nuriyet nurkan nurmelek nursan
nurseda nurser nursim nurtac nuru nurullah nurveren nury nusa nuvia nuyan nwabudike nya nyaboke
nyaga nyah nyakundi nyamai nyambura nyanchama nyasha nyasi nyasia nyawira nycole nydia nyema nyesha
nyia nyisha nyjah nykia nyla nylah nyle nyles nynke nyoka nyomi nyongesa nyoni nyota nyra nyree
nyssa nyuki nzioka nzomo oaklee oakleigh oakley oaklyn oaklynn oana oba obadiah obaid obanijesu
obed obert obianuju obie obinna ocampo ocean oceana oceane ochieng ocie octav octavia octavian
octaviana octaviano octavio octavious octaviu octavius oda odalis odalys odd oddie odean odelia
odeline odell odella oden odessa odessia odessie odetta odette odhiambo odhran odie odika odile
odilia odin odis odongo oduor odus odyssey oeshi ofelia oganer ogden oge ogechi oget ogooluwa
ogulbas ogurata ogus oguzman oisin oiva oivind ojas ojasvi ojvind okanay okbay oke okechukwu okello
okey okguclu okkas okoth oksana okseven okturemis okturk okumu okyalaz ola oladare oladimeji olaf
olajumoke olajuwon olakunle olan olando olanrewaju olansile olasunmbo olav olavi olca oldag olden
oldrich ole olean olen olena olene oleta oletha olevia olfert olga olgerts olgierd olie olimpia
olimpian olimpiu olin olinda oliva olive olivea oliver olivette olivia oliviah olivie olivier
olivija oliviu oliwer oliwier olla olle olli ollie olof ololade oloo olov oluchi olufunke
olufunmilayo olumorotimi oluoch olus oluwafemi oluwagbemiga oluwakemi oluwamumibori oluwamuyiwa
oluwasanmi oluwasegun oluwatobi oluwole olwen olwethu olympia olyvia oma omaca omair omaira omaja
omar omari omarion omayra omeir omer omid omie omisha omkaar omobobola omobolanle omodunni
omolabake omolara omondi omosalewa omotara omotayo omotola omotoun omowumi omran omri omriye omur
omya ona onalee onat oncel ondieki ondrea ondrej oneda oneida oneil oneita onel onesimo onesmus
oneta ongay ongen oni onie onika onita onkar onna onni onnie onsal ontario onuker onurcan onursu
onveer onyango onyinye onyx oona oonagh opal ophelia opie opiyo opwonya ora oral oralee oralia oran
orange orazio orbie orcin orel orelia oren orene oreofe orestas oreste oretha orfhlaith orfiye
orgun ori orian oriana orianna orie orik orin orinder orion oris orjan orla orlagh orlaigh orlaith
orlan orland orlanda orlando orlean orlena orlin orlo orly orma orman ormond orna ornella orni
orpha orren orrie orrin orris orson ortak ortansa oruc orva orval orvel orvil orville orvin orvis
orvokki oryan oryurek osa osama osbaldo oscar osha oshea osie osiel osiris oskar oskari oskars
osman osmar osmo osogo ossama ossi ossian ossie osten osunleke osvald osvaldo osvalds oswald
oswaldo otakar otavio otay otelia otha othel othella othello otho otieno otila otilia otilija otis
oto otoniel ottavio ottie ottilia ottilie ottis otto ottone otylie ouida ouma oumar oumou outi ova
oval ove over overton ovid ovidio ovidiu ovie oviya ovli ovun owais owe owen owethu owino owuor
owyn oxana oyenike oyindasola oymak oystein oyvind ozakan ozalpsan ozana ozansu ozaslan ozay ozbay
ozbilek ozbilge ozcam ozdal ozdes ozdil ozdogdu ozel ozell ozella ozerdinc ozertem ozge ozger ozgun
ozgur ozie oziel ozinal ozioma ozkent ozkutlu ozlem ozlu ozokcu ozpetek ozsozlu oztek ozturk
ozudogru ozyurt ozzie ozzy paavo pablo pacey paden padraic padraig padraigh padraigin paeton paetyn
pahal paige paislee paisleigh paisley paiton paityn paivi paivikki paizlee paizley paker paksu pal
pallavi palle palma palmira paloma pam pamala pambe pamela pamelia pamella pamfil pamila pamla
pamula panagachie panagiota panagiotis panait pandora panfilo pang panini pankrac pansy panya paola
paoletta paolo par paradise paralee paraschiva pari paride paris parisa parke parker parley parnell
parris parsa parth parthenia parvez pascal pascale paschal pascual pasha pasi paskalia pasqual
pasquale pasqualina passion patience patra patrecia patric patrica patrice patricia patricie
patricija patricio patrick patrik patrina patrisha patrizia patrizio patru patryk patsey patsie
patsy patti pattie patty paul paula paulene pauletta paulette pauli paulica pauliina paulina
pauline paulino paulita paulius paulo pauls pauric pavan pavani pavao pavel pavla pavlina pavol paw
pawel paxton paxtyn payal payden paye payge payson payten paytin payton paz peace peaches peadar
peader pearce pearl pearla pearle pearlean pearlene pearley pearlie pearline pearly pearse pebbles
pecola peder pedro peg peggi peggie peggy pehlil peighton pekka pekkan pelaji pelle pellegrino
pembesin penelope penina peninah penn penney penni pennie penny pentti pepijn pepper per percell
percilla percival percy perel peren perfecto peri perinur peris perla perley perlie permelia permun
pernell pernilla pernille pero perrin perry persephone pershing persia persis pertti pervaiz pervis
pesent pessy petar pete peter peteris peterson petr petra petrana petras petre petri petrica
petrina petrisor petronela petros petru petrut petruta petter petteri peyten peyton phaedra phanice
pharaoh phebe phelim phelix phenix pheobe pheonix phil philbert phileine philemon philicia philip
philipp philippa philippe philippine philis phill phillip phillipe phillis philomena philomene
phineas phoebe phoenix phong phuc phuong phylicia phylis phyliss phyllis phylliss pia piaras piedad
pien pier pierangelo pierce piergiorgio piergiuseppe pierina pierluigi piermaria piero pierpaolo
pierre piersanti pierson pieter pietra pietro piia pijus pilar pim pina pinchas pinchus pink pinkey
pinkie pinkney piotr piper pippa pirahmet piran pirjo pirkko pius pixie placido pleas pleasant
plesu pleun pluma pola polina pollie polly pollyanna polo polona polonca pompeo pompilia pompiliu
pomponio pontus pooja popobawa poppy porcha porche porchia porfirio porscha porsche porsha porshia
portia posey poul povilas praise pranav praneel pranit pratik pratyush pravoslav preben precilla
premysl prentice prentis prentiss prescilla prescott preslee presleigh presley preslie pressley
presten prestin preston prestyn pricila pricilla primitivo primo princella princess princeton
prisca priscah priscella priscila priscilla priscillah prisha prisila prisilla priya priyanka
profira prokop providence prudence pryce przemyslaw puccio puck puja puk pumbaa purcek purity
purnell purvis pushti pyper qaadir qaasim qabeel qabil qadar qadeer qadi qadim qahtan qaim qais
qamar qani qanit qareeb qarin qaseem qasid qasif qasim qatadah qawee qay qays qiana quade quadir
quaid quan quanda quanesha quang quanisha quanita quantez quashawn qudamah quddoos qudoos queen
queena queenie quenten quentin quenton quest quetzalli quiana quianna quince quincey quincy quinn
quint quintavious quintella quinten quinter quintez quintin quintina quinton quinty quran qurban
qusay qushi qutaybah qutb qutub
"""
)
