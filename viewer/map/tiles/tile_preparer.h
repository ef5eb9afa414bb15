// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/work_queue.h"
#include "layers/area_raster.h"
#include "viewer/map/gl/area_store.h"
#include "viewer/map/mesh/prepared_scene.h"
#include "viewer/map/tiles/map_tiles.h"

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <vector>

namespace banlang::viewer::detail {

/// A chunk whose mesh is wanted, and a set that draws it.
struct NeededChunk {
    AreaChunk chunk{};
    const PreparedShapes* set = nullptr;
};
/// A chunk whose mesh is made.
struct MadeChunk {
    AreaChunk chunk{};
    AreaMesh mesh{};
};
/// Summed colours of one set of areas in one tile, or what the raster basemap shows there.
struct MadeCover {
    TileKey tile{};
    const PreparedShapes* set = nullptr; ///< null: the raster basemap
    PixelColours colours{};
};

/// Makes on workers what tiles are painted from. Asked and emptied by the thread that draws, which is thrown what a worker threw.
class TilePreparer {
public:
    TilePreparer();
    void makeChunk(std::shared_ptr<const PreparedScene> scene, NeededChunk needed);
    void makeCover(std::shared_ptr<const PreparedScene> scene, const PreparedShapes* set, TileKey tile);

    /// What is ready; empties itself.
    [[nodiscard]] std::vector<MadeChunk> takeChunks();
    [[nodiscard]] std::vector<MadeCover> takeCovers();
    /// Waits until something is ready, or nothing is under way.
    void wait();
    [[nodiscard]] bool working() const;

private:
    template <class Made> void post(std::function<Made()> make, std::vector<Made>& into);
    void throwFailure() const;

    mutable std::mutex mutex_;
    std::condition_variable news_;
    std::vector<MadeChunk> chunks_;
    std::vector<MadeCover> covers_;
    std::size_t underWay_ = 0;
    std::exception_ptr failure_;
    WorkQueue queue_; ///< last, so that its threads end first
};

} // namespace banlang::viewer::detail
