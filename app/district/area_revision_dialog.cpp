// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/area_revision_dialog.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace gridwarden::app {

namespace {

class AreaRevisionDialog : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::AreaRevisionDialog)
  public:
    AreaRevisionDialog(Workspace& workspace, core::AreaRevision revision, std::string labelKey, std::function<void()> done, QWidget* parent)
        : QDialog(parent), m_workspace(workspace), m_revision(std::move(revision)), m_labelKey(std::move(labelKey)), m_done(std::move(done)),
          m_fromDay(new QRadioButton(tr("New borders from this day on"), this)), m_day(new DayField(QStringLiteral("revisionDay"), tr("first day"), this)),
          m_correction(new QRadioButton(tr("Correction: they had been drawn wrongly all along"), this)), m_reason(new QComboBox(this)), m_fault(new QLabel(this)),
          m_save(nullptr) {
        setObjectName(QStringLiteral("areaRevision"));
        setWindowTitle(tr("Save the new borders"));
        setAttribute(Qt::WA_DeleteOnClose);
        const core::District& district = *m_workspace.district();
        m_day->setDay(district.timeZone().day(core::now()));
        m_fromDay->setChecked(true);
        m_correction->setObjectName(QStringLiteral("revisionCorrection"));
        const bool isSameAreas = m_revision.added.empty() && m_revision.ended.empty();
        m_correction->setVisible(isSameAreas);
        m_reason->setObjectName(QStringLiteral("revisionReason"));
        m_reason->setEditable(true);
        m_reason->addItems({tr("Borders adjusted"), tr("Workload balanced"), tr("Street built or closed"), tr("Administrative border changed"), tr("Drawing corrected")});
        auto* const column = new QVBoxLayout(this);
        column->setSpacing(8);
        column->addWidget(makeNote(summary(), this));
        auto* const days = new QHBoxLayout;
        days->addWidget(m_fromDay);
        days->addWidget(m_day);
        days->addStretch();
        column->addLayout(days);
        column->addWidget(m_correction);
        auto* const fields = new QWidget(this);
        auto* const form = makeForm(fields);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(tr("Reason"), m_reason);
        addNewAreas(*form);
        column->addWidget(fields);
        column->addWidget(makeNote(tr("Cases keep the area of their day; counted by today's areas they follow the new borders. Belongings and duties go over to the areas that follow."), this));
        m_fault->setObjectName(QStringLiteral("revisionFault"));
        m_fault->setWordWrap(true);
        m_fault->hide();
        column->addWidget(m_fault);
        auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
        m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
        m_save->setObjectName(QStringLiteral("revisionSave"));
        m_save->setDefault(true);
        column->addWidget(buttons);
        connect(buttons, &QDialogButtonBox::accepted, this, [this] { save(); });
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        connect(m_correction, &QRadioButton::toggled, m_day, &QWidget::setDisabled);
        connect(&workspace, &Workspace::districtClosing, this, &QDialog::reject);
        setMinimumWidth(480);
    }

  private:
    struct Fields {
        QLineEdit* code;
        QLineEdit* name;
    };

    [[nodiscard]] QString codeOf(core::AreaId id) const {
        const core::Area* const area = m_workspace.district()->areas().find(id);
        return area != nullptr ? QString::fromStdString(area->code) : QString();
    }
    [[nodiscard]] QStringList codesOf(const std::vector<core::AreaId>& ids) const {
        QStringList codes;
        for (const core::AreaId id : ids)
            codes << codeOf(id);
        return codes;
    }
    [[nodiscard]] QStringList changedCodes() const {
        QStringList codes;
        for (const core::AreaRevision::Changed& changed : m_revision.changed)
            codes << codeOf(changed.id);
        return codes;
    }
    [[nodiscard]] QString summary() const {
        QStringList lines;
        if (!m_revision.changed.empty())
            lines << tr("Other ground: %1").arg(changedCodes().join(QStringLiteral(", ")));
        if (!m_revision.ended.empty())
            lines << tr("Ends: %1").arg(codesOf(m_revision.ended).join(QStringLiteral(", ")));
        if (!m_revision.added.empty())
            lines << tr("New: %n area(s)", nullptr, static_cast<int>(m_revision.added.size()));
        return lines.join(u'\n');
    }

    /// Serials go from west to east, of equal longitude from north to south.
    void addNewAreas(QFormLayout& form) {
        const core::AreaRegister& areas = m_workspace.district()->areas();
        const auto placeOf = [](const core::AreaRevision::Added& added) { return core::labelPoint(added.shape).value_or(core::GeoPoint{}); };
        std::sort(m_revision.added.begin(), m_revision.added.end(), [&](const auto& a, const auto& b) {
            const core::GeoPoint p = placeOf(a);
            const core::GeoPoint q = placeOf(b);
            return std::pair(p.longitude, -p.latitude) < std::pair(q.longitude, -q.latitude);
        });
        std::map<std::string, std::vector<std::size_t>> byPattern;
        for (std::size_t i = 0; i < m_revision.added.size(); ++i) {
            const core::Area* like = m_revision.added[i].from.empty() ? nullptr : areas.find(m_revision.added[i].from.front());
            if (const auto all = areas.ofKind(m_revision.kind); like == nullptr && !all.empty())
                like = all.front();
            byPattern[like != nullptr ? like->code : "1"].push_back(i);
        }
        std::vector<std::string> given;
        for (const auto& [like, members] : byPattern) {
            // Of two patterns that are the same but for the serial, the second goes on after the first.
            std::vector<std::string> codes = core::freeAreaCodes(areas, m_revision.kind, like, members.size() + given.size());
            std::erase_if(codes, [&](const std::string& code) { return std::find(given.begin(), given.end(), code) != given.end(); });
            for (std::size_t i = 0; i < members.size(); ++i) {
                m_revision.added[members[i]].code = codes[i];
                given.push_back(codes[i]);
            }
        }
        for (std::size_t i = 0; i < m_revision.added.size(); ++i) {
            const core::AreaRevision::Added& added = m_revision.added[i];
            auto* const row = new QHBoxLayout;
            const Fields fields{makeLine(u"revisionCode" + QString::number(i), this), makeLine(u"revisionName" + QString::number(i), this)};
            fields.code->setText(QString::fromStdString(added.code));
            fields.code->setMinimumWidth(150);
            fields.name->setPlaceholderText(tr("Name"));
            if (const core::Area* const from = added.from.empty() ? nullptr : areas.find(added.from.front()))
                fields.name->setText(QString::fromStdString(from->name));
            row->addWidget(fields.code);
            row->addWidget(fields.name, 1);
            const QString from = added.from.empty() ? QString() : tr(" (from %1)").arg(codesOf(added.from).join(QStringLiteral(", ")));
            form.addRow(tr("New area %1").arg(i + 1) + from, row);
            m_fields.push_back(fields);
        }
    }

    void showFault(const QString& text) {
        m_fault->setText(text);
        m_fault->setVisible(!text.isEmpty());
    }

    void save() {
        core::AreaRevision revision = m_revision;
        revision.day.reset();
        if (!m_correction->isChecked()) {
            const auto day = m_day->day();
            if (!day || !*day) {
                showFault(day ? tr("Give the first day of the new borders.") : text(day.error().what));
                return;
            }
            revision.day = **day;
        }
        const std::string reason(core::trimmed(m_reason->currentText().toStdString()));
        if (reason.empty()) {
            showFault(tr("Give a reason: it stands in the journal."));
            return;
        }
        QStringList concerned = codesOf(revision.ended) + changedCodes();
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            revision.added[i].code = core::trimmed(m_fields[i].code->text().toStdString());
            revision.added[i].name = core::trimmed(m_fields[i].name->text().toStdString());
            if (revision.ended.empty())
                concerned << QString::fromStdString(revision.added[i].code);
        }
        concerned.removeDuplicates();
        if (concerned.size() > 4)
            concerned = concerned.mid(0, 4) << QStringLiteral("…");
        const core::Message label{m_labelKey, {concerned.join(QStringLiteral(", ")).toStdString(), reason}};
        m_save->setEnabled(false);
        const QPointer<AreaRevisionDialog> self(this);
        m_workspace.changeAll(
            tr("Saving borders"), label,
            [revision, areas = m_workspace.district()->areaSnapshot(), people = m_workspace.district()->peopleSnapshot()](core::Change& change) {
                return core::reviseAreas(change, *areas, *people, revision);
            },
            [self, done = m_done](const core::Result<void>& result) {
                if (result)
                    done();
                if (!self)
                    return;
                if (result) {
                    self->accept();
                    return;
                }
                self->showFault(text(result.error().what));
                self->m_save->setEnabled(true);
            });
    }

    Workspace& m_workspace;
    core::AreaRevision m_revision;
    std::string m_labelKey;
    std::function<void()> m_done;
    QRadioButton* m_fromDay;
    DayField* m_day;
    QRadioButton* m_correction;
    QComboBox* m_reason;
    QLabel* m_fault;
    QPushButton* m_save;
    std::vector<Fields> m_fields;
};

} // namespace

void openAreaRevision(Workspace& workspace, core::AreaRevision revision, std::string labelKey, std::function<void()> done, QWidget* parent) {
    auto* const dialog = new AreaRevisionDialog(workspace, std::move(revision), std::move(labelKey), std::move(done), parent);
    dialog->setModal(true);
    dialog->show();
}

} // namespace gridwarden::app
