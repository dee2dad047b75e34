"""Failures a user can mend (可以改正的错误): each becomes a Chinese message and an exit code, never a traceback."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Final

import typer

OK: Final = 0
FAILED: Final = 1
USAGE: Final = 2
OTHER_INPUT: Final = 3
POOL: Final = 4
CODES: Final = "退出码:0 完成;1 没有做成;2 命令或目录文件写得不对;3 OUT 是另一份数据的结果;4 数据池或密钥用不了。"


def say(message: str) -> None:
    """One message to the user on stderr."""
    sys.stderr.write(message.rstrip("\n") + "\n")


def stop(message: str, code: int = FAILED) -> typer.Exit:
    """Say why and give the exception that ends the command."""
    say(message)
    return typer.Exit(code)


@contextlib.contextmanager
def told_in_chinese() -> Iterator[None]:
    """Turn the failures that a user can mend into a message and an exit code."""
    import duckdb

    from yingjiu.catalog.problem import UserFileError
    from yingjiu.pool.key import KeyProblem
    from yingjiu.pool.store import PoolProblem
    from yingjiu.run import OtherInput

    try:
        yield
    except UserFileError as error:
        lines = "\n".join(f"  {p}" for p in error.problems)
        raise stop(f"有 {len(error.problems)} 处写得不对,请改正后再运行:\n{lines}", USAGE) from None
    except OtherInput as error:
        raise stop(str(error), OTHER_INPUT) from None
    except (KeyProblem, PoolProblem) as error:
        raise stop(str(error), POOL) from None
    except duckdb.IOException:
        raise stop("数据池里有文件缺失或损坏,请从备份恢复,或删除数据池后重新运行 yingjiu run", POOL) from None
    except (MemoryError, duckdb.OutOfMemoryException):
        raise stop("内存不够,请关闭别的程序,或运行 yingjiu doctor 看还差多少") from None
    except UnicodeDecodeError:
        raise stop("文件不是 UTF-8 编码的文本,请另存为 UTF-8 再试") from None
    except OSError as error:
        raise stop(_file_words(error)) from None
    except KeyboardInterrupt:
        raise stop("已中断。再运行一次同样的命令,会接着做完", 130) from None


def _file_words(error: OSError) -> str:
    """What is wrong with a file and what to do."""
    if isinstance(error, FileNotFoundError):
        return f"找不到 {error.filename or '文件'},请检查路径"
    if isinstance(error, PermissionError):
        return f"没有权限读写 {error.filename or '文件'},请检查权限,或换一个位置"
    return f"读写失败({error.strerror or error}):{error.filename or ''} 请检查磁盘空间和权限"
