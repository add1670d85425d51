"""One text for everything that is around pages: with another, every page is framed anew."""

import hashlib
import json
from pathlib import Path

from generator.io.mkdocs_config import read_config
from generator.io.versions import package_digest
from generator.publishing.frame import SETTINGS, Frame

_OF_BUILD = (b"build_date", b"update_date")
"""What templates call the time of the build; ours and the theme's do not name it."""


def frame_version(root: Path, frame: Frame, built_at: str) -> str:
    """Return a digest of the configuration, the project's own templates and the navigation.

    The theme itself is an installed package, whose version is part of every key. The time of the
    build counts only if a template names it.
    """
    config, _ = read_config(root / SETTINGS)
    config.pop("markdown_extensions", None)  # only engines without our reader use them
    navigation = [(page.url, page.title, page.meta) for page in frame.nav.pages]
    known = json.dumps([config, navigation], sort_keys=True, default=repr)
    digest = hashlib.blake2b(known.encode(), digest_size=16)
    folder = frame.config.theme.custom_dir
    if folder:
        digest.update(package_digest(Path(folder)))
        if _names_time(Path(folder)):
            digest.update(built_at.encode())
    return digest.hexdigest()


def _names_time(folder: Path) -> bool:
    for path in folder.rglob("*.html"):
        content = path.read_bytes()
        if any(name in content for name in _OF_BUILD):
            return True
    return False
