// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/units/official_admin_units.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// A commune that bore a code for some time.
struct CodeBearer {
    std::string name; ///< "Thị trấn Tam Sơn"
    Date from;        ///< no date: always
    Date to;          ///< no longer on this day; no date: still
};

/// All units that bore a code, one after another, the last in front: those that are known, and where one of them stands in an
/// official list also those of all lists, which are by code. A name stands once for each time in which it bore the code.
[[nodiscard]] std::vector<CodeBearer> bearersOfCode(std::string_view code, std::span<const CodeBearer> known,
                                                    std::span<const OfficialAdminUnit> lists);
/// Whether units of different names are among them.
[[nodiscard]] bool areSeveralUnits(std::span<const CodeBearer> bearers);

/// Codes that were given to a commune of another name, by the communes of a table and the official lists that these stand in; the
/// other one need not be in the table. Made in about a millisecond; any thread may ask.
class RecycledCodes {
public:
    RecycledCodes() = default;
    explicit RecycledCodes(const FeatureTable& communes);

    [[nodiscard]] bool any() const { return !bearers_.empty(); }
    [[nodiscard]] bool contains(std::string_view code) const { return bearers_.contains(code); }
    [[nodiscard]] bool containsRow(std::size_t row) const { return row < codes_.size() && bearers_.contains(codes_[row]); }
    /// Whether the row's unit, or another one, bore the code on the day.
    [[nodiscard]] bool boreItOn(std::size_t row, Date day) const;
    [[nodiscard]] bool anotherBoreItOn(std::size_t row, Date day) const;
    /// "mã này từ 1/7/2025 là Xã Quản Bạ, trước đó là Thị trấn Tam Sơn"; empty for a code that is not recycled.
    [[nodiscard]] Bilingual meaning(std::string_view code) const;

private:
    [[nodiscard]] bool isBorneOn(std::size_t row, Date day, bool byItself) const;

    std::map<std::string, std::vector<CodeBearer>, std::less<>> bearers_;
    std::vector<std::string> codes_; ///< of the rows
    std::vector<std::string> names_;
};

} // namespace banlang
