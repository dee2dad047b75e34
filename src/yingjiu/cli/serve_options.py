"""``yingjiu serve`` as typed: its options and help; what it does is imported only when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from yingjiu.cli.failures import CODES
from yingjiu.cli.help import ChineseCommand

HELP: Final = "打开工作台:在浏览器里查找、核查、决定线索。第一次用时造一个虚构的县和各角色的演示用户。"
EPILOG: Final = "\n\n".join(
    (
        "例:yingjiu serve",
        "例:yingjiu serve --folder 工作台 --port 8080",
        "需要先装好工作台:pip install 'yingjiu\\[web]'(make serve 会自动装好)。",
        CODES,
    )
)


def add_serve_command(app: typer.Typer) -> None:
    """Give the program its command ``serve``."""
    app.command("serve", cls=ChineseCommand, help=HELP, epilog=EPILOG, options_metavar="[选项]")(serve_command)


def serve_command(
    *,
    folder: Annotated[Path, typer.Option("--folder", metavar="DIR", help="工作台文件夹(数据库和密钥)")] = Path(
        "workbench"
    ),
    host: Annotated[str, typer.Option("--host", metavar="地址", help="在哪个地址上服务")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", help="端口")] = 8000,
    people: Annotated[int, typer.Option("--people", metavar="N", help="虚构的县有多少人")] = 3000,
) -> None:
    """Open the workbench."""
    from yingjiu.cli.serving import serve

    serve(folder=folder, host=host, port=port, people=people)
