// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/publication.h"

#include "core/base/text.h"

namespace gridwarden::core {

namespace {

Publication publicationFrom(const Row& row) {
    Publication publication{row.id<PublicationId>(0), row.moment(1), row.text(2), row.text(3), {}, row.text(6)};
    if (const auto from = row.optionalDay(4), to = row.optionalDay(5); from && to)
        publication.period = {*from, *to};
    return publication;
}

} // namespace

Result<std::vector<Publication>> publications(Connection& connection, std::string_view kind) {
    return connection.rows("SELECT id, at, kind, title, first, last, '' FROM publication WHERE ?1 = '' OR kind = ?1 ORDER BY at DESC, id DESC", {kind},
                           publicationFrom);
}

Result<Publication> loadPublication(Connection& connection, PublicationId id) {
    auto found = connection.first("SELECT id, at, kind, title, first, last, content FROM publication WHERE id = ?", {id}, publicationFrom);
    if (!found)
        return fail(found);
    if (!*found)
        return fail(ErrorCode::NotFound, {"publication-unknown", {std::to_string(id.value())}});
    return std::move(**found);
}

Message publicationLabel(const Publication& publication) {
    std::string key = "publish-";
    key += publication.kind;
    return {std::move(key), {publication.title}};
}

Result<PublicationId> publish(Change& change, const Publication& publication) {
    if (trimmed(publication.title).empty())
        return fail(ErrorCode::BadInput, {"publication-without-title", {}});
    const auto id = change.newId<PublicationId>();
    const auto done =
        change.connection().run("INSERT INTO publication(id, at, kind, title, first, last, content) VALUES (?,?,?,?,?,?,?)",
                                {id, change.at(), publication.kind, publication.title, publication.period.from, publication.period.to, publication.content});
    if (!done)
        return fail(done);
    return id;
}

} // namespace gridwarden::core
