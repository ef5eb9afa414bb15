// SPDX-License-Identifier: MIT
#include "cli/interruption.h"

#include "cli/terminal.h"
#include "core/base/parallel.h"
#include "core/base/pending_output.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>

namespace banlang::cli {
namespace {

constexpr std::chrono::milliseconds usualTime{50};

/// Never destroyed: the listening thread lives until the process ends.
struct Listening {
    std::stop_source stop;
    std::atomic<int> signal{0};
    std::atomic<std::chrono::milliseconds> timeToStop{usualTime};
    sigset_t signals{};
};
Listening& listening() {
    static auto* all = new Listening;
    return *all;
}

void awaitSignals() {
    Listening& all = listening();
    int signal = 0;
    while (sigwait(&all.signals, &signal) != 0) {}
    all.signal = signal;
    all.stop.request_stop();
    const std::chrono::milliseconds most = all.timeToStop;
    timespec left{most.count() / 1'000, most.count() % 1'000 * 1'000'000};
    while (sigtimedwait(&all.signals, nullptr, &left) < 0 && errno == EINTR) {}
    abandonPendingOutputs();
    printFixedLine("banlang: đã dừng / stopped\n");
    _exit(128 + signal);
}

} // namespace

void listenForSignals() {
    Listening& all = listening();
    sigemptyset(&all.signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action {};
        // Under nohup, or in the background of a script, who started us wants no end.
        if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN) sigaddset(&all.signals, signal);
    }
    pthread_sigmask(SIG_BLOCK, &all.signals, nullptr);
    Thread::startForGood("signals", awaitSignals);
    // A file as large as is allowed fails like a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
}

void stopListening() {
    pthread_sigmask(SIG_UNBLOCK, &listening().signals, nullptr);
    std::signal(SIGXFSZ, SIG_DFL);
}

std::stop_token interruption() {
    return listening().stop.get_token();
}

int interruptingSignal() {
    return listening().signal;
}

void allowTimeToStop(std::chrono::milliseconds most) {
    listening().timeToStop = most;
}

} // namespace banlang::cli
