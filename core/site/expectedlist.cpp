#include "core/site/expectedlist.h"

#include "core/message/charset.h"
#include "core/message/deviceid.h"

#include <QHash>
#include <QHostAddress>

#include <algorithm>
#include <array>

namespace gb::expectedlist {
namespace {

constexpr qsizetype maxFields = 64; ///< of a line; what is behind them is not looked at
constexpr qsizetype quotedText = 40;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

IdFault faultOfText(QStringView text)
{
    return faultOf(text.toLatin1().toStdString());
}

/// The blanks that are about in documents: no-break, ideographic, zero-width.
bool isBlank(QChar c)
{
    return c.isSpace() || c == u'\u200b' || c == u'\ufeff';
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// Without what keeps a spreadsheet from taking digits for a number: ="3402…", '3402….
QString bare(QStringView field)
{
    field = trimmed(field);
    QStringView digits = field;
    if (field.startsWith(u"=\"") && field.endsWith(u'"') && field.size() > 3)
        digits = trimmed(field.mid(2, field.size() - 3));
    else if (field.startsWith(u'\''))
        digits = trimmed(field.mid(1));
    return (std::all_of(digits.begin(), digits.end(), isDigit) ? digits : field).toString();
}

/// How much a field looks like an ID: 3 it is one, 2 it was one, or nearly is, 0 not at all.
int likeness(const QString &field)
{
    switch (faultOfText(field)) {
    case IdFault::None: return 3;
    case IdFault::Spreadsheet: return 2;
    case IdFault::Length: return field.size() >= 14 ? 2 : 0; // less is a telephone or a serial number
    case IdFault::NotDigits: {
        const auto digits = std::count_if(field.begin(), field.end(), isDigit);
        const bool spreadsheet = field.contains(u"E+", Qt::CaseInsensitive) && digits >= 3;
        return spreadsheet || (digits >= 14 && field.size() <= 24) ? 2 : 0;
    }
    case IdFault::Empty: break;
    }
    return 0;
}

/// The place of the best one, and how good it is.
std::pair<qsizetype, int> bestId(const QStringList &fields)
{
    std::pair<qsizetype, int> best{-1, 0};
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (const int like = likeness(fields[i]); like > best.second)
            best = {i, like};
    }
    return best;
}

bool isAddress(const QString &field)
{
    const qsizetype colon = field.count(u':') == 1 ? field.indexOf(u':') : -1;
    const QString host = field.left(colon);
    return host.size() <= 45 && (host.contains(u'.') || host.contains(u':')) && !QHostAddress(host).isNull()
        && (host.contains(u':') || host.count(u'.') == 3);
}

/// Words that blanks part belong together: "Gate 7" is one name.
QStringList joined(const QStringList &words)
{
    QStringList fields;
    bool open = false;
    for (const QString &word : words) {
        const bool plain = likeness(word) == 0 && !isAddress(word);
        if (plain && open)
            fields.back() += u' ' + word;
        else
            fields.append(word);
        open = plain;
    }
    return fields;
}

QStringList blankFields(QStringView line)
{
    QStringList fields;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= line.size() && fields.size() < maxFields; ++i) {
        const bool blank = i == line.size() || isBlank(line[i]);
        if (blank && start >= 0)
            fields.append(bare(line.mid(std::exchange(start, -1), i - start)));
        else if (!blank && start < 0)
            start = i;
    }
    return joined(fields);
}

/// RFC 4180, but that a quote ends with its line: one that is left open would swallow the list.
QStringList fieldsOf(QStringView line, QChar separator)
{
    if (separator == u' ')
        return blankFields(line);
    QStringList fields;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size() && fields.size() < maxFields; ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"') {
            field += c;
            ++i;
        } else if (c == u'"' && (quoted || trimmed(field).isEmpty())) {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            fields.append(bare(field));
            field.clear();
        } else {
            field += c;
        }
    }
    if (fields.size() < maxFields)
        fields.append(bare(field));
    return fields;
}

struct Columns
{
    qsizetype id = -1, name = -1, address = -1;
    bool any() const { return id >= 0 || name >= 0 || address >= 0; }
};

/// English words whole ("ip" is in "description"), Chinese ones anywhere: they stand without blanks.
template<std::size_t size>
bool names(const QString &title, const std::array<const char16_t *, size> &words)
{
    const QStringList parts = blankFields(title.left(40).replace(u'_', u' ').replace(u'-', u' '));
    const QStringList single = parts.join(u' ').split(u' ');
    return std::any_of(words.begin(), words.end(), [&](const char16_t *word) {
        const QString text = QString::fromUtf16(word);
        return text.front() < u'\x80' ? single.contains(text, Qt::CaseInsensitive) : title.contains(text);
    });
}

/// Names first: "device name" is no ID. The first column of a kind is it.
Columns columnsOf(const QStringList &header)
{
    constexpr std::array name{u"name", u"\u540d\u79f0", u"\u522b\u540d", u"\u540d"},
        address{u"ip", u"address", u"host", u"\u5730\u5740"};
    constexpr std::array id{
        u"id", u"code", u"device", u"\u7f16\u7801", u"\u7f16\u53f7", u"\u56fd\u6807", u"\u8bbe\u5907"};
    Columns columns;
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (names(header[i], name))
            columns.name = columns.name < 0 ? i : columns.name;
        else if (names(header[i], address))
            columns.address = columns.address < 0 ? i : columns.address;
        else if (names(header[i], id))
            columns.id = columns.id < 0 ? i : columns.id;
    }
    return columns;
}

ListFault faultOfId(const QString &field)
{
    switch (faultOfText(field)) {
    case IdFault::None: return ListFault::Rounded;
    case IdFault::Length: return ListFault::IdLength;
    case IdFault::Spreadsheet: return ListFault::Spreadsheet;
    case IdFault::NotDigits:
        return field.contains(u"E+", Qt::CaseInsensitive) ? ListFault::Spreadsheet : ListFault::IdCharacters;
    case IdFault::Empty: break;
    }
    return ListFault::NoId;
}

class Reader
{
public:
    ExpectedList list;

    /// False where no further line is wanted.
    bool take(QStringView line, int number)
    {
        line = trimmed(line);
        if (line.isEmpty() || line.front() == u'#')
            return true;
        if (line.size() > maxLine)
            return problem({number, ListFault::LineTooLong, {}, 0});
        const QStringList fields = split(line);
        const qsizetype best = bestId(fields).first;
        if (std::exchange(m_first, false) && best < 0) {
            m_columns = columnsOf(fields);
            if (m_columns.any())
                return true;
        }
        // A damaged ID is not made up for by a sound one beside it, which is a channel's
        const qsizetype id = m_columns.id >= 0 && likeness(fields.value(m_columns.id)) >= 2 ? m_columns.id : best;
        const int like = id < 0 ? 0 : likeness(fields[id]);
        if (like < 3 || fields[id].endsWith(u"000000"))
            return problem({number, like == 0 ? ListFault::NoId : faultOfId(fields[id]),
                printable(like == 0 ? line.left(quotedText + 1).toString() : fields[id], quotedText), 0});
        return add(fields, id, number);
    }

    bool problem(const ListProblem &one)
    {
        list.harmful = list.harmful || one.fault != ListFault::Duplicate;
        if (list.problems.size() < maxProblems)
            list.problems.append(one);
        else
            ++list.untold;
        return true;
    }

private:
    /// By the first separator that sets an ID free; where none does, by the one that makes something like it.
    static QStringList split(QStringView line)
    {
        QStringList best{bare(line)};
        int like = likeness(best.constFirst());
        for (const QChar separator :
            {QChar(u'\t'), QChar(u';'), QChar(u','), QChar(u'\uff0c'), QChar(u'\uff1b'), QChar(u'|'), QChar(u' ')}) {
            if (like == 3)
                break;
            if (separator != u' ' && !line.contains(separator))
                continue;
            QStringList fields = fieldsOf(line, separator);
            const int now = bestId(fields).second;
            if (now > like || (now == like && best.size() == 1)) {
                best = std::move(fields);
                like = now;
            }
        }
        return best;
    }

    bool add(const QStringList &fields, qsizetype id, int number)
    {
        if (const auto earlier = m_lines.constFind(fields[id]); earlier != m_lines.constEnd())
            return problem({number, ListFault::Duplicate, fields[id], *earlier});
        if (list.devices.size() == maxDevices) {
            problem({number, ListFault::TooMany, {}, 0});
            return false;
        }
        m_lines.insert(fields[id], number);
        list.devices.append({fields[id], shown(fields, nameOf(fields, id)), shown(fields, addressOf(fields, id))});
        return true;
    }

    static QString shown(const QStringList &fields, qsizetype place)
    {
        const QString text = place < 0 ? QString() : printable(fields.value(place).simplified(), maxText);
        return text.size() <= maxText ? text : QString(text.left(maxText) + u'\u2026'); // an escape is longer than what
                                                                                        // it stands for
    }
    qsizetype addressOf(const QStringList &fields, qsizetype id) const
    {
        if (m_columns.address >= 0 && m_columns.address != id)
            return m_columns.address;
        const auto found = std::find_if(fields.begin(), fields.end(), isAddress);
        return found == fields.end() ? -1 : found - fields.begin();
    }
    /// A number alone is a row's or a telephone's; another ID is a channel's.
    qsizetype nameOf(const QStringList &fields, qsizetype id) const
    {
        if (m_columns.name >= 0 && m_columns.name != id)
            return m_columns.name;
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const bool word = std::any_of(fields[i].begin(), fields[i].end(), [](QChar c) { return c.isLetter(); });
            if (i != id && word && likeness(fields[i]) == 0 && !isAddress(fields[i]))
                return i;
        }
        return -1;
    }

    Columns m_columns;
    QHash<QString, int> m_lines; ///< of the IDs
    bool m_first = true;
};

} // namespace

ExpectedList read(const QString &text)
{
    Reader reader;
    if (text.size() > maxOctets) {
        reader.problem({0, ListFault::TooLarge, {}, 0});
        return reader.list;
    }
    const QStringView all(text);
    int number = 0;
    for (qsizetype start = 0; start < all.size();) {
        qsizetype end = start;
        while (end < all.size() && all[end] != u'\n' && all[end] != u'\r')
            ++end;
        if (!reader.take(all.mid(start, end - start), ++number))
            break;
        start = end + (end + 1 < all.size() && all[end] == u'\r' && all[end + 1] == u'\n' ? 2 : 1);
    }
    return reader.list;
}

ExpectedList read(const QByteArray &octets)
{
    if (octets.size() <= maxOctets)
        return read(decodeBody(octets).text);
    Reader reader;
    reader.problem({0, ListFault::TooLarge, {}, 0});
    return reader.list;
}

/// Quotes where the reader would take the text for less than it is.
static QString quoted(QString text)
{
    return text.contains(u'"') ? QString(u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"') : text;
}

QString toText(const QList<ExpectedDevice> &devices, const QString &titles)
{
    QString text = devices.isEmpty() ? QString() : QString(titles + u'\n'); // so that a name may be a number
    for (const ExpectedDevice &one : devices)
        text += one.id + u'\t' + quoted(one.name) + u'\t' + quoted(one.address) + u'\n';
    return text;
}

} // namespace gb::expectedlist
