// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/messy/delivery.h"
#include "sample-data/messy/messy_district.h"

namespace banlang::sample {

// Each writes what one office sends, and notes it in the delivery.

/// Boundaries, roads and rivers: the surveyor's folders.
[[nodiscard]] Result<void> writePlaces(const MessyDistrict& district, Delivery& delivery);
/// Parcels, one file per commune, each as its own contractor saved it.
[[nodiscard]] Result<void> writeCadastre(const MessyDistrict& district, Delivery& delivery);
/// Polygons of renovated gardens, where they were measured.
[[nodiscard]] Result<void> writeMeasuredGardens(const MessyDistrict& district, Delivery& delivery);
/// Households, one list per commune.
[[nodiscard]] Result<void> writeHouseholdLists(const MessyDistrict& district, Delivery& delivery);
/// The monthly workbook of each commune.
[[nodiscard]] Result<void> writeCommuneReports(const MessyDistrict& district, Delivery& delivery);
/// What the offices of the district keep themselves.
[[nodiscard]] Result<void> writeDistrictPapers(const MessyDistrict& district, Delivery& delivery);
/// Checks, gifts, labour days, deliveries, events, reviews and due criteria: workbooks of several sheets.
[[nodiscard]] Result<void> writeFollowUps(const MessyDistrict& district, Delivery& delivery);
/// What programs of the offices give out: plain tables, each with its labels as header.
[[nodiscard]] Result<void> writeMachineLists(const MessyDistrict& district, Delivery& delivery);
/// Damaged copies that have to be refused, and files that have to be passed over.
[[nodiscard]] Result<void> writeLeftovers(Delivery& delivery);

/// Saturday records of these communes come from the district, in a file of a later year with the codes of that year.
[[nodiscard]] bool reportsByNewCodes(std::size_t commune);
/// The code of a commune in the list of 1/7/2025: some have taken over the code of another.
[[nodiscard]] std::string newCodeOf(const MessyDistrict& district, std::size_t commune);
/// One commune had its gardens measured; its workbook has no sheet of gardens.
[[nodiscard]] bool hasMeasuredGardens(std::size_t commune);

} // namespace banlang::sample
