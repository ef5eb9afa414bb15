// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"

#include <cpl_error.h>
#include <fmt/format.h>
#include <ogr_geometry.h>

#include <memory>
#include <stdexcept>

namespace banlang {
namespace {

std::string pointText(Point point, int decimals) {
    return fmt::format("{:.{}f} {:.{}f}", point.x, decimals, point.y, decimals);
}

std::string ringText(std::span<const double> ring, int decimals) {
    std::string text = "(";
    for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
        if (i > 0) text += ',';
        text += pointText({ring[i], ring[i + 1]}, decimals);
    }
    return text + ')';
}

} // namespace

bool appendWkt(GeometryColumn& column, std::string_view wkt) {
    const std::string text(wkt);
    OGRGeometry* raw = nullptr;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    OGRGeometryFactory::createFromWkt(text.c_str(), nullptr, &raw);
    CPLPopErrorHandler();
    const std::unique_ptr<OGRGeometry> geometry(raw);
    if (geometry == nullptr) return false;
    std::vector<std::byte> bytes(geometry->WkbSize());
    geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(bytes.data()), wkbVariantIso);
    return appendWkb(column, bytes);
}

GeometryColumn geometryFromWkt(GeometryKind kind, std::span<const std::string_view> wkts) {
    GeometryColumn column;
    column.kind = kind;
    for (const std::string_view wkt : wkts) {
        if (!appendWkt(column, wkt)) throw std::invalid_argument("not a geometry of this kind: " + std::string(wkt));
    }
    return column;
}

std::string toWkt(const GeometryColumn& column, std::size_t feature, int decimals) {
    static constexpr std::string_view names[] = {"EMPTY", "POINT", "LINESTRING", "POLYGON"};
    const std::string name(names[static_cast<std::size_t>(column.kind)]);
    if (column.isEmpty(feature)) return fmt::format("{} EMPTY", name);
    std::vector<std::string> parts;
    for (std::uint32_t part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1]; ++part) {
        std::string rings;
        for (std::uint32_t r = column.partOffsets[part]; r < column.partOffsets[part + 1]; ++r) {
            if (!rings.empty()) rings += ',';
            rings += ringText(column.ring(r), decimals);
        }
        parts.push_back(column.kind == GeometryKind::polygon ? fmt::format("({})", rings) : rings);
    }
    if (parts.size() == 1) return fmt::format("{} {}", name, parts.front());
    return fmt::format("MULTI{} ({})", name, fmt::join(parts, ","));
}

} // namespace banlang
