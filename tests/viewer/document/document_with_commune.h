// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rule_files/rule_files.h"
#include "viewer/document/command.h"

#include <gtest/gtest.h>

namespace banlang::viewer {

/// A document of one commune of two by two kilometres.
inline Document withCommune() {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    FeatureTable& communes = district->table(Role::communes);
    for (Column& column : communes.columns) {
        if (column.name == "code") {
            column.text.append("06001");
        } else {
            column.appendMissing();
        }
    }
    communes.rowCount = 1;
    communes.geometry.kind = GeometryKind::polygon;
    for (const Point point : {Point{1000, 2000}, Point{3000, 2000}, Point{3000, 4000}, Point{1000, 4000}, Point{1000, 2000}}) {
        communes.geometry.addPoint(point);
    }
    communes.geometry.endRing();
    communes.geometry.endPart();
    communes.geometry.endFeature();
    Document document;
    document.district = district;
    document.rules = shippedRules();
    return document;
}

/// The command of a line of a script.
inline Command parsed(std::string_view line) {
    auto command = parseCommand(line);
    EXPECT_TRUE(command.has_value() && command->has_value()) << line;
    return command && *command ? **command : Command{};
}

} // namespace banlang::viewer
