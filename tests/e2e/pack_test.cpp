// SPDX-License-Identifier: MIT
// The meeting pack of the shipped sample: the same files whatever core drew them, an old pack in one step replaced and nothing
// else, at the price of its sheets.
#include "tests/e2e/made_once.h"
#include "tests/support/other_program.h"

#include <sys/resource.h>

#include <cstdlib>
#include <map>
#include <set>

namespace banlang::e2e {
namespace {

/// Of all programs that have ended.
double cpuSeconds() {
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

std::map<std::string, std::string> filesIn(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = readFile(entry.path());
    }
    return files;
}

class Pack : public testing::Test {
protected:
    static void SetUpTestSuite() {
        setenv("SOURCE_DATE_EPOCH", "1652832000", 1);
        folder_ = new Folder;
        store_ = new std::string(sampleStore(*folder_));
        ASSERT_EQ(banlang({"pack", *store_, "-o", place("bộ"), "--json"}).exitCode, 0);
    }
    static void TearDownTestSuite() {
        delete store_;
        delete folder_;
        unsetenv("SOURCE_DATE_EPOCH");
    }
    static std::string place(const std::string& name) { return (*folder_ / name).string(); }

    static Folder* folder_;
    static std::string* store_;
};
Folder* Pack::folder_ = nullptr;
std::string* Pack::store_ = nullptr;

TEST_F(Pack, IsTheSameWhoeverDrewWhichSheet) {
    // On one core the sheets come one after another.
    const std::string line = fmt::format("taskset -c 0 {}/banlang pack {} -o {} --json > /dev/null", BANLANG_BINARY_DIR,
                                         e2e::quoted(*store_), e2e::quoted(place("một")));
    ASSERT_EQ(std::system(line.c_str()), 0);
    const auto parallel = filesIn(place("bộ"));
    const auto alone = filesIn(place("một"));
    ASSERT_EQ(parallel.size(), alone.size());
    EXPECT_GT(parallel.size(), 20U);
    for (const auto& [name, bytes] : parallel) EXPECT_TRUE(alone.at(name) == bytes) << name;
}

TEST_F(Pack, ASheetIsTheOneThatMapDraws) {
    const std::string alone = place("alone.pdf");
    ASSERT_EQ(banlang({"map", *store_, "--layer", "new-roads", "-o", alone}).exitCode, 0);
    EXPECT_TRUE(readFile(alone) == readFile(place("bộ") + "/2-duong-moi-nang-cap.pdf"));
}

TEST_F(Pack, TakesThePlaceOfAPackAndOfNothingElse) {
    fs::copy(place("bộ"), place("cũ"), fs::copy_options::recursive);
    std::ofstream(place("cũ") + "/3-vuon-tap.pdf") << "old";
    const auto refused = banlang({"pack", *store_, "-o", place("cũ"), "--json"});
    EXPECT_EQ(refused.exitCode, 6);
    EXPECT_EQ(refused.json()["error"]["code"], "output-exists");

    fs::create_directories(place("cũ") + "/theo-xa/99999");
    std::ofstream(place("cũ") + "/theo-xa/99999/1-dat-hien.pdf") << "a commune that is no more";
    ASSERT_EQ(banlang({"pack", *store_, "-o", place("cũ"), "--overwrite", "--json"}).exitCode, 0);
    EXPECT_EQ(filesIn(place("cũ")), filesIn(place("bộ"))) << "nothing of the old one is left";

    std::ofstream(place("cũ") + "/ghi chép.docx") << "mine";
    const auto before = filesIn(place("cũ"));
    const auto mixed = banlang({"pack", *store_, "-o", place("cũ"), "--overwrite", "--json"});
    EXPECT_EQ(mixed.exitCode, 6);
    EXPECT_EQ(mixed.json()["error"]["code"], "not-a-pack");
    EXPECT_EQ(filesIn(place("cũ")), before);
}

/// Codes are data; whoever wrote them names no place on the disk.
TEST_F(Pack, WritesNothingOutsideItsFolderWhateverACodeSays) {
    const Folder around;
    const std::string store = (around / "kho.gpkg").string();
    fs::copy_file(*store_, store);
    {
        const test::OtherProgram edits(store,
                                       "UPDATE communes SET code = '../../../x' WHERE code = '00907';"
                                       "UPDATE communes SET code = '/tmp/../x' WHERE code = '00916';"
                                       "UPDATE communes SET code = '.._.._.._x' WHERE code = '00928';",
                                       test::OtherProgram::End::sudden);
    }
    const fs::path folder = around / "a/b/c/bộ";
    const auto before = filesIn(around / "");
    const Outcome outcome = banlang({"pack", store, "-o", folder.string(), "--json"});
    ASSERT_EQ(outcome.exitCode, 0) << outcome.err << outcome.out;
    std::set<std::string> told;
    const nlohmann::json answer = outcome.json();
    for (const auto& file : answer["files"]) EXPECT_TRUE(told.insert(file["path"].get<std::string>()).second) << file;
    std::set<std::string> there;
    for (const auto& [name, bytes] : filesIn(folder)) there.insert(name);
    EXPECT_EQ(there, told) << "each file is there under the name that was told, in a folder of its own";
    std::set<std::string> communes;
    for (const auto& entry : fs::directory_iterator(folder / "theo-xa")) communes.insert(entry.path().filename().string());
    EXPECT_TRUE(communes.contains("_________x"));
    EXPECT_TRUE(communes.contains("_tmp____x"));
    auto after = filesIn(around / "");
    std::erase_if(after,
                  [](const auto& file) { return file.first.starts_with("a/b/c/bộ/") || file.first.starts_with("kho.gpkg"); });
    auto others = before;
    std::erase_if(others, [](const auto& file) { return file.first.starts_with("kho.gpkg"); });
    EXPECT_EQ(after, others) << "nothing was written beside it";
    ASSERT_EQ(banlang({"pack", store, "-o", folder.string(), "--overwrite", "--json"}).exitCode, 0) << "it knows its own pack";
}

TEST_F(Pack, CostsNoMoreThanItsSheets) {
    double start = cpuSeconds();
    ASSERT_EQ(banlang({"map", *store_, "--layer", "donated-land", "-o", place("một tờ.pdf")}).exitCode, 0);
    const double sheet = cpuSeconds() - start;
    start = cpuSeconds();
    ASSERT_EQ(banlang({"pack", *store_, "-o", place("lại"), "--json"}).exitCode, 0);
    const double pack = cpuSeconds() - start;
    RecordProperty("sheets", static_cast<int>(pack / sheet));
    EXPECT_LT(pack, 40 * sheet) << pack << " s of CPU, one sheet " << sheet;
}

} // namespace
} // namespace banlang::e2e
