#include "ui/play/playtarget.h"

#include "core/message/basicparam.h"
#include "core/message/deviceid.h"
#include "core/net/endpointtext.h"
#include "core/report/words/playwording.h"
#include "ui/listen/localcards.h"
#include "ui/play/playbatch.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gb::ui {
namespace {

constexpr qsizetype maxOffered = 2000; ///< channels in the list; of others the ID is typed

/// What is chosen of a list, else what was typed.
QString chosen(const QComboBox &box)
{
    const QString text = box.currentText().trimmed();
    const int at = box.findText(text);
    return at >= 0 ? box.itemData(at).toString() : text;
}

void makeEditable(QComboBox *box, int characters)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(characters);
    box->lineEdit()->setMaxLength(200);
}

} // namespace

bool isCamera(const QString &id)
{
    const IdType type = typeOf(id.toStdString());
    return type == IdType::Camera || type == IdType::Ipc;
}

PlayTarget::PlayTarget(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel())
    , m_whomLabel(plainLabel())
    , m_channelLabel(plainLabel())
    , m_wayLabel(plainLabel())
    , m_secondsLabel(plainLabel())
    , m_addressLabel(plainLabel())
    , m_atOnceLabel(plainLabel())
    , m_whom(new QComboBox)
    , m_channel(new QComboBox)
    , m_way(new QComboBox)
    , m_address(new QComboBox)
    , m_seconds(new QSpinBox)
    , m_atOnce(new QSpinBox)
    , m_read(new QPushButton)
{
    build();
    wire();
}

void PlayTarget::build()
{
    m_title->setFont(monospace());
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whom->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_way->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    makeEditable(m_channel, 14);
    makeEditable(m_address, 12);
    m_seconds->setRange(1, static_cast<int>(PlayQuestion::longest.count()));
    m_seconds->setValue(static_cast<int>(PlayQuestion::usual.count()));
    m_atOnce->setRange(1, PlayBatch::mostAtOnce);
    m_atOnce->setValue(PlayBatch::usualAtOnce);
    m_read->setAutoDefault(false);
    const std::pair<QLabel *, QWidget *> what[] = {{m_whomLabel, m_whom}, {m_channelLabel, m_channel}},
                                         how[] = {{m_wayLabel, m_way}, {m_secondsLabel, m_seconds},
                                             {m_addressLabel, m_address}, {m_atOnceLabel, m_atOnce}};
    auto *first = new QHBoxLayout, *second = new QHBoxLayout;
    for (const auto &[label, field] : what) {
        label->setBuddy(field);
        first->addWidget(label);
        first->addWidget(field, field == m_channel ? 1 : 0);
    }
    first->addWidget(m_read);
    for (const auto &[label, field] : how) {
        label->setBuddy(field);
        second->addWidget(label);
        second->addWidget(field, field == m_address ? 1 : 0);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addLayout(first);
    column->addLayout(second);
}

void PlayTarget::wire()
{
    connect(m_whom, &QComboBox::currentIndexChanged, this, [this] {
        showWhich();
        emit changed();
    });
    connect(m_channel, &QComboBox::editTextChanged, this, [this] {
        if (!m_device.isEmpty())
            m_last.insert(m_device, channel());
        emit changed();
    });
    connect(m_address, &QComboBox::editTextChanged, this, &PlayTarget::changed);
    connect(m_read, &QPushButton::clicked, this, &PlayTarget::catalogWanted);
}

void PlayTarget::setDevice(const QString &id, const DeviceSnapshot *device, const QString &name)
{
    const QString place = device ? device->address.text() : QString();
    if (id == m_device && name == m_name && place == m_place)
        return;
    const bool other = id != m_device;
    m_device = id;
    m_name = name;
    m_place = place;
    showDevice();
    if (other) {
        m_channels.clear();
        showWhom();
        showChannels();
    }
    emit changed();
}

void PlayTarget::setSelected(int selected, int cameras)
{
    if (selected == m_selected && cameras == m_selectedCameras)
        return;
    const bool wasOne = m_selected <= 1;
    m_selected = selected;
    m_selectedCameras = cameras;
    showWhom();
    // Who selects several means them; who selects one means that
    if (selected > 1 && wasOne) {
        const QSignalBlocker quiet(m_whom);
        m_whom->setCurrentIndex(m_whom->findData(static_cast<int>(Whom::Devices)));
        showWhich();
    }
    emit changed();
}

void PlayTarget::setChannels(const Channels &channels)
{
    if (channels == m_channels)
        return;
    m_channels = channels;
    showWhom();
    showChannels();
    emit changed();
}

void PlayTarget::choose(const QString &channel)
{
    m_last.insert(m_device, channel);
    m_whom->setCurrentIndex(0);
    showChannels();
    emit changed();
}

void PlayTarget::setCanRead(bool can)
{
    m_read->setEnabled(can);
}

int PlayTarget::cameras() const
{
    return static_cast<int>(std::count_if(
        m_channels.begin(), m_channels.end(), [](const auto &channel) { return isCamera(channel.first); }));
}

PlayTarget::Whom PlayTarget::whom() const
{
    return static_cast<Whom>(m_whom->currentData().toInt());
}

QString PlayTarget::channel() const
{
    return chosen(*m_channel);
}

int PlayTarget::atOnce() const
{
    return m_atOnce->value();
}

PlayQuestion PlayTarget::question() const
{
    PlayQuestion how;
    how.way = static_cast<PlayWay>(m_way->currentIndex());
    how.duration = std::chrono::seconds(m_seconds->value());
    how.address = readAddress(chosen(*m_address));
    return how;
}

QString PlayTarget::obstacle() const
{
    if (m_device.isEmpty())
        return tr("Select a device in the table.");
    if (whom() == Whom::Channel && !channel().isEmpty() && !isPlainId(channel().toStdString()))
        return tr("An ID has 1 to 64 letters, digits, dots, hyphens and underscores.");
    const QString address = chosen(*m_address);
    const IpAddress read = readAddress(address);
    if (!address.isEmpty() && (read.isNull() || read.isAny() || isGroup(read)))
        return tr("The media cannot be sent to %1: an IP address that the device reaches is needed.").arg(address);
    return {};
}

void PlayTarget::showDevice()
{
    m_title->setText(m_device.isEmpty() ? tr("Select a device in the table.")
                                        : QStringList{m_device, m_name, m_place}.join(QStringLiteral("  ")).trimmed());
}

void PlayTarget::showWhom()
{
    const QSignalBlocker quiet(m_whom);
    const QVariant now = m_whom->currentData();
    const auto add = [this](const QString &text, Whom whom) { m_whom->addItem(text, static_cast<int>(whom)); };
    m_whom->clear();
    add(tr("this channel"), Whom::Channel);
    if (const int all = cameras(); all > 0)
        add(tr("all %Ln camera(s) of this device", nullptr, all), Whom::Channels);
    if (m_selected > 1) {
        add(tr("all %Ln selected devices", nullptr, m_selected), Whom::Devices);
        if (m_selectedCameras > 0)
            add(tr("all %Ln camera(s) of the selected devices", nullptr, m_selectedCameras), Whom::DeviceChannels);
    }
    m_whom->setCurrentIndex(std::max(0, m_whom->findData(now)));
    m_whom->setEnabled(m_whom->count() > 1);
    showWhich();
}

void PlayTarget::showWhich()
{
    m_channel->setEnabled(whom() == Whom::Channel);
    m_atOnce->setEnabled(whom() != Whom::Channel);
}

void PlayTarget::showChannels()
{
    const QSignalBlocker quiet(m_channel);
    const QString now = m_last.value(m_device);
    m_channel->clear();
    m_channel->addItem(tr("the device itself"), QString());
    for (const auto &[id, name] : m_channels.mid(0, maxOffered))
        m_channel->addItem(name.isEmpty() ? id : id + QStringLiteral("  ") + name, id);
    const int at = m_channel->findData(now);
    m_channel->setCurrentIndex(std::max(0, at));
    if (at < 0)
        m_channel->setEditText(now);
}

void PlayTarget::refreshAddresses()
{
    const QSignalBlocker quiet(m_address);
    const QString now = chosen(*m_address);
    m_address->clear();
    m_address->addItem(tr("the one it reaches us by"), QString());
    for (const LocalCard &card : localCards())
        m_address->addItem(card.address.toString() + QStringLiteral("  ") + card.name, card.address.toString());
    const int at = m_address->findData(now);
    m_address->setCurrentIndex(std::max(0, at));
    if (at < 0)
        m_address->setEditText(now);
}

void PlayTarget::showWays()
{
    const QSignalBlocker quiet(m_way);
    const int now = std::max(0, m_way->currentIndex());
    m_way->clear();
    for (const PlayWay way : {PlayWay::Udp, PlayWay::TcpPassive, PlayWay::TcpActive})
        m_way->addItem(wording::playWay(way));
    m_way->setCurrentIndex(now);
}

void PlayTarget::retranslate()
{
    m_whomLabel->setText(tr("&Whom"));
    m_channelLabel->setText(tr("&channel"));
    m_wayLabel->setText(tr("o&ver"));
    m_secondsLabel->setText(tr("fo&r"));
    m_addressLabel->setText(tr("media &to"));
    m_atOnceLabel->setText(tr("at &once"));
    //: seconds
    m_seconds->setSuffix(tr(" s"));
    m_whom->setAccessibleName(tr("Who is played"));
    m_channel->setAccessibleName(tr("Which channel is played"));
    m_way->setAccessibleName(tr("Transport of the media"));
    m_seconds->setAccessibleName(tr("How long it is played"));
    m_address->setAccessibleName(tr("Address for the media"));
    m_atOnce->setAccessibleName(tr("How many play at once"));
    m_read->setText(tr("Rea&d the channels"));
    m_read->setToolTip(toolTipText(tr("Asks the device, or all that are selected, for the catalog")));
    m_channel->setToolTip(
        toolTipText(tr("The device itself, or a channel: those of its last catalog are listed, others can be typed")));
    m_way->setToolTip(toolTipText(tr("UDP, or TCP: passive, the device connects to this computer, as the standard has "
                                     "it; active, this computer connects to the device")));
    m_seconds->setToolTip(
        toolTipText(tr("From the first packet on. What is not decided by then is waited for, up to 11 s more")));
    m_address->setToolTip(toolTipText(tr("c= of the INVITE: where the device sends. Behind a NAT type the outer one")));
    m_atOnce->setToolTip(toolTipText(tr("Of several channels, 1 to 64 play at the same time")));
    showDevice();
    showWhom();
    showChannels();
    showWays();
    refreshAddresses();
}

} // namespace gb::ui
