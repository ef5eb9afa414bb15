// SPDX-License-Identifier: MIT
#include "core/intake/geometry_repair.h"

#include "core/base/parallel.h"
#include "core/geo/overlay.h"
#include "core/geo/simple_ring.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {
namespace {

constexpr double earthM = 4e7; ///< once around: no projected coordinate is larger

bool plausible(const Box& box, bool geographic) {
    if (geographic) return box.minX >= -180.001 && box.maxX <= 360.001 && box.minY >= -90.001 && box.maxY <= 90.001;
    return std::abs(box.minX) < earthM && std::abs(box.maxX) < earthM && std::abs(box.minY) < earthM && std::abs(box.maxY) < earthM;
}

GeometryColumn withoutImplausible(const GeometryColumn& geometry, bool geographic, std::size_t& emptied) {
    GeometryColumn kept;
    kept.kind = geometry.kind;
    for (std::size_t feature = 0; feature < geometry.featureCount(); ++feature) {
        const bool good = geometry.isEmpty(feature) || plausible(geometry.boxes[feature], geographic);
        if (good) {
            kept.appendFeature(geometry, feature);
        } else {
            kept.endFeature();
            ++emptied;
        }
    }
    return kept;
}

std::size_t implausibleCount(const GeometryColumn& geometry, bool geographic) {
    std::size_t count = 0;
    for (std::size_t feature = 0; feature < geometry.featureCount(); ++feature)
        count += !geometry.isEmpty(feature) && !plausible(geometry.boxes[feature], geographic) ? 1U : 0U;
    return count;
}

Error impossibleCoordinates(const ErrorPlace& where, const Crs& crs) {
    return {ErrorKind::inputUnreadable,
            "crs-wrong",
            {"Tọa độ không thể thuộc hệ " + crs.name(), "The coordinates cannot be in " + crs.name()},
            {"Có thể kinh độ, vĩ độ bị đổi chỗ hoặc tệp .prj sai: sửa tệp, hoặc xóa .prj rồi dùng --crs",
             "Longitude and latitude may be swapped or the .prj wrong: mend the file, or remove the .prj and give --crs"},
            where};
}

/// Repairing takes a time that grows with the square of the crossings.
constexpr std::size_t mostPointsToRepair = 200'000;

std::size_t pointsOf(const GeometryColumn& polygons, std::size_t feature) {
    return polygons.ringOffsets[polygons.lastRing(feature)] - polygons.ringOffsets[polygons.firstRing(feature)];
}

void addTooManyPoints(ProblemList& problems, std::size_t feature) {
    problems.add(
        Severity::warning, "too-many-points", feature, {},
        {fmt::format("Ranh giới tự cắt và có hơn {} điểm, không sửa được; dòng được giữ mà không có ranh giới", mostPointsToRepair),
         fmt::format(
             "The boundary crosses itself and has more than {} points, so it cannot be repaired; the row is kept without it",
             mostPointsToRepair)},
        {"Sửa hoặc làm gọn ranh giới bằng phần mềm GIS", "Mend or simplify the boundary in a GIS"});
}

} // namespace

Result<GeometryColumn> transformedTo(GeometryColumn placed, const Crs& from, int storeEpsg, const ErrorPlace& where) {
    BANLANG_TRY(to, Crs::fromEpsg(storeEpsg));
    BANLANG_TRY(transform, CrsTransform::between(from, to));
    const std::size_t wrong = implausibleCount(placed, from.geographic());
    if (wrong > placed.featureCount() / 2) return Unexpected(impossibleCoordinates(where, from));
    std::size_t emptied = 0;
    if (wrong > 0) placed = withoutImplausible(placed, from.geographic(), emptied);
    if (transform.isIdentity()) return placed;
    const std::size_t failed = transform.apply(std::span(placed.xy));
    placed.refreshBoxes();
    if (failed > 0) placed = withoutImplausible(placed, false, emptied);
    return placed;
}

double wholeMillimetres(double metres) {
    return std::round(metres * 1000) / 1000;
}

Result<void> transformRows(FeatureTable& rows, const CrsTransform& transform, const ErrorPlace& where) {
    std::size_t failed = transform.apply(std::span(rows.geometry.xy));
    rows.geometry.refreshBoxes();
    Column* x = rows.columnNamed(fields::units.centreXM.name);
    Column* y = rows.columnNamed(fields::units.centreYM.name);
    for (std::size_t row = 0; row < rows.rowCount && x != nullptr && y != nullptr; ++row) {
        if (x->isMissing(row) || y->isMissing(row)) continue;
        const Point moved = transform.apply(Point{x->numbers[row], y->numbers[row]});
        failed += std::isfinite(moved.x) && std::isfinite(moved.y) ? 0U : 1U;
        x->numbers[row] = wholeMillimetres(moved.x);
        y->numbers[row] = wholeMillimetres(moved.y);
    }
    if (failed == 0) return {};
    return Unexpected(Error{ErrorKind::failed,
                            "crs-not-reached",
                            {fmt::format("{} điểm không chuyển được sang hệ tọa độ kia", failed),
                             fmt::format("{} points have no place in the other coordinate reference system", failed)},
                            {"Chọn múi chiếu của nơi có dữ liệu", "Choose a zone of the place where the data lie"},
                            where});
}

void repairPolygons(GeometryColumn& polygons, ProblemList& problems) {
    const std::size_t count = polygons.featureCount();
    std::vector<std::string> reasons(count);
    constexpr std::size_t grain = 4096;
    parallelRanges(count, grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t feature = begin; feature < end; ++feature) {
            if (!polygons.isEmpty(feature) && !isTriviallyValid(polygons, feature))
                reasons[feature] = invalidReason(polygons, feature);
        }
    });
    if (std::all_of(reasons.begin(), reasons.end(), [](const std::string& reason) { return reason.empty(); })) return;
    GeometryColumn repaired;
    repaired.kind = GeometryKind::polygon;
    for (std::size_t feature = 0; feature < count; ++feature) {
        if (reasons[feature].empty()) {
            repaired.appendFeature(polygons, feature);
            continue;
        }
        if (pointsOf(polygons, feature) > mostPointsToRepair) {
            repaired.endFeature();
            addTooManyPoints(problems, feature);
            continue;
        }
        const GeometryColumn valid = madeValid(polygons, feature);
        if (valid.featureCount() == 1) {
            repaired.appendFeature(valid, 0);
        } else {
            repaired.endFeature();
        }
        problems.add(
            Severity::warning, "self-intersection", feature, {},
            {"Ranh giới tự cắt, đã sửa: " + reasons[feature], "The boundary crosses itself and was repaired: " + reasons[feature]},
            {"Kiểm tra lại ranh giới ở nơi đo vẽ", "Check the boundary where it was surveyed"});
    }
    polygons = std::move(repaired);
}

} // namespace banlang
