/** All of html-validate's recommended rules; each exception says why. */
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The engine's templates write it in lower case, as HTML allows; require that form everywhere.
    "doctype-style": ["error", { style: "lowercase" }],
    // HTML's own rule (any text without a space). The theme's toggles begin with "_", sections on decades with a
    // digit: "#1960s" is an address that people may have linked to.
    "valid-id": ["error", { relaxed: true }],
    // Style, not validity: the engine's templates leave lines of spaces, which compress to almost nothing.
    "no-trailing-whitespace": "off",
    // A technique, not a criterion: the theme's two forms (colours, search) act at once and submit nothing.
    "wcag/h32": "off",
  },
};
