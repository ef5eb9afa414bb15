// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

#include <array>
#include <span>
#include <string_view>

namespace banlang::sample {

/// What a column of a paper shows of a record.
enum class Showing : std::uint8_t {
    rowNumber,
    text,
    textOrAsAbove, ///< clerks do not write the same twice
    date,
    number,
    area,
    money,
    yesNo,
    yesNoMaybe, ///< a blank cell says that nobody has looked yet
    headName,
    communeName,
    villageName,
    zeroLostCode, ///< a code that the spreadsheet took for a number
    newCode,      ///< of the commune, in the list of 1/7/2025
    indicatorWords,
    remark, ///< for handwriting; always empty
};

struct ReportColumn {
    std::string_view field; ///< of the store; empty when it shows something beside it
    Showing showing = Showing::text;
    std::string_view parent; ///< header above, shared with its neighbours; empty: none
    std::array<std::string_view, 3> headers;
    double width = 12;
    bool summed = false;
};

/// The columns of a paper about records of this kind, as its office sets it up.
[[nodiscard]] std::span<const ReportColumn> reportColumns(Role role);
/// Saturdays as the district lists them, for all communes together.
[[nodiscard]] std::span<const ReportColumn> saturdayColumnsOfDistrict();

/// Sheets of the workbooks that follow up; what has a village and what has none stand apart.
enum class FollowUpSheet : std::uint8_t {
    loanChecks,
    houseChecks,
    workChecks,
    communeChecks,
    workGifts,
    houseGifts,
    villageGifts,
    houseHelp,
    workHelp,
    workLoads,
    houseLoads,
    communeEvents,
    villageEvents,
    reviews,
    criteriaDue,
};
[[nodiscard]] std::span<const ReportColumn> followUpColumns(FollowUpSheet sheet);

} // namespace banlang::sample
