"""Data: units of measurement by their printed forms, and nothing else. Currencies are in `currencies.py`.

Names are full singulars in British spelling ("square kilometre"). Adding a unit is adding a row.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.amounts import laboratory


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement; `kind` is one of FIGURE_KINDS."""

    name: str
    kind: str
    per: str | None = None  # "kilometre per hour" is a speed by itself; "barrel per day" is a barrel, per day


_WORDS = """
length | metre | metre metres meter meters mtr mtrs
length | kilometre | kilometre kilometres kilometer kilometers
length | centimetre | centimetre centimetres centimeter centimeters
length | millimetre | millimetre millimetres millimeter millimeters
length | micrometre | micrometre micrometres micrometer micrometers micron microns
length | nanometre | nanometre nanometres nanometer nanometers
length | picometre | picometre picometres picometer picometers
length | decimetre | decimetre decimetres decimeter decimeters
length | mile | mile miles mi
length | nautical mile | nautical_mile nautical_miles
length | yard | yard yards yd yds
length | foot | foot feet ft
length | inch | inch inches
length | furlong | furlong furlongs
length | fathom | fathom fathoms
length | light-year | light-year light-years light_year light_years
length | astronomical unit | astronomical_unit astronomical_units
length | parsec | parsec parsecs
area | square metre | sq_m sq_metre sq_metres sq_meter sq_meters sqm square_m
area | square kilometre | sq_km sq_kms sq_kilometre sq_kilometres sq_kilometer sq_kilometers sqkm square_km
volume | barrel/day | bpd b/d bopd
mass | ton/day | tpd
mass | ton/year | tpa
volume | cubic kilometre | km_cubed
area | square kilometre | km_squared
area | square foot | sq_ft sqft sq_feet sq_foot square_foot square_feet square_ft
area | square mile | sq_mi sq_mile sq_miles square_mile square_miles
area | square inch | square_inch square_inches sq_in
area | square yard | square_yard square_yards sq_yd
area | hectare | hectare hectares
area | acre | acre acres
area | mu | mu
area | barn | barn barns
volume | litre | litre litres liter liters ltr ltrs
volume | millilitre | millilitre millilitres milliliter milliliters
volume | centilitre | centilitre centilitres centiliter centiliters
volume | decilitre | decilitre decilitres deciliter deciliters
volume | hectolitre | hectolitre hectolitres hectoliter hectoliters
volume | cubic metre | cubic_metre cubic_metres cubic_meter cubic_meters cubic_m cu_m cu_metres
volume | cubic kilometre | cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers cubic_km km_cubed
volume | cubic centimetre | cubic_centimetre cubic_centimetres cubic_centimeter cubic_centimeters
volume | cubic foot | cubic_foot cubic_feet cu_ft cubic_ft
volume | cubic inch | cubic_inch cubic_inches cu_in
volume | cubic yard | cubic_yard cubic_yards
volume | cubic mile | cubic_mile cubic_miles cu_mi cubic_mi
volume | gallon | gallon gallons gal gals
volume | barrel | barrel barrels bbl bbls
volume | barrel of oil | barrel_of_oil barrels_of_oil
volume | pint | pint pints
volume | quart | quart quarts qt qts
volume | fluid ounce | fluid_ounce fluid_ounces fl_oz
volume | bushel | bushel bushels
volume | teaspoon | teaspoon teaspoons tsp
volume | tablespoon | tablespoon tablespoons tbsp
volume | cup | cup cups
volume | acre-foot | acre-foot acre-feet acre_feet
mass | gram | gram grams gramme grammes gm gms
mass | kilogram | kilogram kilograms kilogramme kilogrammes kilo kilos kgs
mass | milligram | milligram milligrams milligramme milligrammes
mass | microgram | microgram micrograms microgramme microgrammes mcg
mass | tonne | tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes
mass | ton | ton tons
mass | kilotonne | kilotonne kilotonnes kiloton kilotons
mass | megatonne | megatonne megatonnes megaton megatons
mass | gigatonne | gigatonne gigatonnes gigaton gigatons
mass | pound | pound pounds lb lbs
mass | ounce | ounce ounces oz
mass | stone | stone stones
mass | quintal | quintal quintals
mass | carat | carat carats
mass | catty | catty catties jin
speed | kilometre per hour | km/h kmh kph kmph km/hr kilometres_per_hour kilometers_per_hour kilometres_an_hour
speed | kilometre per hour | kilometers_an_hour km_per_hour km_an_hour
speed | kilometre per hour | kilometre_per_hour kilometer_per_hour kilometre-per-hour kilometer-per-hour
speed | kilometre per hour | kilometre-an-hour kilometer-an-hour
speed | mile per hour | mph miles_per_hour miles_an_hour mile_per_hour mile_an_hour mile-per-hour mile-an-hour
speed | mile per hour | miles-per-hour mi/h
speed | metre per second | m/s metres_per_second meters_per_second metres_a_second meters_a_second metre_per_second
speed | metre per second | meter_per_second
speed | kilometre per second | km/s kilometres_per_second kilometers_per_second kilometres_a_second
speed | kilometre per second | kilometers_a_second
speed | foot per second | ft/s feet_per_second fps
speed | knot | knot knots
temperature | degree Celsius | degree_celsius degrees_celsius degrees_centigrade degree_centigrade celsius celcius
temperature | degree Celsius | centigrade centigrate deg_c deg_celsius degrees_c degree_c
temperature | degree Fahrenheit | degree_fahrenheit degrees_fahrenheit fahrenheit farenheit deg_f deg_fahrenheit
temperature | degree Fahrenheit | degrees_f degree_f degree-fahrenheit
temperature | degree | degree degrees deg
temperature | kelvin | kelvin kelvins
energy | joule | joule joules
energy | kilojoule | kilojoule kilojoules
energy | megajoule | megajoule megajoules
energy | calorie | calorie calories
energy | kilocalorie | kilocalorie kilocalories
energy | watt hour | watt-hour watt-hours watt_hour watt_hours
energy | kilowatt hour | kilowatt-hour kilowatt-hours kilowatt_hour kilowatt_hours kilowatthours
energy | megawatt hour | megawatt-hour megawatt-hours megawatt_hour megawatt_hours
energy | gigawatt hour | gigawatt-hour gigawatt-hours gigawatt_hour gigawatt_hours
energy | terawatt hour | terawatt-hour terawatt-hours terawatt_hour terawatt_hours
energy | electronvolt | electronvolt electronvolts
energy | british thermal unit | btu btus british_thermal_unit british_thermal_units
energy | mega british thermal unit | mmbtu
power | watt | watt watts
power | kilowatt | kilowatt kilowatts
power | megawatt | megawatt megawatts
power | gigawatt | gigawatt gigawatts
power | terawatt | terawatt terawatts
power | milliwatt | milliwatt milliwatts
power | horsepower | horsepower
power | brake horsepower | brake_horsepower
duration | second | second seconds sec secs
duration | millisecond | millisecond milliseconds msec
duration | microsecond | microsecond microseconds
duration | nanosecond | nanosecond nanoseconds
duration | minute | minute minutes min mins
duration | hour | hour hours hr hrs
duration | day | day days
duration | night | night nights
duration | week | week weeks wk wks
duration | weekend | weekend weekends
duration | fortnight | fortnight fortnights
duration | month | month months mth mths
duration | quarter | quarter quarters
duration | year | year years yr yrs
duration | season | season seasons
duration | decade | decade decades
duration | century | century centuries
duration | millennium | millennium millennia millenniums
duration | generation | generation generations
percent | percent | percent pct percentage_point percentage_points per_cent percentage-point pc per-cent percentage
percent | basis point | basis_point basis_points bp bps basis-point
other | hertz | hertz
other | kilohertz | kilohertz
other | megahertz | megahertz
other | gigahertz | gigahertz
other | decibel | decibel decibels
other | volt | volt volts
other | kilovolt | kilovolt kilovolts
other | ampere | amp amps ampere amperes
other | milliampere-hour | milliamp-hour milliamp-hours
other | ohm | ohm ohms
other | farad | farad farads
other | newton | newton newtons
other | newton metre | newton_metre newton_metres newton_meter newton_meters newton-metre newton-metres newton-meter
other | newton metre | newton-meters
other | pound-foot | pound-foot pound-feet lb-ft lb.-ft. lb-feet pounds-feet pound_feet
other | foot pound-force | ft-lb ft-lbs foot-pound foot-pounds foot_pounds
other | pascal | pascal pascals
other | kilopascal | kilopascal kilopascals
other | megapascal | megapascal megapascals
other | gigapascal | gigapascal gigapascals
other | hectopascal | hectopascal hectopascals
other | millibar | millibar millibars
other | psi | psi
other | mole | mole moles
other | becquerel | becquerel becquerels
other | sievert | sievert sieverts
other | millisievert | millisievert millisieverts
other | microsievert | microsievert microsieverts
other | lumen | lumen lumens
other | bit | bit bits
other | byte | byte bytes
other | kilobit | kilobit kilobits
other | megabit | megabit megabits
other | gigabit | gigabit gigabits
other | kilobyte | kilobyte kilobytes
other | megabyte | megabyte megabytes
other | gigabyte | gigabyte gigabytes gig gigs
other | terabyte | terabyte terabytes
other | petabyte | petabyte petabytes
other | exabyte | exabyte exabytes
other | kibibyte | kibibyte kibibytes
other | pixel | pixel pixels
other | megapixel | megapixel megapixels
other | degree of arc | arcminutes arcseconds
rate | revolution per minute | rpm revs_per_minute revolutions_per_minute revolutions_a_minute
rate | beat per minute | bpm beats_per_minute beats_a_minute
rate | mile per gallon | mpg miles_per_gallon miles_to_the_gallon miles_a_gallon mile-per-gallon
rate | parts-per-million | ppm parts_per_million parts-per-million
rate | parts-per-billion | ppb parts_per_billion parts-per-billion
rate | parts-per-trillion | ppt parts_per_trillion parts-per-trillion
"""
_SYMBOLS = """
length | metre | m | p n µ μ m c d k
area | square metre | m2 m² m^2 | k c m
volume | cubic metre | m3 m³ m^3 | k c m
volume | litre | l L | m c d h k M µ μ
mass | gram | g | m µ μ k
mass | tonne | t | k M G
power | watt | W | m k M G T
energy | watt hour | Wh | k M G T
energy | watt hour | W·h | k M G T
energy | joule | J | k M G T
energy | calorie | cal | k
energy | electronvolt | eV | k M G T
other | hertz | Hz | k M G T
other | volt | V | m k M
other | ampere | A | m µ μ k
other | ampere-hour | Ah | m k
other | pascal | Pa | h k M G
other | newton | N | k M
other | newton metre | Nm | k
other | byte | B | k K M G T P
other | bit | b | k M G
other | bit | bit | k K M G T
other | bit per second | bps | k M G
other | bit per second | b/s | k M G
other | sievert | Sv | m µ μ
other | becquerel | Bq | k M G
other | farad | F | m µ μ n p
other | coulomb | C
other | ohm | Ω | k M
other | decibel | dB
area | hectare | ha
duration | second | s | m n µ μ
duration | hour | h
power | horsepower | hp HP PS
power | brake horsepower | bhp BHP
other | square second | s2 s²
temperature | degree Celsius | °C ºC ℃
temperature | degree Fahrenheit | °F ºF ℉
temperature | degree | ° º
temperature | kelvin | K
percent | percent | % ％
ratio | per mille | ‰
length | inch | in " ″ ”
length | foot | ′
speed | knot | kt kts
"""
_PREFIXES = {
    "f": "femto", "p": "pico", "n": "nano", "µ": "micro", "μ": "micro", "m": "milli", "c": "centi", "d": "deci",
    "h": "hecto", "k": "kilo", "K": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta",
}  # fmt: skip


def _word_rows() -> dict[str, Unit]:
    rows: dict[str, Unit] = {}
    for line in _WORDS.strip().splitlines():
        kind, name, forms = (part.strip() for part in line.split("|"))
        for form in forms.split():
            unit, _, per = name.partition("/")
            rows[form.replace("_", " ")] = Unit(unit, kind, per or None)
    return rows


def _powers(rows: dict[str, Unit]) -> dict[str, Unit]:
    """ "square metres" and "cubic feet" for every length."""
    return {
        f"{power} {form}": Unit(f"{power} {unit.name}", kind)
        for power, kind in (("square", "area"), ("cubic", "volume"))
        for form, unit in rows.items()
        if unit.kind == "length"
    }


def _symbol_rows() -> dict[str, Unit]:
    rows: dict[str, Unit] = {}
    for line in (_SYMBOLS + laboratory.SYMBOLS.lstrip()).strip().splitlines():
        kind, name, symbols, *prefixes = (part.strip() for part in line.split("|"))
        power, _, base = name.rpartition(" ") if name.startswith(("square", "cubic")) else ("", "", name)
        for form in symbols.split():
            symbol = form.removeprefix("-").replace("_", " ")
            if not form.startswith("-"):
                rows[symbol] = Unit(name, kind)
            for prefix in prefixes[0].split() if prefixes else ():
                rows[prefix + symbol] = Unit(f"{power} {_PREFIXES[prefix]}{base}".strip(), kind)
    return rows


WORDS: dict[str, Unit] = (words := _word_rows()) | _powers(words)
"""By lower-case words, single spaces between."""
SYMBOLS: dict[str, Unit] = _symbol_rows()
"""By exact characters."""
TIME_UNITS = frozenset("second minute hour day night week fortnight month quarter year season decade century".split())
SPEEDS = {
    tuple(unit.name.split(" per ")): unit for unit in WORDS.values() if unit.kind == "speed" and " per " in unit.name
}
"""Units of speed by what is covered and the time that it takes."""
