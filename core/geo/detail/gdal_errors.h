// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_error.h>

#include <string>

namespace banlang::detail {

/// While it lives, what GDAL complains about on this thread is kept here and not printed.
class GdalErrors {
public:
    GdalErrors() { CPLPushErrorHandlerEx(&GdalErrors::keep, this); }
    ~GdalErrors() { CPLPopErrorHandler(); }
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    [[nodiscard]] bool failed() const { return !failure_.empty(); }
    [[nodiscard]] const std::string& failure() const { return failure_; } ///< the first failure
    void clear() { failure_.clear(); }

private:
    static void CPL_STDCALL keep(CPLErr kind, CPLErrorNum /*number*/, const char* message) {
        auto* errors = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
        if (kind >= CE_Failure && errors->failure_.empty()) errors->failure_ = message;
    }
    std::string failure_;
};

} // namespace banlang::detail
