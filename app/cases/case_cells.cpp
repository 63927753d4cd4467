// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_cells.h"

#include "app/cases/case_labels.h"
#include "app/text/message_text.h"

namespace gridwarden::app {

namespace {

CellValue timeValue(std::int64_t seconds) {
    return seconds == 0 ? CellValue() : CellValue(core::Moment(core::seconds(seconds)));
}

CellValue textValue(QString text) {
    return text.isEmpty() ? CellValue() : CellValue(std::move(text));
}

CellValue textValue(const std::string& text) {
    return textValue(QString::fromStdString(text).simplified());
}

} // namespace

CaseCells::CaseCells(const core::District& district, const core::CaseFacts& facts, core::Moment asOf)
    : m_areas(district.areaSnapshot()), m_categories(district.categorySnapshot()), m_people(district.peopleSnapshot()),
      m_zone(district.timeZone()), m_asOf(asOf) {
    for (const std::string& key : facts.sources())
        m_sources.push_back(sourceName(district, key));
}

CellValue CaseCells::value(const core::CaseFact& fact, const core::CaseText& text, CaseColumn column) const {
    switch (column) {
    case CaseColumn::Lamp: {
        const core::Lamp lamp = fact.lampAt(m_asOf);
        return lamp == core::Lamp::None ? CellValue() : CellValue(word("lamps", core::lampKey(lamp)));
    }
    case CaseColumn::Number:
        return textValue(text.number);
    case CaseColumn::State:
        return word("states", core::caseStateKey(fact.stateAt(m_asOf)));
    case CaseColumn::Category: {
        const core::Category* category = m_categories->find(fact.category);
        return category ? textValue(categoryName(*category)) : textValue(text.categoryText);
    }
    case CaseColumn::Description:
        return textValue(text.description);
    case CaseColumn::Address:
        return textValue(text.address);
    case CaseColumn::Grid: {
        const core::Area* grid = fact.grid.isNull() ? nullptr : m_areas->find(fact.grid);
        return grid ? textValue(areaLabel(*grid)) : CellValue();
    }
    case CaseColumn::Handler:
        return textValue(handlerLabel(*m_people, fact.organisation, fact.person));
    case CaseColumn::Reported:
        return timeValue(fact.reported);
    case CaseColumn::Due:
        return timeValue(fact.due);
    case CaseColumn::Remaining: {
        const bool isOpen = core::classOf(fact.stateAt(m_asOf)) == core::CaseClass::Open;
        return isOpen && fact.due != 0 ? CellValue(remaining(core::Moment(core::seconds(fact.due)), m_asOf))
                                       : CellValue();
    }
    case CaseColumn::Closed:
        return timeValue(fact.closed);
    case CaseColumn::Source:
        return fact.source < 0 ? CellValue() : textValue(m_sources.at(static_cast<std::size_t>(fact.source)));
    case CaseColumn::Quantity:
        return text.quantity ? CellValue(CellNumber{*text.quantity, QString::fromStdString(text.unit)}) : CellValue();
    }
    return {};
}

QString CaseCells::plainText(const core::CaseFact& fact, const core::CaseText& text, CaseColumn column) const {
    return app::plainText(value(fact, text, column), m_zone);
}

QString plainText(const CellValue& value, const core::TimeZone& zone) {
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* number = std::get_if<CellNumber>(&value))
        return quantityText(number->value, number->unit.toStdString());
    if (const auto* moment = std::get_if<core::Moment>(&value))
        return fullTime(*moment, zone);
    return {};
}

} // namespace gridwarden::app
