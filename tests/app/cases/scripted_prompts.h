// SPDX-License-Identifier: GPL-3.0-or-later
// Answers the questions that the program would ask in dialogs.
#pragma once

#include "app/workspace/prompts.h"

#include <functional>

namespace gridwarden::test {

/// In use from its making to its end.
class ScriptedPrompts : public app::Prompts {
  public:
    ScriptedPrompts() { app::setPrompts(this); }
    ~ScriptedPrompts() override { app::setPrompts(nullptr); }
    ScriptedPrompts(const ScriptedPrompts&) = delete;
    ScriptedPrompts& operator=(const ScriptedPrompts&) = delete;
    QString file; ///< for opening and saving
    QString line; ///< of text
    bool confirms = false;
    QStringList asked;                             ///< what was to be confirmed
    std::function<void(QWidget* parent)> meanwhile; ///< happens while a file to save is chosen
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return file; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {file}; }
    QString fileToSave(QWidget* parent, const QString&, const QString&, const QString&) override {
        if (meanwhile)
            meanwhile(parent);
        return file;
    }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString& question, const QString&) override {
        asked << question;
        return confirms;
    }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return line; }
};

} // namespace gridwarden::test
