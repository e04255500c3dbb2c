"""Given names from C to E: a table by scripts/given_names.py."""

from assistant.domain.library.masking_words import words

NAMES_C_E = words(
    """
cabir cadance cade caden cadie cadin cady cadyn caeden caedmon cael caelan caelen caeli caelin
caelyn caesar caetana caga cagdan caglar cagveren cahal cahir cai caia caiden caidence caidyn caila
cailee caileigh cailey cailin cailum cailyn cailynn cainan caio caira cairo cait caitlan caitlin
caitlyn caitlynn caitriona caius cajsa cakar cal calan calandra calcedonio calder caldonia cale
caleah caleb calebe calee caleigh calen caley cali calia calie calin calina calissa calista caliyah
calla callan calleigh callen calley calli callie calliope callista callum calob calogero calum
calvert calvin calvince calyn cam camara camari camarion camaron camber cambree cambri cambria
cambrie cambry camden camdon camdyn camela camelia camella camellia cameo cameran cameren camerin
cameron cameryn cami camie camil camila camile camilia camilla camille camillia camillo camillus
camilo camisha camiyah cammi cammie cammy camok campbell campo camren camri camrin camron camry
camryn camrynn camya cana canaan canal canan canberk candace candance candee candela candelaria
candelario candeniz candi candice candida candido candie candis candise candra candy candyce
canfeza cangur canice cannur canseven cansin cantemir cantez canur canyon caoilfhionn caoimhe
caoimhin caolain caolan caomhan capitola capkan capri caprice capucine cara caragh carah caralee
caraline caralyn cardell caren caressa cari caridad carie carin carina carine caris carisa carisma
carissa carita carl carla carle carlean carlee carleen carleigh carlen carlena carlene carles
carletta carlette carli carlie carlijn carlina carline carlis carlisa carlisha carlissa carlita
carlito carlo carlon carlos carlota carlotta carlous carlton carlus carly carlye carlyle carlyn
carlynn carlyon carma carman carmel carmela carmelia carmelina carmelita carmella carmello carmelo
carmen carmenza carmin carmina carmine carminho carmon carmyn carnell carol carola carolann
carolanne carole carolee carolene carolin carolina caroline caroll carolyn carolyne carolynn
carolynne caron carra carren carri carrie carrieann carrington carrisa carrissa carrol carroll
carron carsen carson carsten carston carsyn carter cartier carvel carver carvin cary caryl carylon
caryn carys cas casandra casaundra casen casey cashmere cashton casi casian casiana casie casimer
casimir casimiro cason casondra casper caspian cass cassady cassandra cassandre cassaundra cassey
cassi cassia cassidee cassidi cassidy cassie cassius cassondra cassy castiel cataleya catalin
catalina catarina catarino cate catelyn catelynn caterina cathal catharina catharine catherin
catherina catherine catheriona cathern catheryn cathey cathi cathie cathleen cathlene cathrina
cathrine cathriona cathryn cathryne cathy catie catina catinca catlin catlyn cato catrice catrin
catrina catrine catrinel catriona cattleya caua caue cavin cavit cavuldur cayce cayden caydence
caydon cayetano cayla cayleb caylee cayleigh caylen cayley caylie caylin cayman caysen cayson
cazimir ceaira ceanna ceara ceasar ceaser cebesoy cecelia cecil cecila cecile cecilia cecilie
cecilija cecilio cecille cecily cedar cedide cedric cedrick cedrin ceil ceirra celem celena celene
celest celesta celeste celestia celestial celestina celestine celestino celia celikkan celikyurek
celilay celina celinda celine celso cemalettin cemiyle cenan centrine ceola cephas cephus cera
cerasela cerci cercis cerena cerenity cerina cerise cesar cesare cesario cesia cesilia cetinsu
cevale cevheri cevikoz cevregul ceyhun ceylin cezar cezara cezary cezayir chaaya chace chad chadd
chadrick chaim chaise chaitaly chaitanya chaka chakradev chakradhar chakrika chalmer chalmers
chamali chaman chameli champ champagne champak chana chanakya chancellor chancelor chancey chanchal
chancy chanda chandani chandler chandra chandran chandresh chanel chanell chanelle changaz chani
chanice chanie chaniya chanler channa channie channing channon chanse chanta chantae chantal
chantay chante chantel chantell chantelle chantz chany chaquita chara charan chardae charde
chardonnay chari charice charis charise charisma charissa charisse charita charity charla charlcie
charle charlean charlee charleen charleigh charlena charlene charles charlesetta charlesh
charleston charlet charletta charlette charley charli charlie charline charlisa charlise charlize
charlott charlotta charlotte charls charlsie charly charlyn charlyne charlynn charmain charmaine
charmane charmayne charmin charna charnell charo charolette charon charvi charyl chas chase chasen
chashida chasidy chasity chasmum chason chassidy chassity chastidy chastin chastity chaston
chatresh chatura chau chauncey chauncy chaundra chausiki chava chavis chavon chavonne chavvi
chawish chaya chayanne chayce chayla chayse chayton chaz chazz che chebet chee chege chelangat
chelby chelcie chelsa chelse chelsea chelsee chelsey chelsi chelsie chelsy chenelle cheng chenoa
chepkemoi chepkoech chepkorir cher cheragh chere cheree cherelle cherese cheri cherice cherie
cherilyn cherise cherish cherisse cherita cherith cherly cherlyn cherokee cheron cherotich
cherrelle cherri cherrie cherrish cherryl cheruiyot chery cheryl cherylann cheryle cheryll cheskel
chesley chesney chessie cheston chet cheusi chevelle chevon chevonne chevy cheyann cheyanna
cheyanne cheyene cheyenna cheyenne cheyne chi chiamaka chiara chibuzo chico chidera chidimma
chigozie chijioke chimere china chinedu chinelo chinyere chioma chip chipukizi chiquita chirag
chirstopher chisom chistopher chiyoko chizoba chloe chloee chloey chloie chole chong chris
chrishawn chrislyn chrisopher chriss chrissa chrissie chrissy christ christa christabel christain
christal christan christapher christeen christel christella christelle christen christena christene
christer christi christia christiaan christian christiana christiane christianna christianne
christiano christie christien christin christina christine christinia christion christipher
christle christo christobal christofer christoffer christoher christon christop christoper
christoph christophe christopher christophor christos christpher christy christyn chrysta chrystal
chrystian chrystina chuck chuckie chucky chuki chukwudi chukwuemeka chyann chyanne chyenne chyna
chynna cian ciana cianan ciani cianna ciara ciaran ciarra ciarrai cicely cicero cicily cidney
cieara cielo cienna ciera cierra cihan cihandide ciji cilga cillian cincere cinda cindee cinderella
cindi cindie cindoruk cindra cindy cinerk cinnamon cinthia cinthya cintia ciprian cipriana cipriano
cira ciril cirillo cirilo cirkeline ciro cisco cisem citlali citlalli citlally citlaly claes
claiborne clair claira claire clara clarabelle clarance clare clarence clarene claretha claretta
claribel clarice clarie clarinda clarine claris clarisa clarise clarissa clarisse clarita clark
clarnce clas classie claud claude claudell claudene claudette claudia claudie claudina claudine
claudio claudiu claudius claus clavs clayborn clayton clea clearance clearence cleatus cleda clelia
clell clella clem clemence clemencia clemens clement clemente clementina clementine clemmie clemon
clenton cleo cleola cleon cleona cleone cleopatra cleophas cleophus cleora cleotha cleta cletis
cletus cleva cleve cleveland cleven clide clifford cliffton clifton climmie clint clinton clio
cliodhna cliona clive clodagh cloe cloey cloie clois clora clorinda clotilde clover clovis cloyce
cloyd clyda clyde clydia clydie cobe cobey cobi cobie coby coco coda codey codi codie codin codrin
codrina codrut codruta cody cogay cohen cokan colbert colbey colbi colbie colby colden cole coleen
coleman colen colene coleson coleton coletta colette coley colie colin colins colleen collene
collette collie collin collince collins collis collyn colm colman colpan colson colston colt coltan
colten colter coltin colton coltyn coluccio colum columba columbia columbus colvin colyn comfort
conal conall conan conard concepcion concepta conception concetta concha conchetta conchita conchur
conleth conn connar connell conner conni connie connor conny conor conrad conrado consolata
constanca constance constanta constantin constantina constantine constantino constantinos constanza
constanze consuela consuella consuelo contessa cooper copur cora coraima coralee coralia coralie
coraline coralyn corban corben corbin corby corbyn cord corda cordae cordale cordarius corde
cordelia cordell cordero cordia cordie corean coree coreen corena corene coretha coretta corey cori
corie corin corina corine corinn corinna corinne corinthia corinthian coriolano corissa corky
corlis corliss cormac cormack cornel cornelia cornelio cornelious cornelis corneliu cornelius
cornell corona corrado correy corri corrie corrin corrina corrine corrinne corryn cort cortland
cortnee cortney cortni cortnie corvin corwin cory coryn corynn cosette cosimo coskun cosmas cosme
cosmin cosmina cosmo costache costantino costanzo costel costin coty coulter courteney courtland
courtlyn courtnee courtney courtni courtnie courtny coy cozetta cozette craig crayton cree
creighton crenguta creola cresencio creston crew cricket crimson crin crina cris criselda crispin
criss crissy crist crista cristal cristea cristel cristela cristen cristhian cristi cristian
cristiana cristiano cristie cristin cristina cristine cristo cristobal cristofer cristofor
cristopher cristy croix cru crue cruz crysta crystal crystalyn crystel crystina crystle ctibor
ctirad cuauhtemoc cuba cuheyna cuman cuneyit cuong curlie curt curtis curtiss cutler cutter cuyler
cvetka cvetko cyan cybil cyd cydnee cydney cydni cylas cyle cyler cylus cynda cyndee cyndi cyndie
cyndy cynthia cypress cyprian cyra cyrena cyril cyrilla cyrstal cyrus daamin daan daanish daanyaal
daawood dabbah dabir dabney dace dacey dacia dacian daciana dacoda dacota dade dadrian daegan daeja
daelyn daelynn daena daequan daesha daeshawn daevon dafina dafne dag dagan daghfal dagistan dagmar
dagmara dagny dagoberto dahiana dahlia dai daiana daiga daija daijah daijon dail dailyn daimon dain
daina daine dainess dainis dainius daiquan daira daire dairine dairo daisey daisha daishawn daisie
daisy daivd daivon daiyaan daizy daja dajah dajanae dajon dajour dajuan dakarai dakari dakhil
dakoda dakota dakotah daksh daksha dakshesh dal dalaja dalan dalana dalaney dalary dalbir dale
dalen dalena dalene daley daleyza dalia daliah dalibor dalila dalilah dalili daliyah dallan dallas
dallen dallie dallin dallis dallon dalmas dalon dalton dalvin dalyn daman damani damar damara
damarco damarcus damari damario damarion damaris damarius damarys dameer damein dameion damen
dameon damia damian damiana damiano damien damife damijan damin damini damion damir damita damiya
damiyah damjan damjana damlanur damon damond damone damoni damontae damonte damurah damya damyanti
dan dana danae danah danasia danay danaya dancan dancun dandra dandre dandrea danee daneen daneil
daneisha danell danella danelle danesha danessa danetta danette dangelo dani dania danial danica
danice danie daniel daniela daniele danielius daniell daniella danielle daniels danijel danijela
danika danille danilo danique danise danish danisha danita danitza daniya daniyah daniyal danjuma
dann danna dannah danne dannette danney danni dannie danniel dannielle dannika dannon danny danson
dantae dante danthony danton dantrell danuse dany danya danyal danyale danyel danyell danyelle
danzel daphene daphine daphna daphne daphney daphnie daquan dara daragh darah darain daran darbi
darby darcee darcel darcell darcey darci darcia darcie darcy darek darel darell daren darey dari
daria darian dariana darianna daric darice darick dariel dariela darielle darien darija darik
darika darilyn darin darina darinka dario darion darious daris darius dariusz darja darko darl
darla darlean darleen darlena darlene darlin darline darling darlyn darlyne darlynn darnel darnell
darnella darnelle darnesha darnisha darold daron darpan darra darragh darrah darran darrel darrell
darren darrian darrick darriel darrien darrin darrion darris darrius darrol darron darrow darry
darryl darryle darryll darryn darsh darshan darta dartagnan darvin darwin darwyn dary darya daryan
daryl daryle daryll daryn dasa dasan dasani dasean dasha dashaun dashawn dashia dashiell dashon
dasia dason dastageer dathan daud daudi daulton daun daunte dava davante davaughn dave daveion
daven daveon davetta davette davi davia davian daviana davianna david davida davide davie davien
davin davina davion davis davita davnet davon davone davonna davonne davonta davontae davontay
davonte davor davorin davyn dawan dawana dawayne dawid dawn dawna dawne dawnelle dawnette dawnmarie
dawon dawsyn dawud dax daxon daxton daya dayamai dayami dayan dayana dayanara dayani dayanna dayar
dayita dayja dayla daylan dayle daylen daylene daylin daylon daymian daymon daymond dayna dayne
dayon dayonna dayquan dayra dayron daysha dayshawn daysi daysia dayson dayton daytona dayvion
dayvon dayyaan dea deadra deagan deaglan deaira dean deana deandra deandre deandrea deandria deane
deangela deangelo deanie deann deanna deanne deante deanthony dearbhail dearbhaile dearbhla dearl
deasia deatra deatrice deaundre deaven deavion debbi debbie debborah debbra debby debera debi
debora deborah deborha deborrah debra debrah debroah decarlo decarlos decebal declan dede dedra
dedric dedrick deeann deeanna deedee deedra deen deena deepa deepak deetta deette deforest deger
degmeer deha deiby deicy deidra deidre deion deirbhile deirdra deirdre deisi deisy deitra deividas
deja dejah dejan dejanae dejon dejuan deklan deklyn dekota del delaina delaine delainey delana
delane delani delanie delano delante delany delayna delayne delbert delcie delena delene delfina
delfino delford delia deliah delicia delight delil delila delilah delina delinda delisa delisha
dellar dellie delma delmar delmas delmer delmont delmus delmy delois deloise delon delonte delora
deloras delores delories deloris delorise delorse delos delpha delphia delphina delphine delroy
delsie delton delvin delvon delwin delwyn delylah delynn dema demani demar demarco demarcus demari
demario demarion demaris demarius demarko demarkus demeter demetra demetre demetri demetria
demetric demetrice demetrick demetrio demetrios demetrious demetris demetrius demetruis demetrus
demi demia demian demilade demir demirbuken demiriz demirok demiryurek demitra demitri demitria
demitrius demon demond demont demonta demontae demonte demontre demya dena denae denali denard
denasia denay dene denee deneen denelle denese denesha denette deni denia denice deniece denielle
denika denilson denim denine denis denisa denise denisha denisse denita deniz denizalp denkel denna
dennie dennis dennise dennison dennys deno denton denver denys denyse denzel denzell denzil deon
deona deondra deondre deonna deonta deontae deontay deonte deontre dequan derald dereck derek
derell dereon derian deric derica derick derik derin derion derius derk derkay derly dermot dermott
deron derreck derrek derrel derrell derrian derric derrica derrick derricka derrik derrill derrin
derrion derrius derron derry derryl derval dervilla dervla derwin derwood deryanur deryck deryk
deryl desarae desaray desaree desean deserae deseray deseree deserie desha deshaun deshawn deshawna
deshon deshun desi desiderio desirae desiray desirea desiree desmon desmond despina dessa dessie
destanee destani destanie destany desteny destin destine destinee destiney destini destinie destiny
destry destynee destyni detra detrick dev deva devan devansh devante devany devaughn deven deveon
devere devika devin devina deviner devion devlyn devon devona devone devonna devonne devonta
devontae devontay devonte devora devorah devra devron devyn devynn dewain dewaine dewan dewana
dewanda dewane dewanna deward dewayne dewey dewi dewight dewitt dex dexter deyanira deyon deysi
dezarae dezaray dezider dezirae dezire deziree dezmon dezmond dharma dhriti dhruv diallo diamante
diamantina diamon diamond diamonique dian diana dianah diandra diandre diane diangelo diania diann
dianna dianne diante diantha diara diarmaid diarmuid dicie dick dickson dicky dida didier didina
diedra diedre diego diem dierdre diesel dieter dietra dietrich dijon diken dilan dilara dilcan
dilder dilfeza dilhus dillan dillard dillen dillian dillie dillin dillion dillon dillyn dilsat
dilsitan dimas dimitra dimitri dimitrina dimitrios dimitrius dimple dina dinah dincer dinckol
dincsu dinis dino dinora dinorah dinu diogo dion diona diondra diondre dione dionicio dionigi
dionisio dionna dionne diontae dionte dionyz dior dipta dirican dirk dirlik disha dismas dita ditte
diva divan divina divinity divya dixie diya djuan djuana dmarcus dmarion dmitri dobromila dobroslav
dobroslava dochia docia dock dodge dodie doganalp dogannur dogansah doguhan doina dola dolensoy
dollie dolly dolores doloris dolph dolphine dolphus dolun dom domagoj domanic domanick domanique
domantas domas domen domenic domenica domenick domenico domenique domhnall dominga domingo dominic
dominica dominick dominik dominika dominique dominque dominyka dominykas domnica domonic domonick
domonique don dona donaciano donagh donal donald donalda donata donatas donatella donatello donato
donavan donaven donavin donavon donavyn dondi dondra dondre donel donelda donell donella donelle
doner donesha donetta donette doni donia donica donice donie donielle donis donisha donita donivan
donley donn donna donnacha donnalee donnamarie donncha donnel donnelle donnetta donnette donnie
donnis donnita donnovan donny donold donough donovan donovin donovon donta dontae dontavious
dontavius dontay donte dontez dontrell donya donyae donyell donzell dora doralee dorathea dorathy
dorcas dorcus doreatha doree doreen dorel dorena dorene doretha dorethea doretta dori doria dorian
doriana dorice dorie dorien dorin dorina dorinda dorine dorinel dorion doris dorita dorla dorlene
dorli dorma dorman doron dorota doroteja doroteo dorotha dorothe dorothea dorothee dorothey
dorothie dorothy dorrie dorris dorsie dorte dortha dorthe dorthea dorthey dorthy doru dorukhan dory
doshia doshie dossie dottie dotty doug douglas douglass dov dove dovid dovie dovile dovydas dow doy
doyal doyce doyinsola doyne draco draga dragan dragica drago dragos dragutin drahomir drahomira
drahoslav drahoslava draven draya drayden drazen dre drea dreama drema drena drenda dresden
dreshawn drevon drew drexel dru drucilla drue drusilla dshawn duaine duan duana duane duard duarte
duban ducu duha duje dujuan duke dulce dulcemaria dulcie duma dumisani dumisile dumitra dumitrana
dumitru duncan dundaralp dung dunia duong dupree durab duracan durand durante durdali durdica
durell durgadin durmusali duro durodola duron durrell durrusehvar dursadiye duruk duruoz durward
durwin durwood dusan dusanka dustan dusten dusti dustie dustin duston dusty dustyn dutch duuk duval
duvan duwayne duy duyen duyguhan dwain dwaine dwan dwana dwayne dwight dwyane dyamond dyan dyana
dyani dyann dyanna dyanne dylan dyland dylann dylano dylen dylin dyllan dyllon dylon dymond dymphna
dympna dynasty dyron dyson dzidra dzintars dzintra eadaoin eakumbu eamon eamonn ean eanna earl
earla earlean earleen earlene earley earlie earline earma earnest earnestine earnie eartha earvin
eason easton eastyn eathan eathel eather eavan eba ebba ebbe ebbie eben ebenezer eber ebone ebonee
eboney eboni ebonie ebony ebuakil ebuka ecaterina ecegul ecemis ecrin ector eda edan edaviye edd
edda eddah eddie eddy edel edelmira eden eder edgar edgaras edgard edgardo edgars edgubay edhitha
edie edier edilberto edilma edilson edin edinah edinson edison edisson edit edita edite edith edmon
edmond edmonia edmund edmundo edmunds edna edoardo edouard edra edric edrick edrie edris edsel
edson eduar eduard eduarda eduardo eduards edvard edvardas edvin edvinas edvins edwar edward
edwardo edwin edwina edwyn edy edyn edyth edythe eelis eemeli eemil eerik eero eesaa eesha eetu
eeva efe effie efil eflatun efraim efrain efrem efren efser eftimia eftimie egbert egenur egidijus
egil egils egle egon egypt ehan ehren ehsaas ehsan eian eider eidvile eija eijaz eila eileen
eileene eilene eilis eilish eimantas eimear eimer eimhear einar einari einer eino eira eiravati
eirik eisley eitan eithan eithne eivind eivor eiza ejaz ejlaal ekaja ekalinga ekani ekansh ekanta
ekantika ekapad ekaraj ekaterina ekavir ekbal ekber ekene ekiya ekmel ekow ekta ekundayo ekundu ela
eladio elaf elaina elaine elam elamiye elan elana elane elani elanor elayna elayne elba elbert
elberta elbridge elcy elda elden elder eldin eldon eldora eldred eldridge eleana eleanor eleanora
eleanore elease eleazar elecia electa electra elektra elena elene eleni elenor elenora elenore
eleonor eleonora eleonore elese elesha eleuterio elex elexa elexia elexis elexus elfreda elfrieda
elgie elgin elhan eli elia eliabeth eliah eliakimu eliam elian eliana eliane elianna elias eliazar
elicia elida elidia elie eliecer eliel eliezer elif elifnur eligah elige eligh eligio elihu eliisa
elija elijah elijha elijiah elijio elimelech elin elina eline elinor elinore elio eliora eliot
eliott elis elisa elisabet elisabeta elisabeth elisaveta elise eliseo elisha elisheva elishia
elisia eliska elissa elita eliud eliya eliyah eliyahu eliza elizabet elizabeta elizabete elizabeth
elizah elizbeth elize elizebeth elka elkana elke elkin ella elladio ellah ellamae ellar elle ellee
ellen ellena ellene ellenor ellery elli ellia elliana ellianna ellie elliette ellin ellington
ellinor elliot elliott elliotte ellis ellisa ellise ellora ellouise ellsworth ellwood elly ellyana
ellyn ellyse elma elmars elmer elmeri elmina elmira elmo elmon elmore elmyra elna elnor elnora
elnur eloa eloah elodia elodie elof elois eloisa eloise elon elona elonda elora elosy elouise elove
eloy elphas elpidio elroy elsa elsbeth else elsebeth elsie elson elspeth elston elsworth elsy elta
elton elva elvan elver elvera elvia elvie elvin elvina elvira elvis elvy elwanda elwin elwyn elyana
elyanna elyas elyce elyjah elysa elyse elysha elysia elyssa elysse elyza elza elzbieta elzie elzora
ema emaan emad emal emalee emaleigh emalie emaline emalyn emalynn eman emani emanoil emanual
emanuel emanuela emanuella emanuelly emanuil emari emarie ember emberlee emberly emberlyn emberlynn
embry emeka emelda emeli emelia emelie emelin emelina emeline emely emelyn emer emerald emeri
emerie emersen emerson emersyn emery emi emiko emil emilce emile emilee emileigh emiley emili
emilia emilian emiliana emiliano emilie emilija emilio emilis emilly emils emilse emily emilyann
emilyn emin emina emir emiro emirsan emis emitt emma emmaculate emmagrace emmah emmajean emmalee
emmaleigh emmalie emmalin emmaline emmaly emmalyn emmalynn emmanuel emmanuela emmanuella emmanuelle
emmarie emmarose emme emmeline emmer emmerson emmersyn emmery emmet emmett emmette emmi emmie
emmily emmit emmitt emmy emmylou emogene emon emoni emonie emori emorie emory empress emran emre
emree emrie emrullah emry emy emylee ena enar encarnacion enda endia enedelia enedina eneida enes
enfes enginiz engla enid eniola enis enith eniyah enjoli enmanuel enna ennio enoc enoch enock enola
enos enrico enrigue enrika enrique enriqueta enrrique ensari ensio ensley enya enzi enzio enzo
eoghan eoin eola eowyn ephantus ephraim ephriam epifanio epiphany equilla eral eraldo eran erasmo
erastus eraycan erbay erbil ercihan erdemer erdibay erdogan erdursun erek erem eremia eren erenalp
erendira erensoy ergener erginel ergonul ergul ergun eri eriana erianna eriberto eric erica ericca
erich erick ericka ericson erie eriel erik erika erikas erikka eriks erin erina erincer erinn erion
eriq eris erkan erkinel erkki erksoy erla erland erle erlene erlinda erline erling erma ermal erman
ermanis ermanno ermelinda ermenegildo ermes ermine erminia ermutlu erna ernest ernestas ernestina
ernestine ernesto ernests ernie ernst erogul eron eroz errick errin errol erroll erron ersat ersec
ersel erskine ertan erten ertun ertuncay erva ervaniye ervin erving erwin eryk eryka erykah eryn
erynn esa esabella esai esau esben esdras esenbay esengun esenturk esequiel esfandyar esgar esha
eshaan eshal eshan eshana esi esila esim eskil eskinalp esko esma esmanperi esmarelda esme esmee
esmeralda esmerelda esna esneider esparta espartaco espen esperanza esref essa essi essie esta
esteban estee estefana estefani estefania estefanie estefany estel estela estell estella estelle
estephanie estephany ester estera esteri estevan esteven esther estil estill estiven estle eston
estrella estrellita esupofo eta etela eternity etha ethan ethaniel ethel etheleen ethelene ethelyn
ethen ether ethlyn ethna ethne ethyl ethyn etienne etizaaz etna etta ettie ettore euan eudora euel
euell eufemia eufrosina eugen eugena eugene eugenia eugenie eugenio eugine eula eulah eulalia
eulalie eulalio eulas eulene eulis eulogio euna eunan eunice eunika eunique euphemia eura eureka
eusebia eusebio eusebiu eustatiu eva evah evald evaldas evalds evalee evalena evalina evaline
evalyn evalyne evalynn evamarie evan evana evance evander evangelia evangelina evangeline
evangelista evangelos evanghelina evann evanna evans evany evaristo evcimen evde eve evelena
evelene evelia evelien eveliina evelin evelina eveline evelio evelyn evelyne evelynn evelynne ever
everardo everest everet everett everette everlean everlee everleigh everlena everley everline
everly everlyn everlyne evert evertt evette evey evi evia evie evija evin evita evlyn evolet evon
evonne evony evrim evrimer evy evyn ewa ewald ewan ewatomi ewelina ewell exavier exie eyad eyan
eyvonne eyyup ezekial ezekiel ezell ezequiel ezgin ezgutekin ezio ezra ezrah ezri
"""
)
