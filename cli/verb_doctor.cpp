// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/geo/crs.h"
#include "core/geo/gdal_drivers.h"

#include <fmt/format.h>
#include <gdal.h>
#include <nlohmann/json.hpp>
#include <pango/pangocairo.h>
#include <proj.h>

#include <clocale>
#include <cmath>
#include <cstdlib>
#include <filesystem>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Finding {
    std::string id;
    std::string value;
    bool good = true;
    Bilingual hint;
};

Finding driver(const char* name) {
    const bool there = GDALGetDriverByName(name) != nullptr;
    return {fmt::format("gdal-driver-{}", name),
            there ? "có / yes" : "không / no",
            there,
            {"Cài lại gói libgdal", "Install the libgdal package again"}};
}

Finding font(const char* family) {
    PangoFontMap* map = pango_cairo_font_map_get_default();
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(map, &families, &count);
    bool there = false;
    for (int i = 0; i < count; ++i) there = there || std::string_view(pango_font_family_get_name(families[i])) == family;
    g_free(families);
    return {fmt::format("font-{}", family),
            there ? "có / yes" : "không / no",
            there,
            {"Cài gói fonts-noto-core và fonts-dejavu-core", "Install the packages fonts-noto-core and fonts-dejavu-core"}};
}

/// A known point must come out where the ministry's parameters put it.
Finding vn2000() {
    const auto transform = toWgs84(defaultStoreEpsg);
    constexpr double expectedLonDeg = 104.9799985603;
    constexpr double expectedLatDeg = 22.8199984426;
    bool good = false;
    if (transform) {
        const LonLat found = lonLatOf(*transform, {446427, 2524553});
        good = std::abs(found.lonDeg - expectedLonDeg) < 1e-8 && std::abs(found.latDeg - expectedLatDeg) < 1e-8;
    }
    return {"vn2000-operation-6960",
            good ? "đúng / right" : "sai / wrong",
            good,
            {"Cài lại gói proj-data", "Install the package proj-data again"}};
}

Finding viewerProgram() {
    std::error_code failure;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failure);
    const bool there = !failure && std::filesystem::exists(self.parent_path() / "banlang-viewer", failure);
    return {"viewer", there ? "có / yes" : "không / no", there, {"Dựng với WITH_VIEWER=ON", "Build with WITH_VIEWER=ON"}};
}

std::string environment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): one thread
    return value != nullptr ? value : "";
}

std::vector<Finding> examine() {
    registerGdalDrivers();
    std::vector<Finding> findings;
    findings.push_back({"gdal", GDALVersionInfo("RELEASE_NAME"), true, {}});
    findings.push_back({"proj", proj_info().release, true, {}});
    for (const char* name : {"GPKG", "ESRI Shapefile", "GeoJSON", "FlatGeobuf", "CSV", "LIBKML", "MapInfo File", "XLSX", "GTiff"})
        findings.push_back(driver(name));
    for (const char* family : {"Noto Sans", "DejaVu Sans"}) findings.push_back(font(family));
    findings.push_back(vn2000());
    findings.push_back(viewerProgram());
    findings.push_back({"locale", std::setlocale(LC_CTYPE, nullptr), true, {}});
    const std::string display = environment("DISPLAY") + environment("WAYLAND_DISPLAY");
    findings.push_back({"display",
                        display.empty() ? "không / none" : display,
                        true,
                        {"Không có màn hình: dùng banlang-viewer --screenshot", "No display: use banlang-viewer --screenshot"}});
    return findings;
}

int runDoctor(const CommonOptions& common) {
    const auto findings = examine();
    bool allGood = true;
    Json list = Json::array();
    for (const Finding& finding : findings) {
        allGood = allGood && finding.good;
        if (common.json) {
            list.push_back({{"id", finding.id},
                            {"value", finding.value},
                            {"good", finding.good},
                            {"hint", finding.good ? "" : finding.hint.in(common.language())}});
            continue;
        }
        print("{} {:<28} {}\n", finding.good ? " " : "!", finding.id, finding.value);
        if (!finding.good) print("      {}\n", finding.hint.in(common.language()));
    }
    if (common.json) printJson("doctor", {{"healthy", allGood}, {"findings", list}});
    return allGood ? 0 : static_cast<int>(ErrorKind::failed);
}

} // namespace

void addDoctor(CommandLine& line) {
    VerbOptions verb = line.addVerb("doctor", "Trình điều khiển, phông chữ, phiên bản / drivers, fonts, versions");
    line.whenChosen(verb, [&line] { return runDoctor(line.common); });
}

} // namespace banlang::cli
