// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/raster_layer.h"

#include "gis/process/reader_process.h"
#include "gis/source/layer_wire.h"
#include "gis/source/overviews.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>
#include <optional>

namespace gridwarden::gis {

using core::ErrorCode;
using core::Result;

/// The reader that has the image open.
struct RasterLayer::Handle {
    std::timed_mutex mutex;
    std::optional<ReaderProcess> reader;
    std::string question; ///< what opens the image, again after a reader died
    ImageHead head;
    int deaths = 0;

    Result<void> open(const std::filesystem::path& path, const GoOn& goOn) {
        auto started = ReaderProcess::start(path, {.workIn = {}, .overviews = cachedOverviews(path), .writesMuch = false});
        if (!started)
            return core::fail(started);
        reader = std::move(*started);
        if (auto sent = reader->send(FrameKind::Image, question); !sent)
            return sent;
        const auto answer = reader->receive(goOn);
        if (!answer)
            return core::fail(answer);
        WireReader wire(answer->bytes);
        head = readImageHead(wire);
        reader->keepWhenCancelled();
        if (!wire.isGood() || head.extent.isEmpty())
            return core::fail(ErrorCode::BadInput, {"raster-unreadable", {path.string()}}, path.string());
        return {};
    }

    /// The pixels of a window.
    Result<QImage> picture(const std::filesystem::path& path, const RasterWindow& window, const GoOn& goOn) {
        const auto unreadable = [&path] {
            return core::fail(ErrorCode::BadInput, {"raster-unreadable", {path.string()}}, path.string());
        };
        WireWriter asked;
        write(asked, window);
        if (auto sent = reader->send(FrameKind::View, asked.bytes(), goOn); !sent)
            return core::fail(sent);
        QImage image(window.columns, window.rows, QImage::Format_ARGB32_Premultiplied);
        if (image.isNull())
            return unreadable();
        const auto all = static_cast<std::size_t>(image.sizeInBytes());
        std::size_t filled = 0;
        while (true) {
            const auto frame = reader->receive(goOn);
            if (!frame)
                return core::fail(frame);
            if (frame->kind == FrameKind::Done)
                return filled == all ? Result<QImage>(std::move(image)) : unreadable();
            constexpr std::size_t Count = sizeof(std::uint64_t);
            if (frame->bytes.size() < Count || frame->bytes.size() - Count > all - filled)
                return unreadable();
            std::memcpy(image.bits() + filled, frame->bytes.data() + Count, frame->bytes.size() - Count);
            filled += frame->bytes.size() - Count;
        }
    }
};

RasterLayer::RasterLayer() : m_handle(std::make_unique<Handle>()) {
}
RasterLayer::~RasterLayer() = default;

Result<std::shared_ptr<const RasterLayer>> RasterLayer::open(const LayerSource& source, const Crs& mapCrs,
                                                             std::stop_token stop) {
    const std::shared_ptr<RasterLayer> layer(new RasterLayer);
    layer->m_source = source;
    layer->m_name = source.path.stem().string();
    LayerSource asked = source;
    if (!asked.crs.empty()) { // a file with a definition is read here
        const auto crs = Crs::parse(asked.crs);
        if (!crs)
            return core::fail(crs);
        asked.crs = crs->text();
    }
    WireWriter question;
    write(question, asked);
    question.put(mapCrs.text());
    Handle& handle = *layer->m_handle;
    handle.question = question.take();
    if (auto opened = handle.open(source.path, [&stop] { return !stop.stop_requested(); }); !opened)
        return core::fail(opened);
    layer->m_extent = handle.head.extent;
    layer->m_notes = handle.head.notes;
    return layer;
}

Result<RasterLayer::Picture> RasterLayer::read(const MapView& view, std::stop_token stop) const {
    constexpr int MostDeaths = 3; // then the image is left alone
    constexpr std::chrono::milliseconds Slice{50};
    const Box seen = view.visibleBox();
    const Box part{std::max(seen.minX, m_extent.minX), std::max(seen.minY, m_extent.minY),
                   std::min(seen.maxX, m_extent.maxX), std::min(seen.maxY, m_extent.maxY)};
    Picture picture;
    if (part.isEmpty() || part.width() <= 0 || part.height() <= 0)
        return picture;
    picture.target = QRectF(view.toScreen({part.minX, part.maxY}), view.toScreen({part.maxX, part.minY}));
    const auto pixels = [ratio = view.pixelRatio](double length) {
        return std::max(1, static_cast<int>(std::ceil(length * ratio - 1e-6)));
    };
    Handle& handle = *m_handle;
    const GoOn goOn = [&stop] { return !stop.stop_requested(); };
    std::unique_lock lock(handle.mutex, std::defer_lock);
    while (goOn() && !lock.try_lock_for(Slice)) {
    }
    if (!goOn())
        return core::fail(ErrorCode::Cancelled, {"cancelled", {}}, m_name);
    if (!handle.reader->isAlive() && handle.deaths < MostDeaths)
        if (auto opened = handle.open(m_source.path, goOn); !opened)
            return core::fail(opened);
    const RasterWindow window{part.minX,     part.maxY,
                              part.width(),  part.height(),
                              pixels(picture.target.width()), pixels(picture.target.height())};
    auto image = handle.picture(m_source.path, window, goOn);
    handle.deaths += handle.reader->isAlive() ? 0 : 1;
    if (!image)
        return core::fail(image);
    picture.image = std::move(*image);
    return picture;
}

} // namespace gridwarden::gis
