// SPDX-License-Identifier: MIT
#ifndef ACTANT_EXPORT_PDF_HPP
#define ACTANT_EXPORT_PDF_HPP

#include <string>

namespace actant {

/// A PDF of Cairo's with a fixed date of creation in place of the clock's, which is no part of the
/// graph and depends on the time zone too. Other files are returned as they are.
[[nodiscard]] std::string undated_pdf(std::string pdf);

}  // namespace actant

#endif  // ACTANT_EXPORT_PDF_HPP
