"""Surnames that many people in the Netherlands have, in lower case."""

_ALONE = """
aarts abdi achterberg adriaanse ahmed albers ali amrani appelman arends bakker barends beekman beentjes bergsma blokland boerema boersma
boogaard boonstra bosma bouazza bouma bouwman brinkman broekman brouwer buijs claassen cornelissen dekker demir dijkman dijkstra dirks
driessen eijkelenboom elbers faber feenstra franken geerts gerritse gerritsen hagen hamoen hansen haverkamp heijnen hendriks hendrikse
hendriksen hermans hoekstra hofman hoogendoorn hoogland huisman huizinga jaarsma jacobs janse jansen jansens janssen janssens jonker kaya
khan klaassen kleijn kooijman kooistra koster kowalski kramer kuiper kuipers lammers langeveld leenders maassen martens meijer meijers
meyer michels molenaar mulder muller nguyen nijhuis nijland ooms oosterhuis peeters peters pieterse pietersen postma pronk ramdin rietveld
roelofs rutten sanders scheepers schepers scholten schouten schuurman simons singh smeets smit smits snijders stevens terpstra thijssen
timmerman timmermans tuinstra veenstra veldhuis veldman verbeek verhagen verhoeven vermeer vermeulen verweij visser vonk vries wagenaar
wassenaar wiersma willems willemsen witteveen wolters yildiz yilmaz ypma yılmaz zijlstra zuidema özdemir
"""
_BESIDE_A_NAME = """
bell berg blom boer boom bos bosch brink broek burg cooper dam dijk dongen eijk graaf groen groot haan hartog heide heijden heuvel hof
hoven hulst jong jonge klein klomp kok koning kool kroon lange leeuwen linden loon maas meer mol molen post prins ree rijn rooij roos
ruiter schipper sloot smidt stam stein sterken veen veer velde ven vink vliet vos waal wal weide werf wiel wijngaard wilde wit wolf
zanden zee zwaan zwart
"""
SURNAMES = frozenset(_ALONE.split())
ALL_SURNAMES = SURNAMES | frozenset(_BESIDE_A_NAME.split())
"""Also those that are words: they name somebody only beside a given name or a small word."""
