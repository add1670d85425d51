"""What every page needs: its context, its citations, its linked prose, lists in order."""
