// SPDX-License-Identifier: MIT
#include "core/io/folder.h"
#include "tests/support/files.h"
#include "tests/support/zip_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

class Folder : public InFolder {
protected:
    [[nodiscard]] FoundFiles found() const { return findFiles({folder_.string()}); }
    [[nodiscard]] std::vector<std::string> paths(std::vector<std::string> names) const {
        for (std::string& name : names) name = at(name);
        return names;
    }
    [[nodiscard]] std::string hash(const std::string& name) const { return contentHash(at(name)).value_or("none"); }
};

TEST_F(Folder, IsWalkedAndSorted) {
    for (const char* name :
         {"b/thua.SHP", "a.gpkg", "b/c/hien dat.xlsx", "dem.tif", "terrain_10m.tiff", "photo.tif", "readme.docx"})
        write(name, "x");
    EXPECT_EQ(found().vectors, paths({"a.gpkg", "b/c/hien dat.xlsx", "b/thua.SHP"}));
    EXPECT_EQ(found().terrains, paths({"dem.tif", "terrain_10m.tiff"}));
    EXPECT_EQ(found().ignored, paths({"photo.tif", "readme.docx"}));
    EXPECT_THAT(found().refused, IsEmpty());
}

TEST_F(Folder, SidecarsAreNoFilesOfTheirOwn) {
    for (const char* name :
         {"a.shp", "a.shx", "a.dbf", "a.prj", "a.cpg", "a.qpj", "a.sbn", "b.SHP", "b.DBF", "c.tab", "c.dat", "c.id", "c.map"})
        write(name, "x");
    EXPECT_EQ(found().vectors, paths({"a.shp", "b.SHP", "c.tab"}));
    EXPECT_THAT(found().ignored, IsEmpty());
}

TEST_F(Folder, WhatExplainsATableBringsNoRecords) {
    for (const char* name : {"a.csv", "a.csvt", "a.csv-metadata.json", "b.shp", "b.cot.csv", "b.dai.csv", "b.shp.xml"})
        write(name, "x");
    EXPECT_EQ(found().vectors, paths({"a.csv", "b.shp"}));
    EXPECT_THAT(found().ignored, IsEmpty());
}

TEST_F(Folder, ATableWithoutItsShapesStandsAlone) {
    write("lone.dbf", "x");
    EXPECT_EQ(found().vectors, paths({"lone.dbf"}));
}

TEST_F(Folder, WhatIsHiddenOpenOrTruthIsLeftOut) {
    for (const char* name : {".git/a.csv", ".hidden.csv", "truth/a.csv", "b/truth/a.csv", "~$book.xlsx", "truth.csv"})
        write(name, "x");
    EXPECT_EQ(found().vectors, paths({"truth.csv"}));
    EXPECT_EQ(findFiles({at("truth")}).vectors, paths({"truth/a.csv"}));
}

TEST_F(Folder, AFileGeodatabaseIsOneSource) {
    write("land.gdb/a00000001.gdbtable", "x");
    write("land.gdb/note.csv", "x");
    EXPECT_EQ(found().vectors, paths({"land.gdb"}));
    EXPECT_EQ(findFiles({at("land.gdb")}).vectors, paths({"land.gdb"}));
    EXPECT_EQ(findFiles({at("land.gdb/")}).vectors, paths({"land.gdb"}));
}

TEST_F(Folder, ArchivesAreLookedInto) {
    write("xa.zip", zipOf({{"a/thua.shp", "s"},
                           {"a/thua.dbf", "d"},
                           {"b/THUA.SHP", "s"},
                           {"b/THUA.DBF", "d"},
                           {"lone.dbf", "d"},
                           {"__MACOSX/a/._thua.shp", "m"},
                           {"~$x.xlsx", "x"},
                           {"readme.txt", "t"},
                           {"photo.jpg", "p"}}));
    EXPECT_EQ(found().vectors, paths({"xa.zip/a/thua.shp", "xa.zip/b/THUA.SHP", "xa.zip/lone.dbf", "xa.zip/readme.txt"}));
}

TEST_F(Folder, TruthAndHiddenFoldersInArchivesAreLeftOutToo) {
    write("xa.zip", zipOf({{"truth/a.csv", "1"}, {"b/.git/a.csv", "1"}, {"b/a.csv", "1"}}));
    EXPECT_EQ(found().vectors, paths({"xa.zip/b/a.csv"}));
}

TEST_F(Folder, ArchivesWithinArchivesAndDamagedOnesAreRefused) {
    write("xa.zip", zipOf({{"inner.zip", zipOf({{"a.csv", "1"}})}, {"b.csv", "1"}}));
    write("cut.zip", "PK");
    const FoundFiles files = found();
    EXPECT_EQ(files.vectors, paths({"xa.zip/b.csv"}));
    ASSERT_EQ(files.refused.size(), 2U);
    std::vector<std::pair<std::string, std::string>> refused;
    for (const Error& error : files.refused) refused.emplace_back(error.where.file, error.code);
    EXPECT_THAT(refused, testing::UnorderedElementsAre(std::pair(at("cut.zip"), std::string("archive-damaged")),
                                                       std::pair(at("xa.zip/inner.zip"), std::string("archive-nested"))));
}

TEST_F(Folder, WhatIsNamedIsTriedWhateverItsEndingAndOnce) {
    const std::string file = write("a.dat", "x");
    EXPECT_THAT(findFiles({file, file}).vectors, ElementsAre(file));
    const std::string csv = write("b.csv", "x");
    EXPECT_THAT(findFiles({csv, folder_.string()}).vectors, ElementsAre(csv));
    const FoundFiles missing = findFiles({at("nowhere")});
    ASSERT_EQ(missing.refused.size(), 1U);
    EXPECT_EQ(missing.refused[0].code, "file-missing");
}

TEST_F(Folder, TheHashIsOfTheContentAndNotOfTheName) {
    write("a.csv", "1,2\n");
    write("b.csv", "1,2\n");
    write("c.csv", "1,3\n");
    EXPECT_EQ(hash("a.csv").size(), 32U);
    EXPECT_EQ(hash("a.csv"), hash("b.csv"));
    EXPECT_NE(hash("a.csv"), hash("c.csv"));
    EXPECT_EQ(hash("nowhere.csv"), "none");
}

TEST_F(Folder, TheHashChangesWithASidecarThatHoldsData) {
    write("a.shp", "shapes");
    write("a.dbf", "one");
    const std::string before = hash("a.shp");
    write("a.qix", "index");
    write("ab.dbf", "of another");
    EXPECT_EQ(hash("a.shp"), before);
    write("a.dbf", "two");
    const std::string changed = hash("a.shp");
    EXPECT_NE(changed, before);
    write("a.prj", "GEOGCS");
    EXPECT_NE(hash("a.shp"), changed);
}

TEST_F(Folder, TheHashOfAFileInAnArchiveChangesWithTheArchive) {
    write("xa.zip", zipOf({{"a.shp", "shapes"}, {"a.dbf", "one"}}));
    const std::string before = hash("xa.zip/a.shp");
    EXPECT_NE(hash("xa.zip/a.dbf"), before);
    write("xa.zip", zipOf({{"a.shp", "shapes"}, {"a.dbf", "two"}}));
    EXPECT_NE(hash("xa.zip/a.shp"), before);
}

TEST_F(Folder, TheHashOfAGeodatabaseIsOfAllItsFiles) {
    write("land.gdb/a1.gdbtable", "one");
    write("land.gdb/a2.gdbtable", "two");
    const std::string before = hash("land.gdb");
    write("land.gdb/a2.gdbtable", "three");
    EXPECT_NE(hash("land.gdb"), before);
}

} // namespace
} // namespace banlang
