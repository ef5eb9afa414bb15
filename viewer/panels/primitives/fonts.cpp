// SPDX-License-Identifier: MIT
#include "viewer/panels/primitives/fonts.h"

#include <fontconfig/fontconfig.h>
#include <imgui/imgui.h>
#include <imgui/imgui_freetype.h>

#include <filesystem>
#include <memory>

namespace banlang::viewer {
namespace {

struct RoleSpec {
    float emPx;
    FontFace face;
};

constexpr std::array<RoleSpec, fontRoleCount> specs{{
    {14.0F, FontFace::regular}, // body
    {14.0F, FontFace::bold},    // bodyBold
    {13.0F, FontFace::regular}, // cell
    {13.0F, FontFace::bold},    // cellBold
    {12.5F, FontFace::regular}, // hint
    {16.0F, FontFace::bold},    // title
    {28.0F, FontFace::bold},    // figure
    {10.5F, FontFace::regular}, // mapSmall
    {12.0F, FontFace::regular}, // mapRoad
    {12.5F, FontFace::italic},  // mapItalic
    {15.0F, FontFace::bold},    // mapVillage
    {17.0F, FontFace::bold},    // mapCommune
    {18.0F, FontFace::regular}, // showSmall
    {20.0F, FontFace::regular}, // showBody
    {20.0F, FontFace::bold},    // showBold
    {22.0F, FontFace::bold},    // showName
    {23.0F, FontFace::regular}, // showSubtitle
    {34.0F, FontFace::bold},    // showTitle
    {46.0F, FontFace::bold},    // showFigure
}};

// Latin with every Vietnamese letter, the đồng sign, Vietnamese quotation marks and dashes, and the signs of measures.
constexpr std::array<std::uint16_t, 33> textRanges{0x0020, 0x007E, 0x00A0, 0x00FF, 0x0102, 0x0103, 0x0110, 0x0111, 0x0128,
                                                   0x0129, 0x0168, 0x0169, 0x01A0, 0x01A1, 0x01AF, 0x01B0, 0x0300, 0x0303,
                                                   0x0309, 0x0309, 0x0323, 0x0323, 0x1EA0, 0x1EF9, 0x2013, 0x2014, 0x2018,
                                                   0x201D, 0x2026, 0x2026, 0x20AB, 0x20AB, 0};
constexpr std::array<std::uint16_t, 25> symbolRanges{0x2032, 0x2033, 0x2190, 0x2193, 0x2211, 0x2212, 0x2264, 0x2265, 0x25A0,
                                                     0x25A1, 0x25B2, 0x25B3, 0x25BC, 0x25BC, 0x25C6, 0x25C6, 0x25CB, 0x25CB,
                                                     0x25CF, 0x25CF, 0x26A0, 0x26A0, 0x2713, 0x2713, 0};

struct PatternDeleter {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

const FcChar8* asFc(const char* text) {
    return reinterpret_cast<const FcChar8*>(text); // NOLINT: fontconfig speaks unsigned char
}

/// Path of a font of exactly this family, or "".
std::string find(const char* family, int weight, int slant) {
    const Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, asFc(family));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, slant);
    FcPatternAddInteger(wanted.get(), FC_WIDTH, FC_WIDTH_NORMAL);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultMatch;
    const Pattern match(FcFontMatch(nullptr, wanted.get(), &result));
    FcChar8* found = nullptr;
    FcChar8* file = nullptr;
    if (!match || FcPatternGetString(match.get(), FC_FAMILY, 0, &found) != FcResultMatch ||
        FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch || FcStrCmpIgnoreCase(found, asFc(family)) != 0) {
        return {};
    }
    return reinterpret_cast<const char*>(file); // NOLINT: as above
}

/// Dear ImGui sizes a font by ascent + descent; these are the ratios to the em of the two families.
float lineToEm(const std::string& file) {
    return file.find("DejaVu") != std::string::npos ? 1.164F : 1.362F;
}

bool isProjectorRole(std::size_t role) {
    return role >= static_cast<std::size_t>(FontRole::showSmall);
}

ImFont* bakeOne(ImFontAtlas& atlas, const FontFiles& files, RoleSpec spec, float ratio) {
    const std::string& file = files.faces[static_cast<std::size_t>(spec.face)];
    ImFontConfig config;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), spec.emPx * lineToEm(file) * ratio, &config, textGlyphRanges().data());
    if (font == nullptr) return nullptr;
    const std::string& symbols = spec.face == FontFace::bold ? files.boldSymbols : files.symbols;
    if (!symbols.empty()) {
        config.MergeMode = true;
        atlas.AddFontFromFileTTF(symbols.c_str(), spec.emPx * lineToEm(symbols) * 0.98F * ratio, &config,
                                 symbolGlyphRanges().data());
    }
    // Baked at device pixels, laid out in style pixels.
    font->Scale = 1.0F / ratio;
    return font;
}

} // namespace

std::span<const std::uint16_t> textGlyphRanges() {
    return textRanges;
}

std::span<const std::uint16_t> symbolGlyphRanges() {
    return symbolRanges;
}

float emSizePx(FontRole role) {
    return specs[static_cast<std::size_t>(role)].emPx;
}

bool isBold(FontRole role) {
    return specs[static_cast<std::size_t>(role)].face == FontFace::bold;
}

Result<FontFiles> findFonts() {
    FontFiles files;
    files.symbols = find("DejaVu Sans", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN);
    files.boldSymbols = find("DejaVu Sans", FC_WEIGHT_BOLD, FC_SLANT_ROMAN);
    files.faces = {find("Noto Sans", FC_WEIGHT_REGULAR, FC_SLANT_ROMAN), find("Noto Sans", FC_WEIGHT_BOLD, FC_SLANT_ROMAN),
                   find("Noto Sans", FC_WEIGHT_REGULAR, FC_SLANT_ITALIC)};
    if (files.faces[0].empty() || files.faces[1].empty()) files.faces = {files.symbols, files.boldSymbols, files.symbols};
    for (std::string& face : files.faces) {
        if (face.empty()) face = files.faces[0];
    }
    if (files.faces[0].empty()) {
        return Unexpected(
            Error{ErrorKind::failed,
                  "fonts-missing",
                  {"Không tìm thấy phông chữ Noto Sans hay DejaVu Sans.", "Neither Noto Sans nor DejaVu Sans was found."},
                  {"Cài gói fonts-noto-core và fonts-dejavu-core.", "Install the packages fonts-noto-core and fonts-dejavu-core."},
                  {}});
    }
    return files;
}

Result<Fonts> bakeFonts(ImFontAtlas& atlas, const FontFiles& files, double pixelRatio, bool withProjector) {
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    Fonts fonts;
    for (std::size_t role = 0; role < fontRoleCount; ++role) {
        if (isProjectorRole(role) && !withProjector) {
            fonts.byRole[role] = fonts[FontRole::title];
            continue;
        }
        fonts.byRole[role] = bakeOne(atlas, files, specs[role], static_cast<float>(pixelRatio));
    }
    if (!atlas.Build()) {
        return Unexpected(
            Error{ErrorKind::failed,
                  "fonts-unreadable",
                  {"Không đọc được tệp phông chữ " + files.faces[0] + ".", "The font file " + files.faces[0] + " cannot be read."},
                  {"Cài lại gói fonts-noto-core.", "Reinstall the package fonts-noto-core."},
                  {files.faces[0], {}, -1, {}}});
    }
    return fonts;
}

} // namespace banlang::viewer
