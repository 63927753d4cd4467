// SPDX-License-Identifier: GPL-3.0-or-later
// A row of small photos and papers: those of a case as they are stored, or new ones being added by button, drop or
// paste.
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>
#include <optional>
#include <vector>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QMimeData;
class QToolButton;

namespace gridwarden::app {

class PhotoAdding;

class PhotoStrip : public QWidget {
    Q_OBJECT
public:
    /// An editable strip offers to add and to remove.
    PhotoStrip(Workspace& workspace, bool isEditable, QWidget* parent = nullptr);

    /// What belongs to a case, with notes on how it compares with it. \pre a district is open
    void setCase(const core::CaseRecord& record);
    /// Files that belong to no case yet, to be looked at.
    void setFiles(const std::vector<core::PhotoDraft>& files);
    /// Prepares the files as new photos and papers, beside the window. What cannot be read is told by `refused` and
    /// left out.
    void addFiles(const QStringList& files);
    void addFrom(const QMimeData* carried); ///< of a drop or of the clipboard
    [[nodiscard]] static bool accepts(const QMimeData* carried);
    [[nodiscard]] bool isPreparing() const;
    [[nodiscard]] const std::vector<core::PhotoDraft>& drafts() const { return m_drafts; }
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    /// Where the first photo of before and the last of after stand among the pictures; where there are no such two, the
    /// first and the last picture. None with fewer than two pictures.
    [[nodiscard]] std::optional<std::pair<int, int>> compared() const;
    /// What is dragged to other programs: a file under a name that people read. Null where that is so large that it has
    /// to be copied beside the window first.
    [[nodiscard]] QMimeData* dragged(int position) const;
    void clear();

signals:
    void refused(const QString& reason);
    void added(const gridwarden::core::PhotoDraft& draft);
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        core::Photo photo;
        QString file;
        QString caption; ///< name, kind and time
        QString note;
        QToolButton* button;
        [[nodiscard]] bool isPaper() const { return photo.kind == core::PaperKind; }
    };
    void buildAdding();
    void addEntry(Entry entry);
    void take(const core::PhotoDraft& draft);
    void followCount();
    void showMenu(QToolButton* button, QPoint at);
    void choose();
    void open(int position);
    void compare();
    void prepareAgain();
    void dropEntries();
    void removeAt(int position);
    void drag(int position);
    [[nodiscard]] int positionOf(const QObject* button) const;
    [[nodiscard]] std::vector<int> pictures() const; ///< positions of what is no paper
    [[nodiscard]] QString nameOf(int position) const;
    Workspace& m_workspace;
    bool m_isEditable;
    QString m_number; ///< of the case
    PhotoAdding* m_adding;
    std::vector<core::PhotoDraft> m_drafts; ///< beside m_entries in an editable strip
    std::vector<Entry> m_entries;
    QHBoxLayout* m_row;
    QToolButton* m_compare;
    QToolButton* m_add;
    QLabel* m_preparing;
    QCheckBox* m_originals;
    std::optional<QPoint> m_pressed; ///< where the mouse was, until that becomes a drag
};

} // namespace gridwarden::app
