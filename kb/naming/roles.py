"""Data: words for what persons do and where they are from, by which persons of one name are told apart."""

from __future__ import annotations

_FIELDS_TABLE = """
sport: footballer striker midfielder defender goalkeeper winger quarterback linebacker pitcher catcher outfielder
 shortstop infielder cricketer batsman bowler boxer wrestler swimmer sprinter runner cyclist golfer skier skater rower
 gymnast athlete jockey rugby basketball baseball hockey tennis football soccer cricket golf boxing coach referee
 umpire fullback halfback hurdler jumper fencer judoka sailor
politics: politician minister senator congressman congresswoman mp lawmaker mayor governor president premier chancellor
 councillor councilor alderman legislator statesman ambassador diplomat deputy sen rep gov representative speaker
 peer secretary envoy
arts: actor actress singer musician painter sculptor novelist poet composer guitarist drummer bassist pianist
 violinist cellist rapper songwriter comedian dancer choreographer filmmaker playwright screenwriter soprano tenor
 baritone illustrator cartoonist saxophonist trumpeter organist photographer ballerina lyricist model
science: physicist chemist biologist mathematician astronomer geologist botanist zoologist scientist statistician
 geneticist epidemiologist virologist meteorologist climatologist oceanographer astronaut entomologist
medicine: surgeon physician nurse doctor dentist pharmacist psychiatrist cardiologist paediatrician pediatrician
 midwife veterinarian
scholarship: professor historian philosopher economist linguist archaeologist anthropologist sociologist theologian
 lecturer philologist orientalist egyptologist
law: judge lawyer attorney prosecutor barrister solicitor magistrate jurist justice
crime: murderer gangster robber mobster killer outlaw bandit pirate
military: general colonel admiral marshal soldier commander major lieutenant sergeant brigadier officer captain
religion: bishop archbishop priest cardinal rabbi imam pastor monk vicar reverend rev friar abbot missionary nun
business: businessman businesswoman banker entrepreneur industrialist merchant ceo financier tycoon retailer
media: journalist reporter broadcaster columnist presenter newsreader correspondent editor
engineering: engineer architect inventor designer programmer surveyor
trade: farmer fisherman baker butcher plumber electrician carpenter chef miner mechanic teacher librarian pilot
"""
# The field of every word for what somebody does.
FIELDS = {
    word: field
    for row in _FIELDS_TABLE.replace("\n ", " ").strip().split("\n")
    for field, _, words in [row.partition(":")]
    for word in words.split()
}

# Fields that one life rarely joins. Any others ("politics" and "law", "media" and "arts") tell nobody apart.
RARELY_ONE = frozenset(
    frozenset(pair.split("-"))
    for pair in """sport-politics sport-science sport-medicine sport-scholarship sport-law sport-religion sport-arts
    sport-engineering sport-military sport-crime arts-science arts-medicine arts-law arts-crime arts-military
    arts-religion arts-trade science-politics science-law science-crime science-military science-religion
    science-business science-media science-trade medicine-crime medicine-military medicine-engineering
    medicine-media medicine-law medicine-religion medicine-business medicine-trade scholarship-crime
    scholarship-trade law-trade law-crime law-engineering law-religion military-religion military-media
    crime-politics crime-religion crime-media politics-trade politics-religion politics-engineering
    politics-medicine business-religion religion-engineering religion-trade media-trade media-engineering
    engineering-law""".split()
)

# Words for a people, by the code of their country.
NATIONS = {
    "american": "US", "english": "GB", "british": "GB", "scottish": "GB", "welsh": "GB", "irish": "IE",
    "french": "FR", "german": "DE", "italian": "IT", "spanish": "ES", "portuguese": "PT", "dutch": "NL",
    "belgian": "BE", "swiss": "CH", "austrian": "AT", "swedish": "SE", "norwegian": "NO", "danish": "DK",
    "finnish": "FI", "icelandic": "IS", "polish": "PL", "czech": "CZ", "slovak": "SK", "hungarian": "HU",
    "romanian": "RO", "bulgarian": "BG", "greek": "GR", "turkish": "TR", "russian": "RU", "ukrainian": "UA",
    "serbian": "RS", "croatian": "HR", "slovenian": "SI", "albanian": "AL", "chinese": "CN", "japanese": "JP",
    "indian": "IN", "pakistani": "PK", "bangladeshi": "BD", "indonesian": "ID", "malaysian": "MY", "thai": "TH",
    "vietnamese": "VN", "filipino": "PH", "iranian": "IR", "iraqi": "IQ", "israeli": "IL", "egyptian": "EG",
    "moroccan": "MA", "algerian": "DZ", "tunisian": "TN", "nigerian": "NG", "ghanaian": "GH", "kenyan": "KE",
    "ethiopian": "ET", "ugandan": "UG", "zimbabwean": "ZW", "australian": "AU", "canadian": "CA", "mexican": "MX",
    "brazilian": "BR", "argentine": "AR", "argentinian": "AR", "chilean": "CL", "colombian": "CO", "peruvian": "PE",
    "venezuelan": "VE", "uruguayan": "UY", "cuban": "CU", "jamaican": "JM", "bolivian": "BO", "ecuadorian": "EC",
    "estonian": "EE", "latvian": "LV", "lithuanian": "LT", "belarusian": "BY", "belarussian": "BY", "moldovan": "MD",
    "armenian": "AM", "azerbaijani": "AZ", "kazakh": "KZ", "uzbek": "UZ", "tajik": "TJ", "kyrgyz": "KG",
    "turkmen": "TM", "afghan": "AF", "syrian": "SY", "lebanese": "LB", "jordanian": "JO", "saudi": "SA", "yemeni": "YE",
    "kuwaiti": "KW", "qatari": "QA", "emirati": "AE", "omani": "OM", "bahraini": "BH", "palestinian": "PS",
    "cypriot": "CY", "maltese": "MT", "bosnian": "BA", "macedonian": "MK", "montenegrin": "ME", "kosovar": "XK",
    "nepalese": "NP", "nepali": "NP", "bhutanese": "BT", "burmese": "MM", "cambodian": "KH", "laotian": "LA",
    "mongolian": "MN", "taiwanese": "TW", "singaporean": "SG", "maldivian": "MV", "libyan": "LY", "sudanese": "SD",
    "somali": "SO", "eritrean": "ER", "rwandan": "RW", "burundian": "BI", "tanzanian": "TZ", "zambian": "ZM",
    "malawian": "MW", "angolan": "AO", "mozambican": "MZ", "namibian": "NA", "botswanan": "BW", "malagasy": "MG",
    "cameroonian": "CM", "gabonese": "GA", "senegalese": "SN", "malian": "ML", "ivorian": "CI", "liberian": "LR",
    "gambian": "GM", "guinean": "GN", "togolese": "TG", "beninese": "BJ", "chadian": "TD", "mauritanian": "MR",
    "haitian": "HT", "guatemalan": "GT", "honduran": "HN", "salvadoran": "SV", "nicaraguan": "NI", "panamanian": "PA",
    "paraguayan": "PY", "guyanese": "GY", "surinamese": "SR", "barbadian": "BB", "trinidadian": "TT", "fijian": "FJ",
    "samoan": "WS", "tongan": "TO", "luxembourgish": "LU", "greenlandic": "GL", "faroese": "FO",
}  # fmt: skip

WOMEN = frozenset("she her hers herself mrs ms miss lady dame actress businesswoman congresswoman nun soprano".split())
MEN = frozenset("he him his himself mr sir lord businessman congressman fisherman monk statesman".split())
