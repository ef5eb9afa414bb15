// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"
#include "layers/style/style.h"

#include <bitset>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// Features of no class are not drawn.
inline constexpr std::uint8_t noClass = 255;

/// Ties what is drawn to the row of the layer's legend that explains it: a class of shapes, a symbol, a part of a ring.
using LegendKey = std::uint8_t;
inline constexpr LegendKey noKey = 255;
using LegendKeys = std::bitset<256>;

/// Geometries that are drawn together, with one class per feature. Painters go class by class in order, and within a class
/// stroke by stroke over all its features, so that casings merge at junctions.
struct ShapeSet {
    std::shared_ptr<const GeometryColumn> geometry{}; ///< may alias a table of the district, which then must outlive it
    std::vector<std::uint8_t> classOf{};              ///< one per feature of geometry
    std::vector<ClassStyle> styles{};                 ///< indexed by class
    std::vector<LegendKey> keyOf{};                   ///< indexed by class; empty: class i has key i
    ScaleRange scales{};
    bool areaTrueWhenTiny = false;      ///< of a few pixels a feature gives its colour by area and no outline (parcels)
    Role role = Role::communes;         ///< what the features are, for picking
    std::vector<std::uint32_t> rowOf{}; ///< row in that table; empty: feature i is row i

    /// Of a class that draws anything; noKey of one that does not.
    [[nodiscard]] LegendKey keyOfClass(std::size_t drawnClass) const {
        if (drawnClass >= styles.size() || styles[drawnClass] == ClassStyle{}) return noKey;
        return keyOf.empty() ? static_cast<LegendKey>(drawnClass) : keyOf[drawnClass];
    }
};

/// A symbol at a point, sized on paper and screen, not on the ground.
enum class MarkerShape : std::uint8_t { circle, ring, square, triangle, badge, house };
struct Marker {
    Point at{};
    double offsetXPx = 0; ///< drawn this far from `at`, y down; a leader in the rim's colour then joins the two
    double offsetYPx = 0;
    MarkerShape shape = MarkerShape::circle;
    double radiusPx = 4;
    Colour fill{};
    Colour rim{};
    double rimPx = 1;
    bool rimDashed = false;
    std::string text{}; ///< in the middle: a count or a rank
    Colour textColour{};
    std::vector<double> shares{};        ///< ring only: parts of the whole, clockwise from the top
    std::vector<FillStyle> shareFills{}; ///< one per share
    int level = 0;                       ///< houses: steps done, 0-5
    std::vector<LegendKey> keys{};       ///< all that the symbol tells: itself, its parts, its rim
    Role role = Role::villages;
    std::int32_t row = notLinked;
};
struct MarkerSet {
    std::vector<Marker> markers{};
    ScaleRange scales{};
};

enum class LabelKind : std::uint8_t { badge, district, commune, village, road, river, code };

/// A text that wants a place on the map. Placement is the same for screen and paper (layers/labels/labels.h).
struct MapLabel {
    LabelKind kind = LabelKind::village;
    std::string text{};        ///< may be several lines
    Point at{};                ///< preferred centre
    std::vector<Point> path{}; ///< for roads and rivers: the text follows this line; empty otherwise
    Bilingual secondLine{};    ///< smaller, under the name; may be empty
    Colour colour{};
    std::uint32_t id = 0; ///< breaks ties, so that the order of input does not matter
    double priority = 0;  ///< higher first within its kind
    double roomXPx = 0;   ///< of the place that it keeps free of others, where that is more than its text needs
    double roomYPx = 0;
};
struct LabelSet {
    std::vector<MapLabel> labels{};
    ScaleRange scales{};
    /// More labels than a layer can hold: those with their point in a box that a map of so many metres to a pixel has room for.
    /// The same whenever it is asked, from any thread. Empty: there are none.
    std::function<std::vector<MapLabel>(const Box& box, double metresPerPx)> within{};
};

/// One row of a legend. The swatch is drawn with the style itself, by the painter that draws the map. Figures are raw, so that the
/// reader's language can format them. What looks different at different scales has one row for each; which rows stand in the
/// legend of a map says layers/legend.h.
struct LegendEntry {
    Label label{};
    LegendKey key = noKey;                       ///< of what it explains; none: a heading, or a figure of what is not drawn
    ScaleRange scales{};                         ///< at which things look as the swatch does
    GeometryKind swatch = GeometryKind::polygon; ///< area or line; point: see `marker`; none: words alone
    ClassStyle style{};
    ClassStyle rest{}; ///< lines: of the second half of the swatch, where a thing changes on its way; empty: as the first
    std::optional<Marker> marker{}; ///< the swatch when it is a symbol; its place is ignored
    std::optional<double> count{};  ///< how many
    bool countHidden = false;       ///< 1 or 2, and the audience may not know which
    std::optional<double> amount{}; ///< in MapLayer::amountUnit
    int amountDecimals = 0;
    bool noReport = false;
};

/// A class that rows of a table belong to, as legends name it and files draw it.
struct RowClass {
    Label label{};
    LegendKey key = noKey; ///< of the legend row that counts it
    ClassStyle style{};
    std::optional<Marker> marker{}; ///< of rows that are points
};

/// The class of every row of a layer's attributes: the one count for map, legend, table and files.
struct RowClasses {
    std::vector<RowClass> classes{};      ///< none: the layer does not sort its rows
    std::vector<std::uint8_t> classOf{};  ///< one per row, an index of `classes`; noClass: in none
    std::shared_ptr<const void> labels{}; ///< keeps the words alive where they come from data

    [[nodiscard]] std::size_t count(std::size_t rowClass) const;
};

/// What table and files show of a layer. `classes` has a class for each of the rows.
struct ClassedRows {
    FeatureTable rows{};
    std::shared_ptr<const RowClasses> classes{};
};

/// What a layer draws at some scales, by the keys of its legend.
struct DrawnKeys {
    ScaleRange scales{};
    LegendKeys keys{};
};

/// A column of a layer's attributes under its reader's name.
struct AttributeName {
    std::string column{};
    Label label{};
};

/// A theme or a part of the base map: what to draw, how, and what it means.
struct MapLayer {
    std::string_view id{};          ///< "donated-land"; on the command line
    std::string_view explainedBy{}; ///< id of the layer whose legend explains this one; empty: its own
    Label title{};
    Label counted{};                  ///< heads the legend: "Đất trong nền chuẩn"
    Label countUnit{};                ///< over the counts: "thửa"; may be empty
    Label amountUnit{};               ///< over the amounts: "m²"; may be empty
    std::vector<ShapeSet> ground{};   ///< areas under the lines of the base map; buildScene() puts them there
    std::vector<ShapeSet> shapes{};   ///< bottom to top
    std::vector<MarkerSet> markers{}; ///< above all shapes
    std::vector<LabelSet> labels{};
    std::vector<LegendEntry> legend{}; ///< of all scales; what a map's legend shows is legendAt()
    std::vector<DrawnKeys> drawn{};    ///< what there is to explain; filled by buildLayer()
    std::size_t featureCount = 0;

    /// What table and exports show, geometry included; names of persons only when the audience may see them. Made when asked for,
    /// because it copies: about 0.3 s for a million parcels. Never empty; safe to call from another thread.
    std::function<ClassedRows()> attributes;
    std::vector<AttributeName> attributeNames{};    ///< one per column of `attributes()`, in its order
    std::shared_ptr<const RowClasses> rowClasses{}; ///< of `attributes()`
};

} // namespace banlang
