// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/form_fields.h"

#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "core/base/text.h"

#include <QAbstractButton>
#include <QAction>
#include <QCalendarWidget>
#include <QCompleter>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QWidgetAction>
#include <cmath>

namespace gridwarden::app {

namespace {

/// Rows high enough for ideographs to be read with ease.
class RowDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + 8, option.fontMetrics.height() + 8};
    }
};

} // namespace

DayField::DayField(const QString& name, const QString& open, QWidget* parent) : QLineEdit(parent) {
    setObjectName(name);
    setPlaceholderText(open);
    setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00")) + 64);
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00")) + 44);
    QAction* const pick = addAction(icon(QLatin1String("calendar-days")), QLineEdit::TrailingPosition);
    pick->setToolTip(tr("Choose a day"));
    connect(pick, &QAction::triggered, this, &DayField::openCalendar);
}

void DayField::setDay(std::optional<core::Day> day) {
    setText(day ? QString::fromStdString(core::dayText(*day)) : QString());
}

core::Result<std::optional<core::Day>> DayField::day() const {
    const std::string typed(core::trimmed(text().toStdString()));
    if (typed.empty())
        return std::optional<core::Day>();
    const auto parsed = core::parseDay(typed);
    if (!parsed)
        return core::fail(parsed);
    return std::optional(*parsed);
}

void DayField::openCalendar() {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* const calendar = new QCalendarWidget(menu);
    calendar->setFirstDayOfWeek(Qt::Monday);
    if (const QDate shown = QDate::fromString(text().trimmed(), Qt::ISODate); shown.isValid())
        calendar->setSelectedDate(shown);
    auto* const holder = new QWidgetAction(menu);
    holder->setDefaultWidget(calendar);
    menu->addAction(holder);
    connect(calendar, &QCalendarWidget::clicked, this, [this, menu](const QDate& day) {
        setText(day.toString(Qt::ISODate));
        menu->close();
    });
    menu->popup(mapToGlobal(QPoint(0, height())));
}

PlaceField::PlaceField(const QString& name, QWidget* parent) : QLineEdit(parent) {
    setObjectName(name);
    setPlaceholderText(tr("longitude, latitude"));
}

void PlaceField::setPlace(std::optional<core::GeoPoint> place) {
    setText(place ? QString::number(place->longitude, 'f', 6) + QStringLiteral(", ") + QString::number(place->latitude, 'f', 6) : QString());
}

core::Result<std::optional<core::GeoPoint>> PlaceField::place() const {
    static const QRegularExpression pattern(QStringLiteral("^\\s*(-?\\d+(?:\\.\\d+)?)\\s*[,，;；\\s]\\s*(-?\\d+(?:\\.\\d+)?)\\s*$"));
    if (text().trimmed().isEmpty())
        return std::optional<core::GeoPoint>();
    const QRegularExpressionMatch match = pattern.match(text());
    const core::GeoPoint place{match.captured(1).toDouble(), match.captured(2).toDouble()};
    if (!match.hasMatch() || std::abs(place.longitude) > 180 || std::abs(place.latitude) > 90)
        return core::fail(core::ErrorCode::BadInput, {"place-unreadable", {text().toStdString()}});
    return std::optional(place);
}

QString minuteText(int minute) {
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> minuteFromText(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("^\\s*(\\d{1,2})[:：](\\d{2})\\s*$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int minutes = match.captured(2).toInt();
    const int minute = match.captured(1).toInt() * 60 + minutes;
    return minutes < 60 && minute <= 24 * 60 ? std::optional(minute) : std::nullopt;
}

WeekdaysField::WeekdaysField(const QString& name, QWidget* parent) : QWidget(parent) {
    setObjectName(name);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (int day = 1; day <= 7; ++day) {
        auto* const button = new QToolButton(this);
        button->setObjectName(name + QString::number(day));
        button->setCheckable(true);
        button->setText(QLocale().dayName(day, QLocale::ShortFormat));
        button->setToolTip(word("weekdays", std::to_string(day)));
        row->addWidget(button);
        m_days.push_back(button);
    }
    row->addStretch();
}

void WeekdaysField::setWeekdays(int weekdays) {
    for (std::size_t i = 0; i < m_days.size(); ++i)
        m_days[i]->setChecked((weekdays & (1 << i)) != 0);
}

int WeekdaysField::weekdays() const {
    int weekdays = 0;
    for (std::size_t i = 0; i < m_days.size(); ++i)
        if (m_days[i]->isChecked())
            weekdays |= 1 << i;
    return weekdays;
}

QString weekdaysText(int weekdays) {
    if ((weekdays & 0x7f) == 0x7f)
        return QCoreApplication::translate("FormFields", "every day");
    const QLocale locale;
    QStringList runs;
    for (int day = 0; day < 7; ++day) {
        if ((weekdays & (1 << day)) == 0)
            continue;
        int last = day;
        while (last < 6 && (weekdays & (1 << (last + 1))) != 0)
            ++last;
        const QString first = locale.dayName(day + 1, QLocale::ShortFormat);
        runs << (last - day < 2 ? first : first + QChar(0x2013) + locale.dayName(last + 1, QLocale::ShortFormat));
        day = last - day < 2 ? day : last;
    }
    return runs.join(QStringLiteral(", "));
}

ChoiceField::ChoiceField(const QString& name, QWidget* parent) : QComboBox(parent) {
    setObjectName(name);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void ChoiceField::setChoices(const std::vector<Choice>& choices) {
    const std::optional<qint64> kept = value();
    clear();
    for (const Choice& choice : choices)
        addItem(choice.label, choice.value);
    setValue(kept.value_or(0));
}

void ChoiceField::setValue(qint64 value) {
    const int index = findData(value);
    setCurrentIndex(index);
    if (index < 0)
        clearEditText();
    lineEdit()->setCursorPosition(0); // the beginning of a long entry says most
}

std::optional<qint64> ChoiceField::value() const {
    const QString typed = currentText();
    const int index = currentIndex() >= 0 && itemText(currentIndex()) == typed ? currentIndex() : findText(typed);
    if (index < 0)
        return typed.trimmed().isEmpty() ? std::optional<qint64>(0) : std::nullopt;
    return itemData(index).toLongLong();
}

QString areaText(const core::Area& area) {
    const QString code = QString::fromStdString(area.code);
    const QString name = QString::fromStdString(area.name);
    return name.isEmpty() || name == code ? code : code + QLatin1Char(' ') + name;
}

QLabel* makeNote(const QString& text, QWidget* parent) {
    auto* const note = new QLabel(text, parent);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    return note;
}

QFormLayout* makeForm(QWidget* parent) {
    auto* const form = new QFormLayout(parent);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(8);
    return form;
}

void styleRows(QTreeView* view) {
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    view->setAllColumnsShowFocus(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setItemDelegate(new RowDelegate(view));
}

void whenEdited(QWidget* form, QObject* context, const std::function<void()>& edited) {
    for (auto* line : form->findChildren<QLineEdit*>())
        QObject::connect(line, &QLineEdit::textChanged, context, edited);
    for (auto* box : form->findChildren<QComboBox*>())
        QObject::connect(box, &QComboBox::currentIndexChanged, context, edited);
    for (auto* button : form->findChildren<QAbstractButton*>())
        if (button->isCheckable())
            QObject::connect(button, &QAbstractButton::toggled, context, edited);
    for (auto* spin : form->findChildren<QSpinBox*>())
        QObject::connect(spin, &QSpinBox::valueChanged, context, edited);
    for (auto* spin : form->findChildren<QDoubleSpinBox*>())
        QObject::connect(spin, &QDoubleSpinBox::valueChanged, context, edited);
    for (auto* text : form->findChildren<QPlainTextEdit*>())
        QObject::connect(text, &QPlainTextEdit::textChanged, context, edited);
}

QLineEdit* makeLine(const QString& name, QWidget* parent) {
    auto* const line = new QLineEdit(parent);
    line->setObjectName(name);
    return line;
}

std::string typed(const QLineEdit* line) { return std::string(core::trimmed(line->text().toStdString())); }

} // namespace gridwarden::app
