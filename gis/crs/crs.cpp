// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/crs.h"

#include "core/base/text.h"
#include "gis/crs/local_system.h"
#include "gis/crs/proj_handles.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <numbers>
#include <optional>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Message;
using core::Result;

namespace {

constexpr int LikelyConfidence = 90;            // per cent of PROJ's identification that counts as the same system
constexpr std::uintmax_t LargestFile = 1 << 20; // a CRS in WKT is a few kilobytes

/// Whether PROJ may see the text. It would also match loose names, and a wrong word must not become some system.
bool looksLikeDefinition(std::string_view text) {
    if (text.starts_with('+') || text.starts_with('{') || text.find('[') != std::string_view::npos)
        return true;
    return core::lowered(text.substr(0, 5)) == "epsg:" || core::lowered(text.substr(0, 4)) == "ogc:" ||
           core::lowered(text.substr(0, 5)) == "esri:" || core::lowered(text.substr(0, 4)) == "urn:";
}

std::string epsgOf(PJ_CONTEXT* context, const PJ* object) {
    const char* authority = proj_get_id_auth_name(object, 0);
    const char* code = proj_get_id_code(object, 0);
    if (authority && code) {
        const std::string known = std::string(authority) + ':' + code;
        if (known == "EPSG:4979" || known == "OGC:CRS84" || known == "OGC:CRS84h")
            return "EPSG:4326"; // the same with a height or with its axes the other way round
        if (known == "EPSG:4480")
            return "EPSG:4490";
        if (known.starts_with("EPSG:"))
            return known;
    }
    int* confidences = nullptr;
    const ProjList list(proj_identify(context, object, "EPSG", nullptr, &confidences));
    std::string best;
    if (list && proj_list_get_count(list.get()) > 0 && confidences[0] >= LikelyConfidence) {
        const ProjObject match(proj_list_get(context, list.get(), 0));
        if (const char* matched = match ? proj_get_id_code(match.get(), 0) : nullptr)
            best = std::string("EPSG:") + matched;
    }
    proj_int_list_destroy(confidences);
    return best;
}

std::optional<int> epsgNumber(std::string_view text) {
    if (!text.starts_with("EPSG:"))
        return {};
    int number = 0;
    const auto [end, error] = std::from_chars(text.data() + 5, text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<std::string> contentOf(std::string_view name) {
    std::error_code ignored;
    const std::filesystem::path path(name);
    if (!std::filesystem::is_regular_file(path, ignored) || std::filesystem::file_size(path, ignored) > LargestFile)
        return {};
    std::ifstream stream(path, std::ios::binary);
    std::string content(LargestFile + 1, '\0'); // what the system makes up as it is read has no size before
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return content.size() > LargestFile ? std::nullopt : std::optional(std::move(content));
}

} // namespace

const Crs& Crs::cgcs2000() {
    static const Crs crs = [] {
        Crs known;
        known.m_text = known.m_definition = known.m_base = "EPSG:4490";
        known.m_name = "China Geodetic Coordinate System 2000";
        known.m_unit = "degree";
        known.m_isGeographic = known.m_isNorthFirst = true;
        return known;
    }();
    return crs;
}

Result<Crs> Crs::parse(std::string_view given) {
    const std::string text(core::trimmed(given));
    const std::string word = core::lowered(text);
    if (word == "cgcs2000")
        return cgcs2000();
    if (word == "wgs84")
        return read("EPSG:4326");
    if (word == "gcj02" || word == "bd09") {
        Crs shifted = cgcs2000();
        shifted.m_text = word;
        shifted.m_name = word == "gcj02" ? "GCJ-02" : "BD-09";
        shifted.m_shift = word == "gcj02" ? DatumShift::Gcj02 : DatumShift::Bd09;
        return shifted;
    }
    if (word.starts_with("gcj02:") || word.starts_with("bd09:"))
        return readShifted(text, word[0] == 'g' ? DatumShift::Gcj02 : DatumShift::Bd09);
    if (isLocalSystem(text))
        return readLocal(text);
    if (looksLikeDefinition(text))
        return read(text);
    if (const auto content = contentOf(text)) {
        const std::string inside(core::trimmed(*content));
        if (looksLikeDefinition(inside))
            return read(inside);
    }
    return fail(ErrorCode::BadInput, {"crs-unknown", {text}});
}

Result<Crs> Crs::parseFor(std::string_view text, const std::optional<Crs>& own) {
    auto asked = parse(text);
    if (!asked || asked->m_shift == DatumShift::None || !asked->m_isGeographic || !own || own->m_isGeographic)
        return asked;
    return parse(asked->m_text + ':' + own->m_definition);
}

Result<Crs> Crs::read(const std::string& text) {
    thread_local const ProjContext context = makeProjContext();
    PJ_CONTEXT* const c = context.get();
    Crs crs;
    crs.m_definition = text.starts_with('+') && text.find("type=crs") == std::string::npos ? text + " +type=crs" : text;
    ProjObject object(proj_create(c, crs.m_definition.c_str()));
    if (!object || !proj_is_crs(object.get()))
        return fail(ErrorCode::BadInput, {"crs-unknown", {text}});
    if (proj_get_type(object.get()) == PJ_TYPE_COMPOUND_CRS)
        object.reset(proj_crs_get_sub_crs(c, object.get(), 0));

    // A system bound to WGS 84 by parameters of its own is never replaced by a registered one.
    const bool isBound = object && proj_get_type(object.get()) == PJ_TYPE_BOUND_CRS;
    ProjObject horizontal(isBound ? proj_get_source_crs(c, object.get()) : object.release());
    const PJ_TYPE type = horizontal ? proj_get_type(horizontal.get()) : PJ_TYPE_UNKNOWN;
    crs.m_isGeographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    const ProjObject base(horizontal ? proj_crs_get_geodetic_crs(c, horizontal.get()) : nullptr);
    const ProjObject axes(horizontal ? proj_crs_get_coordinate_system(c, horizontal.get()) : nullptr);
    const char* unit = nullptr;
    const char* direction = nullptr;
    double factor = 0;
    if ((!crs.m_isGeographic && type != PJ_TYPE_PROJECTED_CRS) || !base || !axes ||
        !proj_cs_get_axis_info(c, axes.get(), 0, nullptr, nullptr, &direction, &factor, &unit, nullptr, nullptr))
        return fail(ErrorCode::Unsupported, {"crs-not-horizontal", {text}});
    crs.m_unit = unit;
    crs.m_isNorthFirst = direction != nullptr && std::string_view(direction) == "north";
    crs.m_metresPerUnit = crs.m_isGeographic ? 0 : factor;

    const std::string code = isBound ? std::string() : epsgOf(c, horizontal.get());
    crs.m_text = code.empty() ? text : code;
    if (!code.empty()) {
        crs.m_definition = code;
        horizontal.reset(proj_create(c, code.c_str()));
    }
    crs.m_name = proj_get_name(horizontal.get());
    crs.m_base = isBound ? std::string() : epsgOf(c, base.get());
    if (crs.m_base.empty())
        crs.m_base = isBound ? text : proj_get_name(base.get());
    return crs;
}

/// A plane on CGCS2000 or WGS 84 whose degrees had the offset when it was computed.
Result<Crs> Crs::readShifted(const std::string& text, DatumShift shift) {
    const std::string below(core::trimmed(std::string_view(text).substr(text.find(':') + 1)));
    if (!looksLikeDefinition(below))
        return fail(ErrorCode::BadInput, {"crs-unknown", {text}});
    auto plane = read(below);
    if (!plane)
        return plane;
    const std::string word = shift == DatumShift::Gcj02 ? "gcj02" : "bd09";
    if (plane->m_isGeographic)
        return parse(word);
    if (plane->m_base != "EPSG:4490" && plane->m_base != "EPSG:4326")
        return fail(ErrorCode::BadInput, {"crs-unknown", {text}});
    plane->m_text = word + ':' + plane->m_text;
    plane->m_shift = shift;
    return plane;
}

namespace {

/// The WKT of a system bound to WGS 84 by seven parameters.
std::string boundTo84(const std::string& definition, const SevenParameters& seven) {
    const ProjContext context = makeProjContext();
    const auto wktOf = [&context](const std::string& text) {
        const ProjObject object(proj_create(context.get(), text.c_str()));
        const char* const wkt = object ? proj_as_wkt(context.get(), object.get(), PJ_WKT2_2019, nullptr) : nullptr;
        return std::string(wkt ? wkt : "");
    };
    const std::string source = wktOf(definition);
    if (source.empty())
        return {};
    return fmt::format(
        R"wkt(BOUNDCRS[SOURCECRS[{}],TARGETCRS[{}],ABRIDGEDTRANSFORMATION["local",METHOD["Position Vector transformation (geog2D domain)",ID["EPSG",9606]],)wkt"
        R"wkt(PARAMETER["X-axis translation",{},ID["EPSG",8605]],PARAMETER["Y-axis translation",{},ID["EPSG",8606]],)wkt"
        R"wkt(PARAMETER["Z-axis translation",{},ID["EPSG",8607]],PARAMETER["X-axis rotation",{},ID["EPSG",8608]],)wkt"
        R"wkt(PARAMETER["Y-axis rotation",{},ID["EPSG",8609]],PARAMETER["Z-axis rotation",{},ID["EPSG",8610]],)wkt"
        R"wkt(PARAMETER["Scale difference",{},ID["EPSG",8611]]]])wkt",
        source, wktOf("EPSG:4326"), seven.shift[0], seven.shift[1], seven.shift[2], seven.rotation[0], seven.rotation[1],
        seven.rotation[2], 1 + seven.scale * 1e-6);
}

} // namespace

Result<Crs> Crs::readLocal(const std::string& text) {
    const auto local = parseLocalSystem(text);
    if (!local)
        return fail(local);
    if (!looksLikeDefinition(local->base))
        return fail(ErrorCode::BadInput, {"crs-unknown", {local->base}});
    auto base = read(local->base);
    if (!base)
        return base;
    if (local->kind == LocalSystemKind::SevenParameters) {
        const std::string bound = boundTo84(base->m_definition, local->seven);
        auto crs = read(bound);
        if (!crs)
            return fail(ErrorCode::BadInput, {"crs-unknown", {local->base}});
        crs->m_text = text;
        return crs;
    }
    if (base->m_isGeographic)
        return fail(ErrorCode::BadInput, {"local-system-needs-plane", {local->base}});
    base->m_similarity = local->similarity;
    if (local->kind == LocalSystemKind::ControlPoints) {
        const auto fit = fitControlPoints(local->points);
        if (!fit)
            return fail(fit);
        base->m_similarity = fit->similarity;
    }
    base->m_text = text;
    return base;
}

Message Crs::description() const {
    if (m_shift != DatumShift::None) {
        const std::size_t colon = m_text.find(':');
        return colon == std::string::npos ? Message{"crs-" + m_text, {}} : Message{"crs-" + m_text.substr(0, colon) + "-plane", {m_name}};
    }
    if (isLocalSystem(m_text))
        return {m_similarity.isIdentity() ? "crs-local-datum" : "crs-local-plane", {m_name}};
    const int code = epsgNumber(m_text).value_or(0);
    const auto in = [code](int first, int last) { return code >= first && code <= last; };
    if (code == 4490)
        return {"crs-cgcs2000", {}};
    if (code == 4326)
        return {"crs-wgs84", {}};
    if (in(4491, 4501))
        return {"crs-gauss-kruger-zone", {"6", std::to_string(code - 4491 + 13)}};
    if (in(4502, 4512))
        return {"crs-gauss-kruger", {"6", std::to_string(75 + 6 * (code - 4502))}};
    if (in(4513, 4533))
        return {"crs-gauss-kruger-zone", {"3", std::to_string(code - 4513 + 25)}};
    if (in(4534, 4554))
        return {"crs-gauss-kruger", {"3", std::to_string(75 + 3 * (code - 4534))}};
    if (in(32601, 32660))
        return {"crs-utm", {std::to_string(code - 32600) + "N"}};
    if (in(32701, 32760))
        return {"crs-utm", {std::to_string(code - 32700) + "S"}};
    return {"crs-named", {m_name, code != 0 ? m_text : std::string()}};
}

namespace {

bool isInChina(core::GeoPoint p) {
    // The extent that EPSG gives for CGCS2000.
    return p.longitude >= 73.62 && p.longitude <= 134.77 && p.latitude >= 16.7 && p.latitude <= 53.56;
}

int gaussKruger3For(double longitude) {
    return 4534 + std::clamp(static_cast<int>(std::lround(longitude / 3)) - 25, 0, 20);
}

int utmFor(core::GeoPoint p) {
    const int zone = std::clamp(static_cast<int>(std::floor((p.longitude + 180) / 6)) + 1, 1, 60);
    return (p.latitude >= 0 ? 32600 : 32700) + zone;
}

} // namespace

Crs mapCrsFor(core::GeoPoint place) {
    const int code = isInChina(place) ? gaussKruger3For(place.longitude) : utmFor(place);
    return Crs::parse("EPSG:" + std::to_string(code)).value_or(Crs::cgcs2000());
}

std::vector<Crs> usualCrs(core::GeoPoint place) {
    std::vector<std::string> names = {"cgcs2000", "wgs84", "gcj02", "bd09"};
    const auto add = [&names](int code) {
        std::string name = "EPSG:" + std::to_string(code);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    };
    if (isInChina(place)) {
        const int byMeridian = gaussKruger3For(place.longitude);
        add(byMeridian);
        add(byMeridian - 4534 + 4513); // the same zone with its number before the easting
    }
    add(utmFor(place));
    add(3857);
    for (int code = 4534; code <= 4554; ++code)
        add(code);
    for (int code = 4513; code <= 4533; ++code)
        add(code);
    for (int code = 4502; code <= 4512; ++code)
        add(code);
    for (int code = 4491; code <= 4501; ++code)
        add(code);
    for (const int code : {4610, 4214})
        add(code);
    std::vector<Crs> systems;
    for (const std::string& name : names)
        if (auto crs = Crs::parse(name))
            systems.push_back(std::move(*crs));
    return systems;
}

} // namespace gridwarden::gis
