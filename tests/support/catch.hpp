// SPDX-License-Identifier: MIT
#ifndef ACTANT_TESTS_SUPPORT_CATCH_HPP
#define ACTANT_TESTS_SUPPORT_CATCH_HPP

// Catch2 2.13 has one header, Catch2 3 has several.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif  // ACTANT_TESTS_SUPPORT_CATCH_HPP
