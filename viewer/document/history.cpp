// SPDX-License-Identifier: MIT
#include "viewer/document/history.h"

#include "viewer/document/command_apply.h"

#include <utility>

namespace banlang::viewer {

Result<void> History::apply(Document& document, const Command& command) {
    if (command.verb == Verb::undo) {
        walk(document, past_, future_);
        return {};
    }
    if (command.verb == Verb::redo) {
        walk(document, future_, past_);
        return {};
    }
    if (info(command.verb).group != VerbGroup::document) return viewer::apply(document, command);
    Step before = stepOf(document);
    BANLANG_CHECK(viewer::apply(document, command));
    past_.push_back(std::move(before));
    future_.clear();
    return {};
}

History::Step History::stepOf(const Document& document) {
    return {static_cast<const DocumentState&>(document), document.rasterBasemap.visible, document.rasterBasemap.opacity};
}

void History::walk(Document& document, std::vector<Step>& from, std::vector<Step>& to) {
    if (from.empty()) return;
    to.push_back(stepOf(document));
    Step step = std::move(from.back());
    from.pop_back();
    static_cast<DocumentState&>(document) = std::move(step.state);
    document.rasterBasemap.visible = step.rasterVisible;
    document.rasterBasemap.opacity = step.rasterOpacity;
}

void History::clear() {
    past_.clear();
    future_.clear();
}

} // namespace banlang::viewer
