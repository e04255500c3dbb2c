"""Given names that people in the UK often bear: two words that begin with one are likely a person.

A table, no logic. Names that are words of every letter as well (May, Will, Mark) stand in
masking_words.ORDINARY, too, and count only beside a surname.
"""

GIVEN_NAMES = frozenset(
    """
aaliyah aaron abbie abby abdul abdullah abdullahi abena abi abigail abimbola abiodun abraham ada
adaeze adam adaobi ade adebayo adele adeline adeola aderonke adesola adetokunbo adil aditi aditya
adnan adrian adriana adrienne agata agatha agnes agnieszka ahmad ahmed aidan aileen ailsa aimee
aisha aishah aisling ajay akiko akinola akosua akua alan alana alasdair alastair alban albert alec
aled alejandro aleksander aleksandra alessandra alessandro alex alexander alexandra alexandru
alexei alexia alexis alfie alfred ali alice alicia alina alisha alison alistair aliya alma alun
alyssa amal amanda amara amarachi amarjit amber ameera amelia amelie amin amina aminata amir amira
amit amjad ammar amrit amy ana anand ananya anastasia andre andrea andreas andrei andrew andrzej
andy aneesa aneirin aneta aneurin angela angelica angelina angharad angus anika anil anisa anita
aniela anjali ann anna annabel annabelle anne annette annie anoushka anthea anthony antoine anton
antonia antonio anuja anwar anya aoife april arabella aram archibald archie arek aretha ariana
arif arjun arlene armando arnold aroha arran arshad arthur arturo arun asad asha ashfaq ashish
ashley ashok asif asma astrid athena aubrey audrey augusta aurelia austin ava avril aya ayaan
ayesha ayo ayodele ayomide azadeh azhar aziz babajide babak babatunde balazs baljit barbara barnaby
barry bart bartosz bashir basil beata beatrice becky belinda ben benedict benjamin bernadette
bernard bert bertha beryl bessie beth bethan bethany betty beverley bhavesh bhavna bianca bilal
bill billie billy binta birgit blessing bob bobby bogdan boris brad bradley branwen brendan brenda
brett brian bridget bridie bronagh bronwen bronwyn bruce bruno bryan bryn bryony byron cadi caelan
cai cairistiona caitlin caleb callum calum calvin cameron camilla camille candice cara caradoc
carina carl carla carlos carlton carly carmel carmen carol carole carolina caroline carolyn carrie
carwyn caspar cassandra cassie catalina caterina cath catherine cathal cathy catrin catriona
cecil cecilia cedric celeste celia celine ceri ceridwen cerys chantelle charis charity charlene
charles charley charlie charlotte chelsea cheng cheryl chiara chiamaka chibuzo chidi chidinma
chike chima chimamanda chinedu chinonso chinwe chioma chloe chris chrissie christian christina
christine christopher chukwuemeka ciara cian ciaran claire clara clare clarissa claude claudia
claudette clayton clement cleo clifford clive clodagh colette colin colleen colm conall connor
conor conrad constance cora coral corinne cormac cornelius courtney craig cressida cristian
cristina crystal curtis cynthia cyril dafydd daisy dale dalia damian damilola damien damon dan
dana daniel daniela daniele daniella danielle danny daphne dara darcy daria dariusz darius darragh
darren dave david davina dawid dawn dean debbie deborah debra declan deepa deepak deirdre delia
delroy delyth demetrius denis denise dennis denzel derek dermot derrick desmond devika devon dewi
diana diane dilip dilys dimitar dimitri dina dinah dinesh diya dmitri dobromila dolores dominic
dominik dominika don donal donald donna donovan dora doreen doris dorota dorothea dorothy doug
dougal douglas drew duncan dwayne dylan eamon eamonn earl ebele ebony eddie edgar edith edmund
edna eduardo edward edwin edwina edyta efua ehsan eileen eilidh eimear einar eira eirian eirlys
elaine eleanor elena eleri elfed elgan eli eliana elias elif elin eliot elisa elisabeth elise
elisha eliza elizabeth ella ellen ellie elliot elliott ellis elodie eloise elsa elsie elspeth elton
eluned elvira elwyn emeka emer emil emilia emilio emily emlyn emma emmanuel emmeline emrys emyr
ena enid enoch enrico enrique eoghan eoin ephraim eric erica erik erika erin ernest ernestine
ernesto errol esme esmeralda esperanza estelle esther ethan ethel etta eugene eugenia eunice eva
evan evangeline eve evelyn evie ewa ewan ewen ezra fabian fabio fadi fahad faisal faith faiza
farah fareed farid farida farooq farrah farzana fatema fatima fatimah fatou fatoumata fay faye
federico felicity felix femi fenella ferdinand fergal fergus fernanda fernando ffion finbar
finlay finley finn finnian fintan fiona fionnuala flavia fleur flora florence florin folake
folasade frances francesca francesco francis francisco francois frank frankie franz fraser fred
freda freddie frederic frederica frederick freya frieda fyfe gabor gabriel gabriela gabriella
gabrielle gail gareth garfield garry gary gavin gaynor gemma gene geoff geoffrey george georgia
georgie georgina geraint gerald geraldine gerard gerry gertrude gethin ghulam gianni gideon gilbert
giles gill gillian gina giorgio giovanni giulia giuseppe gladys glen glenda glenn glenys gloria
glyn glynis godfrey godwin goran gordon grace graeme graham grahame grainne grant greg gregor
gregory greta gretchen grzegorz guadalupe guillermo gunnar gurdeep gurmeet gurpreet gus gustav
guy gwen gwenda gwendolen gwendolyn gwenllian gwilym gwyn gwyneth gwynfor habib hadiya hafsa hailey
hakan haleema hamid hamish hamza hana hanif hanna hannah hannelore hans hari harish harjit harold
haroon harpreet harriet harrison harry haruki haruna harvey hasan hassan hattie hayden hayley
hazel heather hector heidi helen helena helene helga henrietta henrik henry hettie hefin heledd
herbert herman hilary hilda hiroko hiroshi holly homa horace howard hristo hubert hugh hugo humaira
humphrey husain hussain hussein huw hyacinth iain ian ianto ibrahim ibironke ida idris ieuan ifan
ifeanyi ifeoma ifor ignatius igor ike ikechukwu ikram ileana ilona iman imelda imogen imran ina
inderjit indira indra ines inga inge ingrid innes iolo iona ioana ion ira irene irina iris irma
irving irwin isaac isabel isabella isabelle isaiah isha ishaan ishmael isidora isla islwyn ismail
ismat isobel israel itziar ivan ivana ivor ivy iwan iwona izabela jabulani jacek jack jackie
jacob jacqueline jacques jade jaden jagdish jai jaime jake jakub jamal jameel james jamie jamila
jan jana jane janet janette janice janina janine jared jarek jarek jarosław jaroslaw jasmin
jasmine jason jasper jaspreet jasvinder javaid javed javier jay jaya jayden jayne jean jeanette
jeanne jeff jeffrey jelena jemima jemma jenna jennie jennifer jenny jens jeremiah jeremy jerome
jerry jerzy jess jesse jessica jessie jesus jill jillian jim jimmy jin jitendra jo joachim joan
joanna joanne jocelyn jodie joe joel johan johanna johannes john johnathan johnny jolanta jon
jonah jonas jonathan joost jorge jose josef joseph josephine josh joshua josie jowita joy joyce
juan juanita jude judith judy julia julian juliana julie juliet juliette julio julius jun june
juno justin justine justyna kacper kadir kai kaila kajal kalpana kamal kamaljit kamala kamil
kamila kanwal kareem karen karim karin karina karl karolina kasia kasim kasia kate katarina
katarzyna kate katelyn katerina kath katharine katherine kathleen kathryn kathy katie katja katrina
kavita kay kayleigh kazimierz kehinde keeley keira keiran keisha keith kelechi kelly kelvin ken
kenneth kenny kenji kerensa kerry kevin khadija khalid khalil khaled kieran kiera kieron killian
kim kimberley kimberly kinga kiran kirsten kirstie kirsty kishore kit klaus kofi kojo konrad
konstantin kris krishna kristen kristian kristina kristine krystyna krzysztof kunle kurt kwabena
kwaku kwame kwasi kyle kyra lachlan lakshmi lamar lamin lana lance lara larissa larry lars
latisha latoya laszlo laura lauren laurence laurie lavinia lawrence layla lazarus lea leah leanne
lee leighton leila lemuel len lena lenka lennox leo leon leona leonard leonardo leonie leonora
leroy les lesley leslie leszek lewis lexi li liam lila lilian liliana lilith lillian lily lina
linda lindsay lindsey linus lionel lisa lisbeth liz lizzie llewellyn llinos llion lloyd logan lois
lola loretta lorna lorraine lotte lottie lou louis louisa louise luca lucas lucia lucian luciana
lucie lucien lucille lucinda lucjan lucy ludmila luis luisa lukas lukasz luke lydia lyn lynda
lyndsey lynette lynn lynne lynsey mabel madeleine madeline madhavi madhu madison mae maeve magda
magdalena maggie magnus mahesh mahmoud mahmood mahnoor mai maia maire mairead mairi maisie
malachy malcolm malgorzata malik mandeep mandy manish manjeet manoj mansoor manuel manuela mara
marc marcel marcella marcia marcin marco marcus marek margaret margarita margaux margery margot
marguerite maria mariam marian mariana marianne maricel marie mariam mariana marija marilyn marina
mario marion marissa marisol marium marius mariusz marjorie mark marko markus marlene marlon marta
martha martin martina martyn marvin marwa mary maryam mateo mateusz mathew mathias mathilda
matilda matt matteo matthew matthias maud maura maureen maurice mavis max maxine maxwell may maya
mbali meera megan mehdi mehmet mehreen mei meinir melanie melina melissa melvin mercedes mercy
meredith merfyn merle mervyn mhairi mia michael michaela michal michel michele michelle mick mike
mikhail mila mildred miles milena millicent millie milo milos mimi mina minh mira miranda mireille
miriam miroslav mirza misbah mitchell moesha mohamed mohammad mohammed mohan mohsin moira mollie
molly mona monica monika monique morag moses morgan moriah morris morwenna mostafa muhammad mungo
munira muriel murray mustafa mya myfanwy myles myra myriam myrtle nabil nadeem nadia nadine nadim
naima nainoa nancy naomi narges narinder nasir nasreen natalia natalie natasha nathalie nathan
nathaniel naveed navdeep nazia ned neema neha neil nell nelson nerys nesta nevaeh neville niall
niamh nia nicholas nick nicky nicola nicolas nicole nicoleta nigel nikhil nikita nikki niklas
nikola nikolai nikolaos nilesh nima nimra nina nirmala nisha nishat nita noah noel nobuhle noelle
noor nora norah noreen norma norman nosheen nuala nura nuria nusrat nyasha nyree obinna octavia
odette odhran ofelia okechukwu ola olabisi oladele oladipo olamide oleg olena olga olive oliver
olivia ollie olu olufemi olukemi olumide oluseun oluwafemi oluwaseun oluwatobi oluwatoyin omar
omari omolara onyeka oonagh oona ophelia orla orlando orlaith oscar osman oswald oswin otis otto
owain owen ozge pablo padraig paige pamela paola paolo parveen parminder parvati pascal pat
patience patricia patrick patryk patsy paul paula paulina pauline pavel pawel payal pearl pedro
peggy penelope penny percy perpetua perry petar pete peter petra petros petronella phil philip
philippa phillip phoebe phyllis pia pierce piers pierre pietro piotr pippa pooja poonam poppy
prakash pranav pratibha precious preeti prem priscilla priti priya priyanka prudence przemyslaw
quentin quincy rabia rachael rachel radoslaw rafael rafal rafiq raheem rahim rahman rahul raj raja
rajan rajesh rajinder rajiv rakesh ralph ram raman ramesh ramón ramon rana randolph rania ranjit
raphael rashid rashida raul ravi ravinder ray raymond razia rebecca reece reena regina reginald
rehana reinhard remi rena renata rene renee renu reuben rex rhian rhiannon rhodri rhoda rhona
rhonda rhydian rhys ria ricardo richard ricky rina rita riya riyad rizwan roan rob robbie robert
roberta roberto robin robyn rocco rochelle roddy roderick rodney rodrigo roger rohan rohit roisin
roksana roland rolf roman romana romeo romy ron rona ronald ronan ronnie rory rosa rosalie rosalind
rosalyn rosamund rosanna rose rosemary rosie roslyn ross rowan rowena roxanne roy roza ruairi rubina
ruby rudi rufus rukhsana rupert rupinder rushi russell ruth ryan ryszard saba sabina sabine
sabrina sadaf sadia sadie saeed safa saffron safia saira sajid sakina sakshi saleem saleh salim
sally salma salman salvatore sam samantha samar samara sameer sami samina samir samira samson
samuel sana sandeep sandra sanjay sanjeev santiago santosh saoirse saqib sara sarah sariyah sasha
satnam saul savannah scarlett scott seamus sean sebastian selena selina selma selwyn seonaid serena
sergei sergio seren seth shabana shabnam shafiq shah shahid shahida shaila shakeel shamim shamus
shane shanice shanon shanthi sharmila sharon shaun shauna shazia sheena sheila shelagh shelley
shereen sheridan sherry shirin shirley shiv shiva shivani shona shreya shruti shyam sian sibusiso
sidney siddharth sidra sienna sigrid silas silvia simeon simon simone simran sindre sinead siobhan
siwan slawomir sofia solomon sonal sonia sonya sophia sophie sorcha sorina soraya spencer stacey
stan stanislaw stanley steffan stefan stefania stefano stella stephan stephanie stephen sterling
steve steven stewart stuart sue sufyan sukhdeep sukhjit sukhwinder suleiman suleman sultana sumaira
suman sumit sunil sunita suresh surinder susan susannah susanna susie suzanne suzie svetlana sybil
sylvester sylvia sylwia tabitha tadeusz tadhg tahir tahira taiwo talia taliesin talat tamara tamika
tamsin tanisha tania tanvir tanya tara tariq tasha tasneem tatiana ted tegan tegwen temitope
terence teresa terri terry tess tessa thaddeus thandiwe thea thelma theo theodora theodore theresa
thierry thomas tia tiago tiffany tilly tim timothy tina titilayo tobias tobi toby todd tom tomas
tomasz tommy toni tony tracey tracy trevor tricia trina tristan trudy tudor tunde tyler tyrone
uchenna ulrike uma umar una ursula usha usman uzma uzoma vaishali valentina valerie vanessa vasile
vasil vaughan vera verity vernon veronica vesna vicky victor victoria vijay vikram vikki vince
vincent vinod viola violet violeta virginia vivek vivian vivien vivienne vladimir vusi wahid
waleed wallace walter wanda waqar waqas warren wasim wayne wei wen wendell wendy wesley wiktor wilf
wilfred wilhelmina will willem william willow wilma winifred winnie winston wioletta wojciech
wolfgang woodrow wyn wynne xanthe xavier xiang xiaoming xin yaa yan yahya yan yana yara yasin yasmin
yasmine yasser yaw yemi yetunde yewande yolanda yoko yosef ysanne yuki yunus yusuf yvette yvonne
zac zach zachary zafar zahid zahir zahra zainab zak zara zareen zayn zbigniew zeeshan zehra zelda
zena zeynep zia zoe zofia zoltan zsofia zubair zuleika zulfiqar zuzanna zygmunt
zoë chloë siân seán sinéad róisín renée andré józef łukasz michał rafał paweł stanisław małgorzata
gráinne pádraig máire ciarán josé jesús björn jürgen günther zoé hélène françois céline rené inés
""".split()
)
