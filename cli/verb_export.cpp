// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/base/write_error.h"
#include "layers/export/export_layer.h"

#include <nlohmann/json.hpp>

#include <array>

namespace banlang::cli {
namespace {

struct ExportArguments {
    std::string store;
    std::string layer;
    std::string output;
    std::string asOf;
    std::string audience = "meeting";
    std::string geometry = "none";
    std::string headers = "codes";
    bool overwrite = false;
};

CsvOptions csvOptions(const ExportArguments& arguments) {
    return {csvGeometryFromId(arguments.geometry).value_or(CsvGeometry::none), arguments.headers == "names"};
}

int runExport(const ExportArguments& arguments, const CommonOptions& common) {
    if (const auto free = notOwnInput(arguments.output, std::array{arguments.store}); !free) return fail(common, free.error());
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto request = layerRequest(arguments.store, *district, arguments.asOf, arguments.audience, MapColourScheme::light);
    if (!request) return fail(common, request.error());
    const auto layer = buildLayer(arguments.layer, *request);
    if (!layer) return fail(common, layer.error());
    const auto report =
        exportLayer(*layer, {(*district)->epsg, common.language(), arguments.output, arguments.overwrite, terminalProgress(common),
                             provenanceOf(*layer, *request, common.language(), sourceNames(arguments.store, common.language())),
                             csvOptions(arguments)});
    if (!report) return fail(common, report.error());
    for (const Bilingual& note : report->notes) say(common, note);
    if (common.json) {
        nlohmann::ordered_json fields{{"file", arguments.output}, {"features", report->features}};
        for (const Bilingual& note : report->notes) fields["notes"].push_back(note.in(common.language()));
        printJson("export", fields);
    } else {
        print("{}  {}\n", arguments.output, report->features);
    }
    return 0;
}

} // namespace

void addExport(CommandLine& line) {
    auto arguments = std::make_shared<ExportArguments>();
    VerbOptions verb = line.addVerb("export", "Xuất một lớp / one layer out");
    verb.option("STORE", arguments->store).required();
    verb.option("--layer", arguments->layer, "Lớp / layer id").required();
    verb.option("-o,--output", arguments->output, "F.gpkg | geojson | kml | kmz | shp | csv | xlsx").required();
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb.option("--audience", arguments->audience, "meeting | working-group | public").showDefault();
    verb.option("--geometry", arguments->geometry, "CSV: none | wkt | xy").oneOf({"none", "wkt", "xy"}).showDefault();
    verb.option("--headers", arguments->headers, "CSV: codes (tên máy / machine names) | names (tên cột / readers' names)")
        .oneOf({"codes", "names"})
        .showDefault();
    verb.flag("--overwrite", arguments->overwrite, "Ghi đè / replace the file");
    line.whenChosen(verb, [&line, arguments] { return runExport(*arguments, line.common); });
}

} // namespace banlang::cli
