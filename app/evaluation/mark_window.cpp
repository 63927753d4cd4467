// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/mark_window.h"

#include "app/cases/panel_text.h"
#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "app/text/subject_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/workspace.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int IdRole = Qt::UserRole;

class MarkWindow : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(MarkWindow)
  public:
    MarkWindow(Workspace& workspace, const core::EvaluationScheme& scheme, std::vector<core::EvaluationSubject> subjects, core::Period period, std::int64_t subject,
               QWidget* parent)
        : QDialog(parent), m_workspace(workspace), m_scheme(scheme), m_subjects(std::move(subjects)), m_period(period), m_item(new QComboBox(this)),
          m_subject(new ChoiceField(QStringLiteral("markSubject"), this)), m_score(new QDoubleSpinBox(this)), m_evidence(makeLine(QStringLiteral("markEvidence"), this)),
          m_marks(new QTreeWidget(this)), m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove"), this)) {
        setObjectName(QStringLiteral("markWindow"));
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(tr("Marks: %1").arg(QString::fromStdString(scheme.nameIn(language()))));
        resize(620, 480);
        build(subject);
        connect(m_item, &QComboBox::currentIndexChanged, this, [this] { fitScore(); });
        connect(m_remove, &QPushButton::clicked, this, [this] { remove(); });
        connect(m_marks, &QTreeWidget::itemSelectionChanged, this, [this] { m_remove->setEnabled(m_workspace.canWrite() && m_marks->currentItem() != nullptr); });
        connect(&workspace, &Workspace::changed, this, [this] { list(); });
        connect(&workspace, &Workspace::districtClosing, this, &QWidget::close);
        fitScore();
        list();
    }

  private:
    void build(std::int64_t subject) {
        m_item->setObjectName(QStringLiteral("markItem"));
        for (const core::SchemeItem& item : m_scheme.items)
            if (item.figure() == nullptr)
                m_item->addItem(QString::fromStdString(item.nameIn(language())), QString::fromStdString(item.key));
        std::vector<ChoiceField::Choice> choices;
        for (const core::EvaluationSubject& each : m_subjects)
            choices.push_back({subjectText(each), each.id});
        m_subject->setChoices(choices);
        m_subject->setValue(subject != 0 || choices.empty() ? subject : choices.front().value);
        m_score->setObjectName(QStringLiteral("markScore"));
        m_score->setDecimals(1);
        m_evidence->setPlaceholderText(tr("what it is given for: a document, a date, a finding"));
        m_marks->setObjectName(QStringLiteral("marks"));
        m_marks->setHeaderLabels({tr("For"), tr("Item"), tr("Mark"), tr("Period"), tr("Evidence")});
        m_marks->setRootIsDecorated(false);
        m_marks->setAlternatingRowColors(true);
        auto* const give = new QPushButton(icon(QLatin1String("plus")), tr("Give the mark"), this);
        give->setObjectName(QStringLiteral("giveTheMark"));
        give->setEnabled(m_workspace.canWrite());
        give->setDefault(true);
        connect(give, &QPushButton::clicked, this, [this] { add(); });
        m_remove->setObjectName(QStringLiteral("removeMark"));
        m_remove->setEnabled(false);
        auto* const form = makeForm(nullptr);
        form->addRow(tr("Item"), m_item);
        form->addRow(tr("For"), m_subject);
        form->addRow(tr("Mark"), m_score);
        form->addRow(tr("Evidence"), m_evidence);
        auto* const buttons = new QHBoxLayout;
        buttons->addWidget(makeLabel(tr("For %1 to %2; several marks count as their mean.")
                                         .arg(QString::fromStdString(core::dayText(m_period.from)), QString::fromStdString(core::dayText(m_period.to))),
                                     TextSize::Small, /*isMuted=*/true, this),
                           1);
        buttons->addWidget(m_remove);
        buttons->addWidget(give);
        auto* const all = new QVBoxLayout(this);
        all->setSpacing(Gap);
        all->addLayout(form);
        all->addLayout(buttons);
        all->addWidget(m_marks, 1);
    }

    [[nodiscard]] const core::SchemeItem* item() const { return m_scheme.item(m_item->currentData().toString().toStdString()); }

    void fitScore() {
        if (item() == nullptr)
            return;
        const double most = std::get<core::HandItem>(item()->source).outOf;
        m_score->setRange(item()->weight > 0 ? 0 : -most, most);
        m_score->setSuffix(tr(" of %1").arg(most));
    }

    void add() {
        const auto subject = m_subject->value();
        if (item() == nullptr || !subject || *subject == 0)
            return;
        core::EvaluationMark mark;
        mark.scheme = m_scheme.key;
        mark.item = item()->key;
        mark.subject = *subject;
        mark.period = m_period;
        mark.score = m_score->value();
        mark.evidence = m_evidence->text().trimmed().toStdString();
        if (m_workspace.change({"save-mark", {item()->name, m_subject->currentText().toStdString()}}, [&](core::Change& change) -> core::Result<void> {
                const auto saved = core::saveMark(change, m_scheme, mark);
                return saved ? core::Result<void>() : core::fail(saved);
            }))
            m_evidence->clear();
    }

    void remove() {
        if (m_marks->currentItem() == nullptr)
            return;
        const core::EvaluationMarkId id(m_marks->currentItem()->data(0, IdRole).toLongLong());
        m_workspace.change({"remove-mark", {}}, [id](core::Change& change) { return core::removeMark(change, id); });
    }

    void list() {
        core::Connection* const connection = m_workspace.connection();
        if (connection == nullptr)
            return;
        const auto marks = core::loadMarks(*connection, m_scheme.key);
        if (!marks)
            return m_workspace.notifyFault(marks.error());
        m_marks->clear();
        for (const core::EvaluationMark& mark : *marks) {
            if (mark.period.from < m_period.from || mark.period.to > m_period.to)
                continue;
            const auto subject = std::find_if(m_subjects.begin(), m_subjects.end(), [&](const auto& each) { return each.id == mark.subject; });
            const core::SchemeItem* const of = m_scheme.item(mark.item);
            auto* const line = new QTreeWidgetItem(
                m_marks, {subject == m_subjects.end() ? QStringLiteral("—") : subjectText(*subject),
                          QString::fromStdString(of == nullptr ? mark.item : of->nameIn(language())), QString::number(mark.score, 'f', 1),
                          QString::fromStdString(core::dayText(mark.period.from)) + u'–' + QString::fromStdString(core::dayText(mark.period.to)), QString::fromStdString(mark.evidence)});
            line->setData(0, IdRole, static_cast<qlonglong>(mark.id.value()));
            line->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        }
        for (int column = 0; column < m_marks->columnCount(); ++column)
            m_marks->resizeColumnToContents(column);
    }

    Workspace& m_workspace;
    core::EvaluationScheme m_scheme;
    std::vector<core::EvaluationSubject> m_subjects;
    core::Period m_period;
    QComboBox* m_item;
    ChoiceField* m_subject;
    QDoubleSpinBox* m_score;
    QLineEdit* m_evidence;
    QTreeWidget* m_marks;
    QPushButton* m_remove;
};

} // namespace

void openMarks(Workspace& workspace, const core::EvaluationScheme& scheme, std::vector<core::EvaluationSubject> subjects, core::Period period, std::int64_t subject,
               QWidget* parent) {
    auto* const window = new MarkWindow(workspace, scheme, std::move(subjects), period, subject, parent);
    window->show();
}

} // namespace gridwarden::app
