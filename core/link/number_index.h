// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/admin_unit_versions.h"
#include "core/link/text_index.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// The records of one kind by their number, issuer by issuer: every commune has its household 1. Numbers are compared as numberKey
/// gives them; one that lost the zeros in front to a spreadsheet is found too. What has no number goes by its name. Refers to the
/// table and its links; any thread may ask.
class NumberIndex {
public:
    static constexpr std::uint32_t noIssuer = ~std::uint32_t{0};

    NumberIndex(const FeatureTable& records, const TableLinks& links, const FeatureTable& communes,
                const AdminUnitVersions& versions);

    /// Whether any record says who numbered it. Where none does all count as numbered by one.
    [[nodiscard]] bool hasIssuers() const { return hasIssuers_; }
    /// The place of an issuer among those of the table, "" too; noIssuer when no record is of it.
    [[nodiscard]] std::uint32_t issuer(std::string_view code) const;
    [[nodiscard]] std::string_view issuerCode(std::int32_t row) const { return codes_[issuerOf(row)]; }
    [[nodiscard]] std::uint32_t issuerOf(std::int32_t row) const { return issuerOf_[static_cast<std::size_t>(row)]; }

    /// Rows that bear a number, given as numberKey: those of one issuer, or all.
    [[nodiscard]] std::span<const std::int32_t> ofIssuer(std::uint32_t issuer, std::string_view key) const;
    [[nodiscard]] std::span<const std::int32_t> ofAll(std::string_view key) const { return all_.all(key); }
    /// Of rows that bear one number the only one, or the only one of the commune; never another.
    [[nodiscard]] TextMatch choose(std::span<const std::int32_t> rows, std::int32_t commune) const;

    /// Rows that a decision names: by number, by "issuer/number", or by "issuer/number/commune" of a road of several communes.
    [[nodiscard]] std::vector<std::int32_t> named(std::string_view target) const;

private:
    void add(std::string_view number, std::int32_t row);

    const TableLinks& links_;
    const FeatureTable& communes_;
    const AdminUnitVersions& versions_;
    bool hasIssuers_ = false;
    std::map<std::string, std::uint32_t, std::less<>> issuers_;
    std::vector<std::string_view> codes_; ///< of the issuers, as the records hold them
    std::vector<std::uint32_t> issuerOf_;
    std::vector<TextIndex> byIssuer_;
    TextIndex all_;
};

} // namespace banlang
