// SPDX-License-Identifier: MIT
#include "viewer/session/session.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

// Decisions about links through the commands of the window, on a store of its own.

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

class LinkingSession : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::temp_directory_path() / "banlang-window-links" / test->name();
        fs::remove_all(folder);
        fs::create_directories(folder / "nop");
        std::ofstream(folder / "nop/communes.geojson")
            << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"00715","name":"Xã Nà Sáng"},)"
            << R"("geometry":{"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9],[105,22.8]]]}}]})";
        std::ofstream(folder / "nop/saturdays.csv") << "date;commune_code;organisation;participants\n"
                                                       "2022-03-05;Nà Sánh;Hội Nông dân;30\n"
                                                       "2022-03-12;Nà Sánh;Đoàn Thanh niên;25\n";
        auto created = Session::create({}, 1, {});
        ASSERT_TRUE(created.has_value());
        session = std::move(*created);
        ASSERT_TRUE(run({Verb::import, {(folder / "nop").string()}}).has_value());
        ASSERT_TRUE(session->document().links != nullptr);
    }
    void TearDown() override { fs::remove_all(folder); }

    Result<void> run(Command command) {
        auto result = session->run(command);
        session->waitUntilShown(1600, 1000);
        return result;
    }
    [[nodiscard]] const LinkReview& review() const { return *session->document().links; }

    fs::path folder;
    std::unique_ptr<Session> session;
};

TEST_F(LinkingSession, RecordsThatSayTheSameAreOneQuestion) {
    ASSERT_EQ(review().unresolved.size(), 1U);
    EXPECT_EQ(review().unresolved[0].link.key, "Nà Sánh");
    EXPECT_EQ(review().unresolved[0].records, 2U);
    EXPECT_TRUE(review().whyNotWritable.vi.empty());
}

TEST_F(LinkingSession, ADecisionLinksTheRecordsAndCanBeWithdrawn) {
    const UnresolvedReference link = review().unresolved.at(0).link;
    ASSERT_TRUE(run({Verb::decideLink, {"saturdays", link.field, link.key, "00715"}}).has_value());
    EXPECT_TRUE(review().unresolved.empty());
    ASSERT_EQ(review().linkOverrides.size(), 1U);
    EXPECT_EQ(session->document().district->linksOf(Role::saturdays).commune, (std::vector<std::int32_t>{0, 0}));
    ASSERT_TRUE(run({Verb::withdrawLink, {"saturdays", link.field, link.key}}).has_value());
    EXPECT_EQ(review().unresolved.size(), 1U);
    EXPECT_FALSE(session->takeFailure().has_value());
}

TEST_F(LinkingSession, WithdrawingWhatWasNeverDecidedFails) {
    (void)run({Verb::withdrawLink, {"saturdays", "commune_code", "Nà Sánh"}}).has_value();
    EXPECT_TRUE(session->takeFailure().has_value());
    EXPECT_EQ(review().unresolved.size(), 1U);
}

TEST_F(LinkingSession, AReadOnlyStoreSaysWhy) {
    const std::string path = session->document().storePath;
    if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    fs::permissions(path, fs::perms::owner_read);
    ASSERT_TRUE(run({Verb::open, {path}}).has_value());
    EXPECT_FALSE(review().whyNotWritable.en.empty());
    EXPECT_FALSE(run({Verb::decideLink, {"saturdays", "commune_code", "Nà Sánh", "00715"}}).has_value());
}

} // namespace
} // namespace banlang::viewer
