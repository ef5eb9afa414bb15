// SPDX-License-Identifier: MIT
// A disk that is full, at once or with the last page: every output says so, and leaves nothing half behind.
#include "tests/e2e/made_once.h"

#include <algorithm>
#include <optional>
#include <set>

namespace banlang::e2e {
namespace {

/// A shell that may mount for its own eyes only: as root, else as root of a namespace of its own. Nothing where neither is allowed.
std::optional<std::string> mountingShell() {
    static const std::optional<std::string> found = []() -> std::optional<std::string> {
        const Folder folder;
        for (const char* const shell : {"unshare -m sh", "unshare -rm sh"}) {
            const std::string line =
                fmt::format("{} -c 'mount -t tmpfs -o size=64k tmpfs {}' 2> /dev/null", shell, e2e::quoted((folder / "").string()));
            if (std::system(line.c_str()) == 0) return shell;
        }
        return std::nullopt;
    }();
    return found;
}

struct Attempt {
    Outcome outcome;
    std::set<std::string> left; ///< names in the folder afterwards
    std::string old;            ///< what the file holds that stood there before
};

/// Runs banlang while `folder` is a disk of so many bytes. Where no disk can be mounted, no file may be longer than that.
Attempt onDisk(const Folder& aside, const fs::path& folder, std::size_t bytes, const std::vector<std::string>& arguments,
               const std::string& oldFile = {}) {
    fs::create_directories(folder);
    std::string program = fmt::format("{}/banlang", BANLANG_BINARY_DIR);
    for (const std::string& argument : arguments) program += " " + e2e::quoted(argument);
    const std::string out = (aside / "out").string();
    const std::string err = (aside / "err").string();
    const std::string left = (aside / "left").string();
    const std::string kept = (aside / "kept").string();
    std::string script;
    if (mountingShell())
        script += fmt::format("mount -t tmpfs -o size={} tmpfs {} || exit 99\n", bytes, e2e::quoted(folder.string()));
    if (!oldFile.empty()) script += fmt::format("printf old > {}\n", e2e::quoted(oldFile));
    if (!mountingShell()) program = fmt::format("( ulimit -f {}; exec {} )", bytes / 512, program);
    script += fmt::format("{} > {} 2> {} < /dev/null\ncode=$?\n", program, e2e::quoted(out), e2e::quoted(err));
    script += fmt::format("ls -A {} > {}\n", e2e::quoted(folder.string()), e2e::quoted(left));
    if (!oldFile.empty()) script += fmt::format("cat {} > {}\n", e2e::quoted(oldFile), e2e::quoted(kept));
    script += "exit $code\n";
    const std::string file = (aside / "script.sh").string();
    std::ofstream(file) << script;
    const int status = std::system(fmt::format("{} {}", mountingShell().value_or("sh"), e2e::quoted(file)).c_str());
    Attempt attempt{{WIFEXITED(status) ? WEXITSTATUS(status) : -1, readFile(out), readFile(err)}, {}, {}};
    std::ifstream names(left);
    for (std::string name; std::getline(names, name);) attempt.left.insert(name);
    if (!oldFile.empty()) attempt.old = readFile(kept);
    fs::remove_all(folder);
    return attempt;
}

/// What a full disk is called; where a limit stands for it, what that is called. SQLite does not tell it from other failures.
std::string reason(const std::string& file, bool english) {
    if (mountingShell()) return english ? "no space left on device" : "hết chỗ trên đĩa";
    if (file.ends_with(".gpkg")) return "disk I/O error";
    return english ? "file larger than is allowed" : "tệp lớn hơn mức cho phép";
}

std::size_t bytesIn(const fs::path& folder) {
    constexpr std::size_t page = 4'096;
    std::size_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += (entry.file_size() + page - 1) / page * page;
    }
    return bytes;
}

class FullDisk : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = new Folder;
        store_ = new std::string(sampleStore(*folder_));
    }
    static void TearDownTestSuite() {
        delete store_;
        delete folder_;
    }

    static void expectSaid(const Attempt& attempt, const std::string& file, bool english) {
        EXPECT_EQ(attempt.outcome.exitCode, 6) << attempt.outcome.err;
        EXPECT_NE(attempt.outcome.err.find(reason(file, english)), std::string::npos) << attempt.outcome.err;
        EXPECT_NE(attempt.outcome.err.find(file), std::string::npos) << attempt.outcome.err;
    }

    /// `verb`: up to the option that names the output.
    static void expectNothingHalf(std::vector<std::string> verb, const std::string& name) {
        SCOPED_TRACE(name);
        const Folder aside;
        const fs::path place = aside / "đĩa";
        fs::create_directories(place);
        const std::string file = (place / name).string();
        verb.push_back(file);
        std::vector<std::string> inEnglish = verb; // a little shorter or longer than in Vietnamese
        inEnglish.insert(inEnglish.end(), {"--lang", "en"});
        const Outcome whole = banlang(inEnglish);
        ASSERT_EQ(whole.exitCode, 0) << whole.err;
        const std::size_t bytes = bytesIn(place);
        fs::remove_all(place);
        constexpr std::size_t page = 4'096;
        ASSERT_GT(bytes, page);

        expectSaid(onDisk(aside, place, page, verb), name, false);
        // A limit is for each file, so the last page of several is not the last of one.
        const std::size_t nearly = mountingShell() ? bytes - page : bytes / 4 / 512 * 512;
        const Attempt last = onDisk(aside, place, nearly, inEnglish);
        expectSaid(last, name, true);
        EXPECT_EQ(last.left, std::set<std::string>{});

        std::vector<std::string> over = inEnglish;
        over.emplace_back("--overwrite");
        const Attempt replaced = onDisk(aside, place, nearly, over, file);
        expectSaid(replaced, name, true);
        EXPECT_EQ(replaced.old, "old");
        EXPECT_EQ(replaced.left, std::set<std::string>{name});
    }

    static Folder* folder_;
    static std::string* store_;
};
Folder* FullDisk::folder_ = nullptr;
std::string* FullDisk::store_ = nullptr;

TEST_F(FullDisk, IsToldByEveryExport) {
    for (const char* const name : {"a.gpkg", "a.geojson", "a.kml", "a.kmz", "a.shp", "a.csv", "a.xlsx"})
        expectNothingHalf({"export", *store_, "--layer", "roads", "-o"}, name);
}

TEST_F(FullDisk, IsToldByEveryMap) {
    for (const char* const name : {"a.pdf", "a.svg", "a.png"}) expectNothingHalf({"map", *store_, "--layer", "houses", "-o"}, name);
}

/// Of a page, so the old file must leave it no room.
TEST_F(FullDisk, IsToldByTheReviewSheet) {
    const Folder aside;
    const fs::path place = aside / "đĩa";
    const std::string file = (place / "a.csv").string();
    const std::size_t bytes = mountingShell() ? 4'096 : 512;
    const Attempt attempt = onDisk(aside, place, bytes, {"link", *store_, "--export", file, "--overwrite"}, file);
    expectSaid(attempt, "a.csv", false);
    EXPECT_EQ(attempt.old, "old");
    EXPECT_EQ(attempt.left, std::set<std::string>{"a.csv"});
}

TEST_F(FullDisk, IsToldByThePack) {
    const Folder aside;
    const fs::path place = aside / "đĩa";
    const std::vector<std::string> verb{"pack", *store_, "-o", (place / "bộ").string()};
    const Attempt attempt = onDisk(aside, place, 300'000 / 4'096 * 4'096, verb);
    expectSaid(attempt, "bộ", false);
    EXPECT_EQ(attempt.left, std::set<std::string>{});
}

TEST_F(FullDisk, IsToldWhenTheOutputGoesThere) {
    const std::string line = fmt::format("{}/banlang layers {} --json > /dev/full 2> {}", BANLANG_BINARY_DIR, e2e::quoted(*store_),
                                         e2e::quoted((*folder_ / "err").string()));
    const int status = std::system(line.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 6);
    EXPECT_NE(readFile(*folder_ / "err").find("no space left on device"), std::string::npos);
}

} // namespace
} // namespace banlang::e2e
