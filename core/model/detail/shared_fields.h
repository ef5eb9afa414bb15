// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

// Fields that several kinds declare alike: whom and what a record is about, and where.

namespace banlang::detail {

constexpr RecordField communeOf(const TextField& field, bool required) {
    return {field, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune", required, Reference::commune};
}
constexpr RecordField villageOf(const TextField& field, bool required) {
    return {field,
            {"mã thôn", "village code"},
            "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho|thon_ban|xom",
            required,
            Reference::village};
}
/// `fallbackField`: the field that names the household when its id is not given.
constexpr RecordField householdOf(const TextField& field, bool required, const TextField& fallbackField) {
    return {field,    {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household|ma_so_ho",
            required, Reference::household,      Sensitivity::open,
            false,    fallbackField.name};
}
/// Names a household within its village where its id is unknown.
constexpr RecordField headOfHousehold(const TextField& field) {
    return {field,
            {"chủ hộ", "head of household"},
            "chu_ho|ten_chu_ho|ho_ten|ho_va_ten|ho_va_ten_chu_ho|ho_ten_chu_ho|ten_ho|ho_ten_chu",
            false,
            Reference::householdHead,
            Sensitivity::personal};
}
/// An id that may be missing where another field names the record as well.
constexpr RecordField idOr(const TextField& field, Label label, std::string_view aliases, const TextField& fallbackField) {
    return {field, label, aliases, true, Reference::none, Sensitivity::open, false, fallbackField.name};
}
constexpr RecordField gardenOf(const TextField& field, bool required) {
    return {field, {"mã vườn", "garden id"}, "ma_vuon|ma_so_vuon|vuon", required, Reference::garden};
}
constexpr RecordField houseOf(const TextField& field, bool required) {
    return {field, {"mã nhà", "house id"}, "ma_nha|ma_so_nha|nha", required, Reference::house};
}
constexpr RecordField workOf(const TextField& field, bool required) {
    return {field, {"mã công trình", "road work id"}, "ma_cong_trinh|ma_ct|cong_trinh", required, Reference::roadWork};
}
/// The unit that numbered the record: code of a commune, district or province, "VN", or the office of the store.
constexpr RecordField issuerOf(const TextField& field) {
    return {field, {"đơn vị cấp số", "issuer"}, "", false, Reference::none, Sensitivity::open, false, {}, true};
}
/// A field with a label and other headers.
constexpr RecordField plain(const FieldHandle& field, Label label, std::string_view aliases, bool required = false) {
    return {field, label, aliases, required};
}
constexpr RecordField personal(const FieldHandle& field, Label label, std::string_view aliases, bool required = false) {
    return {field, label, aliases, required, Reference::none, Sensitivity::personal};
}
constexpr RecordField yesOrNo(const NumberField& field, Label label, std::string_view aliases) {
    return {field, label, aliases, false, Reference::none, Sensitivity::open, true};
}

} // namespace banlang::detail
