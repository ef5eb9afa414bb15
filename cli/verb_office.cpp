// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/geo/crs.h"
#include "core/store/office.h"
#include "core/store/store_crs.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

struct OfficeArguments {
    std::string store;
    std::string code;
    std::string name;
    std::string level;
    std::string authority;
    std::string crs;
};

/// The options of the line; kept to ask which were given, since an empty text is a value too.
struct OfficeOptions {
    OptionRules name;
    OptionRules level;
    OptionRules authority;
    OptionRules code;
};

struct StoreOffice {
    Office office;
    Crs crs;
};

Result<OfficeChange> changeOf(const OfficeArguments& arguments, const OfficeOptions& options) {
    OfficeChange change;
    if (options.name.given()) change.name = arguments.name;
    if (options.level.given()) {
        BANLANG_TRY(level, officeLevelNamed(arguments.level));
        change.level = level;
    }
    if (options.authority.given()) change.authority = arguments.authority;
    if (options.code.given()) change.code = arguments.code;
    return change;
}

/// Sets what is asked for and gives what the store says then. What cannot be in one of them changes nothing in the other.
Result<StoreOffice> settled(const OfficeArguments& arguments, const OfficeOptions& options, const CommonOptions& common) {
    BANLANG_TRY(change, changeOf(arguments, options));
    BANLANG_TRY(epsg, epsgNamed(arguments.crs));
    if (epsg && !change.empty()) BANLANG_CHECK(setOffice(arguments.store, change, true));
    if (epsg) BANLANG_CHECK(changeStoreCrs(arguments.store, *epsg, terminalProgress(common)));
    BANLANG_TRY(office, change.empty() ? storedOffice(arguments.store) : setOffice(arguments.store, change));
    BANLANG_TRY(stored, storedCrs(arguments.store));
    BANLANG_TRY(crs, Crs::fromEpsg(stored));
    if (epsg || !change.empty()) storeIsWritten();
    return StoreOffice{std::move(office), std::move(crs)};
}

void printOffice(const StoreOffice& stored, Language language) {
    const Office& office = stored.office;
    const Label unknown{"chưa rõ", "not known"};
    const auto line = [&](Label label, std::string_view value, bool isGuess) {
        const std::string_view note =
            isGuess && !value.empty() ? Label{"  (đoán)", "  (guessed)"}.in(language) : std::string_view();
        print("{:<18} {}{}\n", label.in(language), value.empty() ? unknown.in(language) : value, note);
    };
    const bool leveled = office.level != OfficeLevel::unknown;
    line({"Cơ quan", "Office"}, fullName(office), office.guessed.name);
    line({"Cấp", "Level"}, leveled ? officeWords(office).level.in(language) : std::string_view(), office.guessed.level);
    const bool noAuthority = office.authority.empty() && !office.guessed.authority;
    line({"Cơ quan cấp trên", "Authority above"}, noAuthority ? Label{"không ghi", "none"}.in(language) : office.authority,
         office.guessed.authority);
    line({"Mã", "Code"}, office.code, office.guessed.code);
    line({"Hệ tọa độ của kho", "CRS of the store"}, fmt::format("{} (EPSG:{})", stored.crs.name(), stored.crs.epsg()), false);
}

int runOffice(const OfficeArguments& arguments, const OfficeOptions& options, const CommonOptions& common) {
    const auto stored = settled(arguments, options, common);
    if (!stored) return fail(common, stored.error());
    if (common.json)
        printJson("office", {{"office", officeJson(stored->office)}, {"crs", fmt::format("EPSG:{}", stored->crs.epsg())}});
    else
        printOffice(*stored, common.language());
    return 0;
}

} // namespace

void addOffice(CommandLine& line) {
    auto arguments = std::make_shared<OfficeArguments>();
    VerbOptions verb = line.addVerb("office", "Kho của cơ quan nào: xem hoặc đặt / whose store it is: see or set");
    verb.option("STORE", arguments->store, "Kho / store (.gpkg)").required();
    const OfficeOptions options{verb.option("--name", arguments->name, "Tên / name"),
                                verb.option("--level", arguments->level, "Cấp / level: commune district province agency"),
                                verb.option("--agency", arguments->authority,
                                            "Dòng trên của tiêu đề, \"\": không ghi / line above in title blocks, \"\": none"),
                                verb.option("--code", arguments->code, "Mã / code: 00904, huyen:026, tinh:02")};
    verb.option("--crs", arguments->crs, "Chuyển cả kho sang hệ tọa độ này / bring the whole store into this CRS, EPSG:9217");
    line.whenChosen(verb, [&line, arguments, options] { return runOffice(*arguments, options, line.common); });
}

} // namespace banlang::cli
