"""Resolve an address to a file of a finished site."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit


def joined(start: str, address: str) -> str:
    """Return an address in full; if it cannot be parsed, the address it starts from."""
    try:
        return urljoin(start, address)
    except ValueError:  # such as http://[
        return start


@dataclass(frozen=True, slots=True)
class FinishedSite:
    """The files of a site, and the address they are published at."""

    sizes: Mapping[str, int]
    """Bytes of each file, by its path."""
    host: str
    base: str
    """Path the site is published below, with a slash at both ends."""
    is_served: bool
    """Whether a server answers for folders; opened from a disk, they list their files."""

    def url_of(self, path: str) -> str:
        """Return the address of a file."""
        return f"https://{self.host}{self.base}{path}"

    def file_at(self, start: str, address: str) -> str | None:
        """Return the path an address leads to, or None for another host or scheme.

        ``start`` is the whole address that relative ones start from. A path outside the base
        keeps its leading slash; so does an address that no browser can read.
        """
        try:
            url = urlsplit(urljoin(start, address))
            names_host = urlsplit(address).netloc != ""
        except ValueError:  # such as http://[
            return f"/{address}"
        is_web = url.scheme in {"http", "https"}
        if not is_web or url.netloc != self.host:
            return None
        path = unquote(url.path)
        if path.startswith(self.base):
            return self._served_file(path.removeprefix(self.base))
        if names_host:  # a host may have other sites
            return None
        return path

    def _served_file(self, path: str) -> str:
        """Return the file served for a path: for a folder, its index.html."""
        if not self.is_served:
            return path
        if path.endswith("/") or not path:
            return f"{path}index.html"
        index = f"{path}/index.html"
        if path not in self.sizes and index in self.sizes:
            return index  # servers redirect to it
        return path
