// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "layers/export/meeting_pack.h"

#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

struct PackArguments {
    std::string store;
    std::string folder;
    std::string asOf;
    std::string audience = "meeting";
    bool overwrite = false;
};

int runPack(const PackArguments& arguments, const CommonOptions& common) {
    const auto district = openStore(arguments.store, common);
    if (!district) return fail(common, district.error());
    const auto layer = layerRequest(arguments.store, *district, arguments.asOf, arguments.audience, MapColourScheme::print);
    if (!layer) return fail(common, layer.error());
    PackRequest request{*layer, common.language(), sourceNames(arguments.store, common.language()), arguments.overwrite};
    const auto files = writeMeetingPack(request, arguments.folder, terminalProgress(common));
    if (!files) return fail(common, files.error());
    if (!common.json) {
        for (const PackFile& file : *files) print("{}/{}\n", arguments.folder, file.path);
        return 0;
    }
    auto list = nlohmann::ordered_json::array();
    for (const PackFile& file : *files) list.push_back({{"path", file.path}, {"kind", file.kind}, {"sha256", file.sha256}});
    printJson("pack", {{"folder", arguments.folder},
                       {"as_of", toIso(layer->analysis.asOf())},
                       {"audience", arguments.audience},
                       {"files", list}});
    return 0;
}

} // namespace

void addPack(CommandLine& line) {
    auto arguments = std::make_shared<PackArguments>();
    VerbOptions verb = line.addVerb("pack", "Bộ tài liệu họp / everything for a meeting");
    verb.option("STORE", arguments->store).required();
    verb.option("-o,--output", arguments->folder, "Thư mục / folder").required();
    verb.option("--as-of", arguments->asOf, "Tính đến ngày / as of");
    verb.option("--audience", arguments->audience, "meeting | working-group | public").showDefault();
    verb.flag("--overwrite", arguments->overwrite, "Ghi đè / replace files");
    line.whenChosen(verb, [&line, arguments] { return runPack(*arguments, line.common); });
}

} // namespace banlang::cli
