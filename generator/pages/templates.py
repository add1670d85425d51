"""The templates: what they may call, how they escape, the pages and parts they make."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType

import jinja2
from jinja2.environment import TemplateModule
from jinja2.sandbox import ImmutableSandboxedEnvironment, modifies_known_mutable

from generator.notes.model import Note
from generator.pages.base import components
from generator.pages.base.context import PageContext
from generator.pages.base.grouping import (
    MAX_UNDIVIDED,
    by_letter,
    by_type,
    first_and_rest,
    type_words,
)
from generator.pages.base.prose import prose
from generator.pages.lines import (
    actors,
    changes,
    claims,
    editors,
    home,
    mentions,
    names,
    relations,
    sources,
    statements,
    terms,
    timelines,
    topics,
    treaties,
    treaty_tables,
)
from generator.schema.statements import current
from generator.text.markdown import Markdown, escape
from generator.text.plain import plain

LINES = (
    actors,
    changes,
    claims,
    editors,
    home,
    mentions,
    names,
    relations,
    sources,
    statements,
    terms,
    timelines,
    topics,
    treaties,
    treaty_tables,
)
"""The modules whose functions templates call, each by its name: ``lines.treaties.status``."""
_MUTABLE = frozenset((dict, defaultdict, deque, list, set))
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


class Namespace:
    """Attributes for templates: these, and nothing that leads out of them."""

    __slots__ = ("_members",)

    def __init__(self, members: Mapping[str, object]) -> None:
        """Make members attributes."""
        self._members = members

    def __getattr__(self, name: str) -> object:
        """Return a member."""
        try:
            return self._members[name]
        except KeyError:
            raise AttributeError(name) from None


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a rule that is as strict and faster: no name that begins with _."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell whether a template may see an attribute."""
        del value
        if attr.startswith("_"):
            return False
        return type(obj) not in _MUTABLE or not modifies_known_mutable(obj, attr)


def environment(loader: jinja2.BaseLoader) -> jinja2.Environment:
    """Return the Jinja environment: sandboxed and escaping, an unknown name is an error."""
    env = _Sandbox(
        loader=loader,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,  # so that macros return Markup, which `finalize` leaves alone
    )
    env.globals |= {
        "MAX_UNDIVIDED": MAX_UNDIVIDED,
        "by_letter": by_letter,
        "by_type": by_type,
        "components": Namespace(_public(components)),
        "first_and_rest": first_and_rest,
        "heading": components.heading,
        "lines": _lines(),
        "prose": prose,
    }
    env.filters |= {
        "current": current,
        "plain": plain,
        "type_words": type_words,
    }
    return env


def _finalize(value: object) -> object:
    """Escape whatever a template prints, unless it is Markdown or the result of a macro."""
    if hasattr(value, "__html__"):
        return value
    return escape(str(value))


def _lines() -> Namespace:
    """Return the public functions of every module of lines, by module."""
    by_module: dict[str, object] = {}
    for module in LINES:
        _, _, name = module.__name__.rpartition(".")
        by_module[name] = Namespace(_public(module))
    return Namespace(by_module)


def _public(module: ModuleType) -> dict[str, object]:
    """Return the public functions that a module defines, without what it imports."""
    found: dict[str, object] = {}
    for name, value in vars(module).items():
        is_own = getattr(value, "__module__", "") == module.__name__
        if is_own and not name.startswith("_"):
            found[name] = value
    return found


def template_fault(error: jinja2.TemplateError) -> str:
    """Say which line of a template is wrong, and why."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"theme/pages/{error.name}:{error.lineno}: {error.message}"
    return f"theme/pages: {error.message}"


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of pages, and of the parts of a note's page."""

    env: jinja2.Environment

    def page(self, name: str, page: PageContext, **values: object) -> Markdown:
        """Return the text of a page that one template makes."""
        template = self.env.get_template(f"{name}.md.jinja")
        names = _names(page) | values
        text = template.render(names)
        return _tidy(text)

    def of_note(self, page: PageContext, note: Note) -> "NoteTemplate":
        """Return the template of a note's kind."""
        names = _names(page)
        own = self.env.get_template(f"{note.folder}.md.jinja")
        common = self.env.get_template("_note.md.jinja")
        return NoteTemplate(
            own.make_module(names),
            common.make_module(names),
        )


@dataclass(frozen=True, slots=True)
class NoteTemplate:
    """The macros of a kind's template, and those of ``_note.md.jinja`` for what it leaves out."""

    own: TemplateModule
    common: TemplateModule

    def part(self, name: str) -> Markdown:
        """Return a part of the page, such as its facts; what it cites is numbered now."""
        default = getattr(self.common, name)
        macro = getattr(self.own, name, default)
        return _tidy(macro())


def _names(page: PageContext) -> dict[str, object]:
    return {
        "site": page.site,
        "page": page,
        "note": page.document,
    }


def _tidy(text: str) -> Markdown:
    """Leave one blank line between blocks, and none at the ends."""
    stripped = text.strip()
    tidy = _BLANK_LINES.sub("\n\n", stripped)
    return Markdown(tidy)
