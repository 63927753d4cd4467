// SPDX-License-Identifier: GPL-3.0-or-later
// What is entered about an incident besides place and category: words, source and time, quantity, reporter, photos.
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace gridwarden::app {

class PhotoStrip;
class SourceFieldsForm;

class IncidentFields : public QWidget {
    Q_OBJECT
public:
    explicit IncidentFields(Workspace& workspace, QWidget* parent);

    /// As for a new incident, with the source that was used last. \pre a district is open
    void clear();
    /// What is known already. \pre a district is open
    void setDraft(const core::CaseDraft& draft);
    /// Fills the draft; the text says what is wrong.
    QString fill(core::CaseDraft& draft);
    /// Now, until another time is entered.
    [[nodiscard]] core::Moment time() const;
    /// The next incident begins with this source.
    void rememberSource();
    [[nodiscard]] PhotoStrip& photos() const { return *m_photos; }
    /// Rows of label and field.
    [[nodiscard]] QGridLayout* rows() const { return m_rows; }

signals:
    void timeChanged();
    void heightChanged();
    void saveWanted();
    void refused(const QString& reason); ///< of a photo

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addPair(const QString& label, QWidget* first, QWidget* second, int secondStretch);
    void followSource();
    void takeTimeOf(const core::PhotoDraft& photo);
    Workspace& m_workspace;
    bool m_timeEdited = false;
    QGridLayout* m_rows;
    QPlainTextEdit* m_description;
    QLineEdit* m_address;
    QComboBox* m_source;
    QDateTimeEdit* m_time;
    QLineEdit* m_quantity;
    QLineEdit* m_unit;
    QLineEdit* m_reporter;
    QLineEdit* m_phone;
    SourceFieldsForm* m_sourceFields;
    PhotoStrip* m_photos;
};

} // namespace gridwarden::app
