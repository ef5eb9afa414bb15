// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/document/document.h"

#include <cstdint>
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
    fullScreen,
    importView,
    importRow,
    conclusionOf,
    linkView,
    linkRow,
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
    decideLink,
    withdrawLink,
    cancel,
    backdrop,
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
inline constexpr std::size_t verbCount = 57;

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
    bool operator==(const Command&) const = default;
};

/// One line of a script: a word and its arguments; an argument with blanks stands in double quotes. Empty lines and lines that
/// begin with # give nothing.
[[nodiscard]] Result<std::optional<Command>> parseCommand(std::string_view line);
[[nodiscard]] std::string toText(const Command& command);
/// The right number of arguments, but not of the right sort.
[[nodiscard]] Error wrongArguments(const Command& command);

/// Carries out a command of the groups document and view. The document stays as it was when it fails.
[[nodiscard]] Result<void> apply(Document& document, const Command& command);

/// Earlier and later documents; a document is small, the district in it is shared.
class History {
public:
    /// Applies any command that is not for the application; undo and redo keep the map where it is.
    [[nodiscard]] Result<void> apply(Document& document, const Command& command);
    void clear();
    [[nodiscard]] bool canUndo() const { return !past_.empty(); }
    [[nodiscard]] bool canRedo() const { return !future_.empty(); }

private:
    void step(Document& document, std::vector<Document>& from, std::vector<Document>& to);
    std::vector<Document> past_;
    std::vector<Document> future_;
};

} // namespace banlang::viewer
