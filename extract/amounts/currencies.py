"""Data: currencies by their signs, codes and names, and nothing else. Codes are ISO 4217.

A bare "$" is taken as US dollars, "kr" as Swedish kronor, "¥" as yen, a bare "pound" beside money as sterling, "rupee"
as Indian: the issuers that English news means most often. "sen" and "fen" keep their names: several states have them.
"""

from __future__ import annotations

_SIGNS = {
    "$": "USD", "＄": "USD", "US$": "USD", "$US": "USD", "$A": "AUD", "$NZ": "NZD", "$C": "CAD", "$HK": "HKD",
    "U.S.$": "USD", "US $": "USD", "U.S. $": "USD", "USD$": "USD",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "AUS$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD",
    "CDN$": "CAD", "Can$": "CAD", "NZ$": "NZD", "HK$": "HKD", "HK $": "HKD", "S$": "SGD", "SG$": "SGD",
    "NT$": "TWD", "TT$": "TTD", "J$": "JMD", "B$": "BND", "Z$": "ZWL", "N$": "NAD", "R$": "BRL", "MX$": "MXN",
    "Mex$": "MXN", "MXN$": "MXN", "€": "EUR", "£": "GBP", "￡": "GBP", "PS": "GBP", "IR£": "IEP",
    "¥": "JPY", "￥": "JPY",
    "Y=": "JPY", "JP¥": "JPY", "CN¥": "CNY", "RMB": "CNY", "元": "CNY", "₹": "INR", "Rs": "INR", "Rs.": "INR",
    "₨": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN",
    "₴": "UAH", "₡": "CRC", "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS", "GH₵": "GHS", "GH¢": "GHS", "₸": "KZT",
    "₼": "AZN", "₾": "GEL", "₿": "BTC", "৳": "BDT", "Tk": "BDT", "RM": "MYR", "Rp": "IDR", "Rp.": "IDR", "R": "ZAR",
    "kr": "SEK", "Kr": "SEK", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "kn": "HRK", "лв": "BGN", "Fr": "CHF",
    "Fr.": "CHF", "SFr": "CHF", "Sfr": "CHF", "KSh": "KES", "Ksh": "KES", "KShs": "KES", "Kshs": "KES", "Sh": "KES",
    "Shs": "KES", "Shs.": "KES", "UShs": "UGX", "USh": "UGX", "TSh": "TZS", "Br": "ETB",
    "P": "BWP", "K": "ZMW", "Le": "SLE", "D": "GMD", "DM": "DEM", "FF": "FRF", "cfa": "XOF", "CFA": "XOF",
    "FCFA": "XOF",
    "L$": "LRD", "Bs": "BOB", "S/": "PEN", "S/.": "PEN", "Dh": "AED", "Dhs": "AED", "Dh.": "AED",
}  # fmt: skip
PREFIX_ONLY = frozenset(("PS", "Y=", "R", "P", "K", "D", "Le", "S/", "S/.", "Sh", "Br", "Rs", "Rs.", "Bs", "DM", "FF"))
"""Signs that mean something else after a number ("5 R", "300 PS")."""
GLUED_ONLY = frozenset(("PS", "R", "P", "K", "D", "S/", "S/."))
"""Signs that count only when they touch the digits ("R50 million")."""
CODES = frozenset(
    "USD EUR GBP JPY CNY AUD CAD CHF HKD NZD SGD SEK NOK DKK INR KRW BRL RUB ZAR TRY MXN IDR MYR THB PHP PLN CZK HUF "
    "RON BGN HRK ISK ILS AED SAR QAR KWD BHD OMR JOD EGP LBP IQD IRR PKR BDT LKR NPR VND TWD KZT UAH GEL AZN AMD BYN "
    "MNT LAK KHR MMK NGN KES GHS UGX TZS ETB RWF ZMW BWP NAD MZN AOA XAF XOF MAD DZD TND LYD SDG COP CLP PEN ARS UYU "
    "PYG BOB VEF VES CRC GTQ HNL NIO DOP JMD TTD BBD BSD CUP HTG RSD MKD ALL BAM MDL UZS TJS KGS AFN FJD PGK BTC XBT "
    "CUC ETH DEM FRF ITL ESP NLG BEF ATS FIM GRD IEP PTE CNH".split()
) - {"ALL", "TRY"}
_NAMES = {
    "USD": "dollar dollars US_dollar US_dollars U.S._dollar U.S._dollars American_dollar American_dollars bucks buck "
    "greenbacks United_States_dollar United_States_dollars",
    "AUD": "Australian_dollar Australian_dollars Aussie_dollars", "CAD": "Canadian_dollar Canadian_dollars",
    "NZD": "New_Zealand_dollar New_Zealand_dollars", "HKD": "Hong_Kong_dollar Hong_Kong_dollars",
    "SGD": "Singapore_dollar Singapore_dollars Singaporean_dollar Singaporean_dollars",
    "TWD": "Taiwan_dollar Taiwan_dollars New_Taiwan_dollars Taiwanese_dollars", "JMD": "Jamaican_dollars",
    "ZWL": "Zimbabwe_dollars Zimbabwean_dollars", "FJD": "Fijian_dollars Fiji_dollars", "TTD": "Trinidad_dollars",
    "EUR": "euro euros", "GBP": "pound_sterling pounds_sterling sterling British_pound British_pounds UK_pounds quid",
    "EGP": "Egyptian_pound Egyptian_pounds", "LBP": "Lebanese_pound Lebanese_pounds Lebanese_lira",
    "SYP": "Syrian_pound Syrian_pounds", "SDG": "Sudanese_pound Sudanese_pounds", "SSP": "South_Sudanese_pounds",
    "IEP": "Irish_pound Irish_pounds punt punts", "CYP": "Cyprus_pounds Cypriot_pounds",
    "JPY": "yen Japanese_yen", "CNY": "yuan renminbi Chinese_yuan kuai", "KRW": "won South_Korean_won Korean_won",
    "KPW": "North_Korean_won", "INR": "rupee rupees Indian_rupee Indian_rupees",
    "PKR": "Pakistani_rupee Pakistani_rupees Pakistan_rupees", "LKR": "Sri_Lankan_rupee Sri_Lankan_rupees",
    "NPR": "Nepali_rupee Nepali_rupees Nepalese_rupees", "IDR": "rupiah Indonesian_rupiah rupiahs",
    "BDT": "taka Bangladeshi_taka", "RUB": "ruble rubles rouble roubles Russian_ruble Russian_rubles Russian_roubles",
    "BYN": "Belarusian_rubles Belarusian_roubles", "CHF": "Swiss_franc Swiss_francs franc francs",
    "FRF": "French_franc French_francs", "BEF": "Belgian_franc Belgian_francs",
    "XOF": "CFA_franc CFA_francs", "RWF": "Rwandan_francs", "CDF": "Congolese_francs", "BIF": "Burundian_francs",
    "SEK": "Swedish_krona Swedish_kronor Swedish_crowns krona kronor", "ISK": "Icelandic_krona Icelandic_kronur",
    "NOK": "Norwegian_krone Norwegian_kroner Norwegian_crowns", "CZK": "Czech_crowns Czech_crown koruna korunas",
    "DKK": "Danish_krone Danish_kroner Danish_crowns Danish_crown krone kroner",
    "TRY": "Turkish_lira Turkish_liras lira liras", "ITL": "Italian_lira Italian_lire lire",
    "ILS": "shekel shekels Israeli_shekel Israeli_shekels new_shekels", "MYR": "ringgit Malaysian_ringgit ringgits",
    "ZAR": "rand South_African_rand rands", "BRL": "Brazilian_real Brazilian_reals reais Brazilian_reais",
    "MXN": "Mexican_peso Mexican_pesos peso pesos", "ARS": "Argentine_peso Argentine_pesos Argentinian_pesos",
    "CLP": "Chilean_peso Chilean_pesos", "COP": "Colombian_peso Colombian_pesos", "CUP": "Cuban_pesos",
    "UYU": "Uruguayan_pesos", "DOP": "Dominican_pesos", "PHP": "Philippine_peso Philippine_pesos",
    "THB": "baht Thai_baht", "VND": "dong Vietnamese_dong", "PLN": "zloty zlotys Polish_zloty Polish_zlotys zloties",
    "HUF": "forint forints Hungarian_forint Hungarian_forints", "HRK": "kuna Croatian_kuna", "RON": "Romanian_lei lei",
    "MDL": "Moldovan_lei", "BGN": "leva Bulgarian_lev Bulgarian_leva", "RSD": "Serbian_dinars Serbian_dinar",
    "UAH": "hryvnia hryvnias Ukrainian_hryvnia", "GEL": "lari Georgian_lari", "AMD": "dram drams", "KZT": "tenge",
    "AZN": "manat Azerbaijani_manat", "UZS": "Uzbek_som", "KGS": "Kyrgyz_som", "TJS": "somoni",
    "AED": "dirham dirhams UAE_dirhams Emirati_dirhams", "MAD": "Moroccan_dirhams", "SAR": "riyal riyals Saudi_riyals",
    "QAR": "Qatari_riyals", "OMR": "Omani_rials", "IRR": "rial rials Iranian_rials toman tomans", "YER": "Yemeni_rials",
    "KWD": "Kuwaiti_dinars Kuwaiti_dinar", "BHD": "Bahraini_dinars", "JOD": "Jordanian_dinars Jordanian_dinar",
    "IQD": "Iraqi_dinars Iraqi_dinar", "DZD": "Algerian_dinars", "TND": "Tunisian_dinars", "LYD": "Libyan_dinars",
    "NGN": "naira Nigerian_naira", "GHS": "cedi cedis Ghana_cedis", "KES": "Kenyan_shillings Kenyan_shilling",
    "UGX": "Ugandan_shillings", "TZS": "Tanzanian_shillings", "SOS": "Somali_shillings", "ETB": "birr",
    "ZMW": "kwacha Zambian_kwacha", "MWK": "Malawian_kwacha", "BWP": "pula", "MZN": "meticais metical", "AOA": "kwanza",
    "PEN": "Peruvian_soles Peruvian_sol nuevos_soles", "VES": "bolivars bolivar", "BOB": "bolivianos boliviano",
    "PYG": "guaranies guarani", "CRC": "colones", "GTQ": "quetzales quetzals", "HNL": "lempiras lempira",
    "HTG": "gourdes gourde", "KHR": "riel riels", "LAK": "kip", "MMK": "kyat kyats", "MNT": "tugrik tugriks",
    "AFN": "afghani afghanis", "PGK": "kina", "DEM": "Deutsche_mark Deutsche_marks Deutschmarks deutschmarks D-marks",
    "NLG": "guilder guilders Dutch_guilders Netherlands_guilder", "ESP": "peseta pesetas",
    "FIM": "markka Finnish_markka",
    "GRD": "drachma drachmas", "PTE": "escudo escudos", "ATS": "schilling schillings",
    "BTC": "bitcoin bitcoins", "ETH": "ether ethers ethereum",
}  # fmt: skip

_DOLLARS = ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "JMD", "TTD", "FJD", "NAD")
_SPACED = {"C$", "US$", "HK$", "NZ$", "NT$", "AU$", "CA$", "MXN$", "CAD$", "AUD$"}
"""Signs of dollars that tokenised texts print apart and small ("hk $ 10.05 billion"); "a $5 bill" forbids "A $"."""
SIGNS: dict[str, str] = (
    _SIGNS
    | {form: _SIGNS[sign] for sign in _SPACED for form in (sign.lower(), sign[:-1] + " $", sign[:-1].lower() + " $")}
    | {code: code for code in CODES}
    | {f"{code}{gap}$": code for code in _DOLLARS for gap in ("", " ")}
)
"""Signs and codes as printed beside the digits."""
NAMES: dict[str, str] = (
    {name.replace("_", " ").lower(): code for code, names in _NAMES.items() for name in names.split()}
    | {code.lower(): code for code in "USD EUR GBP CNY JPY AUD CAD CHF HKD NZD SGD INR".split()}
    | {"rmb": "CNY"}
)
"""Names by lower-case words, single spaces between."""
AMBIGUOUS_NAMES = frozenset(("pound", "pounds"))
"""Mass unless the text has it as money: the figure is money where a pound sign or a money word stands near."""
HUNDREDTHS = {
    "cent": "USD", "cents": "USD", "c": "USD", "¢": "USD", "US cents": "USD", "pence": "GBP", "penny": "GBP",
    "p": "GBP", "euro cents": "EUR", "paise": "INR", "kopecks": "RUB", "eurocents": "EUR",
}  # fmt: skip
NAMED_HUNDREDTHS = frozenset(("sen", "fen"))
