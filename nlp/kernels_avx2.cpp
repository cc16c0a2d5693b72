// SPDX-License-Identifier: MIT
#define ACTANT_KERNELS avx2_kernels
#define ACTANT_KERNELS_NAME "avx2"
#include "nlp/kernels_body.hpp"
