"""The edge: the disk, git, the environment, and programs that are run."""
