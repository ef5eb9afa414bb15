// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/link/link.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

Json tableJson(const TableLinkReport& report, Language language) {
    Json methods = Json::object();
    for (const auto& [method, count] : report.byMethod) methods[std::string(name(method))] = count;
    Json open = Json::array();
    for (const OpenLink& link : report.open)
        open.push_back({{"row", link.row + 1}, {"key", link.key}, {"reason", link.reason.in(language)}});
    return {{"name", recordKind(report.role).id},
            {"records", report.records},
            {"linked", report.linked},
            {"by_method", methods},
            {"open", open}};
}

int runLink(const std::string& path, const CommonOptions& common) {
    auto store = Store::openForReading(path);
    if (!store) return fail(common, store.error());
    auto district = store->read(terminalProgress(common));
    if (!district) return fail(common, district.error());
    const auto reports = linkDistrict(*district);
    Json tables = Json::array();
    for (const TableLinkReport& report : reports) {
        if (common.json) {
            tables.push_back(tableJson(report, common.language()));
            continue;
        }
        fmt::print("{:<18} {:>9} / {:<9}\n", recordKind(report.role).label.in(common.language()), report.linked, report.records);
        for (const OpenLink& link : report.open) fmt::print("      {:<24} {}\n", link.key, link.reason.in(common.language()));
    }
    if (common.json) printJson("link", {{"tables", tables}});
    return 0;
}

} // namespace

void addLink(CommandLine& line) {
    auto path = std::make_shared<std::string>();
    CLI::App* verb = line.app.add_subcommand(
        "link", "Nối số liệu với nơi chốn, nêu phần chưa nối được / link records to places, list what is open");
    verb->add_option("STORE", *path)->required();
    verb->callback([&line, path] { line.run = [&line, path] { return runLink(*path, line.common); }; });
}

} // namespace banlang::cli
