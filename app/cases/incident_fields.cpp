// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/incident_fields.h"

#include "app/cases/case_labels.h"
#include "app/cases/label_rows.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_strip.h"
#include "app/cases/source_fields_form.h"
#include "app/text/message_text.h"
#include "app/workspace/settings.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <algorithm>

namespace gridwarden::app {

namespace {

const QString SourceKey = QStringLiteral("cases/source");

QLineEdit* makeLine(const QString& name, const QString& placeholder, QWidget* parent) {
    auto* const line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setPlaceholderText(placeholder);
    return line;
}

} // namespace

IncidentFields::IncidentFields(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_rows(makeLabelRows(Gap)), m_description(new QPlainTextEdit(this)),
      m_address(makeLine(QStringLiteral("address"), {}, this)), m_source(new QComboBox(this)),
      m_time(new QDateTimeEdit(this)), m_quantity(makeLine(QStringLiteral("quantity"), {}, this)),
      m_unit(makeLine(QStringLiteral("unit"), tr("unit"), this)),
      m_reporter(makeLine(QStringLiteral("reporter"), tr("name"), this)),
      m_phone(makeLine(QStringLiteral("phone"), tr("telephone"), this)), m_sourceFields(new SourceFieldsForm(this)),
      m_photos(new PhotoStrip(workspace, /*isEditable=*/true, this)) {
    setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    setFocusProxy(m_description);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setTabChangesFocus(true);
    m_description->setPlaceholderText(tr("What is there? Shift+Enter begins a new line"));
    m_description->setFixedHeight(2 * m_description->fontMetrics().lineSpacing() + 16);
    m_description->installEventFilter(this);
    m_source->setObjectName(QStringLiteral("source"));
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_time->setTimeSpec(Qt::UTC);
    m_time->setCalendarPopup(true);
    m_quantity->setAlignment(Qt::AlignRight);
    m_sourceFields->hide();
    addLabelRow(m_rows, tr("Description"), m_description);
    addLabelRow(m_rows, tr("Address"), m_address);
    addPair(tr("Source, time"), m_source, m_time, /*secondStretch=*/0);
    m_rows->addWidget(m_sourceFields, m_rows->rowCount(), 0, 1, 2);
    addPair(tr("Quantity"), m_quantity, m_unit, /*secondStretch=*/1);
    addPair(tr("Reporter"), m_reporter, m_phone, /*secondStretch=*/1);
    addLabelRow(m_rows, tr("Photos"), m_photos);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_timeEdited = true;
        emit timeChanged();
    });
    connect(m_source, &QComboBox::currentIndexChanged, this, &IncidentFields::followSource);
    connect(m_photos, &PhotoStrip::refused, this, &IncidentFields::refused);
    connect(m_photos, &PhotoStrip::changed, this, &IncidentFields::heightChanged);
    connect(m_photos, &PhotoStrip::added, this, &IncidentFields::takeTimeOf);
}

void IncidentFields::addPair(const QString& label, QWidget* first, QWidget* second, int secondStretch) {
    auto* const both = new QWidget(this);
    auto* const row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(first, 1);
    row->addWidget(second, secondStretch);
    addLabelRow(m_rows, label, both);
}

/// The extra fields of the chosen source that are known at this time.
void IncidentFields::followSource() {
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    std::vector<core::SourceField> asked;
    const std::string key = m_source->currentData().toString().toStdString();
    if (const core::CaseSource* const source = core::findSource(district->sources(), key))
        std::copy_if(source->fields.begin(), source->fields.end(), std::back_inserter(asked),
                     [](const core::SourceField& field) { return !field.isLater; });
    m_sourceFields->setNameWidth(m_rows->columnMinimumWidth(0));
    m_sourceFields->setFields(std::move(asked), district->timeZone());
    emit heightChanged();
}

void IncidentFields::clear() {
    const core::District& district = *m_workspace.district();
    m_photos->clear();
    m_source->clear();
    for (const core::CaseSource& source : district.sources())
        if (source.isEnabled)
            m_source->addItem(sourceName(district, source.key), QString::fromStdString(source.key));
    const int last = m_source->findData(remembered(SourceKey, QStringLiteral("patrol")));
    m_source->setCurrentIndex(std::max(0, last));
    followSource();
    m_sourceFields->clear();
    m_description->clear();
    m_address->clear();
    m_quantity->clear();
    m_reporter->clear();
    m_phone->clear();
    m_time->setDateTime(wallClock(core::now(), district.timeZone()));
    m_timeEdited = false;
}

void IncidentFields::setDraft(const core::CaseDraft& draft) {
    if (const int known = m_source->findData(QString::fromStdString(draft.source)); known >= 0)
        m_source->setCurrentIndex(known);
    m_sourceFields->setValues(draft.fields);
    m_description->setPlainText(QString::fromStdString(draft.description));
    m_address->setText(QString::fromStdString(draft.address));
    if (draft.quantity)
        m_quantity->setText(QLocale().toString(*draft.quantity, 'g', QLocale::FloatingPointShortest));
    m_unit->setText(QString::fromStdString(draft.unit));
    m_reporter->setText(QString::fromStdString(draft.contact.reporter));
    m_phone->setText(QString::fromStdString(draft.contact.phone));
    if (draft.time) {
        m_time->setDateTime(wallClock(*draft.time, m_workspace.district()->timeZone()));
        m_timeEdited = true;
    }
    QStringList photos;
    for (const core::PhotoDraft& photo : draft.photos)
        photos << QString::fromStdString(photo.file.string());
    if (!photos.isEmpty())
        m_photos->addFiles(photos);
}

void IncidentFields::takeTimeOf(const core::PhotoDraft& photo) {
    if (!m_timeEdited && photo.taken && *photo.taken <= core::now())
        m_time->setDateTime(wallClock(*photo.taken, m_workspace.district()->timeZone()));
}

core::Moment IncidentFields::time() const {
    return m_timeEdited ? momentOf(m_time->dateTime(), m_workspace.district()->timeZone()) : core::now();
}

QString IncidentFields::fill(core::CaseDraft& draft) {
    if (m_photos->isPreparing())
        return tr("Photos are still being copied. Try again in a moment.");
    draft.description = m_description->toPlainText().trimmed().toStdString();
    draft.address = m_address->text().trimmed().toStdString();
    draft.source = m_source->currentData().toString().toStdString();
    draft.fields = m_sourceFields->written();
    if (const QString typed = m_quantity->text().trimmed(); !typed.isEmpty()) {
        bool isNumber = false;
        draft.quantity = QLocale().toDouble(typed, &isNumber);
        if (!isNumber || *draft.quantity < 0) {
            m_quantity->setFocus();
            return tr("The quantity is not a number.");
        }
        draft.unit = m_unit->text().trimmed().toStdString();
    }
    if (m_timeEdited)
        draft.time = time();
    draft.contact = {m_reporter->text().trimmed().toStdString(), m_phone->text().trimmed().toStdString()};
    draft.photos = m_photos->drafts();
    for (core::PhotoDraft& photo : draft.photos)
        if (photo.kind != core::PaperKind)
            photo.kind = "before";
    return {};
}

void IncidentFields::rememberSource() {
    remember(SourceKey, m_source->currentData());
}

bool IncidentFields::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_description && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            emit saveWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridwarden::app
