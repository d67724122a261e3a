#include "core/simulator/answers/answers.h"

#include "core/message/gbtime.h"

namespace gb::answers {
namespace {

using std::chrono::minutes;

std::optional<TimePoint> timeOf(const XmlElement &query, QStringView name)
{
    const QByteArray text = query.textOf(name).left(40).toLatin1();
    const auto time = parseGbTime({text.constData(), static_cast<std::size_t>(text.size())});
    return time ? std::optional(time->at) : std::nullopt;
}

/// Recordings lie one behind the other on the full multiples of their length; every fourth is one of an alarm.
struct Recordings
{
    minutes length{30};
    qint64 first = 0; ///< number of the first one, since the epoch
    qint64 step = 1;
};

const char *typeOfRecording(qint64 number)
{
    return number % 4 == 0 ? "alarm" : "time";
}

/// Those that lie in the time that was asked for, and in the past; at most `most`.
qsizetype countOf(Recordings &recordings, const XmlElement &query, const QString &type, TimePoint now, int most)
{
    const auto start = timeOf(query, u"StartTime"), end = timeOf(query, u"EndTime");
    if (!start || !end || *start >= *end || type == u"manual")
        return 0;
    const auto number = [&](TimePoint at) { return at.time_since_epoch() / Duration(recordings.length); };
    const qint64 last = number(std::min(*end, now));
    recordings.first = number(*start);
    if (type == u"alarm") {
        recordings.step = 4;
        recordings.first += (4 - recordings.first % 4) % 4;
    }
    const qint64 count = (last - recordings.first + recordings.step - 1) / recordings.step;
    return std::clamp<qint64>(count, 0, most);
}

XmlElement recording(DeviceModel &device, const QString &id, const Recordings &recordings, qsizetype place)
{
    const qint64 number = recordings.first + place * recordings.step;
    const TimePoint begin{Duration(recordings.length) * number};
    const auto text = [&](TimePoint at) { return device.timeText(at - device.clockOffset); };
    XmlElement item("Item",
        QList<XmlElement>{{"DeviceID", id}, {"Name", device.name}, {"FilePath", QStringLiteral("f%1").arg(number)},
            {"Address", device.name}, {"StartTime", text(begin)}, {"EndTime", text(begin + recordings.length)},
            {"Secrecy", 0}, {"Type", typeOfRecording(number)}, {"RecorderID", device.identity.id},
            {"FileSize", qint64{263'094'272}}});
    if (device.is2022())
        item.children << XmlElement{"RecordLocation", 0} << XmlElement{"StreamNumber", 0};
    return item;
}

} // namespace

/// A.2.6.6.
void recordInfo(DeviceModel &device, const Inquiry &inquiry, Answer &answer)
{
    const DeviceBehaviour &behaviour = *device.behaviour;
    const QString type = inquiry.body.textOf(u"Type");
    if (behaviour.typeNeeded && type.isEmpty()) {
        answer.owed = false;
        return;
    }
    Recordings recordings{.length = minutes(behaviour.recordMinutes)};
    const qsizetype count = countOf(
        recordings, inquiry.body, type, inquiry.now + device.clockOffset, behaviour.mostRecords);
    answer.add({"Name", device.name});
    answer.list = AnswerList{.name = "RecordList",
        .total = count,
        .perPage = behaviour.recordPage,
        .item = [&device, id = inquiry.deviceId, recordings](
                    qsizetype place) { return recording(device, id, recordings, place); }};
}

} // namespace gb::answers
