"""Names, titles, sex, age, people, phones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.values import ethnicity, phones, titles
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.sex_age import normalise_age, normalise_sex
from ocr.values.surnames import COMMON, COMPOUND

GIVEN = "建国华伟静丽芳敏强磊洋艳勇军杰娟涛明超秀兰霞平刚桂英文辉玲红亮波斌雪梅"


@st.composite
def person(draw: st.DrawFn) -> str:
    surname = draw(st.sampled_from(sorted(COMMON | COMPOUND)))
    return surname + draw(st.text(alphabet=GIVEN, min_size=1, max_size=2))


@given(person(), st.sampled_from(["{}", "姓名：{}", "姓 名 {}", "{} 性别:男", "{}（签名）", "患者姓名:{}"]))
def test_a_name_survives_its_labels(name: str, printed: str) -> None:
    assert normalise_name(printed.format(name)) == name
    assert normalise_name(printed.format(" ".join(name))) == name
    assert looks_like_name(name) > 0.4


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("李建国", "李建国"),
        ("姓 名： 李 建 国", "李建国"),
        ("王建国男56岁", "王建国"),
        ("陈静 女", "陈静"),
        ("李亚男", "李亚男"),
        ("王胜男女45岁", "王胜男"),
        ("张三性别男年龄56岁", "张三"),
        ("李建国 住院号:00123", "李建国"),
        ("主任医师：李建国", "李建国"),
        ("李建国主任医师", "李建国"),
        ("李建国/副主任医师", "李建国"),
        ("医师签名:李建国", "李建国"),
        ("审核者：周敏", "周敏"),
        ("（签名）陈静", "陈静"),
        ("欧阳静怡", "欧阳静怡"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("阿卜杜热合曼·买买提", "阿卜杜热合曼·买买提"),
        ("家属：李四", "李四"),
        ("李四（本人）", "李四"),
        ("周敏 审核者:李静", "周敏"),
        ("章子涵", "章子涵"),
        ("费明", "费明"),
        ("项秀英", "项秀英"),
        ("刘登科", "刘登科"),
        ("张*", None),
        ("*建国", None),
        ("***", None),
        ("____", None),
        ("李某某", None),
        ("李某", None),
        ("性别", None),
        ("姓名", None),
        ("姓名：", None),
        ("男", None),
        ("心内科", None),
        ("神经内科", None),
        ("宜春市人民医院", None),
        ("汉族", None),
        ("张3", None),
        ("Zhang San", None),
        ("主任医师", None),
        ("科主任", None),
        ("高血压", None),
        ("尿常规", None),
        ("白细胞", None),
        ("年月日", None),
        ("同意", None),
        ("城南社区", None),
        ("", None),
    ],
)
def test_name(text: str, name: str | None) -> None:
    assert normalise_name(text) == name


@given(st.text(max_size=12))
def test_a_normalised_name_stays(text: str) -> None:
    name = normalise_name(text)
    assert name is None or normalise_name(name) == name


@pytest.mark.parametrize("word", ["高血压", "心内科", "常规", "12", "", "医师"])
def test_words_are_no_names(word: str) -> None:
    assert looks_like_name(word) == 0.0


def test_surnames_make_names_likelier() -> None:
    assert looks_like_name("李建国") > looks_like_name("冼星海") > looks_like_name("腾讯会")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("主任医师", "主任医师"),
        ("副主任医师", "副主任医师"),
        ("剐主任医师", "副主任医师"),
        ("副土任医帅", "副主任医师"),
        ("幅主仼医狮", "副主任医师"),
        ("主治医师", "主治医师"),
        ("主冶医生", "主治医师"),
        ("往院医师", "住院医师"),
        ("住院医师", "住院医师"),
        ("医师", "医师"),
        ("执业医师", "医师"),
        ("执业助理医师", "医士"),
        ("医士", "医士"),
        ("主任中医师", "主任中医师"),
        ("副主任中医师", "副主任中医师"),
        ("主治中医师", "主治中医师"),
        ("中医师", "中医师"),
        ("正高", "主任医师"),
        ("副高", "副主任医师"),
        ("中级", "主治医师"),
        ("职称:副主任医师", "副主任医师"),
        ("职 称：副 主 任 医 师", "副主任医师"),
        ("教授·主任医师", "主任医师"),
        ("副教授、副主任医师", "副主任医师"),
        ("主任医师，博士生导师", "主任医师"),
        ("李建国 副主任医师", "副主任医师"),
        ("李建国副主任医师", "副主任医师"),
        ("主任医师 陈静", "主任医师"),
        ("心内科 副主任医师", "副主任医师"),
        ("副主任医师（签名）", "副主任医师"),
        ("副主任医师 2025-03-05", "副主任医师"),
        ("中医主治医师", "主治医师"),
        ("□主任医师 ☑副主任医师 □主治医师", "副主任医师"),
        ("□主任医师 □副主任医师 □主治医师", None),
        ("科主任", None),
        ("科主任：李建国", None),
        ("主任", None),
        ("副主任", None),
        ("主任(副主任)医师", None),
        ("主任（副主任）医师", None),
        ("主任/副主任医师", None),
        ("主任、副主任医师", None),
        ("正副主任医师", None),
        ("(副)主任医师", None),
        ("副主任医师以上", None),
        ("副主任医师及以上", None),
        ("主任医师或副主任医师", None),
        ("主管技师", None),
        ("主任技师", None),
        ("副主任药师", None),
        ("主管护师", None),
        ("主任护师", None),
        ("教授", None),
        ("王任医师", None),
        ("医师签名", None),
        ("内科主任医师", None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert titles.normalise(text) == title
    if title is not None:
        assert titles.normalise(title) == title
        assert titles.rank(title) is not None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("主任（副主任）医师", True),
        ("主任(副主任)医师：李建国", True),
        ("主任/副主任医师", True),
        ("（副）主任医师", True),
        ("土任(副主任)医帅", True),
        ("主任医师", False),
        ("副主任医师(李建国)", False),
    ],
)
def test_role_label(text: str, role: bool) -> None:
    assert titles.is_role_label(text) is role


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("男", "男"),
        ("性别：女", "女"),
        ("女性", "女"),
        ("M", "男"),
        ("男√", "男"),
        ("□男 ☑女", "女"),
        ("☑男□女", "男"),
        ("男□女☑", "女"),
        ("1 1.男 2.女", "男"),
        ("性别 2 1.男2.女", "女"),
        ("1.男 2.女 [2]", "女"),
        ("男/56岁", "男"),
        ("性别 男 民族 汉", "男"),
        ("女儿", None),
        ("男科", None),
        ("男 女", None),
        ("□男 □女", None),
        ("1.男 2.女", None),
        ("汉", None),
        ("", None),
    ],
)
def test_sex(text: str, sex: str | None) -> None:
    assert normalise_sex(text) == sex


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("56岁", 56),
        ("56", 56),
        ("年龄：56 岁", 56),
        ("056Y", 56),
        ("5岁3月", 5),
        ("5岁3个月", 5),
        ("8月", 0),
        ("8个月", 0),
        ("14月", 1),
        ("3天", 0),
        ("12小时", 0),
        ("五十六岁", 56),
        ("S6岁", 56),
        ("56周岁", 56),
        ("女 56岁 内科", 56),
        ("150岁", None),
        ("岁", None),
        ("1965-03-12", None),
        ("心内科", None),
        ("", None),
    ],
)
def test_age(text: str, age: int | None) -> None:
    assert normalise_age(text) == age


@given(st.integers(0, 130), st.sampled_from(["{}岁", "{}", "年龄:{}岁", "{} 周岁", "{:03d}Y"]))
def test_every_age_survives(age: int, printed: str) -> None:
    assert normalise_age(printed.format(age)) == age


@pytest.mark.parametrize("people", sorted(ethnicity.PEOPLES))
def test_every_people_survives(people: str) -> None:
    assert [
        ethnicity.normalise(t) for t in (people, people + "族", f"民族：{people}", " ".join(people + "族"))
    ] == [people] * 4


@pytest.mark.parametrize("text", ["民族", "男", "", "其他", "汉语"])
def test_no_people(text: str) -> None:
    assert ethnicity.normalise(text) is None


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("13873901234", "13873901234"),
        ("联系电话：138 7390 1234", "13873901234"),
        ("138-7390-1234", "13873901234"),
        ("+86 13873901234", "13873901234"),
        ("１３８７３９０１２３４", "13873901234"),
        ("0739-5351234", "0739-5351234"),
        ("(0739) 5351234", "0739-5351234"),
        ("010-62345678转123", "010-62345678"),
        ("138****1234", None),
        ("430503196703124514", None),
        ("12873901234", None),
        ("2025-03-05", None),
        ("", None),
    ],
)
def test_phone(text: str, phone: str | None) -> None:
    assert phones.normalise(text) == phone


@given(st.integers(13_000_000_000, 19_999_999_999))
def test_every_mobile_survives(number: int) -> None:
    digits = str(number)
    printed = f"电话:{digits[:3]} {digits[3:7]} {digits[7:]}"
    assert [value for value, _, _ in phones.find_phones(printed)] == [digits]
