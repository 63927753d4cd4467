// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/prompts.h"

#include "app/workspace/icon.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

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
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("choice"));
    dialog.setWindowTitle(QCoreApplication::applicationName());
    auto* const sign = new QLabel(&dialog);
    sign->setPixmap(icon(QLatin1String(choice.isWarning ? "triangle-alert" : "circle-question-mark")).pixmap(32));
    auto* const question = new QLabel(choice.question, &dialog);
    QFont large = question->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setBold(true);
    question->setFont(large);
    question->setWordWrap(true);
    auto* const explanation = new QLabel(choice.explanation, &dialog);
    explanation->setWordWrap(true);
    explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    explanation->setMinimumWidth(440);
    auto* const words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(question);
    words->addWidget(explanation);
    auto* const top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(sign, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    int chosen = -1;
    for (int i = 0; i < choice.actions.size(); ++i) {
        auto* const button = new QPushButton(choice.actions[i], &dialog);
        button->setDefault(i == 0);
        QObject::connect(button, &QPushButton::clicked, &dialog, [&dialog, &chosen, i] {
            chosen = i;
            dialog.accept();
        });
        row->addWidget(button);
    }
    auto* const cancel = new QPushButton(QCoreApplication::translate("Prompts", "Cancel"), &dialog);
    QObject::connect(cancel, &QPushButton::clicked, &dialog, &QDialog::reject);
    row->addWidget(cancel);
    auto* const column = new QVBoxLayout(&dialog);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(20);
    column->addLayout(top);
    column->addLayout(row);
    dialog.exec();
    return chosen;
}

Prompts& prompts() {
    static Dialogs dialogs;
    return scriptedPrompts != nullptr ? *scriptedPrompts : dialogs;
}

void setPrompts(Prompts* scripted) { scriptedPrompts = scripted; }

} // namespace gridwarden::app
