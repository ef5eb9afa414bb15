// SPDX-License-Identifier: MIT
#pragma once

#include <cpl_conv.h>
#include <cpl_http.h>

namespace banlang::detail {

/// While it lives, GDAL reaches nobody from this thread: files that name addresses are read as if nobody answered there.
class NoNetwork {
public:
    NoNetwork() { CPLHTTPPushFetchCallback(&NoNetwork::refuse, nullptr); }
    ~NoNetwork() { CPLHTTPPopFetchCallback(); }
    NoNetwork(const NoNetwork&) = delete;
    NoNetwork& operator=(const NoNetwork&) = delete;

private:
    static CPLHTTPResult* refuse(const char* /*url*/, CSLConstList /*options*/, GDALProgressFunc /*progress*/,
                                 void* /*progressData*/, CPLHTTPFetchWriteFunc /*write*/, void* /*writeData*/, void* /*data*/) {
        auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
        result->nStatus = 1;
        result->pszErrBuf = CPLStrdup("the network is not used");
        return result;
    }
    /// Files in the network that are opened as if they lay on the disk: none has this name.
    CPLConfigOptionSetter files_{"CPL_VSIL_CURL_ALLOWED_FILENAME", "none", false};
};

} // namespace banlang::detail
