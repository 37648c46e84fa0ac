"""Projects: factories, schools, railways, funds, companies and the like, planned, built, at work or given up."""

from pledgebook.reading.kinds.project.read import read_projects

__all__ = ["read_projects"]
