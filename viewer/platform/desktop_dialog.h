// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/parallel.h"
#include "viewer/platform/path_dialog.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace banlang::viewer {

/// What became of a question to the desktop.
struct DesktopAnswer {
    bool answered = false; ///< false: there is no such dialog, or it broke; somebody else has to ask
    std::string path;      ///< empty when the person put it away
};

struct OpenQuestion;

/// The file dialog of the desktop (xdg-desktop-portal, over D-Bus). Asks on a thread of its own, one question at a time.
class DesktopDialog {
public:
    DesktopDialog() = default;
    ~DesktopDialog(); ///< puts an open question away
    DesktopDialog(const DesktopDialog&) = delete;
    DesktopDialog& operator=(const DesktopDialog&) = delete;

    /// `wake` is called from that thread when the answer is there.
    void ask(PathKind kind, Language language, std::function<void()> wake);
    [[nodiscard]] bool asking() const { return answer_.started(); }
    [[nodiscard]] bool ready() const;
    [[nodiscard]] std::optional<DesktopAnswer> take();

private:
    std::shared_ptr<OpenQuestion> question_;
    BackgroundTask<DesktopAnswer> answer_;
};

/// Title of a dialog that asks for such a path.
[[nodiscard]] Label titleOf(PathKind kind);

} // namespace banlang::viewer
