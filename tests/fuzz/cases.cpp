// SPDX-License-Identifier: MIT
#include "tests/fuzz/cases.h"

#include "tests/fuzz/bytes.h"

#include <iterator>
#include <stdexcept>

namespace banlang::fuzz {
namespace {

/// Copies of a good file and its parts.
fs::path copied(const GoodFile& good, const fs::path& folder) {
    const bool isFolder = fs::is_directory(good.path);
    const fs::path to = folder / good.path.filename();
    if (isFolder) {
        fs::create_directories(to);
        for (const fs::path& part : good.sidecars) fs::copy_file(part, to / part.filename());
    } else {
        fs::copy_file(good.path, to);
        for (const fs::path& part : good.sidecars) fs::copy_file(part, folder / part.filename());
    }
    return to;
}

fs::path partOf(const fs::path& main, const std::string& part) {
    if (part.empty()) return main;
    return part.starts_with('.') ? fs::path(main).replace_extension(part) : main / part;
}

} // namespace

Case bytesCase(const std::string& name, const std::string& fileName, std::function<std::string(const Place&)> bytes) {
    return {name, [fileName, make = std::move(bytes)](const Place& place) {
                const fs::path path = place.folder / fileName;
                writeBytes(path, make(place));
                return path;
            }};
}

std::vector<Case> spoilt(const std::function<GoodFile(const Place&)>& good, const std::string& part,
                         const std::vector<Damage>& damages) {
    std::vector<Case> cases;
    for (const Damage& damage : damages) {
        cases.push_back({part + " " + damage.name, [=](const Place& place) {
                             const fs::path main = copied(good(place), place.folder);
                             const fs::path spoilt = partOf(main, part);
                             const std::string bytes = readBytes(spoilt);
                             const std::string damaged = damage.apply(bytes);
                             if (damaged == bytes) throw std::runtime_error(damage.name + " changes nothing");
                             writeBytes(spoilt, damaged);
                             return main;
                         }});
    }
    return cases;
}

void append(std::vector<Case>& cases, std::vector<Case> more) {
    std::move(more.begin(), more.end(), std::back_inserter(cases));
}

} // namespace banlang::fuzz
