#include "ui/play/playbatch.h"

#include "core/report/words/askwording.h"
#include "core/report/words/medianumbers.h"
#include "core/report/words/mediawording.h"
#include "core/report/words/playwording.h"
#include "ui/widgets/theme.h"

#include <QSet>

namespace gb::ui {

PlayBatch::PlayBatch(Playing &playing, QObject *parent)
    : AskTable(parent)
    , m_playing(playing)
{
    connect(&playing, &Playing::played, this, &PlayBatch::take);
    const auto showRow = [this](const PlayKey &, quint64 id) {
        if (const auto at = m_open.constFind(id); at != m_open.cend())
            changed(*at);
    };
    connect(&playing, &Playing::changed, this, showRow);
    connect(&playing, &Playing::progressed, this, showRow);
}

void PlayBatch::start(const PlayQuestion &how, const QList<PlayItem> &items, int atOnce)
{
    stop();
    m_open.clear(); // what still comes of them is nobody's here
    beginChange();
    m_how = how;
    m_atOnce = std::clamp(atOnce, 1, mostAtOnce);
    m_rows.clear();
    m_leftOut = 0;
    QSet<PlayKey> known;
    for (const PlayItem &item : items) {
        if (known.contains(item.key))
            continue;
        known.insert(item.key);
        if (sourceRows() >= maxItems) {
            ++m_leftOut;
            continue;
        }
        m_waiting.push_back(sourceRows());
        m_rows.push_back({.item = item, .stage = Stage::Waiting, .id = 0, .report = {}});
    }
    m_counts = {};
    m_counts[0] = sourceRows();
    endChange();
    feed();
}

void PlayBatch::stop()
{
    for (const int row : std::exchange(m_waiting, {}))
        move(row, Stage::Stopped);
    for (const quint64 id : m_open.keys())
        m_playing.stop(id);
    emit moved();
}

void PlayBatch::playFailed()
{
    for (int row = 0; row < sourceRows(); ++row) {
        Row &one = m_rows[static_cast<std::size_t>(row)];
        if (one.stage != Stage::Failed && one.stage != Stage::Stopped)
            continue;
        one.report.reset();
        move(row, Stage::Waiting);
        m_waiting.push_back(row);
    }
    feed();
}

void PlayBatch::feed()
{
    if (std::exchange(m_feeding, true))
        return; // a report may come while a question goes out
    while (!m_waiting.empty() && m_open.size() < m_atOnce) {
        const int row = m_waiting.front();
        m_waiting.pop_front();
        Row &one = m_rows[static_cast<std::size_t>(row)];
        PlayQuestion question = m_how;
        question.device = one.item.key.device;
        question.channel = one.item.key.channel;
        move(row, Stage::Playing);
        one.id = m_playing.play(question);
        m_open.insert(one.id, row);
    }
    m_feeding = false;
    emit moved();
}

void PlayBatch::move(int row, Stage stage)
{
    Row &one = m_rows[static_cast<std::size_t>(row)];
    --m_counts[static_cast<std::size_t>(one.stage)];
    one.stage = stage;
    ++m_counts[static_cast<std::size_t>(stage)];
    changed(row);
}

void PlayBatch::take(quint64 id, const PlayReportPtr &report)
{
    const auto at = m_open.constFind(id);
    if (at == m_open.cend())
        return;
    const int row = *at;
    m_open.erase(at);
    m_rows[static_cast<std::size_t>(row)].report = report;
    const MediaVerdict verdict = report->media.verdict;
    const bool good = wording::wasPlayed(*report)
        && (verdict == MediaVerdict::Sound || verdict == MediaVerdict::Warned);
    move(row, report->outcome == PlayOutcome::Stopped ? Stage::Stopped : good ? Stage::Good : Stage::Failed);
    feed();
}

QString PlayBatch::verdictText(const Row &row) const
{
    switch (row.stage) {
    case Stage::Waiting: return QStringLiteral("\u25cb ") + tr("waiting");
    case Stage::Stopped: return QStringLiteral("\u25cb ") + tr("stopped");
    case Stage::Playing: {
        const PlaySeen *const seen = m_playing.open(row.id);
        const MediaVerdict verdict = seen ? seen->report->media.verdict : MediaVerdict::NotYet;
        return QStringLiteral("\u25b7 ")
            + (verdict == MediaVerdict::NotYet ? tr("playing\u2026")
                                               : tr("playing, so far: %1").arg(wording::verdictBrief(verdict)));
    }
    case Stage::Good:
    case Stage::Failed:
    case Stage::Count: break;
    }
    const MediaVerdict verdict = row.report->media.verdict;
    const QString mark = row.stage == Stage::Good
        ? (verdict == MediaVerdict::Sound ? QStringLiteral("\u25cf ") : QStringLiteral("\u25d0 "))
        : QStringLiteral("\u2715 ");
    return mark + wording::playBrief(*row.report);
}

QString PlayBatch::brokenText(const PlayReport &report)
{
    return report.media.firstBroken ? wording::mediaLink(*report.media.firstBroken) : QString();
}

QString PlayBatch::cell(int source, int column) const
{
    const Row &row = m_rows[static_cast<std::size_t>(source)];
    switch (column) {
    case Device: return row.item.key.device;
    case Channel: return row.item.key.channel == row.item.key.device ? QString() : row.item.key.channel;
    case Name: return row.item.name;
    case Verdict: return verdictText(row);
    default: break;
    }
    if (!row.report || row.stage == Stage::Playing)
        return {};
    const MediaReport &media = row.report->media;
    switch (column) {
    case Broken: return brokenText(*row.report);
    case Size: return wording::pictureSize(media);
    case Rate: return wording::pictureRate(media);
    case Codec: return wording::videoCodec(media.stream.video.codec);
    case Delay: return media.toFirstPacket ? wording::shortTime(*media.toFirstPacket) : QString();
    case Loss: return media.stream.rtp.expected > 0 ? wording::lossRatio(media.stream.rtp) : QString();
    case Why: {
        const QString reason = wording::mediaReason(media);
        return reason.isEmpty() && row.stage == Stage::Failed ? wording::playSentence(*row.report) : reason;
    }
    default: return {};
    }
}

QString PlayBatch::header(int column) const
{
    switch (column) {
    case Device: return tr("Device");
    case Channel: return tr("Channel");
    case Name: return tr("Name");
    case Verdict: return tr("Verdict");
    case Broken: return tr("First broken link");
    case Size: return tr("Size");
    case Rate: return tr("Frame rate");
    case Codec: return tr("Codec");
    case Delay: return tr("First packet after");
    case Loss: return tr("Loss");
    case Why: return tr("Why");
    default: return {};
    }
}

QString PlayBatch::meaning(int column) const
{
    switch (column) {
    case Channel: return tr("Empty: the device itself was played");
    case Verdict: return tr("What became of the play: Enter shows all of it");
    case Broken: return tr("The first link of the chain that does not hold");
    case Loss: return tr("Packets that never came, of those that were expected");
    default: return {};
    }
}

std::optional<double> PlayBatch::number(int source, int column) const
{
    const Row &row = m_rows[static_cast<std::size_t>(source)];
    if (!row.report || cell(source, column).isEmpty())
        return {};
    const MediaReport &media = row.report->media;
    switch (column) {
    case Rate: return media.stream.frameRate();
    case Delay: return inSeconds(*media.toFirstPacket);
    case Loss: return media.stream.rtp.lossRatio();
    default: return {};
    }
}

QVariant PlayBatch::colour(int source, int column) const
{
    if (column != Verdict)
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(source)];
    switch (row.stage) {
    case Stage::Good: return row.report->media.verdict == MediaVerdict::Sound ? colours().online : colours().late;
    case Stage::Failed: return colours().failed;
    case Stage::Playing: return colours().accent;
    case Stage::Waiting:
    case Stage::Stopped:
    case Stage::Count: break;
    }
    return colours().offline;
}

} // namespace gb::ui
