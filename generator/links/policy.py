"""Which mentions on a page become links, as the site and the page's front matter say."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.names.context import Subject
from generator.settings import LinkPolicy
from generator.text.normal import fold


@dataclass(frozen=True, slots=True)
class PagePolicy:
    """What one page wants to link."""

    own_id: str
    link: LinkPolicy
    max_links: int
    """Number of links in a section; 0 if there is no limit."""
    unlinked: tuple[str, ...]
    """Ids and names that the page does not link."""
    subjects: Mapping[str, Subject] = field(default_factory=dict)
    """What is known about each note."""

    def excludes(self, note: str, name: str) -> bool:
        """Say whether the page never links a note by a name; no page links to itself."""
        if note == self.own_id or note in self.unlinked:
            return True
        subject = self.subjects.get(note)
        if subject and not subject.autolink:
            return True
        return self.is_unlinked_name(name)

    def is_unlinked_name(self, name: str) -> bool:
        """Say whether the page lists a name, however it is spelt, among those it does not link."""
        unlinked = map(fold, self.unlinked)
        return bool(self.unlinked) and fold(name) in unlinked

    def has_room(self, links_in_section: int) -> bool:
        """Say whether a section may have one more link."""
        if self.max_links == 0:
            return True
        return links_in_section < self.max_links
