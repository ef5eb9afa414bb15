// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/link_targets.h"
#include "core/link/point_in_polygon.h"
#include "core/link/table_linking.h"
#include "core/link/text_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Whose numbers the records of a kind mean when they name a household, a road or a garden: those of the unit that numbered the
/// record, then of its predecessors and successors, then of the levels above it, then those of the office; never those of another
/// commune, but for what is beyond doubt: a number that begins with the code of the unit that gave it, and a road that runs through
/// the record's commune as well. A record that is of no commune may mean any that bears the number alone. Refers to all that it is
/// given.
class NumberReferences {
public:
    /// Communes and villages of the records are linked by then. `numbers`: the column that names them. Some ns a record.
    NumberReferences(const TableLinking& linking, LinkTargets& targets, const Column& numbers, Role target);

    /// Any thread may ask. Several records of one issuer and number: the one of the record's commune.
    [[nodiscard]] TextMatch find(std::string_view text, std::size_t row) const;
    /// The commune that the record is of: named by itself, by its village, or that of its issuer.
    [[nodiscard]] std::int32_t commune(std::size_t row) const { return communes_[row]; }
    /// Records that mean the same by the same number have the same scope.
    [[nodiscard]] std::uint32_t scope(std::size_t row) const { return scopeOf_[row]; }
    /// Who numbered the record; empty where that plays no part.
    [[nodiscard]] std::string_view issuer(std::size_t row) const;
    /// Whether the record may mean this row by a number.
    [[nodiscard]] bool mayMean(std::size_t row, std::int32_t target) const;

private:
    /// Codes were given again, so that the issuer alone may not tell the unit: what its records must be to count.
    enum class Proof : std::uint8_t { none, sameUnit, otherTime };
    struct Step {
        std::uint32_t issuer = 0;
        Proof proof = Proof::none;
    };
    struct Scope {
        std::string issuer;
        std::int32_t commune = notLinked;
        bool anywhere = false;
        std::vector<std::vector<Step>> steps; ///< asked one after the other, those within one together
    };

    [[nodiscard]] std::int32_t linkedCommune(std::size_t row) const;
    [[nodiscard]] std::string issuerOf(std::size_t row) const;
    [[nodiscard]] Scope scopeOf(std::string issuer, std::int32_t commune) const;
    [[nodiscard]] bool isCommune(std::string_view issuer) const;
    [[nodiscard]] Proof proofOf(std::string_view issuer, std::int32_t commune, bool own) const;
    [[nodiscard]] bool counts(std::int32_t target, Proof proof, std::int32_t commune) const;
    [[nodiscard]] bool runsThrough(std::int32_t road, std::int32_t commune) const;
    [[nodiscard]] bool namesItsIssuer(std::int32_t target, std::string_view key) const;
    [[nodiscard]] TextMatch findBeyondDoubt(std::string_view key, std::int32_t commune) const;
    [[nodiscard]] std::vector<std::int32_t> rowsOf(const std::vector<Step>& steps, std::string_view key,
                                                   std::int32_t commune) const;

    const TableLinking& linking_;
    LinkTargets& targets_;
    const NumberIndex& index_;
    const AdminUnitIndex& communeCodes_;
    const TableLinks& targetLinks_;
    const GeometryColumn* roads_ = nullptr;                ///< where roads are meant
    const PointInPolygonIndex* communePolygons_ = nullptr; ///< and communes have a ground
    TextView issuers_;
    std::string storeIssuer_;
    TextView communeTexts_;
    std::vector<Scope> scopes_;
    std::vector<std::uint32_t> scopeOf_;
    std::vector<std::int32_t> communes_;
};

} // namespace banlang
