// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

namespace banlang::test {

/// A process of its own that works on a SQLite file as another program would, and then keeps it open or ends suddenly.
class OtherProgram {
public:
    enum class End { sudden, staysOpen };

    OtherProgram(const std::string& path, const std::string& sql, End end, const std::string& name = "qgis.bin") {
        int ready[2] = {};
        EXPECT_EQ(pipe(ready), 0);
        child_ = fork();
        if (child_ == 0) {
            close(ready[0]);
            prctl(PR_SET_NAME, name.c_str());
            const char done = carryOut(path, sql) ? '1' : '0';
            (void)!write(ready[1], &done, 1);
            // Nothing is closed: what SQLite has in its log stays there.
            if (end == End::sudden) _exit(0);
            for (;;) pause();
        }
        close(ready[1]);
        char done = '0';
        EXPECT_EQ(read(ready[0], &done, 1), 1);
        EXPECT_EQ(done, '1') << sql;
        close(ready[0]);
        if (end == End::sudden) finish();
    }
    ~OtherProgram() { finish(); }
    OtherProgram(const OtherProgram&) = delete;
    OtherProgram& operator=(const OtherProgram&) = delete;

    void finish() {
        if (child_ <= 0) return;
        kill(child_, SIGKILL);
        waitpid(child_, nullptr, 0);
        child_ = 0;
    }
    [[nodiscard]] pid_t id() const { return child_; }

private:
    static void answerNull(sqlite3_context* context, int /*count*/, sqlite3_value** /*values*/) { sqlite3_result_int(context, 0); }

    static bool carryOut(const std::string& path, const std::string& sql) {
        sqlite3* database = nullptr;
        if (sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) return false;
        // Triggers of a spatial index name them, also where they do not run.
        for (const char* function : {"ST_IsEmpty", "ST_MinX", "ST_MinY", "ST_MaxX", "ST_MaxY"})
            sqlite3_create_function(database, function, 1, SQLITE_UTF8, nullptr, &answerNull, nullptr, nullptr);
        sqlite3_busy_timeout(database, 2'000);
        return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    pid_t child_ = 0;
};

} // namespace banlang::test
