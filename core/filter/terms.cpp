#include "core/filter/terms.h"

#include "core/filter/tokens.h"

namespace gb::filter {
namespace {

using What = Problem::What;

bool isQuoted(QStringView text)
{
    return text.size() >= 2 && text[0] == u'"' && behindClosing(text, 0) == text.size();
}

QString withoutQuotes(QStringView text)
{
    QString plain;
    const QStringView inside = text.sliced(1, text.size() - 2);
    for (qsizetype i = 0; i < inside.size(); ++i) {
        if (inside[i] == u'\\' && i + 1 < inside.size() && (inside[i + 1] == u'"' || inside[i + 1] == u'\\'))
            ++i;
        plain += inside[i];
    }
    return plain;
}

QStringList fieldNames()
{
    QStringList names;
    for (const FieldInfo &one : fields())
        names << QLatin1String(one.name);
    return names;
}

class TermReader
{
public:
    TermReader(const QString &text, qsizetype at, qsizetype length)
        : m_at(at)
        , m_term(QStringView(text).sliced(at, length))
    {
    }

    Term read();

private:
    void readText();
    void readField(const FieldInfo &field, qsizetype behind);
    bool readName(const FieldInfo &field, qsizetype &behind);
    void readValue(const FieldInfo &field, QStringView value);
    void addValue(const FieldInfo &field, QStringView value, bool quoted);
    void addText(const FieldInfo &field, const QString &value, bool quoted);
    void addWord(const FieldInfo &field, QStringView value);
    void addRange(const FieldInfo &field, QStringView value, const QString &text);
    void addPattern(QStringView value);
    void add(Condition condition, const QString &value);
    void fail(What what, QStringView part, const QString &subject, const QString &proposal = {});
    qsizetype placeOf(QStringView part) const { return m_at + (part.data() - m_term.data()); }

    const qsizetype m_at;
    const QStringView m_term;
    Operator m_operator;
    QString m_name, m_detail;
    Term m_result;
};

void TermReader::fail(What what, QStringView part, const QString &subject, const QString &proposal)
{
    if (!m_result.problem)
        m_result.problem = Problem{what, placeOf(part), part.size(), subject, m_detail, proposal};
}

Term TermReader::read()
{
    const qsizetype length = nameLength(m_term, false), sign = behindBlanks(m_term, length);
    m_operator = length == 0 ? Operator() : operatorAt(m_term.sliced(sign));
    if (m_operator.length == 0) {
        readText();
        return m_result;
    }
    const QStringView name = m_term.first(length);
    const FieldInfo *const field = fieldOf(name);
    if (field) {
        readField(*field, sign);
    } else {
        const QString like = nearest(name, fieldNames());
        fail(What::NoField, name, name.toString(), like);
        if (like.isEmpty()) {
            m_result.problem->length = m_term.size();
            m_result.problem->proposal = quotedValue(m_term.toString()); // in quotes it is a text
        }
    }
    return m_result;
}

void TermReader::readText()
{
    const bool quoted = isQuoted(m_term);
    const QString text = quoted ? withoutQuotes(m_term) : m_term.toString();
    m_operator.how = Compare::Has;
    if (text.isEmpty())
        return fail(What::NoValue, m_term, QStringLiteral("\""));
    addText(infoOf(Field::Text), text, quoted);
}

void TermReader::readField(const FieldInfo &field, qsizetype behind)
{
    if (field.named && !readName(field, behind))
        return;
    if (m_operator.length == 0) { // hdr:X alone: that there is one
        Condition present{.field = field.field, .name = m_name, .present = true};
        return add(present, {});
    }
    m_result.negated = m_operator.negated;
    readValue(field, m_term.sliced(behindBlanks(m_term, behind + m_operator.length)));
}

/// Which header: behind the first colon.
bool TermReader::readName(const FieldInfo &field, qsizetype &behind)
{
    const qsizetype start = behind + m_operator.length;
    const QStringView rest = m_term.sliced(start);
    const qsizetype length = nameLength(rest, true), sign = behindBlanks(rest, length);
    const QString subject = QLatin1String(field.name);
    if (length == 0 || m_operator.how != Compare::Is || m_operator.negated) {
        const qsizetype slash = rest.lastIndexOf(u'/');
        fail(What::NoName, m_term, subject,
            slash >= 0                         ? subject + u':' + rest.sliced(slash + 1).toString()
                : field.field == Field::Header ? QStringLiteral("hdr:User-Agent")
                                               : QStringLiteral("xml:Status"));
        return false;
    }
    m_name = rest.first(length).toString();
    m_operator = operatorAt(rest.sliced(sign));
    behind = start + sign;
    if (m_operator.length == 0 && rest.size() > length) {
        fail(What::NoName, rest, subject);
        return false;
    }
    return true;
}

void TermReader::readValue(const FieldInfo &field, QStringView value)
{
    const bool quoted = isQuoted(value);
    if (value.isEmpty() || value == u"\"\"")
        return fail(What::NoValue, m_term, m_term.toString());
    if (value.size() > Limits::value)
        return fail(What::TooLong, value, QString::number(Limits::value));
    if (field.type == Type::Pattern)
        return addPattern(value);
    const bool list = !quoted && !field.named && m_operator.how == Compare::Is && field.type != Type::Time
        && field.field != Field::Text;
    if (!list)
        return addValue(field, value, quoted);
    for (const QStringView one : value.split(u',', Qt::SkipEmptyParts))
        addValue(field, one, false);
    if (m_result.any.isEmpty() && m_result.named.isEmpty())
        fail(What::NoValue, value, m_term.toString());
}

void TermReader::addValue(const FieldInfo &field, QStringView value, bool quoted)
{
    const QString text = quoted ? withoutQuotes(value) : value.toString();
    const bool ordered = m_operator.how != Compare::Is && m_operator.how != Compare::Has;
    const auto badOperator = [&] {
        const QString other = QLatin1String(field.name) + (m_name.isEmpty() ? QString() : u':' + m_name) + u':';
        fail(What::NoOrder, m_term, QLatin1String(field.name), other + value.toString());
    };
    switch (field.type) {
    case Type::Pattern: break;
    case Type::Word: return m_operator.how == Compare::Is ? addWord(field, value) : badOperator();
    case Type::Number:
    case Type::Duration:
    case Type::Time: return m_operator.how == Compare::Has ? badOperator() : addRange(field, value, text);
    case Type::Text:
        if (!ordered)
            return addText(field, text, quoted);
        return field.named ? addRange(field, value, text) : badOperator();
    }
}

void TermReader::addText(const FieldInfo &field, const QString &value, bool quoted)
{
    if (value.size() > Limits::value)
        return fail(What::TooLong, m_term, QString::number(Limits::value));
    const bool within = m_operator.how == Compare::Has || field.field == Field::Text;
    Condition condition{.field = field.field, .name = m_name, .pattern = {value, within, !quoted}, .text = value};
    add(condition, (within ? u'~' : u':') + (quoted ? u'"' + value : value));
}

void TermReader::addWord(const FieldInfo &field, QStringView value)
{
    const QStringList words = QString::fromLatin1(field.words).split(u' ');
    const qsizetype word = words.indexOf(value.toString().toLower());
    if (word >= 0) {
        Condition condition{.field = field.field, .word = static_cast<quint8>(word)};
        return add(condition, QString::number(word));
    }
    for (const NamedFilter &one : namedFilters()) {
        if (field.field == Field::State && value.compare(QLatin1String(one.name), Qt::CaseInsensitive) == 0) {
            m_result.named += (m_result.named.isEmpty() ? QString() : QStringLiteral(" or ")) + u'('
                + QLatin1String(one.text) + u')';
            return;
        }
    }
    const QStringList all = field.field == Field::State ? stateWords() : words;
    m_detail = all.join(QStringLiteral(", "));
    fail(What::NoWord, value, QLatin1String(field.name), nearest(value, all));
}

/// `text` is what `value` says, without its quotes. What is wrong is told where `value` stands.
void TermReader::addRange(const FieldInfo &field, QStringView value, const QString &text)
{
    std::optional<Range> range;
    QString proposal;
    What what = What::NoNumber;
    if (field.type == Type::Duration) {
        range = readDuration(text, m_operator.how);
        what = What::NoDuration;
        if (!range && readNumber(text, Compare::Is, false))
            proposal = text + QStringLiteral("ms");
    } else if (field.type == Type::Time) {
        range = readTime(text, m_operator.how);
        what = What::NoTime;
    } else {
        range = readNumber(text, m_operator.how, field.field == Field::Status);
    }
    if (!range)
        return fail(what, value.isEmpty() ? m_term : value, QLatin1String(field.name), proposal);
    Condition condition{.field = field.field,
        .name = m_name,
        .ofNumber = field.named,
        .ofDay = range->ofDay,
        .low = range->low,
        .high = range->high};
    add(condition, QString::number(range->low) + u'-' + QString::number(range->high) + (range->ofDay ? u'd' : u' '));
}

/// The work of one match is bounded (PCRE2: LIMIT_MATCH), so that no text and no expression takes for ever.
void TermReader::addPattern(QStringView value)
{
    QStringView inside = value, flags;
    if (value[0] == u'/') {
        const qsizetype behind = behindClosing(value, 0);
        flags = behind < 0 ? QStringView() : value.sliced(behind);
        inside = value.sliced(1, (behind < 0 ? value.size() : behind - 1) - 1);
    }
    if (inside.isEmpty())
        return fail(What::NoValue, m_term, m_term.toString());
    const bool anyCase = flags == u"i";
    if (!flags.isEmpty() && !anyCase) {
        m_detail = QStringLiteral("behind the last slash only i may stand");
        return fail(What::NoPattern, flags, {}, QStringLiteral("i"));
    }
    static const QString limits = QStringLiteral("(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=1000)");
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, anyCase);
    const QRegularExpression expression(limits + inside.toString(), options);
    if (!expression.isValid()) {
        m_detail = expression.errorString();
        const qsizetype place = std::clamp<qsizetype>(
            expression.patternErrorOffset() - limits.size(), 0, inside.size() - 1);
        return fail(What::NoPattern, inside.sliced(place, 1), {});
    }
    Condition condition{.field = Field::Pattern, .text = inside.toString()};
    condition.expression = expression;
    add(condition, value.toString());
}

void TermReader::add(Condition condition, const QString &value)
{
    condition.key = QLatin1String(infoOf(condition.field).name) + u':' + condition.name.toLower() + u' ' + value;
    m_result.any.append(std::move(condition));
}

} // namespace

Term readTerm(const QString &text, qsizetype at, qsizetype length)
{
    return TermReader(text, at, length).read();
}

QString quotedValue(const QString &text)
{
    static constexpr QStringView signs = u"\"\\()|&,*?";
    const auto isWord = [&text](
                            const char *word) { return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; };
    const qsizetype name = nameLength(text, false);
    const bool likeField = name > 0 && operatorAt(QStringView(text).sliced(name)).length > 0;
    const bool plain = !text.isEmpty() && !likeField && !QStringView(u"-!/").contains(text.at(0))
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || signs.contains(c); })
        && text == withPlainSigns(text) && !isWord("or") && !isWord("and") && !isWord("not");
    if (plain)
        return text;
    QString escaped = text;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace gb::filter
