#include "ui/listen/listenform.h"
#include "ui/listen/unheardpage.h"
#include "ui/listen/unheardwatch.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QCoreApplication>

namespace gb::ui {

/// In place of the empty message flow while it listens and nothing comes; away with the first message.
class UnheardPane final : public Pane
{
    Q_OBJECT
public:
    explicit UnheardPane(Desk &desk)
        : Pane(desk, "unheard", Place::Page)
    {
    }

    QWidget *make() override { return m_page = new UnheardPage; }
    void start() override;
    void takes(const Batch &batch) override;
    void second(TimePoint) override;

private:
    void refresh();
    void show();
    void leave();

    UnheardPage *m_page = nullptr;
    UnheardWatch m_watch;
};

void UnheardPane::start()
{
    Listening &listening = m_desk.listening();
    connect(&listening, &Listening::changed, this, [this, &listening] {
        m_watch.end();
        leave();
        if (listening.isOn())
            m_watch.begin(m_desk.clock().now());
        m_desk.commands().refresh();
    });
    connect(m_page, &UnheardPage::flowRequested, this, &UnheardPane::leave);
    connect(
        m_page, &UnheardPage::cardRequested, this, [this] { m_desk.commands().run(QStringLiteral("devices.card")); });
    m_desk.commands().add({.id = QStringLiteral("help.unheard"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Nothing comes: what to check")),
        .spots = {{Menu::Help, 12}},
        .run = [this] { show(); },
        .when = [this] { return m_watch.isWaiting(); }});
}

void UnheardPane::takes(const Batch &batch)
{
    if (batch.messages.isEmpty() || !m_watch.isWaiting())
        return;
    m_watch.end();
    leave();
    m_desk.commands().refresh();
}

void UnheardPane::second(TimePoint)
{
    const TimePoint now = m_desk.clock().now();
    if (!m_page->isHidden())
        refresh();
    else if (!m_desk.shared<ListenForm>().isVisibleTo(m_desk.window()) && m_watch.isDue(now))
        show(); // nobody is filling the form in; it is the page around it that is hidden
}

/// A cable may have been plugged in meanwhile.
void UnheardPane::refresh()
{
    const Listening &listening = m_desk.listening();
    m_page->setWaited(m_watch.waited(m_desk.clock().now()));
    m_page->setFacts({listening.choice(), listening.local(), localCards(), installedFirewall(),
        QCoreApplication::applicationFilePath()});
}

void UnheardPane::show()
{
    refresh();
    m_desk.show(id());
}

void UnheardPane::leave()
{
    if (!m_page->isHidden())
        m_desk.show(QStringLiteral("flow"));
}

Pane *makeUnheardPane(Desk &desk)
{
    return desk.session().isLive() ? new UnheardPane(desk) : nullptr;
}

} // namespace gb::ui

#include "unheardpane.moc"
