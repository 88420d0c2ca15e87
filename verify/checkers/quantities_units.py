"""Number words, magnitudes, currencies and units, as newspapers write them.

Tables only. A unit maps to `(base, factor, offset)`: `value * factor + offset` is the
value in the base unit. Units that mean different amounts in different countries
(ton, gallon, pound) are bases of their own: they are compared with themselves only.
"""

from __future__ import annotations

WORD_VALUES: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}

MAGNITUDES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lac": 1e5,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "cr": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
}

FRACTIONS: dict[str, float] = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fourth": 1 / 4,
    "fourths": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "eighth": 1 / 8,
    "eighths": 1 / 8,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}

SIGNS: dict[str, float] = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5}

ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        start=1,
    )
}

CURRENCY_SIGNS: dict[str, str] = {
    "us$": "USD",
    "$": "USD?",  # a dollar, most often but not always of the United States
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "rs.": "INR?",
    "rs": "INR?",
    "¥": "JPY?",
    "usd": "USD",
    "eur": "EUR",
    "gbp": "GBP",
    "inr": "INR",
    "chf": "CHF",
    "pkr": "PKR",
}

CURRENCY_WORDS: dict[str, tuple[str, float]] = {
    "dollar": ("USD?", 1),
    "dollars": ("USD?", 1),
    "us dollars": ("USD", 1),
    "u.s. dollars": ("USD", 1),
    "euro": ("EUR", 1),
    "euros": ("EUR", 1),
    "usd": ("USD", 1),
    "eur": ("EUR", 1),
    "gbp": ("GBP", 1),
    "pounds sterling": ("GBP", 1),
    "rupee": ("INR?", 1),
    "rupees": ("INR?", 1),
    "yen": ("JPY", 1),
    "yuan": ("CNY", 1),
    "rubles": ("RUB", 1),
    "roubles": ("RUB", 1),
    "francs": ("franc", 1),
    "pesos": ("peso", 1),
    "cents": ("cent", 1),
    "pence": ("GBP", 0.01),
}


def _units(base: str, factor: float, names: str) -> dict[str, tuple[str, float, float]]:
    return dict.fromkeys(names.split("|"), (base, factor, 0.0))


UNITS: dict[str, tuple[str, float, float]] = {
    **_units("percent", 1, "%|percent|per cent|pct|pc"),
    **_units("points", 1, "percentage points|percentage point|pp|percentage-point|pct points"),
    **_units("points", 0.01, "basis points|basis point|bps"),
    **_units("metre", 1000, "km|kms|kilometre|kilometres|kilometer|kilometers|kilometre-long"),
    **_units("metre", 1609.344, "mile|miles|mi"),
    **_units("metre", 1, "metre|metres|meter|meters"),
    **_units("metre", 0.3048, "foot|feet|ft"),
    **_units("metre", 0.0254, "inch|inches"),
    **_units("metre", 0.01, "cm|centimetre|centimetres|centimeter|centimeters"),
    **_units("metre", 0.001, "mm|millimetre|millimetres|millimeter|millimeters"),
    **_units("metre", 0.9144, "yard|yards"),
    **_units("metre", 1852, "nautical mile|nautical miles"),
    **_units("kilogram", 1, "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    **_units("kilogram", 0.45359237, "lb|lbs"),
    **_units("kilogram", 0.001, "gram|grams|gramme|grammes"),
    **_units("kilogram", 1e-6, "mg|milligram|milligrams"),
    **_units("kilogram", 1000, "tonne|tonnes|metric ton|metric tons"),
    **_units("kilogram", 0.028349523, "ounce|ounces|oz"),
    **_units("ton", 1, "ton|tons"),
    **_units("pound", 1, "pound|pounds"),
    **_units("gallon", 1, "gallon|gallons"),
    **_units("litre", 1, "litre|litres|liter|liters"),
    **_units("litre", 0.001, "ml|millilitre|millilitres|milliliter|milliliters"),
    **_units("barrel", 1, "barrel|barrels|bpd"),
    **_units("hectare", 1, "hectare|hectares|ha"),
    **_units("hectare", 0.40468564, "acre|acres"),
    **_units("hectare", 100, "km²|km2|sq km|sq. km|square km"),
    **_units("hectare", 100, "square kilometre|square kilometres|square kilometer"),
    **_units("hectare", 100, "square kilometers"),
    **_units("hectare", 258.998811, "square mile|square miles|sq mi|sq miles"),
    **_units("hectare", 1e-4, "m²|m2|sq m|square metre|square metres|square meter|square meters"),
    **_units("hectare", 9.290304e-6, "square foot|square feet|sq ft"),
    **_units("km/h", 1, "km/h|kph|kmh|kilometres per hour|kilometers per hour|km per hour"),
    **_units("km/h", 1, "kilometres an hour|kilometers an hour|km an hour"),
    **_units("km/h", 1.609344, "mph|miles per hour|miles an hour"),
    **_units("second", 1, "second|seconds|sec|secs"),
    **_units("second", 60, "minute|minutes|min|mins"),
    **_units("second", 3600, "hour|hours|hr|hrs"),
    **_units("second", 86400, "day|days"),
    **_units("second", 604800, "week|weeks|fortnight"),
    **_units("month", 1, "month|months"),
    **_units("month", 12, "year|years|yr|yrs"),
    **_units("month", 120, "decade|decades"),
    **_units("month", 1200, "century|centuries"),
    **_units("age", 1, "years old|year old|year-old|year-olds|years of age"),
    **_units("watt", 1e3, "kw|kilowatt|kilowatts"),
    **_units("watt", 1e6, "mw|megawatt|megawatts"),
    **_units("watt", 1e9, "gw|gigawatt|gigawatts"),
    **_units("watthour", 1e3, "kwh|kilowatt-hours|kilowatt hours"),
    **_units("watthour", 1e6, "mwh|megawatt-hours|megawatt hours"),
    **_units("watthour", 1e9, "gwh|gigawatt-hours|gigawatt hours"),
    **_units("degree?", 1, "degree|degrees|°"),
    "°c": ("celsius", 1, 0),
    "c": ("celsius", 1, 0),
    "degrees c": ("celsius", 1, 0),
    "degrees celsius": ("celsius", 1, 0),
    "degree celsius": ("celsius", 1, 0),
    "celsius": ("celsius", 1, 0),
    "°f": ("celsius", 5 / 9, -160 / 9),
    "f": ("celsius", 5 / 9, -160 / 9),
    "degrees f": ("celsius", 5 / 9, -160 / 9),
    "degrees fahrenheit": ("celsius", 5 / 9, -160 / 9),
    "fahrenheit": ("celsius", 5 / 9, -160 / 9),
}

MODIFIERS: dict[str, str] = {
    "more than": "more_than",
    "over": "more_than",
    "above": "more_than",
    "greater than": "more_than",
    "exceeding": "more_than",
    "exceeded": "more_than",
    "exceeds": "more_than",
    "upwards of": "more_than",
    "upward of": "more_than",
    "in excess of": "more_than",
    "topped": "more_than",
    "surpassed": "more_than",
    "well over": "more_than",
    "just over": "just_over",
    "slightly more than": "just_over",
    "a little over": "just_over",
    "at least": "at_least",
    "no fewer than": "at_least",
    "no less than": "at_least",
    "not less than": "at_least",
    "a minimum of": "at_least",
    "less than": "less_than",
    "fewer than": "less_than",
    "under": "less_than",
    "below": "less_than",
    "well under": "less_than",
    "not even": "less_than",
    "just under": "nearly",
    "just below": "nearly",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "about",
    "up to": "at_most",
    "as many as": "at_most",
    "as much as": "at_most",
    "at most": "at_most",
    "no more than": "at_most",
    "not more than": "at_most",
    "a maximum of": "at_most",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "approx": "about",
    "approx.": "about",
    "circa": "about",
    "some": "about",
    "an estimated": "about",
    "estimated": "about",
    "~": "about",
    "≈": "about",
    ">": "more_than",
    "<": "less_than",
    "≥": "at_least",
    "≤": "at_most",
    "exactly": "exactly",
    "precisely": "exactly",
    "only": "only",
    "just": "only",
    "not more": "at_most",
}

AFTER_MODIFIERS: dict[str, str] = {
    "or more": "at_least",
    "or so": "about",
    "or less": "at_most",
    "or fewer": "at_most",
    "at least": "at_least",
    "at most": "at_most",
    "-plus": "at_least",
    "+": "at_least",
    "plus": "at_least",
}
