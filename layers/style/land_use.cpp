// SPDX-License-Identifier: MIT
#include "layers/style/land_use.h"

namespace banlang {
namespace {

/// The ministry gives one colour to several uses; a pattern tells those apart.
constexpr LandUse uses[] = {
    {"ONT", {"ONT đất ở nông thôn", "ONT rural homes"}, rgb(0xFFD0FF)},
    {"ODT", {"ODT đất ở đô thị", "ODT urban homes"}, rgb(0xFFA0FF)},
    {"LUC", {"LUC chuyên lúa nước", "LUC paddy"}, rgb(0xFFFF64)},
    {"LUK", {"LUK lúa nước còn lại", "LUK other paddy"}, rgb(0xFFFF78), Pattern::hatch},
    {"LUN", {"LUN lúa nương", "LUN upland rice"}, rgb(0xFFFF8C), Pattern::crossHatch},
    {"BHK", {"BHK cây hàng năm, đất bằng", "BHK annual crops, flat"}, rgb(0xFFF0B4)},
    {"NHK", {"NHK cây hàng năm, nương rẫy", "NHK annual crops, upland"}, rgb(0xFFF0B4), Pattern::hatch},
    {"HNK", {"HNK cây hàng năm khác", "HNK other annual crops"}, rgb(0xFFF0B4), Pattern::dots},
    {"CLN", {"CLN cây lâu năm", "CLN perennial crops"}, rgb(0xFFD7AA)},
    {"LNC", {"LNC cây công nghiệp lâu năm", "LNC perennial industrial crops"}, rgb(0xFFD7AA), Pattern::hatch},
    {"LNQ", {"LNQ cây ăn quả lâu năm", "LNQ fruit trees"}, rgb(0xFFD7AA), Pattern::dots},
    {"LNK", {"LNK cây lâu năm khác", "LNK other perennials"}, rgb(0xFFD7AA), Pattern::crossHatch},
    {"NKH", {"NKH nông nghiệp khác", "NKH other farm land"}, rgb(0xF5F08C)},
    {"NTS", {"NTS nuôi trồng thủy sản", "NTS fish ponds"}, rgb(0xAAFFFF)},
    {"RSX", {"RSX rừng sản xuất", "RSX production forest"}, rgb(0xCDE7C3)},
    {"RPH", {"RPH rừng phòng hộ", "RPH protection forest"}, rgb(0xD8E8B4), Pattern::hatch},
    {"RDD", {"RDD rừng đặc dụng", "RDD special-use forest"}, rgb(0x6EFF64)},
    {"DGT", {"DGT giao thông", "DGT roads"}, rgb(0xFFAA32)},
    {"DTL", {"DTL thủy lợi", "DTL irrigation"}, rgb(0xAAFFFF), Pattern::hatch},
    {"NTD", {"NTD nghĩa trang", "NTD cemetery"}, rgb(0xD2D2D2)},
    {"SON", {"SON sông, suối", "SON rivers"}, rgb(0xA0FFFF), Pattern::crossHatch},
    {"MNC", {"MNC mặt nước", "MNC water"}, rgb(0xB4FFFF), Pattern::dots},
    {"BCS", {"BCS đất bằng chưa sử dụng", "BCS unused flat land"}, rgb(0xFAFAFA)},
    {"DCS", {"DCS đồi núi chưa sử dụng", "DCS unused hill land"}, rgb(0xFAFAFA), Pattern::hatch},
    {"NCS", {"NCS núi đá", "NCS bare rock"}, rgb(0xE6E6C8)},
};

} // namespace

std::span<const LandUse> landUses() {
    return uses;
}

std::uint8_t landUseClass(std::string_view code) {
    constexpr auto unknown = static_cast<std::uint8_t>(std::size(uses));
    if (code.size() > 3 && code[3] != '+' && code[3] != '*') return unknown;
    for (std::uint8_t i = 0; i < unknown; ++i) {
        if (uses[i].code == code.substr(0, 3)) return i;
    }
    return unknown;
}

bool isSecretLandUse(std::string_view code) {
    return code.find("CQP") != std::string_view::npos || code.find("CAN") != std::string_view::npos;
}

} // namespace banlang
