"""What the templates print: one module for each subject, merged under the name ``lines``."""
