// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gridwarden::app {

namespace {

constexpr std::array<std::string_view, CaseColumnCount> Keys = {
    "lamp",    "number",   "state", "category",  "description", "address", "grid",
    "handler", "reported", "due",   "remaining", "closed",      "source",  "quantity"};

} // namespace

std::string_view columnKey(CaseColumn column) {
    return Keys.at(static_cast<std::size_t>(column));
}

std::optional<CaseColumn> columnFromKey(std::string_view key) {
    const auto found = std::find(Keys.begin(), Keys.end(), key);
    return found == Keys.end() ? std::nullopt : std::optional(static_cast<CaseColumn>(found - Keys.begin()));
}

int columnDigits(CaseColumn column) {
    switch (column) {
    case CaseColumn::Lamp:
        return 7;
    case CaseColumn::Number:
        return 23;
    case CaseColumn::Category:
    case CaseColumn::Handler:
        return 20;
    case CaseColumn::Description:
        return 36;
    case CaseColumn::Address:
    case CaseColumn::Grid:
        return 22;
    case CaseColumn::Reported:
    case CaseColumn::Due:
    case CaseColumn::Closed:
        return 17;
    default:
        return 12;
    }
}

QString columnTitle(CaseColumn column) {
    switch (column) {
    case CaseColumn::Lamp:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Lamp");
    case CaseColumn::Number:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Number");
    case CaseColumn::State:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "State");
    case CaseColumn::Category:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Category");
    case CaseColumn::Description:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Description");
    case CaseColumn::Address:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Address");
    case CaseColumn::Grid:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Grid");
    case CaseColumn::Handler:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Handler");
    case CaseColumn::Reported:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Reported");
    case CaseColumn::Due:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Due");
    case CaseColumn::Remaining:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Left");
    case CaseColumn::Closed:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Closed");
    case CaseColumn::Source:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Source");
    case CaseColumn::Quantity:
        return QCoreApplication::translate("gridwarden::app::CaseTableModel", "Quantity");
    }
    return {};
}

} // namespace gridwarden::app
