"""Names of what is journalled, with their Chinese words."""

from __future__ import annotations

from typing import Final

ACTIONS: Final = {
    "user.signed_in": "登录",
    "user.signed_out": "退出",
    "user.refused": "登录被拒绝",
    "user.locked": "账号锁定",
    "user.created": "建立用户",
    "user.password_changed": "修改口令",
    "user.totp_on": "启用动态口令",
    "leads.loaded": "写入筛查结果",
    "lead.viewed": "查看线索",
    "lead.revealed": "显示真实身份",
    "lead.decided": "作出决定",
    "lead.undone": "撤销决定",
    "journal.exported": "导出日志",
}

SUBJECTS: Final = {"lead": "线索", "user": "用户"}
