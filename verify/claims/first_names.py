"""First names by the gender that they nearly always have, for `he` and `she`.

The commonest of the 1990 United States census (public domain) where one gender has at
least twenty times the other's share, and names common in the news of other countries.
A name given to both is in neither list: then a pronoun decides, or nothing does.
"""

from __future__ import annotations

MALE_NAMES = frozenset(
    """
    aaron abdul abdullah abdulrahman abel abraham adam adan adel adolfo adolph agustin ahmed
    ahmet alan alastair albert alberto alejandro aleksandr alessandro alex alexander alexei
    alfonso alfred alfredo ali alistair allan allen alonzo alphonse alphonso alton alvaro alvin
    amir amit amos anatoly anders anderson andre andreas andrei andres andrew andriy andrzej
    andrés andy angus anil anthony antoine anton antonio antony antti anwar archie armand
    armando arnaud arnold arron arthur arturo arun arvind ashok atal aurelio austin ayman barack
    barney barry bart bashar basil beau ben benito benjamin bennett benny bernard bernardo
    bernie bert bilal bill billy bjorn björn blaine blake bob bobby bogdan booker boris boyd
    brad bradford bradley brady brain branden brandon brendan brent bret brett brian brock
    brooks bruce bruno bryan bryant bryce bryon buddy buford burton byron caleb callum calvin
    carl carlo carlos carlton carmelo carmine carson carter cedric cesar chadwick charles
    charley chase chester chidi chinedu christopher chuck clarence clark claude clay clayton
    clement cleveland cliff clifford clifton clint clive clyde cody cole colin collin conrad
    cornelius cornell coy craig curt curtis cyril cyrus dalton damian damien damon dan dane
    danial daniel danny dante daren darin darius darrel darrell darren darrin darryl darwin
    daryl dave david davis dean deepak delbert delmar denis dennis denver derek derick derrick
    desmond dewayne dewey dexter dick didier diego dieter dirk dmitri dmitry domingo dominic
    dominick don donald donnell donny donovan doug douglas doyle drew duane dudley duncan dustin
    dwayne dwight dylan earl earnest ed eddy edgar edmond edmund eduardo edward edwardo edwin
    efrain elbert eldon eli elias elijah elliot elliott ellis elmer elton elvin elvis elwood
    emanuel emeka emerson emery emil emilio emmanuel emmett emory enrico enrique eoin eric erich
    erick erik ernest ernesto ernie errol ervin erwin esteban ethan eugene evan everett evgeny
    ewan fabian fahad faisal farouk federico felipe felix ferenc fergus fernando fidel finn
    fletcher florian floyd forrest francesco francisco francois frank franklin françois fred
    freddy frederic frederick fredrick freeman friedrich fritz fumio gabriel galen gareth
    garland garrett garry garth gary gautam gavin genaro geoffrey georg george gerald gerard
    gerardo german gilbert gilberto giorgio giovanni giuseppe glen glenn gonzalo goodluck gordon
    grady graham greg gregg gregorio gregory grigory grover guillermo gus gustav gustavo guy
    gábor gérard günter hal hamad hamid hamish hani hans hardeep harlan harley harold harris
    harrison harry haruki harvey hasan hashim hassan heath hector helmut henrik henry herbert
    heriberto herman herschel hiram hiroshi homer horace hosni howard hubert hugh hugo humberto
    humza hung hussein hüseyin iain ian ibrahim ignacio igor imran inácio irvin irving irwin
    isaac isaiah isidro ismael ismail issac istván ivan jack jacob jacques jair jake jamal jamel
    james jan janusz jared jaroslaw jarosław jarrett jarrod jarvis jason jasper javier
    jawaharlal jay jayson jeff jefferson jeffery jeffrey jeffry jens jerald jeremiah jeremy
    jermaine jerome jerry jerzy jesper jess jesse jesus jim jimmy jinping jiří joao joaquin
    joaquín joe joel joesph johan john johnathan johnathon johnny joko jon jonas jonathan
    jonathon jorge jose joseph josh joshua josue josé joão juan juergen julian julio julius
    junior jussi justin jürgen kamal karim karl keir keith kelvin kemal ken kendrick kenji
    kenneth kennith kenny kent keqiang kermit kevin khaled khalid kieran kirk klaus kofi
    konstantin kristian kristopher krzysztof kurt kurtis kwame kyle lamar lamont landon larry
    lars laurence laurent lawrence lazaro lech leland leo leon leonard leonardo leonel leonid
    leroy lester levi lewis liam linwood lionel lloyd logan lon lorenzo louis lowell loyd luca
    lucas luis luke luther luís lyle lászló mack magnus mahmoud mahmud majid malcolm manmohan
    manoj mansour manuel marc marcel marcelino marcello marco marcos marcus marek mariano mario
    mark marlon marshall martin marvin marwan mason masood massimo mateusz mathew mathias
    mathieu matt matteo matthew matthias maurice mauricio maxim maxwell maynard mehmet melvin
    merlin mervin michael michał micheal michel miguel mika mikael mike mikhail milan millard
    milton mitch mitchel mitchell mohamad mohamed mohammad mohammed mohan moises monroe monte
    monty morris morten morton moses muammar muhammad muhammadu mukesh murray mustafa myles
    myron narendra nasser nathan nathaniel naveen neal ned neil nelson nestor niall nicholas
    nick nickolas nicolas nicolás nigel nikita nikolai nils nitin noah noe nolan norbert norman
    norris nuno octavio olaf oleg oleksandr oliver olivier olusegun omar orlando orville osama
    oscar otis otto owen pablo padraig paolo pasquale patrick paul paulo pavel pavlo paweł pedro
    pekka percy perry pete peter petr petro phil philip philippe phillip pierre piers pietro
    piotr prakash preston quentin quincy quinton radosław rafael rafiq rahul raj rajesh rajiv
    rakesh ralph ramesh ramiro ramon randal randall randell randolph randy raphael rashid rasmus
    ratan raul ravi ray raymond raymundo recep reed reggie reginald reid rené reuben rex
    reynaldo rhys ricardo richard rick rickey ricky rigoberto riley rishi rob robby robert
    roberto rocco rocky rod roderick rodger rodney rodolfo rodrigo rogelio roger roland rolando
    roman romano romeo ron ronald ronnie ronny roosevelt roscoe ross roy ruben rudolph rufus rui
    rupert ruslan russ russel russell rusty ryan sachin saddam sadiq saeed saleh salman salvador
    salvatore sami sammy samuel sanford sanjay sanjeev santiago saul sayed scot scott scotty
    sean sebastian semyon sergei sergio seth shane shashi sheldon shelton sherman shigeru shinzo
    silas silvio simon sipho solomon sonny spencer stan stanislav stanisław stanley stefan
    stephan stephen sterling steve steven stewart stig stuart sunil suresh susilo sven sylvester
    søren süleyman takashi tariq taro tayyip ted teddy terence terrance terrell terrence terry
    thabo thaddeus theodore theron thierry thomas thurman tiago tim timmy timothy tobias toby
    todd tom tomas tomasz tommy tomáš tony travis trent trenton trevor troy truman tyler tyrone
    tyson ulf ulysses usman uwe vaclav vadim valery vance vasily vaughn venkat vern vernon
    vicente victor vijay vikram viktor vince vincent vinod virgil vitaly vito vladimir volodymyr
    vyacheslav václav wade walid wallace walter ward warren wayne weldon wendell wes wesley
    wilbert wilbur wilburn wiley wilford wilfred wilfredo willard william williams willie willis
    wilmer wilson winfred winston wojciech woodrow xavier xi xiaoping yannick yasser yevgeny
    yoshihide yousef yuri yusuf zachary zachery zane zayed zedong ziad zoltán édouard étienne
    """.split()
)
FEMALE_NAMES = frozenset(
    """
    abbie abby abigail ada addie adela adelaide adele adelina adeline adriana adrianne adrienne
    agatha agnes agnieszka aida aileen ailsa aimee aisha alana alba alberta alecia alejandra
    alene alexandra alexandria alexis alfreda alice alicia aline alisa alisha alison alissa
    allene allie allison allyson alma alta althea alvina alyce alyson alyssa amal amalia amanda
    amber amelia amie amina amparo amy ana anastasia andrea angela angelia angelica angelina
    angeline angelique angelita angie anita ann anna annabelle anne annegret anneke annette
    annie annika annmarie antionette antoinette aoife aparna araceli arleen arlene arline ashlee
    ashleigh ashley asma astrid athena audra audrey augusta aung aurelia aurora ava avis ayelet
    ayesha barb barbara barbra beata beatrice beatriz becky belinda belle benazir benita
    bernadette bernadine bernice berta bertha bertie beryl bess bessie beth bethany betsy bette
    bettie betty bettye beulah beverley beverly bianca birdie birgitte blanca blanche bobbi
    bonita bonnie brandi brandie brandy brenda briana brianna brianne bridget bridgett bridgette
    brigitte britney britta brittany brittney brooke caitlin callie camilla camille candace
    candice candida cara caren cari carissa carla carlene carly carmela carmella carmen carol
    carole caroline carolyn carrie caryn casandra cassandra cassie catalina catarina catherine
    cathleen cathrine cathryn cathy catrina catriona cecelia cecile cecilia celeste celestine
    celia celina chandra chantal chantel charlene charlotte charmaine chasity chelsea chelsey
    cheri cherie cherry cheryl chiara chimamanda chloe christa christen christi christie
    christin christina christine christy chrystal ciara cindi cindy claire clara clare clarice
    clarissa claudette claudia claudine coleen colette colleen concepcion concetta connie
    constance consuelo cora corazon corina corine corinne cornelia corrine cortney cristina
    cynthia céline dalia danette daniela danielle danna daphne dara darcy darla darlene dayna
    deana deann deanna deanne debbie debby debora deborah debra deena deepa deidra deidre
    deirdre delia delilah della delma delois delores deloris delphine demetria dena denice
    denise desiree dessie destiny diana diane diann dianna dianne dilma dina dinah dionne dixie
    dollie dolly dolores dona donna dora doreen doretha doris dorothea dorothy dorthy dottie
    earlene earline earnestine ebony edith edna edwina edythe effie eileen eilidh ekaterina
    elaine elba elda eleanor eleanore elena elia elida elinor elisa elisabeth elise eliza
    elizabeth ella ellen elma elnora eloisa eloise elsa elsie elva elvia elvira emilia emilie
    emily emma enid erica ericka erika erin erlinda erma erna ernestina ernestine esmeralda
    esperanza essie estela estella estelle ester esther ethel etta eugenia eula eunice eva
    evangelina evangeline eve evelyn ewa fannie fanny farah fatima fay faye federica felecia
    felicia fern fernanda fiona flora florine flossie fran frances francesca francine francisca
    franziska françoise freda freida frieda gabriela gabrielle gail galina gay gayla gemma gena
    geneva genevieve georgette georgina geraldine geri germaine gertrude gilda gina giorgia
    gisela giulia gladys glenda glenna gloria golda goldie grace gracie graciela graça greta
    gretchen griselda gudrun guillermina gussie gwen gwendolyn hala haley hallie hanan hanna
    hannah harriet harriett hattie hayley hazel heather heidi helen helena helene helga
    henrietta herminia hester hilary hilda hillary hina hollie hortencia huda hélène ida ila
    ilaria ilene imelda imogen imogene ina indira ines inez ingrid inés iola iona ione irene
    irina irma isabel isabell isabella isabelle isla iva ivanka ivette iwona jacinda jacklyn
    jaclyn jacqueline jacquelyn jacquline jami jana jane janel janell janelle janet janette
    janice janie janine janis janna jannie jaqueline jasmin jasmine jayalalithaa jayne jean
    jeanette jeanie jeanine jeanna jeanne jeannette jeannie jeannine jemima jena jenifer jenna
    jennie jennifer jenny jeri jerri jessica jill jillian jimena joan joana joann joanna joanne
    jocelyn jodi jodie johanna jolene joni josefa josefina josephine josie joyce juana juanita
    judi judith judy julia juliana julianne julie juliet julieta juliette justina justine
    kaitlin kaitlyn kaja kamala kara karen karin karina karla karrie karyn katarzyna kate
    katelyn katharine katherine katheryn kathi kathie kathleen kathrine kathryn kathy katie
    katina katrina katy kavita kay kaye kayla keisha kelli kellie kelly kelsey kendra keri kerri
    kerry kezia khadija kimberlee kimberley kimberly kira kirsten kirsty kisha kitty krista
    kristen kristi kristie kristin kristina kristine kristy krystal krystle ksenia lacey ladonna
    lakeisha lakesha lakisha lakshmi lana lara larisa larissa lashawn lashonda latanya latasha
    latisha latonya latoya latrice laura laurel lauren lauri laurie lavonne lawanda layla lea
    leah leann leanna leanne leeann leila lela lelia lena leni lenora lenore leola leona leonor
    leora lesa lessie leta letha leticia letitia lettie libby lidia liesbeth lila lilia lilian
    liliana lillian lillie lilly lina linda lindsey lisa liz liza lizzie lois lola lolita lona
    lora loraine lorena lorene loretta lori lorie lorna lorraine lorri lorrie lottie louella
    louisa louise lourdes luann lucia lucile lucille lucinda lucretia lucy ludmila luella luisa
    luz lydia lyn lynda lynette lynne lynnette lyudmila mabel mable madeleine madeline madelyn
    madge madonna mae magdalena maggie maha mai maia mairead malala malinda malissa mallory
    mamata mamie mandy manuela mara marcella marci marcia marcie marcy margaret margarita
    margaux margery margie margo margot margret margrethe marguerite mari maria mariam marian
    mariana marianna marianne maribel maricela marie marietta marilyn marilynn marina marine
    marisa marisela marisol marissa maritza marjorie marla marlene marquita marsha marta martha
    martina marva mary maryam maryann maryanne marybeth maryellen maryjane marylou mathilde
    matilda matilde mattie maude maudie maura maureen maurine mavis maxine maya mayme mayra
    małgorzata meagan meena meera megan megawati meghan melania melanie melba melinda melisa
    melissa mellisa melody melva mercedes meredith merry mette mia michaela michele michell
    michelle migdalia milagros mildred millicent millie mina mindy minerva minnie miranda miriam
    mitzi mollie molly mona monica monika monique morag muriel myra myrna myrtle nadezhda nadia
    nadine nan nancy nanette nannie naomi natalia natalie natasha nathalie nawal neha nelda nell
    nellie nelly nettie neva ngozi niamh nichole nicola nicole nikki nilda nina nirmala nita
    nkosazana noa noelle noemi nola nona noor nora noreen norma octavia odessa ofelia oksana ola
    olga olivia oma opal ophelia ora oralia orla paige paloma pam pamala pamela pansy paola
    patrica patrice patricia patsy patti pattie patty paula paulette pauline pearlie peggy
    penelope petra philippa phillis phoebe phyllis pilar pippa polly pooja poppy portia
    priscilla priti priya priyanka queen rachael racheal rachel rachelle radha rae rafaela
    ramona rana randi rania raquel reba rebeca rebecca rebekah reem regina rekha rena renae
    renee renita retha reva reyna rhea rhoda rhonda rita robbin roberta robyn rochelle rocio
    rocío roisin ronda rosa rosalee rosalia rosalie rosalind rosalinda rosalyn rosanna rosanne
    rosario rose roseann rosella rosemarie rosemary rosetta rosie rosita roslyn rowena roxanna
    roxanne roxie rupa ruth ruthie sabine sabrina sadie sallie sally salma samantha samatha
    samira sana sanae sandi sandra sandrine sanna sara sarah saskia saundra savannah selena
    selina selma serena shana shanda shanna shari sharlene sharon sharron shauna shawna shayla
    sheena sheila shelia shelley shellie shelly sheree sheri sherri sherrie sherry sheryl shiela
    shilpa shira shireen shirley shona shonda sierra sigrid silke silvia simone sinead siobhan
    sita socorro sofia sofía soledad solveig sondra sonia sonja sonya sophia sophie stacey staci
    stacie stefanie stella stephanie sue suella sun sunita susan susana susanna susanne sushma
    susie suzan suzanne suzette svetlana swati sybil sylvia sylvie ségolène tabatha tabitha
    tamara tameka tamera tami tamika tammi tammie tammy tamra tamsin tania tanisha tanya tara
    tarja taryn tasha tatiana tawana tera teresa teresita teri terra terri terrie tessa tessie
    thelma theodora theresa therese tia tiffany tillie tina tisha toni tonia tonya tori tracey
    traci tracie treva tricia trina trisha trudy tsai twila tzipi ulrike ursula usha valarie
    valencia valentina valeria valerie valérie vandana vanessa veda velma vera verda verna
    vernice veronica vesta vicki vickie vicky victoria vida vilma viola virgie virgina virginia
    vivian vonda véronique wanda wangari wendi wendy wilda wilhelmina willa wilma winifred
    winnie winona ximena yael yasmin yekaterina yesenia yolanda yuko yulia yuliya yuriko yvette
    yvonne zahra zainab zelda zella zelma zoe zuzana élisabeth élodie
    """.split()
)
