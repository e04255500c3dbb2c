"""The use cases, one file a verb: each one transaction over the store and the queue."""
