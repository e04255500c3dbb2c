"""Given names that people in the UK often bear: two words that begin with one are likely a person.

Tables, no logic; without accents. Names that are words of every letter as well (May, Will, Mark)
stand in masking_words.ORDINARY, too, and count only beside a surname. Partly from the tables of
Faker, copyright (c) 2012 Daniele Faraglia and contributors, under the MIT licence (see LICENSE).
"""

from assistant.domain.library.masking_given_names_europe import EUROPEAN_NAMES
from assistant.domain.library.masking_given_names_wider import WIDER_NAMES
from assistant.domain.library.masking_words import words

_BRITISH_AND_IRISH = words(
    """
    aaliyah aaron abbi abbie abby abdul abdullah abdullahi abena abi abigail abimbola abina
    abiodun abraham ada adaeze adam adaobi ade adebayo adele adeline adeola aderonke adesola
    adetokunbo adil aditi aditya adnan adrian adriana adrianne adrienne aedan aedin aengus agata
    agatha agnes agnieszka ahmad ahmed aidan aideen aiden ailbhe aileen ailis ailish ailsa aimee
    aine aisha aishah aishling aisling aislinn ajay akiko akinola akosua akua alan alana alanis
    alanna alannah alasdair alastair alban albert alec aled alejandra alejandro aleksander
    aleksandra alessandra alessandro alex alexa alexander alexandra alexandria alexandru alexei
    alexia alexis alfie alfred ali alice alicia alina alisha alison alistair alister alix aliya
    allan allen allison alma alphonsus alun alva alvin alyssa amal amanda amara amarachi amarjit
    amber ambrose ameera amelia amelie amie amin amina aminata amir amira amit amjad ammar amrit
    amy ana anand ananya anastasia anastatia andre andrea andreas andrei andrena andres andrew
    andrzej andy aneesa aneirin aneta aneurin angela angelica angelina angeline angharad angie
    angus aniela anika anil anisa anita anjali ann anna annabel annabelle annalise anne annette
    annie anoushka anthea anthony antoin antoine antoinette anton antonia antonio antony anuja
    anwar anya aodhan aoibheann aoibhin aoibhinn aoife aongus april arabella aram archibald
    archie arek aretha ariana arianne ariel arif arjun arlene armando arnold aroha arran arron
    arshad arthur arturo arun asad asha ashfaq ashish ashlee ashleigh ashlene ashley ashling
    ashok ashton asif asma assumpta astrid athena attracta aubrey audrey augusta augustine
    aurelia austin autumn ava averil avril aya ayaan ayesha ayo ayodele ayomide azadeh azhar
    aziz babajide babak babatunde bailey bailie bairbre balazs baljit barbara barnaby barry bart
    bartholomew bartley bartosz bashir basil beata beatrice becky belinda ben benedict benjamin
    benn bernadette bernadine bernard bernice bert bertha beryl bessie beth bethan bethany betty
    beverley beverly bhavesh bhavna bianca bilal bill billie billy binta birgit bjorn blaine
    blake blanaid blathnaid blessing bob bobby bogdan bonnie boris brad bradley brady brandi
    brandon brandy branwen breandan breanna breda breeda breege breffni brenda brendan brent
    brett brian briana brianna brid bridget bridie brien briget brighid brigid brittany brittney
    brogan brona bronach bronagh bronwen bronwyn brooke brooklyn bruce bruno bryan bryce bryn
    bryony byron cadi caelan cahal cahir cai cailin cailum cairistiona cait caitlin caitlyn
    caitriona cal caleb callan callum calum calvin cameron camilla camille camillus candace
    candice canice caoilfhionn caoimhe caoimhin caolain caolan caomhan cara caradoc caragh
    carina carl carla carlos carlton carly carmel carmen carol carole carolina caroline carolyn
    carrie carter carwyn casey caspar cassandra cassidy cassie catalina caterina cath cathal
    catherina catherine catheriona cathleen cathrina cathrine cathriona cathy catrin catriona
    ceara cecelia cecil cecilia cedric celene celeste celia celina celine ceri ceridwen cerys
    cesar chad chantel chantelle charis charity charlene charles charley charlie charlotte
    charmaine chase che chelsea chelsey cheng cherie cherith cheryl cheyenne chiamaka chiara
    chibuzo chidi chidinma chike chima chimamanda chinedu chinonso chinwe chioma chloe chris
    chrissie christian christie christina christine christopher christy chukwuemeka cian cianan
    ciara ciaran ciarrai cillian cindy clair claire clara clare clarence clarissa clark claude
    claudette claudia claudine clayton clement cleo clifford clinton cliodhna cliona clive
    clodagh codie cody cole coleman colette colin colleen collette collin colm colman colton
    colum conal conall conan concepta conchur conleth connell connie connor conor conrad
    constance cora coral corey corinna corinne cormac cormack cornelius corona corrie cortney
    cory courteney courtney craig cressida cristian cristina crystal curtis cynthia cyril dafydd
    daire dairine daisy dale dalia dalton damian damien damilola damon dan dana daniel daniela
    daniele daniella danielle danny daphne dara daragh darcy daren daria darin darina darius
    dariusz darlene darragh darran darrell darren darrin darryl daryl dave david davida davin
    davina davnet dawid dawn dayna deaglan dean deane deanna dearbhail dearbhaile dearbhla
    debbie deborah deborrah debra declan deepa deepak deidre deirbhile deirdre delia delroy
    delyth demetrius demi denis denise dennis denzel dereck derek derick dermot dermott derrick
    derval dervilla dervla desiree desmond destiny devika devin devon dewi diamond diana diane
    diann dianne diarmaid diarmuid dilip dillon dilys dimitar dimitri dina dinah dinesh dionne
    diya dmitri dobromila dolores domhnall dominic dominick dominik dominika dominique don dona
    donagh donal donald donna donnacha donncha donough donovan dora doreen doris dorota dorothea
    dorothy doug dougal douglas drew duane duncan dustin dwayne dylan dymphna dympna eadaoin
    eamon eamonn eanna earl eavan ebele ebony eddie edel eden edgar edith edmond edmund edna
    eduardo edward edwin edwina edyta efua ehsan eileen eilidh eilis eilish eimear eimer eimhear
    einar eira eirian eirlys eithne elaine eleanor elena eleri elfed elgan eli eliana elias elif
    elijah elin eliot elisa elisabeth elise elisha eliza elizabeth ella ellen ellie elliot
    elliott ellis elodie eloise elsa elsie elspeth elton eluned elva elvira elwyn emeka emer
    emil emilia emilie emilio emily emlyn emma emmanuel emmeline emmet emmett emrys emyr ena
    enda enid enoch enrico enrique enya eoghan eoin ephraim eric erica erik erika erin ernest
    ernestine ernesto errol eryn esme esmeralda esperanza estelle esther ethan ethel ethna ethne
    etta euan eugene eugenia eunan eunice eva evan evangeline eve eveline evelyn evie ewa ewan
    ewen ezra fabian fabio fadi fahad fainche faisal faith faiza farah fareed farid farida
    farooq farrah farzana fatema fatima fatimah fatou fatoumata fay faye feargal fearghal
    federico felicia felicity felix femi fenella ferdinand fergal fergus fernanda fernando ffion
    fiachra fidelma finbar finbarr finian finlay finley finn finnian finola fintan fiona fionan
    fionna fionntan fionnuala fionnula flannan flavia fleur flora florence florin folake
    folasade frances francesca francesco francis francisco francois frank frankie franklin franz
    fraser frazer fred freda freddie frederic frederica frederick freya frieda fyfe gabor
    gabriel gabriela gabriella gabrielle gail garech gareth garfield garret garreth garrett
    garry garvan gary gavan gavin gaynor gearoid gemma gene genevieve geoff geoffrey george
    georgia georgie georgina geraint gerald geraldine gerard gerardine gerrard gerry gertrude
    gethin ghulam gianni gideon gilbert giles gill gillian gina giorgio giovanni giulia giuseppe
    gladys glen glenda glenn glenys gloria glyn glynis godfrey godwin goran gordan gordon grace
    graeme graham grahame grainne grania grant greg gregg gregor gregory greta gretchen gretta
    grzegorz guadalupe guillermo gunnar gunther gurdeep gurmeet gurpreet gus gustav guy gwen
    gwenda gwendolen gwendoline gwendolyn gwenllian gwilym gwyn gwyneth gwynfor habib hadiya
    hafsa hailey hakan haleema haley hamid hamish hamza hana hanif hanna hannah hannelore hanora
    hans hari harish harjit harold haroon harpreet harriet harrison harry haruki haruna harvey
    hasan hassan hattie hayden hayleigh hayley hazel heather hector hefin heidi helan heledd
    helen helena helene helga henrietta henrik henry herbert herman hettie hilary hilda hillary
    hiroko hiroshi hollie holly homa honora horace howard hristo hubert hugh hugo humaira
    humphrey hunter husain hussain hussein huw hyacinth iain ian ianto ibironke ibrahim ida ide
    idris ieuan ifan ifeanyi ifeoma ifor ignatius igor ike ikechukwu ikram ileana ilona iman
    imelda imogen imran ina inderjit india indira indra ines inez inga inge ingrid innes ioana
    iolo ion iona ira irene irina iris irma irving irwin isaac isabel isabella isabelle isaiah
    isha ishaan ishmael isidora isla islwyn ismail ismat isobel israel ita itziar ivan ivana
    ivor ivy iwan iwona izabela jabulani jacek jacinta jacintha jack jackie jackson jaclyn jacob
    jacqueline jacques jade jaden jagdish jai jaime jake jakub jamal jameel james jamie jamila
    jan jana jane janet janette janice janina janine jared jarek jarlath jarleth jaroslaw jasmin
    jasmine jason jasper jaspreet jasvinder javaid javed javier jay jaya jayde jayden jayne jean
    jeanette jeanne jeannette jeff jeffery jeffrey jelena jemima jemma jena jenifer jenna jenni
    jennie jennifer jenny jens jeremiah jeremy jermaine jermiah jerome jerry jerzy jess jesse
    jessica jessie jesus jill jillian jim jimmy jin jitendra jo joachim joan joann joanna joanne
    jocelyn jodi jodie jody joe joel johan johanna johanne johannes john johnathan johnny
    jolanta jolene jon jonah jonas jonathan jonathon joost jordan jordon jorge jose josef joseph
    josephine josh joshua josie jowita joy joyce jozef juan juanita jude judith judy julia
    julian juliana julianna julie juliet juliette julio julius jun june juno jurgen justin
    justine justyna kacper kadir kai kaila kaitlin kaitlyn kajal kalpana kamal kamala kamaljit
    kamil kamila kane kanwal kara karan kareem karen kari karim karin karina karl karla karley
    karolina kasia kasim katarina katarzyna kate katelyn katerina kath katharina katharine
    katherina katherine kathleen kathryn kathy katie katja katrina katriona katy kavita kay
    kayla kaylee kayleigh kazimierz kealan keelan keeley keely keeva kehinde keira keiran keisha
    keith kelechi kelli kellie kelly kelsey kelvin ken kendra kenji kenneth kenny kent kerensa
    keri kerri kerrie kerry kevin khadija khaled khalid khalil kiara kiaran kiera kieran kiernan
    kieron kilian killian kim kimberley kimberly kinga kira kiran kirby kirk kirsten kirstie
    kirstin kirsty kishore kit klaus kofi kojo konrad konstantin kori kris krishna krista
    kristen kristi kristian kristie kristin kristina kristine kristopher kristy krystal krystyna
    krzysztof kunle kurt kurtis kwabena kwaku kwame kwasi kyle kylie kyra lacey lachlan lakshmi
    lamar lamin lana lance laoise lara larissa larry lars laszlo latasha latisha latoya laura
    lauren laurence laurie lavinia lawrence layla lazarus lea leah leanne lee leigh leighton
    leila lemuel len lena lenka lennox leo leon leona leonard leonardo leone leonie leonora
    leroy les lesley leslie leszek levi lewis lexi li liam lila lilian liliana lilith lillian
    lily lina linda lindsay lindsey linus lionel lisa lisbeth liz liza lizzie llewellyn llinos
    llion lloyd logan lois lola lonnie loraine lorcan loretta loretto lori lorna lorraine lotte
    lottie lou louis louisa louise luca lucas lucia lucian luciana lucie lucien lucille lucinda
    lucjan lucy ludmila luis luisa lukas lukasz luke lydia lyn lynda lyndon lyndsay lyndsey
    lynette lynn lynne lynsey mabel macauley mackenzie madeleine madeline madhavi madhu madison
    mae maeve magda magdalena maggie magnus mahesh mahmood mahmoud mahnoor mai maia maighread
    maire mairead mairi mairin mairtin maisie majella makayla malachy malcolm malgorzata malik
    mallory mandeep mandy manish manjeet manoj mansoor manuel manuela manus mara marc marcel
    marcella marcia marcin marco marcus marek marese margaret margarita margaux margery margot
    marguerite maria mariah mariam marian mariana marianne maricel marie marija marilyn marina
    mario marion marisa marisol marissa marium marius mariusz marjorie mark marko markus marlene
    marlon marta martha martin martina martyn marvin marwa mary maryam mason mateo mateusz
    mathew mathias mathilda matilda matt matteo matthew matthias maud maura maureen maurice
    mavis max maxine maxwell may maya mbali mckenzie meabh meagan meaghan meera meg megan meghan
    mehdi mehmet mehreen mei meibh meinir mel melanie melina melinda melissa melody melvin
    mercedes mercy meredith merfyn merle mervin mervyn mhairi mia miceal michael michaela michal
    micheal micheala michel michele michell michelle mick miguel mikayla mike mikhail mila
    mildred milena miles millicent millie milo milos mimi mina mindy minh mira miranda mireille
    miriam miroslav mirza misbah mitchel mitchell moesha mohamed mohammad mohammed mohan mohsin
    moira mollie molly mona monica monika monique morag morgan moriah morris mortimer morwenna
    moses mostafa moya muhammad muireann mungo munira muriel murray mustafa mya myfanwy myles
    myra myriam myrtle nabil nadeem nadia nadim nadine naima naimh nainoa nancy naoimh naoise
    naomh naomi narges narinder nasir nasreen natalia natalie natasha nathalie nathan nathaniel
    navdeep naveed nazia neal neasa ned neema neha neil neill nell nelson nerys nessa nesta
    nevaeh neville nia nial niall niamh nichola nicholas nichole nick nicky nicola nicolas
    nicole nicoleta nigel nikhil nikita nikki niklas nikola nikolai nikolaos nilesh nima nimra
    nina nirmala nisha nishat nita noah nobuhle noel noeleen noeline noelle noirin noleen
    nollaig noor nora norah noreen norma norman nosheen nuala nura nuria nusrat nyasha nyree
    obinna octavia odette odhran ofelia oisin okechukwu ola olabisi oladele oladipo olamide oleg
    olena olga olive oliver olivia ollie olu olufemi olukemi olumide oluseun oluwafemi oluwaseun
    oluwatobi oluwatoyin olwen omar omari omolara onyeka oona oonagh ophelia oran orfhlaith orla
    orlagh orlaigh orlaith orlando orna oscar osman oswald oswin otis otto owain owen ozge pablo
    padraic padraig padraigh padraigin paige pam pamela paola paolo parker parminder parvati
    parveen pascal paschal pat patience patrice patricia patrick patryk patsy patty paul paula
    paulette paulina pauline pauric pavel pawel payal peadar peader pearce pearl pearse pedro
    peggy penelope penny percy perpetua perry petar pete peter petra petrina petronella petros
    phelim phil philip philippa phillip philomena phoebe phyllis pia piaras pierce pierre piers
    pietro piotr pippa polly pooja poonam poppy prakash pranav pratibha precious preeti prem
    preston priscilla priti priya priyanka prudence przemyslaw quentin quincy rabia rachael
    rachel rachelle radoslaw rafael rafal rafiq raheem rahim rahman rahul raj raja rajan rajesh
    rajinder rajiv rakesh ralph ram raman ramesh ramon rana randall randolph randy rania ranjit
    raphael rashid rashida raul raven ravi ravinder ray raymond razia rebecca rebekah redmond
    reece reena regan regina reginald rehana reinhard remi rena renata rene renee renu reuben
    rex rhian rhianna rhianne rhiannon rhoda rhodri rhona rhonda rhydian rhys ria rian ricardo
    richard rick rickey ricky riley rina rita riya riyad rizwan roan rob robbie robert roberta
    roberto robin robyn rocco rochelle roddy roderick rodger rodney rodrigo roger rohan rohit
    roise roisin roksana roland rolf roman romana romeo romy ron rona ronald ronan ronnie rory
    rosa rosaleen rosalie rosalind rosalyn rosamund rosanna rosanne rosarie rosario rose
    roseanna rosemarie rosemary rosie roslyn ross rossa rowan rowena roxanne roy roza ruairi
    ruari ruben rubina ruby rudi rufus rukhsana rupert rupinder rushi russell ruth ryan ryszard
    saba sabina sabine sabrina sacha sadaf sadia sadie saeed safa saffron safia saira sajid
    sakina sakshi saleem saleh salim sally salma salman salvatore sam samanta samantha samar
    samara sameer sami samina samir samira samson samuel sana sandeep sandra sandy sanjay
    sanjeev santiago santosh saoirse saqib sara sarah sariyah sasha saskia satnam saul saundra
    savannah scarlett scott seamus sean seana seanan seaneen seanna sebastian selena selina
    selma selwyn senan seona seonaid seosamh seren serena sergei sergio seth shabana shabnam
    shafiq shah shahid shahida shaila shakeel shamim shamus shane shania shanice shanna shannan
    shannen shannon shanon shanthi shari sharmila sharon shaun shauna shauneen shawn shawna shay
    shazia shea sheamus sheela sheelagh sheena sheila shelagh shelby shelia shelley shelly
    sheree shereen sheri sheridan sherri sherry sheryl shiela shinead shirin shirley shiv shiva
    shivani shona shreya shruti shyam sian sibusiso siddharth sidney sidra sienna sierra sigrid
    silas sile silvia simeon simon simone simran sindre sinead siobain sioban siobhain siobhan
    siofra siwan slawomir sofia solomon sonal sonia sonya sophia sophie soraya sorcha sorina
    spencer stacey stacie stacy stan stanislaw stanley stefan stefania stefanie stefano steffan
    stella stephan stephanie stephen sterling steve steven stewart stuart sue sufyan sukhdeep
    sukhjit sukhwinder suleiman suleman sultana sumaira suman sumit summer sunil sunita suresh
    surinder susan susanna susannah susanne susie suzanne suzie svetlana sybil sydney sylvester
    sylvia sylwia tabitha tadeusz tadhg tahir tahira taiwo talat talia taliesin tamara tami
    tamika tammie tammy tamsin tania tanisha tanner tanvir tanya tara tariq tasha tasneem
    tatiana taylor ted tegan tegwen temitope terence teresa terrance terrence terri terry tess
    tessa thaddeus thandiwe thea thelma theo theodora theodore theresa therese thierry thomas
    tia tiago tiarna tiarnan tiegan tiernan tiffany tilly tim timothy tina titilayo tobi tobias
    toby todd tom tomas tomasz tommy toni tonicha tony tonya tori tory tracey traci tracie tracy
    travis treacy treasa trevor tricia trina triona tristan troy trudy tudor tunde turlough
    tyler tyrone uchenna ulrike ultan uma umar una ursula usha usman uzma uzoma vaishali
    valentina valentine valerie vanessa vasil vasile vaughan vera verity vernon veronica vesna
    vicki vickie vicky victor victoria vijay vikki vikram vince vincent vinod viola violet
    violeta virginia vivek vivian vivien vivienne vladimir vusi wahid waleed wallace walter
    wanda waqar waqas warren wasim wayne wei wen wendell wendy wesley wiktor wilf wilfred
    wilhelmina will willem william willie willow wilma winifred winnie winston wioletta wojciech
    wolfgang woodrow wyatt wyn wynne xanthe xavier xiang xiaoming xin yaa yahya yan yana yara
    yasin yasmin yasmine yasser yaw yemi yesenia yetunde yewande yoko yolanda yosef ysanne yuki
    yunus yusuf yvette yvonne zac zach zachary zafar zahid zahir zahra zainab zak zara zareen
    zayn zbigniew zeeshan zehra zelda zena zeynep zia zita zoe zofia zoltan zsofia zubair
    zuleika zulfiqar zuzanna zygmunt
    """
)
GIVEN_NAMES = _BRITISH_AND_IRISH | WIDER_NAMES | EUROPEAN_NAMES
