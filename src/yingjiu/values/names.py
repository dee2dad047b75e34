"""Names of people and organisations: tidy form, masked names (张某某), organisations told from people."""

from __future__ import annotations

import re
from typing import Final

_SPACES: Final = re.compile(r"[\s\u3000\u200b\ufeff]+")
_DOTS: Final = re.compile(r"[•・‧∙⋅.．]")
# 张某某, 李×, 王*, 陈1, 小明(化名); a real name may end in 甲 or 丁, so that alone masks nothing.
_MASK: Final = re.compile(r"某|化名|(?<=[\u4e00-\u9fff])(?:[×*＊XxＸｘⅩ○〇□△●]|[\d１-９]$)")
_SUFFIX: Final = r"厂|店|局|社|院|所|站|队|部|组|会|行|馆|园|吧|场|机关|个体户"
_ORGANISATION: Final = re.compile(
    r"公司|法院|检察院|公安|银行|信用社|合作社|委员会|村委|居委|医院|学校|大学|中学|小学|幼儿园|保险|集团|政府|"
    r"支行|分行|事务所|协会|联社|农场|酒店|宾馆|商行|超市|经营部|工作室|基金会|研究院|研究所|管理处|办事处|服务部|门市部|"
    r"物业|企业|工程队|项目部|加油站|财政|税务|卫生院|养老院|敬老院|福利院|供销社|派出所|合伙|"
    rf"(?<=..)(?:物流|公寓|中心|合伙|大队|支队|饭店|建筑队|小组)$|(?<=...)(?:{_SUFFIX})$|^.(?:厂|店|局)$|^..(?:厂|店|局)$|(?:中心|单位)$"
)
# Three characters that begin like a surname and yet are an office.
_SHORT_OFFICES: Final = re.compile(
    r"^(?:林业|卫生|水利|农业|房管|司法|国税|卫健|应急|商务|统计|审计|文化|盐业|石油|石化|华侨|宗教|安监|经信|路政|运管|通信|金融)"
    r"[局委站所厂店]$|^(?:居委会|农机站|卫生院|卫生所|柴油机厂)$"
)
_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温"
    "芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位"
    "覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀"
    "谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保"
)
_NAME: Final = re.compile(
    r"^[\u3400-\u9fff\U00020000-\U0002ffff]{2,4}$|^[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,10})+$|^[\u3400-\u9fff]{1,3}某{1,2}[\u3400-\u9fff\d]?$"
)
_TWO_CHARACTERS: Final = (
    "欧阳诸葛司马上官司徒东方夏侯皇甫尉迟公孙慕容令狐长孙宇文端木独孤南宫西门轩辕淳于"
    "单于太史申屠公羊赫连澹台宗政濮阳公冶太叔仲孙钟离闾丘百里东郭呼延左丘第五拓跋"
)
COMPOUND_SURNAMES: Final = frozenset(_TWO_CHARACTERS[n : n + 2] for n in range(0, len(_TWO_CHARACTERS), 2))


def tidy_name(given: object) -> str:
    """A name as it is compared: no spaces, one kind of middle dot, no trailing marks.

    >>> tidy_name(" 张 三;"), tidy_name("阿卜杜拉•买买提")
    ('张三', '阿卜杜拉·买买提')
    """
    text = _DOTS.sub("·", _SPACES.sub("", str(given or "")))
    return text.strip("·、,，;；:：()（）'\"‘’“”")


def is_organisation(name: str) -> bool:
    """Whether a name is an organisation's: such a party is read and counted but is no person and never a lead.

    A name of two or three characters that begins with a usual surname is a person (李大学, 陈局), unless it is an office.

    >>> is_organisation("青禾县供销社"), is_organisation("教育局"), is_organisation("李大学")
    (True, True, False)
    """
    if "·" in name:
        return len(name) > 30
    if len(name) <= 3 and name[:1] in _SURNAMES:
        return bool(_SHORT_OFFICES.match(name))
    if len(name) == 4 and name[:2] in COMPOUND_SURNAMES:
        return bool(re.search(r"公司|集团|银行|医院|学校|法院", name))
    return bool(_ORGANISATION.search(name)) or len(name) > 15


def is_masked(name: str) -> bool:
    """Whether a name was masked by a court (张某某, 李×, 王*): it never links people by itself.

    >>> is_masked("刘某甲"), is_masked("李甲")
    (True, False)
    """
    return bool(_MASK.search(name))


def looks_like_name(text: str) -> bool:
    """Whether a text can be a person's name as written in Chinese papers (two to four characters, or with a dot)."""
    return bool(_NAME.match(text))


def begins_with_surname(text: str) -> bool:
    """Whether a text begins with a usual surname (张三涉嫌盗窃案, not 故意伤害案)."""
    return text[:1] in _SURNAMES or text[:2] in COMPOUND_SURNAMES
