"""Places as newspapers write them: names, demonyms, capitals that stand for a government."""

from __future__ import annotations

import re
from functools import lru_cache

from verify.checkers.names import fold
from verify.checkers.offices_states import STATE_FORMS, STATES, state_named

__all__ = [
    "ADJECTIVES",
    "AMBIGUOUS",
    "CAPITALS",
    "FAMILY_FIRST",
    "NAMES",
    "STATES",
    "STATE_FORMS",
    "place_named",
    "state_named",
]

# name as in the office table | other names | demonyms and adjectives
_COUNTRIES = """
Afghanistan||Afghan Afghani
Albania||Albanian
Algeria||Algerian
Andorra||Andorran
Angola||Angolan
Antigua and Barbuda|Antigua|Antiguan
Argentina||Argentine Argentinian Argentinean
Armenia||Armenian
Aruba||Aruban
Australia||Australian
Austria||Austrian
Azerbaijan||Azerbaijani Azeri
Bahamas|The Bahamas|Bahamian
Bahrain||Bahraini
Bangladesh||Bangladeshi
Barbados||Barbadian Bajan
Belarus|Byelorussia|Belarusian Belarussian
Belgium||Belgian
Belize||Belizean
Benin||Beninese
Bermuda||Bermudian
Bhutan||Bhutanese
Bolivia||Bolivian
Bosnia and Herzegovina|Bosnia;Bosnia-Herzegovina|Bosnian
Botswana||Botswanan Motswana
Brazil||Brazilian
Brunei|Brunei Darussalam|Bruneian
Bulgaria||Bulgarian
Burkina Faso||Burkinabe Burkinabè
Burundi||Burundian
Cabo Verde|Cape Verde|Cabo-Verdean
Cambodia||Cambodian
Cameroon||Cameroonian
Canada||Canadian
Cayman Islands||Caymanian
Central African Republic|CAR|
Chad||Chadian
Chile||Chilean
China|People's Republic of China;PRC|Chinese
Colombia||Colombian
Comoros||Comorian Comoran
Cook Islands||
Costa Rica||Costa-Rican
Croatia||Croatian Croat
Cuba||Cuban
Curaçao||
Cyprus||Cypriot
Czechia|Czech Republic;the Czech Republic|Czech
Côte d'Ivoire|Ivory Coast;Cote d'Ivoire|Ivorian
Democratic Republic of the Congo|DRC;DR Congo;Congo-Kinshasa;Democratic Republic of Congo|Congolese
Denmark||Danish
Djibouti||Djiboutian
Dominica||
Dominican Republic|the Dominican Republic|Dominican
Ecuador||Ecuadorian Ecuadorean
Egypt||Egyptian
El Salvador||Salvadoran Salvadorean
Equatorial Guinea||Equatoguinean
Eritrea||Eritrean
Estonia||Estonian
Eswatini|Swaziland|Swazi
Ethiopia||Ethiopian
Fiji||Fijian
Finland||Finnish
France||French
Gabon||Gabonese
Gambia|The Gambia|Gambian
Georgia||Georgian
Germany||German
Ghana||Ghanaian
Gibraltar||Gibraltarian
Greece||Greek
Greenland||Greenlandic
Grenada||Grenadian
Guatemala||Guatemalan
Guinea||Guinean
Guinea-Bissau|Guinea Bissau|Bissau-Guinean
Guyana||Guyanese
Haiti||Haitian
Holy See|Vatican;Vatican City;the Vatican|
Honduras||Honduran
Hong Kong||
Hungary||Hungarian
Iceland||Icelandic
India||Indian
Indonesia||Indonesian
Iran||Iranian
Iraq||Iraqi
Ireland|Republic of Ireland|Irish
Israel||Israeli
Italy||Italian
Jamaica||Jamaican
Japan||Japanese
Jordan||Jordanian
Kazakhstan||Kazakh Kazakhstani
Kenya||Kenyan
Kiribati||
Kosovo||Kosovar Kosovan
Kuwait||Kuwaiti
Kyrgyzstan|Kyrgyz Republic|Kyrgyz Kyrgyzstani
Laos|Lao PDR|Laotian Lao
Latvia||Latvian
Lebanon||Lebanese
Lesotho||Basotho
Liberia||Liberian
Libya||Libyan
Liechtenstein||
Lithuania||Lithuanian
Luxembourg||Luxembourgish
Macau|Macao|
Madagascar||Malagasy
Malawi||Malawian
Malaysia||Malaysian
Maldives|the Maldives|Maldivian
Mali||Malian
Malta||Maltese
Marshall Islands|the Marshall Islands|Marshallese
Mauritania||Mauritanian
Mauritius||Mauritian
Mexico||Mexican
Micronesia|Federated States of Micronesia|Micronesian
Moldova||Moldovan
Monaco||Monegasque
Mongolia||Mongolian
Montenegro||Montenegrin
Morocco||Moroccan
Mozambique||Mozambican
Myanmar|Burma|Burmese
Namibia||Namibian
Nauru||Nauruan
Nepal||Nepali Nepalese
Netherlands|the Netherlands;Holland|Dutch
New Zealand||New-Zealand Kiwi
Nicaragua||Nicaraguan
Niger||Nigerien
Nigeria||Nigerian
Niue||
North Korea|DPRK|North-Korean
North Macedonia|Macedonia|Macedonian North-Macedonian
Norway||Norwegian
Oman||Omani
Pakistan||Pakistani
Palau||Palauan
Panama||Panamanian
Papua New Guinea|PNG|
Paraguay||Paraguayan
Peru||Peruvian
Philippines|the Philippines|Philippine Filipino
Poland||Polish
Portugal||Portuguese
Qatar||Qatari
Republic of the Congo|Congo-Brazzaville;Congo Republic;Congo (Brazzaville);Republic of Congo|
Romania||Romanian
Russia|Russian Federation|Russian
Rwanda||Rwandan
Saint Kitts and Nevis|St. Kitts and Nevis;St Kitts and Nevis|
Saint Lucia|St. Lucia;St Lucia|
Saint Vincent and the Grenadines|St. Vincent and the Grenadines;St Vincent|Vincentian
Samoa||Samoan
San Marino||Sammarinese
Saudi Arabia|the Kingdom of Saudi Arabia;KSA|Saudi Saudi-Arabian
Senegal||Senegalese
Serbia||Serbian Serb
Seychelles|the Seychelles|Seychellois
Sierra Leone||Sierra-Leonean
Singapore||Singaporean
Slovakia|Slovak Republic|Slovak Slovakian
Slovenia||Slovenian Slovene
Solomon Islands|the Solomon Islands|
Somalia||Somali
South Africa||South-African
South Korea|Republic of Korea|South-Korean
South Sudan||South-Sudanese
Spain||Spanish
Sri Lanka||Sri-Lankan
Sudan||Sudanese
Suriname||Surinamese
Sweden||Swedish
Switzerland||Swiss
Syria||Syrian
São Tomé and Príncipe|Sao Tome;Sao Tome and Principe|
Taiwan||Taiwanese
Tajikistan||Tajik Tajikistani
Tanzania||Tanzanian
Thailand||Thai
Timor-Leste|East Timor|Timorese East-Timorese
Togo||Togolese
Tonga||Tongan
Trinidad and Tobago|Trinidad|Trinidadian
Tunisia||Tunisian
Turkey|Türkiye;Turkiye|Turkish
Turkmenistan||Turkmen
Tuvalu||Tuvaluan
Uganda||Ugandan
Ukraine|the Ukraine|Ukrainian
United Arab Emirates|UAE;U.A.E.;the Emirates|Emirati
United Kingdom|UK;U.K.;Britain;Great Britain;England|British
United States|US;U.S.;USA;U.S.A.;America;United States of America|American
Uruguay||Uruguayan
Uzbekistan||Uzbek
Vanuatu||
Venezuela||Venezuelan
Vietnam|Viet Nam|Vietnamese
Yemen||Yemeni
Zambia||Zambian
Zimbabwe||Zimbabwean
"""
# Capitals that newspapers name for the government that sits there.
_CAPITALS = """
Washington=United~States London=United~Kingdom Paris=France Berlin=Germany Rome=Italy Madrid=Spain
Moscow=Russia Beijing=China Tokyo=Japan Seoul=South~Korea Pyongyang=North~Korea Taipei=Taiwan
New~Delhi=India Delhi=India Islamabad=Pakistan Kabul=Afghanistan Tehran=Iran Baghdad=Iraq
Ankara=Turkey Cairo=Egypt Riyadh=Saudi~Arabia Doha=Qatar Amman=Jordan Beirut=Lebanon
Damascus=Syria Jerusalem=Israel Kyiv=Ukraine Kiev=Ukraine Minsk=Belarus Warsaw=Poland
Prague=Czechia Budapest=Hungary Vienna=Austria Athens=Greece Lisbon=Portugal Dublin=Ireland
Ottawa=Canada Canberra=Australia Wellington=New~Zealand Brasília=Brazil Brasilia=Brazil
Bogotá=Colombia Bogota=Colombia Caracas=Venezuela Havana=Cuba Lima=Peru Nairobi=Kenya
Abuja=Nigeria Pretoria=South~Africa Jakarta=Indonesia Manila=Philippines Bangkok=Thailand
Hanoi=Vietnam Dhaka=Bangladesh Kathmandu=Nepal Colombo=Sri~Lanka Belgrade=Serbia Oslo=Norway
Stockholm=Sweden Helsinki=Finland Copenhagen=Denmark Bern=Switzerland Bucharest=Romania
Sofia=Bulgaria Tbilisi=Georgia Yerevan=Armenia Baku=Azerbaijan Vilnius=Lithuania Riga=Latvia
Tallinn=Estonia Zagreb=Croatia Algiers=Algeria Tunis=Tunisia Rabat=Morocco Tripoli=Libya
"""


def _countries() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for line in _COUNTRIES.strip().splitlines():
        name, others, demonyms = line.split("|")
        for form in (name, *filter(None, others.split(";"))):
            names[form.removeprefix("the ")] = name
        for form in demonyms.split():
            adjectives[form.replace("-", " ")] = name
            if "-" in form:
                adjectives[form] = name
    return names, adjectives


NAMES, ADJECTIVES = _countries()  # "Britain" → United Kingdom; "British" → United Kingdom
FAMILY_FIRST = frozenset(
    {"China", "Taiwan", "Hong Kong", "Macau", "South Korea", "North Korea", "Vietnam"}
    | {"Cambodia", "Singapore", "Myanmar", "Hungary", "Japan", "Indonesia", "Thailand"}
)
CAPITALS = {
    city.replace("~", " "): country.replace("~", " ")
    for city, country in (pair.split("=") for pair in _CAPITALS.split())
}
# Words that stand for more than one country of the table: they name a place, but not which.
AMBIGUOUS = frozenset({"Congolese", "Congo", "Dominican", "Korea", "Korean", "Guiana"})
_FOLDED = {fold(form): name for form, name in (NAMES | ADJECTIVES).items()}
_FOLDED = {form: name for form, name in _FOLDED.items() if form.title() not in AMBIGUOUS}


@lru_cache(maxsize=8192)
def place_named(text: str) -> str:
    """The country a name or demonym means, as the office table writes it; "" for none.

    >>> place_named("British"), place_named("the Czech Republic"), place_named("Narnia")
    ('United Kingdom', 'Czechia', '')
    """
    key = fold(re.sub(r"(?:['’]s|['’])$", "", text.strip()))
    key = key.removeprefix("the ")
    return _FOLDED.get(key, "")
