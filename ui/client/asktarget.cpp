#include "ui/client/asktarget.h"

#include "core/message/basicparam.h"
#include "core/report/words/askwording.h"
#include "core/report/words/wording.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace gb::ui {
namespace {

constexpr qsizetype maxOffered = 2000; ///< channels in the list; of others the ID is typed

} // namespace

AskTarget::AskTarget(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel())
    , m_version(mutedLabel())
    , m_whomLabel(plainLabel())
    , m_aboutLabel(plainLabel())
    , m_editionLabel(plainLabel())
    , m_whom(new QComboBox)
    , m_about(new QComboBox)
    , m_edition(new QComboBox)
{
    build();
    connect(m_whom, &QComboBox::currentIndexChanged, this, [this] {
        showDevice();
        showEditions();
        showAbout();
        emit changed();
    });
    connect(m_about, &QComboBox::editTextChanged, this, &AskTarget::changed);
    connect(m_edition, &QComboBox::currentIndexChanged, this, &AskTarget::changed);
}

void AskTarget::build()
{
    m_title->setFont(monospace());
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whom->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_edition->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_about->setEditable(true);
    m_about->setInsertPolicy(QComboBox::NoInsert);
    m_about->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_about->setMinimumContentsLength(30);
    m_about->lineEdit()->setMaxLength(200);
    m_whomLabel->setBuddy(m_whom);
    m_aboutLabel->setBuddy(m_about);
    m_editionLabel->setBuddy(m_edition);
    auto *first = new QHBoxLayout;
    first->addWidget(m_title);
    first->addWidget(m_version, 1);
    auto *second = new QHBoxLayout;
    for (auto [label, box] :
        {std::pair(m_whomLabel, m_whom), std::pair(m_aboutLabel, m_about), std::pair(m_editionLabel, m_edition)}) {
        second->addWidget(label);
        second->addWidget(box, box == m_about ? 1 : 0);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(first);
    column->addLayout(second);
}

void AskTarget::setDevice(const QString &id, const DeviceSnapshot *device, const QString &name)
{
    const QString announces = device ? device->gbVersion : QString();
    const QString address = device ? device->address.text() : QString();
    if (id == m_device && name == m_name && announces == m_announces && address == m_address)
        return;
    if (id != m_device) {
        m_channels.clear();
        m_chosen.clear();
    }
    const bool other = id != m_device;
    m_device = id;
    m_name = name;
    m_announces = announces;
    m_address = address;
    m_announced = announcedEdition(announces);
    m_version->setText(device ? wording::announcedVersion(*device) : QString());
    showWhom();
    if (other) {
        m_about->setCurrentIndex(-1);
        showAbout();
    }
    emit changed();
}

void AskTarget::setSelected(const QStringList &ids)
{
    if (ids == m_selected)
        return;
    const bool one = m_selected.size() <= 1;
    m_selected = ids;
    showWhom();
    if (ids.size() <= 1 || one)
        turnTo(ids.size() > 1 ? Whom::Devices : Whom::Device);
    emit changed();
}

void AskTarget::setChannels(const QList<std::pair<QString, QString>> &channels)
{
    if (channels == m_channels)
        return;
    m_channels = channels;
    showAbout();
}

void AskTarget::setKnownChannels(qsizetype count)
{
    if (std::exchange(m_known, count) == count)
        return;
    showWhom();
    emit changed();
}

void AskTarget::choose(const QList<AskWhom> &channels)
{
    m_chosen = channels;
    showWhom();
    if (!channels.isEmpty())
        turnTo(Whom::Chosen);
    emit changed();
}

void AskTarget::askAbout(const QString &channel)
{
    turnTo(Whom::Device);
    const int at = m_about->findData(channel);
    m_about->setCurrentIndex(at);
    if (at < 0)
        m_about->setEditText(channel);
}

AskTarget::Whom AskTarget::whom() const
{
    return static_cast<Whom>(m_whom->currentData().toInt());
}

void AskTarget::turnTo(Whom whom)
{
    m_whom->setCurrentIndex(std::max(0, m_whom->findData(static_cast<int>(whom))));
}

qsizetype AskTarget::count() const
{
    switch (whom()) {
    case Whom::Device: return 1;
    case Whom::Devices: return m_selected.size();
    case Whom::Channels: return m_known;
    case Whom::Chosen: break;
    }
    return m_chosen.size();
}

QString AskTarget::about() const
{
    if (isBatch())
        return {};
    const QString text = m_about->currentText().trimmed();
    const int at = m_about->findText(text);
    return at >= 0 ? m_about->itemData(at).toString() : text;
}

bool AskTarget::isAboutGood() const
{
    const QString text = about();
    return text.isEmpty() || isPlainId(text.toStdString());
}

std::optional<Edition> AskTarget::chosenEdition() const
{
    const int at = m_edition->currentIndex();
    return at <= 0 ? std::nullopt : std::optional(static_cast<Edition>(at - 1));
}

/// Of a batch whom it asks, not one of them.
void AskTarget::showDevice()
{
    const int devices = std::max(1, static_cast<int>(m_selected.size())), channels = static_cast<int>(count());
    QStringList parts{m_device, m_name, m_address};
    parts.removeAll(QString());
    QString title = parts.join(QStringLiteral("  "));
    if (m_device.isEmpty())
        title = tr("Select a device in the table.");
    else if (whom() == Whom::Devices)
        title = tr("%Ln selected devices", nullptr, devices);
    else if (isOfChannels())
        title = tr("%Ln channel(s) of %1", nullptr, channels)
                    .arg(whom() == Whom::Chosen || devices == 1 ? title : tr("%Ln device(s)", nullptr, devices));
    m_title->setText(title);
    m_version->setVisible(!isBatch());
}

void AskTarget::showWhom()
{
    const Whom now = whom();
    {
        const QSignalBlocker quiet(m_whom);
        m_whom->clear();
        const auto offer = [this](const QString &text, Whom whom) { m_whom->addItem(text, static_cast<int>(whom)); };
        offer(tr("this device"), Whom::Device);
        if (m_selected.size() > 1)
            offer(tr("all %Ln selected devices", nullptr, static_cast<int>(m_selected.size())), Whom::Devices);
        if (m_known > 0)
            offer(m_selected.size() > 1
                    ? tr("all %Ln channels of the selected devices", nullptr, static_cast<int>(m_known))
                    : tr("all %Ln channels", nullptr, static_cast<int>(m_known)),
                Whom::Channels);
        if (!m_chosen.isEmpty())
            offer(tr("%Ln chosen channel(s)", nullptr, static_cast<int>(m_chosen.size())), Whom::Chosen);
        turnTo(now);
        m_whom->setEnabled(m_whom->count() > 1);
    }
    showDevice();
    showEditions();
    showAbout();
}

void AskTarget::showEditions()
{
    const QSignalBlocker quiet(m_edition);
    const int now = std::max(0, m_edition->currentIndex());
    m_edition->clear();
    m_edition->addItem(isBatch() ? tr("as each announces, else as 2016")
            : m_announced        ? tr("as announced: %1").arg(editionName(*m_announced))
                                 : tr("not announced: as 2016"));
    for (const Edition one : {Edition::V2011, Edition::V2014, Edition::V2016, Edition::V2022})
        m_edition->addItem(editionName(one));
    m_edition->setCurrentIndex(now);
}

void AskTarget::showAbout()
{
    const QSignalBlocker quiet(m_about);
    const QString now = about();
    m_about->clear();
    m_about->addItem(tr("the device itself"), QString());
    if (!isBatch()) {
        for (const auto &[id, name] : m_channels.mid(0, maxOffered))
            m_about->addItem(name.isEmpty() ? id : id + QStringLiteral("  ") + name, id);
    }
    const int at = m_about->findData(now);
    m_about->setCurrentIndex(std::max(0, at));
    if (at < 0 && !isBatch())
        m_about->setEditText(now);
    m_about->setEnabled(!isBatch());
}

void AskTarget::retranslate()
{
    m_whomLabel->setText(tr("As&k"));
    m_aboutLabel->setText(tr("a&bout"));
    m_editionLabel->setText(tr("in the terms of &edition"));
    m_whom->setAccessibleName(tr("Who is asked"));
    m_about->setAccessibleName(tr("About which channel"));
    m_edition->setAccessibleName(tr("Edition of the message"));
    m_about->setToolTip(toolTipText(tr("The device itself, or a channel: those of its last catalog are listed, others "
                                       "can be typed")));
    m_edition->setToolTip(toolTipText(tr("GB/T 28181 edition that the message is written for: elements and charset")));
    showWhom();
}

} // namespace gb::ui
