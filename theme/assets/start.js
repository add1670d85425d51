/* What the theme's scripts expect to find: where the site begins, and what a reader chose, kept by page scope. */
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
    /* A reader who keeps nothing chooses anew on each page. */
  }
}
