// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

// Gardens and houses of households. Field: name, type, label, other headers, required, reference, sensitivity.

namespace banlang::detail {

using enum ColumnType;

inline constexpr RecordField gardensFields[] = {
    {"id", text, {"mã vườn", "id"}, "ma|ma_vuon|ma_so_vuon", true},
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household|ma_so_ho", true, Reference::household},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", false, Reference::village},
    {"commune_code",
     text,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     false,
     Reference::commune},
    {"sheet",
     text,
     {"tờ bản đồ", "map sheet"},
     "shbando|sh_ban_do|to_ban_do|sodoto|soto|sohieutobando|to|section|so_to|to_so|to_ban_do_so",
     false,
     Reference::parcelSheet},
    {"number",
     text,
     {"số thửa", "parcel number"},
     "shthua|so_thua|thua_dat|sothututhua|thua|numero|thua_so|thua_dat_so",
     false,
     Reference::parcelNumber},
    {"area_m2", number, {"diện tích", "area"}, "dien_tich|dien_tich_vuon|dt_vuon|dt_vuon_tap|dien_tich_cai_tao|dien_tich_vuon_tap"},
    {"crop_group", text, {"nhóm cây trồng", "crop group"}, "nhom_cay|cay_trong|cay_trong_vat_nuoi|noi_dung_cai_tao"},
    {"borrower", number, {"hộ vay", "borrower"}, "vay_von|ho_vay|ho_vay_von|co_vay|vay"},
    {"loan_vnd",
     number,
     {"vốn vay", "loan"},
     "von_vay|so_tien_vay|von_vay_so_tien|so_tien|so_tien_vay_von",
     false,
     Reference::none,
     Sensitivity::personal},
    {"registered_on", date, {"ngày đăng ký", "registered on"}, "ngay_dang_ky|dang_ky|ngay_thang_dang_ky|dang_ky_ngay"},
    {"started_on", date, {"ngày bắt đầu", "started on"}, "ngay_bat_dau|bat_dau|khoi_cong"},
    {"finished_on", date, {"ngày cải tạo xong", "finished on"}, "ngay_xong|hoan_thanh|ngay_hoan_thanh"},
    {"lapsed_on", date, {"ngày bỏ dở", "lapsed on"}, "ngay_bo_do|bo_do|ngay_dung"},
    {"disbursed_on",
     date,
     {"ngày giải ngân", "disbursed on"},
     "ngay_giai_ngan|giai_ngan",
     false,
     Reference::none,
     Sensitivity::personal},
    {"inspected_on",
     date,
     {"ngày kiểm tra vốn", "loan inspected on"},
     "ngay_kiem_tra|kiem_tra|ngay_kiem_tra_von",
     false,
     Reference::none,
     Sensitivity::personal},
    {"purpose_kept",
     number,
     {"đúng mục đích", "purpose kept"},
     "dung_muc_dich|su_dung_dung_muc_dich|su_dung_von_dung_muc_dich",
     false,
     Reference::none,
     Sensitivity::personal},
};
inline constexpr std::string_view gardensKey[] = {"id"};

inline constexpr RecordField housesFields[] = {
    {"id", text, {"mã nhà", "id"}, "ma|ma_nha|ma_so_nha", true},
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household|ma_so_ho", true, Reference::household},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", false, Reference::village},
    {"commune_code",
     text,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     false,
     Reference::commune},
    {"category",
     text,
     {"diện hỗ trợ", "category"},
     "dien|doi_tuong|thuoc_dien|dien_doi_tuong",
     false,
     Reference::none,
     Sensitivity::personal},
    {"phase", text, {"giai đoạn", "phase"}, "giai_doan|dot|giai_doan_ho_tro", true},
    {"deadline", date, {"hạn", "deadline"}, "han|han_hoan_thanh|thoi_han"},
    {"started_on", date, {"khởi công", "started on"}, "khoi_cong|ngay_khoi_cong"},
    {"foundation_on", date, {"xong móng", "foundation on"}, "xong_mong|mong|lam_mong_xong"},
    {"walls_on", date, {"xong tường", "walls on"}, "xong_tuong|tuong|xay_tuong_xong"},
    {"roof_on", date, {"xong mái", "roof on"}, "xong_mai|mai|lop_mai_xong"},
    {"finished_on", date, {"hoàn thành", "finished on"}, "hoan_thanh|ngay_hoan_thanh"},
    {"handed_over_on", date, {"bàn giao", "handed over on"}, "ban_giao|ngay_ban_giao"},
    {"unfinished_items", text, {"hạng mục dở dang", "unfinished items"}, "hang_muc_do_dang|hang_muc_con_lai|hang_muc_chua_xong"},
    {"help_plan", text, {"phương án giúp đỡ", "help plan"}, "phuong_an|phuong_an_ho_tro|huong_giup_do"},
    {"reported_on", date, {"ngày báo cáo", "reported on"}, "ngay_bao_cao|bao_cao_ngay|ngay_cap_nhat"},
    {"support_vnd",
     number,
     {"mức hỗ trợ", "support"},
     "muc_ho_tro|kinh_phi|kinh_phi_ho_tro|so_tien_ho_tro",
     false,
     Reference::none,
     Sensitivity::personal},
    {"labour_days_pledged",
     number,
     {"ngày công cam kết", "labour days pledged"},
     "cong_cam_ket|ngay_cong_cam_ket|ngay_cong_dang_ky"},
    {"labour_days_given", number, {"ngày công đã góp", "labour days given"}, "cong_da_gop|ngay_cong_da_gop|ngay_cong_da_thuc_hien"},
};
inline constexpr std::string_view housesKey[] = {"id"};

inline constexpr RecordField supportListFields[] = {
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household|ma_so_ho", true, Reference::household},
    {"listed_on", date, {"vào danh sách", "listed on"}, "ngay_vao|tu_ngay|vao_danh_sach|ngay_vao_danh_sach", true},
    {"removed_on", date, {"ra danh sách", "removed on"}, "ngay_ra|den_ngay|ra_danh_sach|ngay_ra_danh_sach"},
    {"replaced_by", text, {"thay bằng hộ", "replaced by"}, "thay_bang|ho_thay_the"},
    {"reason", text, {"lý do", "reason"}, "ly_do|ly_do_dua_ra", false, Reference::none, Sensitivity::personal},
};
inline constexpr std::string_view supportListKey[] = {"household_id", "listed_on"};

} // namespace banlang::detail
