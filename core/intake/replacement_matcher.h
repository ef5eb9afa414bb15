// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/admin_unit_names.h"
#include "core/intake/known_records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace banlang {

/// What an earlier import brought from a file of the same name, path or content.
struct PreviousRows {
    std::int64_t batch = 0;
    std::string file;
    Role role = Role::communes;
    bool samePath = false;
    bool sameContent = false; ///< the very same bytes, to be read in another way: the new reading takes the place of all
    AdminUnitContext context; ///< what stood round its table
    FeatureTable rows;        ///< in the columns of the kind
};

/// The rows that a new layer says anew, and those that it does not name and that therefore stay.
struct ReplacedRows {
    std::vector<std::uint32_t> replaced;
    std::vector<std::uint32_t> kept;
};

/// Tells which earlier rows the rows of a layer are a newer word about. An earlier row gives way only to a row of the same key, or,
/// of kinds without a key, of the same event, that is of the same commune: every commune numbers from one, under the same file
/// names. Where the commune of a row cannot be told, or differs, the key is enough only for what lies at one place, and in a file
/// that is plainly the earlier one again, with most of its rows word for word. Nothing else gives way, so that an import takes
/// nothing away that it does not say anew.
class ReplacementMatcher {
public:
    /// All have to outlive this.
    ReplacementMatcher(const FeatureTable& rows, const RecordKind& kind, const AdminUnitContext& context,
                       const KnownRecords& known);

    /// `open`: rows of the layer that may stand for an earlier one; each stands for one only, and is closed then.
    [[nodiscard]] ReplacedRows over(const PreviousRows& earlier, std::vector<bool>& open) const;

private:
    const FeatureTable& rows_;
    const RecordKind& kind_;
    const KnownRecords& known_;
    std::vector<std::string> communes_; ///< of each row; "" where it cannot be told
};

/// Adds rows of a table of the same kind.
void appendRows(FeatureTable& rows, const FeatureTable& from, std::span<const std::uint32_t> chosen);

} // namespace banlang
