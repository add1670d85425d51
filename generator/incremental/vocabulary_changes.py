"""Which names mean something else than before."""

from collections.abc import Iterator

from generator.names.vocabulary import Vocabulary


def changed_forms(before: Vocabulary, after: Vocabulary) -> frozenset[str]:
    """Return the forms of all names that are new, gone, or mean something else.

    A text that has none of them, as texts are compared, mentions the same notes as before.
    """
    if before == after:
        return frozenset()
    names = {*_changed_names(before, after), *_changed_names(after, before)}
    return frozenset(
        form
        for one, other in ((before, after), (after, before))
        for form, name in one.names.forms.items()
        if name in names or _is_other(form, one, other)
    )


def _changed_names(one: Vocabulary, other: Vocabulary) -> Iterator[str]:
    """Yield each name whose notes, or what is known of them, differ."""
    for name, holders in one.names.holders.items():
        if holders != other.names.holders.get(name):
            yield name
            continue
        for note in holders.full + holders.short:
            if one.subjects.get(note) != other.subjects.get(note):
                yield name


def _is_other(form: str, one: Vocabulary, other: Vocabulary) -> bool:
    """Say whether a form of one vocabulary is that of another name in the other, or nowhere."""
    names, others = one.names, other.names
    if names.forms[form] != others.forms.get(form):
        return True
    return (form in names.opening) != (form in others.opening)
