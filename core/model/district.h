// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/copy_on_write.h"
#include "core/base/derived_cache.h"
#include "core/geo/feature_table.h"
#include "core/model/office.h"
#include "core/model/record_kinds.h"
#include "core/model/record_reports.h"
#include "core/model/record_times.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace banlang {

inline constexpr std::int32_t notLinked = -1;

/// How a record found its place; the ladder of core/link. `manualOverride`: a person said so.
enum class LinkMethod : std::uint8_t { none, key, code, name, foldedName, place, headOfHousehold, manualOverride };

/// How exact that place is.
enum class Precision : std::uint8_t { none, commune, village, household, parcel, polygon };

/// Where the records of one table belong: for each row the row in the table it points at, or notLinked.
/// A vector is empty when the kind has no such reference. A record that names a parcel or household also gets
/// the village and commune of that parcel or household, unless it names its own; so does one that names a garden, house or work.
struct TableLinks {
    std::vector<std::int32_t> commune;
    std::vector<std::int32_t> village;
    std::vector<std::int32_t> road;
    std::vector<std::int32_t> parcel;
    std::vector<std::int32_t> household;
    std::vector<std::int32_t> garden;
    std::vector<std::int32_t> house;
    std::vector<std::int32_t> roadWork;
    std::vector<LinkMethod> method;
    std::vector<Precision> precision;
};

/// The table that a reference points into; a sheet or number of a parcel into parcels, a head into households.
[[nodiscard]] Role targetOf(Reference reference);
/// The column of links that a reference fills.
[[nodiscard]] std::vector<std::int32_t>& linksTo(TableLinks& links, Reference reference);
[[nodiscard]] const std::vector<std::int32_t>& linksTo(const TableLinks& links, Reference reference);
/// The row that a record is linked to; notLinked also where the kind has no such reference.
[[nodiscard]] inline std::int32_t linkedRow(const std::vector<std::int32_t>& links, std::size_t row) {
    return row < links.size() ? links[row] : notLinked;
}

/// Links of every kind, by indexOf(role).
using DistrictLinks = std::array<TableLinks, roleCount>;

/// Everything that is known of one district, in memory: one table per kind, all in the same projected CRS, and the links
/// between them. Plain data; rows never move while it lives. Opened once and read by many, so what analyses find is kept beside it
/// (`derived`, by AnalysisContext::kept) rather than handed from caller to caller; asking for a table or its links in order to
/// change it forgets. Copies share tables and links until one changes them.
struct District {
    Office office; ///< whose store it is; the district is all communes in it, whatever the office's level
    int epsg = 0;  ///< CRS of all geometries
    std::array<CopyOnWrite<FeatureTable>, roleCount> tables;
    CopyOnWrite<DistrictLinks> links;
    std::array<CopyOnWrite<RecordReports>, roleCount> reports; ///< of records of which several reports speak
    std::array<CopyOnWrite<RecordTimes>, roleCount> times;     ///< as of when records speak; of parcels nothing is kept
    std::string terrainTiff; ///< bytes of a GeoTIFF with heights in metres, for hillshade; empty when there is none
    DerivedCache derived;    ///< results of analyses of these very data

    [[nodiscard]] const FeatureTable& table(Role role) const { return *tables[indexOf(role)]; }
    [[nodiscard]] FeatureTable& table(Role role) {
        derived.forget();
        return tables[indexOf(role)].own();
    }
    [[nodiscard]] const TableLinks& linksOf(Role role) const { return (*links)[indexOf(role)]; }
    [[nodiscard]] TableLinks& linksOf(Role role) {
        derived.forget();
        return links.own()[indexOf(role)];
    }
};

/// A district with all tables present and empty.
[[nodiscard]] District emptyDistrict(int epsg);

/// "Xã Nà Sáng", "Thôn Bản Sản": kind and name, unless the name already starts with the kind.
[[nodiscard]] std::string fullName(const FeatureTable& units, std::size_t row);
/// The name of a record of any kind; "" where it has none, as gardens and houses, which go by their household.
[[nodiscard]] std::string_view ownName(const FeatureTable& records, std::size_t row);

} // namespace banlang
