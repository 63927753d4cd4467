// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_order.h"

#include "app/cases/case_labels.h"
#include "gis/draw/symbol.h"

#include <QCollator>
#include <algorithm>
#include <limits>
#include <unordered_map>

namespace gridwarden::app {

namespace {

using Key = std::int64_t;
constexpr Key None = std::numeric_limits<Key>::max();
using KeyOf = std::function<Key(std::uint32_t, const core::CaseFact&)>;

QCollator makeCollator() {
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

/// Numbers names in the order of the language. An empty name is None.
template <class Id> class NameRanks {
  public:
    void add(Id id, const QString& name) {
        if (!name.isEmpty())
            m_names.emplace_back(name, id);
    }
    void finish() {
        const QCollator collator = makeCollator();
        std::sort(m_names.begin(), m_names.end(),
                  [&](const auto& a, const auto& b) { return collator.compare(a.first, b.first) < 0; });
        Key rank = 0;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (i > 0 && m_names[i].first != m_names[i - 1].first)
                ++rank;
            m_ranks.emplace(m_names[i].second, rank);
        }
    }
    [[nodiscard]] Key of(Id id) const {
        const auto found = m_ranks.find(id);
        return found == m_ranks.end() ? None : found->second;
    }

  private:
    std::vector<std::pair<QString, Id>> m_names;
    std::unordered_map<Id, Key> m_ranks;
};

Key keyOfTime(std::int64_t seconds) { return seconds == 0 ? None : seconds; }

KeyOf byCategory(const core::CategoryRegister& categories) {
    auto ranks = std::make_shared<NameRanks<core::CategoryId>>();
    for (const core::Category& category : categories.all())
        ranks->add(category.id, categoryName(category));
    ranks->finish();
    return [ranks](std::uint32_t, const core::CaseFact& fact) { return ranks->of(fact.category); };
}

KeyOf byGrid(const core::AreaRegister& areas) {
    auto ranks = std::make_shared<NameRanks<core::AreaId>>();
    for (const core::Area& area : areas.all())
        ranks->add(area.id, areaLabel(area));
    ranks->finish();
    return [ranks](std::uint32_t, const core::CaseFact& fact) { return ranks->of(fact.grid); };
}

KeyOf byHandler(const core::PeopleRegister& people) {
    auto persons = std::make_shared<NameRanks<core::PersonId>>();
    auto units = std::make_shared<NameRanks<core::OrganisationId>>();
    for (const core::Person& person : people.people())
        persons->add(person.id, QString::fromStdString(person.name));
    for (const core::Organisation& unit : people.organisations())
        units->add(unit.id, QString::fromStdString(unit.name));
    persons->finish();
    units->finish();
    const Key unitsAfter = static_cast<Key>(people.people().size()); // organisations come after persons
    return [persons, units, unitsAfter](std::uint32_t, const core::CaseFact& fact) {
        if (!fact.person.isNull())
            return persons->of(fact.person);
        const Key unit = units->of(fact.organisation);
        return unit == None ? None : unit + unitsAfter;
    };
}

KeyOf bySource(const std::vector<QString>& names) {
    NameRanks<std::size_t> ranks;
    for (std::size_t i = 0; i < names.size(); ++i)
        ranks.add(i, names[i]);
    ranks.finish();
    return [ranks](std::uint32_t, const core::CaseFact& fact) {
        return fact.source < 0 ? None : ranks.of(static_cast<std::size_t>(fact.source));
    };
}

KeyOf keysFromFacts(const CaseOrderWish& wish) {
    const core::Moment asOf = wish.asOf;
    switch (wish.column) {
    case CaseColumn::Lamp:
        return [asOf](std::uint32_t, const core::CaseFact& fact) { return Key{4 - gis::urgency(fact.lampAt(asOf))}; };
    case CaseColumn::State:
        return [asOf](std::uint32_t, const core::CaseFact& fact) { return static_cast<Key>(fact.stateAt(asOf)); };
    case CaseColumn::Category:
        return byCategory(*wish.categories);
    case CaseColumn::Grid:
        return byGrid(*wish.areas);
    case CaseColumn::Handler:
        return byHandler(*wish.people);
    case CaseColumn::Due:
        return [](std::uint32_t, const core::CaseFact& fact) { return keyOfTime(fact.due); };
    case CaseColumn::Remaining:
        return [asOf](std::uint32_t, const core::CaseFact& fact) {
            const bool isOpen = core::classOf(fact.stateAt(asOf)) == core::CaseClass::Open;
            return isOpen ? keyOfTime(fact.due) : None;
        };
    case CaseColumn::Closed:
        return [](std::uint32_t, const core::CaseFact& fact) { return keyOfTime(fact.closed); };
    case CaseColumn::Source:
        return bySource(wish.sourceNames);
    default:
        return [](std::uint32_t, const core::CaseFact& fact) { return fact.reported; };
    }
}

/// A text and its place in the order of the language, or a quantity.
core::Result<std::vector<Key>> keysFromTexts(core::Connection& connection, const core::CaseFacts& facts, const core::Selection& rows,
                                             CaseColumn column) {
    std::vector<core::CaseId> ids;
    ids.reserve(rows.size());
    for (const std::uint32_t row : rows)
        ids.push_back(facts[row].id);
    const auto texts = core::loadTexts(connection, ids);
    if (!texts)
        return core::fail(texts);
    std::vector<Key> keys(rows.size(), None);
    if (column == CaseColumn::Quantity) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            if ((*texts)[i].quantity)
                keys[i] = static_cast<Key>(*(*texts)[i].quantity * 1000);
        return keys;
    }
    NameRanks<std::size_t> ranks;
    for (std::size_t i = 0; i < rows.size(); ++i)
        ranks.add(i, QString::fromStdString(column == CaseColumn::Address ? (*texts)[i].address : (*texts)[i].description));
    ranks.finish();
    for (std::size_t i = 0; i < rows.size(); ++i)
        keys[i] = ranks.of(i);
    return keys;
}

core::Selection ordered(const core::Selection& rows, const std::vector<Key>& keys, bool isDescending) {
    std::vector<std::pair<Key, std::uint32_t>> pairs;
    pairs.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        pairs.emplace_back(isDescending && keys[i] != None ? -keys[i] : keys[i], rows[i]);
    std::sort(pairs.begin(), pairs.end());
    core::Selection sorted;
    sorted.reserve(pairs.size());
    for (const auto& [key, row] : pairs)
        sorted.push_back(row);
    return sorted;
}

} // namespace

bool isSortedByText(CaseColumn column) {
    return column == CaseColumn::Description || column == CaseColumn::Address || column == CaseColumn::Quantity;
}

core::Result<void> CaseOrder::rankNumbers(const CaseOrderWish& wish, const Connect& connect) {
    const core::CaseFacts& facts = *wish.facts;
    if (m_numberRanks.size() == facts.size() && m_numbers == wish.numbers)
        return {};
    const auto connection = connect();
    if (!connection)
        return core::fail(connection);
    const auto ids = core::idsByNumber(**connection);
    if (!ids)
        return core::fail(ids);
    m_numberRanks.assign(facts.size(), 0);
    std::uint32_t rank = 0;
    for (const core::CaseId id : *ids)
        if (const auto row = facts.rowOf(id))
            m_numberRanks[*row] = rank++;
    m_numbers = wish.numbers;
    return {};
}

core::Result<core::Selection> CaseOrder::sorted(const CaseOrderWish& wish, const Connect& connect) {
    const core::Selection& rows = *wish.rows;
    std::vector<Key> keys;
    if (isSortedByText(wish.column)) {
        const auto connection = connect();
        if (!connection)
            return core::fail(connection);
        auto read = keysFromTexts(**connection, *wish.facts, rows, wish.column);
        if (!read)
            return core::fail(read);
        keys = std::move(*read);
    } else if (wish.column == CaseColumn::Number) {
        if (const auto ranked = rankNumbers(wish, connect); !ranked)
            return core::fail(ranked);
        keys.reserve(rows.size());
        for (const std::uint32_t row : rows)
            keys.push_back(m_numberRanks[row]);
    } else {
        const KeyOf keyOf = keysFromFacts(wish);
        keys.reserve(rows.size());
        for (const std::uint32_t row : rows)
            keys.push_back(keyOf(row, (*wish.facts)[row]));
    }
    return ordered(rows, keys, wish.order == Qt::DescendingOrder);
}

} // namespace gridwarden::app
