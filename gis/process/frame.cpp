// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/process/frame.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

namespace gridwarden::gis {

bool sendFrame(int channel, FrameKind kind, const std::string& bytes) {
    if (bytes.size() > LargestFrame)
        return false;
    FrameHead head{static_cast<std::uint32_t>(bytes.size()), kind};
    std::array<iovec, 2> pieces{iovec{&head, sizeof head}, iovec{const_cast<char*>(bytes.data()), bytes.size()}};
    std::size_t first = 0;
    while (first < pieces.size()) {
        msghdr message{};
        message.msg_iov = &pieces[first];
        message.msg_iovlen = pieces.size() - first;
        const ssize_t sent = sendmsg(channel, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        auto left = static_cast<std::size_t>(sent);
        while (first < pieces.size() && left >= pieces[first].iov_len)
            left -= pieces[first++].iov_len;
        if (first < pieces.size()) {
            pieces[first].iov_base = static_cast<char*>(pieces[first].iov_base) + left;
            pieces[first].iov_len -= left;
        }
    }
    return true;
}

} // namespace gridwarden::gis
