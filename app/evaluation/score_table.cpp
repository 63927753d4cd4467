// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/score_table.h"

#include "app/figures/figure_groups.h"
#include "app/text/message_text.h"
#include "app/text/subject_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace gridwarden::app {

namespace {

QString points(double value) { return QString::number(value, 'f', 2); }

QString fateText(core::ItemFate fate) {
    switch (fate) {
    case core::ItemFate::Spread:
        return ScoreTable::tr("Without a value: its weight is spread over the others.");
    case core::ItemFate::Full:
        return ScoreTable::tr("Without a value: counts in full.");
    case core::ItemFate::None:
        return ScoreTable::tr("Without a value: counts as nought.");
    case core::ItemFate::Counted:
        break;
    }
    return {};
}

} // namespace

ScoreTable::ScoreTable(QWidget* parent) : QTableWidget(parent) {
    setObjectName(QStringLiteral("scoreTable"));
    setAccessibleName(tr("Ranking"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::cellClicked, this, [this](int row, int column) {
        if (m_answer && column >= FirstItem && column < totalColumn())
            emit recordsWanted(static_cast<std::size_t>(row), static_cast<std::size_t>(column - FirstItem));
    });
}

void ScoreTable::showNothing() {
    m_answer.reset();
    m_items = 0;
    clear();
    setRowCount(0);
    setColumnCount(0);
}

std::optional<std::size_t> ScoreTable::currentSubject() const {
    return m_answer && currentRow() >= 0 ? std::optional(static_cast<std::size_t>(currentRow())) : std::nullopt;
}

void ScoreTable::setAnswer(std::shared_ptr<const EvaluationAnswer> answer) {
    m_answer = std::move(answer);
    const core::EvaluationScheme& scheme = m_answer->wish.scheme;
    const std::vector<core::EvaluatedSubject>& subjects = m_answer->evaluation->subjects;
    clear();
    m_items = static_cast<int>(scheme.items.size());
    QStringList titles = {tr("Rank"), tr("Name")};
    for (const core::SchemeItem& item : scheme.items)
        titles << QString::fromStdString(item.nameIn(language()));
    titles << tr("Total") << tr("Grade") << tr("List") << tr("Adjusted rank") << tr("Reports per km²");
    setColumnCount(static_cast<int>(titles.size()));
    setHorizontalHeaderLabels(titles);
    for (int i = 0; i < m_items; ++i) {
        const core::SchemeItem& item = scheme.items[static_cast<std::size_t>(i)];
        const QString weight = item.weight > 0 ? tr("Weight %1 of %2").arg(item.weight).arg(scheme.full) : tr("Points beside the total");
        horizontalHeaderItem(FirstItem + i)->setToolTip(titles[FirstItem + i] + u'\n' + weight + u'\n' + QString::fromStdString(item.noteIn(language())));
    }
    horizontalHeaderItem(totalColumn() + 3)->setToolTip(tr("The rank if rates of few cases are drawn to the mean of all and counts are left out: what chance and diligent "
                                                           "reporting do not move"));
    setRowCount(static_cast<int>(subjects.size()));
    for (std::size_t i = 0; i < subjects.size(); ++i)
        fill(static_cast<int>(i), subjects[i]);
    resizeColumnsToContents();
}

void ScoreTable::put(int row, int column, const QString& text, const QString& tip) {
    auto* const item = new QTableWidgetItem(text);
    item->setTextAlignment((column == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    item->setToolTip(tip.isEmpty() ? text : tip);
    setItem(row, column, item);
}

void ScoreTable::fill(int row, const core::EvaluatedSubject& subject) {
    const core::EvaluationScheme& scheme = m_answer->wish.scheme;
    const QString none = QStringLiteral("—");
    put(row, Rank, subject.rank ? QString::number(*subject.rank) : none, subject.rank ? QString() : text(subject.whyNotRanked));
    put(row, Name, subjectText(subject.subject));
    for (int i = 0; i < m_items; ++i) {
        const core::EvaluatedItem& item = subject.items[static_cast<std::size_t>(i)];
        QStringList tip;
        if (const core::FigureDefinition* const figure = item.figure.key.empty() ? nullptr : m_answer->wish.basis.definitions->find(item.figure.key)) {
            tip << figureName(*figure) + u": " + figureText(*figure, item.value);
            if (figure->isRate())
                tip << QStringLiteral("%1 ÷ %2").arg(item.figure.numerator).arg(item.figure.denominator);
        }
        for (const core::EvaluationMark& mark : item.marks)
            tip << points(mark.score) + u' ' + QString::fromStdString(mark.evidence);
        tip << (item.fate == core::ItemFate::Counted ? tr("%1 points").arg(points(item.points)) : fateText(item.fate));
        put(row, FirstItem + i, item.score ? points(*item.score) : none, tip.join(u'\n'));
        if (!item.figure.key.empty())
            this->item(row, FirstItem + i)->setForeground(palette().link());
    }
    const core::SchemeGrade* const grade = scheme.grade(subject.grade);
    put(row, totalColumn(), points(subject.total));
    QFont bold = font();
    bold.setBold(true);
    item(row, totalColumn())->setFont(bold);
    put(row, totalColumn() + 1, grade == nullptr ? QString() : QString::fromStdString(language() == core::Language::Chinese || grade->english.empty() ? grade->name : grade->english));
    put(row, totalColumn() + 2, subject.isRed ? tr("▲ red") : subject.isBlack ? tr("▼ black") : QString());
    put(row, totalColumn() + 3, subject.adjusted.rank ? QString::number(*subject.adjusted.rank) : none, points(subject.adjusted.total));
    put(row, totalColumn() + 4, subject.reportsPerSquareKilometre ? QString::number(*subject.reportsPerSquareKilometre, 'f', 1) : none);
}

QString ScoreTable::tabbedText() const {
    QStringList lines, cells;
    for (int column = 0; column < columnCount(); ++column)
        cells << horizontalHeaderItem(column)->text();
    lines << cells.join(u'\t');
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < columnCount(); ++column)
            cells << item(row, column)->text();
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

void ScoreTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(tabbedText());
    else
        QTableWidget::keyPressEvent(event);
}

} // namespace gridwarden::app
