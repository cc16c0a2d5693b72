// SPDX-License-Identifier: MIT
#ifndef ACTANT_INGEST_FOLDING_HPP
#define ACTANT_INGEST_FOLDING_HPP

// Where names are folded for the linguistic layers; graph/ needs it too.
#include "base/folding.hpp"  // IWYU pragma: export

#endif  // ACTANT_INGEST_FOLDING_HPP
