// SPDX-License-Identifier: MIT
#include "tests/fuzz/program.h"

#include "tests/fuzz/bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace banlang::fuzz {
namespace {

using Clock = std::chrono::steady_clock;

/// A fault of a sanitizer must not look like an exit code of ours.
constexpr const char* sanitizerOptions = "exitcode=99:allocator_may_return_null=1:detect_leaks=0:hard_rss_limit_mb=6000";

[[noreturn]] void becomeProgram(const std::vector<std::string>& words, const fs::path& out, const fs::path& err,
                                const Environment& environment) {
    const auto open = [](const char* path, int flags) { return ::open(path, flags | O_CREAT | O_CLOEXEC, 0600); };
    dup2(::open("/dev/null", O_RDONLY | O_CLOEXEC), STDIN_FILENO);
    dup2(open(out.c_str(), O_WRONLY | O_TRUNC), STDOUT_FILENO);
    dup2(open(err.c_str(), O_WRONLY | O_TRUNC), STDERR_FILENO);
    if (!withSanitizers()) {
        // Keeps the machine alive when the bound on memory, which is tested by measuring, does not hold.
        constexpr rlim_t most = rlim_t{6} << 30;
        const rlimit room{most, most};
        setrlimit(RLIMIT_AS, &room);
    }
    setenv("ASAN_OPTIONS", sanitizerOptions, 1);
    setenv("UBSAN_OPTIONS", "print_stacktrace=1", 1);
    setenv("LC_ALL", "C", 1);
    for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str())); // NOLINT(cppcoreguidelines-pro-type-const-cast): execv keeps them
    arguments.push_back(nullptr);
    execv(arguments.front(), arguments.data());
    _exit(127);
}

/// Whether the child ended before the limit.
bool waitFor(pid_t child, std::chrono::milliseconds limit) {
    pollfd ended{static_cast<int>(syscall(SYS_pidfd_open, child, 0)), POLLIN, 0};
    const int ready = poll(&ended, 1, static_cast<int>(limit.count()));
    close(ended.fd);
    return ready > 0;
}

std::string beginningOf(const fs::path& path) {
    constexpr std::size_t most = 4'000;
    return readBytes(path).substr(0, most);
}

} // namespace

ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments, std::chrono::milliseconds limit,
                      const Environment& environment) {
    const TemporaryFolder folder("run");
    std::vector<std::string> words{fmt::format("{}/{}", BANLANG_BINARY_DIR, program)};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const fs::path out = folder / "out";
    const fs::path err = folder / "err";
    const auto start = Clock::now();
    const pid_t child = fork();
    if (child == 0) becomeProgram(words, out, err, environment);
    ProgramRun run;
    run.outOfTime = !waitFor(child, limit);
    if (run.outOfTime) kill(child, SIGKILL);
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    run.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    run.peakMiB = static_cast<double>(usage.ru_maxrss) / 1024;
    if (WIFEXITED(status)) run.exitCode = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
    run.out = readBytes(out);
    run.err = beginningOf(err);
    return run;
}

TemporaryFolder::TemporaryFolder(const std::string& name) {
    const std::string pattern = (fs::temp_directory_path() / ("banlang-" + name + "-XXXXXX")).string();
    std::string made = pattern;
    if (mkdtemp(made.data()) == nullptr) std::abort();
    path_ = made;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code failure;
    fs::remove_all(path_, failure);
}

} // namespace banlang::fuzz
