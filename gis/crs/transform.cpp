// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/transform.h"

#include "gis/crs/gcj02.h"
#include "gis/crs/proj_handles.h"

#include <cmath>
#include <fmt/format.h>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

/// Source → the plane that a local one is brought into → degrees on CGCS2000 or WGS 84 → offsets → target. A step that changes nothing
/// is null.
struct Transform::Steps {
    ProjContext context; // first, so that it dies last
    ProjObject toDegrees;
    DatumShift sourceShift = DatumShift::None;
    DatumShift targetShift = DatumShift::None;
    ProjObject fromDegrees;
    Similarity fromLocal; ///< of the source's plane
    Similarity ofTarget;
    bool isSourceDegrees = false;
    bool isTargetDegrees = false;
    bool isBallpark = false;
};

namespace {

/// Degrees beyond which a longitude or latitude is no such thing; room for rounding.
constexpr double LargestLongitude = 180 + 1e-6;
constexpr double LargestLatitude = 90 + 1e-6;

ProjObject makeOperation(PJ_CONTEXT* context, const std::string& from, const std::string& to, bool& isBallpark) {
    const ProjObject source(proj_create(context, from.c_str()));
    const ProjObject target(proj_create(context, to.c_str()));
    if (!source || !target)
        return {};
    const char* const exactOnly[] = {"ALLOW_BALLPARK=NO", nullptr};
    ProjObject operation(proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, exactOnly));
    if (!operation) {
        operation.reset(proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr));
        isBallpark = true;
    }
    if (!operation)
        return {};
    return ProjObject(proj_normalize_for_visualization(context, operation.get()));
}

bool isWorldDatum(const std::string& base) {
    return base == "EPSG:4326" || base == "EPSG:4490";
}

bool isPlace(MapPoint p) {
    return std::abs(p.x) <= LargestLongitude && std::abs(p.y) <= LargestLatitude;
}

void bringOver(const Similarity& similarity, std::span<MapPoint> points) {
    if (!similarity.isIdentity())
        for (MapPoint& point : points)
            point = similarity.forward(point);
}

void bringBack(const Similarity& similarity, std::span<MapPoint> points) {
    if (!similarity.isIdentity())
        for (MapPoint& point : points)
            point = similarity.inverse(point);
}

void applyOperation(PJ* operation, PJ_DIRECTION direction, std::span<MapPoint> points) {
    if (!operation || points.empty())
        return;
    proj_trans_generic(operation, direction, &points[0].x, sizeof(MapPoint), points.size(), &points[0].y,
                       sizeof(MapPoint), points.size(), nullptr, 0, 0, nullptr, 0, 0);
}

template <class Convert> void convertEach(std::span<MapPoint> points, Convert convert) {
    for (MapPoint& point : points)
        point = toMapPoint(convert(toGeoPoint(point)));
}

void addShift(DatumShift shift, std::span<MapPoint> points) {
    if (shift == DatumShift::Gcj02)
        convertEach(points, toGcj02);
    else if (shift == DatumShift::Bd09)
        convertEach(points, toBd09);
}

void removeShift(DatumShift shift, std::span<MapPoint> points) {
    if (shift == DatumShift::Gcj02)
        convertEach(points, fromGcj02);
    else if (shift == DatumShift::Bd09)
        convertEach(points, fromBd09);
}

tl::unexpected<core::Error> outOfRange(MapPoint point) {
    return fail(ErrorCode::BadInput,
                {"coordinate-out-of-range", {fmt::format("{} {}", point.x, point.y)}});
}

} // namespace

Transform::Transform(std::unique_ptr<Steps> steps) : m_steps(std::move(steps)) {}
Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;
Transform::~Transform() = default;

Result<Transform> Transform::between(const Crs& from, const Crs& to) {
    auto steps = std::make_unique<Steps>();
    steps->isSourceDegrees = from.isGeographic() && from.unit() == "degree";
    steps->isTargetDegrees = to.isGeographic() && to.unit() == "degree";
    if (from == to)
        return Transform(std::move(steps));
    steps->fromLocal = from.similarity();
    steps->ofTarget = to.similarity();
    steps->context = makeProjContext();
    PJ_CONTEXT* const context = steps->context.get();
    const auto unavailable = [&] {
        return fail(ErrorCode::Unsupported, {"crs-no-transformation", {from.text(), to.text()}}, {},
                    proj_context_errno_string(context, proj_context_errno(context)));
    };

    steps->sourceShift = from.datumShift();
    steps->targetShift = to.datumShift();
    const bool isShifted = steps->sourceShift != DatumShift::None || steps->targetShift != DatumShift::None;
    const bool isSameDatum = from.geographicBase() == to.geographicBase();
    const bool throughDegrees =
        isShifted || (!isSameDatum && (isWorldDatum(from.geographicBase()) || isWorldDatum(to.geographicBase())));
    if (!throughDegrees && from.definition() == to.definition())
        return Transform(std::move(steps)); // a local plane and the one below it
    if (!throughDegrees) {
        steps->toDegrees = makeOperation(context, from.definition(), to.definition(), steps->isBallpark);
        if (!steps->toDegrees)
            return unavailable();
        return Transform(std::move(steps));
    }

    // CGCS2000 and WGS 84 degrees are the same numbers here, so each side uses the one it has an exact operation to.
    const auto degreesBeside = [](const Crs& crs) {
        return isWorldDatum(crs.geographicBase()) ? crs.geographicBase() : std::string("EPSG:4326");
    };
    if (from.definition() != degreesBeside(from)) {
        steps->toDegrees = makeOperation(context, from.definition(), degreesBeside(from), steps->isBallpark);
        if (!steps->toDegrees)
            return unavailable();
    }
    if (to.definition() != degreesBeside(to)) {
        steps->fromDegrees = makeOperation(context, degreesBeside(to), to.definition(), steps->isBallpark);
        if (!steps->fromDegrees)
            return unavailable();
    }
    return Transform(std::move(steps));
}

Result<void> Transform::apply(std::span<MapPoint> points, bool isForward) const {
    const Steps& s = *m_steps;
    const bool isInputDegrees = isForward ? s.isSourceDegrees : s.isTargetDegrees;
    const bool isOutputDegrees = isForward ? s.isTargetDegrees : s.isSourceDegrees;
    for (const MapPoint& point : points)
        if (!std::isfinite(point.x) || !std::isfinite(point.y) || (isInputDegrees && !isPlace(point)))
            return outOfRange(point);
    if (isIdentity())
        return {};
    const std::vector<MapPoint> given(points.begin(), points.end());
    bringOver(isForward ? s.fromLocal : s.ofTarget, points);
    applyOperation(isForward ? s.toDegrees.get() : s.fromDegrees.get(), isForward ? PJ_FWD : PJ_INV, points);
    removeShift(isForward ? s.sourceShift : s.targetShift, points);
    addShift(isForward ? s.targetShift : s.sourceShift, points);
    applyOperation(isForward ? s.fromDegrees.get() : s.toDegrees.get(), isForward ? PJ_FWD : PJ_INV, points);
    bringBack(isForward ? s.ofTarget : s.fromLocal, points);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y) || (isOutputDegrees && !isPlace(points[i])))
            return outOfRange(given[i]);
    return {};
}

Result<MapPoint> Transform::forward(MapPoint point) const {
    if (auto done = apply({&point, 1}, true); !done)
        return fail(done);
    return point;
}

Result<MapPoint> Transform::inverse(MapPoint point) const {
    if (auto done = apply({&point, 1}, false); !done)
        return fail(done);
    return point;
}

Result<void> Transform::forward(std::span<MapPoint> points) const {
    return apply(points, true);
}
Result<void> Transform::inverse(std::span<MapPoint> points) const {
    return apply(points, false);
}

bool Transform::isBallpark() const {
    return m_steps->isBallpark;
}

bool Transform::isIdentity() const {
    return !m_steps->toDegrees && !m_steps->fromDegrees && m_steps->sourceShift == m_steps->targetShift &&
           m_steps->fromLocal == m_steps->ofTarget;
}

} // namespace gridwarden::gis
