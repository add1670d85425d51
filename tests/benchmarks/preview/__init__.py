"""How long a saved edit takes to show in the preview."""
