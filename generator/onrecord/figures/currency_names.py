"""The names that English and Russian give to currencies.

A name that several countries share (`dollars`, `roubles`) stands for the best known of them, and `OTHER_MEANINGS`
lists the rest, so that a reader who knows the context may decide otherwise. A name without a best known country
(`francs`, `pesos`) stands for itself.
"""

from itertools import product
from typing import Final

from onrecord.figures.currencies import CODES

_DOLLARS = ("dollar", "dollars", "доллар", "доллара", "долларов", "доллару", "доллары", "долларам", "долларах", "долл")
_ROUBLES = (
    *("rouble", "roubles", "ruble", "rubles", "рубль", "рубля", "рублей", "рублю", "рубли", "рублям", "рублях", "руб"),
    "рублеў",
)
_POUNDS = ("pound", "pounds", "фунт", "фунта", "фунтов")
_FRANCS = ("franc", "francs", "франк", "франка", "франков")
_CROWNS = ("crown", "crowns", "крона", "кроны", "крон")
_RUPEES = ("rupee", "rupees", "рупия", "рупии", "рупий")
_PESOS = ("peso", "pesos", "песо")
_DINARS = ("dinar", "dinars", "динар", "динара", "динаров")
_MARKS = ("mark", "marks", "марка", "марки", "марок")
_LIRAS = ("lira", "liras", "lire", "лира", "лиры", "лир")


def _adjectives(*stems: str) -> tuple[str, ...]:
    endings = ("ий", "ого", "их", "ому", "ими", "ие", "ая", "ой", "ую")
    return tuple(f"{stem}{ending}" for stem in stems for ending in endings)


_QUALIFIED = (
    ("USD", ("us", "u.s.", "american", "united states", *_adjectives("американск")), _DOLLARS),
    ("AUD", ("australian", *_adjectives("австралийск")), _DOLLARS),
    ("CAD", ("canadian", *_adjectives("канадск")), _DOLLARS),
    ("NZD", ("new zealand", *_adjectives("новозеландск")), _DOLLARS),
    ("HKD", ("hong kong", *_adjectives("гонконгск")), _DOLLARS),
    ("SGD", ("singapore", "singaporean", *_adjectives("сингапурск")), _DOLLARS),
    ("TWD", ("taiwan", "taiwanese", "new taiwan", *_adjectives("тайваньск")), _DOLLARS),
    ("RUB", ("russian", *_adjectives("российск")), _ROUBLES),
    ("BYN", ("belarusian", "belarus", "byelorussian", *_adjectives("белорусск", "беларуск")), _ROUBLES),
    ("GBP", ("british", "uk", *_adjectives("британск")), _POUNDS),
    ("EGP", ("egyptian", *_adjectives("египетск")), _POUNDS),
    ("SYP", ("syrian",), _POUNDS),
    ("LBP", ("lebanese",), _POUNDS),
    ("IEP", ("irish",), _POUNDS),
    ("CHF", ("swiss", *_adjectives("швейцарск")), _FRANCS),
    ("FRF", ("french", *_adjectives("французск")), _FRANCS),
    ("BEF", ("belgian",), _FRANCS),
    ("SEK", ("swedish", *_adjectives("шведск")), (*_CROWNS, "krona", "kronor")),
    ("NOK", ("norwegian", *_adjectives("норвежск")), (*_CROWNS, "krone", "kroner")),
    ("DKK", ("danish", *_adjectives("датск")), (*_CROWNS, "krone", "kroner")),
    ("ISK", ("icelandic",), (*_CROWNS, "krona", "kronur")),
    ("CZK", ("czech", *_adjectives("чешск")), (*_CROWNS, "koruna", "korunas", "koruny")),
    ("INR", ("indian", *_adjectives("индийск")), _RUPEES),
    ("PKR", ("pakistani", "pakistan"), _RUPEES),
    ("LKR", ("sri lankan",), _RUPEES),
    ("NPR", ("nepalese",), _RUPEES),
    ("IDR", ("indonesian",), ("rupiah", "rupiahs")),
    ("MXN", ("mexican",), _PESOS),
    ("ARS", ("argentine", "argentinian"), _PESOS),
    ("CUP", ("cuban",), _PESOS),
    ("CLP", ("chilean",), _PESOS),
    ("COP", ("colombian",), _PESOS),
    ("PHP", ("philippine",), _PESOS),
    ("RSD", ("serbian", *_adjectives("сербск")), _DINARS),
    ("KWD", ("kuwaiti",), _DINARS),
    ("IQD", ("iraqi",), _DINARS),
    ("DZD", ("algerian",), _DINARS),
    ("JOD", ("jordanian",), _DINARS),
    ("DEM", ("german", "deutsche", "west german", "d", *_adjectives("немецк")), _MARKS),
    ("FIM", ("finnish",), ("markka", "markkas", *_MARKS)),
    ("ITL", ("italian", *_adjectives("итальянск")), _LIRAS),
    ("TRY", ("turkish", *_adjectives("турецк")), _LIRAS),
    ("NLG", ("dutch", "netherlands"), ("guilder", "guilders")),
    ("MDL", ("moldovan",), ("leu", "lei")),
    ("RON", ("romanian",), ("leu", "lei")),
    ("BGN", ("bulgarian",), ("lev", "leva", "levs")),
    ("KRW", ("south korean", "korean"), ("won",)),
    ("KPW", ("north korean",), ("won",)),
    ("CNY", ("chinese", *_adjectives("китайск")), ("yuan", "yuans", "юань", "юаня", "юаней")),
    ("JPY", ("japanese", *_adjectives("японск")), ("yen", "иена", "иены", "иен", "йен")),
    ("SAR", ("saudi",), ("riyal", "riyals")),
    ("QAR", ("qatari",), ("riyal", "riyals")),
    ("IRR", ("iranian",), ("rial", "rials")),
    ("AED", ("uae", "emirati"), ("dirham", "dirhams")),
    ("MAD", ("moroccan",), ("dirham", "dirhams")),
    ("KZT", ("kazakh", "kazakhstani"), ("tenge",)),
    ("KGS", ("kyrgyz",), ("som", "soms")),
    ("UZS", ("uzbek",), ("sum", "soum", "som", "soms", "soums")),
    ("TMT", ("turkmen",), ("manat", "manats")),
    ("AZN", ("azerbaijani", "azeri"), ("manat", "manats")),
    ("ZAR", ("south african",), ("rand", "rands")),
    ("BRL", ("brazilian",), ("real", "reals", "reais")),
    ("JMD", ("jamaican",), _DOLLARS),
    ("NAD", ("namibian",), _DOLLARS),
    ("FJD", ("fijian", "fiji"), _DOLLARS),
    ("BBD", ("barbadian", "barbados"), _DOLLARS),
    ("BSD", ("bahamian",), _DOLLARS),
    ("LRD", ("liberian",), _DOLLARS),
    ("TTD", ("trinidad",), _DOLLARS),
    ("HKD", ("hongkong",), _DOLLARS),
    ("SDG", ("sudanese",), _POUNDS),
    ("RWF", ("rwandan",), _FRANCS),
    ("BIF", ("burundian",), _FRANCS),
    ("MUR", ("mauritian",), _RUPEES),
    ("UYU", ("uruguayan",), _PESOS),
    ("DOP", ("dominican",), _PESOS),
    ("BHD", ("bahraini", "bahrain"), _DINARS),
    ("TND", ("tunisian",), _DINARS),
    ("LYD", ("libyan",), _DINARS),
    ("KWD", ("kuwait",), _DINARS),
    ("OMR", ("omani",), ("rial", "rials")),
    ("YER", ("yemeni",), ("rial", "rials")),
    ("SAR", ("saudi arabian",), ("riyal", "riyals")),
    ("KES", ("kenyan",), ("shilling", "shillings")),
    ("TZS", ("tanzanian",), ("shilling", "shillings")),
    ("UGX", ("ugandan",), ("shilling", "shillings")),
    ("ATS", ("austrian",), ("schilling", "schillings")),
    ("ISK", ("icelandic",), ("króna", "krónur")),
    ("PLN", ("polish", *_adjectives("польск")), ("zloty", "zlotys", "złoty", "злотых")),
    ("HUF", ("hungarian",), ("forint", "forints")),
    ("THB", ("thai",), ("baht", "bahts")),
    ("VND", ("vietnamese",), ("dong", "dongs")),
    ("ILS", ("israeli", "new israeli"), ("shekel", "shekels")),
    ("UAH", ("ukrainian", *_adjectives("украинск")), ("hryvnia", "hryvnias", "гривна", "гривны", "гривен")),
    ("MYR", ("malaysian",), ("ringgit", "ringgits")),
    ("NGN", ("nigerian",), ("naira", "nairas")),
    ("PEN", ("peruvian",), ("sol", "soles", "nuevo sol", "nuevos soles")),
    ("ESP", ("spanish",), ("peseta", "pesetas")),
    ("PTE", ("portuguese",), ("escudo", "escudos")),
    ("GRD", ("greek",), ("drachma", "drachmas")),
    ("ZMW", ("zambian",), ("kwacha",)),
)
_BARE = (
    ("USD", (*_DOLLARS, "buck", "bucks", "доллар сша", "доллара сша", "долларов сша", "долл сша", "долларов")),
    ("RUB", (*_ROUBLES, "р")),
    ("GBP", (*_POUNDS, "pound sterling", "pounds sterling", "sterling", "quid", "фунтов стерлингов")),
    ("EUR", ("euro", "euros", "евро", "еўра")),
    ("CNY", ("yuan", "yuans", "renminbi", "юань", "юаня", "юаней", "юани")),
    ("JPY", ("yen", "yens", "иена", "иены", "иен", "йен")),
    ("INR", _RUPEES),
    ("KZT", ("tenge", "тенге")),
    ("UAH", ("hryvnia", "hryvnias", "hryvnya", "hryvna", "hryvnyas", "гривна", "гривны", "гривен", "гривень")),
    ("PLN", ("zloty", "zlotys", "zlotych", "złoty", "злотый", "злотого", "злотых")),
    ("HUF", ("forint", "forints", "форинт", "форинтов")),
    ("CZK", ("koruna", "korunas")),
    ("SEK", ("krona", "kronor")),
    ("KRW", ("won", "вон")),
    ("THB", ("baht", "бат")),
    ("TRY", ("lira", "liras", "лира", "лиры", "лир")),
    ("ITL", ("lire",)),
    ("DEM", ("mark", "marks", "deutschmark", "deutschmarks", "deutschemark", "deutschemarks", "d-mark")),
    ("NLG", ("guilder", "guilders")),
    ("FIM", ("markka", "markkas")),
    ("ILS", ("shekel", "shekels", "шекель", "шекелей")),
    ("GEL", ("lari", "лари")),
    ("AMD", ("dram", "drams", "драм", "драмов")),
    ("AZN", ("manat", "manats", "манат", "манатов")),
    ("TJS", ("somoni", "сомони")),
    ("KGS", ("som", "soms", "сом", "сомов")),
    ("UZS", ("soum", "soums", "сум", "сумов")),
    ("VND", ("dong", "dongs")),
    ("NGN", ("naira", "nairas")),
    ("MNT", ("tugrik", "tugriks", "togrog")),
    ("BRL", ("reais",)),
    ("ZAR", ("rand", "rands")),
    ("IDR", ("rupiah", "rupiahs")),
    ("MYR", ("ringgit", "ringgits")),
    ("IRR", ("rial", "rials", "риал", "риалов")),
    ("SAR", ("riyal", "riyals")),
    ("AED", ("dirham", "dirhams", "дирхам", "дирхамов")),
    ("BTC", ("bitcoin", "bitcoins", "биткоин", "биткоинов", "биткойнов")),
    ("ESP", ("peseta", "pesetas")),
    ("GRD", ("drachma", "drachmas")),
    ("ATS", ("schilling", "schillings")),
    ("ETB", ("birr",)),
    ("GHS", ("cedi", "cedis")),
    ("BDT", ("taka",)),
    ("ISK", ("króna", "krónur")),
    ("shillings", ("shilling", "shillings")),
    ("escudos", ("escudo", "escudos")),
    ("francs", _FRANCS),
    ("pesos", _PESOS),
    ("dinars", _DINARS),
    ("kroner", ("krone", "kroner")),
    ("crowns", _CROWNS),
    ("lei", ("lei", "леев", "лей")),
    ("cents", ("cent", "cents", "цент", "цента", "центов")),
    ("pence", ("penny", "pennies", "pence")),
    ("kopecks", ("kopeck", "kopecks", "kopek", "kopeks", "копейка", "копейки", "копеек", "коп")),
    ("satoshi", ("satoshi", "satoshis")),
)

NAMES: Final = {noun: code for code, nouns in _BARE for noun in nouns} | {
    f"{adjective} {noun}": code
    for code, adjectives, nouns in _QUALIFIED
    for adjective, noun in product(adjectives, nouns)
}
OTHER_MEANINGS: Final = {
    **dict.fromkeys(("$", *_DOLLARS), ("AUD", "CAD", "HKD", "NZD", "SGD", "TWD")),
    **dict.fromkeys(_ROUBLES, ("BYN", "BYR", "RUR")),
    **dict.fromkeys((*_POUNDS, "£"), ("EGP", "IEP", "LBP", "SYP", "lb")),
    **dict.fromkeys(_FRANCS, ("BEF", "CHF", "FRF", "XAF", "XOF")),
    **dict.fromkeys((*_RUPEES, "rs", "₨"), ("LKR", "NPR", "PKR")),
    **dict.fromkeys(_PESOS, ("ARS", "CLP", "COP", "CUP", "MXN", "PHP")),
    **dict.fromkeys(_DINARS, ("DZD", "IQD", "JOD", "KWD", "RSD")),
    **dict.fromkeys(_CROWNS, ("CZK", "DKK", "ISK", "NOK", "SEK")),
    **dict.fromkeys(("krone", "kroner", "kr"), ("DKK", "NOK", "SEK")),
    **dict.fromkeys(("lei",), ("MDL", "RON")),
    **dict.fromkeys(_MARKS, ("BAM", "FIM")),
    **dict.fromkeys(("riyal", "riyals"), ("QAR",)),
    **dict.fromkeys(("manat", "manats"), ("TMT",)),
    **dict.fromkeys(("som", "soms"), ("UZS",)),
    "¥": ("CNY",),
    "won": ("KPW",),
    **dict.fromkeys(("shilling", "shillings"), ("KES", "SOS", "TZS", "UGX")),
}
"""What else a sign or an unqualified name can mean, as ISO 4217 codes."""

MONEY: Final = CODES | frozenset(NAMES.values()) | frozenset({"BTC", "kr"})
"""Every unit that counts money, minor coins included."""
