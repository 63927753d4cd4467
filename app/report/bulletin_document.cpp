// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/bulletin.h"

#include "app/report/bar_picture.h"
#include "app/report/official_words.h"

#include <algorithm>
#include <array>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::array FigureKeys = {"reported",       "filed",           "self_handled", "to_handle",
                                   "handled",        "handled_in_time", "due_to_close", "closed",
                                   "closed_in_time", "rework",          "extended",     "voided"};
constexpr std::array RateKeys = {"handling",        "handling_in_time", "closing",
                                 "closing_in_time", "rework_rate",      "extension"};
constexpr std::size_t NamedSources = 3;

class Writing {
public:
    Writing(const ReportScope& scope, const Bulletin& bulletin)
        : m_scope(scope), m_text(scope.text), m_bulletin(bulletin), m_numbers(scope.text.language()) {}

    OfficialDocument write(const OfficialHeading& heading) {
        const QString district = utf8(m_scope.district.name());
        m_document.language = m_text.language();
        m_document.title = m_text("bulletin_title", {district});
        m_document.subtitle = m_text("bulletin_subtitle", {m_text.period(m_scope.period)});
        whole();
        classes();
        sources();
        most();
        areas();
        m_document.annexes.push_back({m_text("definitions"), {definitions()}});
        giveHeading(m_document, heading, m_text.day(m_scope.district.timeZone().day(m_scope.asOf())));
        return std::move(m_document);
    }

private:
    void add(DocumentBlock block) { m_document.body.push_back(std::move(block)); }
    void heading(const QString& text) { add(m_numbers.next(1, text)); }
    void say(const QString& text) { add(documentParagraph(text)); }
    [[nodiscard]] QString nextTable() { return m_text.count(++m_tables); }
    [[nodiscard]] Period before() const { return previousPeriod(m_scope.period); }
    [[nodiscard]] Period lastYear() const { return sameLastYear(m_scope.period); }

    /// What is compared, in its three periods; the note below the first table names them.
    [[nodiscard]] DocumentTable comparison(const QString& caption, const QString& first, bool withShare) const {
        DocumentTable table;
        table.caption = caption;
        table.isDense = m_text.language() == Language::English; // longer words
        table.columns = {{first, 2.8}, {m_text("this_period"), 1.1, Qt::AlignRight}};
        if (withShare)
            table.columns.push_back({m_text("column_share"), 1.2, Qt::AlignRight});
        table.columns.insert(table.columns.end(), {{m_text("before"), 1.1, Qt::AlignRight},
                                                   {m_text("change"), 1.5, Qt::AlignRight},
                                                   {m_text("last_year"), 1.4, Qt::AlignRight},
                                                   {m_text("change_year"), 1.5, Qt::AlignRight}});
        return table;
    }

    void whole() {
        const Indicators &now = m_bulletin.now, &then = m_bulletin.before, &year = m_bulletin.lastYear;
        const auto value = [](const Indicators& of, const char* key) { return of.figure(key).value(); };
        const auto count = [&](const Indicators& of, const char* key) { return m_text.count(value(of, key)); };
        const auto percent = [&](const Indicators& of, const char* key) { return m_text.percent(of.rate(key)); };
        heading(m_text("bulletin_whole"));
        say(m_text("bulletin_reported",
                   {m_text.period(m_scope.period), count(now, "reported"), m_text.period(before()),
                    count(then, "reported"), m_text.change(value(now, "reported"), value(then, "reported")),
                    m_text.change(value(now, "reported"), value(year, "reported")), count(now, "filed"),
                    count(then, "filed"), count(now, "self_handled")}));
        say(m_text("bulletin_closed",
                   {count(now, "due_to_close"), count(now, "closed"), percent(now, "closing"), percent(then, "closing"),
                    count(now, "closed_in_time"), percent(now, "closing_in_time"), percent(then, "closing_in_time"),
                    count(now, "rework"), percent(now, "rework_rate"), percent(then, "rework_rate")}));
        say(m_text("bulletin_open", {m_text.time(m_scope.asOf()), count(now, "open"), count(now, "overdue")}));

        DocumentTable table = comparison(m_text("bulletin_figures_table", {nextTable()}), m_text("figure"), false);
        for (const char* const key : FigureKeys)
            table.rows.push_back({m_text.figureName(key), count(now, key), count(then, key),
                                  m_text.change(value(now, key), value(then, key)), count(year, key),
                                  m_text.change(value(now, key), value(year, key))});
        for (const char* const key : RateKeys)
            table.rows.push_back({m_text.figureName(key), percent(now, key), percent(then, key),
                                  m_text.difference(now.rate(key), then.rate(key)), percent(year, key),
                                  m_text.difference(now.rate(key), year.rate(key))});
        table.note = m_text("bulletin_figures_note", {m_text.period(before()), m_text.period(lastYear())});
        add(std::move(table));
    }

    void addClass(DocumentTable& table, const QString& name, const BulletinClass& each, bool isTotal) const {
        QStringList row = {name,
                           m_text.count(each.now),
                           m_text.percent(each.now, reported()),
                           m_text.count(each.before),
                           m_text.change(each.now, each.before),
                           m_text.count(each.lastYear),
                           m_text.change(each.now, each.lastYear)};
        if (isTotal)
            table.total = std::move(row);
        else
            table.rows.push_back(std::move(row));
    }
    [[nodiscard]] std::int64_t reported() const { return m_bulletin.now.figure("reported").value(); }

    void classes() {
        heading(m_text("bulletin_classes"));
        QStringList kinds;
        for (const BulletinKind& kind : m_bulletin.kinds)
            if (kind.all.now > 0)
                kinds += m_text("bulletin_kind",
                                {kind.all.name, m_text.count(kind.all.now), m_text.percent(kind.all.now, reported())});
        say(kinds.isEmpty()
                ? m_text("bulletin_most_none")
                : m_text("bulletin_kinds", {m_text.count(reported()), kinds.join(m_text("bulletin_separator"))}));
        if (m_bulletin.classes.empty())
            return;
        DocumentTable table =
            comparison(m_text("bulletin_classes_table", {nextTable()}), m_text("bulletin_column_class"), true);
        for (const BulletinClass& each : m_bulletin.classes)
            addClass(table, each.name, each, false);
        addClass(table, m_text("total"),
                 {{},
                  reported(),
                  m_bulletin.before.figure("reported").value(),
                  m_bulletin.lastYear.figure("reported").value()},
                 true);
        table.note = m_text("bulletin_classes_note");
        add(std::move(table));
        picture("bulletin_classes_picture", m_bulletin.classes,
                [&](const BulletinClass& each) {
                    return Bar{each.name, static_cast<double>(each.now), m_text.count(each.now),
                               static_cast<double>(each.before)};
                },
                {.caption = {}, .bars = {}, .now = m_text("this_period"), .before = m_text("before")});
    }

    /// A figure of a table that has at least two rows, most first.
    template <class Each, class BarOf>
    void picture(const char* caption, const std::vector<Each>& rows, const BarOf& barOf, BarChart chart) {
        if (rows.size() < 2)
            return;
        for (std::size_t i = 0; i < std::min(rows.size(), MostBars); ++i)
            chart.bars.push_back(barOf(rows[i]));
        chart.caption = m_text(caption, {m_text.count(++m_pictures)});
        if (rows.size() > MostBars)
            chart.caption += m_text("bulletin_picture_cut", {m_text.count(MostBars)});
        add(barPicture(std::move(chart), m_text.language()));
    }

    void sources() {
        if (m_bulletin.sources.empty())
            return;
        heading(m_text("bulletin_sources"));
        QStringList named;
        for (std::size_t i = 0; i < std::min(NamedSources, m_bulletin.sources.size()); ++i) {
            const BulletinSource& each = m_bulletin.sources[i];
            named += m_text("bulletin_kind",
                            {each.name, m_text.count(each.reported), m_text.percent(each.reported, reported())});
        }
        say(m_text("bulletin_sources_most", {named.join(m_text("bulletin_separator"))}));
        DocumentTable table;
        table.caption = m_text("bulletin_sources_table", {nextTable()});
        table.columns = {{m_text("source"), 2.5},
                         {m_text.figureName("reported"), 1, Qt::AlignRight},
                         {m_text("column_share"), 1, Qt::AlignRight},
                         {m_text("bulletin_column_closed"), 1, Qt::AlignRight},
                         {m_text("bulletin_column_share_closed"), 1, Qt::AlignRight}};
        BulletinSource all;
        for (const BulletinSource& each : m_bulletin.sources) {
            table.rows.push_back({each.name, m_text.count(each.reported), m_text.percent(each.reported, reported()),
                                  m_text.count(each.closed), m_text.percent(each.closed, each.reported)});
            all.reported += each.reported;
            all.closed += each.closed;
        }
        table.total = {m_text("total"), m_text.count(all.reported), m_text.percent(all.reported, reported()),
                       m_text.count(all.closed), m_text.percent(all.closed, all.reported)};
        table.note = m_text("bulletin_sources_note", {m_text.time(m_scope.asOf())});
        add(std::move(table));
    }

    void most() {
        if (std::none_of(m_bulletin.kinds.begin(), m_bulletin.kinds.end(),
                         [](const BulletinKind& kind) { return !kind.most.empty(); }))
            return;
        heading(m_text("bulletin_most"));
        for (const BulletinKind& kind : m_bulletin.kinds) {
            if (kind.most.empty())
                continue;
            QStringList named;
            for (const BulletinClass& each : kind.most)
                named += m_text("bulletin_most_item", {each.name, m_text.count(each.now)});
            say(m_text("bulletin_most_sentence", {kind.all.name, named.join(m_text("list_separator"))}));
            DocumentTable table = comparison(m_text("bulletin_most_table", {nextTable(), kind.all.name}),
                                             m_text("bulletin_column_class"), true);
            for (const BulletinClass& each : kind.most)
                addClass(table, each.name, each, false);
            add(std::move(table));
        }
    }

    void areas() {
        const QString kind = m_text.word("area_kinds", areaKindKey(m_bulletin.areaKind));
        if (m_bulletin.areas.empty())
            return;
        heading(m_text("bulletin_areas", {kind}));
        const auto nameOf = [](const AreaNumbers& each) {
            return utf8(each.area->name.empty() ? each.area->code : each.area->name);
        };
        // Areas without a case due stand at the end and have no rate.
        const auto ranked = std::partition_point(m_bulletin.areas.begin(), m_bulletin.areas.end(),
                                                 [](const AreaNumbers& each) { return each.due > 0; });
        if (ranked == m_bulletin.areas.begin()) {
            say(m_text("bulletin_areas_none", {kind}));
        } else if (ranked - m_bulletin.areas.begin() > 1) {
            const AreaNumbers &best = m_bulletin.areas.front(), &worst = *(ranked - 1);
            const bool isEqual = best.closed * worst.due == worst.closed * best.due;
            say(isEqual ? m_text("bulletin_areas_equal", {kind, m_text.percent(best.closed, best.due)})
                        : m_text("bulletin_areas_best", {nameOf(best), m_text.percent(best.closed, best.due),
                                                         nameOf(worst), m_text.percent(worst.closed, worst.due)}));
        }
        DocumentTable table;
        table.caption = m_text("bulletin_areas_table", {nextTable(), kind});
        table.isDense = m_text.language() == Language::English;
        table.columns = {{m_text("bulletin_column_rank"), 0.9, Qt::AlignHCenter},
                         {m_text("name"), 2.2},
                         {m_text("column_reported"), 1.5, Qt::AlignRight},
                         {m_text("column_filed"), 1, Qt::AlignRight},
                         {m_text("column_due"), 1, Qt::AlignRight},
                         {m_text("column_closed"), 1.1, Qt::AlignRight},
                         {m_text("column_closing"), 1.4, Qt::AlignRight},
                         {m_text("column_closing_in_time"), 1.4, Qt::AlignRight},
                         {m_text("column_overdue"), 1, Qt::AlignRight}};
        const auto row = [&](const QString& rank, const QString& name, const AreaNumbers& each) -> QStringList {
            return {rank,
                    name,
                    m_text.count(each.reported),
                    m_text.count(each.filed),
                    m_text.count(each.due),
                    m_text.count(each.closed),
                    m_text.percent(each.closed, each.due),
                    m_text.percent(each.closedInTime, each.due),
                    m_text.count(each.overdue)};
        };
        std::int64_t rank = 0;
        for (const AreaNumbers& each : m_bulletin.areas)
            table.rows.push_back(row(m_text.count(++rank), nameOf(each), each));
        table.total = row({}, m_text("bulletin_all"), numbersOf(nullptr, m_bulletin.now));
        table.note = m_text("bulletin_areas_note", {kind});
        add(std::move(table));
        const std::vector<AreaNumbers> withRate(m_bulletin.areas.begin(), ranked);
        picture(
            "bulletin_areas_picture", withRate,
            [&](const AreaNumbers& each) {
                return Bar{nameOf(each), static_cast<double>(each.closedInTime) / static_cast<double>(each.due),
                           m_text.percent(each.closedInTime, each.due)};
            },
            wholeRate());
    }

    /// With the rate of all areas together.
    [[nodiscard]] BarChart wholeRate() const {
        const AreaNumbers all = numbersOf(nullptr, m_bulletin.now);
        BarChart chart;
        chart.full = 1;
        if (all.due > 0) {
            chart.mark = static_cast<double>(all.closedInTime) / static_cast<double>(all.due);
            chart.markLabel = m_text("bulletin_all") + QLatin1Char(' ') + m_text.percent(all.closedInTime, all.due);
        }
        return chart;
    }

    [[nodiscard]] DocumentTable definitions() const {
        DocumentTable table;
        table.columns = {{m_text("figure"), 1}, {m_text("definitions"), 3.5}};
        const auto define = [&](const char* key) {
            table.rows.push_back({m_text.figureName(key), m_text.figureNote(key)});
        };
        for (const char* const key : FigureKeys)
            define(key);
        for (const char* const key : {"open", "overdue"})
            define(key);
        for (const char* const key : RateKeys)
            define(key);
        return table;
    }

    const ReportScope& m_scope;
    const ReportText& m_text;
    const Bulletin& m_bulletin;
    HeadingNumbers m_numbers;
    OfficialDocument m_document;
    int m_tables = 0, m_pictures = 0;
};

} // namespace

OfficialDocument bulletinDocument(const ReportScope& scope, const Bulletin& bulletin, const OfficialHeading& heading) {
    return Writing(scope, bulletin).write(heading);
}

} // namespace gridwarden::app
