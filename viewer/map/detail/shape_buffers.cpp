// SPDX-License-Identifier: MIT
#include "viewer/map/detail/shape_buffers.h"

namespace banlang::viewer::detail {
namespace {

constexpr std::uint32_t verticesPerSegment = 6;

template <class Value> void upload(GLenum target, const Buffer& buffer, const std::vector<Value>& values) {
    glBindBuffer(target, buffer.name());
    glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(Value)), values.data(), GL_STATIC_DRAW);
}

bool holds(const Box& outer, const Box& inner) {
    return outer.minX <= inner.minX && outer.minY <= inner.minY && outer.maxX >= inner.maxX && outer.maxY >= inner.maxY;
}

} // namespace

ShapeBuffers::ShapeBuffers(const ShapeMesh& mesh)
    : origin_(mesh.origin), averageSizeM_(mesh.averageSizeM), classCount_(mesh.classCount), chunkBoxes_(mesh.chunkBoxes),
      cells_(mesh.cells), features_(mesh.features), visible_(mesh.chunkBoxes.size(), true) {
    glBindVertexArray(triangles_.name());
    upload(GL_ARRAY_BUFFER, points_, mesh.points);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(MeshPoint), bufferOffset(0));
    upload(GL_ELEMENT_ARRAY_BUFFER, indices_, mesh.triangles);
    glBindVertexArray(0);
    glBindTexture(GL_TEXTURE_BUFFER, texture_.name());
    glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, points_.name());
    glBindTexture(GL_TEXTURE_BUFFER, 0);
}

void ShapeBuffers::cull(const GeometryColumn& geometry, const Box& box) {
    visibleFeatures_ = 0;
    for (std::size_t chunk = 0; chunk < chunkBoxes_.size(); ++chunk) {
        visible_[chunk] = chunkBoxes_[chunk].intersects(box);
        if (!visible_[chunk]) continue;
        const bool whole = holds(box, chunkBoxes_[chunk]);
        for (std::size_t i = chunk; i < cells_.size(); i += chunkBoxes_.size()) {
            const MeshRange range = cells_[i].features;
            if (whole) visibleFeatures_ += range.end - range.begin;
            for (std::uint32_t k = range.begin; !whole && k < range.end; ++k) {
                if (geometry.boxes[features_[k]].intersects(box)) ++visibleFeatures_;
            }
        }
    }
}

std::vector<MeshRange> ShapeBuffers::visibleRuns(std::size_t classIndex, MeshRange MeshCell::*part) const {
    std::vector<MeshRange> runs;
    for (std::size_t chunk = 0; chunk < chunkBoxes_.size(); ++chunk) {
        const MeshRange range = cells_[classIndex * chunkBoxes_.size() + chunk].*part;
        if (!visible_[chunk] || range.begin == range.end) continue;
        if (!runs.empty() && runs.back().end == range.begin)
            runs.back().end = range.end;
        else
            runs.push_back(range);
    }
    return runs;
}

void ShapeBuffers::drawTriangles(std::size_t classIndex) const {
    std::vector<GLsizei> counts;
    std::vector<const void*> begins;
    for (const MeshRange run : visibleRuns(classIndex, &MeshCell::indices)) {
        counts.push_back(static_cast<GLsizei>(run.end - run.begin));
        begins.push_back(bufferOffset(run.begin * sizeof(std::uint32_t)));
    }
    if (counts.empty()) return;
    glBindVertexArray(triangles_.name());
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, begins.data(), static_cast<GLsizei>(counts.size()));
}

void ShapeBuffers::drawSegments(std::size_t classIndex) const {
    std::vector<GLsizei> counts;
    std::vector<GLint> begins;
    for (const MeshRange run : visibleRuns(classIndex, &MeshCell::points)) {
        begins.push_back(static_cast<GLint>(run.begin * verticesPerSegment));
        counts.push_back(static_cast<GLsizei>((run.end - run.begin) * verticesPerSegment));
    }
    if (counts.empty()) return;
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, texture_.name());
    glBindVertexArray(segments_.name());
    glMultiDrawArrays(GL_TRIANGLES, begins.data(), counts.data(), static_cast<GLsizei>(counts.size()));
    glBindTexture(GL_TEXTURE_BUFFER, 0);
}

} // namespace banlang::viewer::detail
