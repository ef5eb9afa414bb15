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
                                         {{"MA_VUON", "id"},
                                          {"MA_HO", "household_id"},
                                          {"CHU_HO", "head_name"},
                                          {"MA_THON", "village_code"},
                                          {"SHBANDO", "sheet"},
                                          {"SHTHUA", "number"},
                                          {"DIEN_TICH", "area_m2"},
                                          {"NHOM_CAY", "crop_group"},
                                          {"VAY_VON", "borrower"},
                                          {"VON_VAY", "loan_vnd"},
                                          {"NGAY_DK", "registered_on"},
                                          {"NGAY_BD", "started_on"},
                                          {"NGAY_XONG", "finished_on"},
                                          {"NGAY_BO", "lapsed_on"},
                                          {"NGAY_GN", "disbursed_on"},
                                          {"NGAY_KT", "inspected_on"},
                                          {"DUNG_MD", "purpose_kept"}});
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
