/* Only in portable copies, which open from a folder. Nothing can be fetched there, so the search data is loaded
   as a script when a reader uses the search or a link. The search finds names, not words of the text. */
var portable = (() => {
  const MAX_RESULTS = 12;
  const root = new URL("../", document.currentScript.src);
  let asked = null;

  const pages = () => (asked ??= new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = new URL("portable/pages.js", root);
    script.addEventListener("load", () => resolve(portable.pages));
    document.head.append(script);
  }));

  const address = (path) => new URL(`${path}index.html`, root).href;

  /* What the page at an address is about: its section, title and summary. */
  async function about(wanted) {
    const [, ...facts] = (await pages()).find(([path]) => address(path) === wanted) ?? [];
    return facts.slice(0, 3);
  }

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  /* How well a name matches: it is the same, begins with the query, or has a word for each in it; 0 if not at all. */
  function fit(name, wanted) {
    const own = words(name);
    const is = own.join(" ");
    if (is === wanted.join(" ")) return 3;
    if (is.startsWith(wanted.join(" "))) return 2;
    return wanted.every((word) => own.some((one) => one.startsWith(word))) ? 1 : 0;
  }

  async function find(text) {
    const wanted = words(text);
    if (!wanted.length) return [];
    return (await pages())
      .map((page) => [Math.max(...[page[2], ...page[4]].map((name) => fit(name, wanted))), page])
      .filter(([well]) => well)
      .sort(([one], [other]) => other - one)
      .map(([, page]) => page);
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function result([path, section, title, about]) {
    const link = element("a", { href: address(path) }, element("strong", {}, title), " ", element("small", {}, section));
    return element("li", {}, link, element("p", {}, about));
  }

  /* Replaces the site's own search, which needs a server. */
  const place = document.querySelector(".md-search");
  const toggle = document.getElementById("__search");
  if (place) {
    const field = element("input", { type: "search", name: "name", placeholder: "Find a name", autocomplete: "off" });
    field.setAttribute("aria-label", "Find a name");
    const status = element("p", {});
    status.setAttribute("role", "status");
    const list = element("ol", {});
    const all = element("a", { href: address("about/names/") }, "All names from A to Z");
    const found = element("div", { className: "found", hidden: true }, status, list, all);
    const form = element("form", { className: "portable" }, field, found);
    form.setAttribute("role", "search");
    place.replaceWith(form);

    const open = () => {
      form.classList.add("open");
      field.focus();
      pages();
    };
    const close = () => {
      form.classList.remove("open");
      found.hidden = true;
      if (toggle) toggle.checked = false;
    };
    field.addEventListener("focus", open);
    field.addEventListener("input", async () => {
      const text = field.value;
      const pages = await find(text);
      if (text !== field.value) return;
      found.hidden = !text.trim();
      list.replaceChildren(...pages.slice(0, MAX_RESULTS).map(result));
      status.textContent = `${pages.length} ${pages.length === 1 ? "page" : "pages"} found by name. Full-text search needs a server.`;
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    toggle?.addEventListener("change", () => (toggle.checked ? open() : close()));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      else if (event.key === "/" && !event.target.matches("input, select, textarea")) {
        event.preventDefault();
        open();
      }
    });
    document.addEventListener("pointerdown", (event) => {
      if (!form.contains(event.target) && !event.target.closest("label[for=__search]")) close();
    });
  }

  return { about, pages: [] };
})();
