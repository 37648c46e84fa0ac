"""Movements: services, corridors and shipments that the text places on a map, with ends, way, mode, cargo."""

from pledgebook.reading.kinds.movement.read import read_movements

__all__ = ["read_movements"]
