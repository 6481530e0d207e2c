"""American spellings and the British ones. The list is our own; what both spell alike, or where an
American spelling is a British word of another meaning (`check`, `meter`, `tire`), is left out.
"""

from __future__ import annotations

from functools import lru_cache

# American beginning, British beginning: the endings that the rest of the line names.
_STEMS = """
color colour|s|ed|ing|ful|fully|less|ist|ists
favor favour|s|ed|ing|able|ably|ite|ites|itism
honor honour|s|ed|ing|able|ably
labor labour|s|ed|ing|er|ers
harbor harbour|s|ed|ing
neighbor neighbour|s|ing|ly|hood|hoods
behavior behaviour|s|al
flavor flavour|s|ed|ing|less
humor humour|s|ed|less
rumor rumour|s|ed
odor odour|s|less
vapor vapour|s
armor armour|s|ed|y|er|ers
splendor splendour|s
savior saviour|s
vigor vigour
valor valour
rigor rigour|s
ardor ardour
candor candour
clamor clamour|s|ed|ing
endeavor endeavour|s|ed|ing
fervor fervour
parlor parlour|s
savor savour|s|ed|ing|y
tumor tumour|s
demeanor demeanour
misdemeanor misdemeanour|s
rancor rancour
succor succour
center centre|s|piece|pieces
theater theatre|s
fiber fibre|s
liter litre|s
milliliter millilitre|s
kilometer kilometre|s
centimeter centimetre|s
millimeter millimetre|s
somber sombre|ly
specter spectre|s
luster lustre
meager meagre|ly
saber sabre|s
scepter sceptre|s
sepulcher sepulchre|s
caliber calibre
maneuver manoeuvre|s
ocher ochre
miter mitre|s
defense defence|s|less
offense offence|s
pretense pretence|s
catalog catalogue|s
dialog dialogue|s
analog analogue
epilog epilogue
traveler traveller|s
jeweler jeweller|s
jewelry jewellery
counselor counsellor|s
woolen woollen|s
marvelous marvellous|ly
skillful skilful|ly
willful wilful|ly
fulfill fulfil|s|ment
installment instalment|s
enrollment enrolment
archeolog archaeolog|y|ist|ists|ical
paleolithic palaeolithic
paleontolog palaeontolog|y|ist|ists
anesthetic anaesthetic|s
anemi anaemi|a|c
orthopedic orthopaedic
pediatric paediatric
hemoglobin haemoglobin
leukemia leukaemia
diarrhea diarrhoea
fetus foetus
artifact artefact|s
gray grey|s|er|est|ish|ness
plow plough|s|ed|ing|man|men|share|shares
mold mould|s|ed|ing|y
molt moult|s|ed|ing
smolder smoulder|s|ed|ing
pajama pyjama|s
aluminum aluminium
airplane aeroplane|s
mustache moustache|s
cozy cosy
coziness cosiness
skeptic sceptic|s|al|ism
donut doughnut|s
sidewalk pavement|s
gotten got
mom mum|s|my
math maths
practicing practising
practiced practised
"""
# Verbs whose last letter British spelling doubles before -ed and -ing.
_DOUBLED = """
travel cancel label model jewel level signal marvel quarrel fuel duel shovel tunnel channel funnel counsel equal dial
chisel snivel grovel unravel rival pencil parcel panel kennel total enamel gambol carol barrel bevel libel towel swivel shrivel
initial spiral stencil tassel yodel
"""
# Verbs that our house style spells -ise.
_ISE = """
advert agon apolog author bapt capital character civil colon commercial computer critic crystall custom decentral demobil
democrat demoral deput digit disorgan dramat econom emphas energ equal evangel familiar fertil final formal fossil general
global harmon hospital hypnot ideal idol immobil immortal immun industrial international ion ital jeopard legal legitim liberal
local magnet maxim mechan memor mesmer militar minim mobil modern monopol moral motor national natural neutral normal optim
organ ostrac oxid pasteur patron penal personal personif pilfer plagiar polar popular pressur priorit privat public pulver
random rational real recogn reorgan revital revolution romantic rural satir scandal scrutin secular sensational social special
stabil standard steril stigmat subsid summar symbol sympath synchron synthes tantal terror theor tranquill trivial union
urban util vapor victim visual vital western
"""
_YSE = "anal paral catal electrol"
_ENDINGS = ("e", "ed", "es", "er", "ers", "ing", "ation", "ations")


@lru_cache(maxsize=1)
def american_spellings() -> dict[str, str]:
    """The British spelling of every American one, in lower case, that is one wherever it stands."""
    table = dict(_from_stems())
    for verb in _DOUBLED.split():
        table |= {f"{verb}{ending}": f"{verb}{verb[-1]}{ending}" for ending in ("ed", "ing")}
    for stem in _YSE.split():
        table |= {f"{stem}yz{ending}": f"{stem}ys{ending}" for ending in ("e", "ed", "es", "er", "ers", "ing")}
    return table


@lru_cache(maxsize=1)
def oxford_spellings() -> dict[str, str]:
    """The house spelling with -ise of every verb that others spell with -ize."""
    return {f"{stem}iz{ending}": f"{stem}is{ending}" for stem in _ISE.split() for ending in _ENDINGS}


def _from_stems() -> list[tuple[str, str]]:
    pairs = []
    for line in _STEMS.strip().splitlines():
        words, *endings = line.split("|")
        american, british = words.split()
        pairs += [(american + ending, british + ending) for ending in ("", *endings)]
    return pairs
