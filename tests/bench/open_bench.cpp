// SPDX-License-Identifier: MIT
// Opening a store beside its floor: the bare Arrow read of its parcels by GDAL, in the same run. Prints one JSON object.
#include "core/store/store.h"

#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_recordbatch.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace {

constexpr int runs = 5;

/// Median wall time of several runs, seconds.
double medianSeconds(const std::function<void()>& work) {
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(seconds.begin(), seconds.begin() + runs / 2, seconds.end());
    return seconds[runs / 2];
}

/// Pulls every batch and looks at nothing in it.
std::int64_t readArrow(const char* path) {
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr);
    if (dataset == nullptr) return -1;
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

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "banlang-bench STORE\n");
        return 2;
    }
    GDALAllRegister();
    std::int64_t parcels = 0;
    const double arrow = medianSeconds([&] { parcels = readArrow(argv[1]); });
    bool opened = true;
    const double open = medianSeconds([&] { opened = opened && banlang::openDistrict(argv[1]).has_value(); });
    if (parcels < 0 || !opened) {
        fmt::print(stderr, "banlang-bench: {} cannot be opened\n", argv[1]);
        return 3;
    }
    fmt::print("{{\"parcels\": {}, \"arrow_read_s\": {:.3f}, \"open_linked_s\": {:.3f}, \"ratio\": {:.2f}}}\n", parcels, arrow,
               open, open / arrow);
    return 0;
}
