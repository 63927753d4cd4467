// SPDX-License-Identifier: GPL-3.0-or-later
// How saved views are written and read.
#include "app/cases/saved_view.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

using nlohmann::json;

namespace {

constexpr std::array<std::pair<ViewDays, std::string_view>, 5> DaysKeys = {{{ViewDays::Today, "today"},
                                                                            {ViewDays::Tomorrow, "tomorrow"},
                                                                            {ViewDays::Week, "week"},
                                                                            {ViewDays::Month, "month"},
                                                                            {ViewDays::Year, "year"}}};

core::Error unreadable(std::string member) {
    return {core::ErrorCode::BadInput, {"view-unreadable", {std::move(member)}}, {}, {}};
}

/// Reads the members of an object one by one; what was not asked for in the end is unknown.
class Members {
public:
    Members(const json& object, const char* name) {
        if (object.is_object())
            m_rest = object;
        else
            refuse(name);
    }

    template <class T, class Read> void list(const char* member, std::vector<T>& into, Read read) {
        const json values = take(member);
        if (values.is_null())
            return;
        if (!values.is_array() || values.empty() || values.size() > LongestList)
            return refuse(member);
        for (const json& value : values) {
            const std::optional<T> known = read(value);
            if (!known || std::find(into.begin(), into.end(), *known) != into.end())
                return refuse(member);
            into.push_back(*known);
        }
    }
    template <class Id> void ids(const char* member, std::vector<Id>& into) {
        list(member, into, [](const json& value) {
            return value.is_number_integer() && value > 0 && value < MostId
                       ? std::optional(Id(value.get<std::int64_t>()))
                       : std::nullopt;
        });
    }
    void flag(const char* member, bool& into) {
        if (const json value = take(member); value.is_boolean())
            into = value.get<bool>();
        else if (!value.is_null())
            refuse(member);
    }
    void text(const char* member, std::string& into) {
        if (const json value = take(member);
            value.is_string() && value.get_ref<const std::string&>().size() <= LongestText)
            into = value.get<std::string>();
        else if (!value.is_null())
            refuse(member);
    }
    template <class T, class Read> void key(const char* member, std::optional<T>& into, Read read) {
        std::string name;
        text(member, name);
        if (!name.empty() && !(into = read(name)))
            refuse(member);
    }
    void seenAgain(const char* member, std::optional<core::SeenAgain>& into) {
        const json value = take(member);
        if (value.is_null())
            return;
        Members rule(value, member);
        const json days = rule.take("days"), metres = rule.take("metres");
        if (rule.isRefused() || !days.is_number_integer() || !metres.is_number() || !(days > 0 && days <= MostDays) || !(metres > 0 && metres <= MostMetres))
            return refuse(member);
        into = core::SeenAgain{days.get<int>(), metres.get<double>()};
    }
    void days(const char* member, ViewDays& days, std::optional<core::Day>& from, std::optional<core::Day>& to) {
        const json value = take(member);
        if (value.is_null())
            return;
        if (value.is_string()) {
            const auto known = std::find_if(DaysKeys.begin(), DaysKeys.end(), [&](const auto& each) {
                return each.second == value.get_ref<const std::string&>();
            });
            if (known == DaysKeys.end())
                return refuse(member);
            days = known->first;
            return;
        }
        Members range(value, member);
        const auto dayFrom = [](const std::string& text) -> std::optional<core::Day> {
            const auto day = core::parseDay(text);
            return day ? std::optional(*day) : std::nullopt;
        };
        range.key("from", from, dayFrom);
        range.key("to", to, dayFrom);
        if (range.isRefused() || (!from && !to))
            refuse(member);
    }
    [[nodiscard]] json take(const char* member) {
        const auto found = m_rest.find(member);
        if (found == m_rest.end())
            return {};
        json value = std::move(*found);
        m_rest.erase(found);
        if (value.is_null())
            refuse(member);
        return value;
    }
    void refuse(const std::string& member) {
        if (m_refused.empty())
            m_refused = member;
    }
    /// Also of a member that nobody asked for.
    [[nodiscard]] bool isRefused() {
        if (m_refused.empty() && !m_rest.empty())
            m_refused = m_rest.begin().key();
        return !m_refused.empty();
    }
    [[nodiscard]] const std::string& refused() const { return m_refused; }

private:
    static constexpr std::size_t LongestList = 10'000;
    static constexpr std::size_t LongestText = 1000;
    static constexpr int MostDays = 3660, MostMetres = 10'000;
    static constexpr std::int64_t MostId = std::int64_t{1} << 53;
    json m_rest = json::object();
    std::string m_refused;
};

core::Result<void> readFilter(const json& document, SavedView& view) {
    core::Filter& filter = view.filter;
    Members members(document, "filter");
    const auto byKey = [](auto fromKey) {
        return [fromKey](const json& value) {
            return value.is_string() ? fromKey(value.get_ref<const std::string&>()) : std::nullopt;
        };
    };
    members.ids("areas", filter.areas);
    members.flag("my_zones", view.isInMyZones);
    members.flag("outside", filter.outside);
    members.ids("categories", filter.categories);
    members.list("states", filter.states, byKey([](const std::string& key) { return core::caseStateFromKey(key); }));
    members.list("sources", filter.sources, byKey([](const std::string& key) { return std::optional(key); }));
    members.ids("organisations", filter.organisations);
    members.ids("people", filter.people);
    members.list("lamps", filter.lamps, byKey([](const std::string& key) { return core::lampFromKey(key); }));
    members.flag("overdue", filter.overdueOnly);
    members.flag("reworked", filter.reworkedOnly);
    members.flag("urged", filter.urgedOnly);
    members.flag("problems", filter.problemsOnly);
    members.seenAgain("seen_again", filter.seenAgain);
    members.days("reported", view.reported, filter.from, filter.to);
    members.days("due", view.due, filter.dueFrom, filter.dueTo);
    members.text("text", filter.text);
    if (members.isRefused())
        return tl::unexpected(unreadable(members.refused()));
    if (int{filter.outside} + int{view.isInMyZones} + int{!filter.areas.empty()} > 1)
        return tl::unexpected(unreadable("areas"));
    return {};
}

core::Result<void> readOrder(const json& document, SavedView& view) {
    Members members(document, "sort");
    std::optional<CaseColumn> column;
    bool isDescending = false;
    members.key("column", column, columnFromKey);
    members.flag("descending", isDescending);
    if (members.isRefused() || !column)
        return tl::unexpected(unreadable("sort"));
    view.order = {*column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder};
    return {};
}

template <class T, class Name> void write(json& document, const char* member, const std::vector<T>& values, Name name) {
    for (const T& value : values)
        document[member].push_back(name(value));
}

void writeDays(json& document, const char* member, ViewDays days, std::optional<core::Day> from,
               std::optional<core::Day> to) {
    for (const auto& [known, key] : DaysKeys)
        if (days == known)
            document[member] = key;
    if (from)
        document[member]["from"] = core::dayText(*from);
    if (to)
        document[member]["to"] = core::dayText(*to);
}

} // namespace

std::string viewToText(const SavedView& view) {
    const core::Filter& filter = view.filter;
    json conditions = json::object();
    const auto id = [](auto each) { return each.value(); };
    write(conditions, "areas", filter.areas, id);
    write(conditions, "categories", filter.categories, id);
    write(conditions, "states", filter.states, core::caseStateKey);
    write(conditions, "sources", filter.sources, [](const std::string& key) { return key; });
    write(conditions, "organisations", filter.organisations, id);
    write(conditions, "people", filter.people, id);
    write(conditions, "lamps", filter.lamps, core::lampKey);
    const std::pair<const char*, bool> flags[] = {{"my_zones", view.isInMyZones},
                                                  {"outside", filter.outside},
                                                  {"overdue", filter.overdueOnly},
                                                  {"reworked", filter.reworkedOnly},
                                                  {"urged", filter.urgedOnly},
                                                  {"problems", filter.problemsOnly}};
    for (const auto& [member, isSet] : flags)
        if (isSet)
            conditions[member] = true;
    if (filter.seenAgain)
        conditions["seen_again"] = {{"days", filter.seenAgain->days}, {"metres", filter.seenAgain->metres}};
    writeDays(conditions, "reported", view.reported, filter.from, filter.to);
    writeDays(conditions, "due", view.due, filter.dueFrom, filter.dueTo);
    if (!filter.text.empty())
        conditions["text"] = filter.text;
    json document = {{"filter", conditions}};
    write(document, "columns", view.columns, columnKey);
    if (view.order)
        document["sort"] = {{"column", columnKey(view.order->column)},
                            {"descending", view.order->order == Qt::DescendingOrder}};
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

core::Result<SavedView> viewFromJson(const json& document) {
    SavedView view;
    Members members(document, "view");
    const json conditions = members.take("filter");
    members.list("columns", view.columns, [](const json& value) {
        return value.is_string() ? columnFromKey(value.get_ref<const std::string&>()) : std::nullopt;
    });
    const json order = members.take("sort");
    if (members.isRefused())
        return tl::unexpected(unreadable(members.refused()));
    if (const auto read = conditions.is_null() ? core::Result<void>() : readFilter(conditions, view); !read)
        return core::fail(read);
    if (const auto read = order.is_null() ? core::Result<void>() : readOrder(order, view); !read)
        return core::fail(read);
    return view;
}

core::Result<SavedView> viewFromText(std::string_view text) {
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded())
        return tl::unexpected(unreadable("view"));
    return viewFromJson(document);
}

} // namespace gridwarden::app
