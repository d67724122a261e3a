#include "ui/listen/listenform.h"

#include "ui/theme.h"
#include "ui/widgets/plainlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHash>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QPushButton>
#include <QSpinBox>

namespace gb::ui {
namespace {

enum Label { Address, Port, ServerId, Domain, Password, Unregistered, Challenge };

} // namespace

ListenForm::ListenForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_title(plainLabel())
    , m_lead(mutedLabel())
    , m_problem(plainLabel())
    , m_address(new QComboBox)
    , m_unregistered(new QComboBox)
    , m_port(new QSpinBox)
    , m_serverId(new QLineEdit)
    , m_domain(new QLineEdit)
    , m_password(new QLineEdit)
    , m_showPassword(new QCheckBox)
    , m_keepPassword(new QCheckBox)
    , m_qop(new QCheckBox)
    , m_listen(new QPushButton)
{
    build();
    setConfig({}, false);
    retranslate();
    connect(m_serverId, &QLineEdit::textChanged, this, [this](const QString &id) {
        if (m_domainFollows)
            m_domain->setText(id.left(10));
        check();
    });
    connect(m_domain, &QLineEdit::textEdited, this, [this](const QString &domain) { m_domainFollows = domain.isEmpty() || domain == m_serverId->text().left(10); });
    connect(m_domain, &QLineEdit::textChanged, this, &ListenForm::check);
    connect(m_password, &QLineEdit::textChanged, this, &ListenForm::check);
    connect(m_showPassword, &QCheckBox::toggled, this, [this](bool shown) { m_password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_listen, &QPushButton::clicked, this, &ListenForm::listenRequested);
    for (QLineEdit *edit : {m_serverId, m_domain, m_password})
        connect(edit, &QLineEdit::returnPressed, m_listen, &QPushButton::click);
}

void ListenForm::build()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_title->setFont(large);
    m_lead->setWordWrap(true);
    m_problem->setWordWrap(true);
    for (QLabel *&label : m_labels)
        label = plainLabel();
    m_address->setMinimumContentsLength(28);
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_serverId->setMaxLength(20);
    m_serverId->setFont(monospace());
    m_domain->setMaxLength(64);
    m_domain->setFont(monospace());
    m_password->setMaxLength(128);
    m_password->setEchoMode(QLineEdit::Password);
    m_unregistered->addItems({QString(), QString(), QString(), QString()});
    m_listen->setDefault(true);

    QWidget *const fields[] = {m_address, m_port, m_serverId, m_domain, m_password};
    for (int i = Address; i <= Password; ++i) {
        m_labels[i]->setBuddy(fields[i]);
        m_form->addRow(m_labels[i], fields[i]);
    }
    m_form->addRow(QString(), m_showPassword);
    m_form->addRow(QString(), m_keepPassword);
    m_labels[Unregistered]->setBuddy(m_unregistered);
    m_form->addRow(m_labels[Unregistered], m_unregistered);
    m_labels[Challenge]->setBuddy(m_qop);
    m_form->addRow(m_labels[Challenge], m_qop);
    m_form->addRow(QString(), m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_listen);
    buttons->addStretch();
    m_form->addRow(QString(), buttons);
    m_form->setHorizontalSpacing(16);

    auto *column = new QVBoxLayout;
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_lead);
    column->addSpacing(8);
    column->addLayout(m_form);
    column->addStretch(2);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 4);
    row->addStretch(1);
}

void ListenForm::retranslate()
{
    m_title->setText(tr("Listen for devices"));
    m_lead->setText(tr("Choose the network card that the cameras reach. They are told this address, port, server ID, domain and password."));
    const QString texts[] = {tr("&Network card:"), tr("&Port:"), tr("Server &ID:"), tr("&Domain:"), tr("Pass&word:"), tr("&Heartbeat without registration:"), tr("Challenge:")};
    for (int i = Address; i <= Challenge; ++i)
        m_labels[i]->setText(texts[i]);
    m_serverId->setToolTip(toolTipText(tr("SIP server ID, 20 digits; digits 11 to 13 are 200 for a platform (GB/T 28181 annex E)")));
    m_domain->setToolTip(toolTipText(tr("SIP domain, usually the first 10 digits of the server ID")));
    m_password->setPlaceholderText(tr("empty: devices register without one"));
    m_showPassword->setText(tr("Show the password"));
    m_keepPassword->setText(tr("Keep it on this computer, in plain text"));
    m_unregistered->setItemText(0, tr("refuse with 403: the device should register"));
    m_unregistered->setItemText(1, tr("refuse with 404"));
    m_unregistered->setItemText(2, tr("accept with 200"));
    m_unregistered->setItemText(3, tr("stay silent"));
    m_qop->setText(tr("Offer qop=\"auth\" (a few cameras cannot)"));
    m_listen->setText(tr("Listen"));
    for (auto [widget, name] : {std::pair<QWidget *, QString>{m_address, tr("Network card")}, {m_port, tr("Port")}, {m_serverId, tr("Server ID")}, {m_domain, tr("Domain")},
                                {m_password, tr("Password")}, {m_unregistered, tr("Heartbeat without registration")}})
        widget->setAccessibleName(name);
    fillAddresses();
    check();
}

void ListenForm::fillAddresses()
{
    const QString chosen = m_address->currentData().toString();
    m_address->clear();
    // What cameras reach comes first: IPv4 of a card, then IPv6, then this computer alone
    QStringList order[3];
    QHash<QString, QString> names;
    for (const QNetworkInterface &card : QNetworkInterface::allInterfaces()) {
        if (!(card.flags() & QNetworkInterface::IsUp))
            continue;
        const bool loopback = card.flags() & QNetworkInterface::IsLoopBack;
        for (const QNetworkAddressEntry &entry : card.addressEntries()) {
            QHostAddress address = entry.ip();
            if (address.isLinkLocal() && address.protocol() == QAbstractSocket::IPv6Protocol)
                continue;
            address.setScopeId({});
            order[loopback ? 2 : address.protocol() == QAbstractSocket::IPv4Protocol ? 0 : 1].append(address.toString());
            names.insert(address.toString(), loopback ? tr("this computer only") : card.humanReadableName());
        }
    }
    for (const QString &address : order[0] + order[1] + order[2])
        m_address->addItem(QStringLiteral("%1  \u2013  %2").arg(address, names.value(address)), address);
    m_address->addItem(tr("0.0.0.0  \u2013  every network card"), QStringLiteral("0.0.0.0"));
    int at = m_address->findData(chosen);
    if (at < 0 && !chosen.isEmpty()) {
        m_address->insertItem(0, tr("%1  \u2013  not there now").arg(chosen), chosen);
        at = 0;
    }
    m_address->setCurrentIndex(std::max(0, at));
}

void ListenForm::setConfig(const ServerConfig &config, bool keepPassword)
{
    fillAddresses();
    const QString address = config.address.toString();
    if (!config.address.isNull()) { // none was ever chosen: the list's own first choice stands
        if (m_address->findData(address) < 0)
            m_address->insertItem(0, tr("%1  \u2013  not there now").arg(address), address);
        m_address->setCurrentIndex(m_address->findData(address));
    }
    m_port->setValue(config.port);
    m_domainFollows = config.domain == config.serverId.left(10);
    m_serverId->setText(config.serverId);
    m_domain->setText(config.domain);
    m_password->setText(config.password);
    m_keepPassword->setChecked(keepPassword);
    m_unregistered->setCurrentIndex(static_cast<int>(config.unregisteredKeepalive));
    m_qop->setChecked(config.offerQop);
}

ServerConfig ListenForm::config() const
{
    ServerConfig config;
    config.address = QHostAddress(m_address->currentData().toString());
    config.port = static_cast<quint16>(m_port->value());
    config.serverId = m_serverId->text();
    config.domain = m_domain->text();
    config.password = m_password->text();
    config.offerQop = m_qop->isChecked();
    config.unregisteredKeepalive = static_cast<UnregisteredKeepalive>(m_unregistered->currentIndex());
    return config;
}

bool ListenForm::keepsPassword() const
{
    return m_keepPassword->isChecked();
}

void ListenForm::setProblem(const QString &text)
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, colours().failed);
    m_problem->setPalette(palette);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void ListenForm::check()
{
    QString problem;
    switch (problemOf(config())) {
    case ConfigProblem::None: break;
    case ConfigProblem::ServerId: problem = tr("The server ID has %1 digits; 20 are needed.").arg(m_serverId->text().size()); break;
    case ConfigProblem::Domain: problem = tr("The domain takes letters, digits, dots and hyphens."); break;
    case ConfigProblem::Password: problem = tr("The password has characters that no camera can type."); break;
    }
    m_listen->setEnabled(problem.isEmpty());
    setProblem(problem);
}

void ListenForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ListenForm::showEvent(QShowEvent *event)
{
    fillAddresses(); // a cable may have been plugged in meanwhile
    m_listen->setFocus();
    QWidget::showEvent(event);
}

} // namespace gb::ui
