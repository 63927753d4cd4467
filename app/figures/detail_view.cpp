// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/detail_view.h"

#include "app/cases/panel_text.h"
#include "app/figures/figure_chart.h"
#include "app/figures/figure_groups.h"
#include "app/text/message_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr std::size_t MostBars = 13;

/// Of an area its code, or its name where the code is a long number.
QString shortLabel(const QString& label) {
    constexpr int ShortCode = 6;
    const QString code = label.section(u' ', 0, 0), name = label.section(u' ', 1);
    return code.size() <= ShortCode || name.isEmpty() ? code : name;
}

} // namespace

DetailView::DetailView(QWidget* parent)
    : QWidget(parent), m_name(makeLabel({}, TextSize::Heading, /*isMuted=*/false, this)), m_note(makeLabel({}, TextSize::Small, /*isMuted=*/true, this)),
      m_by(new QComboBox(this)), m_chart(new FigureChart(FigureChart::Lie::Upright, this)), m_table(new QTableWidget(0, 4, this)),
      m_counting(this, countDetail, [this](const auto& answer) { take(answer); }) {
    build();
    setAreaKinds({});
    connect(m_by, &QComboBox::activated, this, &DetailView::ask);
    connect(m_chart, &FigureChart::barClicked, this, &DetailView::choose);
    connect(m_table, &QTableWidget::cellClicked, this, [this](int row, int column) {
        if (column == 1)
            choose(row);
    });
    setFigure(nullptr, {}, {});
}

DetailView::~DetailView() = default;

void DetailView::build() {
    m_name->setObjectName(QStringLiteral("figureName"));
    m_note->setObjectName(QStringLiteral("figureNote"));
    m_note->setWordWrap(true);
    m_by->setObjectName(QStringLiteral("figureBy"));
    m_by->setAccessibleName(tr("Taken apart by"));
    m_chart->setObjectName(QStringLiteral("figureTrend"));
    m_table->setObjectName(QStringLiteral("figureParts"));
    m_table->setHorizontalHeaderLabels({QString(), tr("Value"), tr("Before"), tr("Change")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto* const definition = new QToolButton(this);
    definition->setObjectName(QStringLiteral("figureDefinitions"));
    definition->setText(tr("Definition …"));
    definition->setToolTip(tr("How the chosen figure is counted and where it is used; a bureau adds its own figures there"));
    definition->setAutoRaise(true);
    connect(definition, &QToolButton::clicked, this, [this] { emit definitionWanted(m_wish ? QString::fromStdString(m_wish->figure) : QString()); });
    auto* const title = new QHBoxLayout;
    title->addWidget(m_name, 1);
    title->addWidget(m_by);
    title->addWidget(definition);
    auto* const parts = new QSplitter(this);
    parts->addWidget(m_chart);
    parts->addWidget(m_table);
    parts->setSizes({400, 300});
    parts->setChildrenCollapsible(false);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(Gap, SmallGap, Gap, Gap);
    all->setSpacing(SmallGap);
    all->addLayout(title);
    all->addWidget(m_note);
    all->addWidget(parts, 1);
}

void DetailView::setAreaKinds(const std::vector<core::AreaKind>& kinds) {
    const QVariant before = m_by->currentData();
    m_by->clear();
    const auto add = [this](const QString& label, DetailBy by) { m_by->addItem(label, static_cast<int>(by.kind) * 100 + static_cast<int>(by.areas)); };
    add(tr("Through time"), {DetailBy::Kind::Time});
    for (const core::AreaKind kind : kinds)
        add(word("area_kinds", core::areaKindKey(kind)), {DetailBy::Kind::Areas, kind});
    add(tr("By organisation"), {DetailBy::Kind::Organisations});
    add(tr("By person"), {DetailBy::Kind::People});
    add(tr("By big class"), {DetailBy::Kind::BigClasses});
    add(tr("By category"), {DetailBy::Kind::Categories});
    add(tr("By source"), {DetailBy::Kind::Sources});
    const int same = m_by->findData(before);
    m_by->setCurrentIndex(same < 0 ? 0 : same);
}

void DetailView::forget() { setFigure(nullptr, {}, {}); }

void DetailView::setFigure(const FigureBasis* basis, core::Period period, const std::string& figure) {
    const core::FigureDefinition* const definition = basis == nullptr ? nullptr : basis->definitions->find(figure);
    m_name->setText(definition == nullptr ? tr("Choose a figure above") : figureName(*definition));
    m_note->setText(definition == nullptr ? QString() : figureNote(*definition));
    m_wish.reset();
    if (definition != nullptr)
        m_wish = DetailWish{*basis, period, figure, {}};
    ask();
}

void DetailView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_wish && !m_answer)
        ask();
}

void DetailView::ask() {
    m_answer.reset();
    m_chart->setBars({}, {}, -1);
    m_chart->setVisible(m_wish.has_value());
    m_table->setVisible(m_wish.has_value());
    m_by->setEnabled(m_wish.has_value());
    m_table->setRowCount(0);
    if (!m_wish || !isVisible())
        return m_counting.forget();
    const int by = m_by->currentData().toInt();
    m_wish->by = {static_cast<DetailBy::Kind>(by / 100), static_cast<core::AreaKind>(by % 100)};
    m_counting.ask(*m_wish);
}

void DetailView::take(const std::shared_ptr<const DetailAnswer>& answer) {
    m_answer = answer;
    if (answer->problem) {
        m_note->setText(text(*answer->problem));
        return;
    }
    const core::FigureDefinition& definition = *answer->wish.basis.definitions->find(answer->wish.figure);
    static const QRegularExpression century(QStringLiteral("^20(?=\\d\\d[- ])")); // bars are narrow
    const bool isByTime = answer->wish.by.kind == DetailBy::Kind::Time;
    std::vector<FigureChart::Bar> bars;
    for (std::size_t i = 0; i < answer->parts.size() && i < MostBars; ++i) {
        const DetailPart& part = answer->parts[i];
        const auto& value = part.value.value;
        bars.push_back({isByTime ? QString(part.label).remove(century) : shortLabel(part.label), definition.isRate() && value ? std::optional(*value * 100) : value,
                        figureText(definition, value)});
    }
    const int marked = isByTime ? static_cast<int>(bars.size()) - 1 : -1;
    m_chart->setBars(std::move(bars), {}, marked);
    fillTable(definition);
}

void DetailView::fillTable(const core::FigureDefinition& definition) {
    m_table->setRowCount(static_cast<int>(m_answer->parts.size()));
    for (std::size_t i = 0; i < m_answer->parts.size(); ++i) {
        const DetailPart& part = m_answer->parts[i];
        const QStringList cells = {part.label, figureText(definition, part.value.value), figureText(definition, part.before), figureChange(definition, part.value.value, part.before)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* const item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            item->setToolTip(column == 1 && part.value.denominator != 0 ? QStringLiteral("%1 ÷ %2").arg(part.value.numerator).arg(part.value.denominator) : cells[column]);
            if (column == 1)
                item->setForeground(palette().link());
            m_table->setItem(static_cast<int>(i), column, item);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, std::min(m_table->columnWidth(0), 140));
    if (m_answer->wish.by.kind == DetailBy::Kind::Time)
        m_table->scrollToBottom();
}

void DetailView::choose(int part) {
    if (!m_answer || part < 0 || part >= static_cast<int>(m_answer->parts.size()))
        return;
    const DetailPart& chosen = m_answer->parts[static_cast<std::size_t>(part)];
    emit recordsWanted(chosen.value, chosen.period, m_answer->wish.by.kind == DetailBy::Kind::Time ? QString() : chosen.label);
}

} // namespace gridwarden::app
