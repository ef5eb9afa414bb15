// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace banlang::detail {

/// Other programs that hold a lock on the database or its log: "qgis.bin (4711)". As far as the system tells: Linux does, for
/// processes of this machine.
[[nodiscard]] std::vector<std::string> lockHolders(const std::string& path);

/// Whether a connection of this process holds one.
[[nodiscard]] bool isLockedHere(const std::string& path);

} // namespace banlang::detail
