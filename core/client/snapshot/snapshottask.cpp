#include "core/client/snapshot/snapshottask.h"

#include "core/base/octets.h"
#include "core/message/deviceid.h"
#include "core/net/httpreader.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace gb {
namespace {

using Code = AskOddity::Code;

/// 40 letters, digits and hyphens: the standard has 32 to 128.
QString newSession()
{
    QByteArray bits;
    for (int i = 0; i < 4; ++i)
        bits += QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    return QStringLiteral("gbscope-") + QString::fromLatin1(bits);
}

/// Of files: a time and a part of the session, so that two orders of one second differ.
QString newName(const QString &session, TimePoint now)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QStringLiteral("snapshot-%1-%2").arg(time.toString(u"yyyyMMdd'T'HHmmss'Z'"), session.right(8));
}

/// UploadSnapShotFinished, A.2.5.7.
const AskCommand &finishNotice()
{
    static constexpr AnswerElement parts[] = {{.path = "SessionID", .needed = true},
        {.path = "SnapShotList/SnapShotFileID"}, {.path = "SnapShotList"}}; // the last: where it is empty
    static constexpr AskCommand command{.name = "",
        .title = "",
        .root = ManscdpRoot::Notify,
        .cmdType = "UploadSnapShotFinished",
        .clause = "A.2.5.7",
        .since = Edition::V2022,
        .effect = AskCommand::Effect::Reads,
        .needs = AskCommand::Needs::Answer,
        .answer = parts};
    return command;
}

bool isFinish(const Manscdp &body)
{
    return body.root == ManscdpRoot::Notify && body.cmdType == QLatin1StringView(finishNotice().cmdType);
}

/// The device ID, 02, a time of 17 digits, a serial of 2 (9.14).
bool isFileId(const QString &id)
{
    static const QRegularExpression form(QStringLiteral("^\\d{20}02\\d{19}$"));
    return form.match(id).hasMatch();
}

QString sessionIn(const AskReport &notice)
{
    return notice.field(u"SessionID").trimmed();
}

} // namespace

SnapshotTask::SnapshotTask(
    const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn, const Way &way)
    : m_question(question)
    , m_command(command)
    , m_sn(sn)
    , m_way(way)
    , m_report(std::move(report))
{
    m_pictures.wanted = question.values.value(QStringLiteral("SnapNum")).toInt();
    m_pictures.session = newSession();
}

std::chrono::seconds SnapshotTask::interval() const
{
    return std::chrono::seconds(m_question.values.value(QStringLiteral("Interval")).toInt());
}

std::optional<ClientRequest> SnapshotTask::takeRequest(TimePoint now)
{
    if (m_order)
        return m_order->takeRequest(now);
    if (std::exchange(m_opened, true) || m_over)
        return {};
    m_report.askedAt = now;
    m_look = now + look;
    m_until = now + openPatience;
    if (m_way.ports)
        m_port = m_way.ports->open({.local = m_way.local,
            .device = m_way.device,
            .save = m_question.save,
            .looks = m_question.looks,
            .name = newName(m_pictures.session, now)});
    if (!m_port)
        end(AskOutcome::NotListening, now);
    return {};
}

/// The port is open: its URL may go out.
void SnapshotTask::begin(const QString &url)
{
    m_pictures.url = url;
    AskQuestion question = m_question;
    question.values.insert(QStringLiteral("UploadURL"), url);
    question.values.insert(QStringLiteral("SessionID"), m_pictures.session);
    m_order = std::make_unique<AskTask>(question, m_command, m_report, m_sn);
}

void SnapshotTask::sent(quint64 number)
{
    if (m_order)
        m_order->sent(number);
}

void SnapshotTask::answered(const Trace &answer)
{
    if (!m_order || m_over)
        return;
    m_order->answered(answer);
    lookAtOrder(answer.datagram.at);
}

bool SnapshotTask::take(const Trace &message)
{
    if (!m_order || m_over)
        return false;
    lookAtPort(message.datagram.at); // what was uploaded ahead of it
    if (m_over)
        return false;
    const bool taken = isFinish(*message.body) && !message.body->broken() ? takeFinish(message)
                                                                          : m_order->take(message);
    lookAtOrder(message.datagram.at);
    return taken;
}

void SnapshotTask::strange(const Trace &message)
{
    if (!m_order || m_over)
        return;
    m_order->strange(message);
    if (!isFinish(*message.body) || message.body->broken())
        return;
    AskReport notice;
    ReplyReader(finishNotice(), notice).take(bytes(message.head.body), *message.body);
    if (sessionIn(notice) != m_pictures.session)
        return;
    m_finishElsewhere = true;
    m_report.add(Code::FinishElsewhere, message.datagram.from.text());
}

bool SnapshotTask::takeFinish(const Trace &message)
{
    AskReport notice;
    ReplyReader reader(finishNotice(), notice);
    reader.take(bytes(message.head.body), *message.body);
    reader.finish();
    const TimePoint now = message.datagram.at;
    if (const QString session = sessionIn(notice); session != m_pictures.session) {
        m_otherSession = true; // it may be of an order before this one
        m_report.add(Code::OtherSession, m_pictures.session, printable(session, 128));
        decide(now);
        return true;
    }
    for (const AskOddity &one : std::as_const(notice.oddities))
        m_report.add(one.code, one.a, one.b);
    if (m_report.responses.size() < AskReport::maxMessages)
        m_report.responses.append(message.number);
    if (!std::exchange(m_pictures.finished, true)) {
        for (const auto &[path, value] : std::as_const(notice.fields)) {
            if (path == u"SnapShotList/SnapShotFileID" && m_pictures.fileIds.size() < AskSnapshot::maxPictures)
                m_pictures.fileIds.append(value);
        }
        m_report.fields += notice.fields;
        hurry(now + strayPatience);
    }
    decide(now);
    return true;
}

void SnapshotTask::lookAtPort(TimePoint now)
{
    m_look = now + look;
    const QList<PictureNews> news = m_port ? m_port->take() : QList<PictureNews>();
    for (const PictureNews &one : news) {
        if (!m_over)
            take(one, now);
    }
}

void SnapshotTask::take(const PictureNews &news, TimePoint now)
{
    switch (news.kind) {
    case PictureNews::Kind::Opened: return begin(news.url);
    case PictureNews::Kind::Failed: m_pictures.detail = news.detail; return end(AskOutcome::NotListening, now);
    case PictureNews::Kind::Picture: return addPicture(news, now);
    case PictureNews::Kind::Session:
        if (news.detail != m_pictures.session)
            m_report.add(Code::OtherSession, m_pictures.session, news.detail);
        return;
    case PictureNews::Kind::Refused: ++m_refused[news.status]; return;
    case PictureNews::Kind::Unfinished: m_report.add(Code::UploadCut, QString::number(news.octets)); return;
    case PictureNews::Kind::Strangers: m_pictures.strangers += news.count; return;
    case PictureNews::Kind::Dropped: m_pictures.dropped += news.count; return;
    }
}

void SnapshotTask::addPicture(const PictureNews &news, TimePoint now)
{
    m_news = true;
    if (m_pictures.pictures.size() < AskSnapshot::maxPictures)
        m_pictures.pictures.append(news.picture);
    if (news.from != m_way.device.toString())
        m_report.add(Code::UploadElsewhere, news.from);
    if (!news.detail.isEmpty())
        m_report.add(Code::NotSaved, news.detail);
    if (m_ordered && !m_pictures.finished)
        m_until = std::min(now + interval() + patience, m_end);
    if (m_ordered)
        decide(now);
}

/// When it is over, the pictures are waited for; or nothing is, where none can come.
void SnapshotTask::lookAtOrder(TimePoint now)
{
    if (m_over || m_ordered || !m_order || !m_order->over())
        return;
    const AskOutcome outcome = m_order->report().outcome;
    const bool obeys = !m_pictures.pictures.isEmpty() || m_pictures.finished;
    const bool silent = outcome == AskOutcome::NoResponse || outcome == AskOutcome::NoAnswer
        || outcome == AskOutcome::OtherResponse;
    if (outcome != AskOutcome::Done && !(silent && obeys))
        return end(outcome, now);
    if (silent)
        m_report.add(Code::SnapInSilence);
    m_ordered = true;
    const auto all = interval() * (m_pictures.wanted - 1);
    m_end = now + all + longest;
    m_until = now + (m_pictures.finished ? strayPatience : interval() + patience);
    decide(now);
}

/// Over, where all that is owed is there.
void SnapshotTask::decide(TimePoint now)
{
    if (!m_ordered || m_over)
        return;
    const bool all = m_pictures.came() >= std::max(m_pictures.wanted, static_cast<int>(m_pictures.fileIds.size()));
    if (all && (m_pictures.finished || m_otherSession))
        return end(AskOutcome::Done, now);
    if (all)
        hurry(now + finishPatience);
    if (now < m_until)
        return;
    if (m_port->isReceiving() && now < m_end) { // a slow way is none that is broken
        m_until = std::min(now + std::chrono::seconds(1), m_end);
        return;
    }
    if (m_port->isReceiving())
        ++m_refused[408]; // it is cut with the port
    end(m_pictures.came() >= m_pictures.wanted ? AskOutcome::Done
            : m_pictures.came() > 0            ? AskOutcome::Incomplete
                                               : AskOutcome::NoPicture,
        now);
}

void SnapshotTask::advance(TimePoint now)
{
    if (m_over)
        return;
    lookAtPort(now);
    if (m_over)
        return;
    if (!m_order && now >= m_until)
        return end(AskOutcome::NotListening, now);
    if (m_order && !m_order->over())
        m_order->advance(now);
    lookAtOrder(now);
    decide(now);
}

TimePoint SnapshotTask::deadline() const
{
    if (m_over)
        return TimePoint::max();
    const TimePoint order = m_order ? m_order->deadline() : TimePoint::max();
    return std::min({m_look, m_ordered ? m_until : TimePoint::max(), order});
}

void SnapshotTask::stop(Stop why, TimePoint now)
{
    end(why == Stop::NotSent      ? AskOutcome::NotSent
            : why == Stop::Silent ? AskOutcome::Silent
                                  : AskOutcome::Stopped,
        now);
}

void SnapshotTask::end(AskOutcome outcome, TimePoint now)
{
    if (std::exchange(m_over, true))
        return;
    constexpr qsizetype shortestId = 8; // a shorter one stands in many names
    m_port.reset();
    m_stopped = outcome == AskOutcome::Stopped || outcome == AskOutcome::Silent || outcome == AskOutcome::NotSent;
    for (AskPicture &one : m_pictures.pictures) {
        for (const QString &id : std::as_const(m_pictures.fileIds)) {
            if (one.fileId.isEmpty() && id.size() >= shortestId && one.name.contains(id))
                one.fileId = id;
        }
    }
    judge();
    const AskReport own = std::exchange(m_report, m_order ? m_order->report() : m_report);
    if (m_order) {
        m_report.fields += own.fields;
        for (const AskOddity &one : own.oddities)
            m_report.add(one.code, one.a, one.b);
        m_report.responses += own.responses;
    }
    m_report.snapshot = m_pictures;
    m_report.outcome = outcome;
    m_report.at = now;
}

/// What can be said only when all is over.
void SnapshotTask::judge()
{
    const int came = m_pictures.came();
    for (const AskPicture &one : std::as_const(m_pictures.pictures)) {
        if (one.format == AskPicture::Format::None)
            m_report.add(Code::NoPictureData, one.type, QString::number(one.octets));
        else if (!one.whole)
            m_report.add(Code::CutPicture, QString::number(one.octets));
    }
    for (auto one = m_refused.cbegin(); one != m_refused.cend(); ++one) {
        if (one.key() == 413)
            m_report.add(Code::UploadTooLarge, QString::number(HttpReader::Limits().body));
        else
            m_report.add(Code::UploadRefused, QString::number(one.key()), QString::number(one.value()));
    }
    if (came > m_pictures.wanted)
        m_report.add(Code::MorePictures, QString::number(m_pictures.wanted), QString::number(came));
    if (came > 0 && m_ordered && !m_stopped && !m_pictures.finished && !m_finishElsewhere && !m_otherSession)
        m_report.add(Code::NoFinish);
    if (m_pictures.finished && !m_stopped && m_pictures.fileIds.size() != came)
        m_report.add(Code::OtherCount, QString::number(m_pictures.fileIds.size()), QString::number(came));
    for (const QString &id : std::as_const(m_pictures.fileIds)) {
        if (!isFileId(id))
            m_report.add(Code::BadValue, QStringLiteral("SnapShotFileID"), printable(id, 80));
    }
}

QList<ClientReport> SnapshotTask::takeReports()
{
    if (m_over)
        return {m_report};
    if (!std::exchange(m_news, false))
        return {};
    return {AskProgress{m_report.id, m_pictures.came(), m_pictures.wanted}};
}

} // namespace gb
