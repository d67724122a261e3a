#include "ui/listen/listenform.h"

#include "core/capture/livecapture.h"
#include "ui/listen/addressbox.h"
#include "ui/listen/serverform.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QFontMetrics>
#include <QFormLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSpinBox>

namespace gb::ui {
namespace {

QFormLayout *formOf(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setHorizontalSpacing(16);
    form->setContentsMargins(0, 0, 0, 0);
    return form;
}

/// They scroll where the window is low, so that the button below stays in sight, and want their whole height where it
/// is not.
class Fields final : public QScrollArea
{
public:
    explicit Fields(QWidget *fields)
    {
        setWidget(fields);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        setFocusPolicy(Qt::NoFocus);
    }

    QSize sizeHint() const override
    {
        const int width = std::max(widget()->sizeHint().width(), this->width());
        return {width, std::max(widget()->sizeHint().height(), widget()->heightForWidth(width))};
    }
    QSize minimumSizeHint() const override { return {widget()->minimumSizeHint().width() + 16, 60}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        if (event->size().width() != event->oldSize().width())
            updateGeometry(); // texts wrap otherwise
    }
};

} // namespace

ListenForm::ListenForm(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel())
    , m_lead(mutedLabel())
    , m_problem(plainLabel())
    , m_server(new ServerForm)
    , m_interfaceLabel(plainLabel())
    , m_hepAddressLabel(plainLabel())
    , m_hepPortLabel(plainLabel())
    , m_interface(new QComboBox)
    , m_hepAddress(new AddressBox)
    , m_hepPort(new QSpinBox)
    , m_command(new QPlainTextEdit)
    , m_copy(new QPushButton)
    , m_listen(new QPushButton)
    , m_cancel(new QPushButton)
{
    build();
    setChoice({});
    retranslate();
    for (QRadioButton *one : m_roles)
        connect(one, &QRadioButton::toggled, this, &ListenForm::showRole);
    connect(m_server, &ServerForm::changed, this, &ListenForm::check);
    connect(m_server, &ServerForm::submitted, m_listen, &QPushButton::click);
    connect(m_listen, &QPushButton::clicked, this, &ListenForm::listenRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ListenForm::cancelled);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_command->toPlainText()); });
}

void ListenForm::build()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_title->setFont(large);
    m_lead->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->setContentsMargins(0, 6, 0, 0);
    m_listen->setDefault(true);
    m_pages = {m_server, buildCapture(), buildHep()};

    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 8, 0); // the scroll bar's
    column->addSpacing(16); // from the top: what is clicked must not move when the page below is another one
    column->addWidget(m_title);
    column->addSpacing(4);
    for (QRadioButton *&one : m_roles) {
        one = new QRadioButton;
        column->addWidget(one);
    }
    column->addSpacing(8);
    column->addWidget(m_lead);
    column->addSpacing(8);
    for (QWidget *page : m_pages)
        column->addWidget(page);
    column->addStretch(1);
    auto *whole = new QVBoxLayout;
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(new Fields(fields));
    whole->addWidget(m_problem);
    whole->addWidget(buildCommand());
    whole->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_listen);
    buttons->addWidget(m_cancel);
    m_cancel->hide();
    buttons->addStretch();
    whole->addLayout(buttons);
    whole->addStretch(1);
    auto *inside = new QWidget; // as wide whatever is in it, so that nothing moves to the side either
    inside->setLayout(whole);
    inside->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(inside, 100);
    row->addStretch(1);
}

QWidget *ListenForm::buildCapture()
{
    auto *page = new QWidget;
    m_interface->setMinimumContentsLength(28);
    m_interface->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_interfaceLabel->setBuddy(m_interface);
    formOf(page)->addRow(m_interfaceLabel, m_interface);
    return page;
}

QWidget *ListenForm::buildHep()
{
    auto *page = new QWidget;
    QFormLayout *form = formOf(page);
    m_hepPort->setRange(1, 65535);
    m_hepPort->setGroupSeparatorShown(false);
    m_hepAddressLabel->setBuddy(m_hepAddress);
    m_hepPortLabel->setBuddy(m_hepPort);
    form->addRow(m_hepAddressLabel, m_hepAddress);
    form->addRow(m_hepPortLabel, m_hepPort);
    return page;
}

QWidget *ListenForm::buildCommand()
{
    m_commandRow = new QWidget;
    auto *row = new QHBoxLayout(m_commandRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_command->setReadOnly(true);
    m_command->setFont(monospace());
    m_command->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_command->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_command->setTabChangesFocus(true);
    m_command->setFixedHeight(2 * QFontMetrics(monospace()).lineSpacing()
        + 2 * static_cast<int>(m_command->document()->documentMargin()) + 2 * m_command->frameWidth());
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setAutoDefault(false);
    row->addWidget(m_command, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    return m_commandRow;
}

void ListenForm::retranslate()
{
    m_title->setText(tr("Mode"));
    const QString texts[] = {
        tr("Be the SIP &server of the cameras"), tr("&Watch a network card (mirror port)"), tr("&Receive HEP (Homer)")};
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        m_roles[i]->setText(texts[i]);
    m_interfaceLabel->setText(tr("&Network card:"));
    m_hepAddressLabel->setText(tr("&Network card:"));
    m_hepPortLabel->setText(tr("Por&t:"));
    m_interface->setAccessibleName(tr("Network card to watch"));
    m_hepAddress->setAccessibleName(tr("Address for HEP"));
    m_hepPort->setAccessibleName(tr("Port for HEP"));
    m_command->setAccessibleName(tr("Command to type"));
    m_copy->setText(tr("Copy"));
    m_cancel->setText(tr("Leave it as it is"));
    m_copy->setAccessibleName(tr("Copy the command"));
    m_server->retranslate();
    m_hepAddress->refresh();
    fillInterfaces();
    showRole();
}

ListenChoice::Role ListenForm::role() const
{
    for (std::size_t i = 0; i < m_roles.size(); ++i) {
        if (m_roles[i]->isChecked())
            return static_cast<ListenChoice::Role>(i);
    }
    return ListenChoice::Role::Server;
}

void ListenForm::showRole()
{
    const ListenChoice::Role now = role();
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_pages[i]->setVisible(i == static_cast<std::size_t>(now));
    switch (now) {
    case ListenChoice::Role::Server:
        m_lead->setText(tr("Choose the network card that the cameras reach. Set this address, port, server ID, domain "
                           "and password in the cameras."));
        m_listen->setText(tr("Listen"));
        break;
    case ListenChoice::Role::Capture:
        m_lead->setText(tr("Choose the network card that is connected to the mirror port of the switch. All SIP that "
                           "passes is shown, recorded and judged; nothing is answered."));
        m_listen->setText(tr("Watch"));
        break;
    case ListenChoice::Role::Hep:
        m_lead->setText(tr("Kamailio, OpenSIPS, heplify and Homer send copies of SIP messages as HEP version 3. What "
                           "comes here is shown, recorded and judged; nothing is answered."));
        m_listen->setText(tr("Receive"));
        break;
    }
    check();
}

void ListenForm::fillInterfaces()
{
    const QString chosen = m_interface->currentData().toString();
    m_interface->clear();
    for (const CaptureInterface &card : captureInterfaces()) {
        QStringList notes;
        if (card.name == u"any")
            notes << tr("every network card");
        else if (card.loopback)
            notes << tr("this computer only");
        else if (!card.addresses.isEmpty())
            notes << card.addresses.constFirst();
        else if (!card.description.isEmpty())
            notes << card.description;
        if (!card.up)
            notes << tr("down");
        m_interface->addItem(notes.isEmpty()
                ? card.name
                : QStringLiteral("%1  \u2013  %2").arg(card.name, notes.join(QStringLiteral(", "))),
            card.name);
    }
    if (!chosen.isEmpty() && m_interface->findData(chosen) < 0)
        m_interface->insertItem(0, tr("%1  \u2013  not there now").arg(chosen), chosen);
    m_interface->setCurrentIndex(m_interface->count() == 0 ? -1 : std::max(0, m_interface->findData(chosen)));
}

void ListenForm::setChoice(const ListenChoice &choice)
{
    m_roles[static_cast<std::size_t>(choice.role)]->setChecked(true);
    m_server->setConfig(choice.server, choice.keepPassword);
    m_hepAddress->setAddress(QHostAddress(choice.hep.address));
    m_hepPort->setValue(choice.hep.port);
    if (!choice.interface.isEmpty()) {
        if (m_interface->findData(choice.interface) < 0)
            m_interface->addItem(choice.interface, choice.interface);
        m_interface->setCurrentIndex(m_interface->findData(choice.interface));
    }
    fillInterfaces();
}

void ListenForm::setPorts(quint16 sip, quint16 hep)
{
    if (sip > 0)
        m_server->setPort(sip);
    if (hep > 0)
        m_hepPort->setValue(hep);
}

ListenChoice ListenForm::choice() const
{
    return {.role = role(),
        .server = m_server->config(),
        .keepPassword = m_server->keepsPassword(),
        .interface = m_interface->currentData().toString(),
        .hep = {m_hepAddress->address(), static_cast<quint16>(m_hepPort->value())}};
}

void ListenForm::setProblem(const QString &text, const QString &command)
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, colours().failed);
    m_problem->setPalette(palette);
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_command->setPlainText(command);
    m_commandRow->setVisible(!command.isEmpty());
}

void ListenForm::setRunning(bool running)
{
    m_cancel->setVisible(running);
}

void ListenForm::check()
{
    QString problem;
    if (role() == ListenChoice::Role::Server)
        problem = m_server->problem();
    else if (role() == ListenChoice::Role::Capture && m_interface->count() == 0)
        problem = tr("There is no network card that can be watched.");
    m_listen->setEnabled(problem.isEmpty());
    setProblem(problem);
}

void ListenForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ListenForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_cancel->isHidden())
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

void ListenForm::showEvent(QShowEvent *event)
{
    m_server->refresh(); // a cable may have been plugged in meanwhile
    m_hepAddress->refresh();
    fillInterfaces();
    m_listen->setFocus();
    QWidget::showEvent(event);
}

} // namespace gb::ui
