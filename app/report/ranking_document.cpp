// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/ranking_document.h"

#include "app/report/bar_picture.h"
#include "app/report/official_words.h"

namespace gridwarden::app {

namespace {

QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

QString points(double value) {
    return QString::number(value, 'f', 2);
}

/// The parts of the document, which all look at the same ranking.
class Ranking {
public:
    Ranking(const core::Evaluation& evaluation, const core::EvaluationScheme& scheme,
            const core::FigureDefinitions& definitions, const ReportText& text)
        : m_evaluation(evaluation), m_scheme(scheme), m_definitions(definitions), m_text(text) {}

    [[nodiscard]] DocumentParagraph lead() const {
        std::vector<const core::EvaluatedSubject*> ranked;
        double sum = 0;
        for (const core::EvaluatedSubject& each : m_evaluation.subjects)
            if (each.rank) {
                ranked.push_back(&each);
                sum += each.total;
            }
        if (ranked.empty())
            return documentParagraph(m_text("ranking_nobody"));
        const core::EvaluatedSubject &first = *ranked.front(), &last = *ranked.back();
        return documentParagraph(
            m_text("ranking_lead", {m_text.count(static_cast<std::int64_t>(ranked.size())),
                                    points(sum / static_cast<double>(ranked.size())), nameOf(first),
                                    points(first.total), nameOf(last), points(last.total)}));
    }

    /// The names of those for which something holds, as a sentence; none where there are none.
    template <class Holds> [[nodiscard]] std::optional<DocumentParagraph> named(const char* key, Holds holds) const {
        QStringList names;
        for (const core::EvaluatedSubject& each : m_evaluation.subjects)
            if (holds(each))
                names << nameOf(each);
        return names.isEmpty()
                   ? std::nullopt
                   : std::optional(documentParagraph(m_text(key, {names.join(m_text("ranking_separator"))})));
    }

    [[nodiscard]] DocumentTable standings() const {
        DocumentTable table;
        table.caption = m_text("ranking_table");
        table.columns = {{m_text("ranking_rank"), 1, Qt::AlignRight},
                         {m_text("ranking_name"), 3.5},
                         {m_text("ranking_total"), 1.2, Qt::AlignRight},
                         {m_text("ranking_grade"), 1},
                         {m_text("ranking_list"), 1},
                         {m_text("ranking_adjusted"), 1.3, Qt::AlignRight}};
        for (const core::EvaluatedSubject& each : m_evaluation.subjects) {
            const core::SchemeGrade* const grade = m_scheme.grade(each.grade);
            const QString gradeName =
                grade == nullptr
                    ? QString()
                    : utf8(m_text.language() == core::Language::Chinese || grade->english.empty() ? grade->name
                                                                                                  : grade->english);
            table.rows.push_back({rankText(each.rank), nameOf(each), points(each.total), gradeName,
                                  each.isRed     ? m_text("ranking_list_red")
                                  : each.isBlack ? m_text("ranking_list_black")
                                                 : QString(),
                                  rankText(each.adjusted.rank)});
        }
        table.note = m_text("ranking_adjusted_note");
        return table;
    }

    /// Of those with a rank beside their mean; none of fewer than two.
    [[nodiscard]] std::optional<DocumentPicture> picture() const {
        BarChart chart;
        double sum = 0;
        int ranked = 0;
        for (const core::EvaluatedSubject& each : m_evaluation.subjects) {
            if (!each.rank || each.total < 0)
                continue;
            sum += each.total;
            ++ranked;
            if (chart.bars.size() < MostBars)
                chart.bars.push_back({nameOf(each), each.total, points(each.total)});
        }
        if (ranked < 2)
            return std::nullopt;
        chart.caption = chart.bars.size() < static_cast<std::size_t>(ranked)
                            ? m_text("ranking_picture_cut", {m_text.count(MostBars)})
                            : m_text("ranking_picture");
        chart.mark = sum / ranked;
        chart.markLabel = m_text("ranking_mean", {points(*chart.mark)});
        chart.full = m_scheme.full;
        return barPicture(std::move(chart), m_text.language());
    }

    [[nodiscard]] DocumentTable scores() const {
        DocumentTable table;
        table.isDense = true;
        table.columns = {{m_text("ranking_name"), 2.5}};
        for (const core::SchemeItem& item : m_scheme.items)
            table.columns.push_back({utf8(item.nameIn(m_text.language())), 1, Qt::AlignRight});
        for (const core::EvaluatedSubject& each : m_evaluation.subjects) {
            QStringList row = {nameOf(each)};
            for (const core::EvaluatedItem& item : each.items)
                row << (item.score ? points(*item.score) : QStringLiteral("—"));
            table.rows.push_back(row);
        }
        return table;
    }

    [[nodiscard]] DocumentTable items() const {
        DocumentTable table;
        table.isDense = true;
        table.columns = {{m_text("ranking_item"), 1.4},
                         {m_text("ranking_weight"), 0.6, Qt::AlignRight},
                         {m_text("ranking_counted"), 4}};
        for (const core::SchemeItem& item : m_scheme.items) {
            const core::FigureDefinition* const figure =
                item.figure() == nullptr ? nullptr : m_definitions.find(*item.figure());
            const QString counted =
                figure == nullptr ? m_text("ranking_by_hand") : utf8(figure->noteIn(m_text.language()));
            const QString note = utf8(item.noteIn(m_text.language()));
            table.rows.push_back({utf8(item.nameIn(m_text.language())),
                                  item.weight > 0 ? QString::number(item.weight) : m_text("ranking_beside"),
                                  note.isEmpty() ? counted : QString(counted + u'\n' + note)});
        }
        table.note = utf8(m_scheme.noteIn(m_text.language()));
        return table;
    }

private:
    [[nodiscard]] static QString rankText(std::optional<int> rank) {
        return rank ? QString::number(*rank) : QStringLiteral("—");
    }
    [[nodiscard]] static QString nameOf(const core::EvaluatedSubject& each) {
        constexpr int ShortCode = 6; // by which people call a grid; that of a street is a long number
        const QString code = utf8(each.subject.code), name = utf8(each.subject.name);
        if (name.isEmpty())
            return code;
        return each.subject.kind == core::SubjectKind::Areas && !code.isEmpty() && code.size() <= ShortCode
                   ? QString(code + u' ' + name)
                   : name;
    }
    const core::Evaluation& m_evaluation;
    const core::EvaluationScheme& m_scheme;
    const core::FigureDefinitions& m_definitions;
    const ReportText& m_text;
};

} // namespace

OfficialDocument rankingDocument(const core::Evaluation& evaluation, const core::EvaluationScheme& scheme,
                                 const core::FigureDefinitions& definitions, const ReportText& text,
                                 const std::string& district, const core::TimeZone& zone,
                                 const OfficialHeading& heading) {
    const Ranking ranking(evaluation, scheme, definitions, text);
    const QString name = utf8(scheme.nameIn(text.language()));
    OfficialDocument document;
    document.language = text.language();
    document.title = text("ranking_title", {utf8(district), name, text.period(evaluation.period)});
    document.body.push_back(documentParagraph(text(
        "ranking_intro", {name, text.count(static_cast<std::int64_t>(evaluation.subjects.size())),
                          text.period(evaluation.period), QString::number(scheme.full), text.time(evaluation.asOf)})));
    HeadingNumbers numbers(text.language());
    document.body.push_back(numbers.next(1, text("ranking_result")));
    document.body.push_back(ranking.lead());
    for (const auto& list :
         {ranking.named("ranking_red", [](const core::EvaluatedSubject& each) { return each.isRed; }),
          ranking.named("ranking_black", [](const core::EvaluatedSubject& each) { return each.isBlack; }),
          ranking.named("ranking_unranked", [](const core::EvaluatedSubject& each) { return !each.rank; })})
        if (list)
            document.body.push_back(*list);
    document.body.push_back(ranking.standings());
    if (auto picture = ranking.picture())
        document.body.push_back(std::move(*picture));
    document.annexes.push_back({text("ranking_scores"), {ranking.scores()}});
    document.annexes.push_back({text("ranking_scheme"), {ranking.items()}});
    giveHeading(document, heading, text.day(zone.day(evaluation.asOf)));
    return document;
}

} // namespace gridwarden::app
