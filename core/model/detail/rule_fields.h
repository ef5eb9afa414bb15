// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/detail/shared_fields.h"

// Who belongs to which category, what was allocated and judged, and how units changed.

namespace banlang::detail {

/// A household's category with the time it holds; beside the categories that the household list itself names.
inline constexpr RecordField householdCategoriesFields[] = {
    householdOf(fields::householdCategories.householdId, true, fields::householdCategories.headName),
    headOfHousehold(fields::householdCategories.headName),
    villageOf(fields::householdCategories.villageCode, false),
    personal(fields::householdCategories.category, {"diện", "category"}, "dien|doi_tuong|thuoc_dien|phan_loai", true),
    plain(fields::householdCategories.validFrom, {"từ ngày", "from"}, "tu_ngay|hieu_luc_tu|ngay_cong_nhan", true),
    plain(fields::householdCategories.validTo, {"đến ngày", "until"}, "den_ngay|hieu_luc_den|ngay_thoat"),
    issuerOf(fields::householdCategories.issuer),
};
inline constexpr std::string_view householdCategoriesKey[] = {
    fields::householdCategories.householdId.name, fields::householdCategories.headName.name,
    fields::householdCategories.category.name, fields::householdCategories.validFrom.name};

/// The review of who needs a house: looked at, judged, listed or not, and why.
inline constexpr RecordField housingReviewsFields[] = {
    householdOf(fields::housingReviews.householdId, true, fields::housingReviews.headName),
    headOfHousehold(fields::housingReviews.headName),
    villageOf(fields::housingReviews.villageCode, false),
    plain(fields::housingReviews.reviewedOn, {"ngày rà soát", "reviewed on"}, "ngay_ra_soat|ngay_xet|ngay_hop_xet", true),
    personal(fields::housingReviews.category, {"diện", "category"}, "dien|doi_tuong|thuoc_dien"),
    yesOrNo(fields::housingReviews.housingNeed, {"khó khăn nhà ở", "housing difficulty"}, "kho_khan_nha_o|nha_tam|can_ho_tro"),
    plain(fields::housingReviews.decision, {"kết luận", "decision"}, "ket_luan|ket_qua_xet|de_nghi|ket_qua_ra_soat", true),
    personal(fields::housingReviews.reason, {"lý do", "reason"}, "ly_do|ghi_chu_ly_do"),
    issuerOf(fields::housingReviews.issuer),
};
inline constexpr std::string_view housingReviewsKey[] = {
    fields::housingReviews.householdId.name, fields::housingReviews.headName.name, fields::housingReviews.reviewedOn.name};

/// Which criterion a commune is to meet by when, and who is in charge.
inline constexpr RecordField criteriaDueFields[] = {
    {fields::criteriaDue.unitCode,
     {"mã đơn vị", "unit code"},
     "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran",
     true,
     Reference::commune},
    plain(fields::criteriaDue.criterion, {"tiêu chí", "criterion"}, "tieu_chi|ma_tieu_chi", true),
    plain(fields::criteriaDue.dueYear, {"năm phấn đấu đạt", "due in year"}, "nam_dat|nam_phan_dau|phan_dau_dat_nam|nam_hoan_thanh",
          true),
    plain(fields::criteriaDue.owner, {"cơ quan phụ trách", "agency in charge"}, "co_quan_phu_trach|phong_ban_phu_trach|phu_trach"),
    plain(fields::criteriaDue.setVersion, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi"),
};
inline constexpr std::string_view criteriaDueKey[] = {fields::criteriaDue.unitCode.name, fields::criteriaDue.criterion.name,
                                                      fields::criteriaDue.dueYear.name};

/// One line of the checklist of a model village, as judged on a day.
inline constexpr RecordField checklistsFields[] = {
    villageOf(fields::checklists.villageCode, true),
    plain(fields::checklists.item, {"tiêu chí thôn kiểu mẫu", "checklist item"}, "muc|noi_dung_tieu_chi|tieu_chi_thon|ma_muc",
          true),
    plain(fields::checklists.setVersion, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi|theo_bo_tieu_chi"),
    plain(fields::checklists.date, {"ngày đánh giá", "judged on"}, "ngay|ngay_danh_gia|ngay_cham", true),
    plain(fields::checklists.result, {"kết quả", "result"}, "ket_qua|dat", true),
    plain(fields::checklists.value, {"giá trị", "value"}, "gia_tri"),
    issuerOf(fields::checklists.issuer),
};
inline constexpr std::string_view checklistsKey[] = {fields::checklists.villageCode.name, fields::checklists.item.name,
                                                     fields::checklists.setVersion.name, fields::checklists.date.name};

/// Points that people give where no record can: the part of the year-end ranking that is judged.
inline constexpr RecordField communeRankingScoresFields[] = {
    {fields::communeRankingScores.unitCode,
     {"mã đơn vị", "unit code"},
     "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran",
     true,
     Reference::commune},
    plain(fields::communeRankingScores.year, {"năm", "year"}, "nam|nam_thi_dua", true),
    plain(fields::communeRankingScores.indicator, {"nội dung thi đua", "indicator"}, "noi_dung_thi_dua|ma_noi_dung|noi_dung_cham",
          true),
    plain(fields::communeRankingScores.score, {"điểm", "score"}, "diem|so_diem|diem_cham", true),
    plain(fields::communeRankingScores.judgedBy, {"đơn vị chấm", "judged by"}, "don_vi_cham|nguoi_cham"),
};
inline constexpr std::string_view communeRankingScoresKey[] = {fields::communeRankingScores.unitCode.name,
                                                               fields::communeRankingScores.year.name,
                                                               fields::communeRankingScores.indicator.name};

/// A unit became, wholly or in part, another on a day. `share`: the part of the old unit's people that went there.
inline constexpr RecordField unitChangesFields[] = {
    plain(fields::adminUnitChanges.oldCode, {"mã cũ", "old code"}, "ma_cu|ma_don_vi_cu", true),
    plain(fields::adminUnitChanges.newCode, {"mã mới", "new code"}, "ma_moi|ma_don_vi_moi", true),
    plain(fields::adminUnitChanges.changedOn, {"ngày thay đổi", "changed on"}, "ngay_thay_doi|hieu_luc_tu", true),
    plain(fields::adminUnitChanges.share, {"tỷ lệ", "share"}, "ty_le"),
};
inline constexpr std::string_view unitChangesKey[] = {fields::adminUnitChanges.oldCode.name, fields::adminUnitChanges.newCode.name,
                                                      fields::adminUnitChanges.changedOn.name};

} // namespace banlang::detail
