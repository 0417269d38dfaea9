"""Data: words and letters that differ between two ways to print one name."""

from __future__ import annotations

# Letters that Unicode does not decompose, and the Cyrillic and Greek ones by the English press's romanisation.
LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
        "я": "ya", "є": "ye", "і": "i", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz",
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
        "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
        "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip

# Written out, and cut short. Both sides become the same word before names are compared.
SHORT_FORMS = {
    "intl": "international", "int": "international", "natl": "national", "univ": "university", "dept": "department",
    "assn": "association", "assoc": "association", "govt": "government", "bros": "brothers", "mfg": "manufacturing",
    "tech": "technology", "mt": "mount", "ft": "fort", "st": "saint", "ctr": "center", "centre": "center",
    "centres": "centers", "comm": "committee", "cmte": "committee", "inst": "institute", "acad": "academy",
    "sch": "school", "svc": "services", "svcs": "services", "hosp": "hospital", "elem": "elementary",
    "dev": "development",
    "labour": "labor", "defence": "defense", "theatre": "theater", "organisation": "organization",
    "us": "united states",
    "ibn": "bin", "bint": "bin", "uk": "united kingdom", "un": "united nations", "eu": "european union",
}  # fmt: skip

NUMBERS = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "first": "1", "second": "2", "third": "3",
    "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

# Small words inside names that texts leave out or write otherwise.
PARTICLES = frozenset(
    "al el bin ben von van der den de la le du da dos das del della di af zu of the and for in on y e abu".split()
)

# In the names of so many organisations that they tell none from another.
EMPTY = PARTICLES | frozenset(
    """group company corporation business organization international association institute center services inc ltd
    co""".split()
)

# Given names and the short forms by which the same bearer is called; the first of each row is the full form. Own
# list, of names that are no short form of two different ones ("Alex", "Sam" and "Pat" are left out).
NICKNAMES_TABLE = """
abigail abby
albert al bert
alexander sasha aleksandr alec
alfred alf fred
andrew andy drew
anthony tony
arthur art
barbara barb
benjamin ben benny bibi
catherine cathy kathy kate katherine kathryn
charles charlie chuck
christopher kit
daniel dan danny
david dave
deborah debbie
donald don donnie
edward ed eddie ned
elizabeth liz beth betty lizzie
eugene gene
francis frank
frederick freddie
gabriel gabe
gerald gerry
gregory greg
henry hank
jacob jake
james jim jimmy jamie
jeffrey jeff
jennifer jenny jen
john johnny jack jon juan
jonathan jonny
joseph joe joey
joshua josh
kenneth ken
lawrence larry
leonard len lenny
margaret maggie meg peggy
matthew matt
michael mike mick mikhail
mikhail misha
nathaniel nate
nicholas nick
pamela pam
patricia patty trish
peter pete
philip phil
raymond ray
rebecca becky
richard rick dick rich ricky
robert bob bobby rob robbie
ronald ron ronnie
samuel sammy
stanley stan
stephen steve steven
susan sue susie
theodore ted teddy
thomas tom tommy
timothy tim
victoria vicky
vincent vince
vladimir volodya
walter walt
william bill billy will willie
zachary zach
"""
NICKNAMES = {short: row.split()[0] for row in NICKNAMES_TABLE.split("\n") for short in row.split()[1:]}

# Family names that stand first in print at home and last abroad: the commonest Chinese, Korean, Vietnamese, Japanese
# and Hungarian ones. Names of two words with one of these on either side are compared in both orders.
FAMILY_FIRST = frozenset(
    """wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng
    han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao cui zhong tan
    fan jin shi liao jia xia fu fang zou xiong bai meng qin qiu hou jiang yin xue yan duan lei hou long tao shao mao
    kim lee park choi jung jeong kang cho yoon jang lim shin seo kwon hwang ahn hong bae moon
    nguyen tran pham hoang vu vo dang bui ngo duong
    sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki abe mori ikeda
    hashimoto ishikawa ogawa fujita okada goto hasegawa murakami kondo ishii saito sakamoto endo aoki fujii nishimura
    wen gu dai qian sheng ai bo hua teng kong
    fukuda ota miura fujiwara okamoto matsuda nakagawa kishida ishiba aso suga koizumi
    nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos orban""".split()
)

# One Korean family name as different people and papers write it; the first of each row stands for all.
FAMILY_SPELLINGS_TABLE = """
lee yi rhee ri
park pak bak
choi choe
jung jeong chung
roh noh
yoon yun
lim im rim
kwon gwon
kang gang
kim gim
cho jo
shin sin
oh o
woo u
"""
FAMILY_SPELLINGS = {word: row.split()[0] for row in FAMILY_SPELLINGS_TABLE.split("\n") for word in row.split()}

# The Arabic article, and its forms before the consonants that it takes on: "as-Sisi" is "al-Sisi".
ARTICLES = frozenset("al el ul".split())
TAKEN_ON = frozenset("ad adh an ar as ash at ath az".split())
