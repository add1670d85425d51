"""Which mentions may still become links, given the links before them."""

from generator.links.policy import PagePolicy


class LinkAllowance:
    """Counts the links of a text, section by section."""

    def __init__(self, policy: PagePolicy) -> None:
        self._policy = policy
        self._linked_notes: set[str] = set()
        """Notes that need no further link."""
        self._links_in_section = 0

    def begin_section(self) -> None:
        """Count the links of a new section from zero."""
        self._links_in_section = 0
        if self._policy.link == "first-in-section":
            self._linked_notes = set()

    def note_linked(self, note: str) -> None:
        """Record a link that the writer made."""
        self._linked_notes.add(note)

    def use(self, note: str, shown: str) -> bool:
        """Say whether a mention may become a link; if so, count it."""
        if not self._may_link(note, shown):
            return False
        self._links_in_section += 1
        self._linked_notes.add(note)
        return True

    def _may_link(self, note: str, shown: str) -> bool:
        policy = self._policy
        if policy.link == "none" or not policy.has_room(self._links_in_section):
            return False
        is_repeated = note in self._linked_notes
        if is_repeated and policy.link != "all":
            return False
        return not policy.excludes(note, shown)
