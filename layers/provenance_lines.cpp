// SPDX-License-Identifier: MIT
#include "layers/provenance_lines.h"

#include "core/text/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>

namespace banlang {

std::string sourcesText(const Provenance& provenance, Language language) {
    if (provenance.sources.empty()) return std::string(Label{"kho dữ liệu", "the data store"}.in(language));
    return fmt::format("{}", fmt::join(provenance.sources, "; "));
}

std::string madeAtIso(const Provenance& provenance) {
    const auto seconds = static_cast<std::time_t>(provenance.madeAt);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::vector<ProvenanceLine> provenanceLines(const Provenance& provenance, Language language) {
    std::vector<ProvenanceLine> lines = {
        {"title", {"Tiêu đề", "Title"}, provenance.title},
        {"as_of", {"Tính đến ngày", "As of"}, formatDate(provenance.asOf, language)},
        {"audience", {"Dùng cho", "Audience"}, std::string(noteOf(provenance.audience).in(language))},
        {"sources", {"Nguồn số liệu", "Sources"}, sourcesText(provenance, language)},
        {"program", {"Chương trình", "Program"}, provenance.program},
        {"made_at", {"Lập lúc (giờ UTC)", "Made at (UTC)"}, madeAtIso(provenance)},
        {"command", {"Lệnh", "Command"}, provenance.command}};
    std::erase_if(lines, [](const ProvenanceLine& line) { return line.value.empty(); });
    return lines;
}

std::string provenanceText(const Provenance& provenance, Language language) {
    std::string text;
    for (const ProvenanceLine& line : provenanceLines(provenance, language)) {
        if (line.key == "as_of") text += fmt::format("{} {}.", line.label.in(language), line.value);
        if (line.key == "audience") text += fmt::format(" {}.", line.value);
        if (line.key == "sources") text += fmt::format(" {}: {}.", line.label.in(language), line.value);
    }
    return text;
}

} // namespace banlang
