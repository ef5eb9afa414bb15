// SPDX-License-Identifier: MIT
#include "cli/raster_basemap_option.h"
#include "layers/paper/print_layout.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <filesystem>

namespace banlang::cli {
namespace {

struct MapArguments {
    std::string store;
    std::vector<std::string> layers;
    std::string output;
    std::string size;
    std::string paperSize = "A3";
    std::string unit;
    std::string asOf;
    std::string compare;
    std::string audience = "meeting";
    double dpi = 150;
    RasterBasemapOption rasterBasemap;
    bool overwrite = false;
};

Result<std::pair<int, int>> parseSize(const std::string& text) {
    std::pair<int, int> size{0, 0};
    const std::size_t cross = text.find('x');
    const char* const begin = text.data();
    bool good = cross != std::string::npos;
    if (good) {
        const auto width = std::from_chars(begin, begin + cross, size.first);
        const auto height = std::from_chars(begin + cross + 1, begin + text.size(), size.second);
        good =
            width.ptr == begin + cross && height.ptr == begin + text.size() && width.ec == std::errc{} && height.ec == std::errc{};
    }
    if (good && size.first >= 64 && size.second >= 64 && size.first <= 30'000 && size.second <= 30'000) return size;
    return Unexpected(Error{ErrorKind::usage,
                            "bad-size",
                            {fmt::format("“{}” không phải kích thước", text), fmt::format("“{}” is not a size", text)},
                            {"Viết 1600x1000, từ 64 đến 30.000 điểm ảnh", "Write 1600x1000, from 64 to 30,000 pixels"},
                            {}});
}

Result<PrintRequest> printRequest(const MapArguments& arguments, const CommonOptions& common) {
    BANLANG_TRY(district, openStore(arguments.store, common));
    BANLANG_TRY(layer, layerRequest(arguments.store, district, arguments.asOf, arguments.audience, MapColourScheme::print,
                                    arguments.compare));
    PrintRequest request{.layerIds = arguments.layers, .layer = std::move(layer)};
    request.dpi = arguments.dpi;
    request.language = common.language();
    request.sources = sourceNames(arguments.store, common.language());
    request.progress = terminalProgress(common);
    BANLANG_TRY(rasterBasemap, chosenRasterBasemap(arguments.rasterBasemap, arguments.store, *district, common));
    request.rasterBasemap = std::move(rasterBasemap);
    if (request.rasterBasemap.source != nullptr) {
        const std::string name = std::filesystem::path(request.rasterBasemap.source->info().path).filename().string();
        // Before the others, which may not all find room.
        request.sources.insert(request.sources.begin(),
                               fmt::format("{}: {}", Label{"ảnh nền", "backdrop"}.in(common.language()), name));
    }
    const auto paperSize = paperSizeFromId(arguments.paperSize);
    if (!paperSize) {
        return Unexpected(Error{ErrorKind::usage,
                                "bad-paper",
                                {fmt::format("Không có khổ giấy “{}”", arguments.paperSize),
                                 fmt::format("There is no paper size “{}”", arguments.paperSize)},
                                {"Chọn A4, A3, A2, A1 hoặc A0", "Choose A4, A3, A2, A1 or A0"},
                                {}});
    }
    request.paperSize = *paperSize;
    if (!arguments.size.empty()) {
        BANLANG_TRY(size, parseSize(arguments.size));
        request.pixelSize = size;
    }
    if (!arguments.unit.empty()) {
        BANLANG_TRY(row, communeRow(*district, arguments.unit, request.layer.analysis.asOf()));
        request.communeCode = std::string(district->table(Role::communes).textAt(fields::communes.code, row));
    }
    return request;
}

int runMap(const MapArguments& arguments, const CommonOptions& common) {
    const auto request = printRequest(arguments, common);
    if (!request) return fail(common, request.error());
    const auto report = writePrintLayout(*request, arguments.output, arguments.overwrite);
    if (!report) return fail(common, report.error());
    if (report->rasterBasemapFailure) {
        say(common, {"Ảnh nền thiếu một phần. " + describe(*report->rasterBasemapFailure, Language::vietnamese),
                     "Parts of the backdrop are missing. " + describe(*report->rasterBasemapFailure, Language::english)});
    }
    if (common.json) {
        nlohmann::ordered_json json{
            {"file", arguments.output}, {"scale", report->scaleDenominator}, {"features_drawn", report->featuresDrawn}};
        if (request->rasterBasemap.source != nullptr) json["backdrop"] = rasterJson(request->rasterBasemap.source->info());
        if (report->rasterBasemapFailure) json["backdrop_problem"] = errorJson(*report->rasterBasemapFailure, common.language());
        printJson("map", json);
    } else {
        print("{}  1:{:.0f}\n", arguments.output, report->scaleDenominator);
    }
    return 0;
}

} // namespace

void addMap(CommandLine& line) {
    auto arguments = std::make_shared<MapArguments>();
    VerbOptions verb = line.addVerb("map", "Vẽ một tờ bản đồ / draw one sheet");
    verb.option("STORE", arguments->store).required();
    verb.option("--layer", arguments->layers, "Lớp / layer ids").required().separatedBy(',');
    verb.option("-o,--output", arguments->output, "F.png | F.pdf | F.svg").required();
    const OptionRules size = verb.option("--size", arguments->size, "Điểm ảnh, chỉ bản đồ / pixels, bare map: 1600x1000");
    verb.option("--paper", arguments->paperSize, "A4 - A0").showDefault().excludes(size);
    verb.option("--dpi", arguments->dpi, "PNG").between(36.0, 1200.0).showDefault();
    verb.option("--unit", arguments->unit, "Mã hoặc tên xã / commune, by code or name");
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb.option("--compare", arguments->compare, "Hai bản đồ cạnh nhau, bản trước theo ngày này / a second map of this day beside");
    verb.option("--audience", arguments->audience, "meeting | working-group | public").showDefault();
    addRasterBasemapOption(verb, arguments->rasterBasemap);
    verb.flag("--overwrite", arguments->overwrite, "Ghi đè / replace the file");
    line.whenChosen(verb, [&line, arguments] { return runMap(*arguments, line.common); });
}

} // namespace banlang::cli
