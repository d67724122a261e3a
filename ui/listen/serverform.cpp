#include "ui/listen/serverform.h"

#include "ui/listen/addressbox.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace gb::ui {
namespace {

enum Label { Address, Port, ServerId, Domain, Password, Unregistered, Challenge };

} // namespace

ServerForm::ServerForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_address(new AddressBox)
    , m_unregistered(new QComboBox)
    , m_port(new QSpinBox)
    , m_serverId(new QLineEdit)
    , m_domain(new QLineEdit)
    , m_password(new QLineEdit)
    , m_showPassword(new QCheckBox)
    , m_keepPassword(new QCheckBox)
    , m_qop(new QCheckBox)
    , m_variants(new QCheckBox)
    , m_keepBindings(new QCheckBox)
{
    build();
    setConfig({}, false);
    connect(m_serverId, &QLineEdit::textChanged, this, [this](const QString &id) {
        if (m_domainFollows)
            m_domain->setText(id.left(10));
        emit changed();
    });
    connect(m_domain, &QLineEdit::textEdited, this,
        [this](const QString &domain) { m_domainFollows = domain.isEmpty() || domain == m_serverId->text().left(10); });
    connect(m_domain, &QLineEdit::textChanged, this, &ServerForm::changed);
    connect(m_password, &QLineEdit::textChanged, this, &ServerForm::changed);
    connect(m_showPassword, &QCheckBox::toggled, this,
        [this](bool shown) { m_password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    for (QLineEdit *edit : {m_serverId, m_domain, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &ServerForm::submitted);
}

void ServerForm::build()
{
    for (QLabel *&label : m_labels)
        label = plainLabel();
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_serverId->setMaxLength(20);
    m_serverId->setFont(monospace());
    m_domain->setMaxLength(64);
    m_domain->setFont(monospace());
    m_password->setMaxLength(128);
    m_password->setEchoMode(QLineEdit::Password);
    m_unregistered->addItems({QString(), QString(), QString(), QString()});
    m_unregistered->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    QWidget *const fields[] = {m_address, m_port, m_serverId, m_domain, m_password};
    for (int i = Address; i <= Password; ++i) {
        m_labels[i]->setBuddy(fields[i]);
        m_form->addRow(m_labels[i], fields[i]);
    }
    auto *both = new QHBoxLayout; // one line: on a low screen each one counts
    both->addWidget(m_showPassword);
    both->addSpacing(12);
    both->addWidget(m_keepPassword);
    both->addStretch(1);
    m_form->addRow(QString(), both);
    m_labels[Unregistered]->setBuddy(m_unregistered);
    m_form->addRow(m_labels[Unregistered], m_unregistered);
    m_labels[Challenge]->setBuddy(m_qop);
    m_form->addRow(m_labels[Challenge], m_qop);
    m_form->addRow(QString(), m_variants);
    m_form->addRow(QString(), m_keepBindings);
    m_form->setHorizontalSpacing(16);
    m_form->setContentsMargins(0, 0, 0, 0);
}

void ServerForm::retranslate()
{
    const QString texts[] = {tr("&Network card:"), tr("Por&t:"), tr("Server &ID:"), tr("D&omain:"), tr("P&assword:"),
        tr("Unregistered heartb&eat:"), tr("Challenge:")};
    for (int i = Address; i <= Challenge; ++i)
        m_labels[i]->setText(texts[i]);
    m_serverId->setToolTip(
        toolTipText(tr("SIP server ID, 20 digits; digits 11 to 13 are 200 for a platform (GB/T 28181 annex E)")));
    m_domain->setToolTip(toolTipText(tr("SIP domain, usually the first 10 digits of the server ID")));
    m_password->setPlaceholderText(tr("empty: devices register without a password"));
    //: of the password in the field above
    m_showPassword->setText(tr("Show"));
    //: the password in the field above
    m_keepPassword->setText(tr("Save (unencrypted)"));
    m_unregistered->setItemText(0, tr("refuse with 403: register first"));
    m_unregistered->setItemText(1, tr("refuse with 404"));
    m_unregistered->setItemText(2, tr("accept with 200"));
    m_unregistered->setItemText(3, tr("do not answer"));
    m_qop->setText(tr("Offer qop=\"auth\" (a few cameras cannot)"));
    m_variants->setText(tr("Try other forms where it is ignored"));
    m_variants->setToolTip(
        toolTipText(tr("A device that ignores two challenges is tried with the other forms in turn: MD5, MD5 with qop, "
                       "without algorithm, SHA-256. What it registers with is used for it from then on.")));
    m_keepBindings->setText(tr("Keep registrations across starts"));
    m_keepBindings->setToolTip(toolTipText(
        tr("Devices that registered before this start are known, and their heartbeats are accepted. Otherwise they are "
           "answered as heartbeats without registration.")));
    for (auto [widget, name] : {std::pair<QWidget *, QString>{m_address, tr("Network card")}, {m_port, tr("Port")},
             {m_serverId, tr("Server ID")}, {m_domain, tr("Domain")}, {m_password, tr("Password")},
             {m_showPassword, tr("Show the password")}, {m_keepPassword, tr("Save the password (unencrypted)")},
             {m_unregistered, tr("Heartbeat without registration")}})
        widget->setAccessibleName(name);
    refresh();
}

void ServerForm::refresh()
{
    m_address->refresh();
}

void ServerForm::setConfig(const ServerConfig &config, bool keepPassword)
{
    m_address->setAddress(config.address);
    m_port->setValue(config.port);
    m_domainFollows = config.domain == config.serverId.left(10);
    m_serverId->setText(config.serverId);
    m_domain->setText(config.domain);
    m_password->setText(config.password);
    m_keepPassword->setChecked(keepPassword);
    m_unregistered->setCurrentIndex(static_cast<int>(config.unregisteredKeepalive));
    m_qop->setChecked(config.offerQop);
    m_variants->setChecked(config.challengeVariants);
    m_keepBindings->setChecked(config.keepBindings);
}

void ServerForm::setPort(quint16 port)
{
    m_port->setValue(port);
}

ServerConfig ServerForm::config() const
{
    ServerConfig config;
    config.address = m_address->address();
    config.port = static_cast<quint16>(m_port->value());
    config.serverId = m_serverId->text();
    config.domain = m_domain->text();
    config.password = m_password->text();
    config.offerQop = m_qop->isChecked();
    config.challengeVariants = m_variants->isChecked();
    config.keepBindings = m_keepBindings->isChecked();
    config.unregisteredKeepalive = static_cast<UnregisteredKeepalive>(m_unregistered->currentIndex());
    return config;
}

bool ServerForm::keepsPassword() const
{
    return m_keepPassword->isChecked();
}

QString ServerForm::problem() const
{
    switch (problemOf(config())) {
    case ConfigProblem::None: break;
    case ConfigProblem::ServerId:
        return tr("The server ID has %1 digits; 20 are needed.").arg(m_serverId->text().size());
    case ConfigProblem::Domain: return tr("The domain takes letters, digits, dots and hyphens.");
    case ConfigProblem::Password: return tr("The password has characters that no camera can type.");
    }
    return {};
}

} // namespace gb::ui
