#include "ui/workspace/desk.h"

#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/statusline.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QStatusBar>

namespace gb::ui {

Desk::Desk(QWidget *window, AppSettings &settings, Languages &languages, std::unique_ptr<Session> &&session)
    : m_window(window)
    , m_settings(settings)
    , m_languages(languages)
    , m_session(std::move(session))
    , m_commands(new Commands(window))
    , m_listening(new Listening(*m_session, settings, this))
    , m_judging(new Judging(*m_session, settings, this))
    , m_bar(new MessageBar(window))
    , m_offer(new MessageBar(window))
    , m_status(new StatusLine(window))
{
    m_bar->setObjectName(QStringLiteral("news"));
    m_offer->setObjectName(QStringLiteral("offer"));
    connect(&m_log, &MessageLog::cleared, this, [this] { m_operations.clear(); });
    connect(m_session.get(), &Session::batch, this, &Desk::batch);
    connect(&m_focus, &Focus::devicesChanged, this, [this] {
        m_session->send(wish::Watch{m_focus.device()});
        m_commands->refresh();
    });
    connect(&m_focus, &Focus::messageChanged, m_commands, &Commands::refresh);
    connect(m_listening, &Listening::changed, m_commands, &Commands::refresh);
}

Desk::~Desk() = default;

QString Desk::fileNames() const
{
    QStringList names;
    for (const QString &file : m_session->files())
        names.append(QFileInfo(file).fileName());
    return names.join(u" + ");
}

void Desk::take(const Batch &batch)
{
    m_operations.take(batch.operations); // first: whoever hears of a message asks what it belongs to
    noteHoles(batch);
    m_lastNow = batch.now;
    m_sinceBatch.restart();
    m_log.setNow(batch.now, m_session->isLive());
    m_log.append(batch.messages, batch.awaited, batch.parties);
    m_log.takeMarks(batch.marks);
    m_groups.take(batch.operations);
    m_judging->take(batch);
}

void Desk::noteHoles(const Batch &batch)
{
    RecordGaps &gaps = m_groups.gaps();
    for (const Batch::Hole &one : batch.holes)
        gaps.add(one.from, one.to);
    gaps.setDoubtful(batch.doubtful);
    const Counters &now = batch.counters;
    const quint64 lost = now.captureDropped + now.unlisted + now.fragmentsLost + now.damagedPackets + now.tcpOctetsLost;
    if (lost > std::exchange(m_lost, lost) && batch.now > TimePoint())
        gaps.add(std::max(m_lastNow, TimePoint()), batch.now);
}

void Desk::tick(TimePoint now)
{
    m_log.setNow(now, m_session->isLive());
}

void Desk::place(QBoxLayout *top, QStatusBar *bottom) const
{
    top->addWidget(m_offer);
    top->addWidget(m_bar);
    bottom->addWidget(m_status, 1);
    bottom->setSizeGripEnabled(false);
}

TimePoint Desk::now() const
{
    if (!m_session->isLive() || !m_sinceBatch.isValid())
        return m_lastNow;
    return m_lastNow + std::chrono::milliseconds(m_sinceBatch.elapsed());
}

void Desk::tellProblems(const QString &text)
{
    if (text.isEmpty())
        return;
    m_bar->show(MessageBar::Kind::Error, text);
    emit m_listening->failed(text, {});
}

void Desk::setAlias(const QString &id, const QString &alias)
{
    m_settings.setAlias(id, alias);
    emit aliasesChanged();
}

void present(QWidget *window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gb::ui
