"""Lets a trained network learn once more, from all passages and then from those of the last dynasties, whose language the project's
texts are in, and takes the mean of the weights before and after each time (Wortsman and others 2022)."""

import argparse
import json
import pathlib
import time

import numpy as np
import torch

from network import Network
from passages import Vocabulary
from train import Batch, COPIES, cut, load, loss_of, measure, POOL

LATE = ("清", "民国")


def of_all(learned, random):
    """The numbers of all passages, those of a genre as often as train.py takes them, in random order."""
    numbers = []
    for number, passage in enumerate(learned):
        copies = COPIES[passage.genre]
        numbers += [number] * (int(copies) + (random.random() < copies % 1))
    random.shuffle(numbers)
    return numbers


def of_the_last_dynasties(learned, random):
    numbers = [number for number, passage in enumerate(learned) if passage.dynasty in LATE]
    random.shuffle(numbers)
    return numbers


def chosen_batches(learned, numbers, characters, batch, random):
    """Batches of these passages, in their order, until so many characters are taken."""
    batches, pool, room, taken = [], [], 0, 0
    for number in numbers:
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


def learn(network, learned, vocabulary, batches, rate, made, chosen, random):
    optimizer = torch.optim.Adam(network.parameters(), lr=rate, betas=(0.9, 0.98), eps=1e-8, fused=True)
    since, characters = time.time(), 0
    for number, passages in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, (number + 1) / chosen.warm_up) * (1 - number / len(batches))
        batch = Batch([learned[i] for i in passages], vocabulary, random)
        scores, paired = network(batch.characters, batch.pairs, batch.known, batch.inside,
                                 chosen.pair_dropout, chosen.character_dropout)
        marks, loss = loss_of(scores, paired, batch, made["paired_weight"])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        characters += int(batch.inside.sum())
        if (number + 1) % 100 == 0:
            print(f"batch {number + 1} of {len(batches)}, loss {float(marks.detach()):.4f}, "
                  f"{characters / (time.time() - since):.0f} characters a second", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of the training data")
    parser.add_argument("--run", required=True, help="the folder that train.py wrote")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--characters", type=int, default=15_000_000, help="of all passages; 0 for none")
    parser.add_argument("--rate", type=float, default=0.0015)
    parser.add_argument("--late-characters", type=int, default=3_000_000)
    parser.add_argument("--late-rate", type=float, default=0.0006)
    parser.add_argument("--warm-up", type=int, default=60)
    parser.add_argument("--pair-dropout", type=float, default=0.25)
    parser.add_argument("--character-dropout", type=float, default=0.03)
    parser.add_argument("--share", type=float, default=0.5, help="share of the weights that is learned here, each time")
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
    network.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["network"])

    def say(what):
        print(f"{what}: {measure(network, vocabulary, development).line()}", flush=True)

    say("before")
    for name, numbers, characters, rate in (("all passages", of_all(learned, random), chosen.characters, chosen.rate),
                                            ("the last dynasties", of_the_last_dynasties(learned, random),
                                             chosen.late_characters, chosen.late_rate)):
        if not characters:
            continue
        before = {key: value.clone() for key, value in network.state_dict().items()}
        batches = chosen_batches(learned, numbers, characters, made["batch"], random)
        learn(network, learned, vocabulary, batches, rate, made, chosen, random)
        after = network.state_dict()
        say(name)
        torch.save({"network": {key: value.clone() for key, value in after.items()}}, run / f"after-{name.split()[-1]}.pt")
        network.load_state_dict({key: (1 - chosen.share) * before[key] + chosen.share * after[key] for key in before})
        say(f"{name}, the mean of before and after")
    torch.save({"network": network.state_dict()}, run / "finished.pt")


if __name__ == "__main__":
    main()
