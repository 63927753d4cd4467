// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reliability/trouble_files.h"

#include "core/base/resources.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sqlite3.h>

namespace gridwarden::test {

namespace fs = std::filesystem;

struct TroubleFiles::Layer {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    TroubleFiles* owner = nullptr;

    [[nodiscard]] Fate fate(const FileCall& call) const { return owner->before ? owner->before(call) : Fate(); }
    void done(const FileCall& call) const {
        if (owner->after)
            owner->after(call);
    }
};

namespace {

struct OpenFile {
    sqlite3_file base;
    const TroubleFiles::Layer* layer;
    const char* path;
    bool isJournal;
    bool isWatched; ///< temporary files without a name are not
    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }

/// Runs a call through its fate.
template <class Make> int through(OpenFile& file, FileCall call, Make make) {
    if (!file.isWatched)
        return make();
    const Fate fate = file.layer->fate(call);
    if (fate.code != 0) {
        if (fate.isMade && make() == SQLITE_OK)
            file.layer->done(call);
        return fate.code;
    }
    const int code = make();
    if (code == SQLITE_OK)
        file.layer->done(call);
    return code;
}

FileCall callOn(const OpenFile& file, CallKind kind) {
    FileCall call{kind, file.isWatched ? std::string_view(file.path) : std::string_view()};
    call.isJournal = file.isJournal;
    return call;
}

int closeFile(sqlite3_file* file) { return of(file).real()->pMethods->xClose(of(file).real()); }

int readFile(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
    sqlite3_file* real = of(file).real();
    return through(of(file), callOn(of(file), CallKind::Read), [&] { return real->pMethods->xRead(real, into, amount, offset); });
}

int writeFile(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    OpenFile& open = of(file);
    sqlite3_file* real = open.real();
    FileCall call = callOn(open, CallKind::Write);
    call.offset = offset;
    call.bytes = std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(amount));
    const Fate fate = open.isWatched ? open.layer->fate(call) : Fate();
    if (fate.code != 0 && fate.writtenShare > 0) {
        const int part = static_cast<int>(amount * fate.writtenShare);
        call.bytes = call.bytes.substr(0, static_cast<std::size_t>(part));
        if (real->pMethods->xWrite(real, bytes, part, offset) == SQLITE_OK)
            open.layer->done(call);
    }
    if (fate.code != 0)
        return fate.code;
    const int code = real->pMethods->xWrite(real, bytes, amount, offset);
    if (code == SQLITE_OK && open.isWatched)
        open.layer->done(call);
    return code;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    sqlite3_file* real = of(file).real();
    FileCall call = callOn(of(file), CallKind::Truncate);
    call.offset = size;
    return through(of(file), call, [&] { return real->pMethods->xTruncate(real, size); });
}

int syncFile(sqlite3_file* file, int flags) {
    sqlite3_file* real = of(file).real();
    return through(of(file), callOn(of(file), CallKind::Sync), [&] { return real->pMethods->xSync(real, flags); });
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    sqlite3_file* real = of(file).real();
    return through(of(file), callOn(of(file), CallKind::Size), [&] { return real->pMethods->xFileSize(real, size); });
}

int lockFile(sqlite3_file* file, int level) {
    sqlite3_file* real = of(file).real();
    return through(of(file), callOn(of(file), CallKind::Lock), [&] { return real->pMethods->xLock(real, level); });
}

int unlockFile(sqlite3_file* file, int level) { return of(file).real()->pMethods->xUnlock(of(file).real(), level); }
int checkReserved(sqlite3_file* file, int* out) { return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), out); }
int controlFile(sqlite3_file* file, int what, void* argument) { return of(file).real()->pMethods->xFileControl(of(file).real(), what, argument); }
int sectorSize(sqlite3_file* file) { return of(file).real()->pMethods->xSectorSize(of(file).real()); }
int characteristics(sqlite3_file* file) { return of(file).real()->pMethods->xDeviceCharacteristics(of(file).real()); }

const sqlite3_io_methods Methods = {1,          closeFile,     readFile,    writeFile,   truncateFile, syncFile,        sizeOfFile, lockFile,
                                    unlockFile, checkReserved, controlFile, sectorSize,  characteristics, nullptr,     nullptr,    nullptr,
                                    nullptr,    nullptr,       nullptr};

const TroubleFiles::Layer& layerOf(sqlite3_vfs* vfs) { return *static_cast<const TroubleFiles::Layer*>(vfs->pAppData); }

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    const TroubleFiles::Layer& layer = layerOf(vfs);
    OpenFile& open = of(file);
    open.base.pMethods = nullptr;
    open.layer = &layer;
    open.path = name;
    open.isWatched = name != nullptr;
    open.isJournal = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    FileCall call = callOn(open, CallKind::Open);
    call.isCreation = (flags & SQLITE_OPEN_CREATE) != 0;
    const int code = through(open, call, [&] { return layer.real->xOpen(layer.real, name, open.real(), flags, outFlags); });
    if (open.real()->pMethods != nullptr) {
        if (code == SQLITE_OK)
            open.base.pMethods = &Methods;
        else
            open.real()->pMethods->xClose(open.real());
    }
    return code;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    const TroubleFiles::Layer& layer = layerOf(vfs);
    FileCall call{CallKind::Delete, name};
    call.syncsFolder = syncFolder != 0;
    const Fate fate = layer.fate(call);
    if (fate.code != 0 && !fate.isMade)
        return fate.code;
    if (fate.code != 0) // removed, but the folder could not be synced
        call.syncsFolder = false;
    const int code = layer.real->xDelete(layer.real, name, syncFolder);
    if (code == SQLITE_OK)
        layer.done(call);
    return fate.code != 0 ? fate.code : code;
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    const TroubleFiles::Layer& layer = layerOf(vfs);
    if (const Fate fate = layer.fate({CallKind::Access, name}); fate.code != 0)
        return fate.code;
    return layer.real->xAccess(layer.real, name, flags, out);
}

int fullPath(sqlite3_vfs* vfs, const char* name, int size, char* out) { return layerOf(vfs).real->xFullPathname(layerOf(vfs).real, name, size, out); }
int randomness(sqlite3_vfs* vfs, int size, char* out) { return layerOf(vfs).real->xRandomness(layerOf(vfs).real, size, out); }
int sleepFor(sqlite3_vfs*, int) { return 0; } // nobody else is at work: no waiting in tests
int lastError(sqlite3_vfs* vfs, int size, char* out) { return layerOf(vfs).real->xGetLastError(layerOf(vfs).real, size, out); }
int currentTime(sqlite3_vfs* vfs, double* out) { return layerOf(vfs).real->xCurrentTime(layerOf(vfs).real, out); }
int currentTime64(sqlite3_vfs* vfs, sqlite3_int64* out) { return layerOf(vfs).real->xCurrentTimeInt64(layerOf(vfs).real, out); }

} // namespace

TroubleFiles::TroubleFiles() : m_layer(std::make_unique<Layer>()) {
    Layer& layer = *m_layer;
    layer.owner = this;
    layer.real = sqlite3_vfs_find(nullptr);
    layer.vfs.iVersion = 2;
    layer.vfs.szOsFile = static_cast<int>(sizeof(OpenFile)) + layer.real->szOsFile;
    layer.vfs.mxPathname = layer.real->mxPathname;
    layer.vfs.zName = "trouble";
    layer.vfs.pAppData = m_layer.get();
    layer.vfs.xOpen = openFile;
    layer.vfs.xDelete = deleteFile;
    layer.vfs.xAccess = accessFile;
    layer.vfs.xFullPathname = fullPath;
    layer.vfs.xRandomness = randomness;
    layer.vfs.xSleep = sleepFor;
    layer.vfs.xGetLastError = lastError;
    layer.vfs.xCurrentTime = currentTime;
    layer.vfs.xCurrentTimeInt64 = currentTime64;
    sqlite3_vfs_register(&layer.vfs, /*makeDflt=*/1);
}

TroubleFiles::~TroubleFiles() {
    sqlite3_vfs_unregister(&m_layer->vfs);
    sqlite3_vfs_register(m_layer->real, 1);
}

void PowerCut::watch(const FileCall& call) {
    const std::string path(call.path);
    const auto known = m_files.find(path);
    switch (call.kind) {
    case CallKind::Open:
        if (known == m_files.end() || !known->second.isThere) {
            std::shared_ptr<const File> removed = known == m_files.end() ? nullptr : known->second.removed;
            File file;
            file.synced = core::readFile(path).value_or("");
            file.removed = std::move(removed);
            // A file with content was there before; an empty one was made by this call.
            if (file.synced.empty() && call.isCreation) {
                file.isListed = false;
                file.isNewJournal = call.isJournal;
            }
            m_files[path] = std::move(file);
        }
        break;
    case CallKind::Write:
        m_files[path].pending.push_back({false, call.offset, std::string(call.bytes)});
        break;
    case CallKind::Truncate:
        m_files[path].pending.push_back({true, call.offset, {}});
        break;
    case CallKind::Sync: {
        File& file = m_files[path];
        std::mt19937 unused;
        file.synced = survivor(file, 1, unused);
        file.pending.clear();
        if (std::exchange(file.isNewJournal, false))
            syncFolder();
        break;
    }
    case CallKind::Delete: {
        File& file = m_files[path];
        if (file.isThere && file.isListed)
            file.removed = std::make_shared<const File>(file);
        file.isThere = false;
        file.isListed = false;
        if (call.syncsFolder)
            syncFolder();
        break;
    }
    default:
        break;
    }
}

void PowerCut::syncFolder() {
    for (auto& [path, file] : m_files) {
        file.isListed = file.isThere;
        file.removed = nullptr;
    }
}

std::string PowerCut::survivor(const File& file, double keep, std::mt19937& random) {
    constexpr std::size_t Sector = 512;
    std::uniform_real_distribution<double> chance(0, 1);
    std::string content = file.synced;
    for (const Pending& pending : file.pending) {
        const auto offset = static_cast<std::size_t>(pending.offset);
        const bool survives = keep >= 1 || (keep > 0 && chance(random) < keep);
        if (pending.isTruncation) {
            if (survives)
                content.resize(offset);
            continue;
        }
        const bool isTorn = keep > 0 && keep < 1 && pending.bytes.size() >= Sector && chance(random) < 0.25;
        if (!survives && !isTorn)
            continue;
        if (content.size() < offset + pending.bytes.size())
            content.resize(offset + pending.bytes.size());
        if (!isTorn) {
            content.replace(offset, pending.bytes.size(), pending.bytes);
            continue;
        }
        for (std::size_t at = 0; at + Sector <= pending.bytes.size(); at += Sector) {
            const double luck = chance(random);
            if (luck < 0.45)
                content.replace(offset + at, Sector, pending.bytes, at, Sector);
            else if (luck < 0.55)
                for (std::size_t i = 0; i < Sector; ++i)
                    content[offset + at + i] = static_cast<char>(random());
        }
    }
    return content;
}

void PowerCut::write(const std::string& folder, double keep, std::mt19937& random) const {
    std::uniform_real_distribution<double> chance(0, 1);
    const auto put = [&](const std::string& path, const File& file) {
        const std::string content = survivor(file, keep, random);
        std::ofstream(fs::path(folder) / fs::path(path).filename(), std::ios::binary) << content;
    };
    for (const auto& [path, file] : m_files) {
        const bool isLucky = keep >= 1 || (keep > 0 && chance(random) < keep);
        if (file.isThere && (file.isListed || isLucky))
            put(path, file);
        else if (file.removed && !isLucky)
            put(path, *file.removed);
    }
}

} // namespace gridwarden::test
