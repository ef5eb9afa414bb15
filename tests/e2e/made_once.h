// SPDX-License-Identifier: MIT
#pragma once

#include "tests/e2e/command.h"

#include <fcntl.h>
#include <sys/file.h>

#include <functional>

// What takes long to make and is the same for many tests: every test is a process of its own, so it is kept beside the programs.

namespace banlang::e2e {

/// Changes when the programs or the shipped samples do.
inline std::string stampOfPrograms() {
    std::size_t stamp = 0;
    const auto add = [&](const fs::path& file) {
        const std::string state =
            fmt::format("{} {} {}", file.string(), fs::file_size(file), fs::last_write_time(file).time_since_epoch().count());
        stamp = stamp * 31 + std::hash<std::string>{}(state);
    };
    for (const char* program : {"banlang", "banlang-sample"}) add(fs::path(BANLANG_BINARY_DIR) / program);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(BANLANG_SOURCE_DIR) / "sample-data")) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const fs::path& file : files) add(file);
    return fmt::format("{:016x}", stamp);
}

/// The folder `name`, filled by `make` in the first test that asks, while others wait. To be read only; what is changed is copied
/// first.
inline fs::path madeOnce(const std::string& name, const std::function<void(const fs::path&)>& make) {
    const fs::path all = fs::path(BANLANG_BINARY_DIR).parent_path() / "fixtures";
    const fs::path ours = all / stampOfPrograms();
    fs::create_directories(all);
    const int lock = open((all / "lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
    EXPECT_EQ(flock(lock, LOCK_EX), 0);
    for (const auto& entry : fs::directory_iterator(all)) {
        if (entry.is_directory() && entry.path() != ours) fs::remove_all(entry.path());
    }
    if (!fs::exists(ours / name)) {
        const fs::path unfinished = ours / (name + ".unfinished");
        fs::remove_all(unfinished);
        fs::create_directories(unfinished);
        make(unfinished);
        if (!testing::Test::HasFailure()) fs::rename(unfinished, ours / name);
        if (testing::Test::HasFailure()) {
            close(lock);
            return unfinished;
        }
    }
    close(lock);
    return ours / name;
}

/// The shipped sample district as a store in `folder`.
inline std::string sampleStore(const Folder& folder) {
    static int count = 0;
    const fs::path made = madeOnce("sample", [](const fs::path& place) {
        const Outcome imported = banlang({"import", sampleFolder(), "--into", (place / "store.gpkg").string(), "--json"});
        EXPECT_EQ(imported.exitCode, 0) << imported.err << imported.out.substr(0, 2'000);
    });
    const std::string store = (folder / fmt::format("huyện mẫu {}.gpkg", count++)).string();
    fs::copy_file(made / "store.gpkg", store);
    return store;
}

inline std::string messyFolder() {
    return std::string(BANLANG_SOURCE_DIR) + "/sample-data/messy-district";
}

/// The shipped messy district: `store.gpkg`, what its import printed, `import.json`, and with which exit code, `exit`.
inline fs::path messyImport() {
    return madeOnce("messy", [](const fs::path& place) {
        const Outcome imported = banlang({"import", messyFolder(), "--into", (place / "store.gpkg").string(), "--json"});
        std::ofstream(place / "import.json") << imported.out;
        std::ofstream(place / "exit") << imported.exitCode;
    });
}

/// A store grown by the generator, of as many parcels.
inline fs::path grownStore(int parcels, int seed) {
    return madeOnce(fmt::format("grown-{}-{}", parcels, seed),
                    [&](const fs::path& place) {
                        const std::string source = (place / "nguồn").string();
                        EXPECT_EQ(run("banlang-sample",
                                      {source, "--parcels", std::to_string(parcels), "--seed", std::to_string(seed), "-q"})
                                      .exitCode,
                                  0);
                        EXPECT_EQ(banlang({"import", source, "--into", (place / "store.gpkg").string(), "--quiet"}).exitCode, 0);
                    }) /
           "store.gpkg";
}

} // namespace banlang::e2e
