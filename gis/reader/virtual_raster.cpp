// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/virtual_raster.h"

#include "gis/source/gdal_messages.h"

#include <algorithm>
#include <array>
#include <cpl_minixml.h>
#include <fstream>
#include <gdal_priv.h>
#include <optional>
#include <vrtdataset.h>

namespace gridwarden::gis {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

constexpr std::string_view Root = "<VRTDataset";
constexpr std::uintmax_t LargestFile = 32 << 20;
constexpr std::size_t MostSources = 100'000;

constexpr std::array PlainElements{
    "SRS", "GeoTransform", "Metadata", "MDI", "ColorInterp", "ColorTable", "Entry", "NoDataValue", "HideNoDataValue", "Description", "UnitType",
    "Offset", "Scale", "CategoryNames", "Category", "SourceBand", "SourceProperties", "SrcRect", "DstRect", "NODATA", "ScaleOffset", "ScaleRatio",
    "ColorTableComponent", "Exponent", "SrcMin", "SrcMax", "DstMin", "DstMax", "UseMaskBand", "LUT", "BlockXSize", "BlockYSize", "Histograms",
    "HistItem", "HistMin", "HistMax", "BucketCount", "IncludeOutOfRange", "Approximate", "HistCounts", "GCPList", "GCP", "OverviewList",
    // of sources, looked at more closely
    "VRTRasterBand", "SimpleSource", "ComplexSource", "AveragedSource", "SourceFilename", "MaskBand", "Overview"};

std::string readStart(const fs::path& path, std::size_t most) {
    std::ifstream stream(path, std::ios::binary);
    std::string text(most, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

/// Looks through a document; `offence` says what must not be in it.
class VirtualRasterCheck {
public:
    explicit VirtualRasterCheck(fs::path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] std::optional<std::string> offence(const CPLXMLNode* node) {
        for (; node != nullptr; node = node->psNext)
            if (auto found = offenceOf(*node))
                return found;
        return std::nullopt;
    }

private:
    std::optional<std::string> offenceOf(const CPLXMLNode& node) {
        const std::string_view name = node.pszValue;
        if (node.eType == CXT_Attribute) // VRTWarpedDataset, VRTDerivedRasterBand, VRTRawRasterBand
            return name == "subClass" ? std::optional<std::string>(node.psChild != nullptr ? node.psChild->pszValue : "subClass") : std::nullopt;
        if (node.eType != CXT_Element)
            return std::nullopt;
        if (std::find(PlainElements.begin(), PlainElements.end(), name) == PlainElements.end())
            return std::string(name);
        if (name == "SourceFilename") {
            const std::string file = CPLGetXMLValue(&node, "", "");
            if (++m_sources > MostSources || !isBeside(file, std::string_view(CPLGetXMLValue(&node, "relativeToVRT", "0")) == "1"))
                return file;
        }
        return offence(node.psChild);
    }

    /// A plain file of the same folder that is no virtual raster.
    [[nodiscard]] bool isBeside(const std::string& file, bool isRelative) const {
        const fs::path path(file);
        std::error_code problem;
        if (!isRelative || file.empty() || path.has_parent_path() || file.front() == '<' || file.find(':') != std::string::npos)
            return false;
        const fs::path full = m_folder / path;
        return fs::is_regular_file(fs::symlink_status(full, problem)) && !isVirtualRaster(full);
    }

    fs::path m_folder;
    std::size_t m_sources = 0;
};

} // namespace

bool isVirtualRaster(const fs::path& path) {
    std::error_code problem;
    if (!fs::is_regular_file(path, problem))
        return false;
    constexpr std::size_t Enough = 4096;
    const std::string text = readStart(path, Enough);
    const std::size_t first = text.find_first_not_of("\xef\xbb\xbf \t\r\n");
    return first != std::string::npos && text[first] == '<' && text.find(Root) != std::string::npos;
}

core::Result<Dataset> openVirtualRaster(const fs::path& path) {
    const std::string name = path.string();
    const GdalMessages messages;
    const auto unreadable = [&] { return core::fail(ErrorCode::BadInput, {"source-unreadable", {name}}, name, messages.last()); };
    std::error_code problem;
    const fs::path place = fs::canonical(path, problem); // by overviews it may be reached through a link
    if (problem || fs::file_size(place, problem) > LargestFile)
        return unreadable();
    const std::string text = readStart(place, LargestFile);
    CPLXMLNode* const document = CPLParseXMLString(text.c_str());
    const std::unique_ptr<CPLXMLNode, void (*)(CPLXMLNode*)> owner(document, CPLDestroyXMLNode);
    const CPLXMLNode* const root = document != nullptr ? CPLGetXMLNode(document, "=VRTDataset") : nullptr;
    if (root == nullptr)
        return unreadable();
    if (const auto offence = VirtualRasterCheck(place.parent_path()).offence(root->psChild))
        return core::fail(ErrorCode::Unsupported, {"vrt-refused", {name, *offence}}, name);
    // By its class: the driver opens nothing (open.cpp), so that no source can be a virtual raster again.
    GDALOpenInfo asked(name.c_str(), GDAL_OF_READONLY | GDAL_OF_RASTER);
    Dataset dataset(VRTDataset::Open(&asked));
    if (!dataset || dataset->GetRasterXSize() < 1)
        return unreadable();
    return dataset;
}

} // namespace gridwarden::gis
