"""Two versions of a paper: what changed in substance, and a marked-up paper in the final layout.

The package itself can be called: `tongzhi.compare(…)`.
"""

from tongzhi.calls import make_callable

make_callable(__name__, "tongzhi.library.readings", "compare")
