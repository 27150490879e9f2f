from __future__ import annotations

import numpy as np

from riwaya.annotate.reader.description import read_description
from riwaya.annotate.reader.network import add_prior
from riwaya.annotate.reader.words import read_words

from .made_up import WIDTH, describe


def test_the_rules_readings_of_particles_and_pronouns_are_the_likelier_for_it() -> None:
    description = read_description(describe(prior=5))
    words = read_words("وللحكومة مدينتها")
    logits = np.zeros((len(words), WIDTH), np.float32)
    particles, pronouns = description.heads["particles"], description.heads["pronouns"]
    for row, prefix in zip(logits, ("ول", ""), strict=True):  # as the graph does
        row[particles.begin : particles.end] = [5 * (label[0] == prefix) for label in particles.labels]
    add_prior(description, words, logits)
    best = [
        (particles.labels[row[particles.begin : particles.end].argmax()],
         pronouns.labels[row[pronouns.begin : pronouns.end].argmax()])
        for row in logits
    ]  # fmt: skip
    assert best == [(("ول", "ال"), ""), (("", ""), "ها")]
    assert np.isclose(logits.sum(), 20)
