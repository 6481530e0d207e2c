"""The irregular verbs and plurals of English, for the forms that a lemma list cannot tell apart.

`rose` is a flower and a past tense, `leaves` hang on trees and go out of doors: a list of lemmas must
choose one. Here both stand, and the kind of the term decides. The list is our own.
"""

from __future__ import annotations

from functools import lru_cache

_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne born|beat beat beaten|become became become|begin began begun|bend bent
bet|bid bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept
cut|deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten
forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got|give gave given|go went gone|grind ground
grow grew grown|hang hung|hear heard|hide hid hidden|hit|hold held|hurt|keep kept|kneel knelt|know knew known|lay laid
lead led|leap leapt|learn learnt|leave left|lend lent|let|lie lay lain|light lit|lose lost|make made|mean meant|meet met
mow mowed mown|pay paid|put|read|ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawed sawn|say said|see saw seen
seek sought|sell sold|send sent|set|sew sewed sewn|shake shook shaken|shear sheared shorn|shed|shine shone|shoot shot
show showed shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk sunken|sit sat|slay slew slain|sleep slept|slide slid
sling slung|smell smelt|smite smote smitten|sow sowed sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt
spin spun|spit spat|split|spoil spoilt|spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
stink stank stunk|stride strode stridden|strike struck stricken|string strung|strive strove striven|swear swore sworn
sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told
think thought|throw threw thrown|thrust|tread trod trodden|understand understood|wake woke woken|wear wore worn
weave wove woven|weep wept|win won|wind wound|wring wrung|write wrote written|be was were been is are am|have had has
do did done does|undo undid undone|withdraw withdrew withdrawn|withstand withstood|overthrow overthrew overthrown
overcome overcame|foresee foresaw foreseen|foretell foretold|rebuild rebuilt|retell retold|rewrite rewrote rewritten
uphold upheld|mislead misled|outrun outran|beset|behold beheld|bestow bestowed|broadcast|forecast
unwind unwound|die dying|tie tying
lie lying
found founded|wound wounded|bound bounded|ground grounded
"""
_PLURALS = """
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|person people|calf calves
elf elves|half halves|hoof hooves|knife knives|leaf leaves|loaf loaves|scarf scarves|self selves|sheaf sheaves|shelf shelves
thief thieves|wharf wharves|wife wives|wolf wolves|dwarf dwarves|axis axes|basis bases|crisis crises|oasis oases|larva larvae
fungus fungi|cactus cacti|nucleus nuclei|formula formulae|medium media|bacterium bacteria|stimulus stimuli|stratum strata
afterlife afterlives|penny pence|appendix appendices|index indices|vertex vertices|datum data|alga algae|die dice|antenna antennae
"""


@lru_cache(maxsize=1)
def verb_forms() -> dict[str, frozenset[str]]:
    """The irregular forms of each verb that has any, by its dictionary form; some have only that one."""
    return _table(_VERBS)


@lru_cache(maxsize=1)
def verb_bases() -> dict[str, frozenset[str]]:
    """The verbs that each irregular form may belong to: `lay` to `lie`."""
    return _reversed(verb_forms())


@lru_cache(maxsize=1)
def plural_forms() -> dict[str, frozenset[str]]:
    """The irregular plurals of each noun that has any."""
    return _table(_PLURALS)


@lru_cache(maxsize=1)
def plural_bases() -> dict[str, frozenset[str]]:
    """The nouns that each irregular plural may belong to."""
    return _reversed(plural_forms())


def _table(text: str) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for entry in text.replace("\n", "|").strip("|").split("|"):
        base, *forms = entry.split()
        table[base] = table.get(base, frozenset()) | frozenset(forms)
    return table


def _reversed(table: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    bases: dict[str, frozenset[str]] = {}
    for base, forms in table.items():
        for form in forms - {base}:
            bases[form] = bases.get(form, frozenset()) | {base}
    return bases
