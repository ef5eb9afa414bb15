// SPDX-License-Identifier: MIT
#include "cli/backdrop_option.h"
#include "layers/paper/map_sheet.h"

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
    std::string paper = "A3";
    std::string unit;
    std::string asOf;
    std::string compare;
    std::string audience = "meeting";
    double dpi = 150;
    BackdropOption backdrop;
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

Result<SheetRequest> sheetRequest(const MapArguments& arguments, const CommonOptions& common) {
    BANLANG_TRY(district, openStore(arguments.store, common));
    SheetRequest request;
    BANLANG_TRY(layer, layerRequest(arguments.store, district, arguments.asOf, arguments.audience, MapTheme::paper));
    request.layer = std::move(layer);
    request.layerIds = arguments.layers;
    if (!arguments.compare.empty()) {
        BANLANG_TRY(day, asOfDate(arguments.compare, *district));
        request.compareWith = day;
    }
    request.dpi = arguments.dpi;
    request.language = common.language();
    request.sources = sourceNames(arguments.store, common.language());
    request.progress = terminalProgress(common);
    BANLANG_TRY(backdrop, chosenBackdrop(arguments.backdrop, arguments.store, *district, common));
    request.backdrop = std::move(backdrop);
    if (request.backdrop.source != nullptr) {
        const std::string name = std::filesystem::path(request.backdrop.source->info().path).filename().string();
        // Before the others, which may not all find room.
        request.sources.insert(request.sources.begin(),
                               fmt::format("{}: {}", Label{"ảnh nền", "backdrop"}.in(common.language()), name));
    }
    const auto paper = paperFromId(arguments.paper);
    if (!paper) {
        return Unexpected(Error{
            ErrorKind::usage,
            "bad-paper",
            {fmt::format("Không có khổ giấy “{}”", arguments.paper), fmt::format("There is no paper size “{}”", arguments.paper)},
            {"Chọn A4, A3, A2, A1 hoặc A0", "Choose A4, A3, A2, A1 or A0"},
            {}});
    }
    request.paper = *paper;
    if (!arguments.size.empty()) {
        BANLANG_TRY(size, parseSize(arguments.size));
        request.pixelSize = size;
    }
    if (!arguments.unit.empty()) {
        BANLANG_TRY(row, communeRow(*district, arguments.unit, request.layer.asOf));
        request.communeCode = std::string(district->table(Role::communes).textAt("code", row));
    }
    return request;
}

int runMap(const MapArguments& arguments, const CommonOptions& common) {
    const auto request = sheetRequest(arguments, common);
    if (!request) return fail(common, request.error());
    const auto report = writeMapSheet(*request, arguments.output, arguments.overwrite);
    if (!report) return fail(common, report.error());
    if (report->backdropFailure) {
        say(common, {"Ảnh nền thiếu một phần. " + describe(*report->backdropFailure, Language::vietnamese),
                     "Parts of the backdrop are missing. " + describe(*report->backdropFailure, Language::english)});
    }
    if (common.json) {
        nlohmann::ordered_json json{
            {"file", arguments.output}, {"scale", report->scaleDenominator}, {"features_drawn", report->featuresDrawn}};
        if (request->backdrop.source != nullptr) json["backdrop"] = rasterJson(request->backdrop.source->info());
        if (report->backdropFailure) json["backdrop_problem"] = errorJson(*report->backdropFailure, common.language());
        printJson("map", std::move(json));
    } else {
        fmt::print("{}  1:{:.0f}\n", arguments.output, report->scaleDenominator);
    }
    return 0;
}

} // namespace

void addMap(CommandLine& line) {
    auto arguments = std::make_shared<MapArguments>();
    CLI::App* verb = line.app.add_subcommand("map", "Vẽ một tờ bản đồ / draw one sheet");
    verb->add_option("STORE", arguments->store)->required();
    verb->add_option("--layer", arguments->layers, "Lớp / layer ids")->required()->delimiter(',');
    verb->add_option("-o,--output", arguments->output, "F.png | F.pdf | F.svg")->required();
    auto* size = verb->add_option("--size", arguments->size, "Điểm ảnh, chỉ bản đồ / pixels, bare map: 1600x1000");
    verb->add_option("--paper", arguments->paper, "A4 - A0")->capture_default_str()->excludes(size);
    verb->add_option("--dpi", arguments->dpi, "PNG")->check(CLI::Range(36.0, 1200.0))->capture_default_str();
    verb->add_option("--unit", arguments->unit, "Mã hoặc tên xã / commune, by code or name");
    verb->add_option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb->add_option("--compare", arguments->compare,
                     "Hai bản đồ cạnh nhau, bản trước theo ngày này / a second map of this day beside");
    verb->add_option("--audience", arguments->audience, "meeting | working-group | public")->capture_default_str();
    addBackdropOption(*verb, arguments->backdrop);
    verb->add_flag("--overwrite", arguments->overwrite, "Ghi đè / replace the file");
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runMap(*arguments, line.common); }; });
}

} // namespace banlang::cli
