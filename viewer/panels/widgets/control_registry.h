// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/panels/primitives/rect.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace banlang::viewer {

/// Where each control was drawn in the last frame, by its stable id ("layer.donated-land.eye"): for tests and scripts.
class ControlRegistry {
public:
    void clear() { rects_.clear(); }
    void put(std::string_view id, Rect rect) { rects_[std::string(id)] = rect; }
    [[nodiscard]] std::optional<Rect> find(const std::string& id) const {
        const auto found = rects_.find(id);
        return found == rects_.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] const std::map<std::string, Rect>& all() const { return rects_; }

private:
    std::map<std::string, Rect> rects_;
};

} // namespace banlang::viewer
