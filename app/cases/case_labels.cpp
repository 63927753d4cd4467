// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_labels.h"

#include "app/text/message_text.h"
#include "gis/draw/symbol.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPixmap>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CaseLabels)
};

QString withDot(const QString& left, const QString& right) {
    if (left.isEmpty() || right.isEmpty())
        return left + right;
    return left + QStringLiteral(" · ") + right;
}

bool isDark(const QPalette& palette) { return palette.color(QPalette::Base).lightness() < 128; }

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

/// The name of an entry of a list, else its key.
template <class Entry> QString nameIn(const std::vector<Entry>& list, std::string_view key) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Entry& entry) { return entry.key == key; });
    if (found == list.end())
        return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    const bool isEnglish = language() == core::Language::English && !found->english.empty();
    return QString::fromStdString(isEnglish ? found->english : found->name);
}

} // namespace

QString categoryName(const core::Category& category) {
    const bool isEnglish = language() == core::Language::English && !category.english.empty();
    return QString::fromStdString(isEnglish ? category.english : category.name);
}

QString categoryLabel(const core::CategoryRegister& categories, core::CategoryId id, const std::string& text) {
    const core::Category* category = id.isNull() ? nullptr : categories.find(id);
    if (category == nullptr)
        return QString::fromStdString(text);
    return withDot(categoryName(*category), QString::fromStdString(category->key.code));
}

QString sourceName(const core::District& district, std::string_view key) { return nameIn(district.sources(), key); }

QString methodName(const core::District& district, std::string_view key) { return nameIn(district.methods(), key); }

QString areaLabel(const core::Area& area) {
    const QString code = QString::fromStdString(area.code);
    const QString name = QString::fromStdString(area.name);
    return name.isEmpty() || name == code ? code : code + QLatin1Char(' ') + name;
}

QString areaTrail(const core::AreaRegister& areas, core::AreaId grid, std::optional<core::Day> day) {
    const core::Area* area = grid.isNull() ? nullptr : areas.find(grid);
    if (area == nullptr)
        return Words::tr("outside every grid");
    QString trail = areaLabel(*area);
    for (const core::Area* above : areas.above(grid, day))
        trail = withDot(trail, QString::fromStdString(above->name.empty() ? above->code : above->name));
    return trail;
}

QString personLabel(const core::PeopleRegister& people, core::PersonId id) {
    const core::Person* person = id.isNull() ? nullptr : people.find(id);
    if (person == nullptr)
        return {};
    const core::Organisation* organisation = person->organisation.isNull() ? nullptr : people.find(person->organisation);
    return withDot(QString::fromStdString(person->name),
                   organisation ? QString::fromStdString(organisation->name) : QString());
}

QString handlerLabel(const core::PeopleRegister& people, core::OrganisationId organisation, core::PersonId person) {
    const core::Organisation* unit = organisation.isNull() ? nullptr : people.find(organisation);
    const core::Person* who = person.isNull() ? nullptr : people.find(person);
    if (who != nullptr && unit != nullptr)
        return withDot(QString::fromStdString(who->name), QString::fromStdString(unit->name));
    if (who != nullptr)
        return personLabel(people, person);
    return unit ? QString::fromStdString(unit->name) : QString();
}

QString fullTime(core::Moment moment, const core::TimeZone& zone) {
    const QDateTime local = wallClock(moment, zone);
    return local.toString(local.time().second() == 0 ? QStringLiteral("yyyy-MM-dd HH:mm")
                                                     : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString quantityText(double quantity, const std::string& unit) {
    QString number = QLocale().toString(quantity, 'f', QLocale::FloatingPointShortest);
    if (unit.empty())
        return number;
    return number + QLatin1Char(' ') + QString::fromStdString(unit);
}

QString distanceText(double metres) {
    if (metres < 1000)
        return Words::tr("%1 m").arg(QLocale().toString(metres, 'f', 0));
    return Words::tr("%1 km").arg(QLocale().toString(metres / 1000, 'f', 1));
}

QDateTime wallClock(core::Moment moment, const core::TimeZone& zone) {
    return QDateTime::fromSecsSinceEpoch(zone.toLocal(moment).time_since_epoch().count(), Qt::UTC);
}

core::Moment momentOf(const QDateTime& wallClock, const core::TimeZone& zone) {
    const QDateTime asUtc(wallClock.date(), wallClock.time(), Qt::UTC);
    return zone.toUtc(core::LocalTime(core::seconds(asUtc.toSecsSinceEpoch())));
}

core::Lamp lampOf(const core::DerivedCase& derived, core::Moment at) { return core::factOf(derived).lampAt(at); }

QIcon lampIcon(core::Lamp lamp) {
    static std::array<QIcon, 5> icons;
    QIcon& icon = icons[static_cast<std::size_t>(lamp)];
    if (icon.isNull())
        for (const double ratio : {1.0, 2.0, 3.0})
            for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected}) // the colour says something: it is never tinted
                icon.addPixmap(QPixmap::fromImage(gis::symbolImage(16, ratio, gis::lampSymbol(lamp))), mode);
    return icon;
}

QColor lampTextColour(core::Lamp lamp, const QPalette& palette) {
    if (lamp == core::Lamp::None || lamp == core::Lamp::Grey)
        return mutedColour(palette);
    const QColor colour = gis::lampColour(lamp);
    return isDark(palette) ? mixed(colour, Qt::white, 0.45) : colour;
}

QColor mutedColour(const QPalette& palette) {
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.38);
}

QColor faultColour(const QPalette& palette) { return lampTextColour(core::Lamp::Red, palette); }

} // namespace gridwarden::app
