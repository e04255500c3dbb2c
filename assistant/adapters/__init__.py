"""One file for each outside system; its library is imported there and nowhere else."""
