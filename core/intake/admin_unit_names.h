// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/known_records.h"
#include "core/intake/problem_list.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// What stands round a table and may name the unit that its rows leave out, nearest first: titles, worksheet, file, folder.
struct AdminUnitContext {
    std::optional<std::string> commune; ///< code that the user gave
    std::vector<std::string> names;
};

/// Second columns that name the units of rows, one text per row; empty when there is no such column. `commune` may also be the only
/// one, for kinds that keep no commune: it tells in which commune a village is to be looked for.
struct AdminUnitCompanions {
    TextValues commune;
    TextValues village;
};

/// What one row says of its units, as codes where they are known, else as written.
struct RowAdminUnits {
    std::string commune;
    std::string village;
    bool conflict = false; ///< code and name are two units, and nothing tells which is right
    bool nameWon = false;
    std::string namedCode; ///< "00874 Thị trấn Tam Sơn": of a recycled code, where the name beside it tells which is meant
    bool misnamed = false; ///< the commune's name beside the code is none that a known unit of this code bears, nor of another
};
[[nodiscard]] RowAdminUnits adminUnitsOf(const FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
                                         const KnownRecords& known, std::size_t row);

/// The commune that the context names: the code of the first name in which one stands.
[[nodiscard]] std::optional<std::string> communeOf(const AdminUnitContext& context, const KnownAdminUnits& communes);

/// Brings what rows say of their commune and village to codes, where that is beyond doubt: zeros that a spreadsheet dropped, names
/// that are unique, and for rows that name no commune the context or the place of their geometry. Where a code and a name beside it
/// disagree (codes were given to other communes in 2025), the one that the row's village confirms is right; else the name is kept
/// beside the code, so that the row is linked to that unit or to none. Of kinds whose number begins with the commune such a row has
/// to stay out. What is in doubt stays as written.
void resolveAdminUnits(FeatureTable& rows, const RecordKind& kind, const AdminUnitCompanions& companions,
                       const AdminUnitContext& context, const KnownRecords& known, ProblemList& problems);

} // namespace banlang
