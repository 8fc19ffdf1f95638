"""What kind of paper a page is, by its title and by the labels and words that stand on it.

A title decides where it is plain: a short line of large type near the top that reads like a known
title. Otherwise telling words weigh in, and all the words of the page, as learnt
(``ocr/likely_kinds.py``). Where nothing weighs enough, the page stays ``unknown``: a wrong kind
makes a wrong check, an unknown one makes a person look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ocr.layout import usual_height
from ocr.likely_kinds import likely_kinds
from ocr.other_papers import NAMED_SO, is_a_check_up, is_a_leaflet, names_another_paper, names_pathology
from ocr.table_heads import columns_of
from ocr.title_lines import is_asked_for, joined_lines
from ocr.told_stays import tells_a_stay
from ocr.types import DocumentKind as K
from ocr.types import TextLine
from ocr.values.quantities import is_concentration
from ocr.values.text import fold
from ocr.vocabulary import read_vocabulary

TITLES: Mapping[K, str] = {K(kind): titles for kind, titles in read_vocabulary("titles.yaml").items()}
"""Kind → the titles such papers carry, parted by spaces; those of papers of no kind stand elsewhere."""
WORDS: Mapping[K, str] = {K(kind): words for kind, words in read_vocabulary("words.yaml").items()}
"""Kind → words whose presence speaks for it, parted by spaces."""
_PATTERNS = {K(kind): re.compile(pattern) for kind, pattern in read_vocabulary("title_patterns.yaml").items()}
PATTERN_FIT = 0.9
"""How well a title fits that is built as titles of its kind are, against 1.0 for a listed one."""
_TITLE_LIST = [(kind, fold(title)) for kind, titles in TITLES.items() for title in titles.split()]
_TITLES_WITH: dict[str, list[int]] = {}
for _index, (_, _title) in enumerate(_TITLE_LIST):
    for _character in set(_title):
        _TITLES_WITH.setdefault(_character, []).append(_index)
_LEAST_SHARED = [max(1.0, len(set(title)) - 0.2 * len(title) - 0.5) for _, title in _TITLE_LIST]
_WORD_LISTS = {kind: tuple(fold(w) for w in words.split()) for kind, words in WORDS.items()}
_NOT_A_TITLE = re.compile(
    r"[:,。;□☑☐√✓■◉]|^\d|(?<!罕)见|附(?![属设院一二三儿])|详|请|如(?![皋东])|凭(?!祥|[证条](?:$|[()]))|须|领取|持"
)
"""What no title holds, unless it is part of a hospital's name before it: 附属医院, 如皋市."""
_MEDICAL = re.compile(r"医疗|医院|卫生|门诊|住院|医保|诊|药")
"""Receipts without any such word are of other trades."""
_ONE_OF_SEVERAL = re.compile(r"(?:或|以上[^,]{0,12}|[件历据单录料告][、和及与])(?=(?:门|急|出|住)[^,]{1,8}$)")
"""Before a record's title, in lists of what is to be handed in: 二级以上医疗机构住院或门诊病历."""
_BRACKETS = re.compile(r"\([^()]{2,16}\)(?=[^()])")
_OTHER_PAPERS = re.compile(r"小结|病历(?!首页)|证明|复印件|原件|化验单|报告(?!单$)")
"""Papers named before the title: a list of what to hand in."""
_IN_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff])[(]?[A-Za-z][A-Za-z&'’./-]{3,}[)]?$")
"""The English name behind a title on papers in two languages: 出院小结 Discharge Summary."""
_ISSUER = re.compile(r"(?:中华人民共和国|[\u4e00-\u9fff]{1,8}[省市区州县])?")
_ISSUING_CITY = re.compile(r"(?![\u4e00-\u9fff]*[办领持交有无原凭及或和与的])[\u4e00-\u9fff]{2,8}")
"""A city by its bare name before 居住证: 昆明居住证. Words of sentences are none: 已办理居住证."""
GENERAL_TITLES = frozenset(
    {
        "检查报告单",
        "检查报告",
        "检测报告",
        "检测报告单",
        "检验报告",
        "检验报告单",
        "检验结果报告",
        "检查报告书",
    }
)
"""Titles that say nothing of what was looked at: the words before them do (细胞学检查报告单)."""
LOW_ON_THE_PAGE = 0.85
"""Lists of papers to hand in (…、出院小结) end like titles; they stand low."""
_CARDS = frozenset({K.ID_CARD_BACK, K.SOCIAL_SECURITY_CARD, K.RESIDENCE_PERMIT, K.INSURANCE_VOUCHER})
_RECORDS = frozenset({K.OUTPATIENT_RECORD, K.DISCHARGE_SUMMARY})
_WEIGHED_APART = frozenset({K.ID_CARD_FRONT, K.ID_CARD_BACK, K.ID_SELFIE})
"""Kinds of common words: what else must stand on them is asked for by itself."""
PLAIN_TITLE = 0.88
PLAIN_WEIGHT, WEAK_WEIGHT = 1.6, 0.7
"""What a title weighs, and one that is not plain beside many words: of 60 such titles of authors nobody had
looked at 49 named the paper, its words all 60."""
UNTITLED = 0.55
"""The most confidence in a kind that neither a plain title nor the words of the page tell."""
LEAST_MARGIN = 0.15
"""By how much the likeliest kind must lead where no title is plain."""
SHORT_TITLE, LARGE = 3, 1.15
"""Low on the page, a title of fewer characters counts only in larger type than the usual line."""
LEAST_TITLE = 5
"""Shorter lines that look like a title are as likely a word of the page (处方, 出院记录 are listed)."""
SURELY_READ = 0.8
"""Pages whose lines were read with less mean confidence are named with less."""
MOST_LINES_ON_A_CARD = 26
"""Papers with more text that name a card (身份证件类型：居民身份证) are not that card."""

LONGEST_LINE_ON_A_CARD = 26
"""An identity card's longest line is its number with the label, 24 characters; longer ones are sentences."""
TABLE = 0.35
"""What the heads of a laboratory's table weigh beside its words."""
RANGES = 3
_OF_STRIPS = re.compile(r"[阴阳]性(?:[(（][-+]+[)）])?|未见|未检出|\d?[+＋]{1,4}")
LEAST_STRIPS = 5
"""So many results of this sort under heads for names and results alone are a laboratory's."""
_RANGE_LINE = re.compile(r"(?:生物)?(?:正常)?参考(?:值|范围|区间)(?::.|[(\[]?[<>≤≥\d阴阳])")
"""So many lines that each give a range are a laboratory's list on a telephone."""
MEASURED = 0.2
"""What results weigh that stand alone with their units."""
LEAST_MEASURED = 3
_BARE_RANGE = re.compile(r"[<>≤≥]\d[\d.]*|\d[\d.]*[-~]\d[\d.]*")
"""Beside such results, a column of ranges without its head: a table's lower part on a telephone."""
_MEASURED_LINE = re.compile(
    r"(?:结果:?)?[<>≤≥]?\d+(?:\.\d+)?(?P<unit>[^\d\s:↑↓高低].{0,14}?)(?:偏?[高低]|[↑↓])?"
)
_RANGE_WITH_UNIT = re.compile(r"\d[\d.]*[-~—–]{1,3}\d[\d.]*(?P<unit>[^\d\s].{0,11})")
"""113--151g/L: a table whose heads were cut off with the paper's title."""
LONGEST_HEAD = 5
"""Characters of a head such as 测量值: tables of measurements are other examinations'."""


@dataclass(frozen=True, slots=True)
class KindGuess:
    """A kind, how sure (0–1), and whether the page carries a title of its own."""

    kind: K
    confidence: float
    titled: bool


def classify(lines: Sequence[TextLine], *, width: int, height: int) -> KindGuess:
    """The kind of an upright page of ``width`` × ``height`` pixels."""
    if not lines:
        return KindGuess(K.UNKNOWN, 0.0, titled=False)
    title_kind, title_score = _by_title(lines, height)
    scores = _by_words(lines)
    plain = title_score >= PLAIN_TITLE
    likely = {} if plain else likely_kinds(x.text for x in lines)
    for kind, share in likely.items():
        scores[kind] = scores.get(kind, 0.0) + share * (kind not in _WEIGHED_APART)
    if not _MEDICAL.search("".join(x.text for x in lines)):
        scores[K.MEDICAL_INVOICE] *= 0.3
        title_kind = K.UNKNOWN if title_kind is K.MEDICAL_INVOICE else title_kind
    if not plain and (is_a_leaflet(lines) or is_a_check_up(lines)):
        return KindGuess(K.UNKNOWN, 0.5, titled=False)
    if title_kind is K.RECOGNITION_FORM and is_asked_for(lines):
        title_kind = K.APPLICATION_FORM
    if title_kind is K.DIAGNOSIS_CERTIFICATE and tells_a_stay(lines, height):
        title_kind = K.DISCHARGE_SUMMARY
    if not plain and names_another_paper(lines, height):
        return KindGuess(K.UNKNOWN, 0.5, titled=True)
    if title_kind is not K.UNKNOWN:
        weight = PLAIN_WEIGHT - (PLAIN_WEIGHT - WEAK_WEIGHT) * sum(likely.values())
        scores[title_kind] = scores.get(title_kind, 0.0) + weight * title_score
    ranked = sorted(scores.items(), key=lambda kv: -kv[1])
    best, score = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    titled = plain and best is title_kind
    if best is K.UNKNOWN or score < 0.45 or (not titled and score - second < LEAST_MARGIN):
        return KindGuess(K.UNKNOWN, round(min(score, 0.5), 3), titled=False)
    margin = (score - second) / max(score, 1e-6)
    confidence = min(0.99, 0.5 + 0.3 * min(score, 1.2) + 0.3 * margin)
    if likely and best not in _WEIGHED_APART:
        confidence = min(confidence, UNTITLED + (1.0 - UNTITLED) * likely.get(best, 0.0))
    confidence *= min(1.0, _legibility(lines) / SURELY_READ)
    return KindGuess(best, round(confidence, 3), titled=titled)


def _legibility(lines: Sequence[TextLine]) -> float:
    """The mean confidence of the page's lines; text that was not read from pixels is sure."""
    measured = [x.confidence for x in lines if x.confidence is not None]
    return sum(measured) / len(measured) if measured else 1.0


def _by_title(lines: Sequence[TextLine], height: int) -> tuple[K, float]:
    """The title found and how well it fits (0–1), weighed by size and place."""
    usual = usual_height(lines)
    card = len(lines) <= MOST_LINES_ON_A_CARD
    best: tuple[K, float] = (K.UNKNOWN, 0.0)
    candidates = [(x, _IN_ENGLISH.sub("", fold(x.text))) for x in lines]
    for line, text in [*candidates, *joined_lines(lines)]:
        if not 2 <= len(text) <= 40:
            continue
        _, y0, _, y1 = line.box
        large = (y1 - y0) / max(usual, 1.0)
        weight = min(1.0, 0.55 + 0.3 * (large - 0.8)) if y0 < 0.45 * height else 0.45
        patterned = _by_pattern(text) if len(text) >= LEAST_TITLE else None
        for kind, title in _like_titles(text):
            if patterned not in (None, kind) and title in GENERAL_TITLES and text != title:
                continue
            if len(title) < SHORT_TITLE and y0 >= 0.45 * height and large < LARGE:
                continue  # the head of a part of a record: 处方
            if kind in _CARDS and not (card and _names_a_card(text, title)):
                continue  # papers name cards in passing; a card's title stands alone
            several = kind in _RECORDS and _ONE_OF_SEVERAL.search(text)
            fit = 0.0 if several else _title_fit(text, title)
            place = 1.0 if kind in _CARDS and fit > 0.9 else max(0.3, weight)
            score = fit * (0.75 + 0.25 * place) if fit >= 0.8 else 0.0
            score *= LOW_ON_THE_PAGE if y0 >= 0.45 * height and fit < 1.0 else 1.0
            # among titles that fit as well, the longer says more: 病理诊断报告 over 诊断报告
            score += 0.002 * len(title) if score else 0.0
            if score > best[1]:
                best = (kind, score)
        if patterned is not None:
            score = PATTERN_FIT * (0.75 + 0.25 * max(0.3, weight))
            best = (patterned, score) if score > best[1] else best
    return best[0], min(1.0, best[1])


def _names_a_card(text: str, title: str) -> bool:
    """Whether a line is a card's title and nothing else but the country or the city that issued it."""
    issuer = text.removesuffix(title)
    city = title == "居住证" and _ISSUING_CITY.fullmatch(issuer)
    return text.endswith(title) and bool(city or _ISSUER.fullmatch(issuer))


def _by_pattern(text: str) -> K | None:
    """The kind whose titles are built like this line; ``None`` where none or a sentence.

    What stands in brackets says for what, not what: 门诊特殊慢性病（类风湿性关节炎）认定表.
    """
    text = _BRACKETS.sub("", text)
    if _NOT_A_TITLE.search(text.removesuffix("详情").replace("申请", "").replace("意见", "")):
        return None
    found = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(text)), None)
    return None if found in _RECORDS and _ONE_OF_SEVERAL.search(text) else found


def _like_titles(text: str) -> list[tuple[K, str]]:
    """The titles that share enough characters with a line to fit it at all, in their order.

    A fit of 0.8 between lengths that differ by one leaves at most a fifth of the title and half a character
    unmatched. Comparing every line with every title took half the time of a born-digital page.
    """
    shared: Counter[int] = Counter()
    for character in set(text):
        shared.update(_TITLES_WITH.get(character, ()))
    return [_TITLE_LIST[i] for i in sorted(shared) if shared[i] >= _LEAST_SHARED[i]]


def _title_fit(text: str, title: str) -> float:
    """How well a line reads as a title: whole, at its end after a hospital's name, or one character off."""
    if text == title:
        return 1.0
    if text.endswith(title) and not _NOT_A_TITLE.search(text[: -len(title)]):
        return 0.0 if _OTHER_PAPERS.search(text[: -len(title)]) else 0.97
    if len(title) >= 4 and title in text and not _NOT_A_TITLE.search(text) and len(text) <= len(title) + 14:
        return 0.93
    if len(title) >= 4 and abs(len(text) - len(title)) <= 1:
        ratio = fuzz.ratio(text, title) / 100
        return ratio if ratio >= 0.8 else 0.0
    if len(title) >= 5 and len(text) > len(title) and not _NOT_A_TITLE.search(text):
        tail = fuzz.ratio(text[-len(title) :], title) / 100
        return 0.95 * tail if tail >= 0.85 else 0.0
    return 0.0


def _by_words(lines: Sequence[TextLine]) -> dict[K, float]:
    """For each kind, the share of its words on the page, damped so that a few suffice (0–1)."""
    text = "\n".join(fold(x.text) for x in lines)
    scores = {}
    for kind, words in _WORD_LISTS.items():
        found = sum(w in text for w in words)
        enough = min(6, max(3, len(words) // 2))
        scores[kind] = min(1.0, found / enough) * 0.9
    if (
        _heads_a_table(lines)
        or sum(_RANGE_LINE.match(line) is not None for line in text.split("\n")) >= RANGES
    ):
        scores[K.LAB_REPORT] += TABLE
    measured = (_MEASURED_LINE.fullmatch(line) for line in text.split("\n"))
    if sum(m is not None and is_concentration(m["unit"]) for m in measured) >= LEAST_MEASURED:
        ranges = sum(_BARE_RANGE.fullmatch(line) is not None for line in text.split("\n"))
        scores[K.LAB_REPORT] += MEASURED + TABLE * (ranges >= RANGES)
    scores[K.PATHOLOGY_REPORT] += NAMED_SO * names_pathology(text)
    bounded = (_RANGE_WITH_UNIT.fullmatch(line) for line in text.split("\n"))
    if sum(m is not None and is_concentration(m["unit"]) for m in bounded) >= RANGES:
        scores[K.LAB_REPORT] += TABLE + MEASURED
    return _weigh_cards(scores, text, len(lines))


def _heads_a_table(lines: Sequence[TextLine]) -> bool:
    """Whether the heads of a laboratory's table stand on the page, in whatever lines they were found."""
    columns = {c for x in lines for word in x.text.split() for c in columns_of(word)}
    if columns >= {"name", "result", "reference"}:
        return not any("测" in x.text and len(x.text) <= LONGEST_HEAD for x in lines)
    strips = sum(_OF_STRIPS.fullmatch(x.text.strip()) is not None for x in lines)
    return columns >= {"name", "result"} and strips >= LEAST_STRIPS


def _weigh_cards(scores: dict[K, float], text: str, count: int) -> dict[K, float]:
    """Identity cards carry common words only; they need their own number label and little else."""
    number = "公民身份号码" in text or "身份号码" in text or "民身份号" in text
    if not number or count > 30 or max(map(len, text.split("\n"))) > LONGEST_LINE_ON_A_CARD:
        scores[K.ID_CARD_FRONT] *= 0.3
    elif "户主" in text or "登记卡" in text:
        scores[K.ID_CARD_FRONT] *= 0.4
    else:
        scores[K.ID_CARD_FRONT] += 0.4
    if "签发机关" not in text or count > 20:
        scores[K.ID_CARD_BACK] *= 0.4
    if "居住证" in text or "居住地址" in text:
        scores[K.ID_CARD_FRONT] *= 0.4  # an identity card gives one home, 住址
    else:
        scores[K.RESIDENCE_PERMIT] *= 0.3
    if not ("户主" in text or "登记卡" in text or "户口" in text):
        scores[K.HOUSEHOLD_REGISTER] *= 0.4
    return scores
