/* A number in the text shows its reference in a card: on hover, focus and the first tap. Without this
   script the numbers are plain links to the list of references. */
(() => {
  const card = document.createElement("div");
  card.className = "card-of-reference";
  card.id = "card-of-reference";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  let owner = null;
  let timer = 0;

  const numberAt = (event) => event.target.closest?.("sup.cite a[href^='#ref-']");

  function fill(entry, pin) {
    const copy = entry.cloneNode(true);
    copy.querySelectorAll(".back, .backs, [id]:empty").forEach((part) => part.remove());
    copy.querySelectorAll(".digest").forEach((part) => {
      if (pin && part.dataset.paragraph !== pin) part.remove();
    });
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    card.replaceChildren(...copy.childNodes);
  }

  function place(link) {
    const { left, top, bottom } = link.getBoundingClientRect();
    const width = Math.min(card.offsetWidth, innerWidth - 16);
    const below = bottom + 6;
    const fits = below + card.offsetHeight < innerHeight;
    card.style.left = `${Math.max(8, Math.min(left - 16, innerWidth - width - 8)) + scrollX}px`;
    card.style.top = `${(fits ? below : Math.max(8, top - card.offsetHeight - 6)) + scrollY}px`;
  }

  function show(link) {
    const entry = document.getElementById(link.hash.slice(1))?.closest("li");
    if (!entry) return;
    clearTimeout(timer);
    if (owner !== link) hide();
    owner = link;
    fill(entry, /¶(\d+)/.exec(link.textContent)?.[1]);
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

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = numberAt(event);
    if (link) show(link);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (owner && owner !== document.activeElement) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = numberAt(event);
    if (link) show(link);
    else if (!card.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  let tapped = null;
  document.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch" && owner !== numberAt(event) ? numberAt(event) : null;
    if (event.pointerType === "touch" && !numberAt(event) && !card.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = numberAt(event);
    if (!link) return;
    if (link === tapped) {
      event.preventDefault();
      show(link);
    } else hide();
  });
})();
