// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/office.h"

#include <set>
#include <string>
#include <string_view>

namespace banlang::detail {

/// The office whose store holds these communes, as an issuer says it: the only commune itself, else the only district that the
/// official lists put all of them in; "" where they tell none. A province has many offices that hold some of its communes.
[[nodiscard]] std::string officeOfCommunes(const std::set<std::string>& codes);

/// What a new store goes by until it knows its office; no two are alike.
[[nodiscard]] std::string newStoreNumber();

/// Whether a store knows its office, or goes by a number of its own so that no two stores number alike.
[[nodiscard]] bool isKnownOffice(std::string_view office);

/// Keeps the office that the communes of the store tell, where it is not known yet and has numbered nothing. To be called inside a
/// transaction.
[[nodiscard]] Result<bool> mayLearnOffice(const Database& database);
[[nodiscard]] Result<void> learnOffice(const Database& database);

/// The level whose units have codes of this form; unknown for anything else.
[[nodiscard]] OfficeLevel levelOfOfficeCode(std::string_view code);

/// Whose store it is: what people said, beside it what the district's communes tell. Units that have ended are to say so.
[[nodiscard]] Office officeOfDistrict(const Database& database, const District& district);
/// Keeps what a person says. To be called inside a transaction, with values that can be.
[[nodiscard]] Result<void> keepOffice(const Database& database, const OfficeChange& change);
/// Keeps what people said in another store; for one that is a part of it. To be called inside a transaction.
[[nodiscard]] Result<void> copyOffice(const Database& from, const Database& into);

} // namespace banlang::detail
