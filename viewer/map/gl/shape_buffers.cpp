// SPDX-License-Identifier: MIT
#include "viewer/map/gl/shape_buffers.h"

namespace banlang::viewer::detail {
namespace {

constexpr std::uint32_t cornersPerSegment = 6;
/// How far a line may lie off, twice as far at its turns, before somebody could see it.
constexpr double unseenPx = 0.25;

} // namespace

ShapeBuffers::ShapeBuffers(const ShapeMesh& mesh)
    : origin_(mesh.origin), classCount_(mesh.classCount), chunkBoxes_(mesh.chunkBoxes) {
    lines_.resize(1 + mesh.coarser.size());
    for (const MeshCell& cell : mesh.cells) {
        triangleCells_.push_back(cell.indices);
        lines_.front().cells.push_back(cell.points);
    }
    glBindVertexArray(triangles_.name());
    upload(GL_ARRAY_BUFFER, lines_.front().points, mesh.points);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(MeshPoint), bufferOffset(0));
    upload(GL_ELEMENT_ARRAY_BUFFER, indices_, mesh.triangles);
    glBindVertexArray(0);
    for (std::size_t i = 0; i < mesh.coarser.size(); ++i) {
        Lines& lines = lines_[i + 1];
        upload(GL_ARRAY_BUFFER, lines.points, mesh.coarser[i].points);
        lines.toleranceM = mesh.coarser[i].toleranceM;
        lines.cells = mesh.coarser[i].cells;
    }
    for (const Lines& lines : lines_) {
        glBindTexture(GL_TEXTURE_BUFFER, lines.texture.name());
        glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, lines.points.name());
    }
    glBindTexture(GL_TEXTURE_BUFFER, 0);
}

std::size_t ShapeBuffers::levelFor(double metresPerPx) const {
    std::size_t level = 0;
    while (level + 1 < lines_.size() && lines_[level + 1].toleranceM <= unseenPx * metresPerPx) ++level;
    return level;
}

std::vector<MeshPart> ShapeBuffers::linesIn(std::size_t classIndex, const Box& box, double metresPerPx,
                                            std::size_t pointsPerPart) const {
    return partsIn(classIndex, box, levelFor(metresPerPx), pointsPerPart);
}

std::vector<MeshPart> ShapeBuffers::trianglesIn(std::size_t classIndex, const Box& box, std::size_t pointsPerPart) const {
    return partsIn(classIndex, box, 0, pointsPerPart);
}

std::vector<MeshPart> ShapeBuffers::partsIn(std::size_t classIndex, const Box& box, std::size_t level,
                                            std::size_t pointsPerPart) const {
    std::vector<MeshPart> parts;
    for (std::uint32_t chunk = 0; chunk < chunkBoxes_.size(); ++chunk) {
        const MeshRange points = lines_[level].cells[classIndex * chunkBoxes_.size() + chunk];
        if (points.begin == points.end || !chunkBoxes_[chunk].intersects(box)) continue;
        if (parts.empty() || parts.back().points >= pointsPerPart) parts.push_back({classIndex, level, {}, 0});
        parts.back().chunks.push_back(chunk);
        parts.back().points += points.end - points.begin;
    }
    return parts;
}

std::vector<MeshRange> ShapeBuffers::runsOf(const MeshPart& part, const std::vector<MeshRange>& cells) const {
    std::vector<MeshRange> runs;
    for (const std::uint32_t chunk : part.chunks) {
        const MeshRange range = cells[part.classIndex * chunkBoxes_.size() + chunk];
        if (range.begin == range.end) continue;
        if (!runs.empty() && runs.back().end == range.begin)
            runs.back().end = range.end;
        else
            runs.push_back(range);
    }
    return runs;
}

void ShapeBuffers::drawTriangles(const MeshPart& part) const {
    std::vector<GLsizei> counts;
    std::vector<const void*> begins;
    for (const MeshRange run : runsOf(part, triangleCells_)) {
        counts.push_back(static_cast<GLsizei>(run.end - run.begin));
        begins.push_back(bufferOffset(run.begin * sizeof(std::uint32_t)));
    }
    if (counts.empty()) return;
    glBindVertexArray(triangles_.name());
    glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, begins.data(), static_cast<GLsizei>(counts.size()));
}

void ShapeBuffers::drawSegments(const MeshPart& part) const {
    std::vector<GLsizei> counts;
    std::vector<GLint> begins;
    for (const MeshRange run : runsOf(part, lines_[part.level].cells)) {
        begins.push_back(static_cast<GLint>(run.begin * cornersPerSegment));
        counts.push_back(static_cast<GLsizei>((run.end - run.begin) * cornersPerSegment));
    }
    if (counts.empty()) return;
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, lines_[part.level].texture.name());
    glBindVertexArray(segments_.name());
    glMultiDrawArrays(GL_TRIANGLES, begins.data(), counts.data(), static_cast<GLsizei>(counts.size()));
    glBindTexture(GL_TEXTURE_BUFFER, 0);
}

} // namespace banlang::viewer::detail
