"""Attached particles: و ف ب ك ل ال س before a word, pronouns behind it."""

from __future__ import annotations

_PREFIXES = (
    "وبال",
    "فبال",
    "وكال",
    "فكال",
    "وال",
    "فال",
    "بال",
    "كال",
    "ولل",
    "فلل",
    "لل",
    "وب",
    "ول",
    "وك",
    "فب",
    "فل",
    "ال",
    "و",
    "ف",
    "ب",
    "ك",
    "ل",
)


def prefix_candidates(form: str) -> list[tuple[str, str]]:
    """Return every (prefix, rest) reading of a folded word, the bare word ("", form) first.

    A reading is only possible where at least two letters remain; which one is right needs a lexicon.
    «لل» leaves the article's rest («للوزير» gives «وزير»).
    """
    found = [("", form)]
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            found.append((prefix, form[len(prefix) :]))
    return found
