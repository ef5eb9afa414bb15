// SPDX-License-Identifier: MIT
#include "viewer/platform/window_size.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace banlang::viewer {
namespace {

std::optional<int> wholeNumber(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool isWithin(int side, int least, int most) {
    return side >= least && side <= most;
}

} // namespace

Result<WindowSize> windowSizeFrom(std::string_view text, std::string_view asked) {
    const std::size_t cross = text.find('x');
    const auto width = wholeNumber(text.substr(0, cross));
    const auto height = cross == text.npos ? std::nullopt : wholeNumber(text.substr(cross + 1));
    if (width && height && isWithin(*width, smallestWindow.widthPx, largestWindow.widthPx) &&
        isWithin(*height, smallestWindow.heightPx, largestWindow.heightPx))
        return WindowSize{*width, *height};
    const std::string range = fmt::format("{}x{} – {}x{}", smallestWindow.widthPx, smallestWindow.heightPx, largestWindow.widthPx,
                                          largestWindow.heightPx);
    return Unexpected(Error{ErrorKind::usage,
                            "bad-window-size",
                            {fmt::format("{}: không mở được cửa sổ cỡ “{}”", asked, text),
                             fmt::format("{}: no window can have the size “{}”", asked, text)},
                            {fmt::format("Viết RỘNGxCAO tính bằng điểm ảnh, trong khoảng {}", range),
                             fmt::format("Write WIDTHxHEIGHT in pixels, within {}", range)},
                            {}});
}

} // namespace banlang::viewer
