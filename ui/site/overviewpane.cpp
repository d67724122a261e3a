#include "ui/devices/devicetablemodel.h"
#include "ui/findings/findingsmodel.h"
#include "ui/settings/appsettings.h"
#include "ui/site/siteoverview.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

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
    SiteOverview *m_window = nullptr;
};

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
