// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace on the small district, with a window whose editors a test opens and fills like a user.
#pragma once

#include "app/district/area_import_window.h"
#include "app/district/editors.h"
#include "app/district/record_editor.h"
#include "app/text/language.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "tests/support/small_district.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

namespace gridwarden::test {

/// Answers questions as a test says beforehand.
class ScriptedPrompts : public app::Prompts {
  public:
    ScriptedPrompts() { app::setPrompts(this); }
    ~ScriptedPrompts() override { app::setPrompts(nullptr); }
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return file; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {file}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override {
        ++asked;
        return answer;
    }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    QString file;
    bool answer = true;
    int asked = 0;
};

struct EditorFixture {
    SmallDistrict small;
    core::AreaId zone = small.zone;
    std::vector<core::AreaId> grids = small.grids;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    ScriptedPrompts prompts;
    QWidget window;

    explicit EditorFixture(core::Language language = core::Language::English) {
        app::setLanguage(language);
        REQUIRE(workspace.adopt(std::move(small.district)));
    }
    [[nodiscard]] core::District& district() { return *workspace.district(); }

    app::EditorWindow& open(app::EditorKind kind) {
        app::openEditor(kind, workspace, jobs, &window);
        const auto editors = window.findChildren<app::EditorWindow*>(QString(), Qt::FindDirectChildrenOnly);
        REQUIRE(!editors.empty());
        app::EditorWindow* const editor = editors.back();
        REQUIRE(QTest::qWaitForWindowExposed(editor));
        for (QTreeView* const view : editor->findChildren<QTreeView*>())
            new QAbstractItemModelTester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, view);
        return *editor;
    }
    app::RecordEditor& openList(app::EditorKind kind) {
        auto* const editor = qobject_cast<app::RecordEditor*>(&open(kind));
        REQUIRE(editor != nullptr);
        return *editor;
    }
    void waitForJobs() const {
        REQUIRE(QTest::qWaitFor([this] { return !jobs.isBusy() && !workspace.isBusy(); }, 20000));
        QTest::qWait(0);
    }
    template <class T> static T& part(QWidget& editor, const char* name) {
        T* const found = editor.findChild<T*>(QString::fromLatin1(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    /// Latin text comes from the keyboard, other text from the input method.
    static void enter(QWidget& field, const QString& text) {
        for (const QChar letter : text) {
            if (letter.unicode() < 128) {
                QTest::keyClick(&field, letter.toLatin1());
                continue;
            }
            QInputMethodEvent event;
            event.setCommitString(letter);
            QCoreApplication::sendEvent(&field, &event);
        }
    }
    static void type(QWidget& editor, const char* name, const QString& text) {
        auto& line = part<QLineEdit>(editor, name);
        REQUIRE(line.isEnabled());
        line.setFocus();
        line.selectAll();
        if (text.isEmpty())
            QTest::keyClick(&line, Qt::Key_Delete);
        else
            enter(line, text);
    }
    /// Chooses an entry by typing it whole, as with any list.
    static void pick(QWidget& editor, const char* name, const QString& text) {
        auto& box = part<QComboBox>(editor, name);
        if (box.isEditable()) {
            box.lineEdit()->selectAll();
            enter(*box.lineEdit(), text);
            QTest::keyClick(box.lineEdit(), Qt::Key_Return);
            return;
        }
        const int index = box.findText(text);
        INFO(text.toStdString());
        REQUIRE(index >= 0);
        box.setCurrentIndex(index);
        emit box.activated(index);
    }
    static void click(QWidget& editor, const char* name) {
        auto& button = part<QAbstractButton>(editor, name);
        INFO(name);
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(button.isCheckable() ? 8 : button.width() / 2, button.height() / 2));
    }
    static QString fault(QWidget& editor) {
        const auto& label = part<QLabel>(editor, "fault");
        return label.isVisible() ? label.text() : QString();
    }
    [[nodiscard]] QString lastLabel() {
        const auto entries = district().store().journal(1);
        REQUIRE(entries);
        return app::text(entries->front().label);
    }
    [[nodiscard]] std::size_t journalLength() {
        const auto entries = district().store().journal(1000);
        REQUIRE(entries);
        return entries->size();
    }
    /// A picture for looking at, where GRIDWARDEN_TEST_PICTURES names a folder.
    static void picture(QWidget& editor, const QString& name) {
        const QString folder = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(50); // layouts settle
        editor.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
};

} // namespace gridwarden::test
