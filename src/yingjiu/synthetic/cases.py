"""From a draft to a criminal case: which papers its folder holds, and how it stands in the end (刑事案件的卷宗)."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from yingjiu.synthetic import notes
from yingjiu.synthetic.court import write_criminal_judgment
from yingjiu.synthetic.draft import Draft, Harmed
from yingjiu.synthetic.filing import write_filing
from yingjiu.synthetic.world import CriminalCase, Form, Paper, State, Victim

_PLANS: tuple[tuple[str, ...], ...] = (
    ("提请批准逮捕书",),
    ("提请批准逮捕书", "审查逮捕意见书"),
    ("起诉意见书",),
    ("起诉书",),
    ("起诉意见书", "起诉书"),
    ("提请批准逮捕书", "起诉意见书"),
    ("提请批准逮捕书", "起诉书"),
    ("提请批准逮捕书", "审查逮捕意见书", "起诉意见书", "起诉书"),
    ("审查逮捕意见书", "起诉书"),
)
_DELAY = {"提请批准逮捕书": 20, "审查逮捕意见书": 26, "起诉意见书": 75, "起诉书": 112}
_FORMS: tuple[Form, ...] = ("docx", "docx", "docx", "txt", "gb", "html", "pdf")
_STYLES = ("number", "name", "handler", "mixed")


@dataclass(slots=True)
class Folder:
    """The papers of one case while they are being written."""

    draft: Draft
    path: str
    papers: list[Paper] = field(default_factory=list)
    said: dict[str, list[State]] = field(default_factory=dict)

    def add(self, rng: random.Random, name: str, kind: str, written: notes.Written, *, on: date | None) -> None:
        """Keep one paper under its file name, in a form by chance."""
        lines, truth = written
        form = rng.choice(_FORMS)
        self.papers.append(Paper(f"{self.path}/{name}", kind, form, lines, truth, on))

    def hear(self, victim: str, state: State) -> None:
        """Remember what a paper said of a victim, in the order of the papers' dates."""
        self.said.setdefault(victim, []).append(state)

    def final(self, victim: str) -> State:
        """The newest word that is not silence."""
        return next((s for s in reversed(self.said.get(victim, [])) if s != "unknown"), "unknown")


def title_of(draft: Draft) -> str:
    """The case's name in the ledger."""
    many = {1: "", 2: "等二人", 3: "等三人"}[len(draft.suspects)]
    return f"{draft.suspects[0].name}{many}涉嫌{draft.charge}案"


def _folder_name(rng: random.Random, draft: Draft) -> str:
    root = "04 案卷材料（刑检）"
    style = _STYLES[draft.key % 4]
    title = title_of(draft).replace("涉嫌", "")
    square = draft.accept_no.replace("〔", "[").replace("〕", "]")
    if style == "number":
        return f"{root}/{draft.accept_no}"
    if style == "name":
        return f"{root}/{draft.year}年/{title}"
    if style == "handler":
        return f"{root}/承办人-{draft.handler}/{draft.year}/{title}"
    return f"{root}/{draft.year}年/{title}（{square}）"


def _file_name(rng: random.Random, kind: str, turn: int, extra: str = "") -> str:
    shown = {"讯问笔录": "讯问笔录", "其他": rng.choice(("程序材料", "附件", "证据材料"))}.get(kind, kind)
    tail = f"-{extra}" if extra else ""
    return rng.choice((f"{turn:02d}_{shown}{tail}", f"{shown}{tail}", f"{shown}（{turn}）{tail}"))


def _write_filings(rng: random.Random, folder: Folder, plan: tuple[str, ...]) -> date:
    draft = folder.draft
    full_at = rng.randrange(len(plan))
    on = draft.happened_on
    for turn, kind in enumerate(plan):
        on = draft.happened_on + timedelta(days=_DELAY[kind] + rng.randint(0, 4))
        full = turn == full_at or rng.random() < 0.6
        lines, truth, states = write_filing(rng, draft, kind=kind, on=on, full=full, dated=rng.random() < 0.93)
        folder.add(rng, _file_name(rng, kind, turn + 1), kind, (lines, truth), on=on)
        for name, state in states.items():
            folder.hear(name, state)
    return on


def _write_note(rng: random.Random, folder: Folder, victim: Harmed, *, on: date) -> None:
    """The note that ends a victim's arc: a receipt, a letter, a settlement or a petition."""
    draft, note = folder.draft, victim.arc.note
    if not note or isinstance(victim.person, str) or (victim.is_dead and not victim.relatives):
        return
    state: State
    if note in ("receipt", "rest", "part_receipt"):
        dated = on if rng.random() < 0.8 else None
        written = notes.write_receipt(rng, draft, victim, note=note, on=dated)
        kind, state = "收条", "partial" if note == "part_receipt" else "paid"
    elif note in ("letter", "bare_letter"):
        written = notes.write_forgiveness(rng, draft, victim, paid=note == "letter", on=on)
        kind, state = "谅解书", "paid" if note == "letter" else "unknown"
    elif note in ("settled", "open_settlement"):
        written = notes.write_settlement(rng, draft, victim, done=note == "settled", on=on)
        kind, state = str(written[1]["type"]), "paid" if note == "settled" else "unknown"
    else:
        written = notes.write_petition(rng, draft, victim, on=on)
        kind, state = "信访件", "none"
    folder.add(rng, _file_name(rng, kind, 9, victim.name), kind, written, on=on)
    folder.hear(victim.name, state)


def _write_extras(rng: random.Random, folder: Folder) -> None:
    """Transcripts, opinions, accident papers and papers of no use, dated before the first filing."""
    draft = folder.draft
    early = draft.happened_on + timedelta(days=rng.randint(2, 9))
    people = [v for v in draft.victims if not isinstance(v.person, str)]
    if draft.charge == "交通肇事" and rng.random() < 0.5:
        folder.add(
            rng,
            _file_name(rng, "道路交通事故认定书", 5),
            "道路交通事故认定书",
            notes.write_accident(rng, draft, on=early),
            on=early,
        )
    for victim in people:
        hurt = victim.injury is not None and not victim.is_dead
        if hurt and rng.random() < 0.35:
            folder.add(
                rng,
                _file_name(rng, "鉴定意见", 6, victim.name),
                "鉴定意见",
                notes.write_appraisal(rng, draft, victim, on=early),
                on=early,
            )
        if rng.random() < 0.3 and (victim.relatives or not victim.is_dead):
            state = _early_state(victim)
            written = notes.write_questioning(rng, draft, victim, state=state, on=early)
            asked = victim.relatives[0].person.name if victim.relatives else victim.name
            folder.add(rng, _file_name(rng, "询问笔录", 3, asked), "询问笔录", written, on=early)
            folder.hear(victim.name, state)
    if rng.random() < 0.25:
        written = notes.write_interrogation(rng, draft, draft.suspects[0], on=early)
        folder.add(rng, _file_name(rng, "讯问笔录", 2), "讯问笔录", written, on=early)
    if rng.random() < 0.3 or _STYLES[draft.key % 4] in ("name", "handler"):
        folder.add(rng, _file_name(rng, "其他", 1), "其他", notes.write_other(rng, draft, on=early), on=early)


def _early_state(victim: Harmed) -> State:
    """What the victim can say in the first days: unpaid, in part, or nothing."""
    first = victim.arc.early[0]
    if first in ("part", "advance"):
        return "partial"
    return "none" if first in ("refused", "squandered", "promise") else "unknown"


def _ending(rng: random.Random, folder: Folder, *, on: date) -> bool:
    """Close the folder without a trial now and then; says whether a judgment may follow."""
    draft = folder.draft
    people = [v for v in draft.victims if not isinstance(v.person, str)]
    all_paid = (
        bool(people) and all(folder.final(v.name) == "paid" for v in people) and len(people) == len(draft.victims)
    )
    if all_paid and not any(v.is_dead for v in people) and rng.random() < 0.5:
        folder.add(
            rng, _file_name(rng, "不起诉决定书", 8), "不起诉决定书", notes.write_no_prosecution(draft, on=on), on=on
        )
        return False
    if rng.random() < 0.03:
        folder.add(rng, _file_name(rng, "撤回起诉决定书", 8), "撤诉决定书", notes.write_withdrawal(draft, on=on), on=on)
        return False
    return True


def write_case(rng: random.Random, draft: Draft, *, tried: bool) -> CriminalCase:
    """The whole case: folder, judgment and how each victim stands."""
    folder = Folder(draft, _folder_name(rng, draft))
    _write_extras(rng, folder)
    plan = rng.choice(_PLANS)
    last = _write_filings(rng, folder, plan)
    for victim in draft.victims:
        _write_note(rng, folder, victim, on=last + timedelta(days=rng.randint(6, 20)))
    tried = _ending(rng, folder, on=last + timedelta(days=25)) and tried
    states = {v.name: _court_state(folder, v) for v in draft.victims}
    masked = tried and "起诉书" in plan and draft.key % 9 == 0 and set(states.values()) == {"none"}
    linked = masked or draft.key % 5 != 2
    papers = list(folder.papers)
    if tried:
        on = last + timedelta(days=rng.randint(70, 130))
        written = write_criminal_judgment(rng, draft, states=states, on=on, linked=linked, masked=masked)
        form: Form = rng.choice(("docx", "txt", "html", "gb"))
        home = folder.path if "paid" not in states.values() and rng.random() < 0.2 else "05 法院文书/刑事"
        name = f"{draft.judgment_no}{rng.choice(('刑事判决书', '', '一审刑事判决书'))}"
        papers.append(Paper(f"{home}/{name}", "刑事判决书", form, *written, on))
    victims = tuple(
        Victim(
            v.person,
            v.injury if v.injury != "轻微伤" else None,
            v.loss,
            v.relatives,
            folder.final(v.name),
            states[v.name] if tried else None,
        )
        for v in draft.victims
    )
    return CriminalCase(
        key=draft.key,
        charge=draft.charge,
        accept_no=draft.accept_no,
        arrest_no=draft.arrest_no if set(plan) & {"提请批准逮捕书", "审查逮捕意见书"} else "",
        opinion_no=draft.opinion_no if "起诉意见书" in plan else "",
        indictment_no=draft.indictment_no if "起诉书" in plan or (tried and linked) else "",
        judgment_no=draft.judgment_no if tried else "",
        accepted_on=last + timedelta(days=2),
        handler=draft.handler,
        title=title_of(draft),
        suspects=draft.suspects,
        victims=victims,
        papers=tuple(papers),
        masked=masked,
    )


def _court_state(folder: Folder, victim: Harmed) -> State:
    """By the arc, but never behind what the folder already says was paid."""
    if folder.final(victim.name) == "paid":
        return "paid"
    if victim.is_dead and not victim.relatives:
        return "unknown"
    return victim.arc.trial
