// SPDX-License-Identifier: MIT
#include "viewer/session/script.h"

#include "layers/themes/catalogue.h"
#include "viewer/document/command_apply.h"

#include <algorithm>
#include <fstream>

namespace banlang::viewer {

Result<std::vector<Command>> readScript(const std::string& path) {
    std::vector<Command> commands;
    if (path.empty()) return commands;
    std::ifstream file(path);
    if (!file) {
        return Unexpected(Error{ErrorKind::usage,
                                "script-missing",
                                {"Không mở được tệp lệnh.", "The script cannot be opened."},
                                {"Kiểm tra đường dẫn sau --script.", "Check the path after --script."},
                                {path, {}, -1, {}}});
    }
    std::string line;
    for (std::int64_t number = 1; std::getline(file, line); ++number) {
        auto command = parseCommand(line);
        if (!command) {
            command.error().where = {path, {}, number, {}};
            return Unexpected(std::move(command.error()));
        }
        if (*command) commands.push_back(std::move(**command));
    }
    return commands;
}

namespace {

/// Who asks for the parcels wants to see those, not the theme that is shown when nobody asks.
Result<void> hideOtherThemes(Session& session, const std::vector<std::string>& asked) {
    const std::vector<std::string> visible = session.document().visibleLayers;
    for (const LayerInfo& layer : layerCatalogue()) {
        const bool shown = layer.isTheme && std::ranges::find(visible, layer.id) != visible.end();
        if (!shown || std::ranges::find(asked, layer.id) != asked.end()) continue;
        BANLANG_CHECK(session.run({Verb::layer, {std::string(layer.id), "off"}}));
    }
    return {};
}

} // namespace

std::optional<OpeningStore> startAsked(const AppOptions& options) {
    if (options.store.empty()) return std::nullopt;
    return startOpening(options.store);
}

Result<void> openAsked(Session& session, const AppOptions& options, std::optional<OpeningStore> opening) {
    if (opening) BANLANG_CHECK(session.finishOpening(std::move(*opening)));
    if (!options.layers.empty()) BANLANG_CHECK(hideOtherThemes(session, options.layers));
    bool ruled = false;
    for (std::size_t i = 0; i < options.layers.size(); ++i) {
        // The first layer that can be a theme rules the table and the chart as well.
        const Command themeId{Verb::programme, {options.layers[i]}};
        Document trial = session.document();
        const bool rules = !ruled && apply(trial, themeId).has_value();
        ruled = ruled || rules;
        BANLANG_CHECK(session.run(rules ? themeId : Command{Verb::layer, {options.layers[i], "on"}}));
        if (i == 0 && !rules) BANLANG_CHECK(session.run({Verb::legend, {options.layers[i]}}));
    }
    if (options.asOf) BANLANG_CHECK(session.run({Verb::asOf, {toIso(*options.asOf)}}));
    return {};
}

} // namespace banlang::viewer
