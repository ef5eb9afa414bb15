// SPDX-License-Identifier: MIT
#include "core/base/out_of_memory.h"
#include "core/text/terminal_text.h"
#include "viewer/platform/window_size.h"
#include "viewer/session/app.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <new>
#include <stdexcept>

namespace {

using namespace banlang;

/// Words of the command line, before they are understood.
struct Words {
    std::string size = "1600x1000";
    std::string language = "vi";
    std::string colourScheme = "light";
    std::string asOf;
};

Error usage(const std::string& option, const std::string& value) {
    return {
        ErrorKind::usage,
        "bad-option",
        {"Giá trị “" + value + "” không dùng được cho " + option + ".", "The value “" + value + "” does not fit " + option + "."},
        {"Xem: banlang-viewer --help", "See: banlang-viewer --help"},
        {}};
}

Result<void> understand(const Words& words, viewer::AppOptions& options) {
    options.settings.language = words.language == "en" ? Language::english : Language::vietnamese;
    if (words.language != "vi" && words.language != "en") return Unexpected(usage("--lang", words.language));
    const auto colourScheme = viewer::uiColourSchemeFromId(words.colourScheme);
    if (!colourScheme) return Unexpected(usage("--theme", words.colourScheme));
    options.settings.colourScheme = *colourScheme;
    BANLANG_TRY(size, viewer::windowSizeFrom(words.size, "--size"));
    options.widthPx = size.widthPx;
    options.heightPx = size.heightPx;
    if (!words.asOf.empty()) {
        options.asOf = parseDate(words.asOf);
        if (!options.asOf) return Unexpected(usage("--as-of", words.asOf));
    }
    return {};
}

int report(const Error& error, Language language) {
    std::fprintf(stderr, "banlang-viewer: %s\n", terminalText(describe(error, language)).c_str());
    return static_cast<int>(error.kind);
}

int run(int argc, char** argv) {
    viewer::AppOptions options;
    Words words;
    CLI::App app{"banlang-viewer: bản đồ chương trình của địa phương / maps of local programmes"};
    app.add_option("STORE", options.store, "Kho dữ liệu .gpkg / the store");
    app.add_option("--script", options.scriptFile, "Mỗi dòng một lệnh / a command per line");
    app.add_flag("--offscreen", options.offscreen, "Không cần màn hình / needs no display");
    app.add_option("--size", words.size, "RỘNGxCAO / WxH");
    app.add_option("--layer", options.layers, "Lớp hiển thị / layers to show")->delimiter(',');
    app.add_option("--lang", words.language, "vi | en");
    app.add_option("--theme", words.colourScheme, "light | dark | contrast");
    app.add_option("--as-of", words.asOf, "Ngày số liệu / the day shown");
    app.add_option("--screenshot", options.screenshotFile, "Ghi ảnh cả cửa sổ / picture of the whole window");
    app.add_option("--state", options.stateFile, "Ghi trạng thái JSON / state as JSON");
    app.add_option("--frames", options.framesFile, "Ghi thời gian khung hình / frame times as JSON");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ErrorKind::usage);
    }
    if (auto understood = understand(words, options); !understood) return report(understood.error(), options.settings.language);
    try {
        if (auto done = viewer::runApp(options); !done) return report(done.error(), options.settings.language);
    } catch (const std::bad_alloc&) {
        return report(outOfMemory(), options.settings.language);
    } catch (const std::length_error&) {
        return report(outOfMemory(), options.settings.language);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::fputs(outOfMemoryLine, stderr);
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "banlang-viewer: %s\n", terminalText(error.what()).c_str());
        return 1;
    }
}
