"""Given names that many people in the Netherlands have. A dictionary has some of them as words (`jan`, `mark`)."""

_WORDS = """
aad aaltje aart abdel abdullah abel achmed adam adriaan agnes agnieszka ahmed aisha albert alex alexander ali alice alie amber amina amy
andrzej anita anja ank anke ann anna annabel anne anneke annelies annemarie annemiek annet annette annie anouk anouschka ans anton antoon
arie arjan arjen arno arnold astrid ayoub ayse ayşe aziz bart bas bea beatrijs ben benjamin bernard bert bertus betty bianca bilal björn
bo bob boris bram brecht britt bruno bryan carel carin carla carlijn carlo carlos carmen carolien caroline cas casper catharina cees
celine chantal charles charlotte chloë chris christiaan christina cindy claudia coby coen cor cora cornelis corrie corry daan dana daniel
danielle danny david debby dennis derk desiree diana dick diederik diego dieuwke dimitri dirk dmytro dominique dorien doris dorothea edith
edwin eefje eelco elena eline elisa elisabeth elise elke ella ellen elly els elsbeth emiel emil emily emma emre eric erica erik erna ernst
erwin esmee esther eva evelien evert fabian famke fatima fatma femke fenna fien fleur floor floris fons frank frans fred frederik frits
gabriel geert geertje gerard gerda gerrit gert gijs gijsbert gina giovanni greet gregor greta guido guus hafid hamza hanna hannah hanneke
hannie hans harm harrie harry hassan hein heleen helena hendrik hendrika henk hennie henny henri henriette herman hetty hidde hilda hilde
hugo huib hussein ibrahim ida ilona ilse imke inge ingeborg ingrid irene iris irma isa isabel isabella ivan ivo jaap jacco jack jaco jacob
jacqueline jacques jamal james jan jane janna janneke jannie jans jantje jarno jasmijn jasper jayden jeanette jeannette jeffrey jelle
jelmer jennifer jenny jeroen jesse jessica jip jo joachim joan job jochem joep joey johan johanna johannes john jolanda jolien jonas
jonathan joop joost jordy joris jos jose josef joseph josephine joyce juan judith julia julian julie juliette jurgen jurre jürgen kaj
karel karim karin karlijn katja kees kelly ken kevin khalid kim kirsten klaartje klaas koen koos krijn krzysztof kwame lara lars laura
laurens lea leen leendert lena leni lenie leo leon leonie leonora lex lia liam lianne lidy lieke lies liesbeth lieve linda lisa lisanne
lise liselotte liz loes lorenzo lotte lotus louis louise luc luca lucas lucia luuk lydia lynn maaike maarten maartje machiel madelief
magda mahmoud manon marc marcel marco margo margot margreet margriet maria marian marianne marie marieke mariette marija marijke marijn
marika marina marinus mario marion marit marjan marjolein marjon mark marleen marlies marloes marlou marten martha martijn martin martine
mary mathijs mathilde matthijs maud maurice maurits max mees mehmed mehmet meike melanie melissa menno merel merijn meta mia michael
michel michelle michiel mieke miep miguel mike mila milan milou mimi minke mirjam mirthe mo mohamed mohammad mohammed monica moniek
monique murat mustafa myrthe nadia nadine nadira naomi natalia natalie natasja nel nelleke nelly ngozi nick nicky nicole niek niels nienke
nils nina noa noah noor noortje nora olaf oleksandr olena olga olivia omar onno oscar otto pablo pascal patricia patrick paul paula
pauline pedro peter petra philip piet pieter pim piotr pleun priya quinten rachel rachid rajesh ralph ramon rashid raymond rebecca reinier
remco renate rene renee renske ria rianne riet rik rina rinus rita rob robbert robert robin roderik roel roeland roelof roger roland rolf
romy ron ronald roos rosa rosalie rosanne rozemarijn ruben rudi rudolf ruth ruud ryan sabine said sam samantha samir samira samuel sandra
sanne sara sarah sascha saskia sebastiaan selma servaas sharon sien sietske silvia simon simone sjaak sjoerd sjors sofia sofie sonja
sophie soufiane stefan stefanie stella sterre steven stijn sunita susan susanne suzan suzanne sven svetlana sylvia tamara tanja tess tessa
teun teunis thea theo theodoor thijs thomas tia tim timo tineke tinus tirza titia tjeerd tjitske tobias tom ton tonny toon toos trees
trijntje trudy truus ursula valentijn vanessa vera veronica victor vincent viola wahid wendy werner wesley wessel wiebe wilbert wilhelmina
willeke willem willemien willemijn willy wilma wim wout wouter xander yara yasin yasmin yolanda youssef yusuf yvette yvonne zehra zeynep
zoe zoë
"""
GIVEN_NAMES = frozenset(_WORDS.split())
