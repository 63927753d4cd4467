// SPDX-License-Identifier: GPL-3.0-or-later
// Small pictures from a network, turned into pixels in a reader that may look at no file.
#pragma once

#include "gis/crs/pixel_grid.h"
#include "gis/process/reader_process.h"

#include <optional>

namespace gridwarden::gis {

struct DecodedPicture {
    int columns = 0;
    int rows = 0;
    Pixels pixels;
};

/// One reader, started with the first picture and again after one that ended it. Belongs to one thread at a time.
class PictureReader {
public:
    static constexpr int LargestSide = 1024;              ///< pixels
    static constexpr std::size_t LargestBytes = 4 << 20;

    /// PNG, JPEG, WebP or GIF. Errors: BadInput "picture-unreadable"; as ReaderProcess::start and receive.
    [[nodiscard]] core::Result<DecodedPicture> decode(const std::string& bytes, const GoOn& goOn = {});

private:
    static constexpr int MostDeaths = 20; ///< a service that ends that many readers is not believed any more
    std::optional<ReaderProcess> m_reader;
    int m_deaths = 0;
};

} // namespace gridwarden::gis
