// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/point.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace banlang {

/// VN-2000 / TM-3 105-30, Hà Giang: of the sample, and of a store that nothing has a place in yet.
inline constexpr int defaultStoreEpsg = 9209;
inline constexpr int wgs84Epsg = 4326;

/// The number of "EPSG:9209" or "9209"; nothing for anything else.
[[nodiscard]] std::optional<int> epsgFromText(std::string_view text);

/// A coordinate reference system. Axis order is always east, north (longitude, latitude), whatever the authority says.
class Crs {
public:
    [[nodiscard]] static Result<Crs> fromEpsg(int epsg);
    [[nodiscard]] static Result<Crs> fromWkt(const std::string& wkt); ///< finds the EPSG code when the definition matches one

    /// The VN-2000 zone whose grid this is, when it says so with another datum or other shift parameters: MapInfo tables often hold
    /// "Earth Projection 8, 104" (WGS 84) or the ministry's parameters with their signs changed. 0 for all others. Nobody but
    /// VN-2000 uses a transverse Mercator grid of 3 degrees with scale 0.9999.
    [[nodiscard]] int vn2000Zone() const;

    [[nodiscard]] int epsg() const { return epsg_; } ///< 0 when it matches no EPSG code
    [[nodiscard]] const std::string& wkt() const { return wkt_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] bool geographic() const { return geographic_; }

private:
    int epsg_ = 0;
    std::string wkt_;
    std::string name_;
    bool geographic_ = false;
};

/// Takes coordinates from one CRS to another. Between VN-2000 and WGS 84 always by EPSG operation 6960 (Decision 05/2007/QĐ-BTNMT),
/// never by another that PROJ may prefer. About 1 m accurate on the ground; 2 mm repeatable there and back.
/// Not for use by two threads at once.
class CrsTransform {
public:
    [[nodiscard]] static Result<CrsTransform> between(const Crs& from, const Crs& to);

    CrsTransform(CrsTransform&&) noexcept;
    CrsTransform& operator=(CrsTransform&&) noexcept;
    ~CrsTransform();

    /// In place, x y x y ...; what cannot be transformed becomes NaN. Returns how many points failed.
    std::size_t apply(std::span<double> xy) const;
    [[nodiscard]] Point apply(Point point) const;
    [[nodiscard]] bool isIdentity() const;

private:
    struct Impl;
    explicit CrsTransform(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// From a store's CRS to WGS 84 and back, typed, for showing and reading coordinates.
[[nodiscard]] Result<CrsTransform> toWgs84(int epsg);
[[nodiscard]] LonLat lonLatOf(const CrsTransform& toWgs84, Point point);

/// How far lengths in a grid are off around a place, the worse of two directions: 0.0004 is 40 cm in a kilometre. Infinite where
/// the grid does not reach, for degrees, and for what no transformation leads to.
[[nodiscard]] double lengthError(const Crs& grid, const LonLat& place);

} // namespace banlang
