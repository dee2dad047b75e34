"""Reads the words of forgiveness (谅解, 谅解书, 不再追究) in their clause; payment is read apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from yingjiu.reading.negation import Scope
from yingjiu.reading.payment_marks import Clause, Mark, Said
from yingjiu.reading.payment_words import Word

_WISHED: Final = (Word.HOPE, Word.CLAIM, Word.IF, Word.DUTY, Word.TOPIC, Word.DENY)
_LENIENT: Final = re.compile("从[轻宽]|宽大|减轻|免予|轻判")
_PLEA: Final = 60
_VOID: Final = re.compile(
    "受骗|被骗|欺骗|受胁迫|被胁迫|被迫|伪造|冒充|冒名|(?:非|不是|并非)(?:其|我)?(?:本人|真实|自愿)|不予认可|不真实"
)
_THEY: Final = re.compile("(?:[二两三四五]|[二两三四五][名位])(?:人|被害人|受害人)")
_AGREES: Final = ("同意", "愿意", "愿")


def read_forgiveness(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """谅解: given, refused, or only wished for."""
    if scope.negates(clause.tokens[i][1]) or clause.after(i, Word.FAIL) or _is_void(clause, i):
        return clause.mark(Said.REFUSED, i)
    if scope.mood in _WISHED:
        return None
    if scope.mood is Word.WILL and not _victim_agrees(clause, i):
        return None
    return clause.mark(Said.FORGIVEN, i)


def _is_void(clause: Clause, i: int) -> bool:
    """撤回谅解, 谅解书作废, 系受骗所写, 签名非本人所签: taken back, or never given."""
    if clause.after(i, Word.REVOKE) or clause.before(i, Word.WITHDRAW, Word.REVOKE):
        return True
    return _VOID.search(clause.text, clause.tokens[i][2], clause.end) is not None


def _victim_agrees(clause: Clause, i: int) -> bool:
    """Whether it is the victim who 愿意谅解 (and not the offender who 愿意取得谅解)."""
    willing = [j for j in range(i) if clause.tokens[j][0] is Word.WILL]
    if not willing or clause.word(willing[-1]) not in _AGREES or clause.before(i, Word.GET):
        return False
    setting = clause.setting
    if _THEY.match(clause.text, clause.start, clause.tokens[i][1]):
        return True
    return setting.letter or setting.asked or clause.victim_is_subject(clause.tokens[i][1])


def read_letter(clause: Clause, scope: Scope, i: int) -> Mark | None:
    """谅解书: written or refused; among the evidence only a name in a list."""
    if scope.negates(clause.tokens[i][1]) or _is_void(clause, i):
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
    if clause.word(i).endswith("对") and not _LENIENT.search(clause.text, clause.tokens[i][2], clause.end):
        return None
    said = clause.setting.asked or clause.victim_is_subject(clause.tokens[i][1])
    said = said or (clause.setting.victim_speaks and clause.before(i, Word.AND) and not clause.has(Word.SAYS))
    return clause.mark(Said.FORGIVEN, i) if said and not scope.negates(clause.tokens[i][1]) else None


FORGIVENESS_READERS: Final[dict[Word, Callable[[Clause, Scope, int], Mark | None]]] = {
    Word.FORGIVE: read_forgiveness,
    Word.LETTER: read_letter,
    Word.HARSH: read_harshness,
    Word.LENIENT: read_leniency,
}
