"""Whether regular expressions take linear time: find them, write texts against them, time them."""
