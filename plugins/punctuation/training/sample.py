"""Makes the small network of NetworkFileTest and what the framework answers: random weights, fixed by a seed."""

import argparse
import pathlib

import numpy as np
import torch

import export
import passages as data
from network import Network

TEXT = "学而时习之不亦说乎有朋自远方来不亦乐乎人不知而不愠不亦君子乎𠲽"
KNOWN = {4: 1, 8: 6}  # a comma behind the fifth character, a question mark behind the ninth


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", required=True, help="folder of the test's resources")
    out = pathlib.Path(parser.parse_args().output)
    torch.manual_seed(1858)
    codes = np.array([ord(character) for character in TEXT], np.int32)
    vocabulary = data.Vocabulary(np.unique(codes)[::2].astype(np.int64), np.unique(data.pairs(codes))[::3])
    network = Network(len(vocabulary.characters) + 1, len(vocabulary.pairs) + 1, 8, 4, 8, [1, 3])
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.normal_(std=0.5)
    packed = export.packed(network.state_dict(), [1, 3], vocabulary)
    (out / "network.bin").write_bytes(packed)
    characters, pairs = vocabulary.rows(codes)
    known = torch.zeros(1, len(codes), dtype=torch.int64)
    for gap, mark in KNOWN.items():
        known[0, gap] = mark
    with torch.no_grad():
        scores = network(torch.from_numpy(characters)[None], torch.from_numpy(pairs)[None], known,
                         torch.ones(1, len(codes)))
    lines = [" ".join(f"{score:.5f}" for score in gap) for gap in torch.cat(scores, 2)[0].tolist()]
    (out / "network.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
