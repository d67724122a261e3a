#pragma once
#include "core/report/exporter.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace gb::ui {

class ExportPreviewer;

/// Part of a dialog: what will be in the file, ahead of writing, and a button for the messages that are changed.
class PreviewBox final : public QWidget
{
    Q_OBJECT
public:
    /// `wanted`: the choice of the dialog as it stands. `isSized`: the size of the file is known by it.
    PreviewBox(
        ExportPreviewer &previewer, std::function<ExportOptions()> wanted, bool isSized, QWidget *parent = nullptr);

    /// The choice is another one: it is looked at once that rests, since each look goes through the whole record.
    void again();
    QPushButton *button() const { return m_changes; }

private:
    void show(const ExportPreview &preview);

    ExportPreviewer &m_previewer;
    const std::function<ExportOptions()> m_wanted;
    const bool m_isSized;
    QLabel *m_told;
    QPushButton *m_changes;
    QTimer m_later;                       ///< until the choice rests
    Profile m_profile = Profile::OwnSite; ///< that was asked for
    std::optional<ExportPreview> m_preview;
};

} // namespace gb::ui
