/* The search: names first, then words. Names come in small files of our own, one for each beginning of a word
   (generator/exports/name_index.py), so that an exact name is always found; words come from Pagefind's index.
   Results are shown in the theme's own dialog. Where one of the two cannot be read, the other answers; where neither can,
   the theme's own search, if the engine wrote an index for it. */
(() => {
  const query = document.querySelector("[data-md-component=search-query]");
  const place = document.querySelector("[data-md-component=search-result]");
  if (document.documentElement.dataset.search !== "pagefind" || !query || !place) return;

  /* Every kind, in the order in which ties are broken. */
  const KINDS = {
    explainer: "Explainers", actor: "Actors", treaty: "Treaties", term: "Terms",
    place: "Places", event: "Events", page: "Lists", source: "Sources",
  };
  const ORDER = Object.keys(KINDS);
  const HINT = "Type to start searching";
  const STEP = 10;
  const PAUSE = 120;
  const EXACT = 1, BEGINS = 2, CONTAINS = 3, NO_MATCH = 4;
  const home = new URL(__md_scope);
  const dialog = query.closest("[data-md-component=search]");
  const toggle = document.getElementById("__search");
  const list = place.querySelector("ol");
  const status = place.querySelector(".md-search-result__meta");

  const element = (tag, properties, ...parts) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...parts);
    return made;
  };
  const chips = element("div", { className: "found-kinds", hidden: true });
  const more = element("button", { className: "found-more", type: "button", hidden: true }, "Show more");
  chips.setAttribute("role", "group");
  chips.setAttribute("aria-label", "Kinds of page");
  status.setAttribute("role", "status");
  list.removeAttribute("role");
  status.textContent = HINT;
  status.after(chips);
  list.after(more);

  /* Letters of scripts without spaces between words, as in generator/text/words.py; a run of them is a word of its own. */
  const RUN =
    /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u{20000}-\u{3ffff}]+)/u;
  const isUnspaced = (word) => RUN.test(word);

  /* Words as they are compared: without accents, case and optional punctuation. As in generator/exports/name_index.py. */
  const PLAIN = { ø: "o", ł: "l", đ: "d", ı: "i", ŧ: "t" };
  function fold(text) {
    const bare = text.replace(/[.,'’]/g, "").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    const runs = bare.replace(/[øłđıŧ]/g, (letter) => PLAIN[letter]).match(/[\p{L}\p{N}]+/gu) ?? [];
    const words = runs.flatMap((run) => run.split(RUN)).filter(Boolean);
    return (words.length > 1 && words[0] === "the" ? words.slice(1) : words).join(" ");
  }
  const isPlain = (text) => /^[\x00-\x7f]*$/.test(text);
  const keyOf = (word) => (isPlain(word.slice(0, 2)) ? word.slice(0, 2) : `u${word.codePointAt(0).toString(16)}`);

  const asked = new Map();
  async function get(path) {
    const answer = await fetch(new URL(path, home));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }
  function read(name) {
    if (!asked.has(name)) asked.set(name, get(`assets/names/${name}.json`));
    return asked.get(name);
  }

  function nearness(name, words) {
    const own = fold(name);
    if (own === words) return EXACT;
    if (own.startsWith(words)) return BEGINS;
    const parts = own.split(" ");
    const holds = (part, word) => (isUnspaced(word) ? part.includes(word) : part.startsWith(word));
    return words.split(" ").every((word) => parts.some((part) => holds(part, word))) ? CONTAINS : NO_MATCH;
  }

  function weighed([address, title, kind, summary, weight, ...others], words) {
    const near = [title, ...others].map((name) => [nearness(name, words), name]).sort(([one], [other]) => one - other)[0];
    const rank = kind === "source" ? Math.min(near[0] + 1, Math.max(near[0], CONTAINS)) : near[0]; // it has a title, not a name
    return { url: new URL(address, home), title, kind, summary, weight, rank, name: near[1] };
  }

  /* Every page with a name that contains all the words, the closest first. */
  async function named(words) {
    const longest = words.split(" ").sort((one, other) => other.length - one.length)[0];
    const key = keyOf(longest);
    if (!(await read("keys")).includes(key)) return [];
    return (await read(key)).map((entry) => weighed(entry, words)).filter((one) => one.rank < NO_MATCH).sort((one, other) =>
      one.rank - other.rank || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind)
      || other.weight - one.weight || one.title.localeCompare(other.title));
  }

  const RANKING = { metaWeights: { title: 5, names: 5, summary: 2, kind: 0 } };
  let engine = null;
  async function load() {
    const [{ options, init, search }, byKind] = await Promise.all([
      import(new URL("pagefind/pagefind.js", home)), get("pagefind/kinds.json"),
    ]);
    await options({ baseUrl: home.pathname, ranking: RANKING });
    await init();
    const pairs = Object.entries(byKind).flatMap(([one, ids]) => ids.map((id) => [id, one]));
    return { search, options, kinds: new Map(pairs) };
  }
  const pagefind = () => (engine ??= load());

  /* Pages that have all the words. Letters without spaces are words of the index, each; those of a run are asked for as a
     phrase. A page where they are in a name comes first, then where they are most often: Pagefind does not rank phrases. */
  async function withWords({ search, options }, text) {
    const phrases = fold(text).split(" ").filter(isUnspaced).map((run) => `"${[...run].join(" ")}"`);
    await options({ excerptLength: phrases.length ? 60 : 24 });
    if (!phrases.length) return (await search(text)).results;
    const spaced = text.replace(new RegExp(RUN, "gu"), " ");
    const terms = fold(spaced) ? [...phrases, spaced] : phrases;
    const [first, ...rest] = await Promise.all(terms.map((term) => search(term)));
    const others = rest.map(({ results }) => new Set(results.map(({ id }) => id)));
    const weight = ({ matchedMetaFields, words }) => (matchedMetaFields ? 1000 : 0) + words.length;
    return first.results.filter(({ id }) => others.every((ids) => ids.has(id))).sort((one, other) => weight(other) - weight(one));
  }

  /* Pagefind's HTML is read as text; only its highlighting is kept. */
  function excerpt(html) {
    const joined = html.replace(/^[\s.,;:)]+/, "").replaceAll("</mark><mark>", "");
    const parts = [...new DOMParser().parseFromString(joined, "text/html").body.childNodes];
    const text = (part) => part.textContent.replace(/ (?=[.,;:])/g, ""); // there was a number between them
    return parts.map((part) => (part.nodeName === "MARK" ? element("mark", {}, text(part)) : text(part)));
  }

  async function described(result) {
    const { url, meta, excerpt: html } = await result.data();
    return { url: new URL(url, home), title: meta.title, kind: meta.kind, summary: meta.summary ?? "", name: meta.title, excerpt: html };
  }

  let turn = 0;
  let answered = 0;
  let kind = "";
  let queue = [];
  let shown = new Set();
  let follows = false;
  let isTheirs = false;

  function line(one) {
    const head = element("span", { className: "found-title" }, one.title);
    if (fold(one.name) !== fold(one.title)) head.append(" — ", element("span", { className: "found-name" }, one.name));
    const link = element("a", { className: "md-search-result__link found", href: one.url }, head, " ",
      element("span", { className: "kind" }, one.kind[0].toUpperCase() + one.kind.slice(1)));
    if (one.summary) link.append(element("span", { className: "found-summary" }, one.summary));
    if (one.excerpt?.includes("<mark>")) link.append(element("span", { className: "found-words" }, ...excerpt(one.excerpt)));
    return element("li", { className: "md-search-result__item" }, link);
  }

  /* Show results up to a wished number; each page once. */
  async function fill(wished, mine) {
    while (shown.size < wished && queue.length) {
      const next = await Promise.all(queue.splice(0, wished - shown.size).map((one) => (one.data ? described(one) : one)));
      if (mine !== turn) return;
      for (const one of next) {
        if (shown.has(one.url.pathname)) continue;
        shown.add(one.url.pathname);
        list.append(line(one));
      }
    }
    more.hidden = !queue.length;
  }

  function choice(value, label, count) {
    const button = element("button", { type: "button" }, `${label} `, element("span", {}, count));
    button.dataset.kind = value;
    button.setAttribute("aria-pressed", String(value === kind));
    return button;
  }

  function showKinds(counts) {
    const focused = document.activeElement?.closest?.(".found-kinds button")?.dataset.kind;
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const kinds = ORDER.filter((one) => counts[one] || one === kind);
    chips.replaceChildren(choice("", "All", all), ...kinds.map((one) => choice(one, KINDS[one], counts[one] ?? 0)));
    chips.hidden = !kinds.length;
    if (focused !== undefined) chips.querySelector(`[data-kind="${focused}"]`)?.focus();
    return kind ? counts[kind] ?? 0 : all;
  }

  function tell(count) {
    if (count) status.textContent = count === 1 ? "1 page" : `${count} pages`;
    else status.replaceChildren(kind ? `No ${KINDS[kind].toLowerCase()} match. ` : "No pages match. ", allNames());
  }

  function allNames() {
    return element("a", { href: new URL("about/names/", home) }, "All names from A to Z");
  }

  function clear() {
    queue = [];
    shown = new Set();
    list.replaceChildren();
    more.hidden = true;
  }

  /* What an index answers; null where it cannot be read. */
  function orNull(answers) {
    return answers.catch((error) => {
      console.info("The search lacks an index:", error.message);
      return null;
    });
  }

  async function answer() {
    const mine = ++turn;
    const words = fold(query.value);
    place.setAttribute("aria-busy", String(words !== ""));
    if (!words) {
      clear();
      chips.hidden = true;
      status.textContent = HINT;
      return;
    }
    const names = await orNull(named(words));
    const byName = names ?? [];
    if (mine !== turn) return;
    const isWanted = (one) => !kind || one.kind === kind;
    if (byName.some(isWanted)) await present(byName.filter(isWanted), mine);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (mine !== turn) return;
    const index = await orNull(pagefind());
    const matches = index && (await orNull(withWords(index, query.value)));
    if (mine !== turn) return;
    if (!names && !matches) throw new Error("no index can be read");
    const results = matches ?? [];
    const found = results.filter(({ id }) => !kind || index.kinds.get(id) === kind);
    const counts = {};
    for (const { id } of results) counts[index.kinds.get(id)] = (counts[index.kinds.get(id)] ?? 0) + 1;
    for (const one of ORDER) counts[one] = Math.max(counts[one] ?? 0, byName.filter((page) => page.kind === one).length);
    tell(showKinds(counts));
    if (!matches) status.append(" Only names could be searched.");
    if (byName.some(isWanted)) queue.push(...found);
    else await present(found, mine);
    await fill(STEP, mine);
    if (mine === turn) place.setAttribute("aria-busy", "false");
  }

  async function present(first, mine) {
    clear();
    queue = [...first];
    await fill(STEP, mine);
    if (mine !== turn) return;
    answered = mine;
    place.parentElement.scrollTop = 0;
    if (follows) list.querySelector("a")?.click();
    follows = false;
  }

  function begin() {
    if (isTheirs) return;
    answer().catch(giveUp);
  }

  async function giveUp() {
    isTheirs = true;
    for (const part of [chips, more]) part.remove();
    list.replaceChildren();
    const { ok: hasIndex } = await fetch(new URL("search/search_index.json", home), { method: "HEAD" });
    if (hasIndex) document.dispatchEvent(new Event("search:theirs"));
    else status.replaceChildren("The search cannot be loaded. ", allNames());
  }

  function close() {
    if (toggle.checked) toggle.click();
    query.blur();
  }

  function step(by) {
    const stops = [query, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    stops[(Math.max(at, 0) + by + stops.length) % stops.length].focus();
  }

  query.addEventListener("input", () => { follows = false; begin(); });
  query.addEventListener("focus", () => { if (!isTheirs) Promise.all([read("keys"), pagefind()]).catch(() => {}); });
  query.form.addEventListener("reset", () => setTimeout(begin));
  chips.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
    if (!chosen) return;
    kind = chosen.dataset.kind;
    begin();
  });
  more.addEventListener("click", async () => {
    const last = list.lastElementChild;
    await fill(shown.size + STEP, turn);
    last?.nextElementSibling?.querySelector("a").focus();
  });
  /* Our keys, before the theme handles them: Tab moves on through kinds and pages. */
  dialog.addEventListener("keydown", (event) => {
    if (isTheirs || event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && event.target === query) {
      const first = list.querySelector("a");
      if (first && answered === turn) first.click();
      else follows = true;
    } else return;
    event.preventDefault();
  });
  dialog.addEventListener("focusout", (event) => {
    if (!isTheirs && event.relatedTarget && !dialog.contains(event.relatedTarget)) close();
  });
  const brought = new URLSearchParams(location.search).get("q");
  if (brought) {
    query.value ||= brought;
    begin();
  }
})();
