// SPDX-License-Identifier: GPL-3.0-or-later
// Reading an archive entry by entry with its manifest beside it, trusting neither.
#pragma once

#include "core/archive/manifest.h"
#include "core/store/verified_copy.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace gridwarden::core {

/// Takes the bytes of an entry piece by piece.
using EntrySink = std::function<Result<void>(std::string_view piece)>;

class ArchiveReading {
  public:
    /// Reads the manifest. Errors: see unpackDistrict.
    [[nodiscard]] static Result<ArchiveReading> open(const std::filesystem::path& archive);
    ~ArchiveReading();
    ArchiveReading(ArchiveReading&&) noexcept;
    ArchiveReading& operator=(ArchiveReading&&) = delete;

    [[nodiscard]] const Manifest& manifest() const;
    /// Reads the entries to the end, each compared with the manifest; `sinkFor` says where the bytes of a file go (an empty sink: nowhere).
    /// Once only. Errors: see unpackDistrict; those of the sinks.
    Result<void> readAll(const std::function<Result<EntrySink>(const ManifestFile&)>& sinkFor, const CopyProgress& progress);

  private:
    struct State;
    explicit ArchiveReading(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace gridwarden::core
