// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <optional>

namespace banlang {
namespace {

static_assert(std::endian::native == std::endian::little, "WKB is written in the byte order of the machine");

enum WkbType : std::uint32_t {
    wkbPoint = 1,
    wkbLine = 2,
    wkbPolygon = 3,
    wkbMultiPoint = 4,
    wkbMultiLine = 5,
    wkbMultiPolygon = 6
};

/// Reads numbers one after another; once past the end, everything fails.
class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class T> std::optional<T> next() {
        if (bytes_.size() - at_ < sizeof(T)) return std::nullopt;
        T value;
        std::memcpy(&value, bytes_.data() + at_, sizeof(T));
        at_ += sizeof(T);
        if (swapped_) {
            auto* raw = reinterpret_cast<std::byte*>(&value);
            for (std::size_t i = 0; i < sizeof(T) / 2; ++i) std::swap(raw[i], raw[sizeof(T) - 1 - i]);
        }
        return value;
    }
    [[nodiscard]] bool holds(std::size_t count, std::size_t size) const { return count <= (bytes_.size() - at_) / size; }
    void setSwapped(bool swapped) { swapped_ = swapped; }

private:
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool swapped_ = false;
};

struct Header {
    std::uint32_t type = 0;      ///< 1 - 6
    std::size_t coordinates = 2; ///< numbers per point
};

std::optional<Header> readHeader(Reader& reader) {
    const auto order = reader.next<std::uint8_t>();
    if (!order || *order > 1) return std::nullopt;
    reader.setSwapped(*order == 0);
    const auto code = reader.next<std::uint32_t>();
    if (!code) return std::nullopt;
    // PostGIS and old OGC mark Z and M by high bits, ISO by thousands.
    const bool highZ = (*code & 0x80000000U) != 0;
    const bool highM = (*code & 0x40000000U) != 0;
    const std::uint32_t iso = *code & 0x0FFFFFFFU;
    Header header;
    header.type = iso % 1000;
    const std::uint32_t dimension = iso / 1000;
    if (dimension > 3) return std::nullopt;
    header.coordinates =
        2 + std::size_t{dimension == 1 || dimension == 2 || highZ || highM} + std::size_t{dimension == 3 || (highZ && highM)};
    if (dimension == 3) header.coordinates = 4;
    return header;
}

bool readPoints(Reader& reader, GeometryColumn& column, std::size_t count, std::size_t coordinates) {
    if (!reader.holds(count, coordinates * sizeof(double))) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = *reader.next<double>();
        const double y = *reader.next<double>();
        for (std::size_t extra = 2; extra < coordinates; ++extra) (void)reader.next<double>();
        if (!std::isfinite(x) || !std::isfinite(y)) return false;
        column.addPoint({x, y});
    }
    return true;
}

bool readPart(Reader& reader, GeometryColumn& column, const Header& header) {
    if (header.type == wkbPoint) {
        if (!readPoints(reader, column, 1, header.coordinates)) return false;
        column.endRing();
        column.endPart();
        return true;
    }
    std::uint32_t rings = 1;
    if (header.type == wkbPolygon) {
        const auto count = reader.next<std::uint32_t>();
        if (!count || !reader.holds(*count, sizeof(std::uint32_t))) return false;
        rings = *count;
    }
    for (std::uint32_t r = 0; r < rings; ++r) {
        const auto points = reader.next<std::uint32_t>();
        if (!points || !readPoints(reader, column, *points, header.coordinates)) return false;
        if (*points > 0) column.endRing();
    }
    if (column.ringOffsets.size() - 1 > column.partOffsets.back()) column.endPart();
    return true;
}

GeometryKind kindOfType(std::uint32_t type) {
    switch (type) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryKind::point;
    case wkbLine:
    case wkbMultiLine:
        return GeometryKind::line;
    case wkbPolygon:
    case wkbMultiPolygon:
        return GeometryKind::polygon;
    default:
        return GeometryKind::none;
    }
}

bool readGeometry(Reader& reader, GeometryColumn& column) {
    const auto header = readHeader(reader);
    if (!header || kindOfType(header->type) != column.kind) return false;
    if (header->type <= wkbPolygon) return readPart(reader, column, *header);
    const auto parts = reader.next<std::uint32_t>();
    if (!parts || !reader.holds(*parts, 5)) return false;
    for (std::uint32_t part = 0; part < *parts; ++part) {
        const auto partHeader = readHeader(reader);
        if (!partHeader || partHeader->type + 3 != header->type || !readPart(reader, column, *partHeader)) return false;
    }
    return true;
}

template <class T> void append(std::vector<std::byte>& bytes, T value) {
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof(T));
    std::memcpy(bytes.data() + at, &value, sizeof(T));
}

void appendHeader(std::vector<std::byte>& bytes, std::uint32_t type) {
    append<std::uint8_t>(bytes, 1);
    append<std::uint32_t>(bytes, type);
}

void appendRing(std::vector<std::byte>& bytes, std::span<const double> ring) {
    append<std::uint32_t>(bytes, static_cast<std::uint32_t>(ring.size() / 2));
    const std::size_t at = bytes.size();
    bytes.resize(at + ring.size_bytes());
    std::memcpy(bytes.data() + at, ring.data(), ring.size_bytes());
}

void appendGeometry(std::vector<std::byte>& bytes, const GeometryColumn& column, std::size_t feature) {
    if (column.kind == GeometryKind::point) {
        appendHeader(bytes, wkbPoint);
        const double missing = std::nan("");
        const Point point =
            column.isEmpty(feature) ? Point{missing, missing} : column.point(column.ringOffsets[column.firstRing(feature)]);
        append(bytes, point.x);
        append(bytes, point.y);
        return;
    }
    const bool polygon = column.kind == GeometryKind::polygon;
    appendHeader(bytes, polygon ? wkbMultiPolygon : wkbMultiLine);
    append<std::uint32_t>(bytes, column.featureOffsets[feature + 1] - column.featureOffsets[feature]);
    for (std::uint32_t part = column.featureOffsets[feature]; part < column.featureOffsets[feature + 1]; ++part) {
        appendHeader(bytes, polygon ? wkbPolygon : wkbLine);
        if (polygon) append<std::uint32_t>(bytes, column.partOffsets[part + 1] - column.partOffsets[part]);
        for (std::uint32_t r = column.partOffsets[part]; r < column.partOffsets[part + 1]; ++r) appendRing(bytes, column.ring(r));
    }
}

} // namespace

bool appendWkb(GeometryColumn& column, std::span<const std::byte> wkb, CoordinateCheck coordinates) {
    const std::size_t xySize = column.xy.size();
    const std::size_t ringSize = column.ringOffsets.size();
    const std::size_t partSize = column.partOffsets.size();
    Reader reader(wkb);
    const auto isFinite = [](double value) { return std::isfinite(value); };
    bool good = readGeometry(reader, column);
    if (good && coordinates == CoordinateCheck::finite)
        good = std::all_of(column.xy.begin() + static_cast<std::ptrdiff_t>(xySize), column.xy.end(), isFinite);
    if (!good) {
        column.xy.resize(xySize);
        column.ringOffsets.resize(ringSize);
        column.partOffsets.resize(partSize);
    }
    column.endFeature();
    return good;
}

GeometryKind kindOfWkb(std::span<const std::byte> wkb) {
    Reader reader(wkb);
    const auto header = readHeader(reader);
    return header ? kindOfType(header->type) : GeometryKind::none;
}

std::vector<std::byte> toWkb(const GeometryColumn& column, std::size_t feature) {
    std::vector<std::byte> bytes;
    appendGeometry(bytes, column, feature);
    return bytes;
}

std::vector<std::byte> toGeoPackageBlob(const GeometryColumn& column, std::size_t feature, int srsId) {
    // GeoPackage 1.3, 2.1.3: "GP", version 0, flags, srs_id, envelope min x, max x, min y, max y.
    constexpr std::uint8_t littleEndianWithEnvelope = 0b00000011;
    constexpr std::uint8_t littleEndianEmpty = 0b00010001;
    const bool empty = column.isEmpty(feature);
    std::vector<std::byte> bytes;
    append(bytes, 'G');
    append(bytes, 'P');
    append<std::uint8_t>(bytes, 0);
    append<std::uint8_t>(bytes, empty ? littleEndianEmpty : littleEndianWithEnvelope);
    append<std::int32_t>(bytes, srsId);
    if (!empty) {
        const Box& box = column.boxes[feature];
        for (const double bound : {box.minX, box.maxX, box.minY, box.maxY}) append(bytes, bound);
    }
    appendGeometry(bytes, column, feature);
    return bytes;
}

} // namespace banlang
