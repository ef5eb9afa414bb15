// SPDX-License-Identifier: MIT
#include "viewer/map/tessellate/sweep.h"

#include "viewer/map/tessellate/active_edges.h"

#include <algorithm>
#include <span>

namespace banlang::viewer {
namespace {

struct Event {
    Point at;
    std::uint32_t corner = 0;
};

bool before(Point a, Point b) {
    return a.x != b.x ? a.x < b.x : a.y < b.y;
}

/// Steepness of an edge that starts here, for sorting from bottom to top.
double slope(const ActiveEdge& edge) {
    return (edge.right.y - edge.left.y) / (edge.right.x - edge.left.x); // straight up: infinite
}

class Sweep {
public:
    Sweep(const Loops& loops, std::vector<std::uint32_t>& triangles)
        : loops_(loops), triangles_(triangles), edges_(loops.at.size()) {
        nodes_.reserve(2 * loops.at.size());
    }

    double run() {
        std::vector<Event> events(loops_.at.size());
        for (std::uint32_t corner = 0; corner < events.size(); ++corner) events[corner] = {loops_.at[corner], corner};
        std::sort(events.begin(), events.end(),
                  [](const Event& a, const Event& b) { return a.at == b.at ? a.corner < b.corner : before(a.at, b.at); });
        for (std::size_t begin = 0, end = 0; begin < events.size(); begin = end) {
            while (end < events.size() && events[end].at == events[begin].at) ++end;
            meet(std::span(events).subspan(begin, end - begin));
        }
        return twiceArea_;
    }

private:
    struct Node {
        std::uint32_t corner = 0;
        std::uint32_t below = nothing;
        std::uint32_t above = nothing;
    };
    /// The edges that end at or pass through a point, neighbours of each other; `first` is nothing when there are none.
    struct Group {
        std::uint32_t first = nothing;
        std::uint32_t last = nothing;
        std::uint32_t under = nothing;
    };

    /// All corners at one point.
    void meet(std::span<const Event> corners) {
        const Point at = corners[0].at;
        gatherEdges(corners, at);
        if (incoming_.empty() && outgoing_.empty()) return;
        const Group group = groupAt(at);
        const std::uint32_t corner = corners[0].corner;
        Chain low;
        Chain high;
        if (group.first == nothing) {
            if (group.under != nothing && edges_[group.under].chain.exists()) split(edges_[group.under].chain, corner, low, high);
        } else {
            if (group.under != nothing) low = endedAbove(edges_[group.under].chain, corner);
            for (std::uint32_t edge = group.first; edge != group.last; edge = edges_[edge].over) close(edges_[edge].chain, corner);
            high = endedBelow(edges_[group.last].chain, corner);
        }
        exchange(group, at);
        settle(group.under, corner, low, high);
    }

    void gatherEdges(std::span<const Event> corners, Point at) {
        incoming_.clear();
        outgoing_.clear();
        for (const Event& event : corners) {
            addEdge(event.corner, loops_.at[loops_.next[event.corner]], at, 1);
            const std::uint32_t previous = loops_.previous[event.corner];
            addEdge(previous, loops_.at[previous], at, -1);
        }
    }

    void addEdge(std::uint32_t edge, Point other, Point at, std::int32_t sign) {
        if (before(other, at)) {
            incoming_.push_back(edge);
        } else if (before(at, other)) {
            edges_[edge].left = at;
            edges_[edge].right = other;
            edges_[edge].sign = sign;
            outgoing_.push_back(edge);
        }
    }

    Group groupAt(Point at) {
        Group group;
        if (incoming_.empty()) {
            group.under = edges_.highestUnder(at);
            const std::uint32_t over = group.under == nothing ? edges_.lowest() : edges_[group.under].over;
            if (over == nothing || sideOf(edges_[over], at) != 0) return group;
            group.first = group.last = over;
        } else {
            group.first = group.last = incoming_.front();
        }
        for (std::uint32_t edge = edges_[group.first].under; edge != nothing && sideOf(edges_[edge], at) <= 0;
             edge = edges_[edge].under)
            group.first = edge;
        for (std::uint32_t edge = edges_[group.last].over; edge != nothing && sideOf(edges_[edge], at) >= 0;
             edge = edges_[edge].over)
            group.last = edge;
        ingestStragglers(group, at);
        group.under = edges_[group.first].under;
        return group;
    }

    /// Where rings cross, edges that end here may stand apart: whatever is between them comes along.
    void ingestStragglers(Group& group, Point at) {
        std::size_t found = edges_[group.last].right == at ? 1 : 0;
        for (std::uint32_t edge = group.first; edge != group.last; edge = edges_[edge].over) {
            if (edges_[edge].right == at) ++found;
        }
        while (found < incoming_.size()) {
            const std::uint32_t under = edges_[group.first].under;
            const std::uint32_t over = edges_[group.last].over;
            if (under == nothing && over == nothing) return;
            if (under != nothing && edges_[under].right == at) ++found;
            if (over != nothing && edges_[over].right == at) ++found;
            if (under != nothing) group.first = under;
            if (over != nothing) group.last = over;
        }
    }

    /// The edges that start here take the places of those that end here.
    void exchange(const Group& group, Point at) {
        if (group.first != nothing && group.first == group.last && edges_[group.first].right == at && outgoing_.size() == 1) {
            edges_.replace(group.first, outgoing_.front());
            return;
        }
        for (std::uint32_t edge = group.first; edge != nothing;) {
            const std::uint32_t over = edge == group.last ? nothing : edges_[edge].over;
            edges_.erase(edge);
            if (edges_[edge].right != at) {
                edges_[edge].left = at;
                outgoing_.push_back(edge);
            }
            edge = over;
        }
        std::sort(outgoing_.begin(), outgoing_.end(), [&](std::uint32_t a, std::uint32_t b) {
            const double slopeA = slope(edges_[a]);
            const double slopeB = slope(edges_[b]);
            return slopeA != slopeB ? slopeA < slopeB : a < b;
        });
        std::uint32_t under = group.under;
        for (const std::uint32_t edge : outgoing_) {
            edges_.insertOver(under, edge);
            under = edge;
        }
    }

    /// Gives every stretch of inside that begins or goes on here its chain.
    void settle(std::uint32_t under, std::uint32_t corner, const Chain& low, const Chain& high) {
        if (outgoing_.empty()) {
            if (under != nothing) edges_[under].chain = joined(low, high);
            return;
        }
        std::int32_t winding = under == nothing ? 0 : edges_[under].winding;
        if (under != nothing) edges_[under].chain = low;
        for (const std::uint32_t edge : outgoing_) {
            winding += edges_[edge].sign;
            edges_[edge].winding = winding;
            edges_[edge].chain = winding > 0 && edge != outgoing_.back() ? fresh(corner) : Chain{};
        }
        edges_[outgoing_.back()].chain = high;
    }

    std::uint32_t addNode(std::uint32_t corner, std::uint32_t below, std::uint32_t above) {
        nodes_.push_back({corner, below, above});
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    }

    Chain fresh(std::uint32_t corner) {
        const std::uint32_t node = addNode(corner, nothing, nothing);
        return {node, node, node};
    }

    /// The upper edge of a stretch ended: its corner is the new top, in front of all that it sees.
    Chain endedAbove(const Chain& chain, std::uint32_t corner) {
        if (!chain.exists()) return {};
        std::uint32_t top = chain.top;
        while (nodes_[top].below != nothing && emit(nodes_[nodes_[top].below].corner, corner, nodes_[top].corner))
            top = nodes_[top].below;
        const std::uint32_t node = addNode(corner, top, nothing);
        nodes_[top].above = node;
        return {chain.bottom, node, node};
    }

    Chain endedBelow(const Chain& chain, std::uint32_t corner) {
        if (!chain.exists()) return {};
        std::uint32_t bottom = chain.bottom;
        while (nodes_[bottom].above != nothing && emit(nodes_[bottom].corner, corner, nodes_[nodes_[bottom].above].corner))
            bottom = nodes_[bottom].above;
        const std::uint32_t node = addNode(corner, nothing, bottom);
        nodes_[bottom].below = node;
        return {node, chain.top, node};
    }

    /// Both edges of a stretch ended: the corner sees the whole chain.
    void close(const Chain& chain, std::uint32_t corner) {
        if (!chain.exists()) return;
        for (std::uint32_t node = chain.top; nodes_[node].below != nothing; node = nodes_[node].below) {
            emit(nodes_[nodes_[node].below].corner, corner, nodes_[node].corner);
        }
    }

    /// Edges start in the middle of a stretch: the newest corner of its chain sees the new one.
    void split(const Chain& chain, std::uint32_t corner, Chain& low, Chain& high) {
        const std::uint32_t middle = chain.newest;
        const std::uint32_t above = nodes_[middle].above;
        const std::uint32_t twin = addNode(nodes_[middle].corner, nothing, above);
        if (above != nothing) nodes_[above].below = twin;
        nodes_[middle].above = nothing;
        low = endedAbove({chain.bottom, middle, middle}, corner);
        high = endedBelow({twin, chain.top == middle ? twin : chain.top, twin}, corner);
    }

    /// No edge goes on between two stretches: one chain, whose middle is the corner where both ended.
    Chain joined(const Chain& low, const Chain& high) {
        if (!low.exists() || !high.exists()) return low.exists() ? low : high;
        const std::uint32_t above = nodes_[high.bottom].above;
        nodes_[low.top].above = above;
        if (above != nothing) nodes_[above].below = low.top;
        return {low.bottom, high.top == high.bottom ? low.top : high.top, low.top};
    }

    /// False for what turns right and for what has no area.
    bool emit(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        const double area = turn(loops_.at[a], loops_.at[b], loops_.at[c]);
        if (!(area > 0)) return false;
        triangles_.insert(triangles_.end(), {loops_.index[a], loops_.index[b], loops_.index[c]});
        twiceArea_ += area;
        return true;
    }

    const Loops& loops_;
    std::vector<std::uint32_t>& triangles_;
    ActiveEdges edges_;
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> incoming_;
    std::vector<std::uint32_t> outgoing_;
    double twiceArea_ = 0;
};

} // namespace

double sweepTriangles(const Loops& loops, std::vector<std::uint32_t>& triangles) {
    return Sweep(loops, triangles).run();
}

} // namespace banlang::viewer
