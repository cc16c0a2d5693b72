# SPDX-License-Identifier: MIT
"""A trained checkpoint as integer tensors: weights in +-63 by row, static activation scales from training sentences."""

import numpy as np
import torch
import torch.nn.functional as F

LIMIT = 63
QUANTILE = 0.9999


def rows(weight):
    """int8 weights and the step of each row."""
    step = np.abs(weight).max(1).clip(1e-9) / LIMIT
    return np.rint(weight / step[:, None]).astype(np.int8), step


def table_scale(table):
    """The step with the least squared error for one int8 table."""
    peak = np.abs(table).max()
    best = None
    for part in np.linspace(0.25, 1, 16):
        step = peak * part / 127
        error = np.square(np.clip(np.rint(table / step), -127, 127) * step - table).mean()
        if best is None or error < best[0]:
            best = (error, step)
    return np.float32(best[1])


def to_int8(table, step):
    return np.clip(np.rint(table / step), -127, 127).astype(np.int8)


def activation_scales(net, run_batches):
    """module name -> value that becomes 127; run_batches() passes sentences through the network."""
    seen = {}

    def watch(name, positive):
        def hook(_, __, output):
            values = output.detach().float()
            values = (F.relu(values) if positive else values.abs()).flatten()
            values = values[values > 0]
            if values.numel():
                seen.setdefault(name, []).append(np.quantile(values[::7].numpy(), QUANTILE))
        return hook

    handles = []
    for name, module in net.named_modules():
        if isinstance(module, torch.nn.LayerNorm) or name in ("arc_d", "arc_h", "arc_u"):
            handles.append(module.register_forward_hook(watch(name, name in ("arc_d", "arc_h"))))
    handles.append(net.label_o.register_forward_pre_hook(
        lambda module, arguments: watch("label_s", True)(module, None, arguments[0])))
    run_batches()
    for handle in handles:
        handle.remove()
    return {name: float(np.max(values)) / 127 for name, values in seen.items()}


class Exporter:
    def __init__(self, net, scales):
        self.net, self.scales, self.tensors = net, scales, {}

    def linear(self, name, module, input_scale, output_scale=1.0, factor=1.0):
        weight, step = rows(module.weight.detach().numpy().astype(np.float64))
        bias = module.bias.detach().numpy() if module.bias is not None else np.zeros(len(weight))
        self.tensors[name + ".w"] = weight
        self.tensors[name + ".scale"] = (step * input_scale * factor / output_scale).astype(np.float32)
        self.tensors[name + ".bias"] = (bias / output_scale).astype(np.float32)

    def norm(self, name, module, scale):
        self.tensors[name + ".gamma"] = (module.weight.detach().numpy() / scale).astype(np.float32)
        self.tensors[name + ".beta"] = (module.bias.detach().numpy() / scale).astype(np.float32)

    def encoder(self, prefix, path, encoder):
        scale = self.scales[f"{path}.ln0"]
        self.norm(prefix + "in.ln", encoder.ln0, scale)
        self.linear(prefix + "in", encoder.inp, scale)
        for k, layer in enumerate(encoder.layers):
            name, scale = f"{prefix}layer{k}", self.scales[f"{path}.layers.{k}.ln"]
            self.norm(name + ".ln", layer.ln, scale)
            self.linear(name, layer.w, scale)
            if hasattr(layer, "wo"):
                self.linear(name + ".wo", layer.wo, 1 / 128)
        self.norm(prefix + "out.ln", encoder.ln, self.scales[f"{path}.ln"])

    def network(self):
        net, scales = self.net, self.scales
        self.encoder("", "encoder", net.encoder)
        h = scales["encoder.ln"]
        d, e, v, s = scales["arc_d"], scales["arc_h"], scales["arc_u"] / net.config["A"] ** 0.5, scales["label_s"]
        self.linear("tags", net.tags, h)
        self.linear("arc.d", net.arc_d, h, d)
        self.linear("arc.h", net.arc_h, h, e)
        self.linear("arc.u", net.arc_u, d, v, net.config["A"] ** -0.5)
        self.linear("arc.hb", net.arc_hb, e, v * e)
        self.linear("label.d", net.label_d, h)
        self.linear("label.h", net.label_h, h)
        self.linear("label.o", net.label_o, s)
        self.tensors["label.kscale"] = np.array([1 / (256 * s)], np.float32)
        with torch.no_grad():
            self.tensors["arc.root"] = to_int8(F.relu(net.arc_h(net.root)).numpy(), e)
            root = np.rint(net.label_h(net.root).numpy() * 256)
            self.tensors["label.root"] = np.clip(root, -32767, 32767).astype(np.int16)
        self.encoder("seg.", "segmenter", net.segmenter)
        self.linear("seg.end", net.segment_end, scales["segmenter.ln"])
        return self.tensors
