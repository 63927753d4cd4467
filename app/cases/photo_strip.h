// SPDX-License-Identifier: GPL-3.0-or-later
// A row of small photos: of a case as it is stored, or new ones being added by button, drop or paste.
#pragma once

#include "core/cases/case_store.h"

#include <QPixmap>
#include <QWidget>
#include <vector>

class QHBoxLayout;
class QMimeData;
class QToolButton;

namespace gridwarden::app {

class PhotoStrip : public QWidget {
    Q_OBJECT
  public:
    /// An editable strip offers to add and to remove.
    explicit PhotoStrip(bool isEditable, QWidget* parent = nullptr);

    /// Zone of camera clocks that say none.
    void setTimeZone(const core::TimeZone& zone) { m_zone = zone; }
    /// Photos of a case; their files lie in `folder`.
    void setPhotos(const std::vector<core::Photo>& photos, const std::filesystem::path& folder);
    /// Prepares the files as new photos. What cannot be read is told by `refused` and left out.
    void addFiles(const QStringList& files);
    [[nodiscard]] const std::vector<core::PhotoDraft>& drafts() const { return m_drafts; }
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    void clear();

    /// The picture files of a drag, empty when it carries none.
    [[nodiscard]] static QStringList pictureFiles(const QMimeData* data);

  signals:
    void refused(const QString& reason);
    void changed();

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    struct Entry {
        QString file;
        QString caption; ///< name, kind and time
        QToolButton* button;
    };
    void addEntry(const QString& file, const QString& caption, const std::string& thumbnail);
    void choose();
    void open(int position);
    void removeAt(int position);
    bool m_isEditable;
    core::TimeZone m_zone;
    std::vector<core::PhotoDraft> m_drafts; ///< beside m_entries in an editable strip
    std::vector<Entry> m_entries;
    QHBoxLayout* m_row;
    QToolButton* m_add;
};

} // namespace gridwarden::app
