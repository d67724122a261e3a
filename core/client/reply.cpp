#include "core/client/reply.h"

#include "core/message/charset.h"
#include "core/message/deviceid.h"
#include "core/message/gbtime.h"

#include <QXmlStreamReader>

#include <cmath>

namespace gb {
namespace {

using Code = AskOddity::Code;
constexpr qsizetype maxDepth = 16;

bool isEnvelope(const QString &path)
{
    return path == u"CmdType" || path == u"SN" || path == u"DeviceID" || path == u"SumNum";
}

/// How many there are: a number, and one that can be counted to.
bool isCount(const QString &value)
{
    bool good = false;
    return value.toLongLong(&good) >= 0 && good;
}

/// Devices spell their choices as they like.
bool isOneOf(const QString &value, const char *choices)
{
    return isChoice(value, choices, Qt::CaseInsensitive);
}

bool isGood(const AnswerElement &element, const QString &value)
{
    bool good = true;
    switch (element.kind) {
    case AnswerElement::Kind::Integer: value.toLongLong(&good); break;
    case AnswerElement::Kind::Decimal: good = std::isfinite(value.toDouble(&good)) && good; break;
    case AnswerElement::Kind::Time: good = parseGbTime(value.left(41).toStdString()).has_value(); break;
    case AnswerElement::Kind::Choice: good = isOneOf(value, element.choices); break;
    case AnswerElement::Kind::Id:
    case AnswerElement::Kind::Text: break;
    }
    return good;
}

} // namespace

/// Goes through one body, and hands on each element that has no others in it, and each item.
class ReplyReader::Walk
{
public:
    Walk(ReplyReader &reader, const QString &text)
        : m_reader(reader)
        , m_xml(text)
    {
        m_xml.setNamespaceProcessing(false);
    }

    void run()
    {
        while (!m_xml.atEnd() && !m_reader.m_full) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement: begin(); break;
            case QXmlStreamReader::Characters:
                if (m_value.size() <= maxValue)
                    m_value += m_xml.text().left(maxValue + 1);
                break;
            case QXmlStreamReader::EndElement: end(); break;
            default: break;
            }
        }
    }

private:
    void begin()
    {
        m_leaf = true;
        m_value.clear();
        if (m_path.size() < maxDepth + 2)
            m_path.append(name());
        else
            ++m_tooDeep;
        if (isItem())
            m_item.clear();
    }
    void end()
    {
        if (m_tooDeep > 0) {
            --m_tooDeep;
            return;
        }
        if (isItem())
            m_reader.item(m_item);
        else if (std::exchange(m_leaf, false) && m_path.size() > 1)
            leaf(printable(m_value.trimmed(), maxValue));
        m_path.removeLast();
        m_value.clear();
        m_leaf = false;
    }
    void leaf(const QString &value)
    {
        const qsizetype above = inItem() ? 3 : 1;
        const QString path = m_path.mid(above).join(u'/');
        if (!inItem())
            return isList() ? void() : m_reader.field(path, value);
        if (m_item.size() < maxColumns)
            m_item.append({path, value});
    }
    QString name() const
    {
        const QStringView whole = m_xml.qualifiedName();
        return printable(whole.mid(whole.indexOf(u':') + 1).toString(), 60);
    }
    bool isList() const { return m_path.size() == 2 && m_path[1] == QLatin1StringView(m_reader.m_command.list); }
    bool inItem() const
    {
        return m_path.size() > 3 && m_path[1] == QLatin1StringView(m_reader.m_command.list)
            && m_path[2] == QLatin1StringView(m_reader.m_command.item);
    }
    bool isItem() const
    {
        return m_path.size() == 3 && m_path[1] == QLatin1StringView(m_reader.m_command.list)
            && m_path[2] == QLatin1StringView(m_reader.m_command.item);
    }

    ReplyReader &m_reader;
    QXmlStreamReader m_xml;
    QStringList m_path;
    QString m_value;
    QList<std::pair<QString, QString>> m_item;
    qsizetype m_tooDeep = 0;
    bool m_leaf = false;
};

ReplyReader::ReplyReader(const AskCommand &command, AskReport &report)
    : m_command(command)
    , m_report(report)
{
    for (const AnswerElement &one : command.answer)
        m_known.insert(QLatin1StringView(one.path), &one);
    for (const AnswerElement &one : command.items) {
        const QString path = QLatin1StringView(one.path);
        const bool counts = one.needed && m_neededItems.size() < 64;
        m_knownItems.insert(path, {&one, counts ? std::uint64_t{1} << m_neededItems.size() : 0});
        if (counts)
            m_neededItems.append(path);
    }
}

void ReplyReader::take(const QByteArray &body, const Manscdp &envelope)
{
    ++m_report.parts;
    judgeSum(envelope);
    if (envelope.source.wrongDeclaration)
        m_report.add(Code::OtherCharset, printable(envelope.source.declared, 40),
            QLatin1StringView(envelope.source.used == Charset::Utf8 ? "UTF-8"
                    : envelope.source.used == Charset::Utf16        ? "UTF-16"
                                                                    : "GB18030"));
    if (envelope.source.invalid)
        m_report.add(Code::BadText);
    QString text = decodeBody(body).text;
    text.remove(0, std::max<qsizetype>(0, text.indexOf(u'<')));
    Walk(*this, text).run();
}

void ReplyReader::judgeSum(const Manscdp &envelope)
{
    if (!envelope.sumNum)
        return;
    if (m_report.sum && *m_report.sum != *envelope.sumNum)
        m_report.add(Code::SumChanges, QString::number(*m_report.sum), QString::number(*envelope.sumNum));
    m_report.sum = envelope.sumNum;
}

/// Of texts that repeat, as vendors do in a catalogue, one copy is kept: of the first maxTexts.
QString ReplyReader::kept(const QString &value)
{
    const auto known = m_texts.constFind(value);
    if (known != m_texts.cend())
        return *known;
    m_octets += value.size() * 2 + 64;
    m_full = m_full || m_octets > maxOctets;
    if (m_texts.size() < maxTexts)
        m_texts.insert(value);
    return value;
}

void ReplyReader::judgeValue(const AnswerElement *known, const QString &path, const QString &value)
{
    if (!known)
        m_report.add(Code::Unknown, path);
    else if (known->kind == AnswerElement::Kind::Id && m_ids)
        m_ids->element(path, value);
    else if ((!value.isEmpty() || (known->needed && known->kind == AnswerElement::Kind::Choice))
        && !isGood(*known, value))
        m_report.add(Code::BadValue, path, printable(value, 80));
}

void ReplyReader::field(const QString &path, const QString &value)
{
    if (path == u"SumNum" && !isCount(value))
        m_report.add(Code::BadValue, path, printable(value, 80));
    if (isEnvelope(path))
        return;
    if (path == u"Result" && m_report.result.isEmpty()) {
        m_report.result = printable(value, 40);
        if (!isOneOf(value, "OK|ERROR"))
            m_report.add(Code::ResultOdd, m_report.result);
    } else {
        judgeValue(m_known.value(path), path, value);
    }
    if (m_report.fields.size() < maxFields)
        m_report.fields.append({path, kept(value)});
}

qsizetype ReplyReader::columnOf(const QString &path)
{
    const auto known = m_columns.constFind(path);
    if (known != m_columns.cend())
        return *known;
    if (m_report.columns.size() >= maxColumns)
        return -1;
    m_report.columns.append(path);
    m_columns.insert(path, m_report.columns.size() - 1);
    return m_report.columns.size() - 1;
}

void ReplyReader::item(const QList<std::pair<QString, QString>> &values)
{
    if (m_report.items.size() >= maxItems) {
        m_full = true;
        return;
    }
    QStringList row;
    QString key;
    std::uint64_t came = m_missingTold;
    for (const auto &[path, value] : values) {
        const Known known = m_knownItems.value(path);
        judgeValue(known.element, path, value);
        came |= known.needed;
        const qsizetype column = columnOf(path);
        if (column < 0)
            continue;
        row.resize(std::max(row.size(), column + 1));
        row[column] = kept(value);
        if (key.isEmpty() && path == QLatin1StringView(m_command.key))
            key = row[column];
    }
    tellMissing(came);
    if (m_ids)
        m_ids->item(values);
    m_octets += row.size() * static_cast<qsizetype>(sizeof(QString)) + 64;
    m_full = m_full || m_octets > maxOctets;
    m_report.items.append(row);
    if (*m_command.key && !m_keys.add(key) && !key.isEmpty()) // whose key is missing is told as that
        again(key);
}

/// Each once.
void ReplyReader::tellMissing(std::uint64_t came)
{
    const auto all = m_neededItems.size() < 64 ? (std::uint64_t{1} << m_neededItems.size()) - 1 : ~std::uint64_t{0};
    if ((came & all) == all)
        return;
    for (qsizetype i = 0; i < m_neededItems.size(); ++i) {
        if ((came >> i & 1U) == 0) {
            ++m_tells;
            m_report.add(Code::Missing, m_neededItems.at(i));
        }
    }
    m_missingTold |= all & ~came;
}

void ReplyReader::again(const QString &key)
{
    for (auto &[known, times] : m_twice) {
        if (known == key) {
            ++times;
            return;
        }
    }
    if (m_twice.size() < maxDuplicates)
        m_twice.append({key, 2});
    else
        m_moreTwice.add(key);
}

bool ReplyReader::isComplete(int parts) const
{
    if (m_command.needs == AskCommand::Needs::Several)
        return m_report.parts >= parts;
    if (m_command.needs != AskCommand::Needs::List || !m_report.sum)
        return true;
    return differentItems() >= *m_report.sum;
}

void ReplyReader::finish()
{
    if (m_report.parts == 0)
        return;
    judgeList();
    if (m_report.result.compare(u"ERROR", Qt::CaseInsensitive) == 0)
        return; // an answer that refuses owes nothing else
    for (const AnswerElement &one : m_command.answer) {
        const QString path = QLatin1StringView(one.path);
        const auto there = [&path](const auto &field) { return field.first == path; };
        if (one.needed && std::none_of(m_report.fields.begin(), m_report.fields.end(), there))
            m_report.add(Code::Missing, path);
    }
}

void ReplyReader::judgeSender(const QString &id)
{
    if (m_ids && id != m_report.about)
        m_ids->element(QStringLiteral("DeviceID"), id);
}

/// At the end.
void ReplyReader::judgeList()
{
    qsizetype more = m_moreTwice.size();
    for (const auto &[key, times] : std::as_const(m_twice))
        more += m_report.add(Code::Duplicate, key, QString::number(times)) ? 0 : 1;
    const qsizetype came = differentItems(); // items that came twice are told as that
    m_report.different = came;
    if (*m_command.list && m_report.sum && came < *m_report.sum)
        m_report.add(Code::PartsMissing, QString::number(*m_report.sum), QString::number(came));
    else if (*m_command.list && m_report.sum && came > *m_report.sum)
        m_report.add(Code::PartsLeft, QString::number(*m_report.sum), QString::number(came));
    if (m_ids)
        more += m_ids->finish(m_keys, m_report.sum && came >= *m_report.sum && !m_full);
    if (more > 0)
        m_report.add(Code::MoreOdd, QString::number(more));
}

} // namespace gb
