"""Every place a stranger's text may go: each field of each kind, each construct of a body."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from generator.notes.model import KINDS
from generator.schema.field_map import field_names, group_in
from generator.schema.sources import SourceFields
from generator.schema.values import Fields
from tests.rendered import errors, site_of

BASE = {
    "content/terms/here.md": "# Here\n\nx\n",
    "content/actors/kim.md": "---\ntitle: Kim Jong Un\nsources: un\n---\nOf [[here]].\n",
    "seeds/un.md": "p0: Kim Jong Un met nobody.\n",
}
"""What the text is put beside."""
NEEDED: dict[str, dict[str, object]] = {
    "claims": {"says": "x"},
    "roles": {"title": "x"},
    "parties": {"party": "Kim Jong Un"},
    "articles": {"gist": "x"},
    "suspended": {"what": "x"},
    "corrections": {"p": 0, "kind": "name", "read": "x"},
    "paragraphs": {},
    "corrected": {"date": "2024", "what": "x"},
}
"""The fields a group cannot do without."""
REQUIRED = {"events": {"date": "1961"}}
BODIES = {
    "paragraph": "A {} b\n",
    "line": "{}\n",
    "item": "- {}\n",
    "heading": "## {}\n\nx\n",
    "quotation": "> {}\n",
    "cell": "| a | b |\n| --- | --- |\n| {} | x |\n",
    "definition": "a\n:   {}\n",
    "link-text": "[{}](https://un.example/)\n",
    "link-address": "[a]({})\n",
    "link-title": '[a](https://un.example/ "{}")\n',
    "image-alt": "![{}](a.png)\n",
    "image-address": "![a]({})\n",
    "code": "`{}`\n",
    "fence": "```\n{}\n```\n",
    "indented": "    {}\n",
    "wikilink": "[[here|{}]]\n",
    "quoted": '"{}" [@un]\n',
    "emphasis": "*{}* **{}** _{}_\n",
    "reference": "[a]: {}\n\n[a] [b][a]\n",
    "footnote": "x[^1]\n\n[^1]: {}\n",
    "footnote-label": "x[^{}]\n\n[^{}]: y\n",
    "alert": "> [!NOTE]\n> {}\n",
    "task": "- [x] {}\n",
    "term": "{}\n:   x\n",
    "embed": "![[here|{}]]\n",
    "section": "[[#{}]] [[here#{}|x]]\n",
    "comment": "a %%{}%% b\n",
    "struck": "~~{}~~\n",
    "language": "```{}\nx\n```\n",
}


def places(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the name of each place, and a site with the text there."""
    for folder, kind in KINDS.items():
        for name, fields in _fields(kind.fields, text):
            yield (
                f"{folder}.{name}",
                _note(f"content/{folder}/note.md", folder, fields, "x\n"),
            )
        for name, form in BODIES.items():
            if folder in {"topics", "events"} or name in {"paragraph", "line"}:
                body = form.replace("{}", text)
                yield (
                    f"{folder}:{name}",
                    _note(f"content/{folder}/note.md", folder, {}, body),
                )
    for name, fields in _fields(SourceFields, text):
        yield f"sources.{name}", _note("seeds/note.md", "", fields, "x\n")
    yield "sources:open", _note("seeds/note.md", "", {"rights": "open"}, f"{text}\n")
    yield "sources:digest", _note("seeds/note.md", "", {}, f"p0: {text}\n\np1: x\n")
    yield "home", {**BASE, "content/index.md": f"{text}\n"}
    yield "raw", {**BASE, "content/terms/note.md": f"{text}\n"}
    yield (
        "raw-front-matter",
        {**BASE, "content/terms/note.md": f"---\n{text}\n---\nx\n"},
    )
    yield (
        "raw-value",
        {**BASE, "content/terms/note.md": f"---\ntitle: {text}\n---\nx\n"},
    )
    yield "seal", {**BASE, "seeds/un.seal": f"{text}\n"}
    if "/" not in text and "\0" not in text:
        yield "file-name", {**BASE, f"content/terms/{text}.md": "x\n"}
        yield "folder", {**BASE, f"content/{text}/note.md": "x\n"}


def _fields(model: type[Fields], text: str) -> Iterator[tuple[str, dict[str, object]]]:
    for name in field_names(model):
        inner = group_in(model, name)
        if name in NEEDED and inner:
            for sub in field_names(inner):
                group: dict[str, object] = {**NEEDED[name], sub: text}
                yield f"{name}.{sub}", {name: [group]}
        else:
            yield name, {name: text}
            if inner:  # a statement
                stated = {"value": "x", "why": text, "printed": text, "source": "un"}
                yield f"{name}.stated", {name: [stated, {"value": text}]}


def _note(
    path: str, folder: str, fields: dict[str, object], body: str
) -> dict[str, str]:
    return {**BASE, path: _text({**REQUIRED.get(folder, {}), **fields}, body)}


def sites(texts: list[str]) -> dict[str, str]:
    """Return one site in which each text stands on pages of three kinds, wherever it is taken."""
    files = {**BASE, ".env": SECRET, "content/.env": SECRET}
    for number, text in enumerate(texts):
        for folder, name, model in (
            ("content/actors", "actor", KINDS["actors"].fields),
            ("content/topics", "topic", KINDS["topics"].fields),
            ("seeds", "source", SourceFields),
        ):
            path = f"{folder}/{name}-{number}.md"
            front = _accepted(path, model, text)
            if folder == "content/actors":
                front["title"] = f"{text} {number}"
                if not _is_fine(path, front, "x\n"):
                    del front["title"]
            files |= {path: _text(front, _body(path, front, text))}
    return files


def _body(path: str, front: dict[str, object], text: str) -> str:
    """Return every construct that takes the text; one may define what another refers to."""
    forms = [form.replace("{}", text) for form in BODIES.values()]
    bodies = [body for body in forms if _is_fine(path, front, body)]
    together = "\n\n".join(bodies) or "x\n"
    if _is_fine(path, front, together):
        return together
    kept = "x\n"
    for body in bodies:
        more = f"{kept}\n\n{body}"
        if _is_fine(path, front, more):
            kept = more
    return kept


SECRET = "SECRET=canary-of-another-file"  # noqa: S105 - nobody's


def _accepted(path: str, model: type[Fields], text: str) -> dict[str, object]:
    """Return every field that takes the text, alone and together."""
    fields = {
        name: value
        for name, value in _fields(model, text)
        if name in _takes_words(model)
    }
    every: dict[str, object] = {}
    for value in fields.values():
        every |= value
    if _is_fine(path, every, "x\n"):
        return every
    front: dict[str, object] = {}
    for value in fields.values():
        front = (
            {**front, **value} if _is_fine(path, {**front, **value}, "x\n") else front
        )
    return front


@cache
def _takes_words(model: type[Fields]) -> frozenset[str]:
    """Return the fields that take any words; those that must be each note's own are left out."""
    path = "seeds/note.md" if model is SourceFields else "content/actors/note.md"
    if model is KINDS["topics"].fields:
        path = "content/topics/note.md"
    own = {"title", "aliases", "short"}
    return frozenset(
        name
        for name, fields in _fields(model, "plain words")
        if name not in own and _is_fine(path, fields, "x\n")
    )


def _is_fine(path: str, front: dict[str, object], body: str) -> bool:
    return not errors(site_of({**BASE, path: _text(front, body)})[1])


def _text(front: dict[str, object], body: str) -> str:
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    return f"---\n{lines}---\n{body}"
