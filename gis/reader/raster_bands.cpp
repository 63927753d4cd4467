// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/raster_bands.h"

#include <algorithm>
#include <cmath>
#include <gdal_priv.h>

namespace gridwarden::gis {

namespace {

int CPL_STDCALL goOnUnlessCancelled(double share, const char*, void* connection) {
    auto& program = *static_cast<Connection*>(connection);
    program.progress(share);
    return program.isCancelled() ? FALSE : TRUE;
}

std::uint32_t premultiplied(std::uint32_t red, std::uint32_t green, std::uint32_t blue, std::uint32_t alpha) {
    const auto share = [alpha](std::uint32_t colour) {
        const std::uint32_t product = colour * alpha;
        return (product + (product >> 8) + 0x80) >> 8;
    };
    return alpha << 24 | share(red) << 16 | share(green) << 8 | share(blue);
}

/// How GDAL should get from source pixels to ours. Averaging all of a large image without overviews would take seconds.
GDALRIOResampleAlg resampling(GDALRasterBand& band, const ImageWindow& window, bool isExact) {
    constexpr double ManyPixels = 8;
    const double ratio = window.width / std::max(1, window.columns);
    return isExact || (ratio > ManyPixels && band.GetOverviewCount() == 0) ? GRIORA_NearestNeighbour : GRIORA_Bilinear;
}

bool readBand(GDALRasterBand& band, const ImageWindow& window, bool isExact, GDALDataType type, void* target,
              Connection& connection) {
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = resampling(band, window, isExact);
    extra.bFloatingPointWindowValidity = TRUE;
    extra.dfXOff = window.left;
    extra.dfYOff = window.top;
    extra.dfXSize = window.width;
    extra.dfYSize = window.height;
    extra.pfnProgress = goOnUnlessCancelled;
    extra.pProgressData = &connection;
    const int left = std::clamp(static_cast<int>(std::floor(window.left)), 0, band.GetXSize() - 1);
    const int top = std::clamp(static_cast<int>(std::floor(window.top)), 0, band.GetYSize() - 1);
    const int right = std::clamp(static_cast<int>(std::ceil(window.left + window.width)), left + 1, band.GetXSize());
    const int bottom = std::clamp(static_cast<int>(std::ceil(window.top + window.height)), top + 1, band.GetYSize());
    return band.RasterIO(GF_Read, left, top, right - left, bottom - top, target, window.columns, window.rows, type, 0,
                         0, &extra) == CE_None;
}

Pixels paletteOf(const GDALColorTable& table) {
    Pixels palette;
    for (int i = 0; i < table.GetColorEntryCount(); ++i) {
        GDALColorEntry entry{};
        table.GetColorEntryAsRGB(i, &entry);
        const auto byte = [](short value) { return static_cast<std::uint32_t>(value) & 0xff; };
        palette.push_back(premultiplied(byte(entry.c1), byte(entry.c2), byte(entry.c3), byte(entry.c4)));
    }
    return palette;
}

/// Values of a part of a band.
std::vector<float> valuesOf(GDALRasterBand& band, int left, int top, int width, int height, int columns, int rows, Connection& connection) {
    std::vector<float> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.pfnProgress = goOnUnlessCancelled;
    extra.pProgressData = &connection;
    if (band.RasterIO(GF_Read, left, top, width, height, values.data(), columns, rows, GDT_Float32, 0, 0, &extra) != CE_None)
        return {};
    return values;
}

bool isLarge(GDALRasterBand& band) {
    constexpr double ManyPixels = 4096.0 * 4096;
    return static_cast<double>(band.GetXSize()) * band.GetYSize() > ManyPixels;
}

bool holdsData(GDALRasterBand& band, int left, int top, int width, int height) {
    return (band.GetDataCoverageStatus(left, top, width, height, GDAL_DATA_COVERAGE_STATUS_DATA, nullptr) & GDAL_DATA_COVERAGE_STATUS_DATA) != 0;
}

/// From some places of a large image, so that not all of it is read.
std::vector<float> sampleOfPlaces(GDALRasterBand& band, Connection& connection) {
    constexpr int Lattice = 64; // places in a row that are looked at
    constexpr int Side = 32;    // pixels of one
    constexpr std::size_t MostPlaces = 64;
    std::vector<std::array<int, 2>> places;
    for (int row = 0; row < Lattice; ++row)
        for (int column = 0; column < Lattice; ++column) {
            const auto at = [](int size, int step) { return static_cast<int>((size - Side) * (step + 0.5) / Lattice); };
            const std::array<int, 2> place{at(band.GetXSize(), column), at(band.GetYSize(), row)};
            if (holdsData(band, place[0], place[1], Side, Side))
                places.push_back(place);
        }
    std::vector<float> values;
    const std::size_t taken = std::min(places.size(), MostPlaces);
    for (std::size_t i = 0; i < taken; ++i) {
        const std::size_t stretch = places.size() / taken;
        const auto [left, top] = places[i * stretch + i * 37 % stretch]; // not always in the same column
        const std::vector<float> some = valuesOf(band, left, top, Side, Side, Side, Side, connection);
        values.insert(values.end(), some.begin(), some.end());
    }
    return values;
}

/// A thinned-out sample of the values that count.
std::vector<float> sample(GDALRasterBand& band, Connection& connection) {
    constexpr int Side = 256;
    const int columns = std::min(Side, band.GetXSize());
    const int rows = std::min(Side, band.GetYSize());
    const bool isSlow = isLarge(band) && band.GetOverviewCount() == 0 && std::min(band.GetXSize(), band.GetYSize()) >= Side;
    std::vector<float> values = isSlow ? sampleOfPlaces(band, connection)
                                       : valuesOf(band, 0, 0, band.GetXSize(), band.GetYSize(), columns, rows, connection);
    int hasNoData = FALSE;
    const auto noData = static_cast<float>(band.GetNoDataValue(&hasNoData));
    std::erase_if(values,
                  [&](float value) { return !std::isfinite(value) || (hasNoData != FALSE && value == noData); });
    return values;
}

} // namespace

std::optional<RasterBands> RasterBands::choose(GDALDataset& original, Connection& connection) {
    const int count = original.GetRasterCount();
    if (count == 0)
        return std::nullopt;
    RasterBands bands;
    for (int i = 1; i <= count; ++i) {
        switch (original.GetRasterBand(i)->GetColorInterpretation()) {
        case GCI_RedBand:
            bands.m_colours[0] = i;
            break;
        case GCI_GreenBand:
            bands.m_colours[1] = i;
            break;
        case GCI_BlueBand:
            bands.m_colours[2] = i;
            break;
        case GCI_AlphaBand:
            bands.m_alpha = i;
            break;
        default:
            break;
        }
    }
    GDALRasterBand& first = *original.GetRasterBand(1);
    bool isRgb = std::all_of(bands.m_colours.begin(), bands.m_colours.end(), [](int band) { return band != 0; });
    const bool isInteger = first.GetRasterDataType() == GDT_Byte || first.GetRasterDataType() == GDT_UInt16;
    if (!isRgb)
        bands.m_colours = count >= 3 && isInteger && bands.m_alpha != 3 ? std::array{1, 2, 3} : std::array{1, 1, 1};
    isRgb = bands.m_colours[0] != bands.m_colours[1];
    GDALRasterBand& red = *original.GetRasterBand(bands.m_colours[0]);
    if (const GDALColorTable* table = red.GetColorTable(); table != nullptr && bands.m_colours[0] == bands.m_colours[1])
        bands.m_palette = paletteOf(*table);
    bands.m_isByte = red.GetRasterDataType() == GDT_Byte;
    if (bands.m_alpha != 0 && original.GetRasterBand(bands.m_alpha)->GetRasterDataType() == GDT_UInt16) {
        const std::vector<float> alphas =
            sample(*original.GetRasterBand(bands.m_alpha), connection); // some writers keep to 0 … 255
        bands.m_opaque =
            std::any_of(alphas.begin(), alphas.end(), [](float alpha) { return alpha > 255; }) ? 65535 : 255;
    }
    if (!bands.isPaletted() && (!bands.m_isByte || !isRgb))
        bands.stretch(original, connection);
    return bands;
}

void RasterBands::stretch(GDALDataset& original, Connection& connection) {
    constexpr float FewShades = 16; // a scan in black and white, or classes
    std::vector<float> values;
    for (const int band : distinctBands()) {
        const std::vector<float> some = sample(*original.GetRasterBand(band), connection);
        values.insert(values.end(), some.begin(), some.end());
    }
    if (values.empty())
        return;
    if (m_isByte) {
        const float highest = *std::max_element(values.begin(), values.end());
        if (highest > 0 && highest < FewShades)
            m_high = static_cast<double>(highest);
        return;
    }
    const auto at = [&values](double share) {
        const auto position = static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(values.size() - 1)));
        std::nth_element(values.begin(), values.begin() + position, values.end());
        return static_cast<double>(values[static_cast<std::size_t>(position)]);
    };
    m_low = at(0.02);
    m_high = at(0.98);
    if (!(m_high > m_low)) { // all the same: grey
        m_low -= 0.5;
        m_high = m_low + 1;
    }
}

std::vector<int> RasterBands::distinctBands() const {
    if (m_colours[0] == m_colours[1])
        return {m_colours[0]};
    return {m_colours.begin(), m_colours.end()};
}

bool RasterBands::readMask(GDALDataset& dataset, const ImageWindow& window, Connection& connection,
                           std::vector<std::uint8_t>& mask) const {
    if (m_alpha != 0) {
        std::vector<float> alpha(mask.size());
        if (!readBand(*dataset.GetRasterBand(m_alpha), window, isPaletted(), GDT_Float32, alpha.data(), connection))
            return false;
        std::transform(alpha.begin(), alpha.end(), mask.begin(), [this](float value) {
            return static_cast<std::uint8_t>(
                std::lround(std::clamp(static_cast<double>(value) / m_opaque, 0.0, 1.0) * 255));
        });
        return true;
    }
    if ((dataset.GetRasterBand(m_colours[0])->GetMaskFlags() & GMF_ALL_VALID) != 0)
        return true;
    // A pixel counts when one of its bands has data.
    std::fill(mask.begin(), mask.end(), std::uint8_t{0});
    std::vector<std::uint8_t> ofBand(mask.size());
    for (const int number : distinctBands()) {
        GDALRasterBand& band = *dataset.GetRasterBand(number);
        if (!readBand(*band.GetMaskBand(), window, isPaletted(), GDT_Byte, ofBand.data(), connection))
            return false;
        std::transform(mask.begin(), mask.end(), ofBand.begin(), mask.begin(),
                       [](auto a, auto b) { return std::max(a, b); });
        if ((band.GetMaskFlags() & GMF_PER_DATASET) != 0)
            break;
    }
    return true;
}

/// Nothing of the window was ever written: reading the blocks of a huge sparse image one by one would take minutes. A small image is read, so
/// that one that was cut off is not taken for an empty one.
bool RasterBands::isEmpty(GDALDataset& dataset, const ImageWindow& window) const {
    GDALRasterBand& band = *dataset.GetRasterBand(m_colours[0]);
    if (!isLarge(band))
        return false;
    const int left = std::clamp(static_cast<int>(std::floor(window.left)), 0, band.GetXSize() - 1);
    const int top = std::clamp(static_cast<int>(std::floor(window.top)), 0, band.GetYSize() - 1);
    const int right = std::clamp(static_cast<int>(std::ceil(window.left + window.width)), left + 1, band.GetXSize());
    const int bottom = std::clamp(static_cast<int>(std::ceil(window.top + window.height)), top + 1, band.GetYSize());
    return !holdsData(band, left, top, right - left, bottom - top);
}

std::optional<Pixels> RasterBands::read(GDALDataset& dataset, const ImageWindow& window,
                                        Connection& connection) const {
    const auto count = static_cast<std::size_t>(window.columns) * static_cast<std::size_t>(window.rows);
    std::vector<std::uint8_t> mask(count, 255);
    std::array<std::vector<float>, 3> values;
    const std::vector<int> distinct = distinctBands();
    if (isEmpty(dataset, window)) {
        int hasNoData = FALSE;
        const auto noData = static_cast<float>(dataset.GetRasterBand(distinct[0])->GetNoDataValue(&hasNoData));
        if (hasNoData != FALSE || m_alpha != 0)
            return Pixels(count, 0);
        for (std::size_t i = 0; i < distinct.size(); ++i)
            values[i].assign(1, noData);
        return Pixels(count, coloured(values, {255}).front());
    }
    if (!readMask(dataset, window, connection, mask))
        return std::nullopt;
    if (isPhoto())
        return readPhoto(dataset, window, connection, mask);
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        values[i].resize(count);
        if (!readBand(*dataset.GetRasterBand(distinct[i]), window, isPaletted(), GDT_Float32, values[i].data(), connection))
            return std::nullopt;
    }
    if (connection.isCancelled())
        return std::nullopt;
    return coloured(values, mask);
}

/// Bytes that are colours already: most orthophotos and maps.
std::optional<Pixels> RasterBands::readPhoto(GDALDataset& dataset, const ImageWindow& window, Connection& connection,
                                             const std::vector<std::uint8_t>& mask) const {
    std::array<std::vector<std::uint8_t>, 3> colours;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        if (i > 0 && m_colours[i] == m_colours[i - 1]) {
            colours[i] = colours[i - 1];
            continue;
        }
        colours[i].resize(mask.size());
        if (!readBand(*dataset.GetRasterBand(m_colours[i]), window, false, GDT_Byte, colours[i].data(), connection))
            return std::nullopt;
    }
    if (connection.isCancelled())
        return std::nullopt;
    Pixels pixels(mask.size());
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (mask[i] == 255)
            pixels[i] = 0xff000000U | static_cast<std::uint32_t>(colours[0][i]) << 16 | static_cast<std::uint32_t>(colours[1][i]) << 8 | colours[2][i];
        else if (mask[i] != 0)
            pixels[i] = premultiplied(colours[0][i], colours[1][i], colours[2][i], mask[i]);
    }
    return pixels;
}

Pixels RasterBands::coloured(const std::array<std::vector<float>, 3>& values, const std::vector<std::uint8_t>& mask) const {
    Pixels pixels(mask.size(), 0);
    const double scale = 255 / (m_high - m_low);
    const auto channel = [&](const std::vector<float>& of, std::size_t i) {
        return static_cast<std::uint32_t>(
            std::lround(std::clamp((static_cast<double>(of[i]) - m_low) * scale, 0.0, 255.0)));
    };
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (mask[i] == 0 || !std::isfinite(values[0][i]))
            continue;
        if (isPaletted()) {
            const float entry = std::max(0.0f, values[0][i]);
            pixels[i] = entry < static_cast<float>(m_palette.size()) ? m_palette[static_cast<std::size_t>(entry)] : 0;
            continue;
        }
        const std::uint32_t red = channel(values[0], i);
        const bool isGrey = values[1].empty();
        pixels[i] =
            premultiplied(red, isGrey ? red : channel(values[1], i), isGrey ? red : channel(values[2], i), mask[i]);
    }
    return pixels;
}

} // namespace gridwarden::gis
