// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/detail/shared_fields.h"

// What communes and villages do and reach. Field: handle, label, other headers, required, reference, sensitivity.

namespace banlang::detail {

inline constexpr RecordField saturdaysFields[] = {
    {fields::saturdays.date, {"ngày", "date"}, "ngay|ngay_thuc_hien|ngay_thang", true},
    {fields::saturdays.communeCode,
     {"mã xã", "commune code"},
     "ma_xa|maxa|xaid|xa|ten_xa|tenxa|xa_thi_tran|commune",
     true,
     Reference::commune},
    {fields::saturdays.villageCode,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho",
     false,
     Reference::village},
    {fields::saturdays.organisation, {"đơn vị chủ trì", "lead organisation"}, "don_vi|to_chuc|don_vi_thuc_hien|don_vi_phu_trach"},
    {fields::saturdays.participants, {"số người", "participants"}, "so_nguoi|so_nguoi_tham_gia|so_luot_nguoi"},
    {fields::saturdays.output, {"kết quả", "output"}, "ket_qua|noi_dung|ket_qua_thuc_hien|noi_dung_cong_viec"},
    workOf(fields::saturdays.workId, false),
    plain(fields::saturdays.roadM, {"đường đã làm", "road done"}, "so_m_duong|met_duong|chieu_dai_duong"),
    plain(fields::saturdays.clearedM2, {"diện tích phát quang", "area cleared"}, "phat_quang|dien_tich_phat_quang"),
    issuerOf(fields::saturdays.issuer),
};
inline constexpr std::string_view saturdaysIdentity[] = {fields::saturdays.date.name, fields::saturdays.communeCode.name,
                                                         fields::saturdays.villageCode.name, fields::saturdays.organisation.name,
                                                         fields::saturdays.output.name};

inline constexpr RecordField meetingsFields[] = {
    {fields::meetings.date, {"ngày", "date"}, "ngay|ngay_hop|ngay_thang_hop|ngay_thang", true},
    {fields::meetings.villageCode,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho",
     true,
     Reference::village},
    {fields::meetings.subject, {"nội dung", "subject"}, "noi_dung|chu_de|noi_dung_hop"},
    {fields::meetings.attendance, {"số người dự", "attendance"}, "so_nguoi|so_nguoi_du_hop|so_nguoi_tham_du"},
    {fields::meetings.agreed,
     {"thống nhất", "agreed"},
     "thong_nhat|nhat_tri|bieu_quyet_thong_nhat",
     false,
     Reference::none,
     Sensitivity::open,
     true},
    issuerOf(fields::meetings.issuer),
};
inline constexpr std::string_view meetingsIdentity[] = {fields::meetings.date.name, fields::meetings.villageCode.name,
                                                        fields::meetings.subject.name};

inline constexpr RecordField criteriaFields[] = {
    {fields::criteria.unitCode,
     {"mã đơn vị", "unit code"},
     "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran",
     true,
     Reference::commune},
    {fields::criteria.criterion, {"tiêu chí", "criterion"}, "tieu_chi|ma_tieu_chi", true},
    {fields::criteria.setVersion, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi"},
    {fields::criteria.date, {"ngày", "date"}, "ngay|ngay_danh_gia|ngay_tham_dinh", true},
    {fields::criteria.value, {"giá trị", "value"}, "gia_tri"},
    {fields::criteria.result, {"kết quả", "result"}, "ket_qua|dat"},
};
inline constexpr std::string_view criteriaKey[] = {fields::criteria.unitCode.name, fields::criteria.criterion.name,
                                                   fields::criteria.setVersion.name, fields::criteria.date.name};

inline constexpr RecordField targetsFields[] = {
    {fields::targets.unitCode,
     {"mã đơn vị", "unit code"},
     "ma_xa|ma_don_vi|don_vi|ten_xa|xa|xa_thi_tran",
     true,
     Reference::commune},
    {fields::targets.indicator, {"chỉ tiêu", "indicator"}, "chi_tieu|ma_chi_tieu", true},
    {fields::targets.year, {"năm", "year"}, "nam|nam_ke_hoach", true},
    {fields::targets.value, {"giá trị", "value"}, "gia_tri|ke_hoach|ke_hoach_giao", true},
    plain(fields::targets.dueOn, {"hạn", "due on"}, "han|thoi_han|hoan_thanh_truoc"),
    plain(fields::targets.owner, {"đơn vị thực hiện", "in charge"}, "don_vi_thuc_hien|co_quan_phu_trach|chu_tri"),
};
inline constexpr std::string_view targetsKey[] = {fields::targets.unitCode.name, fields::targets.indicator.name,
                                                  fields::targets.year.name};

inline constexpr RecordField modelVillagesFields[] = {
    {fields::modelVillages.villageCode,
     {"mã thôn", "village code"},
     "ma_thon|mathon|thon|ten_thon|village|thon_to_dan_pho",
     true,
     Reference::village},
    {fields::modelVillages.registeredOn, {"ngày đăng ký", "registered on"}, "ngay_dang_ky|dang_ky_ngay"},
    {fields::modelVillages.recognisedOn, {"ngày công nhận", "recognised on"}, "ngay_cong_nhan|cong_nhan_ngay"},
    {fields::modelVillages.lapsedOn, {"ngày không còn đạt", "lapsed on"}, "ngay_khong_dat"},
    {fields::modelVillages.setVersion, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi|theo_bo_tieu_chi"},
    issuerOf(fields::modelVillages.issuer),
};
inline constexpr std::string_view modelVillagesKey[] = {fields::modelVillages.villageCode.name,
                                                        fields::modelVillages.registeredOn.name};

} // namespace banlang::detail
