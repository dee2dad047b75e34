"""The pool on disk: whole loads or none, nothing readable in the open part, problems told in Chinese."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import duckdb
import pytest

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.pool.draft import Draft, PersonGiven
from yingjiu.pool.engine import open_engine
from yingjiu.pool.key import KeyProblem, PoolKey
from yingjiu.pool.rows import store_rows
from yingjiu.pool.store import Pool, PoolProblem, Snapshot
from yingjiu.values.idcard import check_character

KINDS = shipped_kinds()
KEY = PoolKey(b"t" * 32, b"s" * 32, "mark")
ID = "32992119900101123" + check_character("32992119900101123")
SECRETS = (
    "欧阳试验",
    ID,
    "石桥镇西村24组",
    "石桥",
    "13900000000",
    "特困名册",
    "借款给李四",
    "张三与李四",
    "1990-01-01",
)


def person(name: str = "欧阳试验") -> PersonGiven:
    return PersonGiven(name, ID, "1990-01-01", "男", "石桥", "石桥镇西村24组", "13900000000")


DRAFTS = [
    Draft("低保户", KINDS.kinds["低保户"].own_roles[0], person(), "特困名册.xlsx#1#2", remarks=("性别与证件号码不一致",)),
    Draft("信访登记", "信访人", person(), "特困名册.xlsx#2#2", {
        "原案案号": ("（2021）苏9921刑初3号", "张三与李四借款案"), "信访类型": ("涉法涉诉",), "信访事项": ("借款给李四",),
    }),
    Draft("刑事案件", "犯罪嫌疑人", person(), "特困名册.xlsx#3#2", {"罪名": ("盗窃", "欧阳试验盗窃石桥镇西村24组")}),
]  # fmt: skip


def load(pool: Pool, path: str, drafts: list[Draft] | None = None, content: str = "c1") -> Snapshot:
    snapshot = Snapshot(f"{pool.path_key(path)}{content}", pool.path_key(path), content, "table", 1, 1)
    pool.write_snapshot(
        snapshot, store_rows(DRAFTS if drafts is None else drafts, KINDS, KEY), [{"file": path, "rows": 3}]
    )
    return snapshot


def counts(pool: Pool) -> tuple[int, int]:
    con = open_engine(threads=1)
    pool.load(con)
    pool.load_people(con)
    row = con.execute("SELECT (SELECT COUNT(*) FROM all_mentions), (SELECT COUNT(*) FROM people)").fetchall()[0]
    con.close()
    return row[0], row[1]


@pytest.fixture
def pool(tmp_path: Path) -> Pool:
    made = Pool(tmp_path / "pool", KEY)
    made.commit([load(made, "特困名册.xlsx")], input_key="i")
    return made


def again(pool: Pool) -> Pool:
    return Pool(pool.folder, KEY)


def test_comes_back_whole(pool: Pool) -> None:
    other = again(pool)
    assert other.manifest == pool.manifest
    assert counts(other) == (3, 3)
    assert other.read_note(other.manifest.snapshots[0]) == [{"file": "特困名册.xlsx", "rows": 3}]
    con = open_engine(threads=1)
    other.load_people(con)
    assert con.execute("SELECT DISTINCT name, id_number, address FROM people").fetchall() == [
        ("欧阳试验", ID, "石桥镇西村24组")
    ]
    con.close()


def test_open_files_hold_nothing_of_a_person(pool: Pool) -> None:
    files = [p for p in pool.folder.rglob("*") if p.is_file()]
    assert {p.suffix for p in files} == {".parquet", ".people", ".note", ".json"}
    for path in files:
        raw = path.read_bytes() + str(path.relative_to(pool.folder)).encode()
        for secret in SECRETS:
            assert secret.encode() not in raw, (path.suffix, secret)
    con = open_engine(threads=1)
    for path in files:
        if path.suffix != ".parquet":
            continue
        for row in con.execute(f"SELECT * FROM read_parquet('{path}')").fetchall():  # as written, not compressed
            assert not [s for s in SECRETS for cell in row if s in str(cell)], path.name
    con.close()


def test_odd_numbers_still_tell_equal_from_unequal(pool: Pool) -> None:
    con = open_engine(threads=1)
    pool.load(con)
    rows = store_rows([*DRAFTS, DRAFTS[1]], KINDS, KEY).attributes["value"]
    veiled = [v for v in rows if str(v).startswith("密:")]
    assert len(veiled) == 2
    assert len(set(veiled)) == 1
    assert [v for v in rows if v == "（2021）苏9921刑初3号"] == ["（2021）苏9921刑初3号"] * 2
    con.close()


def test_the_same_delivery_changes_nothing(pool: Pool) -> None:
    before = pool.manifest
    pool.commit([load(pool, "特困名册.xlsx")], input_key="i")
    assert again(pool).manifest == before
    assert counts(again(pool)) == (3, 3)


def test_a_killed_load_leaves_the_last_pool(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = load(pool, "新名册.xlsx", DRAFTS[:1])  # killed between writing and the manifest
    assert counts(again(pool)) == (3, 3)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("yingjiu.pool.atomic.Path.replace", stop)  # killed while the manifest is written
        with pytest.raises(KeyboardInterrupt):
            pool.commit([*pool.manifest.snapshots, fresh], input_key="i")
    assert counts(again(pool)) == (3, 3)
    assert not list(pool.folder.glob(".*"))  # no half manifest is left
    pool.commit(pool.manifest.snapshots, input_key="i")
    assert not list((pool.folder / "snapshots").glob(f"{fresh.id}*"))  # what nobody names goes


def test_a_snapshot_half_written_is_no_snapshot(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("yingjiu.pool.store._parquet_bytes", stop)
        with pytest.raises(KeyboardInterrupt):
            load(pool, "新名册.xlsx")
    assert counts(again(pool)) == (3, 3)


def test_withdrawn_whole(pool: Pool) -> None:
    other = load(pool, "别的.xlsx", DRAFTS[:1])
    pool.commit([*pool.manifest.snapshots, other], input_key="i")
    assert counts(again(pool)) == (4, 4)
    assert pool.withdraw("特困名册.xlsx")
    assert not pool.withdraw("没有.xlsx")
    assert counts(again(pool)) == (1, 1)
    assert {p.name.split(".")[0] for p in (pool.folder / "snapshots").iterdir()} == {
        other.id
    }  # its files are gone at once


def test_another_key_is_refused(pool: Pool) -> None:
    with pytest.raises(KeyProblem, match="另一把密钥"):
        Pool(pool.folder, PoolKey(b"t" * 32, b"x" * 32, "other"))


def test_a_tampered_file_is_refused(pool: Pool) -> None:
    for suffix in ("people", "note"):
        path = next((pool.folder / "snapshots").glob(f"*.{suffix}"))
        raw = path.read_bytes()
        path.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    con = open_engine(threads=1)
    with pytest.raises(KeyProblem, match="已被改动"):
        pool.load_people(con)
    with pytest.raises(KeyProblem, match="已被改动"):
        pool.read_note(pool.manifest.snapshots[0])
    con.close()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": 1}', '{"format": "x", "snapshots": []}', '{"format": 1, "snapshots": [{"id": 1}]}',
     '{"format": 1, "snapshots": [], "input_key": "", "extra": {}}', '{"format": 1, "snapshots": [], "key_mark": "mark"}'],
)  # fmt: skip
def test_a_damaged_manifest_is_told(pool: Pool, text: str) -> None:
    (pool.folder / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(PoolProblem, match="清单损坏"):
        again(pool)


def test_a_manifest_that_is_no_text_is_told(pool: Pool) -> None:
    (pool.folder / "manifest.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PoolProblem, match="清单损坏"):
        again(pool)


def test_a_newer_pool_is_told(pool: Pool) -> None:
    path = pool.folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 99}))
    with pytest.raises(PoolProblem, match="升级"):
        again(pool)


@pytest.mark.parametrize("suffix", ["mentions.parquet", "attributes.parquet", "people", "note"])
def test_a_missing_file_is_told(pool: Pool, suffix: str) -> None:
    next((pool.folder / "snapshots").glob(f"*.{suffix}")).unlink()

    def open_all() -> None:
        counts(pool)
        pool.read_note(pool.manifest.snapshots[0])

    with pytest.raises(PoolProblem, match="缺失或损坏"):
        open_all()


def test_readers_while_one_writes(pool: Pool) -> None:
    problems: list[BaseException] = []
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                mentions, people = counts(again(pool))
                assert mentions == people
                seen.add(mentions)
            except (AssertionError, PoolProblem, KeyProblem, duckdb.Error, OSError) as problem:
                problems.append(problem)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for thread in readers:
        thread.start()
    for n in range(8):
        slow = again(pool)
        held = counts(slow)
        slow.commit([load(slow, "特困名册.xlsx", DRAFTS[: 1 + n % 3], content=f"c{n}")], input_key="i")
        assert held[0] in {1, 2, 3}
    done.set()
    for thread in readers:
        thread.join()
    # a reader slower than two loads is told so; nobody ever sees half a load
    assert all(isinstance(p, PoolProblem) for p in problems), problems
    assert seen <= {1, 2, 3}


def test_one_who_reads_keeps_what_it_opened(pool: Pool) -> None:
    reader = again(pool)
    pool.commit([load(pool, "特困名册.xlsx", DRAFTS[:1], content="c2")], input_key="i")
    assert counts(reader) == (3, 3)  # the old files stay for one load
    assert counts(again(pool)) == (1, 1)
