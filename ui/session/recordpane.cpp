#include "core/capture/sessionfile.h"
#include "ui/session/livesession.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/statusline.h"

namespace gb::ui {

/// Where a live session is recorded, and what the disk says to it.
class RecordPane final : public Pane
{
    Q_OBJECT
public:
    explicit RecordPane(Desk &desk)
        : Pane(desk, "record")
    {
    }

    void start() override;

private:
    void tellDisk(const QString &file, const QString &trouble);
};

void RecordPane::start()
{
    connect(m_desk.live(), &LiveSession::recording, this, [this](const QString &file, const QString &instead) {
        m_desk.status().setRecord(file);
        if (!instead.isEmpty())
            m_desk.status().setNote(tr("%1 exists and is left as it is. Recording into %2").arg(instead, file));
    });
    connect(m_desk.live(), &LiveSession::diskChanged, this, &RecordPane::tellDisk);
}

void RecordPane::tellDisk(const QString &file, const QString &trouble)
{
    if (trouble.isEmpty())
        m_desk.bar().show(MessageBar::Kind::Information, tr("All that waited is recorded into %1.").arg(file));
    else
        m_desk.bar().show(MessageBar::Kind::Error,
            tr("Nothing can be recorded into %1: %2\nWhat comes waits in memory, up to %3 MB, and devices are "
               "answered as before. It is tried again each second.")
                .arg(file, trouble)
                .arg(SessionFile::maxQueuedOctets / 1024 / 1024));
}

Pane *makeRecordPane(Desk &desk)
{
    return desk.live() ? new RecordPane(desk) : nullptr;
}

} // namespace gb::ui

#include "recordpane.moc"
