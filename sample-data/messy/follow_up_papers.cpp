// SPDX-License-Identifier: MIT
#include "sample-data/messy/offices.h"
#include "sample-data/messy/papers.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::sample {
namespace {

/// One sheet of a workbook: rows whose `about` is filled in, and none of the fields in `but`.
struct Sheet {
    FollowUpSheet columns;
    const char* name;
    const char* title;
    const char* about;
    const char* but = "";
};
struct Workbook {
    Role role;
    const char* file;
    std::size_t words;
    std::vector<Sheet> sheets;
};

const std::vector<Workbook>& workbooks() {
    using enum FollowUpSheet;
    static const std::vector<Workbook> all = {
        {Role::inspections,
         "theo doi/kiem tra von vay.xlsx",
         0,
         {{loanChecks, "Kiểm tra vốn vay", "BIỂU THEO DÕI KIỂM TRA VỐN VAY CẢI TẠO VƯỜN TẠP", "garden_id"},
          {houseChecks, "Kiểm tra nhà ở", "BIỂU THEO DÕI KIỂM TRA TIẾN ĐỘ NHÀ Ở", "house_id"},
          {workChecks, "Kiểm tra công trình", "BIỂU THEO DÕI KIỂM TRA CÔNG TRÌNH", "work_id"},
          {communeChecks, "Kiểm tra các xã", "KẾT QUẢ KIỂM TRA CỦA BAN CHỈ ĐẠO HUYỆN", "commune_code",
           "garden_id house_id work_id"}}},
        {Role::contributions,
         "theo doi/danh sach dong gop.xlsx",
         1,
         {{workGifts, "Đóng góp làm đường", "DANH SÁCH ĐÓNG GÓP LÀM ĐƯỜNG", "work_id"},
          {houseGifts, "Đóng góp làm nhà", "DANH SÁCH ĐÓNG GÓP LÀM NHÀ", "house_id"},
          {villageGifts, "Đóng góp ở thôn", "DANH SÁCH ĐÓNG GÓP Ở CÁC THÔN", "village_code", "house_id work_id"}}},
        {Role::labourDays,
         "theo doi/cham cong.xlsx",
         2,
         {{houseHelp, "Giúp làm nhà", "BIỂU CHẤM CÔNG GIÚP LÀM NHÀ", "house_id"},
          {workHelp, "Ngày công làm đường", "BIỂU CHẤM CÔNG LÀM ĐƯỜNG", "work_id"}}},
        {Role::deliveries,
         "theo doi/cap vat lieu.xlsx",
         0,
         {{workLoads, "Vật liệu làm đường", "BIỂU THEO DÕI CẤP VẬT LIỆU LÀM ĐƯỜNG", "work_id"},
          {houseLoads, "Vật liệu làm nhà", "BIỂU THEO DÕI CẤP VẬT LIỆU LÀM NHÀ", "house_id"}}},
        {Role::campaigns,
         "theo doi/ra quan 2021-2022.xlsx",
         1,
         {{communeEvents, "Ra quân cấp xã", "TỔNG HỢP PHÁT ĐỘNG, RA QUÂN CẤP XÃ", "commune_code", "village_code"},
          {villageEvents, "Ra quân ở thôn", "TỔNG HỢP RA QUÂN Ở CÁC THÔN", "village_code"}}},
        {Role::housingReviews,
         "theo doi/ra soat nha o.xlsx",
         2,
         {{reviews, "Rà soát nhà ở", "TỔNG HỢP RÀ SOÁT HỘ KHÓ KHĂN VỀ NHÀ Ở", "village_code"}}},
        {Role::criteriaDue,
         "theo doi/phan bo tieu chi.xlsx",
         0,
         {{criteriaDue, "Phân bổ tiêu chí", "PHÂN BỔ TIÊU CHÍ NÔNG THÔN MỚI GIAI ĐOẠN 2022-2025", "unit_code"}}},
    };
    return all;
}

bool isOn(const Sheet& sheet, const FeatureTable& table, std::size_t row) {
    if (table.textAt(sheet.about, row).empty()) return false;
    std::string_view others = sheet.but;
    while (!others.empty()) {
        const std::size_t end = std::min(others.find(' '), others.size());
        if (!table.textAt(others.substr(0, end), row).empty()) return false;
        others.remove_prefix(std::min(end + 1, others.size()));
    }
    return true;
}

Result<void> writeWorkbook(const MessyDistrict& district, const Workbook& book, Delivery& delivery) {
    const FeatureTable& table = district.table(book.role);
    std::vector<ReportOrder> orders;
    for (const Sheet& sheet : book.sheets) {
        orders.push_back(paper(district, book.role, sheet.name, sheet.title, book.words));
        const auto columns = followUpColumns(sheet.columns);
        orders.back().columns.assign(columns.begin(), columns.end());
        const Rows rows = rowsWhere(table, [&](std::size_t row) { return isOn(sheet, table, row); });
        // A list that names the commune in each row needs no headings.
        if (book.role == Role::criteriaDue)
            orders.back().groups = {{"", rows}};
        else
            orders.back().groups = byCommune(district, book.role, rows);
    }
    const char* mess = book.role == Role::housingReviews ? "households by head and village, without ids; commune by group rows"
                       : book.role == Role::criteriaDue  ? "commune codes lost their zeros; one long list"
                                                         : "headers of two levels; commune by group rows; village by name";
    return deliverPaper(district, book.file, orders, mess, delivery);
}

/// As a program writes it: every text in quotes, dates as offices read them, a comma in fractions.
std::string cellText(const FeatureTable& table, const RecordField& field, std::size_t row) {
    const Column& column = *table.find(field.name);
    if (column.isMissing(row)) return {};
    if (column.type == ColumnType::date) return toVietnamese(column.dates[row]);
    if (column.type == ColumnType::text) return fmt::format("\"{}\"", column.text[row]);
    std::string number = column.valueText(row);
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

struct MachineList {
    Role role;
    const char* file;
};
constexpr MachineList lists[] = {
    {Role::houseItems, "Hạng mục nhà ở"},
    {Role::houseResources, "Khả năng đối ứng"},
    {Role::publicAssets, "Công trình phúc lợi"},
    {Role::householdCategories, "Diện hộ"},
    {Role::checklists, "Chấm thôn kiểu mẫu"},
    {Role::emulationScores, "Điểm thi đua"},
    {Role::unitChanges, "Thay đổi đơn vị hành chính"},
};

} // namespace

Result<void> writeFollowUps(const MessyDistrict& district, Delivery& delivery) {
    for (const Workbook& book : workbooks()) BANLANG_CHECK(writeWorkbook(district, book, delivery));
    return {};
}

Result<void> writeMachineLists(const MessyDistrict& district, Delivery& delivery) {
    for (const MachineList& list : lists) {
        const RecordKind& kind = recordKind(list.role);
        const FeatureTable& table = district.table(list.role);
        std::string text;
        for (const RecordField& field : kind.fields) text += fmt::format("{}{}", text.empty() ? "" : ";", field.label.vi);
        text += "\r\n";
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            std::string line;
            for (std::size_t i = 0; i < kind.fields.size(); ++i)
                line += fmt::format("{}{}", i == 0 ? "" : ";", cellText(table, kind.fields[i], row));
            text += line + "\r\n";
        }
        const std::string file = fmt::format("phan mem/{}.csv", list.file);
        delivery.add({file, list.file, kind.id, "UTF-8", "", table.rowCount, "semicolons; decimal comma; labels as headers"});
        BANLANG_CHECK(writeBytes(delivery.pathOf(file), text));
    }
    return {};
}

} // namespace banlang::sample
