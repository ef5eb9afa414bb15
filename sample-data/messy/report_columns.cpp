// SPDX-License-Identifier: MIT
#include "sample-data/messy/report_columns.h"

#include <stdexcept>

namespace banlang::sample {
namespace {

using enum Showing;

// Field, showing, header above, the ways to call it, width, summed.

constexpr ReportColumn stt{"", rowNumber, "", {"STT", "TT", "Số TT"}, 5};
constexpr ReportColumn note{"", remark, "", {"Ghi chú", "Ghi chú", "Ghi chú"}, 14};
constexpr ReportColumn head{"household_id", headName, "", {"Họ và tên chủ hộ", "Họ tên chủ hộ", "Tên chủ hộ"}, 22};
constexpr ReportColumn household{"household_id", text, "", {"Mã hộ", "Mã hộ", "Mã số hộ"}, 13};
constexpr ReportColumn communeWord{"", communeName, "", {"Tên xã", "Xã, thị trấn", "Xã"}, 18};
constexpr ReportColumn villageWord{"", villageName, "", {"Thôn", "Tên thôn", "Thôn, tổ dân phố"}, 16};

constexpr ReportColumn donations[] = {
    stt,
    {"id", text, "", {"Mã biên bản", "Mã biên bản", "Mã hồ sơ hiến đất"}, 12},
    head,
    household,
    {"sheet", text, "Thửa đất hiến", {"Số tờ", "Tờ bản đồ số", "Tờ số"}, 8},
    {"number", text, "Thửa đất hiến", {"Thửa số", "Số thửa", "Thửa đất số"}, 8},
    {"road_id", textOrAsAbove, "", {"Mã tuyến", "Mã tuyến đường", "Tuyến đường (mã)"}, 12},
    {"purpose", textOrAsAbove, "", {"Mục đích hiến đất", "Mục đích", "Hiến đất để"}, 16},
    {"declared_area_m2", area, "", {"Diện tích hiến", "DT hiến", "Tổng diện tích hiến"}, 12, true},
    {"pledged_on", date, "Ngày, tháng", {"Cam kết", "Ký cam kết", "Cam kết hiến"}, 12},
    {"donated_on", date, "Ngày, tháng", {"Hiến", "Hiến đất", "Bàn giao đất"}, 12},
    {"certificate_updated_on", date, "Ngày, tháng", {"Chỉnh lý GCN", "Chỉnh lý GCNQSDĐ", "Chỉnh lý GCN"}, 12},
    {"minute_no", text, "", {"Số biên bản", "Biên bản số", "Số BB"}, 12},
    {"honour_consent", yesNo, "", {"Đồng ý biểu dương", "Đồng ý nêu tên", "Biểu dương"}, 10},
    note,
};

constexpr ReportColumn gardens[] = {
    stt,
    {"id", text, "", {"Mã vườn", "Mã vườn", "Mã số vườn"}, 10},
    head,
    household,
    {"sheet", text, "Thửa đất", {"Tờ số", "Số tờ", "Tờ bản đồ"}, 8},
    {"number", text, "Thửa đất", {"Thửa số", "Số thửa", "Thửa"}, 8},
    {"area_m2", area, "", {"Diện tích vườn", "Diện tích cải tạo", "DT vườn tạp"}, 12, true},
    {"crop_group", text, "", {"Nhóm cây trồng", "Cây trồng, vật nuôi", "Nội dung cải tạo"}, 18},
    {"registered_on", date, "", {"Ngày đăng ký", "Ngày, tháng đăng ký", "Đăng ký ngày"}, 12},
    {"started_on", date, "Cải tạo", {"Ngày bắt đầu", "Bắt đầu", "Khởi công"}, 12},
    {"finished_on", date, "Cải tạo", {"Ngày xong", "Hoàn thành", "Ngày hoàn thành"}, 12},
    {"lapsed_on", date, "Cải tạo", {"Ngày bỏ dở", "Bỏ dở", "Ngày dừng"}, 12},
    {"borrower", yesNo, "Vốn vay", {"Hộ vay vốn", "Có vay", "Vay vốn"}, 8},
    {"loan_vnd", money, "Vốn vay", {"Số tiền", "Số tiền vay", "Số tiền"}, 12, true},
    {"disbursed_on", date, "Vốn vay", {"Ngày giải ngân", "Giải ngân", "Ngày giải ngân"}, 12},
    {"inspected_on", date, "Vốn vay", {"Ngày kiểm tra", "Kiểm tra", "Ngày kiểm tra vốn"}, 12},
    {"purpose_kept", yesNoMaybe, "Vốn vay", {"Đúng mục đích", "Sử dụng đúng mục đích", "Đúng mục đích"}, 10},
    {"specialised", yesNo, "", {"Chuyên canh", "Vườn chuyên canh", "Chuyên canh"}, 10},
    note,
};

constexpr ReportColumn houses[] = {
    stt,
    {"id", text, "", {"Mã nhà", "Mã nhà", "Mã số nhà"}, 9},
    head,
    household,
    {"category", text, "", {"Diện hỗ trợ", "Đối tượng", "Thuộc diện"}, 24},
    {"phase", text, "", {"Giai đoạn", "Đợt", "Giai đoạn hỗ trợ"}, 10},
    {"support_vnd", money, "", {"Mức hỗ trợ", "Kinh phí hỗ trợ", "Số tiền hỗ trợ"}, 12, true},
    {"deadline", date, "", {"Hạn hoàn thành", "Thời hạn", "Hạn hoàn thành"}, 12},
    {"started_on", date, "Tiến độ", {"Khởi công", "Ngày khởi công", "Khởi công"}, 12},
    {"foundation_on", date, "Tiến độ", {"Xong móng", "Làm móng xong", "Móng"}, 12},
    {"walls_on", date, "Tiến độ", {"Xong tường", "Xây tường xong", "Tường"}, 12},
    {"roof_on", date, "Tiến độ", {"Xong mái", "Lợp mái xong", "Mái"}, 12},
    {"finished_on", date, "Tiến độ", {"Hoàn thành", "Ngày hoàn thành", "Hoàn thành"}, 12},
    {"handed_over_on", date, "Tiến độ", {"Bàn giao", "Ngày bàn giao", "Bàn giao"}, 12},
    {"unfinished_items", text, "", {"Hạng mục dở dang", "Hạng mục còn lại", "Hạng mục chưa xong"}, 18},
    {"help_plan", text, "", {"Phương án giúp đỡ", "Phương án hỗ trợ", "Hướng giúp đỡ"}, 24},
    {"labour_days_pledged", number, "Ngày công", {"Cam kết", "Đăng ký", "Cam kết"}, 9, true},
    {"labour_days_given", number, "Ngày công", {"Đã góp", "Đã thực hiện", "Đã góp"}, 9, true},
    {"reported_on", date, "", {"Ngày báo cáo", "Báo cáo ngày", "Ngày cập nhật"}, 12},
    note,
};

constexpr ReportColumn saturdays[] = {
    stt,
    {"date", date, "", {"Ngày", "Ngày thực hiện", "Ngày, tháng"}, 12},
    villageWord,
    {"organisation", text, "", {"Đơn vị chủ trì", "Đơn vị thực hiện", "Đơn vị phụ trách"}, 22},
    {"participants", number, "", {"Số người tham gia", "Số người", "Số lượt người"}, 10, true},
    {"output", text, "", {"Kết quả", "Kết quả thực hiện", "Nội dung công việc"}, 30},
    {"work_id", text, "", {"Mã công trình", "Công trình (mã)", "Mã CT"}, 10},
    {"road_m", number, "", {"Số m đường", "Mét đường", "Chiều dài đường"}, 9},
    {"cleared_m2", number, "", {"Diện tích phát quang", "Phát quang", "Diện tích phát quang"}, 10},
    note,
};

constexpr ReportColumn saturdaysOfDistrict[] = {
    stt,
    {"commune_code", newCode, "", {"Mã xã", "Mã xã", "Mã xã"}, 8},
    {"", communeName, "", {"Tên xã", "Tên xã", "Tên xã"}, 20},
    {"village_code", text, "", {"Mã thôn", "Mã thôn", "Mã thôn"}, 10},
    {"", villageName, "", {"Tên thôn", "Tên thôn", "Tên thôn"}, 16},
    {"date", date, "", {"Ngày", "Ngày", "Ngày"}, 12},
    {"organisation", text, "", {"Đơn vị chủ trì", "Đơn vị chủ trì", "Đơn vị chủ trì"}, 22},
    {"participants", number, "", {"Số người tham gia", "Số người tham gia", "Số người tham gia"}, 10, true},
    {"output", text, "", {"Kết quả", "Kết quả", "Kết quả"}, 30},
    {"work_id", text, "", {"Mã công trình", "Mã công trình", "Mã công trình"}, 10},
    {"road_m", number, "", {"Số m đường", "Số m đường", "Số m đường"}, 9},
    {"cleared_m2", number, "", {"Phát quang (m2)", "Phát quang (m2)", "Phát quang (m2)"}, 10},
};

constexpr ReportColumn meetings[] = {
    stt,
    {"date", date, "", {"Ngày họp", "Ngày, tháng họp", "Ngày"}, 12},
    {"subject", textOrAsAbove, "", {"Nội dung họp", "Nội dung", "Chủ đề"}, 30},
    {"attendance", number, "", {"Số người dự", "Số người dự họp", "Số người tham dự"}, 10, true},
    {"agreed", yesNo, "", {"Thống nhất", "Nhất trí", "Biểu quyết thống nhất"}, 10},
    note,
};

constexpr ReportColumn roadWorks[] = {
    stt,
    {"id", text, "", {"Mã công trình", "Mã công trình", "Mã CT"}, 10},
    {"name", text, "", {"Tên công trình", "Tên công trình", "Công trình"}, 34},
    {"road_id", text, "", {"Mã tuyến", "Mã tuyến đường", "Tuyến"}, 12},
    {"kind", text, "", {"Hình thức", "Loại việc", "Loại"}, 12},
    {"from_m", number, "Lý trình (m)", {"Từ", "Từ", "Từ"}, 8},
    {"to_m", number, "Lý trình (m)", {"Đến", "Đến", "Đến"}, 8},
    {"target_bed_width_m", number, "", {"Nền thiết kế (m)", "Bề rộng nền thiết kế", "Nền thiết kế"}, 9},
    {"target_pavement_width_m", number, "", {"Mặt thiết kế (m)", "Rộng mặt thiết kế", "Mặt thiết kế"}, 9},
    {"thickness_m", number, "", {"Dày mặt đường (m)", "Bề dày", "Chiều dày"}, 9},
    {"planned_start", date, "Kế hoạch", {"Khởi công", "Khởi công", "Khởi công"}, 12},
    {"planned_finish", date, "Kế hoạch", {"Hoàn thành", "Hoàn thành", "Hoàn thành"}, 12},
    {"started_on", date, "Thực hiện", {"Khởi công", "Khởi công", "Khởi công"}, 12},
    {"finished_on", date, "Thực hiện", {"Hoàn thành", "Hoàn thành", "Hoàn thành"}, 12},
    {"paused_on", date, "Thực hiện", {"Tạm dừng", "Ngày tạm dừng", "Tạm dừng"}, 12},
    {"resumed_on", date, "Thực hiện", {"Thi công lại", "Ngày thi công lại", "Thi công lại"}, 12},
    {"percent_done", number, "Thực hiện", {"Khối lượng (%)", "Tiến độ (%)", "Đạt (%)"}, 9},
    {"cement_ordered_t", number, "Xi măng (tấn)", {"Đặt", "Đăng ký", "Đặt"}, 9, true},
    {"cement_received_t", number, "Xi măng (tấn)", {"Đã nhận", "Đã cấp", "Nhận"}, 9, true},
    {"quality_checked_on", date, "", {"Ngày kiểm tra chất lượng", "Ngày kiểm tra", "Kiểm tra chất lượng"}, 12},
    {"quality_result", text, "", {"Kết quả kiểm tra", "Chất lượng", "Kết quả kiểm tra"}, 16},
    {"reported_on", date, "", {"Ngày báo cáo", "Cập nhật ngày", "Ngày cập nhật"}, 12},
    note,
};

constexpr ReportColumn supportList[] = {
    stt,
    head,
    household,
    villageWord,
    {"listed_on", date, "", {"Ngày vào danh sách", "Vào danh sách", "Ngày vào"}, 12},
    {"removed_on", date, "", {"Ngày ra danh sách", "Ra danh sách", "Ngày ra"}, 12},
    {"replaced_by", text, "", {"Thay bằng hộ", "Hộ thay thế (mã hộ)", "Thay bằng"}, 14},
    {"reason", text, "", {"Lý do", "Lý do đưa ra", "Lý do"}, 30},
    {"approved_by", text, "", {"Người duyệt", "Cơ quan duyệt", "Người duyệt"}, 18},
};

constexpr ReportColumn targets[] = {
    stt,
    {"unit_code", zeroLostCode, "", {"Mã xã", "Mã đơn vị", "Mã xã"}, 8},
    {"", communeName, "", {"Xã, thị trấn", "Tên xã", "Đơn vị"}, 22},
    {"indicator", text, "", {"Chỉ tiêu", "Mã chỉ tiêu", "Chỉ tiêu"}, 18},
    {"", indicatorWords, "", {"Diễn giải", "Tên chỉ tiêu", "Nội dung"}, 34},
    {"year", number, "", {"Năm", "Năm", "Năm kế hoạch"}, 8},
    {"value", number, "", {"Kế hoạch", "Kế hoạch giao", "Giá trị"}, 10},
    {"due_on", date, "", {"Hạn", "Thời hạn", "Hoàn thành trước"}, 12},
    {"owner", text, "", {"Cơ quan phụ trách", "Đơn vị thực hiện", "Chủ trì"}, 26},
};

constexpr ReportColumn greenRoutes[] = {
    stt,
    {"id", text, "", {"Mã", "Mã số", "Mã"}, 9},
    communeWord,
    villageWord,
    {"road_id", text, "", {"Mã tuyến", "Mã tuyến đường", "Tuyến"}, 12},
    {"registered_on", date, "", {"Ngày đăng ký", "Đăng ký ngày", "Ngày đăng ký"}, 12},
    {"recognised_on", date, "", {"Ngày công nhận", "Công nhận ngày", "Ngày công nhận"}, 12},
    {"lapsed_on", date, "", {"Ngày không còn đạt", "Không còn đạt từ", "Ngày không đạt"}, 12},
};

constexpr ReportColumn modelVillages[] = {
    stt,
    communeWord,
    villageWord,
    {"registered_on", date, "", {"Ngày đăng ký", "Đăng ký ngày", "Ngày đăng ký"}, 12},
    {"recognised_on", date, "", {"Ngày công nhận", "Công nhận ngày", "Ngày công nhận"}, 12},
    {"set_version", text, "", {"Bộ tiêu chí", "Theo bộ tiêu chí", "Bộ tiêu chí"}, 20},
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
