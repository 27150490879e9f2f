"""The templates that pages are made from, and what is shipped with them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined


@cache
def environment() -> Environment:
    """Return the environment of the shipped templates; what they are given is escaped."""
    return Environment(
        loader=FunctionLoader(resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def resource(name: str) -> str:
    """Return a file of the templates' folder."""
    return (files("riwaya.serve") / "templates" / name).read_text("utf-8")
