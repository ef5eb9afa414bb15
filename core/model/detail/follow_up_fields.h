// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/detail/shared_fields.h"

// What is followed after a start: who helped with what, what was delivered, who looked at it.

namespace banlang::detail {

/// A part of a house and how far it was on a day: floor, walls, roof, latrine, yard ... with the plan of help for what is missing.
inline constexpr RecordField houseItemsFields[] = {
    houseOf(fields::houseItems.houseId, true),
    plain(fields::houseItems.item, {"hạng mục", "item"}, "hang_muc|ten_hang_muc|noi_dung|hang_muc_cong_trinh", true),
    plain(fields::houseItems.percentDone, {"đã làm, %", "percent done"}, "phan_tram|ty_le_hoan_thanh|muc_do_hoan_thanh", true),
    plain(fields::houseItems.reportedOn, {"ngày báo cáo", "reported on"}, "ngay_bao_cao|ngay_kiem_tra|cap_nhat_ngay"),
    plain(fields::houseItems.helpPlan, {"phương án giúp đỡ", "help plan"}, "phuong_an|phuong_an_ho_tro|huong_giup_do"),
    plain(fields::houseItems.helpBy, {"đơn vị giúp", "helped by"}, "don_vi_giup|don_vi_giup_do|don_vi_phu_trach"),
    plain(fields::houseItems.dueOn, {"hạn", "due on"}, "han|han_hoan_thanh|thoi_han"),
    issuerOf(fields::houseItems.issuer),
};
inline constexpr std::string_view houseItemsKey[] = {fields::houseItems.houseId.name, fields::houseItems.item.name,
                                                     fields::houseItems.reportedOn.name};

/// What a household can bring to its own house, and what is missing, as assessed on a day.
inline constexpr RecordField houseResourcesFields[] = {
    houseOf(fields::houseResources.houseId, true),
    plain(fields::houseResources.assessedOn, {"ngày rà soát", "assessed on"}, "ngay_ra_soat|ra_soat_ngay|ngay_danh_gia", true),
    personal(fields::houseResources.ownVnd, {"tiền gia đình có", "own money"}, "gia_dinh_co|von_gia_dinh|tien_gia_dinh"),
    plain(fields::houseResources.ownLabourDays, {"ngày công gia đình", "own labour days"}, "cong_gia_dinh|ngay_cong_cua_ho"),
    plain(fields::houseResources.ownMaterial, {"vật liệu gia đình có", "own material"}, "vat_lieu_gia_dinh|vat_lieu_co_san"),
    personal(fields::houseResources.neededVnd, {"còn thiếu tiền", "money still needed"}, "con_thieu|so_tien_con_thieu"),
    plain(fields::houseResources.neededLabourDays, {"còn thiếu ngày công", "labour days still needed"},
          "thieu_ngay_cong|cong_con_thieu"),
    plain(fields::houseResources.supportPlan, {"phương án hỗ trợ", "support plan"}, "phuong_an_ho_tro|ke_hoach_ho_tro"),
    issuerOf(fields::houseResources.issuer),
};
inline constexpr std::string_view houseResourcesKey[] = {fields::houseResources.houseId.name,
                                                         fields::houseResources.assessedOn.name};

/// Days of work that an organisation pledged and gave, for a house or a road work.
inline constexpr RecordField labourDaysFields[] = {
    plain(fields::labourDays.date, {"ngày", "date"}, "ngay|ngay_thuc_hien|ngay_thang", true),
    plain(fields::labourDays.organisation, {"tổ chức", "organisation"}, "to_chuc|don_vi|doan_the|don_vi_giup", true),
    houseOf(fields::labourDays.houseId, false),
    workOf(fields::labourDays.workId, false),
    communeOf(fields::labourDays.communeCode, false),
    villageOf(fields::labourDays.villageCode, false),
    plain(fields::labourDays.daysPledged, {"ngày công cam kết", "labour days pledged"}, "cam_ket|cong_cam_ket|ngay_cong_dang_ky"),
    plain(fields::labourDays.daysGiven, {"ngày công đã góp", "labour days given"},
          "da_gop|cong_da_gop|ngay_cong_thuc_hien|so_ngay_cong"),
    issuerOf(fields::labourDays.issuer),
};
inline constexpr std::string_view labourDaysIdentity[] = {fields::labourDays.date.name,        fields::labourDays.organisation.name,
                                                          fields::labourDays.houseId.name,     fields::labourDays.workId.name,
                                                          fields::labourDays.communeCode.name, fields::labourDays.villageCode.name,
                                                          fields::labourDays.daysPledged.name, fields::labourDays.daysGiven.name};

/// Material for a road work or a house: ordered, received, checked.
inline constexpr RecordField deliveriesFields[] = {
    plain(fields::deliveries.date, {"ngày giao", "delivered on"}, "ngay|ngay_giao|ngay_nhan|ngay_cap", true),
    plain(fields::deliveries.material, {"vật liệu", "material"}, "vat_lieu|loai_vat_lieu|vat_tu|ten_vat_tu", true),
    workOf(fields::deliveries.workId, false),
    houseOf(fields::deliveries.houseId, false),
    communeOf(fields::deliveries.communeCode, false),
    plain(fields::deliveries.quantityOrdered, {"khối lượng đặt", "quantity ordered"}, "so_luong_dat|dat_mua|dang_ky"),
    plain(fields::deliveries.quantityReceived, {"khối lượng nhận", "quantity received"}, "so_luong_nhan|thuc_nhan|da_nhan|so_luong",
          true),
    plain(fields::deliveries.quantityUnit, {"đơn vị tính", "unit"}, "don_vi_tinh|dvt"),
    plain(fields::deliveries.qualityCheckedOn, {"ngày kiểm tra chất lượng", "quality checked on"},
          "ngay_kiem_tra_chat_luong|kiem_tra_ngay"),
    plain(fields::deliveries.qualityResult, {"kết quả kiểm tra", "result of the check"}, "ket_qua_kiem_tra|chat_luong"),
    issuerOf(fields::deliveries.issuer),
};
inline constexpr std::string_view deliveriesIdentity[] = {
    fields::deliveries.date.name,    fields::deliveries.material.name,    fields::deliveries.workId.name,
    fields::deliveries.houseId.name, fields::deliveries.communeCode.name, fields::deliveries.quantityReceived.name};

/// Someone looked at a garden and its loan, a house, a road work, or a commune's work as a whole.
inline constexpr RecordField inspectionsFields[] = {
    plain(fields::inspections.date, {"ngày kiểm tra", "inspected on"}, "ngay|ngay_kiem_tra|ngay_thang|ngay_giam_sat", true),
    gardenOf(fields::inspections.gardenId, false),
    houseOf(fields::inspections.houseId, false),
    workOf(fields::inspections.workId, false),
    communeOf(fields::inspections.communeCode, false),
    villageOf(fields::inspections.villageCode, false),
    plain(fields::inspections.inspector, {"đơn vị kiểm tra", "inspecting body"},
          "don_vi_kiem_tra|doan_kiem_tra|nguoi_kiem_tra|chuc_vu", true),
    plain(fields::inspections.finding, {"nhận xét", "finding"}, "nhan_xet|ket_qua|ket_luan|noi_dung"),
    plain(fields::inspections.maintained, {"còn duy trì", "maintained"}, "con_duy_tri|duy_tri|duy_tri_vuon"),
    personal(fields::inspections.purposeKept, {"đúng mục đích", "purpose kept"},
             "dung_muc_dich|su_dung_dung_muc_dich|su_dung_von_dung_muc_dich"),
    personal(fields::inspections.effect, {"hiệu quả", "effect"}, "hieu_qua|danh_gia_hieu_qua|hieu_qua_von_vay"),
    personal(fields::inspections.incomeBeforeVnd, {"thu nhập trước", "income before"}, "thu_nhap_truoc"),
    personal(fields::inspections.incomeAfterVnd, {"thu nhập sau", "income after"}, "thu_nhap_sau"),
    plain(fields::inspections.mendBy, {"hạn khắc phục", "to be mended by"}, "han_khac_phuc|khac_phuc_truoc"),
    plain(fields::inspections.mendedOn, {"khắc phục xong", "mended on"}, "ngay_khac_phuc|da_khac_phuc"),
    issuerOf(fields::inspections.issuer),
};
inline constexpr std::string_view inspectionsIdentity[] = {
    fields::inspections.date.name,     fields::inspections.gardenId.name,    fields::inspections.houseId.name,
    fields::inspections.workId.name,   fields::inspections.communeCode.name, fields::inspections.villageCode.name,
    fields::inspections.inspector.name};

/// Money, goods or labour given by people, organisations, firms or the state.
inline constexpr RecordField contributionsFields[] = {
    plain(fields::contributions.date, {"ngày", "date"}, "ngay|ngay_ung_ho|ngay_dong_gop|ngay_thang", true),
    communeOf(fields::contributions.communeCode, false),
    villageOf(fields::contributions.villageCode, false),
    plain(fields::contributions.programme, {"chương trình", "programme"}, "chuong_trinh|linh_vuc"),
    plain(fields::contributions.donorKind, {"nguồn", "kind of donor"}, "nguon|loai_nguon|nguon_von|doi_tuong_ung_ho|thanh_phan",
          true),
    personal(fields::contributions.donor, {"người, đơn vị ủng hộ", "donor"}, "nguoi_ung_ho|don_vi_ung_ho|ten_don_vi|nha_tai_tro"),
    workOf(fields::contributions.workId, false),
    houseOf(fields::contributions.houseId, false),
    plain(fields::contributions.amountVnd, {"tiền", "money"}, "so_tien|tien|tien_mat|kinh_phi|quy_tien"),
    plain(fields::contributions.goods, {"hiện vật", "goods"}, "hien_vat|ten_hien_vat"),
    plain(fields::contributions.goodsVnd, {"hiện vật quy tiền", "value of goods"}, "hien_vat_quy_tien|gia_tri_hien_vat"),
    plain(fields::contributions.labourDays, {"ngày công", "labour days"}, "ngay_cong|so_ngay_cong|cong"),
    issuerOf(fields::contributions.issuer),
};
inline constexpr std::string_view contributionsIdentity[] = {
    fields::contributions.date.name,      fields::contributions.communeCode.name, fields::contributions.villageCode.name,
    fields::contributions.donorKind.name, fields::contributions.donor.name,       fields::contributions.workId.name,
    fields::contributions.houseId.name,   fields::contributions.amountVnd.name,   fields::contributions.goods.name,
    fields::contributions.labourDays.name};

/// A launch of emulation, a propaganda event, a working day of many: who came, what was done.
inline constexpr RecordField campaignsFields[] = {
    plain(fields::campaigns.date, {"ngày", "date"}, "ngay|ngay_ra_quan|ngay_phat_dong|ngay_to_chuc|ngay_thang", true),
    communeOf(fields::campaigns.communeCode, true),
    villageOf(fields::campaigns.villageCode, false),
    plain(fields::campaigns.kind, {"loại hoạt động", "kind of event"}, "loai|hinh_thuc|loai_hoat_dong", true),
    plain(fields::campaigns.programme, {"chương trình", "programme"}, "chuong_trinh|linh_vuc"),
    plain(fields::campaigns.participants, {"số người", "participants"}, "so_nguoi|so_nguoi_tham_gia|so_luot_nguoi"),
    plain(fields::campaigns.participatingHouseholds, {"số hộ tham gia", "participating households"}, "so_ho_tham_gia|ho_tham_gia"),
    plain(fields::campaigns.output, {"kết quả", "output"}, "ket_qua|noi_dung|ket_qua_thuc_hien"),
    issuerOf(fields::campaigns.issuer),
};
inline constexpr std::string_view campaignsIdentity[] = {fields::campaigns.date.name, fields::campaigns.communeCode.name,
                                                         fields::campaigns.villageCode.name, fields::campaigns.kind.name,
                                                         fields::campaigns.programme.name};

/// A welfare work that the community uses and looks after.
inline constexpr RecordField publicAssetsFields[] = {
    idOr(fields::publicAssets.id, {"mã", "id"}, "ma|ma_so|ma_cong_trinh_phuc_loi|ma_tai_san", fields::publicAssets.name),
    plain(fields::publicAssets.name, {"tên", "name"}, "ten|ten_cong_trinh|ten_tai_san", true),
    plain(fields::publicAssets.kind, {"loại", "kind"}, "loai|loai_cong_trinh|loai_tai_san", true),
    communeOf(fields::publicAssets.communeCode, true),
    villageOf(fields::publicAssets.villageCode, false),
    plain(fields::publicAssets.condition, {"tình trạng", "condition"}, "tinh_trang|hien_trang", true),
    plain(fields::publicAssets.inUse, {"đang dùng", "in use"}, "dang_su_dung|su_dung"),
    plain(fields::publicAssets.lookedAfterBy, {"đơn vị trông coi", "looked after by"}, "don_vi_quan_ly|giao_cho"),
    plain(fields::publicAssets.checkedOn, {"ngày kiểm tra", "checked on"}, "ngay_kiem_tra|kiem_tra_ngay"),
    issuerOf(fields::publicAssets.issuer),
};
inline constexpr std::string_view publicAssetsKey[] = {fields::publicAssets.id.name};

} // namespace banlang::detail
