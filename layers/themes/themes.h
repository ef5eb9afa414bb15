// SPDX-License-Identifier: MIT
#pragma once

#include "layers/themes/theme.h"

#include <span>
#include <string>
#include <vector>

namespace banlang {

/// All themes in the order of the programmes, those of the questions of who was left out among them. The first is shown where
/// nobody chose one.
[[nodiscard]] std::span<const Theme> themes();
/// Null where no theme has that id.
[[nodiscard]] const Theme* findTheme(std::string_view id);

/// "gap-house-late": the theme of a question, whether or not there is such a question.
[[nodiscard]] std::string gapThemeId(std::string_view questionId);

/// Its table and its chart, under its id.
[[nodiscard]] ReportTable tableOf(const Theme& theme, const ReportRequest& request);
[[nodiscard]] ReportChart chartOf(const Theme& theme, const ReportRequest& request);

/// Its name in the window.
[[nodiscard]] Label shortTitle(const Theme& theme);
/// What it is chosen by.
[[nodiscard]] ThemeChoice choiceOf(const Theme& theme);
/// What the theme bar offers, each once, in the order of the themes.
[[nodiscard]] std::vector<ThemeChoice> themeBar();

} // namespace banlang
