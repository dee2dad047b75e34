"""What the hurt side got and still lacks (赔偿与损失要素): payment, share paid, loss, enforcement, means of the offender."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from yingjiu.leads.matter import Matter, Telling, fact_words, held_words, place_of, record_words
from yingjiu.matching.folders import FiledPaper
from yingjiu.matching.people import Mention
from yingjiu.matching.weighing import is_claim
from yingjiu.reading.facts import Fact
from yingjiu.reading.payment_facts import CAME
from yingjiu.values.money import read_amount

PAYMENT: Final = ("未赔偿", "不明", "部分赔偿", "已赔偿")
CLOSED: Final = ("终结本次执行程序", "终结执行")
NO_CASE: Final = ("不予执行", "驳回申请", "销案")
_ORDERED: Final = "判决责令"
_AGREED: Final = "达成协议"
_CENT: Final = Decimal("0.01")
_KEPT: Final = frozenset(("放弃", "拒收"))


def read_recompense(matter: Matter) -> Iterator[Telling]:
    """Elements of payment, loss and enforcement, each at most once."""
    paid = _payment(matter)
    yield from paid
    state = str(paid[0].value) if paid and paid[0].value is not None else ""
    yield from _share(matter, state)
    loss = _loss(matter)
    back = list(_unrecovered(matter, state, loss))
    yield from loss
    yield from back
    yield from _beside_income(matter, loss, back)
    yield from _enforcement(matter)
    yield from _means(matter, state)
    yield from _waived(matter, state)
    yield from _owing(matter, state)
    yield from _fund(matter)


def _payment(matter: Matter) -> list[Telling]:
    """The state of payment over the person's records: the least that any of them tells."""
    told = [(v, m) for m in matter.sides for v in m.fields.get("目前赔偿", ()) if v in PAYMENT]
    sums = _collected(matter)
    if not told or all(v == "不明" for v, _ in told):
        found = _by_enforcement(matter, sums)
        if found or not told:
            return found
    value, mention = min(told, key=lambda t: PAYMENT.index(t[0]))
    if value == "未赔偿" and sums and sums[1] > 0:
        return [Telling("目前赔偿", "部分赔偿", f"执行到位 {sums[1]:f} 元", sums[2])]
    proof = next(iter(matter.facts.get("赔偿", ())), None)
    words = f"{record_words(mention, '目前赔偿')}" + (f";{held_words(proof)}" if proof else "")
    return [Telling("目前赔偿", None if value == "不明" else value, words, proof.place if proof else place_of(mention))]


def _by_enforcement(matter: Matter, sums: tuple[Decimal, Decimal, str] | None) -> list[Telling]:
    if any(m.fields.get("执行完毕") == ("是",) for m in _records(matter)):
        return [Telling("目前赔偿", "已赔偿", "法院执行完毕", place_of(_records(matter)[0]))]
    if sums is None:
        return []
    target, collected, place = sums
    value = "未赔偿" if collected == 0 else "已赔偿" if collected >= target else "部分赔偿"
    return [Telling("目前赔偿", value, f"执行标的 {target:f} 元,到位 {collected:f} 元", place)]


def _records(matter: Matter) -> list[Mention]:
    """Enforcement records in which the person applies."""
    return [m for m in matter.event if m.kind == "执行案件" and m.role == "申请执行人"]


def _collected(matter: Matter) -> tuple[Decimal, Decimal, str] | None:
    """What enforcement was to collect and did, of the record with both sums that collected most of it."""
    found = []
    for m in _records(matter):
        target, got = (_amount(m, "申请标的额"), _amount(m, "已执行金额"))
        if target and got is not None:
            found.append((target, got, place_of(m)))
    return max(found, key=lambda f: f[1] / f[0]) if found else None


def _amount(mention: Mention, name: str) -> Decimal | None:
    values = mention.fields.get(name, ())
    return read_amount(values[0]) if values else None


def _share(matter: Matter, state: str) -> Iterator[Telling]:
    """Paid over owed: nothing where nothing is paid, all where all is; else only where both sums are read."""
    if state == "未赔偿":
        yield Telling("已付比例", Decimal(0), "没有付过")
    elif state == "已赔偿":
        yield Telling("已付比例", Decimal(1), "已足额赔偿")
    elif state == "部分赔偿":
        paid, owed = _paid(matter), _owed(matter)
        sums = _collected(matter)
        if paid and owed:
            words = f"已付 {paid[0]:f} 元,应付 {owed[0]:f} 元:{fact_words(*paid[1])}"
            yield Telling("已付比例", _ratio(paid[0], owed[0]), words, paid[1][0].place)
        elif sums:
            yield Telling("已付比例", _ratio(sums[1], sums[0]), f"标的 {sums[0]:f} 元,到位 {sums[1]:f} 元", sums[2])
        else:
            yield Telling("已付比例", None, "付过一部分,数额没有写全")


def _ratio(part: Decimal, whole: Decimal) -> Decimal:
    return min(Decimal(1), part / whole).quantize(_CENT, ROUND_HALF_UP)


def _paid(matter: Matter) -> tuple[Decimal, tuple[FiledPaper, Fact]] | None:
    """What came in all, by the paper that tells most: each paper tells the whole anew."""
    sums: dict[str, tuple[Decimal, tuple[FiledPaper, Fact]]] = {}
    for one, fact in matter.told("赔偿"):
        if fact.value in CAME and fact.polarity != "0" and fact.amount and not is_claim(one.paper, "paid"):
            before = sums.get(one.place)
            sums[one.place] = (
                (before[0] if before else Decimal(0)) + fact.amount,
                before[1] if before else (one, fact),
            )
    return max(sums.values(), key=lambda s: s[0]) if sums else None


def _owed(matter: Matter) -> tuple[Decimal, tuple[FiledPaper, Fact]] | None:
    """What is owed: the newest order of a court, else the newest agreement with a sum."""
    for value in (_ORDERED, _AGREED):
        told = [(f.amount, (p, f)) for p, f in matter.told("赔偿") if f.value == value and f.amount]
        if told:
            newest = told[-1][1][0].place
            amount = max(a for a, (p, _) in told if p.place == newest)
            return amount, told[-1][1]
    return None


def _loss(matter: Matter) -> list[Telling]:
    told = [(a, m) for m in matter.sides if (a := _amount(m, "损失")) is not None]
    if told:
        amount, mention = max(told, key=lambda t: t[0])
        proof = next((h for h in matter.facts.get("损失", ()) if h.fact.amount == amount), None)
        return [
            Telling("损失", amount, held_words(proof) if proof else record_words(mention, "损失"), place_of(mention))
        ]
    sums = [(h.fact.amount, h) for h in matter.facts.get("损失", ()) if h.fact.amount is not None]
    if not sums:
        return []
    amount, held = max(sums, key=lambda t: t[0])
    return [Telling("损失", amount, held_words(held), held.place)]


def _unrecovered(matter: Matter, state: str, loss: list[Telling]) -> Iterator[Telling]:
    """The share of the loss that did not come back; None where some came and how much is not told."""
    if not loss or not isinstance(loss[0].value, Decimal) or loss[0].value <= 0:
        return
    amount = loss[0].value
    if state == "已赔偿":
        yield Telling("未挽回比例", Decimal(0), "已足额赔偿或者退还")
        return
    held = matter.facts.get("挽回", ())
    back = sum((h.fact.amount for h in held if h.fact.value == "部分" and h.fact.amount), Decimal(0))
    paid = _paid(matter) if state == "部分赔偿" else None
    back = max(back, paid[0] if paid else Decimal(0))
    words = held_words(held[0]) if held else ""
    place = held[0].place if held else loss[0].place
    if any(h.fact.value == "全部" for h in held):
        yield Telling("未挽回比例", Decimal(0), words, place)
    elif back:
        yield Telling("未挽回比例", Decimal(1) - _ratio(back, amount), f"损失 {amount:f} 元,退回 {back:f} 元", place)
    elif any(h.fact.polarity in "+±" for h in held) or state == "部分赔偿":
        yield Telling("未挽回比例", None, words or "退过一部分,数额没有写明", place)
    elif any(h.fact.polarity == "-" for h in held) or state == "未赔偿":
        yield Telling("未挽回比例", Decimal(1), words or "没有退赔过", place)


def _beside_income(matter: Matter, loss: list[Telling], back: Iterable[Telling]) -> Iterator[Telling]:
    """Years of income the missing part is, where the office gives a yearly income to work with."""
    income = matter.around.income
    shares = [t.value for t in back if isinstance(t.value, Decimal)]
    if income and loss and isinstance(loss[0].value, Decimal) and shares:
        missing = loss[0].value * shares[0]
        years = (missing / income).quantize(_CENT, ROUND_HALF_UP)
        yield Telling("损失比年收入", years, f"没有追回 {missing:f} 元,家庭年收入参考 {income:f} 元")


def _enforcement(matter: Matter) -> Iterator[Telling]:
    records = _records(matter)
    if not records:
        if "执行案件" not in matter.around.kinds:
            yield Telling("执行", None, "法院没有交来执行案件,不能当作没有")
        return
    done = [m for m in records if m.fields.get("执行完毕") == ("是",)]
    closed = [m for m in records if set(m.fields.get("结案方式", ())) & set(CLOSED)]
    other = [m for m in records if set(m.fields.get("结案方式", ())) & set(NO_CASE)]
    running = [m for m in records if m not in closed and m not in other]
    for value, chosen in (("执行完毕", done), ("终结未到位", closed), ("未执结", running)):
        if chosen:
            yield Telling("执行", value, record_words(chosen[0], "结案方式"), place_of(chosen[0]))
            return


def _means(matter: Matter, state: str) -> Iterator[Telling]:
    """The offender cannot pay: said of them in a paper, or found by enforcement."""
    if state == "已赔偿":
        return
    unable = [(p, f) for p, f in matter.told("赔偿") if f.value == "无能力"]
    closed = [m for m in _records(matter) if set(m.fields.get("结案方式", ())) & set(CLOSED)]
    if unable:
        yield Telling("加害人无力赔偿", "是", fact_words(*unable[-1]), unable[-1][0].place)
    elif closed:
        yield Telling("加害人无力赔偿", "是", record_words(closed[0], "结案方式"), place_of(closed[0]))


def _waived(matter: Matter, state: str) -> Iterator[Telling]:
    """Gave up the claim or refused money; forgiveness alone is no waiver."""
    waived = [(p, f) for p, f in matter.told("赔偿") if f.value in _KEPT and f.person is not None]
    if waived and state != "已赔偿":
        yield Telling("放弃赔偿", "是", fact_words(*waived[-1]), waived[-1][0].place)


def _owing(matter: Matter, state: str) -> Iterator[Telling]:
    """Wages or maintenance still owed."""
    takings = matter.around.takings
    said = [*takings.names("拖欠罪名", matter.charges), *takings.hold("拖欠案由", matter.said("案由"))]
    facts = [h for h in matter.held("抚养赡养") if "欠付" in h.fact.value]
    if not said and not facts:
        return
    words = held_words(facts[0]) if facts else f"{said[0]},没有记录写明已付清"
    yield Telling("拖欠", "否" if state == "已赔偿" else "是", words, facts[0].place if facts else "")


def _fund(matter: Matter) -> Iterator[Telling]:
    paid = [(p, f) for p, f in matter.told("赔偿") if f.payer == "救助基金" and f.polarity in "+±"]
    if paid:
        yield Telling("事故救助基金", "已垫付", fact_words(*paid[-1]), paid[-1][0].place)
