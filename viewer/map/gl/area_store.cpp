// SPDX-License-Identifier: MIT
#include "viewer/map/gl/area_store.h"

#include <algorithm>

namespace banlang::viewer::detail {

const AreaBuffers* AreaStore::find(const AreaChunk& chunk) {
    const auto found = slots_.find(chunk);
    if (found == slots_.end()) return nullptr;
    found->second.usedAt = now_;
    return found->second.buffers.get();
}

bool AreaStore::askFor(const AreaChunk& chunk) {
    return slots_.try_emplace(chunk).second;
}

void AreaStore::put(const AreaChunk& chunk, const AreaMesh& mesh) {
    Slot& slot = slots_[chunk];
    if (slot.buffers) bytes_ -= slot.buffers->bytes();
    slot.buffers = std::make_unique<AreaBuffers>(mesh);
    slot.usedAt = now_;
    bytes_ += slot.buffers->bytes();
}

AreaStore::Slots::iterator AreaStore::forget(Slots::iterator slot) {
    if (slot->second.buffers) bytes_ -= slot->second.buffers->bytes();
    return slots_.erase(slot);
}

void AreaStore::keepOnly(const std::vector<std::shared_ptr<const FeatureChunks>>& geometries) {
    for (auto slot = slots_.begin(); slot != slots_.end();) {
        const bool wanted = std::ranges::find(geometries, slot->first.of) != geometries.end();
        slot = wanted ? std::next(slot) : forget(slot);
    }
}

void AreaStore::tidy(std::size_t mostBytes) {
    if (bytes_ > mostBytes) {
        std::vector<std::pair<std::uint64_t, AreaChunk>> byUse;
        for (const auto& [chunk, slot] : slots_) {
            if (slot.buffers && slot.usedAt != now_) byUse.emplace_back(slot.usedAt, chunk);
        }
        std::sort(byUse.begin(), byUse.end());
        for (std::size_t i = 0; i < byUse.size() && bytes_ > mostBytes; ++i) forget(slots_.find(byUse[i].second));
    }
    ++now_;
}

} // namespace banlang::viewer::detail
