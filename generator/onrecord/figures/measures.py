"""The units that are not money: percent, measures of the SI and of trade, spans of time, people and times.

Each line gives the unit as Onrecord writes it, then the words that mean it in English and Russian. Symbols follow the
SI brochure; what has no symbol is named by its English plural.
"""

from typing import Final

_LINES = """
%                  : % | per cent | percent | percents | percentage | pct | процент | процента | процентов | процентам | процентами | процентах | процентом | проц | працэнт | працэнта | працэнтаў
percentage points  : percentage point | percentage points | percent points | pp | p.p. | pps | п.п. | процентный пункт | процентного пункта | процентных пункта | процентных пунктов
basis points       : basis point | basis points | bp | bps
‰                  : ‰ | per mille | per mil | промилле
times              : times | time | fold | раз | раза | х
t                  : t | ton | tons | tonne | tonnes | metric ton | metric tons | metric tonnes | т | тонна | тонны | тонн | тонну | тоннам
kg                 : kg | kilo | kilos | kilogram | kilograms | kilogramme | kilogrammes | кг | килограмм | килограмма | килограммов
g                  : g | gram | grams | gramme | grammes | г | грамм | грамма | граммов
lb                 : lb | lbs
centners           : centner | centners | ц | центнер | центнера | центнеров
km                 : km | kilometre | kilometres | kilometer | kilometers | км | километр | километра | километров
m                  : m | metre | metres | meter | meters | м | метр | метра | метров
cm                 : cm | centimetre | centimetres | centimeter | centimeters | см | сантиметр | сантиметра | сантиметров
mm                 : mm | millimetre | millimetres | millimeter | millimeters | мм | миллиметр | миллиметра | миллиметров
miles              : mile | miles | миля | мили | миль
ft                 : ft | foot | feet
ha                 : ha | hectare | hectares | га | гектар | гектара | гектаров
acres              : acre | acres
m²                 : sq m | sqm | square metre | square metres | square meter | square meters | кв м | квадратный метр | квадратных метра | квадратных метров | m² | м²
km²                : sq km | square kilometre | square kilometres | square kilometer | square kilometers | кв км | квадратных километра | квадратных километров | km² | км²
m³                 : cu m | cubic metre | cubic metres | cubic meter | cubic meters | куб м | кубометр | кубометра | кубометров | кубических метра | кубических метров | m³ | м³
square miles       : square mile | square miles | sq miles
L                  : l | litre | litres | liter | liters | л | литр | литра | литров
barrels            : barrel | barrels | bbl | баррель | барреля | баррелей
barrels per day    : barrels per day | barrels a day | bpd | баррелей в сутки | баррелей в день
W                  : watt | watts | ватт
kW                 : kw | kilowatt | kilowatts | квт | киловатт
MW                 : mw | megawatt | megawatts | мвт | мегаватт
GW                 : gw | gigawatt | gigawatts | гвт | гигаватт
kWh                : kwh | kilowatt hour | kilowatt hours | квтч | киловатт-час | киловатт-часов
°C                 : °c | degree celsius | degrees celsius | degrees
km/h               : kph | kmh | kilometres per hour | kilometers per hour
people             : people | person | persons | человек | человека | чел | людей
years              : year | years | years old | years of age | год | года | лет | годов
months             : month | months | месяц | месяца | месяцев
weeks              : week | weeks | неделя | недели | недель
days               : day | days | день | дня | дней | сутки | суток
hours              : hour | hours | час | часа | часов
minutes            : minute | minutes | мин | минута | минуты | минут
seconds            : second | seconds | sec | секунда | секунды | секунд
""".strip().splitlines()


def _read_line(line: str) -> dict[str, str]:
    unit, words = line.split(" : ", 1)
    return dict.fromkeys(map(str.strip, words.split("|")), unit.strip())


MEASURES: Final = {words: unit for line in _LINES for words, unit in _read_line(line).items()}
RATES: Final = frozenset({"%", "percentage points", "basis points", "‰"})
LETTERS: Final = frozenset({"t", "g", "m", "l", "т", "г", "м", "л", "ц", "х"})
"""Symbols of one letter: they count only as they are written, in lower case."""
