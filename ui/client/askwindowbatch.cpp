#include "core/report/words/askwording.h"
#include "ui/client/askaction.h"
#include "ui/client/askbatchpage.h"
#include "ui/client/askcommands.h"
#include "ui/client/asktarget.h"
#include "ui/client/askwindow.h"
#include "ui/devices/devicetablemodel.h"

/// What the window does with several devices or channels.
namespace gb::ui {

/// All that a batch asks.
QList<AskWhom> AskWindow::whom() const
{
    if (m_target->whom() == AskTarget::Whom::Chosen)
        return m_target->chosen();
    QList<AskWhom> whom;
    for (const QString &id : m_target->selected()) {
        if (!m_target->isOfChannels())
            whom.append({id, {}, m_devices.name(id)});
        else
            for (const auto &[channel, name] : m_asking.channels(id))
                whom.append({id, channel, name});
    }
    return whom;
}

void AskWindow::countChannels()
{
    qsizetype count = 0;
    for (const QString &id : m_target->selected())
        count += m_asking.channelCount(id);
    m_target->setKnownChannels(count);
}

void AskWindow::showAnswerOf(const AskWhom &whom)
{
    emit deviceWanted(whom.device);
    if (const AskCommand *const command = findAskCommand(m_batch->batch().command()))
        m_commands->choose(*command);
    m_target->askAbout(whom.about);
}

void AskWindow::showBatchOutcome()
{
    AskAction::Progress shown = m_batch->progress();
    const AskCommand *const asked = findAskCommand(m_batch->batch().command());
    if (asked && asked != m_commands->command())
        shown.text = tr("%1: %2").arg(wording::askTitle(*asked), shown.text);
    m_action->show(shown);
}

} // namespace gb::ui
