// SPDX-License-Identifier: MIT
#pragma once

#include <geos_c.h>

#include <algorithm>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

namespace banlang::detail {

/// One GEOS context: for one thread, and its messages go nowhere. GEOS answers with null where it cannot do what it is asked, and
/// follows a null that it is given; here what is made of null is null.
class Geos {
public:
    struct Destroy {
        GEOSContextHandle_t handle;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

    Geos() : handle_(GEOS_init_r()) {
        if (handle_ == nullptr) throw std::bad_alloc();
    }
    ~Geos() { GEOS_finish_r(handle_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    [[nodiscard]] GEOSContextHandle_t handle() const { return handle_; }
    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const { return {geometry, Destroy{handle_}}; }

    /// What `call` makes of the arguments; null when one of the geometries among them is, or when GEOS refuses them.
    template <class Call, class... Arguments> [[nodiscard]] Geometry make(Call call, const Arguments&... arguments) const {
        if ((isNull(arguments) || ...)) return own(nullptr);
        return own(call(handle_, plain(arguments)...));
    }

    /// From x y x y ...; null when there are too few points.
    [[nodiscard]] Geometry lineString(std::span<const double> xy) const {
        GEOSCoordSequence* points = sequence(xy);
        return own(points == nullptr ? nullptr : GEOSGeom_createLineString_r(handle_, points));
    }
    /// Null also when the first point is not the last.
    [[nodiscard]] Geometry linearRing(std::span<const double> xy) const {
        GEOSCoordSequence* points = sequence(xy);
        return own(points == nullptr ? nullptr : GEOSGeom_createLinearRing_r(handle_, points));
    }
    /// The outer ring first; empty without rings, null when one of them is.
    [[nodiscard]] Geometry polygon(std::vector<Geometry> rings) const {
        if (rings.empty()) return own(GEOSGeom_createEmptyPolygon_r(handle_));
        if (std::find(rings.begin(), rings.end(), nullptr) != rings.end()) return own(nullptr);
        std::vector<GEOSGeometry*> given = released(rings);
        return own(GEOSGeom_createPolygon_r(handle_, given.front(), given.data() + 1, static_cast<unsigned>(given.size() - 1)));
    }
    /// Null when one of the parts is.
    [[nodiscard]] Geometry collection(int type, std::vector<Geometry> parts) const {
        if (std::find(parts.begin(), parts.end(), nullptr) != parts.end()) return own(nullptr);
        std::vector<GEOSGeometry*> given = released(parts);
        return own(GEOSGeom_createCollection_r(handle_, type, given.data(), static_cast<unsigned>(given.size())));
    }

    /// Calls visit(x, y) for each point of a line or ring; for none of null.
    template <class Visit> void eachPoint(const GEOSGeometry* line, Visit&& visit) const {
        const GEOSCoordSequence* points = line == nullptr ? nullptr : GEOSGeom_getCoordSeq_r(handle_, line);
        unsigned count = 0;
        if (points == nullptr || GEOSCoordSeq_getSize_r(handle_, points, &count) == 0) return;
        for (unsigned i = 0; i < count; ++i) {
            double x = 0;
            double y = 0;
            if (GEOSCoordSeq_getXY_r(handle_, points, i, &x, &y) != 0) visit(x, y);
        }
    }

private:
    template <class Argument> static bool isNull(const Argument& argument) {
        if constexpr (std::is_arithmetic_v<Argument> || std::is_enum_v<Argument>) {
            return false;
        } else {
            return argument == nullptr;
        }
    }
    static const GEOSGeometry* plain(const Geometry& geometry) { return geometry.get(); }
    template <class Argument> static Argument plain(Argument argument) { return argument; }

    [[nodiscard]] GEOSCoordSequence* sequence(std::span<const double> xy) const {
        return GEOSCoordSeq_copyFromBuffer_r(handle_, xy.data(), static_cast<unsigned>(xy.size() / 2), 0, 0);
    }
    /// GEOS takes them over, also where it fails.
    static std::vector<GEOSGeometry*> released(std::vector<Geometry>& geometries) {
        std::vector<GEOSGeometry*> given;
        given.reserve(geometries.size());
        for (Geometry& geometry : geometries) given.push_back(geometry.release());
        return given;
    }

    GEOSContextHandle_t handle_;
};

} // namespace banlang::detail
