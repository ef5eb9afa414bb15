// SPDX-License-Identifier: MIT
#include "core/store/raster_basemap.h"
#include "tests/support/files.h"
#include "tests/support/rasters.h"
#include "viewer/session/session.h"

// The picture below the map through the commands of the window, on a store of its own.

namespace banlang::viewer {
namespace {

class RasterBasemapSession : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        write("nop/communes.geojson",
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"00715","name":"Xã Nà Sáng"},)"
              R"("geometry":{"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9],[105,22.8]]]}}]})");
        picture_ = test::writeGeoTiff({.northWest = {450'000, 2'525'000}}, at("ảnh 2021.tif"));
        start();
        ASSERT_TRUE(run({Verb::import, {at("nop")}}).has_value());
        store_ = session->document().storePath;
    }

    void start() {
        setenv("XDG_STATE_HOME", at("state").c_str(), 1); // NOLINT(concurrency-mt-unsafe)
        const Document settings;
        auto created = Session::create(settings, 1, {});
        ASSERT_TRUE(created.has_value());
        session = std::move(*created);
    }
    Result<void> run(Command command) {
        auto result = session->run(command);
        session->waitUntilShown(1600, 1400);
        return result;
    }
    [[nodiscard]] const ShownRasterBasemap& rasterBasemap() const { return session->document().rasterBasemap; }

    std::string picture_;
    std::string store_;
    std::unique_ptr<Session> session;
};

TEST_F(RasterBasemapSession, AChosenPictureComesUnderTheMapAndIsRemembered) {
    ASSERT_TRUE(run({Verb::backdrop, {}}).has_value());
    ASSERT_NE(session->document().pathDialog, nullptr);
    EXPECT_EQ(session->document().pathDialog->kind, PathKind::picture);
    ASSERT_TRUE(run({Verb::choose, {picture_}}).has_value());
    ASSERT_NE(rasterBasemap().source, nullptr);
    EXPECT_EQ(session->derived().scene->rasterBasemap.source, rasterBasemap().source);
    EXPECT_EQ((*storedRasterBasemap(store_))->path, picture_);
    EXPECT_TRUE(session->gui().controlRegistry().find("layer.backdrop.eye"));
    ASSERT_TRUE(run({Verb::backdropOpacity, {"0.4"}}).has_value());
    EXPECT_EQ(session->derived().scene->rasterBasemap.opacity, 0.4);
    start();
    ASSERT_TRUE(run({Verb::open, {store_}}).has_value());
    ASSERT_NE(rasterBasemap().source, nullptr);
    EXPECT_EQ(rasterBasemap().opacity, 0.4);
}

TEST_F(RasterBasemapSession, TheEyeHidesItAndUndoShowsItAgain) {
    ASSERT_TRUE(run({Verb::backdrop, {picture_}}).has_value());
    ASSERT_TRUE(run({Verb::backdrop, {"off"}}).has_value());
    EXPECT_EQ(session->derived().scene->rasterBasemap.source, nullptr);
    EXPECT_FALSE(rasterBasemap().visible);
    ASSERT_TRUE(run({Verb::undo, {}}).has_value());
    EXPECT_NE(session->derived().scene->rasterBasemap.source, nullptr);
}

TEST_F(RasterBasemapSession, AFileThatIsGoneIsNamedInTheListWithTheWayToFindIt) {
    ASSERT_TRUE(run({Verb::backdrop, {picture_}}).has_value());
    std::filesystem::rename(picture_, at("đã dời.tif"));
    start();
    ASSERT_TRUE(run({Verb::open, {store_}}).has_value());
    EXPECT_FALSE(session->takeFailure()) << "the store opens all the same";
    EXPECT_EQ(rasterBasemap().source, nullptr);
    ASSERT_NE(rasterBasemap().problem, nullptr);
    EXPECT_EQ(rasterBasemap().problem->code, "file-missing");
    EXPECT_FALSE(session->gui().controlRegistry().find("layer.backdrop.eye"));
    const auto find = session->gui().controlRegistry().find("layer.backdrop.find");
    ASSERT_TRUE(find);
    ASSERT_TRUE(run({Verb::click, {std::to_string(find->midX()), std::to_string(find->midY())}}).has_value());
    ASSERT_TRUE(run({Verb::choose, {at("đã dời.tif")}}).has_value());
    EXPECT_NE(rasterBasemap().source, nullptr);
    EXPECT_EQ(rasterBasemap().problem, nullptr);
}

TEST_F(RasterBasemapSession, AFileThatIsNoPictureLeavesTheOneBefore) {
    ASSERT_TRUE(run({Verb::backdrop, {picture_}}).has_value());
    (void)run({Verb::backdrop, {write("a.txt", "không phải ảnh")}}).has_value();
    EXPECT_EQ(session->takeFailure()->code, "not-a-raster");
    EXPECT_EQ(rasterBasemap().path, picture_);
    EXPECT_NE(rasterBasemap().source, nullptr);
    ASSERT_TRUE(run({Verb::backdrop, {"none"}}).has_value());
    EXPECT_TRUE(rasterBasemap().path.empty());
    EXPECT_FALSE(*storedRasterBasemap(store_));
}

} // namespace
} // namespace banlang::viewer
