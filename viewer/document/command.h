// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/document/document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::viewer {

/// The one vocabulary of buttons, keys, scripts and tests.
enum class Verb : std::uint8_t {
    // Change the document; can be undone.
    layer,
    legend,
    programme,
    asOf,
    compare,
    split,
    audience,
    language,
    theme,
    backdropOpacity,
    tab,
    gap,
    conclusion,
    sort,
    select,
    projector,
    page,
    // Change what is seen; not worth an undo step.
    zoom,
    zoomAt,
    zoomTo,
    pan,
    home,
    searchOpen,
    officeOpen,
    fullScreen,
    importView,
    importRow,
    conclusionOf,
    linkView,
    linkRow,
    inspect,
    // History.
    undo,
    redo,
    // For the application: files and simulated input.
    open,
    import,
    browse,
    choose,
    answer,
    readText,
    readRole,
    undoImport,
    redoImport,
    decideLink,
    withdrawLink,
    cancel,
    backdrop,
    setOffice,
    sample,
    move,
    click,
    press,
    drag,
    scroll,
    key,
    type,
    resize,
    renewGraphics,
    wait,
    screenshot,
    controls,
    quit,
};
inline constexpr std::size_t verbCount = 61;

enum class VerbGroup : std::uint8_t { document, view, history, application };

struct VerbInfo {
    Verb verb;
    std::string_view word;      ///< "as-of"
    std::string_view arguments; ///< for help: "DATE"
    std::size_t leastArguments = 0;
    std::size_t mostArguments = 0;
    VerbGroup group = VerbGroup::document;
};
[[nodiscard]] std::span<const VerbInfo> verbs();
[[nodiscard]] const VerbInfo& info(Verb verb);

struct Command {
    Verb verb = Verb::wait;
    std::vector<std::string> arguments;
    /// The row that `select` and `zoomTo` are about, where the program knows it; a script names it by its arguments.
    std::optional<RecordRef> target{};
    bool operator==(const Command&) const = default;
};

/// One line of a script: a word and its arguments; an argument with blanks stands in double quotes. Empty lines and lines that
/// begin with # give nothing.
[[nodiscard]] Result<std::optional<Command>> parseCommand(std::string_view line);
[[nodiscard]] std::string toText(const Command& command);
/// The right number of arguments, but not of the right sort.
[[nodiscard]] Error wrongArguments(const Command& command);

} // namespace banlang::viewer
