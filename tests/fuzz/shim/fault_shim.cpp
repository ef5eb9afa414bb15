// SPDX-License-Identifier: MIT
// Preloaded into the program: lets the n-th call of a kind fail, as a full disk, a broken one or a machine without memory would.
//   BANLANG_FAULT=KIND:N:HOW   KIND write, sync, rename, truncate, open, close, alloc; N from 1, 0 only counts;
//                              HOW once, on (and all after it), short (half is written, then nothing any more)
//   BANLANG_FAULT_UNDER=DIR    calls on files elsewhere neither count nor fail; alloc counts everywhere within main()
//   BANLANG_FAULT_COUNTS=FILE  an array of 64-bit counts, one per kind in this order, that calls add to
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cinttypes>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming): names of the C library
extern "C" {
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);
void* __libc_memalign(size_t alignment, size_t size);
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace {

enum Kind { write_, sync_, rename_, truncate_, open_, close_, alloc_, kinds };
constexpr const char* kindNames[kinds] = {"write", "sync", "rename", "truncate", "open", "close", "alloc"};
enum class How { once, on, half };

struct Plan {
    std::atomic<bool> ready{false};
    int kind = -1;
    std::int64_t at = 0;
    How how = How::once;
    char under[1024] = "";
    std::size_t underLength = 0;
    std::atomic<std::int64_t>* counts = nullptr;
    std::atomic<bool> inMain{false};
    int (*main)(int, char**, char**) = nullptr;
};
Plan plan; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): a library without a main

template <class Function> Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

__attribute__((constructor)) void readPlan() {
    const char* counts = getenv("BANLANG_FAULT_COUNTS");
    const char* under = getenv("BANLANG_FAULT_UNDER");
    const char* fault = getenv("BANLANG_FAULT");
    if (counts == nullptr || under == nullptr) return;
    const int file = next<int (*)(const char*, int, ...)>("open")(counts, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    constexpr std::size_t bytes = kinds * sizeof(std::atomic<std::int64_t>);
    if (file < 0 || next<int (*)(int, off_t)>("ftruncate")(file, bytes) != 0) return;
    void* shared = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    next<int (*)(int)>("close")(file);
    if (shared == MAP_FAILED) return;
    plan.counts = static_cast<std::atomic<std::int64_t>*>(shared);
    std::snprintf(plan.under, sizeof plan.under, "%s", under);
    plan.underLength = std::strlen(plan.under);
    char kind[16] = "";
    char how[16] = "";
    std::int64_t at = 0;
    if (fault != nullptr && std::sscanf(fault, "%15[a-z]:%" SCNd64 ":%15s", kind, &at, how) == 3) {
        for (int i = 0; i < kinds; ++i) {
            if (std::strcmp(kind, kindNames[i]) == 0) plan.kind = i;
        }
        plan.at = at;
        plan.how = std::strcmp(how, "on") == 0 ? How::on : std::strcmp(how, "short") == 0 ? How::half : How::once;
    }
    plan.ready = true;
}

enum class Verdict { good, fails, half };

Verdict counted(Kind kind) {
    const std::int64_t number = ++plan.counts[kind];
    if (plan.kind != kind || plan.at == 0 || number < plan.at) return Verdict::good;
    if (number == plan.at) return plan.how == How::half ? Verdict::half : Verdict::fails;
    return plan.how == How::once ? Verdict::good : Verdict::fails;
}

bool concerns(const char* path) {
    if (!plan.ready || path == nullptr) return false;
    if (path[0] == '/') return std::strncmp(path, plan.under, plan.underLength) == 0;
    return true; // relative to where the program runs, which is the folder
}
bool concerns(int file) {
    if (!plan.ready) return false;
    char link[32];
    char path[1024];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return false;
    path[length] = '\0';
    return path[0] == '/' && std::strncmp(path, plan.under, plan.underLength) == 0;
}

bool fails(Kind kind, int file) {
    return concerns(file) && counted(kind) != Verdict::good;
}
bool fails(Kind kind, const char* path) {
    return concerns(path) && counted(kind) != Verdict::good;
}
template <class Result> Result failed(int reason, Result result) {
    errno = reason;
    return result;
}

template <class Write> ssize_t writes(int file, size_t size, Write&& write) {
    if (!concerns(file)) return write(size);
    switch (counted(write_)) {
    case Verdict::good:
        return write(size);
    case Verdict::half:
        if (size > 1) return write(size / 2);
        [[fallthrough]];
    case Verdict::fails:
        break;
    }
    return failed<ssize_t>(ENOSPC, -1);
}

bool noMemory() {
    return plan.ready && plan.inMain && counted(alloc_) != Verdict::good;
}

mode_t modeOf(int flags, va_list arguments) {
    const bool creates = (flags & (O_CREAT | O_TMPFILE)) != 0;
    return creates ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

/// What is asked for before has no one to tell.
int countingMain(int count, char** words, char** environment) {
    plan.inMain = true;
    const int code = plan.main(count, words, environment);
    plan.inMain = false;
    return code;
}

} // namespace

extern "C" {

// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): a name of the C library
int __libc_start_main(int (*main)(int, char**, char**), int count, char** words, void (*begin)(), void (*end)(), void (*loader)(),
                      void* stack) {
    using Start = int (*)(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*);
    plan.main = main;
    return next<Start>("__libc_start_main")(&countingMain, count, words, begin, end, loader, stack);
}

ssize_t write(int file, const void* bytes, size_t size) {
    return writes(file, size, [&](size_t some) { return next<ssize_t (*)(int, const void*, size_t)>("write")(file, bytes, some); });
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
    return writes(file, size,
                  [&](size_t some) { return next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(file, bytes, some, at); });
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
    return writes(file, size, [&](size_t some) {
        return next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, some, at);
    });
}
ssize_t writev(int file, const struct iovec* parts, int count) {
    if (fails(write_, file)) return failed<ssize_t>(ENOSPC, -1);
    return next<ssize_t (*)(int, const struct iovec*, int)>("writev")(file, parts, count);
}
size_t fwrite(const void* bytes, size_t size, size_t count, FILE* stream) {
    if (fails(write_, fileno(stream))) return failed<size_t>(ENOSPC, 0);
    return next<size_t (*)(const void*, size_t, size_t, FILE*)>("fwrite")(bytes, size, count, stream);
}
int fflush(FILE* stream) {
    if (stream != nullptr && fails(write_, fileno(stream))) return failed(ENOSPC, EOF);
    return next<int (*)(FILE*)>("fflush")(stream);
}
ssize_t copy_file_range(int in, off64_t* from, int out, off64_t* to, size_t size, unsigned flags) {
    if (fails(write_, out)) return failed<ssize_t>(ENOSPC, -1);
    return next<ssize_t (*)(int, off64_t*, int, off64_t*, size_t, unsigned)>("copy_file_range")(in, from, out, to, size, flags);
}
ssize_t sendfile64(int out, int in, off64_t* from, size_t size) {
    if (fails(write_, out)) return failed<ssize_t>(ENOSPC, -1);
    return next<ssize_t (*)(int, int, off64_t*, size_t)>("sendfile64")(out, in, from, size);
}
ssize_t sendfile(int out, int in, off_t* from, size_t size) {
    if (fails(write_, out)) return failed<ssize_t>(ENOSPC, -1);
    return next<ssize_t (*)(int, int, off_t*, size_t)>("sendfile")(out, in, from, size);
}

int fsync(int file) {
    return fails(sync_, file) ? failed(EIO, -1) : next<int (*)(int)>("fsync")(file);
}
int fdatasync(int file) {
    return fails(sync_, file) ? failed(EIO, -1) : next<int (*)(int)>("fdatasync")(file);
}

int rename(const char* from, const char* to) {
    return fails(rename_, to) ? failed(EIO, -1) : next<int (*)(const char*, const char*)>("rename")(from, to);
}
int renameat(int fromIn, const char* from, int toIn, const char* to) {
    return fails(rename_, to) ? failed(EIO, -1)
                              : next<int (*)(int, const char*, int, const char*)>("renameat")(fromIn, from, toIn, to);
}
int renameat2(int fromIn, const char* from, int toIn, const char* to, unsigned flags) {
    return fails(rename_, to)
               ? failed(EIO, -1)
               : next<int (*)(int, const char*, int, const char*, unsigned)>("renameat2")(fromIn, from, toIn, to, flags);
}
int link(const char* from, const char* to) {
    return fails(rename_, to) ? failed(EIO, -1) : next<int (*)(const char*, const char*)>("link")(from, to);
}

int ftruncate(int file, off_t size) {
    return fails(truncate_, file) ? failed(EIO, -1) : next<int (*)(int, off_t)>("ftruncate")(file, size);
}
int ftruncate64(int file, off64_t size) {
    return fails(truncate_, file) ? failed(EIO, -1) : next<int (*)(int, off64_t)>("ftruncate64")(file, size);
}
int truncate(const char* path, off_t size) {
    return fails(truncate_, path) ? failed(EIO, -1) : next<int (*)(const char*, off_t)>("truncate")(path, size);
}
int fallocate64(int file, int mode, off64_t at, off64_t size) {
    return fails(truncate_, file) ? failed(ENOSPC, -1)
                                  : next<int (*)(int, int, off64_t, off64_t)>("fallocate64")(file, mode, at, size);
}
int posix_fallocate64(int file, off64_t at, off64_t size) {
    return fails(truncate_, file) ? ENOSPC : next<int (*)(int, off64_t, off64_t)>("posix_fallocate64")(file, at, size);
}

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return fails(open_, path) ? failed(EMFILE, -1) : next<int (*)(const char*, int, ...)>("open")(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return fails(open_, path) ? failed(EMFILE, -1) : next<int (*)(const char*, int, ...)>("open64")(path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return fails(open_, path) ? failed(EMFILE, -1) : next<int (*)(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return fails(open_, path) ? failed(EMFILE, -1)
                              : next<int (*)(int, const char*, int, ...)>("openat64")(folder, path, flags, mode);
}
FILE* fopen(const char* path, const char* mode) {
    return fails(open_, path) ? failed<FILE*>(EMFILE, nullptr) : next<FILE* (*)(const char*, const char*)>("fopen")(path, mode);
}
FILE* fopen64(const char* path, const char* mode) {
    return fails(open_, path) ? failed<FILE*>(EMFILE, nullptr) : next<FILE* (*)(const char*, const char*)>("fopen64")(path, mode);
}
int mkdir(const char* path, mode_t mode) {
    return fails(open_, path) ? failed(ENOSPC, -1) : next<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}
char* mkdtemp(char* pattern) {
    return fails(open_, pattern) ? failed<char*>(ENOSPC, nullptr) : next<char* (*)(char*)>("mkdtemp")(pattern);
}
int mkstemp(char* pattern) {
    return fails(open_, pattern) ? failed(ENOSPC, -1) : next<int (*)(char*)>("mkstemp")(pattern);
}

// What a server says only when a file is closed; closed it is all the same.
int close(int file) {
    const bool bad = fails(close_, file);
    const int done = next<int (*)(int)>("close")(file);
    return bad ? failed(EIO, -1) : done;
}
int fclose(FILE* stream) {
    const bool bad = fails(close_, fileno(stream));
    const int done = next<int (*)(FILE*)>("fclose")(stream);
    return bad ? failed(EIO, EOF) : done;
}

void* malloc(size_t size) {
    return noMemory() ? failed<void*>(ENOMEM, nullptr) : __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
    return noMemory() ? failed<void*>(ENOMEM, nullptr) : __libc_calloc(count, size);
}
void* realloc(void* memory, size_t size) {
    return noMemory() ? failed<void*>(ENOMEM, nullptr) : __libc_realloc(memory, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
    return noMemory() ? failed<void*>(ENOMEM, nullptr) : __libc_memalign(alignment, size);
}
void* memalign(size_t alignment, size_t size) {
    return noMemory() ? failed<void*>(ENOMEM, nullptr) : __libc_memalign(alignment, size);
}
int posix_memalign(void** memory, size_t alignment, size_t size) {
    if (noMemory()) return ENOMEM;
    *memory = __libc_memalign(alignment, size);
    return *memory == nullptr ? ENOMEM : 0;
}
}
