"""Data: symbols of units that the sciences print, and nothing else; rows as in `units.py`, which reads them."""

from __future__ import annotations

SYMBOLS = """
percent | percent by weight | wt% wt.% wt_% wt._% wt.-%
percent | percent by volume | vol% vol.% vol_% vol._% vol.-%
percent | mole percent | mol% mol.% mol_% mol._% mol.-%
percent | atom percent | at% at.% at._%
duration | year | -a -yr | k M G
duration | gigayear | Byr byr
duration | second | -s | p f
length | ångström | Å Å
length | parsec | -pc | k M G
mass | gram | -g | n p f
mass | dalton | -Da | k M
mass | solar mass | M☉ M⊙
volume | litre | -L | n p
energy | joule | -J | m µ μ n p
energy | electronvolt | -eV | m
other | mole | mol | m µ μ n p k
other | molar | -M | m µ μ n p
other | micromolar | micromolar
other | millimolar | millimolar
other | nanomolar | nanomolar
other | torr | Torr torr | m
other | bar | -bar | m µ μ n k
other | millimetre of mercury | mmHg mm_Hg
other | atmosphere | atm
other | pascal | -Pa | m µ μ
other | newton | -N | m µ μ n p
other | tesla | -T | m µ μ n
other | hertz | -Hz | m
other | volt | -V | µ μ n
other | ampere | -A | n p
other | ohm | -Ω | m
other | siemens | -S | m µ μ n
other | henry | -H | m µ μ n
other | gray | -Gy | m c
other | curie | -Ci | m µ μ n k M
other | jansky | Jy | m µ μ
other | lux | lx
other | decibel | dBA dB(A) dBm dBi
other | international unit | IU
rate | parts-per-million | ppmv ppmw
rate | parts-per-billion | ppbv
"""
"""A hyphen before a symbol: it stands for something else without a prefix ("5 T", "2 bar stools")."""
PERIODS = {"d": "day", "a": "year", "y": "year", "yr": "year", "min": "minute", "hr": "hour", "wk": "week"}
"""Times that only a power of them is printed as ("mg kg−1 d−1")."""
