"""MkDocs as a program: it reads the generated pages and does not generate them again."""

from __future__ import annotations

import os

from generator.app.build import build
from generator.io.mkdocs import build_site
from tests.conftest import WriteProject, docs_of

KIM = "---\ntitle: Kim Jong Un\n---\nHe leads North Korea.\n"


def test_mkdocs_is_told_not_to_generate_again(project: WriteProject) -> None:
    root = project({"content/actors/kim-jong-un.md": KIM})
    build(root, docs_of(root))
    (root / "content/actors/kim-jong-un.md").write_text("---\nnot: a note\n---\n")

    ran = build_site(root, root / "site")

    assert ran.returncode == 0, ran.stderr
    assert (root / "site/actors/kim-jong-un/index.html").is_file()
    assert "MkDocs 2" not in ran.stderr
    assert "EXPLAINERS_GENERATED" not in os.environ
