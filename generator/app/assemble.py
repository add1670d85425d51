"""Turn an index into a site: link prose, derive facts, collect every problem."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.app.load import Loaded
from generator.diagnostics import Diagnostic
from generator.evidence.budgets import check_budgets
from generator.evidence.editorial import check_editorial
from generator.evidence.support import check_stated, check_support
from generator.evidence.verify import check_quotations
from generator.exports.downloads import EXPORTED
from generator.exports.redirects import check_redirects
from generator.facts.as_of import as_of
from generator.facts.connections import connections
from generator.facts.history import Calendar
from generator.facts.review_queue import find_tasks
from generator.facts.site import Evidence, Site
from generator.facts.timelines import timelines
from generator.links.addresses import addresses_of
from generator.links.linked import LinkedProse, LinkedTexts
from generator.links.linker import Linker
from generator.names.matcher import compile_names
from generator.names.profiles import name_holders, subjects
from generator.names.vocabulary import Vocabulary
from generator.notes.index import Index
from generator.notes.relations import Relation, check_cycles, find_relations
from generator.quotes.seals import Hasher, slow_hash
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Assembled:
    """The site that notes and sources make, and the problems found on the way."""

    site: Site
    problems: tuple[Diagnostic, ...]


def assemble(
    loaded: Loaded,
    settings: Settings = Settings(),  # noqa: B008 - it is frozen
    hasher: Hasher = slow_hash,
    calendar: Calendar | None = None,
    assets: frozenset[str] = frozenset(),
) -> Assembled:
    """Check quotations, link all prose, derive facts, and collect every problem.

    Args:
        loaded: What was read.
        settings: What mkdocs.yml sets.
        hasher: Hashes words as seals do.
        calendar: The day of the build, and when files changed.
        assets: The paths of the theme's files in the site.
    """
    index = loaded.index
    relations = list(find_relations(index))
    quotations = check_quotations(index, hasher)
    known = vocabulary(index, relations)
    addresses = addresses_of(index, loaded.home, EXPORTED | assets)
    linker = Linker(index, known, settings, addresses, quotations.readings)
    prose = _link_all(loaded, linker)
    site = Site(
        settings=settings,
        index=index,
        home=loaded.home,
        prose=prose,
        connections=connections(index, relations, prose),
        timelines=timelines(index, relations),
        as_of=as_of(index, relations, calendar),
        evidence=Evidence(
            quoted=quotations.quoted,
            tasks=find_tasks(index, prose, quotations.quoted, calendar),
        ),
    )
    problems = [
        *quotations.problems,
        *_check_links(site, linker),
        *_check_site(site, relations),
    ]
    return Assembled(site, tuple(problems))


def _link_all(loaded: Loaded, linker: Linker) -> LinkedProse:
    """Link the prose of every note and source, and of the home page."""
    prose: dict[str, LinkedTexts] = {}
    for note in loaded.index.notes.values():
        prose[note.path] = linker.link(note)
    for source in loaded.index.sources.values():
        prose[source.path] = linker.link(source)
    if loaded.home:
        prose[loaded.home.path] = linker.link(loaded.home)
    return prose


def _check_links(site: Site, linker: Linker) -> Iterator[Diagnostic]:
    """Report problems found while linking, and unknown names in ``unlinked``."""
    for texts in site.prose.values():
        for linked in texts.values():
            yield from linked.problems
    for note in site.index.notes.values():
        yield from linker.check_unlinked(note)
    for source in site.index.sources.values():
        yield from linker.check_unlinked(source)


def _check_site(site: Site, relations: Iterable[Relation]) -> Iterator[Diagnostic]:
    """Report problems that involve several notes or sources, and breaches of the site's rules."""
    index = site.index
    yield from check_budgets(index, site.evidence.quoted)
    yield from check_editorial(index, site.settings.editorial)
    yield from check_support(index)
    yield from check_stated(index)
    yield from check_redirects(index)
    yield from check_cycles(index, relations)


def vocabulary(index: Index, relations: Iterable[Relation]) -> Vocabulary:
    """Return the names of every note, and the facts that decide whom they mean."""
    holders = name_holders(index)
    return Vocabulary(
        names=compile_names(holders),
        subjects=subjects(index, relations),
    )
