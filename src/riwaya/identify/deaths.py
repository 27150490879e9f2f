"""Whether the words beside a name tell that its bearer has died: «توفي فلان», «الذي قتل أمس», «ذكرى"
" رحيل المفكر فلان»."""

from __future__ import annotations

import re

from riwaya.identify.callings import calling_of, plain


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_WORDS = r"(?P<between>(?: \w+){0,4})\s*$"
_DIES = re.compile(
    r"(?:^|\W)(?P<clitic>[وفبل]?)"
    + _any(r"توفيت? وفاه استشهدت?(?!\sب) استشهاد اغتيلت? اغتيال اعدام جنازه جثمان مصرع مقتل")
    + _WORDS
)
_MOURNED = re.compile(
    r"(?:^|\W)[وف]?" + _any("نع[يت] تنعي ينعي شيعت? تشييع [يت]شيع") + r"(?P<between>(?: \w+){0,6})\s*$"
)
_MOURNS = re.compile(r"(?:^|\W)[وف]?" + _any("نع[يت] تنعي ينعي رثي ودع ابن") + r" ")
_KILLS = re.compile(r"(?:^|\W)[وفب]?قتلت?" + _WORDS)
_LEAVES = re.compile(r"(?:^|\W)[وفل]?(?:رحيل|رحلت?)" + _WORDS)  # a club too: the age or the memory tells
_REMEMBERED = re.compile(r"ذكري(?: ال\w+| \w+ عاما علي)?\s+(?:رحيل|غياب)(?: \w+){0,4}\s*$")
_LATE = re.compile(r"(?:^|\W)[وفبلك]{0,2}(?:الراحله?|الشهيده?|المرحومه?)\s+\W?$")
# Nobody has died, or not yet.
_UNTRUE = re.compile(
    _any(
        r"محاول\w* حاولت? [يت]حاول خططت? [يت]خطط تخطيط مخطط\w* هددت? [يت]هدد تهديد\w* اراد [يت]ريد [يت]نوي"
        r" نيه عدم لم لن شايعه شايعات"
        r" اشاعه نفي نفت [يت]نفي حقيقه طالبت? [يت]طالب دعوات التحريض حرض\w* كادت?"
    )
    + r"\s+(?:\w+\s+){0,2}$"
)
# «مقتل شقيق فلان», «استشهد على يد فلان»: another has died.
_ANOTHER = re.compile(
    " (?:[وبل]?"
    + _any(
        "زوجه? ابنه? نجله? والده? شقيقه? اخ اخت اخي ام اب ابي عمه? خال حفيده? صهر حارس سايق مرافق ابناء"
        " افراد عايله اسره عشرات صديقه?"
        " اقارب"
    )
    + "|"
    + _any(
        "علي يد ايدي بيد بايدي برصاص بنيران بقياده بامر بطلب من قبل بحسب حسب وفق عن الي مع بعد خلال منذ ضد"
        " قرب امام ان الذي التي كما حتي"
        " لدي بحضور بينهم بينهما قال اعلن اكد مدرسه شارع مستشفي مخيم"
    )
    + ")(?= |$)"
)
_DIED_BEHIND = re.compile(
    r"^[^\w.!?؟\n]{0,3}(?:(?:الذي|التي)\s(?:كان قد |كانت قد |قد )?)?(?:توفيت?|قضي نحبه|لقيت? مصرعه?ا?|استشهدت?|اغتيلت?"
    r"|اغتال(?:ه|ته|ها|تها)|(?:عثر عليها?|وجدت?) (?:متوفيا?ه?|ميتا?ه?|مقتولا?ه?)|وافته|وافتها|فارقت? الحياه)\b"
    r"|^\s?(?:مصرعه?ا?|حتفه?ا?|شهيدا|شهيده|قتيلا|قتيله|رحمه الله|رحمها الله|الراحله?)\b"
    r"|^(?: \w+){0,4} (?:لقيت? حتفه?ا?|وافته المنيه|فارق الحياه)\b"
)
_KILLED_BEHIND = re.compile(
    r"^\W{0,3}(?:(?:الذي|التي)\s)?(?:كان قد |كانت قد |قد )?(?:(?P<by>قتل(?:ه|ته|ها|تها))\b|قتلت?\b(?P<rest>.*))"
)
# What follows the verb where it has no object: a killing told so is suffered.
_NO_OBJECT = re.compile(
    r"^\s*(?:$|[.؛!؟?]|"
    + _any(
        "في علي خلال اثناء اثر امس اليوم يوم مساء صباح صباحا فجر ليل ليله قبل بعد عام سنه متاثرا متاثره رميا"
        " ذبحا شنقا خنقا طعنا غدرا"
        " بينما عندما حين حينما لدي قرب داخل امام مع من عن بيد وهو وهي وقد وسط ضمن جراء نتيجه عقب حيث بتهمه"
        " الاحد الاثنين الثلاثاء"
        " الاربعاء الخميس الجمعه السبت الشهر الاسبوع العام برصاص بقصف بغاره بطلق بصاروخ بانفجار بعبوه بقذيفه"
        " بنيران بضربه بهجوم بسكين"
        " بالرصاص باطلاق بتفجير بلغم بسلاح بحادث بظروف بطريقه بمنزل بمدينه بمحافظه بداخل"
    )
    + r"\b)"
)
_KIN = re.compile(
    r"\b"
    + _any(
        "زوجت?ه والدت?ه ابنت?ه ابناءه اطفاله طفل(?:ه|ته|تها|ها) شقيقت?ه جارت?ه طليقته خطيبته زوجها ابنها عمه"
        " صديقت?ه حماته"
    )
    + r"\b"
)
_IN_PASSING = re.compile(r"^\s*(?:\([^)]*\)|،?\s?(?:البالغه?|\d+ (?:عاما|سنه))[^،.]*)\s*،?")
_AT_AGE = re.compile(r"\bعن\s+(?:عمر\s+)?(?:ناهزت?\s+|يناهز\s+|بلغ\s+)?(?:ال)?(?P<age>\d{2,3})\s*(?:عاما|سنه)")
_LONG_PAST = re.compile(
    r"(?:بعد|قبل|ذكري|منذ|كتاب|عقب|اثر|في)\s+(?:ال\w+ )?(?:وفاه|رحيل|اغتيال|استشهاد|مقتل|مصرع|اعدام)"
)


def is_dead(before: str, behind: str) -> bool:
    """Return whether folded words before a name and behind it tell that its bearer died, however long ago."""
    sentence = re.split(r"[.!?؟\n]", behind)[0]
    died = _DIED_BEHIND.match(behind)
    # «نعى رئيس الوزراء فلان الراحل علانا»
    if (
        (died and not (died[0].strip().startswith("الراحل") and _MOURNS.search(before)))
        or _LATE.search(before)
        or _REMEMBERED.search(before)
    ):
        return True
    killed = _KILLED_BEHIND.match(sentence)
    if killed and (killed["by"] or _NO_OBJECT.match(killed["rest"])):
        return True
    return _dies(before) or _is_mourned(before) or _is_killed(before, sentence) or bool(_at_age(before, sentence))


def age_at_death(before: str, behind: str) -> int:
    """Return the age told with a death, 0 without one; that of a death long past tells no year of birth."""
    age = _AT_AGE.search(re.split(r"[.!?؟\n]", behind)[0])
    return int(age["age"]) if age and not _LONG_PAST.search(before) else 0


def _dies(before: str) -> bool:
    found = _DIES.search(before)
    return (
        found is not None
        and not _UNTRUE.search(before[: found.start("clitic")])
        and not _ANOTHER.search(found["between"])
    )


def _is_mourned(before: str) -> bool:
    """Return whether somebody is mourned: «نعت النقابة الشاعر فلان», but «نعى الوزير فلان» a poet."""
    found = _MOURNED.search(before)
    words = found["between"].split() if found else []
    return len(words) > 1 and not _ANOTHER.search(f" {words[-1]}") and calling_of(plain(words[-1])) not in ("", "state")


def _is_killed(before: str, behind: str) -> bool:
    """Return whether a killing was suffered: «قتل المقاتل فلان في غارة», but «قتل فلان زوجته»."""
    found = _KILLS.search(before)
    if not found or _UNTRUE.search(before[: found.start() + 1]) or _ANOTHER.search(found["between"]):
        return False
    rest = _IN_PASSING.sub("", behind)
    if rest.lstrip().startswith(("،", "و")):
        return not _KIN.search(rest) and calling_of(plain(" ".join(found["between"].split()[-1:]))) != "crime"
    return bool(_NO_OBJECT.match(rest)) and not _KIN.search(rest)


def _at_age(before: str, behind: str) -> bool:
    return bool(_LEAVES.search(before)) and bool(_AT_AGE.search(behind))
