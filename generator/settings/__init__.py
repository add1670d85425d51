"""What a site's owner may set in mkdocs.yml, and where each option is in it."""

from generator.settings.options import Editorial, LinkPolicy, Settings, SiteIdentity
from generator.settings.parse import parse_settings
from generator.settings.positions import PATH

__all__ = [
    "PATH",
    "Editorial",
    "LinkPolicy",
    "Settings",
    "SiteIdentity",
    "parse_settings",
]
