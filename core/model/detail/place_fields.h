// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

// Where things are: units, roads, rivers, households, parcels. Field: name, type, label, other headers, required, reference,
// sensitivity.

namespace banlang::detail {

using enum ColumnType;

inline constexpr RecordField communesFields[] = {
    {"code", text, {"mã", "code"}, "ma_xa|maxa|ma|commune_code|gso_code|ma_don_vi", true},
    {"name", text, {"tên", "name"}, "ten|ten_xa|tenxa|ten_vn|ten_unicode|xa", true},
    {"kind", text, {"loại", "kind"}, "loai|cap|cap_hanh_chinh"},
    {"district", text, {"huyện", "district"}, "huyen|ten_huyen|tenhuyen"},
    {"border",
     number,
     {"xã biên giới", "border commune"},
     "bien_gioi|biengioi|xa_bien_gioi",
     false,
     Reference::none,
     Sensitivity::open,
     true},
    {"households", number, {"số hộ", "households"}, "so_ho|soho|tong_so_ho"},
    {"centre_x_m", number, {"trung tâm, tọa độ đông", "centre easting"}, "tt_dong"},
    {"centre_y_m", number, {"trung tâm, tọa độ bắc", "centre northing"}, "tt_bac"},
    {"valid_from", date, {"hiệu lực từ", "valid from"}, "tu_ngay"},
    {"valid_to", date, {"hiệu lực đến", "valid to"}, "den_ngay"},
};
inline constexpr std::string_view communesKey[] = {"code", "valid_from"};

inline constexpr RecordField villagesFields[] = {
    {"code", text, {"mã", "code"}, "ma_thon|mathon|ma|village_code", true},
    {"name", text, {"tên", "name"}, "ten|ten_thon|tenthon", true},
    {"kind", text, {"loại", "kind"}, "loai|loai_thon"},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune|ma_so_xa", true, Reference::commune},
    {"households", number, {"số hộ", "households"}, "so_ho|soho|tong_so_ho"},
    {"poor_households", number, {"hộ nghèo, cận nghèo", "poor and near-poor households"}, "ho_ngheo|hongheo|so_ho_ngheo"},
    {"centre_x_m", number, {"trung tâm, tọa độ đông", "centre easting"}, "tt_dong"},
    {"centre_y_m", number, {"trung tâm, tọa độ bắc", "centre northing"}, "tt_bac"},
    {"valid_from", date, {"hiệu lực từ", "valid from"}, "tu_ngay"},
    {"valid_to", date, {"hiệu lực đến", "valid to"}, "den_ngay"},
};
inline constexpr std::string_view villagesKey[] = {"code", "valid_from"};

inline constexpr RecordField roadsFields[] = {
    {"id", text, {"mã tuyến", "id"}, "ma_tuyen|matuyen|ma_duong|osm_id|road_id|handle|maduong|ma_so_tuyen", true},
    {"name", text, {"tên", "name"}, "ten|ten_tuyen|ten_duong|ref|tenduong|ten_duong_tuyen"},
    {"class",
     text,
     {"cấp quản lý", "management class"},
     "cap|cap_duong|cap_quan_ly|loai_duong|highway|fclass|capduong|loaiduong",
     true},
    {"surface", text, {"loại mặt đường", "surface"}, "mat_duong|loai_mat|ket_cau|matduong|loai_mat_duong|ketcaumat"},
    {"bed_width_m", number, {"rộng nền", "road bed width"}, "rong_nen|nen_m|be_rong_nen|width|rongnen|be_rong_nen_duong|nen_duong"},
    {"pavement_width_m", number, {"rộng mặt", "pavement width"}, "rong_mat|mat_m|rongmat|be_rong_mat|be_rong_mat_duong"},
    {"condition", text, {"tình trạng", "condition"}, "tinh_trang|smoothness|tinhtrang|hien_trang"},
    {"all_season",
     number,
     {"đi được quanh năm", "all-season"},
     "quanh_nam|bon_mua|quanhnam|di_duoc_quanh_nam|thong_xe_quanh_nam",
     false,
     Reference::none,
     Sensitivity::open,
     true},
    {"commune_code",
     text,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     false,
     Reference::commune},
};
inline constexpr std::string_view roadsKey[] = {"id"};

inline constexpr RecordField riversFields[] = {
    {"id", text, {"mã", "id"}, "ma|handle|ma_song|ma_so|masong", true},
    {"name", text, {"tên", "name"}, "ten|ten_song"},
    {"width_m", number, {"rộng", "width"}, "rong|be_rong"},
};
inline constexpr std::string_view riversKey[] = {"id"};

inline constexpr RecordField householdsFields[] = {
    {"id", text, {"mã hộ", "id"}, "ma_ho|maho|household_id|ma_so_ho|so_ho_khau", true},
    {"village_code",
     text,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho|to_dan_pho|thon_ban|xom",
     true,
     Reference::village},
    {"head_name",
     text,
     {"chủ hộ", "head of household"},
     "chu_ho|ten_chu_ho|ho_ten|ho_va_ten|ho_va_ten_chu_ho|ho_ten_chu_ho|ten_ho",
     false,
     Reference::none,
     Sensitivity::personal},
    {"categories",
     text,
     {"diện", "categories"},
     "dien|doi_tuong|loai_ho|thuoc_dien|dien_ho|phan_loai_ho",
     false,
     Reference::none,
     Sensitivity::personal},
    {"members", number, {"nhân khẩu", "members"}, "nhan_khau|khau|so_khau|so_nhan_khau"},
};
inline constexpr std::string_view householdsKey[] = {"id"};

inline constexpr RecordField parcelsFields[] = {
    {"commune_code",
     text,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     true,
     Reference::commune},
    {"sheet",
     text,
     {"tờ bản đồ", "map sheet"},
     "shbando|sh_ban_do|to_ban_do|sodoto|soto|sohieutobando|to|section|so_to|to_so|tobando|so_hieu_to|to_ban_do_so",
     true,
     Reference::parcelSheet},
    {"number",
     text,
     {"số thửa", "parcel number"},
     "shthua|so_thua|thua_dat|sothututhua|thua|numero|sothua|thua_so|so_hieu_thua|thua_dat_so",
     true,
     Reference::parcelNumber},
    {"land_use",
     text,
     {"loại đất", "land use"},
     "maloaidat|khloaidat|loaidat|loai_dat|kyhieumucdichsudung|mdsd2003|ma_loai_dat|kyhieu|mucdich|muc_dich_su_dung"},
    {"declared_area_m2",
     number,
     {"diện tích pháp lý", "declared area"},
     "dientichpl|dtpl|dientich|dien_tich|contenance|dt_pl|dtphaply|dien_tich_m2|dt"},
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household|ma_so_ho", false, Reference::household},
    {"holder_name",
     text,
     {"chủ sử dụng", "holder"},
     "tenchu|chu_su_dung|ten_chu|ten_chu_su_dung|chu_su_dung_dat|ho_va_ten",
     false,
     Reference::none,
     Sensitivity::personal},
};
inline constexpr std::string_view parcelsKey[] = {"commune_code", "sheet", "number"};

} // namespace banlang::detail
