#include "core/capture/sessionfile.h"
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
    void tellDisk(const outcome::DiskChanged &disk);
};

void RecordPane::start()
{
    Session &session = m_desk.session();
    session.when<outcome::Recording>(this, [this](const outcome::Recording &made) {
        m_desk.status().setRecord({made.path});
        if (!made.instead.isEmpty())
            m_desk.status().setNote(
                tr("%1 exists and is left as it is. Recording into %2").arg(made.instead, made.path));
    });
    session.when<outcome::RecordCut>(this, [this](const outcome::RecordCut &cut) {
        m_desk.status().setRemoved(cut.upTo);
        m_desk.log().forget(cut.upTo);
        m_desk.status().setNote(tr("The records were over their limits: the oldest file was deleted. %Ln message(s) "
                                   "of this record are gone.",
            nullptr, static_cast<int>(std::min<quint64>(cut.upTo, INT_MAX))));
    });
    session.when<outcome::RecordFailed>(this, [this](const outcome::RecordFailed &failed) {
        const QString text = tr("Nothing is recorded: %1 cannot be written.").arg(failed.path);
        m_desk.bar().show(MessageBar::Kind::Error, failed.detail.isEmpty() ? text : text + u'\n' + failed.detail);
        m_desk.status().setRecord({});
    });
    session.when<outcome::DiskChanged>(this, [this](const outcome::DiskChanged &disk) { tellDisk(disk); });
}

void RecordPane::tellDisk(const outcome::DiskChanged &disk)
{
    if (disk.trouble.isEmpty())
        m_desk.bar().show(MessageBar::Kind::Information, tr("All that waited is recorded into %1.").arg(disk.path));
    else
        m_desk.bar().show(MessageBar::Kind::Error,
            tr("Nothing can be recorded into %1: %2\nWhat comes waits in memory, up to %3 MB, and devices are "
               "answered as before. It is tried again each second.")
                .arg(disk.path, disk.trouble)
                .arg(SessionFile::maxQueuedOctets / 1024 / 1024));
}

Pane *makeRecordPane(Desk &desk)
{
    return desk.session().isLive() ? new RecordPane(desk) : nullptr;
}

} // namespace gb::ui

#include "recordpane.moc"
