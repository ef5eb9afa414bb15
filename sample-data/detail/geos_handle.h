// SPDX-License-Identifier: MIT
#pragma once

#include <geos_c.h>

#include <memory>

namespace banlang::sample::detail {

/// One GEOS context: for one thread.
class GeosHandle {
public:
    GeosHandle() : context_(GEOS_init_r()) {}
    GeosHandle(const GeosHandle&) = delete;
    GeosHandle& operator=(const GeosHandle&) = delete;
    ~GeosHandle() { GEOS_finish_r(context_); }

    [[nodiscard]] GEOSContextHandle_t get() const { return context_; }

    struct Deleter {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Deleter>;
    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const { return Geometry(geometry, Deleter{context_}); }

private:
    GEOSContextHandle_t context_;
};

} // namespace banlang::sample::detail
