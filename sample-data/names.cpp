// SPDX-License-Identifier: MIT
#include "sample-data/names.h"

#include "sample-data/random.h"

#include <fmt/format.h>

#include <iterator>

namespace banlang::sample {
namespace {

constexpr const char* communes[] = {
    "Nà Sáng",    "Sủng Mây", "Thèn Lĩnh",  "Cốc Ngàn", "Pắc Hương",  "Lũng Đào",    "Khuổi Trăng", "Tả Nhìn Sa", "Nậm Luông",
    "Bản Chiêng", "Mỏ Phàng", "Pù Lay",     "Xín Thào", "Sán Dìn",    "Ngàm Xanh",   "Phìn Chải",   "Lao Mừng",   "Hồ Vạt",
    "Túng Quế",   "Nàng Sơn", "Quảng Thèn", "Yên Vạ",   "Thượng Pín", "Hạ Pín",      "Bạch Luồng",  "Đản Mây",    "Chế Phìn",
    "Giàng Sủng", "Bó Lịn",   "Kim Nặm",    "Vần Đéng", "Phú Khao",   "Niêm Thượng", "Niêm Phai",   "Tát Rịa"};
constexpr const char* heads[] = {"Bản", "Nà",   "Khuổi", "Cốc", "Lũng", "Phiêng", "Pù",   "Mỏ",   "Thèn", "Nậm",
                                 "Pắc", "Thôm", "Sủng",  "Tả",  "Bó",   "Lùng",   "Phìn", "Ngàm", "Chúng"};
constexpr const char* tails[] = {"Sản",   "Chang", "Đông",  "Vén",  "Tông",   "Ỏm",  "Vường", "Đeng", "Lòng",  "Hin",
                                 "Rịa",   "Khao",  "Trang", "Chúa", "Lịn",    "Dín", "Thàng", "Cải",  "Nhùng", "Mạ",
                                 "Hương", "Ngàn",  "Phung", "Luốc", "Chiềng", "Lạn", "Mòn",   "Ẳng",  "Quý",   "Sào"};
constexpr const char* family[] = {"Nông",  "Hoàng", "Lý", "Vàng", "Giàng", "Sùng", "Thào",  "Lù",   "Vừ",  "Mua",
                                  "Cháng", "Lò",    "Ma", "Hà",   "Đặng",  "Bàn",  "Triệu", "Phàn", "Tẩn", "Nguyễn"};
constexpr const char* middle[] = {"Văn", "Thị", "A", "Mí", "Seo", "Minh", "Chí", "Thị", "Văn", "Đức"};
constexpr const char* given[] = {"Sơn", "Páo",  "Dinh",  "Hạnh", "Mỷ",  "Lan",  "Tủa", "Vạn", "Thắng", "Chứ",
                                 "Hoa", "Sính", "Quang", "Dế",   "Nhè", "Tiến", "Mai", "Súa", "Khánh", "Bình"};
constexpr const char* districts[] = {"Phiêng Sương", "Nậm Khoang", "Tả Vương",  "Bản Lườn",  "Mèo Thàn",
                                     "Sín Chải",     "Quảng Vạ",   "Lũng Phàn", "Thượng Lô", "Đồng Mây"};

/// "Nà Sáng", then "Nà Sáng 2" when the list has been used up.
template <class List> std::string numbered(const List& list, std::size_t index) {
    const std::string base = list[index % std::size(list)];
    const std::size_t round = index / std::size(list);
    return round == 0 ? base : fmt::format("{} {}", base, round + 1);
}

} // namespace

std::string districtName(std::size_t index) {
    return numbered(districts, index);
}

std::string communeName(std::size_t index) {
    return numbered(communes, index);
}

std::string villageName(std::size_t index) {
    // Both steps are coprime to the number of pairs, so no pair comes twice before all have come.
    constexpr std::size_t pairs = std::size(heads) * std::size(tails);
    const std::size_t pair = (index * 131 + 17) % pairs;
    return fmt::format("{} {}", heads[pair % std::size(heads)], tails[pair / std::size(heads)]);
}

std::string riverName(std::size_t rank, double widthM) {
    if (rank == 0) return "Sông Sương";
    const std::string place = villageName(rank * 7 + 3);
    return fmt::format("{} {}", widthM >= 20 ? "Sông" : "Suối", place.substr(place.find(' ') + 1));
}

std::string personName(std::uint64_t seed, std::uint64_t household) {
    Random random(seed, 0x6e616d65, household);
    const char* const first = random.pick(family);
    const char* const second = random.pick(middle);
    return fmt::format("{} {} {}", first, second, random.pick(given));
}

} // namespace banlang::sample
