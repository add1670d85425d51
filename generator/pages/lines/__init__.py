"""What templates print: a module for each subject, such as ``lines.treaties``."""
