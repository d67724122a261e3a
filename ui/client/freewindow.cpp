#include "ui/client/freewindow.h"

#include "core/report/words/askwording.h"
#include "core/report/words/freewording.h"
#include "ui/client/freeeditor.h"
#include "ui/client/freelibrary.h"
#include "ui/client/messagecollection.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/widgets/askfirst.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/suretick.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

namespace gb::ui {

using Effect = AskCommand::Effect;

FreeWindow::FreeWindow(const DeviceTableModel &devices, MessageCollection &kept, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_kept(kept)
    , m_library(new FreeLibrary(kept))
    , m_toLabel(plainLabel())
    , m_withinLabel(plainLabel())
    , m_effect(plainLabel())
    , m_outcome(plainLabel())
    , m_to(new QComboBox)
    , m_within(new QComboBox)
    , m_editor(new FreeEditor)
    , m_sure(new SureTick)
    , m_send(new QPushButton)
    , m_stop(new QPushButton)
    , m_messages(new QPushButton)
{
    build();
    retranslate();
    wire();
}

void FreeWindow::build()
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_library);
    column->addWidget(targetRow());
    column->addWidget(m_editor, 1);
    column->addWidget(m_effect);
    column->addWidget(m_sure);
    column->addWidget(actionRow());
    m_effect->setWordWrap(true);
    resize(1000, 640);
}

QWidget *FreeWindow::targetRow()
{
    m_toLabel->setBuddy(m_to);
    m_withinLabel->setBuddy(m_within);
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_toLabel);
    row->addWidget(m_to, 1);
    row->addSpacing(fontMetrics().averageCharWidth() * 2);
    row->addWidget(m_withinLabel);
    row->addWidget(m_within, 1);
    return part;
}

QWidget *FreeWindow::actionRow()
{
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_send);
    row->addWidget(m_stop);
    row->addWidget(m_outcome, 1);
    row->addWidget(m_messages);
    for (QPushButton *one : {m_send, m_stop, m_messages})
        one->setAutoDefault(false);
    return part;
}

void FreeWindow::wire()
{
    connect(m_library, &FreeLibrary::chosen, m_editor, &FreeEditor::setText);
    connect(m_library, &FreeLibrary::saveRequested, this, &FreeWindow::keep);
    connect(m_library, &FreeLibrary::told, this,
        [this](const QString &text, bool good) { say(text, good ? QColor() : colours().failed); });
    connect(m_editor, &FreeEditor::changed, this, &FreeWindow::showState);
    connect(m_to, &QComboBox::currentIndexChanged, this, &FreeWindow::targetChanged);
    connect(m_within, &QComboBox::currentIndexChanged, this, &FreeWindow::tellPlaces);
    connect(m_sure, &SureTick::toggled, this, &FreeWindow::showState);
    connect(m_send, &QPushButton::clicked, this, &FreeWindow::send);
    connect(m_stop, &QPushButton::clicked, this, [this] { emit stopRequested(m_waits); });
    connect(
        m_messages, &QPushButton::clicked, this, [this] { emit messagesWanted(m_report.device, m_report.request); });
}

void FreeWindow::setCanSend(bool can, const ServerConfig &server)
{
    m_canSend = can;
    m_server = server;
    tellPlaces();
}

/// With none chosen it stays with the last one.
void FreeWindow::setDevice(const QString &id)
{
    if (id.isEmpty() || id == m_device)
        return;
    const bool device = prefersDevice();
    m_device = id;
    fillTargets(device);
}

void FreeWindow::setMessage(const Datagram &datagram, const QString &device)
{
    const bool came = datagram.direction == Direction::In;
    m_remote = came ? datagram.from : datagram.to;
    m_local = came ? datagram.to : datagram.from;
    m_transport = datagram.transport;
    const freetext::Shown shown = freetext::decode(datagram.octets);
    m_library->forget();
    m_editor->setText(shown.text);
    say(datagram.octets.isEmpty() ? tr("The record does not have the text of this message.")
            : shown.lossy         ? tr("Some bytes of it are no text: they are not sent as they were.")
                                  : QString(),
        colours().late);
    if (!device.isEmpty())
        m_device = device;
    m_within->setCurrentIndex(0); // what was chosen was for the message before
    fillTargets(!device.isEmpty());
    m_editor->enter();
}

bool FreeWindow::toDevice() const
{
    return m_to->currentData().toBool();
}

bool FreeWindow::prefersDevice() const
{
    return m_to->count() == 0 || toDevice() || m_remote.port == 0;
}

void FreeWindow::fillTargets(bool device)
{
    {
        const QSignalBlocker quiet(m_to);
        m_to->clear();
        if (!m_device.isEmpty())
            m_to->addItem(tr("device %1, where it is registered").arg(m_device), true);
        if (m_remote.port != 0)
            m_to->addItem(tr("%1 over %2, as in the record")
                              .arg(m_remote.text(),
                                  m_transport == TransportKind::Tcp ? QStringLiteral("TCP") : QStringLiteral("UDP")),
                false);
        if (m_to->count() == 0)
            m_to->addItem(tr("nobody: select a device in the table"), true);
        m_to->setCurrentIndex(std::max(m_to->findData(device), 0));
    }
    targetChanged();
}

void FreeWindow::targetChanged()
{
    const std::pair now = toDevice() ? std::pair(m_device, Endpoint()) : std::pair(QString(), m_remote);
    if (std::exchange(m_target, now) != now) {
        m_dialogs.clear();
        m_listed = 0; // a list that is on its way is of the one before
    }
    fillDialogs();
    if (isVisible())
        listDialogs();
}

void FreeWindow::listDialogs()
{
    emit dialogsWanted(m_listed = ++m_last, toDevice() ? m_device : QString(), m_remote);
}

void FreeWindow::take(const FreeDialogList &list)
{
    const auto same = [](const FreeDialog &a, const FreeDialog &b) { return a.number == b.number; };
    if (list.id != m_listed || m_within->view()->isVisible() // nobody chooses from a list that moves
        || std::equal(m_dialogs.begin(), m_dialogs.end(), list.dialogs.begin(), list.dialogs.end(), same))
        return;
    m_dialogs = list.dialogs;
    fillDialogs();
}

void FreeWindow::fillDialogs()
{
    const quint64 before = m_within->currentData().toULongLong();
    {
        const QSignalBlocker quiet(m_within);
        m_within->clear();
        m_within->addItem(tr("outside of a dialog"), 0ULL);
        for (const FreeDialog &one : std::as_const(m_dialogs))
            m_within->addItem(
                tr("within the %1 with %2, Call-ID %3").arg(one.method, one.peer, one.callId.left(40)), one.number);
        m_within->setCurrentIndex(std::max(m_within->findData(before), 0));
        m_within->setEnabled(m_within->count() > 1);
    }
    tellPlaces();
}

/// For the check: as they will stand there, as far as the window knows.
void FreeWindow::tellPlaces()
{
    const DeviceSnapshot *const device = m_device.isEmpty() ? nullptr : m_devices.device(m_device);
    // What is not known yet is no fault of the text
    const Endpoint sample{IpAddress(QHostAddress(QHostAddress::LocalHost)), 5060};
    freetext::Places places{.device = m_device.isEmpty() ? QByteArray("34020000001320000001") : m_device.toLatin1(),
        .remote = toDevice() && device ? device->address : m_remote,
        .server = m_server.serverId.toLatin1(),
        .domain = m_server.domain.toLatin1(),
        .local = sample};
    if (places.remote.port == 0)
        places.remote = sample;
    m_editor->setPlaces(places, m_within->currentData().toULongLong() != 0);
    tellEdition();
}

void FreeWindow::tellEdition()
{
    const DeviceSnapshot *const device = toDevice() ? m_devices.device(m_device) : nullptr;
    m_editor->setEdition(device ? announcedEdition(device->gbVersion) : std::optional<Edition>());
}

FreeQuestion FreeWindow::question() const
{
    return {.device = toDevice() ? m_device : QString(),
        .about = m_device,
        .remote = m_remote,
        .transport = m_transport,
        .local = m_local,
        .text = m_editor->octets(),
        .anew = m_editor->anew(),
        .dialog = m_within->currentData().toULongLong()};
}

QString FreeWindow::obstacle() const
{
    if (!m_canSend)
        return tr("Nothing can be sent while gbscope does not listen as a server.");
    if (toDevice() && m_device.isEmpty())
        return tr("Select a device in the table.");
    return m_editor->isGood() ? QString() : tr("There is nothing that can be sent.");
}

bool FreeWindow::needsTick() const
{
    return m_editor->effect() >= Effect::Moves;
}

QStringList FreeWindow::whatTheTickIsFor() const
{
    return {m_device, toDevice() ? QString() : m_remote.text(), QString::number(m_within->currentData().toULongLong()),
        QString::number(m_editor->anew().bits), m_editor->text()};
}

void FreeWindow::showState()
{
    const QString why = obstacle(), effect = wording::askEffect(m_editor->effect());
    m_effect->setText(why.isEmpty() || effect.isEmpty() ? why + effect : QString(effect + u'\n' + why));
    m_effect->setVisible(!m_effect->text().isEmpty());
    QPalette palette = this->palette();
    if (needsTick())
        palette.setColor(m_effect->foregroundRole(), colours().late);
    m_effect->setPalette(palette);
    m_sure->show(needsTick(), whatTheTickIsFor());
    m_send->setEnabled(why.isEmpty() && m_sure->allows());
    m_stop->setEnabled(m_waits != 0);
    m_messages->setEnabled(m_report.request != 0);
}

void FreeWindow::say(const QString &text, const QColor &colour)
{
    QPalette palette = this->palette();
    if (colour.isValid())
        palette.setColor(m_outcome->foregroundRole(), colour);
    m_outcome->setPalette(palette);
    m_outcome->setText(text);
}

void FreeWindow::send()
{
    if (m_waits != 0 || !obstacle().isEmpty())
        return;
    if (m_editor->effect() == Effect::Erases)
        return askFirst(this, AskIcon::Warning, windowTitle(), tr("Send it now? What the device recorded is lost."),
            tr("&Erase"), [this, what = whatTheTickIsFor()] {
                if (what == whatTheTickIsFor()) // it may be another message by now
                    dispatch();
            });
    dispatch();
}

void FreeWindow::dispatch()
{
    if (m_waits != 0 || !obstacle().isEmpty() || !m_sure->allows())
        return;
    m_sure->use();
    FreeQuestion asked = question();
    asked.id = m_waits = ++m_last;
    say(tr("Sent; waiting for the answer\u2026"), {});
    emit sendRequested(asked);
    showState();
}

void FreeWindow::take(const FreeReport &report)
{
    if (report.id == 0 || report.id != m_waits)
        return;
    m_waits = 0;
    m_report = report;
    const bool answered = report.outcome == FreeOutcome::Answered, good = answered && report.status < 300;
    const bool once = report.outcome == FreeOutcome::SentOnce;
    say((good          ? QStringLiteral("\u25cf ")
                : once ? QStringLiteral("\u25d0 ")
                       : QStringLiteral("\u2715 "))
            + wording::freeOutcome(report),
        good       ? colours().online
            : once ? colours().late
                   : colours().failed);
    showState();
    listDialogs();
}

void FreeWindow::keep(const QString &name)
{
    bool left = false;
    const QString problem = m_kept.save(name, m_editor->text(), &left);
    if (!problem.isEmpty())
        return say(problem, colours().failed);
    say(left ? tr("Kept, without what proves a password.") : tr("Kept."), {});
}

void FreeWindow::refresh()
{
    if (!isVisible())
        return;
    listDialogs();
    tellEdition();
}

void FreeWindow::retranslate()
{
    setWindowTitle(tr("Write a message"));
    m_library->retranslate();
    m_editor->retranslate();
    m_toLabel->setText(tr("&To"));
    m_withinLabel->setText(tr("&Dialog"));
    m_sure->setText(tr("&Yes, send it"));
    m_sure->setToolTip(toolTipText(tr("Nothing is sent without this tick, and it holds for one time.")));
    m_send->setText(tr("&Send"));
    m_send->setToolTip(toolTipText(tr("Ctrl+Enter, wherever the keyboard is")));
    m_stop->setText(tr("Sto&p waiting"));
    m_messages->setText(tr("Show the &messages"));
    fillTargets(prefersDevice());
}

void FreeWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QDialog::changeEvent(event);
}

void FreeWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    targetChanged();
    m_editor->enter();
}

/// Ctrl+Enter sends from anywhere; what needs a tick needs it here as well.
void FreeWindow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier))
        return m_send->isEnabled() ? m_send->click() : void();
    if (!enter)
        QDialog::keyPressEvent(event);
}

} // namespace gb::ui
