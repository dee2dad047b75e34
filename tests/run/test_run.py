"""The main job: what is unchanged is not done again, what is new is added, what is withdrawn leaves, another input is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from yingjiu.run import OtherInput, run

ON = date(2024, 12, 1)


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YINGJIU_KEY", str(tmp_path / "keys" / "pool.key"))
    source = tmp_path / "input"
    (source / "案卷" / "某检刑诉受〔2024〕5号").mkdir(parents=True)
    table(
        source / "低保.xlsx",
        ["姓名", "身份证号", "户主姓名", "与户主关系", "保障类别", "状态"],
        [
            ["王甲", ID_A, "王甲", "户主", "农村低保", "在保"],
            ["李乙", ID_B, "李乙", "户主", "农村低保", "停保"],
        ],
    )
    paper(
        source,
        "起诉书.txt",
        "某县人民检察院\n起诉书\n某检刑诉〔2024〕9号\n"
        "被告人赵丙，男，1990年1月1日出生，住某县某镇。\n"
        f"被害人王甲，男，1980年1月1日出生，公民身份号码{ID_A}，住某县某镇某村。\n"
        f"被害人李乙，男，1981年2月2日出生，公民身份号码{ID_B}，住某县某镇某村。\n"
        "经依法审查查明：2024年3月1日，被告人赵丙将被害人王甲、李乙打伤。经鉴定，被害人王甲的损伤程度为重伤二级，"
        "被害人李乙的损伤程度为轻伤一级。案发后，被告人赵丙未赔偿被害人王甲、李乙的经济损失。\n"
        "本院认为，被告人赵丙的行为触犯刑法，应当以故意伤害罪追究其刑事责任。\n2024年6月1日\n",
    )
    return source


def table(path: Path, header: list[str], rows: list[list[str]]) -> None:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("名册")
    for n, row in enumerate([header, *rows]):
        for m, value in enumerate(row):
            sheet.write_string(n, m, value)
    book.close()


def paper(source: Path, name: str, text: str) -> None:
    (source / "案卷" / "某检刑诉受〔2024〕5号" / name).write_text(text, encoding="utf-8")


def number(body: str) -> str:
    from yingjiu.values.idcard import check_character

    return body + check_character(body)


ID_A, ID_B = number("32999919800101001"), number("32999919810202001")


def leads(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "leads.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_person_on_the_register_is_found_and_who_left_it_is_not(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(county, out, on=ON)
    assert [(lead["name"], lead["status"]) for lead in leads(out)] == [("王甲", "open")]
    assert "yueqing-1" in leads(out)[0]["models"]
    assert "某检刑诉受〔2024〕5号" in leads(out)[0]["case_numbers"]


def test_unchanged_is_not_done_again(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(county, out, on=ON) is not None
    before = {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file()}
    assert run(county, out, on=ON) is None
    assert before == {p: p.stat().st_mtime_ns for p in out.rglob("*") if p.is_file()}


def test_a_touched_file_is_the_same_delivery(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(county, out, on=ON)
    snapshots = {p.name for p in (out / "pool" / "snapshots").iterdir()}
    (county / "低保.xlsx").touch()
    run(county, out, on=ON)
    assert snapshots == {p.name for p in (out / "pool" / "snapshots").iterdir()}


def test_a_later_receipt_closes_nothing_but_the_paid(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(county, out, on=ON)
    paper(
        county,
        "收条.txt",
        "收条\n今收到赵丙家属交来赔偿款人民币80000元整，被害人王甲的全部损失已赔偿完毕。\n收款人：王甲\n2024年7月1日\n",
    )
    run(county, out, on=ON)
    assert not [lead for lead in leads(out) if lead["status"] == "open" and "yueqing-1" in lead["models"]]


def test_a_file_taken_away_is_withdrawn(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(county, out, on=ON)
    (county / "低保.xlsx").unlink()
    run(county, out, on=ON)
    assert leads(out) == []


def test_another_input_is_refused(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(county, out, on=ON)
    other = tmp_path / "another"
    other.mkdir()
    with pytest.raises(OtherInput, match="另一个文件夹"):
        run(other, out, on=ON)


def test_no_name_or_number_in_the_open_files_of_the_pool(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(county, out, on=ON)
    for path in (out / "pool").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert "王甲".encode() not in content, path.name
            assert ID_A.encode() not in content, path.name


def test_unreadable_files_are_told_and_the_rest_goes_on(county: Path, tmp_path: Path) -> None:
    (county / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    (county / "空.xlsx").write_bytes(b"")
    (county / "怪.xyz").write_bytes(b"\x00\x01")
    out = tmp_path / "out"
    run(county, out, on=ON)
    told = {t["file"]: t for t in json.loads((out / "intake.json").read_text(encoding="utf-8"))}
    for name in ("坏.docx", "空.xlsx", "怪.xyz"):
        assert told[name]["source"] is None
        assert told[name]["remarks"], name
    assert leads(out)


def test_a_paper_that_names_nobody_changes_only_the_list_of_papers(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(county, out, on=ON)
    before = (out / "leads.xlsx").stat().st_mtime_ns
    paper(county, "情况说明.txt", "情况说明\n没有新的情况。\n2024年8月1日\n")
    assert run(county, out, on=ON) is None
    assert (out / "leads.xlsx").stat().st_mtime_ns == before
    assert "情况说明.txt" in (out / "documents.jsonl").read_text(encoding="utf-8")
    assert run(county, out, on=ON) is None
    (county / "坏.docx").write_bytes(b"PK\x03\x04")
    assert run(county, out, on=ON) is not None, "a file that cannot be read stands in the sheets too"
