// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/parcels.h"
#include "sample-data/road_cut.h"
#include "sample-data/tile_seeds.h"
#include "sample-data/writer.h"

#include <map>

namespace banlang::sample {

/// A parcel before it has a number.
struct Parcel {
    Polyline ring;
    Zone zone = Zone::forest;
    std::int32_t house = -1; ///< household whose house stands on it
    Point inner;
    std::int32_t village = -1;
    std::vector<RoadCutter::Need> needs;
};

[[nodiscard]] GeometryColumn polygonOf(const Polyline& ring);
void addPolygon(GeometryColumn& column, const Polyline& ring);

/// Numbers parcels, gives them holders, and writes parcels and truth/parcels.csv part by part. Two parcels get a boundary that
/// crosses itself and one more stands outside the district, as hurried drawings have them.
class ParcelRows {
public:
    [[nodiscard]] static Result<ParcelRows> create(const Landscape& land, const std::string& folder);

    void add(const Parcel& parcel);
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<ParcelSummary> finish();

private:
    ParcelRows(const Landscape& land, TableWriter writer, TableWriter truthWriter);
    [[nodiscard]] static FeatureTable emptyTruth();
    void startAfresh();
    [[nodiscard]] ParcelKey nextKey(const Parcel& parcel);
    void addRows(const Parcel& parcel, const ParcelKey& key);
    void addFault(const ParcelKey& key, const char* rule);
    void addAstray();

    const Landscape* land_;
    TableWriter writer_;
    TableWriter truthWriter_;
    FeatureTable rows_;
    FeatureTable truth_;
    ParcelSummary summary_;
    std::map<std::pair<std::int32_t, int>, int> lastNumber_; ///< by commune and sheet
    std::size_t crossed_ = 0;
};

} // namespace banlang::sample
