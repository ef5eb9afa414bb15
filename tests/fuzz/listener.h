// SPDX-License-Identifier: MIT
#pragma once

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

namespace banlang::fuzz {

/// Stands in for the network: a port of this machine that knows whether somebody called.
class Listener {
public:
    Listener() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof(address);
        if (bind(socket_, plain, size) != 0 || listen(socket_, 8) != 0 || getsockname(socket_, plain, &size) != 0)
            throw std::runtime_error("no port to listen at");
        port_ = ntohs(address.sin_port);
    }
    ~Listener() { close(socket_); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::string url() const { return fmt::format("http://127.0.0.1:{}/ngoai.kml", port_); }
    [[nodiscard]] bool wasCalled() const {
        pollfd waiting{socket_, POLLIN, 0};
        return poll(&waiting, 1, 0) > 0;
    }

private:
    int socket_;
    int port_ = 0;
};

} // namespace banlang::fuzz
