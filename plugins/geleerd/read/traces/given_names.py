"""Given names that many people in the Netherlands have. A dictionary has some of them as words (`jan`, `mark`)."""

_WORDS = """
aad aart abdel abdullah abel achmed adam adriaan agnes ahmed aisha albert alex alexander ali alice alie amber amina amy anita anja ank
anke ann anna annabel anne anneke annelies annemarie annemiek annet annette annie anouk ans anton antoon arie arjan arjen arno arnold
astrid ayoub ayse bart bas bea beatrijs ben benjamin bernard bert bertus betty bianca bo bob boris bram brecht britt bruno bryan carel
carin carla carlijn carlo carmen carolien caroline cas casper catharina cees celine chantal charles charlotte chris christiaan christina
cindy claudia coby coen cor cora cornelis corrie corry daan dana daniel danielle danny david debby dennis derk desiree diana dick diederik
diego dieuwke dimitri dirk dominique dorien doris dorothea edith edwin eefje eelco elena eline elisa elisabeth elise elke ella ellen elly
els elsbeth emiel emil emily emma emre eric erica erik erna ernst erwin esmee esther eva evelien evert fabian famke fatima fatma femke
fien fleur floor floris fons frank frans fred frederik frits gabriel geert geertje gerard gerda gerrit gert gijs gina greet gregor greta
guido guus hafid hamza hanna hannah hanneke hannie hans harm harrie harry hassan hein heleen helena hendrik hendrika henk hennie henny
henri henriette herman hetty hilda hilde hugo huib hussein ibrahim ida ilona ilse imke inge ingeborg ingrid irene iris irma isa isabel
isabella ivo jaap jacco jack jaco jacob jacqueline jacques jamal james jan jane janna janneke jannie jans jantje jarno jasmijn jasper
jayden jeanette jeannette jeffrey jelle jelmer jennifer jenny jeroen jesse jessica jip jo joachim joan job jochem joep joey johan johanna
johannes john jolanda jolien jonas jonathan joop joost jordy joris jos jose josef joseph josephine joyce judith julia julian julie
juliette jurgen jurre kaj karel karim karin karlijn katja kees kelly ken kevin khalid kim kirsten klaartje klaas koen koos krijn lara lars
laura laurens lea leen leendert lena leni lenie leo leon leonie leonora lex lia lianne lidy lieke lies liesbeth lieve linda lisa lisanne
lise liselotte liz loes lorenzo lotte lotus louis louise luc lucas lucia luuk lydia lynn maaike maarten maartje machiel madelief magda
mahmoud manon marc marcel marco margo margot margreet margriet maria marian marianne marie marieke mariette marija marijke marijn marika
marina marinus mario marion marit marjan marjolein marjon mark marleen marlies marloes marlou marten martha martijn martin martine mary
mathijs mathilde matthijs maud maurice maurits max mees mehmet meike melanie melissa menno merel merijn meta mia michael michel michelle
michiel mieke miep mike mila milan milou mimi minke mirjam mirthe mo mohamed mohammed monica moniek monique murat mustafa myrthe nadia
nadine naomi natalie natasja nel nelleke nelly nick nicky nicole niek niels nienke nils nina noa noah noor noortje nora olaf olga olivia
omar onno oscar otto pascal patricia patrick paul paula pauline peter petra philip piet pieter pim pleun quinten rachel rachid ralph ramon
raymond rebecca reinier remco renate rene renee renske ria rianne riet rik rina rinus rita rob robbert robert robin roderik roel roeland
roelof roger roland rolf romy ron ronald roos rosa rosalie rosanne rozemarijn ruben rudi rudolf ruth ruud ryan sabine said sam samantha
samira samuel sandra sanne sara sarah sascha saskia sebastiaan selma servaas sharon sien sietske silvia simon simone sjaak sjoerd sjors
sofia sofie sonja sophie stefan stefanie stella sterre steven stijn susan susanne suzan suzanne sven sylvia tamara tanja tess tessa teun
teunis thea theo theodoor thijs thomas tia tim timo tineke tinus tirza titia tjeerd tobias tom ton tonny toon toos trees trijntje trudy
truus ursula valentijn vanessa vera veronica victor vincent viola wendy werner wesley wessel wiebe wilbert wilhelmina willeke willem
willemien willemijn willy wilma wim wout wouter xander yara yasmin yolanda youssef yusuf yvette yvonne zehra zeynep zoe
"""
GIVEN_NAMES = frozenset(_WORDS.split())
