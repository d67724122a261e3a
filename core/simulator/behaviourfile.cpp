#include "core/simulator/behaviourfile.h"

#include "core/message/deviceid.h"
#include "core/simulator/faults.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

void initialiseSimulatorPresets()
{
    Q_INIT_RESOURCE(presets); // of a static library; may not be called from within a namespace
}

namespace gb {
namespace {

using Behaviour = DeviceBehaviour;
constexpr qsizetype maxOctets = 64 * 1024;
constexpr qsizetype maxText = 64;
constexpr qsizetype maxEntries = 64;

struct Whole
{
    int Behaviour::*member;
    int least, most;
};
struct Seconds ///< a number with decimals where wanted
{
    std::chrono::milliseconds Behaviour::*member;
    double least, most;
};
struct Flag
{
    bool Behaviour::*member;
};
struct Text
{
    QString Behaviour::*member;
};
/// Of a list of words; sets what the place of the word says.
struct Word
{
    std::vector<const char *> words;
    void (*set)(Behaviour &, int);
};
struct Orders
{
};
struct Names
{
};
struct FaultList
{
};

struct Field
{
    const char *name;
    std::variant<Whole, Seconds, Flag, Text, Word, Orders, Names, FaultList> kind;
};

void setCharset(Behaviour &behaviour, int index)
{
    constexpr const char *names[] = {"GB2312", "GB18030", "UTF-8"};
    behaviour.charset = QString::fromLatin1(names[index]);
}

const std::vector<const char *> addressees{"anyone", "device", "own"};

const Field fields[] = {
    {"edition", Word{{"2016", "2022"}, [](Behaviour &b, int i) { b.edition = static_cast<GbEdition>(i); }}},
    {"charset", Word{{"GB2312", "GB18030", "UTF-8"}, setCharset}},
    {"transport", Word{{"udp", "tcp"}, [](Behaviour &b, int i) { b.transport = static_cast<TransportKind>(i); }}},
    {"user_agent", Text{&Behaviour::userAgent}},
    {"address_in_from", Flag{&Behaviour::addressInFrom}},
    {"expires_s", Whole{&Behaviour::expires, 1, 604'800}},
    {"heartbeat_interval_s", Seconds{&Behaviour::interval, 0.1, 86'400}},
    {"timeout_count", Whole{&Behaviour::timeoutCount, 1, 100}},
    {"retry_s", Seconds{&Behaviour::retry, 0.1, 86'400}},
    {"patience_s", Seconds{&Behaviour::patience, 0.1, 32}},
    {"refresh_percent", Whole{&Behaviour::refreshPercent, 10, 99}},
    {"registers_when_refused", Flag{&Behaviour::registersWhenRefused}},
    {"stubborn", Flag{&Behaviour::stubborn}},
    {"silent_after_heartbeats", Whole{&Behaviour::silentAfter, 0, 1'000'000}},
    {"late_every", Whole{&Behaviour::lateEvery, 0, 1'000'000}},
    {"twice_every", Whole{&Behaviour::twiceEvery, 0, 1'000'000}},
    {"empty_info", Flag{&Behaviour::emptyInfo}},
    {"clock_offset_s", Whole{&Behaviour::clockOffset, -86'400, 86'400}},
    {"takes_time", Flag{&Behaviour::takesTime}},
    {"boot_s", Whole{&Behaviour::bootSeconds, 0, 3600}},
    {"device_name", Text{&Behaviour::deviceName}},
    {"channel_name", Text{&Behaviour::channelName}},
    {"manufacturer", Text{&Behaviour::manufacturer}},
    {"model", Text{&Behaviour::model}},
    {"firmware", Text{&Behaviour::firmware}},
    {"old_device_info", Flag{&Behaviour::oldInfo}},
    {"old_basic_param", Flag{&Behaviour::oldBasic}},
    {"kind",
        Word{{"camera", "recorder", "platform"}, [](Behaviour &b, int i) { b.kind = static_cast<CatalogueKind>(i); }}},
    {"channels", Whole{&Behaviour::channels, 1, Behaviour::maxChannels}},
    {"channel_type", Whole{&Behaviour::channelType, 100, 999}},
    {"alarm_inputs", Whole{&Behaviour::alarmInputs, 0, 64}},
    {"page_size", Whole{&Behaviour::pageSize, 1, 1000}},
    {"group_size", Whole{&Behaviour::groupSize, 1, Behaviour::maxChannels}},
    {"offline_every", Whole{&Behaviour::offlineEvery, 0, Behaviour::maxChannels}},
    {"status_on", Text{&Behaviour::statusOn}},
    {"status_off", Text{&Behaviour::statusOff}},
    {"parental", Text{&Behaviour::parental}},
    {"parent",
        Word{{"device", "server", "self", "none"},
            [](Behaviour &b, int i) {
                constexpr const char *words[] = {"device", "server", "self", "none"};
                b.parent = QString::fromLatin1(words[i]);
            }}},
    {"ptz_type_outside_info", Flag{&Behaviour::ptzTypeOutsideInfo}},
    {"stale_page", Flag{&Behaviour::stalePage}},
    {"order", Orders{}},
    {"elements", Names{}},
    {"asks", Word{addressees, [](Behaviour &b, int i) { b.asks = static_cast<Addressee>(i); }}},
    {"basic_param", Word{addressees, [](Behaviour &b, int i) { b.basicParam = static_cast<Addressee>(i); }}},
    {"sets_in_silence", Flag{&Behaviour::setsInSilence}},
    {"unknown_command",
        Word{{"silent", "error", "refuse"}, [](Behaviour &b, int i) { b.unknown = static_cast<UnknownCommand>(i); }}},
    {"broadcast", Flag{&Behaviour::broadcast}},
    {"record_type_needed", Flag{&Behaviour::typeNeeded}},
    {"record_minutes", Whole{&Behaviour::recordMinutes, 1, 1440}},
    {"record_page", Whole{&Behaviour::recordPage, 1, 500}},
    {"most_records", Whole{&Behaviour::mostRecords, 1, 10'000}},
    {"video", Word{{"h264", "h265"}, [](Behaviour &b, int i) { b.h265 = i == 1; }}},
    {"sound", Flag{&Behaviour::sound}},
    {"streams", Whole{&Behaviour::streams, 0, 16}},
    {"alarm_every_s", Whole{&Behaviour::alarmEvery, 0, 86'400}},
    {"faults", FaultList{}},
};

/// Letters of an XML name, so that a file cannot write what is no element.
bool isElementName(const QString &name)
{
    return !name.isEmpty() && name.size() <= maxText && name.at(0).isLetter()
        && std::all_of(name.begin(), name.end(), [](QChar c) {
               return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.');
           });
}

std::optional<QStringList> elementNames(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        names.append(one.toString());
    const bool good = value.isArray() && names.size() <= maxEntries
        && std::all_of(names.begin(), names.end(), isElementName);
    return good ? std::optional(names) : std::nullopt;
}

/// Each sets its field. Else it says what the field takes.
struct Reader
{
    using Problem = BehaviourProblem;
    using Kind = Problem::Kind;

    Behaviour &behaviour;
    const QJsonValue &value;

    Problem operator()(const Whole &kind) const
    {
        const double number = value.toDouble(0.5);
        if (!(number >= kind.least && number <= kind.most) || number != std::floor(number))
            return {.kind = Kind::Whole, .least = double(kind.least), .most = double(kind.most)};
        behaviour.*kind.member = static_cast<int>(number);
        return {};
    }
    Problem operator()(const Seconds &kind) const
    {
        const double number = value.toDouble(-1);
        if (!(number >= kind.least && number <= kind.most))
            return {.kind = Kind::Seconds, .least = kind.least, .most = kind.most};
        behaviour.*kind.member = std::chrono::milliseconds(static_cast<qint64>(number * 1000));
        return {};
    }
    Problem operator()(const Flag &kind) const
    {
        behaviour.*kind.member = value.toBool();
        return {.kind = value.isBool() ? Kind::None : Kind::Flag};
    }
    Problem operator()(const Text &kind) const
    {
        const QString text = value.toString();
        const bool plain = std::none_of(
            text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
        if (!value.isString() || text.size() > maxText || !plain)
            return {.kind = Kind::Text, .most = maxText};
        behaviour.*kind.member = text;
        return {};
    }
    Problem operator()(const Word &kind) const
    {
        QStringList words;
        for (const char *const word : kind.words)
            words.append(QString::fromLatin1(word));
        const qsizetype index = words.indexOf(value.toString());
        if (index < 0)
            return {.kind = Kind::Word, .words = words};
        kind.set(behaviour, static_cast<int>(index));
        return {};
    }
    Problem operator()(const Orders &) const
    {
        const QJsonObject object = value.toObject();
        bool good = value.isObject() && object.size() <= maxEntries;
        for (auto one = object.begin(); good && one != object.end(); ++one) {
            const auto names = elementNames(one.value());
            good = names && isElementName(one.key());
            if (good)
                behaviour.order.insert(one.key(), *names);
        }
        return {.kind = good ? Kind::None : Kind::Orders};
    }
    Problem operator()(const Names &) const
    {
        const QJsonObject object = value.toObject();
        bool good = value.isObject() && object.size() <= maxEntries;
        for (auto one = object.begin(); good && one != object.end(); ++one) {
            good = isElementName(one.key()) && isElementName(one.value().toString());
            behaviour.elements.insert(one.key(), one.value().toString());
        }
        return {.kind = good ? Kind::None : Kind::Names};
    }
    Problem operator()(const FaultList &) const
    {
        QStringList names;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array)
            names.append(one.toString());
        if (!value.isArray() || names.size() > maxEntries || !std::all_of(names.begin(), names.end(), isFault))
            return {.kind = Kind::Faults, .words = faultNames()};
        behaviour.faults = names;
        return {};
    }
};

BehaviourProblem readField(Behaviour &behaviour, const QString &name, const QJsonValue &value)
{
    const auto *const field = std::find_if(
        std::begin(fields), std::end(fields), [&](const Field &known) { return name == QLatin1String(known.name); });
    BehaviourProblem problem{.kind = BehaviourProblem::Kind::UnknownField};
    if (field != std::end(fields))
        problem = std::visit(Reader{behaviour, value}, field->kind);
    problem.field = printable(name, 40);
    return problem;
}

} // namespace

BehaviourRead readBehaviour(const QByteArray &json, const DeviceBehaviour &base)
{
    using Kind = BehaviourProblem::Kind;
    if (json.size() > maxOctets)
        return {{}, {.kind = Kind::TooLarge, .most = maxOctets}};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return {{}, {.kind = Kind::Syntax, .place = error.offset}};
    if (!document.isObject())
        return {{}, {.kind = Kind::NoObject}};
    DeviceBehaviour behaviour = base;
    const QJsonObject object = document.object();
    for (auto one = object.begin(); one != object.end(); ++one) {
        if (BehaviourProblem problem = readField(behaviour, one.key(), one.value()); problem.kind != Kind::None)
            return {{}, std::move(problem)};
    }
    return {std::move(behaviour), {}};
}

QStringList presetNames()
{
    initialiseSimulatorPresets();
    QStringList names = QDir(QStringLiteral(":/simulator/presets"))
                            .entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

std::optional<DeviceBehaviour> preset(const QString &name)
{
    if (!presetNames().contains(name))
        return std::nullopt;
    QFile file(QStringLiteral(":/simulator/presets/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? readBehaviour(file.readAll()).behaviour : std::nullopt;
}

} // namespace gb
