// SPDX-License-Identifier: MIT
#include "sample-data/messy/offices.h"
#include "sample-data/messy/report_page.h"
#include "sample-data/messy/text_forms.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

/// What a sheet of the monthly workbook is about.
struct Subject {
    Role role;
    const char* sheet;
    const char* title;
};
constexpr Subject subjects[] = {
    {Role::donations, "Hiến đất", "BIỂU TỔNG HỢP HIẾN ĐẤT LÀM ĐƯỜNG GIAO THÔNG NÔNG THÔN"},
    {Role::gardens, "Vườn tạp", "BIỂU THEO DÕI CẢI TẠO VƯỜN TẠP"},
    {Role::houses, "Nhà ở", "BIỂU TIẾN ĐỘ HỖ TRỢ NHÀ Ở"},
    {Role::saturdays, "Thứ 7", "KẾT QUẢ “NGÀY THỨ 7 VÌ NÔNG THÔN MỚI”"},
    {Role::meetings, "Họp dân", "BIỂU TỔNG HỢP CÁC CUỘC HỌP THÔN"},
};

constexpr std::size_t vnTimeCommune = 4;
constexpr std::size_t odsCommune = 8;

/// Rows of a commune by village, in the order of villages; what has no village comes last.
std::vector<ReportGroup> byVillage(const MessyDistrict& district, Role role, const Rows& rows) {
    std::map<std::size_t, ReportGroup> groups;
    for (const std::uint32_t row : rows) {
        const auto village = district.villageOfCode.find(villageOf(district, role, row));
        const bool known = village != district.villageOfCode.end();
        ReportGroup& group = groups[known ? village->second : district.villages().size()];
        group.label = known ? fullName(district, district.villages()[village->second]) : "Bổ sung";
        group.rows.push_back(row);
    }
    std::vector<ReportGroup> list;
    list.reserve(groups.size());
    for (auto& [village, group] : groups) list.push_back(std::move(group));
    return list;
}

std::vector<ReportGroup> byMonth(const FeatureTable& table, const Rows& rows) {
    std::vector<ReportGroup> list;
    for (const std::uint32_t row : rows) {
        const YearMonthDay day = toYmd(table.dateAt(fields::events.date, row));
        const std::string label = fmt::format("Tháng {}/{}", day.month, day.year);
        if (list.empty() || list.back().label != label) list.push_back({label, {}});
        list.back().rows.push_back(row);
    }
    return list;
}

/// Clerks write road after road, which is why they may say "as above".
void sortByRoad(const FeatureTable& donations, std::vector<ReportGroup>& groups) {
    for (ReportGroup& group : groups) {
        std::stable_sort(group.rows.begin(), group.rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return donations.textAt(fields::donations.roadId, a) < donations.textAt(fields::donations.roadId, b);
        });
    }
}

std::vector<ReportGroup> groupsOf(const MessyDistrict& district, Role role, const Rows& rows) {
    if (role == Role::saturdays) return byMonth(district.table(role), rows);
    std::vector<ReportGroup> groups = byVillage(district, role, rows);
    if (role == Role::donations) sortByRoad(district.table(role), groups);
    return groups;
}

ReportOrder orderFor(const MessyDistrict& district, const Subject& subject, std::size_t c, const Rows& rows) {
    const Commune& commune = district.communes()[c];
    const ClerkHabits habits = habitsOf(c);
    const std::string& huyen = district.land->settlements.districts[static_cast<std::size_t>(commune.district)];
    ReportOrder order;
    order.role = subject.role;
    order.sheet = subject.sheet;
    if (habits.communeIn == CommuneIn::sheetName) order.sheet += " - " + commune.name;
    order.agency = {"UBND HUYỆN " + upperCase(huyen)};
    order.titles = {subject.title};
    if (habits.communeIn == CommuneIn::title) {
        order.agency.push_back("UBND " + upperCase(fullName(commune)));
        order.titles.push_back(fmt::format("(Kèm theo Báo cáo số {}/BC-UBND ngày 18/5/2022 của UBND {})", 21 + c,
                                           commune.town ? "thị trấn " + commune.name : "xã " + commune.name));
    } else {
        order.titles.emplace_back("(Số liệu tính đến ngày 18/5/2022)");
    }
    order.groups = groupsOf(district, subject.role, rows);
    order.habits = habits;
    order.signer = "TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH";
    order.place = habits.communeIn == CommuneIn::title ? commune.name : "..........";
    return order;
}

std::string fileFor(const Commune& commune, std::size_t c) {
    const std::string name = fullName(commune);
    if (c % 13 == odsCommune) return "bao cao xa/" + name + ".ods";
    switch (habitsOf(c).communeIn) {
    case CommuneIn::sheetName:
        return fmt::format("bao cao xa/Bao cao thang 5 ({}).xlsx", c / 13 + 1);
    case CommuneIn::fileName:
        return "bao cao xa/BC_" + plainName(name, "_") + "_T5.xlsx";
    case CommuneIn::title:
        break;
    }
    return "bao cao xa/" + (c % 2 == 0 ? name : plainName(name, " ")) + ".xlsx";
}

bool isReportedElsewhere(Role role, std::size_t commune) {
    return (role == Role::saturdays && reportsByNewCodes(commune)) || (role == Role::gardens && hasMeasuredGardens(commune));
}

/// Rows of every subject, by commune.
using RowsOfSubjects = std::vector<std::vector<Rows>>;

Result<void> writeCommune(const MessyDistrict& district, const RowsOfSubjects& rows, std::size_t c, Delivery& delivery) {
    constexpr const char* communePlaces[] = {"commune in the titles", "commune only in the name of the file",
                                             "commune only in the names of the sheets"};
    const ClerkHabits habits = habitsOf(c);
    const std::string file = fileFor(district.communes()[c], c);
    const bool vnTime = c % 13 == vnTimeCommune;
    std::vector<SheetPage> pages;
    for (std::size_t s = 0; s < std::size(subjects); ++s) {
        const Subject& subject = subjects[s];
        if (rows[s][c].empty() || isReportedElsewhere(subject.role, c)) continue;
        pages.push_back(layOut(district, orderFor(district, subject, c, rows[s][c])));
        delivery.add({file, pages.back().name, recordKind(subject.role).id, vnTime ? "TCVN3 in CP1252 letters" : "UTF-8", "",
                      rows[s][c].size(),
                      fmt::format("titles; groups; sums; signatures; {}; {}",
                                  communePlaces[static_cast<std::size_t>(habits.communeIn)], describe(habits))});
    }
    if (pages.empty()) return {};
    const std::string path = delivery.pathOf(file);
    if (file.ends_with(".ods")) return writeOds(path, pages);
    return writeXlsx(path, pages, vnTime ? TypedFont::vnTime : TypedFont::unicode);
}

} // namespace

Result<void> writeCommuneReports(const MessyDistrict& district, Delivery& delivery) {
    RowsOfSubjects rows;
    for (const Subject& subject : subjects) rows.push_back(rowsByCommune(district, subject.role));
    for (std::size_t c = 0; c < district.communes().size(); ++c) BANLANG_CHECK(writeCommune(district, rows, c, delivery));
    return {};
}

} // namespace banlang::sample
