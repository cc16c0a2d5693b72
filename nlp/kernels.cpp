// SPDX-License-Identifier: MIT
#include "nlp/kernels.hpp"

#include <algorithm>
#include <numeric>

namespace actant {

const Kernels& scalar_kernels();
#if defined(__x86_64__)
const Kernels& avx2_kernels();
const Kernels& avx512_kernels();
#endif

namespace {

std::size_t round_up(std::size_t n, std::size_t to) { return (n + to - 1) / to * to; }

}  // namespace

void PackedMatrix::pack(std::span<const std::int8_t> rows, std::size_t outputs, std::size_t inputs,
                        int zero) {
  outputs_ = outputs;
  inputs_ = round_up(inputs, depth);
  const std::size_t padded = round_up(outputs, 2 * block);
  data_.assign(padded * inputs_, 0);
  start_.assign(padded, 0);
  for (std::size_t o = 0; o < outputs; ++o) {
    std::int8_t* const to = data_.data() + o / block * block * inputs_ + o % block * depth;
    const std::int8_t* const from = rows.data() + o * inputs;
    for (std::size_t i = 0; i < inputs; i += depth) {
      std::copy_n(from + i, std::min(depth, inputs - i), to + i * block);
    }
    if (zero != 0) start_[o] = -zero * std::accumulate(from, from + inputs, std::int32_t{0});
  }
}

const Kernels* kernels(Instructions set) {
#if defined(__x86_64__)
  if (set == Instructions::avx2) return __builtin_cpu_supports("avx2") ? &avx2_kernels() : nullptr;
  if (set == Instructions::avx512_vnni) {
    const bool there = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                       __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
                       __builtin_cpu_supports("avx512vnni");
    return there ? &avx512_kernels() : nullptr;
  }
#endif
  return set == Instructions::scalar ? &scalar_kernels() : nullptr;
}

const Kernels& best_kernels() {
  for (const Instructions set : {Instructions::avx512_vnni, Instructions::avx2}) {
    if (const Kernels* const found = kernels(set)) return *found;
  }
  return scalar_kernels();
}

}  // namespace actant
