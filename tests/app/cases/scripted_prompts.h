// SPDX-License-Identifier: GPL-3.0-or-later
// Answers the questions that the program would ask in dialogs.
#pragma once

#include "app/workspace/prompts.h"

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
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return file; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {file}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return confirms; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return line; }
};

} // namespace gridwarden::test
