#include "ui/devices/devicetablemodel.h"
#include "ui/findings/findingsmodel.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace gb::ui {
namespace {

constexpr int worstFine = 3; ///< stateRank() of devices from which on nothing is wrong with them

} // namespace

/**
 * Chooses the worst device, and the message that tells why, once: so the reason is read without touching anything. A
 * capture is judged when all of it is read. Whoever chooses, presses or types first is left alone.
 */
class FirstChoicePane final : public Pane
{
    Q_OBJECT
public:
    explicit FirstChoicePane(Desk &desk)
        : Pane(desk, "firstChoice")
    {
    }

    void start() override;
    void takes(const Batch &batch) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    QString worst() const;
    void stop();

    bool m_done = false, m_read = true;
};

void FirstChoicePane::start()
{
    Focus &focus = m_desk.focus();
    const auto byOthers = [this](Focus::Origin origin) {
        if (origin != this)
            stop();
    };
    connect(&focus, &Focus::devicesChanged, this, byOthers);
    connect(&focus, &Focus::messageChanged, this, byOthers);
    QCoreApplication::instance()->installEventFilter(this);
    if (m_desk.session().isLive())
        return;
    m_read = false;
    m_desk.session().when<outcome::Loaded>(this, [this](const outcome::Loaded &) {
        m_read = true;
        choose();
    });
}

void FirstChoicePane::takes(const Batch &batch)
{
    if (!m_done && m_read && (!batch.devices.isEmpty() || !batch.findings.isEmpty()))
        choose();
}

/// Presses in the form ahead of the first device are no choice.
bool FirstChoicePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::KeyPress) {
        const auto *widget = qobject_cast<const QWidget *>(watched);
        if (widget && widget->window() == m_desk.window() && m_desk.shared<DeviceTableModel>().deviceCount() > 0)
            stop();
    }
    return Pane::eventFilter(watched, event);
}

void FirstChoicePane::choose()
{
    const QString device = m_done ? QString() : worst();
    if (device.isEmpty())
        return;
    FindingsModel &findings = m_desk.shared<FindingsModel>();
    const Finding *const finding = findings.at(findings.reveal({device}));
    if (!finding && m_desk.session().isLive())
        return; // its finding is about to come
    const quint64 message = finding && !finding->messages.isEmpty() ? finding->messages.constFirst() : 0;
    stop();
    m_desk.focus().setDevices({device}, this);
    if (message != 0)
        m_desk.focus().reveal(message, this);
}

/// With which something is wrong, in the order of the table; the only one, whatever it is.
QString FirstChoicePane::worst() const
{
    const DeviceTableModel &devices = m_desk.shared<DeviceTableModel>();
    QString found, any;
    int rank = worstFine;
    devices.visit([&](const DeviceSnapshot &device, const QString &) {
        any = device.id;
        const int own = device.isMissing() ? worstFine : stateRank(device.verdict.state);
        if (own > rank || own == worstFine || (own == rank && !found.isEmpty() && found < device.id))
            return;
        rank = own;
        found = device.id;
    });
    if (found.isEmpty() && !m_desk.session().isLive() && devices.deviceCount() == 1)
        return any;
    return found;
}

void FirstChoicePane::stop()
{
    if (!std::exchange(m_done, true))
        QCoreApplication::instance()->removeEventFilter(this);
}

Pane *makeFirstChoicePane(Desk &desk)
{
    return new FirstChoicePane(desk);
}

} // namespace gb::ui

#include "firstchoice.moc"
