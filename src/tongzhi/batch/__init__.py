"""One document for every row of a roster, here, on all cores, or on several machines.

The package itself can be called: `tongzhi.batch("circular", rows)`.
"""

from tongzhi.calls import make_callable

make_callable(__name__, "tongzhi.library.papers", "batch")
