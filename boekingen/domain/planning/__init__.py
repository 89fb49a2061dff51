"""The season planner: which lesson when with whom, for many requests at once.

A ``Scenario`` goes in, a ``Plan`` comes out. ``lezen`` reads a scenario file, ``probleem`` keeps
only what may and can, ``schaarste`` and ``herstel`` plan without a solver, ``niveaus`` plans to the
optimum with HiGHS (``highs`` is the only module that imports it), ``oorzaken`` says why a lesson is
left over and what would help, ``uitval`` mends a hole. ``planner`` puts these together.
"""
