"""Same person: the golden rule in plain Python, and the SQL held to it."""

from __future__ import annotations

from dataclasses import dataclass

from case_makers import engine, number, person
from hypothesis import given, settings
from hypothesis import strategies as st

from yingjiu.catalog.kind import shipped_kinds
from yingjiu.matching.lineage import link_cases
from yingjiu.matching.persons import link_persons
from yingjiu.pool.draft import Draft, PersonGiven
from yingjiu.values.idcard import birth_of, read_id, sex_of

MAN, WOMAN = "男", "女"
ID = number("19900204", "123")


def link(*people: PersonGiven, cases: list[str | None] | None = None) -> list[tuple[int, str]]:
    """(person, rule) of each."""
    drafts = [
        Draft(
            "信访登记",
            "信访人",
            p,
            f"r{n}",
            {"原案案号": (case,)} if (case := (cases or [None] * len(people))[n]) else {},
        )
        for n, p in enumerate(people)
    ]
    con = engine(drafts)
    link_cases(con, shipped_kinds())
    link_persons(con)
    rows = con.execute(
        "SELECT p.person, p.rule FROM all_mentions m JOIN persons p USING (mention) ORDER BY m.rowid"
    ).fetchall()
    con.close()
    return [(p, r) for p, r in rows]


def groups(*people: PersonGiven, cases: list[str | None] | None = None) -> list[int]:
    """For each the place of the first of the same person."""
    keys = [p for p, _ in link(*people, cases=cases)]
    return [keys.index(k) for k in keys]


def born(birth: str = "1990-02-04", **more: object) -> PersonGiven:
    return person("张三", **{"birth": birth, "sex": MAN, **more})


def test_equal_numbers_however_typed() -> None:
    old = read_id(ID[:6] + ID[8:17]).value
    assert groups(person("张三", id_number=ID), person("张三", id_number=old), person("张山", id_number=ID)) == [
        0,
        0,
        0,
    ]
    assert groups(person("张三", id_number=ID), person("张三", id_number=number("19900204", "125"))) == [0, 1]


def test_no_number_in_one_source() -> None:
    known = person("张三", id_number=ID, township="石桥")
    assert groups(known, born()) == [0, 0]
    assert groups(known, born(township="石桥")) == [0, 0]
    assert groups(known, born(township="东集")) == [0, 1]  # both give it
    assert groups(person("张三", id_number=ID), born(township="东集")) == [0, 0]  # only one does
    assert groups(known, born(sex=WOMAN)) == [0, 1]
    assert groups(known, born("1990-02-05")) == [0, 1]
    assert groups(known, born("1990-02")) == [0, 0]  # to the month
    assert groups(known, born("1990")) == [0, 0]  # to the year
    assert link(known, born("1990-02"))[1][1] == "姓名性别出生年月"


def test_two_candidates_are_not_linked() -> None:
    twin = number("19900204", "125")
    found = link(person("张三", id_number=ID), person("张三", id_number=twin), born())
    assert len({p for p, _ in found}) == 3
    assert found[2][1] == "不止一人相符"
    assert groups(
        person("张三", id_number=ID, township="石桥"),
        person("张三", id_number=twin, township="东集"),
        born(township="东集"),
    ) == [0, 1, 1]


def test_two_sources_without_a_number() -> None:
    assert groups(born(), born()) == [0, 0]
    assert groups(born(township="石桥"), born(township="石桥"), born(township="东集")) == [0, 0, 2]
    assert groups(born(township="石桥"), born()) == [0, 0]
    assert groups(born(township="石桥"), born(township="东集"), born()) == [0, 1, 2]  # whose is the last?
    assert groups(born(), born("1990-02")) == [0, 0]  # one to the month
    assert groups(born("1990-02-04"), born("1990-02-05"), born("1990-02")) == [0, 1, 2]


def test_never_by_less() -> None:
    assert groups(person("张三"), person("张三")) == [0, 1]  # name alone
    assert groups(person("张三", birth="1990-02-04"), person("张三", id_number=ID)) == [0, 1]  # no sex
    assert groups(person("张三", sex=MAN), person("张三", id_number=ID)) == [0, 1]  # no birth
    masked = person("张某某", birth="1990-02-04", sex=MAN, masked=True)
    assert groups(masked, masked) == [0, 1]


def test_a_bare_name_only_inside_one_case() -> None:
    case = "（2021）苏9921刑初3号"
    known = person("张三", id_number=ID)
    assert groups(known, person("张三"), cases=[case, case]) == [0, 0]
    assert groups(known, person("张三"), cases=[case, "（2021）苏9921刑初4号"]) == [0, 1]
    assert groups(person("张三"), person("张三"), cases=[case, case]) == [0, 0]
    assert groups(known, person("张三", id_number=number("19900204", "125")), person("张三"), cases=[case] * 3) == [
        0,
        1,
        2,
    ]
    assert link(known, person("张三"), cases=[case, case])[1][1] == "同案同名"
    masked = person("张某", masked=True)
    assert groups(masked, masked, cases=[case, case]) == [0, 1]


@dataclass(frozen=True)
class Told:
    """What the plain reading knows of a mention."""

    name: str
    id_number: str | None
    sex: str | None
    birth: str | None
    town: str | None

    @staticmethod
    def of(p: PersonGiven) -> Told:
        day = birth_of(p.id_number) if p.id_number else None
        return Told(
            p.name,
            p.id_number,
            sex_of(p.id_number) if p.id_number else p.sex,
            day.isoformat() if day else p.birth,
            p.township,
        )


def plain_pairs(people: list[PersonGiven]) -> dict[int, set[str]]:
    """For each mention without a number: the numbers of the persons it can be by the golden rule."""
    told = [Told.of(p) for p in people]
    out = {}
    for n, one in enumerate(told):
        if one.id_number or not (one.sex and one.birth):
            continue
        fitting = set()
        for number_ in {t.id_number for t in told if t.id_number}:
            same = [t for t in told if t.id_number == number_]
            towns = {t.town for t in same if t.town}
            alike = any(
                t.name == one.name and t.sex == one.sex and str(t.birth).startswith(str(one.birth)) for t in same
            )
            if alike and (not one.town or not towns or one.town in towns):
                fitting.add(number_)
        out[n] = fitting
    return out


NUMBERS = [number(b, s) for b in ("19900204", "19900205") for s in ("123", "125", "122")]
PEOPLE = st.lists(
    st.one_of(
        st.builds(
            lambda n, i, t: PersonGiven(n, i, township=t),
            st.sampled_from(["张三", "李四"]),
            st.sampled_from(NUMBERS),
            st.sampled_from([None, "石桥", "东集"]),
        ),
        st.builds(
            lambda n, s, b, t: PersonGiven(n, None, b, s, t), st.sampled_from(["张三", "李四"]), st.sampled_from([MAN, WOMAN, None]),
            st.sampled_from(["1990-02-04", "1990-02-05", "1990-02", "1990", None]), st.sampled_from([None, "石桥", "东集"]),
        ),
    ), min_size=1, max_size=9,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PEOPLE)
def test_sql_equals_the_plain_reading(people: list[PersonGiven]) -> None:
    found = link(*people)
    key_of = {p.id_number: k for p, (k, _) in zip(people, found, strict=True) if p.id_number}
    assert len(set(key_of.values())) == len(key_of)  # one person a number
    fitting = plain_pairs(people)
    for n, (one, (key, rule)) in enumerate(zip(people, found, strict=True)):
        if one.id_number:
            continue
        linked = next((i for i, k in key_of.items() if k == key), None)
        if n not in fitting:
            assert (linked, rule) == (None, "只有姓名")
        elif linked is not None:
            assert linked in fitting[n]  # never to anybody else
        elif len(fitting[n]) == 1:
            # another mention without a number fits too, or has already told this person's township, a different one
            told = {p.township for m, p in enumerate(people) if m != n and fitting.get(m, set()) & fitting[n]}
            assert rule == "不止一人相符" or (one.township and told - {None, one.township}), rule
    bare = [k for p, (k, r) in zip(people, found, strict=True) if r == "只有姓名"]
    assert len(set(bare)) == len(bare)
