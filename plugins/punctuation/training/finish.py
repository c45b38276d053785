"""Lets a trained network learn once more from the passages of the last dynasties, whose language the project's texts are in, and
takes the mean of the weights before and after (Wortsman and others 2022): it gains there and loses nothing elsewhere."""

import argparse
import json
import pathlib

import numpy as np
import torch

from network import Network
from passages import Vocabulary
from train import Batch, cut, load, loss_of, measure, POOL

PERIODS = ("清", "民国")


def chosen_batches(learned, characters, batch, random):
    """Batches of passages of the last dynasties, in random order."""
    late = [number for number, passage in enumerate(learned) if passage.dynasty in PERIODS]
    random.shuffle(late)
    batches, pool, room, taken = [], [], 0, 0
    for number in late:
        size = len(learned[number].codes)
        pool.append((size, number))
        room += size
        taken += size
        if room > POOL * batch:
            batches += cut(pool, batch, random)
            pool, room = [], 0
        if taken > characters:
            break
    return batches + cut(pool, batch, random)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of the training data")
    parser.add_argument("--run", required=True, help="the folder that train.py wrote")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--characters", type=int, default=3_000_000)
    parser.add_argument("--rate", type=float, default=0.0006)
    parser.add_argument("--warm-up", type=int, default=60)
    parser.add_argument("--share", type=float, default=0.5, help="share of the weights that is learned here")
    parser.add_argument("--threads", type=int, default=1)
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seed)
    random = np.random.default_rng(chosen.seed)
    run = pathlib.Path(chosen.run)
    made = json.loads((run / "options.json").read_text())
    learned, development = load(pathlib.Path(chosen.data), run / "passages.pickle")
    known = np.load(run / "vocabulary.npz")
    vocabulary = Vocabulary(known["characters"], known["pairs"])
    network = Network(len(vocabulary.characters) + 1, len(vocabulary.pairs) + 1, made["character_width"],
                      made["pair_width"], made["width"], made["dilations"])
    before = torch.load(run / "checkpoint.pt", weights_only=True)["network"]
    network.load_state_dict(before)
    print(f"before: {measure(network, vocabulary, development).line()}", flush=True)
    optimizer = torch.optim.Adam(network.parameters(), lr=chosen.rate, betas=(0.9, 0.98), eps=1e-8, fused=True)
    batches = chosen_batches(learned, chosen.characters, made["batch"], random)
    for number, passages in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = chosen.rate * min(1, (number + 1) / chosen.warm_up) * (1 - number / len(batches))
        batch = Batch([learned[i] for i in passages], vocabulary, random)
        scores, paired = network(batch.characters, batch.pairs, batch.known, batch.inside,
                                 made["pair_dropout"], made["character_dropout"])
        marks, loss = loss_of(scores, paired, batch, made["paired_weight"])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        if (number + 1) % 100 == 0:
            print(f"batch {number + 1} of {len(batches)}, loss {float(marks.detach()):.4f}", flush=True)
    after = network.state_dict()
    mean = {name: (1 - chosen.share) * before[name] + chosen.share * after[name] for name in before}
    network.load_state_dict(mean)
    print(f"after, the mean of both: {measure(network, vocabulary, development).line()}", flush=True)
    torch.save({"network": mean}, run / "finished.pt")


if __name__ == "__main__":
    main()
