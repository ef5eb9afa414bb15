// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/tokens.h"

#include <gtest/gtest.h>

#include <vector>

namespace banlang::viewer {
namespace {

constexpr double readable = 4.5;
constexpr double visible = 3.0;

void expectOn(UiColourScheme colourScheme, Token ink, const std::vector<Token>& backgrounds, double least) {
    for (const Token background : backgrounds) {
        EXPECT_GE(contrastRatio(colour(colourScheme, ink), colour(colourScheme, background)), least)
            << name(ink) << " on " << name(background) << " in theme " << static_cast<int>(colourScheme);
    }
}

TEST(Tokens, EveryPairReachesItsContrastInEveryTheme) {
    const std::vector<Token> grounds{Token::background, Token::surface, Token::surface2, Token::hover};
    for (const UiColourScheme colourScheme : {UiColourScheme::light, UiColourScheme::dark, UiColourScheme::contrast}) {
        for (const Token ink : {Token::text, Token::muted, Token::accent, Token::danger, Token::warning, Token::success}) {
            expectOn(colourScheme, ink, grounds, readable);
        }
        for (const Token ink : {Token::borderStrong, Token::focusRing, Token::selection})
            expectOn(colourScheme, ink, grounds, visible);
        expectOn(colourScheme, Token::textOnActive, {Token::active}, readable);
        expectOn(colourScheme, Token::mutedOnActive, {Token::active}, readable);
        expectOn(colourScheme, Token::textOnAccent, {Token::accent}, readable);
        expectOn(colourScheme, Token::danger, {Token::dangerBackground}, readable);
        expectOn(colourScheme, Token::warning, {Token::warningBackground}, readable);
    }
}

TEST(Tokens, ContrastOfBlackAndWhiteIsTwentyOne) {
    EXPECT_NEAR(contrastRatio(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 1e-9);
    EXPECT_NEAR(contrastRatio(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
}

} // namespace
} // namespace banlang::viewer
