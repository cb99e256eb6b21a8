"""What was made once and is wanted again: the newest of it, by key, up to a weight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """At most `most` things that weigh `heaviest` together; those that were not asked for longest go first."""

    def __init__(self, most: int, heaviest: int, weight: Callable[[T], int]) -> None:
        self._most, self._heaviest, self._weight = most, heaviest, weight
        self._things: OrderedDict[str, T] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str, make: Callable[[], T]) -> T:
        """What is kept under `key`; made by `make` where nothing is."""
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
                return self._things[key]
        made = make()
        with self._lock:
            self._things[key] = made
            while len(self._things) > self._most or sum(map(self._weight, self._things.values())) > self._heaviest:
                self._things.popitem(last=False)
        return made
