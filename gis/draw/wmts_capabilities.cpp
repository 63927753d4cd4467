// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/wmts_capabilities.h"

#include "gis/crs/crs.h"

#include <QUrl>
#include <QUrlQuery>
#include <QXmlStreamReader>
#include <algorithm>
#include <cmath>

namespace gridwarden::gis {

using core::ErrorCode;

namespace {

constexpr qsizetype LargestDocument = 16 << 20;
constexpr std::size_t MostEntries = 2000; ///< layers or grids
constexpr double PixelMetres = 0.00028;   ///< by which the standard turns a scale into a resolution
constexpr double ScreenPixelMetres = 0.0254 / 96; ///< by which some Chinese services do
constexpr double MercatorWorld = 2 * 20037508.342789244;
constexpr double DegreeMetres = 111319.49079327358;

std::string plain(const QString& text) {
    return text.trimmed().toStdString();
}

/// "urn:ogc:def:crs:EPSG::4490" and the like; whether the corner is in the order of the registry.
std::string crsName(const QString& given, bool& isRegistryOrder) {
    const QString text = given.trimmed();
    isRegistryOrder = text.startsWith(QLatin1String("urn:"), Qt::CaseInsensitive) || text.contains(QLatin1String("/def/crs/"), Qt::CaseInsensitive);
    if (text.contains(QLatin1String("CRS84"), Qt::CaseInsensitive)) {
        isRegistryOrder = false;
        return "EPSG:4326";
    }
    const QString code = text.mid(std::max({text.lastIndexOf(u':'), text.lastIndexOf(u'/'), qsizetype(-1)}) + 1);
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    if (!isNumber || number <= 0)
        return text.toStdString();
    return "EPSG:" + std::to_string(number == 900913 ? 3857 : number); // the name that Mercator had before it was registered
}

/// Whether the resolution is that of the usual pyramid: the world, halved some times.
bool isOfPyramid(double unitsPerPixel, int tileWidth, double world) {
    const double halvings = std::log2(world / (unitsPerPixel * tileWidth));
    constexpr double Slack = 0.001;
    return std::abs(halvings - std::round(halvings)) < Slack;
}

class CapabilitiesReader {
public:
    explicit CapabilitiesReader(const QByteArray& xml) : m_xml(xml) {}

    core::Result<WmtsCapabilities> read() {
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto name = m_xml.name();
            if (name == QLatin1String("Layer") && m_found.layers.size() < MostEntries)
                readLayer();
            else if (name == QLatin1String("TileMatrixSet") && m_found.grids.size() < MostEntries)
                readGrid();
            else if (name == QLatin1String("ServiceIdentification"))
                m_found.title = textBelow(QLatin1String("Title"));
            else if (name == QLatin1String("ServiceProvider"))
                m_found.provider = textBelow(QLatin1String("ProviderName"));
            else if (name == QLatin1String("Operation") && m_xml.attributes().value(QLatin1String("name")) == QLatin1String("GetTile"))
                readOperation();
        }
        if (m_xml.hasError())
            return core::fail(ErrorCode::BadInput, {"wmts-unreadable", {m_xml.errorString().toStdString()}});
        std::erase_if(m_found.layers, [this](const WmtsLayer& layer) {
            return std::none_of(m_found.grids.begin(), m_found.grids.end(), [&](const WmtsGrid& grid) {
                return std::find(layer.grids.begin(), layer.grids.end(), grid.name) != layer.grids.end();
            });
        });
        if (m_found.layers.empty())
            return core::fail(ErrorCode::BadInput, {"wmts-without-layers", {}});
        return std::move(m_found);
    }

private:
    /// Calls `each` for the elements below the one that was begun, at any depth, until it ends. `each` may read the text of its element.
    template <class Each> void below(Each each) {
        int depth = 1;
        while (!m_xml.atEnd() && depth > 0) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement) {
                --depth;
            } else if (token == QXmlStreamReader::StartElement) {
                ++depth;
                if (each(m_xml.name(), depth))
                    --depth; // it was read to its end
            }
        }
    }
    QString text() { return m_xml.readElementText(QXmlStreamReader::SkipChildElements); }
    std::string textBelow(QLatin1String wanted) {
        std::string found;
        below([&](QStringView name, int) {
            if (name != wanted || !found.empty())
                return false;
            found = plain(text());
            return true;
        });
        return found;
    }
    [[nodiscard]] std::string href() const {
        for (const QXmlStreamAttribute& attribute : m_xml.attributes())
            if (attribute.name() == QLatin1String("href"))
                return plain(attribute.value().toString());
        return {};
    }

    void readOperation() {
        below([this](QStringView name, int) {
            if (name == QLatin1String("Get") && m_found.tileAddress.empty())
                m_found.tileAddress = href();
            return false;
        });
    }

    void readLayer() {
        WmtsLayer layer;
        std::vector<std::string> formats;
        bool isDefaultStyle = false;
        below([&](QStringView name, int depth) {
            const bool isOwn = depth == 2;
            if (name == QLatin1String("Identifier") && isOwn)
                layer.name = plain(text());
            else if (name == QLatin1String("Title") && isOwn && layer.title.empty())
                layer.title = plain(text());
            else if (name == QLatin1String("Format"))
                formats.push_back(plain(text()));
            else if (name == QLatin1String("TileMatrixSet") && layer.grids.size() < MostEntries)
                layer.grids.push_back(plain(text()));
            else if (name == QLatin1String("Style")) {
                isDefaultStyle = m_xml.attributes().value(QLatin1String("isDefault")) == QLatin1String("true");
                return false;
            } else if (name == QLatin1String("Identifier") && depth == 3 && (layer.style.empty() || isDefaultStyle)) {
                layer.style = plain(text());
                isDefaultStyle = false;
            } else if (name == QLatin1String("ResourceURL")) {
                const auto attributes = m_xml.attributes();
                if (attributes.value(QLatin1String("resourceType")) == QLatin1String("tile") && layer.resource.empty())
                    layer.resource = plain(attributes.value(QLatin1String("template")).toString());
                return false;
            } else
                return false;
            return true;
        });
        for (const char* const wanted : {"image/png", "image/jpeg", "image/webp", "image/gif"})
            for (const std::string& format : formats)
                if (layer.format.empty() && format.starts_with(wanted))
                    layer.format = format;
        if (layer.format.empty() && !formats.empty())
            layer.format = formats.front(); // "tiles", as Tianditu has it
        m_found.layers.push_back(std::move(layer));
    }

    void readGrid() {
        WmtsGrid grid;
        std::optional<Crs> crs;
        bool isRegistryOrder = false;
        std::optional<TileLevel> level;
        double denominator = 0;
        const auto keepLevel = [&] {
            if (level && crs && grid.levels.size() < TileService::MostLevels) {
                level->unitsPerPixel = denominator * PixelMetres / (crs->isGeographic() ? DegreeMetres : crs->metresPerUnit());
                grid.levels.push_back(*level);
            }
            level.reset();
        };
        below([&](QStringView name, int depth) {
            if (name == QLatin1String("TileMatrix")) {
                keepLevel();
                level.emplace();
                denominator = 0;
                return false;
            }
            if (name == QLatin1String("Identifier"))
                (depth == 2 ? grid.name : level ? level->name : grid.name) = plain(text());
            else if (name == QLatin1String("SupportedCRS")) {
                grid.crs = crsName(text(), isRegistryOrder);
                if (auto known = Crs::parse(grid.crs))
                    crs = std::move(*known);
            } else if (level && name == QLatin1String("ScaleDenominator"))
                denominator = text().trimmed().toDouble();
            else if (level && name == QLatin1String("TopLeftCorner"))
                level->corner = corner(text(), crs && isRegistryOrder && crs->isNorthFirst(), crs && crs->isGeographic());
            else if (level && name == QLatin1String("TileWidth"))
                level->tileWidth = text().trimmed().toInt();
            else if (level && name == QLatin1String("TileHeight"))
                level->tileHeight = text().trimmed().toInt();
            else if (level && name == QLatin1String("MatrixWidth"))
                level->columns = text().trimmed().toInt();
            else if (level && name == QLatin1String("MatrixHeight"))
                level->rows = text().trimmed().toInt();
            else
                return false;
            return true;
        });
        keepLevel();
        if (crs)
            correctPixel(grid, crs->isGeographic() ? 360 : MercatorWorld);
        std::stable_sort(grid.levels.begin(), grid.levels.end(), [](const TileLevel& a, const TileLevel& b) { return a.unitsPerPixel > b.unitsPerPixel; });
        if (crs && !grid.levels.empty())
            m_found.grids.push_back(std::move(grid));
    }

    /// Where the scales make the usual pyramid with the pixel of a screen and do not with that of the standard, they were meant so.
    static void correctPixel(WmtsGrid& grid, double world) {
        constexpr double Factor = ScreenPixelMetres / PixelMetres;
        const auto fits = [&](double factor) {
            return std::all_of(grid.levels.begin(), grid.levels.end(),
                               [&](const TileLevel& level) { return isOfPyramid(level.unitsPerPixel * factor, level.tileWidth, world); });
        };
        if (!fits(1) && fits(Factor))
            for (TileLevel& level : grid.levels)
                level.unitsPerPixel *= Factor;
    }

    /// Degrees that cannot be a latitude tell the order better than the service does.
    static MapPoint corner(const QString& text, bool isNorthFirst, bool isDegrees) {
        const QStringList numbers = text.simplified().split(u' ');
        if (numbers.size() != 2)
            return {};
        const double first = numbers[0].toDouble();
        const double second = numbers[1].toDouble();
        if (isDegrees && (std::abs(first) > 90 || std::abs(second) > 90))
            isNorthFirst = std::abs(second) > 90;
        return isNorthFirst ? MapPoint{second, first} : MapPoint{first, second};
    }

    QXmlStreamReader m_xml;
    WmtsCapabilities m_found;
};

/// The keys of an address but those of the protocol.
QList<std::pair<QString, QString>> ownKeys(const QUrl& address) {
    static const QStringList OfProtocol = {QStringLiteral("service"), QStringLiteral("request"), QStringLiteral("version"), QStringLiteral("acceptversions")};
    QList<std::pair<QString, QString>> keys;
    for (const auto& item : QUrlQuery(address).queryItems(QUrl::FullyEncoded))
        if (!OfProtocol.contains(item.first.toLower()))
            keys.append(item);
    return keys;
}

void addKey(QString& address, const QString& key, const QString& value) {
    if (!address.endsWith(u'?') && !address.endsWith(u'&'))
        address += address.contains(u'?') ? u'&' : u'?';
    address += key + u'=' + value;
}

void replaceAll(QString& text, QLatin1String from, const QString& to) {
    text.replace(from, to, Qt::CaseInsensitive);
}

} // namespace

core::Result<WmtsCapabilities> WmtsCapabilities::parse(const QByteArray& xml) {
    if (xml.size() > LargestDocument)
        return core::fail(ErrorCode::BadInput, {"wmts-unreadable", {std::to_string(xml.size() >> 20) + " MB"}});
    return CapabilitiesReader(xml).read();
}

core::Result<TileService> WmtsCapabilities::service(std::size_t layer, const std::string& gridName, const std::string& asked) const {
    const auto unusable = [&](const std::string& name) { return core::fail(ErrorCode::BadInput, {"wmts-layer-unusable", {name}}); };
    if (layer >= layers.size())
        return unusable({});
    const WmtsLayer& chosen = layers[layer];
    const auto grid = std::find_if(grids.begin(), grids.end(), [&](const WmtsGrid& each) { return each.name == gridName; });
    if (grid == grids.end())
        return unusable(chosen.name);
    const auto encoded = [](const std::string& text) { return QString::fromUtf8(QUrl::toPercentEncoding(QString::fromStdString(text))); };
    const QUrl capabilities(QString::fromStdString(asked));
    QString address = QString::fromStdString(chosen.resource);
    if (!address.isEmpty()) {
        replaceAll(address, QLatin1String("{Style}"), encoded(chosen.style));
        replaceAll(address, QLatin1String("{TileMatrixSet}"), encoded(grid->name));
    } else {
        address = tileAddress.empty() ? capabilities.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded) : QString::fromStdString(tileAddress);
        addKey(address, QStringLiteral("SERVICE"), QStringLiteral("WMTS"));
        addKey(address, QStringLiteral("REQUEST"), QStringLiteral("GetTile"));
        addKey(address, QStringLiteral("VERSION"), QStringLiteral("1.0.0"));
        addKey(address, QStringLiteral("LAYER"), encoded(chosen.name));
        addKey(address, QStringLiteral("STYLE"), encoded(chosen.style));
        addKey(address, QStringLiteral("TILEMATRIXSET"), encoded(grid->name));
        addKey(address, QStringLiteral("FORMAT"), encoded(chosen.format));
        addKey(address, QStringLiteral("TILEMATRIX"), QStringLiteral("{TileMatrix}"));
        addKey(address, QStringLiteral("TILEROW"), QStringLiteral("{TileRow}"));
        addKey(address, QStringLiteral("TILECOL"), QStringLiteral("{TileCol}"));
    }
    for (const auto& [key, value] : ownKeys(capabilities)) // a token
        if (!address.contains(key + u'=', Qt::CaseInsensitive))
            addKey(address, key, value);
    replaceAll(address, QLatin1String("{TileMatrix}"), QStringLiteral("{z}"));
    replaceAll(address, QLatin1String("{TileRow}"), QStringLiteral("{y}"));
    replaceAll(address, QLatin1String("{TileCol}"), QStringLiteral("{x}"));
    TileService service;
    service.url = address.toStdString();
    service.crs = grid->crs;
    service.attribution = provider;
    service.levels = grid->levels;
    if (!service.isUsable())
        return unusable(chosen.name);
    return service;
}

} // namespace gridwarden::gis
