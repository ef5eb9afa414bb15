// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality.h"
#include "core/model/as_of.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/store/import.h"
#include "tests/support/analysis_context.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace banlang {
namespace {

using test::InFolder;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date later = Date::fromYmd(2025, 12, 31);

struct Commune {
    const char* code;
    const char* name;
    const char* kind;
    const char* validFrom = "";
};
const std::vector<Commune> list2022{{"00874", "Tam Sơn", "Thị trấn"}, {"00898", "Quản Bạ", "Xã"}, {"00901", "Lùng Tám", "Xã"}};
const std::vector<Commune> list2025{{"00874", "Quản Bạ", "Xã"}, {"00901", "Lùng Tám", "Xã"}};

/// A map of communes, one beside the other.
std::string mapOf(const std::vector<Commune>& communes) {
    std::string features;
    int x = 450'000;
    for (const Commune& commune : communes) {
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"code":"{}","name":"{}","kind":"{}","valid_from":"{}"}},"geometry":{{"type":"Polygon","coordinates":[[[{},2530000],[{},2530000],[{},2531000],[{},2531000],[{},2530000]]]}}}})",
            features.empty() ? "" : ",", commune.code, commune.name, commune.kind, commune.validFrom, x, x + 1000, x + 1000, x, x);
        x += 1000;
    }
    return fmt::format(
        R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::9209"}}}},"features":[{}]}})",
        features);
}

/// Lists of communes of two times, sent without dates.
class ImportUnits : public InFolder {
protected:
    [[nodiscard]] ImportReport import(const std::string& file) const {
        ImportOptions options;
        options.role = Role::communes;
        return importSources({file}, at("store.gpkg"), options).value();
    }
    [[nodiscard]] District opened() const { return openDistrict(at("store.gpkg")).value(); }

    static std::vector<std::string> inForceOn(const District& district, Date day) {
        const FeatureTable& communes = district.table(Role::communes);
        std::vector<std::string> names;
        for (std::size_t row = 0; row < communes.rowCount; ++row) {
            if (inForce(communes, row, day)) names.push_back(fullName(communes, row));
        }
        return names;
    }
};

TEST_F(ImportUnits, ListsOfTwoTimesStandSideBySideInEitherOrder) {
    for (const bool oldFirst : {true, false}) {
        std::filesystem::remove(at("store.gpkg"));
        const std::string old = write("xa_2022.geojson", mapOf(list2022));
        const std::string young = write("xa_2025.geojson", mapOf(list2025));
        (void)import(oldFirst ? old : young);
        const ImportReport second = import(oldFirst ? young : old);
        ASSERT_EQ(second.batches.size(), 1U);
        EXPECT_EQ(second.batches[0].rowsRejected, 0U);
        const District district = opened();
        EXPECT_THAT(inForceOn(district, meeting), testing::UnorderedElementsAre("Thị trấn Tam Sơn", "Xã Quản Bạ", "Xã Lùng Tám"));
        EXPECT_THAT(inForceOn(district, later), testing::UnorderedElementsAre("Xã Quản Bạ", "Xã Lùng Tám"));
        EXPECT_EQ(checkQuality(test::contextOf(district, later), {20, "duplicate-key"})[0].count, 0U);
    }
}

TEST_F(ImportUnits, OneListAloneStaysWithoutDatesAndInForce) {
    (void)import(write("xa_2022.geojson", mapOf(list2022)));
    const District district = opened();
    EXPECT_EQ(inForceOn(district, later).size(), 3U);
    for (const Date date : district.table(Role::communes).columnNamed("valid_from")->dates) EXPECT_FALSE(date.known());
}

TEST_F(ImportUnits, ACorrectedListTakesThePlaceOfItsFirstForm) {
    const std::string old = write("xa_2022.geojson", mapOf(list2022));
    (void)import(old);
    (void)import(write("xa_2025.geojson", mapOf(list2025)));
    std::vector<Commune> more = list2022;
    more.push_back({"00904", "Quyết Tiến", "Xã"});
    write("xa_2022.geojson", mapOf(more));
    const ImportReport corrected = import(old);
    EXPECT_EQ(corrected.batches.at(0).rowsRejected, 0U);
    EXPECT_EQ(corrected.batches.at(0).counts.newRecords, 1U);
    const District district = opened();
    EXPECT_EQ(district.table(Role::communes).rowCount, 6U);
    EXPECT_EQ(inForceOn(district, meeting).size(), 4U);
    EXPECT_EQ(inForceOn(district, later).size(), 2U);
}

TEST_F(ImportUnits, TheSameListUnderAnotherNameNamesTheUnitsThatAreThere) {
    (void)import(write("xa_2022.geojson", mapOf(list2022)));
    const ImportReport again = import(write("danh_muc.geojson", mapOf({{"00874", "Tam Sơn", "Thị trấn", ""}})));
    ASSERT_EQ(again.batches.size(), 1U);
    EXPECT_EQ(again.batches[0].rowsRejected, 0U);
    EXPECT_EQ(again.batches[0].counts.newRecords, 0U);
    EXPECT_EQ(opened().table(Role::communes).rowCount, 3U);
}

} // namespace
} // namespace banlang
