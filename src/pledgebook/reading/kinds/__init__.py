"""One module a kind of fact: each reads a scene and gives the facts of its kind."""
