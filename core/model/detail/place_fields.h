// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"

// Where things are: units, roads, rivers, households, parcels. Field: handle, label, other headers, required, reference,
// sensitivity.

namespace banlang::detail {

inline constexpr RecordField communesFields[] = {
    {fields::communes.code, {"mã", "code"}, "ma_xa|maxa|ma|commune_code|gso_code|ma_don_vi", true},
    {fields::communes.name, {"tên", "name"}, "ten|ten_xa|tenxa|ten_vn|ten_unicode|xa", true},
    {fields::communes.kind, {"loại", "kind"}, "loai|cap|cap_hanh_chinh"},
    {fields::communes.district, {"huyện", "district"}, "huyen|ten_huyen|tenhuyen"},
    {fields::communes.border,
     {"xã biên giới", "border commune"},
     "bien_gioi|biengioi|xa_bien_gioi",
     false,
     Reference::none,
     Sensitivity::open,
     true},
    {fields::communes.households, {"số hộ", "households"}, "so_ho|soho|tong_so_ho"},
    {fields::communes.centreXM, {"trung tâm, tọa độ đông", "centre easting"}, "tt_dong"},
    {fields::communes.centreYM, {"trung tâm, tọa độ bắc", "centre northing"}, "tt_bac"},
    {fields::communes.validFrom, {"hiệu lực từ", "valid from"}, "tu_ngay"},
    {fields::communes.validTo, {"hiệu lực đến", "valid to"}, "den_ngay"},
};
inline constexpr std::string_view communesKey[] = {fields::communes.code.name, fields::communes.validFrom.name};

inline constexpr RecordField villagesFields[] = {
    {fields::villages.code, {"mã", "code"}, "ma_thon|mathon|ma|village_code", true},
    {fields::villages.name, {"tên", "name"}, "ten|ten_thon|tenthon", true},
    {fields::villages.kind, {"loại", "kind"}, "loai|loai_thon"},
    {fields::villages.communeCode,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|commune|ma_so_xa",
     true,
     Reference::commune},
    {fields::villages.households, {"số hộ", "households"}, "so_ho|soho|tong_so_ho"},
    {fields::villages.poorHouseholds, {"hộ nghèo, cận nghèo", "poor and near-poor households"}, "ho_ngheo|hongheo|so_ho_ngheo"},
    {fields::villages.centreXM, {"trung tâm, tọa độ đông", "centre easting"}, "tt_dong"},
    {fields::villages.centreYM, {"trung tâm, tọa độ bắc", "centre northing"}, "tt_bac"},
    {fields::villages.validFrom, {"hiệu lực từ", "valid from"}, "tu_ngay"},
    {fields::villages.validTo, {"hiệu lực đến", "valid to"}, "den_ngay"},
};
inline constexpr std::string_view villagesKey[] = {fields::villages.communeCode.name, fields::villages.code.name,
                                                   fields::villages.validFrom.name};

inline constexpr RecordField roadsFields[] = {
    {fields::roads.id,
     {"mã tuyến", "id"},
     "ma_tuyen|matuyen|ma_duong|osm_id|road_id|handle|maduong|ma_so_tuyen",
     true,
     Reference::none,
     Sensitivity::open,
     false,
     fields::roads.name.name},
    {fields::roads.name, {"tên", "name"}, "ten|ten_tuyen|ten_duong|ref|tenduong|ten_duong_tuyen"},
    {fields::roads.managementClass,
     {"cấp quản lý", "management class"},
     "cap|cap_duong|cap_quan_ly|loai_duong|highway|fclass|capduong|loaiduong"},
    {fields::roads.surface, {"loại mặt đường", "surface"}, "mat_duong|loai_mat|ket_cau|matduong|loai_mat_duong|ketcaumat"},
    {fields::roads.bedWidthM,
     {"rộng nền", "road bed width"},
     "rong_nen|nen_m|be_rong_nen|width|rongnen|be_rong_nen_duong|nen_duong"},
    {fields::roads.pavementWidthM, {"rộng mặt", "pavement width"}, "rong_mat|mat_m|rongmat|be_rong_mat|be_rong_mat_duong"},
    {fields::roads.condition, {"tình trạng", "condition"}, "tinh_trang|smoothness|tinhtrang|hien_trang"},
    {fields::roads.allSeason,
     {"đi được quanh năm", "all-season"},
     "quanh_nam|bon_mua|quanhnam|di_duoc_quanh_nam|thong_xe_quanh_nam",
     false,
     Reference::none,
     Sensitivity::open,
     true},
    {fields::roads.communeCode,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     false,
     Reference::commune},
    issuerOf(fields::roads.issuer),
};
inline constexpr std::string_view roadsKey[] = {fields::roads.id.name};

inline constexpr RecordField riversFields[] = {
    idOr(fields::rivers.id, {"mã", "id"}, "ma|handle|ma_song|ma_so|masong", fields::rivers.name),
    {fields::rivers.name, {"tên", "name"}, "ten|ten_song"},
    {fields::rivers.widthM, {"rộng", "width"}, "rong|be_rong"},
    issuerOf(fields::rivers.issuer),
};
inline constexpr std::string_view riversKey[] = {fields::rivers.id.name};

inline constexpr RecordField householdsFields[] = {
    {fields::households.id,
     {"mã hộ", "id"},
     "ma_ho|maho|household_id|ma_so_ho|so_ho_khau",
     true,
     Reference::none,
     Sensitivity::open,
     false,
     fields::households.headName.name},
    {fields::households.villageCode,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho|to_dan_pho|thon_ban|xom",
     true,
     Reference::village},
    {fields::households.headName,
     {"chủ hộ", "head of household"},
     "chu_ho|ten_chu_ho|ho_ten|ho_va_ten|ho_va_ten_chu_ho|ho_ten_chu_ho|ten_ho",
     false,
     Reference::none,
     Sensitivity::personal},
    {fields::households.categories,
     {"diện", "categories"},
     "dien|doi_tuong|loai_ho|thuoc_dien|dien_ho|phan_loai_ho",
     false,
     Reference::none,
     Sensitivity::personal},
    {fields::households.members, {"nhân khẩu", "members"}, "nhan_khau|khau|so_khau|so_nhan_khau"},
    issuerOf(fields::households.issuer),
};
inline constexpr std::string_view householdsKey[] = {fields::households.id.name};

inline constexpr RecordField parcelsFields[] = {
    {fields::parcels.communeCode,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     true,
     Reference::commune},
    {fields::parcels.sheet,
     {"tờ bản đồ", "map sheet"},
     "shbando|sh_ban_do|to_ban_do|sodoto|soto|sohieutobando|to|section|so_to|to_so|tobando|so_hieu_to|to_ban_do_so",
     true,
     Reference::parcelSheet},
    {fields::parcels.number,
     {"số thửa", "parcel number"},
     "shthua|so_thua|thua_dat|sothututhua|thua|numero|sothua|thua_so|so_hieu_thua|thua_dat_so",
     true,
     Reference::parcelNumber},
    {fields::parcels.landUse,
     {"loại đất", "land use"},
     "maloaidat|khloaidat|loaidat|loai_dat|kyhieumucdichsudung|mdsd2003|ma_loai_dat|kyhieu|mucdich|muc_dich_su_dung"},
    {fields::parcels.declaredAreaM2,
     {"diện tích pháp lý", "declared area"},
     "dientichpl|dtpl|dientich|dien_tich|contenance|dt_pl|dtphaply|dien_tich_m2|dt"},
    {fields::parcels.householdId, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household|ma_so_ho", false, Reference::household},
    {fields::parcels.holderName,
     {"chủ sử dụng", "holder"},
     "tenchu|chu_su_dung|ten_chu|ten_chu_su_dung|chu_su_dung_dat|ho_va_ten",
     false,
     Reference::none,
     Sensitivity::personal},
};
inline constexpr std::string_view parcelsKey[] = {fields::parcels.communeCode.name, fields::parcels.sheet.name,
                                                  fields::parcels.number.name};

} // namespace banlang::detail
