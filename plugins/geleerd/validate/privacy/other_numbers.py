"""Words that say that a number is no person's, such as that of an order or a version."""

import re

BEFORE = 80
"""Characters before a number in which a word can say what kind of number it is."""

_OF_A_THING = (
    "kvk|agb|big|uzi|isbn|issn|doi|ean|pmid|ppn|imei|order|bestel|factuur|offerte|polis|project|dossier|artikel|serie|versie|zaak|ticket"
    "|referentie|kenmerk|contract|licentie|accreditatie|registratie|inschrijf|inventaris|beschikking|besluit|subsidie|dataset"
    "|conferentie|vergader|meeting|webinar|inbel|toegang|product|barcode|verzend|zending|pakket|track|melding|zonmw|nwo|apparaat"
    "|hash|commit|build|getal|bedrag|oin|vestiging|incident|issue|batch|container|tabel|meldcode|kamerstuk"
    "|leverancier|debiteur|crediteur|grootboek|kostenplaats|bon|meterstand|token|tracking|sap|jira"
)
_SAYS = r"(?:\W{1,3}(?:nummer|nr|no|code|id|is|was|luidt|heeft|met|onder|het|de|een|van|op|voor|bij)\b){0,3}\W{0,4}"

OTHER_NUMBER = re.compile(
    r"(?:\b(?:rsin|btw|fi|fiscaal|loonheffing\w{0,9})\b(?:(?!bsn|burger)[^\d.;!?]){0,40}"
    rf"|\b(?:(?:{_OF_A_THING}|(?<!nt-)id)[\w-]*|(?:klant|lid|leden|relatie|ons\s)(?:nummer|nr|code|id)){_SAYS}|(?:[€$£]|\beuro?)\s{{0,2}}|\b(?:sha-?\d{{0,3}}|md5|crc\d{{0,2}}|[\w-]{{0,20}}(?:begroting|budget|omzet|saldo))\W{{0,4}}|\bnl\s?|#)$"
    r"|\b(?!\w{0,30}(?:bsn|burger|service|sofi|persoo?n|cli[eë]nt|pati[eë]nt|bewoner|ident))[^\W\d_]{3,30}-?(?:nummer|nr)\W{0,4}$",
    re.IGNORECASE,
)
"""At the end of what stands before nine digits: they are not the number of a citizen."""

REFERENCE = re.compile(
    r"(?:\b(?:(?:referentie|kenmerk|ref|factuur|nota|polis|besluit|bestel|order)\w*"
    rf"|(?:{_OF_A_THING}|klant|lid|leden|relatie|client|cliënt|patiënt)(?:s?nummers?|s?nr|s?code|[ -]?id)"
    r"|sha-?\d{0,3}|md5|fases?|stap(?:pen)?|scores?|cijfers?|reeks"
    r"|week|hoofdstuk|paragraaf|par|versie|release|build|lat|latitude|lon|lng|longitude|token|tracking|barcode|ean|isbn|imei|hash|dossier|zaak|ticket|issue|pr"
    r"|artikel|serie|batch|incident|co[oö]rdina(?:at|ten)(?:\s[xy])?)"
    r"(?:\W{1,3}(?:is|was|luidt)\b)?\W{0,4}|#)$"
    r"|\b(?!\w{0,30}(?:tel|mob|gsm|app|huis|vast|nood|contact|priv|werk|lijn|zes|kies|bel|sms|alarm|fax|06))[^\W\d_]{3,30}-?(?:nummer|nr)\W{0,4}$",
    re.IGNORECASE,
)
"""At the end of what stands before ten digits: they are no telephone number."""

AN_AMOUNT = re.compile(
    r"\s{0,2}(?:euro|eur|gulden|dollar|inwoners|mensen|personen|burgers|huishoudens|kinderen|leden|volgers|bezoek|bezoeken|bezoekers|stappen"
    r"|woorden|tekens|bytes|regels|records|rijen|stuks|keer|uur|dagen|weken|maanden|jaar|hz|minuten|seconden|meter|km|kilometer|views|weergaven|downloads|berichten)\b",
    re.IGNORECASE,
)
"""At the beginning of what follows a number: it counts something."""


def before(text: str, position: int) -> str:
    """What stands before a position and can say what follows."""
    return text[max(0, position - BEFORE) : position]
