"""Filters that write dates and times; the forms themselves are in ``lesaanbod.domain.datums``.

``{{ boeking.begin|datum }}`` · ``{{ begin|tijden:eind }}`` · ``{{ begin|moment:eind }}``
"""

from django import template

from lesaanbod.domain import datums

register = template.Library()

register.filter("datum", datums.format_datum)
register.filter("dag", datums.format_dag)
register.filter("datum_kort", datums.format_datum_kort)
register.filter("tijd", datums.format_tijd)
register.filter("tijden", datums.format_tijden)
register.filter("moment", datums.format_moment)
