"""Given names from T to Z: a table by scripts/given_names.py."""

from assistant.domain.library.masking_words import words

NAMES_T_Z = words(
    """
taahaa taahir taaj taalib taamir taanish taariq taban tabassum tabatha tabbatha tabbitha tabetha
tabish tabitha tabor tacara taciddin tacnur tacy tadas tadashi tadd tade tadeas tadeen tadej tadeja
tadeo tadeusz tadhg taegan taelor taelyn taelynn taevon tafari tafazal taffy taft tagangul tage
taha tahaw tahawwur taheem tahir tahira tahirah tahj tahlia tahmaseb tahmeed tahmid tahnee tahoor
tahseen tai taia taial taija tailyn tailynn taimur taina taine taira taisha taisir taisto tait
taiwan taiya taj taja tajah tajammal tajammul tajh taji tajuan tajuana tajudinn tajus takara
takashi takatifu takayla takeisha takeo takesha takeshi takeya takia takira takisha takiya takiyah
takoda takyra tal tala talal talan talat talaya talayah talayer talbert talea taleah taleen talen
talena talesha talha talhah tali talia taliah talib talibe talicia talin talina talisa talisha
talitha taliya taliyah tallie tallon tallulah tally talmadge talmage talon talor talya talyn talynn
tam tama tamala tamam tamanna tamar tamara tamarah tamarcus tamari tamaria tamarion tamarra tamatha
tamati tamaya tambika tambra tameca tameeka tameika tameka tamekia tamela tamer tamera tameria
tamesha tameshia tami tamia tamiah tamica tamie tamieka tamika tamiko tamila tamir tamira tamisha
tamiya tamiyah tammara tammera tammey tammi tammie tammra tammy tammye tamora tamra tamu tamy tamya
tamyra tan tana tanae tanak tanasha tanasia tanay tanaya tanbay tandi tandogdu tandra tandy tane
tanea taneesha taneisha taneka taneli taner tanesha taneshia tangaroa tangela tangie tangul tanhan
tani tania taniah taniesha tanika tanimu taniqua tanis tanish tanisha tanishia tanita taniya
taniyah tanja tanmayi tanna tanner tanses tansev tanveer tanvi tanya tanyia tanyolac tanyu tanzania
tapanga tapani tapio taquan tara tarah taraji tarak taralyn taran taras tarek tarell taren tarence
tarfaan tari taria tariah tarik tarin tarina tariq tarja taron tarra tarrah tarrance tarrell tarren
tarrence tarry tarryn tarsha taru tarun tarus taryn tarynn tarzicius tasar tasha tashana tashara
tashaun tashauna tashawn tashawna tashay tasheena tashi tashia tashika tashina tasia taskan tasneem
tasnim tasvir tatanisha tatem tatia tatiana tatianna tatiyana tatiyanna tatjana tatu tatum tatyana
tatyanna tauna tauno taunya taurean taurus tausha tautvydas tavares tavaris tavarius tavarus taven
taveon tavia tavian tavin tavion tavis tavish tavon tavoris tawana tawanda tawanna tawkeel tawna
tawnee tawney tawni tawnia tawnie tawny tawnya taya tayah tayana tayden taye taygan tayla taylah
taylak taylan taylar taylee taylen tayler taylin taylon taylor taylore taylour taylyn taylynn tayna
taysha tayshaun tayshawn tayson tayte tayten tayton taytum tayven tayvion tayvon tayyibe tayyip tea
teagan teagen teaghan teague teah teaira teairra teal teala teana teanna teara tearra teasha teasia
teber tecimer ted tedd teddi teddie teddy tedra tedrick teea teegan teela teemu teena teerth tegan
tehila tehya teia teigan teija teisha tej teja tejas tejs tekbay tekecan tekiner tekla teknaz
teksoy tela telemaco telia telim telisa telisha tellervo telly telvin temeka temidayo temika temime
temirhan temistocle temizkal temperance tempest tempestt tempie temucin tena tenaya teneka tenesha
teneshia tenia tenika tenille tenis tenisha tenley tenna tennessee tennie tennille tennyson tenvir
tenzin teo teodor teodora teodoro teodors teodosia teofil teofilo teohari teon teona teonna tequila
tequilla tera terah teran terance tercan tereasa terell terena terence teresa terese teresia
teresiah teresita teressa teretha terez tereza terezia terezija terhi teri teria terica terika
terilyn terin terina terisa terje terlan termaine tero teron terra terrah terral terran terrance
terre terrel terrelle terren terrence terresa terri terria terriana terriann terrica terrick terrie
terrika terril terrill terrilyn terrin terrion terris terron terry terryl terryn terttu teryl teryn
tesa tesha tesia tesla tess tessa tessie teun teuvo tevin tevis tevita tevon tevs tex texas texie
teya teyana teyanna teybet tezcan tezol thabani thabisa thabisile thabiti thad thaddaeus thaddeus
thaddius thadeus thai thais thalente thales thalia thandazile thandeka thandiwe thando thane thang
thanh thania thao tharon thayer thayne thea theadora theadore theda thedore thelbert thelda thelma
thembeka thembekile thembile thembisile theo theodis theodor theodora theodore theodoro theodosia
theola theophile theophilus theora theotis thera theres theresa therese theresia theressa therman
thermon theron thersa thi thiago thibault thibaut thien thierry thijmen thijn thijs thimothy thom
thomas thomasena thomasina thomasine thor thora thore thorin threasa thresa thressa thuo thure
thurman thurmon thurmond thurston thuthukile thuy thyra tia tiago tiah tiana tiani tianna tiara
tiare tiarna tiarnan tiarra tiauna tiberia tiberiu tiberius tibor ticen tichomir tiegan tien tiera
tiernan tierra ties tiesha tifani tifany tiffanee tiffaney tiffani tiffanie tiffany tiffeny
tiffiany tiffiney tiffini tiffiny tiffney tiger tigin tiia tiina tijmen tijn tijs tijuana tilda
tilde tilden tilen tilford tillie tillman tilly tilman tilmon tim timara timber timberly timea
timeka timi timia timika timm timmie timmothy timmy timo timon timonthy timotei timotej timoteo
timothee timothey timothy timur timurtas tina tinamarie tinca tincuta tindra tine tinesha tinika
tinisha tinley tinnie tino tinsley tiona tionna tionne tiphanie tira tirdad tirrell tirza tirzah
tisa tish tisha tishk titan titania titas titiana titilayo tito titus tiya tiyana tiyanna tiziana
tiziano tjasa tkeyah tobe tobey tobi tobiah tobias tobiasz tobie toby toccara tod todd todor togan
toi toinette toivo toker toki tokoz toktug tokunbo tola tolbert tollie tolonbay tolulope toluwanimi
tom toma tomas tomasa tomasita tomasz tomaz tome tomeka tomekia tomi tomica tomie tomika tomiko
tomislav tommi tommie tommy tommye tomo tomori toms tomurcuk tona tonda tondra tone tonette toney
tonguc toni tonia toniann tonicha tonie tonika tonino tonisha tonita tonja tonje tonna tonnie tonny
tony tonya tonyia topanga topias topuz tor tora torben torbjorn tord tore torel toren torey torgny
torhan tori toria torian toriana toriano toribio torie torill torin torquato torrance torre torren
torrey torri torrian torrie torrin torry torsten tory toryn tosh tosha toshia toshiko toshio tou
tova tovah tove towana towanda towanna townes toy toya toyia tracee tracey traci tracie tracy
tracye trae traevon traian trajan tramaine tramell trang trapper travell traven traveon travion
travis travon tray trayce trayton trayvon tre treacy treasa treasure treavor trecia treena tremain
tremaine tremayne tremell trena trenda trenity trenna trent trenten trentin trenton trentyn trequan
tresa tresean tresha treshaun treshawn tressa tressie treston treva trevan trevaughn trevell treven
treveon trever trevin trevion trevis trevon trevonte trevor trevyn trey treyson treyton treyvion
treyvon tri triana tricia trilby trina trine trinette trini trinidad trinidy trinitee triniti
trinity trinton triona tripp tripti trish trisha trishia trista tristan tristen tristian tristin
triston tristyn triton triveni trixie triya troels troi tron trond trong troy tru trudi trudie
trudy truett truitt trula truman trung trustin trystan trysten trystin tryston tsuma tuan tudor
tudora tudorita tudosia tuere tufani tuff tugcan tugce tugrulhan tugtas tui tuija tukelalp tukufu
tula tule tulia tulin tulio tullio tulun tumer tumkurt tunahan tuncboga tung tunguc tunisia tuomas
tuomo turabi turcan turcein ture turgut turid turkalp turkmen turknur turlough turquoise turvi
tutkucan tutkun tuukka tuula tuuli tuulia tuulikki tuva tuyug tuzeer tuzenur twan twana twanda
twanna twila twilla twyla tya tyana tyann tyanna tyara tyasia tyce tycho tye tyeisha tyesha tyeshia
tygo tyiesha tyisha tyjuan tykeria tykia tyla tylan tylar tylee tylen tyler tylia tylin tylon tylor
tylynn tymir tymon tymoteusz tyna tyneisha tynesha tyneshia tynia tynisha tyon tyonna tyquan tyra
tyrah tyran tyre tyrece tyree tyreece tyreek tyreese tyreik tyrek tyreke tyrel tyrell tyrelle tyren
tyrese tyresha tyrice tyrie tyriek tyrik tyrin tyriq tyrique tyris tyrome tyron tyronda tyrone
tyronne tyrus tysean tysen tysha tyshaun tyshawn tyshon tyson tytan tytiana tytianna tytus tyus
tyvon tywan tywana tywanda tywanna tywon tzipora tziporah tzivia tzvi ubaadah ubadah ubaid ubaidah
ubaldo ubay ubayd ubaydullah uberto ubeydullah ubika ucan ucbeyi ucchal ucgul uche uchenna udant
udarsh udeen udeera udell udyati uffe ufukay ugan uge ugne ugo ugolino ugur ugurkan ugurtan uhban
ujamaa ujunwa ula ulakbey uldis ulf ulfat ulfet ulices ulises ulisses ulke ulkudes ulkum ulla
ulrica ulrik ulrika ulrike ultan ulu uludag ulugbey uluman ulutay ulysee ulyses ulysses uma umaarah
umair umande umang umar umberto ummahan ummahani umman ummet ummuhan umoja umray umusan umutcan una
unal undra unek unlen unnati unni uno unsever unubol uolevi upadhriti upasna upkaar upma ura
uraltay urban urbano urfettin urhan uriah uriel urijah urishilla urmi uros urper urrab ursa urska
ursula urszula urvashi urvi usame ushan ushindi usiku usman ustun utkarsh utkucan uvaldo uyanser
uygun uzbay uzer uziel uzima uzsoy uzziah vacibe vaclav vada vafir vagn vahar vahittin vaibhav
vaida vaidas vaino vaishnavi vajen vakare vakris vala valarie valary valborg valda valdemar valdis
valen valena valene valente valentijn valentim valentin valentina valentine valentino valer valera
valeri valeria valerie valerija valerio valeriu valery valeska valeta valetta valija valinda
vallary vallerie vallery valli vallie valor valorie valrie valter valtteri vamakshi van vanda
vander vanesa vanessa vanetta vangie vania vanita vanity vanja vann vanna vannesa vannessa vannie
vansh vansha vanya vara varenya varsha varun varvara vasana vasare vasatika vasco vashawn vashon
vashti vasil vasile vasilica vasiliki vasilios vassie vasudha vasyl vaughan vavrinec vayda vaysal
vearl vecide ved veda vedant vedat vedhika vedika vedran veena veer veera veerle veeti vefia vega
vegard veijo veikko veis vejune vela velda veli velia velinda velitdin vella velma velna velta
velton velva velvet vena venancio vendela vendelin vendula venecia venera veneranda venessa veneta
venetia venetta veniamin venice venita venla venna vennie venson ventura venus veola vera verba
verda verde verdell verdia verdie verena verenice vergie vergil verim verl verla verle verlee
verlene verlie verlin verlinda verline verlon verlyn verma vermell vern verna vernal vernard verne
verneda vernell vernelle verner verneri vernessa vernetta vernette vernia vernice vernie vernita
vernon verona veronica veronicah veronika veronique versie verta vertie vertis veryl vesa vesna
vesper vessie vesta vester veta veva vezat vezrife viaan viana vianca vianey vianna vianney vic
vicent vicenta vicente vicentia vicentiu vicie vick vickey vicki vickie vicky victoire victor
victoria victoriano victorine victorya vid vida vidal vidar vide vidhi vienna viera vieroslava
viesturs viet viggo vigilija vigo vihaan viivi vija vijay vikas viki viking vikki vikram viktor
viktoria viktorie viktorija viktors vila vilas vildane vilde vilem vilgot vilhelm vilhelmiina
vilhelmina vilho viliam vilis vilius viljami viljem viljo villads ville vilma vilmer vilnis vilte
vilums vina vinay vinaya vince vincenc vincent vincente vincentio vincentiu vincenza vincenzo
vineta vinh vinicius vinita vinnie vinny vinson vinton viola violet violeta violetta violette viona
viorel viorela viorica vira viraj virdie virgel virgia virgie virgil virgilio virgina virginia
virginie virgle viridiana virpi visarion vishal vishnu visvaldis vit vita vitalija vitalis
vitazoslav vitezslav vito vitor vitoria vittoria vittorio viva vivaan vivan vivek viveka vivi
vivian viviana viviane vivianna vivianne vivica vivien vivienne vjekoslav vlad vladelina vladimir
vladimira vladislav vladislavs vlado vlaicu vlasta vlastimil voichita voicu vojtech vola voldemars
volney vona voncile voncille vonda vonetta vonna vonnie vratislav vratko vrinda vrishti vritti
vuokko vusumuzi vyanjana vytautas vyte waahid waail waajid waceera wachira waddell wade wadee wadi
wadood wafa wafeeq wafi wafiq wafula wahab wahb wahban waheed wahhaab wahhaaj waida waimarie
wainaina wairimu wakeeta waldemar waldo waldon waleed wali walid wallace wally walt walter wamalwa
wambua wambugu wambui wamwema wanda waneta wanetta wangari wangila wangui wanita wanja wanjala
wanjiku wanjiru wanjohi wanna wanyama wanyonyi warda wardell warhi waridi warinder warjas warren
warrick warwick waseem waseme wash washington watika wauneta waunita wava waverly waweru wayde
waylan wayland waylen waylon wayman waymon waymond wayne waynette wazir weddy weena wekesa weldon
wellington welton wenche wenda wendall wende wendee wendel wendelin wendell wendi wendie wendolin
wendolyn wendy wenona wenonah werner wes weslee wesley weslie wesly wesonga wessel wesson westen
westin westley westly westyn weylin weyman whisper whit whitlee whitley whitman whitnee whitney
whittney widisha wikitoria wiktor wil wilber wilbern wilbert wilberto wilbur wilburn wilburt wilda
wilder wilford wilfred wilfredo wilfrid wilfrido wilhelm wilhelmena wilhelmenia wilhelmina
wilhelmine wilhemina wiliam willa willadean willaim willam willard wille willem willena willene
willetta willette willia william willian williard willie williemae willis willma willo willodean
willow willy wilma wilman wilmar wilmer wilna wilson wilton windell windsor windy winfield winford
winfred winifred winni winnie winnifred winny winona winslow winston winthrop winton wiremu wisdom
wishi witold wojciech wolfgang wonda woodford woodie woodroe woodrow woodson woody worley wout
wouter wray wriddhish wridesh wrigley wur wuraola wyatt wycliff wycliffe wylene wylie wylma wyman
wynell wynelle wynema wynette wynn wynona wynter wynton wyona xaiden xaiver xalak xander xandria
xaria xavi xavia xavian xaviar xavien xavier xaviera xavion xavior xena xenia xia ximena xiomara
xiti xitlali xitlaly xobeen xochil xochilt xochitl xuan xzavier xzavion yaa yaakov yaaseen yachana
yadavi yadhira yadid yadiel yadier yadigar yadira yael yafi yafir yaghnam yagnesh yago yahaira
yahel yahir yahsi yahsikan yahvi yahya yahyaa yailin yair yaire yajaira yakelin yakira yakobo yakov
yalanda yalazabay yale yalitza yalonda yaman yamar yameen yamid yamil yamila yamile yamilet
yamileth yamilette yamilex yamin yamini yamir yan yana yancey yancy yandel yaneli yanelis yanelly
yanely yanet yaneth yanira yanitza yanni yannick yaqeen yaqoot yaqub yaquelin yar yara yared yarel
yareli yarelis yarely yaretzi yaretzy yariel yaritza yasaar yasan yasar yasattin yaseen yasemen
yash yashasvi yashawini yashem yashica yashika yashoda yashodhara yashvi yasin yasinta yasir
yasmeen yasmin yasmina yasmine yasser yassin yasti yatan yathrib yatin yatziri yauvani yavuz yaw
yawar yawer yayak yazan yazeed yazganalp yazgul yazmin yazmine yda yecenia yechezkel yechiel yecid
yeferson yehoshua yehuda yehudah yehudis yeimi yeimy yeison yejide yekbun yekda yelena yelesen
yelitza yen yeneral yeng yeni yenifer yenny yeny yepelek yer yeraz yergha yerik yerson yertan
yesenia yeshaya yeshua yesica yesid yesil yesoob yessenia yessica yetisal yetta yetunde yevette
yewande yfke ygnacio yides yigit yilmaz yina yineth yinthe yisel yisrael yisroel yitty yitzchak
yitzchok ylva ylvie yngve yoana yoanna yobani yocelin yocelyn yochana yocheved yoel yohan yohana
yohane yohanna yola yolal yolanda yolande yolima yolonda yona yonah yonatan yonathan yonetmen yoni
yoom yordi yoruc yosef yoselin yoseline yoselyn yoseph yoshiko yoshio yoshita yosma youlanda yousef
yousif youssef yousuf yovani yovanni yovany yrjo yrsa ysabel ysabella ysidro yucel yucelen yudy yug
yuki yul yulanda yuli yuliana yulianna yulieth yulisa yulissa yuliza yulonda yuly yumi yumun yuna
yunis yunt yunus yurani yurany yurdanur yurdaser yureed yurem yuri yuridia yuriko yuritzi yurtguven
yurtseven yurttas yury yusef yusra yussuf yusuf yutika yuval yuvraj yves yvette yvonna yvonne
zaafir zaahid zaahir zaakir zaara zabdiel zabir zablon zabrina zac zacarias zacary zacchaeus zach
zachari zacharia zachariah zacharias zacharie zachary zacheriah zachery zachory zachry zack
zackariah zackariya zackary zackery zada zade zaden zadie zaeem zafar zafeer zafir zafrul zahaar
zahara zaharia zahava zaheer zahfer zahi zahid zahir zahira zahnya zahra zahraa zahri zahria zahrun
zahur zaib zaid zaida zaiden zaidyn zailey zain zaina zainab zainabu zaine zaira zaire zaitra
zaituni zak zakai zakari zakaria zakariah zakariya zakary zakayo zakee zakery zakhele zaki zakia
zakiah zakiya zakiyah zakiyyah zakkary zaliha zaliyah zalman zamari zamaria zamarion zamfir zamfira
zamir zamira zamiya zamiyah zamya zan zana zanaya zander zandra zandria zane zaneta zania zaniah
zanis zaniya zaniyah zanna zansi zanya zaquan zara zarah zarar zaraza zarek zari zaria zariah
zarina zariya zariyah zarna zarria zaryah zashil zauqi zavian zavien zavier zavion zaweel zaya
zayan zayd zayda zayden zayla zaylee zaylen zaylie zaylin zayn zayna zaynab zaynah zayne zayra
zayvion zayyan zayyir zbynek zdenek zdenka zdenko zdislava zdravko zeb zebadiah zebedee zebirce
zebulon zebulun zechariah zeferino zehaan zehnia zehra zehranur zeina zeinab zekayi zeke zela zelda
zelha zelia zeljka zeljko zell zella zelma zelmira zelpha zemyna zemzem zen zena zenaida zendaya
zende zenia zennun zeno zenobia zenon zenovia zenta zenzele zenzile zeola zephaniah zephyr zeppelin
zera zerafet zerdad zeride zeth zetta zettie zeus zev zevlude zewad zeynelabidin zeynep zeyno zhane
zharia zia ziad ziah zian zibuyile ziedonis ziga ziggy zigmund zigrida zihni zikmund zilfa zilmil
zilpha zimran zina zinal zinhle zinnia zinnure zion zionna zipporah zissy zita zitlaly ziva zivile
ziya ziyad ziyaettin ziyah ziyon zlatica zlatko zoe zoee zoei zoey zofia zofie zofija zoha zohrehan
zoi zoie zoila zoja zola zollie zoltan zona zooey zora zoraida zoral zoran zorka zowie zoya zuba
zubeyde zufer zuheyla zuhri zula zulbiye zuleika zuleima zulema zuleyka zuleyma zulfuye zulgarni
zully zulma zumaridi zumre zuri zuriel zury zuwayhir zuwena zuzana zuzanna zvi zvonka zvonko zwatie
zya zyair zyaire zyan zyana zyanna zyasia zygimantas zyion zykeria zyla zylah zyler zymir zyon
"""
)
