"""Find faults in the addresses of a finished site."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from generator.built.addresses import FinishedSite
from generator.codes import AuditCode
from generator.diagnostics import quoted

_DROPPED = frozenset("\t\r\n")
"""Characters that browsers drop wherever they are in an address."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of an address, wherever the address is written."""

    code: AuditCode
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class AddressChecks:
    """Checks the addresses of a site."""

    site: FinishedSite
    ids: Mapping[str, frozenset[str]]
    """The ids of each page, by its path."""
    cached_file_at: Callable[[str, str], str | None]
    """The site's own ``file_at``, which remembers its results."""
    by_lower: Mapping[str, str]
    """The path of a file, by that path in lower case."""

    def file_at(self, start: str, address: str) -> str | None:
        """Return the path an address leads to, or None for another host or scheme."""
        without_anchor, _, _ = address.partition("#")
        return self.cached_file_at(start, without_anchor)

    def link(self, start: str, address: str) -> Fault | None:
        """Report a link that leads to no file or id of the site."""
        target = self.file_at(start, address)
        if target is None:
            return None
        missing = self._missing(target, address, "dead-link")
        if missing:
            return missing
        anchor = _anchor(address)
        names_top = anchor.lower() in {"", "top"}  # every page has a top
        ids = self.ids.get(target)
        if names_top or ids is None or anchor in ids:
            return None
        return Fault(
            "dead-anchor", f"{quoted(address)} names an id that {target} does not have"
        )

    def load(self, start: str, address: str) -> Fault | None:
        """Report what a browser would fetch from another host, or fail to fetch."""
        if not address or address.startswith("data:"):
            return None
        target = self.file_at(start, address)
        if target is None:
            message = f"{quoted(address)} is loaded from another host"
            return Fault("foreign-host", message)
        return self._missing(target, address, "missing-asset")

    def preview(self, start: str, address: str) -> Fault | None:
        """Report a missing picture that only other sites, not readers, would fetch."""
        target = self.file_at(start, address)
        if target is None:
            return None
        return self._missing(target, address, "missing-asset")

    def _missing(self, target: str, address: str, code: AuditCode) -> Fault | None:
        """Return why an address leads to no file, or None if it leads to one."""
        if target in self.site.sizes:
            return None
        index = f"{target.rstrip('/')}/index.html".lstrip("/")
        if not self.site.is_served and index in self.site.sizes:
            message = f"{quoted(address)} leads to a list of files"
            return Fault(code, message, "Append index.html.")
        if target.startswith("/"):
            message = f"{quoted(address)} leaves {self.site.base}"
            return Fault("outside-base", message, "Write a relative address.")
        name = self.by_lower.get(target.lower())
        if name:
            message = f"{quoted(address)} differs from its file in letter case"
            return Fault("wrong-case", message, f"The file is {name}.")
        return Fault(code, f"{quoted(address)} does not lead to a file of the site")


def _anchor(address: str) -> str:
    """Return the id that an address names, without the words it highlights."""
    if _DROPPED.isdisjoint(address):
        _, _, fragment = address.partition("#")
    else:
        fragment = urlsplit(address).fragment
    return unquote(fragment).partition(":~:")[0]
