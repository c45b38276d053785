"""Trains the network of the punctuation plugin. See the README of the plugin, "Training"."""

import argparse
import json
import pathlib
import pickle
import time

import numpy as np
import torch
import torch.nn.functional as F

import passages as data
from network import MARKS, Network
from score import Score

# How often the passages of a genre are learned. The histories fill two thirds of the data.
COPIES = {"history": 1.5, "notes-tales": 3.2, "philosophy": 3.5, "prose": 4.0, "institutions": 3.2,
          "encyclopedia": 1.6, "poetry": 3.2, "medicine": 2.0, "gazetteer": 4.5, "judou-official": 3.5}
POOL = 64  # batches that are filled together, so that one batch has passages of like length


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True, help="folder of the training data")
    parser.add_argument("--out", required=True, help="folder for checkpoints and the report; an interrupted run goes on there")
    parser.add_argument("--seed", type=int, default=1858)
    parser.add_argument("--share", type=float, default=1.0, help="share of the passages, for a quick trial")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--batch", type=int, default=4800, help="characters in a batch, padding included")
    parser.add_argument("--rate", type=float, default=0.003)
    parser.add_argument("--warm-up", type=int, default=150, help="batches until the full rate")
    parser.add_argument("--cool-down", type=int, nargs=2, metavar=("FROM", "TO"),
                        help="let the rate fall to nothing between these batches, and end there, before all was learned")
    parser.add_argument("--least-characters", type=int, default=6)
    parser.add_argument("--pairs", type=int, default=140_000)
    parser.add_argument("--character-width", type=int, default=64)
    parser.add_argument("--pair-width", type=int, default=48)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--dilations", type=int, nargs="+", default=[1, 2, 4, 8, 16, 1])
    parser.add_argument("--pair-dropout", type=float, default=0.2)
    parser.add_argument("--character-dropout", type=float, default=0.03)
    parser.add_argument("--paired-weight", type=float, default=0.2)
    parser.add_argument("--measure-every", type=int, default=500)
    parser.add_argument("--save-every", type=int, default=200)
    parser.add_argument("--stop-at", type=int, default=0, help="end after this batch, for a quick trial")
    return parser.parse_args()


def load(folder, cache):
    """Training and development passages; read once, then from a cache beside the checkpoints."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    simplify = data.simplified_forms(folder)
    learned = []
    for name in ("train-1", "train-2", "train-3", "train-judou"):
        learned += data.read(folder / f"{name}.tsv.xz", simplify)
    loaded = learned, data.read(folder / "dev.tsv.xz", simplify)
    cache.write_bytes(pickle.dumps(loaded))
    return loaded


def plan(learned, chosen):
    """The batches of the whole run, as lists of passage numbers: the same for the same options."""
    random = np.random.default_rng(chosen.seed)
    numbers, times = [], []
    for number, passage in enumerate(learned):
        copies = COPIES[passage.genre] * chosen.share
        for _ in range(int(copies) + (random.random() < copies % 1)):
            numbers.append(number)
            # The official records come late: they are few and of another kind.
            times.append(random.uniform(0.3 if passage.pauses_only else 0, 1))
    order = np.array(numbers)[np.argsort(times, kind="stable")]
    sizes = np.array([len(learned[number].codes) for number in order])
    batches, pool, room = [], [], 0
    for number, size in zip(order, sizes):
        pool.append((size, number))
        room += size
        if room >= POOL * chosen.batch:
            batches += cut(pool, chosen.batch, random)
            pool, room = [], 0
    return batches + cut(pool, chosen.batch, random)


def cut(pool, room, random):
    pool.sort()
    batches, batch = [], []
    for size, number in pool:
        if batch and size * (len(batch) + 1) > room:
            batches.append(batch)
            batch = []
        batch.append(number)
    if batch:
        batches.append(batch)
    random.shuffle(batches)
    return batches


def disclosed(passage, random):
    """The marks that are shown: mostly none, else those up to a place, some here and there, or all."""
    kind = random.random()
    if passage.pauses_only or kind >= 0.30:
        return np.zeros(len(passage.labels), bool)
    shown = passage.labels > 0
    if kind < 0.12:
        shown = shown & (np.arange(len(shown)) < random.integers(len(shown)))
    elif kind < 0.24:
        shown = shown & (random.random(len(shown)) < random.random())
    return shown


class Batch:
    """Passages side by side, padded to one length."""

    def __init__(self, chosen, vocabulary, random=None):
        count, length = len(chosen), max(len(p.codes) for p in chosen)
        self.characters = np.zeros((count, length), np.int32)
        self.pairs = np.zeros((count, length), np.int32)
        self.known = np.zeros((count, length), np.int64)
        self.inside = np.zeros((count, length), np.float32)
        self.labels = np.full((count, length), -1, np.int64)
        self.paired = np.zeros((count, length, 4), np.float32)
        self.paired_known = np.zeros((count, length, 4), np.float32)
        self.pauses_only = np.zeros((count, length), bool)
        for at, passage in enumerate(chosen):
            size = len(passage.codes)
            self.characters[at, :size], self.pairs[at, :size] = vocabulary.rows(passage.codes)
            self.inside[at, :size] = 1
            self.labels[at, :size] = passage.labels
            self.pauses_only[at, :size] = passage.pauses_only
            for bit in range(4):
                self.paired[at, :size, bit] = passage.paired >> bit & 1
            self.paired_known[at, :size, :2] = passage.quotes_known
            self.paired_known[at, :size, 2:] = passage.titles_known
            if random is not None:
                shown = disclosed(passage, random)
                self.known[at, :size] = np.where(shown, passage.labels, 0)
                self.labels[at, :size][shown] = -1
        for name, value in vars(self).items():
            setattr(self, name, torch.from_numpy(value))


def loss_of(scores, paired, batch, paired_weight):
    asked = batch.labels >= 0
    logs = F.log_softmax(scores[asked], 1)
    labels = batch.labels[asked]
    exact = logs.gather(1, labels.unsqueeze(1)).squeeze(1)
    pause = torch.log(-torch.expm1(torch.clamp(logs[:, 0], max=-1e-6)))
    told = torch.where(batch.pauses_only[asked] & (labels > 0), pause, exact)
    marks = -told.mean()
    known = batch.paired_known
    pairs = F.binary_cross_entropy_with_logits(paired, batch.paired, known, reduction="sum")
    return marks, marks + paired_weight * pairs / torch.clamp(known.sum() / 4, min=1)


def measure(network, vocabulary, passages):
    network.eval()
    score = Score()
    with torch.no_grad():
        for batch in cut([(len(p.codes), i) for i, p in enumerate(passages)], 9600, np.random.default_rng(0)):
            made = Batch([passages[i] for i in batch], vocabulary)
            scores, _ = network(made.characters, made.pairs, made.known, made.inside)
            for at, number in enumerate(batch):
                size = len(passages[number].codes)
                score.add(passages[number], F.softmax(scores[at, :size], 1).numpy())
    network.train()
    return score


def rate(chosen, number, batches):
    """How far one step goes: at once up, then slowly down to nothing."""
    full = chosen.rate * min(1, (number + 1) / chosen.warm_up)
    first, last = chosen.cool_down or (batches, batches)
    if number < first:
        return full * (1 - number / batches)
    return full * (1 - first / batches) * (last - number) / (last - first)


def settled(file, chosen):
    """Notes the options of a run; one that goes on must have those that it began with, but may be given an end."""
    free = ("data", "out", "threads", "measure_every", "save_every", "stop_at")
    now = {name: value for name, value in vars(chosen).items() if name not in free}
    if file.exists():
        before = json.loads(file.read_text())
        if before["cool_down"] is None:
            before["cool_down"] = now["cool_down"]
        if before != now:
            raise SystemExit(f"{file} says that this run began with {before}, not {now}; choose another --out")
    file.write_text(json.dumps(now, indent=1) + "\n")


def main():
    chosen = options()
    torch.set_num_threads(chosen.threads)
    folder, out = pathlib.Path(chosen.data), pathlib.Path(chosen.out)
    out.mkdir(parents=True, exist_ok=True)
    started = time.time()

    def say(line):
        print(f"{time.time() - started:6.0f} s  {line}", flush=True)

    say(f"options {vars(chosen)}")
    settled(out / "options.json", chosen)
    learned, development = load(folder, out / "passages.pickle")
    vocabulary = data.Vocabulary.count(learned, chosen.least_characters, chosen.pairs)
    np.savez(out / "vocabulary.npz", characters=vocabulary.characters, pairs=vocabulary.pairs)
    batches = plan(learned, chosen)
    say(f"{len(vocabulary.characters)} characters and {len(vocabulary.pairs)} pairs have rows; "
        f"{sum(len(learned[i].codes) for b in batches for i in b)} characters in {len(batches)} batches")

    torch.manual_seed(chosen.seed)
    network = Network(len(vocabulary.characters) + 1, len(vocabulary.pairs) + 1, chosen.character_width,
                      chosen.pair_width, chosen.width, chosen.dilations)
    optimizer = torch.optim.Adam(network.parameters(), lr=chosen.rate, betas=(0.9, 0.98), eps=1e-8, fused=True)
    checkpoint = out / "checkpoint.pt"
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        first = saved["next"]
        say(f"goes on at batch {first}")

    def save(following):
        torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "next": following},
                   out / "checkpoint.new")
        (out / "checkpoint.new").replace(checkpoint)

    end = chosen.cool_down[1] if chosen.cool_down else len(batches)
    last = min(len(batches), end, chosen.stop_at or end)
    sum_of_loss = characters = 0
    since = time.time()
    for number in range(first, last):
        torch.manual_seed(chosen.seed * 1_000_003 + number)
        random = np.random.default_rng((chosen.seed, number))
        for group in optimizer.param_groups:
            group["lr"] = rate(chosen, number, len(batches))
        batch = Batch([learned[i] for i in batches[number]], vocabulary, random)
        scores, paired = network(batch.characters, batch.pairs, batch.known, batch.inside,
                                 chosen.pair_dropout, chosen.character_dropout)
        marks, loss = loss_of(scores, paired, batch, chosen.paired_weight)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        sum_of_loss += float(marks.detach())
        characters += int(batch.inside.sum())
        done = number + 1
        if done % 50 == 0:
            say(f"batch {done} of {len(batches)}, loss {sum_of_loss / 50:.4f}, "
                f"{characters / (time.time() - since):.0f} characters a second")
            sum_of_loss = characters = 0
            since = time.time()
        if done % chosen.save_every == 0 or done == last:
            save(done)
        if done % chosen.measure_every == 0 or done == last:
            say(f"dev: {measure(network, vocabulary, development).line()}")
            since, characters = time.time(), 0
    say(f"the network is in {checkpoint}; finish.py finishes it")


if __name__ == "__main__":
    main()
