// SPDX-License-Identifier: MIT
#include "sample-data/messy/papers.h"

#include "sample-data/messy/text_forms.h"

namespace banlang::sample {
namespace {

/// The hand of the district's own offices.
ClerkHabits officeHabits(std::size_t words) {
    ClerkHabits habits;
    habits.words = words;
    habits.columnNumbers = words == 0;
    habits.dates = static_cast<DateHabit>(words);
    habits.above = words == 2 ? AboveHabit::ditto : AboveHabit::repeated;
    return habits;
}

} // namespace

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

Result<void> deliverPaper(const MessyDistrict& district, const std::string& file, const std::vector<ReportOrder>& orders,
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

} // namespace banlang::sample
