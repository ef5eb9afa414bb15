// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/record_kinds.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace banlang {

struct ForgetReport {
    std::size_t records = 0;   ///< that were named, and those that refer to them
    std::size_t values = 0;    ///< about persons that were removed, in records and in reports
    std::size_t namesakes = 0; ///< households of the same head's name beside it: what says the name alone may mean them, and stays
};

/// Removes what a store says about a person: in the record that bears the key, in all that was ever reported of it, in what refers
/// to it, by its number or by the name of its head and the unit, and in the words about its rows. Records, their figures and the
/// hashes of batches stay, so nothing is counted differently. That it is to be forgotten is kept as an act without a name: it
/// travels with the store, and what arrives later of the same record loses its values too. The file is written anew, which takes as
/// long as copying it; source files are no part of it. Fails (usage: record-unknown, record-ambiguous) unless exactly one record
/// bears the key.
[[nodiscard]] Result<ForgetReport> forgetRecord(const std::string& storePath, Role role, std::string_view key,
                                                const std::string& by, const std::string& reason, const Progress& progress = {});

} // namespace banlang
