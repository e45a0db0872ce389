"""The measures on cases small enough to count by hand: `python3 -m unittest discover Benchmarks/Peers`."""

import math
import unittest

from measures import area_under_curve, best_f1, best_first_answers_f1, first_answers_at, pairs_at, right_first
from peer import Answer
from string_peers import cleaned


class PairTests(unittest.TestCase):
    scores = [0.9, 0.8, 0.8, 0.4, 0.2]
    labels = [True, False, True, True, False]

    def test_a_threshold_includes_the_score_itself(self):
        accuracy = pairs_at(self.scores, self.labels, 0.8)
        self.assertAlmostEqual(accuracy.precision, 2 / 3)
        self.assertAlmostEqual(accuracy.recall, 2 / 3)
        self.assertAlmostEqual(accuracy.f1, 2 / 3)

    def test_best_f1_takes_ties_together(self):
        # Down to .4: three right of four called, none missed. A cut within the tie would not be a threshold.
        best, at = best_f1(list(zip(self.scores, self.labels)), wanted=3)
        self.assertAlmostEqual(best, 6 / 7)
        self.assertEqual(at, 0.4)

    def test_auc_counts_a_tie_half(self):
        # Of 6 pairs of match and non-match: 4 won outright (.9 over both, .8 and .4 over .2), one tied, one lost.
        self.assertAlmostEqual(area_under_curve(self.scores, self.labels), 4.5 / 6)


class FirstAnswerTests(unittest.TestCase):
    answers = [Answer("a", 0.9), Answer("b", 0.8), Answer("a", 0.6), None, Answer("c", 0.95)]
    truths = [{"a"}, {"a"}, {"a"}, {"b"}, set()]

    def test_a_wrong_entity_is_a_false_alarm_and_a_miss(self):
        accuracy = first_answers_at(self.answers, self.truths, 0.75)
        self.assertAlmostEqual(accuracy.precision, 1 / 3)
        self.assertAlmostEqual(accuracy.recall, 1 / 4)

    def test_silence_is_not_precision(self):
        accuracy = first_answers_at(self.answers, self.truths, 0.99)
        self.assertTrue(math.isnan(accuracy.precision))
        self.assertEqual(accuracy.recall, 0)
        self.assertEqual(accuracy.f1, 0)

    def test_best_f1_is_over_all_that_should_be_answered(self):
        best, at = best_first_answers_f1(self.answers, self.truths)
        self.assertAlmostEqual(best, 2 * 2 / (4 + 4))
        self.assertEqual(at, 0.6)

    def test_right_first_leaves_out_names_that_should_stay_silent(self):
        self.assertAlmostEqual(right_first(self.answers, self.truths), 2 / 4)


class CleaningTests(unittest.TestCase):
    def test_punctuation_becomes_a_space_in_any_script(self):
        self.assertEqual(cleaned("SIS d.o.o., (Straße)"), "sis d o o strasse")
        self.assertEqual(cleaned("海康威视（武汉）"), "海康威视 武汉")


if __name__ == "__main__":
    unittest.main()
