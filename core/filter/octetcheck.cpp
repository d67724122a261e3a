#include "core/filter/octetcheck.h"

#include "core/base/octets.h"
#include "core/message/charset.h"
#include "core/message/headers.h"
#include "core/message/siphead.h"
#include "core/message/valuename.h"

namespace gb::filter {
namespace {

QString textOf(std::string_view octets)
{
    return QString::fromUtf8(octets.data(), static_cast<qsizetype>(octets.size()));
}

/// The one letter that stands for the name of a header (RFC 3261 §7.3.3); empty where none does.
QByteArray letterOf(const QString &name)
{
    for (char letter = 'a'; letter <= 'z' && name.size() > 1; ++letter) {
        if (longHeaderName(QString(QChar::fromLatin1(letter))).compare(name, Qt::CaseInsensitive) == 0)
            return QByteArray(1, letter);
    }
    return {};
}

bool fits(const Condition &condition, const QString &value)
{
    if (condition.present)
        return true;
    if (!condition.ofNumber)
        return condition.pattern.matches(value);
    bool isNumber = false;
    const qint64 number = value.trimmed().toLongLong(&isNumber);
    return isNumber && condition.holds(number);
}

} // namespace

/// What is made of a message once, when the first condition wants it.
struct OctetCheck::Message
{
    explicit Message(std::string_view all)
        : octets(all)
    {
    }

    std::string_view octets;
    const SipHead &head()
    {
        if (!m_head)
            m_head = scanHead(octets);
        return *m_head;
    }
    const QString &text()
    {
        if (!m_text)
            m_text = decodeBody(bytes(octets)).text;
        return *m_text;
    }
    const QString &folded()
    {
        if (!m_folded)
            m_folded = text().toCaseFolded();
        return *m_folded;
    }

private:
    std::optional<SipHead> m_head;
    std::optional<QString> m_text, m_folded;
};

OctetCheck::OctetCheck(const Expression &expression)
{
    for (const qsizetype index : expression.octetConditions()) {
        Part part{expression.conditions().at(index), {}, {}, {}};
        const QString &text = part.condition.text;
        const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
        if (part.condition.field == Field::Text && !part.condition.pattern.hasWildcards()) {
            part.plain.emplace(text.toUtf8());
            if (!ascii)
                part.chinese.emplace(encodeGb18030(text));
        }
        if (part.condition.field == Field::Agent)
            part.headers = {QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Server")};
        if (part.condition.field == Field::Header)
            part.headers = {part.condition.name.toLatin1(), letterOf(part.condition.name)};
        part.headers.removeAll(QByteArray());
        if (static_cast<qsizetype>(m_parts.size()) < most)
            m_parts.push_back(std::move(part));
    }
}

quint64 OctetCheck::of(std::string_view octets)
{
    Message message(octets);
    quint64 met = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (meets(m_parts[i], message))
            met |= quint64{1} << i;
    }
    return met;
}

bool OctetCheck::meets(const Part &part, Message &message)
{
    const Condition &condition = part.condition;
    switch (condition.field) {
    case Field::Text: return hasText(part, message);
    case Field::From: return condition.pattern.matches(textOf(message.head().from.uri.user));
    case Field::To: return condition.pattern.matches(textOf(message.head().to.uri.user));
    case Field::CSeq: return !message.head().cseqLine.empty() && condition.holds(message.head().cseq);
    case Field::Agent:
    case Field::Header: return hasHeader(part, message);
    case Field::Element: return hasElement(condition, message);
    case Field::Pattern: {
        const QRegularExpressionMatch match = condition.expression.match(message.text());
        m_gaveUp += match.isValid() ? 0 : 1;
        return match.isValid() && match.hasMatch();
    }
    default: return false; // lists know it
    }
}

bool OctetCheck::hasText(const Part &part, Message &message)
{
    if (part.plain)
        return part.plain->isIn(message.octets) || (part.chinese && part.chinese->isIn(message.octets));
    const auto lines = QStringView(message.folded()).split(u'\n');
    return std::any_of(lines.begin(), lines.end(), [&part](QStringView line) {
        return part.condition.pattern.matchesFolded(line.endsWith(u'\r') ? line.chopped(1) : line);
    });
}

/// Any of its values, of all its lines.
bool OctetCheck::hasHeader(const Part &part, const Message &message)
{
    return std::any_of(part.headers.begin(), part.headers.end(), [&](const QByteArray &name) {
        const QList<QByteArray> values = headerValues(message.octets, view(name));
        return std::any_of(values.begin(), values.end(),
            [&part](const QByteArray &value) { return fits(part.condition, QString::fromUtf8(value)); });
    });
}

/// Any element of that name, whatever it stands in; its text as it is written, up to the next mark.
bool OctetCheck::hasElement(const Condition &condition, Message &message)
{
    const QString &text = message.text(), opening = u'<' + condition.name;
    qsizetype end = -1; // of a mark: in it no other one begins
    for (qsizetype at = 0; (at = text.indexOf(opening, std::max(at, end + 1), Qt::CaseInsensitive)) >= 0; ++at) {
        const qsizetype behind = at + opening.size();
        if (behind >= text.size() || (text[behind] != u'>' && text[behind] != u'/' && !text[behind].isSpace()))
            continue; // another name, which begins alike
        end = text.indexOf(u'>', behind);
        if (end < 0)
            return false;
        const qsizetype next = text.indexOf(u'<', end);
        const bool isEmpty = text[end - 1] == u'/';
        const QString value = isEmpty ? QString()
                                      : text.mid(end + 1, (next < 0 ? text.size() : next) - end - 1).trimmed();
        if (fits(condition, value))
            return true;
    }
    return false;
}

} // namespace gb::filter
