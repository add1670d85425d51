/* Filters for long timelines: by kind, by actor, by year. The choice is kept in the address, so that
   it can be shared. Without this script the whole list is shown. */
(() => {
  const drawing = document.querySelector("figure.overview");
  const entries = [...document.querySelectorAll(".timeline .when[data-from]")];
  if (!drawing || entries.length < 20) return;

  const kinds = [["", "Everything"], ["event", "Events"], ["treaty", "Treaties"], ["life", "Lives and offices"]];
  const actors = [...document.querySelectorAll(".whose [data-id]")].map((one) => [one.dataset.id, one.textContent]);
  const years = entries.flatMap((one) => [+one.dataset.from, +one.dataset.to]);
  const bounds = { min: Math.min(...years), max: Math.max(...years) };

  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("aria-label", "Filter the timeline");
  const count = document.createElement("output");
  const clear = document.createElement("button");
  clear.type = "reset";
  clear.textContent = "Show all";

  function labelled(text, field) {
    const label = document.createElement("label");
    label.append(text, field);
    form.append(label);
    return field;
  }
  function choice(name, text, options) {
    const select = labelled(text, document.createElement("select"));
    select.name = name;
    for (const [value, words] of options) select.add(new Option(words, value));
    return select;
  }
  function year(name, text) {
    const field = labelled(text, document.createElement("input"));
    Object.assign(field, { name, type: "number", inputMode: "numeric", ...bounds });
    return field;
  }
  choice("kind", "Show", kinds);
  if (actors.length) choice("who", "Actor", [["", "Everyone"], ...actors]);
  year("from", "From");
  year("to", "To");
  form.append(clear, count);
  drawing.after(form);

  function matches(one, wish) {
    const { kind, who, from, to } = one.dataset;
    return (!wish.kind || kind === wish.kind)
      && (!wish.who || who.split(" ").includes(wish.who))
      && (!wish.from || +to >= +wish.from)
      && (!wish.to || +from <= +wish.to);
  }

  function show() {
    const wish = Object.fromEntries(new FormData(form));
    const hidden = new Set();
    for (const one of entries) {
      one.closest("li").hidden = !matches(one, wish);
      if (one.closest("li").hidden) hidden.add(`#${one.id}`);
    }
    for (const list of new Set(entries.map((one) => one.closest(".timeline")))) {
      list.hidden = !list.querySelector("li:not([hidden])");
      const heading = list.previousElementSibling;
      if (/^H[2-4]$/.test(heading?.tagName) && heading.id !== "timeline") heading.hidden = list.hidden;
    }
    for (const mark of drawing.querySelectorAll("svg a")) mark.classList.toggle("out", hidden.has(mark.getAttribute("href")));
    const shown = entries.length - hidden.size;
    count.textContent = hidden.size ? `${shown} of ${entries.length} entries` : `${shown} entries`;
    clear.hidden = !hidden.size;
  }

  function remember() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", `${query.size ? `?${query}` : location.pathname}${location.hash}`);
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements[name];
    if (field && (field.type === "number" || [...field.options].some((option) => option.value === value))) field.value = value;
  }
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
  show();
})();
