"""Results of pure functions, kept on disk for later builds in a folder that may be deleted.

A result is found by a digest of the function's name, the code's version and the arguments, so it
is never out of date. Whatever is wrong with the disk, a build computes again and does not fail.
"""

import hashlib
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

NAME = "explainers-memo-1.sqlite3"
"""File in the folder; another form of the file is another number, so that versions can share it."""
MAX_STORED_BYTES = 512 * 1024 * 1024
"""When a memo is closed, the results used least recently go until it is no larger than this."""
MAX_RESULT_BYTES = 64 * 1024 * 1024
"""Larger results are not kept, so that no file can unpack to more than memory holds."""
_BUSY_SECONDS = 10
"""How long another build may write before this one goes on without the memo."""
_CHECK_BYTES = 16
_FAST = 1
"""Compression level: pages become nearly as small as at the best level, several times faster."""
_TABLE = "CREATE TABLE memo (key BLOB PRIMARY KEY, used INTEGER NOT NULL, packed BLOB NOT NULL)"
_TABLES = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
_FIND = "SELECT packed FROM memo WHERE key = ?"
_PUT = "INSERT OR REPLACE INTO memo (key, used, packed) VALUES (?, ?, ?)"
_USE = "UPDATE memo SET used = ? WHERE key = ?"
_TRIM = """
DELETE FROM memo WHERE key IN (
  SELECT key FROM (
    SELECT key, sum(length(packed)) OVER (ORDER BY used DESC, key) AS size FROM memo
  ) WHERE size > ?
)"""
_SURROUNDINGS = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
"""Errors that the machine causes, or another build. After any other, the file is removed."""
_PRIMARY = 0xFF
"""The bits of an extended error code that say which kind of error it is."""
_SIDE_FILES = ("", "-journal", "-wal", "-shm")
"""What SQLite appends to the name of a database for the files beside it."""


def memo_key(function: str, version: str, *arguments: bytes | str) -> bytes:
    """Return the key of a function's result; any other version or argument gives another key."""
    digest = hashlib.blake2b(digest_size=32)
    for part in (function, version, *arguments):
        content = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.digest()


@dataclass(slots=True)
class Memo:
    """Results by their keys; leave its ``with`` block to close it.

    No connection outlives a call, so forked processes may use it as their parent does.
    """

    folder: Path | None
    """Where results are kept; None keeps nothing."""
    max_stored_bytes: int = MAX_STORED_BYTES
    _opened: int = field(default_factory=time.time_ns, init=False)
    _used: set[bytes] = field(default_factory=set, init=False)
    _has_grown: bool = field(default=False, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Note which results were used, and remove those above the limit."""
        if self._used or self._has_grown:
            self._change(self._close)

    def _close(self, connection: sqlite3.Connection) -> None:
        uses = [(self._opened, key) for key in sorted(self._used)]
        connection.executemany(_USE, uses)
        if self._has_grown:
            connection.execute(_TRIM, (self.max_stored_bytes,))

    def get(self, key: bytes) -> bytes | None:
        """Return the result with a key, if it is kept."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return those results that are kept, by their keys."""
        found: dict[bytes, bytes] = {}

        def find(connection: sqlite3.Connection) -> None:
            for key in keys:
                row = connection.execute(_FIND, (key,)).fetchone()
                result = _unpacked(key, row[0]) if row else None
                if result is not None:
                    found[key] = result

        self._connect(find)
        self._used.update(found)
        return found

    def put_many(self, results: Mapping[bytes, bytes]) -> None:
        """Store results by key, in one transaction."""
        rows = [
            (key, self._opened, _packed(key, result))
            for key, result in results.items()
            if len(result) <= MAX_RESULT_BYTES
        ]
        self._has_grown = True

        def put(connection: sqlite3.Connection) -> None:
            _put(connection, rows)

        if not self._change(put):  # the damaged file was removed
            self._change(put)

    def _change(self, work: Callable[[sqlite3.Connection], object]) -> bool:
        """Make changes in one transaction; return False if the file was damaged."""

        def change(connection: sqlite3.Connection) -> None:
            connection.execute("BEGIN IMMEDIATE")
            work(connection)
            connection.execute("COMMIT")

        return self._connect(change)

    def _connect(self, work: Callable[[sqlite3.Connection], None]) -> bool:
        """Do work on a connection; if that fails, there are no results, and no build fails.

        Return False if the file was damaged, or not ours, and has been removed.
        """
        if self.folder is None:
            return True
        path = self.folder / NAME
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(_connection(path)) as connection:
                _prepare(connection)
                work(connection)
        except (_ForeignError, UnicodeError):  # text of a damaged file is no text
            _remove(path)
            return False
        except sqlite3.Error as error:
            if not _is_from_surroundings(error):
                _remove(path)
                return False
        except OSError:
            return True  # this machine keeps nothing
        return True


class _ForeignError(Exception):
    """The file is another program's database, or a damaged one."""


def _put(
    connection: sqlite3.Connection, rows: Sequence[tuple[bytes, int, bytes]]
) -> None:
    """Put rows into the table.

    Raises:
        _ForeignError: If one is not found again as it is: SQLite does not notice every damage.
    """
    connection.executemany(_PUT, rows)
    for key, _, packed in rows:
        if connection.execute(_FIND, (key,)).fetchone() != (packed,):
            raise _ForeignError


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the table of a new memo; trust nothing in the file of an old one.

    Raises:
        _ForeignError: If it has another table, or anything besides.
    """
    # A killed process loses nothing; after a power cut, each result is checked as it is read.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    tables = connection.execute(_TABLES).fetchall()
    if not tables:
        connection.execute(_TABLE.replace("TABLE", "TABLE IF NOT EXISTS"))
    elif tables != [(_TABLE,)]:
        raise _ForeignError


def _is_from_surroundings(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & _PRIMARY in _SURROUNDINGS


def _remove(path: Path) -> None:
    for suffix in _SIDE_FILES:
        with suppress(OSError):
            path.with_name(f"{path.name}{suffix}").unlink()


def _packed(key: bytes, result: bytes) -> bytes:
    """Return a result as it is stored: compressed, behind a digest that says whose it is."""
    content = zlib.compress(result, _FAST)
    return _check(key, content) + content


def _unpacked(key: bytes, packed: object) -> bytes | None:
    """Return the result that was stored with a key; None if it is not whole."""
    if not isinstance(packed, bytes):
        return None
    content = packed[_CHECK_BYTES:]
    if packed[:_CHECK_BYTES] != _check(key, content):
        return None
    unpacking = zlib.decompressobj()
    try:
        result = unpacking.decompress(content, MAX_RESULT_BYTES)
    except zlib.error:
        return None
    return result if unpacking.eof else None


def _check(key: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK_BYTES, key=key).digest()
