"""What citeproc-py's style elements do otherwise than the CSL 1.0.2 specification says, done as it says.

Each class replaces citeproc-py's class of the same element in the styles that we load (`kb/citations/styles.py`). The
measure was the output of citeproc-js 1.4.63 for the styles that we ship; `tests/kb/citations` holds it.

Rendered text carries marks (`kb/citations/runs.py`), not markup, so that one rendering serves every format.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from citeproc import LOCALES_PATH, PRIMARY_DIALECTS, model
from citeproc.source import VariableError

from kb.citations.letter_case import title_case
from kb.citations.runs import CLOSE_QUOTE, FORMATTER, OPEN_QUOTE, sort_text

HERE = Path(__file__).parent / "csl"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
WRITTEN = "written"  # in `layout.repressed`: the variables written so far by what a <substitute> tries
FIRST_NAMES = "first names"  # in `layout.repressed`: the names that a work is listed under, as written
REPLACED = "replaced"  # and those that it wrote in the names' place, which are not to be written again
# The form of a term to look for where one is missing.
SIMPLER = {"verb-short": "verb", "verb": None, "symbol": "short", "short": None}


def _state(context: Any, name: str) -> set[str]:
    found: set[str] = context.get_layout().repressed.setdefault(name, set())
    return found


def _write(context: Any, variable: str) -> None:
    """Note that a variable is written.

    :raises VariableError: when it stood in for missing names and so counts as empty.
    """
    if variable in _state(context, REPLACED):
        raise VariableError
    _state(context, WRITTEN).add(variable)


class Style(model.Style):
    """A style: its macros are found once, its locales are ours before citeproc-py's."""

    def set_locales(self, language: str, parse: Any) -> None:
        """Put together the locales in the order that the specification gives.

        :param parse: reads a locale's file.
        """
        main = language.split("-", maxsplit=1)[0]
        own = {locale.get(LANGUAGE): locale for locale in self.findall("cs:locale", self.nsmap)}
        self.locales = [own[name] for name in dict.fromkeys((language, main, None)) if name in own]
        for name in dict.fromkeys((language, PRIMARY_DIALECTS.get(main), "en-US")):
            paths = [folder / f"locales-{name}.xml" for folder in (HERE, Path(LOCALES_PATH))] if name else []
            self.locales += [parse(path) for path in paths if path.exists()][:1]
        for locale in self.locales:
            locale.style = self
        self.macros = {macro.get("name"): macro for macro in self.findall("cs:macro", self.nsmap)}
        self.calling: dict[str, bool] = {}
        self.formatter = FORMATTER
        self.ambiguous = False  # whether what is rendered now would be taken for another work without more


class Locale(model.Locale):
    """A locale: a term that has no such form is looked up in the next simpler one."""

    def get_term(self, name: str, form: str | None = None, zero_padded: bool = False) -> Any:
        """Find a term.

        :raises IndexError: when there is none.
        """
        while True:
            try:
                return super().get_term(name, form, zero_padded)
            except IndexError:
                if form is None:
                    raise
                form = SIMPLER.get(form)


class Text(model.Text):
    """Text of a variable, macro, term or value."""

    def get_macro(self, name: str) -> Any:
        """Find a macro."""
        return self.get_root().macros[name]

    def calls_variable(self) -> bool:
        """Return whether it may write a variable; found once a macro, for it is asked at every turn."""
        name = self.get("macro")
        if name is None:
            return bool(super().calls_variable())
        known: dict[str, bool] = self.get_root().calling
        if name not in known:
            known[name] = bool(super().calls_variable())
        return known[name]

    def _variable(self, item: Any, context: Any) -> Any:
        variable = self.get("variable")
        text = super()._variable(item, context)
        if text:
            _write(context, variable)
        return text

    def case(self, text: Any, language: str | None = None) -> Any:
        """Set the letters' case."""
        if self.get("text-case") == "title":
            return title_case(str(text)) if language == "en" else text
        return super().case(text, language)

    def quote(self, string: Any) -> Any:
        """Set the text in quotation marks, which are chosen once all is put together."""
        return OPEN_QUOTE + string + CLOSE_QUOTE if self.get("quotes", "false").lower() == "true" else string


class Number(model.Number):
    """A number."""

    def process(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Write it, unless it was written for missing names."""
        text = super().process(item, context=context, **kwargs)
        _write(self if context is None else context, self.get("variable"))
        return text


class Label(model.Label):
    """A label of a number: nothing where there is no such number."""

    def process(self, item: Any, variable: Any = None, plural: Any = None, context: Any = None, **kwargs: Any) -> Any:
        """Write it.

        :raises VariableError: when the number is not there.
        """
        if variable is None:
            wanted = self.get("variable")
            there = item.has_locator if wanted == "locator" else wanted.replace("-", "_") in item.reference
            if not there:
                raise VariableError
        return super().process(item, variable=variable, plural=plural, context=context, **kwargs)


class Names(model.Names):
    """Names, or what stands in for them."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Write them with all that belongs to them; a work's first are kept."""
        text = super().render(item, context=context, **kwargs)
        if text:
            (self if context is None else context).get_layout().repressed.setdefault(FIRST_NAMES, str(text))
        return text

    def process(self, item: Any, names_context: Any = None, context: Any = None, **kwargs: Any) -> Any:
        """Write them.

        :raises VariableError: when there are none and nothing stands in.
        """
        roles = [role for role in self.get("variable").split() if role.replace("-", "_") in item.reference]
        for role in roles:
            _write(self if context is None else context, role)
        return super().process(item, names_context=names_context, context=context, **kwargs)


class Name(model.Name):
    """How a name is written."""

    def get_option(self, name: str, context: Any = None, sort_options: Any = None) -> Any:
        """Return an option; initials are not made where the style says so, the words before the last as it says."""
        value = super().get_option(name, context, sort_options)
        if name == "initialize-with" and self.get("initialize", "true") == "false":
            return None
        if name == "demote-non-dropping-particle" and value == "sort-only" and sort_options:
            return "display-and-sort"
        if name == "delimiter-precedes-last" and value == "after-inverted-name":
            inverted = super().get_option("name-as-sort-order", context, sort_options)
            return "always" if inverted else "never"
        return value

    def initialize(self, given: str, mark: str, context: Any) -> Any:
        """Return initials, with no space at their end."""
        return super().initialize(given, mark, context).rstrip()


class Substitute(model.Substitute):
    """What stands in for missing names: the variables that it writes are not written again."""

    def add_to_repressed_list(self, child: Any, context: Any) -> None:
        """Nothing: `render` does it, for every variable inside."""

    def render(self, item: Any, context: Any = None, **kwargs: Any) -> Any:
        """Write the first child that yields anything."""
        before = set(_state(context, WRITTEN))
        _state(context, WRITTEN).clear()
        text = super().render(item, context=context, **kwargs)
        if text:
            _state(context, REPLACED).update(_state(context, WRITTEN))
        _state(context, WRITTEN).update(before)
        return text


class Key(model.Key):
    """A key that works are sorted by."""

    def sort_keys(self, items: Any, context: Any) -> list[str | None]:
        """Return the works' keys, free of marks, accents, capitals and leading punctuation."""
        return [None if key is None else sort_text(str(key)) for key in super().sort_keys(items, context)]


class If(model.If):
    """A condition; numbers that hold more than digits and letters are numbers too."""

    re_numeric = re.compile(r"^[a-z]{0,3}\d+[a-z]*(?:\s*[-–,&]\s*[a-z]{0,3}\d+[a-z]*)*$", re.IGNORECASE)

    def render(self, item: Any, context: Any = None, delimiter: str = "", **kwargs: Any) -> Any:
        """Write what stands inside.

        :raises ConditionFailed: when the condition does not hold.
        """
        if self.get("disambiguate") == "true" and not self.get_root().ambiguous:
            raise model.ConditionFailed
        return super().render(item, context=context, delimiter=delimiter, **kwargs)


class ElseIf(If):
    """A further condition."""


CLASSES = {
    "style": Style, "locale": Locale, "text": Text, "number": Number, "label": Label, "names": Names, "name": Name,
    "substitute": Substitute, "key": Key, "if": If, "else-if": ElseIf,
}  # fmt: skip
