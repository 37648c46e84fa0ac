"""Time: words of the calendar, the grammar over them, and a clock that resolves what the grammar finds.

One expression goes `words` -> `symbols` -> `expressions` -> `looks` (gathered by `survey`) -> `scene` and `tense` ->
`resolve` with a `clock` -> `sense`.
"""
