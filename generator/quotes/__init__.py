"""Words as quotations are compared, and seals that verify them without the text."""
