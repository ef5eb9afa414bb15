// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/model/record_names.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>

// What things are called, in one place for titles, tooltips and tabs.

namespace banlang::viewer {
namespace {

struct RoadClassName {
    std::string_view id;
    Label label;
};
constexpr RoadClassName roadClasses[] = {{"QL", {"Quốc lộ", "National road"}},     {"ĐT", {"Đường tỉnh", "Provincial road"}},
                                         {"ĐH", {"Đường huyện", "District road"}}, {"ĐX", {"Đường xã", "Commune road"}},
                                         {"ĐTh", {"Đường thôn", "Village road"}},  {"NX", {"Ngõ xóm", "Hamlet lane"}},
                                         {"NĐ", {"Đường nội đồng", "Field track"}}};

std::string joined(std::string_view first, std::string_view second) {
    if (first.empty() || second.empty()) return std::string(first) + std::string(second);
    return std::string(first) + " · " + std::string(second);
}

std::string roadClassName(const Ui& ui, std::string_view id) {
    const auto found = std::ranges::find(roadClasses, id, &RoadClassName::id);
    return std::string(found == std::end(roadClasses) ? id : ui.say(found->label));
}

} // namespace

std::string sentenceCase(std::string_view words) {
    // What our own words begin with; a name begins with a capital anyway.
    constexpr std::pair<std::string_view, std::string_view> others[] = {{"đ", "Đ"}, {"ă", "Ă"}, {"â", "Â"}, {"ê", "Ê"},
                                                                        {"ô", "Ô"}, {"ơ", "Ơ"}, {"ư", "Ư"}};
    std::string text(words);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    for (const auto& [small, capital] : others) {
        if (text.starts_with(small)) text.replace(0, small.size(), capital);
    }
    return text;
}

/// "" where a kind has no ids.
std::string idOf(const FeatureTable& records, std::size_t row) {
    const Column* ids = records.columnNamed(fields::identified.id.name);
    return ids == nullptr ? std::string() : ids->valueText(row);
}

TargetTitle titleOf(const Ui& ui, RecordRef target) {
    const auto onDay = ui.districtOnDay();
    const District& district = *onDay;
    const FeatureTable& table = district.table(target.role);
    const std::string commune = communeName(district, target.role, target.row);
    switch (target.role) {
    case Role::communes:
        return {fullName(table, target.row), fullName(district.office)};
    case Role::villages:
        return {fullName(table, target.row), commune};
    case Role::roads:
        return {roadName(district, target.row),
                joined(roadClassName(ui, table.textAt(fields::roads.managementClass, target.row)), commune)};
    case Role::parcels: {
        const Label form{"Tờ {} · thửa {}", "Sheet {} · parcel {}"};
        const std::string title = fmt::format(fmt::runtime(ui.say(form)), table.textAt(fields::parcels.sheet, target.row),
                                              table.textAt(fields::parcels.number, target.row));
        return {title, joined(table.textAt(fields::parcels.landUse, target.row), commune)};
    }
    case Role::rivers:
        return {std::string(table.textAt(fields::rivers.name, target.row)), std::string(ui.say({"Sông, suối", "River"}))};
    default:
        return {idOf(table, target.row), joined(ui.say(recordKind(target.role).label), commune)};
    }
}

} // namespace banlang::viewer
