// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "core/base/out_of_memory.h"
#include "core/base/write_error.h"
#include "layers/provenance.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <exception>
#include <new>
#include <stdexcept>
#include <system_error>

namespace banlang::cli {
namespace {

void addVerbs(CommandLine& line) {
    for (const auto add :
         {addImport,     addUndo,     addSend,      addStatus,  addUnits,  addLink,     addCheck, addLayers,   addGaps,
          addConclusion, addCriteria, addEmulation, addRules,   addRank,   addLandTake, addMap,   addBackdrop, addExport,
          addPack,       addView,     addDoctor,    addHistory, addReview, addForget,   addOffice}) {
        add(line);
    }
}

Error wrongUsage(const CLI::ParseError& error) {
    return {ErrorKind::usage,
            "usage",
            {fmt::format("Sai cách dùng: {}", error.what()), fmt::format("Wrong usage: {}", error.what())},
            {"Xem banlang --help", "See banlang --help"},
            {}};
}

/// Whoever is told of a failure after the work was done would do it once more.
Error besideWhatIsDone(Error error) {
    if (!wasStoreWritten()) return error;
    const Bilingual done{"Việc được yêu cầu đã làm xong và đã nằm trong kho, chỉ chưa báo hết được kết quả: không cần chạy lại",
                         "What was asked for is done and is in the store, only its result was not told: no need to run it again"};
    error.hint = {fmt::format("{}. {}", done.vi, error.hint.vi), fmt::format("{}. {}", done.en, error.hint.en)};
    return error;
}

int runVerb(const CommandLine& line) {
    try {
        return line.run();
    } catch (const std::bad_alloc&) {
        return fail(line.common, besideWhatIsDone(outOfMemory()));
    } catch (const std::length_error&) {
        return fail(line.common, besideWhatIsDone(outOfMemory()));
    }
}

int runCommandLine(int argc, char** argv) {
    CommandLine line;
    line.app->name("banlang");
    line.app->description("Bản đồ và số liệu chương trình cho cơ quan địa phương / programme maps and figures for local offices");
    line.app->set_version_flag("--version", fmt::format("banlang {}", programVersion()));
    line.app->require_subcommand(1);
    line.app->fallthrough();
    line.app->add_flag("--json", line.common.json, "Kết quả dạng JSON / print JSON");
    line.app->add_flag("-q,--quiet", line.common.quiet, "Không in thông báo / no messages");
    line.app->add_option("--lang", line.common.languageId, "vi | en")->check(CLI::IsMember({"vi", "en"}))->capture_default_str();
    addVerbs(line);
    try {
        line.app->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return line.app->exit(error);
        // The parse stopped, so the flags may not have been seen yet.
        line.common.json =
            line.common.json || std::any_of(argv, argv + argc, [](const char* text) { return std::string_view(text) == "--json"; });
        return fail(line.common, wrongUsage(error));
    }
    return runVerb(line);
}

int cannotPrint(int errnoValue) {
    const Error error = besideWhatIsDone(writeError("stdout", errnoValue));
    try {
        printError("banlang: {}\nbanlang: {}\n", describe(error, Language::vietnamese), describe(error, Language::english));
    } catch (const std::system_error&) {
        // The messages go to the same full disk; the exit code tells.
    }
    return static_cast<int>(error.kind);
}

/// The output is a file like others: on a full disk a part of it is no success.
int printed() {
    errno = 0;
    const bool whole = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    return whole ? 0 : cannotPrint(errno);
}

/// Memory may be refused where nothing can be thrown, in a destructor of a library: whatever was not done by then is undone by the
/// next run.
[[noreturn]] void endWithoutMemory() {
    try {
        if (const std::exception_ptr failure = std::current_exception()) std::rethrow_exception(failure);
    } catch (const std::bad_alloc&) {
        printFixedLine(outOfMemoryLine);
        std::_Exit(1);
    } catch (...) {
        std::abort(); // a bug: the system keeps what is needed to find it
    }
    std::abort();
}

} // namespace

} // namespace banlang::cli

int main(int argc, char** argv) {
    std::setlocale(LC_ALL, "C.UTF-8");
    std::setlocale(LC_NUMERIC, "C");
    std::set_terminate(&banlang::cli::endWithoutMemory);
    try {
        banlang::cli::listenForSignals();
        const int code = banlang::cli::runCommandLine(argc, argv);
        const int end = banlang::cli::printed();
        return code == 0 ? end : code;
    } catch (const std::system_error& failure) {
        // What fmt says when the output takes no more.
        return banlang::cli::cannotPrint(failure.code().value());
    } catch (const std::bad_alloc&) {
        banlang::cli::printFixedLine(banlang::outOfMemoryLine);
        return 1;
    } catch (const std::exception& bug) {
        banlang::cli::printError("banlang: lỗi trong chương trình / internal error: {}\n", bug.what());
        return 1;
    }
}
