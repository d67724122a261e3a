#pragma once
#include "core/ladder/groups/messagegroups.h"
#include "core/session/session.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/focus.h"
#include "ui/workspace/judging.h"
#include "ui/workspace/listening.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

class QBoxLayout;
class QStatusBar;

namespace gb::ui {

class AppSettings;
class Languages;
class MessageBar;
class StatusLine;

/// What the panes of a window share.
class Desk final : public QObject
{
    Q_OBJECT
public:
    Desk(QWidget *window, AppSettings &settings, Languages &languages, std::unique_ptr<Session> &&session);
    ~Desk() override;

    QWidget *window() const { return m_window; }
    AppSettings &settings() const { return m_settings; }
    Languages &languages() const { return m_languages; }
    Session &session() const { return *m_session; }
    /// Of the captures that the window shows, without their folders.
    QString fileNames() const;

    Focus &focus() { return m_focus; }
    Commands &commands() { return *m_commands; }
    MessageLog &log() { return m_log; }
    /// What is asked, and what came of it.
    const OperationBook &operations() const { return m_operations; }
    /// What messages belong to; of a message that is told by the log it knows it already.
    MessageGroups &groups() { return m_groups; }
    Listening &listening() { return *m_listening; }
    Judging &judging() { return *m_judging; }
    MessageBar &bar() const { return *m_bar; }
    /// Of its own: what else is told takes the place of nothing that waits for an answer.
    MessageBar &offerBar() const { return *m_offer; }
    StatusLine &status() const { return *m_status; }

    /// Puts the line of news and the line of counts into the window.
    void place(QBoxLayout *top, QStatusBar *bottom) const;

    /// Of what no message tells, such as how long none has come.
    const Clock &clock() const { return *m_clock; }
    void useClock(const Clock &clock) { m_clock = &clock; }
    /// Time of the session; TimePoint() while nothing is known of it.
    TimePoint now() const;
    /// What all panes look at comes first.
    void take(const Batch &batch);
    void tick(TimePoint now);

    /// Lets other panes look at a model. One of each class.
    void share(QObject *part) { m_parts.append(part); }
    /// What was shared; only where all panes are made is it sure to be there.
    template<typename T>
    T &shared() const
    {
        for (QObject *part : m_parts) {
            if (T *const wanted = qobject_cast<T *>(part))
                return *wanted;
        }
        Q_UNREACHABLE();
    }

    /// Brings a pane into sight.
    void show(const QString &pane) { emit paneWanted(pane, false); }
    /// The same, and the keyboard goes there.
    void enter(const QString &pane) { emit paneWanted(pane, true); }
    /// What could not be used of settings or arguments, ahead of any listening. Nothing where it is empty.
    void tellProblems(const QString &text);
    /// Keeps what the user calls a device.
    void setAlias(const QString &id, const QString &alias);

signals:
    void batch(const gb::BatchPtr &batch);
    void paneWanted(const QString &pane, bool enter);
    void aliasesChanged();
    /// Several are shown together, in the order of time.
    void openRequested(const QStringList &files);

private:
    void noteHoles(const Batch &batch);

    QWidget *m_window;
    AppSettings &m_settings;
    Languages &m_languages;
    std::unique_ptr<Session> m_session;
    Focus m_focus;
    MessageLog m_log;
    OperationBook m_operations;
    MessageGroups m_groups{m_log, m_operations};
    Commands *m_commands;
    Listening *m_listening;
    Judging *m_judging;
    MessageBar *m_bar;
    MessageBar *m_offer;
    StatusLine *m_status;
    QList<QObject *> m_parts;
    const SystemClock m_systemClock;
    const Clock *m_clock = &m_systemClock;
    TimePoint m_lastNow{};
    quint64 m_lost = 0; ///< messages and packets that a batch said were lost
    QElapsedTimer m_sinceBatch;
};

/// Shows a window and brings it to the front.
void present(QWidget *window);

} // namespace gb::ui
