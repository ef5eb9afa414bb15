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
    TextField about;
    std::vector<TextField> but = {};
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
         {{loanChecks, "Kiểm tra vốn vay", "BIỂU THEO DÕI KIỂM TRA VỐN VAY CẢI TẠO VƯỜN TẠP", fields::inspections.gardenId},
          {houseChecks, "Kiểm tra nhà ở", "BIỂU THEO DÕI KIỂM TRA TIẾN ĐỘ NHÀ Ở", fields::inspections.houseId},
          {workChecks, "Kiểm tra công trình", "BIỂU THEO DÕI KIỂM TRA CÔNG TRÌNH", fields::inspections.workId},
          {communeChecks,
           "Kiểm tra các xã",
           "KẾT QUẢ KIỂM TRA CỦA BAN CHỈ ĐẠO HUYỆN",
           fields::inspections.communeCode,
           {fields::inspections.gardenId, fields::inspections.houseId, fields::inspections.workId}}}},
        {Role::contributions,
         "theo doi/danh sach dong gop.xlsx",
         1,
         {{workGifts, "Đóng góp làm đường", "DANH SÁCH ĐÓNG GÓP LÀM ĐƯỜNG", fields::contributions.workId},
          {houseGifts, "Đóng góp làm nhà", "DANH SÁCH ĐÓNG GÓP LÀM NHÀ", fields::contributions.houseId},
          {villageGifts,
           "Đóng góp ở thôn",
           "DANH SÁCH ĐÓNG GÓP Ở CÁC THÔN",
           fields::contributions.villageCode,
           {fields::contributions.houseId, fields::contributions.workId}}}},
        {Role::labourDays,
         "theo doi/cham cong.xlsx",
         2,
         {{houseHelp, "Giúp làm nhà", "BIỂU CHẤM CÔNG GIÚP LÀM NHÀ", fields::labourDays.houseId},
          {workHelp, "Ngày công làm đường", "BIỂU CHẤM CÔNG LÀM ĐƯỜNG", fields::labourDays.workId}}},
        {Role::deliveries,
         "theo doi/cap vat lieu.xlsx",
         0,
         {{workLoads, "Vật liệu làm đường", "BIỂU THEO DÕI CẤP VẬT LIỆU LÀM ĐƯỜNG", fields::deliveries.workId},
          {houseLoads, "Vật liệu làm nhà", "BIỂU THEO DÕI CẤP VẬT LIỆU LÀM NHÀ", fields::deliveries.houseId}}},
        {Role::campaigns,
         "theo doi/ra quan 2021-2022.xlsx",
         1,
         {{communeEvents,
           "Ra quân cấp xã",
           "TỔNG HỢP PHÁT ĐỘNG, RA QUÂN CẤP XÃ",
           fields::campaigns.communeCode,
           {fields::campaigns.villageCode}},
          {villageEvents, "Ra quân ở thôn", "TỔNG HỢP RA QUÂN Ở CÁC THÔN", fields::campaigns.villageCode}}},
        {Role::housingReviews,
         "theo doi/ra soat nha o.xlsx",
         2,
         {{reviews, "Rà soát nhà ở", "TỔNG HỢP RÀ SOÁT HỘ KHÓ KHĂN VỀ NHÀ Ở", fields::housingReviews.villageCode}}},
        {Role::criteriaDue,
         "theo doi/phan bo tieu chi.xlsx",
         0,
         {{criteriaDue, "Phân bổ tiêu chí", "PHÂN BỔ TIÊU CHÍ NÔNG THÔN MỚI GIAI ĐOẠN 2022-2025", fields::criteriaDue.unitCode}}},
    };
    return all;
}

bool isOn(const Sheet& sheet, const FeatureTable& table, std::size_t row) {
    const auto isSaid = [&](const TextField& field) { return !table.textAt(field, row).empty(); };
    return isSaid(sheet.about) && std::none_of(sheet.but.begin(), sheet.but.end(), isSaid);
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
    const Column& column = *table.find(field);
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
    {Role::communeRankingScores, "Điểm thi đua"},
    {Role::adminUnitChanges, "Thay đổi đơn vị hành chính"},
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
        std::vector<const RecordField*> fields;
        for (const RecordField& field : kind.fields) {
            if (!field.internal) fields.push_back(&field);
        }
        for (const RecordField* field : fields) text += fmt::format("{}{}", text.empty() ? "" : ";", field->label.vi);
        text += "\r\n";
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            std::string line;
            for (const RecordField* field : fields)
                line += fmt::format("{}{}", field == fields.front() ? "" : ";", cellText(table, *field, row));
            text += line + "\r\n";
        }
        const std::string file = fmt::format("phan mem/{}.csv", list.file);
        delivery.add({file, list.file, kind.id, "UTF-8", "", table.rowCount, "semicolons; decimal comma; labels as headers"});
        BANLANG_CHECK(writeBytes(delivery.pathOf(file), text));
    }
    return {};
}

} // namespace banlang::sample
