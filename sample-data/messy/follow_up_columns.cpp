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
constexpr ReportColumn garden{fields::inspections.gardenId.name, text, "", {"Mã vườn", "Mã vườn", "Mã số vườn"}, 10};
constexpr ReportColumn house{fields::inspections.houseId.name, text, "", {"Mã nhà", "Mã nhà", "Mã số nhà"}, 9};
constexpr ReportColumn work{fields::inspections.workId.name, text, "", {"Mã công trình", "Mã công trình", "Mã CT"}, 10};
constexpr ReportColumn inspected{fields::inspections.date.name, date, "", {"Ngày kiểm tra", "Ngày giám sát", "Ngày, tháng"}, 12};
constexpr ReportColumn inspector{
    fields::inspections.inspector.name, textOrAsAbove, "", {"Đơn vị kiểm tra", "Đoàn kiểm tra", "Người kiểm tra"}, 22};
constexpr ReportColumn finding{fields::inspections.finding.name, text, "", {"Nhận xét", "Kết luận", "Kết quả"}, 30};
constexpr ReportColumn mendBy{
    fields::inspections.mendBy.name, date, "Khắc phục", {"Hạn khắc phục", "Khắc phục trước", "Hạn khắc phục"}, 12};
constexpr ReportColumn mended{
    fields::inspections.mendedOn.name, date, "Khắc phục", {"Khắc phục xong", "Đã khắc phục", "Ngày khắc phục"}, 12};

constexpr ReportColumn loanChecks[] = {
    stt,
    garden,
    villageWord,
    inspected,
    inspector,
    finding,
    {fields::inspections.maintained.name, yesNoMaybe, "Vườn, vốn vay", {"Còn duy trì", "Duy trì vườn", "Duy trì"}, 9},
    {fields::inspections.purposeKept.name,
     yesNoMaybe,
     "Vườn, vốn vay",
     {"Đúng mục đích", "Sử dụng vốn đúng mục đích", "Đúng mục đích"},
     10},
    {fields::inspections.effect.name, text, "Vườn, vốn vay", {"Hiệu quả", "Đánh giá hiệu quả", "Hiệu quả vốn vay"}, 18},
    {fields::inspections.incomeBeforeVnd.name,
     money,
     "Thu nhập của hộ",
     {"Thu nhập trước", "Thu nhập trước", "Thu nhập trước"},
     11},
    {fields::inspections.incomeAfterVnd.name, money, "Thu nhập của hộ", {"Thu nhập sau", "Thu nhập sau", "Thu nhập sau"}, 11},
    mendBy,
    note,
};
constexpr ReportColumn houseChecks[] = {stt, house, villageWord, inspected, inspector, finding, mendBy, mended};
constexpr ReportColumn workChecks[] = {stt, work, inspected, inspector, finding, mendBy, mended};
constexpr ReportColumn communeChecks[] = {stt, inspected, inspector, finding, note};

constexpr ReportColumn given{fields::contributions.date.name, date, "", {"Ngày đóng góp", "Ngày ủng hộ", "Ngày, tháng"}, 12};
constexpr ReportColumn programme{
    fields::contributions.programme.name, textOrAsAbove, "", {"Chương trình", "Lĩnh vực", "Chương trình"}, 18};
constexpr ReportColumn donorKind{
    fields::contributions.donorKind.name, text, "Người, đơn vị đóng góp", {"Nguồn", "Thành phần", "Nguồn vốn"}, 18};
constexpr ReportColumn donor{
    "donor", text, "Người, đơn vị đóng góp", {"Người, đơn vị ủng hộ", "Đơn vị ủng hộ", "Người ủng hộ"}, 26};
constexpr ReportColumn amount{fields::contributions.amountVnd.name, money, "Đóng góp", {"Tiền mặt", "Số tiền", "Tiền"}, 11, true};
constexpr ReportColumn goods{fields::contributions.goods.name, text, "Đóng góp", {"Hiện vật", "Tên hiện vật", "Hiện vật"}, 14};
constexpr ReportColumn goodsWorth{fields::contributions.goodsVnd.name,
                                  money,
                                  "Đóng góp",
                                  {"Hiện vật quy tiền", "Giá trị hiện vật", "Hiện vật quy tiền"},
                                  11,
                                  true};
constexpr ReportColumn labour{fields::contributions.labourDays.name, number, "Đóng góp",
                              {"Ngày công", "Số ngày công", "Công"}, 9,      true};

constexpr ReportColumn workGifts[] = {stt, work, given, programme, donorKind, donor, amount, goods, goodsWorth, labour};
constexpr ReportColumn houseGifts[] = {stt,   house,  villageWord, given,      programme, donorKind,
                                       donor, amount, goods,       goodsWorth, labour};
constexpr ReportColumn villageGifts[] = {stt, villageWord, given, programme, donorKind, donor, amount, goods, goodsWorth, labour};

constexpr ReportColumn helped{fields::labourDays.date.name, date, "", {"Ngày thực hiện", "Ngày", "Ngày, tháng"}, 12};
constexpr ReportColumn helper{fields::labourDays.organisation.name, text, "", {"Đoàn thể", "Đơn vị giúp", "Tổ chức"}, 22};
constexpr ReportColumn pledged{fields::labourDays.daysPledged.name,    number, "Ngày công",
                               {"Cam kết", "Công cam kết", "Cam kết"}, 9,      true};
constexpr ReportColumn worked{fields::labourDays.daysGiven.name, number, "Ngày công", {"Đã góp", "Công đã góp", "Đã góp"}, 9, true};
constexpr ReportColumn houseHelp[] = {stt, house, villageWord, helped, helper, pledged, worked, note};
constexpr ReportColumn workHelp[] = {stt, work, helped, helper, pledged, worked, note};

constexpr ReportColumn delivered{fields::deliveries.date.name, date, "", {"Ngày giao", "Ngày nhận", "Ngày cấp"}, 12};
constexpr ReportColumn material{fields::deliveries.material.name, text, "", {"Vật liệu", "Tên vật tư", "Loại vật liệu"}, 14};
constexpr ReportColumn unit{fields::deliveries.quantityUnit.name, text, "", {"Đơn vị tính", "ĐVT", "Đơn vị tính"}, 8};
constexpr ReportColumn ordered{
    fields::deliveries.quantityOrdered.name, number, "Khối lượng", {"Khối lượng đặt", "Số lượng đặt", "Đặt mua"}, 10};
constexpr ReportColumn received{
    fields::deliveries.quantityReceived.name, number, "Khối lượng", {"Khối lượng nhận", "Thực nhận", "Đã nhận"}, 10};
constexpr ReportColumn workLoads[] = {
    stt,
    work,
    delivered,
    material,
    unit,
    ordered,
    received,
    {fields::deliveries.qualityCheckedOn.name,
     date,
     "Chất lượng",
     {"Ngày kiểm tra chất lượng", "Kiểm tra ngày", "Kiểm tra ngày"},
     12},
    {fields::deliveries.qualityResult.name, text, "Chất lượng", {"Kết quả kiểm tra", "Kết quả kiểm tra", "Kết quả kiểm tra"}, 20}};
constexpr ReportColumn houseLoads[] = {stt, house, delivered, material, unit, ordered, received, note};

constexpr ReportColumn held{fields::campaigns.date.name, date, "", {"Ngày ra quân", "Ngày tổ chức", "Ngày, tháng"}, 12};
constexpr ReportColumn eventKind{fields::campaigns.kind.name, textOrAsAbove, "", {"Hình thức", "Loại hoạt động", "Loại"}, 18};
constexpr ReportColumn people{
    fields::campaigns.participants.name, number, "Tham gia", {"Số người", "Số người tham gia", "Số lượt người"}, 9, true};
constexpr ReportColumn families{
    "participating_households", number, "Tham gia", {"Số hộ tham gia", "Hộ tham gia", "Số hộ tham gia"}, 9, true};
constexpr ReportColumn done{fields::campaigns.output.name, text, "", {"Kết quả", "Kết quả thực hiện", "Nội dung"}, 34};
constexpr ReportColumn communeEvents[] = {stt, held, eventKind, programme, people, families, done};
constexpr ReportColumn villageEvents[] = {stt, villageWord, held, eventKind, programme, people, families, done};

constexpr ReportColumn reviews[] = {
    stt,
    {fields::housingReviews.headName.name, text, "", {"Họ và tên chủ hộ", "Họ tên chủ hộ", "Tên chủ hộ"}, 22},
    villageWord,
    {fields::housingReviews.reviewedOn.name, date, "", {"Ngày rà soát", "Ngày xét", "Ngày họp xét"}, 12},
    {fields::housingReviews.category.name, text, "", {"Thuộc diện", "Đối tượng", "Diện"}, 24},
    {fields::housingReviews.housingNeed.name, yesNo, "", {"Khó khăn nhà ở", "Nhà tạm", "Cần hỗ trợ"}, 9},
    {fields::housingReviews.decision.name, text, "Kết quả rà soát", {"Kết luận", "Kết quả xét", "Đề nghị"}, 22},
    {fields::housingReviews.reason.name, text, "Kết quả rà soát", {"Lý do", "Lý do", "Lý do"}, 26},
};

constexpr ReportColumn due[] = {
    stt,
    {fields::criteriaDue.unitCode.name, zeroLostCode, "", {"Mã xã", "Mã xã", "Mã xã"}, 8},
    {"", communeName, "", {"Xã, thị trấn", "Tên xã", "Tên xã"}, 22},
    {fields::criteriaDue.criterion.name, text, "", {"Tiêu chí", "Mã tiêu chí", "Tiêu chí"}, 9},
    {fields::criteriaDue.dueYear.name, number, "", {"Năm phấn đấu đạt", "Phấn đấu đạt năm", "Năm hoàn thành"}, 9},
    {fields::criteriaDue.owner.name, textOrAsAbove, "", {"Cơ quan phụ trách", "Phòng, ban phụ trách", "Phụ trách"}, 28},
    {fields::criteriaDue.setVersion.name, text, "", {"Bộ tiêu chí", "Bộ tiêu chí", "Bộ tiêu chí"}, 18},
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
