"""What a desk officer reads before a visit, every line with its source."""
