// SPDX-License-Identifier: MIT
#include "core/store/store.h"
#include "tests/support/files.h"
#include "viewer/session/link_review_controller.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

class LinkReviews : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        ASSERT_TRUE(Store::create(at("kho.gpkg"), 9209));
        open_.document.storePath = at("kho.gpkg");
        open_.document.district = std::make_shared<District>(emptyDistrict(9209));
        open_.changed = false;
    }
    void look() {
        reviews_.storeOpened();
        reviews_.start(open_.document, [this] { woken_ = true; });
        reviews_.wait();
    }

    std::atomic<bool> woken_{false};
    OpenDocument open_;
    LinkReviewController reviews_;
};

TEST_F(LinkReviews, BeginOnlyWhereAStoreWasOpened) {
    reviews_.start(open_.document, {});
    EXPECT_FALSE(reviews_.ready());
    reviews_.take(open_);
    EXPECT_EQ(open_.document.links, nullptr);
    EXPECT_FALSE(open_.changed);
}

TEST_F(LinkReviews, ComeIntoTheDocumentWhenTheyAreThere) {
    look();
    EXPECT_TRUE(woken_);
    EXPECT_FALSE(reviews_.due());
    ASSERT_TRUE(reviews_.ready());
    reviews_.take(open_);
    ASSERT_NE(open_.document.links, nullptr);
    EXPECT_TRUE(open_.document.links->unresolved.empty());
    EXPECT_TRUE(open_.changed);
}

TEST_F(LinkReviews, OfAStoreThatIsShownNoLongerAreDropped) {
    look();
    open_.document.storePath = at("other.gpkg");
    reviews_.take(open_);
    EXPECT_EQ(open_.document.links, nullptr);
    EXPECT_FALSE(open_.changed);
}

TEST_F(LinkReviews, ADecisionNamesItsWordsAndItsTarget) {
    EXPECT_FALSE(requestToDecide(open_.document, {Verb::decideLink, {"saturdays", "commune_code", "X", "00715"}}))
        << "before the links were looked at";
    open_.document.links = std::make_shared<const LinkReview>();
    const auto request = requestToDecide(open_.document, {Verb::decideLink, {"saturdays", "commune_code", "X", "001", "00715"}});
    ASSERT_TRUE(request && request->decide);
    EXPECT_EQ(request->purpose, ImportPurpose::link);
    EXPECT_EQ(request->storePath, at("kho.gpkg"));
    EXPECT_EQ(request->decide->role, Role::saturdays);
    EXPECT_EQ(request->decide->rawText, "X");
    EXPECT_EQ(request->decide->scope, "001");
    EXPECT_EQ(request->decide->target, "00715");
    const auto withdrawal = requestToWithdraw(open_.document, {Verb::withdrawLink, {"saturdays", "commune_code", "X"}});
    ASSERT_TRUE(withdrawal && withdrawal->withdraw);
    EXPECT_EQ(withdrawal->withdraw->scope, "");
    EXPECT_EQ(requestToWithdraw(open_.document, {Verb::withdrawLink, {"cows", "commune_code", "X"}}).error().code, "bad-value");
}

} // namespace
} // namespace banlang::viewer
