"""What a password must be （口令要求）, and one-time passwords that can be read out."""

from __future__ import annotations

import secrets
import string
from typing import Final

from django.core.exceptions import ValidationError

SORTS: Final = 3
_CLEAR: Final = "abcdefghjkmnpqrstuvwxyz"


class ThreeSorts:
    """At least three of: small letters, capitals, digits, other signs."""

    def validate(self, password: str, user: object = None) -> None:
        """Refuse a password of fewer sorts."""
        sorts = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
        held = sum(any(c in sort for c in password) for sort in sorts)
        held += any(c not in "".join(sorts) for c in password)
        if held < SORTS:
            raise ValidationError(self.get_help_text(), code="sorts")

    def get_help_text(self) -> str:
        """The rule in words."""
        return "口令要有大写字母、小写字母、数字、符号中的至少三种。"


def one_time_password() -> str:
    """A password that works once, without signs that look alike."""
    parts = ["".join(secrets.choice(_CLEAR) for _ in range(4)) for _ in range(3)]
    return "-".join(parts).capitalize() + secrets.choice("23456789")
