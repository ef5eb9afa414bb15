// SPDX-License-Identifier: MIT
#include "core/text/legacy_encodings.h"
#include "sample-data/messy/offices.h"
#include "sample-data/messy/papers.h"
#include "sample-data/messy/text_forms.h"

#include <fmt/format.h>

#include <stdexcept>

namespace banlang::sample {
namespace {

Result<void> writeRoadWorks(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& works = district.table(Role::roadWorks);
    std::vector<ReportOrder> orders;
    for (const char* kind : {"mở mới", "nâng cấp"}) {
        const std::string sheet = kind == std::string_view("mở mới") ? "Mở mới" : "Nâng cấp";
        orders.push_back(paper(district, Role::roadWorks, sheet, "TIẾN ĐỘ CÔNG TRÌNH ĐƯỜNG GIAO THÔNG: " + upperCase(kind), 0));
        orders.back().groups =
            byCommune(district, Role::roadWorks,
                      rowsWhere(works, [&](std::size_t row) { return works.textAt(fields::roadWorks.kind, row) == kind; }));
    }
    return deliverPaper(district, "cong trinh.xlsx", orders, "headers of two levels; commune by group rows; sums", delivery);
}

Result<void> writeSupportList(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& list = district.table(Role::supportList);
    ReportOrder order = paper(district, Role::supportList, "Danh sách", "DANH SÁCH HỘ ĐƯỢC HỖ TRỢ NHÀ Ở", 1);
    order.groups = byCommune(district, Role::supportList, everyRow(list));
    return deliverPaper(district, "danh sach ho tro.xlsx", {order}, "commune by group rows in one cell", delivery);
}

/// A long list without groups.
Result<void> writeList(const MessyDistrict& district, Role role, const std::string& file, const std::string& sheet,
                       const std::string& title, std::size_t words, const std::string& mess, Delivery& delivery) {
    ReportOrder order = paper(district, role, sheet, title, words);
    order.groups = {{"", everyRow(district.table(role))}};
    return deliverPaper(district, file, {order}, mess, delivery);
}

Result<void> writeSaturdaysByNewCodes(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& saturdays = district.table(Role::saturdays);
    ReportOrder order = paper(district, Role::saturdays, "Thứ 7",
                              "KẾT QUẢ “NGÀY THỨ 7 VÌ NÔNG THÔN MỚI” NĂM 2022, LẬP LẠI THEO DANH MỤC MÃ XÃ TỪ 1/7/2025", 0);
    const auto columns = saturdayColumnsOfDistrict();
    order.columns.assign(columns.begin(), columns.end());
    order.groups = {
        {"", rowsWhere(saturdays, [&](std::size_t row) { return reportsByNewCodes(communeOf(district, Role::saturdays, row)); })}};
    return deliverPaper(district, "thu 7 huyen - ma xa 2025.xlsx", {order},
                        "some commune codes are those of other communes; names and villages are right", delivery);
}

/// Machine-made, in the code page of an old program.
Result<void> writeCriteria(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& table = district.table(Role::criteria);
    std::string text = "Mã xã;Tên xã;Tiêu chí;Bộ tiêu chí;Ngày;Giá trị;Kết quả\r\n";
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        std::string value = fmt::format("{:.1f}", table.numberAt(fields::criteria.value, row));
        std::replace(value.begin(), value.end(), '.', ',');
        text +=
            fmt::format("{};{};{};{};{};{};{}\r\n", table.textAt(fields::criteria.unitCode, row),
                        fullName(district.communes()[communeOf(district, Role::criteria, row)]),
                        table.textAt(fields::criteria.criterion, row), table.textAt(fields::criteria.setVersion, row),
                        toVietnamese(table.dateAt(fields::criteria.date, row)), value, table.textAt(fields::criteria.result, row));
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
