// SPDX-License-Identifier: MIT
// Ctrl-C, SIGTERM and SIGKILL in the middle of every long output: it ends soon, says so, and leaves nothing for the next run.
#include "tests/e2e/made_once.h"

#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <optional>
#include <set>
#include <thread>

namespace banlang::e2e {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point then) {
    return std::chrono::duration<double>(Clock::now() - then).count();
}

std::set<std::string> namesIn(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

/// banlang, running.
class Running {
public:
    explicit Running(const std::vector<std::string>& arguments) {
        child_ = fork();
        if (child_ != 0) return;
        const int nothing = open("/dev/null", O_RDWR);
        for (const int stream : {0, 1, 2}) dup2(nothing, stream);
        // As a terminal starts it, whatever started the tests.
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_DFL);
        const std::string program = fmt::format("{}/banlang", BANLANG_BINARY_DIR);
        std::vector<char*> words{const_cast<char*>(program.c_str())};
        for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
        words.push_back(nullptr);
        execv(program.c_str(), words.data());
        _exit(127);
    }
    ~Running() {
        if (!status_) {
            kill(child_, SIGKILL);
            waitpid(child_, nullptr, 0);
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void send(int signal) const { kill(child_, signal); }
    [[nodiscard]] bool ended() {
        int status = 0;
        if (!status_ && waitpid(child_, &status, WNOHANG) == child_) status_ = status;
        return status_.has_value();
    }
    /// Waits; nothing when it does not end within so many seconds.
    [[nodiscard]] std::optional<int> status(double seconds) {
        const auto start = Clock::now();
        while (!ended() && secondsSince(start) < seconds) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return status_;
    }
    /// Waits until it is writing into a folder. False when it ended before.
    [[nodiscard]] bool writesInto(const fs::path& folder) {
        const auto unfinished = [&] {
            const auto names = namesIn(folder);
            return std::any_of(names.begin(), names.end(),
                               [](const std::string& name) { return name.starts_with(".banlang-unfinished-"); });
        };
        while (!ended()) {
            if (unfinished()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return false;
    }

private:
    pid_t child_ = -1;
    std::optional<int> status_;
};

/// The shipped sample, and a larger district whose parcels take a while.
class Interruption : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = new Folder;
        sample_ = new std::string(sampleStore(*folder_));
        large_ = new std::string((*folder_ / "lớn.gpkg").string());
        fs::copy_file(grownStore(60'000, 1), *large_);
    }
    static void TearDownTestSuite() {
        delete large_;
        delete sample_;
        delete folder_;
    }

    static void expectStops(std::vector<std::string> verb, const std::string& name, int signal) {
        SCOPED_TRACE(fmt::format("{} {} signal {}", verb.front(), name, signal));
        const Folder place;
        verb.push_back((place / name).string());
        Running program(verb);
        ASSERT_TRUE(program.writesInto(place / "")) << "it was done before it could be stopped";
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        const auto sent = Clock::now();
        program.send(signal);
        const auto status = program.status(30);
        const double seconds = secondsSince(sent);
        ASSERT_TRUE(status);
        ASSERT_TRUE(WIFEXITED(*status)) << *status;
        EXPECT_EQ(WEXITSTATUS(*status), 128 + signal);
        // A tenth of a second on a machine that has nothing else to do.
        EXPECT_LT(seconds, 1.0);
        longest_ = std::max(longest_, seconds);
        EXPECT_EQ(namesIn(place / ""), std::set<std::string>{});
        RecordProperty("longest_ms", static_cast<int>(longest_ * 1'000));
    }

    static Folder* folder_;
    static std::string* sample_;
    static std::string* large_;
    static double longest_;
};
Folder* Interruption::folder_ = nullptr;
std::string* Interruption::sample_ = nullptr;
std::string* Interruption::large_ = nullptr;
double Interruption::longest_ = 0;

TEST_F(Interruption, EndsEveryExportAtOnce) {
    for (const char* const name : {"a.gpkg", "a.geojson", "a.kml", "a.kmz", "a.shp", "a.csv", "a.xlsx"}) {
        for (const int signal : {SIGINT, SIGTERM}) expectStops({"export", *large_, "--layer", "parcels", "-o"}, name, signal);
    }
}

TEST_F(Interruption, EndsEveryMapAtOnce) {
    for (const char* const name : {"a.pdf", "a.svg", "a.png"}) {
        for (const int signal : {SIGINT, SIGTERM}) expectStops({"map", *large_, "--layer", "parcels", "-o"}, name, signal);
    }
}

TEST_F(Interruption, EndsThePackAtOnceAndTheNextOneBegins) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) expectStops({"pack", *sample_, "-o"}, "bộ", signal);
}

TEST_F(Interruption, AKilledPackIsTakenAwayByTheNextRunAndALivingOneIsNot) {
    const Folder place;
    const std::vector<std::string> pack{"pack", *sample_, "-o", (place / "bộ").string()};
    const std::vector<std::string> map{"map", *sample_, "--layer", "houses", "-o", (place / "a.pdf").string()};
    {
        Running living(pack);
        ASSERT_TRUE(living.writesInto(place / ""));
        living.send(SIGSTOP);
        ASSERT_EQ(banlang(map).exitCode, 0);
        EXPECT_EQ(namesIn(place / "").size(), 2U) << "the map, and what the pack is writing";
        living.send(SIGKILL);
        const auto status = living.status(10);
        ASSERT_TRUE(status && WIFSIGNALED(*status));
    }
    EXPECT_EQ(namesIn(place / "").size(), 2U) << "nobody could clean up";
    fs::remove(place / "a.pdf");
    ASSERT_EQ(banlang(map).exitCode, 0);
    EXPECT_EQ(namesIn(place / ""), std::set<std::string>{"a.pdf"});
}

TEST_F(Interruption, EndsWhatOnlyReads) {
    for (const std::vector<std::string>& verb :
         {std::vector<std::string>{"check", *large_}, {"landtake", *large_}, {"status", *large_}}) {
        Running program(verb);
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        if (program.ended()) continue;
        const auto sent = Clock::now();
        program.send(SIGTERM);
        const auto status = program.status(30);
        ASSERT_TRUE(status) << verb.front();
        // A signal that comes before main() ends the program by itself.
        const int code = WIFEXITED(*status) ? WEXITSTATUS(*status) : 128 + WTERMSIG(*status);
        EXPECT_TRUE(code == 143 || code == 0) << verb.front() << " " << code;
        EXPECT_LT(secondsSince(sent), 1.0) << verb.front();
    }
}

} // namespace
} // namespace banlang::e2e
