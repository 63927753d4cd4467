// SPDX-License-Identifier: GPL-3.0-or-later
// One proposal of the inbox in full: what it says, what is missing, and hints: its grid and open cases that it may be the same as.
#pragma once

#include "app/workspace/workspace.h"
#include "gis/inbox/proposal.h"

#include <QWidget>

class QLabel;

namespace gridwarden::app {

class DuplicateList;
class PhotoStrip;

class ProposalView : public QWidget {
    Q_OBJECT
  public:
    ProposalView(Workspace& workspace, QWidget* parent);
    void show(const gis::Proposal& proposal);
    /// A sentence in place of a proposal.
    void say(const QString& sentence);
    /// Open cases that it may be the same as, the nearest first; none where nothing is shown.
    [[nodiscard]] const std::vector<core::CaseId>& duplicates() const { return m_content.near; }
    /// The one chosen among them, else the nearest.
    [[nodiscard]] core::CaseId duplicate() const;

  private:
    struct Line {
        QString name;
        QString value;
        QString objectName;
        bool operator==(const Line&) const = default;
    };
    struct Content {
        QString title;
        bool isSentence = false;
        std::vector<Line> lines;
        QString problems;
        std::vector<std::filesystem::path> photos;
        std::vector<core::CaseId> near;
        core::GeoPoint place;
        bool operator==(const Content&) const = default;
    };
    [[nodiscard]] Content contentOf(const gis::Proposal& proposal) const;
    [[nodiscard]] QString problemsOf(const gis::Proposal& proposal) const;
    /// Changes only what differs, so that what was chosen or is being read stays.
    void display(Content content, const std::vector<core::PhotoDraft>& photos);
    void displayLines();
    Workspace& m_workspace;
    QLabel* m_title;
    QLabel* m_problems;
    QWidget* m_facts = nullptr;
    PhotoStrip* m_photos;
    DuplicateList* m_duplicates;
    std::string m_digest; ///< of the proposal that is shown
    Content m_content;
};

} // namespace gridwarden::app
