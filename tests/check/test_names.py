"""The names of rules: stable, and each of one rule alone."""

import importlib
import pkgutil
from collections import Counter

from narrate import check
from narrate.check.rule import Rule


def test_no_two_rules_of_any_kind_share_a_name() -> None:
    found = pkgutil.walk_packages(check.__path__, f"{check.__name__}.")
    modules = [importlib.import_module(each.name) for each in found]
    every = [each for module in modules for each in getattr(module, "RULES", ())]
    rules = list({id(each): each for each in every}.values())  # some tables are shared
    assert len(rules) > 150
    assert all(isinstance(each, Rule) for each in rules)
    names = Counter(rule.name for rule in rules)
    assert [name for name, count in names.items() if count > 1] == []
