"""Text as writers wrote it: what Markdown in it means, its normal form, its plain words.

Others use `reader`, `tree`, `shown`, `plain`, `markdown` and `normal`.
"""
