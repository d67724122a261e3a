#include "core/filter/tokens.h"

namespace gb::filter {
namespace {

QChar plainSign(QChar c)
{
    if (c.unicode() >= 0xff01 && c.unicode() <= 0xff5e) // the whole of ASCII has such signs
        return QChar(c.unicode() - 0xfee0);
    switch (c.unicode()) {
    case 0x3000: return u' ';
    case 0x201c:
    case 0x201d: return u'"';
    default: return c;
    }
}

bool isOneOf(QStringView word, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
        [word](const char *one) { return word.compare(QLatin1String(one), Qt::CaseInsensitive) == 0; });
}

/// Behind a condition that begins there; -1: its quotes are not closed. `problem` tells where they are.
qsizetype behindTerm(const QString &text, qsizetype at, std::optional<Problem> &problem)
{
    while (at < text.size() && !text.at(at).isSpace() && text.at(at) != u'(' && text.at(at) != u')') {
        if (text.at(at) != u'"' && !beginsPattern(text, at)) {
            ++at;
            continue;
        }
        const qsizetype behind = behindClosing(text, at);
        if (behind < 0) {
            problem = Problem{.what = Problem::What::OpenQuote,
                .at = at,
                .length = text.size() - at,
                .subject = text.mid(at, 1),
                .proposal = text.mid(at).trimmed() + text.at(at)};
            return -1;
        }
        at = behind;
    }
    return at;
}

std::optional<Token::Kind> signAt(const QString &text, qsizetype at)
{
    const bool atEnd = at + 1 >= text.size() || text.at(at + 1).isSpace();
    switch (text.at(at).unicode()) {
    case u'(': return Token::Kind::Open;
    case u')': return Token::Kind::Close;
    case u'|': return Token::Kind::Or;
    case u'&': return Token::Kind::And;
    case u'-':
    case u'!': return atEnd ? std::nullopt : std::optional(Token::Kind::Not); // alone it is a text
    default: return std::nullopt;
    }
}

Token::Kind kindOf(QStringView word)
{
    if (isOneOf(word, {"or"}))
        return Token::Kind::Or;
    if (isOneOf(word, {"and"}))
        return Token::Kind::And;
    return isOneOf(word, {"not"}) ? Token::Kind::Not : Token::Kind::Term;
}

/// "status >= 400" is one condition.
qsizetype behindCondition(const QString &text, qsizetype at, std::optional<Problem> &problem)
{
    qsizetype behind = behindTerm(text, at, problem);
    for (int part = 0; part < 2 && behind >= 0; ++part) {
        const qsizetype next = behindBlanks(text, behind);
        if (next == text.size() || next == behind)
            break;
        const QStringView so = QStringView(text).sliced(at, behind - at).trimmed(),
                          rest = QStringView(text).sliced(next);
        const qsizetype name = nameLength(so, false), sign = behindBlanks(so, name);
        const bool isName = name > 0 && name == so.size() && fieldOf(so) && operatorAt(rest).length > 0;
        const qsizetype end = behindTerm(text, next, problem);
        const bool wantsValue = name > 0 && name < so.size() && end > next
            && sign + operatorAt(so.sliced(sign)).length == so.size()
            && kindOf(rest.first(end - next)) == Token::Kind::Term;
        if (!isName && !wantsValue && end >= 0)
            break;
        behind = end;
    }
    return behind;
}

} // namespace

Operator operatorAt(QStringView text)
{
    static constexpr std::tuple<const char *, Compare, bool> operators[] = {{"!=", Compare::Is, true},
        {"!:", Compare::Is, true}, {"!~", Compare::Has, true}, {"<=", Compare::AtMost, false},
        {">=", Compare::AtLeast, false}, {"==", Compare::Is, false}, {":", Compare::Is, false},
        {"=", Compare::Is, false}, {"~", Compare::Has, false}, {"<", Compare::Less, false},
        {">", Compare::More, false}};
    for (const auto &[sign, how, negated] : operators) {
        if (text.startsWith(QLatin1String(sign)))
            return {QLatin1String(sign).size(), how, negated};
    }
    return {};
}

/// How many characters of it are a name: of a field letters, of a header what those have.
qsizetype nameLength(QStringView text, bool ofHeader)
{
    qsizetype length = 0;
    const auto isPart = [ofHeader](QChar c) {
        const bool letter = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        return letter || c == u'-' || (ofHeader && (c.isDigit() || c == u'_' || c == u'.'));
    };
    while (length < text.size() && isPart(text[length]))
        ++length;
    return length;
}

qsizetype behindBlanks(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

qsizetype behindClosing(QStringView text, qsizetype at)
{
    const QChar closing = text[at];
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == closing)
            return i + 1;
    }
    return -1;
}

bool beginsPattern(QStringView text, qsizetype at)
{
    if (text[at] != u'/' || at < 3 || (text[at - 1] != u':' && text[at - 1] != u'=' && text[at - 1] != u'~'))
        return false;
    qsizetype start = at - 1;
    while (start > 0 && text[start - 1].isLetter())
        --start;
    return isOneOf(text.sliced(start, at - 1 - start), {"re", "regex"});
}

QString withPlainSigns(const QString &text)
{
    QString plain = text;
    for (qsizetype i = 0; i < plain.size();) {
        if (beginsPattern(plain, i)) {
            const qsizetype behind = behindClosing(plain, i);
            i = behind < 0 ? plain.size() : behind;
            continue;
        }
        const bool plainQuote = plain.at(i) == u'"';
        plain[i] = plainSign(plain.at(i));
        if (plain.at(i) != u'"') {
            ++i;
            continue;
        }
        for (++i; i < plain.size() && plain.at(i) != u'"' && (plainQuote || plainSign(plain.at(i)) != u'"'); ++i) {
            if (plain.at(i) == u'\\')
                ++i;
        }
        if (i < plain.size())
            plain[i++] = u'"';
    }
    return plain;
}

QList<Token> tokensOf(const QString &text, std::optional<Problem> &problem)
{
    QList<Token> tokens;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        if (const auto sign = signAt(text, at)) {
            const bool twice = (*sign == Token::Kind::Or || *sign == Token::Kind::And) && at + 1 < text.size()
                && text.at(at + 1) == text.at(at);
            tokens.append({*sign, at, twice ? 2 : 1});
            at += twice ? 2 : 1;
            continue;
        }
        const qsizetype behind = behindCondition(text, at, problem);
        if (behind < 0)
            return {};
        tokens.append({kindOf(QStringView(text).sliced(at, behind - at)), at, behind - at});
        at = behind;
    }
    return tokens;
}

} // namespace gb::filter
