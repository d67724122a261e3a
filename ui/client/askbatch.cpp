#include "ui/client/askbatch.h"

#include "core/message/gbtime.h"
#include "core/report/words/askwording.h"
#include "ui/widgets/theme.h"

#include <QLocale>

namespace gb::ui {
namespace {

/// Seconds that the clock of the device was ahead of ours when its Response came.
std::optional<qint64> clockSkew(const AskReport &status)
{
    const auto device = parseGbTime(status.field(u"DeviceTime").left(40).toStdString());
    if (!device || !status.respondedAt)
        return {};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(device->at - *status.respondedAt).count();
    return seconds >= -1 && seconds <= 1 ? 0 : seconds; // it is told in whole seconds
}

/// "+3 s"
QString clockText(const AskReport &status)
{
    const std::optional<qint64> skew = clockSkew(status);
    return skew ? QStringLiteral("%1%2 s").arg(*skew > 0 ? u"+" : u"").arg(*skew) : QString();
}

std::optional<Duration> timeOf(const AskReport &report)
{
    const auto end = report.respondedAt ? report.respondedAt : report.answeredAt;
    return end ? std::optional(*end - report.askedAt) : std::nullopt;
}

/// The number of its items stands among the values under this name.
const QString itemsPath = QStringLiteral("*");

} // namespace

AskBatch::AskBatch(Asking &asking, QObject *parent)
    : AskTable(parent)
    , m_asking(asking)
{
    connect(&asking, &Asking::answered, this, &AskBatch::take);
}

void AskBatch::start(
    const AskQuestion &question, const QStringList &devices, const QHash<QString, QString> &names, bool withClock)
{
    stop();
    m_asked.clear(); // what still comes of them is nobody's here
    beginChange();
    m_question = question;
    m_question.about.clear();
    m_withClock = withClock || question.command == u"status";
    m_rows.clear();
    m_paths.clear();
    m_counts = {};
    m_counts[0] = static_cast<int>(devices.size());
    for (const QString &device : devices) {
        m_waiting.push_back(static_cast<int>(m_rows.size()));
        m_rows.push_back({.device = device, .name = names.value(device)});
    }
    endChange();
    feed();
}

void AskBatch::stop()
{
    for (const int row : std::exchange(m_waiting, {}))
        move(row, Stage::Stopped);
    for (const quint64 id : m_asked.keys())
        m_asking.stop(id);
    emit moved();
}

void AskBatch::askFailed()
{
    for (int row = 0; row < sourceRows(); ++row) {
        const Stage stage = m_rows[static_cast<std::size_t>(row)].stage;
        if (stage != Stage::Failed && stage != Stage::Stopped)
            continue;
        move(row, Stage::Waiting);
        m_waiting.push_back(row);
    }
    feed();
}

void AskBatch::feed()
{
    if (std::exchange(m_feeding, true))
        return; // an answer may come while a question goes out
    while (!m_waiting.empty() && m_asked.size() < atOnce) {
        const int row = m_waiting.front();
        m_waiting.pop_front();
        move(row, Stage::Asked);
        ask(row, false);
    }
    m_feeding = false;
    emit moved();
}

void AskBatch::ask(int row, bool forClock)
{
    AskQuestion question = m_question;
    question.device = m_rows[static_cast<std::size_t>(row)].device;
    if (forClock) {
        question.command = QStringLiteral("status");
        question.values.clear();
    }
    m_asked.insert(m_asking.ask(question), row);
}

void AskBatch::move(int row, Stage stage)
{
    Row &one = m_rows[static_cast<std::size_t>(row)];
    --m_counts[static_cast<std::size_t>(one.stage)];
    one.stage = stage;
    ++m_counts[static_cast<std::size_t>(stage)];
    changed(row);
}

void AskBatch::take(quint64 id, const AskReportPtr &report)
{
    const auto at = m_asked.constFind(id);
    if (at == m_asked.cend())
        return;
    const int row = *at;
    m_asked.erase(at);
    Row &one = m_rows[static_cast<std::size_t>(row)];
    if (report->command == m_question.command) {
        one.report = report;
        addPaths(*report);
        const bool more = m_withClock && report->command != u"status" && report->outcome != AskOutcome::Stopped;
        if (more && report->status > 0) {
            ask(row, true);
            return changed(row);
        }
    }
    if (report->command == u"status")
        one.status = report;
    const AskOutcome outcome = one.report ? one.report->outcome : report->outcome;
    move(row,
        outcome == AskOutcome::Done          ? Stage::Done
            : outcome == AskOutcome::Stopped ? Stage::Stopped
                                             : Stage::Failed);
    feed();
}

void AskBatch::addPaths(const AskReport &report)
{
    const auto add = [this](const QString &path) {
        if (path == u"Result" || m_paths.size() >= maxColumns || m_paths.contains(path))
            return;
        beginColumn();
        m_paths.append(path);
        endColumn();
    };
    if (report.sum || !report.items.isEmpty())
        add(itemsPath);
    for (const auto &[path, value] : report.fields)
        add(path);
}

QString AskBatch::stateText(const Row &row) const
{
    switch (row.stage) {
    case Stage::Waiting: return QStringLiteral("\u25cb ") + tr("waiting");
    case Stage::Asked: return QStringLiteral("\u25d0 ") + tr("asking\u2026");
    case Stage::Stopped: return QStringLiteral("\u25cb ") + tr("stopped");
    case Stage::Done:
    case Stage::Failed: break;
    }
    return (row.stage == Stage::Done ? QStringLiteral("\u25cf ") : QStringLiteral("\u2715 "))
        + wording::askOutcomeBrief(row.report->outcome);
}

QString AskBatch::valueOf(const Row &row, int column) const
{
    const QString path = m_paths.value(column - firstValue - (m_withClock ? 1 : 0));
    if (path != itemsPath)
        return row.report->field(path);
    const QString came = QString::number(row.report->items.size());
    return row.report->sum ? QStringLiteral("%1 / %2").arg(came).arg(*row.report->sum) : came;
}

QString AskBatch::cell(int source, int column) const
{
    const Row &row = m_rows[static_cast<std::size_t>(source)];
    switch (column) {
    case Device: return row.device;
    case Name: return row.name;
    case State: return stateText(row);
    default: break;
    }
    if (column == clockColumn())
        return row.status ? clockText(*row.status) : QString();
    if (!row.report)
        return {};
    if (column == Took) {
        const std::optional<Duration> time = timeOf(*row.report);
        return time ? wording::shortTime(*time) : QString();
    }
    if (column == Oddities)
        return row.report->oddities.isEmpty() ? QString() : QString::number(row.report->oddities.size());
    return valueOf(row, column);
}

QString AskBatch::header(int column) const
{
    switch (column) {
    case Device: return tr("Device");
    case Name: return tr("Name");
    case State: return tr("State");
    case Took: return tr("Took");
    case Oddities: return tr("Odd");
    default: break;
    }
    if (column == clockColumn())
        return tr("Clock");
    const QString path = m_paths.value(column - firstValue - (m_withClock ? 1 : 0));
    return path == itemsPath ? tr("In the list") : path;
}

QString AskBatch::meaning(int column) const
{
    switch (column) {
    case State: return tr("What became of the question");
    case Took: return tr("Time until its Response, or until its answer where that has none");
    case Oddities: return tr("How much is odd about its answer: Enter shows it");
    default: break;
    }
    return column == clockColumn() ? tr("Clock of the device less ours") : wording::elementOf(header(column));
}

std::optional<double> AskBatch::number(int source, int column) const
{
    constexpr qsizetype exact = 15; // digits: an ID has more, and is no number
    const Row &row = m_rows[static_cast<std::size_t>(source)];
    if (column < Took || !row.report)
        return {};
    if (column == Took) {
        const std::optional<Duration> time = timeOf(*row.report);
        return time ? std::optional(inSeconds(*time)) : std::nullopt;
    }
    if (column == clockColumn()) {
        const std::optional<qint64> skew = row.status ? clockSkew(*row.status) : std::nullopt;
        return skew ? std::optional(static_cast<double>(*skew)) : std::nullopt;
    }
    bool good = false;
    const QString text = cell(source, column).section(u' ', 0, 0);
    const double value = text.size() <= exact ? text.toDouble(&good) : 0;
    return good ? std::optional(value) : std::nullopt;
}

QVariant AskBatch::colour(int source, int column) const
{
    if (column != State)
        return {};
    switch (m_rows[static_cast<std::size_t>(source)].stage) {
    case Stage::Done: return colours().online;
    case Stage::Failed: return colours().failed;
    case Stage::Asked: return colours().late;
    case Stage::Waiting:
    case Stage::Stopped: break;
    }
    return colours().offline;
}

} // namespace gb::ui
