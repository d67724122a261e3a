#include "ui/client/askbatch.h"

#include "core/message/gbtime.h"
#include "core/report/words/askwording.h"
#include "core/report/words/secretwording.h"
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
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    connect(&m_next, &QTimer::timeout, this, &AskBatch::goOn);
    connect(&asking, &Asking::answered, this, &AskBatch::take);
}

void AskBatch::setRate(int perSecond)
{
    m_rate = AskRate(perSecond);
    if (m_steps > 0)
        goOn();
}

void AskBatch::start(const AskQuestion &question, const QList<AskWhom> &whom, bool withClock)
{
    stop();
    m_asked.clear(); // what still comes of them is nobody's here
    beginChange();
    m_question = question;
    m_withClock = withClock || question.command == u"status";
    m_rows.clear();
    m_paths.clear();
    m_secret.clear();
    m_counts = {};
    for (const AskWhom &one : whom.first(std::min(whom.size(), maxRows)))
        m_rows.push_back({.whom = one});
    m_ofChannels = std::any_of(whom.cbegin(), whom.cend(), [](const AskWhom &one) { return !one.about.isEmpty(); });
    m_counts[0] = sourceRows();
    for (int row = 0; row < sourceRows(); ++row)
        wait({.row = row});
    endChange();
    goOn();
}

void AskBatch::stop()
{
    m_next.stop();
    m_free.clear();
    m_steps = 0;
    for (const std::deque<Step> &steps : std::exchange(m_waiting, {})) {
        for (const Step &step : steps) {
            if (step.forClock)
                settle(step.row); // its first question has its answer
            else
                move(step.row, Stage::Stopped);
        }
    }
    for (const quint64 id : m_asked.keys())
        m_asking.stop(id);
    emit moved();
}

void AskBatch::askFailed()
{
    if (isRunning())
        return;
    for (int row = 0; row < sourceRows(); ++row) {
        Row &one = m_rows[static_cast<std::size_t>(row)];
        if (one.stage != Stage::Failed && one.stage != Stage::Stopped)
            continue;
        one.report = one.status = {};
        move(row, Stage::Waiting);
        wait({.row = row});
    }
    goOn();
}

/// What ends a row that has begun goes ahead of others.
void AskBatch::wait(const Step &step)
{
    const QString &device = m_rows[static_cast<std::size_t>(step.row)].whom.device;
    std::deque<Step> &steps = m_waiting[device];
    if (steps.empty())
        step.forClock ? m_free.push_front(device) : m_free.push_back(device);
    step.forClock ? steps.push_front(step) : steps.push_back(step);
    ++m_steps;
}

void AskBatch::goOn()
{
    if (std::exchange(m_going, true))
        return; // an answer may come while a question goes out
    const TimePoint now = m_clock->now();
    while (!m_free.empty() && m_asked.size() < atOnce && m_rate.mayGo(now)) {
        const QString device = m_free.front();
        m_free.pop_front();
        const auto steps = m_waiting.find(device);
        const Step step = steps->front();
        steps->pop_front();
        --m_steps;
        m_rate.went(now);
        ask(step);
    }
    m_going = false;
    if (!m_free.empty() && m_asked.size() < atOnce)
        m_next.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(m_rate.next() - now, Duration::zero())));
    emit moved();
}

void AskBatch::ask(const Step &step)
{
    const AskWhom &whom = m_rows[static_cast<std::size_t>(step.row)].whom;
    AskQuestion question = m_question;
    question.device = whom.device;
    question.about = whom.about;
    if (step.forClock) {
        question.command = QStringLiteral("status");
        question.values.clear();
    } else {
        move(step.row, Stage::Asked);
    }
    m_asked.insert(m_asking.ask(question), step.row);
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
    if (const auto steps = m_waiting.find(one.whom.device); steps != m_waiting.end()) {
        if (steps->empty())
            m_waiting.erase(steps);
        else
            m_free.push_back(one.whom.device); // it is the turn of others first
    }
    const bool first = report->command == m_question.command;
    if (first) {
        one.report = report;
        addPaths(*report);
    }
    if (report->command == u"status")
        one.status = report;
    if (first && m_withClock && !one.status && report->outcome != AskOutcome::Stopped && report->status > 0) {
        wait({.row = row, .forClock = true});
        changed(row);
    } else {
        settle(row);
    }
    goOn();
}

/// Nothing more is asked of it.
void AskBatch::settle(int row)
{
    const Row &one = m_rows[static_cast<std::size_t>(row)];
    const AskOutcome outcome = one.report->outcome;
    move(row,
        outcome == AskOutcome::Done          ? Stage::Done
            : outcome == AskOutcome::Stopped ? Stage::Stopped
                                             : Stage::Failed);
}

void AskBatch::addPaths(const AskReport &report)
{
    const auto add = [this](const QString &path) {
        if (path == u"Result" || m_paths.size() >= maxColumns || m_paths.contains(path))
            return;
        beginColumn();
        m_paths.append(path);
        if (wording::isSecretElement(path))
            m_secret.insert(path);
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
    const QString path = m_paths.value(meant(column) - firstValue - (m_withClock ? 1 : 0));
    if (path != itemsPath)
        return m_secret.contains(path) ? wording::shownValue(path, row.report->field(path)) : row.report->field(path);
    const QString came = QString::number(row.report->items.size());
    return row.report->sum ? QStringLiteral("%1 / %2").arg(came).arg(*row.report->sum) : came;
}

QString AskBatch::cell(int source, int column) const
{
    const Row &row = m_rows[static_cast<std::size_t>(source)];
    switch (meant(column)) {
    case Device: return row.whom.device;
    case Channel: return row.whom.about;
    case Name: return row.whom.name;
    case State: return stateText(row);
    default: break;
    }
    if (meant(column) == clockColumn())
        return row.status ? clockText(*row.status) : QString();
    if (!row.report)
        return {};
    if (meant(column) == Took) {
        const std::optional<Duration> time = timeOf(*row.report);
        return time ? wording::shortTime(*time) : QString();
    }
    if (meant(column) == Oddities)
        return row.report->oddities.isEmpty() ? QString() : QString::number(row.report->oddities.size());
    return valueOf(row, column);
}

QString AskBatch::header(int column) const
{
    switch (meant(column)) {
    case Device: return tr("Device");
    case Channel: return tr("Channel");
    case Name: return tr("Name");
    case State: return tr("State");
    case Took: return tr("Took");
    case Oddities: return tr("Odd");
    default: break;
    }
    if (meant(column) == clockColumn())
        return tr("Clock");
    const QString path = m_paths.value(meant(column) - firstValue - (m_withClock ? 1 : 0));
    return path == itemsPath ? tr("In the list") : path;
}

bool AskBatch::isOfItems(int column) const
{
    return meant(column) >= firstValue && meant(column) != clockColumn()
        && m_paths.value(meant(column) - firstValue - (m_withClock ? 1 : 0)) == itemsPath;
}

QString AskBatch::itemsMeaning() const
{
    const AskCommand *const command = findAskCommand(m_question.command);
    const QString list = command ? wording::elementOf(QLatin1StringView(command->list), m_question.command) : QString();
    return list.isEmpty() ? tr("How many came, of how many it announced")
                          : tr("How many came, of how many it announced: %1").arg(list);
}

QString AskBatch::meaning(int column) const
{
    switch (meant(column)) {
    case State: return tr("What became of the question");
    case Took: return tr("Time until its Response, or until its answer where that has none");
    case Oddities: return tr("How much is odd about its answer: Enter shows it");
    default: break;
    }
    if (isOfItems(column))
        return itemsMeaning();
    return meant(column) == clockColumn() ? tr("Clock of the device less ours")
                                          : wording::elementOf(header(column), m_question.command);
}

std::optional<double> AskBatch::number(int source, int column) const
{
    constexpr qsizetype exact = 15; // digits: an ID has more, and is no number
    const Row &row = m_rows[static_cast<std::size_t>(source)];
    if (meant(column) < Took || !row.report)
        return {};
    if (meant(column) == Took) {
        const std::optional<Duration> time = timeOf(*row.report);
        return time ? std::optional(inSeconds(*time)) : std::nullopt;
    }
    if (meant(column) == clockColumn()) {
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
    if (meant(column) != State)
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
