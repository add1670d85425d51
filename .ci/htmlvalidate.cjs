/** html-validate's whole list of recommended rules; each that is eased says why. */
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The engine's templates write it in small letters, as HTML allows: held to one form all the same.
    "doctype-style": ["error", { style: "lowercase" }],
    // HTML's own rule (any text without a blank). The theme's switches begin with "_", sections on decades with a
    // digit: "#1960s" is an address that people may have linked to.
    "valid-id": ["error", { relaxed: true }],
    // Style, not validity: the engine's templates leave lines of blanks, which compression makes nothing of.
    "no-trailing-whitespace": "off",
    // A technique, not a criterion: the theme's two forms (colours, search) act at once and send nothing anywhere.
    "wcag/h32": "off",
  },
};
