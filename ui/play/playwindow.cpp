#include "ui/play/playwindow.h"

#include "core/report/words/askwording.h"
#include "core/report/words/wording.h"
#include "ui/client/askbatch.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/play/playbatchpage.h"
#include "ui/play/playresult.h"
#include "ui/play/playtarget.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>

namespace gb::ui {

PlayWindow::PlayWindow(const DeviceTableModel &devices, Asking &asking, QWidget *parent)
    : QDialog(parent)
    , m_devices(devices)
    , m_asking(asking)
    , m_catalogs(new AskBatch(asking, this))
    , m_target(new PlayTarget)
    , m_play(new QPushButton)
    , m_stop(new QPushButton)
    , m_bar(new QProgressBar)
    , m_note(plainLabel())
    , m_pages(new QTabWidget)
    , m_result(new PlayResult)
    , m_batch(new PlayBatchPage(m_playing))
    , m_later(new QTimer(this))
{
    m_later->setObjectName(QStringLiteral("progress"));
    m_later->setSingleShot(true);
    m_later->setInterval(200);
    build();
    retranslate();
    wire();
}

void PlayWindow::build()
{
    m_play->setDefault(true);
    m_stop->setAutoDefault(false);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    m_bar->hide();
    m_note->setWordWrap(true);
    m_pages->addTab(m_result, QString());
    m_pages->addTab(m_batch, QString());
    m_pages->setDocumentMode(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_play);
    row->addWidget(m_stop);
    row->addWidget(m_bar);
    row->addWidget(m_note, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_target);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    resize(1120, 640);
}

void PlayWindow::wire()
{
    connect(m_target, &PlayTarget::changed, this, &PlayWindow::showAll);
    connect(m_target, &PlayTarget::catalogWanted, this, &PlayWindow::readCatalogs);
    connect(m_play, &QPushButton::clicked, this, &PlayWindow::play);
    connect(m_stop, &QPushButton::clicked, this, &PlayWindow::stop);
    connect(m_pages, &QTabWidget::currentChanged, this, &PlayWindow::showAll);
    connect(&m_playing, &Playing::changed, this, [this](const PlayKey &changed) {
        if (changed == key())
            showAll();
        else
            showAction();
    });
    connect(&m_playing, &Playing::progressed, this, [this](const PlayKey &changed) {
        if (!m_later->isActive() && m_result->isVisible() && changed == key())
            m_later->start();
    });
    connect(m_later, &QTimer::timeout, this, &PlayWindow::showAll);
    connect(&m_batch->batch(), &PlayBatch::moved, this, &PlayWindow::showAction);
    connect(&m_asking, &Asking::changed, this, [this](const AskKey &changed) {
        if (changed.device == m_device && changed.command == u"catalog" && isVisible())
            showChannels();
    });
    connect(m_catalogs, &AskBatch::moved, this, [this] {
        if (!m_catalogs->isRunning() && isVisible())
            countCameras();
        showAction();
    });
    connect(m_result, &PlayResult::messageWanted, this, [this](PlayMessage which) {
        if (const PlaySeen *const seen = m_playing.seen(key()))
            emit messageWanted(seen->report->device, seen->report->callId, which);
    });
    connect(m_batch, &PlayBatchPage::itemWanted, this, &PlayWindow::open);
    connect(m_batch, &PlayBatchPage::exportWanted, this, &PlayWindow::exportWanted);
}

void PlayWindow::setCanPlay(bool can)
{
    m_canPlay = can;
    showAction();
}

void PlayWindow::setPorts(quint16 first, quint16 last)
{
    m_firstPort = first;
    m_lastPort = last;
}

/// With none chosen it stays with the last ones.
void PlayWindow::setDevices(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    m_device = ids.constFirst();
    m_selected = ids;
    refresh();
    if (!isVisible())
        return; // each look at channels goes through thousands of them
    showChannels();
    countCameras();
}

void PlayWindow::refresh()
{
    m_target->setDevice(m_device, m_device.isEmpty() ? nullptr : m_devices.device(m_device), m_devices.name(m_device));
}

void PlayWindow::showChannels()
{
    m_target->setChannels(m_asking.channels(m_device));
}

/// Not more often than somebody selects or a round of catalogs ends: each has thousands of channels.
void PlayWindow::countCameras()
{
    qsizetype cameras = 0;
    if (m_selected.size() > 1) {
        for (const QString &device : std::as_const(m_selected)) {
            const auto channels = m_asking.channels(device);
            cameras += std::count_if(
                channels.begin(), channels.end(), [](const auto &channel) { return isCamera(channel.first); });
        }
    }
    m_target->setSelected(static_cast<int>(m_selected.size()), static_cast<int>(cameras));
}

bool PlayWindow::isBatch() const
{
    return m_target->whom() != PlayTarget::Whom::Channel;
}

PlayKey PlayWindow::key() const
{
    const QString channel = m_target->channel();
    return {m_device, channel.isEmpty() ? m_device : channel};
}

/// Of a device whose catalog names no camera the device itself.
QList<PlayItem> PlayWindow::items() const
{
    using Whom = PlayTarget::Whom;
    const Whom whom = m_target->whom();
    const QStringList devices = whom == Whom::Channels ? QStringList{m_device} : m_selected;
    QList<PlayItem> all;
    for (const QString &device : devices) {
        const qsizetype before = all.size();
        if (whom != Whom::Devices) {
            for (const auto &[id, name] : m_asking.channels(device)) {
                if (isCamera(id))
                    all.append({{device, id}, name.isEmpty() ? m_devices.name(device) : name});
            }
        }
        if (all.size() == before)
            all.append({{device, device}, m_devices.name(device)});
    }
    return all;
}

QString PlayWindow::obstacle() const
{
    if (!m_device.isEmpty() && !m_canPlay)
        return tr("Nothing can be played while gbscope does not listen as a server.");
    return m_target->obstacle();
}

void PlayWindow::play()
{
    if (!obstacle().isEmpty())
        return;
    PlayQuestion question = m_target->question();
    question.firstPort = m_firstPort;
    question.lastPort = m_lastPort;
    m_pages->setCurrentWidget(isBatch() ? static_cast<QWidget *>(m_batch) : m_result);
    if (isBatch())
        return m_batch->batch().start(question, items(), m_target->atOnce());
    const PlayKey what = key();
    question.device = what.device;
    question.channel = what.channel;
    m_playing.play(question);
}

/// What runs on the page that is shown.
void PlayWindow::stop()
{
    if (m_pages->currentWidget() == m_batch)
        m_batch->batch().stop();
    else
        m_playing.stop(m_playing.openId(key()));
}

void PlayWindow::readCatalogs()
{
    const bool several = m_target->whom() == PlayTarget::Whom::Devices
        || m_target->whom() == PlayTarget::Whom::DeviceChannels;
    QList<AskWhom> whom;
    for (const QString &one : several ? m_selected : QStringList{m_device})
        whom.append({.device = one, .about = {}, .name = {}});
    m_catalogs->start({.command = QStringLiteral("catalog")}, whom, false);
}

void PlayWindow::open(const PlayItem &item)
{
    if (item.key.device != m_device)
        emit deviceWanted(item.key.device);
    if (item.key.device != m_device) // the table may not have it any more
        setDevices({item.key.device});
    m_target->choose(item.key.channel == item.key.device ? QString() : item.key.channel);
    m_pages->setCurrentWidget(m_result);
}

/// Nothing is made for nobody to see: showEvent() does it.
void PlayWindow::showAll()
{
    if (!isVisible())
        return;
    m_later->stop();
    m_result->show(m_playing.seen(key()));
    showAction();
}

void PlayWindow::showProgress()
{
    if (m_later->isActive())
        showAll();
}

QString PlayWindow::catalogText() const
{
    using Stage = AskBatch::Stage;
    if (m_catalogs->isRunning())
        return tr("Reading the channels\u2026");
    const int failed = m_catalogs->count(Stage::Failed);
    if (m_catalogs->sourceRows() > 1 && failed > 0)
        return tr("%Ln catalog(s) could not be read", nullptr, failed);
    if (failed > 0 && m_catalogs->idAt(0) == m_device)
        return tr("The channels could not be read: %1").arg(wording::askOutcomeBrief(m_catalogs->reportAt(0)->outcome));
    return {};
}

QString PlayWindow::progressText() const
{
    const PlaySeen *const seen = m_playing.seen(key());
    if (m_pages->currentWidget() == m_batch) // which has its own counts
        return catalogText();
    if (!seen || !seen->running)
        return m_batch->batch().isRunning() ? m_batch->counts() : catalogText();
    const MediaEvents &events = seen->report->media.events;
    if (!events.answered || !events.offered)
        return tr("Waiting for the answer of the device\u2026");
    return tr("Playing for %1\u2026").arg(wording::span(seen->report->media.now - *events.answered));
}

void PlayWindow::showAction()
{
    if (!isVisible())
        return;
    PlayBatch &batch = m_batch->batch();
    const bool one = m_playing.openId(key()) != 0, many = batch.isRunning();
    const QString hindrance = obstacle();
    const bool plays = hindrance.isEmpty() && !(isBatch() ? many : one);
    const bool stops = m_pages->currentWidget() == m_batch ? many : one;
    // The focus stays with the two: a button that is disabled would give it to somebody else
    const bool played = m_play->hasFocus(), stopped = m_stop->hasFocus();
    m_play->setEnabled(plays || (stopped && !stops));
    m_stop->setEnabled(stops || (played && !plays));
    if (played && !plays)
        m_stop->setFocus();
    else if (stopped && !stops)
        m_play->setFocus();
    m_play->setEnabled(plays);
    m_stop->setEnabled(stops);
    m_target->setCanRead(!m_device.isEmpty() && m_canPlay && !m_catalogs->isRunning());
    using Stage = PlayBatch::Stage;
    m_bar->setVisible(many);
    m_bar->setRange(0, std::max(1, batch.sourceRows()));
    m_bar->setValue(batch.sourceRows() - batch.count(Stage::Waiting) - batch.count(Stage::Playing));
    m_note->setText(hindrance.isEmpty() ? progressText() : hindrance);
}

void PlayWindow::retranslate()
{
    setWindowTitle(tr("Play"));
    m_play->setText(tr("&Play"));
    m_play->setToolTip(toolTipText(tr("Ctrl+Enter, wherever the keyboard is")));
    m_stop->setText(tr("&Stop"));
    m_stop->setToolTip(toolTipText(tr("Hangs up; what came until then is judged")));
    m_bar->setAccessibleName(tr("How many plays are over"));
    m_pages->setTabText(0, tr("One c&hannel"));
    m_pages->setTabText(1, tr("Several channe&ls"));
    m_target->retranslate();
    m_result->retranslate();
    m_batch->retranslate();
}

void PlayWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        showAll();
    }
    QDialog::changeEvent(event);
}

void PlayWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_target->refreshAddresses();
    refresh();
    showChannels();
    countCameras();
    showAll();
    m_play->setFocus();
}

/// Enter plays while something is chosen, not in a table; Ctrl+Enter plays from anywhere.
void PlayWindow::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier))
        return m_play->click();
    if (enter && focusWidget() && m_pages->isAncestorOf(focusWidget()))
        return;
    QDialog::keyPressEvent(event);
}

} // namespace gb::ui
