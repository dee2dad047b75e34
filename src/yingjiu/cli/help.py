"""Help and usage errors in Chinese (帮助): panel titles, the help option, what was wrong with a command line."""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

_TITLES: Final = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "ERRORS_PANEL_TITLE": "错误",
    "DEFAULT_STRING": "[默认 {}]",
    "REQUIRED_LONG_STRING": "[必填]",
    "ABORTED_TEXT": "已中断。",
    "RICH_HELP": "用法见 [blue]{command_path} {help_option}[/]",
}


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法:")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help page."""
        _set_titles()
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows this page."""
        return _in_chinese(super().get_help_option(ctx))


class ChineseGroup(TyperGroup):
    """The program itself, with a Chinese help page."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The usage line."""
        formatter.write_usage(ctx.command_path, "[选项] 命令 …", prefix="用法:")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help page."""
        _set_titles()
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows this page."""
        return _in_chinese(super().get_help_option(ctx))


def _set_titles() -> None:
    import typer.rich_utils

    for name, words in _TITLES.items():
        setattr(typer.rich_utils, name, words)


def _in_chinese(option: Any) -> Any:
    if option is not None:
        option.help = "显示这一页"
        option.metavar = ""
    return option


def _name_of(param: Any) -> str:
    """How a parameter is written on the command line."""
    option = next((o for o in param.opts if o.startswith("-")), None)
    return option or str(getattr(param, "metavar", None) or param.name)


def usage_words(error: TyperException) -> str:
    """What is wrong with a command line, in Chinese."""
    sort = type(error).__name__
    param = getattr(error, "param", None)
    name = _name_of(param) if param is not None else ""
    if sort == "MissingParameter":
        return f"缺少 {name}"
    if sort == "NoSuchOption":
        close = ",".join(getattr(error, "possibilities", None) or ())
        return f"没有 {getattr(error, 'option_name', '')} 这个选项" + (f",是不是想写 {close}" if close else "")
    if sort == "BadParameter":
        return f"{name} 的值不对:{getattr(error, 'message', '')}"
    message = error.format_message()
    if message.startswith("No such command"):
        return f"没有 {message.split(chr(39))[1]} 这个命令" if chr(39) in message else "没有这个命令"
    if message.startswith("Missing command"):
        return "请写一个命令"
    if "unexpected extra argument" in message:
        return "多写了参数:" + message.partition("(")[2].rstrip(").")
    if "requires an argument" in message:
        return f"选项 {getattr(error, 'option_name', '')} 后面要写一个值"
    return message
