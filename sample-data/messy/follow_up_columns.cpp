// SPDX-License-Identifier: MIT
#include "sample-data/messy/report_columns.h"

#include <array>

namespace banlang::sample {
namespace {

using enum Showing;

// Field, showing, header above, the ways to call it, width, summed.

constexpr ReportColumn stt{"", rowNumber, "", {"STT", "TT", "Số TT"}, 5};
constexpr ReportColumn note{"", remark, "", {"Ghi chú", "Ghi chú", "Ghi chú"}, 14};
constexpr ReportColumn villageWord{"", villageName, "", {"Thôn", "Tên thôn", "Thôn, tổ dân phố"}, 16};
constexpr ReportColumn garden{"garden_id", text, "", {"Mã vườn", "Mã vườn", "Mã số vườn"}, 10};
constexpr ReportColumn house{"house_id", text, "", {"Mã nhà", "Mã nhà", "Mã số nhà"}, 9};
constexpr ReportColumn work{"work_id", text, "", {"Mã công trình", "Mã công trình", "Mã CT"}, 10};
constexpr ReportColumn inspected{"date", date, "", {"Ngày kiểm tra", "Ngày giám sát", "Ngày, tháng"}, 12};
constexpr ReportColumn inspector{"inspector", textOrAsAbove, "", {"Đơn vị kiểm tra", "Đoàn kiểm tra", "Người kiểm tra"}, 22};
constexpr ReportColumn finding{"finding", text, "", {"Nhận xét", "Kết luận", "Kết quả"}, 30};
constexpr ReportColumn mendBy{"mend_by", date, "Khắc phục", {"Hạn khắc phục", "Khắc phục trước", "Hạn khắc phục"}, 12};
constexpr ReportColumn mended{"mended_on", date, "Khắc phục", {"Khắc phục xong", "Đã khắc phục", "Ngày khắc phục"}, 12};

constexpr ReportColumn loanChecks[] = {
    stt,
    garden,
    villageWord,
    inspected,
    inspector,
    finding,
    {"maintained", yesNoMaybe, "Vườn, vốn vay", {"Còn duy trì", "Duy trì vườn", "Duy trì"}, 9},
    {"purpose_kept", yesNoMaybe, "Vườn, vốn vay", {"Đúng mục đích", "Sử dụng vốn đúng mục đích", "Đúng mục đích"}, 10},
    {"effect", text, "Vườn, vốn vay", {"Hiệu quả", "Đánh giá hiệu quả", "Hiệu quả vốn vay"}, 18},
    {"income_before_vnd", money, "Thu nhập của hộ", {"Thu nhập trước", "Thu nhập trước", "Thu nhập trước"}, 11},
    {"income_after_vnd", money, "Thu nhập của hộ", {"Thu nhập sau", "Thu nhập sau", "Thu nhập sau"}, 11},
    mendBy,
    note,
};
constexpr ReportColumn houseChecks[] = {stt, house, villageWord, inspected, inspector, finding, mendBy, mended};
constexpr ReportColumn workChecks[] = {stt, work, inspected, inspector, finding, mendBy, mended};
constexpr ReportColumn communeChecks[] = {stt, inspected, inspector, finding, note};

constexpr ReportColumn given{"date", date, "", {"Ngày đóng góp", "Ngày ủng hộ", "Ngày, tháng"}, 12};
constexpr ReportColumn programme{"programme", textOrAsAbove, "", {"Chương trình", "Lĩnh vực", "Chương trình"}, 18};
constexpr ReportColumn donorKind{"donor_kind", text, "Người, đơn vị đóng góp", {"Nguồn", "Thành phần", "Nguồn vốn"}, 18};
constexpr ReportColumn donor{
    "donor", text, "Người, đơn vị đóng góp", {"Người, đơn vị ủng hộ", "Đơn vị ủng hộ", "Người ủng hộ"}, 26};
constexpr ReportColumn amount{"amount_vnd", money, "Đóng góp", {"Tiền mặt", "Số tiền", "Tiền"}, 11, true};
constexpr ReportColumn goods{"goods", text, "Đóng góp", {"Hiện vật", "Tên hiện vật", "Hiện vật"}, 14};
constexpr ReportColumn goodsWorth{"goods_vnd", money, "Đóng góp", {"Hiện vật quy tiền", "Giá trị hiện vật", "Hiện vật quy tiền"},
                                  11,          true};
constexpr ReportColumn labour{"labour_days", number, "Đóng góp", {"Ngày công", "Số ngày công", "Công"}, 9, true};

constexpr ReportColumn workGifts[] = {stt, work, given, programme, donorKind, donor, amount, goods, goodsWorth, labour};
constexpr ReportColumn houseGifts[] = {stt,   house,  villageWord, given,      programme, donorKind,
                                       donor, amount, goods,       goodsWorth, labour};
constexpr ReportColumn villageGifts[] = {stt, villageWord, given, programme, donorKind, donor, amount, goods, goodsWorth, labour};

constexpr ReportColumn helped{"date", date, "", {"Ngày thực hiện", "Ngày", "Ngày, tháng"}, 12};
constexpr ReportColumn helper{"organisation", text, "", {"Đoàn thể", "Đơn vị giúp", "Tổ chức"}, 22};
constexpr ReportColumn pledged{"days_pledged", number, "Ngày công", {"Cam kết", "Công cam kết", "Cam kết"}, 9, true};
constexpr ReportColumn worked{"days_given", number, "Ngày công", {"Đã góp", "Công đã góp", "Đã góp"}, 9, true};
constexpr ReportColumn houseHelp[] = {stt, house, villageWord, helped, helper, pledged, worked, note};
constexpr ReportColumn workHelp[] = {stt, work, helped, helper, pledged, worked, note};

constexpr ReportColumn delivered{"date", date, "", {"Ngày giao", "Ngày nhận", "Ngày cấp"}, 12};
constexpr ReportColumn material{"material", text, "", {"Vật liệu", "Tên vật tư", "Loại vật liệu"}, 14};
constexpr ReportColumn unit{"quantity_unit", text, "", {"Đơn vị tính", "ĐVT", "Đơn vị tính"}, 8};
constexpr ReportColumn ordered{"quantity_ordered", number, "Khối lượng", {"Khối lượng đặt", "Số lượng đặt", "Đặt mua"}, 10};
constexpr ReportColumn received{"quantity_received", number, "Khối lượng", {"Khối lượng nhận", "Thực nhận", "Đã nhận"}, 10};
constexpr ReportColumn workLoads[] = {
    stt,
    work,
    delivered,
    material,
    unit,
    ordered,
    received,
    {"quality_checked_on", date, "Chất lượng", {"Ngày kiểm tra chất lượng", "Kiểm tra ngày", "Kiểm tra ngày"}, 12},
    {"quality_result", text, "Chất lượng", {"Kết quả kiểm tra", "Kết quả kiểm tra", "Kết quả kiểm tra"}, 20}};
constexpr ReportColumn houseLoads[] = {stt, house, delivered, material, unit, ordered, received, note};

constexpr ReportColumn held{"date", date, "", {"Ngày ra quân", "Ngày tổ chức", "Ngày, tháng"}, 12};
constexpr ReportColumn eventKind{"kind", textOrAsAbove, "", {"Hình thức", "Loại hoạt động", "Loại"}, 18};
constexpr ReportColumn people{"participants", number, "Tham gia", {"Số người", "Số người tham gia", "Số lượt người"}, 9, true};
constexpr ReportColumn families{
    "participating_households", number, "Tham gia", {"Số hộ tham gia", "Hộ tham gia", "Số hộ tham gia"}, 9, true};
constexpr ReportColumn done{"output", text, "", {"Kết quả", "Kết quả thực hiện", "Nội dung"}, 34};
constexpr ReportColumn communeEvents[] = {stt, held, eventKind, programme, people, families, done};
constexpr ReportColumn villageEvents[] = {stt, villageWord, held, eventKind, programme, people, families, done};

constexpr ReportColumn reviews[] = {
    stt,
    {"head_name", text, "", {"Họ và tên chủ hộ", "Họ tên chủ hộ", "Tên chủ hộ"}, 22},
    villageWord,
    {"reviewed_on", date, "", {"Ngày rà soát", "Ngày xét", "Ngày họp xét"}, 12},
    {"category", text, "", {"Thuộc diện", "Đối tượng", "Diện"}, 24},
    {"housing_need", yesNo, "", {"Khó khăn nhà ở", "Nhà tạm", "Cần hỗ trợ"}, 9},
    {"decision", text, "Kết quả rà soát", {"Kết luận", "Kết quả xét", "Đề nghị"}, 22},
    {"reason", text, "Kết quả rà soát", {"Lý do", "Lý do", "Lý do"}, 26},
};

constexpr ReportColumn due[] = {
    stt,
    {"unit_code", zeroLostCode, "", {"Mã xã", "Mã xã", "Mã xã"}, 8},
    {"", communeName, "", {"Xã, thị trấn", "Tên xã", "Tên xã"}, 22},
    {"criterion", text, "", {"Tiêu chí", "Mã tiêu chí", "Tiêu chí"}, 9},
    {"due_year", number, "", {"Năm phấn đấu đạt", "Phấn đấu đạt năm", "Năm hoàn thành"}, 9},
    {"owner", textOrAsAbove, "", {"Cơ quan phụ trách", "Phòng, ban phụ trách", "Phụ trách"}, 28},
    {"set_version", text, "", {"Bộ tiêu chí", "Bộ tiêu chí", "Bộ tiêu chí"}, 18},
};

} // namespace

std::span<const ReportColumn> followUpColumns(FollowUpSheet sheet) {
    switch (sheet) {
    case FollowUpSheet::loanChecks:
        return loanChecks;
    case FollowUpSheet::houseChecks:
        return houseChecks;
    case FollowUpSheet::workChecks:
        return workChecks;
    case FollowUpSheet::communeChecks:
        return communeChecks;
    case FollowUpSheet::workGifts:
        return workGifts;
    case FollowUpSheet::houseGifts:
        return houseGifts;
    case FollowUpSheet::villageGifts:
        return villageGifts;
    case FollowUpSheet::houseHelp:
        return houseHelp;
    case FollowUpSheet::workHelp:
        return workHelp;
    case FollowUpSheet::workLoads:
        return workLoads;
    case FollowUpSheet::houseLoads:
        return houseLoads;
    case FollowUpSheet::communeEvents:
        return communeEvents;
    case FollowUpSheet::villageEvents:
        return villageEvents;
    case FollowUpSheet::reviews:
        return reviews;
    case FollowUpSheet::criteriaDue:
        break;
    }
    return due;
}

} // namespace banlang::sample
