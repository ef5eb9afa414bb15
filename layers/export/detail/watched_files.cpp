// SPDX-License-Identifier: MIT
#include "layers/export/detail/watched_files.h"

#include <cpl_vsi_virtual.h>
#include <fmt/format.h>

#include <cerrno>
#include <map>
#include <mutex>
#include <string_view>

namespace banlang {
namespace {

constexpr std::string_view root = "/vsibanlang/";

using Failure = std::shared_ptr<std::atomic<int>>;

/// Keeps the first; a library that fails without an errno failed all the same.
void note(const Failure& failure, int errnoValue) {
    int none = 0;
    failure->compare_exchange_strong(none, errnoValue == 0 ? EIO : errnoValue);
}

class WatchedHandle final : public VSIVirtualHandle {
public:
    WatchedHandle(VSIVirtualHandle* inner, Failure failure) : inner_(inner), failure_(std::move(failure)) {}
    ~WatchedHandle() override { WatchedHandle::Close(); }

    int Seek(vsi_l_offset offset, int whence) override { return watched(inner_->Seek(offset, whence)); }
    vsi_l_offset Tell() override { return inner_->Tell(); }
    std::size_t Read(void* to, std::size_t size, std::size_t count) override { return inner_->Read(to, size, count); }
    std::size_t Write(const void* from, std::size_t size, std::size_t count) override {
        errno = 0;
        const std::size_t written = inner_->Write(from, size, count);
        if (written < count) note(failure_, errno);
        return written;
    }
    int Eof() override { return inner_->Eof(); }
    int Flush() override {
        errno = 0;
        return watched(inner_->Flush());
    }
    int Truncate(vsi_l_offset size) override {
        errno = 0;
        return watched(inner_->Truncate(size));
    }
    int Close() override {
        if (inner_ == nullptr) return 0;
        errno = 0;
        const int result = watched(inner_->Close());
        inner_.reset();
        return result;
    }

private:
    [[nodiscard]] int watched(int result) const {
        if (result != 0) note(failure_, errno);
        return result;
    }

    std::unique_ptr<VSIVirtualHandle> inner_;
    Failure failure_;
};

/// Gives everything to the ordinary files behind the prefix.
class WatchedFolder final : public VSIFilesystemHandler {
public:
    std::string begin(const Failure& failure) {
        const std::scoped_lock lock(mutex_);
        const std::string number = std::to_string(next_++);
        watchers_[number] = failure;
        return fmt::format("{}{}", root, number);
    }
    void end(const std::string& prefix) {
        const std::scoped_lock lock(mutex_);
        watchers_.erase(prefix.substr(root.size()));
    }

    VSIVirtualHandle* Open(const char* name, const char* access, bool setError, CSLConstList options) override {
        const Failure failure = watcherOf(name);
        errno = 0;
        auto* inner = reinterpret_cast<VSIVirtualHandle*>(                            // NOLINT: GDAL's two names of one thing
            VSIFOpenEx2L(realName(name).c_str(), access, setError ? 1 : 0, options)); // with the same options
        if (inner == nullptr) {
            if (failure != nullptr && access[0] == 'w') note(failure, errno);
            return nullptr;
        }
        return failure == nullptr ? inner : new WatchedHandle(inner, failure);
    }
    int Stat(const char* name, VSIStatBufL* status, int flags) override {
        return VSIStatExL(realName(name).c_str(), status, flags);
    }
    int Unlink(const char* name) override { return VSIUnlink(realName(name).c_str()); }
    int Rename(const char* from, const char* to) override { return VSIRename(realName(from).c_str(), realName(to).c_str()); }
    // NOLINTNEXTLINE(google-runtime-int): as GDAL declares it
    int Mkdir(const char* name, long mode) override { return VSIMkdir(realName(name).c_str(), mode); }
    char** ReadDirEx(const char* name, int most) override { return VSIReadDirEx(realName(name).c_str(), most); }

private:
    /// "/vsibanlang/17/data/x.shp" is /data/x.shp.
    static std::string realName(std::string_view name) {
        const std::size_t slash = name.find('/', root.size());
        return slash == std::string_view::npos ? std::string("/") : std::string(name.substr(slash));
    }
    Failure watcherOf(std::string_view name) {
        const std::size_t slash = name.find('/', root.size());
        const std::scoped_lock lock(mutex_);
        const auto found = watchers_.find(std::string(name.substr(root.size(), slash - root.size())));
        return found == watchers_.end() ? nullptr : found->second;
    }

    std::mutex mutex_;
    std::map<std::string, Failure> watchers_;
    std::size_t next_ = 1;
};

/// GDAL owns it until the process ends.
WatchedFolder& folder() {
    static WatchedFolder* made = [] {
        auto* handler = new WatchedFolder;
        VSIFileManager::InstallHandler(std::string(root), handler);
        return handler;
    }();
    return *made;
}

} // namespace

WatchedFiles::WatchedFiles() : failure_(std::make_shared<std::atomic<int>>(0)) {
    prefix_ = folder().begin(failure_);
}

WatchedFiles::~WatchedFiles() {
    folder().end(prefix_);
}

std::string WatchedFiles::path(const std::string& real) const {
    return prefix_ + real;
}

} // namespace banlang
