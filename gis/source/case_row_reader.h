// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a table as a case of the district: times, category, source, handler and place resolved.
#pragma once

#include "core/case_actions.h"
#include "gis/source/case_place.h"
#include "gis/source/case_registers.h"
#include "gis/source/time_format.h"

namespace gridwarden::gis {

using CaseTimeFormats = std::map<CaseTarget, TimeFormat>;

struct ReadRow {
    core::ImportedCase value;
    bool isRefused = false;
    std::vector<ImportProblem> problems;
};

/// What the text of a category means here: a key, a bare code, or a name; and why not, as "category-unknown" or
/// "category-is-group".
struct ResolvedCategory {
    core::CategoryId category;
    std::string problem; // a key, or empty
};
[[nodiscard]] ResolvedCategory resolveCategory(const core::CategoryRegister& categories, const std::string& text);

/// Keeps snapshots of the registers, so that another thread than the district's may use it, one at a time.
class CaseRowReader {
public:
    /// \param formats one for each mapped time
    /// \param zone of times without an offset
    /// \param categories what unknown texts mean: text → key. Errors: NotFound "category-unknown" {key}.
    /// \param makesCategories unknown categories are going to be made, so that they are no problem
    [[nodiscard]] static core::Result<CaseRowReader>
    make(const CaseRegisters& registers, CaseColumns columns, CasePlaceReader places, CaseTimeFormats formats,
         core::TimeZone zone, const std::map<std::string, std::string>& categories, bool makesCategories);
    [[nodiscard]] static core::Result<CaseRowReader>
    make(const core::District& district, CaseColumns columns, CasePlaceReader places, CaseTimeFormats formats,
         core::TimeZone zone, const std::map<std::string, std::string>& categories, bool makesCategories) {
        return make(CaseRegisters::of(district), std::move(columns), std::move(places), std::move(formats),
                    std::move(zone), categories, makesCategories);
    }

    /// With a category that is not known, `value` has its text and no id.
    [[nodiscard]] ReadRow read(const Row& row);

private:
    CaseRowReader(const CaseRegisters& registers, CaseColumns columns, CasePlaceReader places)
        : m_knownCategories(registers.categories), m_people(registers.people), m_areas(registers.areas),
          m_knownSources(registers.sources), m_days(registers.zone), m_columns(std::move(columns)),
          m_places(std::move(places)) {}
    struct Handler {
        core::OrganisationId organisation;
        core::PersonId person;
    };
    std::optional<core::Moment> time(const Row& row, CaseTarget target, ReadRow& result) const;
    void readCategory(const Row& row, ReadRow& result);
    void readSource(const Row& row, ReadRow& result);
    [[nodiscard]] std::string sourceNamed(const std::string& text) const;
    void readHandler(const Row& row, ReadRow& result);
    void readQuantity(const Row& row, ReadRow& result) const;
    void readPlace(const Row& row, ReadRow& result) const;
    void note(const Row& row, CaseTarget target, std::string value, core::Message reason, ReadRow& result) const;

    std::shared_ptr<const core::CategoryRegister> m_knownCategories;
    std::shared_ptr<const core::PeopleRegister> m_people;
    std::shared_ptr<const core::AreaRegister> m_areas;
    std::vector<core::CaseSource> m_knownSources;
    core::TimeZone m_days; // of the district
    CaseColumns m_columns;
    CasePlaceReader m_places;
    CaseTimeFormats m_formats;
    core::TimeZone m_zone;
    bool m_makesCategories = false;
    std::unordered_map<std::string, ResolvedCategory> m_categories; // by text, as they come
    std::unordered_map<std::string, Handler> m_handlers;
    std::unordered_map<std::string, std::string> m_sources; // keys; empty: unknown
};

} // namespace gridwarden::gis
