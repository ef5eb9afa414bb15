// SPDX-License-Identifier: MIT
#include "cli/command_line.h"

#include <CLI/CLI.hpp>

namespace banlang::cli {

CommandLine::CommandLine() : app(std::make_unique<CLI::App>()) {}
CommandLine::~CommandLine() = default;

VerbOptions CommandLine::addVerb(const std::string& name, const std::string& help) {
    return VerbOptions(*app->add_subcommand(name, help));
}

void CommandLine::whenChosen(VerbOptions verb, std::function<int()> runVerb) {
    verb.whenChosen([this, runVerb = std::move(runVerb)] { run = runVerb; });
}

} // namespace banlang::cli
