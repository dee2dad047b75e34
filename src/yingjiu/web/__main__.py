"""``python -m yingjiu.web``: sets a workbench up where there is none yet, and serves it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Set up and serve; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m yingjiu.web", description="工作台")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--people", type=int, default=3000)
    asked = parser.parse_args(argv)
    folder = asked.folder.resolve()
    os.environ["YINGJIU_WEB"] = str(folder)
    os.environ.setdefault("YINGJIU_HOSTS", f"127.0.0.1,localhost,{asked.host}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "yingjiu.web.config.settings"
    from yingjiu.web.config.folder import make_folder

    make_folder(folder)
    _prepare(folder, asked.people)
    return _serve(asked.host, asked.port)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _prepare(folder: Path, people: int) -> None:
    """Bring the database to this version; fill an empty one."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from django.db import transaction
    from django.utils import timezone

    from yingjiu.web.office import is_set_up, set_up

    if not is_set_up():
        with transaction.atomic():
            set_up(folder, people=people, on=timezone.localdate(), say=_say)


def _serve(host: str, port: int) -> int:
    from waitress import serve

    from yingjiu.web.config.wsgi import application

    _say(f"\n工作台已打开：http://{host}:{port}/   （按 Ctrl+C 结束）")
    try:
        serve(application, host=host, port=port, threads=8, ident="")
    except OSError as error:
        sys.stderr.write(f"端口 {port} 打不开（{error.strerror}),请用 --port 换一个\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
