"""Meetings: visits, summits, forums, sessions of joint bodies, talks, calls, ceremonies."""

from pledgebook.reading.kinds.meeting.read import read_meetings

__all__ = ["read_meetings"]
