"""Given names from K to L: a table by scripts/given_names.py."""

from assistant.domain.library.masking_words import words

NAMES_K_L = words(
    """
kaamil kaan kaaren kaarina kaarlo kaashif kaazim kabeer kabir kabiru kace kacee kacen kacey kachela
kaci kacie kacper kacy kadance kadarius kade kadee kadeem kaden kadence kader kadi kadie kadija
kadijah kadin kadon kady kadyn kadynce kae kaeden kaedence kaedon kaedyn kaegan kael kaela kaelah
kaelan kaeleb kaelee kaeleigh kaelen kaeley kaeli kaelie kaelin kaely kaelyn kaelynn kaeson kaetlyn
kafeel kagan kage kagen kahir kahla kahlan kahlia kahlil kahu kahurangi kai kaia kaiah kaidan
kaiden kaidence kaidon kaidyn kaija kail kaila kailah kailan kailani kaile kailea kaileb kailee
kaileen kailei kaileigh kailen kailey kaili kailie kailin kaily kailyn kailynn kaimana kain kainalu
kainan kaine kainen kainoa kaique kaira kairi kairo kaisa kaisen kaiser kaisha kaisley kaison
kaitlan kaitlen kaitlin kaitlyn kaitlynn kaitlynne kaito kaius kaiya kaiyah kaj kaja kajetan kajji
kajsa kajuan kajus kal kala kalah kalan kalani kalaya kalayah kalbi kale kalea kaleah kaleb kalee
kaleem kaleema kaleen kaleena kalei kaleia kaleigh kaleigha kalel kalem kalen kalena kalene kaleo
kalervo kalevi kaley kalgay kali kalia kaliah kaliana kalib kalie kalil kalila kalin kalina kalise
kalisha kalissa kalista kaliya kaliyah kallan kalle kallee kalleigh kallen kalley kalli kallie
kalliope kallista kally kalman kalob kalon kalpit kalub kaluwa kalvin kalyn kalynn kalyssa kalysta
kam kama kamal kamala kamani kamar kamara kamari kamaria kamarie kamarion kamau kamauri kamaya
kamber kambree kambri kambria kambrie kamden kamdyn kamea kamel kamela kameran kameren kamerin
kameron kameryn kamesha kami kamia kamiah kamie kamil kamila kamilah kamilla kamille kamilly kamira
kamisha kamiya kamiyah kammi kammie kammy kamora kamran kamren kamri kamrie kamrin kamron kamry
kamryn kamrynn kamya kamyah kamyla kamyra kana kanaan kanak kanani kandace kandee kandef kandi
kandice kandie kandis kandra kandy kandyce kane kaneisha kanesha kani kania kanika kanini kanisha
kaniya kaniyah kannon kanoa kanon kanpulat kansas kanya kanye kanyon kao kaombwe kaori kapagan
kapri kara karaamat karabas karaca karaer karah karakucak karalee karaline karalyn karalynn karam
karama karan karanbay karani karanja karatas karcan kardelen kare karee kareem kareema kareen
kareena karel karely karen karena karene karey kari kariann karianne karie karilyn karim karima
karimah karime karimi karin karina karine karinna karis karisa karishma karisma karissa kariuki
karizma karl karla karlee karleen karleigh karlene karley karli karlie karlijn karlin karlina
karlis karlo karlos karlton karlukhan karly karlyn karma karman karmelo karmen karmin karmyn karna
karol karole karoliina karolina karoline karolis karolyn karon karra karrah karren karri karrie
karrington karron karry karsen karson karsten karston karsyn karter karthik kary karyl karyme karyn
karyna karyssa kasam kasandra kase kaseem kasen kasey kash kasha kashan kashangaki kashawn kashia
kashif kashish kashmere kashmir kashton kashvi kasi kasia kasidy kasie kasif kasim kaskazi kason
kasondra kaspar kaspars kasper kassandra kassey kassi kassia kassidee kassidi kassidy kassie kassim
kassondra kassy kasyn kata kataleya katalina katana katara katariina katarina katarzyna katcha kate
katee kateland katelin katelyn katelyne katelynn katelynne katera kateri katerin katerina katerine
katey kathaleen katharina katharine katharyn kathe katheleen katherin katherina katherine kathern
katheryn katheryne kathey kathi kathia kathie kathleen kathleene kathlene kathlyn kathlynn kathren
kathrin kathrina kathrine kathryn kathryne kathy kathya kathyleen kathyrn kati katia katiana katica
katie katilyn katina katiria katisha katja katlin katlyn katlynn katrena katri katrice katriina
katrin katrina katrine katrinka katriona katryna kattie katty katy katya kauko kauri kauthar kavan
kaven kaver kavi kavin kavion kavita kavon kavurt kavya kawan kawana kawanna kawika kawkab kawthar
kay kaya kayagun kayana kayanna kayce kaycee kayci kaycie kaydan kaydance kayde kaydee kayden
kaydence kaydin kaydon kaye kaygusuz kayin kayla kaylah kaylan kaylana kaylani kayle kaylea kayleah
kayleb kaylee kayleen kaylei kayleigh kaylen kaylena kaylene kayley kayli kaylia kayliana kaylie
kaylin kaylinn kayln kaylon kaylor kaylyn kaylynn kaylynne kayne kayra kayrabay kaysan kaysen
kaysha kaysi kaysie kayson kayte kaytie kaytlin kaytlyn kaytlynn kayvon kazi kazim kazime kazimierz
kazimir kazuo kea keagan keagen keaira keala kealan kean keana keanan keandra keandre keanna keano
keanu keara kearra kearsten kearstin keasha keasia keaton kecia kedra kedric kedrick kee keefe
keegan keela keelan keeli keelie keelin keely keelyn keena keenen keenon keera keesha keeton keeva
keevin kefser kegan kehlani kei keia keiana keianna keiara keifer keigan keijo keiko keila keilah
keilan keilani keily keilyn keion keiona keionna keir keira keiran keirra keirsten keirstin keiry
keisha keishawn keita keith keitha keithan keithen keji kejuan kekoa kela kelami kelan kelani kelby
kelcee kelcey kelci kelcie kelcy keld keldon keldrick kelechi keleigh keli kelia kelin kelis kelise
kellan kelle kellee kelleen kellen kelley kelli kelliann kellianne kellie kellin kellsie kelly
kellyann kellyanne kellye kellyn kelsea kelsee kelsey kelsi kelsie kelson kelsy kelton kelvin kelyn
kem kemani kemar kemari kemarion kemberly kemboi kemoni kemora kemper kemuma kemunto kemya ken kena
kenadee kenadi kenadie kenady kenai kenan kenard kenda kendahl kendale kendall kendalyn kendarius
kendel kendell kendi kendle kendon kendra kendrea kendrell kendria kendric kendrick kendrix kendyl
kendyll kenedi kenedy keneisha kenesha keneth kenia kenisha kenith keniya keniyah kenji kenlee
kenleigh kenley kenlie kenly kenn kennadi kennadie kennady kennan kennard kennedi kennedie kennedy
kennet kenneth kennetha kenney kennia kennie kennis kennisha kennith kennon kennth kenny kennya
keno kenric kenrick kensey kensi kensie kensington kenslee kensley kent kenta kentavious kenter
kenth kenton kentrell kenyada kenyan kenyangi kenyata kenyatta kenyetta kenyon kenza kenzi kenzie
kenzington kenzlee kenzleigh kenzley kenzo kenzy keola keon keona keondra keondre keone keoni
keonna keontae keonte keosha kera kerby keren keri keriann kerianne kerime kerman kermit kern keron
kerra kerri kerriann kerrianne kerrick kerrie kerrin kerrington kerry kersten kerstin kerttu kerubo
kervin kerwin kesean kesha keshaun keshav keshawn keshia keshon keshun kesia kesley keston kestutis
kete keturah keva kevan keven kevim kevin kevion kevon kevonte kevyn keya keyaan keyaira keyan
keyana keyanna keyara keyera keyla keylan keylee keyli keylin keyon keyona keyonna keyonte keyra
keysha keyshaun keyshawn keyton keyvon kezban kezia keziah khaalid khaan khadija khadijah khai
khaleb khaled khaleel khaleesi khali khalia khaliah khalid khalif khalil khalilah khaliq khaliyah
khamani khamari khamisi khang khanh khanyisile khara khari khary khayla khia khiry khloe khloee
khloey khloie khoa khoi khole khristian khristina khristine khristopher khushi khyla khylee khyree
kia kiaan kiah kiaira kian kiana kiandra kiani kianna kiante kiapo kiara kiarah kiaran kiarie
kiarra kiaya kibafupia kibar kibet kibibi kiburi kick kidus kieara kiefer kiel kiera kieran kieren
kiernan kieron kierra kiersten kierstin kierston kierstyn kiesha kieth kifaye kijana kijani
kikelomo kiki kila kile kilee kileigh kiley kilian killian kilonzo kim kimani kimanzi kimara kimari
kimathi kimaya kimball kimber kimberely kimberle kimberlea kimberlee kimberleigh kimberley kimberli
kimberlie kimberlin kimberly kimberlyn kimberlynn kimbery kimbilio kimble kimbley kimbra kimerly
kimeu kimi kimiko kimmie kimmo kimmy kimo kimora kimutai kimya kina kinaya kindall kindle kindra
kingsley kingston kinlee kinleigh kinley kinsey kinslee kinsleigh kinsley kinubi kinuthia kinyanjui
kinyua kinzie kinzlee kinzley kiojah kioko kion kiona kionna kip kipchirchir kipchumba kipenzi
kipepeo kipkemboi kipkemoi kipkirui kipkoech kipkorir kipkosgei kipkurui kiplagat kiplangat kiplimo
kipngeno kipngetich kipp kipras kiprono kiprop kiprotich kipruto kipsang kipton kiptoo kiptyn
kipyegon kira kirah kiramettin kiran kirby kiri kirin kirk kirkland kirra kirsi kirsten kirsti
kirstie kirstin kirstine kirsty kirstyn kirt kirui kisa kisha kishan kisima kitan kitana kittie
kitty kiume kiva kiwara kiya kiyah kiyan kiyana kiyanna kiyasi kiyoko kiyomi kiyoshi kizzie kizzy
kjeld kjell kjersti kjetil klaire klara klarissa klas klaudia klaudie klaus klavdija klavs klay
klayton klemen klement kliment klint klinton kloe kloee kloey kloie klynn knut knute koa kobe kobey
kobi kobie koby kocabas kocak kockan koda kodee kodey kodi kodiak kodie kody koech koen kofi koha
kohen kohl koi kojo koker koktas kolawole kolbe kolbi kolbie kolby koldan kole kolin kolleen kollin
koloman kolt kolten kolter koltin kolton koltyn komal koncagul kondo kong konguralp konner konnie
konnor konrad konradi konradus konstantin konstantinos konstanty kooper kopan kora korah koral
koran koray korben korbin korbyn kordell korede koree koreen koren korey kori korie korin korina
korinne korir korkmazalp kornel kornelia kornelija korra korri korrie korrin korrine kortez kortnee
kortney kortni kortnie korugan kory koryn kosemen kosgei kosisochukwu kosukhan kota kotryna kotuz
kou kourtnee kourtney kourtni kourtnie kovu koy kraig kreg krew kris krish krisha krishna krisjanis
krislyn krislynn kriss krissa krissy krista kristal kristalyn kristan kristaps kriste kristee
kristeen kristel kristen kristena kristene krister kristers kristi kristian kristiana kristianna
kristie kristiina kristijan kristin kristina kristine kristjan kristle kristof kristofer kristoffer
kristofor kriston kristopher krists kristupas kristy kristyn kristyna kritika kruz krysta krystal
krystel krysten krysti krystian krystie krystin krystina krystine krystle krystof krystopher
krystyn krystyna krzysztof ksawery ksenija kubran kuchanua kuddusi kujoe kullen kullervo kumar
kumral kunal kuria kursad kurt kurtis kurunzi kush kusiima kustaa kutay kutgun kutun kveta
kvetoslav kvetoslava kwabena kwadwo kwaku kwamboka kwame kwamena kwan kwasi kweku kweli kwesi kya
kyah kyalo kyan kyana kyanna kyano kyara kyasia kyden kye kyera kyesha kyia kyla kylah kylan kylar
kyle kylea kyleah kylee kyleen kylei kyleigh kylen kylene kyler kyley kyli kylia kylie kyliee kylin
kyllikki kylon kylynn kym kymani kymber kymberlee kymberli kymberly kymora kyna kyndal kyndall
kyndell kyndra kyng kynlee kynleigh kynnedi kynslee kynzie kynzlee kyon kyra kyrah kyran kyre kyree
kyrell kyren kyri kyria kyrie kyrin kyron kyrsten kyrstin kysen kyson kyzer laban labeeb labib
lacee lacey lachelle lachlan laci lacie lacinda lacramioara lacresha lacretia lada ladarius
ladarrius ladawn ladd laddie ladean ladell ladislau ladislav ladislava ladli ladon ladona ladonna
ladora lady laeeq lael laela laetitia lafayette lafe lafonda lage lahiah lahoma laiba laika laiken
laikyn laila lailah lailani lailati laimonis laina laine lainee lainey laini lainie laiq laird lais
laisha laith lajita lajlaj lajuan lajuana lakayla lakecia lakeesha lakeia lakeisha lakeith lakeitha
lakelyn laken lakendra lakendrick lakenya lakesha lakeshia lakesia laketa lakeya lakeysha lakia
lakiesha lakin lakisha lakita lakiya lakota laksh lakshit lakshmi lakyn lala lale lalita lalo lam
lamar lamarcus lamario lamarion lamarr lamaya lamberto lameck lamesha lamia lamiya lamiyah lamon
lamond lamonica lamonte lamya lan lana lanae lanay lanaya lance lancelot landan landen lander
landin landis lando landon landree landri landrie landyn lanea lanee laneisha lanell lanelle
lanesha lanessa lanetta lanette laney langalibalele langat langdon langley langston lani lania
laniah lanie laniece lanier lanise lanisha lanita laniya laniyah lanna lannette lannie lanny lanora
lansing lantz lanya laoise laporsha laqeet laquan laquana laquanda laquesha laquetta laquinta
laquisha laquita laquitta lara larae laraine laramie laray laree lareina laren larena larence
larene larenzo laretta larhonda lari lariah larinda larisa larissa larita lariyah lark larnell
laron laronda laroy larraine larrie larry lars larue lary laryssa lasandra lascar lasean lasha
lashae lashan lashana lashanda lashandra lashanna lashanta lashaun lashauna lashaunda lashawn
lashawna lashawnda lashay lashea lashell lashelle lashon lashonda lashondra lashun lashunda
lashundra lasondra lasonya lasse lassi lassie laszlo latanya latara latarsha latasha latashia
latasia latavia lataya latecia lateef lateefah lateisha latesha lateshia lathan latia laticia latif
latifa latifah latina latisa latisha latishia latonia latonja latonya latora latoria latorya
latosha latoshia latoya latoyia latrece latrell latrelle latresa latrese latrica latrice latricia
latrina latrisha latroy lattie launa laura lauraine laural lauralee lauran laurance laure laureano
lauree laureen laurel lauren laurena laurence laurene laurens laurent laurentia laurentiu laurenz
lauretta laurette lauri laurian laurice laurie laurin laurinda laurine lauris laurissa laurita
laurits lauro laury lauryn laurynas laurynn laus laust lautaro lavada lavanya lavar lavaughn laveda
lavena lavender lavenia lavera lavergne lavern laverna laverne laveta lavetta lavette lavina
lavinia lavita lavize lavon lavona lavonda lavone lavonia lavonna lavonne lavonte lawana lawanda
lawanna lawayne lawerance lawerence lawernce lawrance lawren lawrence lawrencia lawton laya layah
layan laycee layden layken layla laylah laylani laymon layna layne laynee laynie laysha layth
layton lazar lazaro lazarus laze lazer lazzaro lea leah leaha leala leamon lean leana leander
leandra leandre leandrea leandrew leandro leane leann leanna leanne leanora leanord leanore lear
leasa leasia leatha leatrice lebron lecia leda ledell ledun lee leea leeah leeana leeann leeanna
leeanne leela leeland leena leeroy leesa leeta leetta leevi leeza legrand lehman lei leia leiah
leiana leianna leider leidy leif leigh leigha leighann leighanna leighanne leighla leila leilah
leilani leilanie leilany leina leisa leisha leita leith leitha leja lejla leke lekeisha lekesha
lekha lekisha lela lelah lelan leland lelani lelar lelia lella lem leman lemar lemmie lemon lemont
lemuel lena lenae lenah lenard lenda lendell lendon lene lenell lenette leni lenice lenin lenise
lenita lenka lenn lenna lennard lennart lennarth lennie lennis lennox lenny leno lenoard lenon
lenora lenord lenore lenox lenton lenwood lenzie lenzy leo leobardo leocadia leoda leola leoma leon
leona leonard leonarda leonardo leondra leondre leone leonel leonela leonhard leoni leonia leonidas
leonides leonie leonna leonor leonora leonore leons leontin leontina leontine leopold leopolda
leopoldina leopoldo leora leordean leos leota leotis lequita lera lere leron leroy lerze les lesa
lesana lesha leshawn leshia lesia leslee lesley lesli leslie lesly leslye lessie lesslie lessly
lesta lester leta letecia letha lethia leticia leticija letisha letisia letitia letizia letricia
letta letticia lettie letty lev leva levada levar levell levern leverne levert levester levi levie
levin levina levis leviticus levon levoslav lew lewie lewis lex lexa lexi lexia lexie lexington
lexis lexus lexy leya leyah leydi leyla leylah leylani leyli leyna leyton lezize lezlie lezly lia
liah liam lian liana liane liani liann lianna lianne liba liban libardo libbie libby liberto
liberty libia libni libor liborio librada librado libusa libuse lica liceth licia lida liddie lidia
lidija lieke liem lien liene liepa liesel liesl lieve liga lige ligia ligita liisa lila lilah
lilburn lilee lili lilia lilian liliana liliane lilianna lilianne lilibeth lilie lilija lilijana
lilita lilith lilja liljana lill lilla lillard lillee lillemor lilli lillia lilliam lillian
lilliana lilliann lillianna lillianne lillie lillith lilly lillyan lillyana lillyann lillyanna
lillyanne lily lilyan lilyana lilyann lilyanna lilyanne limazah limon lina linah linas lincoln
linda lindah linde lindell linden lindi lindley lindon lindsay lindsey lindsi lindsie lindsy lindy
line linet linette linford linh linkin linley linn linna linnea linnette linnie lino linsay linsey
linton linus linwood linzi linzie linzy lioara lionel lionell lior liora lipa lipika lis lisa
lisaann lisabeth lisamarie lisandra lisandro lisanne lisbet lisbeth lise liselott liselotte liset
liseth lisette lisha lisle lissa lisset lisseth lissett lissette lissie lita littie litzy liv liva
livia livingstone livio liviu liwia liya liyaaqat liyah liyana liyaqat liz liza lizabeth lizandra
lizandro lizbet lizbeth lize lizet lizete lizeth lizett lizette lizz lizzet lizzeth lizzette lizzie
lizzy ljiljana ljubica ljudmila llewellyn lleyton lloyd lluvia loa lochlan locke lodovico loek loes
lofton logan logann logen lohit loic loice loida lois loise loke loki lola loleta lolita lollie
loma lon lona londa londell londen londisizwe londiwe londyn londynn lone lonell loney loni lonie
lonna lonnell lonnie lonny lonzie lonzo loot lopa lora lorain loraine loralee loralei loralie loran
lorayne lorcan lore loreal lorean loredana loree loreen lorelai lorelei loreli lorelle loren lorena
lorence lorenda lorene lorenz lorenza lorenzo loreta loretha loretta lorette loretto lori loria
loriann lorianne lorie lorien lorilee lorin lorina lorinda lorine loring loris lorissa lorita lorn
lorna lorne lorrain lorraine lorrayne lorren lorrene lorretta lorri lorriane lorrie lorrine lorry
lory loryn lossie lot lota lott lotta lotte lottie lotus lou louann louanna louanne louella louetta
loui louie louis louisa louise loula loura lourdes lourenco lourie louvenia lova love lovell
lovella lovely lovenia lovetta lovey lovie lovina lovis lovisa lovre lovro lowe lowell loy loyal
loyalty loyce loyd loyde loye loyola ltanya luan luana luann luanna luanne luara luay luba luberta
lubertha lubica lubomir lubomira lubor lubos luboslav luboslava luc luca lucas lucca luce lucentiu
lucero lucetta luchino luci lucia lucian luciana lucianna luciano lucie luciel lucien lucienne
lucija lucila lucile lucilla lucille lucina lucinda lucio lucious lucius lucky lucrecia lucretia
lucretiu lucrezia lucus lucy ludek ludie ludmila ludolf ludomil ludomila ludovic ludovica ludovico
ludovit ludvig ludvik ludwig lue luella luellen luetta luevenia lufen lugene lugenia luigi luigina
luis luisa luisana luisangel luise luisina luiz luiza lujza luka lukas lukasz luke lukus lula lular
lulu luminita lumir luna lunden lundyn lungile lunna lupe lupita luqmaan luqman lura lurene luretha
lurlene lurline luster lut lutf lutfi luther lutie lutricia luuk luvenia luverne lux luyanda luz
luzmaria lwandile lya lyam lyana lyanna lyda lydell lydia lydiah lydie lykke lyla lylah lyle
lyllian lyman lyn lyna lynae lynda lyndal lyndall lyndee lyndel lyndell lynden lyndi lyndia lyndie
lyndon lyndsay lyndsey lyndsi lyndsie lyndsy lynell lynelle lynetta lynette lynlee lynley lynn
lynna lynnae lynnda lynne lynnea lynnell lynnetta lynnette lynnlee lynnsey lynsey lynsie lynwood
lynzee lynzi lynzie lyra lyric lyrik lyriq lysa lysandra lysette lyssa lyza
"""
)
