// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/detail/shared_fields.h"

// What is followed after a start: who helped with what, what was delivered, who looked at it.

namespace banlang::detail {

using enum ColumnType;

/// A part of a house and how far it was on a day: floor, walls, roof, latrine, yard ... with the plan of help for what is missing.
inline constexpr RecordField houseItemsFields[] = {
    houseOf(true),
    plain("item", text, {"hạng mục", "item"}, "hang_muc|ten_hang_muc|noi_dung|hang_muc_cong_trinh", true),
    plain("percent_done", number, {"đã làm, %", "percent done"}, "phan_tram|ty_le_hoan_thanh|muc_do_hoan_thanh", true),
    plain("reported_on", date, {"ngày báo cáo", "reported on"}, "ngay_bao_cao|ngay_kiem_tra|cap_nhat_ngay"),
    plain("help_plan", text, {"phương án giúp đỡ", "help plan"}, "phuong_an|phuong_an_ho_tro|huong_giup_do"),
    plain("help_by", text, {"đơn vị giúp", "helped by"}, "don_vi_giup|don_vi_giup_do|don_vi_phu_trach"),
    plain("due_on", date, {"hạn", "due on"}, "han|han_hoan_thanh|thoi_han"),
};
inline constexpr std::string_view houseItemsKey[] = {"house_id", "item", "reported_on"};

/// What a household can bring to its own house, and what is missing, as assessed on a day.
inline constexpr RecordField houseResourcesFields[] = {
    houseOf(true),
    plain("assessed_on", date, {"ngày rà soát", "assessed on"}, "ngay_ra_soat|ra_soat_ngay|ngay_danh_gia", true),
    personal("own_vnd", number, {"tiền gia đình có", "own money"}, "gia_dinh_co|von_gia_dinh|tien_gia_dinh"),
    plain("own_labour_days", number, {"ngày công gia đình", "own labour days"}, "cong_gia_dinh|ngay_cong_cua_ho"),
    plain("own_material", text, {"vật liệu gia đình có", "own material"}, "vat_lieu_gia_dinh|vat_lieu_co_san"),
    personal("needed_vnd", number, {"còn thiếu tiền", "money still needed"}, "con_thieu|so_tien_con_thieu"),
    plain("needed_labour_days", number, {"còn thiếu ngày công", "labour days still needed"}, "thieu_ngay_cong|cong_con_thieu"),
    plain("support_plan", text, {"phương án hỗ trợ", "support plan"}, "phuong_an_ho_tro|ke_hoach_ho_tro"),
};
inline constexpr std::string_view houseResourcesKey[] = {"house_id", "assessed_on"};

/// Days of work that an organisation pledged and gave, for a house or a road work.
inline constexpr RecordField labourDaysFields[] = {
    plain("date", date, {"ngày", "date"}, "ngay|ngay_thuc_hien|ngay_thang", true),
    plain("organisation", text, {"tổ chức", "organisation"}, "to_chuc|don_vi|doan_the|don_vi_giup", true),
    houseOf(false),
    workOf(false),
    communeOf(false),
    villageOf(false),
    plain("days_pledged", number, {"ngày công cam kết", "labour days pledged"}, "cam_ket|cong_cam_ket|ngay_cong_dang_ky"),
    plain("days_given", number, {"ngày công đã góp", "labour days given"}, "da_gop|cong_da_gop|ngay_cong_thuc_hien|so_ngay_cong"),
};
inline constexpr std::string_view labourDaysIdentity[] = {"date",         "organisation", "house_id",     "work_id",
                                                          "commune_code", "village_code", "days_pledged", "days_given"};

/// Material for a road work or a house: ordered, received, checked.
inline constexpr RecordField deliveriesFields[] = {
    plain("date", date, {"ngày giao", "delivered on"}, "ngay|ngay_giao|ngay_nhan|ngay_cap", true),
    plain("material", text, {"vật liệu", "material"}, "vat_lieu|loai_vat_lieu|vat_tu|ten_vat_tu", true),
    workOf(false),
    houseOf(false),
    communeOf(false),
    plain("quantity_ordered", number, {"khối lượng đặt", "quantity ordered"}, "so_luong_dat|dat_mua|dang_ky"),
    plain("quantity_received", number, {"khối lượng nhận", "quantity received"}, "so_luong_nhan|thuc_nhan|da_nhan|so_luong", true),
    plain("quantity_unit", text, {"đơn vị tính", "unit"}, "don_vi_tinh|dvt"),
    plain("quality_checked_on", date, {"ngày kiểm tra chất lượng", "quality checked on"}, "ngay_kiem_tra_chat_luong|kiem_tra_ngay"),
    plain("quality_result", text, {"kết quả kiểm tra", "result of the check"}, "ket_qua_kiem_tra|chat_luong"),
};
inline constexpr std::string_view deliveriesIdentity[] = {"date",     "material",     "work_id",
                                                          "house_id", "commune_code", "quantity_received"};

/// Someone looked at a garden and its loan, a house, a road work, or a commune's work as a whole.
inline constexpr RecordField inspectionsFields[] = {
    plain("date", date, {"ngày kiểm tra", "inspected on"}, "ngay|ngay_kiem_tra|ngay_thang|ngay_giam_sat", true),
    gardenOf(false),
    houseOf(false),
    workOf(false),
    communeOf(false),
    villageOf(false),
    plain("inspector", text, {"đơn vị kiểm tra", "inspecting body"}, "don_vi_kiem_tra|doan_kiem_tra|nguoi_kiem_tra|chuc_vu", true),
    plain("finding", text, {"nhận xét", "finding"}, "nhan_xet|ket_qua|ket_luan|noi_dung"),
    {.name = "maintained", .type = number, .label = {"còn duy trì", "maintained"}, .aliases = "con_duy_tri|duy_tri|duy_tri_vuon"},
    personal("purpose_kept", number, {"đúng mục đích", "purpose kept"},
             "dung_muc_dich|su_dung_dung_muc_dich|su_dung_von_dung_muc_dich"),
    personal("effect", text, {"hiệu quả", "effect"}, "hieu_qua|danh_gia_hieu_qua|hieu_qua_von_vay"),
    personal("income_before_vnd", number, {"thu nhập trước", "income before"}, "thu_nhap_truoc"),
    personal("income_after_vnd", number, {"thu nhập sau", "income after"}, "thu_nhap_sau"),
    plain("mend_by", date, {"hạn khắc phục", "to be mended by"}, "han_khac_phuc|khac_phuc_truoc"),
    plain("mended_on", date, {"khắc phục xong", "mended on"}, "ngay_khac_phuc|da_khac_phuc"),
};
inline constexpr std::string_view inspectionsIdentity[] = {"date",         "garden_id",    "house_id", "work_id",
                                                           "commune_code", "village_code", "inspector"};

/// Money, goods or labour given by people, organisations, firms or the state.
inline constexpr RecordField contributionsFields[] = {
    plain("date", date, {"ngày", "date"}, "ngay|ngay_ung_ho|ngay_dong_gop|ngay_thang", true),
    communeOf(false),
    villageOf(false),
    plain("programme", text, {"chương trình", "programme"}, "chuong_trinh|linh_vuc"),
    plain("donor_kind", text, {"nguồn", "kind of donor"}, "nguon|loai_nguon|nguon_von|doi_tuong_ung_ho|thanh_phan", true),
    personal("donor", text, {"người, đơn vị ủng hộ", "donor"}, "nguoi_ung_ho|don_vi_ung_ho|ten_don_vi|nha_tai_tro"),
    workOf(false),
    houseOf(false),
    plain("amount_vnd", number, {"tiền", "money"}, "so_tien|tien|tien_mat|kinh_phi|quy_tien"),
    plain("goods", text, {"hiện vật", "goods"}, "hien_vat|ten_hien_vat"),
    plain("goods_vnd", number, {"hiện vật quy tiền", "value of goods"}, "hien_vat_quy_tien|gia_tri_hien_vat"),
    plain("labour_days", number, {"ngày công", "labour days"}, "ngay_cong|so_ngay_cong|cong"),
};
inline constexpr std::string_view contributionsIdentity[] = {
    "date", "commune_code", "village_code", "donor_kind", "donor", "work_id", "house_id", "amount_vnd", "goods", "labour_days"};

/// A launch of emulation, a propaganda event, a working day of many: who came, what was done.
inline constexpr RecordField campaignsFields[] = {
    plain("date", date, {"ngày", "date"}, "ngay|ngay_ra_quan|ngay_phat_dong|ngay_to_chuc|ngay_thang", true),
    communeOf(true),
    villageOf(false),
    plain("kind", text, {"loại hoạt động", "kind of event"}, "loai|hinh_thuc|loai_hoat_dong", true),
    plain("programme", text, {"chương trình", "programme"}, "chuong_trinh|linh_vuc"),
    plain("participants", number, {"số người", "participants"}, "so_nguoi|so_nguoi_tham_gia|so_luot_nguoi"),
    plain("participating_households", number, {"số hộ tham gia", "participating households"}, "so_ho_tham_gia|ho_tham_gia"),
    plain("output", text, {"kết quả", "output"}, "ket_qua|noi_dung|ket_qua_thuc_hien"),
};
inline constexpr std::string_view campaignsIdentity[] = {"date", "commune_code", "village_code", "kind", "programme"};

/// A welfare work that the community uses and looks after.
inline constexpr RecordField publicAssetsFields[] = {
    plain("id", text, {"mã", "id"}, "ma|ma_so|ma_cong_trinh_phuc_loi|ma_tai_san", true),
    plain("name", text, {"tên", "name"}, "ten|ten_cong_trinh|ten_tai_san", true),
    plain("kind", text, {"loại", "kind"}, "loai|loai_cong_trinh|loai_tai_san", true),
    communeOf(true),
    villageOf(false),
    plain("condition", text, {"tình trạng", "condition"}, "tinh_trang|hien_trang", true),
    {.name = "in_use", .type = number, .label = {"đang dùng", "in use"}, .aliases = "dang_su_dung|su_dung"},
    plain("looked_after_by", text, {"đơn vị trông coi", "looked after by"}, "don_vi_quan_ly|giao_cho"),
    plain("checked_on", date, {"ngày kiểm tra", "checked on"}, "ngay_kiem_tra|kiem_tra_ngay"),
};
inline constexpr std::string_view publicAssetsKey[] = {"id"};

} // namespace banlang::detail
