// SPDX-License-Identifier: MIT
#include "viewer/panels/tokens.h"

#include <gtest/gtest.h>

#include <vector>

namespace banlang::viewer {
namespace {

constexpr double readable = 4.5;
constexpr double visible = 3.0;

void expectOn(UiTheme theme, Token ink, const std::vector<Token>& backgrounds, double least) {
    for (const Token background : backgrounds) {
        EXPECT_GE(contrastRatio(colour(theme, ink), colour(theme, background)), least)
            << name(ink) << " on " << name(background) << " in theme " << static_cast<int>(theme);
    }
}

TEST(Tokens, EveryPairReachesItsContrastInEveryTheme) {
    const std::vector<Token> grounds{Token::background, Token::surface, Token::surface2, Token::hover};
    for (const UiTheme theme : {UiTheme::light, UiTheme::dark, UiTheme::contrast}) {
        for (const Token ink : {Token::text, Token::muted, Token::accent, Token::danger, Token::warning, Token::success}) {
            expectOn(theme, ink, grounds, readable);
        }
        for (const Token ink : {Token::borderStrong, Token::focusRing, Token::selection}) expectOn(theme, ink, grounds, visible);
        expectOn(theme, Token::textOnActive, {Token::active}, readable);
        expectOn(theme, Token::mutedOnActive, {Token::active}, readable);
        expectOn(theme, Token::textOnAccent, {Token::accent}, readable);
        expectOn(theme, Token::danger, {Token::dangerBackground}, readable);
        expectOn(theme, Token::warning, {Token::warningBackground}, readable);
    }
}

TEST(Tokens, ContrastOfBlackAndWhiteIsTwentyOne) {
    EXPECT_NEAR(contrastRatio(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 1e-9);
    EXPECT_NEAR(contrastRatio(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
}

} // namespace
} // namespace banlang::viewer
