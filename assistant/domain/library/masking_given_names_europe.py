"""Given names of the continent of Europe and of Latin America, as people in the UK bear them.

Drawn from the tables of Faker, copyright (c) 2012 Daniele Faraglia and contributors, under the MIT
licence (the text in LICENSE); what is an ordinary word of English letters was left out.
"""

from assistant.domain.library.masking_words import words

EUROPEAN_NAMES = words(
    """
    aada aage aapo aarne aaro aatos abbas abdirahman abelardo abelone abjorn abril achille achim
    adalberto adamo adams adela adelaida adelaide adelasia adelin adelina adelmo adiela adina
    adolf adolfo adolfs adomas adonis adriano adrien adrija adrijana afonso agathe aglaia agne
    agnesa agnese agneta agnete agnolo agnos agostina agostino agripina agris agustin agustina
    ahti aida aiga aigars aija aiko aila aili aime aimo aina ainars aino airi aistis aivaras
    aivars ajda ajna aksel akseli alain alara alba albeiro alberico alberta alberte albertina
    alberto alberts albin albina alcides alcira aldair aldemar alderano aldis aldo aldonza
    aleida alejo aleks aleksandar aleksandras aleksandrs aleksanteri aleksi alen alena alenka
    aleodor ales alessia alessio alexandar alexandr alexandre alexandrie alexandrina alexe
    alexej alfio alfons alfonsina alfonso alfonz alfredo alfreds algirdas algot alica alida alin
    alirio alis alisa alise alistar alja aljaz aljosa allana allegra alois alojz alojzia alojzij
    alojzija alonso alphons alphonse alvar alvaro alve alveiro alvine alzbeta amadeo amadeus
    amador amalia amalie amalija ambar ambroz amedeo amedeu amelija amico amleto amparo amza
    anabel anabela anabella anaida anais anamaria anas anastasie anastazie anatolie anca ancizar
    ancuta anda andela anders andjela andjelina andra andrada andree andreea andreia andrej
    andreja andrejka andrejs andress andrey andrian andrija andris andrius anej anel anemona
    anete anette anezka angelika angelo anghel anghelina anibal anica anisoara anja ankica
    annabell annabella annalena annalisa annamaria anneli annelie annemette annemijn annetta
    anni annibale annica anniina annija annika annikki annukka annunziata anouk ansaldo ansis
    anssi antanas ante antero antim anto antoaneta antonela antonella antonello antonie
    antonietta antonija antonin antonina antonino antoniu antonius antons antra antti antun
    anuta anyi anze apolena apollo araceli arbey arcelia arda argemiro aria ariadna arian ariane
    arie ariele arija arijus arild arina aristide aristita arja arley armandas armands armas
    armin arminas arnaldo arnas arnaude arne arnis arnoldas arnolds arnost arnulfo aronas arpad
    arsenie arsenio artemisa artis arto arttu artturi artur arturas arturs arunas arvid arvids
    arvo arvydas asafe asbjorn asger asko assar asta aston asuncion atena atenulf atila atte
    audrius augustas auguste augustin augustina augusto augusts aukusti aulikki aulis aune aura
    aureja aurel aurelian aureliana aurelie aurelija aurelio aurica aurimas aurora aurore ausma
    ausra ausrine austra avgust avram axel axenia axinte ayden ayla aylin aylla ayoub azeglio
    azra azucena azuolas baccio baiba baldassare banel bara barbora barbro barbu barica
    bartolomej bartolomeo bartolomeu basarab bastiaan bastian bautista bayron beatriz beau bebe
    bedrich bella belo benadik benas benedetto benedicte benedikt benedikte benedita bengt beni
    beniamin benicio benito benjamim benny benoit benone bent bente benthe bento benvenuto beppe
    berat berend berends berenice berit bernabe bernarda bernardo berndt bernhard bernt berra
    berta bertil bertram bertrand bertulis betina bettina biagio bianka bibi bibiana biljana
    birger birgitta birgitte birte birthe biruta biserka bitten bjarne bjorg bjorn bladimir
    blahoslav blanca blanduzia blanka blaz blazej blazena bodil boel bogdana bogomir bohdan
    bohdana bohumil bohumila bohumir bohus bohuslav bohuslava bojan boje boleslav bonifac borge
    borivoj borje borris borut bostjan bozena bozica bozidara bozo bradut bram brandusa
    branislav branislava branka branko brayan brencis breno bretislav brigita brigitte brita
    britt britta bronislava bror bruna bucur bystrik caetana caio caius cajsa calcedonio calebe
    calin calogero camelia camil camila camillo camilo campo candela candelaria cantemir
    capucine caridad carin carita carlijn carlo carlota carlotta carmela carmelo carmenza
    carmina carminho carola carolin carsten casandra casian casiana casper catalin catarina
    catharina catinca cato catrina catrine catrinel caua caue cazimir cecile cecilie cecilija
    cedrin cerasela cesare ceylin cezar cezara chantal charlott charlotta christel christelle
    christer christiane christin christofer christoffer christoph christophe cielo ciprian
    cipriana cipriano ciril cirillo cirkeline ciro citlali claes clarice clarisa clas claudio
    claudiu claus clavs clelia clemence clemencia clemens clemente clementina cleopatra codin
    codrin codrina codrut codruta coluccio concepcion concetta conchita conny constanca
    constanta constantin constantina constantino constanza constanze consuela consuelo coralia
    corina coriolano cornel cornelia cornelio cornelis corneliu corrado corvin cosmin cosmina
    costache costantino costanzo costel costin crenguta crin crina cristal cristea cristhian
    cristiano cristobal cristofor ctibor ctirad curt cvetka cvetko cyprian daan dace dacian
    daciana dafina dagmar dagmara dagny dagoberto dahiana daiana daiga daina dainis dainius
    dairo dalibor damiano damijan damir damjan damjana dani danica danielius daniels danijel
    danijela danilo danique danna dante danuse dany dariana darija darinka dario darja darko
    darta darwin dary dasa davi davor davorin dayana decebal deiby deicy deisy deividas dejan
    delfina delfino demeter demetra denisa derly despina deyanira dezider dick dida didier
    didina diego dimitrina dinis dino dinu diogo dion dionigi dionyz dirk dita ditte dobroslav
    dobroslava dochia doina dolly domagoj domantas domas domen domenica domenico domingo
    dominyka dominykas domnica donatas donatella donatello donato dorel dorian doriana dorin
    dorina dorinel dorli doroteja dorothee dorte dorthe doru dovile dovydas draga dragan dragica
    drago dragos dragutin drahomir drahomira drahoslav drahoslava drazen duarte duban ducu duje
    dulce dumitra dumitrana dumitru durante durdica duro dusan dusanka duuk duvan dylano dzidra
    dzintars dzintra ebba ebbe ecaterina ecrin edda eder edgaras edgardo edgars edier edilberto
    edilma edilson edin edinson edison edisson edita edite edmunds edoardo edouard eduar eduard
    eduarda eduards edvard edvardas edvin edvinas edvins edwar eelis eemeli eemil eerik eero
    eetu eeva efrain efren eftimia eftimie egidijus egil egils egle egon eider eidvile eija eila
    eimantas einari einer eino eirik eivind eivor elcy eleanora eleonor eleonora eleonore
    eliecer eliisa elina eline elinor elis elisabet elisabeta elisaveta eliska elita elizabeta
    elizabete elize elkin elladio elli ellinor elma elmars elmer elmeri elmo elna eloa eloah
    elodia elof eloisa elona eloy elsebeth elsy elver elvia elvin elvy elyas elza emanoil
    emanuela emanuella emanuelly emanuil emelie emely emerson emilce emile emilian emiliano
    emilija emilis emils emilse emir emiro emmanuelle emmi enar engla enith enna ennio enrika
    ensio enzio enzo eraldo eremia erikas eriks erina erkki erland erling ermanis ermanno
    ermenegildo ermes erna ernestas ernests ernst ervin erwin esben esila eskil esko esmarelda
    esmee esneider esparta espartaco espen essi esteban estefania estela estella ester estera
    esteri estiven etela etienne ettore eufrosina eugen eugenio eulalia eunika eusebia eusebiu
    eustatiu evald evaldas evalds evangelista evanghelina evelien eveliina evelina evelio evert
    evija evita ezequiel ezio faas faber fabia fabiana fabienne fabiola fabrizia fabrizio
    facundo fanny faustas faustino fausto fedde fedele federica federigo fedor felicitas feliks
    feline felipe femke fenna fenne ferdinando ferney fiamma fien fiene filip filipa filipe
    filippa filippo filofteia filomena fiodor fiorenzo fiorino flavio flaviu flemming floare
    floarea floortje flor florea florencia florenta florentin florentina florian floriana
    florica florina floris folke fortunata fran franc franci francia francisc francisek
    franciska franck franco francoise francy franjo frans frantisek frantiska franziska freddy
    frede frederico frederik frederika frederikke frederique fredo fredric fredrik fredrika
    fredy freja fricis fridolin fridrich friedrich fritz frode frusina fulvio fuma gabi gabino
    gabriele gabrielius gabrielly gael gaetano gaida galasso gallego gaspar gaspare gastone
    gatis geanina gederts gediminas geir gejza gelsomina gelu genaro genovefa gentiana georg
    georgel georges georgeta georgian georgiana geovanny gerardo gerd gerda gerhard german
    germana geronimo gerrit gerson gert gertrud gertruda geta ghenadie gheorghe gheorghita
    gherghina ghita giacinto giacobbe giacomo giada giampaolo giampiero gian giancarlo
    gianfrancesco gianfranco gianina gianluca gianluigi gianmarco gianna gianpaolo gianpietro
    gica gicu giedre giedrius giel gijs gilberto gildardo gilles gillis gilma gino gintare
    gioacchino gioachino gioele gioffre gionata giorgia giorgian giorgiana giosue giovanna
    giovanny girolamo girts gisela gitte giuliana giuliano giulietta giulio giuseppina giustino
    gizela gladis goda goffredo goncalo gonzalo gorazd gordana gorm gosta gote gottfrid graciela
    gratian gratiana gratiela graziano graziella greca greco grega greger gregoire gregorian
    gregorio grete grethe grieta grigore griselda guarino gudrun guglielmo guido guilherme
    guillaume guillermina gunars gunborg gundhild gunhild gunilla gunita gunn gunnel gunner
    gunta guntars guntis gunvor gurli gustaf gustas gustavo guus guusje gyda gyte gytis hadassa
    hakon hampus hanne hannele hannes hannu hanss haralamb haralambie harald harijs harol harri
    havard hedda hedvig hedviga hedvika hege heidy heikki heinrich heitor helge heli helina
    helle hellena hellevi helmer helmi heloisa helvi hendrik henna henning henri henric henrich
    henrieta henriette henrikki henriks henrique heracleea herdis heriberto hermanis hermanni
    hermelinda hermina hernan hernando herney hidde hilde hilding hilkka hillevi hilma hjalmar
    hjalte hjordis holger homero honore horacio horatiu horea horia hortense hortensia hortenzia
    horymir hrvoje hugues humberto hynek iacob iancu ianis iara iasmina iben ibeth idun ieremia
    ieva ignac ignacio ignas ignazio igne igors iida iiris iisakki ilari ilaria ilarie ilarion
    ilga ilias ilie ilija ilinca ilja ilkka ilmari ilmars ilse ilze imants imke imrich inara
    indre indrikis indy inese ineta ingalill ingeborg ingegard ingegerd ingela ingelise ingemar
    inger ingmar ingrida inguna ingvar inkeri inocentiu inta ioan ioanina iolanda ionel ionela
    ionelia ionica ionut iosefina iosif ippazio irena iridenta irinel irja irmantas irmeli
    isabela isabell isabelly isac isadora isaias isaque isidro isis ismo itzel iulia iulian
    iuliana iuliu iurie iustin iustina iustinian ivanka ivar ivars iver iveta ivica ivka ivona
    ivonne izabele izidor iztok jaakko jaana jacinto jackeline jacobine jacobo jacopo jader
    jadranka jaider jair jairo jaka jakob jakobs jakov jalmari janeta janez jani janis janja
    janko janna janne janneth janni jannie jannik jannis jano jaqueline jari jarkko jarl jarmila
    jarmo jarno jarolim jaromir jaromira jaroslav jaroslava jasmijn jasmina jasminka jasna jayda
    jaylinn jayson jazeps jazmin jeana jeannine jeferson jefferson jeison jeisson jekabs jekaubs
    jele jelka jelle jelte jenel jente jeppe jere jeremias jergus jerica jerker jernej jerneja
    jeronimo jerson jesper jezups jhan jhoan jhoana jhon jhonatan jhonny jhony jimena jimmie
    jindrich jindriska jinthe jiri jirina jitka joacim joakim joana joao joaquim joaquin
    joaquina joelle joep joey johana johann johans johnnie jokubas jolana jolanda jolie jolijn
    joline jonatan joni jonna jonny joona joonas joonatan jordy jorgen joris jorma jorn jort
    jorune jorunn josefa josefiina josefin josefina josefine josette josip josipa josko joso
    josue jouko jouni jovana jovita jozef jozefa jozefina jozica jozo juana judita juha juhana
    juhani juho jukka jula jule jules juliane julien julieta julieth julija julijana julijs juna
    juni juozas juraj jure jurgita juris jurre jussi justas justina justinas juul juulia juuso
    jyrki jytte kaarina kaarlo kaija kaique kaisa kaja kajsa kajus kalervo kalevi kalina kalle
    kamilly kare karel karine karlijn karlina karlis karlo karmen karol karoliina karoline
    karolis karsten kaspar kaspars kasper kata katariina katcha katerine katherin kati katica
    katri katriina katrin katrine kauko kazimir keano keijo keld kenn kennet kenth kerstin
    kerttu kestutis kevim kian kick kiki kimmo kipras kirsi kirsti kirstine kjeld kjell kjersti
    kjetil klara klas klaudia klaudie klavdija klavs klemen klement kliment knut koen koloman
    konradus kornel kornelia kornelija kotryna krisjanis kriss kristaps krister kristers
    kristiana kristiina kristijan kristjan kristof kristofer kristoffer krists kristupas
    kristyna krystof ksenija kullervo kumar kustaa kveta kvetoslav kvetoslava kyan kyano kyara
    kyllikki lacramioara lada ladislau ladislav ladislava laetitia lage laila laimonis lais
    lamberto lando larisa lascar lasse lassi laure laureano laurens laurent laurentia laurentiu
    laurenz lauretta lauri laurian laurin lauris laurita laurits laurynas laus laust lautaro
    lavize lazar lazzaro lean leana leander leandra leandro leevi leia leider leidy leif leja
    lelia lene leni lenn lennard lennart lennarth leonel leonhard leoni leonor leons leontin
    leontina leontine leopold leopolda leopoldina leopoldo leordean leos lesana lesia leticia
    leticija letitia letizia levoslav leydi leyla liana liba libardo liberto libia libor libusa
    libuse lica liceth licia lida lidia lidija lieke liene liepa lieve liga ligia ligita liisa
    lili lilia liliane lilija lilijana lilita lilja liljana lilla lillemor lilli lilly linas
    linde linn linnea lino lioara lisandro lisanne lisbet lise liselott liselotte liseth liva
    livia livio liviu lize lizete lizeth lizz lizzy ljiljana ljubica ljudmila lodovico loek loes
    loke lolita lona lora loredana lorelei lorena lorenz lorenzo lorin lotta loui louie lourdes
    lourenco lova lovis lovisa lovre lovro lowe luan luana luara lubica lubomir lubomira lubor
    lubos luboslav luboslava lucca luce lucentiu lucero luchino luciano lucija lucila lucio
    lucretia lucretiu lucrezia ludek ludolf ludomil ludomila ludovic ludovica ludovico ludovit
    ludvig ludvik ludwig luigi luigina luisana luise luisina luiza lujza luminita lumir luna
    lunna luuk lydie lykke maaike maaria maarit maarten maartje macs madalena madalin madalina
    madara madelene madelief mads mafalda magaly magne magnolia mahulena maicol maida maija
    maiken maira maite maja majken majvor maks maksim maksimiljan malena malene malin malina
    malou malte malthe malva malvina manca manda manfred manole manon mans mantas mante manuella
    marcantonio marcela marcelle marcello marcelo marcheta marcio marcos marcu mare mareks maren
    marga margareta margaretha margarida margaud margherita margit margita margoth margrethe
    margrieta mari mariane mariann marianna mariano maribel marica maricela maricica mariela
    mariella marijan marijana marijn marika marilena marin marine marinela marinka marino
    marinus marioara maris marisela marit marita marite maritta maritza mariuca marja marjaana
    marjan marjana marjanca marjatta marjeta marjo marjukka marjut markas marketa marketta
    markku marlen marleny marly maros mart marte marten marthe martim martine martino martins
    martta martti martynas marusa maryse masa massimiliano massimo matas mate matea matei matej
    mateja mateus matevz matheo matheus mathieu mathijs mathilde matias matic matija matilde
    matiss matjaz mato matous mats matthieu matthijs matti mattia mattias matts matus matyas
    maude mauno mauri mauricio maurilio maurits mauritz maurizio mauro maxim maxime maximilian
    maximiliano maximo mayerly mayra maysa mayte maza meda medard medeja mees meike meja melania
    melek melichar melisa melita melker melle melwin merel merete merethe merijn merja merlin
    mert mervi mery metka metod mette micael micaela micha michala michela michelangelo
    micheletto michelotto migle miha mihael mihaela mihai mihail mihels mihnea miia miika mijo
    mika mikael mikaela mikelis mikels mikkel mikko mikulas milada milagros milan milana milda
    mile milica milla mille miller miloslav miloslava milota milou miluse mimmi mindaugas
    minerva minna minodora mioara mirabela miran mircea mirco mirdza mirela mirella mireya
    miriama mirian mirja mirjam mirjami mirjana mirko miro miron mirona miroslava mirsad mirte
    mirthe miruna miryam misael mislav mitica mitrut mitzy mladen modesto modris mogens mohamad
    moises mojca mojmir monalisa mora morena moric moritz morten mugur mugurel muhammed murilo
    myrthe nada nadezda nadin nadja naglis nahiara nahuel naiara nair naja nana nanna nanni
    napoleone narcis narcisa nastja natalija nataly natan natanael natasa natascha natasja nath
    nathalia natividad naud nayeli nayibe nechifor nedas nedda neider neja nejc nela nelcy nele
    nellie nelsy nelu nenad nerijus neringa nestor nete nevenka neza niccolo nichifor nicklas
    niclas nico nicoara nicodim nicolae nicolai nicolaie nicolaj nicoletta nicoline nicolo nicu
    niculina niculita nicusor nicuta nidia niek niels nienke niilo niina nika niko nikol nikolaj
    nikolajs nikolas nikolaus nikolina niks niksa nils nilson ninetta nino ninthe nisa nives
    noelia noemi noemie nohora nojus noora noortje norbert norberto norbey norica normunds noud
    nour nout nova nubia nuno nury nusa nynke oana ocampo oceane octav octavian octaviana
    octavio octaviu odeline oiva oivind ojvind olaf olav olavi oldrich olfert olgerts olimpia
    olimpian olimpiu oliva olivie olivier olivija oliviu oliwer olle olli olof olov olympia
    omaira ondrej onni orazio orestas oreste oriana orjan ornella orni ortansa orvokki oskar
    oskari oskars osmo ossi ossian osten osvald osvaldo osvalds oswaldo otakar otavio otilia
    otilija ottavio ottilia ottone otylie outi ovidio ovidiu ovli oxana oystein oyvind ozana
    paavo paivi paivikki palle paloma pamfil panagachie panait panfilo pankrac paoletta
    paraschiva paride pascual pasi pasqual pasquale patric patricie patricija patricio patrik
    patrizia patrizio patru pauli paulica pauliina paulius paulo pauls pavao pavla pavlina pavol
    peder pekka pelle pellegrino pentti pepijn perla pernilla pernille pero pertti peteris petr
    petrana petras petre petri petrica petrisor petronela petru petrut petruta petter petteri
    phileine philipp philippe philippine piedad pien pier pierangelo piergiorgio piergiuseppe
    pierina pierluigi piermaria piero pierpaolo piersanti pieter pietra piia pijus pilar pina
    pirjo pirkko plesu pleun polona polonca pompeo pompilia pompiliu pomponio pontus porfirio
    poul povilas pravoslav preben premysl priscila profira prokop puccio puck quinn quinten
    quinty rada radek radim radka rado radomir radoslav radoslava radovan radovana radu raducu
    raduz radvile rafaela raffael raffaela raffaele raffaella raffaellino raffaello rafila ragna
    ragnar ragner ragnhild raija raili raimo raimondo raimonds rainer raivis rajko ralf raluca
    raminta ramiro ramona ramunas ramune randi ranieri raquel rares rasa rasma rasmus rastislav
    rauno ravy rayana razvan rebeca rebecka rebeka reda regitse regitze reidun reijo reina
    reinaldo reine reinel reinhold reinis reino relu rembrandt remus remy renan renato rens
    renske renzo reynaldo reza rhavi rica ricardas ricards riccardo ricciotti richardt rickard
    rigmor rigoberto rihards riikka riitta rikard rikke riku rimante risto ritt ritva roar
    robertas robertina roberts rocio rodica rodolfo rojus rokas roko rolandas rolando rolands
    romanita romano romina romolo romualdas romulus ronal ronaldo ronja ronni ronya roope roos
    roosa rosalba rosalia rosaria rosina rosita rossana rostislav roxana roxelana rozalia
    rozalija rubiela rudite rudolf rudolfs rufino ruggero ruggiero rugile rune rusne ruta rute
    ruxanda ruxandra ruza ruzena ruzica ryte rytis saar saara sabatino sabin safta saga sahra
    sakari salomea salvador salvi samo samu samuli sanda sander sandi sandis sandro sandu sanita
    sanja sanna sanne sanni sante santeri santino santos sanziana sapa sari sarka sarlota
    sarmite sarunas sasa sascha saso satu saulius sava saverio saveta savina sebastiaan
    sebastiano sebastiao sebastien sebastijan sebastjan segundo seija selin semenica sena senn
    senna sepp seppo serafin sergej sergiu sergius servac sessa sever severin severina severino
    sidonia siem siena sigfrid sigge sigita signe sigurd sigvard siiri silje silke sille silva
    silvana silvano silvestro silvian silviana silvie silvija silvio silviu silvo simao simas
    sime simen simi simina simo simona simonas simonetta sindy sini sinica sinikka sinisa
    sintija siri sirkka sirpa sisko sissel sivert sixten sjoerd skaidrite slava slavena slavica
    slavka slavko slavomir slavomira slobodan smaranda smilte smith sneider snjezana socorro
    sofi sofie sofija soledad solveig solvej solvita sona sonata sondre sonja sonny soraia
    sorana soren sorin sorine spela speranta srecko staffan stana stanca stancu stanislav
    stanislava stanislavs stanka stanko steen stef stefani stefanija stefica stefka stein
    steinar stela stelian steliana stellan steluta sten stepan stepanka stephane stephany sterre
    stian stig stijn stina stine stiven stjepan stojan sture sune susana susann sussanne sussie
    suus suvi suzana suze svante svatopluk svatoslav svea svein sven svenning sverre svetozar
    sylvie synnove tadas tadeas tadej tadeja tage taina taisto taja tajus taneli tanja tapani
    tapio tarja taru tarzicius tatjana tauno tautvydas teea teemu teija teja tejs tekla telemaco
    tellervo temistocle tenis teodor teodora teodoro teodors teodosia teofil teohari teona
    terese tereza terezia terezija terhi terje tero terttu teun teuvo thales theodor theodoro
    theophile theres theresia thiago thibault thibaut thijmen thijn thijs thom thor thore thure
    tiberia tiberiu tibor tichomir tiia tiina tijmen tijn tijs tilda tilde tilen timea timmy
    timo timon timotei timotej timoteo timothee tinca tincuta tindra tine tirza titas tiziana
    tiziano tjasa todor toivo toma tomaz tome tomi tomislav tommi tomo toms tonia tonino tonje
    topias tora torben torbjorn tord tore torgny torill torquato torsten tova tove traian trine
    trinidad troels trond tudora tudorita tudosia tuija tulia tulio tullio tuomas tuomo ture
    turid tuukka tuula tuuli tuulia tuulikki tuva twan tycho tygo tyra ubaldo uberto uffe ugne
    ugolino uldis ulla ulrica ulrik ulrika umberto uolevi uriel uros ursa urska vaclav vagn
    vaida vaidas vaino vajen vakare vakris valborg valda valdemar valdis valentijn valentim
    valentin valentino valer valeria valerija valerio valeriu valija valter valtteri vanda
    vanesa vanja varvara vasare vasco vasilica vasyl vavrinec vedran veera veerle veeti vega
    vegard veijo veikko vejune veli velta venancio vendela vendelin vendula venera veneranda
    veniamin venla verena verner verneri veronika veronique vesa veta vicente vicentia vicentiu
    victoire vidar vide viera vieroslava viesturs viggo vigilija vigo viivi vija viking viktor
    viktoria viktorie viktorija viktors vilde vilem vilgot vilhelm vilhelmiina vilhelmina vilho
    viliam vilis vilius viljami viljem viljo villads ville vilma vilmer vilnis vilte vilums
    vincenc vincentio vincentiu vincenza vincenzo vineta vinicius violetta viorel viorela
    viorica virgilio virginie viridiana virpi visarion visvaldis vita vitalija vitazoslav
    vitezslav vito vitor vitoria vittoria vittorio viveka viviana vivianne vjekoslav vlad
    vladelina vladimira vladislav vladislavs vlado vlaicu vlasta vlastimil voichita voicu
    vojtech voldemars vratislav vratko vuokko vytautas vyte waldemar weena wenche wendolin
    werner wessel wilber wilder wilfredo wilfrido wilhelm wille willian wilman wilmar wilmer
    winni wout wouter xavi xenia ximena xiomara yadira yago yair yamid yamile yanet yaneth
    yannick yasmina yassin yazmin yecid yeferson yeimy yeison yeni yenifer yenny yeny yerson
    yesica yesid yessica yfke yina yineth yinthe ylva ylvie yngve yolima yousef youssef yrjo
    yrsa yudy yuli yuliana yulieth yuly yurani yurany yuri yuridia yury yves zacarias zacharias
    zacharie zaharia zaira zamfir zamfira zane zaneta zanis zaraza zbynek zdenek zdenka zdenko
    zdislava zdravko zeferino zehnia zeljka zeljko zelma zelmira zemyna zenia zeno zenobia
    zenovia zenta ziedonis ziga ziggy zigmund zigrida zikmund zina ziva zivile zlatica zlatko
    zoey zofie zofija zoja zora zoraida zoran zorka zulma zuzana zvonka zvonko zygimantas
    """
)
