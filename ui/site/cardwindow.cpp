#include "ui/site/cardwindow.h"

#include "core/report/words/sitewording.h"
#include "ui/listen/addressbox.h"
#include "ui/site/cardprint.h"
#include "ui/site/cardtable.h"
#include "ui/site/qrwindow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace gb::ui {
namespace {

constexpr int kinds[] = {IdPlan::cameraType, IdPlan::recorderType};

void tint(QLabel *label, const QColor &colour)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

} // namespace

CardWindow::CardWindow(QWidget *parent)
    : QDialog(parent, Qt::Window | Qt::WindowCloseButtonHint | Qt::WindowMinMaxButtonsHint)
    , m_where(mutedLabel())
    , m_page(plainLabel())
    , m_check(plainLabel())
    , m_addressLabel(plainLabel())
    , m_deviceLabel(plainLabel())
    , m_channelLabel(plainLabel())
    , m_address(new AddressBox)
    , m_vendors(new QTabBar)
    , m_kind(new QComboBox)
    , m_device(new QLineEdit)
    , m_channel(new QLineEdit)
    , m_next(new QPushButton)
    , m_table(new CardTable)
    , m_eye(new QToolButton)
    , m_printPassword(new QCheckBox)
    , m_copyAll(new QPushButton)
    , m_qr(new QPushButton)
    , m_print(new QPushButton)
{
    build();
    retranslate();
    connectParts();
    resize(1080, 700);
    m_table->setFocus();
}

void CardWindow::build()
{
    m_where->setWordWrap(true);
    m_check->setWordWrap(true);
    m_vendors->setDrawBase(false);
    m_vendors->setExpanding(false);
    for (int vendor = 0; vendor < cameraVendors; ++vendor)
        m_vendors->addTab(QString());
    m_kind->addItems({QString(), QString()});
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_where);
    column->addLayout(buildIds());
    column->addWidget(m_check);
    column->addSpacing(8);
    auto *tabs = new QHBoxLayout;
    tabs->addWidget(m_vendors);
    tabs->addSpacing(16);
    tabs->addWidget(m_page, 1);
    column->addLayout(tabs);
    column->addWidget(m_table, 1);
    column->addLayout(buildButtons());
}

QLayout *CardWindow::buildIds()
{
    for (QLineEdit *edit : {m_device, m_channel}) {
        edit->setFont(monospace());
        edit->setMaxLength(32);
        edit->setMinimumWidth(QFontMetrics(monospace()).horizontalAdvance(QString(22, u'0')));
    }
    m_addressLabel->setBuddy(m_address);
    m_deviceLabel->setBuddy(m_device);
    m_channelLabel->setBuddy(m_channel);
    m_next->setAutoDefault(false);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->addWidget(m_addressLabel, 0, 0);
    grid->addWidget(m_address, 0, 1, 1, 2);
    grid->addWidget(m_kind, 0, 4);
    grid->addWidget(m_next, 0, 5);
    grid->addWidget(m_deviceLabel, 1, 0);
    grid->addWidget(m_device, 1, 1);
    grid->setColumnMinimumWidth(2, 16);
    grid->addWidget(m_channelLabel, 1, 3);
    grid->addWidget(m_channel, 1, 4, 1, 2);
    grid->setColumnStretch(6, 1);
    return grid;
}

QLayout *CardWindow::buildButtons()
{
    m_eye->setCheckable(true);
    m_eye->setIcon(icon(QStringLiteral("eye")));
    m_eye->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QPushButton *button : {m_copyAll, m_qr, m_print})
        button->setAutoDefault(false);
    m_copyAll->setIcon(icon(QStringLiteral("copy")));
    auto *row = new QHBoxLayout;
    row->addWidget(m_eye);
    row->addStretch();
    row->addWidget(m_copyAll);
    row->addWidget(m_qr);
    row->addSpacing(16);
    row->addWidget(m_printPassword);
    row->addWidget(m_print);
    return row;
}

void CardWindow::connectParts()
{
    connect(m_address, &QComboBox::currentIndexChanged, this, &CardWindow::refresh);
    connect(m_vendors, &QTabBar::currentChanged, this, &CardWindow::refresh);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CardWindow::propose);
    connect(m_device, &QLineEdit::textChanged, this, &CardWindow::refresh);
    connect(m_device, &QLineEdit::textEdited, this, [this](const QString &id) {
        if (faultOf(id.toStdString()) == IdFault::None)
            m_channel->setText(m_plan.channelFor(id));
    });
    connect(m_channel, &QLineEdit::textChanged, this, &CardWindow::refresh);
    connect(m_next, &QPushButton::clicked, this, &CardWindow::nextDevice);
    connect(m_eye, &QToolButton::toggled, m_table, &CardTable::setSecretsShown);
    connect(m_eye, &QToolButton::toggled, this, &CardWindow::nameEye);
    connect(m_copyAll, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_table->text()); });
    connect(m_qr, &QPushButton::clicked, this, &CardWindow::showQr);
    connect(m_print, &QPushButton::clicked, this, &CardWindow::print);
}

void CardWindow::retranslate()
{
    setWindowTitle(tr("Camera card"));
    m_addressLabel->setText(tr("Net&work card that the device reaches:"));
    m_deviceLabel->setText(tr("&Device ID:"));
    m_channelLabel->setText(tr("C&hannel ID:"));
    m_address->setAccessibleName(tr("Network card that the device reaches"));
    m_device->setAccessibleName(tr("Device ID"));
    m_channel->setAccessibleName(tr("Channel ID"));
    m_kind->setAccessibleName(tr("Kind of device"));
    m_kind->setItemText(0, tr("Camera (132)"));
    m_kind->setItemText(1, tr("Recorder (118)"));
    const QFontMetrics metrics = m_kind->fontMetrics();
    const int letter = metrics.horizontalAdvance(u'X');
    m_kind->setMinimumContentsLength(0);
    for (int i = 0; i < m_kind->count(); ++i) // Qt takes the ink's width, and Chinese brackets are wider than their ink
        m_kind->setMinimumContentsLength(
            std::max(m_kind->minimumContentsLength(), metrics.horizontalAdvance(m_kind->itemText(i)) / letter + 1));
    m_vendors->setAccessibleName(tr("Vendor"));
    for (int one = 0; one < cameraVendors; ++one) {
        const VendorPage page = vendorPage(static_cast<CameraVendor>(one));
        //: a camera of any vendor
        m_vendors->setTabText(one,
            page.path.isEmpty()                ? tr("Any other")
                : page.chinese == page.english ? page.chinese
                                               : QStringLiteral("%1 %2").arg(page.chinese, page.english));
    }
    m_next->setText(tr("&Next device"));
    m_next->setToolTip(tr("Reserves these IDs for this device, and proposes the next free ones"));
    nameEye();
    m_copyAll->setText(tr("Copy &all"));
    m_qr->setText(tr("&QR code\u2026"));
    m_qr->setToolTip(tr("For the phone of the colleague at the device"));
    m_printPassword->setText(tr("with the passw&ord"));
    m_print->setText(tr("&Print\u2026"));
    m_table->retranslate();
    refreshAddresses();
    refresh();
}

void CardWindow::nameEye()
{
    m_eye->setText(m_eye->isChecked() ? tr("Hide the pa&ssword") : tr("&Show the password"));
}

void CardWindow::setSite(const CardSite &site)
{
    const bool other = site.server.serverId != m_site.server.serverId || m_device->text().isEmpty();
    const bool moved = !std::exchange(m_fitted, true) || site.server.address != m_site.server.address
        || site.listening != m_site.listening;
    m_site = site;
    m_plan = IdPlan(site.server.serverId);
    m_plan.setInUse(site.inUse);
    m_plan.setExpected(site.expected);
    m_plan.setPlanned(m_planned);
    if (moved)
        fitAddress();
    if (other)
        propose();
    refresh();
}

/// The listener's own; where that is every card, the first that cameras reach.
void CardWindow::fitAddress()
{
    const QHostAddress own = m_site.server.address;
    const bool every = own.isNull() || own == QHostAddress(QHostAddress::AnyIPv4)
        || own == QHostAddress(QHostAddress::AnyIPv6);
    const QSignalBlocker quiet(m_address);
    m_address->setAddress(every ? QHostAddress() : own);
    refreshAddresses();
}

/// In the language of now, and with a cable that was plugged in meanwhile.
void CardWindow::refreshAddresses()
{
    const QSignalBlocker quiet(m_address);
    m_address->refresh();
    m_address->removeItem(m_address->findData(QStringLiteral("0.0.0.0"))); // no camera can be told that
}

void CardWindow::showEvent(QShowEvent *event)
{
    refreshAddresses();
    refresh();
    QDialog::showEvent(event);
}

void CardWindow::setVendor(CameraVendor vendor)
{
    m_vendors->setCurrentIndex(static_cast<int>(vendor));
}

CameraVendor CardWindow::vendor() const
{
    return static_cast<CameraVendor>(std::max(0, m_vendors->currentIndex()));
}

void CardWindow::propose()
{
    m_device->setText(m_plan.nextFree(kinds[std::max(0, m_kind->currentIndex())]));
    m_channel->setText(m_plan.channelFor(m_device->text()));
}

void CardWindow::nextDevice()
{
    for (const QString &id : {m_device->text(), m_channel->text()}) {
        if (!id.isEmpty() && !m_planned.contains(id))
            m_planned.append(id);
    }
    m_plan.setPlanned(m_planned);
    propose();
}

CardInput CardWindow::input() const
{
    CardInput input;
    input.serverId = m_site.server.serverId;
    input.domain = m_site.server.domain;
    input.address = m_address->address();
    input.port = m_site.server.port;
    if (m_site.passwordKnown)
        input.password = m_site.server.password;
    input.heartbeat = m_site.heartbeat;
    input.deviceId = m_device->text();
    input.channelId = m_channel->text();
    return input;
}

void CardWindow::refresh()
{
    const ServerConfig &server = m_site.server;
    const bool every = server.address.isNull() || IpAddress(server.address).isAny();
    const bool elsewhere = m_site.listening && !every && m_address->address() != server.address;
    m_where->setText(!m_site.listening
            ? tr("gbscope is not listening as a server now; these are the values of its form.")
            : elsewhere ? tr("gbscope listens on %1 only: a camera set to another address cannot reach it.")
                              .arg(server.address.toString())
                        : tr("gbscope is listening: port %1, UDP and TCP.").arg(server.port));
    tint(m_where, elsewhere ? colours().failed : colours().muted);
    m_page->setText(vendorPage(vendor()).path);
    m_table->setRows(cameraCard(vendor(), input()));
    m_eye->setEnabled(m_site.passwordKnown && !server.password.isEmpty());
    m_printPassword->setEnabled(m_eye->isEnabled());
    checkIds();
    refreshQr();
}

void CardWindow::showQr()
{
    if (!m_qrWindow)
        m_qrWindow = new QrWindow(this);
    m_qrWindow->show();
    refreshQr();
    m_qrWindow->raise();
    m_qrWindow->activateWindow();
}

void CardWindow::refreshQr()
{
    if (m_qrWindow && m_qrWindow->isVisible())
        m_qrWindow->setCard(title(), cameraCard(vendor(), input()));
}

QString CardWindow::idLine(const QString &id, IdRole role, bool *forbidden) const
{
    QStringList reasons;
    for (const IdProblem problem : m_plan.check(id, role, m_device->text())) {
        if (problem == IdProblem::InUse && role == IdRole::Device && id == m_free)
            continue; // it has come
        *forbidden = *forbidden || forbids(problem);
        reasons << wording::idProblem(problem, role);
    }
    //: between two things that are said of an ID
    return reasons.join(tr("; "));
}

void CardWindow::checkIds()
{
    bool forbidden = false;
    const QString device = m_device->text(), channel = m_channel->text();
    const bool here = m_site.inUse.contains(device);
    if (!here)
        m_free = device;
    QStringList lines;
    if (const QString why = idLine(device, IdRole::Device, &forbidden); !why.isEmpty())
        lines << tr("The device ID %1.").arg(why);
    if (const QString why = idLine(channel, IdRole::Channel, &forbidden); !why.isEmpty())
        lines << tr("The channel ID %1.").arg(why);
    const bool come = here && device == m_free;
    if (come)
        lines.prepend(tr("The device is here: %1.").arg(device));
    else if (lines.isEmpty())
        lines << tr("Both IDs are free.");
    m_check->setText(lines.join(u' '));
    tint(m_check, forbidden ? colours().failed : come ? colours().online : palette().color(QPalette::WindowText));
}

QString CardWindow::title() const
{
    return tr("Camera card \u2013 %1").arg(m_vendors->tabText(m_vendors->currentIndex()));
}

std::unique_ptr<QTextDocument> CardWindow::document() const
{
    return cardDocument(title(), m_page->text(), cameraCard(vendor(), input()), m_printPassword->isChecked());
}

QString CardWindow::printText() const
{
    return document()->toPlainText();
}

void CardWindow::printTo(QPrinter &printer) const
{
    document()->print(&printer);
}

void CardWindow::print()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(tr("Print the camera card"));
    if (dialog.exec() == QDialog::Accepted)
        printTo(printer);
}

void CardWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        refresh();
    QDialog::changeEvent(event);
}

} // namespace gb::ui
