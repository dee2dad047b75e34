"""The experiment on an invented county: stated rates, the reach with the system, the same officers without it."""

from functools import cache

import pytest

from yingjiu.catalog.standard import Standard, load_standards
from yingjiu.synthetic.officers import Experiment, Rates, run_officers
from yingjiu.synthetic.pastcases import make_past_cases


@cache
def guanyun() -> Standard:
    return next(s for s in load_standards() if "灌云" in s.name)


@cache
def experiment(seed: int) -> Experiment:
    return run_officers(guanyun(), make_past_cases(guanyun(), number=2000, seed=seed), seed=seed)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_like_cases_get_like_amounts_with_the_system_and_not_without(seed: int) -> None:
    done = experiment(seed)
    print(f"seed {seed}: with {done.aided_spread}, without {done.unaided_spread}, outside {done.outside}")
    assert done.aided_spread.judged > 1000
    assert done.aided_spread.share is not None
    assert done.aided_spread.share >= 0.95
    assert done.unaided_spread.share is not None
    assert done.unaided_spread.share < 0.85


def test_officers_behave_by_the_rates_that_are_printed() -> None:
    done = experiment(1)
    count = len(done.aided)
    assert done.kept + done.moved + done.overruled == count == 2000
    assert abs(done.misread / count - done.rates.misread) < 0.02
    assert abs(done.moved / count - done.rates.moves) < 0.03
    assert abs(done.overruled / count - done.rates.overrules) < 0.02
    told = "".join(done.rates.words())
    assert all(f"{rate:.0%}" in told for rate in (0.05, 0.75, 0.20, 0.60))


def test_same_seed_same_county() -> None:
    again = make_past_cases(guanyun(), number=50, seed=7)
    assert again == make_past_cases(guanyun(), number=50, seed=7)
    assert again != make_past_cases(guanyun(), number=50, seed=8)
    assert all(c.amount > 0 for c in again)


def test_officers_who_never_err_are_always_alike_where_the_standard_is() -> None:
    perfect = Rates(misread=0, moves=0, overrules=0)
    done = run_officers(guanyun(), make_past_cases(guanyun(), number=300), rates=perfect)
    assert done.kept == 300
    assert {why for why, _ in done.outside} <= {"照建议额,而同类里标准还分几档"}


def test_without_the_system_the_cases_are_the_same() -> None:
    done = experiment(1)
    assert [c.number for c in done.aided] == [c.number for c in done.unaided]
    assert [c.told for c in done.aided] == [c.told for c in done.unaided]
