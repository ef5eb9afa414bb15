// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/ui.h"

#include "core/text/format.h"

namespace banlang::viewer {

void Ui::emitTarget(Verb verb, RecordRef target) const {
    if (document.district) commands.push_back({verb, {}, target});
}

std::string Ui::number(double value, int decimals) const {
    return formatNumber(value, decimals, document.language);
}

std::string Ui::date(Date day) const {
    return formatDate(day, document.language);
}

} // namespace banlang::viewer
