// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_class_editor.h"

#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QColorDialog>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int IconSize = 18;
constexpr int ListHeight = 208;

QIcon iconOf(const gis::IncidentSymbol& symbol) {
    QIcon made;
    for (const double ratio : {1.0, 2.0})
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected}) // the colour says something: it is never tinted
            made.addPixmap(QPixmap::fromImage(gis::symbolImage(IconSize - 2, ratio, symbol)), mode);
    return made;
}

QString titleOf(gis::SymbolShape shape) {
    switch (shape) {
    case gis::SymbolShape::Disc:
        return IncidentClassEditor::tr("Disc");
    case gis::SymbolShape::HalfDisc:
        return IncidentClassEditor::tr("Half disc");
    case gis::SymbolShape::Triangle:
        return IncidentClassEditor::tr("Triangle");
    case gis::SymbolShape::Ring:
        return IncidentClassEditor::tr("Ring");
    case gis::SymbolShape::Tick:
        return IncidentClassEditor::tr("Tick");
    case gis::SymbolShape::Square:
        return IncidentClassEditor::tr("Square");
    case gis::SymbolShape::Diamond:
        return IncidentClassEditor::tr("Diamond");
    case gis::SymbolShape::Cross:
        return IncidentClassEditor::tr("Cross");
    }
    return {};
}

QToolButton* makeButton(QWidget* parent, const char* name, QLatin1String image, const QString& title) {
    auto* const button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setIcon(icon(image));
    button->setToolTip(title);
    button->setAccessibleName(title);
    button->setAutoRaise(true);
    return button;
}

} // namespace

IncidentClassEditor::IncidentClassEditor(QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_shape(new QComboBox(this)),
      m_colour(makeButton(this, "symbolColour", QLatin1String("palette"), tr("Colour …"))),
      m_up(makeButton(this, "classUp", QLatin1String("arrow-up"), tr("Further up: shown before those below where cases crowd"))),
      m_down(makeButton(this, "classDown", QLatin1String("arrow-down"), tr("Further down"))),
      m_add(makeButton(this, "classAdd", QLatin1String("plus"), tr("Another class"))),
      m_remove(makeButton(this, "classRemove", QLatin1String("trash-2"), tr("Count this class among the others"))),
      m_usual(makeButton(this, "classesUsual", QLatin1String("rotate-ccw"), tr("Usual classes, shapes and colours"))), m_menu(new QMenu(this)) {
    m_list->setObjectName(QStringLiteral("symbolClasses"));
    m_list->setIconSize(QSize(IconSize, IconSize));
    m_list->setMinimumHeight(ListHeight);
    m_list->setAccessibleName(tr("Classes"));
    m_shape->setObjectName(QStringLiteral("symbolShape"));
    m_shape->setToolTip(tr("Shape"));
    m_shape->setAccessibleName(tr("Shape"));
    for (const gis::SymbolShape shape : gis::AllSymbolShapes)
        m_shape->addItem(iconOf({shape, palette().color(QPalette::Text)}), titleOf(shape), static_cast<int>(shape));
    m_colour->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_colour->setText(tr("Colour …"));
    m_add->setMenu(m_menu);
    m_add->setPopupMode(QToolButton::InstantPopup);

    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_shape);
    buttons->addWidget(m_colour);
    buttons->addStretch();
    for (QToolButton* const button : {m_up, m_down, m_add, m_remove, m_usual})
        buttons->addWidget(button);
    auto* const note = new QLabel(tr("Where cases crowd, the class further up is shown."), this);
    note->setWordWrap(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    column->addWidget(note);

    connect(m_list, &QListWidget::currentRowChanged, this, &IncidentClassEditor::follow);
    connect(m_shape, &QComboBox::activated, this, &IncidentClassEditor::chooseShape);
    connect(m_colour, &QToolButton::clicked, this, &IncidentClassEditor::chooseColour);
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(m_remove, &QToolButton::clicked, this, &IncidentClassEditor::removeClass);
    connect(m_usual, &QToolButton::clicked, this, [this] {
        gis::IncidentStyle style = m_style;
        style.classes.clear();
        style.others = {};
        emit edited(style);
    });
    connect(m_menu, &QMenu::aboutToShow, this, &IncidentClassEditor::fillMenu);
}

void IncidentClassEditor::showClasses(const gis::IncidentStyle& style, const gis::IncidentSymbols& symbols, std::vector<SymbolValue> values) {
    m_style = style;
    m_symbols = symbols;
    m_values = std::move(values);
    const QSignalBlocker blocker(m_list);
    const QString before = m_list->currentItem() == nullptr ? QString() : m_list->currentItem()->data(Qt::UserRole).toString();
    m_list->clear();
    for (const gis::IncidentSymbols::Class& each : m_symbols.classes) {
        auto* const item = new QListWidgetItem(iconOf(each.symbol), QString::fromStdString(each.caption.text(language())), m_list);
        item->setData(Qt::UserRole, QString::fromStdString(each.value));
        if (item->data(Qt::UserRole).toString() == before)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    follow();
}

gis::IncidentStyle IncidentClassEditor::withOwnClasses() const {
    gis::IncidentStyle style = m_style;
    if (style.classes.empty())
        for (const gis::IncidentSymbols::Class& each : m_symbols.classes)
            if (!each.value.empty())
                style.classes.push_back({each.value});
    return style;
}

int IncidentClassEditor::current() const { return m_list->currentRow(); }

gis::SymbolClass* IncidentClassEditor::classIn(gis::IncidentStyle& style) const {
    if (current() < 0)
        return nullptr;
    const std::string& value = m_symbols.classes[static_cast<std::size_t>(current())].value;
    if (value.empty())
        return &style.others;
    const auto found = std::find_if(style.classes.begin(), style.classes.end(), [&](const gis::SymbolClass& each) { return each.value == value; });
    return found == style.classes.end() ? nullptr : &*found;
}

void IncidentClassEditor::moveBy(int rows) {
    gis::IncidentStyle style = withOwnClasses();
    const int from = current();
    const int to = from + rows;
    if (from < 0 || to < 0 || std::max(from, to) >= static_cast<int>(style.classes.size()))
        return;
    // A class keeps its symbol wherever it goes.
    for (std::size_t i = 0; i < style.classes.size(); ++i) {
        style.classes[i].shape = m_symbols.classes[i].symbol.shape;
        style.classes[i].colour = m_symbols.classes[i].symbol.colour;
    }
    std::swap(style.classes[static_cast<std::size_t>(from)], style.classes[static_cast<std::size_t>(to)]);
    emit edited(style);
}

void IncidentClassEditor::chooseShape() {
    gis::IncidentStyle style = withOwnClasses();
    if (gis::SymbolClass* const chosen = classIn(style)) {
        chosen->shape = static_cast<gis::SymbolShape>(m_shape->currentData().toInt());
        emit edited(style);
    }
}

void IncidentClassEditor::chooseColour() {
    gis::IncidentStyle style = withOwnClasses();
    gis::SymbolClass* const chosen = classIn(style);
    if (chosen == nullptr)
        return;
    const QColor colour = QColorDialog::getColor(m_symbols.classes[static_cast<std::size_t>(current())].symbol.colour, this, tr("Colour of the symbol"));
    if (!colour.isValid())
        return;
    chosen->colour = QColor(colour.rgb());
    emit edited(style);
}

void IncidentClassEditor::removeClass() {
    gis::IncidentStyle style = withOwnClasses();
    const std::string value = m_symbols.classes[static_cast<std::size_t>(current())].value;
    if (value.empty() || style.classes.size() < 2)
        return;
    for (std::size_t i = 0; i < style.classes.size(); ++i) { // the others keep their symbols
        style.classes[i].shape = m_symbols.classes[i].symbol.shape;
        style.classes[i].colour = m_symbols.classes[i].symbol.colour;
    }
    std::erase_if(style.classes, [&](const gis::SymbolClass& each) { return each.value == value; });
    emit edited(style);
}

void IncidentClassEditor::fillMenu() {
    m_menu->clear();
    const gis::IncidentStyle style = withOwnClasses();
    for (const SymbolValue& each : m_values) {
        if (std::any_of(style.classes.begin(), style.classes.end(), [&](const gis::SymbolClass& known) { return known.value == each.value; }))
            continue;
        connect(m_menu->addAction(QString::fromStdString(each.caption.text(language()))), &QAction::triggered, this, [this, value = each.value] {
            gis::IncidentStyle more = withOwnClasses();
            more.classes.push_back({value});
            emit edited(more);
        });
    }
}

void IncidentClassEditor::follow() {
    const int row = current();
    const bool hasClass = row >= 0 && row < static_cast<int>(m_symbols.classes.size());
    const bool isOwn = hasClass && !m_symbols.classes[static_cast<std::size_t>(row)].value.empty();
    const auto named = static_cast<int>(std::count_if(m_symbols.classes.begin(), m_symbols.classes.end(), [](const auto& each) { return !each.value.empty(); }));
    if (hasClass)
        m_shape->setCurrentIndex(m_shape->findData(static_cast<int>(m_symbols.classes[static_cast<std::size_t>(row)].symbol.shape)));
    m_shape->setEnabled(hasClass);
    m_colour->setEnabled(hasClass);
    m_up->setEnabled(isOwn && row > 0);
    m_down->setEnabled(isOwn && row + 1 < named);
    m_remove->setEnabled(isOwn && named > 1);
    m_add->setEnabled(named < static_cast<int>(std::min(m_values.size(), gis::IncidentStyle::MostClasses)));
    m_usual->setEnabled(!m_style.classes.empty() || m_style.others != gis::SymbolClass());
}

} // namespace gridwarden::app
