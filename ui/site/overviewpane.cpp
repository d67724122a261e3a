#include "ui/devices/devicetablemodel.h"
#include "ui/findings/findingsmodel.h"
#include "ui/settings/appsettings.h"
#include "ui/site/siteoverview.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QAction>

#include <algorithm>

namespace gb::ui {

/// The page that is read from afar, in a window of its own.
class OverviewPane final : public Pane
{
    Q_OBJECT
public:
    explicit OverviewPane(Desk &desk)
        : Pane(desk, "overview")
    {
    }

    void start() override;
    void second(TimePoint now) override;

private:
    void takeActions();

    SiteOverview *m_window = nullptr;
};

/// The keys of the window work here, too, but for those that this window has itself. All panes have started.
void OverviewPane::takeActions()
{
    if (!m_window->actions().isEmpty())
        return;
    for (QAction *action : m_desk.window()->actions()) {
        const QList<QKeySequence> keys = action->shortcuts();
        const bool plain = std::any_of(keys.begin(), keys.end(),
            [](const QKeySequence &key) { return key.count() > 0 && key[0].keyboardModifiers() == Qt::NoModifier; });
        if (!plain && !keys.isEmpty() && action->objectName() != u"capture.close")
            m_window->addAction(action);
    }
}

void OverviewPane::start()
{
    m_window = new SiteOverview(m_desk.shared<DeviceTableModel>(), m_desk.shared<FindingsModel>(), m_desk.window());
    AppSettings &settings = m_desk.settings();
    m_window->setTelling(settings.tellsBySound(), settings.tellsByNotice());
    connect(m_window, &SiteOverview::tellingChanged, this,
        [&settings](bool sound, bool notice) { settings.setTelling(sound, notice); });
    m_desk.commands().add({.id = QStringLiteral("view.overview"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Site &overview")),
        .keys = {QKeySequence(Qt::Key_F8)},
        .spots = {{Menu::View, 12}},
        .run = [this] {
            takeActions();
            present(m_window);
            m_window->refresh(m_desk.now());
        }});
}

void OverviewPane::second(TimePoint now)
{
    if (now != TimePoint{})
        m_window->refresh(now); // changes are told though it is hidden
}

Pane *makeOverviewPane(Desk &desk)
{
    return new OverviewPane(desk);
}

} // namespace gb::ui

#include "overviewpane.moc"
