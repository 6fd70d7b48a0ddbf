"""Made-up customers speak in words the assistant has never seen: from the split `rehearsal`, not from anything it learned."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dajeong.conversation.reading import Language
from dajeong.learning.corpus import in_split, near_copies, read_corpus
from dajeong.playbook import Playbook, load_playbook, read_beside, read_folder
from dajeong.playbook.story import stories_of
from dajeong.simulation.customers import MadeUpCustomer, read_customers

ROOT = Path(__file__).resolve().parents[3]
ROWS = read_corpus(ROOT / "data" / "corpus")
EXAMPLES = {name: ROOT / "examples" / name for name in ("parcel", "telecom", "bank-card")}


def loaded(example: str) -> tuple[Playbook, tuple[MadeUpCustomer, ...]]:
    """An example with its customers."""
    playbook = load_playbook(read_folder(EXAMPLES[example])).playbook
    assert playbook is not None
    return playbook, read_customers(read_beside(EXAMPLES[example]), playbook)


def spoken(customers: tuple[MadeUpCustomer, ...]) -> list[str]:
    """Every sentence of their own."""
    return [
        line for each in customers for line in (*each.says.opens, *each.says.again, *each.says.upset, *each.says.asides)
    ]


def phrases(language: Language) -> list[str]:
    """Every line of a phrasebook."""
    book = ROOT / "src" / "dajeong" / "simulation" / "customers" / "phrases" / f"{language}.yaml"
    says = YAML(typ="safe").load(book.read_text("utf-8"))["says"]
    return [line for voices in says.values() for lines in voices.values() for line in lines]


def learned_from() -> list[str]:
    """Every text the shipped heads learned from or were chosen by."""
    texts = [row.text for row in in_split(ROWS, "train", "tune")]
    for path in (ROOT / "data" / "seed").glob("messages-*.tsv"):
        texts += [line.split("\t")[-1] for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    background = ROOT / "src" / "dajeong" / "understanding" / "heads" / "background.txt"
    return texts + background.read_text("utf-8").splitlines()


def own_words(playbook: Playbook, example: str) -> Iterator[str]:
    """Everything a customer says in the playbook itself: examples of its intents, and its stories."""
    for intent in playbook.intents.values():
        yield from intent.examples
    for path, text in read_beside(EXAMPLES[example]).items():
        if not path.startswith("customers/"):
            yield from (line.customer for story in stories_of(text) for line in story.lines if line.customer)


@pytest.mark.parametrize("example", EXAMPLES)
def test_their_sentences_stand_in_the_split_for_rehearsals(example: str) -> None:
    rehearsal = {row.text for row in in_split(ROWS, "rehearsal")}
    # A sentence with a fact in it is made of one and is no message of the corpus.
    own = [line for line in spoken(loaded(example)[1]) if "{" not in line]
    assert [line for line in own if line not in rehearsal] == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_their_sentences_are_nearly_none_the_playbook_was_taught_with(example: str) -> None:
    playbook, customers = loaded(example)
    own, taught = spoken(customers), list(own_words(playbook, example))
    assert [(own[one], taught[other]) for one, other in near_copies(own, taught)] == []


def test_their_sentences_are_nearly_none_the_reading_was_learned_from() -> None:
    own = [line for example in EXAMPLES for line in spoken(loaded(example)[1])]
    learned = learned_from()
    assert [(own[one], learned[other]) for one, other in near_copies(own, learned)] == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_phrasebook_is_nothing_the_reading_was_learned_from(language: Language) -> None:
    own, learned = phrases(language), learned_from()
    assert [(own[one], learned[other]) for one, other in near_copies(own, learned)] == []
