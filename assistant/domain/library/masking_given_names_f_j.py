"""Given names from F to J: a table by scripts/given_names.py."""

from assistant.domain.library.masking_words import words

NAMES_F_J = words(
    """
faas faber fabia fabian fabiana fabien fabienne fabio fabiola fabricio fabrizia fabrizio facundo
fadekemi faderera fadi fadile fae fahad fahari faheem fahmi fahrullah faiga faigy fainche fairy
faisa faisal faith faithe faiza faizan faize falak falan falguni falicia falisha fallyn falon falyn
falynn fami fanaka fanchon fancy fannie fanny fanta fantasia faqid fara farah faraj faraja faras
faraz fareed fares farhan farhiya farid farida farijika fariq faris faron farrah farrel farris
farron fate fatema fatigul fatih fatima fatimah fatinur fatma fatmanur fatou fatoumata fatuma
faustas faustina faustino fausto favian favio faviola fawn fay faye fayetta fayette fayize fayrene
fayth faythe fazli fazul feargal fearghal feather fedde fedele feden federica federico federigo
fedor fehim fehintola fehmiye feisal felecia felica felice felicia feliciana feliciano felicita
felicitas felicity feliks feline felipa felipe felisa felisha felista felister felistus felita
felix feliz felton fem female femke fenix fenna fenne fenni ferahdiba ferat feraye ferd ferdinand
ferdinando feremez fergal fergus ferhan ferihan ferinaz ferman fermin fermuta fernand fernanda
fernande fernando ferne ferney ferol fersan feryas ferzi festus fetullah feyha feyruz feyzin feza
fiachra fiamma fibikemi fidaye fidel fidelia fidelis fidelma fidencio fidvi fien fiene fiifi
fikayomi fildan filemon filiberto filip filipa filipe filippa filippo filit filofteia filomena
finbar finbarr finian finis finlee finleigh finn finnian finnigan finnley finola fintan fiodor
fiona fionan fionna fionntan fionnuala fionnula fiorella fiorenzo fiorino firdevis fitan fitnat
fiyaz flannan flavia flavio flaviu fleeta flemming fleta fletcher fleur flo floare floarea flonnie
floor floortje flor flora florance florea florence florencia florencio florene florenta florentin
florentina florentine florentino floretta floria florian floriana florica florice florida florie
florin florina florinda florine floris florrie flossie floy floyce floyd floye flynn folashade
folke folu fonda fontella fortino fortunata fortunato forum frado fraidy fran franc francena
francene frances francesca francesco franchesca francheska franci francia francie francies francina
francine francis francisc francisca francisco francisek franciska franciszek franck franco francois
francoise francy franjo frank franki frankie franklin frankline franklyn franky frans fransico
fransisco frantisek frantiska frantz franz franziska fraser frazer fred freda fredda freddie
freddrick freddy frede frederic frederica frederich frederick fredericka frederico frederik
frederika frederikke frederique fredi fredia fredie fredo fredric fredrica fredrick fredricka
fredrik fredrika fredy freeda freida freja freya freyja fricis frida fridah fridolin fridrich
frieda friedrich fritz frode froilan frona fronia fronie froylan frusina fryderyk fugen fulton
fulvio fuma fumiko furman fuzuli fynn gabby gabe gabel gaberiel gabi gabino gable gabrial gabriel
gabriela gabriele gabrielius gabriell gabriella gabrielle gabrielly gabryel gabryella gabryelle
gaby gadiel gae gael gaetana gaetano gagan gage gaia gaida gaige gail gaila gaile gaither gaja gal
gala galasso galen galilea galip gallego gamaliel gambo ganga ganim ganiye gardenia garech garen
garet gareth garett garey garfield gari garima garin garnell garnet garnett garnetta garnette
garold garon garren garret garreth garrett garrick garron garry garth garvan gary gaspar gaspare
gasper gaston gastone gatha gathoni gatis gatlin gaurang gaurangi gaurav gauri gaurika gautam
gautami gavan gaven gavin gavino gavriel gavyn gayathri gaye gayl gayla gaylan gayland gayle
gayleen gaylen gaylene gaylon gaylord gaynell gaynelle gazel gbadebo gbolahan gbowoade gean geanina
geanna gearld gearldine gearoid gederts gediminas gedion geena geetika gehrig geir gejza gelengul
gelsomina gelu gema gemini gemma gena genaro genavieve gencaslan gencay gene genea genell genelle
genene genesis genessis genetta genette geneva genevia genevie genevieve genevive genia genice
genie genieve genine genise genisis genna gennaro gennesis gennie gennifer genny geno genora
genovefa genoveva gentiana geoff geoffery geoffrey geoffry geofrey geordan georg georgann georganna
georganne george georgeann georgeanna georgeanne georgel georgena georgene georges georgeta
georgetta georgette georgia georgian georgiana georgiann georgianna georgianne georgie georgina
georgine georgio georgios geovani geovanna geovanni geovanny geovany gerad gerald geraldean
geraldene geraldine geraldo geraline geralyn gerard gerardine gerardo geray gerd gerda geremy
gerhard gerhardt geri gerianne gerilyn germain germaine german germana geroge gerold gerome
geronimo gerrard gerren gerri gerrick gerrie gerrit gerrod gerry gershon gerson gert gertha gertie
gertrud gertruda gertrude gery gesare geta gethera getrude ghaalib ghaazi ghaffaar ghafoor ghaith
ghalib ghanee ghanem ghannam ghasaan ghauth ghawth ghayoor ghazalan ghazanfar ghazanfer ghazawan
ghazi ghazzal ghenadie gheorghe gheorghita gherghina ghita ghiyaath ghiyath ghufran ghulaam ghulam
ghunayn ghusharib ghusun ghutayf gia giacinto giacobbe giacomo giada giampaolo giampiero gian giana
giancarlo giancarlos gianella gianfrancesco gianfranco gianina gianluca gianluigi gianmarco gianna
gianni gianpaolo gianpietro giavanna giavonna gibran gibson gica gicu gideon gidget giedre giedrius
giel gifford gifty gigi gijs gil gila gilbert gilberta gilberto gilda gildardo giles gilford
gillermo gilles gillian gillie gillis gilma gilman gilmer gina ginamarie ginette ginger gini ginna
ginnie ginny gino gintare ginyas gioacchino gioachino gioele gioffre gioia gionata gionna gionni
giorgia giorgian giorgiana giorgio giosue giovana giovani giovanna giovanni giovannie giovanny
giovany giovonni girard girik girindra girish girolamo girtha girts gisel gisela gisele gisell
gisella giselle gissel gissele gissell gisselle gitau githinji gitonga gitte gittel gitty giulia
giuliana giulianna giuliano giulietta giulio giuseppe giuseppina giustino giz gizela gizella
gizelle glade gladis glady gladyce gladys glee gleen glen glena glenda glendale glendell glendon
glendora glenice glenn glenna glennda glennie glennis glenwood glenys glinda gloria gloriana glory
glyn glynda glynis glynnis goda godfrey godwin goffredo gohar gok gokay gokbudun gokce gokcebalan
gokcil goken goknur gokperi goksev gokten golda goldia goldie goldy goli goma goncafer goncalo
gonen gonzalo gopal goran gorazd gordan gordana gorden gordon gorge gorgunay gorklu gorm gorsev
gosta gote gottfrid gozel gozem grabiel grace graceann gracee gracelyn gracelynn gracen gracey
graci gracia gracie graciela graciella gracin gracy gracyn graden gradie grady graeme graeson
grafton graham grahm graig grainne granger grania grant granville gratian gratiana gratiela grayce
graycen grayden graydon graylin grayling graysen grayson graziano graziella greca grecia greco
greenlee greg grega gregary greger gregg greggory gregoire gregor gregoria gregorian gregorio
gregory greta gretchen grete gretel grethe grethel gretta grettel greysen greyson gricelda grier
grieta grigore grisel griselda gro grover gryphon grzegorz guadalupe guarino gucal gucluer gucyeter
gudrun guglielmo gugu gugulethu guido guilford guilherme guillaume guillermina guillermo guinevere
guiseppe gul gulab gulaga gulay gulbani gulbeyan gulbiye gulce gulcegun guldam gulder guldunya
gulegen gulel gulenay guler gulev gulfaam gulfam gulfari gulfeza gulgen gulguzel gulhisar gulinaz
gulluhan gulmisal gulnaziye gulozge gulper gulsa gulsahin gulselin gulseref gulseren gulsevil
gulshan gulsiye gulsu gulter gulus gulzadiye gulzar gumustekin gun gunar gunars gunaydin gunbir
gunborg gunden gundhild gunduzalp gunebakan guneet guneri guney gungordu gungoren gunhild gunilla
gunita gunkurt gunn gunnar gunnel gunner gunsel gunsen gunser gunta guntars gunther guntis gunver
gunvor gurarda gurcuye gurelcem gurleen gurli gurney gursal gurten gus guss gussie gust gusta
gustaf gustas gustav gustave gustavo gustaw guthrie guus guusje guvercin guy guzey gwen gwenda
gwendalyn gwendolen gwendoline gwendolyn gwendolynn gweneth gwenevere gwenn gwenyth gwyn gwyneth
gwynne gyda gypsy gyte gytis habib habiba habibe habibu haciali hacile hadassa hadassah haddie
hadeel haden hadi hadija hadithi hadiya hadiza hadlee hadleigh hadley hadlie hadrey hadrian hadyn
haedyn hafsa hafsat hagen hai haiba haidee haiden haider haidyn haig haile hailee haileigh hailey
haili hailie haily haisley hajar hakan hakeem hakikat hakim hakon hal hala halbert halee haleigh
halen halenur haley hali halia halidun halie halima halina halisi haliye halle hallee halli hallie
hally halo halsey halston haluk hami hamid hamis hamish hamisi hamiyet hamp hampus hamsini hamza
hamzah han hana hanah hanan hanbiken hanedan haneef haneen hanh hani hanif hanim haniya hanja hank
hanna hannabel hannah hannan hanne hannele hannes hannia hannibal hannu hanora hans hansel hansford
hanss hansultan haralamb haralambie harald harambee harbinaz harbor hardie hardik hari harijs
harinakshi harini haris harish harita hariz harl harlan harland harlee harleen harleigh harlem
harlen harlene harley harli harlie harlin harlon harlow harlyn harlynn harman harmonee harmoni
harmonie harmony harnail harol harold harolyn haron haroon harper harpreet harrel harri harriet
harriett harriette harrison harrold harry harsh harshil hartwell haruko harun haruna harvard harve
harvey harvie harvy hasaan hasan hasani hasbek hasgul hashiki hashim haskel haskell hasret hassan
hassel hassie hatem hatima hatin hattie hauwa havali havana havard havse havyn hawa hawehindi haya
hayali haydee hayden haydin haydn haydon haydyn hayel hayle haylea haylee haylei hayleigh haylen
hayley hayli haylie hayret hayrunnisa hayven haywood haze hazeem hazel hazelle hazen haziel hazine
hazle hazrat heather heaven heavenlee heavenly heavyn heba heber hector hedda hedvig hedviga
hedvika hedwig hedy hege heide heidi heidy heikki heily heinrich heinz heith heitor hekima hekime
hekmet helaina helaine helan helana helen helena helene helga helge heli helina helle hellen
hellena hellevi helma helmer helmi helmuth heloisa heloise helon helvi helyn hema hemal hemang
hemangini hemani hemi hendrick hendrik henife henna henning henny henretta henri henric henrich
henrieta henrietta henriette henrik henrikki henriks henrique henrry henry heracleea herald herb
herbert herbie herby hercules herdis heriberto herlinda herma herman hermanis hermann hermanni
hermelinda hermes hermina hermine herminia herminio hermione hermon hernan hernando herney herold
herschel herschell hersh hershal hershel hershell hershy hertha herve hervey hesbon hessie heston
hettie hetty heva heydi heyvetullah heyward hezekiah hezniye hezron hiawatha hiba hicsonmez hidaya
hidde hideo hidir hiedi hien hieu higinio hila hilaria hilarie hilario hilary hilayda hilbert hilda
hildah hilde hildegard hildegarde hilding hildred hildreth hildur hilkka hillard hillary hillel
hillevi hilma hina hinda hindal hindy hinet hinewai hipolito hira hiral hiram hiroshi hisham hitesh
hjalmar hjalte hjordis hoa hoang hoani hobart hobert hodari hoke holger hollee holley holli hollie
hollis holly hollyann hollyn holton homar homer homero honesti honesty honey hong honora honore
hope horace horacio horatio horatiu horea horia hortencia hortense hortensia hortenzia horymir
hosanna hosea hosie hoskadem howard howie hoy hoyle hoyt hredhaan hritik hrvoje huban hubert huck
huda hudavent hudson hudsyn hue huey hugh hughie hugo hugues huia hukumdar hulda huldah hulon
humaiya humberto humeyra humphrey humza hunalp hung hunter huntley huong hurbert hurdogan hurican
hurmet hurshel hurside huruyet huryasar husmen husnuhal hussein huston huxley huy huzaifa huzuri
hyacinth hyla hynek hyrum iacob iain ian iana iancu ianis ianna iantha iara iasmina ibaad iban iben
ibeth ibidapo ibironke ibn ibraaheem ibraheem ibrahim ibrahima ica icie icimbike icy ida idabelle
idalia idalis idaly idamae idania ide idell idella idelle idika idiris idrees idris idun ieasha
ieisha ieremia iesa iesha ieshia ieva ifeanyi ifechukwu ifeoma iftikhaar iftikhar ifunanya ige
ignac ignacia ignacio ignacy ignas ignatius ignazio igne igor igors ihab ihaia ihsaan ihsan
ihtesham ihtiram ihtishaam ihtsham iida iiris iisakki ijaya ijli ika ikaika ikbal ike ikea ikenna
ikeoluwa iker ikhlaas ikiz iklim ikraam ikramah ikrimah ikshita ila ilah ilan ilana ilari ilaria
ilarie ilarion ilbek ilda ildem ildes ilean ileana ileen ilena ilene ilga ilgi ilia iliana ilianna
ilias ilie ilija ilim ilinca ilja ilkbahar ilkim ilkka ilklima illa illiana illyana ilmafer ilmari
ilmars ilo ilona ilper ilsa ilse ilsu ilteris ily ilya ilyana ilyas ilyssa ilze ima imaan imagene
imam iman imani imanol imants imany imara imaran imari imelda imge imke immaculate immanuel imo
imogen imogene imran imren imrich imrihan ina inaaya inara inaya inayah incifir inda indali indi
india indiana indie indigo indira indra indrajit indre indrikis indy indya inell ines inese ineta
inez infant ing inga ingalill inge ingeborg ingegard ingegerd ingela ingelise ingemar inger ingmar
ingrid ingrida inguna ingvar inioluwa inis inkeri innocent inocentiu insaf inta intihap ioan ioana
ioanina ioannis iola iolanda ion iona ione ionel ionela ionelia ionica ionut iosefina iosif ippazio
iqra ira iraida irais iram iran irasema irby irelyn irelynn irena irene iretioluwa irfan iriana
iridenta iridian irie irina irine irinel iris irja irl irlanda irma irmantas irmeli irungu irven
irvin irving irya isa isaac isaack isaak isabel isabela isabell isabella isabelle isabelly isac
isacc isack isadora isadore isael isai isaiah isaias isaih isaiha isak isamar isamu isaque isaura
isaya isayah iscan ise isela iseoluwa isha ishaan isham ishan ishani ishanvi ishika ishita ishmael
ishola ishwar isiah isidore isidoro isidra isidro isin isis isla islam isley islime ismael ismail
ismet ismo isobel isom isra israel isreal isrrael issa issabella issac issack issiah isyss ita
italia italo itanya ituri itzayana itzel iulia iulian iuliana iuliu iurie iustin iustina iustinian
iva ivah ivan ivana ivania ivanka ivanna ivar ivars ivecen ivelisse iven iver iverson ivery iveta
iveth ivett ivette ivey ivica ivie ivka ivo ivon ivona ivone ivonne ivor ivy iwo ixchel iyabode
iyadunni iyana iyanna iyiyurek iyla iyonna izaac izaak izaaz izabel izabela izabele izabell
izabella izabelle izac izaiah izak izamar izaya izayah ize izel izell izetta izgu iziah izidor izik
izola izora izrael iztok izzabella izzy jaabir jaafar jaakko jaan jaana jabari jabbaar jabbar jabez
jabin jabir jabr jabria jabriel jabril jabulani jacalyn jacari jaccob jace jacee jacek jacelyn
jacelynn jacen jaceon jacey jaci jacie jaciel jacinda jacinta jacintha jacinto jack jackalyn
jackelin jackeline jackelyn jackey jacki jackie jacklin jackline jacklyn jacklynn jackqueline
jackquline jacksen jackson jacky jaclyn jaclynn jacob jacobe jacobi jacobie jacobine jacobo jacoby
jacolby jacopo jacorey jacori jacory jacqlyn jacqualine jacqualyn jacque jacquel jacquelene
jacquelin jacqueline jacquelyn jacquelyne jacquelynn jacquelynne jacques jacquetta jacquez jacqui
jacquie jacquiline jacqulin jacquline jacqulyn jacy jad jada jadah jadalyn jadalynn jadan jadarius
jade jadelyn jadelynn jaden jader jadeyn jadie jadiel jadin jadon jadore jadranka jadrian jadyn
jadynn jadzia jae jaeda jaedan jaeden jaedin jaedon jaedyn jaeger jael jaela jaelah jaelen jaelin
jaelon jaelyn jaelynn jaeson jafar jafet jaffer jagat jagdish jager jagger jagrati jagvi jahaira
jahan jahangir jahanzeb jahari jahaziel jahdami jahdari jaheem jaheim jahi jahiem jahir jahiz
jahleel jahlil jahm jahmal jahmari jahmel jahmere jahmir jahniya jahsiah jahvon jahzara jai jaia
jaice jaicee jaida jaidah jaidan jaide jaiden jaider jaidon jaidyn jaila jailah jailee jaileen
jailen jailene jailin jailyn jailynn jaime jaimee jaimi jaimie jaina jair jairaj jairo jairus
jaison jaivon jaiya jajuan jaka jakai jakari jakayla jake jakeb jakeem jakelin jakeline jakeria
jakhari jakhi jakia jakie jakira jakiya jakiyah jakob jakobe jakobi jakobs jakoby jakov jakson
jakub jakyla jakyra jala jalaal jalah jalal jalan jalani jalaya jalayah jalea jaleah jaleel jaleen
jalees jaleesa jaleigh jalen jalena jalene jalesa jalessa jalia jaliah jalicia jalil jalin jalina
jalisa jalisha jalissa jaliya jaliyah jalmari jalon jalsa jalyn jalynn jalyssa jama jamaal jamaar
jamahl jamaica jamaine jamal jamall jamani jamar jamara jamarcus jamaree jamari jamaria jamarian
jamarie jamario jamarion jamarious jamarius jamarkus jamarr jamarri jamaul jamauri jamaya jame
jamecia jamee jameel jameela jameelah jameer jameka jamel jamela jamelia jamell jamelle jamen
jamere jameria jamerson james jamese jamesetta jamesha jameshia jamesia jamey jamez jami jamia
jamiah jamica jamichael jamie jamiel jamielynn jamier jamieson jamika jamil jamila jamilah jamilet
jamileth jamilla jamillah jamille jamilyn jamin jamir jamira jamirah jamisen jamisha jamison jamiya
jamiyah jammie jamon jamond jamonte jamy jamya jamyah jamye jamyia jamyla jamyra jan jana janae
janai janaiya janaki janalee janalyn janan janani janasia janay janaya janayah janaye jancarlo
jancarlos jane janea janean janece janee janeen janeice janel janell janella janelle janelly janely
janene janese janesha janessa janet janeta janeth janett janetta janette janey janez jangwa jani
jania janiah janica janice janie janiece janiel janielle janika janina janine janique janira janis
janise janisha janita janith janiya janiyah janja jankat janko jann janna jannah jannat janne
jannell jannelle jannet janneth jannett jannette janney janni jannice jannie jannifer jannik
jannine jannis janny jano jansen janson jantzen januja janya janyah janyce janyia janyla janylah
japhet japheth jaquan jaquarius jaquavious jaquay jaquel jaquelin jaqueline jaquelyn jaquetta
jaquez jaquita jaquon jara jarad jared jarek jarel jarell jarely jaren jaret jareth jarett jari
jariah jarid jariel jarin jaritza jarius jariyah jarkko jarl jarlath jarleth jarmila jarmo jarno
jarod jarold jarolim jarom jaromir jaromira jaron jaroslav jaroslava jarrad jarred jarrel jarrell
jarren jarret jarrett jarrid jarrod jarron jarryd jaruthip jaryd jaryn jase jasean jasen jasey
jashaun jashawn jashon jashua jasiah jasiel jasir jasiri jasiyah jasleen jaslene jaslin jaslyn
jaslynn jasmaine jasmeen jasmen jasmijn jasmin jasmina jasmine jasminka jasmit jasmyn jasmyne jasna
jason jasper jaspreet jasson jatavious jathan jatin jaun jaunita javan javante javar javari javaris
javarius javaughn javen javeon javian javien javier javin javion javis javon javonna javonne
javonta javontae javonte jawad jawan jawaun jawon jawuan jaxen jaxin jaxon jaxsen jaxson jaxsyn
jaxton jaxx jaxxon jaxyn jay jaya jayana jayanna jayce jaycee jaycen jayceon jayci jaycie jaycion
jaycob jayda jaydah jaydan jayde jaydee jayden jaydin jaydn jaydon jaydyn jaye jaykob jayla jaylah
jaylan jaylani jaylee jayleen jayleigh jaylen jaylene jaylie jaylin jayline jaylinn jayln jaylon
jaylyn jaylynn jayme jaymee jaymes jaymeson jaymi jaymie jaymin jayna jayne jaynee jaynie jayon
jayonna jayquan jayro jayron jayse jaysean jaysen jayshaun jayshawn jayson jaythan jayton jayven
jayveon jayvian jayvien jayvin jayvion jayvon jayvyn jazel jazelle jazeps jaziah jaziel jaziyah
jazleen jazlene jazlin jazlyn jazlynn jazmen jazmin jazmine jazmyn jazmyne jazmynn jazz jazzlyn
jazzlynn jazzmin jazzmine jazzmyn jazzmyne jean jeana jeanann jeancarlo jeancarlos jeane jeaneen
jeanell jeanelle jeanene jeanett jeanetta jeanette jeanice jeanie jeanine jeanluc jeanmarie jeanna
jeanne jeannene jeannett jeannetta jeannette jeannie jeannine jeanpaul jeanpierre jearl jearld jeb
jebediah jebet jecinta jed jedadiah jedd jedediah jediah jedidah jedidiah jedrzej jeet jeevika
jeferson jeff jefferey jefferson jeffery jeffie jeffory jeffrey jeffrie jeffry jefrey jehu jeimy
jeison jeisson jekabs jekaubs jelagat jelani jele jelena jelisa jelissa jelka jelle jelte jemal
jemel jemima jemimah jemma jemutai jena jenae jenai jenaro jenavieve jenay jenaya jencarlos jene
jenea jenean jeneane jenee jeneen jenel jenell jenelle jenene jenesis jenessa jenetta jenette
jeneva jenevieve jeni jenica jenice jeniece jenifer jeniffer jenika jenilee jenine jenipher jenise
jenna jennafer jennah jennalee jenne jennefer jennell jennelle jenner jennessa jennett jennetta
jennette jenney jenni jennica jennie jennifer jenniffer jennifier jennine jennipher jenny jennyfer
jens jenson jensyn jente jentry jepchirchir jepchumba jepkemoi jepkoech jepkorir jepkosgei jeppe
jeptoo jera jerad jerald jeraldine jeralyn jerame jeramey jeramiah jeramie jeramy jerard jerardo
jere jered jerel jerell jerelyn jereme jeremey jeremi jeremia jeremiah jeremias jeremie jeremih
jeremy jeremyah jerene jergus jeri jeriah jeric jerica jericho jerick jerico jerid jeriel jerika
jerilyn jerilynn jerimiah jerimy jerin jerker jerlean jerlene jerline jermain jermaine jermal
jermane jermani jermel jermell jermey jermiah jermy jernej jerneja jerod jerold jerolyn jerome
jeromie jeromy jeron jerone jeronimo jerono jerop jerotich jerra jerrad jerrald jerre jerred jerrel
jerrell jerren jerrett jerri jerrica jerrick jerrid jerrie jerrika jerrilyn jerrod jerrold jerron
jerry jerson jerusha jeruto jeryl jerzie jerzy jesca jesenia jeshua jesi jesiah jesica jesika
jeslyn jesper jess jessa jessalyn jessalynn jessamine jessamyn jesse jesseca jessee jesselyn
jessenia jessey jessi jessiah jessica jessicca jessie jessika jessilyn jesslyn jesslynn jessy
jessyca jestin jestine jesus jesusa jesusita jet jeter jethro jett jetta jettie jevin jevon jewell
jewels jeyson jezabel jezebel jezreel jezups jhalak jhan jhett jhoan jhoana jhon jhonatan jhonathan
jhonny jhony jia jiana jianna jibreel jibril jihad jihan jil jilian jill jillene jillian jim jimena
jimi jimmey jimmie jimmy jimmye jin jina jindrich jindriska jinnie jinny jinthe jionni jiovani
jiovanni jip jireh jiri jirina jiselle jitka jiya jizelle jlynn joab joachim joacim joah joakim
joan joana joane joani joanie joann joanna joanne joannie joao joaquim joaquin joaquina joash job
jobe joby jocelin joceline jocelyn jocelyne jocelynn jocelynne jocie jock joclyn jodeci jodee
jodell jodene jodi jodie jodine jody joe joeann joel joelene joell joella joelle joellen joellyn
joely joelyn joep joeseph joesph joesphine joetta joette joey johan johana johann johanna johannah
johanne johannes johans johathan john johna johnae johnatan johnathan johnathen johnathon johndavid
johnell johnetta johnette johney johnhenry johnie johnita johnmark johnmichael johnna johnney
johnnie johnny johnnye johnpaul johnsie johnson johnstone johnthan johny joi joice joie jokubas
jolana jolanda jolanta jolee joleen joleigh jolena jolene jolette joli jolie jolijn jolina jolinda
joline jolisa jolyn jolynn jomar jon jona jonae jonah jonas jonatan jonathan jonathen jonathon
jonda jone jonel jonell jonelle jonetta jonette joni jonica jonie jonita jonmichael jonn jonna
jonnathan jonni jonnie jonny jonothan jonpaul jontae jonte jonthan joojo joona joonas joonatan
joost joram jordan jordana jordann jordanna jordanne jorden jordi jordin jordon jordy jordyn
jordynn jorel jorene joretta jorge jorgen jori jorie joris jorja jorje jorma jorn jort jorune
jorunn jory jos josalyn josalynn joscelyn jose joseangel joseantonio josedejesus josee josef josefa
josefiina josefin josefina josefine joselin joseline joselito joseluis joselyn joselyne joselynn
josemanuel josemaria joseph josephat josephina josephine josephus josetta josette josey josh
joshawa joshlyn joshlynn joshua joshuah joshue josi josiah josiane josias josie josiephine josilyn
josip josipa josko joslin joslyn joslynn josmar joso jospeh josphat josphine joss josselin
josseline josselyn jossie josslyn jossue jostin josua josue jotham jouko jouni jourdan jourdyn
journee journei journey journi journie jovan jovana jovani jovanna jovanni jovanny jovany jovi
jovie jovita jovon jowell joy joya joyann joyanna joyce joycelyn joycelynn joye joyline joylynn
jozef jozefa jozefina joziah jozica jozie jozlyn jozlynn jozo jquan jua juan juana juancarlos
juandiego juanita juanito juanjose juanmanuel juanpablo juaquin jubal jubilee jud judah judd jude
judee judi judie judit judita judith judson judy judyth juel juelz juha juhana juhani juho jukka
jula julaine jule julee julene jules juli julia julian juliana juliane juliann julianna julianne
juliano julie julieann julieanna julieanne julien julienne juliet julieta julieth juliett julietta
juliette julija julijana julijs julio julious julisa julissa julita julius juliusz juliza jullian
juluis julyssa juma jumaane juna june juni junia junie junior junious juniper junita junius juozas
juraj jure jurgita juris jurnee jurre jussi justan justas justen justin justina justinas justine
justiniani justino justis justo juston justus justyce justyn justyna justyne juul juulia juuso
juvenal juventino juwan juwon jyoti jyrki jytte
"""
)
