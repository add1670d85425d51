/* A card beside a link: for a number or letter in the text its reference or footnote, for a link to another page of
   the site what that page is about. On hover and focus; by touch, a tap on a mark, a long press on a link.
   Escape closes it. Without this script, links are plain links. */
(() => {
  const MAX_LENGTH = 320;
  const card = document.createElement("div");
  card.className = "card-beside";
  card.id = "card-beside";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  let owner = null;
  let timer = 0;

  /* A preview uses data and motion: readers who ask for less of either get none. */
  const isSparing = () =>
    navigator.connection?.saveData ||
    matchMedia("(prefers-reduced-motion: reduce), (prefers-reduced-data: reduce)").matches;

  const MARK = "sup:is(.cite, .note) a[href^='#_']";
  const markAt = (event) => event.target.closest?.(MARK);

  function pageAt(event) {
    const link = event.target.closest?.(".md-content a[href]");
    if (!link || link.matches(".edit a, .headerlink, .section a, svg a") || isSparing()) return null;
    const to = new URL(link.href, location.href);
    const isPage = /\/(index\.html)?$/.test(to.pathname) && to.pathname !== location.pathname;
    return to.origin === location.origin && isPage ? link : null;
  }

  const linkAt = (event) => markAt(event) || pageAt(event);

  function reference(link) {
    const entry = document.getElementById(link.hash.slice(1))?.closest("li");
    if (!entry) return [];
    const pin = /¶(\d+)/.exec(link.textContent)?.[1];
    const copy = entry.cloneNode(true);
    copy.querySelectorAll(".back, .backs, [id]:empty").forEach((part) => part.remove());
    copy.querySelectorAll(".digest").forEach((part) => {
      if (pin && part.dataset.paragraph !== pin) part.remove();
    });
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    return [...copy.childNodes];
  }

  const known = new Map();

  /* A portable copy includes its previews, since pages cannot be fetched from a folder. */
  function ask(address) {
    if (globalThis.portable) return portable.about(address);
    return fetch(address).then((answer) => (answer.ok ? answer.text() : "")).then(described);
  }

  function preview(link) {
    const address = link.href.split("#")[0];
    if (!known.has(address)) known.set(address, ask(address).then(parts, () => null));
    return known.get(address);
  }

  /* Only the text of another page is taken, never its elements. */
  function described(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    page.querySelectorAll(".headerlink, sup:is(.cite, .note)").forEach((part) => part.remove());
    const text = (choice) => page.querySelector(choice)?.textContent.trim().replace(/\s+/g, " ") || "";
    const title = text(".md-content h1");
    const about = text(".answer > p:last-child") || text(".lead") || text(".md-content h1 ~ p");
    return [text(".section"), title, about];
  }

  function parts([section, title, about]) {
    if (!title || !about) return null;
    const short = about.length > MAX_LENGTH ? `${about.slice(0, MAX_LENGTH).replace(/\s+\S*$/, "")} …` : about;
    return [["small", section], ["strong", title], ["p", short]];
  }

  function element([name, text]) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function place(link) {
    const { left, top, bottom } = link.getBoundingClientRect();
    const width = Math.min(card.offsetWidth, innerWidth - 16);
    const below = bottom + 6;
    const fits = below + card.offsetHeight < innerHeight;
    card.style.left = `${Math.max(8, Math.min(left - 16, innerWidth - width - 8)) + scrollX}px`;
    card.style.top = `${(fits ? below : Math.max(8, top - card.offsetHeight - 6)) + scrollY}px`;
  }

  async function show(link) {
    clearTimeout(timer);
    if (owner === link) return;
    hide();
    owner = link;
    const parts = link.matches(MARK)
      ? reference(link)
      : (await preview(link))?.map(element);
    if (!parts?.length || owner !== link) return;
    card.replaceChildren(...parts);
    document.body.append(card);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  function soon(what, after) {
    clearTimeout(timer);
    timer = setTimeout(what, after);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = linkAt(event);
    if (link && link !== owner) soon(() => show(link), markAt(event) ? 0 : 250);
    else if (link || card.contains(event.target)) clearTimeout(timer);
    else if (!owner) clearTimeout(timer);
    else if (owner !== document.activeElement) soon(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link) show(link);
    else if (!card.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  let tapped = null;
  let pressed = null;
  document.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    tapped = owner !== markAt(event) ? markAt(event) : null;
    pressed = null;
    const link = pageAt(event);
    if (link) {
      soon(() => {
        pressed = link;
        show(link);
      }, 500);
    } else if (!markAt(event) && !card.contains(event.target)) hide();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, (event) => {
      if (event.pointerType === "touch" && !pressed) clearTimeout(timer);
    });
  }
  document.addEventListener("contextmenu", (event) => {
    if (pressed && pageAt(event) === pressed) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event);
    if (!link) return;
    if (link === tapped || link === pressed) {
      event.preventDefault();
      pressed = null;
      show(link);
    } else hide();
  });
})();
