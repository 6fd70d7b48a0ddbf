"""How well a version reads: on which rows, how sure that figure is, and whether another version is better."""

from dajeong.learning.evaluation.comparison import Comparison, compare
from dajeong.learning.evaluation.evaluation import Evaluation, evaluate
from dajeong.learning.evaluation.outcomes import Outcomes, read_samples
from dajeong.learning.evaluation.sample import Sample, corpus_samples

__all__ = ["Comparison", "Evaluation", "Outcomes", "Sample", "compare", "corpus_samples", "evaluate", "read_samples"]
