// SPDX-License-Identifier: MIT
#include "viewer/document/figure_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace banlang::viewer {
namespace {

constexpr std::array<std::pair<FigureKind, std::string_view>, 9> ids{{{FigureKind::donatedLand, "donated-land"},
                                                                      {FigureKind::newRoads, "new-roads"},
                                                                      {FigureKind::gardens, "renovated-gardens"},
                                                                      {FigureKind::houses, "houses"},
                                                                      {FigureKind::greenRoutes, "green-routes"},
                                                                      {FigureKind::criteria, "criteria"},
                                                                      {FigureKind::communeRanking, "emulation"},
                                                                      {FigureKind::candidates, "candidates"},
                                                                      {FigureKind::gap, "gap"}}};

} // namespace

std::optional<FigureKind> figureKind(std::string_view layerId) {
    if (layerId.starts_with(gapPrefix)) return FigureKind::gap;
    const auto* const found = std::ranges::find(ids, layerId, &decltype(ids)::value_type::second);
    if (found == ids.end() || found->first == FigureKind::gap) return std::nullopt;
    return found->first;
}

std::string_view id(FigureKind kind) {
    return std::ranges::find(ids, kind, &decltype(ids)::value_type::first)->second;
}

FigureWords wordsOf(FigureKind kind) {
    switch (kind) {
    case FigureKind::donatedLand:
        return {{"Đất hiến theo tuyến", "Donated land by road"},
                {"Đất hiến theo xã, % đất cần", "Donated land by commune, % of need"},
                {"Chưa có tuyến nào cần đất đến ngày này.", "No road needs land up to this day."},
                {"Nạp công trình đường và biên bản hiến đất.", "Import road works and minutes of donated land."}};
    case FigureKind::newRoads:
        return {{"Công trình đường", "Road works"},
                {"Đường theo xã, % kế hoạch", "Roads by commune, % of plan"},
                {"Chưa có công trình đường nào đến ngày này.", "There are no road works up to this day."},
                {"Nạp danh sách công trình đường.", "Import the list of road works."}};
    case FigureKind::gardens:
        return {{"Vườn cải tạo theo thôn", "Renovated gardens by village"},
                {"Vườn cải tạo theo xã, % đăng ký", "Gardens by commune, % of registered"},
                {"Chưa có hộ nào đăng ký cải tạo vườn đến ngày này.", "No garden is registered up to this day."},
                {"Nạp danh sách hộ cải tạo vườn.", "Import the list of gardens."}};
    case FigureKind::houses:
        return {{"Nhà ở theo thôn", "Houses by village"},
                {"Nhà ở theo xã, % số nhà", "Houses by commune, % of houses"},
                {"Chưa có nhà nào được hỗ trợ.", "There are no supported houses."},
                {"Nạp danh sách nhà ở được hỗ trợ.", "Import the list of supported houses."}};
    case FigureKind::greenRoutes:
        return {{"Tuyến xanh - sạch - đẹp", "Green routes"},
                {"Tuyến xanh theo xã, % km đăng ký", "Green routes by commune, % of registered km"},
                {"Chưa có tuyến xanh - sạch - đẹp nào đến ngày này.", "There are no green routes up to this day."},
                {"Nạp danh sách tuyến xanh - sạch - đẹp.", "Import the list of green routes."}};
    case FigureKind::criteria:
        return {{"Tiêu chí nông thôn mới theo xã", "NTM criteria by commune"},
                {"Tiêu chí theo xã, % số tiêu chí", "Criteria by commune, % of all"},
                {"Chưa xã nào có kết quả tiêu chí đến ngày này.", "No commune has results of criteria up to this day."},
                {"Nạp bảng kết quả tiêu chí của các xã.", "Import the communes' results."}};
    case FigureKind::communeRanking:
        return {{"Điểm thi đua theo xã", "Emulation points by commune"},
                {"Điểm thi đua theo xã, trên 100", "Emulation points by commune, of 100"},
                {"Chưa xã nào có điểm thi đua đến ngày này.", "No commune has emulation points up to this day."},
                {"Nạp chỉ tiêu và báo cáo của các xã.", "Import the communes' targets and reports."}};
    case FigureKind::candidates:
        return {{"Tuyến đề xuất theo hạng", "Roads to upgrade by rank"},
                {"Tuyến đề xuất theo xã, % km", "Roads to upgrade by commune, % of km"},
                {"Không có tuyến nào cần nâng cấp.", "No road has to be upgraded."},
                {"Tuyến đề xuất lấy từ lớp đường: cần cấp, mặt đường và bề rộng.",
                 "They come from the roads: class, surface and width have to be known."}};
    case FigureKind::gap:
        return {{"Việc còn sót theo xã", "Gaps by commune"},
                {"Việc còn sót theo xã, % số được xét", "Gaps by commune, % of those asked about"},
                {"Chưa có bản ghi nào để xét câu hỏi này.", "There are no records to ask this question of."},
                {"Nạp bảng mà câu hỏi nói tới.", "Import the table that the question is about."}};
    }
    return {};
}

} // namespace banlang::viewer
