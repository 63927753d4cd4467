// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the chapters of a report in their order. Both passes over several areas (counting pages for the summary, then
// handing the chapters out) happen here.
#pragma once

#include "app/report/chapters.h"
#include "app/report/grid_report.h"

namespace gridwarden::app {

/// Belongs to the district's thread; the chapters do not.
class ReportComposer {
  public:
    /// Reads what all areas share. Errors: as composeGridReports.
    [[nodiscard]] static core::Result<std::unique_ptr<ReportComposer>> make(core::District& district, const GridReportOptions& options,
                                                                           const ReportProgress& progress);

    [[nodiscard]] const std::vector<const core::Area*>& areas() const { return m_areas; }
    [[nodiscard]] const ReportScope& scope() const { return m_scope; }
    [[nodiscard]] const std::vector<core::Message>& notes() const { return m_maps->notes(); }

    using Use = std::function<core::Result<void>(std::shared_ptr<const Chapter>)>;
    /// The chapters of one file: with several areas a summary first; definitions last. Stops at the first error of `use`.
    core::Result<void> compose(const std::vector<const core::Area*>& areas, const Use& use, const ReportProgress& progress);

  private:
    explicit ReportComposer(ReportScope scope) : m_scope(std::move(scope)) {}
    [[nodiscard]] std::shared_ptr<const Chapter> chapterOf(const QString& title, Flow flow) const;
    /// The area's chapter; its numbers go to `numbers`.
    core::Result<std::shared_ptr<const Chapter>> areaChapterOf(const core::Area& area, AreaNumbers& numbers);
    core::Result<void> composeSeveral(const std::vector<const core::Area*>& areas, const Use& use, const ReportProgress& progress);

    ReportScope m_scope;
    std::vector<const core::Area*> m_areas;
    std::optional<ReportMaps> m_maps;
};

} // namespace gridwarden::app
