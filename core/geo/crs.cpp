// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"

#include "core/geo/tm3_zones.h"

#include <fmt/format.h>
#include <ogr_spatialref.h>
#include <proj.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace banlang {
namespace {

/// Position of the datum VN-2000 against WGS 84: EPSG operation 6960, coordinate frame rotations.
constexpr const char* operation6960 =
    "+proj=helmert +convention=coordinate_frame +x=-191.90441429 +y=-39.30318279 +z=-111.45032835 "
    "+rx=-0.00928836 +ry=0.01975479 +rz=-0.00427372 +s=0.252906278";
constexpr const char* wgs84Ellipsoid = "+ellps=WGS84"; // VN-2000 uses the same ellipsoid, placed elsewhere

Error unknownCrs(const std::string& what) {
    return {ErrorKind::usage,
            "crs-unknown",
            {"Không nhận ra hệ tọa độ " + what, "Unknown coordinate reference system " + what},
            {"Dùng mã EPSG, ví dụ 9209 (VN-2000, kinh tuyến trục 105°30')",
             "Give an EPSG code, for example 9209 (VN-2000, central meridian 105°30')"},
            {}};
}

/// PROJ knows none of the ways that the pinned operation needs; another operation would put everything some metres aside, unseen.
Error withoutOperation(const Crs& from, const Crs& to) {
    return {ErrorKind::failed,
            "crs-no-operation",
            {fmt::format("Không dựng được phép chuyển EPSG:6960 từ {} sang {}", from.name(), to.name()),
             fmt::format("The transformation EPSG:6960 from {} to {} cannot be set up", from.name(), to.name())},
            {"Chạy banlang doctor để xem bản PROJ, và kiểm tra hệ tọa độ ghi trong tệp",
             "Run banlang doctor to see which PROJ is there, and check the coordinate system that the file names"},
            {}};
}

OGRSpatialReference traditional(const Crs& crs) {
    OGRSpatialReference reference;
    reference.importFromWkt(crs.wkt().c_str());
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

bool onVn2000(const OGRSpatialReference& reference) {
    const char* datum = reference.GetAttrValue("DATUM");
    return datum != nullptr && std::string_view(datum).find("2000") != std::string_view::npos &&
           std::string_view(datum).find("Vietnam") != std::string_view::npos;
}

bool onWgs84(const OGRSpatialReference& reference) {
    const char* datum = reference.GetAttrValue("DATUM");
    return datum != nullptr && std::string_view(datum).find("WGS") != std::string_view::npos;
}

/// The step of a pipeline that takes this CRS to longitude and latitude in radians on its own datum; "" for what PROJ cannot write.
std::string toRadians(const OGRSpatialReference& reference) {
    if (reference.IsGeographic() != 0) return "+step +proj=unitconvert +xy_in=deg +xy_out=rad ";
    char* text = nullptr;
    OGRSpatialReference plain(reference);
    plain.SetTOWGS84(0, 0, 0);
    const OGRErr failure = plain.exportToProj4(&text);
    std::string definition = failure == OGRERR_NONE && text != nullptr ? text : "";
    CPLFree(text);
    std::string step;
    for (std::size_t at = 0; at < definition.size();) {
        const std::size_t end = std::min(definition.find(' ', at), definition.size());
        const std::string token = definition.substr(at, end - at);
        const bool ofDatum = token.starts_with("+towgs84") || token.starts_with("+no_defs") || token.starts_with("+type") ||
                             token.starts_with("+datum") || token.starts_with("+units=m");
        if (!ofDatum && !token.empty()) step += token + " ";
        at = end + 1;
    }
    if (step.empty()) return {};
    if (step.find("+ellps") == std::string::npos) step += std::string(wgs84Ellipsoid) + " ";
    return "+step +inv " + step;
}

/// Turns the steps of one direction around.
std::string fromRadians(const OGRSpatialReference& reference) {
    std::string step = toRadians(reference);
    if (step.starts_with("+step +inv ")) return "+step " + step.substr(11);
    return "+step +proj=unitconvert +xy_in=rad +xy_out=deg ";
}

std::string pinnedPipeline(const OGRSpatialReference& from, const OGRSpatialReference& to, bool inverse) {
    const std::string before = toRadians(from);
    const std::string after = fromRadians(to);
    if (before.empty() || after.empty()) return {};
    return fmt::format(
        "+proj=pipeline {}+step +proj=push +v_3 +step +proj=cart {} +step {}{} +step +inv +proj=cart {} +step +proj=pop +v_3 {}",
        before, wgs84Ellipsoid, inverse ? "+inv " : "", operation6960, wgs84Ellipsoid, after);
}

} // namespace

std::optional<int> epsgFromText(std::string_view text) {
    std::string_view digits = text;
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        const std::string_view authority = text.substr(0, colon);
        if (authority != "EPSG" && authority != "epsg") return std::nullopt;
        digits = text.substr(colon + 1);
    }
    int epsg = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), epsg);
    if (failure != std::errc() || end != digits.data() + digits.size() || epsg <= 0) return std::nullopt;
    return epsg;
}

Result<Crs> Crs::fromEpsg(int epsg) {
    OGRSpatialReference reference;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const OGRErr failure = reference.importFromEPSG(epsg);
    CPLPopErrorHandler();
    if (failure != OGRERR_NONE) return Unexpected(unknownCrs(fmt::format("EPSG:{}", epsg)));
    char* wkt = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    reference.exportToWkt(&wkt, options.data());
    Crs crs;
    crs.epsg_ = epsg;
    crs.wkt_ = wkt != nullptr ? wkt : "";
    CPLFree(wkt);
    crs.name_ = reference.GetName() != nullptr ? reference.GetName() : "";
    crs.geographic_ = reference.IsGeographic() != 0;
    return crs;
}

Result<Crs> Crs::fromWkt(const std::string& wkt) {
    OGRSpatialReference reference;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const OGRErr failure = reference.SetFromUserInput(wkt.c_str());
    if (failure == OGRERR_NONE && reference.GetAuthorityCode(nullptr) == nullptr) reference.AutoIdentifyEPSG();
    int epsg = 0;
    if (const char* code = reference.GetAuthorityCode(nullptr)) epsg = std::atoi(code);
    if (failure == OGRERR_NONE && epsg == 0) {
        // A .prj names no authority; take a code only if it means exactly the same.
        std::unique_ptr<OGRSpatialReference> match(reference.FindBestMatch());
        if (match != nullptr && match->GetAuthorityCode(nullptr) != nullptr) epsg = std::atoi(match->GetAuthorityCode(nullptr));
    }
    CPLPopErrorHandler();
    if (failure != OGRERR_NONE) return Unexpected(unknownCrs(wkt.substr(0, 60)));
    if (epsg > 0) {
        if (auto known = fromEpsg(epsg)) return known;
    }
    Crs crs;
    crs.wkt_ = wkt;
    crs.name_ = reference.GetName() != nullptr ? reference.GetName() : "";
    crs.geographic_ = reference.IsGeographic() != 0;
    return crs;
}

int Crs::vn2000Zone() const {
    if (epsg_ != 0 || geographic_) return 0;
    const OGRSpatialReference reference = traditional(*this);
    const char* projection = reference.GetAttrValue("PROJECTION");
    const bool grid = projection != nullptr && std::string_view(projection) == SRS_PT_TRANSVERSE_MERCATOR &&
                      std::abs(reference.GetProjParm(SRS_PP_SCALE_FACTOR, 1) - 0.9999) < 1e-9 &&
                      std::abs(reference.GetProjParm(SRS_PP_FALSE_EASTING) - 500'000) < 1e-3 &&
                      std::abs(reference.GetProjParm(SRS_PP_FALSE_NORTHING)) < 1e-3;
    const Tm3Zone* zone = grid ? tm3ZoneAt(reference.GetProjParm(SRS_PP_CENTRAL_MERIDIAN)) : nullptr;
    return zone == nullptr ? 0 : zone->epsg;
}

struct CrsTransform::Impl {
    PJ_CONTEXT* context = nullptr;
    PJ* pipeline = nullptr; ///< between VN-2000 and WGS 84; for all others `general` is used
    std::unique_ptr<OGRCoordinateTransformation> general;
    bool identity = false;

    /// In blocks, since OGR wants x and y apart.
    void transformGenerally(std::span<double> xy) const {
        constexpr std::size_t block = 1024;
        std::array<double, block> x{};
        std::array<double, block> y{};
        std::array<int, block> good{};
        CPLPushErrorHandler(CPLQuietErrorHandler);
        for (std::size_t first = 0; first < xy.size() / 2; first += block) {
            const std::size_t count = std::min(block, xy.size() / 2 - first);
            for (std::size_t i = 0; i < count; ++i) {
                x[i] = xy[2 * (first + i)];
                y[i] = xy[2 * (first + i) + 1];
            }
            general->Transform(static_cast<int>(count), x.data(), y.data(), nullptr, good.data());
            for (std::size_t i = 0; i < count; ++i) {
                xy[2 * (first + i)] = good[i] != 0 ? x[i] : std::numeric_limits<double>::infinity();
                xy[2 * (first + i) + 1] = y[i];
            }
        }
        CPLPopErrorHandler();
    }

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        if (pipeline != nullptr) proj_destroy(pipeline);
        if (context != nullptr) proj_context_destroy(context);
    }
};

CrsTransform::CrsTransform(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
CrsTransform::CrsTransform(CrsTransform&&) noexcept = default;
CrsTransform& CrsTransform::operator=(CrsTransform&&) noexcept = default;
CrsTransform::~CrsTransform() = default;

Result<CrsTransform> CrsTransform::between(const Crs& from, const Crs& to) {
    auto impl = std::make_unique<Impl>();
    if (from.wkt() == to.wkt()) {
        impl->identity = true;
        return CrsTransform(std::move(impl));
    }
    const OGRSpatialReference source = traditional(from);
    const OGRSpatialReference target = traditional(to);
    const bool toWgs = onVn2000(source) && onWgs84(target);
    const bool fromWgs = onWgs84(source) && onVn2000(target);
    if (toWgs || fromWgs) {
        const std::string pipeline = pinnedPipeline(source, target, fromWgs);
        impl->context = proj_context_create();
        proj_log_level(impl->context, PJ_LOG_NONE);
        if (!pipeline.empty()) impl->pipeline = proj_create(impl->context, pipeline.c_str());
        if (impl->pipeline == nullptr) return Unexpected(withoutOperation(from, to));
    } else {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        impl->general.reset(OGRCreateCoordinateTransformation(&source, &target));
        CPLPopErrorHandler();
        if (impl->general == nullptr) {
            return Unexpected(Error{ErrorKind::failed,
                                    "crs-no-path",
                                    {"Không có phép chuyển từ " + from.name() + " sang " + to.name(),
                                     "No transformation from " + from.name() + " to " + to.name()},
                                    {},
                                    {}});
        }
    }
    return CrsTransform(std::move(impl));
}

std::size_t CrsTransform::apply(std::span<double> xy) const {
    if (impl_->identity) return 0;
    const std::size_t count = xy.size() / 2;
    if (impl_->pipeline != nullptr) {
        constexpr std::size_t stride = 2 * sizeof(double);
        proj_trans_generic(impl_->pipeline, PJ_FWD, xy.data(), stride, count, xy.data() + 1, stride, count, nullptr, 0, 0, nullptr,
                           0, 0);
    } else {
        impl_->transformGenerally(xy);
    }
    std::size_t failed = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isfinite(xy[2 * i]) && std::isfinite(xy[2 * i + 1])) continue;
        xy[2 * i] = xy[2 * i + 1] = std::numeric_limits<double>::quiet_NaN();
        ++failed;
    }
    return failed;
}

Point CrsTransform::apply(Point point) const {
    std::array<double, 2> xy{point.x, point.y};
    apply(std::span<double>(xy));
    return {xy[0], xy[1]};
}

bool CrsTransform::isIdentity() const {
    return impl_->identity;
}

Result<CrsTransform> toWgs84(int epsg) {
    BANLANG_TRY(from, Crs::fromEpsg(epsg));
    BANLANG_TRY(to, Crs::fromEpsg(wgs84Epsg));
    return CrsTransform::between(from, to);
}

LonLat lonLatOf(const CrsTransform& toWgs84, Point point) {
    const Point degrees = toWgs84.apply(point);
    return {degrees.x, degrees.y};
}

double lengthError(const Crs& grid, const LonLat& place) {
    constexpr double unknown = std::numeric_limits<double>::infinity();
    const auto wgs84 = Crs::fromEpsg(wgs84Epsg);
    const auto toGrid = wgs84 ? CrsTransform::between(*wgs84, grid) : Result<CrsTransform>(Unexpected(Error{}));
    if (grid.geographic() || !toGrid) return unknown;
    // Radii of the ellipsoid along the meridian and across it.
    constexpr double radius = 6'378'137;
    constexpr double eccentricity2 = 0.00669437999014;
    constexpr double radians = 3.14159265358979323846 / 180;
    constexpr double stepDeg = 0.002;
    const double sine = std::sin(place.latDeg * radians);
    const double w2 = 1 - eccentricity2 * sine * sine;
    const double north = radius * (1 - eccentricity2) / (w2 * std::sqrt(w2)) * stepDeg * radians;
    const double east = radius / std::sqrt(w2) * std::cos(place.latDeg * radians) * stepDeg * radians;
    const auto along = [&](double dLon, double dLat) {
        const Point from = toGrid->apply(Point{place.lonDeg - dLon / 2, place.latDeg - dLat / 2});
        const Point to = toGrid->apply(Point{place.lonDeg + dLon / 2, place.latDeg + dLat / 2});
        return std::hypot(to.x - from.x, to.y - from.y);
    };
    const double worst = std::max(std::abs(along(stepDeg, 0) / east - 1), std::abs(along(0, stepDeg) / north - 1));
    return std::isfinite(worst) ? worst : unknown;
}

} // namespace banlang
