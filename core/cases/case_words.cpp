// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_words.h"

#include "core/base/text_terms.h"
#include "core/store/bulk_statement.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace gridwarden::core {

namespace {

/// So many rows are gone through by one statement: short enough that it never holds a commit up for long.
constexpr std::int64_t PageSize = 65'536;

using Ids = std::vector<CaseId>;

/// Of a part as an expression of the full-text table: its terms one after the other.
std::string phrase(const SearchPart& part) {
    std::string text = "\"" + part.terms;
    text.back() = '"'; // over the last blank
    return part.isOpen ? text + " *" : text;
}

/// A statement that takes a smallest id (exclusive) and a number of rows, page by page.
Result<Ids> pages(Connection& connection, std::string_view sql, const Value& wanted) {
    Ids ids;
    for (std::int64_t read = PageSize; read == PageSize;) {
        read = 0;
        const std::int64_t last = ids.empty() ? 0 : ids.back().value();
        const auto done = connection.each(sql, {wanted, last, PageSize}, [&](const Row& row) {
            ids.push_back(row.id<CaseId>(0));
            ++read;
            return true;
        });
        if (!done)
            return fail(done);
    }
    return ids;
}

/// \param part in lower case
bool containsAnyCase(std::string_view text, std::string_view part) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), [&](char a, char b) { return lower(a) == b; }) != text.end();
}

/// Goes through all numbers page by page, in the index that holds nothing else.
Result<Ids> withNumber(Connection& connection, const std::string& typed) {
    Ids ids;
    std::string number;
    std::int64_t id = 0;
    for (std::int64_t read = PageSize; read == PageSize;) {
        read = 0;
        const auto done = connection.each("SELECT id, number FROM case_report WHERE (number, id) > (?, ?) ORDER BY number, id LIMIT ?",
                                          {number, id, PageSize}, [&](const Row& row) {
                                              const std::string_view here = row.view(1);
                                              if (containsAnyCase(here, typed))
                                                  ids.push_back(row.id<CaseId>(0));
                                              if (++read == PageSize) {
                                                  number = here;
                                                  id = row.integer(0);
                                              }
                                              return true;
                                          });
        if (!done)
            return fail(done);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Ids united(const Ids& a, const Ids& b) {
    Ids all;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
    return all;
}

Ids common(const Ids& a, const Ids& b) {
    Ids both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

Ids without(const Ids& a, const Ids& b) {
    Ids rest;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
    return rest;
}

/// Answers one search.
class TextSearch {
  public:
    static Result<TextSearch> open(Connection& connection) {
        TextSearch search(connection);
        const auto read = connection.each("SELECT r.id, coalesce(s.description, r.description), coalesce(s.address, r.address) FROM case_words_stale w "
                                          "CROSS JOIN case_report r ON r.id = w.case_id CROSS JOIN case_state s ON s.case_id = r.id ORDER BY w.case_id",
                                          {}, [&](const Row& row) {
                                              search.m_staleIds.push_back(row.id<CaseId>(0));
                                              search.m_staleTexts.emplace_back(spacedTerms(row.text(1)), spacedTerms(row.text(2)));
                                              return true;
                                          });
        if (!read)
            return fail(read);
        return search;
    }

    /// In whose texts all of these are.
    [[nodiscard]] Result<Ids> inTexts(const std::vector<SearchPart>& parts) const {
        std::string expression; // both columns at once: the rarest word bounds the work
        for (const SearchPart& part : parts)
            expression += (expression.empty() ? "" : " AND ") + phrase(part);
        const auto indexed = pages(m_connection, "SELECT rowid FROM case_words WHERE case_words MATCH ?1 AND rowid > ?2 ORDER BY rowid LIMIT ?3", expression);
        if (!indexed)
            return indexed;
        Ids stale;
        for (std::size_t i = 0; i < m_staleIds.size(); ++i)
            if (std::all_of(parts.begin(), parts.end(), [&](const SearchPart& part) {
                    return containsPart(m_staleTexts[i].first, part) || containsPart(m_staleTexts[i].second, part);
                }))
                stale.push_back(m_staleIds[i]);
        return united(without(*indexed, m_staleIds), stale);
    }

  private:
    explicit TextSearch(Connection& connection) : m_connection(connection) {}
    Connection& m_connection;
    Ids m_staleIds; // what the index says of them is not believed
    std::vector<std::pair<std::string, std::string>> m_staleTexts; // terms of description and address
};

} // namespace

Result<void> keepWords(Connection& connection, const CaseReport& report, const DerivedCase& derived) {
    const std::string& description = derived.description ? *derived.description : report.description;
    const std::string& address = derived.address ? *derived.address : report.address;
    const auto indexed = connection.integer("SELECT count(*) FROM case_words WHERE rowid = ?", {report.id});
    if (!indexed)
        return fail(indexed);
    if (*indexed == 0) {
        const auto added = connection.run(InsertWordsSql, {report.id, spacedTerms(description), spacedTerms(address)});
        return added ? Result<void>() : fail(added);
    }
    const auto isSame = connection.integer("SELECT count(*) FROM case_state WHERE case_id = ? AND description IS ? AND address IS ?",
                                           {report.id, derived.description, derived.address});
    if (!isSame)
        return fail(isSame);
    if (*isSame == 0)
        if (const auto marked = connection.run("INSERT OR IGNORE INTO case_words_stale(case_id) VALUES (?)", {report.id}); !marked)
            return fail(marked);
    return {};
}

Result<void> rebuildWords(Connection& connection) {
    for (const char* sql : {"INSERT INTO case_words(case_words) VALUES ('delete-all')", "DELETE FROM case_words_stale"})
        if (const auto done = connection.run(sql); !done)
            return fail(done);
    auto insert = BulkStatement::prepare(connection, InsertWordsSql);
    if (!insert)
        return fail(insert);
    Result<void> written;
    const auto read = connection.each("SELECT r.id, coalesce(s.description, r.description), coalesce(s.address, r.address) FROM case_report r "
                                      "JOIN case_state s ON s.case_id = r.id ORDER BY r.id",
                                      {}, [&](const Row& row) {
                                          const std::string description = spacedTerms(row.text(1));
                                          const std::string address = spacedTerms(row.text(2));
                                          insert->add(row.integer(0));
                                          insert->add(description);
                                          insert->add(address);
                                          written = insert->run();
                                          return written.has_value();
                                      });
    return read ? written : read;
}

Result<std::vector<CaseId>> findText(Connection& connection, std::string_view text) {
    const auto search = TextSearch::open(connection);
    if (!search)
        return fail(search);
    std::optional<Ids> found;
    const auto narrow = [&](const Ids& ids) { found = found ? common(*found, ids) : ids; };
    std::vector<SearchPart> ofTexts; // what no number has
    for (SearchPart& part : searchParts(text)) {
        if (!part.hasDigit()) {
            if (part.terms.empty())
                return Ids(); // signs alone are in no index
            ofTexts.push_back(std::move(part));
            continue;
        }
        const auto numbered = withNumber(connection, part.typed);
        if (!numbered)
            return numbered;
        const auto worded = search->inTexts({part});
        if (!worded)
            return worded;
        narrow(united(*numbered, *worded));
    }
    if (!ofTexts.empty()) {
        const auto worded = search->inTexts(ofTexts);
        if (!worded)
            return worded;
        narrow(*worded);
    }
    return found.value_or(Ids());
}

} // namespace gridwarden::core
