"""From a speech's text to its task list; pure functions over units.

The package itself can be called: `tongzhi.extract(…)`.
"""

from tongzhi.calls import make_callable

make_callable(__name__, "tongzhi.library.readings", "extract")
