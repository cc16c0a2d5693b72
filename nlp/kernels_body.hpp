// SPDX-License-Identifier: MIT
// The kernels, compiled once for each instruction set by the kernels_*.cpp files, which define
// ACTANT_KERNELS (the function that returns the table) and ACTANT_KERNELS_NAME. Everything is in an
// unnamed namespace, so no copy can stand in for another at link time.
#ifndef ACTANT_NLP_KERNELS_BODY_HPP
#define ACTANT_NLP_KERNELS_BODY_HPP

#include "nlp/kernels_layers.hpp"
#include "nlp/kernels_rows.hpp"

namespace actant {
namespace {

constexpr Kernels table = {ACTANT_KERNELS_NAME,
                           sums,
                           linear,
                           linear_int16,
                           linear_residual,
                           linear_relu,
                           linear_signed,
                           linear_gates,
                           convolve,
                           embed,
                           recur,
                           norm,
                           relu_sum,
                           argmax,
                           round_all};

}  // namespace

const Kernels& ACTANT_KERNELS();
const Kernels& ACTANT_KERNELS() { return table; }

}  // namespace actant

#endif  // ACTANT_NLP_KERNELS_BODY_HPP
