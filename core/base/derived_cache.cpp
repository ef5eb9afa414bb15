// SPDX-License-Identifier: MIT
#include "core/base/derived_cache.h"

#include <algorithm>

namespace banlang {

void DerivedCache::forget() noexcept {
    const std::scoped_lock lock(mutex_);
    slots_.clear();
    recentBytes_ = 0;
}

std::size_t DerivedCache::recentBytes() const {
    const std::scoped_lock lock(mutex_);
    return recentBytes_;
}

std::shared_ptr<const void> DerivedCache::find(const SlotKey& key, Retention retention, const std::stop_token& stop,
                                               const std::function<Made()>& make) const {
    std::unique_lock lock(mutex_);
    std::shared_ptr<Slot> slot;
    for (;;) {
        std::shared_ptr<Slot>& found = slots_[key];
        if (!found) found = std::make_shared<Slot>();
        slot = found;
        if (slot->busy && !changed_.wait(lock, stop, [&] { return !slot->busy; })) {
            // Asked to stop while another thread is at it: what is made here ends at once, and nobody keeps it.
            lock.unlock();
            return make().value;
        }
        if (slot->made.value) {
            slot->lastUsed = ++uses_;
            return slot->made.value;
        }
        // Else who was at it gave up, or the data were forgotten meanwhile.
        const auto own = slots_.find(key);
        if (!slot->busy && own != slots_.end() && own->second == slot) break;
    }
    slot->busy = true;
    slot->retention = retention;
    lock.unlock();
    Made made;
    try {
        made = make();
    } catch (...) {
        lock.lock();
        release(key, slot);
        throw;
    }
    lock.lock();
    auto value = made.value;
    if (stop.stop_requested()) {
        release(key, slot);
    } else {
        keep(key, slot, std::move(made));
    }
    return value;
}

void DerivedCache::keep(const SlotKey& key, const std::shared_ptr<Slot>& slot, Made made) const {
    slot->busy = false;
    slot->made = std::move(made);
    slot->lastUsed = ++uses_;
    changed_.notify_all();
    const auto own = slots_.find(key);
    if (own == slots_.end() || own->second != slot) return; // forgotten meanwhile
    if (slot->retention == Retention::withData) {
        dropOthersOf(key);
        return;
    }
    if (slot->made.bytes > limitBytes_) {
        slots_.erase(own);
        return;
    }
    recentBytes_ += slot->made.bytes;
    dropOldest();
}

void DerivedCache::release(const SlotKey& key, const std::shared_ptr<Slot>& slot) const {
    slot->busy = false;
    changed_.notify_all();
    const auto own = slots_.find(key);
    if (own != slots_.end() && own->second == slot) slots_.erase(own);
}

void DerivedCache::dropOthersOf(const SlotKey& key) const {
    std::erase_if(slots_, [&](const Slots::value_type& entry) {
        const auto& [other, slot] = entry;
        return other.type == key.type && other.name == key.name && other.dependsOn != key.dependsOn && !slot->busy &&
               slot->retention == Retention::withData;
    });
}

void DerivedCache::dropOldest() const {
    while (recentBytes_ > limitBytes_) {
        auto oldest = slots_.end();
        for (auto entry = slots_.begin(); entry != slots_.end(); ++entry) {
            const Slot& slot = *entry->second;
            if (slot.busy || slot.retention != Retention::recent) continue;
            if (oldest == slots_.end() || slot.lastUsed < oldest->second->lastUsed) oldest = entry;
        }
        if (oldest == slots_.end()) return;
        recentBytes_ -= oldest->second->made.bytes;
        slots_.erase(oldest);
    }
}

} // namespace banlang
