// SPDX-License-Identifier: MIT
#include "sample-data/messy/map_file.h"
#include "sample-data/messy/offices.h"
#include "sample-data/messy/text_forms.h"

namespace banlang::sample {

bool hasMeasuredGardens(std::size_t commune) {
    return commune % 13 == 6;
}

Result<void> writeMeasuredGardens(const MessyDistrict& district, Delivery& delivery) {
    const std::vector<Rows> rows = rowsByCommune(district, Role::gardens);
    for (std::size_t c = 0; c < rows.size(); ++c) {
        if (!hasMeasuredGardens(c) || rows[c].empty()) continue;
        const FeatureTable out = renamed(district.table(Role::gardens), rows[c],
                                         {{"MA_VUON", fields::gardens.id.name},
                                          {"MA_HO", fields::gardens.householdId.name},
                                          {"CHU_HO", fields::gardens.headName.name},
                                          {"MA_THON", fields::gardens.villageCode.name},
                                          {"SHBANDO", fields::gardens.sheet.name},
                                          {"SHTHUA", fields::gardens.number.name},
                                          {"DIEN_TICH", fields::gardens.areaM2.name},
                                          {"NHOM_CAY", fields::gardens.cropGroup.name},
                                          {"VAY_VON", fields::gardens.borrower.name},
                                          {"VON_VAY", fields::gardens.loanVnd.name},
                                          {"NGAY_DK", fields::gardens.registeredOn.name},
                                          {"NGAY_BD", fields::gardens.startedOn.name},
                                          {"NGAY_XONG", fields::gardens.finishedOn.name},
                                          {"NGAY_BO", fields::gardens.lapsedOn.name},
                                          {"NGAY_GN", fields::gardens.disbursedOn.name},
                                          {"NGAY_KT", fields::gardens.inspectedOn.name},
                                          {"DUNG_MD", fields::gardens.purposeKept.name}});
        MapForm form;
        form.statedEpsg = defaultStoreEpsg;
        form.layerOptions = {"ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2022-05-18"};
        const std::string stem = "vuon_" + plainName(district.communes()[c].name, "_");
        const std::string file = "vuon tap/" + stem + ".shp";
        delivery.add({file, stem, "gardens", "UTF-8", "EPSG:9209", rows[c].size(),
                      "headers cut to ten letters; commune only in the name of the file; some rows have no shape"});
        BANLANG_CHECK(writeMap(delivery.pathOf(file), out, form));
    }
    return {};
}

} // namespace banlang::sample
