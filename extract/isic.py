"""Industries by the International Standard Industrial Classification (ISIC, revision 4), and the words for them.

Data, and nothing else. Codes are sections ("C") and divisions ("15"). `SERVICES` is no section: ISIC spreads services
over the sections G to U.
"""

from __future__ import annotations

SERVICES = "G-U"

TITLES = {
    "A": "Agriculture, forestry and fishing", "01": "Crop and animal production, hunting",
    "02": "Forestry and logging", "03": "Fishing and aquaculture",
    "B": "Mining and quarrying", "05": "Coal and lignite", "06": "Crude petroleum and natural gas",
    "07": "Metal ores", "08": "Other mining and quarrying",
    "C": "Manufacturing", "10": "Food products", "11": "Beverages", "12": "Tobacco products", "13": "Textiles",
    "14": "Wearing apparel", "15": "Leather and related products", "16": "Wood and wood products",
    "17": "Paper and paper products", "18": "Printing and recorded media", "19": "Coke and refined petroleum",
    "20": "Chemicals", "21": "Pharmaceuticals", "22": "Rubber and plastics", "23": "Non-metallic mineral products",
    "24": "Basic metals", "25": "Fabricated metal products", "26": "Computers, electronics and optics",
    "27": "Electrical equipment", "28": "Machinery and equipment", "29": "Motor vehicles",
    "30": "Other transport equipment", "31": "Furniture", "32": "Other manufacturing",
    "D": "Electricity, gas, steam and air conditioning", "35": "Electricity and gas",
    "E": "Water supply, sewerage and waste", "36": "Water supply", "38": "Waste and recycling",
    "F": "Construction",
    SERVICES: "Services",
    "G": "Wholesale and retail trade", "46": "Wholesale trade", "47": "Retail trade",
    "H": "Transportation and storage", "49": "Land transport", "50": "Water transport", "51": "Air transport",
    "52": "Warehousing and logistics", "53": "Post and couriers",
    "I": "Accommodation and food service", "55": "Accommodation", "56": "Food and beverage service",
    "J": "Information and communication", "58": "Publishing", "59": "Film, video, television and music",
    "60": "Broadcasting", "61": "Telecommunications", "62": "Computer programming and consultancy",
    "K": "Finance and insurance", "64": "Financial services", "65": "Insurance and pensions",
    "L": "Real estate",
    "M": "Professional, scientific and technical services", "69": "Law and accounting",
    "70": "Management consultancy", "71": "Architecture and engineering", "72": "Research and development",
    "73": "Advertising and market research",
    "N": "Administrative and support services", "79": "Travel and tourism", "80": "Security",
    "O": "Public administration and defence", "P": "Education", "Q": "Health and social work",
    "R": "Arts, entertainment and recreation", "92": "Gambling", "93": "Sports and recreation",
    "S": "Other services", "96": "Personal services",
}  # fmt: skip

# Words that name an industry wherever they stand, but not as a part of a name.
ALONE = {
    "A": "agriculture; agribusiness; agro-industry",
    "01": """
        farming; horticulture; viticulture; animal husbandry; dairy farming; cattle ranching; cattle raising;
        subsistence agriculture; subsistence farming; beekeeping; sericulture; livestock farming
    """,
    "02": "forestry; logging",
    "03": "aquaculture; fisheries; fish farming; commercial fishing; pearling; whaling",
    "B": "mining; quarrying; mining and quarrying",
    "05": "coal mining",
    "06": "oil and gas; oil and natural gas; oil drilling; oil exploration; offshore drilling",
    "07": """
        gold mining; copper mining; iron mining; silver mining; tin mining; uranium mining; diamond mining; ore mining
    """,
    "C": "manufacturing; industrial sector; heavy industry; light industry; heavy industries; light industries",
    "10": "food processing; meatpacking; meat packing; fish processing; sugar refining; flour milling",
    "11": "brewing; winemaking; wine making; distilling",
    "13": "textile manufacturing; textile production; cotton spinning",
    "14": "garment manufacturing; garment making; dressmaking",
    "15": "leather tanning; shoemaking; shoe making; leatherworking",
    "16": "sawmilling; papermaking",
    "19": "oil refining; petroleum refining",
    "24": "steelmaking; steel making; metallurgy; smelting; iron smelting; iron and steel",
    "29": "automaking; car manufacturing; automobile manufacturing; auto manufacturing",
    "30": "shipbuilding; boatbuilding; boat building; aircraft manufacturing",
    "35": "power generation; electricity generation",
    "38": "waste management",
    "G": "wholesaling; retail trade; wholesale trade; wholesale and retail trade; retail and wholesale trade",
    "47": "retailing; e-commerce",
    "49": "trucking; road haulage",
    "52": "warehousing",
    "61": "telecommunications; telecoms",
    "62": "software development; information technology",
    "64": "banking; investment banking",
    "K": "financial services",
    "L": "real estate development",
    "79": "tourism; ecotourism",
    "SVC": "financial and business services; professional services; business services",
}
ALONE[SERVICES] = ALONE.pop("SVC")

# Words for goods and activities, which name an industry only beside one of the nouns below or in a list with others.
BESIDE = {
    "A": "agricultural; farm; farming; agri-food; agrifood; agro",
    "01": """
        dairy; cattle; beef; sheep; livestock; poultry; egg; pig; hog; coffee; tea; cocoa; rice; wheat; maize; corn;
        grain; cereal; soybean; soya; palm oil; banana; fruit; vegetable; citrus; apple; olive; cotton; flower;
        cannabis; hemp; horticultural; fur; horse; ranching; viticultural; crop; hunting; sugar cane; tobacco growing
    """,
    "02": "forest; forestry; timber; logging; lumber",
    "03": "fishing; fish; fishery; salmon; shrimp; seafood; whaling; sealing; crab; lobster; oyster; tuna; pearl",
    "B": "mining; mineral; minerals; extractive; resource; resources",
    "05": "coal; lignite",
    "06": "oil; petroleum; crude oil; natural gas; gas; shale; shale gas; fracking; oil and gas; crude",
    "07": "gold; copper; iron ore; tin; nickel; uranium; bauxite; lithium; zinc; silver; diamond",
    "08": "salt; phosphate; quarrying; slate; stone; marble; sand",
    "C": "manufacturing; industry; consumer goods; handicraft; handicrafts; craft",
    "10": "food; meat; sugar; flour; canning; bakery; baking; chocolate; cheese; food and drink; food and beverage",
    "11": """
        beer; wine; whisky; whiskey; brewing; beverage; beverages; soft drink; soft drinks; spirits; liquor;
        drinks
    """,
    "12": "tobacco; cigarette; cigar",
    "13": "textile; textiles; silk; wool; woollen; woolen; linen; carpet; carpets; weaving; jute; yarn; fabric",
    "14": "garment; garments; clothing; apparel; fashion; ready-made garment; hosiery; knitwear; clothes",
    "15": "leather; shoe; shoes; footwear; tanning; tannery; tanneries; leather goods; handbag; leather and shoe",
    "16": "wood; plywood; furniture and wood; wood products; cork",
    "17": "paper; pulp; pulp and paper; packaging; cardboard",
    "18": "printing",
    "19": "refining; oil refining; coke",
    "20": """
        chemical; chemicals; petrochemical; petrochemicals; fertilizer; fertiliser; cosmetics; soap; paint;
        plastic and chemical
    """,
    "21": "pharmaceutical; pharmaceuticals; pharma; biotech; biotechnology; vaccine",
    "22": "plastic; plastics; rubber; tyre; tire",
    "23": "cement; glass; ceramic; ceramics; brick; pottery; porcelain",
    "24": "steel; iron; iron and steel; aluminium; aluminum; metallurgical; metal; metals; smelting",
    "25": "arms; weapons; defence; defense; firearms; gun; metalworking; armaments; munitions; hardware",
    "26": """
        electronics; electronic; semiconductor; semiconductors; computer; computers; microelectronics;
        watchmaking; high-tech; high technology; hi-tech; smartphone; chip
    """,
    "27": "appliance; home appliance; electrical; battery; batteries; lighting",
    "28": "machinery; machine; machine tool; machine tools; equipment; machine-building; mechanical",
    "29": """
        automotive; automobile; automobiles; auto; car; cars; motor; vehicle; auto parts; car parts; truck;
        electric vehicle; electric car
    """,
    "30": "aircraft; aerospace; shipbuilding; ship; bicycle; motorcycle; space; railway equipment; rocket; boat",
    "31": "furniture",
    "32": """
        toy; toys; jewelry; jewellery; medical device; medical devices; medical equipment; musical
        instrument; sporting goods
    """,
    "D": "energy; power; electric power; utility; utilities",
    "35": """
        electricity; nuclear; nuclear power; nuclear energy; solar; solar power; solar energy; wind; wind
        power; wind energy; renewable energy; renewables; hydroelectric; hydropower; electric
    """,
    "36": "water",
    "38": "waste; recycling",
    "F": "construction; building; housing; infrastructure; homebuilding; home-building; public works",
    SERVICES: "service; services; tertiary; hospitality and services",
    "G": "wholesale and retail; commercial; trade; trading; commerce; wholesale and retail trade",
    "46": "wholesale",
    "47": "retail; supermarket; grocery; department store; e-commerce; online retail",
    "H": "transport; transportation; transport and logistics; transportation and logistics; freight",
    "49": "railway; railroad; rail; trucking; bus; taxi; pipeline; ride-hailing",
    "50": "shipping; maritime; cruise; ferry; marine",
    "51": "airline; aviation; air transport; air travel",
    "52": "logistics; port; ports; warehousing; storage",
    "53": "postal; courier; express delivery",
    "I": "hospitality; hotel and restaurant; hotels and restaurants; leisure and hospitality",
    "55": "hotel; hotels; lodging; accommodation",
    "56": "restaurant; restaurants; catering; fast food; fast-food; pub",
    "J": """
        media; information; information and communication; ict; tech; technology; internet; digital;
        communications; information technology
    """,
    "58": "publishing; newspaper; magazine; book; video game; video games; video-game; computer game; games",
    "59": "film; movie; motion picture; music; recording; record; television production; animation; cinema; anime",
    "60": "television; radio; broadcasting; broadcast; tv",
    "61": """
        telecommunications; telecommunication; telecom; telecoms; mobile phone; telephone; wireless; cable;
        satellite
    """,
    "62": "software; it; computing; artificial intelligence; ai; cybersecurity; cloud computing; outsourcing",
    "K": """
        financial; finance; finance and insurance; financial services; banking and insurance; financial and
        insurance
    """,
    "64": """
        banking; bank; investment; hedge fund; hedge-fund; microfinance; securities; mutual fund; credit
        card; fintech; mortgage; private equity
    """,
    "65": "insurance; pension; health insurance; reinsurance; life insurance",
    "L": "real estate; real-estate; property",
    "M": "professional services; scientific; business services",
    "69": "legal; law; accounting; accountancy",
    "70": "consulting; consultancy; public relations; lobbying",
    "71": "engineering; architecture; design",
    "72": "research; research and development",
    "73": "advertising; marketing",
    "79": "travel; tourist; tourism; travel and tourism; tourism and hospitality",
    "80": "security; private security; prison; private prison",
    "O": "public administration; government",
    "P": "education; educational; higher education; private education",
    "Q": """
        health; healthcare; health care; health-care; medical; social work; nursing home; hospital; child
        care; childcare; nursing
    """,
    "R": """
        entertainment; arts; cultural; creative; theatre; theater; heritage; gaming and leisure; recreation;
        leisure; show; culture
    """,
    "92": "gambling; casino; gaming; betting; lottery",
    "93": "sports; fitness; sport; ski; golf; wrestling; horse racing; racing; theme park; amusement",
    "96": """
        beauty; funeral; wedding; sex; porn; pornography; adult entertainment; adult film; wellness;
        hairdressing; spa
    """,
}

# Nouns that make the words before them an industry, and belong to its mention.
INDUSTRY_NOUNS = frozenset("industry industries sector sectors".split())
# Nouns of economic activity: so too, behind goods ("rice farming", "steel production").
ACTIVITY_NOUNS = frozenset(
    "manufacturing production processing farming growing mining making refining breeding trade".split()
)
# Nouns of those who work in it: they show that the words before them name an industry, but are not part of it.
WORKER_NOUNS = frozenset(
    """
    exports exporters producers manufacturers makers growers factories mills workers jobs employment output
    processors
    """.split()
)  # fmt: skip
# Nouns before which the name of an industry still is one ("the mining boom"); before others it tells of a thing
# ("a mining camp", "the tourism season").
WHOLE_NOUNS = WORKER_NOUNS | frozenset(
    "boom growth revenue revenues activity activities operations business businesses economy giants firms".split()
)
# Abbreviations that are another word in lower case.
CAPITALS = frozenset(("it", "ai"))
# Sections whose goods are produced, grown or exported: only their words take the nouns of activity and of workers.
GOODS = frozenset(code for code in TITLES if code.isdigit() and int(code) < 36) | {"C", "A", "B"}
