// SPDX-License-Identifier: MIT
#include "layers/themes/themes.h"

#include <algorithm>

namespace banlang {

// Each theme declares itself in the file of its name, and has its line here.
std::span<const Theme> themes() {
    static const std::vector<Theme> all = [] {
        std::vector<Theme> declared;
#define BANLANG_THEME(declare)                                                                                                     \
    void declare(std::vector<Theme>&);                                                                                             \
    declare(declared)
        BANLANG_THEME(declareDonatedLand);
        BANLANG_THEME(declareNewRoads);
        BANLANG_THEME(declareRenovatedGardens);
        BANLANG_THEME(declareHouses);
        BANLANG_THEME(declareGreenRoutes);
        BANLANG_THEME(declareCriteria);
        BANLANG_THEME(declareCommuneRanking);
        BANLANG_THEME(declareGaps);
        BANLANG_THEME(declareUpgradeCandidates);
#undef BANLANG_THEME
        return declared;
    }();
    return all;
}

const Theme* findTheme(std::string_view id) {
    const auto all = themes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Theme& theme) { return theme.id == id; });
    return found == all.end() ? nullptr : &*found;
}

ReportTable tableOf(const Theme& theme, const ReportRequest& request) {
    ReportTable table = theme.report.table(request);
    table.id = theme.id;
    return table;
}

ReportChart chartOf(const Theme& theme, const ReportRequest& request) {
    ReportChart chart = theme.report.chart(request);
    chart.id = theme.id;
    return chart;
}

Label shortTitle(const Theme& theme) {
    return theme.shortTitle.vi.empty() ? theme.words.title : theme.shortTitle;
}

ThemeChoice choiceOf(const Theme& theme) {
    return theme.sharedChoice != nullptr ? *theme.sharedChoice : ThemeChoice{theme.id, shortTitle(theme), theme.icon};
}

std::vector<ThemeChoice> themeBar() {
    std::vector<ThemeChoice> bar;
    for (const Theme& theme : themes()) {
        const ThemeChoice choice = choiceOf(theme);
        const auto sameId = [&](const ThemeChoice& offered) { return offered.id == choice.id; };
        if (theme.inThemeBar && std::none_of(bar.begin(), bar.end(), sameId)) bar.push_back(choice);
    }
    return bar;
}

} // namespace banlang
