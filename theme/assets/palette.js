/* Light or dark as the reader chose, before the page is drawn. */
(() => {
  const chosen = __md_get("__palette")?.color;
  if (!chosen) return;
  for (const part of ["media", "scheme", "primary", "accent"]) {
    if (typeof chosen[part] === "string") document.body.setAttribute(`data-md-color-${part}`, chosen[part]);
  }
})();
