/* What the theme's scripts expect: the root of the site, and the reader's choices, stored per site. */
var __md_scope = new URL(document.currentScript.dataset.base, location);

function __md_hash(text) {
  let hash = 0;
  for (const letter of text) hash = (hash << 5) - hash + letter.charCodeAt(0);
  return hash;
}

function __md_get(name, storage = localStorage, scope = __md_scope) {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${name}`));
  } catch {
    return null;
  }
}

function __md_set(name, value, storage = localStorage, scope = __md_scope) {
  try {
    storage.setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
  } catch {
    /* Without storage, readers choose again on each page. */
  }
}

/* The index of the theme's search weighs more than a page, so it is fetched only when a reader opens the search,
   and with our own search (theme/scripts/search.js), only if that fails. */
document.documentElement.dataset.search = document.currentScript.dataset.search;
(() => {
  const { open, send } = XMLHttpRequest.prototype;
  const indexes = new WeakSet();
  const isWanted = new Promise((resolve) => {
    if (document.documentElement.dataset.search === "pagefind") {
      document.addEventListener("search:theirs", resolve);
      return;
    }
    if (new URLSearchParams(location.search).has("q")) resolve();
    document.addEventListener("focusin", (event) => {
      if (event.target.matches?.("[data-md-component=search-query]")) resolve();
    });
    document.addEventListener("change", (event) => {
      if (event.target.matches?.("#__search")) resolve();
    });
  });

  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (/\/search\/search_index\.json$/.test(address)) indexes.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (indexes.delete(this)) isWanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
})();

/* The theme takes a link that is only an alternate for a translation, and requests its sitemap. Feeds are not translations,
   so they get one word more while the theme looks, which it does once. Feed readers, with or without scripts, still find them. */
(() => {
  const call = (relation) => () => {
    for (const link of document.querySelectorAll('link[rel~="alternate"][type^="application/"]')) link.rel = relation;
  };
  document.addEventListener("DOMContentLoaded", call("feed alternate"));
  addEventListener("load", call("alternate"));
})();
