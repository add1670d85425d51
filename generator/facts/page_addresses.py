"""The relative address of one page as another page links to it."""

from generator.text.markdown import Markdown


def link_address(page: str, seen_from: str) -> Markdown:
    """Return the relative path of a page's file, as Markdown links name it."""
    here, _, _ = seen_from.rpartition("/")
    folder, _, name = page.rpartition("/")
    if here == folder:
        return Markdown(name)
    if here:
        return Markdown(f"../{page}")
    return Markdown(page)


def browser_address(page: str, seen_from: str) -> str:
    """Return the relative address of a page as browsers resolve it, for raw HTML."""
    levels = seen_from.count("/")
    if not seen_from.endswith("index.md"):
        levels += 1
    up = "../" * levels or "./"
    folder = page.removesuffix("index.md").removesuffix(".md")
    address = f"{up}{folder}/"
    return address.replace("//", "/")
