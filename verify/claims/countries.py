"""Names of states, for references such as `the country`."""

COUNTRIES = frozenset(
    name.strip().lower()
    for name in """
    Afghanistan;Albania;Algeria;Andorra;Angola;Argentina;Armenia;Australia;Austria;Azerbaijan;
    Bahamas;Bahrain;Bangladesh;Barbados;Belarus;Belgium;Belize;Benin;Bhutan;Bolivia;Bosnia;
    Botswana;Brazil;
    Brunei;Bulgaria;Burundi;Cambodia;Cameroon;Canada;Chad;Chile;China;Colombia;Comoros;Congo;
    Croatia;Cuba;
    Cyprus;Czechia;Denmark;Djibouti;Dominica;Ecuador;Egypt;Eritrea;Estonia;Eswatini;Ethiopia;Fiji;
    Finland;
    France;Gabon;Gambia;Georgia;Germany;Ghana;Greece;Grenada;Guatemala;Guinea;Guyana;Haiti;
    Honduras;Hungary;
    Iceland;India;Indonesia;Iran;Iraq;Ireland;Israel;Italy;Jamaica;Japan;Jordan;Kazakhstan;Kenya;
    Kiribati;
    Kosovo;Kuwait;Kyrgyzstan;Laos;Latvia;Lebanon;Lesotho;Liberia;Libya;Liechtenstein;Lithuania;
    Luxembourg;
    Madagascar;Malawi;Malaysia;Maldives;Mali;Malta;Mauritania;Mauritius;Mexico;Micronesia;Moldova;
    Monaco;
    Mongolia;Montenegro;Morocco;Mozambique;Myanmar;Namibia;Nauru;Nepal;Netherlands;Nicaragua;
    Niger;Nigeria;
    Norway;Oman;Pakistan;Palau;Panama;Paraguay;Peru;Philippines;Poland;Portugal;Qatar;Romania;
    Russia;Rwanda;
    Samoa;Senegal;Serbia;Seychelles;Singapore;Slovakia;Slovenia;Somalia;Spain;Sudan;Suriname;Sweden;
    Switzerland;Syria;Taiwan;Tajikistan;Tanzania;Thailand;Togo;Tonga;Tunisia;Turkey;Türkiye;
    Turkmenistan;
    Tuvalu;Uganda;Ukraine;Uruguay;Uzbekistan;Vanuatu;Venezuela;Vietnam;Yemen;Zambia;Zimbabwe;
    United States;United Kingdom;Britain;South Korea;North Korea;South Africa;South Sudan;
    Saudi Arabia;
    New Zealand;Costa Rica;El Salvador;Sri Lanka;Sierra Leone;Burkina Faso;Ivory Coast;Cape Verde;
    East Timor;Papua New Guinea;United Arab Emirates;Czech Republic;Dominican Republic;
    Central African Republic;
    Equatorial Guinea;Solomon Islands;Marshall Islands;San Marino;Vatican City;North Macedonia;
    Trinidad and Tobago;Antigua and Barbuda;Saint Lucia;US;U.S.;UK;U.K.;UAE;USA""".split(";")
)
