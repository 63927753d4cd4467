// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/picture_reader.h"

#include "gis/process/wire.h"

namespace gridwarden::gis {

core::Result<DecodedPicture> PictureReader::decode(const std::string& bytes, const GoOn& goOn) {
    const auto unreadable = [] { return core::fail(core::ErrorCode::BadInput, {"picture-unreadable", {}}); };
    if (bytes.empty() || bytes.size() > LargestBytes || m_deaths >= MostDeaths)
        return unreadable();
    if (!m_reader || !m_reader->isAlive()) {
        auto started = ReaderProcess::start({});
        if (!started)
            return core::fail(started);
        m_reader = std::move(*started);
    }
    WireWriter question;
    question.put(LargestSide);
    question.put(bytes);
    if (auto sent = m_reader->send(FrameKind::Picture, question.bytes(), goOn); !sent)
        return core::fail(sent);
    const auto answer = m_reader->receive(goOn);
    m_deaths += m_reader->isAlive() ? 0 : 1;
    if (!answer)
        return core::fail(answer);
    WireReader wire(answer->bytes);
    DecodedPicture picture;
    picture.columns = wire.get<int>();
    picture.rows = wire.get<int>();
    picture.pixels = wire.all<std::uint32_t>();
    const auto isSide = [](int side) { return side > 0 && side <= LargestSide; };
    if (!wire.isGood() || !isSide(picture.columns) || !isSide(picture.rows) ||
        picture.pixels.size() != static_cast<std::size_t>(picture.columns) * static_cast<std::size_t>(picture.rows))
        return unreadable();
    return picture;
}

} // namespace gridwarden::gis
