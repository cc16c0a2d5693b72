# SPDX-License-Identifier: MIT
"""The model file: named tensors, little-endian, blocks aligned to 64 bytes."""

import struct

import numpy as np

import features

MAGIC, FORMAT, ALIGNMENT = b"ACTANTM1", 1, 64
DTYPES = ["int8", "uint8", "int16", "int32", "float32"]


def text(lines):
    """A list of strings as an entry."""
    return np.frombuffer("\n".join(lines).encode("utf8"), np.uint8)


def lines(array):
    return bytes(array).decode("utf8").split("\n")


def write(path, tensors):
    head = sum(2 + len(name) + 2 + 4 * array.ndim + 16 for name, array in tensors.items())
    offset = len(MAGIC) + 16 + head
    table, blocks = b"", []
    for name, array in tensors.items():
        data = np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes()
        offset = -(-offset // ALIGNMENT) * ALIGNMENT
        table += struct.pack("<H", len(name)) + name.encode("ascii")
        table += struct.pack("<BB", DTYPES.index(str(array.dtype)), array.ndim)
        table += struct.pack(f"<{array.ndim}I", *array.shape) + struct.pack("<QQ", offset, len(data))
        blocks.append((offset, data))
        offset += len(data)
    with open(path, "wb") as out:
        out.write(MAGIC + struct.pack("<IIQ", FORMAT, len(tensors), features.fnv1a(features.FEATURE_SET)) + table)
        for offset, data in blocks:
            out.write(b"\0" * (offset - out.tell()) + data)


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    if content[:8] != MAGIC:
        raise ValueError("not a model file")
    form, count, feature_hash = struct.unpack_from("<IIQ", content, 8)
    if form != FORMAT or feature_hash != features.fnv1a(features.FEATURE_SET):
        raise ValueError("a model file of another version")
    at, tensors = 24, {}
    for _ in range(count):
        size, = struct.unpack_from("<H", content, at)
        name = content[at + 2:at + 2 + size].decode("ascii")
        at += 2 + size
        dtype, ndim = struct.unpack_from("<BB", content, at)
        shape = struct.unpack_from(f"<{ndim}I", content, at + 2)
        offset, length = struct.unpack_from("<QQ", content, at + 2 + 4 * ndim)
        at += 2 + 4 * ndim + 16
        tensors[name] = np.frombuffer(content, DTYPES[dtype], int(np.prod(shape)), offset).reshape(shape)
    return tensors
