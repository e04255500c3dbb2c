"""Have an authority's index built again in the background."""

from assistant.store import queue


def rebuild_in_background(authority_id: int) -> None:
    """Queue building the index anew; once, however often it is asked for before it begins.

    Asked for again while it is under way, the second finds it done (`rebuild_if_gone`).
    """
    if authority_id not in queue.waiting(queue.INDEX_LIBRARY):
        queue.enqueue(queue.INDEX_LIBRARY, authority_id)
