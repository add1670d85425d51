"""Build a site: what ``mkdocs build --strict`` would write, on every processor."""

import logging
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import jinja2
from mkdocs.commands.build import _build_extra_template, _build_theme_template
from mkdocs.exceptions import MkDocsException

from generator.built.summary import PageSummary, summarize
from generator.io.files import KEPT, files_in
from generator.io.memo import Memo
from generator.io.progress import each
from generator.io.workers import in_workers
from generator.publishing.frame import Frame, FramedPage, open_frame
from generator.publishing.frame_version import frame_version
from generator.publishing.page_memo import FinishedPage, PageMemo

_MKDOCS_LOG = "mkdocs"
_AT_ONCE = 32
"""Pages that a worker looks up in the memo together."""


class UnpublishableError(Exception):
    """Why there is no site; its message has a line for each fault."""


@dataclass(frozen=True, slots=True)
class _BuiltPage:
    """What is known of a page that a worker wrote."""

    path: str
    meta: Mapping[str, object]
    summary: PageSummary
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Builder:
    """Writes pages, a few at a time."""

    frame: Frame
    docs_dir: Path
    memo: PageMemo

    def build(self, paths: Sequence[str]) -> list[_BuiltPage]:
        """Write pages into the site; those that an earlier build finished are as they were."""
        texts = {path: _read(self.docs_dir, path) for path in paths}
        keys = {path: self.memo.key(path, text) for path, text in texts.items()}
        known = self.memo.get_many(keys.values(), self.frame.files.src_uris)
        built: list[_BuiltPage] = []
        new: dict[bytes, FinishedPage] = {}
        for path, key in keys.items():
            warnings: tuple[str, ...] = ()
            page = known.get(key)
            if page is None:
                framed = self.frame.page(path, texts[path])
                page = _finished(framed)
                warnings = _warnings(path, framed)
                if not framed.depends_on_all and not framed.dead:
                    new[key] = page
            self._write(path, page.html)
            built.append(_BuiltPage(path, page.meta, page.summary, warnings))
        self.memo.put_many(new)
        return built

    def _write(self, path: str, html: bytes) -> None:
        file = self.frame.files.src_uris[path]
        target = Path(file.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(html)


def _finished(page: FramedPage) -> FinishedPage:
    html = page.html.encode("utf-8", "xmlcharrefreplace")
    published = html.decode("utf-8", "replace")
    summary = summarize(published)
    return FinishedPage(html, page.meta, summary, page.targets)


def _warnings(path: str, page: FramedPage) -> tuple[str, ...]:
    dead = [
        f"{path} contains a link to {link}, which is no page." for link in page.dead
    ]
    return tuple(dead)


def build_site(
    root: Path, docs_dir: Path, site_dir: Path, memo: Memo, workers: int | None = None
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
        built_at = os.environ.get("SOURCE_DATE_EPOCH", "")
        page_memo = PageMemo(memo, frame_version(root, frame, built_at))
        builder = _Builder(frame, docs_dir, page_memo)
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
    paths = list(files)
    groups = [paths[at : at + _AT_ONCE] for at in range(0, len(paths), _AT_ONCE)]
    pages = chain.from_iterable(in_workers(builder.build, groups, workers, min_items=1))
    for page in each("Publishing pages", pages, len(paths)):
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
