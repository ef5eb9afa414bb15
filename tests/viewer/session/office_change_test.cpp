// SPDX-License-Identifier: MIT
#include "core/store/office.h"
#include "tests/support/files.h"
#include "viewer/session/session.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

// The command that keeps whose store it is, on a store of its own.

namespace banlang::viewer {
namespace {

class OfficeChangeSession : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        write(
            "nop/xa.geojson",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"00718","name":"Má Lé","kind":"Xã"},"geometry":{"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9],[105,22.8]]]}}]})");
        auto created = Session::create({}, 1, {});
        ASSERT_TRUE(created.has_value());
        session_ = std::move(*created);
        ASSERT_TRUE(run({Verb::import, {at("nop")}}).has_value());
        ASSERT_TRUE(document().district);
    }

    Result<void> run(const Command& command) {
        auto result = session_->run(command);
        session_->waitUntilShown(1600, 1000);
        return result;
    }
    [[nodiscard]] const Document& document() const { return session_->document(); }
    [[nodiscard]] Office shown() const { return document().district->office; }
    [[nodiscard]] Office stored() const { return storedOffice(document().storePath).value(); }
    [[nodiscard]] nlohmann::json state() const { return nlohmann::json::parse(session_->stateJson()); }

    std::unique_ptr<Session> session_;
};

TEST_F(OfficeChangeSession, WhatIsSaidIsShownAndKept) {
    EXPECT_EQ(fullName(shown()), "Xã Má Lé");
    ASSERT_TRUE(run({Verb::officeOpen, {"on"}}).has_value());
    EXPECT_EQ(state()["office_open"], true);
    ASSERT_TRUE(run({Verb::setOffice, {"Thị trấn Má Lé", "commune", "UBND tỉnh Tuyên Quang"}}).has_value());
    EXPECT_EQ(fullName(shown()), "Thị trấn Má Lé");
    EXPECT_EQ(shown().authority, "UBND tỉnh Tuyên Quang");
    EXPECT_EQ(officeWords(shown()).total.vi, "Cộng thị trấn");
    EXPECT_FALSE(shown().guessed.name || shown().guessed.level || shown().guessed.authority);
    EXPECT_EQ(stored(), shown());
    EXPECT_EQ(state()["office_open"], false) << "the dialog is done";
}

TEST_F(OfficeChangeSession, WithoutAnAuthorityThatOfBeforeStays) {
    ASSERT_TRUE(run({Verb::setOffice, {"Xã Má Lé", "commune"}}).has_value());
    EXPECT_EQ(shown().authority, "UBND huyện Đồng Văn");
    EXPECT_TRUE(shown().guessed.authority);
    ASSERT_TRUE(run({Verb::setOffice, {"Xã Má Lé", "commune", ""}}).has_value());
    EXPECT_EQ(shown().authority, "");
    EXPECT_FALSE(stored().guessed.authority);
}

TEST_F(OfficeChangeSession, WhatCannotBeKeptLeavesTheDialogWithTheReason) {
    const Office before = stored();
    ASSERT_TRUE(run({Verb::officeOpen, {"on"}}).has_value());
    for (const Command& command : {Command{Verb::setOffice, {" ", "commune"}}, Command{Verb::setOffice, {"Huyện Má Lé", "commune"}},
                                   Command{Verb::setOffice, {"Má Lé", "unknown"}}}) {
        const auto done = run(command);
        ASSERT_FALSE(done.has_value()) << toText(command);
        EXPECT_EQ(done.error().code, "bad-office") << toText(command);
        EXPECT_EQ(state()["office_problem"], "bad-office");
        EXPECT_EQ(state()["office_open"], true);
        EXPECT_EQ(stored(), before);
        EXPECT_EQ(shown(), before);
    }
    ASSERT_TRUE(run({Verb::officeOpen, {"off"}}).has_value());
    EXPECT_FALSE(state().contains("office_problem"));
}

TEST_F(OfficeChangeSession, WithoutAStoreThereIsNoOffice) {
    auto empty = Session::create({}, 1, {});
    ASSERT_TRUE(empty.has_value());
    EXPECT_FALSE((*empty)->run({Verb::setOffice, {"Xã Má Lé", "commune"}}).has_value());
}

} // namespace
} // namespace banlang::viewer
