"""Given names from A to B: a table by scripts/given_names.py."""

from assistant.domain.library.masking_words import words

NAMES_A_B = words(
    """
aaaqil aaban aabid aachal aada aadam aaden aadhya aadi aadil aaditya aadya aadyn aafiya aage aahana
aahil aaiden aakash aalam aalayah aalee aaleyah aaliah aalim aaliya aaliyah aalyah aalyiah aamil
aamir aamirah aaniyah aanuoluwapo aanya aapo aaqil aaralyn aarav aaren aarif aarika aarin aarini
aarion aariz aarna aarnav aarne aaro aarohi aaron aarron aarush aarushi aarya aaryan aaryn aashi
aashif aashir aashna aasif aasim aatif aatiq aatos aaus aayan aayden aayush aazim aba abaan abagail
abayomi abbagail abbas abbe abbey abbi abbie abbigail abbigale abbigayle abby abbygail abbygale
abdalla abdallah abdel abdelrahman abdi abdias abdiel abdihakim abdirahman abdis abdoulaye abdu
abdul abdulahat abdulaziz abdulbekir abdulcemal abdulgazi abdulhadi abdulkadir abdulkerim abdullah
abdullahi abdulmenaf abdulrahman abdulsamed abdulsemet abdurrahman abdurresit abe abebi abednego
abeer abeiku abel abelardo abelina abelino abella abelone abena abeni abha abhay abhimanyu abhinav
abhiram abhishek abid abie abiel abigael abigail abigaile abigaili abigal abigale abigayle abilene
abimael abina abiodun abiona abisai abiye abjorn abner abosede abra abraham abrahan abrahim abrahm
abram abran abrar abree abria abriana abrianna abriel abriella abrielle abril abubakar abuzar
abygail acacia acadia acar acarkan ace acelynn achieng achille achilles achim acie aclan ada adaeze
adah adair adak adal adalberto adalee adaleigh adalene adalia adalie adalina adaline adaly adalyn
adalynn adalynne adam adama adamari adamaris adamary adamo adams adan adanna adara adarius adarsh
adasal adaya adda addalyn addalynn addam addelyn addelynn addie addilyn addilynn addis addisen
addison addisyn addy addysen addyson adebiyi adebowale adebukola adedayo adedeji adekitan adekola
adekunle adel adela adelaida adelaide adelasia adelbert adele adeleke adelene adelia adelin adelina
adeline adelita adell adella adelle adelmo adelyn adelyne adelynn adelynne adem aden adena adenike
adeniyi adeolu adeoti adepeju aderopo adesewa adeshina adesoji adesua adetayo adetoke adetoun adeyi
adham adhra adi adia adian adiel adiela adigun adil adila adilene adilyn adilynn adimu adin adina
adira adison adisyn adithya aditi aditya adlai adlan adlee adleigh adler adley adline adnan adolf
adolfo adolfs adolph adolphus adomas adon adonai adonis adonna adora adra adrain adrea adrean
adreana adreanna adrena adria adrian adriana adriane adriann adrianna adrianne adriano adriel
adrielle adrien adriene adrienna adrienne adrija adrijana adrina adrion adrionna adron adryan
adryana adryanna adunni advaith advay advik advika adviye adweta adwoa adya adyn adysen adyson
aedan aeden aedin aedyn aengus aerial aeriel aerin aeris aeron aeryn aesha afer afia afife afnan
afolarin afonso africa aftin afton afua agakisi agapito agastya agata agatha agathe agbegim age
aggie aggrey aglaia agmur agne agnes agnesa agnese agness agneta agnete agnieszka agnolo agnos
agostina agostino agripina agris agustin agustina agustine ahana aharon ahat ahlam ahmad ahmari
ahmed ahmet ahmir ahmya ahna ahren ahron ahsan ahsen ahsley ahter ahti ahtziri ahuva aicha aida
aidan aide aidee aideen aiden aidin aidyn aiesha aiga aigars aija aijuka aiko aila ailani ailbhe
ailee aileen ailene ailey aili ailin ailis ailish ailyn aime aimee aimie aimo aina ainars aine aino
ainslee ainsley ainslie airam airi airiana airianna aisa aisha aishah aishani aishling aishwarya
aisley aislin aisling aislinn aislyn aislynn aissa aissatou aistis aitana aiva aivaras aivars aixa
aiyana aiyanna aiyden aiza aizen aja ajah ajala ajanae ajani ajay ajda ajia ajla ajna ajoke akalan
akanmu akar akari akash akasha akatay akay akayla akbar akbas akboga akcabay akcasu akcivan akdora
akdurmus ake akeelah akeem akela akemi akgol akgunes akhil aki akia akif akiko akil akila akilah
akili akim akinkunmi akinlabi akinwale akinyi akira akise akiva akkerman akmaner akmaral akos
akosua akoth akoz akram aksay aksel akseli akshaj akshara akshay aksogut aksoy aktemur akua akumaa
akumu akver akwasi akwesi akyra ala alaa alaaddin alabezek alade alaeddin alahna alaia alaijah
alain alaina alaine alainna alaisha alaiya alaiyah alajah alamu alan alana alanah alanalp alanda
alandra alane alani alania alanie alanis alanna alannah alante alara alaric alasia alaska alastair
alattin alauna alaura alaya alayah alayjah alayla alayna alaynah alayne alaynna alaysha alayshia
alaysia alaz alba alban albany albaro albeiro alberico albert alberta alberte albertha albertina
albertine alberto alberts albin albina albino albion alcan alcide alcides alcira alda aldair aldean
aldemar alden alder alderano aldin aldine aldis aldo aldon aldona aldonza aldora aldrich alea aleah
aleaha alean aleana alease aleasha aleatha alec alecia aleck aleczander aleda alee aleea aleeah
aleece aleecia aleen aleena aleene aleesa aleesha aleeya aleeyah aleeza aleia aleida aleigh aleigha
aleina aleisha alejandra alejandrina alejandro alejo alek aleks aleksa aleksandar aleksander
aleksandr aleksandra aleksandras aleksandrs aleksanteri aleksi alekzander alemsah alen alena alene
alenka aleodor ales alesa alesandra alese alesha aleshia alesia alessa alessandra alessandro
alessia alessio aleta aletha alethea alethia aletta alex alexa alexah alexandar alexander
alexanderia alexandr alexandra alexandre alexandrea alexandria alexandrie alexandrina alexandro
alexandros alexandru alexas alexavier alexcia alexe alexei alexej alexes alexi alexia alexie alexis
alexiss alexius alexiz alexsa alexsander alexsandra alexsis alexus alexx alexxa alexxis alexy
alexys alexyss alexzander alexzandra alexzandria aleya aleyah aleyda aleyna alf alferd alfie alfio
alfons alfonse alfonsina alfonso alfonz alfonza alfonzo alfred alfreda alfredia alfredo alfreds
alfrieda alger algernon algie algirdas algot ali alia aliabbas aliah aliana alianna alica alice
alicea alicen alicia alicyn alida alie aliene aliesha aliihsan alijah alika alim alin alina alinda
aline alirio alis alisa alise aliseydi alisha alishia alisia alison alissa alissia alisson alistair
alistar alister alisyn alita alivia aliviah alix alixandra alixandria aliya aliyah aliyana aliyanna
aliyu aliza alizabeth alizae alizah alizay alize alja aljaz aljosa alka alkor allan allana allanah
allante allean allee alleen allegra alleigh allen allena allene alley alli alliah alliana allicia
allie alline allisa allisha allison allissa allisson allister allisyn alliyah allura ally allyn
allyne allysa allyse allysen allysha allysia allyson allyssa alma almasi almast almeda almedia
almer almeta almira almon almond almus aloha alois alojz alojzia alojzij alojzija aloma alon alona
alonda alondra alonna alonso alonza alonzo alora aloysius alparslan alpcan alpheus alphonce alphons
alphonse alphonso alphonsus alphonza alphonzo alpin alpsu alsoy alston alta altagracia altha althea
altie alto altogan altug alura alva alvah alvan alvar alvaro alve alveiro alvena alvera alverda
alverna alverta alvia alvie alvin alvina alvine alvino alvira alvis alwin alwyn aly alya alyah
alyana alyanna alyce alycia alyiah alyn alyna alyne alynna alys alysa alyse alysha alyshia alysia
alyson alyssa alyssah alyssandra alysse alyssia alysson alyvia alyx alyxandra alyxandria alyza
alzbeta ama amaan amac amada amadeo amadeus amado amador amadou amahle amaia amaira amairani
amairany amaiya amaiyah amal amalia amalie amalija aman amanda amando amani amar amara amarachi
amarah amare amaree amari amaria amariah amariana amarie amarii amarilis amarion amaris amariyah
amarri amaru amaryllis amauri amaury amaya amayah amayrani ambar amber amberlee amberley amberly
amberlyn amberlynn ambra ambre ambria ambrielle ambrose ambrosia ambrosio ambroz amedeo amedeu amee
ameen ameena ameenah ameer ameera ameerah ameir amel amelia amelie amelija amellia amelya amen
amena amer amera amere ameria america americo americus amerie amery ames amethyst amey ameya ami
amia amiah amico amie amiee amiel amil amilcar amilia amillia amilya amin amina aminah aminata
aminatu amir amira amiracle amirah amire amiri amisha amit amity amiya amiyah amleto amma ammar
ammie ammon ammy amna amogh amoke amol amon amondi amoni amonte amope amor amora amore amori amory
amos amparo amr amre amri amrit amrita amruta amy amya amyah amye amyia amyiah amyra amza ana
anabel anabela anabell anabella anabelle anahera anahi anahy anai anaiah anaida anais anaiya
anaiyah anakaren anakin analeah analee analeigh anali analia analiah analicia analiese analisa
analise analiyah analiz analucia analy analyssa anam anamaria anamarie anamika anand ananda ananias
ananya anargul anari anaru anas anasa anasia anasofia anastacia anastacio anastasia anastasie
anastasios anastatia anastazia anastazie anastazja anatolie anay anaya anayah anayeli anca ancel
ancil ancizar ancuta anda andee andela anden ander andera anders anderson andi andic andie andile
andjela andjelina andon andra andrada andrae andraya andre andrea andreana andreanna andreas andree
andreea andrei andreia andreina andrej andreja andrejka andrejs andrena andres andress andrew
andrey andreya andrez andria andrian andriana andrianna andrija andrik andrina andris andrius
andromeda andru andrue andruw andrzej andwele andy ane anecia aneesa aneesah aneesh aneesha aneisha
anej anel anela anemona anesha anessa aneta anete anetta anette anezka anfernee angad angalia
angavu angel angela angele angelea angelee angelena angelene angeles angeli angelia angelic
angelica angelie angelika angelin angelina angeline angelique angelisa angelise angelita angell
angella angelle angello angelo angely angelyn angelyna angelynn anghel anghelina angi angie angila
angla anglea anglia angus anh ani ania aniah anibal anica anice anicia aniela aniello anijah anika
anil anina anirudh anisa anisah anise anish anisha anisoara anissa aniston anistyn anita anitra
aniya aniyah aniylah anja anjali anjanette anjel anjela anjelica anjelina anjolaoluwa anjuli anka
ankica ankit ankita ankur anmol ann anna annabel annabell annabella annabelle annabeth annagrace
annah annak annaka annalea annaleah annalee annaleigh annalena annalia annalicia annalie annaliese
annalisa annalise annalyn annalynn annalyse annamae annamaria annamarie annamay annarose annastacia
annastasia anndrea anne anneka anneke annel anneli annelie anneliese annelise annell annelle
annemarie annemette annemijn anner annessa annet annett annetta annette anni annia annibale annica
annice annie anniina annija annika annikki annis annisa annissa anniston annistyn annita anniyah
annmarie annsley annukka annunziata anny anoni anora anouk anoushka ansaldo ansel anselmo ansh
ansis anslee ansleigh ansley anson anssi antanas antavious antawn ante antero anthany anthea
anthoney anthoni anthonie anthony antim antione antionette antjuan anto antoaneta antoin antoine
antoinetta antoinette antoino anton antone antonela antonella antonello antonetta antonette antoni
antonia antonie antonietta antoniette antonija antonin antonina antonino antonio antonios antoniu
antonius antons antony antonyo antra antron antti antuan antun antwain antwan antwane antwanette
antwann antwaun antwoine antwon antwone antwuan anu anuj anum anusha anushka anuta anvi anwar anya
anyah anyango anyi anyia anyiah anyla anylah anyssa anze aodhan aoibheann aoibhin aoibhinn aoife
aolani aongus aparna aphrodite apolena apolinar apollo apollonia apolonia apolonio april aprille
apryl aquila aquilla ara arabella arabelle araceli aracelis aracely aradhana arah aral aralyn
aralynn aram aramis aran arantza aranza araseli arash arath arav araya arayah arbey arbie arbutus
arcadio arcan arcelia archer archibald archie arda ardath ardelia ardell ardella ardelle arden
ardena ardeth ardie ardis ardith ardyce ardys ardyth areanna areli arelis arely aren ares aretha
aretta argelia argemiro argenis argie argu arham ari aria ariadna ariadne ariah arial arian ariana
arianah ariane arianna ariannah arianne arianny aribella aric arica arick arie arieana arieanna
ariel ariela ariele ariell ariella arielle arien aries arietta arif arifcan arihanna arija arijus
arik arika arike ariki arild arin arina arinola arion ariona arionna aris arisa arisbeth arisha
arissa arista aristeo aristide aristides aristita aristotle arius ariya ariyah ariyan ariyana
ariyanna arizona arja arjun arkadiusz arkut arla arlan arlana arland arlando arlean arlee arleen
arleigh arlen arlena arlene arlet arleta arleth arletha arlett arletta arlette arley arlie arlin
arlinda arline arlington arlis arliss arlo arlon arly arlyn arlyne arlynn arlys arma armaan armahan
arman armand armanda armandas armandina armando armands armani armas armella armen armida armin
arminas arminda arminta armon armond armondo armoni armonie arnaldo arnas arnaude arnav arne arnel
arnell arnett arnetta arnette arnez arnie arnis arnita arno arnold arnoldas arnoldo arnolds arnost
arnulfo aroha aron aronas arpad arpag arran arriana arrianna arrie arrington arron arsenie arsenio
arta artan artelia artem artemio artemis artemisa artemus artez artha arther arthor arthur artie
artis arto arttu artturi artur arturas arturo arturs aru arun arunas arunima arushi arusi arva
arvel arvella arvid arvids arvie arvil arvilla arville arvin arvind arvis arvo arvydas arwa arwen
arya aryah aryan aryana aryanna aryeh aryel aryn aryonna aryssa arziye asa asad asael asafe asaiah
asake asalet asali asani asante asanti asatira asbjorn asbury ascencion ase aseel asger ash asha
ashan ashanta ashante ashanti ashanty ashari ashby asheley ashely asher ashia ashish ashlan ashland
ashle ashlea ashlee ashleen ashlei ashleigh ashlen ashlene ashley ashli ashlie ashlin ashling ashly
ashlyn ashlynn ashlynne ashna ashraf ashten ashtin ashton ashtyn ashwin asiah asif asim asiman asir
asiya asiyah asko aslan aslanhan asley asliye asma asmaa asmini aspen aspyn assar assata assumpta
assunta asta astin aston astrid asu asuncion asusena asya ataahua atagun atalay atalia atalie
atanur atara atasagun atatore atena atenulf atfat atgun atha athalia athan athanasios atharv
atharva atheel athen athina athman athony athuman athumani ati atiana atiena atieno atila atilhan
atinuke atiya atiyye atlanta atlee atley atnan atreyu attaf atte atticus attila attilio attracta
atziri aubery aubre aubree aubrei aubreigh aubrey aubri aubriana aubrianna aubrie aubriella
aubrielle aubry auburn aud audelia auden audie audley audra audre audrea audreanna audree audrey
audri audria audriana audrianna audrie audrina audrius audry augie august augusta augustas auguste
augustin augustina augustine augusto augusts aukusti aulani aulikki aulis aundra aundre aundrea
aundria aune aura auraq aurea aureja aurel aurelia aurelian aureliana aureliano aurelie aurelija
aurelio aurelius auria auriana aurianna aurica auriel aurielle aurimas aurora aurore ausma ausra
ausrine austen austin austine auston austra austyn auther authur autry autum autumn ava avah avalee
avaleigh avalon avalyn avalynn avamarie avan avanell avanelle avani avant avante avari avarie avary
avaya avayah avelina aveline avelino avelyn aven averee averey averi averie averil avery avgust avi
avia avian aviana avianna avie aviel avigail avin avinash avion avionna avis avital aviv aviva avni
avonlea avory avraham avram avrey avrie avril avrohom avry avsin avunc awa awadil awamil awamiri
awan awani awero awesi awhina awilda awj awlya awmar awrad axel axenia axinte axl axle axton aya
ayaan ayah ayako ayamin ayan ayana ayanna ayannah ayasun ayat aybet aybora aycagul aycan ayda aydan
aydar ayden aydenn aydin aydinc aydon ayduru ayelen ayelet ayesha aygonenc aygutalp ayhan ayiana
ayinde ayinke ayisha aykut aykutalp ayla aylah ayleen aylen aylil aylin aylla ayman aynilhayat
ayodeji ayodele ayoka ayomide ayonna ayoub aypar ayra ayrton aysan aysar ayseana aysema aysenur
aysevim aysha aysia aysoy aysuna aytek ayten aytoz aytuna ayub ayulker ayush ayushman ayva ayvah
ayvas ayyaruk ayyubi azaan azad azade azael azaiah azalea azalee azalia azari azaria azariah
azariyah azban azeeb azeglio azeneth azettin azia aziah aziel aziyah aziz aziza azize azizi azlyn
azlynn azra azrael azriel azucena azul azuolas azzie baaba baahir baaizeed baaqee baaqir baaree
baashir baasim baasit baba babar babasola babatunji babawale babe baber babette baby babyboy
babygirl baccio bachittar badawi badegul badr bagdas bagdat baghyawati baha bahaa bahaddin
bahadurjit bahari bahati bahittin bahiy bahtinur baiba baila bailee baileigh bailey bailie baily
bairbel bairbre bakari bakhshi baki balatekin balca baldassare baldemar baldomero bale baleegh
baleigh balendra balhaar bali balinda baljiwan baltas baltazar balvan balveer bambad bambi bandile
bane banel banesa banjeet banu bao baqar baqir bara barak baraka barasa barb barbara barbaraann
barbi barbie barbora barbra barbro barbu barclay bari barica baris barkha barney barnie barr barraq
barret barri barrie barrington barry barsen bart bartek bartholomew bartley bartolo bartolomej
bartolomeo bartolomeu baruch bas basaam basarab basay bascom baseer basel basem bashaar bashaarat
bashan bashar basharat basheer basheerah bashir basil basilio basim basir basok basriye bassam
bastiaan bastian basya batal batool batsheva baturay batya bautista bayan bayard baydu baykan bayla
baylee bayleigh baylen bayley bayli baylie baylor bayman bayron bayruhan baytal bayzettin bazam bea
beata beatrice beatris beatrix beatriz beau beauden beauford beaulah beauty beaux bebe becca beckam
beckett beckey beckham becki beckie becky bedi bediriye bedri bedrich bee beecher begim behiza
behrem bekbay bektasi bela belal belen belgizar belia belicia belinda belkize bella bellamy
bellarose belle bellisan bello belma belo belva belvia belynda ben bena benadik benaiah benard
benas benedetto benedict benedicte benedikt benedikte benedita benek bengibay bengt beni beniamin
benice benicio benigno benita benito benjaman benjamen benjamim benjamin benjamine benji benjie
benjiman benn bennie benny benoit benol benone benson bent benta bente benthe bentlee bentley
bently bento benuel benvenuto benzion beppe berat beray berdie beren berend berends berenice
berenise berezat bergen berit beriye berkal berkeley berki berklee berkley berksay berl berlin
berlinda berlyn berna bernabe bernadean bernadette bernadine bernard bernarda bernardine bernardino
bernardo berndt berneda berneice bernell bernerd bernetta bernette bernhard bernice berniece bernis
bernita bernt beronica berra berran berrin bert berta bertha bertie bertil bertina berton bertram
bertrand bertulis beryl beryle besey beshte besin bess besse bessie beste beth bethan bethaney
bethani bethanie bethann bethanne bethany bethel betina betsabe betsaida betsey betsy bett bette
betti bettie bettina betty bettyann bettye bettyjane bettyjo bettylou betzaida betzy beula beulah
bev bevan beverlee beverley beverly beverlyn bevin bexley beyda beyhatun beyler beyonce beyzade
bezek bhanumati bhavani bhavika bhavini bhavna bhavya bhekani bhekisisa bhekizizwe bhekokwakhe
biagio bianca bianey bianka bibi bibiana bibuwa bican bidayet bijan bilaal bilal bilay bilender
bilgen bilginur bilgutay bilha biljana bilkay bilkisu bill billee billey billi billie billiejo
billy billye biltas bimala bina binay binbasar binh binyamin binyomin bionca birben birdie birger
birgit birgitta birgitte birgul biridiana birousk birsan birsen birte birtha birthe birtie biruta
bisar biserka bishakha bitten bitul bizhan bjarne bjorg bjorn blade bladen bladimir blahoslav blain
blaine blair blaire blaise blaize blake blakelee blakeley blakely blakelyn blanaid blanca blanche
blanchie blanduzia blane blanka blase blathnaid blayden blayke blayne blayze blaz blaze blazej
blazena blenda blessing blima blimy blondell blossom blythe boaz bob bobbe bobbette bobbi bobbie
bobbiejo bobbijo bobby bobbye bobette bobi bobie boden bodhi bodie bodil boe boel bogatimur bogdan
bogdana bogomir bohdan bohdana bohumil bohumila bohumir bohus bohuslav bohuslava bojan boje
bolatito boleslav boluwatife boma bonface bonifac boniface bonifacio bonita bonna bonni bonnie
bonnita bonny borahan boratas borge boris borivoj borje borris bortecin boruch borut borys bosibori
bostjan bostyn bowie boynak bozbag bozena bozerk bozica bozidara bozo boztas bracha bracken brad
bradd braden bradey bradi bradie bradlee bradley bradly bradon bradut brady bradyn braedan braeden
braedon braedyn braelyn braelynn braiden braidyn brailee brailey brailyn brailynn brain bralyn
bralynn bram bramwel branda brandalyn brandan brande brandee branden brandi brandice brandie
brandilyn brandin brandis brando brandon brandusa brandy brandyn branislav branislava branka branko
brannon bransen branson brant brantlee brantley brantly branton braulio bravin braxten braxton
braxtyn brayan braydan brayden braydin braydon braylan braylee brayleigh braylen braylie braylin
braylon braylyn braylynn brayson brayton brea breah breahna breana breandan breann breanna breannah
breanne breasia breauna breaunna breck brecken breckin breckyn breda breeana breeann breeanna
breeda breege breelyn breena breeze breezy breffni brelyn brelynn bren brena brenae brenan brencis
brenda brendah brendan brenden brendin brendon brendyn brenley brenna brennah brennen brenner
brennon breno brent brenten brentlee brentley brently brenton breon breona breonna bret bretislav
brett brette bretton brevin brexton breya breyana breyanna breyden breydon breyon breyonna bria
briah briahna brian briana brianca brianda briann brianna briannah brianne briant briar briasia
briauna brice bricen brid bridger bridget bridgett bridgette bridgit bridgitte bridie brie brieana
brieann brieanna brieanne briel briella brielle brien brienna brienne brier briget brigette brigham
brighid brigid brigida brigit brigita brigitta brigitte brihanna brijesh brilee brileigh briley
brilynn brina brinda brinkley brinlee brinley brinn brinton brion briona brionna brisa briseida
briseis briseyda brison brissa brissia brit brita britain britani britanny britany brithany britnee
britney britni britnie britny briton britt britta brittain brittainy brittan brittanee brittaney
brittani brittanie brittany britten britteny brittiany brittini brittiny brittnay brittnee brittney
brittni brittnie brittny britton brixton briyana briyanna briza broadus broc brocha brock brockton
brodee broden brodey brodi brodie brodrick brody brogan brona bronach bronagh bronislava bronson
bronte bronwen bronwyn bronx brooke brookelyn brookelynn brookie brooklin brooklyn brooklyne
brooklynn brooklynne brooksie bror brownie bruce brucha bruna brunilda bruno bryan bryana bryanna
bryanne bryant bryar bryce brycen bryden bryer brylan brylee bryleigh brylen brylie bryn bryna
brynlee brynleigh brynley brynlie brynn brynna brynne brynnlee brynnley bryon bryonna bryony brysen
bryson brystal brystol bryston bryton bucky bucur bud budd buddie buddy buel buelah buell buena
buffie bufford buffy buford buget buhari bula bulah bulunc buna bunmi bunnie bunny bunyamun buraid
burakhan burc burcuhan burdette buren bureyre burl burley burma burnell burnetta burnette burney
burnice burnie burnis burr burrell burt busara bushra busisiwe busra busranur buster butch
buyrukhan byran byrl byron bystrik
"""
)
