// SPDX-License-Identifier: MIT
// Whatever is asked, no output takes the place of the store or of a source that it is made from.
#include "tests/e2e/made_once.h"

namespace banlang::e2e {
namespace {

class OutputIsInput : public testing::Test {
protected:
    void SetUp() override { store_ = sampleStore(folder_); }
    [[nodiscard]] std::string place(const std::string& name) const { return (folder_ / name).string(); }
    void expectRefused(const std::vector<std::string>& arguments, const std::string& kept) const {
        const std::string before = readFile(kept);
        const auto run = banlang(arguments);
        EXPECT_EQ(run.exitCode, 2) << run.err;
        EXPECT_NE(run.err.find("output is the very file"), std::string::npos) << run.err;
        EXPECT_TRUE(readFile(kept) == before) << "the file has changed";
    }

    Folder folder_;
    std::string store_;
};

TEST_F(OutputIsInput, AStoreIsNotExportedOntoItselfByAnyOfItsNames) {
    fs::create_symlink(store_, place("l.gpkg"));
    fs::create_hard_link(store_, place("h.gpkg"));
    fs::create_directory(place("d"));
    for (const std::string& name :
         {store_, place("l.gpkg"), place("h.gpkg"), place("d/../" + fs::path(store_).filename().string())})
        expectRefused({"export", store_, "--layer", "roads", "-o", name, "--overwrite", "--lang", "en"}, store_);
    expectRefused({"export", place("l.gpkg"), "--layer", "roads", "-o", store_, "--overwrite", "--lang", "en"}, store_);
}

TEST_F(OutputIsInput, AReviewSheetAndAMappingTakeTheirPlaceElsewhere) {
    expectRefused({"link", store_, "--export", store_, "--overwrite", "--lang", "en"}, store_);
    const std::string source = place("shifts.csv");
    std::ofstream(source) << "date;commune_code;organisation;participants\n2022-04-02;00901;Hội Nông dân;12\n";
    expectRefused({"import", source, "--into", store_, "--save-map", store_, "--overwrite", "--lang", "en"}, store_);
    expectRefused({"import", source, "--into", store_, "--save-map", source, "--overwrite", "--lang", "en"}, source);
}

} // namespace
} // namespace banlang::e2e
