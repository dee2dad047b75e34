"""``yingjiu amount``: by stated facts, by a lead, the benchmark, the office's figures; wrong input is told in Chinese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tiny_county import HURT, Tiny
from yingjiu.amounts.record import from_dict, replay
from yingjiu.cli.app import app

FACTS = (
    "伤情=重伤二级", "困难程度=较重困难", "残疾=一二级", "被害人责任=无责任", "损失=0", "未成年=否", "案件来路=刑事犯罪",
    "目前赔偿=未赔偿", "加害人无力赔偿=是",
)  # fmt: skip


def amount(*words: str) -> Result:
    return CliRunner().invoke(app, ["amount", *words])


def stated(*words: str, facts: tuple[str, ...] = FACTS) -> Result:
    told = [part for fact in facts for part in ("--element", fact)]
    return amount("--wage", "8000", "--on", "2023-07-01", *told, *words)


def flat(result: Result) -> str:
    return "".join(result.stdout.split())


def test_stated_facts_give_the_sum_the_articles_and_the_paragraph() -> None:
    shown = stated()
    assert shown.exit_code == 0, shown.output
    text = flat(shown)
    assert "至少10,000元建议12,500元至多15,000元" in text
    assert "人民币壹万贰仟伍佰元整" in text
    assert "✓第七条第一项" in text
    assert "建议给予司法救助金12500元（人民币壹万贰仟伍佰元整）" in text
    assert "示例值" in text


def test_unknown_facts_give_a_range_and_what_to_check() -> None:
    shown = stated(facts=("困难程度=较重困难", "伤情=不明", "损失=0", "被害人责任=无责任"))
    assert shown.exit_code == 0, shown.output
    assert "查明后再定" in shown.stdout
    assert "伤情鉴定是什么结论" in shown.stdout
    assert "--element 伤情=…" in shown.stdout


def test_the_officer_chooses_and_sets_with_a_reason() -> None:
    shown = stated("--choose", "生活困难系数=特别困难", "--point", "追加倍数=6", "--reason", "追加倍数=两项身份")
    assert shown.exit_code == 0, shown.output
    text = flat(shown)
    assert "检察官改定" in text
    assert "理由：两项身份" in text
    assert "500×（10+12）=11000元" in text


def test_claimants_received_and_earlier_relief() -> None:
    shown = stated("--claimants", "2", "--split", "2，1", "--received", "5千", "--owed", "6万")
    assert "第1名8333.34元、第2名4166.66元" in flat(shown)
    barred = stated("--relieved", "某县人民法院@2023-01-05=8000")
    assert barred.exit_code == 0
    assert "建议不再给予司法救助金" in flat(barred)


def test_going_over_thirty_six_months() -> None:
    words = ("--standard", "突破", "--choose", "月数=两名以上家庭成员死亡、重伤", "--breakthrough", "生活特别困难")
    without = stated(*words, "--award", "400000", "--award-basis", "一审判决书")
    assert "先报上级批准" in flat(without)
    assert "建议288,000元" in flat(without)
    computed = stated(
        *words, "--approved-by", "某市人民检察院", "--award-kind", "驾驶机动车致人伤亡", "--award-item", "医疗费=40万"
    )
    assert "建议336,000元" in flat(computed)


WRONG = [
    (("--element", "伤势=重"), "没有要素“伤势”", "an element"),
    (("--element", "伤情=很重"), "没有取值“很重”", "a value"),
    (("--element", "伤情"), "名称=值", "no sign"),
    (("--element", "损失=1.2.3"), "一个数", "a number"),
    (("--choose", "案件类型系数=轻微"), "没有“轻微”这一档", "an option"),
    (("--choose", "案件系数=死亡"), "标准里没有“案件系数”", "a factor"),
    (("--point", "追加倍数=很多"), "应写一个数", "a point"),
    (("--point", "追加倍数=99"), "要写明理由", "outside the band without a reason"),
    (("--reason", "天气=好"), "不是这个标准里的", "a reason for nothing"),
    (("--received", "很多"), "不是数额", "a sum"),
    (("--claimants", "2", "--split", "1,2,3"), "2 个份额", "shares"),
    (("--standard", "无此"), "没有这个标准", "a standard"),
    (("--award-kind", "别的"), "--award-kind", "a sort of case"),
    (("--on", "去年"), "看不懂", "a day"),
]


@pytest.mark.parametrize(("words", "said", "why"), WRONG, ids=[w[2] for w in WRONG])
def test_wrong_words_are_told(words: tuple[str, ...], said: str, why: str) -> None:
    shown = stated(*words)
    assert shown.exit_code == 2, why
    assert said in shown.output


def test_without_a_wage_the_line_to_fill_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))
    folder = tmp_path / "我院"
    assert (
        CliRunner().invoke(app, ["init", str(folder), "--name", "某院", "--benchmark", "520", "--yes"]).exit_code == 0
    )
    shown = amount("--office", str(folder), "--on", "2099-01-01", "--element", "伤情=死亡")
    assert shown.exit_code == 2
    assert "上年度月平均工资.yml 第" in shown.output
    early = amount("--office", str(folder), "--on", "2000-01-01", "--element", "伤情=死亡")
    assert early.exit_code == 2
    assert "救助基准金额.yml 第" in early.output


def test_an_offices_only_standard_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "key"))
    folder = tmp_path / "我院"
    words = ["init", str(folder), "--name", "某院", "--wage", "8000", "--standard", "限额酌定", "--yes"]
    assert CliRunner().invoke(app, words).exit_code == 0
    shown = amount("--office", str(folder), "--on", "2099-01-01", "--point", "酌定金额=2万")
    assert shown.exit_code == 0, shown.output
    assert "建议 20,000元" in shown.stdout
    assert "还要写明理由" in shown.stdout
    checked = CliRunner().invoke(app, ["check", str(folder)])
    assert checked.exit_code == 0, checked.output


def test_a_saved_amount_is_replayed(tmp_path: Path) -> None:
    path = tmp_path / "留存.json"
    assert stated("--save", str(path)).exit_code == 0
    record = from_dict(json.loads(path.read_text(encoding="utf-8")))
    assert replay(record)[1].total.suggested == record.total[1] == 12500


def test_a_lead_brings_its_facts(tiny: Tiny) -> None:
    shown = amount(HURT, "--out", str(tiny.out), "--on", "2023-06-01", "--wage", "8000")
    assert shown.exit_code == 0, shown.output
    text = flat(shown)
    assert "伤情重伤二级" in text
    assert "孙小荷" not in text
    assert HURT not in text
    assert "逐行计算" in text


def test_a_person_without_out_is_refused() -> None:
    shown = amount("张三")
    assert shown.exit_code == 2
    assert "--out" in shown.output


def test_somebody_who_is_no_lead_is_told(tiny: Tiny) -> None:
    from tiny_county import GONE

    shown = amount(GONE, "--out", str(tiny.out), "--on", "2023-06-01", "--wage", "8000")
    assert shown.exit_code == 1
    assert "不是任何模型的线索" in shown.output


def test_the_benchmark_of_a_county_without_grants_is_told(tiny: Tiny) -> None:
    shown = amount("--benchmark", str(tiny.out), "--on", "2023-06-01")
    assert shown.exit_code == 0, shown.output
    assert "没有发放记录" in shown.stdout
