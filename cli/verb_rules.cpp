// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/analysis/rule_files/rule_files.h"
#include "core/io/whole_file.h"
#include "core/store/rules.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct RulesArguments {
    std::string store;
    bool list = false;
    std::string show;
    std::string set;
    std::string reset;
};

int runList(const RuleTexts& rules, const CommonOptions& common) {
    const Language language = common.language();
    Json list = Json::array();
    const auto add = [&](std::string_view name, std::string_view title) {
        const bool replaced = rules.isReplaced(name);
        if (common.json) {
            list.push_back({{"file", name}, {"title", title}, {"replaced", replaced}});
            return;
        }
        const Label state = replaced ? Label{"đã thay trong kho", "replaced"} : Label{"theo phần mềm", "as shipped"};
        print("{:<30} {:<16} {}\n", name, state.in(language), title);
    };
    for (const RuleFile& file : shippedRuleFiles()) add(file.name, file.title.in(language));
    for (const auto& own : rules.own) {
        const std::string& name = own.first;
        const auto& shipped = shippedRuleFiles();
        const bool isShipped = std::any_of(shipped.begin(), shipped.end(), [&](const RuleFile& file) { return file.name == name; });
        if (!isShipped) add(name, Label{"thêm trong kho", "added in the store"}.in(language));
    }
    if (common.json) printJson("rules", {{"files", list}});
    return 0;
}

int runShow(const RuleTexts& rules, const std::string& name, const CommonOptions& common) {
    const std::string_view text = rules.text(name);
    if (text.empty()) {
        const auto unknown = checkRuleText(name, text);
        return unknown ? 0 : fail(common, unknown.error());
    }
    if (common.json) {
        printJson("rules", {{"file", name}, {"replaced", rules.isReplaced(name)}, {"text", text}});
    } else {
        print("{}", text);
    }
    return 0;
}

int runSet(const RulesArguments& arguments, const CommonOptions& common) {
    const auto text = readWholeFile(arguments.set, largestRuleText);
    if (!text) return fail(common, text.error());
    const std::string name = std::filesystem::path(arguments.set).filename().string();
    if (const auto done = setRule(arguments.store, name, *text); !done) return fail(common, done.error());
    storeIsWritten();
    if (common.json) {
        printJson("rules", {{"set", name}});
    } else {
        say(common, {fmt::format("Đã đưa {} vào kho", name), fmt::format("{} is in the store now", name)});
    }
    return 0;
}

int runReset(const RulesArguments& arguments, const CommonOptions& common) {
    if (const auto done = resetRule(arguments.store, arguments.reset); !done) return fail(common, done.error());
    storeIsWritten();
    if (common.json) {
        printJson("rules", {{"reset", arguments.reset}});
    } else {
        say(common, {fmt::format("{} lại theo phần mềm", arguments.reset), fmt::format("{} is as shipped again", arguments.reset)});
    }
    return 0;
}

int runRules(const RulesArguments& arguments, const CommonOptions& common) {
    if (!arguments.set.empty()) return runSet(arguments, common);
    if (!arguments.reset.empty()) return runReset(arguments, common);
    const auto rules = storedRuleTexts(arguments.store);
    if (!rules) return fail(common, rules.error());
    return arguments.show.empty() ? runList(*rules, common) : runShow(*rules, arguments.show, common);
}

} // namespace

void addRules(CommandLine& line) {
    auto arguments = std::make_shared<RulesArguments>();
    VerbOptions verb = line.addVerb("rules", "Quy tắc, ngưỡng của kho / rules and thresholds of the store");
    verb.option("STORE", arguments->store).required();
    const OptionRules list = verb.flag("--list", arguments->list, "Danh sách tệp / list the files");
    const OptionRules show = verb.option("--show", arguments->show, "In một tệp / print a file").excludes(list);
    const OptionRules set =
        verb.option("--set", arguments->set, "Thay bằng tệp này / put this file in its place").excludes(list).excludes(show);
    verb.option("--reset", arguments->reset, "Trở lại theo phần mềm / back to what ships")
        .excludes(list)
        .excludes(show)
        .excludes(set);
    line.whenChosen(verb, [&line, arguments] { return runRules(*arguments, line.common); });
}

} // namespace banlang::cli
