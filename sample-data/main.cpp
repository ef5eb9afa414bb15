// SPDX-License-Identifier: MIT
#include "sample-data/sample.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    using namespace banlang;
    try {
        CLI::App app("Viết ra một huyện vùng cao hư cấu. / Writes a fictitious highland district.");
        std::string folder;
        sample::SampleOptions options;
        bool quiet = false;
        app.add_option("OUT", folder, "Thư mục mới hoặc trống / a new or empty folder")->required();
        app.add_option("--parcels", options.parcels, "Khoảng bao nhiêu thửa / about how many parcels")
            ->check(CLI::Range(2'000, 10'000'000));
        app.add_option("--seed", options.seed, "Số gieo / seed");
        app.add_flag("--messy", options.messy, "Như các xã gửi lên / as offices would send it");
        app.add_flag("--monthly", options.monthly, "Báo cáo tháng của từng xã, năm 2022 / monthly reports of each commune, 2022")
            ->excludes("--messy");
        app.add_option("--communes", options.communes, "Nhiều nhất bao nhiêu xã / of how many communes at most")
            ->needs("--monthly");
        app.add_flag("-q,--quiet", quiet, "Không báo tiến độ / no progress");
        try {
            app.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return app.exit(error) == 0 ? 0 : 2;
        }
        Progress progress;
        if (!quiet) {
            progress.report = [](double fraction, const Bilingual& step) {
                fmt::print(stderr, "{:3.0f} %  {} / {}\n", fraction * 100, step.vi, step.en);
            };
        }
        const auto written = sample::writeSample(folder, options, progress);
        if (written) return 0;
        fmt::print(stderr, "{}\n{}\n", describe(written.error(), Language::vietnamese),
                   describe(written.error(), Language::english));
        return static_cast<int>(written.error().kind);
    } catch (const std::exception& error) {
        std::fputs(error.what(), stderr);
        return 1;
    }
}
