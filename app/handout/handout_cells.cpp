// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout/handout_cells.h"

#include "app/cases/case_columns.h"
#include "app/cases/case_labels.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace gridwarden::app {

namespace {

struct HandoutWords {
    Q_DECLARE_TR_FUNCTIONS(Handout)
};

constexpr std::array<std::string_view, 16> Keys = {"number", "state",  "category", "description", "address", "grid",      "handler",  "reported",
                                                   "due",    "closed", "source",   "quantity",    "unit",    "longitude", "latitude", "pictures"};

/// The column of the case table that says the same.
std::optional<CaseColumn> caseColumn(HandoutColumn column) {
    switch (column) {
    case HandoutColumn::Number:
        return CaseColumn::Number;
    case HandoutColumn::State:
        return CaseColumn::State;
    case HandoutColumn::Category:
        return CaseColumn::Category;
    case HandoutColumn::Description:
        return CaseColumn::Description;
    case HandoutColumn::Address:
        return CaseColumn::Address;
    case HandoutColumn::Grid:
        return CaseColumn::Grid;
    case HandoutColumn::Handler:
        return CaseColumn::Handler;
    case HandoutColumn::Reported:
        return CaseColumn::Reported;
    case HandoutColumn::Due:
        return CaseColumn::Due;
    case HandoutColumn::Closed:
        return CaseColumn::Closed;
    case HandoutColumn::Source:
        return CaseColumn::Source;
    case HandoutColumn::Quantity:
        return CaseColumn::Quantity;
    case HandoutColumn::Unit:
    case HandoutColumn::Longitude:
    case HandoutColumn::Latitude:
    case HandoutColumn::Pictures:
        break;
    }
    return std::nullopt;
}

CellValue textValue(const QString& text) { return text.isEmpty() ? CellValue() : CellValue(text); }
CellValue textValue(const std::string& text) { return textValue(QString::fromStdString(text).simplified()); }

} // namespace

std::string handoutKey(HandoutColumn column) { return std::string(Keys.at(static_cast<std::size_t>(column))); }

QString handoutTitle(HandoutColumn column) {
    if (const auto same = caseColumn(column))
        return columnTitle(*same);
    switch (column) {
    case HandoutColumn::Longitude:
        return HandoutWords::tr("Longitude");
    case HandoutColumn::Latitude:
        return HandoutWords::tr("Latitude");
    case HandoutColumn::Pictures:
        return HandoutWords::tr("Photos");
    default:
        return HandoutWords::tr("Unit");
    }
}

int handoutWidth(HandoutColumn column) {
    constexpr int Usual = 12, Wide = 22;
    if (const auto same = caseColumn(column))
        return columnDigits(*same);
    return column == HandoutColumn::Pictures ? Wide : Usual;
}

std::vector<HandoutColumn> handoutColumns(const core::DisclosureRules& rules, HandoutForm form) {
    std::vector<HandoutColumn> columns;
    for (std::size_t number = 0; number < Keys.size(); ++number) {
        const auto column = static_cast<HandoutColumn>(number);
        const bool isPlace = column == HandoutColumn::Longitude || column == HandoutColumn::Latitude;
        const bool isLeftOut = (column == HandoutColumn::Description && rules.descriptions == core::TextShown::None) ||
                               (column == HandoutColumn::Address && rules.addresses == core::TextShown::None) ||
                               (column == HandoutColumn::Pictures && rules.photos == core::PhotosShown::None) || (isPlace && form == HandoutForm::Map) ||
                               (column == HandoutColumn::Unit && form == HandoutForm::Table);
        if (!isLeftOut)
            columns.push_back(column);
    }
    return columns;
}

HandoutCells::HandoutCells(const core::District& district, const core::CaseFacts& facts)
    : m_context{district.areaSnapshot(), district.categorySnapshot(), district.peopleSnapshot(), district.timeZone(), district.name()} {
    for (const std::string& key : facts.sources())
        m_sources.push_back(sourceName(district, key));
}

CellValue HandoutCells::time(const std::optional<core::Moment>& moment, const core::DisclosureRules& rules) const {
    if (!moment)
        return {};
    return rules.times == core::TimesShown::Days ? CellValue(QString::fromStdString(core::dayText(m_context.zone.day(*moment)))) : CellValue(*moment);
}

QString HandoutCells::handler(const core::DisclosedCase& disclosed) const {
    QStringList parts;
    if (!disclosed.person.empty())
        parts << QString::fromStdString(disclosed.person);
    for (const std::string& role : disclosed.roles)
        parts << word("roles", role);
    if (const core::Organisation* const organisation = m_context.people->find(disclosed.organisation))
        parts << QString::fromStdString(organisation->name);
    return parts.join(QStringLiteral(" · "));
}

CellValue HandoutCells::value(const core::DisclosedCase& disclosed, const core::DisclosureRules& rules, HandoutColumn column,
                              const QStringList& pictures) const {
    switch (column) {
    case HandoutColumn::Number:
        return textValue(disclosed.number);
    case HandoutColumn::State:
        return word("states", core::caseStateKey(disclosed.state));
    case HandoutColumn::Category: {
        const core::Category* const category = m_context.categories->find(disclosed.category);
        return category != nullptr ? textValue(categoryName(*category)) : textValue(disclosed.categoryText);
    }
    case HandoutColumn::Description:
        return textValue(disclosed.description);
    case HandoutColumn::Address:
        return textValue(disclosed.address);
    case HandoutColumn::Grid: {
        const core::Area* const grid = disclosed.grid.isNull() ? nullptr : m_context.areas->find(disclosed.grid);
        return grid != nullptr ? textValue(areaLabel(*grid)) : CellValue();
    }
    case HandoutColumn::Handler:
        return textValue(handler(disclosed));
    case HandoutColumn::Reported:
        return time(disclosed.reported, rules);
    case HandoutColumn::Due:
        return time(disclosed.due, rules);
    case HandoutColumn::Closed:
        return time(disclosed.closed, rules);
    case HandoutColumn::Source:
        return disclosed.source < 0 ? CellValue() : textValue(m_sources.at(static_cast<std::size_t>(disclosed.source)));
    case HandoutColumn::Quantity:
        return disclosed.quantity ? CellValue(CellNumber{*disclosed.quantity, QString::fromStdString(disclosed.unit)}) : CellValue();
    case HandoutColumn::Unit:
        return textValue(disclosed.unit);
    case HandoutColumn::Longitude:
        return disclosed.place ? CellValue(CellNumber{disclosed.place->longitude, {}}) : CellValue();
    case HandoutColumn::Latitude:
        return disclosed.place ? CellValue(CellNumber{disclosed.place->latitude, {}}) : CellValue();
    case HandoutColumn::Pictures:
        return textValue(pictures.join(QStringLiteral("; ")));
    }
    return {};
}

} // namespace gridwarden::app
