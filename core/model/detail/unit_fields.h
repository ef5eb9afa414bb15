// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/detail/shared_fields.h"

// What communes and villages do and reach. Field: name, type, label, other headers, required, reference, sensitivity.

namespace banlang::detail {

using enum ColumnType;

inline constexpr RecordField saturdaysFields[] = {
    {"date", date, {"ngày", "date"}, "ngay|ngay_thuc_hien|ngay_thang", true},
    {"commune_code",
     text,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     true,
     Reference::commune},
    {"village_code",
     text,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho",
     false,
     Reference::village},
    {"organisation", text, {"đơn vị chủ trì", "lead organisation"}, "don_vi|to_chuc|don_vi_thuc_hien|don_vi_phu_trach"},
    {"participants", number, {"số người", "participants"}, "so_nguoi|so_nguoi_tham_gia|so_luot_nguoi"},
    {"output", text, {"kết quả", "output"}, "ket_qua|noi_dung|ket_qua_thuc_hien|noi_dung_cong_viec"},
    workOf(false),
    plain("road_m", number, {"đường đã làm", "road done"}, "so_m_duong|met_duong|chieu_dai_duong"),
    plain("cleared_m2", number, {"diện tích phát quang", "area cleared"}, "phat_quang|dien_tich_phat_quang"),
};
inline constexpr std::string_view saturdaysIdentity[] = {"date", "commune_code", "village_code", "organisation", "output"};

inline constexpr RecordField meetingsFields[] = {
    {"date", date, {"ngày", "date"}, "ngay|ngay_hop|ngay_thang_hop|ngay_thang", true},
    {"village_code",
     text,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho",
     true,
     Reference::village},
    {"subject", text, {"nội dung", "subject"}, "noi_dung|chu_de|noi_dung_hop"},
    {"attendance", number, {"số người dự", "attendance"}, "so_nguoi|so_nguoi_du_hop|so_nguoi_tham_du"},
    {"agreed",
     number,
     {"thống nhất", "agreed"},
     "thong_nhat|nhat_tri|bieu_quyet_thong_nhat",
     false,
     Reference::none,
     Sensitivity::open,
     true},
};
inline constexpr std::string_view meetingsIdentity[] = {"date", "village_code", "subject"};

inline constexpr RecordField criteriaFields[] = {
    {"unit_code", text, {"mã đơn vị", "unit code"}, "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran", true, Reference::commune},
    {"criterion", text, {"tiêu chí", "criterion"}, "tieu_chi|ma_tieu_chi", true},
    {"set_version", text, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi"},
    {"date", date, {"ngày", "date"}, "ngay|ngay_danh_gia|ngay_tham_dinh", true},
    {"value", number, {"giá trị", "value"}, "gia_tri"},
    {"result", text, {"kết quả", "result"}, "ket_qua|dat"},
};
inline constexpr std::string_view criteriaKey[] = {"unit_code", "criterion", "set_version", "date"};

inline constexpr RecordField targetsFields[] = {
    {"unit_code", text, {"mã đơn vị", "unit code"}, "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran", true, Reference::commune},
    {"indicator", text, {"chỉ tiêu", "indicator"}, "chi_tieu|ma_chi_tieu", true},
    {"year", number, {"năm", "year"}, "nam|nam_ke_hoach", true},
    {"value", number, {"giá trị", "value"}, "gia_tri|ke_hoach|ke_hoach_giao", true},
    plain("due_on", date, {"hạn", "due on"}, "han|thoi_han|hoan_thanh_truoc"),
    plain("owner", text, {"đơn vị thực hiện", "in charge"}, "don_vi_thuc_hien|co_quan_phu_trach|chu_tri"),
};
inline constexpr std::string_view targetsKey[] = {"unit_code", "indicator", "year"};

inline constexpr RecordField modelVillagesFields[] = {
    {"village_code",
     text,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho",
     true,
     Reference::village},
    {"registered_on", date, {"ngày đăng ký", "registered on"}, "ngay_dang_ky|dang_ky_ngay"},
    {"recognised_on", date, {"ngày công nhận", "recognised on"}, "ngay_cong_nhan|cong_nhan_ngay"},
    {"lapsed_on", date, {"ngày không còn đạt", "lapsed on"}, "ngay_khong_dat"},
    {"set_version", text, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi|theo_bo_tieu_chi"},
};
inline constexpr std::string_view modelVillagesKey[] = {"village_code"};

} // namespace banlang::detail
