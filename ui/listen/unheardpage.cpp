#include "ui/listen/unheardpage.h"

#include "core/report/words/wording.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gb::ui {

UnheardPage::UnheardPage(QWidget *parent)
    : QScrollArea(parent)
    , m_title(plainLabel())
    , m_texts{plainLabel(), plainLabel(), plainLabel(), plainLabel()}
    , m_cards(plainLabel())
    , m_command(new QPlainTextEdit)
    , m_copy(new QPushButton)
    , m_card(new QPushButton)
    , m_flow(new QPushButton)
{
    build();
    retranslate();
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_command->toPlainText()); });
    connect(m_card, &QPushButton::clicked, this, &UnheardPage::cardRequested);
    connect(m_flow, &QPushButton::clicked, this, &UnheardPage::flowRequested);
}

void UnheardPage::build()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);
    for (QLabel *label : {m_title, m_texts[Device], m_texts[Guard], m_texts[Port], m_texts[Card], m_cards})
        label->setWordWrap(true);
    m_cards->setFont(monospace());
    m_cards->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_cards->setContentsMargins(16, 0, 0, 0);
    m_command->setReadOnly(true);
    m_command->setFont(monospace());
    m_command->setTabChangesFocus(true);
    m_command->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it is as high as its lines
    m_command->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    auto *command = new QHBoxLayout;
    command->setContentsMargins(16, 0, 0, 0);
    command->addWidget(m_command, 1);
    command->addWidget(m_copy, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_card);
    buttons->addWidget(m_flow);
    buttons->addStretch();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_texts[Device]);
    column->addWidget(m_texts[Guard]);
    column->addLayout(command);
    column->addWidget(m_texts[Port]);
    column->addWidget(m_texts[Card]);
    column->addWidget(m_cards);
    column->addLayout(buttons);
    column->addStretch();
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus); // its parts take it
    setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
}

void UnheardPage::setFacts(const Facts &facts)
{
    m_facts = facts;
    retranslate();
}

void UnheardPage::setWaited(Duration waited)
{
    m_waited = waited;
    //: %1 is a span of time, such as "45 s"
    m_title->setText(tr("Nothing received for %1. Check, most likely first:").arg(wording::span(waited)));
}

void UnheardPage::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the command"));
    m_command->setAccessibleName(tr("Command to type"));
    m_cards->setAccessibleName(tr("Network cards of this computer"));
    m_card->setText(tr("Camera &card"));
    m_flow->setText(tr("Show the message &flow"));
    m_card->setVisible(m_facts.choice.role == ListenChoice::Role::Server);
    switch (m_facts.choice.role) {
    case ListenChoice::Role::Server: showServer(); break;
    case ListenChoice::Role::Capture: showCapture(); break;
    case ListenChoice::Role::Hep: showHep(); break;
    }
    m_cards->setText(cardLines());
    const int lines = m_command->toPlainText().size() > 70 ? 3 : 1;
    m_command->setFixedHeight(lines * QFontMetrics(monospace()).lineSpacing()
        + 2 * static_cast<int>(m_command->document()->documentMargin()) + 2 * m_command->frameWidth());
    setWaited(m_waited);
}

void UnheardPage::showServer()
{
    const ServerConfig &server = m_facts.choice.server;
    const IpAddress &local = m_facts.local.address;
    m_texts[Device]->setText(local.isLoopback() ? tr("1. The address: %1 is this computer alone, and no device reaches "
                                                     "it. Choose a network card (menu Capture, Listen\u2026).")
                                                      .arg(local.toString())
            : local.isAny()
            ? tr("1. The device: its SIP server address must be one of those below, its server ID %1, and GB/T 28181 "
                 "must be switched on. Compare each field with the camera card.")
                  .arg(server.serverId)
            : tr("1. The device: its SIP server address must be %1, its server ID %2, and GB/T 28181 must be switched "
                 "on. Compare each field with the camera card.")
                  .arg(local.toString(), server.serverId));
    showGuard(QStringLiteral("2"));
    m_texts[Port]->setText(tr("3. The port: the device must send to %1. Its \"local port\" is its own, not this one.")
                               .arg(m_facts.local.port));
    m_texts[Card]->setText(tr("4. The network: is the cable in, and is the device in the same subnet as this computer? "
                              "If not, both need a gateway. This computer has:"));
}

void UnheardPage::showCapture()
{
    m_texts[Device]->setText(
        tr("1. The switch: does it mirror the port of the devices, or of their server, in both directions?"));
    m_texts[Guard]->hide();
    m_command->hide();
    m_copy->hide();
    m_texts[Port]->setText(tr("2. The devices: a heartbeat comes once a minute or so; restarted, a device registers at "
                              "once. Signalling inside TLS or a VPN cannot be read."));
    m_texts[Card]->setText(tr("3. The network card: is the cable of the mirror port in %1? This computer has:")
                               .arg(m_facts.choice.interface));
}

void UnheardPage::showHep()
{
    m_texts[Device]->setText(tr("1. The sender: it must send HEP version 3 to port %1 of this computer, at one of the "
                                "addresses below.")
                                 .arg(m_facts.local.port));
    showGuard(QStringLiteral("2"));
    m_texts[Port]->setText(tr("3. Its traffic: it sends copies only while calls or heartbeats pass through it."));
    m_texts[Card]->setText(tr("4. The network: is this computer reachable from the sender? It has:"));
}

void UnheardPage::showGuard(const QString &number)
{
    m_texts[Guard]->show();
    m_command->show();
    m_copy->show();
    const QString command = firewallCommand(m_facts.firewall, m_facts.local.port, m_facts.program);
    if (command != m_command->toPlainText()) // what is selected stays
        m_command->setPlainText(command);
    const QString port = QString::number(m_facts.local.port);
    switch (m_facts.firewall) {
    case Firewall::Windows:
        m_texts[Guard]->setText(
            tr("%1. The firewall of this computer: let port %2 in, UDP and TCP. In a command prompt "
               "that was opened as administrator:")
                .arg(number, port));
        break;
    case Firewall::Nftables:
        m_texts[Guard]->setText(tr("%1. The firewall of this computer: does it let port %2 in, UDP and TCP? This shows "
                                   "its rules, if it has any:")
                                    .arg(number, port));
        break;
    case Firewall::MacOs:
        m_texts[Guard]->setText(
            tr("%1. The firewall of this computer: let gbscope receive. In a terminal:").arg(number));
        break;
    case Firewall::Ufw:
    case Firewall::Firewalld:
        m_texts[Guard]->setText(
            tr("%1. The firewall of this computer: let port %2 in, UDP and TCP. In a terminal:").arg(number, port));
        break;
    }
}

QString UnheardPage::cardLines() const
{
    QStringList lines;
    for (const LocalCard &card : m_facts.cards) {
        const bool here = m_facts.choice.role != ListenChoice::Role::Capture
            && IpAddress(card.address) == m_facts.local.address;
        QString line = QStringLiteral("%1  %2").arg(card.name, card.address.toString());
        if (card.prefix > 0)
            line += u'/' + QString::number(card.prefix);
        if (const QString range = neighbours(card); !range.isEmpty())
            line += QStringLiteral("  ") + tr("same subnet: %1").arg(range);
        if (here)
            line += QStringLiteral("  ") + tr("(it listens here)");
        lines.append(line);
    }
    return lines.isEmpty() ? tr("no address but its own (127.0.0.1): no cable, or no DHCP server") : lines.join(u'\n');
}

QStringList UnheardPage::lines() const
{
    QStringList lines{m_title->text()};
    for (int step = 0; step < steps; ++step) {
        if (!m_texts[step]->isHidden())
            lines.append(m_texts[step]->text());
        if (step == Guard && !m_command->isHidden())
            lines.append(m_command->toPlainText());
    }
    return lines + m_cards->text().split(u'\n');
}

void UnheardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

} // namespace gb::ui
