"""The built-in text of a letter in the language of editors, read from its own templates.

The subject and the blocks ``titel`` and ``inhoud`` of ``-tekst.txt`` become wording; an include of
``emails/onderdelen/`` becomes a building block, that the letter later renders as its template says.
So the two can never tell different things, and a new letter can be worded at once.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from django.template import Context, Node, Template
from django.template.base import TextNode, VariableNode
from django.template.defaulttags import IfNode
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode

from lesaanbod.domain.mailtekst import Bouwsteen, Briefsoort, Variabele, Woorden, Woordenschat

UITLEG = {
    "feiten": "de feiten van de les: wanneer, waar en voor wie",
    "knop": "de knop",
    "agenda": "de regel over de agenda",
}
VERPLICHT = frozenset({"feiten", "knop"})


class NietInWoorden(Exception):
    """A built-in text holds logic that the language of editors does not have."""


def load(pad: str) -> Template:
    """Return Django's own template of ``emails/<pad>``."""
    template: Any = get_template(f"emails/{pad}")
    gevonden: Template = template.template
    return gevonden


def get_block(template: Template, naam: str) -> list[Node]:
    """Return what stands in a block of a letter."""
    for extends in template.nodelist:
        if isinstance(extends, ExtendsNode):
            block = extends.blocks.get(naam)
            return list(block.nodelist) if isinstance(block, BlockNode) else []
    return []


def get_steen(node: IncludeNode) -> str:
    """Return the name of the building block that an include is."""
    return PurePath(str(node.template.var)).stem


def tell(nodes: list[Node]) -> str:
    """Return nodes as wording. Raises ``NietInWoorden`` for logic beyond «only if there is one»."""
    return "".join(tell_node(node) for node in nodes)


def tell_node(node: Node) -> str:
    """Return one node as wording."""
    if isinstance(node, TextNode):
        return node.s
    if isinstance(node, VariableNode):
        return f"{{{{ {node.filter_expression.token} }}}}"
    if isinstance(node, IncludeNode):
        return f"{{{{ {get_steen(node)} }}}}"
    if isinstance(node, IfNode) and len(node.conditions_nodelists) == 1:
        return tell(list(node.conditions_nodelists[0][1]))
    raise NietInWoorden(f"{type(node).__name__} cannot be told in the language of editors.")


def get_ingebouwd(brief: str) -> Woorden:
    """Return the built-in text of a letter as wording."""
    tekst = load(f"{brief}-tekst.txt")
    return Woorden(
        onderwerp=tell(list(load(f"{brief}-onderwerp.txt").nodelist)).strip(),
        kop=tell(get_block(tekst, "titel")).strip(),
        inhoud=tell(get_block(tekst, "inhoud")).strip(),
    )


def list_includes(template: Template) -> Iterator[IncludeNode]:
    """Return the building blocks in the text of a letter."""
    for node in get_block(template, "inhoud"):
        for een in node.get_nodes_by_type(IncludeNode):
            if isinstance(een, IncludeNode):
                yield een


def get_schat(soort: Briefsoort) -> Woordenschat:
    """Return what a wording of this letter may name: what its built-in text names."""
    template = load(f"{soort.sleutel}-tekst.txt")
    nodes = [
        *load(f"{soort.sleutel}-onderwerp.txt").nodelist,
        *get_block(template, "titel"),
        *get_block(template, "inhoud"),
    ]
    namen = [
        variable.filter_expression.token
        for node in nodes
        for variable in node.get_nodes_by_type(VariableNode)
    ]
    return Woordenschat(
        variabelen=tuple(
            Variabele(naam, soort.uitleg.get(naam, naam), str(soort.voorbeeld.get(naam, naam)))
            for naam in dict.fromkeys(namen)
        ),
        bouwstenen=tuple(
            Bouwsteen(naam, describe_steen(naam, node), naam in VERPLICHT)
            for naam, node in map_stenen(template).items()
        ),
    )


def map_stenen(template: Template) -> dict[str, IncludeNode]:
    """Return name → include of the building blocks of a letter."""
    return {get_steen(node): node for node in list_includes(template)}


def describe_steen(naam: str, node: IncludeNode) -> str:
    """Return what a building block is, for an editor; a button by what stands on it."""
    uitleg = UITLEG.get(naam, naam)
    tekst = node.extra_context.get("tekst")
    return f"{uitleg} «{tekst.var}»" if tekst is not None else uitleg


def render_steen(template: Template, naam: str, context: Context) -> str:
    """Return a building block as this letter shows it."""
    node = map_stenen(template)[naam]
    with context.render_context.push_state(template), context.bind_template(template):
        return node.render(context)
