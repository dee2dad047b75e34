"""What a court should lawfully award: the items of each sort of case, the years, the share of the liable side."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yingjiu.amounts.award import Dependant, Harmed, Kind, Statistics, lawful_award, years_of, years_supported

FIGURES = Statistics(income=Decimal(40000), spending=Decimal(24000), wage=Decimal(8000))
COSTS = {"医疗费": Decimal(30000), "误工费": Decimal(5000)}


def items(kind: Kind, **known: object) -> dict[str, Decimal | None]:
    """Items of an award by name."""
    return {i.name: i.amount for i in lawful_award(kind, Harmed(**known), FIGURES).items}  # type: ignore[arg-type]


def test_an_ordinary_crime_awards_no_disability_or_death_sum() -> None:
    assert items(Kind.CRIME, costs=COSTS, disability="六级", age=40) == COSTS
    assert items(Kind.CRIME, costs=COSTS, dead=True, age=40) == {**COSTS, "丧葬费": Decimal(48000)}


@pytest.mark.parametrize("kind", [Kind.DRIVING, Kind.TORT])
def test_driving_and_torts_award_the_full_list(kind: Kind) -> None:
    assert items(kind, costs=COSTS, disability="六级", age=40) == {**COSTS, "残疾赔偿金": Decimal(400000)}
    dead = items(kind, dead=True, age=66, dependants=(Dependant(8, 2),))
    assert dead == {"丧葬费": 48000, "死亡赔偿金": 40000 * 14, "被扶养人生活费": Decimal(24000) * 10 / 2}


def test_property_crimes_award_what_was_not_recovered() -> None:
    assert items(Kind.PROPERTY, loss=Decimal(20000), costs=COSTS) == {"未挽回的财产损失": Decimal(20000)}


def test_an_agreement_goes_before_the_list() -> None:
    assert items(Kind.SETTLED, settled=Decimal(90000), dead=True) == {"协议数额": Decimal(90000)}


YEARS = [(18, 20), (60, 20), (61, 19), (74, 6), (75, 5), (90, 5), (None, None)]


@pytest.mark.parametrize(("age", "years"), YEARS)
def test_years_counted(age: int | None, years: int | None) -> None:
    assert years_of(age) == years


@pytest.mark.parametrize(("age", "years"), [(0, 18), (17, 1), (18, 20), (65, 15), (80, 5)])
def test_years_of_support(age: int, years: int) -> None:
    assert years_supported(age) == years


def test_dependants_together_never_get_more_than_one_years_spending() -> None:
    family = (Dependant(10), Dependant(12), Dependant(70))
    amount = items(Kind.TORT, dead=True, age=40, dependants=family)["被扶养人生活费"]
    assert amount == Decimal(24000) * 10  # one of them at least for ten years: ten years of spending, not 8 + 6 + 10


def test_the_share_of_the_liable_side_and_open_items() -> None:
    harmed = Harmed(age=None, dead=True, costs=COSTS, share=Decimal("0.7"))
    award = lawful_award(Kind.DRIVING, harmed, Statistics(None, None, Decimal(8000)))
    assert award.total == (35000 + 48000) * Decimal("0.7")
    assert award.open == ("死亡赔偿金",)
