// SPDX-License-Identifier: MIT
#include "core/store/documents.h"
#include "core/store/merge.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

class Documents : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(at("a.gpkg"), "901");
    }
    void save(const std::string& store, const std::string& key, const std::string& json) const {
        orThrow(saveDocument(at(store), {{}, "note", key, json, {}, "Hoa", {}}));
    }
    [[nodiscard]] std::vector<std::string> texts(const std::string& store, const std::string& key = {}) const {
        std::vector<std::string> found;
        for (const StoredDocument& document : orThrow(currentDocuments(at(store), "note", key))) found.push_back(document.json);
        return found;
    }
};

TEST_F(Documents, ANewOneTakesThePlaceOfThoseBefore) {
    save("a.gpkg", "x", "1");
    save("a.gpkg", "x", "2");
    save("a.gpkg", "y", "3");
    EXPECT_THAT(texts("a.gpkg", "x"), ElementsAre("2"));
    EXPECT_THAT(texts("a.gpkg"), ElementsAre("2", "3"));
    EXPECT_TRUE(orThrow(currentDocuments(at("a.gpkg"), "scenario")).empty());
}

TEST_F(Documents, WhatTwoOfficesChangedApartIsInConflictUntilOneIsSavedAnew) {
    save("a.gpkg", "x", "1");
    std::filesystem::copy_file(at("a.gpkg"), at("b.gpkg"));
    save("a.gpkg", "x", "2");
    save("b.gpkg", "x", "3");
    EXPECT_EQ(orThrow(mergeStore(at("b.gpkg"), at("a.gpkg"))).documents, 1U);
    EXPECT_THAT(texts("a.gpkg", "x"), UnorderedElementsAre("2", "3"));
    save("a.gpkg", "x", "4");
    EXPECT_THAT(texts("a.gpkg", "x"), ElementsAre("4"));
    orThrow(mergeStore(at("a.gpkg"), at("b.gpkg")));
    EXPECT_THAT(texts("b.gpkg", "x"), ElementsAre("4"));
}

TEST_F(Documents, TheSameAgainIsNoNewOne) {
    save("a.gpkg", "x", "1");
    const std::string id = orThrow(currentDocuments(at("a.gpkg"), "note"))[0].id;
    save("a.gpkg", "x", "1");
    EXPECT_EQ(orThrow(currentDocuments(at("a.gpkg"), "note"))[0].id, id);
}

TEST_F(Documents, WhatIsNoJsonIsRefused) {
    const auto saved = saveDocument(at("a.gpkg"), {{}, "note", "x", "{", {}, {}, {}});
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, "document-not-json");
    EXPECT_TRUE(texts("a.gpkg").empty());
}

} // namespace
} // namespace banlang
