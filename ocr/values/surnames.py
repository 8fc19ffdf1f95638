"""Chinese surnames, for judging whether a word is likely a person's name.

Source: the common surnames of the Ministry of Public Security's yearly name reports and of the
classical 百家姓, roughly in order of frequency; compound surnames still borne today.
"""

from __future__ import annotations

import re

COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""Borne by more than four in five people."""

OTHER = frozenset(
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍"
    "涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党"
    "宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡"
    "鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿"
    "国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢"
    "嵇公哈湛宾戎勾茅利于居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由首贝"
    "赖占蹇昌仉宓庾弓怀慎毋汝洪稽笪糜罕羿肇苍荀莘蔚衷訾谯达逄逮郏郗部郦鄂酆钭雒靖须"
    "代归淦操候虎妥撒庹綦呙忻侍隗郇桓沃仵么"
)
"""Less common single surnames."""

_COMPOUND = """
欧阳 上官 皇甫 令狐 诸葛 司徒 司马 申屠 夏侯 贺兰 完颜 慕容 尉迟 长孙 端木 东方 独孤 南宫 西门 公孙
轩辕 宇文 澹台 濮阳 淳于 单于 太叔 公冶 闻人 钟离 司空 呼延 归海 羊舌 微生 梁丘 左丘 东郭 南门 第五
百里 谷梁 赫连 拓跋 鲜于 闾丘 亓官 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 仲孙 欧侯 纳兰 哥舒 万俟 宗政
"""
COMPOUND = frozenset(_COMPOUND.split())
"""Surnames of two characters."""
MANCHU = frozenset({"爱新觉罗", "叶赫那拉"})
"""Surnames of four characters that are printed without a point behind them."""
_PARTS = (
    "其木格|其其格|高娃|巴特尔|巴图|图雅|格日勒|斯琴|苏日|娜仁|乌云|萨仁|阿拉坦|阿拉腾|朝鲁|巴雅尔|塔娜|额尔敦|额尔德尼|那顺|敖特根|呼和|宝音|孟和|布和|哈斯"
    "|格根|斯日|毕力格|毕勒格|吉日嘎拉|牧仁|特木尔|乌兰|乌日|娜日|托娅|花尔|满都拉|青格乐|宝力|苏木|达来|乌力吉|吉雅|图娅|格勒|苏和|白音|巴根|通拉嘎|高勒"
    "|才让|扎西|卓玛|次仁|多杰|央金|丹增|旺堆|顿珠|尼玛|拉姆|达瓦|格桑|平措|白玛|洛桑|索朗|仁青|罗布|曲珍|德吉|桑杰|加措|措毛|措姆|旺姆|旺杰|卓嘎|巴桑|边巴"
    "|米玛|普布|拉巴|次旦|强巴|土登|仁增|贡布|贡嘎|东珠|南杰|吉美|更登|益西|曲扎|阿依|古丽|木呷|阿呷|吉克|沙马|曲木|莫色|尔古|阿木|日古|伍呷|石布|子呷"
)
WITHOUT_SURNAME = re.compile(rf"(?:{_PARTS}){{2,4}}")
"""Names of Mongols, Tibetans and Yi, which have no surname and are written without a dot: 萨仁高娃."""
