"""The figures of this project, each a ratio, a count or a time in one run (``make bench``).

One file holds one group of figures: a function marked ``@meting`` that takes the ``Terrein`` and
yields ``Cijfer``. ``GROEPEN`` in ``register`` names the files; nothing else has to be told.
"""
