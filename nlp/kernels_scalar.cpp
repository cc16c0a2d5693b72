// SPDX-License-Identifier: MIT
#define ACTANT_KERNELS scalar_kernels
#define ACTANT_KERNELS_NAME "scalar"
#include "nlp/kernels_body.hpp"
