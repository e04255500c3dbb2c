"""Given names from R to S: a table by scripts/given_names.py."""

from assistant.domain.library.masking_words import words

NAMES_R_S = words(
    """
raaghib raagini raahil raakin raamis raamiz raashid raatib rabah rabar rabb rabbaanee rabbani
rabbiye rabecca rabee rabi rabia rabiah rabih rabit rachael rachal rachana racheal rachel rachele
rachell rachelle rachit rachita racine racquel rada radames radek radeke radford radha radhee
radhika radi radim radka radley rado radomir radoslav radoslava radoslaw radovan radovana radu
raducu raduz radvile rae raeann raeanna raeanne raechel raechelle raed raees raeford raegan raegen
raekwon rael raelee raeleen raeleigh raelene raelin raelyn raelynn raena raeven raevyn raewyn raf
rafael rafaela rafal rafan rafay rafe rafeal rafee rafeek rafeeq raffael raffaela raffaele
raffaella raffaellino raffaello raffi rafi rafia rafih rafila rafiq ragan ragen raghav ragheb
raghib ragna ragnar ragner ragnhild rahab rahat raheel raheem raheim rahiem rahim rahiye rahma
rahmel rahmet rahsaan rahul raid raiden raiford raigan raija railey raili railyn railynn raimo
raimondo raimonds raina raine rainee rainer rainey rainie rainier rainy raisa raivis raizel raizy
raj raja rajab rajah rajan rajata rajeev rajesh rajeshri rajiv rajko rajon rakeem rakia rakide
rakim raksha ralf ralph ralston raluca rama ramadan ramadhan ramel ramey rami ramie ramin raminta
ramir ramiro ramiyah ramon ramona ramond ramone ramonita ramses ramunas ramune ramy ramya ramzi
rana ranae ranbir rance randa randal randall rande randee randel randell randi randie randle randol
randolf randolph randon randy ranee raneem ranger rani rania ranieri ranisha raniya raniyah ransom
ranveer ranya raoul raphael rapheal raquan raquel raquelle rares rasa rasean rasha rashaad rashaan
rashad rashan rashanda rashard rashaud rashaun rashawn rasheda rasheed rasheeda rasheedah rasheem
rasheen rashel rashell rashelle rashid rashida rashidi rashod rashon rashonda rashun rasma rasmus
rastislav rasul raudel raul rauno raven ravi ravin ravon ravy ravyn rawan rawiri ray raya rayaan
rayah rayan rayana rayann rayanna rayanne rayburn rayce raychel raychelle rayden raye rayetta
rayfield rayford raygan raygen rayhan rayla raylan raylee rayleen rayleigh raylen raylene raylin
raylon raylyn raylynn rayma raymon raymond raymone raymund raymundo rayn rayna raynaldo raynard
rayne raynell raynette raynold rayonna rayquan rayshaun rayshawn rayshon rayven rayvon rayyan razan
raziel razvan reagan reagen reaghan reana reanna reanne reatha reather reba rebbeca rebbecca rebeca
rebecca rebeccah rebecka rebeckah rebeka rebekah rebekka rebekkah rebel rebihat recardo recepali
rechelle reco reda redmond reece reef reegan reem reema reena reesa reese refet refik refugia
refugio regan regena regenia reggie reghan regina reginae reginal reginald regine reginia regino
reginold regis regitse regitze rehaan rehan rehema rehime rei reidun reign reijo reiko reiley reily
reina reinaldo reine reinel reinhold reinis reino reis reita relda rella relu rema remazan
rembrandt remi remigio remington remo remona remus remy ren rena renada renae renald renaldo renan
renard renardo renata renate renato renay renda rendell rene renea renee renell renesmee renetta
renette rengul renia renie renisha renita renna renne rennie renny reno rens renske renwick renzo
reo reola resa reshoni ressie resulcan reta retha retta reuben reubin reuel reuven reva revonda
revza rex rexford rey reya reyansh reyli reymond reymundo reyna reynaldo reynard reynold reza rezin
rezzak rhavi rhea rheagan rheanna rheba rhema rheta rhett rhetta rhian rhiana rhianna rhianne
rhiannon rhiley rhoda rhona rhonda rhyan rhyder rhylan rhylee rhys ria riaan rian riana riane riann
rianna rianne ric rica ricarda ricardas ricardo ricards riccardo ricci ricciotti ricco richa
richard richardo richardt richele richelle richy rick rickard rickey ricki rickie ricky rico rida
riddhi rider ridhi ridley rifka rigmor rigo rigoberto rihana rihanna rihards riikka riitta rik rika
rikard riker riki rikke rikki riku rilee rileigh riley rilla rilyn rilynn rima rimante rina rinaldo
rinda rio rion riot risa risalet risasi rise risha rishaan rishab rishabh rishi risper risto rita
ritchie rithvik ritika rito ritt ritva riva rivka rivkah rivky riya riyan riziki roan roar robb
robbert robbi robbie robbin robby robbyn robel robena robert roberta robertas robertha robertina
roberto roberts robet robie robin robina robinette robinson roby robyn robyne robynn rocco rochel
rochele rochell rochelle rocio rockey rockford rockie rockwell rod rodah rodd roddrick rodell
roderic roderick rodger rodgers rodica rodman rodney rodolfo rodrick rodrigo rodriquez roel roen
roena rogan rogelio rogene roger rogerio rogers rogue rohaan rohan rohat rohit roise roisin rojelio
rojnu rojus rok rokas roko roksana rolan roland rolanda rolandas rolando rolands rolf rolfe rolla
rolland rollie rollin rollo roma romain romaine roman romana romanita romano romario romayne rome
romel romelia romell romello romelo romeo romi romie romina rommel rommie romolo romona romualdas
romulo romulus romy ron rona ronak ronal ronald ronaldo ronan ronda rondal rondale rondall rondell
rondi roneisha ronell ronelle ronen ronesha ronetta ronette roney roni ronica ronika ronin ronisha
ronit ronita ronith ronja ronke ronn ronna ronnald ronnell ronnette ronney ronni ronnie ronny rono
ronold rony ronya roope roos roosa roosevelt roque rori rorie rory rosa rosabel rosabella rosabelle
rosalba rosalea rosalee rosaleen rosalia rosalie rosalin rosalina rosalind rosalinda rosaline
rosalio rosalva rosalyn rosalynn rosamaria rosamond rosana rosann rosanna rosanne rosaria rosarie
rosario rosary rosaura rosco roscoe rose roseann roseanna roseanne rosebud roselee roselia roselie
roselin roseline rosella roselle rosellen roselyn roselyne roselynn rosemarie rosemary rosemond
rosena rosenda rosendo rosetta rosette rosevelt rosey roshan roshanda roshawn roshell roshelle
roshni roshonda roshunda rosia rosie rosiland rosilyn rosina rosio rosita roslyn roslynn ross rossa
rossana rossi rossie rosslyn rostislav roswell rosy rotich rowan rowdy rowen rowena rowyn roxana
roxane roxann roxanna roxanne roxelana roxie roxy roy roya royale royce royden roza rozalia
rozalija rozalyn rozanne rozell rozella rozelle rozetta rozlyn rozlynn rua ruairi ruari rubani
rubbie rube ruben rubi rubie rubiela rubin rubina ruby rubye rudell rudi rudite rudolf rudolfo
rudolfs rudolph rudra rudy rue rueben ruel ruffin ruffus rufina rufino rufus ruger ruggero ruggiero
rugile ruhi ruhide ruhiu ruhsat ruhugul rui rukia ruknettin rulon rumaldo rumeysa rune rungo rupert
ruperto ruqayya rusen rushil rusne russ russel russell rustin ruston rusty rusul rut ruta rute ruth
rutha ruthann ruthanna ruthanne ruthe ruther rutherford ruthie ruthy ruvim ruwaihim ruxanda
ruxandra ruza ruzena ruzica rya ryah ryan ryane ryann ryanna ryanne ryatt ryden ryder ryen ryken
ryker rylan ryland rylea rylee rylei ryleigh rylen ryley ryli rylie rylin rylyn rylynn ryne ryo
ryon ryszard ryte rytis ryu ryver saabir saad saadat saadia saadiq saafir saahir saaiq saajid saal
saalih saalim saanvi saaqib saar saara saariyah saba sabah sabahat sabari sabas sabastian sabatino
sabbir sabeeh sabella sabettin sabian sabih sabihe sabil sabin sabina sabine sabino sabiq sabir
sable saboor sabra sabre sabreen sabreena sabrena sabria sabrina sabryna sabur saburah sacha sachi
sachiko sachin sad sada sadaf sadaka sadan sadao sadaqat sadat saddie sade sadee sadeed sadeti sadi
sadia sadie sadiki sadiq sadittin sadiye sadye saeed safa safari safet safia safii safinaz safiri
safiya safiyah safiyyah safta safura safwan saga sagan sagar sagcan sahana sahar sahara sahasra
sahat sahdiye sahib sahil sahinbey sahinder sahir sahmettin sahnuray sahra sai said saida saidi
saif saige saim saima saint sair saira sairah saire saisha saja sakari sakeena sakina sakinah sakip
saksham sakura sal salah salami saleem saleen saleena saleh salem salena sali salim salimet salina
salli sallie sally sallyann sallye salma salman saloma salome salomea salomey salomon salurbay
salvador salvadore salvator salvatore salvi salwa sam sama samad samahat samaira samaksh samama
samanatha samanta samantha samar samara samarah samari samaria samarth samatha samaya sameer
sameera samella samer samesh sameul sami samia samiah samie samiha samina samir samira samirah
samiya samiyah sammantha sammi sammie sammuel sammy sammye samo samone samson samu samual samuel
samuli samurtay samwel samweli samy samya samyah samyra sana sanaa sanai sanavber sanaya sancak
sancar sanda sandee sandeep sander sandi sandie sandile sandis sandor sandra sandrea sandria
sandrine sandro sandu sandy sang sani sania saniah sanita saniya saniyah sanja sanjana sanjay
sanjuana sanjuanita sanna sanne sanni santa santanna sante santeri santiago santina santino santo
santonio santos sanur sanvi sanya sanziana saoirse saood sapa saphira saphire sapna sapphira
sapphire saquan sara sarabeth sarabi sarafina sarah sarahann sarahi sarahy sarai sarajane saralee
saralyn saran saray saraya sarena sarenity sari saria sariah sarika sarina sarita sariya sariyah
sarka sarkis sarlota sarmite saron sarra sarrah sarthak sarunas sarya sasa sascha sasha saskia saso
satchel sathvik sativa satrettin satu saturnino saul saulius saulo saumu saumya saundra sauti sava
savak savana savanah savanna savannah saverio saveta savina savino savion savki savni savon saxon
saxton saya sayan saydam sayde saydee saydie sayin saylor sayra sayrak sayuri sazime scarlet
scarlett scarlette scherry schuyler schyler scot scotlyn scott scotti scottie scotty scout seaborn
seamus sean seana seanan seaneen seanmichael seann seanna sebastiaan sebastian sebastiano sebastiao
sebastien sebastijan sebastion sebastjan sebattin sebigul sebla sebrina secgul secme seda sedife
sedona sedonia sedric sedrick seema seena sefer seferino sefi sefiye segilola segundo seha sehamet
sehel sehreban sehza seif seija seirra sejal sejda sekim sekou sela selah selaheddin selale selatin
selcen selcuk seldon selena selene seler seleste selia selim selime selin selina selma selmer
selmin selvi selvin selwyn sem semaj semat semender semenica semine semrin semsettin semsinisa sena
senaida senan sencar sendogan seneca senia seniha senkal senn senna sennur senora seona seosamh sep
sephora sepp seppo sequoia sequoyah sera seracettin serafeddin serafin serafina serah seraphina
serban serda seref seren serena serene sereniti serenity seretha serezli serfinaz serge sergej
sergio sergiu sergius serhatmehmet serina serinity serita serjio serma serman sernur serol serra
servac servando server servinaz sessa seth sevcan sevdi sevdinar sever severiano severin severina
severino severo sevgen sevginur sevican sevim sevindik sevket sevketfeza sevla sevsevil sevyn
seward seyda seydo seye seyfullah seyhan seyithan seymour seyyide sezal sezen sezginbas shaan
shaban shad shada shadae shadi shadia shadonna shadrach shadrack shadrick shady shae shaela shaelyn
shaelynn shaena shahd shaheed shaheem shaheen shahid shai shaila shailyn shain shaina shaindel
shaindy shaine shaka shakara shakayla shakeem shakeema shakeena shakera shakeria shakeya shakia
shakila shakima shakina shakir shakira shakirah shakita shakiya shakur shakyra shala shalana
shalanda shalaya shalee shaleen shalena shalene shaley shalia shalimar shalina shalini shalisa
shaliyah shalom shalon shalonda shalyn shalynn shamar shamara shamari shamaria shamaya shameeka
shameika shameka shamekia shamel shamia shamiah shamica shamika shamir shamira shamiya shamiyah
shamon shamsuddeen shamus shamya shamyra shan shana shanae shanan shanay shanaya shanda shandell
shandi shandon shandra shandy shane shanea shanee shaneika shaneka shanel shanell shanelle shanequa
shanese shanetta shanette shani shania shaniah shanice shaniece shanika shaniqua shanique shanise
shanita shaniya shaniyah shanna shannah shannan shannel shannen shannon shannyn shanon shant shanta
shantae shantal shantavia shantay shante shantel shantell shantelle shanteria shanti shantia
shantrell shanya shaquan shaquana shaquanda shaquanna shaquilla shaquille shaquita shara sharae
sharan sharay sharayah sharda shardae sharday sharde sharee shareef shareen shareese shareka
sharell sharelle sharen sharena sharene sharese sharhonda shari sharia shariah sharice sharie
sharif sharifa shariff sharika sharilyn sharina sharion sharise sharissa sharisse sharita sharla
sharlee sharleen sharlene sharlet sharlotte sharlyn sharmaine sharman sharnell sharod sharol
sharolyn sharon sharona sharonda sharone sharri sharrie sharrod sharron sharyl sharyn shasta
shatara shatavia shatia shatoria shatoya shaul shaun shauna shaunda shaundra shaune shauneen
shaunice shaunna shaunta shauntae shaunte shauntel shaurya shavon shavonda shavonna shavonne
shawana shawanda shawanna shawn shawna shawnda shawndra shawne shawnee shawnette shawnie shawnna
shawnta shawntae shawntay shawnte shawntel shay shaya shayaan shayan shayden shaye shayla shaylah
shaylee shayleen shayleigh shaylen shaylene shaylie shaylin shaylyn shaylynn shayna shayne shea
shealyn shealynn sheamus sheana sheba shedrick sheela sheelagh sheena shehu sheila sheilah sheilla
sheillah shekinah shekoni shela shelagh shelah shelba shelbee shelbey shelbi shelbie shelby shelda
sheldon sheli shelia shelita shella shelle shellee shelley shelli shellie shelly shelsea shelva
shem shemar shemeka shemika shena sheneka shenell shenequa shenika sheniqua shenita shenna shequita
shera sheralyn sheran sherard sheree shereen shereka sherell sherelle sherene sherese sheri sheria
sherian sherica sherice sherida sherie sherika sheril sherill sherilyn sherina sherise sherita
sherlene sherley sherlin sherly sherlyn shermaine sherod sheron sheronda sherra sherre sherree
sherrel sherrell sherri sherrie sherril sherrill sherrilyn sherrita sherrod sherron sherry sherrye
sherryl sherwin sherwood sheryl sheryle sheryll sheyanne sheyenne sheyla shia shiann shianna
shianne shida shiela shifra shigeru shila shilah shilo shiloh shilpa shimon shinead shira shiree
shireen shirelle shirin shirl shirlee shirleen shirlene shirley shirleyann shirlie shirly shiv
shiva shivam shivani shivansh shizue shizuko shlok shlome shlomo shmiel shmuel sholom shomari shon
shona shonda shondra shonna shonta shontae shontay shonte shontel shontell shoshana shoshanna
shravya shree shreeya shrey shreya shreyas shriya shruti shulem shun shunda shunta shyam shyan
shyann shyanna shyanne shyenne shyheim shyla shylah shylee shylo shyloh shyra sian siana siani
sianna siara siarra sibonelo sibongile sibusisiwe sibusiso sibyl sicily sidar siddharth side
sidharth sidki sidnee sidney sidonia sidra siegfried siem siena sienna siera sierra sierrah sifa
sifuna sigfrid sigge sigifredo sigita sigmund signe sigrid sigurd sigvard siham sihawukele siiri
sijuade siku sil sila silan silanur silas sile silje silke sille silondile silva silvana silvano
silverio silvester silvestre silvestro silvia silvian silviana silvie silvija silvio silviu silvo
sim sima simao simas simber simcha sime simen simeon simi similoluwa simina simion simisola simiyu
simmie simo simon simona simonas simone simonetta simonne simphiwe simphiweyinkosi simran simten
sina sinai sinasi sincere sindi sindre sindy sine sinead sini sinica sinikka sinisa sintija siobain
sioban siobhain siobhan siofra siomara sion sione siper siphesihle sirap sire sirena siri sirivan
sirkka sirpa sisko sissel sissy sithembiso siti sittik siv sivan sivert sixten sixto siya siyabonga
sjoerd skai skaidrite skarlett skipper skolastika skye skyelar skyla skylah skylan skylar skylee
skyleigh skyler skylie skylin skylor skylyn skylynn skyy slade slava slavena slavica slavka slavko
slavomir slavomira slobodan smaranda smilte smith sneha sneider snjezana socorro socrates sofi
sofia sofie sofija sofiya soha soham sohan sohret soila sokmen sol solana solange sole soledad
soleil solma soloman solomon solon solveig solvej solvita somadina somaya somer sommer somtochukwu
son sona sonad sonal sonali sonata sonda sondra sondre songurkan sonia sonja sonji sonjia sonnie
sonnur sonny sonora sonya sophia sophie sophronia sophy sophya sora soraia soraida sorana soraya
sorcha soren sorin sorina sorine sos sotero souma sowande soydaner soykan soykut soyler soyselcuk
sozer sparkle sparrow spela spencer speranta sphiwe spiro spiros spurgeon squire srecko sriram
sriya stacee stacey staci stacia stacie stacy stacye staffan stan stana stanca stancu stanford
stanislaus stanislav stanislava stanislavs stanislaw stanka stanko stanley stanly starla starlene
starlet starlett starlette starling starlyn starr stasha stasia stavros steen stef stefan stefana
stefani stefania stefanie stefanija stefano stefany stefen steffan steffani steffanie steffany
steffen steffi steffon stefica stefka stefon stein steinar stela stelian steliana stella stellah
stellan steluta sten stepan stepanie stepanka stephaine stephan stephane stephanee stephani
stephania stephanie stephannie stephany stephen stephene stephenie stephine stephnie stephon
stephone sterlin sterre stetson stevan steve steven stevi stevie stevon stewart stian stig stijn
stina stine stiven stjepan stockton stojan stonewall stoney stori stormi stormie stratton stryder
stryker stuart sture suann suanne suat suayp subomi subrina subutiye sucaettin sudi sudie sudiksha
sue sueann suellen suha suhani suheyda sujey sukri sukufe sula sulaiman suleiman sulema suleyla
sulhi sully sultan sultane sumaya sumayya sumayyah sumer sumerya sumeyye sumiko summer sumner sunay
sundra sune sunel suner sung sungara sunil sunita sunni sunnie sunny sunshine suphi suraj suri sury
surya susam susan susana susann susanna susannah susanne susen susette susie sussanne sussie susy
suus suvari suvi suzan suzana suzann suzanna suzannah suzanne suze suzer suzette suzi suzie suzy
suzzanne suzzette svante svatopluk svatoslav svea svein sven svenning sverre svetlana svetozar
swala swaleh swara sybil syble sydell sydelle sydne sydnee sydnei sydney sydni sydnie syed syeda
sylar sylas syler sylis sylivia sylus sylva sylvan sylvana sylvania sylvester sylvia sylvie sylwia
symantha symone symphony syncere synnove synthia syreeta syrena syria syriah syrus sys szymon
"""
)
