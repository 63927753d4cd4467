// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changeset.h"

#include "core/store/changeset_format.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace gridwarden::core {

namespace {

tl::unexpected<Error> fault(const char* key, int code, std::string argument = {}) {
    if (code == SQLITE_INTERRUPT) // see Interruption
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    return fail(ErrorCode::Database, {key, {std::move(argument)}}, {}, sqlite3_errstr(code));
}

struct Buffer {
    void* bytes = nullptr;
    int size = 0;
    Buffer() = default;
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer() { sqlite3_free(bytes); }
};

std::string valueText(sqlite3_value* value) {
    const unsigned char* text = sqlite3_value_text(value);
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

/// The value of a column before (delete, update) or else after the change; null when it did not change.
sqlite3_value* either(sqlite3_changeset_iter* iterator, int operation, int column) {
    sqlite3_value* value = nullptr;
    if (operation != SQLITE_INSERT)
        sqlite3changeset_old(iterator, column, &value);
    if (value == nullptr && operation != SQLITE_DELETE)
        sqlite3changeset_new(iterator, column, &value);
    return value;
}

} // namespace

const std::set<std::string>& watchedTables() {
    static const std::set<std::string> tables = {
        "setting",  "area",       "area_member", "area_succession", "organisation", "person", "person_contact", "duty",
        "calendar", "category",   "limit_rule",  "case_source",     "case_report",  "step",   "photo",          "case_contact",
        "case_view", "activity", "activity_kind", "activity_plan", "handling_method", "dispatch_rule", "absence", "inbox_item",
        "figure_definition", "evaluation_scheme", "evaluation_mark", "summary_text", "publication",
        "person_certificate", "patrol_track"};
    return tables;
}

void Recorder::Deleter::operator()(sqlite3_session* session) const { sqlite3session_delete(session); }

Result<Recorder> Recorder::start(Connection& connection) {
    sqlite3_session* session = nullptr;
    int code = sqlite3session_create(connection.database().getHandle(), "main", &session);
    Recorder recorder{std::unique_ptr<sqlite3_session, Deleter>(session)};
    for (const std::string& table : watchedTables())
        if (code == SQLITE_OK)
            code = sqlite3session_attach(session, table.c_str());
    if (code != SQLITE_OK)
        return fault("database-fault", code);
    return recorder;
}

Result<std::string> Recorder::take() {
    Buffer buffer;
    const int code = sqlite3session_changeset(m_session.get(), &buffer.size, &buffer.bytes);
    if (code != SQLITE_OK)
        return fault("database-fault", code);
    return std::string(static_cast<const char*>(buffer.bytes), static_cast<std::size_t>(buffer.size));
}

Result<ChangesetContent> readChangeset(const std::string& changeset) {
    ChangesetContent content;
    if (changeset.empty())
        return content;
    if (!isWellFormedChangeset(changeset))
        return fault("changeset-unreadable", SQLITE_CORRUPT);
    sqlite3_changeset_iter* iterator = nullptr;
    int code = sqlite3changeset_start(&iterator, static_cast<int>(changeset.size()),
                                      const_cast<char*>(changeset.data())); // the C interface takes void*
    if (code != SQLITE_OK)
        return fault("changeset-unreadable", code);
    while (sqlite3changeset_next(iterator) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect);
        const std::string name(table);
        if (!watchedTables().contains(name)) {
            sqlite3changeset_finalize(iterator);
            return fail(ErrorCode::Database, {"changeset-unreadable", {name}}, name);
        }
        // In every watched table the key is the first column (of a contact: its case); in steps and photos the second names the case.
        if (sqlite3_value* key = either(iterator, operation, 0)) {
            std::string text = valueText(key);
            if (text.empty()) { // without memory for the text
                sqlite3changeset_finalize(iterator);
                return fault("changeset-unreadable", SQLITE_NOMEM);
            }
            content.rows.emplace(name, std::move(text));
        }
        const bool ofCase = name == "step" || name == "photo";
        if (sqlite3_value* value = ofCase                  ? either(iterator, operation, 1)
                                   : name == "case_report" || name == "case_contact" ? either(iterator, operation, 0)
                                                                                      : nullptr)
            content.cases.insert(sqlite3_value_int64(value));
    }
    code = sqlite3changeset_finalize(iterator);
    if (code != SQLITE_OK)
        return fault("changeset-unreadable", code);
    return content;
}

Result<void> applyInverse(Connection& connection, const std::string& changeset) {
    if (const auto content = readChangeset(changeset); !content) // also: it would write elsewhere than in watched tables
        return fail(content);
    Buffer inverse;
    int code = sqlite3changeset_invert(static_cast<int>(changeset.size()), changeset.data(), &inverse.size, &inverse.bytes);
    if (code != SQLITE_OK)
        return fault("changeset-unreadable", code);
    std::string conflict;
    code = sqlite3changeset_apply(
        connection.database().getHandle(), inverse.size, inverse.bytes, nullptr,
        [](void* context, int, sqlite3_changeset_iter* iterator) {
            const char* table = nullptr;
            int columns = 0;
            int operation = 0;
            int indirect = 0;
            if (sqlite3changeset_op(iterator, &table, &columns, &operation, &indirect) == SQLITE_OK && table != nullptr)
                *static_cast<std::string*>(context) = table;
            return SQLITE_CHANGESET_ABORT;
        },
        &conflict);
    if (code != SQLITE_OK)
        return fault("changeset-conflict", code, conflict);
    return {};
}

} // namespace gridwarden::core
