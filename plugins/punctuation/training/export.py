"""Writes a trained network into the file that the plugin reads (NetworkFile describes the form)."""

import argparse
import json
import pathlib
import struct
import zlib

import numpy as np
import torch

from passages import Vocabulary

MARKS = 8


def rows(keys, weights):
    """Rows at one byte a number, each with a step that is a power of the eighth root of 2."""
    weights = weights.numpy().astype(np.float64)
    largest = np.maximum(np.abs(weights).max(1), 1e-6)
    eighths = np.clip(np.ceil(8 * np.log2(largest / 127)), -128, 127)
    packed = np.clip(np.rint(weights / 2 ** (eighths / 8)[:, None]), -127, 127)
    out = struct.pack(">ii", weights.shape[1], len(keys))
    differences = np.diff(np.concatenate([[0], keys]).astype(np.int64))
    out += differences.astype(">i8").view(np.uint8).reshape(-1, 8)[:, 3:].tobytes()
    return out + eighths.astype(np.int8).tobytes() + packed.astype(np.int8).tobytes()


def linear(weight, bias):
    """A linear map at two bytes a number, by input, then output."""
    factors = weight.numpy().T.astype(np.float64)
    scale = np.float32(np.abs(factors).max() / 32767)
    out = struct.pack(">iif", *factors.shape, scale)
    return out + np.rint(factors / scale).astype(">i2").tobytes() + bias.numpy().astype(">f4").tobytes()


def packed(state, distances, vocabulary):
    """The bytes of the file; at first the network counts alone, and the likeliest mark is chosen."""
    width = state["entry.bias"].shape[0]
    body = struct.pack(f">ii{len(distances)}i", width, len(distances), *distances)
    body += rows(vocabulary.characters, state["characters.weight"])
    body += rows(vocabulary.pairs, state["pairs.weight"])
    body += state["known.weight"].numpy().astype(">f4").tobytes()
    body += linear(state["entry.weight"], state["entry.bias"])
    for layer in range(len(distances)):
        body += linear(state[f"layers.{layer}.weight"], state[f"layers.{layer}.bias"])
    body += linear(state["exit.weight"], state["exit.bias"])
    blend = np.concatenate([np.zeros(MARKS), np.ones(MARKS), np.zeros(MARKS), np.ones(MARKS)]).astype(">f4")
    return struct.pack(">4si", b"DJGN", 2) + blend.tobytes() + zlib.compress(body, 9)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", required=True, help="the folder that train.py wrote and finish.py finished")
    parser.add_argument("--output", required=True)
    chosen = parser.parse_args()
    run = pathlib.Path(chosen.run)
    state = torch.load(run / "finished.pt", weights_only=True)["network"]
    distances = json.loads((run / "options.json").read_text())["dilations"]
    vocabulary = np.load(run / "vocabulary.npz")
    made = packed(state, distances, Vocabulary(vocabulary["characters"], vocabulary["pairs"]))
    pathlib.Path(chosen.output).write_bytes(made)
    print(f"{len(made)} bytes")


if __name__ == "__main__":
    main()
