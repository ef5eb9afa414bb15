// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/admin_unit_names.h"
#include "core/model/units/issuer.h"

#include <string>
#include <string_view>

namespace banlang {

/// Fills the column `issuer` of rows whose units are resolved: who numbered each row. That is its commune, told by the row, its
/// village, what stands round the table or its place, else `office`, the code of the store's office. A commune that is named and
/// not known is its folded name, so that it stays apart. Of roads it is their authority: by the number ("QL.4C", "ĐT.176"), else by
/// the class, else the commune. What is numbered by nobody keeps none.
void resolveIssuers(FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
                    const AdminUnitContext& context, const KnownRecords& known, const std::string& office);

/// The level whose roads are numbered so; unknown where the number does not say.
[[nodiscard]] IssuerLevel authorityOfRoadNumber(std::string_view number);
/// The level that manages roads of a class.
[[nodiscard]] IssuerLevel authorityOfRoadClass(std::string_view managementClass);

} // namespace banlang
