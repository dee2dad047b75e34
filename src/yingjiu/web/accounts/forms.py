"""Forms of sign-in and passwords."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from yingjiu.web.accounts.models import User


class SignInForm(forms.Form):
    """User name, password, and the code of who switched it on."""

    username = forms.CharField(label="用户名", max_length=40)
    password = forms.CharField(label="口令", widget=forms.PasswordInput)
    token = forms.CharField(label="动态口令", max_length=8, required=False)


class PasswordForm(forms.Form):
    """A new password, twice."""

    old = forms.CharField(label="现在的口令", widget=forms.PasswordInput)
    new = forms.CharField(label="新口令", widget=forms.PasswordInput)
    again = forms.CharField(label="再输一次", widget=forms.PasswordInput)

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_old(self) -> str:
        """The present password must be right."""
        old = str(self.cleaned_data["old"])
        if not self.user.check_password(old):
            raise forms.ValidationError("现在的口令不对")
        return old

    def clean(self) -> dict[str, Any]:
        """The new one is typed alike twice, differs from the old and is strong enough."""
        data = self.cleaned_data
        new = data.get("new")
        if new and new != data.get("again"):
            self.add_error("again", "两次输入不一样")
        elif new and new == data.get("old"):
            self.add_error("new", "新口令不能和现在的一样")
        elif new:
            try:
                validate_password(new, self.user)
            except forms.ValidationError as error:
                self.add_error("new", error)
        return data
