"""How well answers agree with the marks of an edition; the last mark of each passage is left out."""

import numpy as np

MARKS = 8


class Score:

    def __init__(self, threshold=0.5):
        self.threshold = threshold
        self.right = np.zeros(MARKS)
        self.proposed = np.zeros(MARKS)
        self.wanted = np.zeros(MARKS)
        self.right_pauses = 0
        self.loss = 0.0

    def add(self, passage, probabilities):
        labels = passage.labels[:-1].astype(int)
        p = probabilities[:-1]
        answers = np.where(1 - p[:, 0] >= self.threshold, p[:, 1:].argmax(1) + 1, 0)
        self.right += np.bincount(labels[labels == answers], minlength=MARKS)
        self.proposed += np.bincount(answers, minlength=MARKS)
        self.wanted += np.bincount(labels, minlength=MARKS)
        self.right_pauses += ((labels > 0) & (answers > 0)).sum()
        self.loss -= np.log(np.maximum(1e-9, p[np.arange(len(labels)), labels])).sum()

    def line(self):
        proposed, wanted = self.proposed[1:].sum(), self.wanted[1:].sum()
        precision, recall = self.right_pauses / max(1, proposed), self.right_pauses / max(1, wanted)
        exact = self.right[1:].sum() * 2 / max(1, proposed + wanted)
        pause = self.right_pauses * 2 / max(1, proposed + wanted)
        return (f"pause P {precision:.4f} R {recall:.4f} F1 {pause:.4f}, exact mark micro F1 {exact:.4f}, "
                f"loss {self.loss / max(1, self.wanted.sum()):.4f}")
