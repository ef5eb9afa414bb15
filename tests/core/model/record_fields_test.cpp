// SPDX-License-Identifier: MIT
#include "core/model/record_fields.h"
#include "core/model/record_kinds.h"
#include "tests/support/tables.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace banlang {
namespace {

template <class Field>
concept ReadAsText = requires(const FeatureTable& table, Field field) {
    table.textAt(field, 0);
};
template <class Field>
concept ReadAsNumber = requires(const FeatureTable& table, Field field) {
    table.numberAt(field, 0);
};
template <class Field>
concept ReadAsDate = requires(const FeatureTable& table, Field field) {
    table.dateAt(field, 0);
};

static_assert(ReadAsText<TextField> && !ReadAsNumber<TextField> && !ReadAsDate<TextField>);
static_assert(ReadAsNumber<NumberField> && !ReadAsText<NumberField> && !ReadAsDate<NumberField>);
static_assert(ReadAsDate<DateField> && !ReadAsText<DateField> && !ReadAsNumber<DateField>);
static_assert(!ReadAsText<const char*> && !ReadAsNumber<std::string_view> && !ReadAsDate<std::string>);

FeatureTable twoGardens() {
    FeatureTable gardens = test::rowsOf(Role::gardens, {test::textColumn("id", {"G1", "G2"})});
    gardens.find(fields::gardens.areaM2)->numbers = {250.5, Column::missingNumber};
    gardens.find(fields::gardens.finishedOn)->dates = {Date{}, Date::fromYmd(2022, 5, 18)};
    return gardens;
}

TEST(RecordFields, AreThoseOfTheKindInItsOrder) {
    for (const RecordKind& kind : recordKinds()) {
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < kind.fields.size(); ++i) {
            const RecordField& field = kind.fields[i];
            EXPECT_EQ(field.position, i) << kind.id << ' ' << field.name;
            EXPECT_EQ(field.kinds, tableKind(kind.role)) << kind.id << ' ' << field.name;
            EXPECT_TRUE(names.insert(field.name).second) << kind.id << " names " << field.name << " twice";
        }
        for (const std::string_view name : kind.key) EXPECT_NE(findField(kind, name), nullptr) << kind.id << ' ' << name;
        for (const std::string_view name : kind.identity) EXPECT_NE(findField(kind, name), nullptr) << kind.id << ' ' << name;
    }
}

TEST(RecordFields, SayNameTypeAndPlace) {
    EXPECT_EQ(fields::gardens.areaM2.name, "area_m2");
    EXPECT_EQ(fields::gardens.areaM2.type, ColumnType::number);
    EXPECT_EQ(fields::gardens.areaM2.position, 7);
    EXPECT_EQ(fields::gardens.count, recordKind(Role::gardens).fields.size());
    EXPECT_EQ(fields::roads.managementClass.name, "class");
}

TEST(RecordFields, ReadTheirColumn) {
    const FeatureTable gardens = twoGardens();
    EXPECT_EQ(gardens.textAt(fields::gardens.id, 1), "G2");
    EXPECT_EQ(gardens.numberAt(fields::gardens.areaM2, 0), 250.5);
    EXPECT_TRUE(std::isnan(gardens.numberAt(fields::gardens.areaM2, 1)));
    EXPECT_FALSE(gardens.dateAt(fields::gardens.finishedOn, 0).known());
    EXPECT_EQ(gardens.dateAt(fields::gardens.finishedOn, 1), Date::fromYmd(2022, 5, 18));
    EXPECT_EQ(gardens.find(fields::gardens.areaM2), gardens.columnNamed("area_m2"));
}

TEST(RecordFields, ReadTheirColumnWhereverATableHasIt) {
    FeatureTable gardens = twoGardens();
    std::swap(gardens.columns.front(), gardens.columns.back());
    gardens.columns.erase(gardens.columns.begin() + 1);
    EXPECT_EQ(gardens.textAt(fields::gardens.id, 0), "G1");
    EXPECT_EQ(gardens.numberAt(fields::gardens.areaM2, 0), 250.5);
}

TEST(RecordFields, ViewReadsEveryRowAndTellsWhatIsMissing) {
    const FeatureTable gardens = twoGardens();
    const NumberView areas = gardens.column(fields::gardens.areaM2);
    const DateView finished = gardens.column(fields::gardens.finishedOn);
    const TextView heads = gardens.column(fields::gardens.headName);
    EXPECT_TRUE(areas.present());
    EXPECT_EQ(areas[0], 250.5);
    EXPECT_FALSE(areas.isMissing(0));
    EXPECT_TRUE(areas.isMissing(1));
    EXPECT_TRUE(finished.isMissing(0));
    EXPECT_FALSE(finished.isMissing(1));
    EXPECT_TRUE(heads.isMissing(0));
}

TEST(RecordFields, ViewOfAnAbsentColumnIsMissingThroughout) {
    FeatureTable gardens = twoGardens();
    gardens.columns.resize(1);
    EXPECT_FALSE(gardens.column(fields::gardens.areaM2).present());
    EXPECT_TRUE(std::isnan(gardens.numberAt(fields::gardens.areaM2, 0)));
    EXPECT_EQ(gardens.textAt(fields::gardens.headName, 0), "");
    EXPECT_FALSE(gardens.dateAt(fields::gardens.finishedOn, 1).known());
    EXPECT_EQ(gardens.find(fields::gardens.areaM2), nullptr);
}

TEST(RecordFields, OfSeveralKindsReadEachOfThem) {
    const FeatureTable communes = test::rowsOf(Role::communes, {test::textColumn("code", {"00901"})});
    const FeatureTable campaigns = test::rowsOf(Role::campaigns, {test::textColumn("village_code", {"0090103"})});
    const FeatureTable gardens = test::rowsOf(Role::gardens, {test::textColumn("village_code", {"0090104"})});
    EXPECT_EQ(communes.textAt(fields::units.code, 0), "00901");
    EXPECT_EQ(campaigns.textAt(fields::placeReferences.villageCode, 0), "0090103");
    EXPECT_EQ(gardens.textAt(fields::placeReferences.villageCode, 0), "0090104") << "it stands elsewhere there";
    EXPECT_EQ(fields::units.code.kinds, tableKind(Role::communes) | tableKind(Role::villages));
}

TEST(RecordFields, NameAnotherKindsColumnOnlyByMistake) {
    const FeatureTable gardens = twoGardens();
    EXPECT_DEBUG_DEATH(static_cast<void>(gardens.textAt(fields::houses.id, 0)), "another kind");
    EXPECT_DEBUG_DEATH(static_cast<void>(gardens.textAt(fields::units.code, 0)), "another kind");
}

TEST(RecordFields, CodeFieldIsWhatOthersNameARowBy) {
    EXPECT_EQ(codeField(Role::communes).name, "code");
    EXPECT_EQ(codeField(Role::villages).name, "code");
    EXPECT_EQ(codeField(Role::roads).name, "id");
    EXPECT_EQ(codeField(Role::gardens).name, "id");
}

} // namespace
} // namespace banlang
