/* Tables that can be sorted, filtered and compared. Without this script they stay as they are. */
(() => {
  const text = (cell) => cell.textContent.trim();
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /* Sort by the words of a column, or by its dates; empty cells come last either way. */
  function sort(table, column, isDown) {
    const key = (row) => row.cells[column].querySelector("[data-sort]")?.dataset.sort ?? text(row.cells[column]);
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const rows = [...table.tBodies[0].rows].sort((one, other) => {
      const [left, right] = [key(one), key(other)];
      return !left - !right || (isDown ? order(right, left) : order(left, right));
    });
    table.tBodies[0].append(...rows);
    for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
    table.tHead.rows[0].cells[column].setAttribute("aria-sort", isDown ? "descending" : "ascending");
  }

  for (const table of document.querySelectorAll(".sortable table")) {
    if (table.tBodies[0].rows.length < 3) continue;
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = element("button", { type: "button", className: "sort" }, ...head.childNodes);
      button.addEventListener("click", () => sort(table, column, head.getAttribute("aria-sort") === "ascending"));
      head.append(button);
    });
  }

  /* Show the rows of a matrix that have a mark in every column asked for. */
  const matrix = document.querySelector(".matrix table");
  if (matrix) {
    const heads = [...matrix.tHead.rows[0].cells].map(text);
    const boxes = heads.slice(1).map((name, place) => [place + 1, element("input", { type: "checkbox", name: "obliges", value: name })]);
    const fields = element("fieldset", {}, element("legend", {}, "Show treaties with these obligations"));
    boxes.forEach(([column, box]) => fields.append(element("label", {}, box, heads[column])));
    const count = element("output");
    const form = element("form", { className: "filters" }, fields, count);
    const show = () => {
      const asked = boxes.filter(([, box]) => box.checked).map(([column]) => column);
      const rows = [...matrix.tBodies[0].rows];
      for (const row of rows) row.hidden = !asked.every((column) => text(row.cells[column]));
      count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} treaties`;
    };
    const wished = new URLSearchParams(location.search).getAll("obliges");
    for (const [, box] of boxes) box.checked = wished.includes(box.value);
    form.addEventListener("change", () => { show(); remember("obliges", new FormData(form).getAll("obliges")); });
    matrix.closest(".matrix").before(form);
    show();
  }

  function remember(name, values) {
    const query = new URLSearchParams(location.search);
    query.delete(name);
    for (const value of values) query.append(name, value);
    history.replaceState(null, "", `${query.size ? `?${query}` : location.pathname}${location.hash}`);
  }

  /* A name in the drawing of ties leads to the table; with this script, straight to its page. */
  for (const node of document.querySelectorAll(".graph svg a")) {
    const link = document.getElementById(node.getAttribute("href").slice(1))?.querySelector("a");
    if (link) node.setAttribute("href", link.getAttribute("href"));
  }

  /* Show two or three rows of a table side by side. */
  const MAX_COMPARED = 3;
  const treaties = document.querySelector(".comparable table");
  if (treaties && treaties.tBodies[0].rows.length > 1) {
    const rows = [...treaties.tBodies[0].rows];
    const heads = [...treaties.tHead.rows[0].cells].map(text);
    const idOf = (row) => row.cells[0].querySelector("a").getAttribute("href").replace(/index\.html$/, "").split("/").filter(Boolean).pop();
    const chosen = () => rows.filter((row) => row.querySelector("input").checked);
    const place = element("section", { className: "compared", tabIndex: -1, hidden: true });
    place.setAttribute("aria-label", "Side by side");

    const line = (head, cells, tag) => element("tr", {}, element("th", { scope: "row" }, head),
      ...cells.map((cell) => element(tag, {}, ...[...cell.childNodes].filter((node) => !node.matches?.("label")).map((node) => node.cloneNode(true)))));
    const show = () => {
      const picked = chosen();
      for (const row of rows) row.querySelector("input").disabled = picked.length >= MAX_COMPARED && !picked.includes(row);
      place.hidden = picked.length < 2;
      const lines = heads.slice(1).map((head, at) => [head, picked.map((row) => row.cells[at + 1])])
        .filter(([, cells]) => cells.some(text)).map(([head, cells]) => line(head, cells, "td"));
      place.replaceChildren(element("h2", {}, "Side by side"), element("div", { className: "md-typeset__scrollwrap" }, element("table", {},
        element("thead", {}, line("Treaty", picked.map((row) => row.cells[0]), "th")), element("tbody", {}, ...lines))));
    };
    const wished = (new URLSearchParams(location.search).get("compare") ?? "").split(",");
    for (const row of rows) {
      const box = element("input", { type: "checkbox", checked: wished.includes(idOf(row)) });
      box.setAttribute("aria-label", `Compare ${text(row.cells[0])}`);
      row.cells[0].prepend(element("label", { className: "pick" }, box));
      box.addEventListener("change", () => { show(); remember("compare", chosen().length ? [chosen().map(idOf).join(",")] : []); });
    }
    treaties.closest(".comparable").before(element("p", { className: "hint" }, "Tick two or three treaties to see them side by side."), place);
    show();
  }

  /* What scrolls sideways can be scrolled with keys. The theme wraps tables once the page has loaded. */
  addEventListener("load", () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  });
})();
