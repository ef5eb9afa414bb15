// SPDX-License-Identifier: MIT
#include "core/model/record_kinds.h"

#include <algorithm>

namespace banlang {
namespace {

using enum ColumnType;

// Field: name, type, label, aliases, required, reference, sensitivity.

constexpr RecordField communesFields[] = {
    {"code", text, {"mã", "code"}, "ma_xa|maxa|ma|commune_code|gso_code", true},
    {"name", text, {"tên", "name"}, "ten|ten_xa|tenxa|ten_vn|ten_unicode", true},
    {"kind", text, {"loại", "kind"}, "loai|cap"},
    {"district", text, {"huyện", "district"}, "huyen|ten_huyen"},
    {"border", number, {"xã biên giới", "border commune"}, "bien_gioi"},
    {"households", number, {"số hộ", "households"}, "so_ho"},
    {"centre_x_m", number, {"trung tâm, tọa độ đông", "centre easting"}, "tt_dong"},
    {"centre_y_m", number, {"trung tâm, tọa độ bắc", "centre northing"}, "tt_bac"},
    {"valid_from", date, {"hiệu lực từ", "valid from"}, "tu_ngay"},
    {"valid_to", date, {"hiệu lực đến", "valid to"}, "den_ngay"},
};
constexpr std::string_view communesKey[] = {"code"};

constexpr RecordField villagesFields[] = {
    {"code", text, {"mã", "code"}, "ma_thon|mathon|ma|village_code", true},
    {"name", text, {"tên", "name"}, "ten|ten_thon|tenthon", true},
    {"kind", text, {"loại", "kind"}, "loai"},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", true, Reference::commune},
    {"households", number, {"số hộ", "households"}, "so_ho"},
    {"poor_households", number, {"hộ nghèo, cận nghèo", "poor and near-poor households"}, "ho_ngheo"},
    {"centre_x_m", number, {"trung tâm, tọa độ đông", "centre easting"}, "tt_dong"},
    {"centre_y_m", number, {"trung tâm, tọa độ bắc", "centre northing"}, "tt_bac"},
    {"valid_from", date, {"hiệu lực từ", "valid from"}, "tu_ngay"},
    {"valid_to", date, {"hiệu lực đến", "valid to"}, "den_ngay"},
};
constexpr std::string_view villagesKey[] = {"code"};

constexpr RecordField roadsFields[] = {
    {"id", text, {"mã tuyến", "id"}, "ma_tuyen|matuyen|ma_duong|osm_id|road_id", true},
    {"name", text, {"tên", "name"}, "ten|ten_tuyen|ten_duong|ref"},
    {"class", text, {"cấp quản lý", "management class"}, "cap|cap_duong|cap_quan_ly|loai_duong|highway|fclass", true},
    {"surface", text, {"loại mặt đường", "surface"}, "mat_duong|loai_mat|ket_cau"},
    {"bed_width_m", number, {"rộng nền", "road bed width"}, "rong_nen|nen_m|be_rong_nen|width"},
    {"pavement_width_m", number, {"rộng mặt", "pavement width"}, "rong_mat|mat_m"},
    {"condition", text, {"tình trạng", "condition"}, "tinh_trang|smoothness"},
    {"all_season", number, {"đi được quanh năm", "all-season"}, "quanh_nam|bon_mua"},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", false, Reference::commune},
};
constexpr std::string_view roadsKey[] = {"id"};

constexpr RecordField riversFields[] = {
    {"id", text, {"mã", "id"}, "ma|ma_song", true},
    {"name", text, {"tên", "name"}, "ten|ten_song"},
    {"width_m", number, {"rộng", "width"}, "rong"},
};
constexpr std::string_view riversKey[] = {"id"};

constexpr RecordField householdsFields[] = {
    {"id", text, {"mã hộ", "id"}, "ma_ho|maho|household_id", true},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", true, Reference::village},
    {"head_name", text, {"chủ hộ", "head of household"}, "chu_ho|ten_chu_ho|ho_ten", false, Reference::none, Sensitivity::personal},
    {"categories", text, {"diện", "categories"}, "dien|doi_tuong|loai_ho", false, Reference::none, Sensitivity::personal},
    {"members", number, {"nhân khẩu", "members"}, "nhan_khau|khau"},
};
constexpr std::string_view householdsKey[] = {"id"};

constexpr RecordField parcelsFields[] = {
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", true, Reference::commune},
    {"sheet",
     text,
     {"tờ bản đồ", "map sheet"},
     "shbando|sh_ban_do|to_ban_do|sodoto|soto|sohieutobando|to|section",
     true,
     Reference::parcelSheet},
    {"number",
     text,
     {"số thửa", "parcel number"},
     "shthua|so_thua|thua_dat|sothututhua|thua|numero",
     true,
     Reference::parcelNumber},
    {"land_use", text, {"loại đất", "land use"}, "maloaidat|khloaidat|loaidat|loai_dat|kyhieumucdichsudung|mdsd2003"},
    {"declared_area_m2", number, {"diện tích pháp lý", "declared area"}, "dientichpl|dtpl|dientich|dien_tich|contenance"},
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household", false, Reference::household},
    {"holder_name", text, {"chủ sử dụng", "holder"}, "tenchu|chu_su_dung|ten_chu", false, Reference::none, Sensitivity::personal},
};
constexpr std::string_view parcelsKey[] = {"commune_code", "sheet", "number"};

constexpr RecordField donationsFields[] = {
    {"id", text, {"mã biên bản", "id"}, "ma|ma_hien_dat|stt", true},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", true, Reference::commune},
    {"sheet",
     text,
     {"tờ bản đồ", "map sheet"},
     "shbando|sh_ban_do|to_ban_do|sodoto|soto|sohieutobando|to|section",
     false,
     Reference::parcelSheet},
    {"number",
     text,
     {"số thửa", "parcel number"},
     "shthua|so_thua|thua_dat|sothututhua|thua|numero",
     false,
     Reference::parcelNumber},
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household", false, Reference::household},
    {"road_id", text, {"mã tuyến", "road id"}, "ma_tuyen|tuyen|ma_duong|road", false, Reference::road},
    {"purpose", text, {"mục đích", "purpose"}, "muc_dich"},
    {"declared_area_m2", number, {"diện tích hiến", "donated area"}, "dien_tich_hien|dientich|dien_tich|dien_tich_hien_m2", true},
    {"pledged_on", date, {"ngày cam kết", "pledged on"}, "ngay_cam_ket|cam_ket"},
    {"donated_on", date, {"ngày hiến", "donated on"}, "ngay_hien|ngay|ngay_bien_ban"},
    {"certificate_updated_on", date, {"ngày chỉnh lý GCN", "certificate updated on"}, "ngay_chinh_ly|chinh_ly_gcn"},
    {"minute_no", text, {"số biên bản", "minute no."}, "so_bien_ban|bien_ban"},
    {"honour_consent", number, {"đồng ý biểu dương", "agreed to be named"}, "dong_y_bieu_duong"},
};
constexpr std::string_view donationsKey[] = {"id"};

constexpr RecordField roadWorksFields[] = {
    {"id", text, {"mã công trình", "id"}, "ma|ma_cong_trinh|ma_ct", true},
    {"name", text, {"tên", "name"}, "ten|ten_cong_trinh"},
    {"road_id", text, {"mã tuyến", "road id"}, "ma_tuyen|tuyen|ma_duong|road", true, Reference::road},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", false, Reference::commune},
    {"kind", text, {"loại việc", "kind of work"}, "loai|loai_viec|hinh_thuc", true},
    {"from_m", number, {"từ lý trình", "from chainage"}, "tu_m"},
    {"to_m", number, {"đến lý trình", "to chainage"}, "den_m"},
    {"target_bed_width_m", number, {"nền thiết kế", "target bed width"}, "nen_thiet_ke"},
    {"percent_done", number, {"đã làm, %", "percent done"}, "phan_tram|khoi_luong_pt|tien_do"},
    {"planned_start", date, {"khởi công kế hoạch", "planned start"}, "kh_khoi_cong"},
    {"planned_finish", date, {"hoàn thành kế hoạch", "planned finish"}, "kh_hoan_thanh"},
    {"started_on", date, {"khởi công", "started on"}, "khoi_cong|ngay_khoi_cong"},
    {"finished_on", date, {"hoàn thành", "finished on"}, "hoan_thanh|ngay_hoan_thanh"},
    {"reported_on", date, {"ngày báo cáo", "reported on"}, "ngay_bao_cao|cap_nhat"},
    {"cement_ordered_t", number, {"xi măng đặt", "cement ordered"}, "xi_mang_dat"},
    {"cement_received_t", number, {"xi măng nhận", "cement received"}, "xi_mang_nhan"},
    {"quality_checked_on", date, {"kiểm tra chất lượng", "quality checked on"}, "ngay_kiem_tra"},
};
constexpr std::string_view roadWorksKey[] = {"id"};

constexpr RecordField gardensFields[] = {
    {"id", text, {"mã vườn", "id"}, "ma|ma_vuon", true},
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household", true, Reference::household},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", false, Reference::village},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", false, Reference::commune},
    {"sheet",
     text,
     {"tờ bản đồ", "map sheet"},
     "shbando|sh_ban_do|to_ban_do|sodoto|soto|sohieutobando|to|section",
     false,
     Reference::parcelSheet},
    {"number",
     text,
     {"số thửa", "parcel number"},
     "shthua|so_thua|thua_dat|sothututhua|thua|numero",
     false,
     Reference::parcelNumber},
    {"area_m2", number, {"diện tích", "area"}, "dien_tich|dien_tich_vuon"},
    {"crop_group", text, {"nhóm cây trồng", "crop group"}, "nhom_cay|cay_trong"},
    {"borrower", number, {"hộ vay", "borrower"}, "vay_von|ho_vay"},
    {"loan_vnd", number, {"vốn vay", "loan"}, "von_vay|so_tien_vay", false, Reference::none, Sensitivity::personal},
    {"registered_on", date, {"ngày đăng ký", "registered on"}, "ngay_dang_ky|dang_ky"},
    {"started_on", date, {"ngày bắt đầu", "started on"}, "ngay_bat_dau"},
    {"finished_on", date, {"ngày cải tạo xong", "finished on"}, "ngay_xong|hoan_thanh"},
    {"lapsed_on", date, {"ngày bỏ dở", "lapsed on"}, "ngay_bo_do"},
    {"disbursed_on",
     date,
     {"ngày giải ngân", "disbursed on"},
     "ngay_giai_ngan|giai_ngan",
     false,
     Reference::none,
     Sensitivity::personal},
    {"inspected_on",
     date,
     {"ngày kiểm tra vốn", "loan inspected on"},
     "ngay_kiem_tra|kiem_tra",
     false,
     Reference::none,
     Sensitivity::personal},
    {"purpose_kept", number, {"đúng mục đích", "purpose kept"}, "dung_muc_dich", false, Reference::none, Sensitivity::personal},
};
constexpr std::string_view gardensKey[] = {"id"};

constexpr RecordField housesFields[] = {
    {"id", text, {"mã nhà", "id"}, "ma|ma_nha", true},
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household", true, Reference::household},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", false, Reference::village},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", false, Reference::commune},
    {"category", text, {"diện hỗ trợ", "category"}, "dien|doi_tuong", false, Reference::none, Sensitivity::personal},
    {"phase", text, {"giai đoạn", "phase"}, "giai_doan|dot", true},
    {"deadline", date, {"hạn", "deadline"}, "han|han_hoan_thanh"},
    {"started_on", date, {"khởi công", "started on"}, "khoi_cong"},
    {"foundation_on", date, {"xong móng", "foundation on"}, "xong_mong|mong"},
    {"walls_on", date, {"xong tường", "walls on"}, "xong_tuong|tuong"},
    {"roof_on", date, {"xong mái", "roof on"}, "xong_mai|mai"},
    {"finished_on", date, {"hoàn thành", "finished on"}, "hoan_thanh"},
    {"handed_over_on", date, {"bàn giao", "handed over on"}, "ban_giao"},
    {"unfinished_items", text, {"hạng mục dở dang", "unfinished items"}, "hang_muc_do_dang"},
    {"help_plan", text, {"phương án giúp đỡ", "help plan"}, "phuong_an"},
    {"reported_on", date, {"ngày báo cáo", "reported on"}, "ngay_bao_cao"},
    {"support_vnd", number, {"mức hỗ trợ", "support"}, "muc_ho_tro|kinh_phi", false, Reference::none, Sensitivity::personal},
    {"labour_days_pledged", number, {"ngày công cam kết", "labour days pledged"}, "cong_cam_ket"},
    {"labour_days_given", number, {"ngày công đã góp", "labour days given"}, "cong_da_gop"},
};
constexpr std::string_view housesKey[] = {"id"};

constexpr RecordField supportListFields[] = {
    {"household_id", text, {"mã hộ", "household id"}, "ma_ho|maho|ho_id|household", true, Reference::household},
    {"listed_on", date, {"vào danh sách", "listed on"}, "ngay_vao|tu_ngay", true},
    {"removed_on", date, {"ra danh sách", "removed on"}, "ngay_ra|den_ngay"},
    {"replaced_by", text, {"thay bằng hộ", "replaced by"}, "thay_bang"},
    {"reason", text, {"lý do", "reason"}, "ly_do", false, Reference::none, Sensitivity::personal},
};
constexpr std::string_view supportListKey[] = {"household_id", "listed_on"};

constexpr RecordField saturdaysFields[] = {
    {"date", date, {"ngày", "date"}, "ngay", true},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", true, Reference::commune},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", false, Reference::village},
    {"organisation", text, {"đơn vị chủ trì", "lead organisation"}, "don_vi|to_chuc"},
    {"participants", number, {"số người", "participants"}, "so_nguoi"},
    {"output", text, {"kết quả", "output"}, "ket_qua|noi_dung"},
};

constexpr RecordField meetingsFields[] = {
    {"date", date, {"ngày", "date"}, "ngay|ngay_hop", true},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", true, Reference::village},
    {"subject", text, {"nội dung", "subject"}, "noi_dung|chu_de"},
    {"attendance", number, {"số người dự", "attendance"}, "so_nguoi"},
    {"agreed", number, {"thống nhất", "agreed"}, "thong_nhat"},
};

constexpr RecordField criteriaFields[] = {
    {"unit_code", text, {"mã đơn vị", "unit code"}, "ma_xa|ma_don_vi", true, Reference::commune},
    {"criterion", text, {"tiêu chí", "criterion"}, "tieu_chi", true},
    {"set_version", text, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi"},
    {"date", date, {"ngày", "date"}, "ngay", true},
    {"value", number, {"giá trị", "value"}, "gia_tri"},
    {"result", text, {"kết quả", "result"}, "ket_qua|dat"},
};
constexpr std::string_view criteriaKey[] = {"unit_code", "criterion", "set_version", "date"};

constexpr RecordField targetsFields[] = {
    {"unit_code", text, {"mã đơn vị", "unit code"}, "ma_xa|ma_don_vi", true, Reference::commune},
    {"indicator", text, {"chỉ tiêu", "indicator"}, "chi_tieu", true},
    {"year", number, {"năm", "year"}, "nam", true},
    {"value", number, {"giá trị", "value"}, "gia_tri|ke_hoach", true},
};
constexpr std::string_view targetsKey[] = {"unit_code", "indicator", "year"};

constexpr RecordField greenRoutesFields[] = {
    {"id", text, {"mã", "id"}, "ma", true},
    {"commune_code", text, {"mã xã", "commune code"}, "ma_xa|maxa|xaid|xa|ten_xa|commune", true, Reference::commune},
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", false, Reference::village},
    {"road_id", text, {"mã tuyến", "road id"}, "ma_tuyen|tuyen|ma_duong|road", false, Reference::road},
    {"registered_on", date, {"ngày đăng ký", "registered on"}, "ngay_dang_ky"},
    {"recognised_on", date, {"ngày công nhận", "recognised on"}, "ngay_cong_nhan"},
    {"lapsed_on", date, {"ngày không còn đạt", "lapsed on"}, "ngay_khong_dat"},
};
constexpr std::string_view greenRoutesKey[] = {"id"};

constexpr RecordField modelVillagesFields[] = {
    {"village_code", text, {"mã thôn", "village code"}, "ma_thon|mathon|thon|ten_thon|village", true, Reference::village},
    {"registered_on", date, {"ngày đăng ký", "registered on"}, "ngay_dang_ky"},
    {"recognised_on", date, {"ngày công nhận", "recognised on"}, "ngay_cong_nhan"},
    {"lapsed_on", date, {"ngày không còn đạt", "lapsed on"}, "ngay_khong_dat"},
    {"set_version", text, {"bộ tiêu chí", "criteria set"}, "bo_tieu_chi"},
};
constexpr std::string_view modelVillagesKey[] = {"village_code"};

constexpr RecordKind kinds[] = {
    {Role::communes,
     "communes",
     "communes",
     {"xã, thị trấn", "communes"},
     GeometryKind::polygon,
     true,
     communesFields,
     communesKey},
    {Role::villages, "villages", "villages", {"thôn", "villages"}, GeometryKind::polygon, false, villagesFields, villagesKey},
    {Role::roads, "roads", "roads", {"đường", "roads"}, GeometryKind::line, true, roadsFields, roadsKey},
    {Role::rivers, "rivers", "rivers", {"sông, suối", "rivers"}, GeometryKind::line, true, riversFields, riversKey},
    {Role::households,
     "households",
     "households",
     {"hộ", "households"},
     GeometryKind::point,
     false,
     householdsFields,
     householdsKey},
    {Role::parcels, "parcels", "parcels", {"thửa đất", "parcels"}, GeometryKind::polygon, true, parcelsFields, parcelsKey},
    {Role::donations,
     "donations",
     "land_donations",
     {"hiến đất", "land donations"},
     GeometryKind::none,
     false,
     donationsFields,
     donationsKey},
    {Role::roadWorks,
     "road-works",
     "road_works",
     {"công trình đường", "road works"},
     GeometryKind::none,
     false,
     roadWorksFields,
     roadWorksKey},
    {Role::gardens, "gardens", "gardens", {"vườn cải tạo", "gardens"}, GeometryKind::polygon, false, gardensFields, gardensKey},
    {Role::houses, "houses", "houses", {"nhà ở hỗ trợ", "houses"}, GeometryKind::none, false, housesFields, housesKey},
    {Role::supportList,
     "support-list",
     "support_list",
     {"danh sách hỗ trợ", "support list"},
     GeometryKind::none,
     false,
     supportListFields,
     supportListKey},
    {Role::saturdays,
     "saturdays",
     "saturday_shifts",
     {"ngày thứ 7 vì NTM", "Saturday shifts"},
     GeometryKind::none,
     false,
     saturdaysFields,
     {}},
    {Role::meetings,
     "meetings",
     "village_meetings",
     {"họp dân", "village meetings"},
     GeometryKind::none,
     false,
     meetingsFields,
     {}},
    {Role::criteria,
     "criteria",
     "criteria_results",
     {"kết quả tiêu chí", "criteria results"},
     GeometryKind::none,
     false,
     criteriaFields,
     criteriaKey},
    {Role::targets, "targets", "targets", {"chỉ tiêu", "targets"}, GeometryKind::none, false, targetsFields, targetsKey},
    {Role::greenRoutes,
     "green-routes",
     "green_routes",
     {"tuyến xanh - sạch - đẹp", "green routes"},
     GeometryKind::none,
     false,
     greenRoutesFields,
     greenRoutesKey},
    {Role::modelVillages,
     "model-villages",
     "model_villages",
     {"thôn kiểu mẫu", "model villages"},
     GeometryKind::none,
     false,
     modelVillagesFields,
     modelVillagesKey},
};
static_assert(std::size(kinds) == roleCount);

} // namespace

std::span<const RecordKind> recordKinds() {
    return kinds;
}

const RecordKind& recordKind(Role role) {
    return kinds[indexOf(role)];
}

std::optional<Role> roleFromId(std::string_view id) {
    const auto* const found =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const RecordKind& kind) { return kind.id == id; });
    return found == std::end(kinds) ? std::nullopt : std::optional(found->role);
}

const RecordField* findField(const RecordKind& kind, std::string_view name) {
    const auto found =
        std::find_if(kind.fields.begin(), kind.fields.end(), [&](const RecordField& field) { return field.name == name; });
    return found == kind.fields.end() ? nullptr : &*found;
}

FeatureTable emptyTable(Role role) {
    const RecordKind& kind = recordKind(role);
    FeatureTable table;
    table.name = kind.table;
    table.geometry.kind = kind.geometry;
    for (const RecordField& field : kind.fields) {
        Column column;
        column.name = field.name;
        column.type = field.type;
        table.columns.push_back(std::move(column));
    }
    return table;
}

} // namespace banlang
