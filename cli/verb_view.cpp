// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"

#include <unistd.h>

#include <filesystem>

namespace banlang::cli {
namespace {

int runView(const std::string& store, const CommonOptions& common) {
    std::error_code failure;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", failure);
    const std::string viewer = failure ? "banlang-viewer" : (self.parent_path() / "banlang-viewer").string();
    std::vector<const char*> arguments{viewer.c_str(), "--lang", common.languageId.c_str()};
    if (!store.empty()) arguments.push_back(store.c_str());
    arguments.push_back(nullptr);
    stopListening();
    execvp(viewer.c_str(),
           const_cast<char* const*>(arguments.data())); // NOLINT(cppcoreguidelines-pro-type-const-cast): the call's own signature
    return fail(common, {ErrorKind::failed,
                         "viewer-missing",
                         {"Không chạy được banlang-viewer", "banlang-viewer cannot be started"},
                         {"Cài gói có cửa sổ, hoặc dùng banlang map để vẽ ra tệp",
                          "Install the package with the window, or draw to a file with banlang map"},
                         {viewer, {}, -1, {}}});
}

} // namespace

void addView(CommandLine& line) {
    auto store = std::make_shared<std::string>();
    VerbOptions verb = line.addVerb("view", "Mở cửa sổ bản đồ / start the viewer");
    verb.option("STORE", *store);
    line.whenChosen(verb, [&line, store] { return runView(*store, line.common); });
}

} // namespace banlang::cli
