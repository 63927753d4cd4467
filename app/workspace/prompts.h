// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the user (confirmations, files to open and save) behind one small interface, so that tests can answer them.
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace gridwarden::app {

class Prompts {
  public:
    virtual ~Prompts() = default;
    /// Empty when the user gives up. Filters as in QFileDialog.
    virtual QString fileToOpen(QWidget* parent, const QString& title, const QString& filters) = 0;
    virtual QStringList filesToOpen(QWidget* parent, const QString& title, const QString& filters) = 0;
    virtual QString fileToSave(QWidget* parent, const QString& title, const QString& suggestion, const QString& filters) = 0;
    virtual QString folder(QWidget* parent, const QString& title) = 0;
    /// Asks before something that cannot be undone; `action` is the verb on the button.
    virtual bool confirm(QWidget* parent, const QString& question, const QString& action) = 0;
    /// A choice between several ways to go on; -1 when the user gives up. The first action is the usual one.
    struct Choice {
        QString question;
        QString explanation;
        QStringList actions;
        bool isWarning = false;
    };
    virtual int choose(QWidget* parent, const Choice& choice);
    /// One line of text; null when the user gives up.
    virtual QString text(QWidget* parent, const QString& title, const QString& label, const QString& value) = 0;
};

/// The one in use: the real dialogs unless a test put its own in place.
[[nodiscard]] Prompts& prompts();
void setPrompts(Prompts* scripted); ///< null: back to the real ones; not owned

} // namespace gridwarden::app
