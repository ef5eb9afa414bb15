// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/document/document.h"
#include "viewer/document/history.h"

#include <optional>

namespace banlang::viewer {

/// The document of a session and what is still to be told of it. The parts of a session work on it, all on the window's thread.
struct OpenDocument {
    Document document;
    History history;
    bool changed = true;          ///< the next frame shows something else than the last
    std::optional<Error> failure; ///< why the last work in the background failed

    void tell(Message message) { document.messages.push_back(std::move(message)); }
    /// An error in the message list that is no failure of what was asked for.
    void warn(const Error& error);
    /// Work in the background failed; where a person stopped it that is told and no failure.
    void fail(const Error& error);
};

} // namespace banlang::viewer
