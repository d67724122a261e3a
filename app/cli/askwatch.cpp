#include "app/cli/askwatch.h"

#include "app/cli/askoptions.h"
#include "app/cli/freejson.h"
#include "app/cli/freeoptions.h"
#include "app/cli/jsonlines.h"
#include "core/message/basicparam.h"
#include "core/report/words/askwording.h"
#include "core/report/words/wording.h"

#include <QJsonArray>

namespace gb::cli {
namespace {

constexpr const char *outcomes[] = {"done", "not-registered", "odd-id", "no-command", "bad-values", "only-shown",
    "too-many", "not-sent", "no-answer", "refused", "no-response", "other-response", "unreadable", "error-result",
    "incomplete", "too-large", "stopped", "silent", "subscribed", "ended", "lapsed", "not-taken", "not-listening",
    "no-picture"};
static_assert(std::size(outcomes) == static_cast<std::size_t>(AskOutcome::Count));
constexpr const char *oddities[] = {"odd-result", "items-missing", "items-left", "sum-changes", "duplicate", "other-sn",
    "other-device", "other-address", "other-charset", "bad-text", "no-xml", "unknown-element", "missing-element",
    "bad-value", "not-supported", "unanswered-request", "clock-ahead", "clock-behind", "faulty-device",
    "shorter-expires", "no-expires", "set-in-silence", "snapshot-in-silence", "more-pictures", "no-finish",
    "finish-elsewhere", "other-count", "other-session", "no-picture-data", "cut-picture", "upload-too-large",
    "upload-refused", "upload-cut", "upload-elsewhere", "not-saved", "wrong-id", "wrong-id-type", "id-of-device",
    "own-parent", "parent-missing", "group-missing", "wrong-group", "wrong-civil-code", "more-odd"};
static_assert(std::size(oddities) == static_cast<std::size_t>(AskOddity::Code::Count));

int statusOf(const AskReport &report)
{
    switch (report.outcome) {
    case AskOutcome::Done:
    case AskOutcome::Subscribed: return report.oddities.isEmpty() ? Success : OddAnswer;
    case AskOutcome::NotRegistered: return NotRegistered;
    case AskOutcome::Refused:
    case AskOutcome::ErrorResult: return Refused;
    case AskOutcome::Unreadable:
    case AskOutcome::NotTaken:
    case AskOutcome::TooLarge: return OddAnswer;
    case AskOutcome::OddId:
    case AskOutcome::NoCommand:
    case AskOutcome::BadValues:
    case AskOutcome::OnlyShown: return WrongArguments;
    case AskOutcome::TooMany:
    case AskOutcome::NotSent:
    case AskOutcome::NoAnswer:
    case AskOutcome::NoResponse:
    case AskOutcome::OtherResponse:
    case AskOutcome::Incomplete:
    case AskOutcome::NotListening:
    case AskOutcome::NoPicture:
    case AskOutcome::Stopped:
    case AskOutcome::Silent:
    case AskOutcome::Ended:
    case AskOutcome::Lapsed:
    case AskOutcome::Count: break;
    }
    return NotAnswered;
}

QJsonArray numbers(const QList<quint64> &list)
{
    QJsonArray out;
    for (const quint64 one : list)
        out.append(static_cast<qint64>(one));
    return out;
}

QJsonArray items(const AskReport &report)
{
    QJsonArray out;
    for (const QStringList &row : report.items) {
        QJsonObject item;
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (!row[column].isNull())
                item.insert(report.columns[column], row[column]);
        }
        out.append(item);
    }
    return out;
}

/// A name that comes again has all of its values, in their order.
QJsonObject fields(const AskReport &report)
{
    QJsonObject out;
    for (const auto &[name, value] : report.fields) {
        const QJsonValue known = out.value(name);
        QJsonArray all = known.isArray() ? known.toArray() : QJsonArray{known};
        all.append(value);
        out.insert(name, known.isUndefined() ? QJsonValue(value) : QJsonValue(all));
    }
    return out;
}

/// What was set, and what the device has then.
QJsonArray settings(const AskReport &report)
{
    QJsonArray out;
    for (const AskSetting &one : report.settings)
        out.append(QJsonObject{{QStringLiteral("element"), one.path},
            {QStringLiteral("wanted"), one.wanted.isNull() ? QJsonValue() : QJsonValue(one.wanted)},
            {QStringLiteral("now"), one.now.isNull() ? QJsonValue() : QJsonValue(one.now)},
            {QStringLiteral("same"), one.same}});
    return out;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject pictureObject(const AskPicture &one)
{
    static constexpr const char *formats[] = {"none", "jpeg", "png", "bmp"};
    const bool is = one.format != AskPicture::Format::None;
    return {{QStringLiteral("format"), QString::fromLatin1(formats[static_cast<std::size_t>(one.format)])},
        {QStringLiteral("bytes"), one.octets}, {QStringLiteral("width"), is ? QJsonValue(one.width) : QJsonValue()},
        {QStringLiteral("height"), is ? QJsonValue(one.height) : QJsonValue()}, {QStringLiteral("whole"), one.whole},
        {QStringLiteral("at"), isoTime(one.at)}, {QStringLiteral("from"), one.from},
        {QStringLiteral("type"), textOrNull(one.type)}, {QStringLiteral("name"), textOrNull(one.name)},
        {QStringLiteral("file_id"), textOrNull(one.fileId)}, {QStringLiteral("saved"), textOrNull(one.saved)}};
}

QJsonObject snapshotObject(const AskSnapshot &snapshot)
{
    QJsonArray pictures;
    for (const AskPicture &one : snapshot.pictures)
        pictures.append(pictureObject(one));
    return {{QStringLiteral("wanted"), snapshot.wanted}, {QStringLiteral("came"), snapshot.came()},
        {QStringLiteral("finished"), snapshot.finished},
        {QStringLiteral("file_ids"), QJsonArray::fromStringList(snapshot.fileIds)},
        {QStringLiteral("session"), snapshot.session}, {QStringLiteral("url"), textOrNull(snapshot.url)},
        {QStringLiteral("strangers_refused"), snapshot.strangers}, {QStringLiteral("not_listed"), snapshot.dropped},
        {QStringLiteral("pictures"), pictures}};
}

QJsonArray oddityArray(const AskReport &report)
{
    QJsonArray out;
    for (const AskOddity &one : report.oddities)
        out.append(
            QJsonObject{{QStringLiteral("code"), QString::fromLatin1(oddities[static_cast<std::size_t>(one.code)])},
                {QStringLiteral("text"), wording::askOddity(one)}, {QStringLiteral("a"), one.a},
                {QStringLiteral("b"), one.b}});
    return out;
}

} // namespace

QJsonObject answerObject(const AskReport &report)
{
    const auto since = [&report](const std::optional<TimePoint> &at) {
        return at ? seconds(*at - report.askedAt) : QJsonValue();
    };
    QJsonObject out{{QStringLiteral("event"), QStringLiteral("answer")},
        {QStringLiteral("ask"), static_cast<qint64>(report.id)}, {QStringLiteral("device"), report.device},
        {QStringLiteral("about"), report.about}, {QStringLiteral("command"), report.command},
        {QStringLiteral("outcome"), QString::fromLatin1(outcomes[static_cast<std::size_t>(report.outcome)])},
        {QStringLiteral("text"), wording::askOutcome(report)},
        {QStringLiteral("edition"), QString(editionName(report.edition))},
        {QStringLiteral("edition_announced"), report.announced}, {QStringLiteral("fields"), fields(report)},
        {QStringLiteral("items"), items(report)}, {QStringLiteral("oddities"), oddityArray(report)},
        {QStringLiteral("responses"), numbers(report.responses)}, {QStringLiteral("at"), isoTime(report.at)}};
    out.insert(QStringLiteral("status"), report.status > 0 ? QJsonValue(report.status) : QJsonValue());
    out.insert(QStringLiteral("result"), report.result.isEmpty() ? QJsonValue() : QJsonValue(report.result));
    out.insert(QStringLiteral("sum"), report.sum ? QJsonValue(*report.sum) : QJsonValue());
    out.insert(QStringLiteral("request"), static_cast<qint64>(report.request));
    out.insert(QStringLiteral("answer"), static_cast<qint64>(report.answer));
    if (report.readBack) {
        out.insert(
            QStringLiteral("read_back"), QString::fromLatin1(outcomes[static_cast<std::size_t>(*report.readBack)]));
        out.insert(QStringLiteral("settings"), settings(report));
        out.insert(QStringLiteral("read_request"), static_cast<qint64>(report.readRequest));
    }
    if (report.snapshot)
        out.insert(QStringLiteral("snapshot"), snapshotObject(*report.snapshot));
    if (report.expires)
        out.insert(QStringLiteral("expires_s"), *report.expires);
    out.insert(QStringLiteral("answered_s"), since(report.answeredAt));
    out.insert(QStringLiteral("responded_s"), since(report.respondedAt));
    return out;
}

QByteArray noticeLine(const AskNotice &notice)
{
    const AskReport &content = notice.content;
    return line(
        {{QStringLiteral("event"), QStringLiteral("notice")}, {QStringLiteral("ask"), static_cast<qint64>(content.id)},
            {QStringLiteral("device"), content.device}, {QStringLiteral("about"), content.about},
            {QStringLiteral("command"), content.command}, {QStringLiteral("fields"), fields(content)},
            {QStringLiteral("items"), items(content)}, {QStringLiteral("oddities"), oddityArray(content)},
            {QStringLiteral("missed"), static_cast<qint64>(notice.missed)},
            {QStringLiteral("messages"), numbers(content.responses)}, {QStringLiteral("at"), isoTime(content.at)}});
}

AskWatch::AskWatch(Session &session, LineWriter &out)
    : m_session(session)
    , m_out(out)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    m_next.callOnTimeout([this] { pump(); });
}

void AskWatch::begin(const AskOrder &order, std::function<void(int)> done)
{
    m_order = order;
    m_rate = AskRate(order.rate);
    m_done = std::move(done);
    m_coming.begin(order.devices);
}

void AskWatch::queue(const QString &device)
{
    const QStringList again = m_again.take(device), wanted = again.isEmpty() ? m_order->channels : again;
    for (const QString &channel : wanted.isEmpty() ? QStringList{QString()} : wanted) {
        m_queue.emplace_back(device, channel);
        ++m_open;
    }
}

/// What may go out now. Channels are of one device, which is asked one question at a time.
void AskWatch::pump()
{
    const TimePoint now = m_clock.now();
    while (!m_queue.empty() && (m_busy.isEmpty() || m_order->channels.size() <= 1)) {
        if (!m_rate.mayGo(now))
            return m_next.start(std::chrono::ceil<std::chrono::milliseconds>(m_rate.next() - now));
        const auto [device, channel] = m_queue.front();
        m_queue.pop_front();
        m_rate.went(now);
        m_busy.insert(device);
        ask(device, channel);
    }
}

void AskWatch::ask(const QString &device, const QString &channel)
{
    if (m_order->message) {
        FreeQuestion message = *m_order->message;
        message.id = ++m_lastId;
        message.device = device;
        m_session.send(wish::SendFree{message});
        return;
    }
    AskQuestion question = m_order->question;
    question.id = ++m_lastId;
    question.device = device;
    question.about = channel;
    m_session.send(wish::Ask{question});
}

void AskWatch::stop()
{
    for (const auto &[device, channel] : std::exchange(m_queue, {})) {
        const QString about = channel.isEmpty() ? device : channel;
        AskReport report{.device = device, .about = about, .command = m_order->question.command};
        report.outcome = AskOutcome::Stopped;
        report.askedAt = report.at = m_clock.now();
        m_out.write(answerLineOf(report));
        --m_open;
    }
}

void AskWatch::take(const Batch &batch)
{
    for (const QString &device : m_coming.take(batch))
        queue(device);
    pump();
}

/// Of who came and was refused, the reason: that is what has to be mended first.
void AskWatch::addReason(QJsonObject &out, const QString &device, bool missing, TimePoint at) const
{
    const DeviceSnapshot *const refused = missing ? m_coming.refused(device) : nullptr;
    if (!refused)
        return;
    out.insert(QStringLiteral("state"), stateWord(refused->verdict.state));
    out.insert(QStringLiteral("reason"), wording::sentence(*refused, at));
}

QByteArray AskWatch::answerLineOf(const AskReport &report) const
{
    QJsonObject out = answerObject(report);
    addReason(out, report.device, report.outcome == AskOutcome::NotRegistered, report.at);
    return line(out);
}

/// What could not be sent to one of the order is told only when nobody is waited for any longer.
bool AskWatch::comesAgain(const QString &device, const QString &channel, bool notSent)
{
    if (!m_order || m_coming.isTimeUp() || !notSent)
        return false;
    m_busy.remove(device);
    if (!m_order->channels.isEmpty())
        m_again[device].append(channel);
    m_coming.again(device);
    --m_open;
    pump();
    return true;
}

/// One of the order is over.
void AskWatch::closed(const QString &device, int status)
{
    m_busy.remove(device);
    m_status = std::max(m_status, status);
    --m_open;
    pump();
    look();
}

void AskWatch::take(const AskReport &report)
{
    if (comesAgain(report.device, report.about, report.outcome == AskOutcome::NotSent))
        return;
    m_out.write(answerLineOf(report));
    if (!m_order)
        return;
    const bool endedByUs = m_up.remove(report.id) && report.outcome == AskOutcome::Stopped;
    const int status = endedByUs ? Success : statusOf(report);
    if (report.outcome != AskOutcome::Subscribed)
        return closed(report.device, status);
    m_up.insert(report.id);
    ++m_open;
    closed(report.device, status); // it stands, and the next one may be asked
}

void AskWatch::take(const AskNotice &notice)
{
    m_out.write(noticeLine(notice));
}

void AskWatch::take(const FreeReport &report)
{
    const bool ordered = m_order && m_order->message;
    if (ordered && comesAgain(report.device, report.device, report.outcome == FreeOutcome::NotSent))
        return;
    QJsonObject out = freeObject(report);
    addReason(out, report.device, report.outcome == FreeOutcome::NotRegistered, report.at);
    m_out.write(line(out));
    if (ordered)
        closed(report.device, statusOf(report));
}

/// Who did not come is told as one that is not registered: the session says so itself.
void AskWatch::timeIsUp()
{
    if (!m_order || m_coming.isTimeUp())
        return;
    for (const QString &device : m_coming.timeIsUp()) {
        m_again.remove(device); // it is not there: one word for all of its channels
        ++m_open;
        ask(device, m_order->channels.value(0));
    }
    if (m_coming.cameNobody())
        m_status = NotRegistered;
    look();
}

void AskWatch::look()
{
    if (m_open == 0 && m_coming.isOver() && m_done)
        std::exchange(m_done, {})(m_status);
}

QString AskWatch::command(const QString &text)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const bool yes = words.size() > 2 && words.constLast() == u"yes";
    if (yes)
        words.removeLast();
    if (words.size() < 2)
        return QStringLiteral("ask takes COMMAND ID[/CHANNEL] [NAME=VALUE]... [yes]");
    if (words.constFirst().compare(u"message", Qt::CaseInsensitive) == 0)
        return message(words.at(1), text.section(u' ', 2, -1, QString::SectionSkipEmpty));
    const QString whom = words.takeAt(1);
    AskQuestion question{.id = ++m_lastId, .device = whom.section(u'/', 0, 0), .about = whom.section(u'/', 1)};
    if (QString error = readQuestion(words, yes, question); !error.isEmpty())
        return error;
    m_session.send(wish::Ask{question});
    return {};
}

/// `rest`: what stands behind its ID, as it was typed.
QString AskWatch::message(const QString &device, const QString &rest)
{
    FreeQuestion question{.id = ++m_lastId, .device = device};
    if (QString error = readMessage(rest, question); !error.isEmpty())
        return error;
    m_session.send(wish::SendFree{question});
    return {};
}

} // namespace gb::cli
