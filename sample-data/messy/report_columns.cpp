// SPDX-License-Identifier: MIT
#include "sample-data/messy/report_columns.h"

#include <stdexcept>

namespace banlang::sample {
namespace {

using enum Showing;

// Field, showing, header above, the ways to call it, width, summed.

constexpr ReportColumn stt{"", rowNumber, "", {"STT", "TT", "Số TT"}, 5};
constexpr ReportColumn note{"", remark, "", {"Ghi chú", "Ghi chú", "Ghi chú"}, 14};
constexpr ReportColumn head{
    fields::householdReferences.householdId.name, headName, "", {"Họ và tên chủ hộ", "Họ tên chủ hộ", "Tên chủ hộ"}, 22};
constexpr ReportColumn household{fields::householdReferences.householdId.name, text, "", {"Mã hộ", "Mã hộ", "Mã số hộ"}, 13};
constexpr ReportColumn communeWord{"", communeName, "", {"Tên xã", "Xã, thị trấn", "Xã"}, 18};
constexpr ReportColumn villageWord{"", villageName, "", {"Thôn", "Tên thôn", "Thôn, tổ dân phố"}, 16};

constexpr ReportColumn donations[] = {
    stt,
    {fields::donations.id.name, text, "", {"Mã biên bản", "Mã biên bản", "Mã hồ sơ hiến đất"}, 12},
    head,
    household,
    {fields::donations.sheet.name, text, "Thửa đất hiến", {"Số tờ", "Tờ bản đồ số", "Tờ số"}, 8},
    {fields::donations.number.name, text, "Thửa đất hiến", {"Thửa số", "Số thửa", "Thửa đất số"}, 8},
    {fields::donations.roadId.name, textOrAsAbove, "", {"Mã tuyến", "Mã tuyến đường", "Tuyến đường (mã)"}, 12},
    {fields::donations.purpose.name, textOrAsAbove, "", {"Mục đích hiến đất", "Mục đích", "Hiến đất để"}, 16},
    {fields::donations.declaredAreaM2.name, area, "", {"Diện tích hiến", "DT hiến", "Tổng diện tích hiến"}, 12, true},
    {fields::donations.pledgedOn.name, date, "Ngày, tháng", {"Cam kết", "Ký cam kết", "Cam kết hiến"}, 12},
    {fields::donations.donatedOn.name, date, "Ngày, tháng", {"Hiến", "Hiến đất", "Bàn giao đất"}, 12},
    {fields::donations.certificateUpdatedOn.name, date, "Ngày, tháng", {"Chỉnh lý GCN", "Chỉnh lý GCNQSDĐ", "Chỉnh lý GCN"}, 12},
    {fields::donations.minuteNo.name, text, "", {"Số biên bản", "Biên bản số", "Số BB"}, 12},
    {fields::donations.honourConsent.name, yesNo, "", {"Đồng ý biểu dương", "Đồng ý nêu tên", "Biểu dương"}, 10},
    note,
};

constexpr ReportColumn gardens[] = {
    stt,
    {fields::gardens.id.name, text, "", {"Mã vườn", "Mã vườn", "Mã số vườn"}, 10},
    head,
    household,
    {fields::gardens.sheet.name, text, "Thửa đất", {"Tờ số", "Số tờ", "Tờ bản đồ"}, 8},
    {fields::gardens.number.name, text, "Thửa đất", {"Thửa số", "Số thửa", "Thửa"}, 8},
    {fields::gardens.areaM2.name, area, "", {"Diện tích vườn", "Diện tích cải tạo", "DT vườn tạp"}, 12, true},
    {fields::gardens.cropGroup.name, text, "", {"Nhóm cây trồng", "Cây trồng, vật nuôi", "Nội dung cải tạo"}, 18},
    {fields::gardens.registeredOn.name, date, "", {"Ngày đăng ký", "Ngày, tháng đăng ký", "Đăng ký ngày"}, 12},
    {fields::gardens.startedOn.name, date, "Cải tạo", {"Ngày bắt đầu", "Bắt đầu", "Khởi công"}, 12},
    {fields::gardens.finishedOn.name, date, "Cải tạo", {"Ngày xong", "Hoàn thành", "Ngày hoàn thành"}, 12},
    {fields::gardens.lapsedOn.name, date, "Cải tạo", {"Ngày bỏ dở", "Bỏ dở", "Ngày dừng"}, 12},
    {fields::gardens.borrower.name, yesNo, "Vốn vay", {"Hộ vay vốn", "Có vay", "Vay vốn"}, 8},
    {fields::gardens.loanVnd.name, money, "Vốn vay", {"Số tiền", "Số tiền vay", "Số tiền"}, 12, true},
    {fields::gardens.disbursedOn.name, date, "Vốn vay", {"Ngày giải ngân", "Giải ngân", "Ngày giải ngân"}, 12},
    {fields::gardens.inspectedOn.name, date, "Vốn vay", {"Ngày kiểm tra", "Kiểm tra", "Ngày kiểm tra vốn"}, 12},
    {fields::gardens.purposeKept.name, yesNoMaybe, "Vốn vay", {"Đúng mục đích", "Sử dụng đúng mục đích", "Đúng mục đích"}, 10},
    {fields::gardens.specialised.name, yesNo, "", {"Chuyên canh", "Vườn chuyên canh", "Chuyên canh"}, 10},
    note,
};

constexpr ReportColumn houses[] = {
    stt,
    {fields::houses.id.name, text, "", {"Mã nhà", "Mã nhà", "Mã số nhà"}, 9},
    head,
    household,
    {fields::houses.category.name, text, "", {"Diện hỗ trợ", "Đối tượng", "Thuộc diện"}, 24},
    {fields::houses.phase.name, text, "", {"Giai đoạn", "Đợt", "Giai đoạn hỗ trợ"}, 10},
    {fields::houses.supportVnd.name, money, "", {"Mức hỗ trợ", "Kinh phí hỗ trợ", "Số tiền hỗ trợ"}, 12, true},
    {fields::houses.deadline.name, date, "", {"Hạn hoàn thành", "Thời hạn", "Hạn hoàn thành"}, 12},
    {fields::houses.startedOn.name, date, "Tiến độ", {"Khởi công", "Ngày khởi công", "Khởi công"}, 12},
    {fields::houses.foundationOn.name, date, "Tiến độ", {"Xong móng", "Làm móng xong", "Móng"}, 12},
    {fields::houses.wallsOn.name, date, "Tiến độ", {"Xong tường", "Xây tường xong", "Tường"}, 12},
    {fields::houses.roofOn.name, date, "Tiến độ", {"Xong mái", "Lợp mái xong", "Mái"}, 12},
    {fields::houses.finishedOn.name, date, "Tiến độ", {"Hoàn thành", "Ngày hoàn thành", "Hoàn thành"}, 12},
    {fields::houses.handedOverOn.name, date, "Tiến độ", {"Bàn giao", "Ngày bàn giao", "Bàn giao"}, 12},
    {fields::houses.unfinishedItems.name, text, "", {"Hạng mục dở dang", "Hạng mục còn lại", "Hạng mục chưa xong"}, 18},
    {fields::houses.helpPlan.name, text, "", {"Phương án giúp đỡ", "Phương án hỗ trợ", "Hướng giúp đỡ"}, 24},
    {fields::houses.labourDaysPledged.name, number, "Ngày công", {"Cam kết", "Đăng ký", "Cam kết"}, 9, true},
    {fields::houses.labourDaysGiven.name, number, "Ngày công", {"Đã góp", "Đã thực hiện", "Đã góp"}, 9, true},
    {fields::houses.reportedOn.name, date, "", {"Ngày báo cáo", "Báo cáo ngày", "Ngày cập nhật"}, 12},
    note,
};

constexpr ReportColumn saturdays[] = {
    stt,
    {fields::saturdays.date.name, date, "", {"Ngày", "Ngày thực hiện", "Ngày, tháng"}, 12},
    villageWord,
    {fields::saturdays.organisation.name, text, "", {"Đơn vị chủ trì", "Đơn vị thực hiện", "Đơn vị phụ trách"}, 22},
    {fields::saturdays.participants.name, number, "", {"Số người tham gia", "Số người", "Số lượt người"}, 10, true},
    {fields::saturdays.output.name, text, "", {"Kết quả", "Kết quả thực hiện", "Nội dung công việc"}, 30},
    {fields::saturdays.workId.name, text, "", {"Mã công trình", "Công trình (mã)", "Mã CT"}, 10},
    {fields::saturdays.roadM.name, number, "", {"Số m đường", "Mét đường", "Chiều dài đường"}, 9},
    {fields::saturdays.clearedM2.name, number, "", {"Diện tích phát quang", "Phát quang", "Diện tích phát quang"}, 10},
    note,
};

constexpr ReportColumn saturdaysOfDistrict[] = {
    stt,
    {fields::saturdays.communeCode.name, newCode, "", {"Mã xã", "Mã xã", "Mã xã"}, 8},
    {"", communeName, "", {"Tên xã", "Tên xã", "Tên xã"}, 20},
    {fields::saturdays.villageCode.name, text, "", {"Mã thôn", "Mã thôn", "Mã thôn"}, 10},
    {"", villageName, "", {"Tên thôn", "Tên thôn", "Tên thôn"}, 16},
    {fields::saturdays.date.name, date, "", {"Ngày", "Ngày", "Ngày"}, 12},
    {fields::saturdays.organisation.name, text, "", {"Đơn vị chủ trì", "Đơn vị chủ trì", "Đơn vị chủ trì"}, 22},
    {fields::saturdays.participants.name, number, "", {"Số người tham gia", "Số người tham gia", "Số người tham gia"}, 10, true},
    {fields::saturdays.output.name, text, "", {"Kết quả", "Kết quả", "Kết quả"}, 30},
    {fields::saturdays.workId.name, text, "", {"Mã công trình", "Mã công trình", "Mã công trình"}, 10},
    {fields::saturdays.roadM.name, number, "", {"Số m đường", "Số m đường", "Số m đường"}, 9},
    {fields::saturdays.clearedM2.name, number, "", {"Phát quang (m2)", "Phát quang (m2)", "Phát quang (m2)"}, 10},
};

constexpr ReportColumn meetings[] = {
    stt,
    {fields::meetings.date.name, date, "", {"Ngày họp", "Ngày, tháng họp", "Ngày"}, 12},
    {fields::meetings.subject.name, textOrAsAbove, "", {"Nội dung họp", "Nội dung", "Chủ đề"}, 30},
    {fields::meetings.attendance.name, number, "", {"Số người dự", "Số người dự họp", "Số người tham dự"}, 10, true},
    {fields::meetings.agreed.name, yesNo, "", {"Thống nhất", "Nhất trí", "Biểu quyết thống nhất"}, 10},
    note,
};

constexpr ReportColumn roadWorks[] = {
    stt,
    {fields::roadWorks.id.name, text, "", {"Mã công trình", "Mã công trình", "Mã CT"}, 10},
    {fields::roadWorks.name.name, text, "", {"Tên công trình", "Tên công trình", "Công trình"}, 34},
    {fields::roadWorks.roadId.name, text, "", {"Mã tuyến", "Mã tuyến đường", "Tuyến"}, 12},
    {fields::roadWorks.kind.name, text, "", {"Hình thức", "Loại việc", "Loại"}, 12},
    {fields::roadWorks.fromM.name, number, "Lý trình (m)", {"Từ", "Từ", "Từ"}, 8},
    {fields::roadWorks.toM.name, number, "Lý trình (m)", {"Đến", "Đến", "Đến"}, 8},
    {fields::roadWorks.targetBedWidthM.name, number, "", {"Nền thiết kế (m)", "Bề rộng nền thiết kế", "Nền thiết kế"}, 9},
    {fields::roadWorks.targetPavementWidthM.name, number, "", {"Mặt thiết kế (m)", "Rộng mặt thiết kế", "Mặt thiết kế"}, 9},
    {fields::roadWorks.thicknessM.name, number, "", {"Dày mặt đường (m)", "Bề dày", "Chiều dày"}, 9},
    {fields::roadWorks.plannedStart.name, date, "Kế hoạch", {"Khởi công", "Khởi công", "Khởi công"}, 12},
    {fields::roadWorks.plannedFinish.name, date, "Kế hoạch", {"Hoàn thành", "Hoàn thành", "Hoàn thành"}, 12},
    {fields::roadWorks.startedOn.name, date, "Thực hiện", {"Khởi công", "Khởi công", "Khởi công"}, 12},
    {fields::roadWorks.finishedOn.name, date, "Thực hiện", {"Hoàn thành", "Hoàn thành", "Hoàn thành"}, 12},
    {fields::roadWorks.pausedOn.name, date, "Thực hiện", {"Tạm dừng", "Ngày tạm dừng", "Tạm dừng"}, 12},
    {fields::roadWorks.resumedOn.name, date, "Thực hiện", {"Thi công lại", "Ngày thi công lại", "Thi công lại"}, 12},
    {fields::roadWorks.percentDone.name, number, "Thực hiện", {"Khối lượng (%)", "Tiến độ (%)", "Đạt (%)"}, 9},
    {fields::roadWorks.cementOrderedT.name, number, "Xi măng (tấn)", {"Đặt", "Đăng ký", "Đặt"}, 9, true},
    {fields::roadWorks.cementReceivedT.name, number, "Xi măng (tấn)", {"Đã nhận", "Đã cấp", "Nhận"}, 9, true},
    {fields::roadWorks.qualityCheckedOn.name, date, "", {"Ngày kiểm tra chất lượng", "Ngày kiểm tra", "Kiểm tra chất lượng"}, 12},
    {fields::roadWorks.qualityResult.name, text, "", {"Kết quả kiểm tra", "Chất lượng", "Kết quả kiểm tra"}, 16},
    {fields::roadWorks.reportedOn.name, date, "", {"Ngày báo cáo", "Cập nhật ngày", "Ngày cập nhật"}, 12},
    note,
};

constexpr ReportColumn supportList[] = {
    stt,
    head,
    household,
    villageWord,
    {fields::supportList.listedOn.name, date, "", {"Ngày vào danh sách", "Vào danh sách", "Ngày vào"}, 12},
    {fields::supportList.removedOn.name, date, "", {"Ngày ra danh sách", "Ra danh sách", "Ngày ra"}, 12},
    {fields::supportList.replacedBy.name, text, "", {"Thay bằng hộ", "Hộ thay thế (mã hộ)", "Thay bằng"}, 14},
    {fields::supportList.reason.name, text, "", {"Lý do", "Lý do đưa ra", "Lý do"}, 30},
    {fields::supportList.approvedBy.name, text, "", {"Người duyệt", "Cơ quan duyệt", "Người duyệt"}, 18},
};

constexpr ReportColumn targets[] = {
    stt,
    {fields::targets.unitCode.name, zeroLostCode, "", {"Mã xã", "Mã đơn vị", "Mã xã"}, 8},
    {"", communeName, "", {"Xã, thị trấn", "Tên xã", "Đơn vị"}, 22},
    {fields::targets.indicator.name, text, "", {"Chỉ tiêu", "Mã chỉ tiêu", "Chỉ tiêu"}, 18},
    {"", indicatorWords, "", {"Diễn giải", "Tên chỉ tiêu", "Nội dung"}, 34},
    {fields::targets.year.name, number, "", {"Năm", "Năm", "Năm kế hoạch"}, 8},
    {fields::targets.value.name, number, "", {"Kế hoạch", "Kế hoạch giao", "Giá trị"}, 10},
    {fields::targets.dueOn.name, date, "", {"Hạn", "Thời hạn", "Hoàn thành trước"}, 12},
    {fields::targets.owner.name, text, "", {"Cơ quan phụ trách", "Đơn vị thực hiện", "Chủ trì"}, 26},
};

constexpr ReportColumn greenRoutes[] = {
    stt,
    {fields::greenRoutes.id.name, text, "", {"Mã", "Mã số", "Mã"}, 9},
    communeWord,
    villageWord,
    {fields::greenRoutes.roadId.name, text, "", {"Mã tuyến", "Mã tuyến đường", "Tuyến"}, 12},
    {fields::greenRoutes.registeredOn.name, date, "", {"Ngày đăng ký", "Đăng ký ngày", "Ngày đăng ký"}, 12},
    {fields::greenRoutes.recognisedOn.name, date, "", {"Ngày công nhận", "Công nhận ngày", "Ngày công nhận"}, 12},
    {fields::greenRoutes.lapsedOn.name, date, "", {"Ngày không còn đạt", "Không còn đạt từ", "Ngày không đạt"}, 12},
};

constexpr ReportColumn modelVillages[] = {
    stt,
    communeWord,
    villageWord,
    {fields::modelVillages.registeredOn.name, date, "", {"Ngày đăng ký", "Đăng ký ngày", "Ngày đăng ký"}, 12},
    {fields::modelVillages.recognisedOn.name, date, "", {"Ngày công nhận", "Công nhận ngày", "Ngày công nhận"}, 12},
    {fields::modelVillages.setVersion.name, text, "", {"Bộ tiêu chí", "Theo bộ tiêu chí", "Bộ tiêu chí"}, 20},
};

} // namespace

std::span<const ReportColumn> reportColumns(Role role) {
    switch (role) {
    case Role::donations:
        return donations;
    case Role::gardens:
        return gardens;
    case Role::houses:
        return houses;
    case Role::saturdays:
        return saturdays;
    case Role::meetings:
        return meetings;
    case Role::roadWorks:
        return roadWorks;
    case Role::supportList:
        return supportList;
    case Role::targets:
        return targets;
    case Role::greenRoutes:
        return greenRoutes;
    case Role::modelVillages:
        return modelVillages;
    default:
        throw std::logic_error("no paper shows records of this kind");
    }
}

std::span<const ReportColumn> saturdayColumnsOfDistrict() {
    return saturdaysOfDistrict;
}

} // namespace banlang::sample
