#include "core/client/settingtask.h"

#include "core/client/bodywriter.h"

namespace gb {
namespace {

using Fields = QList<std::pair<QString, QString>>;

const AskCommand &reading()
{
    return *findAskCommand(u"config");
}

/// The elements of a body that we write, as a Response would be read.
Fields fieldsOf(const QByteArray &body)
{
    AskReport report;
    ReplyReader(reading(), report).take(body, parseManscdp(body));
    return report.fields;
}

/// Devices write a number as they like.
bool isSame(const QString &wanted, const QString &now)
{
    bool one = false, other = false;
    const double a = wanted.toDouble(&one), b = now.toDouble(&other);
    return wanted == now || (one && other && a == b);
}

/// Of several streams that the device tells, the one that was set.
Fields ofStream(const Fields &all, const Fields &wanted)
{
    const QString key = QStringLiteral("VideoParamAttribute/Item/StreamNumber");
    const auto isKey = [&](const auto &field) { return field.first == key; };
    const auto meant = std::find_if(wanted.begin(), wanted.end(), isKey);
    if (meant == wanted.end())
        return all;
    const auto first = std::find_if(
        all.begin(), all.end(), [&](const auto &field) { return isKey(field) && isSame(meant->second, field.second); });
    return first == all.end() ? Fields() : Fields(first, std::find_if(std::next(first), all.end(), isKey));
}

/// The value at a path, of several the one at that place; null: it is not there.
QString valueAt(const Fields &fields, const QString &path, int place)
{
    for (const auto &[name, value] : fields) {
        if (name == path && place-- == 0)
            return value.isNull() ? QStringLiteral("") : value;
    }
    return {};
}

/// "OSDConfig/Item[2]/Text" as path and place.
std::pair<QString, int> placeOf(QLatin1StringView path)
{
    QString text = path;
    const qsizetype open = text.indexOf(u'['), close = text.indexOf(u']');
    if (open < 0 || close < open)
        return {text, 0};
    const int place = text.mid(open + 1, close - open - 1).toInt() - 1;
    return {text.remove(open, close - open + 1), place};
}

/// A line that the device does not have is none that was typed before: it would be sent with those that it has.
void clearRest(AskValues &values, const Fields &told, const AskCommand &command)
{
    const QString front = QLatin1StringView(command.configType) + QStringLiteral("/");
    if (std::none_of(told.begin(), told.end(), [&](const auto &one) { return one.first.startsWith(front); }))
        return;
    for (const AskParameter &one : command.parameters) {
        const QString name = QLatin1StringView(one.name);
        if (one.own && !one.needed && !values.contains(name))
            values.insert(name, QStringLiteral(""));
    }
}

} // namespace

AskValues settingsIn(const AskReport &read, const AskCommand &command)
{
    AskValues told;
    for (const AskParameter &one : command.parameters) {
        const auto [path, place] = placeOf(QLatin1StringView(one.path));
        if (const QString value = path.isEmpty() ? QString() : valueAt(read.fields, path, place); !value.isEmpty())
            told.insert(QLatin1StringView(one.name), value);
    }
    if (command.fill)
        command.fill(told, read.fields);
    AskValues good;
    for (auto one = told.cbegin(); one != told.cend(); ++one) {
        AskValues alone{{one.key(), one.value()}};
        const auto bad = checkValues(command, alone, read.edition);
        if (!bad || bad->parameter != one.key())
            good.insert(one.key(), one.value());
    }
    clearRest(good, read.fields, command);
    return good;
}

SettingTask::SettingTask(const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn)
    : m_question(question)
    , m_command(command)
    , m_sn(sn)
    , m_set(question, command, std::move(report), sn)
{
}

void SettingTask::answered(const Trace &answer)
{
    current().answered(answer);
    look();
}

bool SettingTask::take(const Trace &message)
{
    const bool taken = current().take(message);
    look();
    return taken;
}

void SettingTask::stop(Stop why, TimePoint now)
{
    current().stop(why, now);
    look();
}

void SettingTask::advance(TimePoint now)
{
    current().advance(now);
    look();
}

QList<ClientReport> SettingTask::takeReports()
{
    return m_over ? QList<ClientReport>{m_report} : QList<ClientReport>();
}

void SettingTask::look()
{
    if (m_over || !current().over())
        return;
    const AskOutcome outcome = m_set.report().outcome;
    if (!m_read && (outcome == AskOutcome::Done || outcome == AskOutcome::NoResponse))
        return begin(m_set.report());
    finish();
}

void SettingTask::begin(const AskReport &set)
{
    AskQuestion question = m_question;
    question.command = QLatin1StringView(reading().name);
    question.values = {{QStringLiteral("ConfigType"), QLatin1StringView(m_command.configType)}};
    AskReport report{.id = set.id, .device = set.device, .about = set.about, .command = question.command};
    report.edition = set.edition;
    m_read = std::make_unique<AskTask>(question, reading(), std::move(report), m_sn + 1);
}

void SettingTask::finish()
{
    m_over = true;
    m_report = m_set.report();
    if (!m_read)
        return;
    const AskReport &read = m_read->report();
    m_report.at = read.at;
    m_report.readBack = read.outcome;
    m_report.readRequest = read.request;
    for (const quint64 number : read.responses) {
        if (m_report.responses.size() < AskReport::maxMessages)
            m_report.responses.append(number);
    }
    if (read.outcome != AskOutcome::Done)
        return;
    m_report.settings = compared(read);
    const auto differs = [](const AskSetting &one) { return !one.same; };
    if (std::any_of(m_report.settings.begin(), m_report.settings.end(), differs))
        m_report.outcome = AskOutcome::NotTaken;
    else if (m_report.outcome == AskOutcome::NoResponse && !m_report.settings.isEmpty()) {
        m_report.outcome = AskOutcome::Done;
        m_report.add(AskOddity::Code::SetInSilence);
    }
}

/// What was asked for, and what stands there now. Empty where the device tells nothing of it (A.2.6.9).
QList<AskSetting> SettingTask::compared(const AskReport &read) const
{
    const Fields wanted = fieldsOf(writeBody(
        {.command = m_command, .deviceId = "0", .sn = m_sn, .values = m_question.values, .edition = read.edition}));
    const Fields now = ofStream(read.fields, wanted);
    QList<AskSetting> settings;
    QHash<QString, int> places;
    bool any = false;
    for (const auto &[path, value] : wanted) {
        const QString told = valueAt(now, path, places[path]++);
        any = any || !told.isNull();
        settings.append({path, QStringLiteral("") + value, told, isSame(value, told)});
    }
    // Of a list of which fewer were wanted, what it has more
    QStringList lists;
    for (const AskParameter &one : m_command.parameters) {
        const auto path = placeOf(QLatin1StringView(one.path)).first;
        if (QByteArrayView(one.path).contains('[') && !lists.contains(path))
            lists.append(path);
    }
    for (const QString &path : std::as_const(lists)) {
        for (QString told; !(told = valueAt(now, path, places[path])).isNull(); ++places[path])
            settings.append({path, QString(), told, false});
    }
    return any ? settings : QList<AskSetting>();
}

} // namespace gb
