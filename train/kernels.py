# SPDX-License-Identifier: MIT
"""Compiles kernels.c with the system's C compiler and offers its functions to autograd."""

import ctypes
import os
import subprocess
import tempfile

import torch

_SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "kernels.c")
with tempfile.TemporaryDirectory() as _folder:
    subprocess.run(["cc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-o", f"{_folder}/kernels.so",
                    _SOURCE], check=True)
    _library = ctypes.CDLL(f"{_folder}/kernels.so")


def _call(name, *arguments):
    getattr(_library, name)(*[ctypes.c_void_p(a.data_ptr()) if isinstance(a, torch.Tensor) else ctypes.c_long(a)
                              for a in arguments])


class Recurrence(torch.autograd.Function):
    """h += z (c - h), forward in time for the first half of the channels, backward for the second; returns g h."""

    @staticmethod
    def forward(ctx, y, lengths):
        y = y.contiguous()
        batch, length, width = y.shape
        state, out = y.new_empty(batch, length, width // 3), y.new_empty(batch, length, width // 3)
        _call("recurrence_forward", y, lengths, batch, length, width // 6, state, out)
        ctx.save_for_backward(y, state, lengths)
        return out

    @staticmethod
    def backward(ctx, gradient):
        y, state, lengths = ctx.saved_tensors
        gradient = gradient.float().contiguous()
        dy, carry = torch.empty_like(y), y.new_empty(y.shape[2])
        _call("recurrence_backward", y, state, gradient, lengths, y.shape[0], y.shape[1], y.shape[2] // 6, carry, dy)
        return dy, None


class Gate(torch.autograd.Function):
    """a * sigmoid(b) of y = [a, b]."""

    @staticmethod
    def forward(ctx, y):
        y = y.contiguous()
        d = y.shape[-1] // 2
        out = y.new_empty(*y.shape[:-1], d)
        _call("gate_forward", y, y.numel() // (2 * d), d, out)
        ctx.save_for_backward(y)
        return out

    @staticmethod
    def backward(ctx, gradient):
        y, = ctx.saved_tensors
        d = y.shape[-1] // 2
        dy = torch.empty_like(y)
        _call("gate_backward", y, gradient.float().contiguous(), y.numel() // (2 * d), d, dy)
        return dy
