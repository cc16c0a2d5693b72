// SPDX-License-Identifier: MIT
#define ACTANT_KERNELS avx512_kernels
#define ACTANT_KERNELS_NAME "avx512"
#include "nlp/kernels_body.hpp"
