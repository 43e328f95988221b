"""One module per template: `make(standard, carrier)` lays it out, `prepare(document, values, standard)` computes.

`make` gives a `Draft`; `prepare` (where a type needs one) gives the values that its template asks for beside
the printed fields. A module is named after its template, `CARRIERS` lists those that have their own head.
"""
