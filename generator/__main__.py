"""Run the command line: ``python -m generator``."""

from generator.app.cli import main

main(prog_name="explainers")
