"""The people of the single documents, and one chart each."""

from __future__ import annotations

from samples import chart as ch
from samples.people import person

LI = person("李建国", "男", "1967-03-12", "daxiang", 1)
WANG = person("王秀兰", "女", "1959-11-02", "guangfeng", 2, "resident")
ZHANG = person("张伟明", "男", "1972-07-25", "yuanzhou", 3)
CHEN = person("陈桂英", "女", "1951-01-18", "fengcheng", 4, "resident")
LIU = person("刘志强", "男", "1963-09-30", "shaodong", 5)
OUYANG = person("欧阳淑芬", "女", "1968-05-21", "xinzhou", 6, "resident", "畲")
YANG = person("杨再兴", "男", "1955-12-08", "longhui", 7, "resident", "瑶")
HUANG = person("黄丽萍", "女", "1979-02-14", "gaoan", 8)

SHAOYANG = ch.chart(LI, "邵阳市中心医院", "高血压")
GUANGFENG = ch.chart(WANG, "上饶市广丰区人民医院", "糖尿病", title="主任医师")
YICHUN = ch.chart(ZHANG, "宜春市人民医院", "慢阻肺")
FENGCHENG = ch.chart(CHEN, "丰城市中医院", "类风湿", reported="2025-07-08")
SHAODONG = ch.chart(LIU, "邵东市人民医院", "冠心病", title="主任医师")
SHANGRAO = ch.chart(OUYANG, "上饶市立医院", "狼疮", issued="2025-10-12")
LONGHUI = ch.chart(YANG, "隆回县人民医院", "脑卒中", reported="2025-06-19")
GAOAN = ch.chart(HUANG, "高安市人民医院", "肝硬化", wide=True)
XIANGYA = ch.chart(LIU, "中南大学湘雅医院", "肺癌", title="主任医师")
YUSHAN = ch.chart(OUYANG, "玉山县中医院", "尿毒症")
