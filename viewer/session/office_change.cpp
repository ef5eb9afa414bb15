// SPDX-License-Identifier: MIT
#include "viewer/session/office_change.h"

#include "core/store/office.h"

#include <memory>
#include <utility>

namespace banlang::viewer {
namespace {

Result<Office> keep(const Command& command, const std::string& storePath) {
    OfficeChange change;
    BANLANG_TRY(level, officeLevelNamed(command.arguments[1]));
    change.name = command.arguments[0];
    change.level = level;
    if (command.arguments.size() > 2) change.authority = command.arguments[2];
    return setOffice(storePath, change);
}

} // namespace

Result<void> changeOffice(const Command& command, OpenDocument& open) {
    Document& document = open.document;
    if (!document.district) return Unexpected(wrongArguments(command));
    auto office = keep(command, document.storePath);
    if (!office) {
        document.officeProblem = std::make_shared<const Error>(office.error());
        return Unexpected(std::move(office.error()));
    }
    auto district = std::make_shared<District>(*document.district); // shares its tables
    district->office = std::move(*office);
    document = documentWith(std::move(district), document.rules, document);
    document.officeOpen = false;
    document.officeProblem.reset();
    open.history.clear();
    return {};
}

} // namespace banlang::viewer
