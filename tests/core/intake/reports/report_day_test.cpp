// SPDX-License-Identifier: MIT
#include "core/intake/reports/report_day.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace banlang {
namespace {

using Names = std::vector<std::string>;

ReportTime timeOf(const Names& names) {
    return findReportTime({names, 0}, std::nullopt);
}

/// "2022-05-31", with a total "2022-01-01..2022-05-31"; "?" where the year is missing, "" where nothing is said.
std::string said(const Names& names) {
    const ReportTime time = timeOf(names);
    if (time.yearMissing) return "?";
    if (time.period && time.period->last == time.day) return toIso(time.period->first) + ".." + toIso(time.day);
    return toIso(time.day);
}

TEST(ReportDay, AMonthIsItsLastDay) {
    for (const char* name :
         {"Báo cáo tháng 5/2022", "BÁO CÁO THÁNG 05/2022", "T5/2022", "T05-2022", "cong trinh T5.2022", "thang-05-2022",
          "hien_dat_thang_5_2022", "Tháng 5 năm 2022", "tháng 5, năm 2022", "T5_2022", "T5.22", "Tan Trinh T5 2022"})
        EXPECT_EQ(said({name}), "2022-05-31") << name;
    EXPECT_EQ(said({"tháng 2/2024"}), "2024-02-29");
    EXPECT_EQ(said({"T12/2022"}), "2022-12-31");
    EXPECT_EQ(said({"2022-05"}), "2022-05-31");
    EXPECT_EQ(said({"2022.05 hien dat"}), "2022-05-31");
    EXPECT_EQ(said({"2022-05-15"}), "2022-05-15");
    for (const char* name : {"2022-5", "2021-2025", "QĐ 2022-05", "2022-13", "2022-05-2023"}) EXPECT_EQ(said({name}), "") << name;
}

TEST(ReportDay, ATotalHasItsPeriodToo) {
    EXPECT_EQ(said({"5 tháng đầu năm 2022"}), "2022-01-01..2022-05-31");
    EXPECT_EQ(said({"Sáu tháng đầu năm 2022"}), "2022-01-01..2022-06-30");
    EXPECT_EQ(said({"BÁO CÁO 6 THÁNG CUỐI NĂM 2022"}), "2022-07-01..2022-12-31");
    EXPECT_EQ(said({"quý I/2022"}), "2022-01-01..2022-03-31");
    EXPECT_EQ(said({"Quý 2 năm 2022"}), "2022-04-01..2022-06-30");
    EXPECT_EQ(said({"Q3-2022"}), "2022-07-01..2022-09-30");
    EXPECT_EQ(said({"Kết quả năm 2021"}), "2021-01-01..2021-12-31");
    EXPECT_EQ(said({"tháng 4-5/2022"}), "2022-04-01..2022-05-31");
    EXPECT_EQ(said({"từ tháng 1 đến tháng 5 năm 2022"}), "2022-01-01..2022-05-31");
    EXPECT_EQ(said({"từ ngày 16/4 đến ngày 15/5/2022"}), "2022-04-16..2022-05-15");
    EXPECT_EQ(said({"Từ 16/12/2021 đến 15/1/2022"}), "2021-12-16..2022-01-15");
    EXPECT_EQ(said({"từ ngày 16/12 đến ngày 15/1/2022"}), "2021-12-16..2022-01-15");
}

TEST(ReportDay, AYearIsAReportOnlyWhereSomethingSaysSo) {
    for (const char* name : {"Năm 2021", "nam_2021", "Báo cáo năm 2021", "THỰC HIỆN NĂM 2021", "cả năm 2021", "Tổng kết năm 2021"})
        EXPECT_EQ(said({name}), "2021-01-01..2021-12-31") << name;
    for (const char* name :
         {"Danh sách hộ hiến đất năm 2022", "Kế hoạch năm 2022", "Chỉ tiêu năm 2022", "từ năm 2021 đến năm 2025"})
        EXPECT_EQ(said({name}), "") << name;
}

TEST(ReportDay, AFolderOfAYearSaysOfNoDayButOfTheYear) {
    EXPECT_FALSE(findReportTime({{"cong trinh", "Năm 2022"}, 1}, std::nullopt).day.known());
    EXPECT_EQ(toIso(findReportTime({{"cong trinh T5", "Năm 2022"}, 1}, std::nullopt).day), "2022-05-31");
    EXPECT_EQ(toIso(findReportTime({{"cong trinh", "thang 5", "2022"}, 2}, std::nullopt).day), "2022-05-31");
}

TEST(ReportDay, ADayIsThatDay) {
    for (const char* name :
         {"(số liệu đến 15/6/2022)", "Tính đến 15/6/2022", "đến ngày 15/6/2022", "den het ngay 15.6.2022", "Số liệu ngày 15/6/2022",
          "cập nhật đến 15-6-2022", "đến ngày 15 tháng 6 năm 2022", "Báo cáo ngày 15/6/2022"})
        EXPECT_EQ(said({name}), "2022-06-15") << name;
}

TEST(ReportDay, TheDayOfATotalIsTheDayUpToWhichItCounts) {
    const ReportTime time = timeOf({"5 tháng đầu năm 2022 (số liệu đến ngày 25/5)"});
    EXPECT_EQ(toIso(time.day), "2022-05-25");
    ASSERT_TRUE(time.period);
    EXPECT_EQ(toIso(time.period->first), "2022-01-01");
    EXPECT_EQ(time.period->last, time.day);
}

TEST(ReportDay, ASheetThatIsCalledByItsMonthIsMadeExactByItsTitle) {
    EXPECT_EQ(said({"T5", "DANH SÁCH HỘ HIẾN ĐẤT (số liệu đến ngày 25/5/2022)"}), "2022-05-25");
    EXPECT_EQ(said({"T6/2022", "số liệu đến ngày 25/5/2022"}), "2022-06-30") << "another month: the nearest counts";
}

TEST(ReportDay, TheYearMayStandInAnotherName) {
    EXPECT_EQ(said({"T5", "hien dat", "2022"}), "2022-05-31");
    EXPECT_EQ(said({"tính đến 31/5", "Danh sách hộ hiến đất năm 2022"}), "2022-05-31");
    EXPECT_EQ(said({"cong trinh T5", "Bao cao 2022"}), "2022-05-31");
    EXPECT_EQ(said({"T5", "2022", "2021"}), "2022-05-31") << "the nearest";
}

TEST(ReportDay, AYearThatIsMissingIsNotInvented) {
    EXPECT_EQ(said({"cong trinh T5"}), "?");
    EXPECT_EQ(timeOf({"Sheet1", "cong trinh T5"}).foundIn, "cong trinh T5");
    EXPECT_EQ(said({"đến ngày 31/5", "Xa_A"}), "?");
    EXPECT_EQ(said({"T5", "giai đoạn 2021-2025"}), "?") << "which of them?";
    EXPECT_EQ(said({"T5", "QĐ số 05 ngày 3/2/2021"}), "?") << "the year of a decision";
}

TEST(ReportDay, ANearerNameCountsAndAMonthMoreThanAYear) {
    EXPECT_EQ(said({"tháng 5/2022", "tháng 6/2022"}), "2022-05-31");
    EXPECT_EQ(said({"DANH SÁCH HỘ NĂM 2022", "ho T5"}), "2022-05-31");
    EXPECT_EQ(said({"so sánh tháng 4/2022 với tháng 5/2022"}), "2022-05-31");
}

TEST(ReportDay, WhatIsCountedIsNoMonth) {
    for (const char* name : {"thôn 5", "tổ 5/2022", "tờ 5", "Thửa T5", "tuyến T5 2022", "đường T5", "Bản T5", "ĐT5/2022", "AT5",
                             "T5A", "T13/2022", "xã Tân Trịnh 5", "to 5 thang", "tháng 13/2022", "2022", "T52022", "t 5/2022"})
        EXPECT_EQ(said({name}), "") << name;
}

TEST(ReportDay, DaysOfPapersAndDeadlinesAreNoReports) {
    for (const char* name :
         {"QĐ số 05 ngày 3/2/2021", "Nà Sáng, ngày 20 tháng 5 năm 2022", "ban hành ngày 3/2/2021", "hạn đến ngày 30/6/2022",
          "chậm nhất đến ngày 30/6/2022", "Kế hoạch năm 2022", "giảm đến 1/2", "đến ngày 31/6/2022"})
        EXPECT_EQ(said({name}), "") << name;
    EXPECT_EQ(said({"Danh sách hoàn thành đến ngày 30/6/2022 theo QĐ 05 ngày 3/2/2021"}), "2022-06-30");
    EXPECT_EQ(said({"Ngày thứ 7 tháng 5/2022"}), "2022-05-31");
    EXPECT_EQ(said({"Biên bản T5/2022"}), "2022-05-31");
}

TEST(ReportDay, APersonsWordCountsMost) {
    const ReportTime time = findReportTime({{"tháng 6/2022"}, 0}, Date::fromYmd(2022, 5, 31));
    EXPECT_EQ(toIso(time.day), "2022-05-31");
    EXPECT_EQ(time.foundIn, "");
    EXPECT_FALSE(time.period);
}

} // namespace
} // namespace banlang
