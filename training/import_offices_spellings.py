"""Names of the Factbook as newspapers print them, for `training.import_offices`."""

from __future__ import annotations

# How newspapers print names that the Factbook spells or orders otherwise. A single word is
# what the person is called alone; several are a whole name.
SPELLINGS = {
    ("Bangladesh", "Hasina Wazed"): ("Hasina", "Sheikh Hasina Wajed"),
    ("Chad", "Mahamat Idriss Deby"): ("Mahamat Idriss Deby Itno", "Mahamat Deby Itno"),
    ("Cyprus", "Nikos Anastasiadis"): ("Nicos Anastasiades",),
    ("Equatorial Guinea", "Obiang Nguema Mbasogo"): (
        "Teodoro Obiang",
        "Teodoro Obiang Nguema",
        "Teodoro Obiang Nguema Mbasogo",
    ),
    ("Georgia", "Salome Zourabichvili"): ("Salome Zurabishvili",),
    ("Hong Kong", "John Lee Ka-chiu"): ("John Lee",),
    ("Iran", "Mohammad Mokher"): ("Mohammad Mokhber",),
    ("Iraq", "Latif Rashid"): ("Abdul Latif Rashid",),
    ("Israel", "Reuben Rivlin"): ("Reuven Rivlin",),
    ("Lebanon", "Michel Awn"): ("Michel Aoun",),
    ("Libya", "Abd-al-Hamid Dubaybah"): ("Abdul Hamid Dbeibah", "Abdulhamid Dbeibah"),
    ("Malaysia", "Mohamed Najib bin Abdul Najib Razak"): ("Najib Razak", "Najib Tun Razak"),
    ("Maldives", "Abdulla Yameen Abdul Gayoom"): ("Abdulla Yameen",),
    ("Mongolia", "Khaltmaa Battulga"): ("Khaltmaagiin Battulga",),
    ("Mongolia", "Ukhnaagiin Khurelsukh"): ("Ukhnaa Khurelsukh",),
    ("Mongolia", "Gombojavyn Zandanshatar"): ("Gombojav Zandanshatar",),
    ("Montenegro", "Milo Djukanovic"): ("Milo Đukanović",),
    ("Morocco", "Saad-Eddine al-Othmani"): ("Saadeddine Othmani",),
    ("Nepal", "Ram Chandra Poudel"): ("Ramchandra Paudel",),
    ("Nepal", "Pushpa Kamal Dahal"): ("Prachanda",),
    ("Pakistan", "Anwaar-Ul-Haq Kakar"): ("Anwaarul Haq Kakar",),
    ("Pakistan", "Imran Khan"): ("Imran Khan Niazi",),
    ("Philippines", "Benigno Aquino"): ("Noynoy",),
    ("Saudi Arabia", "Salman bin Abd al-Aziz Al Saud"): (
        "Salman bin Abdulaziz",
        "Salman bin Abdulaziz Al Saud",
    ),
    ("Serbia", "Djuro Macut"): ("Đuro Macut",),
    ("Singapore", "Tony Tan Keng Yam"): ("Tony Tan",),
    ("Sudan", "Umar Hassan Ahmad al-Bashir"): ("Omar al-Bashir", "Omar Hassan al-Bashir"),
    ("Suriname", "Desire Delano Bouterse"): ("Desi Bouterse",),
    ("Taiwan", "Lai Ching-te"): ("William Lai",),
    ("Thailand", "Prayut Chan-Ocha"): ("Prayuth Chan-o-cha",),
    ("Thailand", 'Wachiralongkon "Vajiralongkorn"'): ("Maha Vajiralongkorn",),
    ("Turkmenistan", "Serdar Berdimuhamedov"): ("Serdar Berdymukhamedov",),
    ("Ukraine", "Volodymyr Hroysman"): ("Volodymyr Groysman",),
    ("United Arab Emirates", "Khalifa bin Zayid Al-Nuhayan"): ("Khalifa bin Zayed Al Nahyan",),
    ("United Arab Emirates", "Muhammad Bin Zayid Al Nuhayyan"): (
        "Mohamed bin Zayed",
        "Mohamed bin Zayed Al Nahyan",
    ),
    ("Yemen", "Abd Rabuh Mansur Hadi"): ("Abed Rabbo Mansour Hadi", "Abdrabbuh Mansur Hadi"),
}
