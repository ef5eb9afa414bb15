// SPDX-License-Identifier: MIT
// Disk and memory refuse at every place: what was told to be done is done, what was not is as before, and the next run finds
// nothing in its way and leaves nothing behind.
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/store.h"
#include "tests/fuzz/bytes.h"
#include "tests/fuzz/faults.h"
#include "tests/support/same_district.h"
#include "tests/support/soak_round.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace banlang::fuzz {
namespace {

constexpr std::chrono::seconds longEnough{60};

/// Words of a command; "@" stands for the folder that it works in.
struct Command {
    std::string name;
    std::vector<std::string> words;
    /// Text is drawn by libraries that, when memory is refused, end the process, or take another font and say nothing.
    bool drawsText = false;
    bool makesSeveralFiles = false;
};
std::ostream& operator<<(std::ostream& out, const Command& command) { // NOLINT(misc-use-internal-linkage): found by GoogleTest
    return out << command.name;
}

const Command commands[] = {
    {"ImportNew", {"import", "@/units", "@/src", "--into", "@/new.gpkg"}},
    {"Import", {"import", "@/src", "--into", "@/kho.gpkg"}},
    {"Merge", {"import", "@/other.gpkg", "--into", "@/kho.gpkg"}},
    {"Undo", {"undo", "@/kho.gpkg", "--import", "2"}},
    {"Purge", {"undo", "@/undone.gpkg", "--import", "2", "--purge"}},
    {"Redo", {"undo", "@/undone.gpkg", "--import", "2", "--redo"}},
    {"Send", {"send", "@/kho.gpkg", "-o", "@/part.gpkg"}},
    {"Upgrade", {"status", "@/kho.gpkg"}},
    {"ExportGpkg", {"export", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.gpkg", "--overwrite"}},
    {"ExportShp", {"export", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.shp", "--overwrite"}, false, true},
    {"ExportGeojson", {"export", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.geojson", "--overwrite"}},
    {"ExportKml", {"export", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.kml", "--overwrite"}},
    {"ExportKmz", {"export", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.kmz", "--overwrite"}},
    {"ExportCsv", {"export", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.csv", "--overwrite"}, false, true},
    {"ExportXlsx", {"export", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.xlsx", "--overwrite"}},
    {"MapPdf", {"map", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.pdf", "--overwrite"}, true},
    {"MapPng", {"map", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.png", "--size", "400x300", "--overwrite"}, true},
    {"MapSvg", {"map", "@/kho.gpkg", "--layer", "villages", "-o", "@/out/a.svg", "--size", "400x300", "--overwrite"}, true},
    {"Pack", {"pack", "@/kho.gpkg", "-o", "@/pack"}, true},
};

std::vector<std::string> wordsIn(const Command& command, const fs::path& folder) {
    std::vector<std::string> words = command.words;
    for (std::string& word : words) {
        if (word.starts_with("@/")) word = folder.string() + word.substr(1);
    }
    words.emplace_back("--quiet");
    words.emplace_back("--lang=en");
    return words;
}

/// The files that commands begin with, made once for all tests.
class Beginning {
public:
    Beginning() {
        const fs::path district = fs::path(BANLANG_SOURCE_DIR) / "sample-data/district";
        make("units", {"communes.gpkg", "villages.gpkg"}, district);
        write("first/hien dat.csv", 1, 40);
        write("src/hien dat 2.csv", 30, 60);
        write("theirs/hien dat 3.csv", 60, 90);
        import({"units"}, "kho.gpkg");
        import({"first"}, "kho.gpkg");
        import({"units"}, "other.gpkg");
        import({"theirs"}, "other.gpkg");
        fs::copy_file(folder_ / "kho.gpkg", folder_ / "undone.gpkg");
        run({"undo", folder_ / "undone.gpkg", "--import", "2"});
        fs::create_directories(folder_ / "out");
        for (const char* ending :
             {"gpkg", "shp", "shx", "dbf", "prj", "cpg", "geojson", "kml", "kmz", "csv", "xlsx", "pdf", "png", "svg"})
            writeBytes(folder_ / fmt::format("out/a.{}", ending), "an older file");
        for (const char* done : {"first", "theirs"}) fs::remove_all(folder_ / done);
    }
    /// A copy to work in.
    void copyTo(const fs::path& folder) const {
        fs::remove_all(folder);
        fs::copy(folder_.path(), folder, fs::copy_options::recursive);
    }

private:
    void make(const std::string& name, const std::vector<std::string>& files, const fs::path& from) const {
        fs::create_directories(folder_ / name);
        for (const std::string& file : files) fs::copy_file(from / file, folder_ / name / file);
    }
    void write(const std::string& name, int first, int end) const {
        std::string rows = "Số biên bản,Mã xã,Mã thôn,Ngày,Diện tích (m2)\n";
        for (int i = first; i < end; ++i)
            rows += fmt::format("BB-{},00901,00901{:02},{}/4/2022,{}\n", i, i % 9 + 1, i % 28 + 1, 100 + i);
        fs::create_directories((folder_ / name).parent_path());
        writeBytes(folder_ / name, rows);
    }
    void import(const std::vector<std::string>& sources, const std::string& into) const {
        for (const std::string& source : sources) run({"import", folder_ / source, "--into", folder_ / into, "--quiet"});
    }
    static void run(const std::vector<std::string>& words) {
        const ProgramRun done = runProgram("banlang", words, longEnough, {{"SOURCE_DATE_EPOCH", "1652857800"}});
        EXPECT_TRUE(done.exitCode == 0) << fmt::format("{}", fmt::join(words, " ")) << done.out << done.err;
    }

    TemporaryFolder folder_{"fault-beginning"};
};

class FaultsIn : public testing::TestWithParam<Command> {
protected:
    static void SetUpTestSuite() { beginning = new Beginning; }
    static void TearDownTestSuite() {
        delete beginning;
        beginning = nullptr;
    }
    void SetUp() override {
        if (withSanitizers())
            GTEST_SKIP() << "a sanitizer wants to be loaded first and brings its own malloc; the release build runs these";
        work_ = folder_ / "work";
        beginning->copyTo(work_);
        before_ = stateOf(work_);
        const FaultyRun whole = attempt({});
        ASSERT_EQ(whole.run.exitCode, 0) << whole.run.out << whole.run.err;
        calls_ = whole.calls;
        after_ = stateOf(work_);
        static_cast<void>(attempt({}));
        afterTwice_ = stateOf(work_);
    }
    [[nodiscard]] FaultyRun attempt(const PlannedFault& fault) const {
        return runWithFault(wordsIn(GetParam(), work_), work_, fault, longEnough);
    }

    /// All in a soak, but for memory, which is asked for too often; else the first and the middle one.
    [[nodiscard]] std::set<std::int64_t> numbersOf(Fault fault) const {
        const std::int64_t calls = calls_[static_cast<std::size_t>(fault)];
        const std::uint32_t round = test::soakRound();
        const std::int64_t most = round == 0 ? 2 : fault == Fault::alloc ? 250 : 4'000;
        std::set<std::int64_t> numbers;
        if (calls <= most) {
            for (std::int64_t n = 1; n <= calls; ++n) numbers.insert(n);
            return numbers;
        }
        const std::int64_t offset = std::int64_t{round} * 7'919;
        for (std::int64_t i = 0; i < most; ++i) numbers.insert(1 + (i * calls / most + offset) % calls);
        return numbers;
    }

    void check(const PlannedFault& fault) {
        SCOPED_TRACE(fmt::format("{}: call {} of {} to {} fails ({})", GetParam().name, fault.number,
                                 calls_[static_cast<std::size_t>(fault.fault)], nameOf(fault.fault), fault.how));
        beginning->copyTo(work_);
        const FaultyRun faulty = attempt(fault);
        const std::string told = faulty.run.out + faulty.run.err;
        const FolderState now = withoutLeftovers(stateOf(work_));
        const bool done = now == withoutLeftovers(after_);
        const bool undone = now == withoutLeftovers(before_);
        const bool drawnWithoutMemory = fault.fault == Fault::alloc && GetParam().drawsText;
        const bool endedByLibrary = drawnWithoutMemory && faulty.run.signal != 0;
        EXPECT_TRUE(faulty.run.signal == 0 || endedByLibrary) << faulty.run.signal << told;
        EXPECT_TRUE((faulty.run.exitCode >= 0 && faulty.run.exitCode <= 6) || endedByLibrary) << faulty.run.exitCode << told;
        EXPECT_EQ(told.find("internal error"), std::string::npos) << told;
        // A disk that takes the second file not, nor the first one back.
        const bool torn = fault.fault == Fault::rename && fault.how == "on" && GetParam().makesSeveralFiles;
        EXPECT_TRUE(done || undone || torn || drawnWithoutMemory)
            << "neither as before nor done: " << differences(withoutLeftovers(before_), now) << '\n'
            << told;
        EXPECT_TRUE(done || faulty.run.exitCode != 0 || drawnWithoutMemory) << "told to be done" << told;
        EXPECT_TRUE(faulty.run.exitCode == 0 || !told.empty() || endedByLibrary) << "nothing said";
        expectCopiesEqualRows();
        // The next run.
        const FaultyRun next = attempt({});
        const FolderState end = stateOf(work_);
        const FolderState& expected = done && !undone ? afterTwice_ : after_;
        EXPECT_TRUE(end == expected || (drawnWithoutMemory && !undone))
            << "after the next run" << differences(expected, end) << '\n'
            << next.run.out << next.run.err;
        ++tried_;
    }

    void expectCopiesEqualRows() const {
        for (const char* name : {"kho.gpkg", "new.gpkg", "undone.gpkg"}) {
            const std::string store = work_ / name;
            if (!fs::exists(store)) continue;
            const std::string bare = folder_ / "bare.gpkg";
            fs::copy_file(store, bare, fs::copy_options::overwrite_existing);
            (void)detail::Database::open(bare, true)->run("DROP TABLE IF EXISTS banlang_columns_state");
            const auto copied = openDistrict(store);
            const auto rows = openDistrict(bare);
            ASSERT_TRUE(copied && rows) << name;
            EXPECT_TRUE(test::differences(*copied, *rows).empty()) << name;
        }
    }

    static Beginning* beginning;
    TemporaryFolder folder_{"fault-work"};
    fs::path work_;
    FolderState before_;
    FolderState after_;
    FolderState afterTwice_;
    std::array<std::int64_t, faults.size()> calls_{};
    int tried_ = 0;
};
Beginning* FaultsIn::beginning = nullptr;

TEST_P(FaultsIn, NothingIsHarmedAndNothingClaimed) {
    for (const Fault fault : faults) {
        for (const std::int64_t number : numbersOf(fault)) {
            // In turn, since each run costs as much as a whole one.
            const bool all = test::soakRound() != 0;
            const char* ways[] = {"once", "on", "short"};
            for (int way = 0; way < 3; ++way) {
                if (way == 2 && fault != Fault::write) continue;
                if (all || static_cast<int>(number % (fault == Fault::write ? 3 : 2)) == way) check({fault, number, ways[way]});
            }
        }
    }
    RecordProperty("tried", tried_);
    fmt::print("{}: {} faults tried\n", GetParam().name, tried_);
}

INSTANTIATE_TEST_SUITE_P(Commands, FaultsIn, testing::ValuesIn(commands),
                         [](const testing::TestParamInfo<Command>& one) { return one.param.name; });

} // namespace
} // namespace banlang::fuzz
