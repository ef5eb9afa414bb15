// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/sqlite.h"

#include <set>
#include <string>
#include <string_view>

namespace banlang::detail {

/// The office whose store holds these communes, as an issuer says it: the only commune itself, else the only district or province
/// that the official lists put all of them in; "" where they tell none.
[[nodiscard]] std::string officeOfCommunes(const std::set<std::string>& codes);

/// What a new store goes by until it knows its office; no two are alike.
[[nodiscard]] std::string newStoreNumber();

/// Whether a store knows its office, or goes by a number of its own so that no two stores number alike.
[[nodiscard]] bool isKnownOffice(std::string_view office);

/// Keeps the office that the communes of the store tell, where it is not known yet. To be called inside a transaction.
[[nodiscard]] Result<void> learnOffice(const Database& database);

} // namespace banlang::detail
