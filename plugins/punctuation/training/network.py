"""The network: rows of characters and pairs, then gated convolutions of growing dilation."""

import torch
import torch.nn.functional as F
from torch import nn

MARKS = 8
PAIRED = 4


class Network(nn.Module):

    def __init__(self, characters, pairs, character_width, pair_width, width, dilations):
        super().__init__()
        self.dilations = dilations
        self.characters = nn.Embedding(characters, character_width)
        self.pairs = nn.Embedding(pairs, pair_width)
        self.known = nn.Embedding(MARKS, width)
        self.entry = nn.Linear(3 * (character_width + pair_width), width)
        self.layers = nn.ModuleList(nn.Linear(3 * width, 2 * width) for _ in dilations)
        self.exit = nn.Linear(width, MARKS + PAIRED)
        with torch.no_grad():
            nn.init.normal_(self.characters.weight, std=0.5)
            nn.init.normal_(self.pairs.weight, std=0.1)
            nn.init.zeros_(self.known.weight)
            nn.init.zeros_(self.exit.weight)

    def forward(self, characters, pairs, known, inside, pair_dropout=0.0, character_dropout=0.0):
        """Scores of marks and of paired marks behind each character.

        characters, pairs: rows; known: label of the mark that stands, 0 for none;
        inside: 1 for a character, 0 for padding, by passage and place.
        """
        mask = inside.unsqueeze(2)
        rows = self.characters(characters)
        both = self.pairs(pairs)
        if pair_dropout:
            both = both * (torch.rand(pairs.shape).unsqueeze(2) >= pair_dropout)
        if character_dropout:
            rows = rows * (torch.rand(pairs.shape).unsqueeze(2) >= character_dropout)
        h = torch.cat([rows, both], 2) * mask
        marked = self.known(known) * (known > 0).unsqueeze(2)
        h = (self.entry(beside(h, 1)) + marked) * mask
        for dilation, layer in zip(self.dilations, self.layers):
            h = h + F.glu(layer(beside(norm(h), dilation)), 2) * mask
        scores = self.exit(norm(h))
        return scores[:, :, :MARKS], scores[:, :, MARKS:]


def norm(h):
    return F.layer_norm(h, h.shape[2:], eps=1e-3)


def beside(h, distance):
    """The vectors before, at and behind each place."""
    length = h.shape[1]
    padded = F.pad(h, (0, 0, distance, distance))
    return torch.cat([padded[:, :length], h, padded[:, 2 * distance:]], 2)
