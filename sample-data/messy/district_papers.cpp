// SPDX-License-Identifier: MIT
#include "core/text/legacy_encodings.h"
#include "sample-data/messy/offices.h"
#include "sample-data/messy/report_page.h"
#include "sample-data/messy/text_forms.h"

#include <fmt/format.h>

#include <stdexcept>

namespace banlang::sample {
namespace {

std::vector<ReportGroup> byCommune(const MessyDistrict& district, Role role, const Rows& rows) {
    std::map<std::size_t, ReportGroup> groups;
    for (const std::uint32_t row : rows) {
        const std::size_t commune = communeOf(district, role, row);
        groups[commune].label = fullName(district.communes()[commune]);
        groups[commune].rows.push_back(row);
    }
    std::vector<ReportGroup> list;
    list.reserve(groups.size());
    for (auto& [commune, group] : groups) list.push_back(std::move(group));
    return list;
}

template <class Keep> Rows rowsWhere(const FeatureTable& table, Keep&& keep) {
    Rows rows;
    for (std::uint32_t row = 0; row < table.rowCount; ++row) {
        if (keep(row)) rows.push_back(row);
    }
    return rows;
}

/// The hand of the district's own offices.
ClerkHabits officeHabits(std::size_t words) {
    ClerkHabits habits;
    habits.words = words;
    habits.columnNumbers = words == 0;
    habits.dates = static_cast<DateHabit>(words);
    return habits;
}

ReportOrder paper(const MessyDistrict& district, Role role, std::string sheet, std::string title, std::size_t words) {
    ReportOrder order;
    order.role = role;
    order.sheet = std::move(sheet);
    order.agency = {"UBND HUYỆN " + upperCase(district.land->settlements.districts.front()), "PHÒNG NÔNG NGHIỆP VÀ PTNT"};
    order.titles = {std::move(title), "(Tính đến ngày 18/5/2022)"};
    order.habits = officeHabits(words);
    order.signer = "TRƯỞNG PHÒNG";
    order.place = district.land->settlements.districts.front();
    return order;
}

Result<void> deliver(const MessyDistrict& district, const std::string& file, const std::vector<ReportOrder>& orders,
                     const std::string& mess, Delivery& delivery) {
    std::vector<SheetPage> pages;
    for (const ReportOrder& order : orders) {
        std::size_t rows = 0;
        for (const ReportGroup& group : order.groups) rows += group.rows.size();
        if (rows == 0) continue;
        pages.push_back(layOut(district, order));
        delivery.add({file, order.sheet, recordKind(order.role).id, "UTF-8", "", rows, mess});
    }
    if (pages.empty()) return {};
    return writeXlsx(delivery.pathOf(file), pages, TypedFont::unicode);
}

Result<void> writeRoadWorks(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& works = district.table(Role::roadWorks);
    std::vector<ReportOrder> orders;
    for (const char* kind : {"mở mới", "nâng cấp"}) {
        const std::string sheet = kind == std::string_view("mở mới") ? "Mở mới" : "Nâng cấp";
        orders.push_back(paper(district, Role::roadWorks, sheet, "TIẾN ĐỘ CÔNG TRÌNH ĐƯỜNG GIAO THÔNG: " + upperCase(kind), 0));
        orders.back().groups = byCommune(district, Role::roadWorks,
                                         rowsWhere(works, [&](std::size_t row) { return works.textAt("kind", row) == kind; }));
    }
    return deliver(district, "cong trinh.xlsx", orders, "headers of two levels; commune by group rows; sums", delivery);
}

Result<void> writeSupportList(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& list = district.table(Role::supportList);
    ReportOrder order = paper(district, Role::supportList, "Danh sách", "DANH SÁCH HỘ ĐƯỢC HỖ TRỢ NHÀ Ở", 1);
    order.groups = byCommune(district, Role::supportList, rowsWhere(list, [](std::size_t) { return true; }));
    return deliver(district, "danh sach ho tro.xlsx", {order}, "commune by group rows in one cell", delivery);
}

/// A long list without groups.
Result<void> writeList(const MessyDistrict& district, Role role, const std::string& file, const std::string& sheet,
                       const std::string& title, std::size_t words, const std::string& mess, Delivery& delivery) {
    ReportOrder order = paper(district, role, sheet, title, words);
    order.groups = {{"", rowsWhere(district.table(role), [](std::size_t) { return true; })}};
    return deliver(district, file, {order}, mess, delivery);
}

Result<void> writeSaturdaysByNewCodes(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& saturdays = district.table(Role::saturdays);
    ReportOrder order = paper(district, Role::saturdays, "Thứ 7",
                              "KẾT QUẢ “NGÀY THỨ 7 VÌ NÔNG THÔN MỚI” NĂM 2022, LẬP LẠI THEO DANH MỤC MÃ XÃ TỪ 1/7/2025", 0);
    const auto columns = saturdayColumnsOfDistrict();
    order.columns.assign(columns.begin(), columns.end());
    order.groups = {
        {"", rowsWhere(saturdays, [&](std::size_t row) { return reportsByNewCodes(communeOf(district, Role::saturdays, row)); })}};
    return deliver(district, "thu 7 huyen - ma xa 2025.xlsx", {order},
                   "some commune codes are those of other communes; names and villages are right", delivery);
}

/// Machine-made, in the code page of an old program.
Result<void> writeCriteria(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& table = district.table(Role::criteria);
    std::string text = "Mã xã;Tên xã;Tiêu chí;Bộ tiêu chí;Ngày;Giá trị;Kết quả\r\n";
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        std::string value = fmt::format("{:.1f}", table.numberAt("value", row));
        std::replace(value.begin(), value.end(), '.', ',');
        text += fmt::format("{};{};{};{};{};{};{}\r\n", table.textAt("unit_code", row),
                            fullName(district.communes()[communeOf(district, Role::criteria, row)]), table.textAt("criterion", row),
                            table.textAt("set_version", row), toVietnamese(table.dateAt("date", row)), value,
                            table.textAt("result", row));
    }
    const auto bytes = encode(text, TextEncoding::cp1258);
    if (!bytes) throw std::logic_error("no CP1258 code for a letter of the criteria");
    const std::string file = "tieu chi NTM.csv";
    delivery.add({file, "tieu chi NTM", "criteria", "CP1258", "", table.rowCount, "semicolons; decimal comma; code and name"});
    return writeBytes(delivery.pathOf(file), *bytes);
}

} // namespace

bool reportsByNewCodes(std::size_t commune) {
    const std::size_t place = commune % 13;
    return place == 1 || place == 2 || place == 6 || place == 10 || place == 11;
}

std::string newCodeOf(const MessyDistrict& district, std::size_t commune) {
    const std::size_t place = commune % 13;
    const std::size_t next = commune + 1 < district.communes().size() ? commune + 1 : commune;
    // Two that exchanged their codes, and one with the code of a neighbour that is not in the file.
    const std::size_t from = place == 1 || place == 6 ? next : place == 2 ? commune - 1 : commune;
    return district.communes()[from].code;
}

Result<void> writeDistrictPapers(const MessyDistrict& district, Delivery& delivery) {
    BANLANG_CHECK(writeRoadWorks(district, delivery));
    BANLANG_CHECK(writeSupportList(district, delivery));
    BANLANG_CHECK(writeSaturdaysByNewCodes(district, delivery));
    BANLANG_CHECK(writeCriteria(district, delivery));
    BANLANG_CHECK(writeList(district, Role::targets, "chi tieu 2022.xlsx", "Chỉ tiêu 2022", "CHỈ TIÊU GIAO CÁC XÃ NĂM 2022", 0,
                            "commune codes lost their zeros", delivery));
    BANLANG_CHECK(writeList(district, Role::greenRoutes, "tuyen xanh.xlsx", "Tuyến xanh", "DANH SÁCH TUYẾN ĐƯỜNG XANH - SẠCH - ĐẸP",
                            1, "commune and village by name", delivery));
    return writeList(district, Role::modelVillages, "thon kieu mau.xlsx", "Thôn kiểu mẫu", "DANH SÁCH THÔN KIỂU MẪU", 2,
                     "commune and village by name", delivery);
}

} // namespace banlang::sample
