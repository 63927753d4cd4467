// SPDX-License-Identifier: GPL-3.0-or-later
// A file layer below SQLite for tests: every call it makes can be watched, made to fail, or be the last one before a power cut.
// It stands in front of SQLite's own layer as the default one, so that the code under test runs unchanged.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::test {

enum class CallKind { Open, Read, Write, Truncate, Sync, Delete, Access, Size, Lock };

struct FileCall {
    CallKind kind;
    std::string_view path;
    std::int64_t offset = 0;       ///< of a write; the new size of a truncation
    std::string_view bytes = {};   ///< of a write
    bool isCreation = false;       ///< an open that may make the file
    bool isJournal = false;        ///< SQLite syncs the folder with the first sync of a journal it made
    bool syncsFolder = false;      ///< of a deletion
};

/// What becomes of a call: an SQLite error code (0: it goes through), for a write the share that is written all the same,
/// and whether the call is made before the error is returned.
struct Fate {
    int code = 0;
    double writtenShare = 0;
    bool isMade = false;
};

/// The default file layer for as long as it lives. \pre no connection outlives it; one at a time.
class TroubleFiles {
  public:
    TroubleFiles();
    ~TroubleFiles();
    TroubleFiles(const TroubleFiles&) = delete;
    TroubleFiles& operator=(const TroubleFiles&) = delete;

    std::function<Fate(const FileCall&)> before; ///< empty: all goes through
    std::function<void(const FileCall&)> after;  ///< called after each call that went through

    struct Layer;

  private:
    std::unique_ptr<Layer> m_layer;
};

/// What a disk holds if the power goes now: what was synced, and of the rest any part. Fed with the calls that went through.
class PowerCut {
  public:
    void watch(const FileCall& call);
    /// Writes the surviving files into `folder`. `keep` is the chance of what was not synced to survive; in between, writes
    /// are torn by sector as well.
    void write(const std::string& folder, double keep, std::mt19937& random) const;

  private:
    struct Pending {
        bool isTruncation;
        std::int64_t offset;
        std::string bytes;
    };
    struct File {
        std::string synced;
        std::vector<Pending> pending;
        bool isThere = true;        ///< for the running system
        bool isListed = true;       ///< in the folder as it was last synced
        bool isNewJournal = false;
        std::shared_ptr<const File> removed; ///< what the folder still lists under this name
    };
    static std::string survivor(const File& file, double keep, std::mt19937& random);
    void syncFolder();
    std::map<std::string, File> m_files;
};

} // namespace gridwarden::test
