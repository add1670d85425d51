"""The relative address of one page as another page links to it."""


def link_address(page: str, seen_from: str) -> str:
    """Return the relative path of a page's file, as Markdown links name it."""
    here, _, _ = seen_from.rpartition("/")
    folder, _, name = page.rpartition("/")
    if here == folder:
        return name
    return f"../{page}" if here else page


def browser_address(page: str, seen_from: str) -> str:
    """Return the relative address of a page as browsers resolve it, for raw HTML."""
    is_index = seen_from.endswith("index.md")
    levels = seen_from.count("/") + (not is_index)
    up = "../" * levels or "./"
    folder = page.removesuffix("index.md").removesuffix(".md")
    return f"{up}{folder}/".replace("//", "/")
