"""Which claims speak of one thing in the world, and why."""
