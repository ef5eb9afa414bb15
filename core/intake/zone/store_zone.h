// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/crs.h"
#include "core/intake/parse_layer.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace banlang {

/// What a store's CRS goes by.
enum class ZoneBasis : std::uint8_t {
    chosen,   ///< a person said it
    declared, ///< its own files are drawn in this VN-2000 zone
    units,    ///< the province of its communes has one zone
    open,     ///< nothing settles it
};
[[nodiscard]] std::string_view id(ZoneBasis basis); ///< "chosen", "declared", "units", "open"

struct StoreZone {
    int epsg = 0;
    ZoneBasis basis = ZoneBasis::open;
    std::optional<Question> question; ///< kind "store-crs", not blocking: until it is answered the first option is taken
};

/// Finds the zone of a store from what the layers of an import tell of their place. Nothing far from a zone is ever put into it in
/// silence: where layers and official lists leave a doubt, and there are geometries that it matters to, a question comes of it.
class StoreZoneFinder {
public:
    /// Looks at the head, some 4,000 rows and 200 places of a layer.
    void add(const ParsedLayer& layer);

    [[nodiscard]] bool hasGeometry() const { return firstLayer_.has_value(); }
    /// Where the middle of the layers lies that say so; nothing where none does.
    [[nodiscard]] std::optional<LonLat> middle() const;
    [[nodiscard]] StoreZone find() const;

private:
    void addPlace(const ParsedLayer& layer);
    void addUnits(const ParsedLayer& layer);
    [[nodiscard]] std::vector<int> declaredZones() const;
    [[nodiscard]] std::vector<int> zonesOfUnits() const;
    [[nodiscard]] std::vector<int> zonesOfList() const;
    [[nodiscard]] std::vector<int> zonesOfCodes() const;
    [[nodiscard]] StoreZone abroad(const LonLat& middle) const;
    [[nodiscard]] StoreZone asked(std::vector<int> zones) const;

    std::optional<std::pair<std::string, std::string>> firstLayer_; ///< with geometry
    std::map<int, std::map<int, std::size_t>>
        declared_;                ///< VN-2000 zones with the features drawn in them; boundaries, parcels, others
    std::vector<Crs> otherGrids_; ///< projected, no VN-2000 zone
    std::vector<double> lonDeg_;
    std::vector<double> latDeg_;
    std::vector<std::pair<std::string, std::string>> communes_; ///< code and name
    std::vector<std::string> codes_;                            ///< that other records name their communes by
};

/// A CRS that a store can be in: an error for degrees, and for a grid whose lengths are off by more than one in a hundred there.
[[nodiscard]] Result<void> checkStoreCrs(int epsg, const std::optional<LonLat>& middle);

} // namespace banlang
