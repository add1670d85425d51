"""Whether sources support what notes say and quote.

Others use `verify` and `support`, and the checks in `budgets` and `editorial`.
"""
