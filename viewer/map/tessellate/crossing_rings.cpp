// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate/crossing_rings.h"

#include "viewer/map/tessellate/active_edges.h"

#include <GL/glu.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

namespace banlang::viewer {
namespace {

/// What GLU hands back; corners travel as pointers into `names`.
struct Work {
    std::vector<std::uint32_t> names;
    std::vector<std::uint32_t> corners; ///< three a triangle
    bool failed = false;
};

void takeVertex(void* corner, void* work) {
    static_cast<Work*>(work)->corners.push_back(*static_cast<const std::uint32_t*>(corner));
}

/// GLU asks for a corner where edges cross: the one with the most weight there is the nearest.
void combine(GLdouble* /*place*/, void** corners, GLfloat* weights, void** chosen, void* /*work*/) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < 4; ++i) {
        if (corners[i] != nullptr && weights[i] > weights[best]) best = i;
    }
    *chosen = corners[best];
}

void takeError(GLenum /*error*/, void* work) {
    static_cast<Work*>(work)->failed = true;
}

void ignoreEdge(GLboolean /*boundary*/) {} // having it makes GLU give triangles only, no fans and strips

using Callback = void (*)();
template <class Function> Callback asCallback(Function* function) {
    return reinterpret_cast<Callback>(function); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): what GLU wants
}

struct DeleteTesselator {
    void operator()(GLUtesselator* tesselator) const { gluDeleteTess(tesselator); }
};

void describe(GLUtesselator* tesselator, const Loops& loops, const std::vector<std::uint32_t>& rings, Work& work) {
    gluTessBeginPolygon(tesselator, &work);
    for (const std::uint32_t first : rings) {
        gluTessBeginContour(tesselator);
        std::uint32_t corner = first;
        do {
            std::array<GLdouble, 3> place{loops.at[corner].x, loops.at[corner].y, 0};
            gluTessVertex(tesselator, place.data(), &work.names[corner]);
            corner = loops.next[corner];
        } while (corner != first);
        gluTessEndContour(tesselator);
    }
    gluTessEndPolygon(tesselator);
}

} // namespace

bool cutCrossingRings(const Loops& loops, const std::vector<std::uint32_t>& rings, std::vector<std::uint32_t>& triangles) {
    const std::unique_ptr<GLUtesselator, DeleteTesselator> tesselator(gluNewTess());
    if (tesselator == nullptr) return false;
    Work work;
    work.names.resize(loops.at.size());
    for (std::uint32_t corner = 0; corner < work.names.size(); ++corner) work.names[corner] = corner;
    gluTessCallback(tesselator.get(), GLU_TESS_VERTEX_DATA, asCallback(takeVertex));
    gluTessCallback(tesselator.get(), GLU_TESS_COMBINE_DATA, asCallback(combine));
    gluTessCallback(tesselator.get(), GLU_TESS_ERROR_DATA, asCallback(takeError));
    gluTessCallback(tesselator.get(), GLU_TESS_EDGE_FLAG, asCallback(ignoreEdge));
    gluTessProperty(tesselator.get(), GLU_TESS_WINDING_RULE,
                    rings.size() == 1 ? GLU_TESS_WINDING_NONZERO : GLU_TESS_WINDING_POSITIVE);
    gluTessNormal(tesselator.get(), 0, 0, 1);
    describe(tesselator.get(), loops, rings, work);
    if (work.failed) return false;
    for (std::size_t i = 0; i + 2 < work.corners.size(); i += 3) {
        const std::uint32_t a = work.corners[i];
        const std::uint32_t b = work.corners[i + 1];
        const std::uint32_t c = work.corners[i + 2];
        if (!(turn(loops.at[a], loops.at[b], loops.at[c]) > 0)) continue;
        triangles.insert(triangles.end(), {loops.index[a], loops.index[b], loops.index[c]});
    }
    return true;
}

} // namespace banlang::viewer
