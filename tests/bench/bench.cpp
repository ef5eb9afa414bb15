// SPDX-License-Identifier: MIT
// banlang-bench STORE JOB...: measures jobs on a store, each beside its floor in the same run. Prints one JSON object a line.
// Asserts nothing; script/bench makes a table of it.
#include "core/store/store.h"
#include "tests/bench/measure.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

namespace banlang::bench {

double medianSeconds(const std::function<void()>& work) {
    constexpr int runs = 5;
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(seconds.begin(), seconds.begin() + runs / 2, seconds.end());
    return seconds[runs / 2];
}

namespace {

void print(const Measured& measured) {
    fmt::print("{{\"job\": \"{}\", \"ours_s\": {:.4f}, \"floor\": \"{}\", \"floor_s\": {}}}\n", measured.job, measured.oursS,
               measured.floor, measured.floorS ? fmt::format("{:.4f}", *measured.floorS) : "null");
    std::fflush(stdout);
}

long peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

int run(const std::string& path, const std::set<std::string>& jobs) {
    const auto wanted = [&](const char* job) { return jobs.contains(job); };
    if (wanted("open")) print(measureOpen(path));
    auto district = openDistrict(path);
    if (!district) {
        fmt::print(stderr, "banlang-bench: {}\n", describe(district.error(), Language::english));
        return 3;
    }
    // Alone, so that nothing else has been in memory before.
    if (jobs == std::set<std::string>{"memory"}) {
        std::size_t vertexBytes = 0;
        for (const auto& table : district->tables) vertexBytes += table->geometry.xy.size() * sizeof(double);
        fmt::print("{{\"job\": \"memory\", \"ours_mb\": {}, \"floor\": \"raw coordinates\", \"floor_mb\": {}}}\n", peakMegabytes(),
                   vertexBytes / 1'048'576);
    }
    if (wanted("link")) print(measureLink(*district));
    if (wanted("sums")) print(measureSums());
    if (wanted("set-aside")) print(measureExcludedRecords());
    if (wanted("landtake")) {
        print(measureLandTake(*district));
        print(measureLandTakeOfAnotherDay(*district));
    }
    if (wanted("tessellate")) {
        for (const Measured& measured : measureTessellate(*district)) print(measured);
    }
    if (wanted("pick")) {
        for (const Measured& measured : measurePick(std::make_shared<const District>(*district))) print(measured);
    }
    if (wanted("styles")) printParcelStyles(std::make_shared<const District>(*district));
    if (wanted("link-all")) print(measureAllLinks(*district));
    return 0;
}

} // namespace
} // namespace banlang::bench

int main(int argc, char** argv) {
    if (argc < 3) {
        fmt::print(stderr, "banlang-bench STORE open|link|link-all|sums|set-aside|landtake|tessellate|pick|styles|memory...\n");
        return 2;
    }
    return banlang::bench::run(argv[1], std::set<std::string>(argv + 2, argv + argc));
}
