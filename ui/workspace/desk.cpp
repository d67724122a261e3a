#include "ui/workspace/desk.h"

#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/statusline.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QStatusBar>

namespace gb::ui {

Desk::Desk(QWidget *window, AppSettings &settings, Languages &languages, std::unique_ptr<LiveSession> &&live,
    std::unique_ptr<FileSession> &&file)
    : m_window(window)
    , m_settings(settings)
    , m_languages(languages)
    , m_live(std::move(live))
    , m_file(std::move(file))
    , m_source(m_live ? static_cast<SessionSource *>(m_live.get()) : m_file.get())
    , m_commands(new Commands(window))
    , m_listening(new Listening(m_live.get(), settings, this))
    , m_judging(new Judging(*m_source, settings, this))
    , m_bar(new MessageBar(window))
    , m_offer(new MessageBar(window))
    , m_status(new StatusLine(window))
{
    m_bar->setObjectName(QStringLiteral("news"));
    m_offer->setObjectName(QStringLiteral("offer"));
    connect(m_source, &SessionSource::batch, this, &Desk::batch);
    connect(&m_focus, &Focus::devicesChanged, this, [this] {
        m_source->watch(m_focus.device());
        m_commands->refresh();
    });
    connect(&m_focus, &Focus::messageChanged, m_commands, &Commands::refresh);
    connect(m_listening, &Listening::changed, m_commands, &Commands::refresh);
}

Desk::~Desk() = default;

QString Desk::fileNames() const
{
    QStringList names;
    for (const QString &file : m_source->files())
        names.append(QFileInfo(file).fileName());
    return names.join(u" + ");
}

void Desk::take(const Batch &batch)
{
    m_lastNow = batch.now;
    m_sinceBatch.restart();
    m_log.setNow(batch.now, m_live != nullptr);
    m_log.append(batch.messages, batch.awaited, batch.parties);
    m_judging->take(batch);
}

void Desk::tick(TimePoint now)
{
    m_log.setNow(now, m_live != nullptr);
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
    if (!m_live || !m_sinceBatch.isValid())
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
