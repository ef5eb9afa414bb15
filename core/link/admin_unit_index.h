// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/admin_unit_versions.h"
#include "core/link/text_index.h"
#include "core/model/units/recycled_codes.h"

#include <span>
#include <string>
#include <vector>

namespace banlang {

/// What tells which of several units a code means: the day of what is recorded, and the day on which it was reported.
struct CodeDays {
    Date happenedOn;
    Date reportedOn;
    bool operator==(const CodeDays&) const = default;
};

/// The ladder from a text to a commune, village or road: code, kind and name, name without prefix, name with tone places and y/i
/// folded, name without accents where one side was written without any. Each step counts only when it names exactly one, or one
/// that was in force on the day of the record. Never by similarity. A code of a commune that another commune bore too ("recycled")
/// counts only where a name stands beside it ("00874 Tam Sơn") or all days that are told name one of them, and that one is there.
class AdminUnitIndex {
public:
    /// `parents` (one per row, may be empty) tells the commune of each unit: names need to be unique only within it. `above`: the
    /// communes where the rows are villages, which are numbered commune by commune; must outlive this.
    AdminUnitIndex(const FeatureTable& units, const TextField& codeField, std::span<const std::int32_t> parents,
                   const AdminUnitIndex* above = nullptr);

    /// `parent`: the commune that the record names itself, notLinked when it does not. `on`: the day that the record is of.
    [[nodiscard]] TextMatch find(std::string_view text, std::int32_t parent = notLinked, Date on = {}) const {
        return find(text, parent, on, {on, {}});
    }
    /// The same; `days` tell of whom a recycled code is.
    [[nodiscard]] TextMatch find(std::string_view text, std::int32_t parent, Date on, const CodeDays& days) const;
    /// A code of a village of another commune counts only where it begins with the code of a commune.
    [[nodiscard]] TextMatch findCode(std::string_view text, Date on = {}, std::int32_t parent = notLinked) const;
    [[nodiscard]] TextMatch findName(std::string_view text, std::int32_t parent = notLinked, Date on = {}) const;

    /// All rows of a code, whenever they are in force.
    [[nodiscard]] std::span<const std::int32_t> codeRows(std::string_view text) const;
    /// The same; of a code with a name beside it only those of that name.
    [[nodiscard]] std::vector<std::int32_t> rowsNamed(std::string_view codeOrNamedCode) const;
    [[nodiscard]] const RecycledCodes& recycled() const { return recycled_; }
    [[nodiscard]] std::span<const std::int32_t> codeRowsWithin(std::string_view text, std::int32_t parent) const;

private:
    void addCode(std::string_view code, std::size_t row, std::span<const std::int32_t> parents);
    void addNames(const FeatureTable& units, std::size_t row, std::span<const std::int32_t> parents);
    [[nodiscard]] bool saysItsCommune(std::string_view code) const;
    /// The unit of a code that is in force on the day; none where it was over by then.
    [[nodiscard]] TextMatch codeMatch(std::span<const std::int32_t> rows, Date on) const;
    [[nodiscard]] TextMatch ofRecycled(std::span<const std::int32_t> rows, const CodeDays& days, TextMatch byVersions) const;

    AdminUnitVersions versions_;
    RecycledCodes recycled_;         ///< of communes
    std::vector<std::string> names_; ///< of communes, with their kind
    const AdminUnitIndex* above_;
    TextIndex codes_;
    TextIndex fullNames_;
    TextIndex bareNames_;
    TextIndex folded_;
    TextIndex withoutDiacritics_;
};

} // namespace banlang
