// SPDX-License-Identifier: MIT
#include "core/text/legacy_encodings.h"
#include "sample-data/messy/offices.h"
#include "sample-data/messy/text_forms.h"

#include <fmt/format.h>

#include <stdexcept>

namespace banlang::sample {
namespace {

/// How one commune saved its list.
struct ListForm {
    const char* encoding;
    const char* mess;
    std::string (*bytes)(const std::string& utf8);
};

std::string cp1258(const std::string& text) {
    auto bytes = encode(text, TextEncoding::cp1258);
    if (!bytes) throw std::logic_error("no CP1258 code for a letter of a list");
    return *bytes;
}

constexpr ListForm forms[] = {
    {"UTF-8", "byte order mark", [](const std::string& text) { return "\xEF\xBB\xBF" + text; }},
    {"CP1258", "marks as characters of their own", cp1258},
    {"UTF-8", "decomposed (NFD)", [](const std::string& text) { return decomposed(text); }},
    {"UTF-16LE", "byte order mark", [](const std::string& text) { return utf16WithMark(text); }},
    {"UTF-8", "no byte order mark", [](const std::string& text) { return text; }},
};

std::string withComma(double metres) {
    std::string text = fmt::format("{:.2f}", metres);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string listOf(const MessyDistrict& district, const Rows& rows) {
    const FeatureTable& table = district.table(Role::households);
    std::string text = "STT;Mã hộ;Chủ hộ;Thôn;Diện;Nhân khẩu;X (m);Y (m)\r\n";
    std::size_t number = 0;
    for (const std::uint32_t row : rows) {
        const Village& village =
            district.villages()[district.villageOfCode.find(table.textAt(fields::households.villageCode, row))->second];
        const std::string_view categories = table.textAt(fields::households.categories, row);
        const bool quoted = categories.find(';') != std::string_view::npos;
        const Box& place = table.geometry.boxes[row];
        text += fmt::format("{};{};{};{};{}{}{};{};{};{}\r\n", ++number, table.textAt(fields::households.id, row),
                            table.textAt(fields::households.headName, row), village.name, quoted ? "\"" : "", categories,
                            quoted ? "\"" : "", table.numberAt(fields::households.members, row), withComma(place.minY),
                            withComma(place.minX));
    }
    return text;
}

} // namespace

Result<void> writeHouseholdLists(const MessyDistrict& district, Delivery& delivery) {
    const std::vector<Rows> rows = rowsByCommune(district, Role::households);
    for (std::size_t c = 0; c < rows.size(); ++c) {
        const Commune& commune = district.communes()[c];
        const ListForm& form = forms[c % std::size(forms)];
        const std::string stem = c % 2 == 0 ? fullName(commune) : plainName(fullName(commune), " ");
        const std::string file = "ho dan/" + stem + ".csv";
        delivery.add({file, stem, "households", form.encoding, "EPSG:9209", rows[c].size(),
                      fmt::format("{}; semicolons; decimal comma; X is the northing, Y the easting; village by name; commune only "
                                  "in the name of the file",
                                  form.mess)});
        BANLANG_CHECK(writeBytes(delivery.pathOf(file), form.bytes(listOf(district, rows[c]))));
    }
    return {};
}

} // namespace banlang::sample
