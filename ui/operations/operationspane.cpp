#include "ui/operations/operationspanel.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// What was asked and what came of it, at the bottom.
class OperationsPane final : public Pane
{
    Q_OBJECT
public:
    explicit OperationsPane(Desk &desk)
        : Pane(desk, "operations", Place::Bottom)
    {
    }

    QString title() const override { return tr("Operations"); }
    QWidget *make() override { return m_panel = new OperationsPanel(m_desk.operations()); }
    void start() override;
    void takes(const Batch &batch) override { m_panel->take(batch.operations); }

private:
    OperationsPanel *m_panel = nullptr;
};

void OperationsPane::start()
{
    Focus &focus = m_desk.focus();
    connect(&focus, &Focus::devicesChanged, this, [this, &focus](Focus::Origin origin) {
        if (origin != this) // whoever goes through the rows of all devices goes on doing so
            m_panel->setSelectedDevices(focus.devices());
    });
    connect(&focus, &Focus::operationChanged, this, [this, &focus] { m_panel->setCurrent(focus.operation()); });
    const auto show = [this, &focus](quint64 request, const QString &device) {
        if (!device.isEmpty() && !focus.devices().isEmpty() && !focus.devices().contains(device))
            focus.setDevices({device}, this);
        focus.reveal(request, this);
    };
    connect(m_panel, &OperationsPanel::chosen, this, show);
    connect(m_panel, &OperationsPanel::activated, this, [this, show](quint64 request, const QString &device) {
        show(request, device);
        m_desk.commands().run(QStringLiteral("message.operation"));
    });
    const auto name = [this] { m_panel->model()->setAliases(m_desk.settings().aliases()); };
    connect(&m_desk, &Desk::aliasesChanged, this, name);
    name();
}

Pane *makeOperationsPane(Desk &desk)
{
    return new OperationsPane(desk);
}

} // namespace gb::ui

#include "operationspane.moc"
