"""The words around a role, its holder's name and a date that make the date an edge of the term.

All patterns are for folded text with single spaces and without commas.
"""

from __future__ import annotations

import re

_BEGAN = r"(?:عين|عينت|تولي|تولت|تسلم|تسلمت|انتخب|انتخبت|نصب|نصبت)"
_ENDED = r"(?:استقال|استقالت|اقيل|اقيلت|اعفي|اعفيت|عزل|عزلت|تنحي|تنحت|ترك منصبه|تركت منصبها|غادر منصبه|غادرت منصبها)"
_POST = (
    r"(?: (?:منصبه|منصبها|مهامه|مهامها|المنصب|هذا المنصب|مهام المنصب|مهام منصبه|مهام منصبها|رسميا|من منصبه|من منصبها))*"
)
_FROM = "اعتبارا من|ابتداء من|بدءا من"
_WHEN = rf"(?: (?:{_FROM}|في|يوم|منذ|من|خلال|مساء|صباح|بعد ظهر|قبل ظهر|بتاريخ|شهر|عام|سنه|مطلع|نهايه|اواخر|اوايل))*"
_WHO = r"^\W*(?:الذي |التي )?(?:و?كان |و?كانت )?(?:و?قد )?"
_SERVED = r"(?:شغل|شغلت|يشغل|تشغل)"
_TOOK = r"(?:تولي|تولت|تسلم|تسلمت|باشر|باشرت)"
_SWEARS = r"(?:ادي|ادت|حلف|حلفت|اقسم|اقسمت)"
_OATH = r"اليمين(?: (?:الدستوريه|القانونيه))?(?: (?:امام|بحضور)(?: \w+){1,5}?)?"
# Whoever appoints or dismisses; none of the words names another post («عينه الرئيس سفيراً في ...»).
_BY_WHOM = r"(?: (?!(?:منصب|علي|ل\w{3,}|\w{3,}ا) )\w+){0,5}?"
_FORWARD = r"(?:^|[^\w])[وف]?"

WHO_BEGAN = re.compile(rf"^\W*(?:الذي|التي) (?:كان قد |كانت قد )?{_BEGAN}{_POST}{_WHEN} $")
WHO_ENDED = re.compile(rf"^\W*(?:الذي|التي) (?:كان قد |كانت قد )?{_ENDED}{_POST}{_WHEN} $")
SINCE = re.compile(rf"^\W*(?:وذلك )?منذ (?:توليه|توليها|تعيينه|تعيينها|تسلمه|تسلمها|انتخابه|انتخابها){_POST}{_WHEN} $")
SWEARS = re.compile(rf"{_FORWARD}{_SWEARS} $")
SWORN = re.compile(rf"^\W*{_OATH}{_POST}{_WHEN} $")
# «عين» and «انتخب» may be what the person does to others; the oath and the own post are nobody else's.
TAKES_UP = re.compile(rf"{_WHO}(?:{_SWEARS} {_OATH}|{_TOOK}(?= (?:ال)?(?:منصب|مهام)){_POST}){_WHEN} $")
IS_APPOINTED = re.compile(rf"{_WHO}و?(?:عين|نصب|انتخب)(?:ه|ها|ته|تها){_BY_WHOM}{_POST}{_WHEN} $")
IS_DISMISSED = re.compile(rf"{_WHO}و?(?:اقال|عزل|اعفا)(?:ه|ها|ته|تها){_BY_WHOM}{_POST}{_WHEN} $")
_SERVICE = r"(?:خدمات|خدمه|مهام|تكليف|تعيين|انتداب)"
DISMISSES = re.compile(
    rf"{_FORWARD}(?:(?:اقال|اقالت|اعفي|اعفت|عزل|عزلت)(?: \w+){{1,5}}|(?:قرر|قررت)(?: \w+){{1,5}} (?:اقاله|اعفاء|عزل)"
    rf"|(?:اصدر|اصدرت|صدر|وقع|وقعت)(?: \w+){{1,6}} ب(?:اقاله|اعفاء|عزل|انهاء {_SERVICE})"
    rf"|(?:انهي|انهت|قرر(?: \w+){{1,5}} انهاء|قررت(?: \w+){{1,5}} انهاء)(?: \w+){{0,5}} {_SERVICE}|انهيت {_SERVICE}) $"
)
# «أقال الرئيس، الأربعاء، | وزير النقل فلاناً», «وعين خلفاً له | فلاناً», «وعين | فلاناً بدلاً منه»
DISMISSES_ON = re.compile(rf"{_FORWARD}(?:اقال|اقالت|اعفي|اعفت|عزل|عزلت)(?: \w+){{1,6}}{_WHEN} $")
_IN_PLACE = r"(?:خلفا|خليفه|بديلا) ل(?:ه|ها)|(?:بدلا|عوضا) (?:من|عن)(?:ه|ها)|مكان(?:ه|ها)"
_SEATS = r"(?:من (?:منصبه|منصبها|مهامه|مهامها|المنصب) )?و(?:عين|عينت|نصب|نصبت|سمي|سمت)"
AND_SEATS_INSTEAD = re.compile(rf"^\W*{_SEATS} (?:{_IN_PLACE}) $")
AND_SEATS = re.compile(rf"^\W*{_SEATS} $")
INSTEAD = re.compile(rf"^ (?:{_IN_PLACE})(?!\w)")
LEFT = re.compile(rf"{_FORWARD}{_ENDED} $")
# As written they may be active: «أعفى الرئيس فلان في الأول من أيار وزير الدفاع».
MAY_SEND_AWAY = re.compile(rf"{_FORWARD}(?:اعفي|اعفت|عزل|عزلت) $")
# «أحال الرئيس فلاناً إلى التقاعد في ...», «أحيل فلان إلى التقاعد»
RETIRES = re.compile(rf"{_FORWARD}(?:احيل|احيلت|(?:احال|احالت)(?: \w+){{1,5}}) $")
RETIRED = re.compile(rf"^ (?:الي|علي) (?:التقاعد|المعاش){_WHEN} $")
LEFT_WHEN = re.compile(rf"^{_POST}{_WHEN} $")
# «انتهت ولاية | رئيس الهيئة فلان في 30 أبريل»
TERM_ENDS = re.compile(
    rf"{_FORWARD}(?:انتهت|انقضت|انتهي) (?:ولايه|مهمه|مهام|فتره|مده|عهده|عقد)(?: (?:ولايه|رياسه|عمل|خدمه))? $"
)
OFFERS = re.compile(rf"{_FORWARD}(?:قدم|قدمت|اعلن|اعلنت) $")
RESIGNATION = re.compile(rf"^\W*(?:عن )?استقالت(?:ه|ها){_POST}{_WHEN} $")
RESIGNED = re.compile(rf"^\W*(?:قد )?(?:قدم|قدمت|اعلن|اعلنت) (?:عن )?استقالت(?:ه|ها){_POST}{_WHEN} $")
WHO_DIED = re.compile(rf"^\W*(?:الذي|التي) (?:قتل|قتلت|اغتيل|اغتيلت|توفي|توفيت){_WHEN} $")
# «كلف الرئيس فلاناً بتشكيل الحكومة في ...», «فلان الذي كلفه الملك بتشكيل الحكومة في ...»
_TO_FORM = rf"(?:رسميا )?(?:ب|مهمه |بمهمه )?تشكيل (?:ال)?حكومه(?: (?:ال)?(?:جديده|مقبله))?{_WHEN} $"
CALLS = re.compile(rf"{_FORWARD}(?:كلف|كلفت)(?: \w+){{0,6}} $")
TO_FORM = re.compile(rf"^ {_TO_FORM}")
WHO_IS_CALLED = re.compile(rf"^\W*(?:الذي|التي) (?:كلف|كلفت|كلفه|كلفها|كلفته|كلفتها)(?: \w+){{0,4}}? {_TO_FORM}")
ON_DAY = re.compile(rf"^{_WHEN} $")

# «شغل فلان منصب وزير الري من ... حتى ...», «فلان الذي تولى منصب وزير الري في ...»: the verb gives the name the office.
TAKES = re.compile(rf"{_FORWARD}(?P<serves>{_SERVED})?(?(serves)|{_TOOK}) $")
THE_POST = re.compile(r"^ (?:منصب|مهام|مهام منصب|حقيبه) $")
WHO_TAKES = re.compile(rf"{_WHO}(?P<serves>{_SERVED})?(?(serves)|{_TOOK}) (?:منصب|مهام|مهام منصب|حقيبه) $")
# Whoever becomes something, or is made it, by the verb before the name; what is wished or refused is another verb's.
_BECAME = (
    r"(?:عين|عينت|نصب|نصبت|انتخب|انتخبت|اختير|اختيرت|سمي|سميت|اصبح|اصبحت|صار|صارت|بات|باتت|اعيد انتخاب|اعيد تعيين)"
)
_MAKING = r"(?:تم|جري|منذ|بعد|عقب|اثر|قام|قامت) ب?(?:تعيين|تنصيب|انتخاب|اعاده انتخاب|اعاده تعيين|اختيار|تسميه)"
_DECREES = r"(?:اصدر|اصدرت|صدر|وقع|وقعت)(?: \w+){1,6} ب(?:تعيين|تكليف)"
APPOINTS = re.compile(rf"{_FORWARD}(?:{_BECAME}(?: \w+){{0,5}}|{_MAKING}|{_DECREES}) $")
WHO_BECAME = re.compile(rf"{_WHO}{_BECAME} $")
# «أدى فلان اليمين رئيساً للحكومة», «تسلم فلان مهامه وزيراً للداخلية»
_OWN_POST = r"(?:مهامه|مهامها|منصبه|منصبها|عمله|عملها|مهام منصبه|مهام منصبها|المنصب|مهام عمله|مهام عملها)"
SWORN_AS = re.compile(rf"{_FORWARD}{_SWEARS} (?:{_OATH}|القسم) $")
ENTERS = re.compile(rf"{_FORWARD}(?:(?P<oath>{_SWEARS})|تسلم|تسلمت|استلم|استلمت|باشر|باشرت) $")
ENTERED = re.compile(rf"^ (?:رسميا )?(?:(?P<oath>{_OATH}|القسم)|{_OWN_POST})(?: رسميا)? $")
ENTERED_ON = re.compile(rf"^ (?:رسميا )?{_OWN_POST}(?: رسميا)?{_WHEN} $")
ELECTED = re.compile(r"(?:^|\W)[وف]?(?:اعيد )?انتخ(?:ب|بت|اب)(?:\W|$)")
TAKES_POST = re.compile(rf"{_FORWARD}(?:{_TOOK}|استلم|استلمت) $")
# «مديراً عاماً ل| سلطة المياه»: whose noun a reader left out.
MADE_HEAD_OF = re.compile(r"^ (?P<noun>\w{3,})(?: (?:عام|تنفيذي|اول|اقليمي)(?:ا|ه))? لل?$")
IN_THE_POST = re.compile(r"^ في منصب $")
AS_ONE = re.compile(r"^(?!ال)\w{3,}(?: (?:عام|تنفيذي|اول)ا)? لل?\w")  # «وزيراً للعدل»
POST_FROM = re.compile(rf"^{_POST}(?: رسميا)? (?:في|عام|سنه|يوم|منذ|بتاريخ|مطلع|نهايه|اواخر|اوايل|{_FROM}){_WHEN} $")
_DAY = r"الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|امس|اليوم"
OPENS_DATE = re.compile(rf"^(?:يوم |امس |اليوم )?(?:عام|سنه|شهر|مطلع|نهايه|اواخر|اوايل|{_DAY})\b")
POST_SINCE = re.compile(rf"^\W*منذ{_WHEN} $")

# «من ... حتى ...» behind the post, and where the end goes on behind the beginning.
SPELL = re.compile(
    rf"^(?:\W*(?:الذي |التي )?(?:كان |كانت )?(?:{_SERVED}|{_TOOK}){_POST})?"
    rf"(?: (?:في|خلال) الفتره)? (?:\(\W*)?(?:من|بين|ما بين|منذ){_WHEN} $"
)
BEHIND_NAME = re.compile(r"^\W*(?:\(|الذي |التي )")
UNTIL = re.compile(rf"^\W*و?(?:حتي|الي|لغايه){_WHEN} $")
UNTIL_OR_AND = re.compile(rf"^\W*(?:و?(?:حتي|الي|لغايه){_WHEN} |و)$")
AND_LEFT = re.compile(
    rf"^\W*(?:و|ثم |قبل ان ي?ت?)(?:قد )?(?:{_ENDED}|(?:غادر|ترك|خرج)ت?(?:ه|ها)?)(?: منه| منها)?{_POST}{_WHEN} $"
)
AND_STAYED = re.compile(rf"^\W*(?:واستمر|وبقي|وظل)ت?(?: فيه| في المنصب| في منصبه| في منصبها)? حتي{_WHEN} $")

# «تولى فلان وزارة المالية عام ...»: in the text's own letters, behind the name.
PORTFOLIO = re.compile(
    r"^(?P<took>[\s،,]+(?:(?:الذي|التي)\s+)?(?:(?:كان|كانت|قد)\s+){0,2}\w+)?\s+"
    r"(?P<head>(?:حقيبة\s+)?وزارة|حقيبة|رئاسة(?=\s+(?:ال(?:وزراء|حكومة|جمهورية|برلمان)|مجلس\s+ال(?:وزراء|نواب|شعب|أمة))))\s+"
    r"(?P<of>(?:مجلس\s+)?ال\w+(?:\s+وال\w+){0,2})(?:\s+(?P<nation>ال\w+))?"
)
_PLACED = r"(?:(?P<serves>شغل|شغلت)|تولي|تولت|تسلم|تسلمت)"
TAKES_OVER = re.compile(rf"{_FORWARD}{_PLACED}\s+$")
TOOK_OVER = re.compile(rf"(?:^|\s){_PLACED}$")
