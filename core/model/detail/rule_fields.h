// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/detail/shared_fields.h"

// Who belongs to which category, what was allocated and judged, and how units changed.

namespace banlang::detail {

using enum ColumnType;

/// A household's category with the time it holds; beside the categories that the household list itself names.
inline constexpr RecordField householdCategoriesFields[] = {
    householdOf(true, "head_name"),
    headOfHousehold(),
    villageOf(false),
    personal("category", text, {"diện", "category"}, "dien|doi_tuong|thuoc_dien|phan_loai", true),
    plain("valid_from", date, {"từ ngày", "from"}, "tu_ngay|hieu_luc_tu|ngay_cong_nhan", true),
    plain("valid_to", date, {"đến ngày", "until"}, "den_ngay|hieu_luc_den|ngay_thoat"),
};
inline constexpr std::string_view householdCategoriesKey[] = {"household_id", "head_name", "category", "valid_from"};

/// The review of who needs a house: looked at, judged, listed or not, and why.
inline constexpr RecordField housingReviewsFields[] = {
    householdOf(true, "head_name"),
    headOfHousehold(),
    villageOf(false),
    plain("reviewed_on", date, {"ngày rà soát", "reviewed on"}, "ngay_ra_soat|ngay_xet|ngay_hop_xet", true),
    personal("category", text, {"diện", "category"}, "dien|doi_tuong|thuoc_dien"),
    yesOrNo("housing_need", {"khó khăn nhà ở", "housing difficulty"}, "kho_khan_nha_o|nha_tam|can_ho_tro"),
    plain("decision", text, {"kết luận", "decision"}, "ket_luan|ket_qua_xet|de_nghi|ket_qua_ra_soat", true),
    personal("reason", text, {"lý do", "reason"}, "ly_do|ghi_chu_ly_do"),
};
inline constexpr std::string_view housingReviewsKey[] = {"household_id", "head_name", "reviewed_on"};

/// Which criterion a commune is to meet by when, and who is in charge.
inline constexpr RecordField criteriaDueFields[] = {
    {.name = "unit_code",
     .type = text,
     .label = {"mã đơn vị", "unit code"},
     .aliases = "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran",
     .required = true,
     .reference = Reference::commune},
    plain("criterion", text, {"tiêu chí", "criterion"}, "tieu_chi|ma_tieu_chi", true),
    plain("due_year", number, {"năm phấn đấu đạt", "due in year"}, "nam_dat|nam_phan_dau|phan_dau_dat_nam|nam_hoan_thanh", true),
    plain("owner", text, {"cơ quan phụ trách", "agency in charge"}, "co_quan_phu_trach|phong_ban_phu_trach|phu_trach"),
    plain("set_version", text, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi"),
};
inline constexpr std::string_view criteriaDueKey[] = {"unit_code", "criterion", "due_year"};

/// One line of the checklist of a model village, as judged on a day.
inline constexpr RecordField checklistsFields[] = {
    villageOf(true),
    plain("item", text, {"tiêu chí thôn kiểu mẫu", "checklist item"}, "muc|noi_dung_tieu_chi|tieu_chi_thon|ma_muc", true),
    plain("set_version", text, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi|theo_bo_tieu_chi"),
    plain("date", date, {"ngày đánh giá", "judged on"}, "ngay|ngay_danh_gia|ngay_cham", true),
    plain("result", text, {"kết quả", "result"}, "ket_qua|dat", true),
    plain("value", number, {"giá trị", "value"}, "gia_tri"),
};
inline constexpr std::string_view checklistsKey[] = {"village_code", "item", "set_version", "date"};

/// Points that people give where no record can: the part of the year-end ranking that is judged.
inline constexpr RecordField emulationScoresFields[] = {
    {.name = "unit_code",
     .type = text,
     .label = {"mã đơn vị", "unit code"},
     .aliases = "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran",
     .required = true,
     .reference = Reference::commune},
    plain("year", number, {"năm", "year"}, "nam|nam_thi_dua", true),
    plain("indicator", text, {"nội dung thi đua", "indicator"}, "noi_dung_thi_dua|ma_noi_dung|noi_dung_cham", true),
    plain("score", number, {"điểm", "score"}, "diem|so_diem|diem_cham", true),
    plain("judged_by", text, {"đơn vị chấm", "judged by"}, "don_vi_cham|nguoi_cham"),
};
inline constexpr std::string_view emulationScoresKey[] = {"unit_code", "year", "indicator"};

/// A unit became, wholly or in part, another on a day. `share`: the part of the old unit's people that went there.
inline constexpr RecordField unitChangesFields[] = {
    plain("old_code", text, {"mã cũ", "old code"}, "ma_cu|ma_don_vi_cu", true),
    plain("new_code", text, {"mã mới", "new code"}, "ma_moi|ma_don_vi_moi", true),
    plain("changed_on", date, {"ngày thay đổi", "changed on"}, "ngay_thay_doi|hieu_luc_tu", true),
    plain("share", number, {"tỷ lệ", "share"}, "ty_le"),
};
inline constexpr std::string_view unitChangesKey[] = {"old_code", "new_code", "changed_on"};

} // namespace banlang::detail
