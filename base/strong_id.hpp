// SPDX-License-Identifier: MIT
#ifndef ACTANT_BASE_STRONG_ID_HPP
#define ACTANT_BASE_STRONG_ID_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace actant {

/// A 32-bit index that cannot be mixed up with an index of another kind.
/// The default value is `none`, which no table ever hands out.
template <typename Tag>
struct StrongId {
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  std::uint32_t value = none;

  constexpr StrongId() = default;
  constexpr explicit StrongId(std::uint32_t index) : value(index) {}

  [[nodiscard]] constexpr bool valid() const { return value != none; }

  friend constexpr auto operator<=>(const StrongId&, const StrongId&) = default;
};

}  // namespace actant

template <typename Tag>
struct std::hash<actant::StrongId<Tag>> {
  std::size_t operator()(const actant::StrongId<Tag>& id) const noexcept { return id.value; }
};

#endif  // ACTANT_BASE_STRONG_ID_HPP
