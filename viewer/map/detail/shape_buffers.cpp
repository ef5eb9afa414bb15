// SPDX-License-Identifier: MIT
#include "viewer/map/detail/shape_buffers.h"

namespace banlang::viewer::detail {
namespace {

constexpr std::uint32_t verticesPerSegment = 6;

} // namespace

ShapeBuffers::ShapeBuffers(const ShapeMesh& mesh)
    : origin_(mesh.origin), classCount_(mesh.classCount), chunkBoxes_(mesh.chunkBoxes), cells_(mesh.cells),
      visible_(mesh.chunkBoxes.size(), true) {
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

void ShapeBuffers::cull(const Box& box) {
    for (std::size_t chunk = 0; chunk < chunkBoxes_.size(); ++chunk) visible_[chunk] = chunkBoxes_[chunk].intersects(box);
}

std::size_t ShapeBuffers::pointsIn(std::size_t classIndex, const Box& box) const {
    std::size_t count = 0;
    for (std::size_t chunk = 0; chunk < chunkBoxes_.size(); ++chunk) {
        const MeshRange points = cells_[classIndex * chunkBoxes_.size() + chunk].points;
        if (points.begin != points.end && chunkBoxes_[chunk].intersects(box)) count += points.end - points.begin;
    }
    return count;
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
