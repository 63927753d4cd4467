// SPDX-License-Identifier: GPL-3.0-or-later
// What all editors of the district's lists are: a window beside the main one, with a line for faults and the buttons Discard and
// Save. It follows the district: an undo in the main window shows here at once, and it closes with the district.
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gridwarden::app {

class EditorWindow : public QWidget {
    Q_OBJECT
  public:
    EditorWindow(Workspace& workspace, const QString& title, QWidget* parent);
    /// Something was entered that is not saved yet.
    [[nodiscard]] bool isChanged() const { return m_isChanged; }
    /// Shows what the district holds now. Unsaved entries are kept.
    virtual void refresh() = 0;

  protected:
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }
    [[nodiscard]] core::District& district() const { return *m_workspace.district(); }
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    [[nodiscard]] QHBoxLayout* buttons() const { return m_buttons; } ///< left of Discard and Save
    /// Every field below a widget: entering something there makes Save possible.
    void watch(QWidget* form);
    void setChanged(bool changed);
    /// While it lives, filling fields does not count as entering something.
    class Filling {
      public:
        explicit Filling(EditorWindow& window) : m_window(window) { ++m_window.m_filling; }
        ~Filling() { --m_window.m_filling; }
        Filling(const Filling&) = delete;
        Filling& operator=(const Filling&) = delete;

      private:
        EditorWindow& m_window;
    };
    /// One journalled change; a fault shows in the line over the buttons.
    bool write(const core::Message& label, const core::Store::Body& body);
    /// As write, for one after which all cases are gone through: it goes on beside the window. The body runs on another thread and
    /// `then`, told whether it was done, only while the window is there.
    void writeBeside(const core::Message& label, core::Store::Body body, std::function<void(bool)> then);
    void showFault(const QString& text); ///< empty: none
    /// The value of a field's Result; its fault is shown.
    template <class T> [[nodiscard]] std::optional<T> valueOr(const core::Result<T>& read) {
        if (!read)
            showFault(faultText(read.error()));
        return read ? std::optional<T>(*read) : std::nullopt;
    }

    virtual bool save() = 0; ///< false: not, or not yet
    virtual void discard() = 0; ///< shows what is stored again
    /// Whether a change makes it look again.
    [[nodiscard]] virtual bool concerns(const core::Touched& touched) const = 0;
    virtual void onWritableChanged(bool) {}
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void markChanged();
    void updateButtons();
    static QString faultText(const core::Error& error);
    Workspace& m_workspace;
    QVBoxLayout* m_content;
    QHBoxLayout* m_buttons;
    QLabel* m_fault;
    QPushButton* m_discard;
    QPushButton* m_save;
    bool m_isChanged = false;
    int m_filling = 0;
};

} // namespace gridwarden::app
