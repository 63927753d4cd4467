// SPDX-License-Identifier: GPL-3.0-or-later
// How expected failures travel: as values. Nothing in Gridwarden throws across a function boundary.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace gridwarden::core {

/// What a caller can act on; the sentence for people comes from Message.
enum class ErrorCode {
    BadInput,    ///< the given value, file or row cannot be used
    NotFound,    ///< what was named does not exist
    Exists,      ///< would overwrite or duplicate something
    Refused,     ///< a rule of the district does not allow it now
    Io,          ///< the operating system refused (path, permission, space)
    Database,    ///< SQLite reported a fault
    NotDistrict, ///< the file is not a district
    NewerSchema, ///< the district was written by a newer version
    OlderSchema, ///< the district has to be migrated before it can be written
    Damaged,     ///< the file's content is damaged
    Locked,      ///< another program holds the file
    ReadOnly,    ///< the district was opened for reading only
    Cancelled,   ///< the user stopped it
    Unsupported, ///< a format or transformation that is not available
    Internal     ///< a broken assumption
};

/// A text for people as a stable key and its arguments; app/text turns it into a sentence in the user's language.
struct Message {
    std::string key;
    std::vector<std::string> arguments;
    bool operator==(const Message&) const = default;
};

struct Error {
    ErrorCode code;
    Message what;
    std::string subject; ///< file, layer or record concerned, with row and field where there are any
    std::string detail;  ///< the library's own words, for the log
};

template <class T> using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, {"area-unknown", {code}});`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, Message what, std::string subject = {},
                                                std::string detail = {}) {
    return tl::unexpected<Error>(Error{code, std::move(what), std::move(subject), std::move(detail)});
}

/// Passes the error of one Result on as the error of another.
template <class T> [[nodiscard]] tl::unexpected<Error> fail(const Result<T>& failed) {
    return tl::unexpected<Error>(failed.error());
}

} // namespace gridwarden::core
