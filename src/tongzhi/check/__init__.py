"""Checks documents and repairs them. The package itself can be called: `tongzhi.check("out.docx")`.

`tongzhi.check` is both the public function and this package, whatever was imported first.
"""

from tongzhi.calls import make_callable

make_callable(__name__, "tongzhi.check.run", "check")
