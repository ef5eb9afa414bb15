// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "core/store/forget.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace banlang::cli {
namespace {

struct ForgetArguments {
    std::string store;
    std::string kind;
    std::string key;
    std::string by;
    std::string reason;
    bool yes = false;
};

Error notConfirmed() {
    return {ErrorKind::usage,
            "not-confirmed",
            {"Xoá dữ liệu cá nhân không lấy lại được", "Removing what is said of a person cannot be taken back"},
            {"Thêm --yes để xoá", "Add --yes to remove it"},
            {}};
}

int runForget(const ForgetArguments& arguments, const CommonOptions& common) {
    const auto role = kindNamed(arguments.kind);
    if (!role) return fail(common, role.error());
    if (!arguments.yes) return fail(common, notConfirmed());
    allowTimeToStop(timeForAStore);
    const auto done = forgetRecord(arguments.store, *role, arguments.key, arguments.by, arguments.reason, terminalProgress(common));
    if (!done) return fail(common, done.error());
    storeIsWritten();
    say(common,
        {fmt::format("Đã xoá {} giá trị cá nhân ở {} bản ghi; tệp nguồn và kho của đơn vị khác không đổi cho đến khi gộp",
                     done->values, done->records),
         fmt::format("Removed {} values about persons in {} records; source files, and stores elsewhere until they are merged, "
                     "stay as they are",
                     done->values, done->records)});
    if (done->namesakes > 0) {
        say(common, {fmt::format("Còn {} hộ khác có chủ hộ cùng tên: bản ghi chỉ ghi tên có thể nói về hộ đó nên giữ nguyên; xem "
                                 "và xoá từng bản ghi",
                                 done->namesakes),
                     fmt::format("{} other households have a head of the same name: records that say the name alone may mean them "
                                 "and stay; look at "
                                 "them and forget them one by one",
                                 done->namesakes)});
    }
    if (common.json) printJson("forget", {{"records", done->records}, {"values", done->values}, {"namesakes", done->namesakes}});
    return 0;
}

} // namespace

void addForget(CommandLine& line) {
    auto arguments = std::make_shared<ForgetArguments>();
    VerbOptions verb =
        line.addVerb("forget", "Xoá mọi điều về một người ở một bản ghi / remove what is said of a person in a record");
    verb.option("STORE", arguments->store, "Kho / store (.gpkg)").required();
    verb.option("KIND", arguments->kind, "Loại / kind: households, gardens, …").required();
    verb.option("KEY", arguments->key, "Số của bản ghi, hoặc đơn vị/số / its number, or issuer/number").required();
    verb.option("--by", arguments->by, "Người yêu cầu / who asks for it");
    verb.option("--reason", arguments->reason, "Lý do / why");
    verb.flag("--yes", arguments->yes, "Xoá thật / do it");
    line.whenChosen(verb, [&line, arguments] { return runForget(*arguments, line.common); });
}

} // namespace banlang::cli
