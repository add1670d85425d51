"""Whether sources support what notes say and quote."""
