"""From a speech to the papers that follow the meeting: `drafting` makes the models, `whole_set` the files.

The package itself can be called: `tongzhi.draft(speech, meeting)`.
"""

from tongzhi.calls import make_callable

make_callable(__name__, "tongzhi.library.papers", "draft")
