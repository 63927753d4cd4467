// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and papers on their way to a case: read, copied beside the district and scaled by a job, in the order in which
// they were chosen.
#pragma once

#include "app/workspace/workspace.h"

#include <QStringList>
#include <QWidget>

class QMimeData;
class QTemporaryDir;

namespace gridwarden::app {

class PhotoAdding : public QObject {
    Q_OBJECT
public:
    PhotoAdding(Workspace& workspace, QWidget* window);
    ~PhotoAdding() override;

    /// What is in the clipboard or a drag: files, else a picture, which becomes one. Empty when it carries none.
    [[nodiscard]] static bool carriesFiles(const QMimeData* carried);
    [[nodiscard]] QStringList filesOf(const QMimeData* carried);

    /// Asks before what is very large; then prepares. Waits its turn while others are prepared.
    void add(const QStringList& files);
    /// Prepares what was prepared before, and what is under way, from the beginning: with another setKeepsOriginals.
    void addAgain(const QStringList& prepared);
    /// Gives up what is being prepared.
    void clear();
    [[nodiscard]] bool isPreparing() const { return m_job.has_value() || !m_waiting.isEmpty(); }
    /// The longer side of copies that the district wants, pixels; 0: it keeps originals.
    [[nodiscard]] int copyPixels() const;
    void setKeepsOriginals(bool keeps) { m_keepsOriginals = keeps; }

    static constexpr qint64 AskedAbove = 200'000'000; ///< bytes

signals:
    void prepared(const gridwarden::core::PhotoDraft& draft);
    void refused(const QString& reason);
    void preparingChanged();

private:
    struct Outcome;
    void start();
    void take(const Outcome& outcome);
    Workspace& m_workspace;
    QWidget* m_window;
    bool m_keepsOriginals = false;
    QStringList m_waiting;
    QStringList m_inWork;     ///< of the job
    std::optional<int> m_job; ///< 0 without jobs
    std::size_t m_round = 0;  ///< raised by clear: what was begun before does not count
    std::unique_ptr<QTemporaryDir> m_pasted;
    int m_pastedCount = 0;
};

} // namespace gridwarden::app
