// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace gridwarden::app {

namespace {

class Dialogs : public Prompts {
  public:
    QString fileToOpen(QWidget* parent, const QString& title, const QString& filters) override {
        return QFileDialog::getOpenFileName(parent, title, {}, filters);
    }
    QStringList filesToOpen(QWidget* parent, const QString& title, const QString& filters) override {
        return QFileDialog::getOpenFileNames(parent, title, {}, filters);
    }
    QString fileToSave(QWidget* parent, const QString& title, const QString& suggestion, const QString& filters) override {
        return QFileDialog::getSaveFileName(parent, title, suggestion, filters);
    }
    QString folder(QWidget* parent, const QString& title) override { return QFileDialog::getExistingDirectory(parent, title); }
    bool confirm(QWidget* parent, const QString& question, const QString& action) override {
        QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), question, QMessageBox::Cancel, parent);
        QPushButton* const yes = box.addButton(action, QMessageBox::AcceptRole);
        box.setDefaultButton(QMessageBox::Cancel);
        box.exec();
        return box.clickedButton() == yes;
    }
    QString text(QWidget* parent, const QString& title, const QString& label, const QString& value) override {
        bool accepted = false;
        const QString typed = QInputDialog::getText(parent, title, label, QLineEdit::Normal, value, &accepted);
        if (!accepted)
            return {};
        return typed.isNull() ? QStringLiteral("") : typed;
    }
};

Prompts* scriptedPrompts = nullptr;

} // namespace

int Prompts::choose(QWidget* parent, const Choice& choice) {
    QMessageBox box(choice.isWarning ? QMessageBox::Warning : QMessageBox::Question, QCoreApplication::applicationName(), choice.question,
                    QMessageBox::Cancel, parent);
    box.setObjectName(QStringLiteral("choice"));
    box.setInformativeText(choice.explanation);
    QList<QPushButton*> buttons;
    for (const QString& action : choice.actions)
        buttons << box.addButton(action, QMessageBox::AcceptRole);
    if (!buttons.isEmpty())
        box.setDefaultButton(buttons.first());
    box.exec();
    for (int i = 0; i < buttons.size(); ++i)
        if (box.clickedButton() == buttons[i])
            return i;
    return -1;
}

Prompts& prompts() {
    static Dialogs dialogs;
    return scriptedPrompts != nullptr ? *scriptedPrompts : dialogs;
}

void setPrompts(Prompts* scripted) { scriptedPrompts = scripted; }

} // namespace gridwarden::app
