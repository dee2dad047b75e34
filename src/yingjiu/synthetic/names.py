"""Names that belong to nobody: people, places and organisations of an invented county (人名、地名、单位名).

Every bank is small and made up; the area codes 3299xx are assigned to no place (GB/T 2260 has none).
"""

from __future__ import annotations

import random

COUNTY = "栖泉县"
PROVINCE_MARK = "苏"
COURT_CODE = "9931"
LOCAL_AREA = "329931"
OFFICE_MARK = "栖检"
POLICE_MARK = "栖公"

TOWNSHIPS: tuple[str, ...] = ("云溪镇", "桑洲镇", "鹭鸣乡", "白石峪乡", "望江街道", "柘园镇")
VILLAGES: tuple[str, ...] = (
    *("莲塘村", "小埠村", "梅家坞村", "古渡村", "松岭村", "三汊村"),
    *("金鸡岩村", "长堰村", "石磨村", "竹坪村", "新安社区", "书院社区"),
)
OUTSIDE_PLACES: dict[str, str] = {
    "329941": "临嶂县",
    "329942": "定澜县",
    "329943": "北苇县",
    "329944": "鹤浦市",
    "329945": "青嵩县",
    "329946": "沐阳岭县",
    "329947": "南圃县",
    "329948": "大浔县",
    "329949": "宁汀县",
}

SURNAMES = (
    "沈陆姚戚骆柏邬祝瞿凌桂洪倪盛翁裴童柯路詹鲁樊葛苗臧米费雷贺汤罗毕郝安常乐于傅卞齐"
    "康伍余元顾孟黄穆萧尹王李张刘陈杨赵吴周徐孙马朱胡郭何高林"
)
COMPOUND: tuple[str, ...] = ("欧阳", "诸葛", "上官", "司徒", "皇甫", "令狐", "尉迟", "慕容")
MALE = "志远景明昌立恒守诚柏松运启茂怀仁友岳楚川承泽学文润生来福长庚金水铁柱大壮春雷永顺"
FEMALE = "若兰采薇秀琼蕙芷菱小满月红桃雨荷淑贞玉翠巧云凤芸香妹桂枝彩萍招娣银花腊梅婉如"
ETHNIC: dict[str, tuple[str, ...]] = {
    "男": ("艾尔肯·吐尔逊", "买买提·依明", "阿不都·热合曼", "扎西·多吉", "巴特尔·乌力吉", "库尔班·艾山"),
    "女": ("古丽娜尔·艾力", "阿依夏·买买提", "卓玛·央金", "帕提古丽·吾甫尔", "其其格·巴图", "米娜瓦尔·克里木"),
}
HANDLERS: tuple[str, ...] = ("林若谷", "韦守正", "阮清扬", "乔以宁", "简书言")

COMPANIES: tuple[str, ...] = (
    "栖泉县宏达建材有限公司",
    "栖泉农村商业银行股份有限公司",
    "云溪镇惠民果蔬专业合作社",
    "江岚商贸有限责任公司",
    "永宁财产保险股份有限公司栖泉支公司",
    "栖泉县鼎信小额贷款有限公司",
    "柘园镇三汊村村民委员会",
    "栖泉县第二实验小学",
    "鹭鸣茶业集团股份有限公司",
)
FINE_COLLECTORS: tuple[str, ...] = ("栖泉县人民法院", "国家金库栖泉县支库")


def draw_name(rng: random.Random, *, sex: str, surname: str = "") -> str:
    """An invented name; a given surname is kept (child of a family)."""
    if not surname and rng.random() < 0.006:
        return rng.choice(ETHNIC[sex])
    if not surname:
        surname = rng.choice(COMPOUND) if rng.random() < 0.02 else rng.choice(SURNAMES)
    bank = MALE if sex == "男" else FEMALE
    first = rng.choice(bank)
    if rng.random() < 0.14:
        return surname + first
    return surname + first + rng.choice(bank)


def surname_of(name: str) -> str:
    """The surname of an invented name ("" for a name with a middle dot)."""
    if "·" in name:
        return ""
    return name[:2] if name[:2] in COMPOUND else name[0]


def mask_name(name: str) -> str:
    """The form public judgments give: 张某某, 欧阳某.

    >>> mask_name("张守诚"), mask_name("欧阳若")
    ('张某某', '欧阳某')
    """
    family = surname_of(name) or name[0]
    return family + "某" * max(1, min(2, len(name) - len(family)))
