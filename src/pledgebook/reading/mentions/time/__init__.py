"""Time: the words of the calendar, a grammar over them, and a clock that resolves what the grammar finds.

One expression goes `words` -> `symbols` -> `grammar` -> `expressions` -> `looks` (gathered by `survey`), then with what
stands around it (`scene`, `tense`) and a `clock` through `resolve` (`years`, `leaning`) to a span, and `sense`.
"""
