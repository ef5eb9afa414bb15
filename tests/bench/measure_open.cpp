// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"
#include "core/store/store.h"
#include "tests/bench/measure.h"

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_recordbatch.h>

#include <stdexcept>

namespace banlang::bench {
namespace {

/// Pulls every batch and looks at nothing in it.
std::int64_t readArrow(const std::string& path) {
    GDALDatasetH dataset = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr);
    if (dataset == nullptr) throw std::runtime_error("GDAL cannot open " + path);
    ArrowArrayStream stream{};
    std::int64_t rows = 0;
    if (OGR_L_GetArrowStream(GDALDatasetGetLayerByName(dataset, "parcels"), &stream, nullptr)) {
        for (;;) {
            ArrowArray batch{};
            if (stream.get_next(&stream, &batch) != 0 || batch.release == nullptr) break;
            rows += batch.length;
            batch.release(&batch);
        }
        stream.release(&stream);
    }
    GDALClose(dataset);
    return rows;
}

} // namespace

Measured measureOpen(const std::string& path) {
    registerGdalDrivers();
    const double arrow = medianSeconds([&] { (void)readArrow(path); });
    const double open = medianSeconds([&] {
        if (!openDistrict(path)) throw std::runtime_error("cannot open " + path);
    });
    return {"open", open, "Arrow read of the parcels", arrow};
}

} // namespace banlang::bench
