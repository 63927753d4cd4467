// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a report in its own language, which the interface's language does not touch; numbers, days and times as reports
// print them.
#pragma once

#include "core/base/time.h"
#include "core/base/words.h"
#include "core/figures/figure_definition.h"
#include "core/figures/indicators.h"

#include <QString>
#include <initializer_list>
#include <optional>
#include <string>
#include <unordered_map>

namespace gridwarden::core {
class District;
}

namespace gridwarden::app {

class ReportText {
  public:
    /// Reads resources/reports/grid.json, desk.json for the papers of the desk, and the others beside them. Errors: as core::readJsonResource and core::shippedFigures; BadInput "json-unreadable" {path, key}.
    [[nodiscard]] static core::Result<ReportText> load(core::Language language, const core::TimeZone& zone);
    /// With the figures of a district, in its zone. Errors also those of core::figureDefinitions.
    [[nodiscard]] static core::Result<ReportText> load(core::Language language, core::District& district);

    [[nodiscard]] core::Language language() const { return m_language; }
    /// The text of a key with %1 … filled in. An unknown key gives itself.
    [[nodiscard]] QString operator()(std::string_view key, std::initializer_list<QString> arguments = {}) const;
    [[nodiscard]] QString word(std::string_view group, std::string_view key) const;
    [[nodiscard]] const core::FigureDefinitions& figures() const { return m_figures; }
    /// Name and definition of one of these. \pre it is one
    [[nodiscard]] QString figureName(std::string_view key) const { return QString::fromStdString(m_figures.find(key)->nameIn(m_language)); }
    [[nodiscard]] QString figureNote(std::string_view key) const { return QString::fromStdString(m_figures.find(key)->noteIn(m_language)); }

    [[nodiscard]] QString count(std::int64_t value) const { return QString::number(value); }
    /// "75.82%", rounded half up from the whole numbers; "—" when the denominator is 0.
    [[nodiscard]] QString percent(std::int64_t numerator, std::int64_t denominator) const;
    [[nodiscard]] QString percent(const core::Rate& rate) const { return percent(rate.numerator, rate.denominator); }
    /// (value − base) ÷ base as "+13.87%" or "-22.21%"; "—" when the base is 0.
    [[nodiscard]] QString change(std::int64_t value, std::int64_t base) const;
    /// The difference of two printed rates: "+1.20个百分点"; "—" when one of them is undefined.
    [[nodiscard]] QString difference(const core::Rate& rate, const core::Rate& base) const;

    /// "2026年10月1日", "2026-10-01"
    [[nodiscard]] QString day(core::Day day) const;
    /// The shortest name: "2026年10月", "2026年第三季度", "2026年", else from day to day.
    [[nodiscard]] QString period(core::Period period) const;
    /// "2026-10-01 08:30" in the district's zone.
    [[nodiscard]] QString time(core::Moment moment) const;
    /// "2天3时", "3时20分"
    [[nodiscard]] QString duration(core::seconds length) const;
    /// "周一至周五", "每天"; bit 0 is Monday.
    [[nodiscard]] QString weekdays(int days) const;
    /// "07:00–13:00", "22:00–次日06:00"
    [[nodiscard]] QString hours(int startMinute, int endMinute) const;

  private:
    core::Language m_language = core::Language::Chinese;
    core::TimeZone m_zone;
    std::unordered_map<std::string, QString> m_texts;
    core::FigureDefinitions m_figures;
};

/// Hundredths of a percent, rounded half away from zero; none when the denominator is 0.
[[nodiscard]] std::optional<std::int64_t> hundredthsOfPercent(std::int64_t numerator, std::int64_t denominator);

} // namespace gridwarden::app
