// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/connection.h"

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace gridwarden::gis {

namespace {

void receiveAll(int channel, char* target, std::size_t size) {
    while (size > 0) {
        const ssize_t got = recv(channel, target, size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            _exit(0);
        target += got;
        size -= static_cast<std::size_t>(got);
    }
}

} // namespace

Frame Connection::receive() const {
    FrameHead head;
    receiveAll(m_channel, reinterpret_cast<char*>(&head), sizeof head);
    Frame frame{head.kind, std::string(head.size, '\0')};
    receiveAll(m_channel, frame.bytes.data(), frame.bytes.size());
    return frame;
}

void Connection::send(FrameKind kind, WireWriter& wire) {
    if (wire.size() > LargestFrame)
        _exit(OutOfMemoryExit);
    if (!sendFrame(m_channel, kind, wire.take()))
        _exit(0);
    m_last = std::chrono::steady_clock::now();
}

void Connection::fail(const core::Error& error) {
    WireWriter wire;
    wire.put(error);
    send(FrameKind::Failure, wire);
}

void Connection::progress(double share) {
    if (!isQuiet())
        return;
    WireWriter wire;
    wire.put(share);
    send(FrameKind::Alive, wire);
}

bool Connection::isCancelled() const {
    pollfd channel{m_channel, POLLIN, 0}; // while an answer is under way nothing else comes
    return poll(&channel, 1, 0) > 0;
}

} // namespace gridwarden::gis
