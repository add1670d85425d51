"""Build a site: what ``mkdocs build --strict`` would write, on every processor."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.commands.build import _build_extra_template, _build_theme_template
from mkdocs.exceptions import MkDocsException

from generator.built.summary import PageSummary, summarize
from generator.io.files import KEPT, files_in
from generator.io.workers import in_workers
from generator.publishing.frame import Frame, open_frame

_MKDOCS_LOG = "mkdocs"


class UnpublishableError(Exception):
    """Why there is no site; its message has a line for each fault."""


@dataclass(frozen=True, slots=True)
class _BuiltPage:
    """What is known of a page that a worker wrote."""

    path: str
    meta: Mapping[str, object]
    warnings: tuple[str, ...]
    summary: PageSummary


@dataclass(frozen=True, slots=True)
class _Builder:
    """Writes one page at a time."""

    frame: Frame
    docs_dir: Path

    def build(self, path: str) -> _BuiltPage:
        """Write a page into the site."""
        text = _read(self.docs_dir, path)
        page = self.frame.page(path, text)
        file = self.frame.files.src_uris[path]
        target = Path(file.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        content = page.html.encode("utf-8", "xmlcharrefreplace")
        target.write_bytes(content)
        published = content.decode("utf-8", "replace")
        summary = summarize(published)
        return _BuiltPage(path, page.meta, page.warnings, summary)


def build_site(
    root: Path, docs_dir: Path, site_dir: Path, workers: int | None
) -> Mapping[str, PageSummary] | None:
    """Write the site of generated pages into an empty folder; summarize its pages, by path.

    Return None if mkdocs.yml names other plugins or hooks, which may do anything to a page.

    Raises:
        UnpublishableError: If MkDocs would stop a strict build.
    """
    with _strict() as warnings:
        paths = files_in(docs_dir) - {KEPT}
        frame = open_frame(root, site_dir, paths, lambda path: _read(docs_dir, path))
        if not frame.is_ours:
            return None
        frame.files.copy_static_files()
        builder = _Builder(frame, docs_dir)
        summaries = _build_pages(builder, workers, warnings)
        _build_templates(frame)
    return summaries


def _read(docs_dir: Path, path: str) -> str:
    return (docs_dir / path).read_text(encoding="utf-8-sig")


def _build_pages(
    builder: _Builder, workers: int | None, warnings: list[str]
) -> dict[str, PageSummary]:
    """Write every page; return their summaries, and add warnings in the order of the pages."""
    files = {file.src_uri: file for file in builder.frame.documents}
    built: dict[str, _BuiltPage] = {}
    for page in in_workers(builder.build, list(files), workers):
        built[page.path] = page
    summaries: dict[str, PageSummary] = {}
    for path, file in files.items():
        warnings += built[path].warnings
        summaries[file.dest_uri] = built[path].summary
        if file.page:
            file.page.meta = dict(built[path].meta)  # the sitemap has its last change
    return summaries


def _build_templates(frame: Frame) -> None:
    """Write the files that templates make without a page, such as the sitemap."""
    for name in frame.config.theme.static_templates:
        _build_theme_template(name, frame.env, frame.files, frame.config, frame.nav)
    for name in frame.config.extra_templates:
        _build_extra_template(str(name), frame.files, frame.config, frame.nav)


class _Kept(logging.Handler):
    """Keeps the messages of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.messages.append(record.getMessage())


@contextmanager
def _strict() -> Iterator[list[str]]:
    """Yield a list for warnings, to which MkDocs adds its own; any warning is an error.

    Raises:
        UnpublishableError: If there is a warning, or MkDocs or a template stops.
    """
    kept = _Kept()
    log = logging.getLogger(_MKDOCS_LOG)
    log.addHandler(kept)
    propagates, log.propagate = log.propagate, False
    try:
        yield kept.messages
    except MkDocsException as error:
        raise _unpublishable([*kept.messages, str(error)]) from error
    except jinja2.TemplateError as error:
        raise _unpublishable([*kept.messages, _template_fault(error)]) from error
    finally:
        log.removeHandler(kept)
        log.propagate = propagates
    if kept.messages:
        raise _unpublishable(kept.messages)


def _unpublishable(messages: Iterable[str]) -> UnpublishableError:
    return UnpublishableError("\n".join(filter(None, messages)))


def _template_fault(error: jinja2.TemplateError) -> str:
    """Say which line of a template of the theme is wrong, and why."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"theme/overrides/{error.name}:{error.lineno}: {error.message}"
    return f"theme/overrides: {error.message}"
