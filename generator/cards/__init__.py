"""The picture of a page for where its address is posted. Others use `content` and `Card`."""
