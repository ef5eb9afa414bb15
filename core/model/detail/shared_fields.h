// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

// Fields that several kinds declare alike: whom and what a record is about, and where.

namespace banlang::detail {

constexpr RecordField communeOf(bool required) {
    return {.name = "commune_code",
            .type = ColumnType::text,
            .label = {"mã xã", "commune code"},
            .aliases = "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
            .required = required,
            .reference = Reference::commune};
}
constexpr RecordField villageOf(bool required) {
    return {.name = "village_code",
            .type = ColumnType::text,
            .label = {"mã thôn", "village code"},
            .aliases = "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho|thon_ban|xom",
            .required = required,
            .reference = Reference::village};
}
/// `standIn`: the field that names the household when its id is not given.
constexpr RecordField householdOf(bool required, std::string_view standIn = {}) {
    return {.name = "household_id",
            .type = ColumnType::text,
            .label = {"mã hộ", "household id"},
            .aliases = "ma_ho|maho|ho_id|household|ma_so_ho",
            .required = required,
            .reference = Reference::household,
            .standIn = standIn};
}
/// Names a household within its village where its id is unknown.
constexpr RecordField headOfHousehold() {
    return {.name = "head_name",
            .type = ColumnType::text,
            .label = {"chủ hộ", "head of household"},
            .aliases = "chu_ho|ten_chu_ho|ho_ten|ho_va_ten|ho_va_ten_chu_ho|ho_ten_chu_ho|ten_ho|ho_ten_chu",
            .reference = Reference::householdHead,
            .sensitivity = Sensitivity::personal};
}
constexpr RecordField gardenOf(bool required) {
    return {.name = "garden_id",
            .type = ColumnType::text,
            .label = {"mã vườn", "garden id"},
            .aliases = "ma_vuon|ma_so_vuon|vuon",
            .required = required,
            .reference = Reference::garden};
}
constexpr RecordField houseOf(bool required) {
    return {.name = "house_id",
            .type = ColumnType::text,
            .label = {"mã nhà", "house id"},
            .aliases = "ma_nha|ma_so_nha|nha",
            .required = required,
            .reference = Reference::house};
}
constexpr RecordField workOf(bool required) {
    return {.name = "work_id",
            .type = ColumnType::text,
            .label = {"mã công trình", "road work id"},
            .aliases = "ma_cong_trinh|ma_ct|cong_trinh",
            .required = required,
            .reference = Reference::roadWork};
}
/// Something with a name, a type and other headers.
constexpr RecordField plain(std::string_view name, ColumnType type, Label label, std::string_view aliases, bool required = false) {
    return {.name = name, .type = type, .label = label, .aliases = aliases, .required = required};
}
constexpr RecordField personal(std::string_view name, ColumnType type, Label label, std::string_view aliases,
                               bool required = false) {
    return {
        .name = name, .type = type, .label = label, .aliases = aliases, .required = required, .sensitivity = Sensitivity::personal};
}
constexpr RecordField yesOrNo(std::string_view name, Label label, std::string_view aliases, bool required = false) {
    return {
        .name = name, .type = ColumnType::number, .label = label, .aliases = aliases, .required = required, .blankMeansNo = true};
}

} // namespace banlang::detail
