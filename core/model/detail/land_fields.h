// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/detail/shared_fields.h"

// Land given and roads built. Field: name, type, label, other headers, required, reference, sensitivity.

namespace banlang::detail {

using enum ColumnType;

inline constexpr RecordField donationsFields[] = {
    {"id", text, {"mã biên bản", "id"}, "ma|ma_hien_dat|ma_ho_so|ma_ho_so_hien_dat|ma_so", true},
    {"commune_code",
     text,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     true,
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
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household|ma_so_ho", false, Reference::household},
    {"road_id",
     text,
     {"mã tuyến", "road id"},
     "ma_tuyen|tuyen|ma_duong|road|ma_tuyen_duong|tuyen_duong|tuyen_duong_ma",
     false,
     Reference::road},
    {"purpose", text, {"mục đích", "purpose"}, "muc_dich|muc_dich_hien_dat|hien_dat_de|hien_de"},
    {"declared_area_m2",
     number,
     {"diện tích hiến", "donated area"},
     "dien_tich_hien|dientich|dien_tich|dien_tich_hien_m2|dt_hien|tong_dien_tich_hien|so_m2_hien",
     true},
    {"pledged_on", date, {"ngày cam kết", "pledged on"}, "ngay_cam_ket|cam_ket|ky_cam_ket|cam_ket_hien"},
    {"donated_on", date, {"ngày hiến", "donated on"}, "ngay_hien|ngay|ngay_bien_ban|hien|hien_dat|ban_giao_dat|ngay_ban_giao"},
    {"certificate_updated_on",
     date,
     {"ngày chỉnh lý GCN", "certificate updated on"},
     "ngay_chinh_ly|chinh_ly_gcn|chinh_ly_gcnqsdd|chinh_ly|chinh_ly_giay_chung_nhan"},
    {"minute_no", text, {"số biên bản", "minute no."}, "so_bien_ban|bien_ban|bien_ban_so|so_bb"},
    {"honour_consent",
     number,
     {"đồng ý biểu dương", "agreed to be named"},
     "dong_y_bieu_duong|dong_y_neu_ten|bieu_duong",
     false,
     Reference::none,
     Sensitivity::open,
     true},
    headOfHousehold(),
    villageOf(false),
};
inline constexpr std::string_view donationsKey[] = {"id"};

inline constexpr RecordField roadWorksFields[] = {
    {"id", text, {"mã công trình", "id"}, "ma|ma_cong_trinh|ma_ct|ma_so", true},
    {"name", text, {"tên", "name"}, "ten|ten_cong_trinh|cong_trinh"},
    {"road_id", text, {"mã tuyến", "road id"}, "ma_tuyen|tuyen|ma_duong|road|ma_tuyen_duong|tuyen_duong", true, Reference::road},
    {"commune_code",
     text,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     false,
     Reference::commune},
    {"kind", text, {"loại việc", "kind of work"}, "loai|loai_viec|hinh_thuc", true},
    {"from_m", number, {"từ lý trình", "from chainage"}, "tu_m|ly_trinh_tu|tu_km|tu"},
    {"to_m", number, {"đến lý trình", "to chainage"}, "den_m|ly_trinh_den|den_km|den"},
    {"target_bed_width_m", number, {"nền thiết kế", "target bed width"}, "nen_thiet_ke|be_rong_nen_thiet_ke|rong_nen_thiet_ke"},
    {"percent_done", number, {"đã làm, %", "percent done"}, "phan_tram|khoi_luong_pt|tien_do|khoi_luong|dat"},
    {"planned_start", date, {"khởi công kế hoạch", "planned start"}, "kh_khoi_cong|ke_hoach_khoi_cong|khoi_cong_theo_ke_hoach"},
    {"planned_finish",
     date,
     {"hoàn thành kế hoạch", "planned finish"},
     "kh_hoan_thanh|ke_hoach_hoan_thanh|hoan_thanh_theo_ke_hoach"},
    {"started_on", date, {"khởi công", "started on"}, "khoi_cong|ngay_khoi_cong|thuc_hien_khoi_cong"},
    {"finished_on", date, {"hoàn thành", "finished on"}, "hoan_thanh|ngay_hoan_thanh|thuc_hien_hoan_thanh"},
    {"reported_on", date, {"ngày báo cáo", "reported on"}, "ngay_bao_cao|cap_nhat|cap_nhat_ngay|ngay_cap_nhat|bao_cao_ngay"},
    {"cement_ordered_t", number, {"xi măng đặt", "cement ordered"}, "xi_mang_dat|xi_mang_dang_ky"},
    {"cement_received_t", number, {"xi măng nhận", "cement received"}, "xi_mang_nhan|xi_mang_da_nhan|xi_mang_da_cap"},
    {"quality_checked_on", date, {"kiểm tra chất lượng", "quality checked on"}, "ngay_kiem_tra|ngay_kiem_tra_chat_luong"},
    plain("quality_result", text, {"kết quả kiểm tra", "result of the check"}, "ket_qua_kiem_tra|chat_luong"),
    plain("target_pavement_width_m", number, {"mặt thiết kế", "target pavement width"}, "mat_thiet_ke|rong_mat_thiet_ke"),
    plain("thickness_m", number, {"dày mặt đường", "pavement thickness"}, "chieu_day|day_mat|be_day"),
    plain("paused_on", date, {"tạm dừng", "paused on"}, "tam_dung|ngay_tam_dung"),
    plain("resumed_on", date, {"thi công lại", "resumed on"}, "thi_cong_lai|ngay_thi_cong_lai"),
};
inline constexpr std::string_view roadWorksKey[] = {"id"};

inline constexpr RecordField greenRoutesFields[] = {
    {"id", text, {"mã", "id"}, "ma|ma_so|ma_tuyen_xanh", true},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune|xa_thi_tran", true, Reference::commune},
    {"village_code",
     text,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho",
     false,
     Reference::village},
    {"road_id", text, {"mã tuyến", "road id"}, "ma_tuyen|tuyen|ma_duong|road|ma_tuyen_duong|tuyen_duong", false, Reference::road},
    {"registered_on", date, {"ngày đăng ký", "registered on"}, "ngay_dang_ky|dang_ky_ngay"},
    {"recognised_on", date, {"ngày công nhận", "recognised on"}, "ngay_cong_nhan|cong_nhan_ngay"},
    {"lapsed_on", date, {"ngày không còn đạt", "lapsed on"}, "ngay_khong_dat|khong_con_dat_tu"},
};
inline constexpr std::string_view greenRoutesKey[] = {"id"};

} // namespace banlang::detail
