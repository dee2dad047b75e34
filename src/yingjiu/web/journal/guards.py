"""What the database itself forbids: changing or removing an entry of the journal."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = (
    "CREATE TRIGGER journal_no_{what} BEFORE {what} ON journal_entry "
    "BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END"
)
_POSTGRES = (
    "CREATE FUNCTION journal_only_added() RETURNS trigger AS $$ "
    "BEGIN RAISE EXCEPTION 'the journal is only ever added to'; END $$ LANGUAGE plpgsql;"
    "CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal_entry "
    "FOR EACH ROW EXECUTE FUNCTION journal_only_added()"
)


def put_guards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Set the triggers."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_POSTGRES)
    elif editor.connection.vendor == "sqlite":
        for what in ("UPDATE", "DELETE"):
            editor.execute(_SQLITE.format(what=what))


def lift_guards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take them away, for a migration backwards."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER journal_no_change ON journal_entry; DROP FUNCTION journal_only_added()")
    elif editor.connection.vendor == "sqlite":
        for what in ("UPDATE", "DELETE"):
            editor.execute(f"DROP TRIGGER journal_no_{what}")
