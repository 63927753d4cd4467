// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/district_settings.h"

#include "app/district/duty_labels.h"
#include "app/district/editor_window.h"
#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/base/text.h"
#include "core/cases/second_check.h"
#include "core/district_day_book.h"
#include "gis/crs/crs.h"
#include "gis/draw/attachment.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr const char* WindowName = "districtSettings";

class DistrictSettings : public EditorWindow {
    Q_DECLARE_TR_FUNCTIONS(DistrictSettings)
  public:
    DistrictSettings(Workspace& workspace, QWidget* parent);
    void refresh() override;

  protected:
    bool save() override;
    void discard() override { refresh(); }
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.settings; }
    void onWritableChanged(bool canWrite) override { m_fields->setEnabled(canWrite); }

  private:
    QWidget* m_fields;
    QLineEdit* m_name;
    QLineEdit* m_mapCrs;
    QLabel* m_mapCrsName;
    std::array<QLineEdit*, DutyLabelKeys.size()> m_labels{};
    QDoubleSpinBox* m_metres;
    QDoubleSpinBox* m_hours;
    QLineEdit* m_secondCheck;
    QLineEdit* m_shifts;
    QSpinBox* m_pixels;
};

DistrictSettings::DistrictSettings(Workspace& workspace, QWidget* parent)
    : EditorWindow(workspace, tr("District settings"), parent), m_fields(new QWidget(this)), m_name(makeLine(QStringLiteral("name"), m_fields)),
      m_mapCrs(makeLine(QStringLiteral("mapCrs"), m_fields)), m_mapCrsName(makeNote({}, m_fields)), m_metres(new QDoubleSpinBox(m_fields)),
      m_hours(new QDoubleSpinBox(m_fields)), m_secondCheck(makeLine(QStringLiteral("secondCheck"), m_fields)), m_shifts(makeLine(QStringLiteral("shifts"), m_fields)), m_pixels(new QSpinBox(m_fields)) {
    setObjectName(QString::fromLatin1(WindowName));
    m_mapCrs->setPlaceholderText(tr("Chosen from the first area"));
    m_metres->setObjectName(QStringLiteral("duplicateMetres"));
    m_metres->setRange(0, 5000);
    m_metres->setDecimals(0);
    m_metres->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_hours->setObjectName(QStringLiteral("duplicateHours"));
    m_hours->setRange(0, 24 * 60);
    m_hours->setDecimals(0);
    m_hours->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_pixels->setObjectName(QStringLiteral("photoPixels"));
    m_pixels->setRange(0, 20'000);
    m_pixels->setSingleStep(256);
    m_pixels->setSpecialValueText(tr("originals"));
    m_pixels->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* const form = makeForm(nullptr);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Coordinate system of the map"), m_mapCrs);
    form->addRow(QString(), m_mapCrsName);
    auto* const duties = new QGroupBox(tr("The five labels of duties"), m_fields);
    auto* const dutyForm = makeForm(duties);
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i] = makeLine(u"label-" + QString::fromLatin1(DutyLabelKeys[i]), duties);
        m_labels[i]->setPlaceholderText(word("duty_labels", DutyLabelKeys[i]));
        dutyForm->addRow(QString::fromStdString(core::wordNote("duty_labels", DutyLabelKeys[i], language())), m_labels[i]);
    }
    auto* const duplicates = new QGroupBox(tr("Possible duplicates"), m_fields);
    auto* const duplicateForm = makeForm(duplicates);
    duplicateForm->addRow(makeNote(tr("Open cases of the same category that are as near and as recent are shown when a case is entered."), duplicates));
    duplicateForm->addRow(tr("Distance in metres"), m_metres);
    duplicateForm->addRow(tr("Time in hours"), m_hours);
    auto* const closing = new QGroupBox(tr("Closing by four eyes"), m_fields);
    auto* const closingForm = makeForm(closing);
    closingForm->addRow(makeNote(tr("Who handled a case of these categories cannot close it before somebody else has checked it. Write “all”, or keys such as 2026:matter:09."), closing));
    m_secondCheck->setPlaceholderText(tr("For no category"));
    closingForm->addRow(tr("Categories"), m_secondCheck);
    auto* const photos = new QGroupBox(tr("Photos"), m_fields);
    auto* const photoForm = makeForm(photos);
    photoForm->addRow(makeNote(tr("Larger photos are copied at this size when they are added; 0 keeps the originals."), photos));
    photoForm->addRow(tr("Longer side in pixels"), m_pixels);
    auto* const column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(duties);
    column->addWidget(duplicates);
    column->addWidget(closing);
    auto* const dayBook = new QGroupBox(tr("Day book"), m_fields);
    auto* const dayBookForm = makeForm(dayBook);
    dayBookForm->addRow(tr("Shifts"), m_shifts);
    dayBookForm->addRow(makeNote(tr("Names with their beginnings, for instance “Day 08:30; Night 20:30”. Each lasts until the next begins."), dayBook));
    column->addWidget(dayBook);
    column->addWidget(photos);
    column->addStretch();
    content()->addWidget(m_fields);
    watch(m_fields);
    connect(m_mapCrs, &QLineEdit::textChanged, this, [this](const QString& typed) {
        const auto crs = typed.trimmed().isEmpty() ? std::nullopt : std::optional(gis::Crs::parse(typed.trimmed().toStdString()));
        m_mapCrsName->setText(!crs ? QString() : *crs ? text((*crs)->description()) : text(crs->error()));
    });
    resize(520, 640);
    refresh();
}

void DistrictSettings::refresh() {
    if (isChanged())
        return;
    const Filling filling(*this);
    m_name->setText(QString::fromStdString(district().name()));
    m_mapCrs->setText(QString::fromStdString(district().setting("map_crs")));
    const DutyLabels labels = dutyLabels(district());
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(labels[i]);
    m_metres->setValue(QString::fromStdString(district().setting("duplicate_metres", "50")).toDouble());
    m_hours->setValue(QString::fromStdString(district().setting("duplicate_hours", "24")).toDouble());
    m_secondCheck->setText(QString::fromStdString(district().setting("second_check")));
    m_shifts->setText(QString::fromStdString(core::dayShiftsOf(district()).text()));
    m_pixels->setValue(QString::fromStdString(district().setting("photo_copy_pixels", std::to_string(gis::UsualCopyPixels))).toInt());
}

bool DistrictSettings::save() {
    const std::string name(core::trimmed(m_name->text().toStdString()));
    std::string mapCrs(core::trimmed(m_mapCrs->text().toStdString()));
    if (!mapCrs.empty()) {
        const auto crs = valueOr(gis::Crs::parse(mapCrs));
        if (!crs)
            return false;
        if (crs->isGeographic()) {
            showFault(tr("The map needs a plane, not degrees."));
            return false;
        }
        mapCrs = crs->text();
    }
    const std::string secondCheck(core::trimmed(m_secondCheck->text().toStdString()));
    if (const auto unknown = core::unknownCategory(secondCheck, [this](const std::string& key) { return district().categories().find(key) != nullptr; })) {
        showFault(tr("There is no category with the key %1.").arg(QString::fromStdString(*unknown)));
        return false;
    }
    DutyLabels labels;
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        labels[i] = m_labels[i]->text();
    const auto shifts = valueOr(core::DayShifts::parse(m_shifts->text().toStdString()));
    if (!shifts)
        return false;
    const std::pair<const char*, std::string> settings[] = {{"name", name},
                                                            {"map_crs", mapCrs},
                                                            {"duty_labels", dutyLabelsText(labels)},
                                                            {"duplicate_metres", QString::number(m_metres->value()).toStdString()},
                                                            {"duplicate_hours", QString::number(m_hours->value()).toStdString()},
                                                            {"second_check", secondCheck},
                                                            {core::DayShifts::Setting, shifts->all() == core::dayShiftsOf(district()).all() ? district().setting(core::DayShifts::Setting) : shifts->setting()},
                                                            {"photo_copy_pixels", std::to_string(m_pixels->value())}};
    return write({"edit-district-settings", {}}, [&](core::Change& change) -> core::Result<void> {
        if (name.empty())
            return core::fail(core::ErrorCode::BadInput, {"name-missing", {}});
        for (const auto& [key, value] : settings)
            if (value != district().setting(key))
                if (auto saved = core::saveSetting(change, key, value); !saved)
                    return saved;
        return {};
    });
}

} // namespace

void openDistrictSettings(Workspace& workspace, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<EditorWindow*>(QString::fromLatin1(WindowName), Qt::FindDirectChildrenOnly);
    if (window == nullptr || window->isHidden()) // a hidden one was closed a moment ago
        window = new DistrictSettings(workspace, parent);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
