"""What a file that goes out may hold beside what a reader sees, and who answers for it."""
