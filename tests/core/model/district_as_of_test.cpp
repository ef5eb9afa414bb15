// SPDX-License-Identifier: MIT
#include "core/model/district_as_of.h"
#include "core/model/record_reports.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

constexpr const char* april = "2022-04-30";
constexpr const char* may = "2022-05-31";

struct Report {
    const char* day;
    double percent;
    const char* name;
    const char* finishedOn = "";
};

FeatureTable worksOf(const std::vector<Report>& reports, bool withDays) {
    FeatureTable rows = emptyTable(Role::roadWorks);
    const auto date = [](const char* text) { return parseDate(text).value_or(Date{}); };
    for (const Report& one : reports) {
        for (Column& column : rows.columns) {
            if (column.name == fields::roadWorks.percentDone.name)
                column.numbers.push_back(one.percent);
            else if (column.name == fields::roadWorks.name.name)
                column.text.append(one.name);
            else if (column.name == fields::roadWorks.finishedOn.name)
                column.dates.push_back(date(one.finishedOn));
            else if (column.name == fields::roadWorks.reportedOn.name && withDays)
                column.dates.push_back(date(one.day));
            else
                column.appendMissing();
        }
        if (rows.geometry.kind != GeometryKind::none) rows.geometry.endFeature();
        ++rows.rowCount;
    }
    return rows;
}

/// One work, of which these reports speak, in the order of their days.
std::shared_ptr<const District> districtOf(const std::vector<Report>& reports) {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    district->table(Role::roadWorks) = worksOf({reports.back()}, true);
    if (reports.size() > 1) {
        RecordReports& several = district->reports[indexOf(Role::roadWorks)].own();
        several.rows = worksOf(reports, true);
        several.rows.geometry = GeometryColumn();
        for (const Report& one : reports) {
            several.record.push_back(0);
            several.reportedOn.push_back(*parseDate(one.day));
            several.fieldsStated.push_back(~std::uint64_t{0} >> 1U);
        }
    }
    return district;
}

std::optional<std::size_t> positionOfName() {
    const auto& all = recordKind(Role::roadWorks).fields;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name == fields::roadWorks.name.name) return i;
    }
    return std::nullopt;
}

std::string on(const std::shared_ptr<const District>& district, const char* day) {
    const auto view = districtAsOf(district, *parseDate(day));
    const FeatureTable& rows = view->table(Role::roadWorks);
    const Column& percent = *rows.find(fields::roadWorks.percentDone);
    return std::string(rows.textAt(fields::roadWorks.name, 0)) + " " + (percent.isMissing(0) ? "-" : percent.valueText(0)) + " " +
           toIso(rows.dateAt(fields::roadWorks.finishedOn, 0));
}

TEST(DistrictAsOf, WhatWasMeasuredHoldsFromTheDayOfItsReport) {
    const auto several = districtOf({{april, 40, "A"}, {may, 80, "A"}});
    EXPECT_EQ(on(several, "2022-04-29"), "A - ");
    EXPECT_EQ(on(several, april), "A 40 ");
    EXPECT_EQ(on(several, "2022-05-30"), "A 40 ");
    EXPECT_EQ(on(several, may), "A 80 ");
}

TEST(DistrictAsOf, OneReportIsTreatedAsSeveralAre) {
    for (const auto& district : {districtOf({{may, 80, "A"}}), districtOf({{may, 80, "A"}, {"2022-06-30", 90, "A"}})}) {
        EXPECT_EQ(on(district, april), "A - ");
        EXPECT_EQ(on(district, may), "A 80 ");
    }
}

TEST(DistrictAsOf, ANameWasSoBeforeItWasFirstTold) {
    const auto district = districtOf({{april, 40, "A"}, {may, 80, "B"}});
    EXPECT_EQ(on(district, "2021-12-31"), "A - ");
    EXPECT_EQ(on(district, may), "B 80 ");
}

TEST(DistrictAsOf, ANameThatALaterReportAddsWasNotKnownBefore) {
    auto district = std::make_shared<District>(*districtOf({{april, 40, ""}, {may, 80, "B"}}));
    district->reports[indexOf(Role::roadWorks)].own().fieldsStated[0] &= ~fieldBit(*positionOfName());
    EXPECT_EQ(on(district, april), " 40 ");
    EXPECT_EQ(on(district, may), "B 80 ");
}

TEST(DistrictAsOf, AReportWithoutADayOfItsOwnHasThatOfItsFile) {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    district->table(Role::roadWorks) = worksOf({{may, 80, "A"}}, false);
    RecordTimes& times = district->times[indexOf(Role::roadWorks)].own();
    times.times = {{}, {*parseDate(may), {}}};
    times.timeOf = {1};
    EXPECT_EQ(on(district, april), "A - ");
    EXPECT_EQ(on(district, may), "A 80 ");
    const auto view = districtAsOf(district, *parseDate(may));
    EXPECT_EQ(toIso(view->table(Role::roadWorks).dateAt(fields::roadWorks.reportedOn, 0)), may);
    EXPECT_FALSE(district->table(Role::roadWorks).dateAt(fields::roadWorks.reportedOn, 0).known()) << "the file did not say it";
}

TEST(DistrictAsOf, ALaterReportWithoutADayOfItsOwnDoesNotBearTheDayOfAnEarlierOne) {
    auto district = std::make_shared<District>(*districtOf({{april, 40, "A"}, {may, 80, "A"}}));
    district->reports[indexOf(Role::roadWorks)].own().rows.columnNamed("reported_on")->dates[1] = Date{};
    const auto view = districtAsOf(district, *parseDate(may));
    EXPECT_EQ(toIso(view->table(Role::roadWorks).dateAt(fields::roadWorks.reportedOn, 0)), may);
}

TEST(DistrictAsOf, AFactHoldsFromItsOwnDayAlsoWhenItWasToldLater) {
    const auto district = districtOf({{april, 40, "A"}, {may, 100, "A", "2022-05-10"}});
    EXPECT_EQ(on(district, "2022-05-09"), "A 40 ");
    EXPECT_EQ(on(district, "2022-05-10"), "A 40 2022-05-10");
}

TEST(DistrictAsOf, TheSameDistrictWhereTheDayChangesNothing) {
    const auto district = districtOf({{may, 80, "A"}});
    EXPECT_EQ(districtAsOf(district, *parseDate("2022-12-31")), district);
    EXPECT_EQ(districtAsOf(district, Date{}), district);
}

} // namespace
} // namespace banlang
