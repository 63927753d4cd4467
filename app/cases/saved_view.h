// SPDX-License-Identifier: GPL-3.0-or-later
// What a saved view of the case table says: which cases, which columns, which order; as JSON in the district
// (core/cases/case_views.h) and in resources/views.json. Days may move with today, areas with who looks.
#pragma once

#include "app/cases/case_columns.h"
#include "core/base/words.h"
#include "core/district.h"

#include <nlohmann/json_fwd.hpp>

namespace gridwarden::app {

/// Days that a condition means today; Fixed: those that stand in the filter.
enum class ViewDays { Fixed, Today, Tomorrow, Week, Month, Year };

struct ViewOrder {
    CaseColumn column;
    Qt::SortOrder order;
    bool operator==(const ViewOrder&) const = default;
};

struct SavedView {
    core::Filter filter;
    ViewDays reported = ViewDays::Fixed, due = ViewDays::Fixed;
    bool isInMyZones = false;        ///< the zones of the duties that the actor has today, in place of areas
    std::vector<CaseColumn> columns; ///< from left to right; empty: as they are
    std::optional<ViewOrder> order;  ///< none: as it is
    bool operator==(const SavedView&) const = default;
};

/// A view with the conditions of a filter; days that are those of today, tomorrow, this week, month or year move from
/// then on.
[[nodiscard]] SavedView viewOf(const core::Filter& filter, core::Day today);

/// The zones in which somebody has a duty on a day, each once: the area of the duty itself or what is above it.
[[nodiscard]] std::vector<core::AreaId> zonesOf(const core::District& district, core::PersonId person, core::Day day);
/// The filter that a view means for somebody on a day. In nobody's zones it has no condition on areas.
[[nodiscard]] core::Filter filterOf(const SavedView& view, const core::District& district, core::PersonId person,
                                    core::Day today);

[[nodiscard]] std::string viewToText(const SavedView& view);
/// Whatever is not known is an error, because a condition that was passed over would show more cases than meant.
/// Errors: BadInput "view-unreadable" {member}.
[[nodiscard]] core::Result<SavedView> viewFromJson(const nlohmann::json& document);
[[nodiscard]] core::Result<SavedView> viewFromText(std::string_view text);

struct NamedView {
    std::string name;
    SavedView view;
};
/// The views that come with the program (resources/views.json), in a language. Errors: those of the resource and of
/// viewFromJson.
[[nodiscard]] core::Result<std::vector<NamedView>> shippedViews(core::Language language);

} // namespace gridwarden::app
