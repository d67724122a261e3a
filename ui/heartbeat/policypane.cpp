#include "ui/heartbeat/policycontrols.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// Heartbeat interval and timeout count, in the tool bar.
class PolicyPane final : public Pane
{
    Q_OBJECT
public:
    explicit PolicyPane(Desk &desk)
        : Pane(desk, "policy", Place::Tool, 20)
    {
    }

    QWidget *make() override { return m_controls = new PolicyControls; }
    void start() override;

private:
    PolicyControls *m_controls = nullptr;
};

void PolicyPane::start()
{
    Judging &judging = m_desk.judging();
    m_controls->setPolicy(judging.policy());
    connect(&judging, &Judging::changed, m_controls, &PolicyControls::setPolicy);
    connect(m_controls, &PolicyControls::policyChanged, &judging, qOverload<const HeartbeatPolicy &>(&Judging::choose));
}

Pane *makePolicyPane(Desk &desk)
{
    return new PolicyPane(desk);
}

} // namespace gb::ui

#include "policypane.moc"
