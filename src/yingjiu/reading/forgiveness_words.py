"""Reads the words of forgiveness (谅解, 谅解书, 不再追究) in their clause; payment is read apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said
from yingjiu.reading.payment_words import Word

_WISHED: Final = (Word.HOPE, Word.CLAIM, Word.IF, Word.DUTY, Word.TOPIC, Word.DENY)
_PLEA: Final = 60
_AGREES: Final = ("同意", "愿意", "愿")


def read_forgiveness(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """谅解: given, refused, or only wished for."""
    if scope.negates(clause.tokens[i][1]) or clause.after(i, Word.REVOKE, Word.FAIL):
        return clause.mark(Said.REFUSED, i)
    if scope.mood in _WISHED:
        return None
    if scope.mood is Word.WILL and not _victim_agrees(clause, i):
        return None
    return clause.mark(Said.FORGIVEN, i)


def _victim_agrees(clause: Clause, i: int) -> bool:
    """Whether it is the victim who 愿意谅解 (and not the offender who 愿意取得谅解)."""
    willing = [j for j in range(i) if clause.tokens[j][0] is Word.WILL]
    if not willing or clause.word(willing[-1]) not in _AGREES or clause.before(i, Word.GET):
        return False
    setting = clause.setting
    return setting.letter or setting.asked or clause.victim_is_subject(clause.tokens[i][1])


def read_letter(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """谅解书: written or refused; among the evidence only a name in a list."""
    if scope.negates(clause.tokens[i][1]) or clause.after(i, Word.REVOKE) or clause.before(i, Word.WITHDRAW):
        return clause.mark(Said.REFUSED, i)
    if scope.mood in _WISHED or scope.mood is Word.WILL:
        return None
    return clause.mark(Said.LETTER if clause.setting.evidence else Said.FORGIVEN, i)


def read_harshness(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """要求严惩, said by the victim's side; as a plea of a suit (附带民事诉讼原告人请求…) it is form."""
    at = clause.tokens[i][1]
    wanted = scope.mood is Word.CLAIM or clause.word(i).startswith(("要", "请求", "让"))
    if not wanted or scope.negates(at) or "原告" in clause.text[max(0, at - _PLEA) : at]:
        return None
    setting = clause.setting
    said = setting.letter or setting.asked or setting.victim_speaks or clause.victim_is_subject(clause.tokens[i][1])
    return clause.mark(Said.REFUSED, i) if said else None


def read_leniency(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """请求从轻处罚, said by the victim's side and not by the offender or the defence."""
    if clause.word(i).endswith("对") and "从" not in clause.text[clause.tokens[i][2] : clause.end]:
        return None
    said = clause.setting.asked or clause.victim_is_subject(clause.tokens[i][1])
    return clause.mark(Said.FORGIVEN, i) if said and not scope.negates(clause.tokens[i][1]) else None


FORGIVENESS_READERS: Final[dict[Word, Callable[[Clause, Scope, int], Mark | None]]] = {
    Word.FORGIVE: read_forgiveness,
    Word.LETTER: read_letter,
    Word.HARSH: read_harshness,
    Word.LENIENT: read_leniency,
}
