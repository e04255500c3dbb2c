"""What the assistant knows: pure functions over plain values, with no I/O, no clock, no chance."""
