// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <typeindex>
#include <utility>

namespace banlang {

/// How long a derived result is kept.
enum class Retention : std::uint8_t {
    withData, ///< as long as the data, one of each name: another `dependsOn` takes its place
    recent,   ///< until others were used more lately and all that is kept would exceed the limit of bytes
};

/// Results derived from the data beside it, each made once for all who ask and for all threads. It belongs to these data alone:
/// copies and what is moved start with nothing, and whoever changes the data forgets. A value in hand outlives all of that.
class DerivedCache {
public:
    /// Of the results that are kept while recent. A result that is larger alone is handed out and not kept.
    static constexpr std::size_t defaultLimitBytes = std::size_t{64} << 20U;

    struct Key {
        std::string name;      ///< what is derived: "land-take"
        std::string dependsOn; ///< the values of all that it depends on beside the data: "2022-05-18"
        Retention retention = Retention::recent;
    };

    explicit DerivedCache(std::size_t limitBytes = defaultLimitBytes) : limitBytes_(limitBytes) {}
    ~DerivedCache() = default;
    DerivedCache(const DerivedCache& other) : limitBytes_(other.limitBytes_) {}
    DerivedCache(DerivedCache&& other) noexcept : limitBytes_(other.limitBytes_) { other.forget(); }
    DerivedCache& operator=(const DerivedCache& /*other*/) {
        forget();
        return *this;
    }
    DerivedCache& operator=(DerivedCache&& other) noexcept {
        forget();
        other.forget();
        return *this;
    }

    /// The value of the key, made by `make` unless it is kept; `bytesOf` says about how much memory it takes. While one thread
    /// makes it, others who ask wait for that one. What is made after `stop` was requested may be cut short: it is handed to this
    /// caller alone, and whoever else waits makes it anew. What `make` derives in turn must not lead back to the same key.
    template <class Value, class Make, class BytesOf>
    [[nodiscard]] std::shared_ptr<const Value> get(const Key& key, const std::stop_token& stop, Make&& make,
                                                   BytesOf&& bytesOf) const {
        const auto kept = find({typeid(Value), key.name, key.dependsOn}, key.retention, stop, [&]() -> Made {
            const auto value = std::make_shared<const Value>(make());
            return {value, sizeof(Value) + bytesOf(*value)};
        });
        return std::static_pointer_cast<const Value>(kept);
    }
    void forget() noexcept;
    /// Of the results that are kept while recent.
    [[nodiscard]] std::size_t recentBytes() const;

private:
    struct SlotKey {
        std::type_index type;
        std::string name;
        std::string dependsOn;
        auto operator<=>(const SlotKey&) const = default;
    };
    struct Made {
        std::shared_ptr<const void> value;
        std::size_t bytes = 0;
    };
    struct Slot {
        Made made; ///< no value: is being made
        Retention retention = Retention::recent;
        std::uint64_t lastUsed = 0;
        bool busy = false;
    };
    using Slots = std::map<SlotKey, std::shared_ptr<Slot>>;

    [[nodiscard]] std::shared_ptr<const void> find(const SlotKey& key, Retention retention, const std::stop_token& stop,
                                                   const std::function<Made()>& make) const;
    void keep(const SlotKey& key, const std::shared_ptr<Slot>& slot, Made made) const;
    void release(const SlotKey& key, const std::shared_ptr<Slot>& slot) const;
    void dropOthersOf(const SlotKey& key) const;
    void dropOldest() const;

    std::size_t limitBytes_;
    mutable std::mutex mutex_; ///< guards all below
    mutable std::condition_variable_any changed_;
    mutable Slots slots_;
    mutable std::size_t recentBytes_ = 0;
    mutable std::uint64_t uses_ = 0;
};

} // namespace banlang
