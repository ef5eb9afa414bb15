// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace banlang::bench {

/// Median wall time of several runs, seconds.
[[nodiscard]] double medianSeconds(const std::function<void()>& work);

/// One line of the report: what was done, how fast, and what the same run measured beside it, if anything.
struct Measured {
    std::string job;
    double oursS = 0;
    std::string floor;
    std::optional<double> floorS{};
};

/// The bare Arrow read of the parcels by GDAL against opening the store, links included.
[[nodiscard]] Measured measureOpen(const std::string& path);
/// Parcels to villages by place, after the read.
[[nodiscard]] Measured measureLink(const District& district);
/// All links of all tables, after the read: what opening costs when another program has changed the store.
[[nodiscard]] Measured measureAllLinks(District& district);
/// All figures of all units on a day that was not asked for before, over 300,000 made-up records; what is to be left out of them is
/// known since the store was opened.
[[nodiscard]] Measured measureSums();
/// Finding what is to be left out, once after opening.
[[nodiscard]] Measured measureExcludedRecords();
/// Right-of-way acquisition of all roads that have works or donation records.
[[nodiscard]] Measured measureLandTake(District& district); ///< geometry measured anew each time
[[nodiscard]] Measured measureLandTakeOfAnotherDay(const District& district);

/// Triangles of all parcels of the store on one core; of a million parcels of eight corners, every tenth with a dent; and of a star
/// of a million corners. Nothing where the window was not built.
[[nodiscard]] std::vector<Measured> measureTessellate(const District& district);
/// What lies under the pointer, all layers on the map, all scales, thousands of places: the median and what one in a hundred takes
/// longer than. Nothing where the window was not built.
[[nodiscard]] std::vector<Measured> measurePick(const std::shared_ptr<const District>& district);
/// For other programs that draw the same map: land use, fill, outline and its width in 1/96 inch of every class of parcels on
/// paper, a line each, tabs between.
void printParcelStyles(const std::shared_ptr<const District>& district);

} // namespace banlang::bench
